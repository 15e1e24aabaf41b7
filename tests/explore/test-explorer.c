/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

typedef struct
{
  QgLayouter *layouter;
  QgExplorer *explorer;
  QgMap *map;
  guint n_scenes, n_failed, n_hidden_changed;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *f, gconstpointer helper)
{
  f->layouter = qg_layouter_new (helper, NULL);
  f->explorer = qg_explorer_new (f->layouter);
  f->map = sample_map_new ("m", FALSE);
  g_signal_connect_swapped (f->explorer, "notify::scene", G_CALLBACK (count_cb), &f->n_scenes);
  g_signal_connect_swapped (f->explorer, "failed", G_CALLBACK (count_cb), &f->n_failed);
  g_signal_connect_swapped (f->explorer, "hidden-changed", G_CALLBACK (count_cb), &f->n_hidden_changed);
}

static void
tear_down (Fixture *f, gconstpointer helper)
{
  g_object_add_weak_pointer (G_OBJECT (f->explorer), (gpointer *) &f->explorer);
  g_object_unref (f->explorer);
  /* Workers that were still at it hold the explorer a moment longer. */
  while (f->explorer != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (f->layouter);
  qg_map_unref (f->map);
}

static void
test_first_scene (Fixture *f, gconstpointer data)
{
  g_autofree char *title = NULL;

  g_assert_null (qg_explorer_get_scene (f->explorer));
  qg_explorer_set_map (f->explorer, f->map);
  g_assert_true (qg_explorer_get_layout_busy (f->explorer));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, 0);
  sample_wait (f->explorer);
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  g_assert_cmpuint (f->n_scenes, ==, 1);
  g_assert_true (qg_scene_get_part (qg_explorer_get_scene (f->explorer)) ==
                 qg_explorer_get_part (f->explorer));
  g_assert_true (qg_scene_get_lang (qg_explorer_get_scene (f->explorer)) == QG_LANG_KK);
  title = qg_explorer_dup_title (f->explorer);
  g_assert_cmpstr (title, ==, "all 0 қз");
}

/* Another language: the old scene until the new one is there, over the very same layout. */
static void
test_language (Fixture *f, gconstpointer data)
{
  QgLayout *layout;

  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  layout = qg_scene_get_layout (qg_explorer_get_scene (f->explorer));
  qg_explorer_set_language (f->explorer, QG_LANG_RU);
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  g_assert_true (qg_scene_get_lang (qg_explorer_get_scene (f->explorer)) == QG_LANG_KK);
  qg_explorer_set_language (f->explorer, QG_LANG_EN);
  sample_wait (f->explorer);
  g_assert_true (qg_scene_get_lang (qg_explorer_get_scene (f->explorer)) == QG_LANG_EN);
  g_assert_true (qg_scene_get_layout (qg_explorer_get_scene (f->explorer)) == layout);
  g_assert_cmpuint (f->n_scenes, ==, 2);
}

/* What is overtaken is never shown. */
static void
test_overtaken (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  qg_explorer_show_view (f->explorer, 1);
  qg_explorer_show_focus (f->explorer, 2, 1, QG_FOLLOW_BOTH);
  sample_wait (f->explorer);
  g_assert_cmpuint (f->n_scenes, ==, 1);
  g_assert_cmpuint (qg_part_get_focus (qg_scene_get_part (qg_explorer_get_scene (f->explorer))), ==, 2);
  g_assert_cmpuint (qg_part_get_entities (qg_explorer_get_part (f->explorer)).n, ==, 3);
  g_assert_cmpuint (qg_explorer_get_depth (f->explorer), ==, 1);
}

