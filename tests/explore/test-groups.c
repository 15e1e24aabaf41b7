/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-explorer-private.h"
#include "qg-map-builder.h"
#include "qg-words.h"
#include "qg-usual-engine.h"
#include "sample-map.h"

static QgNumbers
shown (SampleFixture *f)
{
  return qg_part_get_entities (qg_explorer_get_part (f->explorer));
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* The chain e0 → e1 → … alternates between two kinds; e0 → e4 is within one. */
static void
test_collapse (SampleFixture *f, gconstpointer data)
{
  QgMap *map;
  QgPart *part;
  const QgRelation *relation;
  guint group, n_members = (SAMPLE_N + 1) / 2;
  g_autofree char *name = g_strdup_printf ("kind 0 en · %u", n_members);
  g_autoptr (GArray) members = NULL, merged = NULL, at = NULL;

  qg_explorer_select_entity (f->explorer, 0);
  qg_explorer_set_group_collapsed (f->explorer, 0, TRUE);
  sample_wait (f->explorer);
  map = qg_explorer_get_map (f->explorer);
  part = qg_explorer_get_part (f->explorer);
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 0));
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 1));
  g_assert_cmpuint (shown (f).n, ==, SAMPLE_N - n_members + 1);
  g_assert_cmpuint (qg_map_get_n_entities (map), ==, SAMPLE_N);
  group = shown (f).items[shown (f).n - 1];
  g_assert_true (qg_map_is_group (map, group));
  g_assert_cmpstr (qg_text_get (qg_map_get_entity (map, group)->label, QG_LANG_EN), ==, name);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, group);
  members = qg_part_dup_members (part, group);
  g_assert_cmpuint (members->len, ==, n_members);
  at = qg_part_dup_relations_at (part, group, FALSE);
  g_assert_cmpuint (at->len, >, 0);
  relation = qg_map_get_relation (map, g_array_index (at, guint, 0));
  g_assert_cmpuint (relation->from, ==, group);
  /* One relation keeps its kind of statement; its verb is not the group's. */
  g_assert_cmpuint (relation->verb, >=, 1);
  g_assert_cmpint (relation->statement, ==, QG_STATEMENT_FACT);
  merged = qg_part_dup_merged (part, g_array_index (at, guint, 0));
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpuint (qg_scene_get_layout (qg_explorer_get_scene (f->explorer))->n_nodes, ==, shown (f).n);
}

/* What is selected goes with the group: into its node, and out of it to the most important one in it. */
static void
test_selection (SampleFixture *f, gconstpointer data)
{
  guint group;

  g_assert_cmpuint (qg_explorer_find_stand_in (f->explorer, 1), ==, QG_NONE);
  qg_explorer_select_entity (f->explorer, 7);
  qg_explorer_set_group_collapsed (f->explorer, 1, TRUE);
  group = qg_explorer_get_selection (f->explorer).number;
  g_assert_true (qg_map_is_group (qg_explorer_get_map (f->explorer), group));
  g_assert_cmpuint (qg_explorer_find_stand_in (f->explorer, 1), ==, group);
  g_assert_cmpuint (qg_explorer_find_stand_in (f->explorer, 0), ==, QG_NONE);
  /* As Enter does on its node. e1, e3, e5 and e7 are in it. */
  qg_explorer_show_focus (f->explorer, group, 1, QG_FOLLOW_BOTH);
  g_assert_cmpuint (shown (f).n, ==, SAMPLE_N);
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_ENTITY);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 3);
  g_assert_cmpuint (qg_explorer_find_stand_in (f->explorer, group), ==, 3);
  /* Nothing selected: nothing is selected after it. */
  qg_explorer_select_nothing (f->explorer);
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  qg_explorer_set_all_collapsed (f->explorer, FALSE);
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_NOTHING);
}

