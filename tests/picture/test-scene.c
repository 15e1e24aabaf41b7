/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-legend.h"
#include "qg-rtree.h"
#include "sample-map.h"

/* The middle of every box is the node, the middle of every word its relation, the tip of a way the way. */
static void
test_hit (SceneFixture *f, gconstpointer view)
{
  const QgLayout *layout = f->sample.layout;
  QgRect bounds = qg_scene_get_bounds (f->scene);

  for (guint i = 0; i < layout->n_nodes; i++)
    {
      QgPoint c = qg_rect_center (&layout->nodes[i]);
      QgHit hit = qg_scene_hit (f->scene, c.x, c.y, 3);

      g_assert_cmpint (hit.kind, ==, QG_HIT_NODE);
      g_assert_cmpuint (hit.index, ==, i);
    }
  for (guint i = 0; i < layout->n_edges; i++)
    {
      QgRect verb = qg_scene_get_verb_rect (f->scene, i);
      QgPoint c = qg_rect_center (&verb);
      QgHit hit = qg_scene_hit (f->scene, c.x, c.y, 3);

      g_assert_cmpfloat (verb.width, >, 0);
      g_assert_cmpint (hit.kind, ==, QG_HIT_EDGE);
      g_assert_cmpuint (f->sample.request->edges[hit.index].label, ==, f->sample.request->edges[i].label);
    }
  g_assert_cmpint (qg_scene_hit (f->scene, bounds.x - 50, bounds.y - 50, 3).kind, ==, QG_HIT_NOTHING);
}

/* The title of a group stands at the upper left of its area. */
static void
test_hit_title (SceneFixture *f, gconstpointer view)
{
  const QgLayout *layout = f->sample.layout;
  QgRect bounds = qg_scene_get_bounds (f->scene);

  g_assert_cmpuint (f->sample.request->n_groups, >, 0);
  for (guint i = 0; i < f->sample.request->n_groups; i++)
    {
      guint first = f->sample.request->groups[i].nodes.items[0];
      guint entity = qg_part_get_entities (qg_scene_get_part (f->scene)).items[first];
      guint kind = qg_scene_hit_group_title (f->scene, layout->groups[i].x + 15, layout->groups[i].y + 10);

      g_assert_cmpuint (kind, ==, qg_map_get_entity (f->map, entity)->kind);
    }
  g_assert_cmpuint (qg_scene_hit_group_title (f->scene, bounds.x - 50, bounds.y - 50), ==, QG_NONE);
}

static void
test_hit_way (SceneFixture *f, gconstpointer view)
{
  const QgLayout *layout = f->sample.layout;
  guint found = 0, tried = 0;

  for (guint i = 0; i < layout->n_edges; i++)
    if (layout->paths[i].n >= 4)
      {
        const QgPoint *tip = &layout->points[layout->paths[i].first + layout->paths[i].n - 1];
        QgHit hit = qg_scene_hit (f->scene, tip[0].x + (tip[-1].x - tip[0].x) * 0.05,
                                  tip[0].y + (tip[-1].y - tip[0].y) * 0.05, 2);

        tried++;
        found += hit.kind == QG_HIT_EDGE &&
                 f->sample.request->edges[hit.index].to == f->sample.request->edges[i].to;
      }
  g_assert_cmpuint (tried, >, 10);
  g_assert_cmpuint (found, ==, tried);
}

static gboolean
count_item (guint item, gpointer user_data)
{
  (*(guint *) user_data)++;
  return TRUE;
}

/* The index finds what a look at every rectangle finds. */
static void
test_index (void)
{
  enum
  {
    N = 3000
  };
  g_autofree QgRect *rects = g_new (QgRect, N);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (QgRTree) tree = NULL;

  for (guint i = 0; i < N; i++)
    rects[i] = (QgRect){ g_rand_int_range (rand, -5000, 5000), g_rand_int_range (rand, -90, 90),
                         g_rand_int_range (rand, 0, 60), g_rand_int_range (rand, 0, 30) };
  tree = qg_rtree_new (rects, N);
  for (guint k = 0; k < 200; k++)
    {
      QgRect area = { g_rand_double_range (rand, -5500, 5500), g_rand_double_range (rand, -100, 100),
                      g_rand_double_range (rand, 0, 500), g_rand_double_range (rand, 0, 50) };
      QgRect wide = qg_rect_grow (&area, 0.02);
      guint n = 0, least = 0, most = 0;

      for (guint i = 0; i < N; i++)
        {
          QgRect r = rects[i];

          least += r.x <= area.x + area.width && area.x <= r.x + r.width && r.y <= area.y + area.height &&
                   area.y <= r.y + r.height;
          most += r.x <= wide.x + wide.width && wide.x <= r.x + r.width && r.y <= wide.y + wide.height &&
                  wide.y <= r.y + r.height;
        }
      qg_rtree_query (tree, &area, count_item, &n);
      g_assert_cmpuint (n, >=, least);
      g_assert_cmpuint (n, <=, most);
    }
}

