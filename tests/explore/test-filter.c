/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

typedef struct
{
  guint8 nodes[SAMPLE_N], edges[SAMPLE_N];
  guint n;
} Applied;

static Applied
apply (QgFilter *filter)
{
  g_autoptr (QgMap) map = sample_map_new ("m", FALSE);
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  Applied a;

  a.n = qg_filter_apply (filter, part, a.nodes, a.edges);
  return a;
}

static void
test_kind (void)
{
  g_autoptr (QgFilter) filter = qg_filter_with_kind (NULL, 1, TRUE);
  Applied a = apply (filter);

  for (guint i = 0; i < SAMPLE_N; i++)
    g_assert_cmpint (a.nodes[i], ==, i % 2 ? QG_EMPHASIS_HIDDEN : QG_EMPHASIS_NORMAL);
  /* Each relation of the chain has an odd end; e0 → e4 has none. */
  for (guint i = 0; i + 1 < SAMPLE_N; i++)
    g_assert_cmpint (a.edges[i], ==, QG_EMPHASIS_HIDDEN);
  g_assert_cmpint (a.edges[SAMPLE_N - 1], ==, QG_EMPHASIS_NORMAL);
  g_assert_cmpuint (a.n, ==, 4 + 7);
}

static void
test_statement_importance_source (void)
{
  g_autoptr (QgFilter) statement = qg_filter_with_statement (NULL, QG_STATEMENT_NORM, TRUE);
  g_autoptr (QgFilter) importance = qg_filter_with_importance (NULL, 3);
  g_autoptr (QgFilter) source = qg_filter_with_source (NULL, 1, TRUE);
  Applied a = apply (statement);

  g_assert_cmpuint (a.n, ==, 1);
  g_assert_cmpint (a.edges[SAMPLE_N - 1], ==, QG_EMPHASIS_HIDDEN);
  a = apply (importance);
  for (guint i = 0; i < SAMPLE_N; i++)
    g_assert_cmpint (a.nodes[i], ==, i % 3 == 0 ? QG_EMPHASIS_NORMAL : QG_EMPHASIS_HIDDEN);
  a = apply (source);
  g_assert_cmpint (a.nodes[1], ==, QG_EMPHASIS_HIDDEN);
  g_assert_cmpint (a.edges[0], ==, QG_EMPHASIS_HIDDEN);
  g_assert_cmpint (a.edges[1], ==, QG_EMPHASIS_HIDDEN);
  g_assert_cmpuint (a.n, ==, 3);
}

/* A filter that hides nothing is NULL, whatever way led there; equal ways lead to equal filters. */
static void
test_forms (void)
{
  g_autoptr (QgFilter) one = qg_filter_with_entity (NULL, 5, TRUE);
  g_autoptr (QgFilter) two = qg_filter_with_entity (one, 2, TRUE);
  g_autoptr (QgFilter) other = qg_filter_with_entity (NULL, 2, TRUE);
  g_autoptr (QgFilter) same = qg_filter_with_entity (other, 5, TRUE);
  g_autoptr (QgFilter) back = qg_filter_with_entity (two, 2, FALSE);
  g_autoptr (QgFilter) nothing = qg_filter_with_entity (one, 5, FALSE);

  g_assert_true (qg_filter_equal (two, same));
  g_assert_false (qg_filter_equal (one, two));
  g_assert_true (qg_filter_equal (one, back));
  g_assert_null (nothing);
  g_assert_true (qg_filter_get_entity (two, 5));
  g_assert_false (qg_filter_get_entity (one, 2));
  g_assert_null (qg_filter_with_statement (NULL, QG_STATEMENT_FACT, FALSE));
  g_assert_cmpuint (qg_filter_get_entities (two).n, ==, 2);
  g_assert_cmpuint (qg_filter_get_entities (two).items[0], ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/kind", test_kind);
  g_test_add_func ("/filter/statement-importance-source", test_statement_importance_source);
  g_test_add_func ("/filter/forms", test_forms);
  return g_test_run ();
}
