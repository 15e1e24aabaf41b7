/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

static QgExplorer *
make_explorer (QgLayouter *layouter, const char *map_id, gboolean without_left)
{
  g_autoptr (QgMap) map = sample_map_new (map_id, without_left);
  QgExplorer *explorer = qg_explorer_new (layouter);

  qg_explorer_set_map (explorer, map);
  return explorer;
}

static GVariant *
make_state (QgLayouter *layouter)
{
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);
  GVariant *state;

  qg_explorer_set_language (explorer, QG_LANG_RU);
  qg_explorer_show_view (explorer, 1);
  qg_explorer_set_engine (explorer, QG_ENGINE_NEATO);
  qg_explorer_set_entity_hidden (explorer, 3, TRUE);
  qg_explorer_set_statement_hidden (explorer, QG_STATEMENT_NORM, TRUE);
  qg_explorer_select_relation (explorer, 1);
  qg_explorer_set_viewport (explorer, (QgViewport){ { 10, 20 }, 1.5 });
  sample_wait (explorer);
  state = qg_explorer_dup_state (explorer);
  g_assert_true (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));
  return state;
}

static void
test_back (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (GVariant) state = make_state (layouter);
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);

  g_assert_true (qg_explorer_restore_state (explorer, state));
  g_assert_true (qg_explorer_get_language (explorer) == QG_LANG_RU);
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (explorer)), ==, 1);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_NEATO);
  g_assert_true (qg_filter_get_entity (qg_explorer_get_filter (explorer), 3));
  g_assert_true (qg_explorer_get_statement_hidden (explorer, QG_STATEMENT_NORM));
  g_assert_cmpint (qg_explorer_get_selection (explorer).kind, ==, QG_SELECTION_RELATION);
  g_assert_cmpuint (qg_explorer_get_selection (explorer).number, ==, 1);
  g_assert_cmpfloat (qg_explorer_get_viewport (explorer).zoom, ==, 1.5);
  sample_wait (explorer);
}

static void
test_focus_and_entities (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);
  g_autoptr (GVariant) focus = NULL, part = NULL;
  const guint chosen[] = { 1, 2, 6 };
  g_autoptr (QgPart) own = qg_part_new_entities (qg_explorer_get_map (explorer), chosen, 3, NULL);

  qg_explorer_show_focus (explorer, 4, 3, QG_FOLLOW_INCOMING);
  focus = qg_explorer_dup_state (explorer);
  qg_explorer_show_part (explorer, own);
  part = qg_explorer_dup_state (explorer);
  qg_explorer_show_view (explorer, 0);
  g_assert_true (qg_explorer_restore_state (explorer, focus));
  g_assert_cmpuint (qg_part_get_focus (qg_explorer_get_part (explorer)), ==, 4);
  g_assert_cmpuint (qg_explorer_get_depth (explorer), ==, 3);
  g_assert_cmpint (qg_explorer_get_follow (explorer), ==, QG_FOLLOW_INCOMING);
  g_assert_true (qg_explorer_restore_state (explorer, part));
  g_assert_cmpuint (qg_part_get_entities (qg_explorer_get_part (explorer)).n, ==, 3);
  sample_wait (explorer);
}

/* Ways are called by their ends, and are so when they come back. */
static void
test_ways (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);
  g_autoptr (GVariant) state = NULL;
  g_autofree char *title = NULL, *again = NULL, *expected = NULL;
  QgMap *map = qg_explorer_get_map (explorer);
  const guint chosen[] = { 1, 2, 6 };
  g_autoptr (QgPart) own = qg_part_new_between (map, 6, 1, chosen, 3, NULL);
  guint from, to;

  expected = g_strdup_printf ("%s → %s", qg_text_get (qg_map_get_entity (map, 6)->name, QG_LANG_KK),
                              qg_text_get (qg_map_get_entity (map, 1)->name, QG_LANG_KK));
  qg_explorer_set_language (explorer, QG_LANG_KK);
  qg_explorer_show_part (explorer, own);
  title = qg_explorer_dup_title (explorer);
  g_assert_cmpstr (title, ==, expected);
  state = qg_explorer_dup_state (explorer);
  qg_explorer_show_view (explorer, 0);
  g_assert_false (qg_part_get_ends (qg_explorer_get_part (explorer), &from, &to));
  g_assert_true (qg_explorer_restore_state (explorer, state));
  g_assert_true (qg_part_get_ends (qg_explorer_get_part (explorer), &from, &to));
  g_assert_cmpuint (from, ==, 6);
  g_assert_cmpuint (to, ==, 1);
  again = qg_explorer_dup_title (explorer);
  g_assert_cmpstr (again, ==, expected);
  sample_wait (explorer);
}

