/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-layouter.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#include "qg-layout-private.h"

static char *dir;

static QgLayoutRequest *
make_request (double width)
{
  QgSize nodes[] = { { width, 30 }, { 60, 30 } };
  static const QgLayoutEdge edge = { 0, 1, QG_NONE };

  return qg_layout_request_new (&(QgLayoutRequest){ .node_gap = 10,
                                                    .rank_gap = 30,
                                                    .root = QG_NONE,
                                                    .n_nodes = 2,
                                                    .n_edges = 1,
                                                    .nodes = nodes,
                                                    .edges = &edge });
}

static char *
entry_of (QgLayoutRequest *request)
{
  g_autofree char *hash = qg_layout_request_hash (request), *name = g_strconcat (hash, ".layout", NULL);

  g_assert_cmpuint (strlen (hash), ==, 64);
  return g_build_filename (dir, name, NULL);
}

static void
run (QgLayouter *layouter, QgLayoutRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QgLayout) layout = qg_layouter_run (layouter, request, NULL, &error);

  g_assert_no_error (error);
}

static void
clear (void)
{
  g_autoptr (GDir) open = g_dir_open (dir, 0, NULL);
  const char *name;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_kept (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, dir);
  g_autoptr (QgLayouter) broken = qg_layouter_new ("/nonexistent", dir);
  g_autoptr (QgLayoutRequest) request = make_request (100), other = make_request (101);
  g_autofree char *path = entry_of (request), *other_path = entry_of (other);
  g_autoptr (QgLayout) first = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  struct stat about;

  g_assert_cmpstr (path, !=, other_path);
  g_assert_null (qg_layouter_lookup (layouter, request));
  first = qg_layouter_run (layouter, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (dir, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  /* No helper is needed any more. */
  again = qg_layouter_run (broken, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (first->nodes, first->n_nodes * sizeof (QgRect), again->nodes,
                   again->n_nodes * sizeof (QgRect));
  g_assert_cmpmem (first->points, first->n_points * sizeof (QgPoint), again->points,
                   again->n_points * sizeof (QgPoint));
  g_assert_null (qg_layouter_run (broken, other, NULL, &error));
  g_assert_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_MISSING);
  clear ();
}

/* Whatever byte is wrong, and wherever the file ends, it is made again. */
static void
test_damaged (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, dir);
  g_autoptr (QgLayoutRequest) request = make_request (100);
  g_autofree char *path = entry_of (request), *whole = NULL;
  gsize length;

  run (layouter, request);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (gsize i = 0; i < length; i += 3)
    {
      g_autofree char *bad = g_memdup2 (whole, length);
      g_autoptr (QgLayout) found = NULL;

      bad[i] ^= 0x40;
      g_assert_true (g_file_set_contents (path, bad, (gssize) length, NULL));
      found = qg_layouter_lookup (layouter, request);
      g_assert_null (found);
      g_assert_true (g_file_set_contents (path, whole, (gssize) i, NULL));
      found = qg_layouter_lookup (layouter, request);
      g_assert_null (found);
    }
  run (layouter, request);
  {
    g_autoptr (QgLayout) found = qg_layouter_lookup (layouter, request);

    g_assert_nonnull (found);
  }
  clear ();
}

/* A sound file that answers another request. */
static void
test_swapped (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, dir);
  g_autoptr (QgLayoutRequest) request = make_request (100), other = make_request (140);
  g_autofree char *path = entry_of (request), *other_path = entry_of (other);
  g_autoptr (QgLayout) found = NULL;

  run (layouter, request);
  g_assert_cmpint (g_rename (path, other_path), ==, 0);
  found = qg_layouter_lookup (layouter, other);
  g_assert_null (found);
  g_assert_false (g_file_test (other_path, G_FILE_TEST_EXISTS));
  clear ();
}

static void
test_bounded (void)
{
  QgLayoutCache cache = { dir, 10000 };
  g_autofree guint8 *noise = g_malloc0 (1000);
  g_autoptr (GBytes) payload = g_bytes_new (noise, 1000);
  g_autoptr (GBytes) old = NULL, young = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *hash = g_strdup_printf ("%064u", i), *name = g_strconcat (hash, ".layout", NULL);
      g_autofree char *path = g_build_filename (dir, name, NULL);

      qg_layout_cache_write (&cache, hash, payload);
      utime (path, &(struct utimbuf){ i * 10 + 1000, i * 10 + 1000 });
    }
  old = qg_layout_cache_read (&cache, "0000000000000000000000000000000000000000000000000000000000000000");
  young = qg_layout_cache_read (&cache, "0000000000000000000000000000000000000000000000000000000000000019");
  g_assert_null (old);
  g_assert_nonnull (young);
  g_assert_true (g_bytes_equal (young, payload));
  {
    g_autoptr (GDir) open = g_dir_open (dir, 0, NULL);
    guint n = 0;

    while (g_dir_read_name (open) != NULL)
      n++;
    g_assert_cmpuint (n, <=, 10);
    g_assert_cmpuint (n, >=, 7);
  }
  clear ();
}

/* A cache that cannot be is none: no error, no abort. */
static void
test_no_place (void)
{
  g_autofree char *file = g_build_filename (dir, "file", NULL), *below = g_build_filename (file, "in", NULL);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, below);
  g_autoptr (QgLayoutRequest) request = make_request (100);

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  run (layouter, request);
  clear ();
}

int
main (int argc, char **argv)
{
  g_autofree char *top = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  top = g_dir_make_tmp ("qogam-cache-XXXXXX", NULL);
  dir = g_build_filename (top, "layouts", NULL);
  g_test_add_func ("/cache/kept", test_kept);
  g_test_add_func ("/cache/damaged", test_damaged);
  g_test_add_func ("/cache/swapped", test_swapped);
  g_test_add_func ("/cache/bounded", test_bounded);
  g_test_add_func ("/cache/no-place", test_no_place);
  result = g_test_run ();
  g_rmdir (dir);
  g_rmdir (top);
  return result;
}
