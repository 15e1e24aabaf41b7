/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Printing without a printer: GTK's own export of the operation, fitted and as a poster. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"
#include "qg-print.h"

typedef struct
{
  QgExplorer *explorer;
  QgLayouter *layouter;
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "export", "letters.qogam.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = qg_map_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  f->layouter = qg_layouter_new (NULL, NULL);
  f->explorer = qg_explorer_new (f->layouter);
  qg_explorer_set_map (f->explorer, map);
  g_assert_true (qg_explorer_wait (f->explorer, &error));
  f->folder = g_dir_make_tmp ("qogam-XXXXXX", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->explorer);
  g_object_unref (f->layouter);
  g_rmdir (f->folder);
  g_free (f->folder);
}

/* Prints into a file; its length and how many pages it has. */
static gsize
print (Fixture *f, guint sheets, int *n_pages)
{
  g_autoptr (GtkPrintOperation) operation = qg_print_new (f->explorer, f->layouter);
  g_autofree char *path = g_build_filename (f->folder, "print.pdf", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;
  gsize size;

  qg_print_set_sheets (QG_PRINT (operation), sheets);
  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_null (qg_print_get_error (QG_PRINT (operation)));
  g_object_get (operation, "n-pages", n_pages, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpint (strncmp (bytes, "%PDF-", 5), ==, 0);
  g_unlink (path);
  return size;
}

static void
test_fitted (Fixture *f, gconstpointer data)
{
  int n_pages;

  g_assert_cmpuint (print (f, 1, &n_pages), >, 5000);
  g_assert_cmpint (n_pages, >=, 1);
}

static void
test_poster (Fixture *f, gconstpointer data)
{
  int n_pages;

  g_assert_cmpuint (print (f, 3, &n_pages), >, 5000);
  g_assert_cmpint (n_pages, ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/shell/print/fitted", Fixture, NULL, set_up, test_fitted, tear_down);
  g_test_add ("/shell/print/poster", Fixture, NULL, set_up, test_poster, tear_down);
  return g_test_run ();
}
