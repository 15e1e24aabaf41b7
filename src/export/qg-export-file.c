/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qg-errno.h"
#include "qg-exporter.h"
#include "qg-link.h"

struct _QgExportFile
{
  char *path;      /* as it was given, for messages */
  char *target;    /* where symbolic links lead; NULL: written to directly */
  char *folder;    /* of the target */
  char *temporary; /* the name of the file that is written; NULL while it has none */
  int fd;
  mode_t mode; /* of what is replaced; for a new file what the umask leaves */
  gboolean replaces, prepared, expects;
  QgFileStamp expected; /* where it expects something */
  GOutputStream *stream;
};

static void
set_error (GError **error, const char *path, int code)
{
  g_autofree char *advice = qg_errno_dup_advice (code);

  g_set_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_WRITE, _ ("Could not write “%s”. %s"), path, advice);
}

static int
errno_of (const GError *error)
{
  static const struct
  {
    int io, code;
  } known[] = {
    { G_IO_ERROR_NO_SPACE, ENOSPC },          { G_IO_ERROR_NOT_FOUND, ENOENT },
    { G_IO_ERROR_PERMISSION_DENIED, EACCES }, { G_IO_ERROR_READ_ONLY, EROFS },
    { G_IO_ERROR_BROKEN_PIPE, EPIPE },        { G_IO_ERROR_FILENAME_TOO_LONG, ENAMETOOLONG },
    { G_IO_ERROR_NOT_DIRECTORY, ENOTDIR },    { G_IO_ERROR_IS_DIRECTORY, EISDIR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_error_matches (error, G_IO_ERROR, known[i].io))
      return known[i].code;
  return EIO;
}

GError *
qg_export_file_explain (const char *path, GError *cause)
{
  GError *error = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return cause;
  if (cause->domain != G_IO_ERROR && cause->domain != QG_ERRNO_ERROR)
    return cause;
  set_error (&error, path, cause->domain == QG_ERRNO_ERROR ? cause->code : errno_of (cause));
  g_error_free (cause);
  return error;
}

/* A file that nobody sees, or one with a name that nobody guesses. */
static gboolean
open_temporary (QgExportFile *file)
{
  file->fd = open (file->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, file->mode);
  if (file->fd >= 0)
    return TRUE;
  if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)
    return FALSE;
  file->temporary = g_build_filename (file->folder, ".qogam-XXXXXX", NULL);
  file->fd = g_mkstemp_full (file->temporary, O_WRONLY | O_CLOEXEC, (int) file->mode);
  if (file->fd < 0)
    g_clear_pointer (&file->temporary, g_free);
  return file->fd >= 0;
}

/* Opens what the name stands for: the output, a device, a pipe; or a temporary file beside the target. */
static int
open_path (QgExportFile *file)
{
  struct stat status;
  int code = 0;

  if (strcmp (file->path, "-") == 0)
    return (file->fd = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)) >= 0 ? 0 : errno;
  file->target = qg_link_follow (file->path, &code);
  if (file->target == NULL)
    return code;
  file->folder = g_path_get_dirname (file->target);
  if (stat (file->target, &status) == 0)
    {
      if (S_ISDIR (status.st_mode))
        return EISDIR;
      if (!S_ISREG (status.st_mode))
        {
          g_clear_pointer (&file->target, g_free);
          return (file->fd = open (file->path, O_WRONLY | O_CLOEXEC)) >= 0 ? 0 : errno;
        }
      if (access (file->target, W_OK) != 0)
        return errno;
      file->mode = status.st_mode & 07777;
      file->replaces = TRUE;
    }
  return open_temporary (file) ? 0 : errno;
}

QgExportFile *
qg_export_file_open (const char *path, GError **error)
{
  g_autoptr (QgExportFile) file = g_new0 (QgExportFile, 1);
  int code;

  file->path = g_strdup (path);
  file->fd = -1;
  file->mode = 0666;
  code = open_path (file);
  if (code != 0)
    {
      set_error (error, path, code);
      return NULL;
    }
  file->stream = g_unix_output_stream_new (file->fd, FALSE);
  return g_steal_pointer (&file);
}

GOutputStream *
qg_export_file_get_stream (QgExportFile *file)
{
  return file->stream;
}

void
qg_file_stamp_take (QgFileStamp *stamp, const char *path)
{
  struct stat status;

  *stamp = (QgFileStamp){ FALSE };
  if (stat (path, &status) == 0)
    *stamp = (QgFileStamp){ .there = TRUE,
                            .device = status.st_dev,
                            .inode = status.st_ino,
                            .size = (guint64) status.st_size,
                            .seconds = status.st_mtim.tv_sec,
                            .nanoseconds = status.st_mtim.tv_nsec };
}

