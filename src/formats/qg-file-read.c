/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-file-read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qg-formats-error.h"
#include "qg-places.h"

#define CHUNK ((gsize) 1024 * 1024)

static gboolean
fail (QgProblems *problems, GError **error, QgFormatsError code, const char *message_id, const char *arg,
      const char *expected_id)
{
  g_autoptr (GString) message = g_string_new (message_id);

  qg_problems_add (problems, QG_PROBLEM_ERROR, 0, 0, message_id, arg, NULL, expected_id, NULL);
  g_string_replace (message, "%s", arg != NULL ? arg : "", 0);
  g_set_error_literal (error, QG_FORMATS_ERROR, (gint) code, message->str);
  return FALSE;
}

static gboolean
fail_errno (QgProblems *problems, GError **error, int number)
{
  char code[16];

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return fail (problems, error, QG_FORMATS_ERROR_NOT_FOUND, N_ ("there is no such file"), NULL, NULL);
    case EACCES:
    case EPERM:
      return fail (problems, error, QG_FORMATS_ERROR_PERMISSION,
                   N_ ("you have no permission to read this file"), NULL, NULL);
    case ENXIO:
      return fail (problems, error, QG_FORMATS_ERROR_SPECIAL, N_ ("this is a socket or a device, not a file"),
                   NULL, N_ ("a regular file"));
    case EIO:
      return fail (problems, error, QG_FORMATS_ERROR_READ,
                   N_ ("the file cannot be read: the disk does not work as it should"), NULL, NULL);
    case ELOOP:
      return fail (problems, error, QG_FORMATS_ERROR_READ,
                   N_ ("the file cannot be read: links lead in a circle"), NULL, NULL);
    case ENAMETOOLONG:
      return fail (problems, error, QG_FORMATS_ERROR_READ,
                   N_ ("the file cannot be read: its name is too long"), NULL, NULL);
    case ENOMEM:
      return fail (problems, error, QG_FORMATS_ERROR_READ,
                   N_ ("the file cannot be read: there is not enough memory"), NULL, NULL);
    case EMFILE:
    case ENFILE:
      return fail (problems, error, QG_FORMATS_ERROR_READ,
                   N_ ("the file cannot be read: too many files are open"), NULL, NULL);
    default:
      g_snprintf (code, sizeof code, "%d", number);
      return fail (problems, error, QG_FORMATS_ERROR_READ,
                   N_ ("the file cannot be read: the system says no (error %s)"), code, NULL);
    }
}

static gboolean
check_kind (const struct stat *info, QgProblems *problems, GError **error)
{
  const char *const expected = N_ ("a regular file");

  if (S_ISREG (info->st_mode))
    {
      if (info->st_size > (off_t) QG_FILE_MAX_SIZE)
        return fail (problems, error, QG_FORMATS_ERROR_TOO_LARGE, N_ ("the file is too large"), NULL,
                     N_ ("at most 256 MiB"));
      return TRUE;
    }
  if (S_ISDIR (info->st_mode))
    return fail (problems, error, QG_FORMATS_ERROR_DIRECTORY, N_ ("this is a folder, not a file"), NULL,
                 expected);
  if (S_ISFIFO (info->st_mode))
    return fail (problems, error, QG_FORMATS_ERROR_SPECIAL, N_ ("this is a pipe, not a file"), NULL,
                 expected);
  return fail (problems, error, QG_FORMATS_ERROR_SPECIAL, N_ ("this is a socket or a device, not a file"),
               NULL, expected);
}

/* All of @fd, up to the limit; a file may grow, or not know its size (in /proc), so the size is not trusted.
 */
static GByteArray *
read_all (int fd, gsize guess, QgProblems *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) guess + 2);
  gsize used = 0;

  for (;;)
    {
      gsize wanted = used < guess ? guess - used + 1 : used < CHUNK ? CHUNK / 16 : CHUNK;
      gsize room = MIN (wanted, QG_FILE_MAX_SIZE + 1 - used);
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, (guint) (used + room));
      n = read (fd, bytes->data + used, room);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail_errno (problems, error, errno);
          return NULL;
        }
      used += (gsize) n;
      if (n == 0)
        break;
      if (used > QG_FILE_MAX_SIZE)
        {
          fail (problems, error, QG_FORMATS_ERROR_TOO_LARGE, N_ ("the file is too large"), NULL,
                N_ ("at most 256 MiB"));
          return NULL;
        }
    }
  g_byte_array_set_size (bytes, (guint) used);
  return g_steal_pointer (&bytes);
}