static void
test_nearest (SceneFixture *f, gconstpointer view)
{
  static const int directions[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

  for (guint i = 0; i < f->sample.layout->n_nodes; i++)
    for (guint d = 0; d < 4; d++)
      {
        guint next = qg_scene_nearest_node (f->scene, i, directions[d][0], directions[d][1]);
        QgPoint a, b;

        if (next == QG_NONE)
          continue;
        a = qg_rect_center (&f->sample.layout->nodes[i]);
        b = qg_rect_center (&f->sample.layout->nodes[next]);
        g_assert_cmpuint (next, !=, i);
        g_assert_cmpfloat ((b.x - a.x) * directions[d][0] + (b.y - a.y) * directions[d][1], >, 0);
      }
}

static void
test_query (SceneFixture *f, gconstpointer view)
{
  QgRect bounds = qg_scene_get_bounds (f->scene);
  QgRect box = qg_scene_get_node_rect (f->scene, 5), spot = qg_rect_grow (&box, -5);
  g_autoptr (GArray) all = qg_scene_query_nodes (f->scene, &bounds);
  g_autoptr (GArray) one = qg_scene_query_nodes (f->scene, &spot);
  g_autoptr (GArray) edges = qg_scene_query_edges (f->scene, &bounds);

  g_assert_cmpuint (all->len, ==, f->sample.layout->n_nodes);
  g_assert_cmpuint (edges->len, ==, f->sample.layout->n_edges);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (g_array_index (one, guint, 0), ==, 5);
}

/* Another language moves nothing. */
static void
test_language_moves_nothing (SceneFixture *f, gconstpointer view)
{
  g_autoptr (QgScene) russian = sample_new_scene (&f->sample, QG_LANG_RU, NULL);

  for (guint i = 0; i < f->sample.layout->n_nodes; i++)
    {
      QgRect a = qg_scene_get_node_rect (f->scene, i), b = qg_scene_get_node_rect (russian, i);

      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
    }
}

static void
test_report (SceneFixture *f, gconstpointer view)
{
  QgSceneReport report;

  qg_scene_report (f->scene, &report);
  g_assert_cmpuint (report.overlaps, ==, 0);
  g_assert_cmpuint (report.clipped, ==, 0);
  g_assert_cmpfloat (report.smallest_text, ==, 11.5);
}

/* Two boxes on each other, a way through a third, two ways that cross: each is counted. */
static void
test_report_counts (void)
{
  g_autoptr (QgMap) map = sample_map_new_large (6);
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  QgRect nodes[] = { { 0, 0, 150, 60 },     { 100, 10, 150, 60 },  { 0, 300, 150, 60 },
                     { 600, 300, 150, 60 }, { 300, 300, 150, 60 }, { 900, 0, 150, 60 } };
  QgPoint points[5 * 4];
  QgLayoutPath paths[5];
  QgRect labels[8];
  g_autoptr (QgLayout) layout = NULL;
  g_autoptr (QgScene) scene = NULL;
  QgSceneReport report;
  /* One way through node 4 (unless it ends there), and the last across it. */
  static const QgPoint ends[][2] = { { { 75, 500 }, { 900, 500 } },
                                     { { 75, 600 }, { 900, 600 } },
                                     { { 150, 330 }, { 600, 330 } },
                                     { { 500, 700 }, { 500, 900 } },
                                     { { 500, 250 }, { 500, 450 } } };

  for (guint i = 0; i < 5; i++)
    {
      const QgPoint *e = ends[i];

      paths[i] = (QgLayoutPath){ 4 * i, 4, QG_NONE };
      for (guint j = 0; j < 4; j++)
        points[4 * i + j] =
            (QgPoint){ e[0].x + (e[1].x - e[0].x) * j / 3, e[0].y + (e[1].y - e[0].y) * j / 3 };
    }
  for (guint i = 0; i < request->n_labels; i++)
    labels[i] = (QgRect){ 2000 + 200 * i, 2000, 100, 20 };
  layout = qg_layout_new (&(QgLayout){ .bounds = { 0, 0, 1100, 1000 },
                                       .n_nodes = 6,
                                       .n_edges = 5,
                                       .n_labels = request->n_labels,
                                       .n_points = 20,
                                       .nodes = nodes,
                                       .paths = paths,
                                       .points = points,
                                       .labels = labels });
  scene = qg_scene_new (part, request, layout, QG_LANG_EN, NULL, NULL);
  qg_scene_report (scene, &report);
  g_assert_cmpuint (report.overlaps, ==, 1 + 1);
  g_assert_cmpuint (report.crossings, ==, 1);
}

/* Words stand clear of boxes and of each other where no engine placed them. */
static void
test_placed_verbs (SceneFixture *f, gconstpointer view)
{
  for (guint i = 0; i < f->sample.layout->n_edges; i++)
    {
      QgRect verb = qg_scene_get_verb_rect (f->scene, i);

      for (guint j = 0; j < f->sample.layout->n_nodes && verb.width >= 0; j++)
        g_assert_false (qg_rect_intersects (&verb, &f->sample.layout->nodes[j]));
      for (guint j = 0; j < i && verb.width >= 0; j++)
        {
          QgRect other = qg_scene_get_verb_rect (f->scene, j);

          g_assert_false (other.width >= 0 && qg_rect_intersects (&verb, &other));
        }
    }
}

/* Six names that are far away, and the ways between them. */
static QgScene *
new_scene_of_ways (const QgLayoutPath *paths, const QgPoint *points, guint n_points)
{
  g_autoptr (QgMap) map = sample_map_new_large (6);
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  g_autoptr (QgLayout) layout = NULL;
  QgRect nodes[6];

  for (guint i = 0; i < 6; i++)
    nodes[i] = (QgRect){ 300 * i, -1000, 150, 60 };
  layout = qg_layout_new (&(QgLayout){ .bounds = { 0, -1000, 4000, 2000 },
                                       .n_nodes = 6,
                                       .n_edges = 5,
                                       .n_points = n_points,
                                       .nodes = nodes,
                                       .paths = paths,
                                       .points = points });
  return qg_scene_new (part, request, layout, QG_LANG_EN, NULL, NULL);
}

static void
add_straight (GArray *points, QgPoint to)
{
  const QgPoint from = g_array_index (points, QgPoint, points->len - 1);

  for (guint i = 1; i <= 3; i++)
    g_array_append_val (points,
                        ((QgPoint){ from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3 }));
}

/* A word whose way is crossed in its middle stands where the other way does not run under it. */
static void
test_verbs_beside_ways (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (QgPoint));
  QgLayoutPath paths[5];
  g_autoptr (QgScene) scene = NULL;
  QgSceneReport report;

  for (guint i = 0; i < 5; i++)
    {
      /* The first lies, the second crosses it, the others are far away. */
      const QgPoint from = i == 0 ? (QgPoint){ 0, 500 } : (QgPoint){ 200 + 600 * (i - 1), 100 };

      paths[i] = (QgLayoutPath){ points->len, 4, QG_NONE };
      g_array_append_val (points, from);
      add_straight (points, i == 0 ? (QgPoint){ 400, 500 } : (QgPoint){ from.x, 1000 });
    }
  scene = new_scene_of_ways (paths, (const QgPoint *) (gpointer) points->data, points->len);
  qg_scene_report (scene, &report);
  g_assert_cmpuint (report.crossings, ==, 1);
  g_assert_cmpuint (report.overlaps, ==, 0);
  g_assert_cmpuint (report.clipped, ==, 0);
}

