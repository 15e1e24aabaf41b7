/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Tables row by row: cells, where they are, and what ends them; and pairs of them, by their names. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-csv.h"
#include "qg-map-file.h"

static void
assert_cell (const QgCsv *csv, guint column, const char *text, guint line, guint at)
{
  QgCsvPlace place = qg_csv_get_place (csv, column);

  g_assert_cmpstr (qg_csv_get (csv, column), ==, text);
  g_assert_cmpuint (place.line, ==, line);
  g_assert_cmpuint (place.column, ==, at);
}

static void
test_rows (void)
{
  static const char text[] = "sep=;\n"
                             "id;name\r\n"
                             "\n"
                             ";;\r"
                             "ә; \"a\nb\"\"c\" ;x\n"
                             "last;";
  g_autoptr (QgCsv) csv = qg_csv_new (text, strlen (text));
  const char *kept;

  g_assert_cmpuint (csv->line, ==, 2);
  g_assert_cmpuint (csv->n, ==, 2);
  assert_cell (csv, 0, "id", 2, 1);
  assert_cell (csv, 1, "name", 2, 4);
  kept = qg_csv_get (csv, 1);
  g_assert_true (qg_csv_next (csv));
  g_assert_cmpuint (csv->line, ==, 5);
  g_assert_cmpuint (csv->n, ==, 3);
  assert_cell (csv, 0, "ә", 5, 1);
  assert_cell (csv, 1, "a\nb\"c ", 5, 4);
  assert_cell (csv, 2, "x", 6, 8);
  /* The row's, of a cell that it has not. */
  assert_cell (csv, 3, NULL, 5, 1);
  g_assert_true (qg_csv_next (csv));
  g_assert_cmpuint (csv->n, ==, 2);
  assert_cell (csv, 0, "last", 7, 1);
  assert_cell (csv, 1, "", 7, 6);
  g_assert_false (qg_csv_next (csv));
  g_assert_false (qg_csv_next (csv));
  g_assert_cmpuint (csv->bad.line, ==, 0);
  g_assert_cmpstr (kept, ==, "name");
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "\n\r\n", ";;;\n;", "sep=;", "sep=;\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (QgCsv) csv = qg_csv_new (texts[i], strlen (texts[i]));

      g_assert_cmpuint (csv->n, ==, 0);
      g_assert_null (qg_csv_get (csv, 0));
      g_assert_false (qg_csv_next (csv));
    }
}

/* What was read before stays good, what is swallowed is no row. */
static void
test_never_closed (void)
{
  static const char text[] = "id,name\na,A\nb,\"B\nc,C\n";
  g_autoptr (QgCsv) csv = qg_csv_new (text, strlen (text));

  g_assert_true (qg_csv_next (csv));
  g_assert_cmpuint (csv->bad.line, ==, 0);
  g_assert_false (qg_csv_next (csv));
  g_assert_cmpuint (csv->bad.line, ==, 3);
  g_assert_cmpuint (csv->bad.column, ==, 3);
}

/* A row of any length takes no more room than its text. */
static void
test_wide (void)
{
  enum
  {
    N = 1000000
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QgCsv) csv = NULL;

  for (guint i = 0; i < N; i++)
    g_string_append (text, "x,");
  g_string_append (text, "\nlast\n");
  csv = qg_csv_new (text->str, text->len);
  g_assert_cmpuint (csv->n, ==, QG_CSV_MAX_COLUMNS + 1);
  assert_cell (csv, QG_CSV_MAX_COLUMNS, "x", 1, 2 * QG_CSV_MAX_COLUMNS + 1);
  g_assert_true (qg_csv_next (csv));
  assert_cell (csv, 0, "last", 2, 1);
}