/* All of it: two nodes, and one line either way with the verb and the number of relations. */
static void
test_all (SampleFixture *f, gconstpointer data)
{
  QgMap *map;
  QgNumbers relations;
  guint n_changes = 0;

  g_signal_connect_swapped (f->explorer, "groups-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_false (qg_explorer_set_all_collapsed (f->explorer, FALSE));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (qg_explorer_set_all_collapsed (f->explorer, TRUE));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (qg_explorer_set_all_collapsed (f->explorer, TRUE));
  g_assert_false (qg_explorer_set_group_collapsed (f->explorer, 0, TRUE));
  g_assert_cmpuint (n_changes, ==, 1);
  sample_wait (f->explorer);
  map = qg_explorer_get_map (f->explorer);
  relations = qg_part_get_relations (qg_explorer_get_part (f->explorer));
  g_assert_cmpuint (shown (f).n, ==, 2);
  g_assert_cmpuint (relations.n, ==, 2);
  for (guint i = 0; i < relations.n; i++)
    {
      g_autoptr (GArray) merged = qg_part_dup_merged (qg_explorer_get_part (f->explorer), relations.items[i]);
      const QgRelation *relation = qg_map_get_relation (map, relations.items[i]);
      g_autofree char *words = g_strdup_printf ("verb 0 ру\u00a0·\u00a0%u", merged->len);

      g_assert_cmpuint (merged->len, >, 1);
      g_assert_cmpstr (qg_text_get (qg_map_get_verb (map, relation->verb)->label, QG_LANG_RU), ==, words);
    }
  qg_explorer_set_all_collapsed (f->explorer, FALSE);
  g_assert_cmpuint (shown (f).n, ==, SAMPLE_N);
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, 0);
}

/* Back and forward, and an own view in between: the numbers of groups stay good. */
static void
test_history (SampleFixture *f, gconstpointer data)
{
  g_autoptr (QgOwn) own = qg_own_new ();
  g_autoptr (QgMap) varied = NULL;
  guint n;

  qg_explorer_set_group_collapsed (f->explorer, 0, TRUE);
  n = shown (f).n;
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  qg_own_add_view (own, f->map, qg_explorer_dup_own_view (f->explorer, "mine"), QG_NONE);
  g_assert_cmpuint (g_strv_length (qg_own_get_view (own, 0)->entities), ==, SAMPLE_N);
  g_assert_cmpuint (g_strv_length (qg_own_get_view (own, 0)->collapsed), ==, 2);
  varied = qg_own_dup_map (own, qg_explorer_get_map (f->explorer), FALSE);
  qg_explorer_vary_map (f->explorer, varied);
  sample_wait (f->explorer);
  g_assert_cmpuint (shown (f).n, ==, 2);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (shown (f).n, ==, n);
  sample_wait (f->explorer);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (shown (f).n, ==, SAMPLE_N);
  g_assert_true (qg_explorer_go_forward (f->explorer));
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 0));
  sample_wait (f->explorer);
  /* The kept view has its groups collapsed, and can be seen with one of them open. */
  qg_explorer_show_view (f->explorer, qg_map_find_view (qg_explorer_get_map (f->explorer), "own-1"));
  sample_wait (f->explorer);
  g_assert_cmpuint (shown (f).n, ==, 2);
  qg_explorer_set_group_collapsed (f->explorer, 1, FALSE);
  g_assert_cmpuint (shown (f).n, ==, SAMPLE_N / 2 + 1);
  sample_wait (f->explorer);
  /* The same again makes nothing new. */
  n = qg_map_get_n_verbs (qg_explorer_get_map (f->explorer));
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  g_assert_cmpuint (qg_map_get_n_verbs (qg_explorer_get_map (f->explorer)), ==, n);
}

/* Enter on a group opens it, and so does the choice of something in it. */
static void
test_open (SampleFixture *f, gconstpointer data)
{
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  qg_explorer_show_focus (f->explorer, shown (f).items[0], 1, QG_FOLLOW_BOTH);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 1));
  qg_explorer_select_entity (f->explorer, 1);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 1));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, 0);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 1);
}