static void
test_focus (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  g_assert_false (qg_explorer_widen (f->explorer, 1));
  qg_explorer_select_entity (f->explorer, 6);
  g_assert_true (qg_explorer_widen (f->explorer, 1));
  g_assert_cmpuint (qg_explorer_get_depth (f->explorer), ==, 1);
  g_assert_true (qg_explorer_widen (f->explorer, 1));
  sample_wait (f->explorer);
  g_assert_cmpuint (qg_part_get_entities (qg_explorer_get_part (f->explorer)).n, ==, 4); /* e4 … e7 */
  g_assert_true (qg_explorer_widen (f->explorer, -1));
  g_assert_false (qg_explorer_widen (f->explorer, -1));
  /* Out of the focus into the view; then the selection goes; then there is nothing more to leave. */
  g_assert_true (qg_explorer_step_out (f->explorer));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, 0);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 6);
  g_assert_true (qg_explorer_step_out (f->explorer));
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_NOTHING);
  g_assert_false (qg_explorer_step_out (f->explorer));
  sample_wait (f->explorer);
}

/* What the part does not have is shown as a focus. */
static void
test_select_outside (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  qg_explorer_show_view (f->explorer, 1);
  sample_wait (f->explorer);
  qg_explorer_select_entity (f->explorer, 3);
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, 1);
  qg_explorer_select_relation (f->explorer, 6); /* e6 → e7 */
  g_assert_cmpuint (qg_part_get_focus (qg_explorer_get_part (f->explorer)), ==, 6);
  g_assert_cmpuint (qg_part_index_of_relation (qg_explorer_get_part (f->explorer), 6), !=, QG_NONE);
  /* Another view that lacks what is selected gives the selection up. */
  qg_explorer_show_view (f->explorer, 1);
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_NOTHING);
  sample_wait (f->explorer);
}

static void
test_selection_of_several (Fixture *f, gconstpointer data)
{
  QgNumbers selected;

  qg_explorer_set_map (f->explorer, f->map);
  qg_explorer_select_entity (f->explorer, 1);
  qg_explorer_toggle_entity (f->explorer, 5);
  selected = qg_explorer_get_selected_entities (f->explorer);
  g_assert_cmpuint (selected.n, ==, 2);
  g_assert_cmpuint (selected.items[0], ==, 1);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 5);
  qg_explorer_toggle_entity (f->explorer, 5);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 1);
  qg_explorer_toggle_entity (f->explorer, 1);
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_NOTHING);
  sample_wait (f->explorer);
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  g_assert_null (qg_explorer_get_emphases (f->explorer).nodes);
  qg_explorer_set_kind_hidden (f->explorer, 1, TRUE);
  g_assert_cmpuint (qg_explorer_get_n_hidden (f->explorer), ==, 11);
  g_assert_cmpuint (qg_explorer_get_n_hidden_entities (f->explorer), ==, 4);
  g_assert_cmpint (qg_explorer_get_emphases (f->explorer).nodes[1], ==, QG_EMPHASIS_HIDDEN);
  /* In place: no new layout, no new scene. */
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  g_assert_cmpuint (f->n_scenes, ==, 1);
  /* The emphases follow the part. */
  qg_explorer_show_view (f->explorer, 1);
  sample_wait (f->explorer);
  g_assert_cmpuint (qg_explorer_get_n_hidden (f->explorer), ==, 2 + 3);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_null (qg_explorer_get_filter (f->explorer));
  g_assert_true (qg_explorer_go_forward (f->explorer));
  g_assert_true (qg_explorer_get_kind_hidden (f->explorer, 1));
  qg_explorer_show_all (f->explorer);
  sample_wait (f->explorer);
  g_assert_cmpuint (qg_explorer_get_n_hidden (f->explorer), ==, 0);
  g_assert_cmpuint (qg_explorer_get_n_hidden_entities (f->explorer), ==, 0);
  qg_explorer_set_relation_hidden (f->explorer, 0, TRUE);
  g_assert_cmpuint (qg_explorer_get_n_hidden (f->explorer), ==, 1);
  g_assert_cmpuint (qg_explorer_get_n_hidden_entities (f->explorer), ==, 0);
}

static void
test_layout_visible (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  qg_explorer_set_kind_hidden (f->explorer, 1, TRUE);
  qg_explorer_layout_visible (f->explorer);
  sample_wait (f->explorer);
  g_assert_cmpuint (qg_part_get_entities (qg_scene_get_part (qg_explorer_get_scene (f->explorer))).n, ==, 4);
  g_assert_cmpuint (qg_explorer_get_n_hidden (f->explorer), ==, 0);
}

