/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-file-write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qg-errno.h"
#include "qg-link.h"

#define CHUNK ((gsize) 1024 * 1024)

/* For the log; qg_errno_dup_text() has the words for a person. */
static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, QG_ERRNO_ERROR, number, "%s: cannot be saved: %s", name, g_strerror (number));
  return FALSE;
}

/* A new file beside @target that nobody could have guessed; its name goes to @name. -1 with errno set. */
static int
open_beside (const char *target, mode_t mode, char **name)
{
  g_autofree char *folder = g_path_get_dirname (target);

  for (int tries = 0; tries < 100; tries++)
    {
      g_autofree char *base = g_strdup_printf (".qogam-%08x%08x.tmp", g_random_int (), g_random_int ());
      g_autofree char *path = g_build_filename (folder, base, NULL);
      int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

      if (fd >= 0)
        {
          *name = g_steal_pointer (&path);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }
  return -1;
}

static gboolean
write_all (int fd, GBytes *bytes, GCancellable *cancellable)
{
  gsize left;
  const char *p = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n;

      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
      n = write (fd, p, MIN (left, CHUNK));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      p += n;
      left -= (gsize) n;
    }
  return TRUE;
}

/* Makes the new name last over a loss of power. Some file systems cannot, and there is nothing to be done
 * then. */
static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* Everything but the closing and the renaming; errno says what went wrong. */
static gboolean
fill (int fd, const struct stat *old, GBytes *bytes, GCancellable *cancellable)
{
  if (!write_all (fd, bytes, cancellable))
    return FALSE;
  if (old != NULL)
    {
      /* A file of another owner's, or of a group that we are not in, becomes ours: rights that were given to
       * that group must not go to another then. */
      mode_t mode = old->st_mode & 07777;

      if (fchown (fd, (uid_t) -1, old->st_gid) != 0)
        mode &= ~(mode_t) 070;
      if (fchmod (fd, mode) != 0)
        return FALSE;
    }
  return fsync (fd) == 0;
}

/* Fills a new file beside @target and gives it that name. Returns 0 or an errno; nothing is left behind then.
 * @old: what is replaced; NULL for a new file */
static int
replace (const char *target, const struct stat *old, GBytes *bytes, GCancellable *cancellable)
{
  g_autofree char *temporary = NULL;
  /* 0600 until it has all its content and the old file's mode; a new file gets what the umask allows. */
  int fd = open_beside (target, old != NULL ? 0600 : 0666, &temporary), number = 0;

  if (fd < 0)
    return errno;
  if (!fill (fd, old, bytes, cancellable))
    number = errno;
  if (close (fd) != 0 && number == 0)
    number = errno;
  if (number == 0 && rename (temporary, target) != 0)
    number = errno;
  if (number != 0)
    unlink (temporary);
  else
    sync_folder (target);
  return number;
}

/* qg_file_write:
 * @path: in the encoding of file names; through a symbolic link, the file that it leads to is replaced, or
 * made where it is not there, and the link stays; of a hard link, this name alone gets the new file
 *
 * Writes to a new file in the same folder, brings it to disk and renames it, so that a crash at any moment
 * leaves the old file or the new one. The mode of an old file is kept. Nothing is left behind on errors
 * (%QG_ERRNO_ERROR, %G_IO_ERROR_CANCELLED), and the old file is intact then. */
gboolean
qg_file_write (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  int number = 0;
  g_autofree char *target = qg_link_follow (path, &number);
  struct stat info;
  gboolean is_old;

  if (target == NULL)
    return fail (path, number, error);
  is_old = stat (path, &info) == 0;
  if (is_old && !S_ISREG (info.st_mode))
    return fail (path, S_ISDIR (info.st_mode) ? EISDIR : EINVAL, error);
  if (is_old && access (path, W_OK) != 0)
    return fail (path, errno, error);
  number = replace (target, is_old ? &info : NULL, bytes, cancellable);
  if (number == 0)
    return TRUE;
  if (number == ECANCELED && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return fail (path, number, error);
}
