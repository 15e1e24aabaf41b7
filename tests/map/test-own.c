/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-builder.h"
#include "qg-own.h"
#include "qg-part.h"

/* a → b → c, a → c, and two views. */
static QgMap *
new_map (gboolean without_c)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_EN };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "Қоғам");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 2);
  const guint entities[] = { 0, 1 };
  QgView view = { .id = "first", .title = title, .entities = { 2, entities } };
  QgView whole = { .id = "whole", .title = title, .whole_map = TRUE };

  qg_layout_options_init (&view.layout);
  qg_layout_options_init (&whole.layout);
  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = title });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "v", .label = title, .inverse = title });
  for (guint i = 0; i < (without_c ? 2 : 3); i++)
    {
      const char *const ids[] = { "a", "b", "c" };

      qg_map_builder_add_entity (builder,
                                 &(QgEntity){ .id = ids[i], .name = title, .label = title, .importance = 1 });
    }
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "ab", .from = 0, .to = 1 });
  if (!without_c)
    {
      qg_map_builder_add_relation (builder, &(QgRelation){ .id = "bc", .from = 1, .to = 2 });
      qg_map_builder_add_relation (builder, &(QgRelation){ .id = "ac", .from = 0, .to = 2 });
    }
  qg_map_builder_add_view (builder, &view);
  qg_map_builder_add_view (builder, &whole);
  return qg_map_builder_end (builder);
}

/* b and c with their relation, and a and c without theirs. */
static QgOwn *
new_own (QgMap *map)
{
  QgOwn *own = qg_own_new ();
  QgLayoutOptions options;
  const guint some[] = { 1, 2 }, others[] = { 0, 2 }, relation[] = { 1 };
  const QgNumbers level = { 2, some };

  qg_layout_options_init (&options);
  options.n_levels = 1;
  options.levels = &level;
  qg_own_add_view (own, map,
                   qg_own_view_new_from (map, "Менің көрінісім", (QgNumbers){ 2, some },
                                         (QgNumbers){ 1, relation }, &options, QG_ENGINE_NEATO),
                   QG_NONE);
  qg_own_add_view (own, map,
                   qg_own_view_new_from (map, "Екінші", (QgNumbers){ 2, others }, (QgNumbers){ 0, NULL },
                                         &options, QG_ENGINE_DOT),
                   QG_NONE);
  return own;
}

static void
test_views (void)
{
  g_autoptr (QgMap) map = new_map (FALSE), varied = NULL;
  g_autoptr (QgOwn) own = new_own (map);
  g_autoptr (QgPart) part = NULL;
  const QgView *view;

  varied = qg_own_dup_map (own, map, FALSE);
  g_assert_true (qg_map_is_akin (map, varied));
  g_assert_true (qg_map_get_base (varied) == map);
  g_assert_cmpuint (qg_map_get_n_views (varied), ==, 4);
  g_assert_cmpuint (qg_map_get_n_given_views (varied), ==, 2);
  g_assert_cmpuint (qg_map_find_view (varied, "own-2"), ==, 3);
  view = qg_map_get_view (varied, 2);
  g_assert_cmpstr (view->id, ==, "own-1");
  g_assert_cmpstr (qg_text_get (view->title, QG_LANG_EN), ==, "Менің көрінісім");
  g_assert_cmpint (view->layout.engine, ==, QG_ENGINE_NEATO);
  g_assert_cmpuint (view->layout.n_levels, ==, 1);
  g_assert_cmpuint (view->layout.levels[0].n, ==, 2);
  part = qg_part_new_view (varied, 3);
  g_assert_cmpuint (qg_part_get_entities (part).n, ==, 2);
  g_assert_cmpuint (qg_part_get_relations (part).n, ==, 0);
}

/* A map that calls things by names in two languages. */
static QgMap *
new_named_map (void)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_EN };
  const char *const names[][2] = { { "Азамат", "Citizen" }, { "Мәслихат", "Maslikhat" } };
  const char *const titles[] = { "Қоғам", "Society" }, *const views[] = { "Шолу", "Overview" };
  g_autoptr (QgText) title = qg_text_new (langs, titles, 2), view_title = qg_text_new (langs, views, 2);
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 2);
  QgView view = { .id = "first", .title = view_title, .whole_map = TRUE };

  qg_layout_options_init (&view.layout);
  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = title });
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (QgText) name = qg_text_new (langs, names[i], 2);

      qg_map_builder_add_entity (
          builder, &(QgEntity){ .id = names[i][1], .name = name, .label = name, .importance = 1 });
    }
  qg_map_builder_add_view (builder, &view);
  return qg_map_builder_end (builder);
}

