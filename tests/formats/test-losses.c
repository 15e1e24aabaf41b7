/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What another format cannot keep is told: of a map that has one of each, and of files that have too much. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"

static const char whole[] =
    "{\"qogam-map\": 1, \"id\": \"m\", \"title\": {\"kk\": \"Карта\", \"ru\": \"Карта РУ\", \"en\": \"Map\"},"
    "\"languages\": [\"kk\", \"ru\", \"en\"], \"version\": \"1.0\", \"date\": \"2026-11-01\", \"licence\": "
    "\"CC0\","
    "\"description\": {\"kk\": \"С\", \"ru\": \"О\", \"en\": \"D\"},"
    "\"kinds\": [{\"id\": \"k\", \"name\": {\"kk\": \"к\", \"ru\": \"к\", \"en\": \"k\"}, \"symbol\": "
    "\"flag\", "
    "\"quiet\": true},"
    "{\"id\": \"unused\", \"name\": {\"kk\": \"к\", \"ru\": \"к\", \"en\": \"k\"}}],"
    "\"verbs\": [{\"id\": \"v\", \"label\": {\"kk\": \"в\", \"ru\": \"в\", \"en\": \"v\"}, \"inverse\": "
    "{\"kk\": "
    "\"и\", \"ru\": \"и\", \"en\": \"i\"}, \"plural\": {\"ru\": \"вв\"}},"
    "{\"id\": \"w\", \"label\": {\"kk\": \"в\", \"ru\": \"в\", \"en\": \"v\"}, \"inverse\": {\"kk\": \"и\", "
    "\"ru\": "
    "\"и\", \"en\": \"i\"}}],"
    "\"sources\": [{\"id\": \"s\", \"title\": {\"kk\": \"Д\", \"ru\": \"И\", \"en\": \"S\"}, \"url\": "
    "\"https://example.org/\"}],"
    "\"entities\": [{\"id\": \"a\", \"kind\": \"k\", \"name\": {\"kk\": \"А\", \"ru\": \"А\", \"en\": "
    "\"A\"}, \"plural\": "
    "[\"ru\"], \"importance\": 3, \"sources\": [{\"source\": \"s\"}]}],"
    "\"relations\": [{\"id\": \"r\", \"from\": \"a\", \"to\": \"a\", \"verb\": \"v\", \"sources\": "
    "[{\"source\": "
    "\"s\"}]}]}";

#define ABOUT "not kept: the map’s version, date and license (3)\n"
#define OWN                                                                                                  \
  "not kept: places in sources (1)\nnot kept: sources (1)\nnot kept: verbs in the plural, and marks of "     \
  "names that are "                                                                                          \
  "plurals (2)\nnot kept: marks of quiet kinds (1)\nnot kept: kinds without an entity and verbs without a "  \
  "relation (2)\n"

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

static void
test_formats (void)
{
  static const struct
  {
    const char *name, *said;
  } cases[] = {
    { "m.gv", ABOUT OWN },
    { "m.graphml", ABOUT OWN },
    { "m.cxl", ABOUT OWN },
    { "m.csv", ABOUT "not kept: the map’s id (1)\nnot kept: the map’s title (3)\nnot kept: the map’s "
                     "description (3)\n" OWN },
    { "m.gexf", ABOUT
      "not kept: the map’s id (1)\nnot kept: the map’s title in other languages (2)\nnot kept: the map’s "
      "description (3)\n" OWN },
    { "m.canvas", ABOUT
      "not kept: the map’s id (1)\nnot kept: the map’s title (3)\nnot kept: the map’s description (3)\n"
      "not kept: places in sources (2)\nnot kept: sources (1)\nnot kept: verbs in the plural, and marks of "
      "names "
      "that are plurals (2)\nnot kept: marks of quiet kinds (1)\nnot kept: kinds without an entity and verbs "
      "without a relation (2)\nnot kept: further languages (2)\n"
      "not kept: symbols of kinds, short names, importance and inverse verbs (4)\n" },
    { "m.json", "" },
  };
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "whole.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = NULL;

  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  map = qg_map_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_build_filename (folder, cases[i].name, NULL), *said = NULL;
      g_autoptr (GFile) to = g_file_new_for_path (name);
      g_autoptr (QgProblems) losses = NULL;

      g_assert_true (qg_map_save (map, to, NULL, &losses, NULL, &error));
      said = losses != NULL ? dup_said (losses) : g_strdup ("");
      if (strcmp (said, cases[i].said) != 0)
        g_error ("%s: “%s” is not “%s”", cases[i].name, said, cases[i].said);
    }
  remove_all (folder);
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
  g_assert_nonnull (strstr (said, "(2), such as “b”\n"));
  g_assert_null (strstr (said, "“c”"));
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
  g_test_add_func ("/formats/losses/formats", test_formats);
  g_test_add_func ("/formats/losses/too-many", test_too_many);
  return g_test_run ();
}