static void
test_state (SampleFixture *f, gconstpointer data)
{
  g_autoptr (GVariant) state = NULL;
  g_autoptr (QgExplorer) other = qg_explorer_new (f->layouter);

  qg_explorer_show_focus (f->explorer, 2, 1, QG_FOLLOW_BOTH);
  qg_explorer_set_group_collapsed (f->explorer, 1, TRUE);
  state = qg_explorer_dup_state (f->explorer);
  g_assert_true (qg_explorer_open_map (other, f->map, state, NULL));
  g_assert_true (qg_explorer_get_group_collapsed (other, 1));
  g_assert_cmpuint (qg_part_get_focus (qg_explorer_get_part (other)), ==, 2);
  g_assert_cmpuint (qg_explorer_get_depth (other), ==, 1);
  sample_wait (other);
}

/* A part so large that a worker collapses it: a star of two kinds about one entity of a third. */

#define LARGE 10100u
#define N_RAYS 6u

static QgMap *
large_map_new (void)
{
  const QgLang lang = QG_LANG_EN;
  g_autoptr (QgText) name = qg_text_new_single (lang, "name");
  QgMapBuilder *builder = qg_map_builder_new ("large", name, &lang, 1);
  const QgVerb verb = { .id = "v", .label = name, .inverse = name };
  const QgVerb other = { .id = "w", .label = name, .inverse = name };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      const QgKind kind = { .id = id, .name = name, .hue = QG_HUE_BLUE };

      qg_map_builder_add_kind (builder, &kind);
    }
  qg_map_builder_add_verb (builder, &verb);
  qg_map_builder_add_verb (builder, &other);
  for (guint i = 0; i < LARGE; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i), *relation_id = g_strdup_printf ("r%u", i);
      const guint kind = i == 0 ? 2 : i <= N_RAYS ? 1 : 0;
      const QgEntity entity = { .id = id, .kind = kind, .name = name, .label = name, .importance = 1 };
      const QgRelation relation = { .id = relation_id, .from = 0, .to = i, .verb = i % 2 };

      qg_map_builder_add_entity (builder, &entity);
      if (i > 0)
        qg_map_builder_add_relation (builder, &relation);
    }
  return qg_map_builder_end (builder);
}

static void
large_set_up (SampleFixture *f, gconstpointer data)
{
  f->layouter = qg_layouter_new (NULL, NULL);
  f->explorer = qg_explorer_new (f->layouter);
  f->map = large_map_new ();
  qg_explorer_set_map (f->explorer, f->map);
}

/* What is shown stays until the worker is done. */
static void
test_large (SampleFixture *f, gconstpointer data)
{
  guint n_parts = 0, n_changes = 0;

  qg_explorer_select_entity (f->explorer, 1);
  g_signal_connect_swapped (f->explorer, "notify::part", G_CALLBACK (count_cb), &n_parts);
  g_signal_connect_swapped (f->explorer, "groups-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (qg_explorer_set_all_collapsed (f->explorer, TRUE));
  g_assert_false (qg_explorer_set_all_collapsed (f->explorer, TRUE));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (n_parts, ==, 0);
  g_assert_cmpuint (shown (f).n, ==, LARGE);
  g_assert_true (qg_explorer_get_layout_busy (f->explorer));
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 0));
  sample_wait (f->explorer);
  g_assert_cmpuint (n_parts, >, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (shown (f).n, ==, 3);
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, shown (f).items[2]);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (shown (f).n, ==, LARGE);
  g_assert_true (qg_explorer_go_forward (f->explorer));
  g_assert_cmpuint (shown (f).n, ==, 3);
  sample_wait (f->explorer);
}

/* Selected is what lies in a group as soon as that is open; of a relation both ends' groups are. */
static void
test_large_select (SampleFixture *f, gconstpointer data)
{
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  sample_wait (f->explorer);
  /* A group of one is its entity: nothing has to come out of it. */
  qg_explorer_select_entity (f->explorer, 0);
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 2));
  g_assert_false (qg_explorer_get_layout_busy (f->explorer));
  qg_explorer_select_entity (f->explorer, 3);
  g_assert_cmpuint (shown (f).n, ==, 3);
  sample_wait (f->explorer);
  g_assert_cmpuint (shown (f).n, ==, 2 + N_RAYS);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 3);
  qg_explorer_set_group_collapsed (f->explorer, 1, TRUE);
  sample_wait (f->explorer);
  g_assert_cmpuint (shown (f).n, ==, 3);
  qg_explorer_select_relation (f->explorer, 1);
  sample_wait (f->explorer);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 1));
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 2));
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_RELATION);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 1);
}