static void
assert_title (Fixture *f, const char *expected)
{
  g_autofree char *title = qg_explorer_dup_title (f->explorer);

  g_assert_cmpstr (title, ==, expected);
}

/* What is left of a view or of a neighborhood is called as that is, also after a restart. */
static void
test_left_title (Fixture *f, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL, focus = NULL;

  qg_explorer_set_map (f->explorer, f->map);
  qg_explorer_show_view (f->explorer, 1);
  sample_wait (f->explorer);
  qg_explorer_set_kind_hidden (f->explorer, 1, TRUE);
  qg_explorer_layout_visible (f->explorer);
  sample_wait (f->explorer);
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, QG_NONE);
  assert_title (f, "left 0 қз");
  view = qg_explorer_dup_state (f->explorer);
  qg_explorer_show_focus (f->explorer, 3, 1, QG_FOLLOW_BOTH);
  sample_wait (f->explorer);
  qg_explorer_show_all (f->explorer);
  qg_explorer_set_kind_hidden (f->explorer, 0, TRUE);
  qg_explorer_layout_visible (f->explorer);
  sample_wait (f->explorer);
  assert_title (f, "entity 3 қз");
  focus = qg_explorer_dup_state (f->explorer);
  qg_explorer_show_whole (f->explorer);
  assert_title (f, "map 0 қз");
  g_assert_true (qg_explorer_restore_state (f->explorer, view));
  assert_title (f, "left 0 қз");
  g_assert_cmpuint (qg_part_get_entities (qg_explorer_get_part (f->explorer)).n, ==, 2);
  g_assert_true (qg_explorer_restore_state (f->explorer, focus));
  assert_title (f, "entity 3 қз");
  sample_wait (f->explorer);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  g_autofree char *title = NULL;

  qg_explorer_set_map (f->explorer, f->map);
  g_assert_false (qg_explorer_go_back (f->explorer));
  qg_explorer_select_entity (f->explorer, 2);
  qg_explorer_show_focus (f->explorer, 2, 2, QG_FOLLOW_OUTGOING);
  qg_explorer_show_view (f->explorer, 1);
  sample_wait (f->explorer);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (qg_explorer_get_depth (f->explorer), ==, 2);
  g_assert_cmpint (qg_explorer_get_follow (f->explorer), ==, QG_FOLLOW_OUTGOING);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_NOTHING);
  g_assert_false (qg_explorer_go_back (f->explorer));
  title = qg_explorer_dup_place_title (f->explorer, 1);
  g_assert_cmpstr (title, ==, "entity 2 қз");
  sample_wait (f->explorer);
}

/* The person's engine goes before the view's, for this view alone. */
static void
test_engine (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_DOT);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_CIRCO);
  sample_wait (f->explorer);
  g_assert_cmpuint (f->n_scenes, ==, 2);
  qg_explorer_show_view (f->explorer, 1);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_DOT);
  qg_explorer_show_view (f->explorer, 0);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_CIRCO);
  qg_explorer_reset_engine (f->explorer);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_DOT);
  sample_wait (f->explorer);
}

static void
test_lit (Fixture *f, gconstpointer data)
{
  const guint relations[] = { 0, 1 };

  qg_explorer_set_map (f->explorer, f->map);
  qg_explorer_light_up (f->explorer, (QgNumbers){ 0, NULL }, (QgNumbers){ 2, relations });
  g_assert_cmpuint (qg_explorer_get_lit_relations (f->explorer).n, ==, 2);
  g_assert_cmpuint (qg_explorer_get_lit_entities (f->explorer).n, ==, 3);
  g_assert_true (qg_explorer_step_out (f->explorer));
  g_assert_cmpuint (qg_explorer_get_lit_entities (f->explorer).n, ==, 0);

  /* What was lit up is no longer meant when another view is chosen. */
  qg_explorer_light_up (f->explorer, (QgNumbers){ 0, NULL }, (QgNumbers){ 2, relations });
  qg_explorer_show_view (f->explorer, 1);
  g_assert_cmpuint (qg_explorer_get_lit_relations (f->explorer).n, ==, 0);
  g_assert_cmpuint (qg_explorer_get_lit_entities (f->explorer).n, ==, 0);
  sample_wait (f->explorer);
}

