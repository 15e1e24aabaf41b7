/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The bundled map through every format and back: ids, names, verbs, kinds and directions stay. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"
#include "qg-paths.h"

static QgMap *
load (const char *path, guint *n_errors)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  QgMap *map = qg_map_load (file, &problems, NULL, &error);

  g_assert_no_error (error);
  *n_errors = qg_problems_get_n_errors (problems);
  return map;
}

static QgMap *
load_bundled (void)
{
  g_autofree char *path = qg_paths_dup_bundled_map ();
  guint n;

  return load (path, &n);
}

static void
assert_same_text (const QgText *a, const QgText *b, const QgLang *langs, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (qg_text_get (a, langs[i]), ==, qg_text_get (b, langs[i]));
}

static guint
find_verb (QgMap *map, const char *id)
{
  for (guint i = 0; i < qg_map_get_n_verbs (map); i++)
    if (strcmp (qg_map_get_verb (map, i)->id, id) == 0)
      return i;
  g_error ("no verb %s", id);
}

static void
assert_same_entities (QgMap *a, QgMap *b, const QgLang *langs, guint n)
{
  g_assert_cmpuint (qg_map_get_n_entities (a), ==, qg_map_get_n_entities (b));
  for (guint i = 0; i < qg_map_get_n_entities (a); i++)
    {
      const QgEntity *one = qg_map_get_entity (a, i);
      guint number = qg_map_find_entity (b, one->id);
      const QgEntity *other = number != QG_NONE ? qg_map_get_entity (b, number) : NULL;
      const QgKind *kind = qg_map_get_kind (a, one->kind);

      g_assert_nonnull (other);
      assert_same_text (one->name, other->name, langs, n);
      assert_same_text (one->label, other->label, langs, n);
      assert_same_text (one->description, other->description, langs, n);
      g_assert_cmpuint (one->importance, ==, other->importance);
      g_assert_cmpstr (kind->id, ==, qg_map_get_kind (b, other->kind)->id);
      assert_same_text (kind->name, qg_map_get_kind (b, other->kind)->name, langs, n);
      assert_same_text (kind->plural, qg_map_get_kind (b, other->kind)->plural, langs, n);
      g_assert_cmpint (kind->hue, ==, qg_map_get_kind (b, other->kind)->hue);
      g_assert_cmpint (kind->symbol, ==, qg_map_get_kind (b, other->kind)->symbol);
    }
}

