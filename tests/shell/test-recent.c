/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The list of maps that were opened lately. */

#include <glib/gstdio.h>

#include "qg-paths.h"
#include "qg-recent.h"

static char *
dup_list (void)
{
  g_autoptr (GPtrArray) files = qg_recent_load ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", g_file_peek_path (files->pdata[i]));
  return g_strdup (list->str);
}

static void
assert_list (const char *expected)
{
  g_autofree char *list = dup_list ();

  g_assert_cmpstr (list, ==, expected);
}

static void
add (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  qg_recent_add (file, NULL);
}

static void
test_order (void)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/b c.gv"), gone = NULL;
  g_autofree char *bundled = qg_paths_dup_bundled_map ();

  qg_recent_clear ();
  assert_list ("");
  add ("/a.json");
  add ("/b c.gv");
  add ("/қоғам.json");
  assert_list ("/қоғам.json /b c.gv /a.json");
  /* Each once, the newest first. */
  add ("/a.json");
  assert_list ("/a.json /қоғам.json /b c.gv");
  qg_recent_remove (other);
  assert_list ("/a.json /қоғам.json");
  /* Two tables of a pair are one map. */
  add ("/m-entities.csv");
  add ("/m-relations.csv");
  assert_list ("/m-relations.csv /a.json /қоғам.json");
  gone = g_file_new_for_path ("/m-relations.csv");
  qg_recent_remove (gone);
  /* Not for the list. */
  add ("https://example.org/a.json");
  add (bundled);
  assert_list ("/a.json /қоғам.json");
  qg_recent_clear ();
  assert_list ("");
  qg_recent_clear ();
}

static void
test_most (void)
{
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < QG_RECENT_MOST + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("/%u.json", i);

      add (name);
    }
  files = qg_recent_load ();
  g_assert_cmpuint (files->len, ==, QG_RECENT_MOST);
  g_assert_cmpstr (g_file_peek_path (files->pdata[0]), ==, "/14.json");
  qg_recent_clear ();
}

/* What is no address of a file is passed over. */
static void
test_damaged (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "qogam", NULL);
  g_autofree char *path = g_build_filename (folder, "recent", NULL);
  static const char text[] =
      "nonsense\n\nhttps://example.org/x\nfile:///a.json\nfile:///a.json\nfile:///b%00\n";

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  assert_list ("/a.json");
  g_assert_true (g_file_set_contents (path, "file:///\xFF\n", -1, NULL));
  assert_list ("");
  add ("/c.json");
  assert_list ("/c.json");
  qg_recent_clear ();
}

static void
assert_graph (GFile *file, const char *expected)
{
  g_autofree char *graph = qg_recent_dup_graph (file);

  g_assert_cmpstr (graph, ==, expected);
}

/* Of a file with several graphs the one that was shown last, whatever letters its name has. */
static void
test_graphs (void)
{
  static const char *const graphs[] = { "club", "town hall\nnew %20 #1", "қоғам", "3" };
  g_autoptr (GFile) several = g_file_new_for_path ("/several maps.gv");
  g_autoptr (GFile) unknown = g_file_new_for_path ("/unknown.gv");

  qg_recent_clear ();
  for (guint i = 0; i < G_N_ELEMENTS (graphs); i++)
    {
      add ("/a.json");
      qg_recent_add (several, graphs[i]);
      assert_graph (several, graphs[i]);
      assert_list ("/several maps.gv /a.json");
    }
  /* Another graph of the first file is a change, too. */
  qg_recent_add (several, "club");
  assert_graph (several, "club");
  add ("/a.json");
  assert_graph (several, "club");
  assert_graph (unknown, NULL);
  /* It has but one now. */
  qg_recent_add (several, NULL);
  assert_graph (several, NULL);
  qg_recent_clear ();
  assert_graph (several, NULL);
}

static void
test_names (void)
{
  static const char *const paths[] = { "/one/map.json", "/two/map.json", "/two/other.gv" };
  static const char *const expected[] = { "map.json — one", "map.json — two", "other.gv" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref), names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  names = qg_recent_dup_names (files);
  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < names->len; i++)
    g_assert_cmpstr (names->pdata[i], ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/shell/recent/order", test_order);
  g_test_add_func ("/shell/recent/most", test_most);
  g_test_add_func ("/shell/recent/damaged", test_damaged);
  g_test_add_func ("/shell/recent/graphs", test_graphs);
  g_test_add_func ("/shell/recent/names", test_names);
  return g_test_run ();
}
