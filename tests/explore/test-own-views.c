/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

typedef struct
{
  SampleFixture sample;
  QgOwn *own;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  sample_set_up (&f->sample, data);
  f->own = qg_own_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  sample_tear_down (&f->sample, data);
  g_object_unref (f->own);
}

static void
vary (Fixture *f)
{
  g_autoptr (QgMap) varied = qg_own_dup_map (f->own, f->sample.map, FALSE);

  qg_explorer_vary_map (f->sample.explorer, varied);
}

/* What is seen is kept: without what the filter hides. */
static void
test_keep (Fixture *f, gconstpointer data)
{
  QgOwnView *view;
  g_autofree char *title = NULL, *renamed = NULL;
  guint number;

  qg_explorer_set_entity_hidden (f->sample.explorer, 3, TRUE);
  qg_explorer_set_relation_hidden (f->sample.explorer, 0, TRUE);
  view = qg_explorer_dup_own_view (f->sample.explorer, "mine");
  g_assert_cmpuint (g_strv_length (view->entities), ==, SAMPLE_N - 1);
  g_assert_cmpstr (view->without[0], ==, "r0");
  qg_own_add_view (f->own, f->sample.map, view, QG_NONE);
  vary (f);
  g_assert_true (qg_explorer_scene_is_current (f->sample.explorer));
  number = qg_map_find_view (qg_explorer_get_map (f->sample.explorer), "own-1");
  g_assert_cmpuint (number, ==, 2);
  qg_explorer_show_view (f->sample.explorer, number);
  sample_wait (f->sample.explorer);
  title = qg_explorer_dup_title (f->sample.explorer);
  g_assert_cmpstr (title, ==, "mine");
  qg_own_rename_view (f->own, 0, "ours");
  vary (f);
  renamed = qg_explorer_dup_title (f->sample.explorer);
  g_assert_cmpstr (renamed, ==, "ours");
  sample_wait (f->sample.explorer);
  g_assert_true (qg_scene_get_part (qg_explorer_get_scene (f->sample.explorer)) ==
                 qg_explorer_get_part (f->sample.explorer));
}

/* Other views change nothing else: not history, nor selection, nor the layout. */
static void
test_all_stays (Fixture *f, gconstpointer data)
{
  const QgLayout *layout;
  guint n;

  qg_explorer_show_view (f->sample.explorer, 1);
  qg_explorer_select_entity (f->sample.explorer, 2);
  sample_wait (f->sample.explorer);
  layout = qg_scene_get_layout (qg_explorer_get_scene (f->sample.explorer));
  n = qg_history_get_n (qg_explorer_get_history (f->sample.explorer));
  qg_own_add_view (f->own, f->sample.map, qg_explorer_dup_own_view (f->sample.explorer, "x"), QG_NONE);
  vary (f);
  sample_wait (f->sample.explorer);
  g_assert_true (layout == qg_scene_get_layout (qg_explorer_get_scene (f->sample.explorer)));
  g_assert_cmpuint (qg_history_get_n (qg_explorer_get_history (f->sample.explorer)), ==, n);
  g_assert_cmpuint (qg_explorer_get_selection (f->sample.explorer).number, ==, 2);
  g_assert_true (qg_explorer_go_back (f->sample.explorer));
  g_assert_true (qg_explorer_go_back (f->sample.explorer));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->sample.explorer)), ==, 0);
}

/* The view that is shown is deleted: what is seen stays. */
static void
test_delete (Fixture *f, gconstpointer data)
{
  guint n;

  qg_explorer_show_focus (f->sample.explorer, 2, 1, QG_FOLLOW_BOTH);
  n = qg_part_get_entities (qg_explorer_get_part (f->sample.explorer)).n;
  qg_own_add_view (f->own, f->sample.map, qg_explorer_dup_own_view (f->sample.explorer, "round e2"), QG_NONE);
  vary (f);
  qg_explorer_show_view (f->sample.explorer, 2);
  sample_wait (f->sample.explorer);
  g_assert_cmpuint (qg_part_get_entities (qg_explorer_get_part (f->sample.explorer)).n, ==, n);
  qg_own_view_free (qg_own_steal_view (f->own, 0));
  vary (f);
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->sample.explorer)), ==, QG_NONE);
  g_assert_cmpuint (qg_part_get_entities (qg_explorer_get_part (f->sample.explorer)).n, ==, n);
}

/* A view that gets the id of one that was deleted is not laid out as that one was. */
static void
test_engine_of_deleted (Fixture *f, gconstpointer data)
{
  QgEngine own;

  qg_explorer_show_focus (f->sample.explorer, 2, 1, QG_FOLLOW_BOTH);
  own = qg_explorer_get_engine (f->sample.explorer);
  qg_own_add_view (f->own, f->sample.map, qg_explorer_dup_own_view (f->sample.explorer, "first"), QG_NONE);
  vary (f);
  qg_explorer_show_view (f->sample.explorer, 2);
  g_assert_cmpint (own, !=, QG_ENGINE_CIRCO);
  qg_explorer_set_engine (f->sample.explorer, QG_ENGINE_CIRCO);
  sample_wait (f->sample.explorer);
  qg_own_view_free (qg_own_steal_view (f->own, 0));
  vary (f);
  qg_explorer_show_focus (f->sample.explorer, 2, 1, QG_FOLLOW_BOTH);
  qg_own_add_view (f->own, f->sample.map, qg_explorer_dup_own_view (f->sample.explorer, "second"), QG_NONE);
  vary (f);
  qg_explorer_show_view (f->sample.explorer, 2);
  g_assert_cmpint (qg_explorer_get_engine (f->sample.explorer), ==, own);
  sample_wait (f->sample.explorer);
}

/* What is kept as hidden is so from the first place of the history on, and goes before a state. */
static void
test_hidden (Fixture *f, gconstpointer data)
{
  const char *const entities[] = { "e3", "gone", NULL }, *const relations[] = { "r0", NULL };
  const char *const none[] = { NULL };
  g_autoptr (GVariant) state = NULL;

  qg_explorer_set_entity_hidden (f->sample.explorer, 1, TRUE);
  qg_explorer_set_kind_hidden (f->sample.explorer, 1, TRUE);
  state = qg_explorer_dup_state (f->sample.explorer);
  qg_explorer_keep_hidden (f->sample.explorer, entities, relations);
  qg_explorer_open_map (f->sample.explorer, f->sample.map, state, NULL);
  g_assert_true (qg_filter_get_entity (qg_explorer_get_filter (f->sample.explorer), 3));
  g_assert_false (qg_filter_get_entity (qg_explorer_get_filter (f->sample.explorer), 1));
  g_assert_true (qg_filter_get_relation (qg_explorer_get_filter (f->sample.explorer), 0));
  g_assert_true (qg_explorer_get_kind_hidden (f->sample.explorer, 1));
  qg_explorer_use_hidden (f->sample.explorer, none, none);
  g_assert_false (qg_filter_get_entity (qg_explorer_get_filter (f->sample.explorer), 3));
  g_assert_true (qg_explorer_get_kind_hidden (f->sample.explorer, 1));
  qg_explorer_set_map (f->sample.explorer, f->sample.map);
  g_assert_true (qg_filter_get_entity (qg_explorer_get_filter (f->sample.explorer), 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/own-views/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/own-views/all-stays", Fixture, NULL, set_up, test_all_stays, tear_down);
  g_test_add ("/own-views/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/own-views/engine-of-deleted", Fixture, NULL, set_up, test_engine_of_deleted, tear_down);
  g_test_add ("/own-views/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  return g_test_run ();
}