static void
assert_same_relations (QgMap *a, QgMap *b, const QgLang *langs, guint n)
{
  g_assert_cmpuint (qg_map_get_n_relations (a), ==, qg_map_get_n_relations (b));
  for (guint i = 0; i < qg_map_get_n_relations (a); i++)
    {
      const QgRelation *one = qg_map_get_relation (a, i);
      guint number = qg_map_find_relation (b, one->id);
      const QgRelation *other = number != QG_NONE ? qg_map_get_relation (b, number) : NULL;
      const QgVerb *verb = qg_map_get_verb (a, one->verb);

      g_assert_nonnull (other);
      g_assert_cmpstr (qg_map_get_entity (a, one->from)->id, ==, qg_map_get_entity (b, other->from)->id);
      g_assert_cmpstr (qg_map_get_entity (a, one->to)->id, ==, qg_map_get_entity (b, other->to)->id);
      g_assert_cmpstr (verb->id, ==, qg_map_get_verb (b, other->verb)->id);
      assert_same_text (verb->label, qg_map_get_verb (b, find_verb (b, verb->id))->label, langs, n);
      assert_same_text (verb->inverse, qg_map_get_verb (b, find_verb (b, verb->id))->inverse, langs, n);
      assert_same_text (one->explanation, other->explanation, langs, n);
      g_assert_cmpint (one->statement, ==, other->statement);
      g_assert_cmpint (one->denial, ==, other->denial);
    }
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

/* @read: the file that is opened again. */
static void
check_round (const char *written, const char *read, const char *title)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *to = g_build_filename (folder, written, NULL),
                  *from = g_build_filename (folder, read, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (to);
  g_autoptr (QgMap) map = load_bundled (), back = NULL;
  g_autoptr (QgProblems) losses = NULL;
  g_autoptr (GError) error = NULL;
  guint n, n_back, n_errors;
  const QgLang *langs = qg_map_get_languages (map, &n);

  g_assert_true (qg_map_save (map, file, NULL, &losses, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (qg_problems_get_n_errors (losses), ==, 0);
  g_assert_cmpuint (qg_problems_get_n_warnings (losses), >, 3);
  back = load (from, &n_errors);
  g_assert_cmpuint (n_errors, ==, 0);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_true (qg_map_get_languages (back, &n_back)[i] == langs[i]);
  g_assert_cmpuint (n_back, ==, 3);
  assert_same_entities (map, back, langs, n);
  assert_same_relations (map, back, langs, n);
  if (title == NULL)
    {
      assert_same_text (qg_map_get_title (map), qg_map_get_title (back), langs, n);
      assert_same_text (qg_map_get_description (map), qg_map_get_description (back), langs, n);
      g_assert_cmpstr (qg_map_get_id (map), ==, qg_map_get_id (back));
    }
  else
    g_assert_cmpstr (qg_text_pick (qg_map_get_title (back), QG_LANG_KK, NULL), ==, title);
  remove_all (folder);
}

static void
test_dot (void)
{
  check_round ("m.gv", "m.gv", NULL);
}

static void
test_graphml (void)
{
  check_round ("m.graphml", "m.graphml", NULL);
}

static void
test_csv (void)
{
  check_round ("m.csv", "m-entities.csv", "m");
  check_round ("m-entities.csv", "m-relations.csv", "m");
}

static void
test_cxl (void)
{
  check_round ("m.cxl", "m.cxl", NULL);
}

/* The tag of a language may have parts, which no plain name of DOT can hold. */
static void
test_tags (void)
{
  static const char text[] =
      "{\"qogam-map\": 1, \"id\": \"m\", \"languages\": [\"en-GB\", \"zh-Hant-TW\"],"
      "\"title\": {\"en-GB\": \"T1\", \"zh-Hant-TW\": \"T2\"},"
      "\"kinds\": [{\"id\": \"k\", \"name\": {\"en-GB\": \"K1\", \"zh-Hant-TW\": \"K2\"}}], \"verbs\": [],"
      "\"entities\": [{\"id\": \"a\", \"kind\": \"k\", \"name\": {\"en-GB\": \"Colour\", \"zh-Hant-TW\": "
      "\"A2\"}}],"
      "\"relations\": []}";
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (folder, "own.json", NULL),
                  *path = g_build_filename (folder, "m.gv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgMap) map = NULL, back = NULL;
  const QgText *name;
  guint n_errors;

  g_assert_true (g_file_set_contents (own, text, -1, NULL));
  map = load (own, &n_errors);
  g_assert_true (qg_map_save (map, file, NULL, NULL, NULL, NULL));
  back = load (path, &n_errors);
  g_assert_cmpuint (n_errors, ==, 0);
  g_assert_cmpuint (qg_map_get_n_entities (back), ==, 1);
  name = qg_map_get_entity (back, 0)->name;
  g_assert_cmpstr (qg_text_get (name, qg_lang_intern ("en-GB")), ==, "Colour");
  g_assert_cmpstr (qg_text_get (name, qg_lang_intern ("zh-Hant-TW")), ==, "A2");
  remove_all (folder);
}

/* What is told by its content is not misled by its name. */
static void
test_told_by_content (void)
{
  static const char *const names[] = { "m.gv", "m.graphml", "m.cxl", "m.json" };
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autoptr (QgMap) map = load_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *wrong = g_build_filename (folder, names[(i + 1) % G_N_ELEMENTS (names)], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (QgMap) back = NULL;
      guint n;

      g_assert_true (qg_map_save (map, file, NULL, NULL, NULL, NULL));
      g_assert_cmpint (g_rename (path, wrong), ==, 0);
      back = load (wrong, &n);
      g_assert_cmpuint (qg_map_get_n_relations (back), ==, qg_map_get_n_relations (map));
    }
  remove_all (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/round/dot", test_dot);
  g_test_add_func ("/formats/round/graphml", test_graphml);
  g_test_add_func ("/formats/round/csv", test_csv);
  g_test_add_func ("/formats/round/cxl", test_cxl);
  g_test_add_func ("/formats/round/tags", test_tags);
  g_test_add_func ("/formats/round/told-by-content", test_told_by_content);
  return g_test_run ();
}
