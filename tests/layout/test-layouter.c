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

/* For the places that are given; other engines do not look at them. */
static const QgPoint centers[] = { { 0, 0 },     { 150, 10 }, { 40, 90 },   { 300, 120 },
                                   { 160, 200 }, { 20, 260 }, { 320, 240 }, { 420, 30 } };

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
                                                    .centers = centers,
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

/* A larger one, made by a fixed rule. */
static QgLayoutRequest *
make_large (QgEngine engine, guint n, guint n_words)
{
  g_autofree QgSize *sizes = g_new (QgSize, n), *words = g_new (QgSize, n);
  g_autofree QgLayoutEdge *links = g_new (QgLayoutEdge, n + n / 4);

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = (QgSize){ 40 + i * 37 % 60, 20 + i * 11 % 20 };
      words[i] = (QgSize){ 30, 12 };
    }
  for (guint i = 0; i < n; i++)
    links[i] = (QgLayoutEdge){ i > 0 ? (i - 1) / 3 : 0, i, i < n_words ? i : QG_NONE };
  for (guint i = 0; i < n / 4; i++)
    links[n + i] = (QgLayoutEdge){ i, i * 4 + 3 + i * 13 % 17 < n ? i * 4 + 3 + i * 13 % 17 : 0, QG_NONE };
  return qg_layout_request_new (&(QgLayoutRequest){ .engine = engine,
                                                    .node_gap = 12,
                                                    .rank_gap = 30,
                                                    .root = QG_NONE,
                                                    .n_nodes = n,
                                                    .n_edges = n + n / 4,
                                                    .n_labels = n_words,
                                                    .nodes = sizes,
                                                    .edges = links,
                                                    .labels = words });
}

/* The same twice, with a thousand nodes; and a message larger than a pipe holds. */
static void
test_large (void)
{
  static const struct
  {
    QgEngine engine;
    guint n, n_words;
  } cases[] = { { QG_ENGINE_DOT, 1000, 200 }, { QG_ENGINE_SFDP, 1000, 0 }, { QG_ENGINE_OSAGE, 20000, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QgLayoutRequest) request = make_large (cases[i].engine, cases[i].n, cases[i].n_words);
      g_autoptr (QgLayout) a = run (request), b = run (request);

      g_assert_cmpuint (a->n_points, ==, b->n_points);
      g_assert_cmpmem (a->nodes, a->n_nodes * sizeof *a->nodes, b->nodes, b->n_nodes * sizeof *b->nodes);
      g_assert_cmpmem (a->points, a->n_points * sizeof *a->points, b->points,
                       b->n_points * sizeof *b->points);
      if (cases[i].engine == QG_ENGINE_DOT)
        assert_no_overlaps (a);
    }
}

/* Hundreds of boxes, with as many words, in a few groups, in as many as boxes, in one: ways round all of them
 * would take minutes, and so would every exchange of places. */
static void
test_crowded (void)
{
  enum
  {
    N = 600,
    M = 700
  };
  static const QgEngine engines[] = { QG_ENGINE_NEATO, QG_ENGINE_SFDP, QG_ENGINE_OSAGE };
  static const guint group_counts[] = { 1, 12, 300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  QgSize *sizes = g_new (QgSize, N);
  QgLayoutEdge *links = g_new (QgLayoutEdge, M);
  guint *members = g_new (guint, N);
  QgLayoutGroup *groups = g_new0 (QgLayoutGroup, 300);

  for (guint i = 0; i < N; i++)
    sizes[i] = (QgSize){ 60 + i % 5 * 10, 24 };
  for (guint i = 0; i < M; i++)
    links[i] = (QgLayoutEdge){ (guint) g_rand_int_range (rand, 0, N), (guint) g_rand_int_range (rand, 0, N),
                               QG_NONE };
  for (guint e = 0; e < G_N_ELEMENTS (engines); e++)
    for (guint g = 0; g < G_N_ELEMENTS (group_counts); g++)
      {
        guint n = group_counts[g], each = N / n;
        g_autoptr (QgLayoutRequest) request = NULL;
        g_autoptr (QgLayout) layout = NULL;

        if (g > 0 && engines[e] != QG_ENGINE_OSAGE)
          continue;
        for (guint i = 0; i < N; i++)
          members[i] = i;
        for (guint i = 0; i < n; i++)
          groups[i] = (QgLayoutGroup){ { each, members + i * each }, 50, 14 };
        request = qg_layout_request_new (&(QgLayoutRequest){ .engine = engines[e],
                                                             .node_gap = 14,
                                                             .rank_gap = 40,
                                                             .aspect = 1.5,
                                                             .root = QG_NONE,
                                                             .n_nodes = N,
                                                             .n_edges = M,
                                                             .n_groups = n,
                                                             .nodes = sizes,
                                                             .edges = links,
                                                             .groups = groups });
        layout = run (request);
        assert_no_overlaps (layout);
      }
  g_free (sizes);
  g_free (links);
  g_free (members);
  g_free (groups);
}

/* An engine that would take minutes is stopped by the limit of time. */
static void
test_slow (void)
{
  g_autoptr (QgLayoutRequest) request = make_large (QG_ENGINE_CIRCO, 3000, 0);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  qg_layouter_set_time_limit (layouter, 0.5);
  g_assert_null (qg_layouter_run (layouter, request, NULL, &error));
  g_assert_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_TIME);
}

