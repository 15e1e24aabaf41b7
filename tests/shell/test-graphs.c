/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Which graph of a file a window shows when the file has become another. */

#include <glib/gstdio.h>

#include "qg-graphs.h"

static void
test_load (void)
{
  static const struct
  {
    const char *text, *wish, *read; /* @read: NULL: it has others, but not this */
  } cases[] = {
    { "digraph one { a } digraph two { b }", NULL, "one" },
    { "digraph one { a } digraph two { b }", "two", "two" },
    { "digraph one { a } digraph two { b }", "three", NULL },
    /* One alone is it, whatever it was called before. */
    { "digraph one { a }", "two", "one" },
    { "digraph one { a }", NULL, "one" },
  };
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.gv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *graph = g_strdup (cases[i].wish);
      g_autoptr (GPtrArray) graphs = NULL;
      g_autoptr (QgProblems) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (QgMap) map = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      map = qg_graphs_load (file, &graph, &graphs, &problems, NULL, &error);
      g_assert_nonnull (problems);
      if (cases[i].read != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (graph, ==, cases[i].read);
        }
      else
        {
          g_assert_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH);
          g_assert_null (map);
          g_assert_cmpstr (graph, ==, cases[i].wish);
          g_assert_cmpuint (graphs->len, ==, 2);
        }
    }
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shell/graphs/load", test_load);
  return g_test_run ();
}