/* qg_file_read:
 * @path: in the encoding of file names
 * @problems: where an error is noted, too
 *
 * Reads a regular file of at most %QG_FILE_MAX_SIZE bytes. Never waits for anyone: a FIFO or a device is
 * refused without being read. Errors: %QG_FORMATS_ERROR, or %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what is in it, with a NUL behind the end that does not count; %NULL with @error
 * set. */
GBytes *
qg_file_read (const char *path, QgProblems *problems, GCancellable *cancellable, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  GByteArray *bytes = NULL;
  struct stat info;

  if (fd < 0)
    {
      fail_errno (problems, error, errno);
      return NULL;
    }
  if (fstat (fd, &info) != 0)
    fail_errno (problems, error, errno);
  else if (check_kind (&info, problems, error))
    bytes = read_all (fd, (gsize) info.st_size, problems, cancellable, error);
  close (fd);
  if (bytes == NULL)
    return NULL;
  if (bytes->len == 0)
    {
      fail (problems, error, QG_FORMATS_ERROR_EMPTY, N_ ("the file is empty"), NULL, NULL);
      g_byte_array_unref (bytes);
      return NULL;
    }
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_set_size (bytes, bytes->len - 1);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
looks_like_utf16 (const char *data, gsize length)
{
  const guchar *d = (const guchar *) data;

  if (length < 2)
    return FALSE;
  if ((d[0] == 0xFF && d[1] == 0xFE) || (d[0] == 0xFE && d[1] == 0xFF))
    return TRUE;
  return length >= 4 && ((d[0] == 0 && d[1] != 0 && d[2] == 0 && d[3] != 0) ||
                         (d[0] != 0 && d[1] == 0 && d[2] != 0 && d[3] == 0));
}

static gboolean
fail_at (const char *data, gsize length, const char *place, QgProblems *problems, GError **error,
         const char *message_id, const char *arg)
{
  g_autoptr (QgPlaces) places = qg_places_new (data, (gsize) (place - data));
  g_autoptr (GString) message = g_string_new (message_id);
  guint line, column;

  qg_places_find (places, (gsize) (place - data), &line, &column);
  qg_problems_add (problems, QG_PROBLEM_ERROR, line, column, message_id, arg, NULL, N_ ("text in UTF-8"),
                   NULL);
  g_string_replace (message, "%s", arg != NULL ? arg : "", 0);
  g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_ENCODING, message->str);
  return FALSE;
}

/* Eight bytes of which each is ASCII and none is NUL. */
static inline gboolean
is_plain (const char *p)
{
  const guint64 ones = G_MAXUINT64 / 255;
  guint64 word;

  memcpy (&word, p, sizeof word);
  return ((word | (word - ones)) & (ones * 0x80)) == 0;
}

/* qg_file_is_utf8:
 * @end: (out) (optional): the first byte that is not, else the end
 *
 * g_utf8_validate_len() for files, which are ASCII for the most part: a map of 100,000 nodes was looked
 * through for a third of a second. */
gboolean
qg_file_is_utf8 (const char *data, gsize length, const char **end)
{
  /* Of no bytes there may be no address either, to which nothing may be added. */
  const char *p = data, *stop = length > 0 ? data + length : data;
  gboolean valid = TRUE;

  while (valid && p < stop)
    {
      const char *run;

      while (stop - p >= 8 && is_plain (p))
        p += 8;
      while (p < stop && (guchar) *p - 1u < 0x7f)
        p++;
      /* Bytes above ASCII make whole letters among themselves. */
      for (run = p; p < stop && (guchar) *p >= 0x80;)
        p++;
      valid = g_utf8_validate_len (run, (gsize) (p - run), &run) && (p == stop || *p != '\0');
      p = valid ? p : run;
    }
  if (end != NULL)
    *end = p;
  return valid;
}

/* qg_file_check_text:
 * Whether @data is text as every format of text must be: UTF-8 without a NUL; a byte-order mark is let pass
 * here. */
gboolean
qg_file_check_text (const char *data, gsize length, QgProblems *problems, GError **error)
{
  const char *end;

  if (looks_like_utf16 (data, length))
    return fail (problems, error, QG_FORMATS_ERROR_ENCODING, N_ ("the file is in UTF-16; save it as UTF-8"),
                 NULL, NULL);
  if (!qg_file_is_utf8 (data, length, &end))
    {
      g_autofree char *byte = g_strdup_printf ("0x%02X", (guint) (guchar) *end);

      if (*end == '\0')
        return fail_at (data, length, end, problems, error, N_ ("a NUL byte"), NULL);
      return fail_at (data, length, end, problems, error,
                      N_ ("the byte %s is not UTF-8; save the file as UTF-8"), byte);
    }
  return TRUE;
}