/* What comes meanwhile goes before: another part, cancelling; own views come beside it, and a second wish is
 * added to the first. */
static void
test_large_overtaken (SampleFixture *f, gconstpointer data)
{
  g_autoptr (QgOwn) own = qg_own_new ();
  g_autoptr (QgMap) varied = qg_own_dup_map (own, f->map, FALSE);
  guint n_changes = 0;

  g_signal_connect_swapped (f->explorer, "groups-changed", G_CALLBACK (count_cb), &n_changes);
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  qg_explorer_show_focus (f->explorer, 2, 1, QG_FOLLOW_BOTH);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  sample_wait (f->explorer);
  g_assert_cmpuint (qg_part_get_focus (qg_explorer_get_part (f->explorer)), ==, 2);
  qg_explorer_show_whole (f->explorer);
  qg_explorer_set_all_collapsed (f->explorer, TRUE);
  qg_explorer_cancel_layout (f->explorer);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  /* That was the collapsing; this is the layout of all, which would take long. */
  qg_explorer_cancel_layout (f->explorer);
  sample_wait (f->explorer);
  g_assert_cmpuint (n_changes, ==, 0);
  qg_explorer_show_whole (f->explorer);
  qg_explorer_set_group_collapsed (f->explorer, 0, TRUE);
  qg_explorer_set_group_collapsed (f->explorer, 1, TRUE);
  qg_explorer_vary_map (f->explorer, varied);
  g_assert_cmpuint (n_changes, ==, 0);
  sample_wait (f->explorer);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (shown (f).n, ==, 3);
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 0));
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 1));
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 2));
}

static GCancellable *to_cancel;

static char *
cancel_at_words (guint n, QgLang lang)
{
  g_cancellable_cancel (to_cancel);
  return g_strdup ("words");
}

/* Whoever does not want it any more does not wait for it: not before it is begun, and not on its way. */
static void
test_cancelled (SampleFixture *f, gconstpointer data)
{
  static const guint8 all[] = { TRUE, TRUE, TRUE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (f->map), part = NULL;

  /* The layout of all would take long. */
  qg_explorer_cancel_layout (f->explorer);
  g_assert_cmpuint (qg_map_get_n_kinds (f->map), <=, G_N_ELEMENTS (all));
  part = qg_part_new_collapsed (whole, f->map, all, qg_word_dup_relations, cancellable);
  g_assert_nonnull (part);
  to_cancel = cancellable;
  g_assert_null (qg_part_new_collapsed (whole, f->map, all, cancel_at_words, cancellable));
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_null (qg_part_new_collapsed (whole, f->map, all, qg_word_dup_relations, cancellable));
}

/* What was collapsed in a view is found so on coming back, until it is opened; a tour sees the view as it is.
 */
static void
test_return_to_view (SampleFixture *f, gconstpointer data)
{
  qg_explorer_set_group_collapsed (f->explorer, 0, TRUE);
  qg_explorer_return_to_view (f->explorer, 1);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  qg_explorer_show_focus (f->explorer, 0, 1, QG_FOLLOW_BOTH);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  qg_explorer_return_to_view (f->explorer, 0);
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 0));
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 1));
  qg_explorer_show_view (f->explorer, 0);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  qg_explorer_return_to_view (f->explorer, 0);
  g_assert_true (qg_explorer_get_group_collapsed (f->explorer, 0));
  qg_explorer_set_group_collapsed (f->explorer, 0, FALSE);
  qg_explorer_return_to_view (f->explorer, 1);
  qg_explorer_return_to_view (f->explorer, 0);
  g_assert_false (qg_explorer_get_group_collapsed (f->explorer, 0));
  g_assert_cmpuint (shown (f).n, ==, SAMPLE_N);
}

