/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* As much as a file may hold of one thing: what takes a moment would take minutes if it grew with the square
 * of it. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"
#include "qg-plain-text.h"

static char *
repeat (const char *begin, const char *piece, guint n)
{
  GString *text = g_string_new (begin);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* Millions of tags and comments that begin and never end: their ends are looked for once. */
static void
test_no_ends (void)
{
  g_autofree char *tags = repeat ("<html", "<", 8000000), *plain_tags = qg_plain_from_markup (tags);
  g_autofree char *comments = repeat ("<html>", "<!--x>", 1000000);
  g_autofree char *plain_comments = qg_plain_from_markup (comments);

  g_assert_true (g_str_equal (plain_tags, tags));
  g_assert_cmpstr (plain_comments, ==, "");
}

/* A square number of kinds and entities would take minutes, under sanitizers many. */
static void
test_many_kinds (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *table = g_build_filename (folder, "m.csv", NULL);
  g_autofree char *path = g_build_filename (folder, "m.canvas", NULL);
  g_autoptr (GFile) read = g_file_new_for_path (table), file = g_file_new_for_path (path);
  GString *text = g_string_new ("id,name,kind\n");
  g_autoptr (QgMap) map = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "e%u,e%u,k%u\n", i, i, i);
  g_assert_true (g_file_set_contents (table, text->str, (gssize) text->len, NULL));
  map = qg_map_load (read, NULL, NULL, NULL);
  g_assert_nonnull (map);
  g_assert_cmpuint (qg_map_get_n_kinds (map), ==, 100000);
  g_assert_true (qg_map_save (map, file, NULL, NULL, NULL, NULL));
  g_remove (path);
  g_remove (table);
  g_rmdir (folder);
  g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/many/no-ends", test_no_ends);
  g_test_add_func ("/formats/many/kinds", test_many_kinds);
  return g_test_run ();
}