/* More cells than are read are told, be they in one row or in many. */
static void
test_too_many (void)
{
  gsize length = QG_CSV_MAX_CELLS + 10u, end;
  g_autofree char *text = g_malloc (length + 1);
  g_autoptr (QgCsv) csv = NULL;

  memset (text, ';', length);
  text[length] = '\0';
  text[length - 1] = 'c';
  memcpy (text, "a;b\n", 4);
  csv = qg_csv_new (text, length);
  g_assert_cmpuint (csv->n, ==, 2);
  g_assert_false (csv->too_many);
  g_assert_false (qg_csv_next (csv));
  g_assert_true (csv->too_many);
  g_clear_pointer (&csv, qg_csv_free);
  /* Empty lines are none, however many. */
  end = length - 4;
  for (gsize i = 49; i < end; i += 50)
    text[i] = '\n';
  memcpy (text + end - 1, "\nc;d", 5);
  csv = qg_csv_new (text, strlen (text));
  g_assert_true (qg_csv_next (csv));
  g_assert_cmpstr (qg_csv_get (csv, 1), ==, "d");
  g_assert_false (csv->too_many);
}

/* A pair in a folder of its own; the title of what comes of it, and what is said. */
static char *
dup_title (const char *entities, const char *relations, const char *first, const char *second, char **said)
{
  g_autofree char *top = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "Folder", NULL);
  g_autofree char *one = g_build_filename (folder, entities, NULL);
  g_autofree char *other = g_build_filename (folder, relations, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (one);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (QgMap) map = NULL;
  char *title;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (one, first, -1, NULL));
  g_assert_true (g_file_set_contents (other, second, -1, NULL));
  map = qg_map_load (file, &problems, NULL, NULL);
  g_assert_nonnull (map);
  title = g_strdup (qg_text_pick (qg_map_get_title (map), QG_LANG_EN, NULL));
  *said = qg_problems_dup_text (problems);
  g_remove (one);
  g_remove (other);
  g_rmdir (folder);
  g_rmdir (top);
  return title;
}

/* What belongs to the pair and not to the map is cut from its title, and nothing else. */
static void
test_titles (void)
{
  static const struct
  {
    const char *entities, *relations, *title;
  } cases[] = {
    { "Civil-entities.csv", "Civil-relations.csv", "Civil" },
    { "Civil_entities.csv", "Civil_relations.csv", "Civil" },
    { "Civil Entities.CSV", "Civil relations.CSV", "Civil" },
    { "Civil-entities.tsv", "Civil-relations.tsv", "Civil" },
    { "entities.csv", "relations.csv", "Folder" },
    { "myentities.csv", "myentities-relations.csv", "myentities" },
    { "identities.csv", "identities-relations.csv", "identities" },
    { "қоғамentities.csv", "x-relations.csv", "қоғамentities" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *title =
          dup_title (cases[i].entities, cases[i].relations, "id,name\na,A\n", "from,to\na,a\n", &said);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* Whichever of them is in another encoding, it is told of that one. */
static void
test_encodings (void)
{
  g_autofree char *said = NULL, *title = NULL, *plain = NULL, *other = NULL;

  title = dup_title ("a-entities.csv", "a-relations.csv", "id,name\na,\xD0\x90\n",
                     "from,verb,to\na,\xE7\xED\xE0\xE5\xF2,a\n", &said);
  g_assert_nonnull (strstr (said, "a-relations.csv: warning: the text was taken for WINDOWS-1251"));
  g_assert_null (strstr (said, "a-entities.csv: warning"));
  g_clear_pointer (&title, g_free);
  title = dup_title ("a-entities.csv", "a-relations.csv", "id,name\na,\xC0\xEA\xE8\n",
                     "from,verb,to\na,b,a\n", &other);
  g_assert_nonnull (strstr (other, "a-entities.csv: warning: the text was taken for WINDOWS-1251"));
  g_assert_null (strstr (other, "a-relations.csv: warning"));
  g_clear_pointer (&title, g_free);
  title = dup_title ("a-entities.csv", "a-relations.csv", "id,name\na,A\n", "from,verb,to\na,b,a\n", &plain);
  g_assert_null (strstr (plain, "taken for"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/csv/rows", test_rows);
  g_test_add_func ("/formats/csv/nothing", test_nothing);
  g_test_add_func ("/formats/csv/never-closed", test_never_closed);
  g_test_add_func ("/formats/csv/wide", test_wide);
  g_test_add_func ("/formats/csv/too-many", test_too_many);
  g_test_add_func ("/formats/csv/titles", test_titles);
  g_test_add_func ("/formats/csv/encodings", test_encodings);
  return g_test_run ();
}
