/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Tables row by row: cells, where they are, and what ends them. */

#include <string.h>

#include "qg-csv.h"

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
  g_assert_cmpuint (csv->bad_line, ==, 0);
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
  g_assert_cmpuint (csv->bad_line, ==, 0);
  g_assert_false (qg_csv_next (csv));
  g_assert_cmpuint (csv->bad_line, ==, 3);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/csv/rows", test_rows);
  g_test_add_func ("/formats/csv/nothing", test_nothing);
  g_test_add_func ("/formats/csv/never-closed", test_never_closed);
  g_test_add_func ("/formats/csv/wide", test_wide);
  g_test_add_func ("/formats/csv/too-many", test_too_many);
  return g_test_run ();
}
