/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

typedef struct
{
  QgMap *map;
  QgPart *part;
  QgHistory *history;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = sample_map_new ("m", FALSE);
  f->part = qg_part_new_whole (f->map);
  f->history = qg_history_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  qg_history_free (f->history);
  qg_part_unref (f->part);
  qg_map_unref (f->map);
}

static gboolean
visit (Fixture *f, guint entity, gboolean passing)
{
  const QgPlace place = { .part = f->part,
                          .selection = { QG_SELECTION_ENTITY, entity },
                          .passing = passing,
                          .between = QG_BETWEEN_NONE };

  return qg_history_visit (f->history, &place);
}

static guint
at (Fixture *f, guint position)
{
  return qg_history_get (f->history, position)->selection.number;
}

static void
test_branch (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (qg_history_get_position (f->history), ==, QG_NONE);
  for (guint i = 0; i < 4; i++)
    g_assert_true (visit (f, i, FALSE));
  g_assert_false (visit (f, 3, FALSE));
  g_assert_cmpuint (qg_history_get_n (f->history), ==, 4);
  qg_history_go_to (f->history, 1);
  g_assert_true (visit (f, 7, FALSE));
  g_assert_cmpuint (qg_history_get_n (f->history), ==, 3);
  g_assert_cmpuint (at (f, 2), ==, 7);
  g_assert_cmpuint (qg_history_get_position (f->history), ==, 2);
}

static void
test_bound (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < QG_HISTORY_MAX + 5; i++)
    visit (f, i % SAMPLE_N, FALSE);
  g_assert_cmpuint (qg_history_get_n (f->history), ==, QG_HISTORY_MAX);
  g_assert_cmpuint (qg_history_get_position (f->history), ==, QG_HISTORY_MAX - 1);
  g_assert_cmpuint (at (f, 0), ==, 5);
}

/* A walk with the arrow keys is one place: its last. */
static void
test_passing (Fixture *f, gconstpointer data)
{
  visit (f, 0, FALSE);
  for (guint i = 1; i < 6; i++)
    visit (f, i, TRUE);
  g_assert_cmpuint (qg_history_get_n (f->history), ==, 2);
  g_assert_cmpuint (at (f, 0), ==, 0);
  g_assert_cmpuint (at (f, 1), ==, 5);
  visit (f, 6, FALSE);
  g_assert_cmpuint (qg_history_get_n (f->history), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history/branch", Fixture, NULL, set_up, test_branch, tear_down);
  g_test_add ("/history/bound", Fixture, NULL, set_up, test_bound, tear_down);
  g_test_add ("/history/passing", Fixture, NULL, set_up, test_passing, tear_down);
  return g_test_run ();
}