static gboolean
is_same (const QgFileStamp *a, const QgFileStamp *b)
{
  return a->there == b->there && a->device == b->device && a->inode == b->inode && a->size == b->size &&
         a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

void
qg_export_file_expect (QgExportFile *file, const QgFileStamp *stamp)
{
  file->expects = TRUE;
  file->expected = *stamp;
}

/* That it has gone does no harm. */
static gboolean
check_expected (QgExportFile *file, GError **error)
{
  g_autofree char *name = NULL;
  QgFileStamp now;

  if (!file->expects)
    return TRUE;
  qg_file_stamp_take (&now, file->target);
  if (!now.there || is_same (&now, &file->expected))
    return TRUE;
  name = g_filename_display_basename (file->path);
  g_set_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_THERE,
               file->expected.there ? _ ("“%s” was changed by another program meanwhile.")
                                    : _ ("“%s” is there now: another program has written it meanwhile."),
               name);
  return FALSE;
}

/* The temporary file takes the target's place. Where nothing is to be replaced, nothing is, whatever came in
 * the last moment; not every file system can tell. */
static gboolean
take_place (QgExportFile *file, GError **error)
{
  if (file->expects && !file->expected.there)
    {
      if (renameat2 (AT_FDCWD, file->temporary, AT_FDCWD, file->target, RENAME_NOREPLACE) == 0)
        return TRUE;
      if (errno == EEXIST && !check_expected (file, error))
        return FALSE;
    }
  if (rename (file->temporary, file->target) == 0)
    return TRUE;
  set_error (error, file->path, errno);
  return FALSE;
}

/* Gives the nameless file a name that nothing has yet. */
static gboolean
name_temporary (QgExportFile *file)
{
  g_autofree char *self = g_strdup_printf ("/proc/self/fd/%d", file->fd);

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_autofree char *base = g_strconcat (".qogam-", uuid, NULL);
      g_autofree char *name = g_build_filename (file->folder, base, NULL);

      if (linkat (AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        {
          file->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Not every file system lets a folder be synced; the file itself is safe already. */
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

gboolean
qg_export_file_prepare (QgExportFile *file, GError **error)
{
  if (!g_output_stream_flush (file->stream, NULL, error))
    return FALSE;
  if (file->target == NULL)
    return TRUE;
  if (!check_expected (file, error))
    return FALSE;
  if ((file->replaces && fchmod (file->fd, file->mode) != 0) || fsync (file->fd) != 0 ||
      (file->temporary == NULL && !name_temporary (file)))
    {
      set_error (error, file->path, errno);
      return FALSE;
    }
  file->prepared = TRUE;
  return TRUE;
}

gboolean
qg_export_file_commit (QgExportFile *file, GError **error)
{
  if (!file->prepared && !qg_export_file_prepare (file, error))
    return FALSE;
  if (file->target == NULL)
    return TRUE;
  if (!check_expected (file, error) || !take_place (file, error))
    return FALSE;
  g_clear_pointer (&file->temporary, g_free);
  sync_folder (file->folder);
  return TRUE;
}

void
qg_export_file_free (QgExportFile *file)
{
  if (file->temporary != NULL)
    unlink (file->temporary);
  g_clear_object (&file->stream);
  if (file->fd >= 0)
    close (file->fd);
  g_free (file->path);
  g_free (file->target);
  g_free (file->folder);
  g_free (file->temporary);
  g_free (file);
}

GPtrArray *
qg_export_file_make_names (const char *path, guint n, const char *ending)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *dotted = g_strconcat (".", ending, NULL);
  gsize stem = strlen (path);
  int digits = n > 99 ? 3 : 2;

  if (n <= 1)
    {
      g_ptr_array_add (names, g_strdup (path));
      return names;
    }
  if (stem > strlen (dotted) && g_ascii_strcasecmp (path + stem - strlen (dotted), dotted) == 0)
    stem -= strlen (dotted);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, g_strdup_printf ("%.*s-%0*u%s", (int) stem, path, digits, i + 1, dotted));
  return names;
}

guint
qg_export_file_count_there (GPtrArray *names, char **first)
{
  struct stat status;
  guint n = 0;

  *first = NULL;
  for (guint i = 0; i < names->len; i++)
    {
      /* A link that leads nowhere is something, too. */
      if (lstat (names->pdata[i], &status) != 0)
        continue;
      if (n++ == 0)
        *first = g_filename_display_name (names->pdata[i]);
    }
  return n;
}

GPtrArray *
qg_export_file_open_all (GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_export_file_free);

  for (guint i = 0; i < names->len; i++)
    {
      QgExportFile *file = qg_export_file_open (names->pdata[i], error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }
  return g_steal_pointer (&files);
}
