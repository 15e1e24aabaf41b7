/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Places that a file gives. */

#include <math.h>

#include "qg-layouter.h"

#define SIDE 6u
#define N (SIDE * SIDE)

/* A grid of equal boxes @step apart, a chain through it. */
static QgLayout *
run (double step, double shift, guint n_in_one_place)
{
  QgSize sizes[N];
  QgPoint centers[N];
  QgLayoutEdge edges[N - 1];
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgLayoutRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  QgLayout *layout;

  for (guint i = 0; i < N; i++)
    {
      sizes[i] = (QgSize){ 80, 30 };
      centers[i] = (QgPoint){ shift + i % SIDE * step, shift + i / SIDE * step };
      if (i < n_in_one_place)
        centers[i] = (QgPoint){ shift, shift };
      if (i > 0)
        edges[i - 1] = (QgLayoutEdge){ i - 1, i, QG_NONE };
    }
  request = qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_GIVEN,
                                                       .node_gap = 10,
                                                       .rank_gap = 30,
                                                       .root = QG_NONE,
                                                       .n_nodes = N,
                                                       .n_edges = N - 1,
                                                       .nodes = sizes,
                                                       .centers = centers,
                                                       .edges = edges });
  layout = qg_layouter_run (layouter, request, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N; i++)
    for (guint k = i + 1; k < N; k++)
      g_assert_false (qg_rect_intersects (&layout->nodes[i], &layout->nodes[k]));
  for (guint i = 0; i < N - 1; i++)
    g_assert_cmpuint (layout->paths[i].n, >=, 4);
  return layout;
}

static QgPoint
center (const QgLayout *l, guint i)
{
  return qg_rect_center (&l->nodes[i]);
}

/* Rows stay rows, columns stay columns, in their order. */
static void
assert_grid (const QgLayout *l, double least_step, double most_step)
{
  for (guint i = 1; i < N; i++)
    {
      QgPoint a = center (l, i - 1), b = center (l, i);

      if (i % SIDE == 0)
        continue;
      g_assert_cmpfloat_with_epsilon (a.y, b.y, 1);
      g_assert_cmpfloat (b.x - a.x, >=, least_step - 1);
      g_assert_cmpfloat (b.x - a.x, <=, most_step + 1);
    }
  for (guint i = SIDE; i < N; i++)
    g_assert_cmpfloat_with_epsilon (center (l, i).x, center (l, i - SIDE).x, 1);
}

static void
test_kept (void)
{
  g_autoptr (QgLayout) layout = run (140, 0, 0), far = run (140, -5e5, 0);

  assert_grid (layout, 140, 140);
  g_assert_cmpmem (layout->nodes, N * sizeof *layout->nodes, far->nodes, N * sizeof *far->nodes);
}

/* A program that measures from 0 to 1, and one that measures in thousandths of a millimeter. */
static void
test_scales (void)
{
  g_autoptr (QgLayout) small = run (0.1, 0, 0), near = run (20, 0, 0), large = run (20000, 0, 0);

  assert_grid (small, 40, 200);
  assert_grid (near, 40, 200);
  assert_grid (large, 80, 400);
}

/* Some lie on each other: the others stay readable, and these are moved apart. */
static void
test_in_one_place (void)
{
  g_autoptr (QgLayout) some = run (140, 0, 3), all = run (0, 0, N);

  g_assert_cmpfloat (some->bounds.width, <, 2000);
  g_assert_cmpfloat (all->bounds.width, <, 20000);
}

static void
test_provisional (void)
{
  const QgSize sizes[] = { { 80, 30 }, { 80, 30 }, { 80, 30 } };
  const QgPoint centers[] = { { 100, 200 }, { 0, 0 }, { 300, NAN } };
  g_autoptr (QgLayoutRequest) request = qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_GIVEN,
                                                                                   .node_gap = 10,
                                                                                   .root = QG_NONE,
                                                                                   .n_nodes = 3,
                                                                                   .nodes = sizes,
                                                                                   .centers = centers });
  g_autoptr (QgLayoutRequest) without = qg_layout_request_new (&(QgLayoutRequest){
      .engine = QG_ENGINE_GIVEN, .node_gap = 10, .root = QG_NONE, .n_nodes = 3, .nodes = sizes });
  g_autoptr (QgLayout) layout = qg_layout_new_provisional (request);
  g_autofree char *a = qg_layout_request_hash (request), *b = qg_layout_request_hash (without);

  g_assert_cmpfloat (center (layout, 0).x, >, center (layout, 1).x);
  g_assert_cmpfloat (center (layout, 0).y, >, center (layout, 1).y);
  g_assert_true (isfinite (layout->bounds.height));
  g_assert_cmpint (without->engine, ==, QG_ENGINE_NEATO);
  g_assert_cmpstr (a, !=, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/given/kept", test_kept);
  g_test_add_func ("/given/scales", test_scales);
  g_test_add_func ("/given/in-one-place", test_in_one_place);
  g_test_add_func ("/given/provisional", test_provisional);
  return g_test_run ();
}
