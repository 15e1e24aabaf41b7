/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-own-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qg-formats-error.h"

static QgOwn *
new_own (void)
{
  QgOwn *own = qg_own_new ();
  QgOwnView *view = qg_own_view_new ("own-1", "Менің «көрінісім» \"1\"");
  const char *const entities[] = { "a", "b", NULL }, *const none[] = { NULL },
                    *const hidden[] = { "c", NULL }, *const without[] = { "r1", "r2", NULL };

  g_strfreev (view->entities);
  view->entities = g_strdupv ((GStrv) entities);
  g_strfreev (view->without);
  view->without = g_strdupv ((GStrv) without);
  g_strfreev (view->collapsed);
  view->collapsed = g_strdupv ((GStrv) hidden);
  view->page = g_strdup ("16:9");
  view->layout.engine = QG_ENGINE_TWOPI;
  view->layout.spacing = 1.5;
  view->layout.groups_by_kind = TRUE;
  g_ptr_array_add (view->levels, g_strdupv ((GStrv) entities));
  qg_own_add_view (own, NULL, view, QG_NONE);
  qg_own_set_hidden (own, hidden, none);
  return own;
}

static char *
dup_path (const char *identity)
{
  char *path = qg_own_file_dup_path (identity);

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  return path;
}

static void
test_there_and_back (void)
{
  g_autofree char *path = dup_path ("/maps/one.json"), *other = dup_path ("/maps/two.json"), *told = NULL;
  g_autoptr (QgOwn) own = new_own (), back = NULL, none = NULL;
  g_autoptr (GBytes) bytes = qg_own_file_print (own, "/maps/one.json"), again = NULL;
  g_autoptr (GError) error = NULL;
  const QgOwnView *view;

  qg_own_file_save (path, bytes, &error);
  g_assert_no_error (error);
  back = qg_own_file_load (path, &told, &error);
  g_assert_no_error (error);
  g_assert_null (told);
  g_assert_cmpuint (qg_own_get_n_views (back), ==, 1);
  view = qg_own_get_view (back, 0);
  g_assert_cmpstr (view->title, ==, "Менің «көрінісім» \"1\"");
  g_assert_cmpstr (view->entities[1], ==, "b");
  g_assert_cmpuint (g_strv_length (view->without), ==, 2);
  g_assert_cmpstr (view->without[1], ==, "r2");
  g_assert_cmpstr (view->page, ==, "16:9");
  g_assert_cmpstr (view->collapsed[0], ==, "c");
  g_assert_cmpint (view->layout.engine, ==, QG_ENGINE_TWOPI);
  g_assert_cmpfloat (view->layout.spacing, ==, 1.5);
  g_assert_true (view->layout.groups_by_kind);
  g_assert_cmpuint (view->levels->len, ==, 1);
  g_assert_cmpstr (qg_own_get_hidden_entities (back)[0], ==, "c");
  again = qg_own_file_print (back, "/maps/one.json");
  g_assert_true (g_bytes_equal (bytes, again));
  /* Each map has a file of its own. */
  g_assert_cmpstr (path, !=, other);
  none = qg_own_file_load (other, &told, &error);
  g_assert_no_error (error);
  g_assert_null (told);
  g_assert_cmpuint (qg_own_get_n_views (none), ==, 0);
}

/* What is damaged is put aside, not lost. */
static void
test_damaged (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "{\"own\": 1, \"views\": []}",
    "{\"own\": 1, \"views\": [{\"id\": \"x\"}], \"hidden_entities\": [], \"hidden_relations\": []}",
    "{\"own\": 1, \"views\": [], \"hidden_entities\": [1], \"hidden_relations\": []}",
    "{\"own\": 1, \"views\": [{\"id\": \"x\", \"title\": \"x\", \"entities\": [], \"without\": [], "
    "\"layout\": {\"engine\": \"rm\", \"direction\": \"down\"}}], \"hidden_entities\": [], "
    "\"hidden_relations\": []}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("/maps/damaged-%u.json", i);
      g_autofree char *path = dup_path (name), *folder = g_path_get_dirname (path), *told = NULL;
      g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL), *kept = NULL;
      g_autoptr (QgOwn) own = NULL;

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      own = qg_own_file_load (path, &told, NULL);
      g_assert_nonnull (own);
      g_assert_nonnull (told);
      g_assert_cmpuint (qg_own_get_n_views (own), ==, 0);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);
    }
}

