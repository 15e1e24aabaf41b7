/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

/* From 0 to 3 in the sample: over 1 and 2, or over 4. */
#define FROM 0u
#define TO 3u
static const guint entities[] = { 0, 4, 3 }, relations[] = { SAMPLE_N - 1, 3 };
static const QgWay way = { 3, entities, relations };

static void
assert_lit (QgExplorer *explorer, guint n_relations)
{
  g_assert_cmpuint (qg_explorer_get_lit_relations (explorer).n, ==, n_relations);
}

static void
begin (QgExplorer *explorer)
{
  qg_explorer_ask_between (explorer, FROM, TO);
  g_assert_cmpuint (qg_explorer_get_between (explorer).chosen, ==, QG_NONE);
  qg_explorer_show_way (explorer, 1, &way, NULL);
  g_assert_cmpuint (qg_explorer_get_between (explorer).chosen, ==, 1);
  assert_lit (explorer, 2);
}

static void
assert_ended (QgExplorer *explorer)
{
  g_assert_cmpuint (qg_explorer_get_between (explorer).from, ==, QG_NONE);
  assert_lit (explorer, 0);
  g_assert_cmpuint (qg_explorer_get_lit_entities (explorer).n, ==, 0);
}

/* What is not on the way ends the ways; the history goes back to them, and past them. */
static void
test_selection_ends (SampleFixture *f, gconstpointer data)
{
  guint before;
  g_autofree char *title = NULL;

  qg_explorer_select_entity (f->explorer, FROM);
  before = qg_history_get_position (qg_explorer_get_history (f->explorer));
  begin (f->explorer);
  /* The question and the way that is lit up are one place. */
  g_assert_cmpuint (qg_history_get_position (qg_explorer_get_history (f->explorer)), ==, before + 1);
  title = qg_explorer_dup_place_title (f->explorer, before + 1);
  g_assert_cmpstr (title, ==, "entity 0 қз → entity 3 қз");
  qg_explorer_select_entity (f->explorer, 5);
  assert_ended (f->explorer);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).from, ==, FROM);
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).to, ==, TO);
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).chosen, ==, 1);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, FROM);
  qg_explorer_light_way (f->explorer, &way);
  assert_lit (f->explorer, 2);
  g_assert_true (qg_explorer_go_back (f->explorer));
  assert_ended (f->explorer);
  g_assert_true (qg_explorer_go_forward (f->explorer));
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).chosen, ==, 1);
}

/* What a step of a tour lit up is not taken for the way that the history goes back to. */
static void
test_tour_step (SampleFixture *f, gconstpointer data)
{
  const guint entity = 6, relation = 5;

  begin (f->explorer);
  qg_explorer_show_focus (f->explorer, 5, 1, QG_FOLLOW_BOTH);
  qg_explorer_light_up (f->explorer, (QgNumbers){ 1, &entity }, (QgNumbers){ 1, &relation });
  assert_lit (f->explorer, 1);
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).chosen, ==, 1);
  assert_lit (f->explorer, 0);
  g_assert_cmpuint (qg_explorer_get_lit_entities (f->explorer).n, ==, 0);
  qg_explorer_light_way (f->explorer, &way);
  /* What the step marked is not on the way, and ends it. */
  qg_explorer_select_relation (f->explorer, relation);
  assert_ended (f->explorer);
  g_assert_true (qg_explorer_go_back (f->explorer));
  qg_explorer_light_way (f->explorer, &way);
  qg_explorer_select_entity (f->explorer, 4);
  g_assert_true (qg_explorer_get_between (f->explorer).aside);
}

/* What is on the way is read about meanwhile. */
static void
test_aside (SampleFixture *f, gconstpointer data)
{
  begin (f->explorer);
  qg_explorer_select_relation (f->explorer, relations[1]);
  g_assert_true (qg_explorer_get_between (f->explorer).aside);
  assert_lit (f->explorer, 2);
  qg_explorer_pass_entity (f->explorer, 4);
  assert_lit (f->explorer, 2);
  qg_explorer_return_to_ways (f->explorer);
  g_assert_false (qg_explorer_get_between (f->explorer).aside);
  assert_lit (f->explorer, 2);
  qg_explorer_go_back (f->explorer);
  g_assert_true (qg_explorer_get_between (f->explorer).aside);
  assert_lit (f->explorer, 2);
  qg_explorer_pass_entity (f->explorer, 1);
  assert_ended (f->explorer);
}

/* Another picture, something else lit up, and whoever closes them end the ways. */
static void
test_ends (SampleFixture *f, gconstpointer data)
{
  const guint lit[] = { 0 };

  begin (f->explorer);
  qg_explorer_show_view (f->explorer, 1);
  assert_ended (f->explorer);
  begin (f->explorer);
  qg_explorer_show_focus (f->explorer, 2, 1, QG_FOLLOW_BOTH);
  assert_ended (f->explorer);
  begin (f->explorer);
  qg_explorer_select_nothing (f->explorer);
  assert_ended (f->explorer);
  begin (f->explorer);
  qg_explorer_end_between (f->explorer);
  assert_ended (f->explorer);
  qg_explorer_go_back (f->explorer);
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).from, ==, FROM);
  qg_explorer_leave_ways (f->explorer);
  assert_ended (f->explorer);
  begin (f->explorer);
  qg_explorer_light_up (f->explorer, (QgNumbers){ 0, NULL }, (QgNumbers){ 1, lit });
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).from, ==, QG_NONE);
  assert_lit (f->explorer, 1);
  qg_explorer_light_none (f->explorer);
  begin (f->explorer);
  qg_explorer_set_map (f->explorer, f->map);
  assert_ended (f->explorer);
}