/* Groups hold their members and nothing else; levels stand one below the other. */
static void
test_groups_and_levels (void)
{
  static const guint first[] = { 0, 1 }, second[] = { 2, 3, 4 };
  static const QgLayoutGroup groups[] = { { { 2, first }, 70, 14 }, { { 3, second }, 70, 14 } };
  static const QgNumbers levels[] = { { 2, first }, { 3, second } };

  for (guint with_levels = 0; with_levels < 2; with_levels++)
    {
      g_autoptr (QgLayoutRequest) request =
          qg_layout_request_new (&(QgLayoutRequest){ .node_gap = 16,
                                                     .rank_gap = 40,
                                                     .root = QG_NONE,
                                                     .n_nodes = G_N_ELEMENTS (nodes),
                                                     .n_edges = G_N_ELEMENTS (edges),
                                                     .n_labels = G_N_ELEMENTS (labels),
                                                     .n_groups = G_N_ELEMENTS (groups),
                                                     .n_levels = with_levels ? 2 : 0,
                                                     .nodes = nodes,
                                                     .edges = edges,
                                                     .labels = labels,
                                                     .groups = groups,
                                                     .levels = levels });
      g_autoptr (QgLayout) layout = run (request);

      assert_no_overlaps (layout);
      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        for (guint k = 0; k < G_N_ELEMENTS (nodes); k++)
          {
            QgRect both = qg_rect_union (&layout->groups[i], &layout->nodes[k]);
            gboolean member = i == 0 ? k < 2 : k >= 2 && k < 5;

            g_assert_true (qg_rect_intersects (&layout->groups[i], &layout->nodes[k]) == member);
            if (member)
              g_assert_cmpfloat_with_epsilon (both.height, layout->groups[i].height, 1e-6);
          }
      if (with_levels)
        g_assert_cmpfloat (layout->nodes[1].y + layout->nodes[1].height, <, layout->nodes[2].y);
    }
}

#define CHAIN 12

/* Each says something to the next: as one chain, twelve boxes are five times as long as a page. */
static void
test_page (void)
{
  const double aspect = 16.0 / 9;
  QgSize boxes[CHAIN], words[CHAIN - 1];
  QgLayoutEdge links[CHAIN - 1];
  g_autoptr (QgLayoutRequest) request = NULL;
  g_autoptr (QgLayout) first = NULL, second = NULL;

  for (guint i = 0; i < CHAIN; i++)
    boxes[i] = (QgSize){ 100, 32 };
  for (guint i = 0; i + 1 < CHAIN; i++)
    {
      words[i] = (QgSize){ 60, 16 };
      links[i] = (QgLayoutEdge){ i, i + 1, i };
    }
  request = qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_DOT,
                                                       .direction = QG_DIRECTION_AUTO,
                                                       .node_gap = 14,
                                                       .rank_gap = 18,
                                                       .aspect = aspect,
                                                       .root = QG_NONE,
                                                       .n_nodes = CHAIN,
                                                       .n_edges = CHAIN - 1,
                                                       .n_labels = CHAIN - 1,
                                                       .nodes = boxes,
                                                       .edges = links,
                                                       .labels = words });
  first = run (request);
  second = run (request);
  assert_no_overlaps (first);
  g_test_message ("%.0f × %.0f", first->bounds.width, first->bounds.height);
  g_assert_cmpfloat (MAX (first->bounds.width, first->bounds.height * aspect), <, 640);
  g_assert_cmpmem (first->nodes, CHAIN * sizeof (QgRect), second->nodes, CHAIN * sizeof (QgRect));
  g_assert_cmpuint (first->n_points, ==, second->n_points);
  g_assert_cmpmem (first->points, first->n_points * sizeof (QgPoint), second->points,
                   second->n_points * sizeof (QgPoint));
}