static void
assert_unread (const char *path, QgFormatsError code)
{
  g_autofree char *told = NULL, *aside = g_strconcat (path, ".damaged-1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (qg_own_file_load (path, &told, &error));
  g_assert_error (error, QG_FORMATS_ERROR, (gint) code);
  g_assert_null (told);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

/* What cannot be read may be whole, and stays where it is. */
static void
test_unread (void)
{
  g_autofree char *path = dup_path ("/maps/unread.json"), *folder = dup_path ("/maps/folder.json");
  g_autofree char *told = NULL;
  g_autoptr (QgOwn) own = new_own (), back = NULL;
  g_autoptr (GBytes) bytes = qg_own_file_print (own, "/maps/unread.json");
  g_autoptr (GError) error = NULL;
  struct rlimit old, limit;
  int next;

  g_assert_true (qg_own_file_save (path, bytes, NULL));
  /* No file can be opened any more. */
  next = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (next, >=, 0);
  close (next);
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = (rlim_t) next;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  assert_unread (path, QG_FORMATS_ERROR_READ);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &old), ==, 0);
  /* root may read everything. */
  g_assert_cmpint (chmod (path, 0), ==, 0);
  if (geteuid () != 0)
    assert_unread (path, QG_FORMATS_ERROR_PERMISSION);
  g_assert_cmpint (chmod (path, 0600), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  assert_unread (folder, QG_FORMATS_ERROR_DIRECTORY);
  g_rmdir (folder);
  back = qg_own_file_load (path, &told, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qg_own_get_n_views (back), ==, 1);
  /* What was made instead of it says so. */
  g_assert_null (qg_own_get_unread (back));
  error = g_error_new_literal (QG_FORMATS_ERROR, QG_FORMATS_ERROR_READ, "words");
  qg_own_set_unread (back, error);
  g_assert_error (qg_own_get_unread (back), QG_FORMATS_ERROR, QG_FORMATS_ERROR_READ);
}

static guint
count_views (const char *identity, const char *former)
{
  g_autofree char *told = NULL;
  g_autoptr (QgOwn) own = qg_own_file_load_for (identity, former, &told, NULL);

  g_assert_null (told);
  return qg_own_get_n_views (own);
}

/* What was kept for a file of one graph is there when it has several, until something is kept for that graph.
 */
static void
test_former (void)
{
  const char *file = "/maps/three.gv", *graph = "/maps/three.gv#club";
  g_autofree char *path = dup_path (file), *graph_path = dup_path (graph);
  g_autoptr (QgOwn) own = new_own (), empty = qg_own_new ();
  g_autoptr (GBytes) bytes = qg_own_file_print (own, file), nothing = qg_own_file_print (empty, graph);

  g_assert_cmpuint (count_views (graph, file), ==, 0);
  g_assert_true (qg_own_file_save (path, bytes, NULL));
  g_assert_cmpuint (count_views (graph, NULL), ==, 0);
  g_assert_cmpuint (count_views (graph, file), ==, 1);
  g_assert_cmpuint (count_views (file, graph), ==, 1);
  g_assert_true (qg_own_file_save (graph_path, nothing, NULL));
  g_assert_cmpuint (count_views (graph, file), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/own-file/there-and-back", test_there_and_back);
  g_test_add_func ("/own-file/former", test_former);
  g_test_add_func ("/own-file/damaged", test_damaged);
  g_test_add_func ("/own-file/unread", test_unread);
  return g_test_run ();
}
