/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-layouter.h"

/* A small map with everything: a fan of three edges under one word, two words between the same nodes, a loop,
 * a circle, parts that nothing ties together. */
static const QgSize nodes[] = { { 90, 30 }, { 120, 40 }, { 60, 30 },  { 140, 50 },
                                { 80, 30 }, { 70, 30 },  { 100, 44 }, { 50, 24 } };
static const QgSize labels[] = { { 60, 12 }, { 40, 12 }, { 50, 24 }, { 30, 12 } };
static const QgLayoutEdge edges[] = { { 0, 1, 0 }, { 0, 2, 0 },       { 0, 3, 0 },
                                      { 1, 4, 1 }, { 1, 4, 2 },       { 4, 0, QG_NONE },
                                      { 2, 2, 3 }, { 3, 3, QG_NONE }, { 5, 6, QG_NONE } };

static QgLayoutRequest *
make_request (QgEngine engine, QgDirection direction)
{
  return qg_layout_request_new (&(QgLayoutRequest){ .engine = engine,
                                                    .direction = direction,
                                                    .node_gap = 16,
                                                    .rank_gap = 40,
                                                    .seed = 7,
                                                    .root = QG_NONE,
                                                    .n_nodes = G_N_ELEMENTS (nodes),
                                                    .n_edges = G_N_ELEMENTS (edges),
                                                    .n_labels = G_N_ELEMENTS (labels),
                                                    .nodes = nodes,
                                                    .edges = edges,
                                                    .labels = labels });
}

static QgLayout *
run (QgLayoutRequest *request)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  QgLayout *layout = qg_layouter_run (layouter, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (layout);
  return layout;
}

static gboolean
is_on_rim (const QgRect *r, QgPoint p)
{
  gboolean on_side = fabs (p.x - r->x) < 1e-6 || fabs (p.x - r->x - r->width) < 1e-6 ||
                     fabs (p.y - r->y) < 1e-6 || fabs (p.y - r->y - r->height) < 1e-6;
  QgRect grown = qg_rect_grow (r, 1e-6);

  return on_side && qg_rect_contains (&grown, p.x, p.y);
}

static void
assert_no_overlaps (const QgLayout *l)
{
  for (guint i = 0; i < l->n_nodes; i++)
    for (guint k = i + 1; k < l->n_nodes; k++)
      g_assert_false (qg_rect_intersects (&l->nodes[i], &l->nodes[k]));
  for (guint i = 0; i < l->n_labels; i++)
    {
      if (l->labels[i].width < 0)
        continue;
      for (guint k = 0; k < l->n_nodes; k++)
        g_assert_false (qg_rect_intersects (&l->labels[i], &l->nodes[k]));
      for (guint k = i + 1; k < l->n_labels; k++)
        g_assert_false (qg_rect_intersects (&l->labels[i], &l->labels[k]));
    }
}

static void
test_engines (gconstpointer data)
{
  g_autoptr (QgLayoutRequest) request = make_request (GPOINTER_TO_UINT (data), QG_DIRECTION_DOWN);
  g_autoptr (QgLayout) layout = run (request);

  g_assert_cmpuint (layout->n_nodes, ==, G_N_ELEMENTS (nodes));
  g_assert_cmpuint (layout->n_edges, ==, G_N_ELEMENTS (edges));
  g_assert_false (layout->provisional);
  assert_no_overlaps (layout);
  for (guint i = 0; i < layout->n_edges; i++)
    {
      const QgLayoutPath *path = &layout->paths[i];

      if (path->n == 0 || edges[i].from == edges[i].to)
        continue;
      g_assert_true (is_on_rim (&layout->nodes[edges[i].from], layout->points[path->first]));
      g_assert_true (is_on_rim (&layout->nodes[edges[i].to], layout->points[path->first + path->n - 1]));
    }
}

static void
test_words (gconstpointer data)
{
  g_autoptr (QgLayoutRequest) request = make_request (QG_ENGINE_DOT, GPOINTER_TO_UINT (data));
  g_autoptr (QgLayout) layout = run (request);

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const QgLayoutPath *path = &layout->paths[i];
      QgPoint at, middle;

      g_assert_cmpuint (path->n, >=, 4);
      if (edges[i].label == QG_NONE)
        {
          g_assert_cmpuint (path->label_at, ==, QG_NONE);
          continue;
        }
      at = layout->points[path->first + path->label_at];
      middle = qg_rect_center (&layout->labels[edges[i].label]);
      g_assert_cmpfloat_with_epsilon (at.x, middle.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (at.y, middle.y, 1e-6);
    }
  /* One trunk: equal points up to the word. */
  g_assert_cmpuint (layout->paths[0].label_at, ==, layout->paths[1].label_at);
  for (guint k = 0; k <= layout->paths[0].label_at; k++)
    {
      QgPoint a = layout->points[layout->paths[0].first + k], b = layout->points[layout->paths[1].first + k];

      g_assert_true (a.x == b.x && a.y == b.y);
    }
}

static void
test_same (void)
{
  for (guint engine = 0; engine < QG_N_ENGINES; engine++)
    {
      g_autoptr (QgLayoutRequest) request = make_request (engine, QG_DIRECTION_RIGHT);
      g_autoptr (QgLayout) a = run (request), b = run (request);

      g_assert_cmpmem (a->nodes, a->n_nodes * sizeof *a->nodes, b->nodes, b->n_nodes * sizeof *b->nodes);
      g_assert_cmpmem (a->points, a->n_points * sizeof *a->points, b->points,
                       b->n_points * sizeof *b->points);
    }
}

int
main (int argc, char **argv)
{
  static const char *const engines[] = { "dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage" };
  static const char *const directions[] = { "down", "right", "up", "left" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < QG_N_ENGINES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/engine/%s", engines[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_engines);
    }
  for (guint i = 0; i < QG_N_DIRECTIONS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/words/%s", directions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/layout/same", test_same);
  return g_test_run ();
}