/* Levels that say nothing (empty, or of nodes that stand on another one already) are as if they were not
 * there, however many. */
static void
test_idle_levels (void)
{
  static const QgLayoutEdge links[] = { { 0, 1, QG_NONE }, { 1, 2, QG_NONE } };
  static const guint first = 0;

  for (guint n = 1; n <= 12; n++)
    {
      g_autofree QgNumbers *levels = g_new (QgNumbers, n);
      g_autoptr (QgLayoutRequest) request = NULL;
      g_autoptr (QgLayout) layout = NULL;

      for (guint i = 0; i < n; i++)
        levels[i] = (QgNumbers){ i % 2, &first };
      request = qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_DOT,
                                                           .direction = QG_DIRECTION_AUTO,
                                                           .node_gap = 14,
                                                           .rank_gap = 18,
                                                           .aspect = 16.0 / 9,
                                                           .root = QG_NONE,
                                                           .n_nodes = 3,
                                                           .n_edges = 2,
                                                           .n_levels = n,
                                                           .nodes = nodes,
                                                           .edges = links,
                                                           .levels = levels });
      layout = run (request);
      assert_no_overlaps (layout);
    }
}

/* Where a run takes seconds no other ones are tried: the shape of the page changes nothing. */
static void
test_dense (void)
{
  enum
  {
    N = 40,
    M = 420
  };
  QgSize boxes[N];
  QgLayoutEdge links[M];
  QgLayout *layouts[2];

  for (guint i = 0; i < N; i++)
    boxes[i] = (QgSize){ 60, 30 };
  for (guint i = 0; i < M; i++)
    links[i] = (QgLayoutEdge){ i % N, (i * 7 + i / N * 3 + 1) % N, QG_NONE };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QgLayoutRequest) request =
          qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_DOT,
                                                     .node_gap = 14,
                                                     .rank_gap = 18,
                                                     .aspect = i == 0 ? 0 : 16.0 / 9,
                                                     .root = QG_NONE,
                                                     .n_nodes = N,
                                                     .n_edges = M,
                                                     .nodes = boxes,
                                                     .edges = links });

      layouts[i] = run (request);
    }
  g_assert_cmpmem (layouts[0]->nodes, sizeof (QgRect) * N, layouts[1]->nodes, sizeof (QgRect) * N);
  qg_layout_unref (layouts[0]);
  qg_layout_unref (layouts[1]);
}

/* Groups as blocks on a page: each member in its own area and no other, no box over another, the page filled,
 * the same every time, and those that are tied together nearer to each other than chance would have it. */