#define N_DENSE 16u

/* Three entities of each kind, each kind related to each other. */
static QgMap *
dense_map_new (void)
{
  const QgLang lang = QG_LANG_EN;
  g_autoptr (QgText) text = qg_text_new_single (lang, "dense");
  const QgVerb verb = { .id = "v", .label = text, .inverse = text };
  QgMapBuilder *builder = qg_map_builder_new ("dense", text, &lang, 1);
  guint n = 0;

  qg_map_builder_add_verb (builder, &verb);
  for (guint i = 0; i < N_DENSE; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      const QgKind kind = { .id = id, .name = text, .hue = QG_HUE_BLUE };

      qg_map_builder_add_kind (builder, &kind);
    }
  for (guint i = 0; i < 3 * N_DENSE; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      const QgEntity entity = { .id = id, .kind = i % N_DENSE, .name = text, .label = text, .importance = 2 };

      qg_map_builder_add_entity (builder, &entity);
    }
  for (guint i = 0; i < N_DENSE; i++)
    for (guint j = 0; j < N_DENSE; j++)
      if (i != j)
        {
          g_autofree char *id = g_strdup_printf ("r%u", n++);
          const QgRelation relation = { .id = id, .from = i, .to = N_DENSE + j };

          qg_map_builder_add_relation (builder, &relation);
        }
  return qg_map_builder_end (builder);
}

/* Who collapses a dense map wants to see it at once: what the view's engine would need a while for comes from
 * a quick one. It can be had all the same. */
static void
test_dense (void)
{
  static const guint8 all[N_DENSE] = { [0 ... N_DENSE - 1] = TRUE };
  g_autoptr (QgMap) map = dense_map_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (map), part = NULL;
  double seconds;

  part = qg_part_new_collapsed (whole, map, all, qg_word_dup_relations, NULL);
  g_assert_cmpuint (qg_part_get_entities (part).n, ==, N_DENSE);
  g_assert_cmpuint (qg_part_get_relations (part).n, ==, N_DENSE * (N_DENSE - 1));
  seconds = qg_usual_engine_estimate (part, QG_ENGINE_DOT);
  g_assert_cmpfloat (seconds, >, 5);
  g_assert_cmpfloat (seconds, <, 20);
  g_assert_cmpint (qg_usual_engine_get (part), ==, QG_ENGINE_SFDP);
  g_assert_cmpfloat (qg_usual_engine_estimate (part, QG_ENGINE_SFDP), <, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/groups/collapse", SampleFixture, NULL, sample_set_up, test_collapse, sample_tear_down);
  g_test_add ("/groups/selection", SampleFixture, NULL, sample_set_up, test_selection, sample_tear_down);
  g_test_add ("/groups/all", SampleFixture, NULL, sample_set_up, test_all, sample_tear_down);
  g_test_add ("/groups/history", SampleFixture, NULL, sample_set_up, test_history, sample_tear_down);
  g_test_add ("/groups/open", SampleFixture, NULL, sample_set_up, test_open, sample_tear_down);
  g_test_add ("/groups/state", SampleFixture, NULL, sample_set_up, test_state, sample_tear_down);
  g_test_add ("/groups/return-to-view", SampleFixture, NULL, sample_set_up, test_return_to_view,
              sample_tear_down);
  g_test_add ("/groups/cancelled", SampleFixture, NULL, large_set_up, test_cancelled, sample_tear_down);
  g_test_add ("/groups/large", SampleFixture, NULL, large_set_up, test_large, sample_tear_down);
  g_test_add ("/groups/large-select", SampleFixture, NULL, large_set_up, test_large_select, sample_tear_down);
  g_test_add ("/groups/large-overtaken", SampleFixture, NULL, large_set_up, test_large_overtaken,
              sample_tear_down);
  g_test_add_func ("/groups/dense", test_dense);
  return g_test_run ();
}
