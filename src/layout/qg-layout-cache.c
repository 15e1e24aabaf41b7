/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* One file for each answer, named by the hash of its request: a line of magic, a checksum of the payload,
 * the payload. The time of a file is the time of its last use. The checksum finds what did not arrive on the
 * disk or was damaged there; the folder is the person's own, so it need not withstand anyone. SHA-256 took
 * longer than all else that is done with a layout. */

#include "qg-layout-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX ".layout"
static const char magic[8] = "QGlayo2\n";
/* Keeps the payload at a multiple of 8. */
#define HEAD (sizeof magic + sizeof (guint64))

static char *
file_of (const QgLayoutCache *cache, const char *hash)
{
  g_autofree char *name = g_strconcat (hash, SUFFIX, NULL);

  return g_build_filename (cache->dir, name, NULL);
}

/* Each step is one to one in what came before and in the word that is taken up (the factor is odd), so that
 * no change of one word goes unnoticed; four of them side by side keep a processor busy. */
static guint64
digest (const guint8 *data, gsize length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 lanes[4] = { 1, 2, 3, 4 }, sum = length;

  for (gsize i = 0; i < length; i += sizeof lanes)
    {
      guint64 words[4] = { 0 };

      memcpy (words, data + i, MIN (length - i, sizeof words));
      for (guint j = 0; j < 4; j++)
        {
          lanes[j] = (lanes[j] ^ words[j]) * factor;
          lanes[j] ^= lanes[j] >> 32;
        }
    }
  for (guint j = 0; j < 4; j++)
    {
      sum = (sum ^ lanes[j]) * factor;
      sum ^= sum >> 29;
    }
  return sum;
}

/* Reads a regular file that is no larger than the cache may be; whatever else stands there is not opened for
 * long. */
static GBytes *
read_file (const char *path, guint64 limit)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  struct stat about;
  guint8 *data;
  gsize length, got = 0;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &about) < 0 || !S_ISREG (about.st_mode) || about.st_size < (off_t) HEAD ||
      (guint64) about.st_size > limit)
    {
      close (fd);
      return NULL;
    }
  length = (gsize) about.st_size;
  data = g_malloc (length);
  while (got < length)
    {
      ssize_t n = read (fd, data + got, length - got);

      if (n <= 0 && !(n < 0 && errno == EINTR))
        break;
      got += n > 0 ? (gsize) n : 0;
    }
  futimens (fd, NULL); /* used now */
  close (fd);
  return g_bytes_new_take (data, got);
}

GBytes *
qg_layout_cache_read (const QgLayoutCache *cache, const char *hash)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) file = NULL;
  const guint8 *data;
  guint64 sum;
  gsize length;

  if (cache->dir == NULL)
    return NULL;
  path = file_of (cache, hash);
  file = read_file (path, cache->limit);
  if (file == NULL)
    return NULL;
  data = g_bytes_get_data (file, &length);
  sum = length >= HEAD ? digest (data + HEAD, length - HEAD) : 0;
  if (length < HEAD || memcmp (data, magic, sizeof magic) != 0 ||
      memcmp (data + sizeof magic, &sum, sizeof sum) != 0)
    {
      g_info ("%s: damaged; it will be made again", path);
      return NULL;
    }
  return g_bytes_new_from_bytes (file, HEAD, length - HEAD);
}

void
qg_layout_cache_remove (const QgLayoutCache *cache, const char *hash)
{
  g_autofree char *path = NULL;

  if (cache->dir == NULL)
    return;
  path = file_of (cache, hash);
  g_unlink (path);
}

typedef struct
{
  char *path;
  guint64 size;
  gint64 used;
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static int
by_use (gconstpointer a, gconstpointer b)
{
  const Entry *s = a, *t = b;

  return s->used < t->used ? -1 : s->used > t->used;
}

/* Removes what was not used for longest, until a tenth of the limit is free again. Files that are not ours
 * are left alone; what a killed process left half written goes. */
static void
make_room (const QgLayoutCache *cache)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GDir) dir = g_dir_open (cache->dir, 0, NULL);
  const char *name;
  guint64 total = 0;

  g_array_set_clear_func (entries, entry_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Entry entry = { .path = g_build_filename (cache->dir, name, NULL) };
      struct stat about;

      if (strstr (name, SUFFIX) == NULL || lstat (entry.path, &about) < 0 || !S_ISREG (about.st_mode))
        {
          g_free (entry.path);
          continue;
        }
      entry.size = (guint64) about.st_size;
      entry.used = (gint64) about.st_mtim.tv_sec * 1000000000 + about.st_mtim.tv_nsec;
      total += entry.size;
      g_array_append_val (entries, entry);
    }
  if (total <= cache->limit)
    return;
  g_array_sort (entries, by_use);
  for (guint i = 0; i < entries->len && total > cache->limit / 10 * 9; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (g_unlink (entry->path) == 0)
        total -= entry->size;
    }
}

void
qg_layout_cache_write (const QgLayoutCache *cache, const char *hash, GBytes *payload)
{
  g_autofree char *path = NULL;
  g_autofree guint8 *file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (payload, &length);
  guint64 sum;

  if (cache->dir == NULL || length + HEAD > cache->limit / 2)
    return;
  path = file_of (cache, hash);
  file = g_malloc (length + HEAD);
  memcpy (file, magic, sizeof magic);
  sum = digest (data, length);
  memcpy (file + sizeof magic, &sum, sizeof sum);
  memcpy (file + HEAD, data, length);
  if (g_mkdir_with_parents (cache->dir, 0700) < 0)
    {
      g_info ("%s: no layouts are kept: %s", cache->dir, g_strerror (errno));
      return;
    }
  /* Old or new, never a mixture; the disk need not have it at once: the checksum finds what did not arrive.
   */
  if (!g_file_set_contents_full (path, (const char *) file, (gssize) (length + HEAD),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    {
      g_info ("%s: the layout is not kept: %s", cache->dir, error->message);
      return;
    }
  make_room (cache);
}