/* A picture of one way has the relations of the way alone, and is kept so: by the state, and as a view. */
static void
test_along (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);
  QgMap *map = qg_explorer_get_map (explorer);
  const guint chosen[] = { 0, 1, 2, 3, 4 }, along[] = { 3, SAMPLE_N - 1 };
  g_autoptr (QgPart) part = qg_part_new_along (map, 0, 3, chosen, 5, (QgNumbers){ 2, along });
  g_autoptr (GVariant) state = NULL;
  g_autoptr (QgOwn) own = qg_own_new ();
  g_autoptr (QgMap) varied = NULL;
  QgNumbers relations;

  qg_explorer_show_part (explorer, part);
  relations = qg_part_get_relations (qg_explorer_get_part (explorer));
  g_assert_cmpmem (relations.items, relations.n * sizeof (guint), along, sizeof along);
  state = qg_explorer_dup_state (explorer);
  qg_explorer_show_view (explorer, 0);
  g_assert_true (qg_explorer_restore_state (explorer, state));
  relations = qg_part_get_relations (qg_explorer_get_part (explorer));
  g_assert_cmpmem (relations.items, relations.n * sizeof (guint), along, sizeof along);
  qg_own_add_view (own, map, qg_explorer_dup_own_view (explorer, "way"), QG_NONE);
  varied = qg_own_dup_map (own, map, FALSE);
  qg_explorer_vary_map (explorer, varied);
  qg_explorer_show_view (explorer, qg_map_find_view (varied, "own-1"));
  relations = qg_part_get_relations (qg_explorer_get_part (explorer));
  g_assert_cmpmem (relations.items, relations.n * sizeof (guint), along, sizeof along);
  sample_wait (explorer);
}

/* A newer state of the map: what is still there is kept, what is gone is not. */
static void
test_replaced (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);
  g_autoptr (QgMap) same = sample_map_new ("m", FALSE), less = sample_map_new ("m", TRUE);

  qg_explorer_show_view (explorer, 1);
  qg_explorer_select_entity (explorer, 2);
  sample_wait (explorer);
  qg_explorer_replace_map (explorer, same);
  g_assert_true (qg_explorer_get_map (explorer) == same);
  g_assert_false (qg_explorer_scene_is_current (explorer));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (explorer)), ==, 1);
  g_assert_cmpuint (qg_explorer_get_selection (explorer).number, ==, 2);
  sample_wait (explorer);
  g_assert_true (qg_explorer_scene_is_current (explorer));
  qg_explorer_replace_map (explorer, less);
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (explorer)), ==, 0);
  sample_wait (explorer);
}

static void
test_damaged (void)
{
  static const char *const states[] = {
    "{}",
    "{'view': <'nowhere'>}",
    "{'view': <42>}",
    "{'focus': <'e99'>, 'depth': <uint32 4000000000>}",
    "{'entities': <['x', 'y']>}",
    "{'entities': <@as []>}",
    "{'whole': <false>}",
  };
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgExplorer) explorer = make_explorer (layouter, "m", FALSE);
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_uint32 (1));
  g_autoptr (GVariant) odd = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GVariant) state = g_variant_parse (G_VARIANT_TYPE_VARDICT, states[i], NULL, NULL, NULL);

      g_assert_nonnull (state);
      g_assert_false (qg_explorer_restore_state (explorer, state));
      g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (explorer)), ==, 0);
    }
  g_assert_false (qg_explorer_restore_state (explorer, number));
  g_assert_false (qg_explorer_restore_state (explorer, NULL));
  /* Good and bad mixed: the good is taken. */
  odd = g_variant_parse (
      G_VARIANT_TYPE_VARDICT,
      "{'view': <'left'>, 'engines': <{'view:left': uint32 99}>, 'viewport': <(1.0, 2.0, inf)>, "
      "'hidden-kinds': <['k1', 'k9']>, 'selected-entity': <'e7'>, 'language': <'not a tag'>}",
      NULL, NULL, NULL);
  g_assert_true (qg_explorer_restore_state (explorer, odd));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (explorer)), ==, 1);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_DOT);
  g_assert_true (qg_explorer_get_kind_hidden (explorer, 1));
  g_assert_cmpint (qg_explorer_get_selection (explorer).kind, ==, QG_SELECTION_NOTHING);
  g_assert_cmpfloat (qg_explorer_get_viewport (explorer).zoom, ==, 0);
  sample_wait (explorer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/back", test_back);
  g_test_add_func ("/state/focus-and-entities", test_focus_and_entities);
  g_test_add_func ("/state/ways", test_ways);
  g_test_add_func ("/state/along", test_along);
  g_test_add_func ("/state/replaced", test_replaced);
  g_test_add_func ("/state/damaged", test_damaged);
  return g_test_run ();
}