/* One whose way is crossed again and again stands between two crossings, however they fall. */
static void
test_verbs_between_ways (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (QgPoint));
  QgLayoutPath paths[5];
  g_autoptr (QgScene) scene = NULL;
  QgSceneReport report;

  for (guint i = 0; i < 5; i++)
    {
      /* The first lies, the second goes up and down across it, the others are far away. */
      const QgPoint from = i == 0 ? (QgPoint){ 0, 500 } : (QgPoint){ i == 1 ? 80 : 4000 + 600 * i, 100 };

      paths[i] = (QgLayoutPath){ points->len, 0, QG_NONE };
      g_array_append_val (points, from);
      add_straight (points, i == 0 ? (QgPoint){ 4000, 500 } : (QgPoint){ from.x, 1000 });
      for (guint k = 1; i == 1 && k < 24; k++)
        {
          add_straight (points, (QgPoint){ 80 + 160 * k, k % 2 == 0 ? 100 : 1000 });
          add_straight (points, (QgPoint){ 80 + 160 * k, k % 2 == 0 ? 1000 : 100 });
        }
      paths[i].n = points->len - paths[i].first;
    }
  scene = new_scene_of_ways (paths, (const QgPoint *) (gpointer) points->data, points->len);
  qg_scene_report (scene, &report);
  g_assert_cmpuint (report.overlaps, ==, 0);
  g_assert_cmpuint (report.clipped, ==, 0);
}

/* Any two languages, and one that is both, fit boxes that were made for two. */
static void
test_two_languages (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  const QgMeasureOptions options = { .second_language = TRUE };
  QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  Sample sample;

  sample_init (&sample, map, 2, &options);
  for (guint i = 0; i < G_N_ELEMENTS (langs) * G_N_ELEMENTS (langs); i++)
    {
      g_autoptr (QgScene) scene = sample_new_scene (&sample, langs[i / 3], langs[i % 3]);
      QgSceneReport report;

      qg_scene_report (scene, &report);
      g_assert_cmpuint (report.overlaps, ==, 0);
      g_assert_cmpuint (report.clipped, ==, 0);
    }
  sample_clear (&sample);
}