/* A title that is what the map says, as it is proposed, is so in every language; any other is a name. */
static void
test_titles (void)
{
  static const struct
  {
    const char *given, *kk, *en;
  } titles[] = {
    { "Overview (2)", "Шолу (2)", "Overview (2)" },
    { "Шолу (2) (3)", "Шолу (2) (3)", "Overview (2) (3)" },
    { "Society", "Қоғам", "Society" },
    { "Citizen", "Азамат", "Citizen" },
    { "Citizen → Maslikhat (12)", "Азамат → Мәслихат (12)", "Citizen → Maslikhat (12)" },
    { "Citizen → Mayor", "Citizen → Mayor", "Citizen → Mayor" },
    { "My Overview", "My Overview", "My Overview" },
    { "Overview 2", "Overview 2", "Overview 2" },
    { "(2)", "(2)", "(2)" },
    { " (2)", " (2)", " (2)" },
    { "Overview (two)", "Overview (two)", "Overview (two)" },
  };
  g_autoptr (QgMap) map = new_named_map ();
  const guint both[] = { 0, 1 };
  QgLayoutOptions options;

  qg_layout_options_init (&options);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (QgOwn) own = qg_own_new ();
      g_autoptr (QgMap) varied = NULL;
      const QgText *title;

      qg_own_add_view (own, map,
                       qg_own_view_new_from (map, titles[i].given, (QgNumbers){ 2, both },
                                             (QgNumbers){ 0, NULL }, &options, QG_ENGINE_DOT),
                       QG_NONE);
      varied = qg_own_dup_map (own, map, FALSE);
      title = qg_map_get_view (varied, 1)->title;
      g_assert_cmpstr (qg_text_get (title, QG_LANG_KK), ==, titles[i].kk);
      g_assert_cmpstr (qg_text_get (title, QG_LANG_EN), ==, titles[i].en);
    }
}

static void
test_parts_move (void)
{
  g_autoptr (QgMap) map = new_map (FALSE), varied = NULL, less = NULL;
  g_autoptr (QgOwn) own = new_own (map);
  g_autoptr (QgPart) part = NULL, same = NULL, lost = NULL;

  varied = qg_own_dup_map (own, map, FALSE);
  part = qg_part_new_view (varied, 3);
  qg_own_view_free (qg_own_steal_view (own, 0));
  less = qg_own_dup_map (own, varied, FALSE);
  same = qg_part_new_akin (part, less);
  g_assert_cmpuint (qg_part_get_view (same), ==, 2);
  g_assert_cmpuint (qg_part_get_entities (same).n, ==, 2);
  lost = qg_part_new_akin (part, map);
  g_assert_cmpuint (qg_part_get_view (lost), ==, QG_NONE);
  g_assert_cmpuint (qg_part_get_layout_options (lost)->n_levels, ==, 1);
}

static void
test_what_the_map_lacks (void)
{
  g_autoptr (QgMap) map = new_map (FALSE), less = new_map (TRUE), varied = NULL, again = NULL;
  g_autoptr (QgOwn) own = new_own (map);
  const guint none_left[] = { 2 };

  qg_own_set_hidden_numbers (own, map, (QgNumbers){ 1, none_left }, (QgNumbers){ 0, NULL });
  varied = qg_own_dup_map (own, less, FALSE);
  g_assert_cmpuint (qg_map_get_n_views (varied), ==, 4);
  g_assert_cmpuint (qg_map_get_view (varied, 2)->entities.n, ==, 1);
  /* On a map without c nothing is hidden; c stays so. */
  qg_own_set_hidden_numbers (own, less, (QgNumbers){ 0, NULL }, (QgNumbers){ 0, NULL });
  g_assert_cmpstr (qg_own_get_hidden_entities (own)[0], ==, "c");
  /* Without what is hidden. */
  again = qg_own_dup_map (own, map, TRUE);
  g_assert_cmpuint (qg_map_get_view (again, 2)->entities.n, ==, 1);
}

static void
count_cb (QgOwn *own, guint *n)
{
  (*n)++;
}

static void
test_changes (void)
{
  g_autoptr (QgMap) map = new_map (FALSE), varied = NULL;
  g_autoptr (QgOwn) own = new_own (map);
  const char *const hidden[] = { "a", NULL }, *const none[] = { NULL };
  QgOwnView *view;
  guint n_views = 0, n_hidden = 0;

  g_signal_connect (own, "views-changed", G_CALLBACK (count_cb), &n_views);
  g_signal_connect (own, "hidden-changed", G_CALLBACK (count_cb), &n_hidden);
  qg_own_rename_view (own, 1, "Үшінші");
  g_assert_cmpstr (qg_own_get_view (own, 1)->title, ==, "Үшінші");
  view = qg_own_steal_view (own, 0);
  g_assert_cmpuint (qg_own_find_view (own, "own-1"), ==, QG_NONE);
  qg_own_add_view (own, map, view, 0);
  g_assert_cmpuint (qg_own_find_view (own, "own-1"), ==, 0);
  g_assert_cmpuint (n_views, ==, 3);
  qg_own_set_hidden (own, hidden, none);
  qg_own_set_hidden (own, hidden, none);
  g_assert_cmpuint (n_hidden, ==, 1);
  /* An id that the map has itself is another's. */
  varied = qg_own_dup_map (own, map, FALSE);
  g_assert_cmpstr (qg_own_add_view (own, varied, qg_own_view_new (NULL, "x"), QG_NONE), ==, "own-3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own/views", test_views);
  g_test_add_func ("/own/parts-move", test_parts_move);
  g_test_add_func ("/own/what-the-map-lacks", test_what_the_map_lacks);
  g_test_add_func ("/own/titles", test_titles);
  g_test_add_func ("/own/changes", test_changes);
  return g_test_run ();
}
