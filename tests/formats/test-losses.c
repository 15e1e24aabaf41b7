/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What another format cannot keep is told, also of files that have too much. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"

/* The warnings, one a line, without the name of the file. */
static char *
dup_said (QgProblems *problems)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    {
      g_autofree char *message = qg_problem_dup_message (qg_problems_get (problems, i));

      g_string_append_printf (said, "%s\n", message);
    }
  return g_string_free (said, FALSE);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/* A table of very many columns that nobody knows, and relations that are left out. */
static void
test_too_many (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *entities = g_build_filename (folder, "entities.csv", NULL),
                  *relations = g_build_filename (folder, "relations.csv", NULL), *said = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (entities);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (QgMap) map = NULL;
  GString *head = g_string_new ("id,name"), *row = g_string_new ("\na,A");

  for (guint i = 0; i < 205; i++)
    {
      g_string_append_printf (head, ",column %u", i);
      g_string_append (row, ",1");
    }
  g_string_append_printf (head, "%s\n", row->str);
  g_assert_true (g_file_set_contents (entities, head->str, -1, NULL));
  g_assert_true (g_file_set_contents (relations, "from,to\na,b\na,c\na,\n", -1, NULL));
  map = qg_map_load (file, &problems, NULL, NULL);
  g_assert_nonnull (map);
  said = dup_said (problems);
  g_assert_nonnull (strstr (said, "(1), such as “b”\n"));
  g_assert_nonnull (strstr (said, "(1), such as “c”\n"));
  g_assert_nonnull (strstr (said, "left out: relations with only one end (1)\n"));
  g_assert_nonnull (strstr (said, "“column 199”\n"));
  g_assert_null (strstr (said, "“column 200”"));
  g_assert_nonnull (strstr (said, "not listed: 5 further sorts of what is not kept or left out (5)\n"));
  g_string_free (head, TRUE);
  g_string_free (row, TRUE);
  remove_all (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/losses/too-many", test_too_many);
  return g_test_run ();
}