/* Nothing is lit up, and the ways are there still. */
static void
assert_listed (QgExplorer *explorer)
{
  QgBetween between = qg_explorer_get_between (explorer);

  g_assert_cmpuint (between.from, ==, FROM);
  g_assert_cmpuint (between.chosen, ==, QG_NONE);
  g_assert_false (between.aside);
  assert_lit (explorer, 0);
}

/* From the way to the list, from the list to what was before: the neighbourhood and what was selected. */
static void
test_step_out (SampleFixture *f, gconstpointer data)
{
  const guint shown[] = { 0, 3, 4 };
  g_autoptr (QgPart) part = qg_part_new_between (f->map, FROM, TO, shown, 3, NULL);
  g_autoptr (QgPart) before = NULL;
  guint place;

  qg_explorer_show_focus (f->explorer, 5, 2, QG_FOLLOW_OUTGOING);
  before = qg_part_ref (qg_explorer_get_part (f->explorer));
  qg_explorer_ask_between (f->explorer, FROM, TO);
  qg_explorer_show_way (f->explorer, 0, &way, part);
  place = qg_history_get_position (qg_explorer_get_history (f->explorer));
  g_assert_true (qg_explorer_get_part (f->explorer) == part);
  g_assert_true (qg_explorer_step_out (f->explorer));
  assert_listed (f->explorer);
  g_assert_true (qg_explorer_get_part (f->explorer) == part);
  g_assert_cmpuint (qg_history_get_position (qg_explorer_get_history (f->explorer)), ==, place);
  g_assert_true (qg_explorer_step_out (f->explorer));
  assert_ended (f->explorer);
  g_assert_true (qg_explorer_get_part (f->explorer) == before);
  g_assert_cmpuint (qg_explorer_get_depth (f->explorer), ==, 2);
  g_assert_cmpint (qg_explorer_get_follow (f->explorer), ==, QG_FOLLOW_OUTGOING);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 5);
  /* The way is lit up where one goes back to it; and once more out. */
  g_assert_true (qg_explorer_go_back (f->explorer));
  g_assert_cmpuint (qg_explorer_get_between (f->explorer).chosen, ==, 0);
  g_assert_true (qg_explorer_step_out (f->explorer));
  g_assert_true (qg_explorer_step_out (f->explorer));
  assert_ended (f->explorer);
  g_assert_true (qg_explorer_get_part (f->explorer) == before);
  g_assert_true (qg_explorer_step_out (f->explorer));
  g_assert_cmpuint (qg_part_get_view (qg_explorer_get_part (f->explorer)), ==, 0);
}

/* What is read about on the way is one step further in. */
static void
test_step_out_of_aside (SampleFixture *f, gconstpointer data)
{
  qg_explorer_select_entity (f->explorer, 5);
  begin (f->explorer);
  qg_explorer_select_relation (f->explorer, relations[1]);
  g_assert_true (qg_explorer_step_out (f->explorer));
  g_assert_false (qg_explorer_get_between (f->explorer).aside);
  assert_lit (f->explorer, 2);
  g_assert_true (qg_explorer_step_out (f->explorer));
  assert_listed (f->explorer);
  g_assert_true (qg_explorer_step_out (f->explorer));
  assert_ended (f->explorer);
  g_assert_cmpint (qg_explorer_get_selection (f->explorer).kind, ==, QG_SELECTION_ENTITY);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 5);
}

/* Both that they were asked for with are selected again. */
static void
test_step_out_to_both (SampleFixture *f, gconstpointer data)
{
  QgNumbers selected;

  qg_explorer_select_entity (f->explorer, FROM);
  qg_explorer_toggle_entity (f->explorer, TO);
  begin (f->explorer);
  qg_explorer_leave_ways (f->explorer);
  assert_ended (f->explorer);
  selected = qg_explorer_get_selected_entities (f->explorer);
  g_assert_cmpuint (selected.n, ==, 2);
  g_assert_cmpuint (selected.items[1], ==, TO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, SampleFixture, NULL, sample_set_up, func, sample_tear_down)
  ADD ("/between/selection-ends", test_selection_ends);
  ADD ("/between/tour-step", test_tour_step);
  ADD ("/between/aside", test_aside);
  ADD ("/between/ends", test_ends);
  ADD ("/between/step-out", test_step_out);
  ADD ("/between/step-out-of-aside", test_step_out_of_aside);
  ADD ("/between/step-out-to-both", test_step_out_to_both);
  return g_test_run ();
}