/* No helper: the failure is told, and provisional places are better than nothing. */
static void
test_failure (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  qg_explorer_set_map (f->explorer, f->map);
  g_assert_false (qg_explorer_wait (f->explorer, &error));
  g_assert_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_MISSING);
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  g_assert_true (qg_scene_get_layout (qg_explorer_get_scene (f->explorer))->provisional);
  qg_explorer_layout_again (f->explorer);
  g_assert_false (qg_explorer_wait (f->explorer, NULL));
  g_assert_cmpuint (f->n_failed, ==, 2);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  QgPart *shown;

  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  shown = qg_explorer_get_part (f->explorer);
  qg_explorer_show_focus (f->explorer, 2, 1, QG_FOLLOW_BOTH);
  qg_explorer_cancel_layout (f->explorer);
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  g_assert_true (qg_explorer_get_part (f->explorer) == shown);
  sample_wait (f->explorer);
  g_assert_cmpuint (f->n_scenes, ==, 1);
}

/* The choice of an engine is given up with its layout: who comes back to the view finds what was shown. */
static void
test_cancel_engine (Fixture *f, gconstpointer data)
{
  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_CIRCO);
  qg_explorer_cancel_layout (f->explorer);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_DOT);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_TWOPI);
  sample_wait (f->explorer);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_CIRCO);
  qg_explorer_cancel_layout (f->explorer);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_TWOPI);
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  qg_explorer_show_view (f->explorer, 1);
  sample_wait (f->explorer);
  qg_explorer_show_view (f->explorer, 0);
  sample_wait (f->explorer);
  g_assert_cmpint (qg_explorer_get_engine (f->explorer), ==, QG_ENGINE_TWOPI);
}

/* That work begins is told, also over other work; that it goes on is not. */
static void
test_busy_told (Fixture *f, gconstpointer data)
{
  guint n = 0;

  g_signal_connect_swapped (f->explorer, "notify::layout-busy", G_CALLBACK (count_cb), &n);
  qg_explorer_set_map (f->explorer, f->map);
  g_assert_cmpuint (n, ==, 1);
  qg_explorer_show_view (f->explorer, 1);
  g_assert_cmpuint (n, ==, 2);
  sample_wait (f->explorer);
  g_assert_cmpuint (n, ==, 3);
  qg_explorer_set_language (f->explorer, QG_LANG_RU);
  sample_wait (f->explorer);
  g_assert_cmpuint (n, ==, 3);
  qg_explorer_show_view (f->explorer, 0);
  qg_explorer_set_language (f->explorer, QG_LANG_KK);
  g_assert_cmpuint (n, ==, 4);
  sample_wait (f->explorer);
  g_assert_cmpuint (n, ==, 5);
}

#define ADD(name, func, helper) g_test_add (name, Fixture, helper, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/explorer/first-scene", test_first_scene, NULL);
  ADD ("/explorer/language", test_language, NULL);
  ADD ("/explorer/overtaken", test_overtaken, NULL);
  ADD ("/explorer/focus", test_focus, NULL);
  ADD ("/explorer/select-outside", test_select_outside, NULL);
  ADD ("/explorer/selection-of-several", test_selection_of_several, NULL);
  ADD ("/explorer/filter", test_filter, NULL);
  ADD ("/explorer/layout-visible", test_layout_visible, NULL);
  ADD ("/explorer/left-title", test_left_title, NULL);
  ADD ("/explorer/history", test_history, NULL);
  ADD ("/explorer/engine", test_engine, NULL);
  ADD ("/explorer/lit", test_lit, NULL);
  ADD ("/explorer/failure", test_failure, "/nowhere/qogam-graphviz");
  ADD ("/explorer/cancel", test_cancel, NULL);
  ADD ("/explorer/cancel-engine", test_cancel_engine, NULL);
  ADD ("/explorer/busy-told", test_busy_told, NULL);
  return g_test_run ();
}