static void
test_blocks (void)
{
  enum
  {
    GROUPS = 5,
    EACH = 12,
    N = GROUPS * EACH,
    M = N
  };
  QgSize boxes[N];
  QgLayoutEdge links[M];
  guint members[GROUPS][EACH];
  QgLayoutGroup groups[GROUPS];
  QgLayout *layouts[2];
  double tied = 0, all = 0;

  for (guint i = 0; i < N; i++)
    {
      boxes[i] = (QgSize){ 60 + i % 7 * 10, 24 + i % 3 * 8 };
      members[i % GROUPS][i / GROUPS] = i;
      /* To a member of the next group. */
      links[i] = (QgLayoutEdge){ i, (i * 6 + 1) % N, QG_NONE };
    }
  for (guint i = 0; i < GROUPS; i++)
    groups[i] = (QgLayoutGroup){ { EACH, members[i] }, 70, 14 };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QgLayoutRequest) request =
          qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_OSAGE,
                                                     .node_gap = 14,
                                                     .rank_gap = 18,
                                                     .aspect = 1.5,
                                                     .root = QG_NONE,
                                                     .n_nodes = N,
                                                     .n_edges = M,
                                                     .n_groups = GROUPS,
                                                     .nodes = boxes,
                                                     .edges = links,
                                                     .groups = groups });

      layouts[i] = run (request);
    }
  g_assert_cmpmem (layouts[0]->nodes, sizeof (QgRect) * N, layouts[1]->nodes, sizeof (QgRect) * N);
  g_assert_cmpfloat (layouts[0]->bounds.width / layouts[0]->bounds.height, >, 0.9);
  g_assert_cmpfloat (layouts[0]->bounds.width / layouts[0]->bounds.height, <, 2.5);
  for (guint i = 0; i < N; i++)
    {
      for (guint k = 0; k < GROUPS; k++)
        g_assert_true (qg_rect_intersects (&layouts[0]->groups[k], &layouts[0]->nodes[i]) ==
                       (i % GROUPS == k));
      for (guint k = 0; k < N; k++)
        {
          QgPoint a = qg_rect_center (&layouts[0]->nodes[i]), b = qg_rect_center (&layouts[0]->nodes[k]);

          g_assert_true (i == k || !qg_rect_intersects (&layouts[0]->nodes[i], &layouts[0]->nodes[k]));
          all += hypot (a.x - b.x, a.y - b.y) / N;
        }
    }
  for (guint i = 0; i < M; i++)
    {
      QgPoint a = qg_rect_center (&layouts[0]->nodes[links[i].from]),
              b = qg_rect_center (&layouts[0]->nodes[links[i].to]);

      tied += hypot (a.x - b.x, a.y - b.y);
    }
  g_assert_cmpfloat (tied / M, <, 0.8 * all / N);
  qg_layout_unref (layouts[0]);
  qg_layout_unref (layouts[1]);
}

/* Seconds for @n nodes with @n_edges edges between nodes that are at most @reach apart, drawn by lot. */
static double
estimate (guint n, guint n_edges, int reach)
{
  g_autofree guint *ends = g_new (guint, 2 * n_edges);
  g_autoptr (GRand) lot = g_rand_new_with_seed (5);

  for (guint i = 0; i < n_edges; i++)
    {
      int from = g_rand_int_range (lot, 0, (int) n);
      int to = reach >= (int) n ? g_rand_int_range (lot, 0, (int) n)
                                : from + g_rand_int_range (lot, -reach, reach + 1);

      ends[2 * i] = (guint) from;
      ends[2 * i + 1] = (guint) CLAMP (to, 0, (int) n - 1);
    }
  return qg_layout_estimate_dot_seconds (n, n_edges, ends);
}

/* What was measured: 60 nodes with 200 edges 21 s, 200 with 400 54 s; 1,000 with 1,500 that are local 0.7 s.
 */
static void
test_estimate (void)
{
  const guint circle[] = { 0, 1, 1, 2, 2, 0, 1, 1, 0, 1 };

  g_assert_cmpfloat (estimate (60, 200, 60), >, 3);
  g_assert_cmpfloat (estimate (200, 400, 200), >, 15);
  g_assert_cmpfloat (estimate (25, 60, 25), <, 1);
  g_assert_cmpfloat (estimate (1000, 1500, 5), <, 8);
  g_assert_cmpfloat (qg_layout_estimate_dot_seconds (3, G_N_ELEMENTS (circle) / 2, circle), <, 0.1);
  g_assert_cmpfloat (qg_layout_estimate_dot_seconds (3, 0, NULL), <, 0.1);
  g_assert_cmpfloat (estimate (100000, 200000, 50), >, 600);
}

int
main (int argc, char **argv)
{
  static const char *const engines[] = { "dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "given" };
  static const char *const directions[] = { "down", "right", "up", "left" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < QG_N_ENGINES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/engine/%s", engines[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_engines);
    }
  for (guint i = 0; i < QG_DIRECTION_AUTO; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/words/%s", directions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/layout/same", test_same);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/crowded", test_crowded);
  g_test_add_func ("/layout/slow", test_slow);
  g_test_add_func ("/layout/page", test_page);
  g_test_add_func ("/layout/dense", test_dense);
  g_test_add_func ("/layout/idle-levels", test_idle_levels);
  g_test_add_func ("/layout/blocks", test_blocks);
  g_test_add_func ("/layout/groups-and-levels", test_groups_and_levels);
  g_test_add_func ("/layout/estimate", test_estimate);
  return g_test_run ();
}