static void
test_large (void)
{
  g_autoptr (QgMap) map = sample_map_new_large (20000);
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  QgRect area = { 0, 0, 300, 200 };
  g_autoptr (GArray) nodes = NULL;

  sample_init_provisional (&sample, map);
  scene = sample_new_scene (&sample, QG_LANG_EN, NULL);
  nodes = qg_scene_query_nodes (scene, &area);
  g_assert_cmpuint (nodes->len, >, 0);
  g_assert_cmpuint (nodes->len, <, 100);
  for (guint i = 0; i < 20000; i += 371)
    {
      QgRect box = qg_scene_get_node_rect (scene, i);
      QgPoint c = qg_rect_center (&box);
      QgHit hit = qg_scene_hit (scene, c.x, c.y, 2);

      g_assert_true (hit.kind == QG_HIT_EDGE || (hit.kind == QG_HIT_NODE && hit.index == i));
    }
  sample_clear (&sample);
}

static void
test_legend (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  static const guint few[] = { 0, 1, 12 };
  g_autoptr (QgPart) part = qg_part_new_entities (map, few, G_N_ELEMENTS (few), NULL);
  g_autoptr (GArray) entries = qg_legend_new_entries (part);
  g_autofree char *name = NULL;
  g_autoptr (QgLegendSizes) sizes = qg_legend_sizes_new (part, QG_LANG_KK);
  QgSize narrow = qg_legend_sizes_get (sizes, 100, 10), wide = qg_legend_sizes_get (sizes, 900, 10);
  QgSize again = qg_legend_sizes_get (sizes, 100, 10), larger = qg_legend_sizes_get (sizes, 100, 20);

  /* State bodies, citizens, and facts: nothing else is in the part. */
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpuint (g_array_index (entries, QgLegendEntry, 0).value, ==, 0);
  g_assert_cmpuint (g_array_index (entries, QgLegendEntry, 0).count, ==, 2);
  g_assert_cmpint (g_array_index (entries, QgLegendEntry, 2).role, ==, QG_LEGEND_STATEMENT);
  g_assert_cmpuint (g_array_index (entries, QgLegendEntry, 2).value, ==, QG_STATEMENT_FACT);
  name = qg_legend_dup_name (map, &g_array_index (entries, QgLegendEntry, 2), QG_LANG_KK);
  g_assert_cmpstr (name, ==, "дерек");
  g_assert_cmpfloat (narrow.height, >, wide.height);
  g_assert_cmpfloat (wide.width, <=, 900);
  g_assert_cmpfloat (again.height, ==, narrow.height);
  g_assert_cmpfloat (larger.height, >, narrow.height);
}

/* Far out, where a float has no hundredths any more, the tree still finds what touches the area. */
static void
test_far_out (void)
{
  for (guint i = 0; i < 200; i++)
    {
      QgRect rect = { 3e6 + i * 0.037, -5e6 - i * 0.053, 40, 20 };
      QgRect corners[] = { { rect.x, rect.y, 0, 0 }, { rect.x + 40, rect.y + 20, 0, 0 } };
      QgRTree *tree = qg_rtree_new (&rect, 1);

      for (guint k = 0; k < G_N_ELEMENTS (corners); k++)
        {
          guint n = 0;

          qg_rtree_query (tree, &corners[k], count_item, &n);
          g_assert_cmpuint (n, ==, 1);
        }
      qg_rtree_free (tree);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, view, func)                                                                                \
  g_test_add ("/scene/" name, SceneFixture, GUINT_TO_POINTER (view), scene_fixture_set_up, func,             \
              scene_fixture_tear_down)
  ADD ("hit", 2, test_hit);
  ADD ("hit-title", 0, test_hit_title);
  ADD ("hit-way", 2, test_hit_way);
  ADD ("nearest", 2, test_nearest);
  ADD ("query", 2, test_query);
  ADD ("language-moves-nothing", 2, test_language_moves_nothing);
  ADD ("report", 2, test_report);
  ADD ("placed-verbs", 1, test_placed_verbs);
  g_test_add_func ("/scene/far-out", test_far_out);
  g_test_add_func ("/scene/index", test_index);
  g_test_add_func ("/scene/report-counts", test_report_counts);
  g_test_add_func ("/scene/verbs-beside-ways", test_verbs_beside_ways);
  g_test_add_func ("/scene/verbs-between-ways", test_verbs_between_ways);
  g_test_add_func ("/scene/two-languages", test_two_languages);
  g_test_add_func ("/scene/large", test_large);
  g_test_add_func ("/scene/legend", test_legend);
  return g_test_run ();
}
