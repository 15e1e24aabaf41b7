/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is where in a scene. */

#include "qg-curve.h"
#include "qg-scene-private.h"

#include <stdlib.h>

/* A way is looked for along straight pieces no further than this from it. */
#define TOLERANCE 0.25

typedef struct
{
  const QgScene *scene;
  QgPoint at;
  double nearest; /* the slack at first */
  guint found;
  double distance; /* of the way that is being measured */
} Search;

static gboolean
find_verb (guint label, gpointer user_data)
{
  Search *search = user_data;
  guint edge = search->scene->label_edges[search->scene->verbs[label].first];

  search->found = MIN (search->found, edge);
  return TRUE;
}

/* Boxes that lie on each other: the last one is on top. */
static gboolean
find_node (guint node, gpointer user_data)
{
  Search *search = user_data;

  if (search->found == QG_NONE || node > search->found)
    search->found = node;
  return TRUE;
}

static void
measure_segment (QgPoint a, QgPoint b, gpointer user_data)
{
  Search *search = user_data;

  search->distance = MIN (search->distance, qg_segment_distance (a, b, search->at));
}

static gboolean
find_way (guint number, gpointer user_data)
{
  Search *search = user_data;
  const QgWayPiece *piece = &search->scene->pieces[number];

  search->distance = G_MAXDOUBLE;
  qg_curve_flatten (search->scene->ways[piece->edge].points + piece->point, TOLERANCE, measure_segment,
                    search);
  if (search->distance < search->nearest ||
      (search->distance == search->nearest && piece->edge < search->found))
    {
      search->nearest = search->distance;
      search->found = piece->edge;
    }
  return TRUE;
}

QgHit
qg_scene_hit (const QgScene *scene, double x, double y, double slack)
{
  Search search = { scene, { x, y }, slack, QG_NONE };
  QgRect spot = { x, y, 0, 0 }, area = qg_rect_grow (&spot, slack);

  qg_rtree_query (scene->verb_tree, &spot, find_verb, &search);
  if (search.found != QG_NONE)
    return (QgHit){ QG_HIT_EDGE, search.found };
  qg_rtree_query (scene->node_tree, &spot, find_node, &search);
  if (search.found != QG_NONE)
    return (QgHit){ QG_HIT_NODE, search.found };
  qg_rtree_query (scene->piece_tree, &area, find_way, &search);
  if (search.found != QG_NONE)
    return (QgHit){ QG_HIT_EDGE, search.found };
  qg_rtree_query (scene->node_tree, &area, find_node, &search);
  if (search.found != QG_NONE)
    return (QgHit){ QG_HIT_NODE, search.found };
  return (QgHit){ QG_HIT_NOTHING, QG_NONE };
}

guint
qg_scene_nearest_node (const QgScene *scene, guint from, int dx, int dy)
{
  QgPoint c = qg_rect_center (&scene->layout->nodes[from]);
  double best = G_MAXDOUBLE;
  guint found = QG_NONE;

  for (guint i = 0; i < scene->n_nodes; i++)
    {
      QgPoint p = qg_rect_center (&scene->layout->nodes[i]);
      double along = (p.x - c.x) * dx + (p.y - c.y) * dy;
      double across = fabs ((p.x - c.x) * dy) + fabs ((p.y - c.y) * dx);
      /* Within 45° or so; what lies straight ahead goes before what lies nearer but aside. */
      double cost = along + 2 * across;

      if (i == from || along <= 0.5 || across > 1.5 * along + 4)
        continue;
      if (cost < best)
        {
          best = cost;
          found = i;
        }
    }
  return found;
}

static int
compare_numbers (const void *a, const void *b)
{
  const guint *m = a, *n = b;

  return *m < *n ? -1 : *m > *n;
}

static void
sort_unique (GArray *numbers)
{
  guint n = 0;
  guint *items = (guint *) (gpointer) numbers->data;

  if (numbers->len < 2)
    return;
  qsort (items, numbers->len, sizeof (guint), compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 || items[i] != items[n - 1])
      items[n++] = items[i];
  g_array_set_size (numbers, n);
}

static gboolean
add_node (guint node, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, node);
  return TRUE;
}

GArray *
qg_scene_query_nodes (const QgScene *scene, const QgRect *area)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  qg_rtree_query (scene->node_tree, area, add_node, nodes);
  sort_unique (nodes);
  return nodes;
}

typedef struct
{
  const QgScene *scene;
  const QgRect *area;
  GArray *edges;
} EdgeQuery;

/* Whether the area lies wholly to one side of a curve, seen along it: a long way that goes aslant has bounds
 * that meet much of a picture. */
static gboolean
passes_by (const QgPoint *c, const QgRect *area)
{
  double nx = c[0].y - c[3].y, ny = c[3].x - c[0].x;
  double start = nx * c[0].x + ny * c[0].y, end = nx * c[3].x + ny * c[3].y;
  double one = nx * c[1].x + ny * c[1].y, other = nx * c[2].x + ny * c[2].y;
  QgPoint middle = qg_rect_center (area);
  double at = nx * middle.x + ny * middle.y;
  double reach = fabs (nx) * area->width / 2 + fabs (ny) * area->height / 2;

  return at + reach < MIN (MIN (start, end), MIN (one, other)) ||
         at - reach > MAX (MAX (start, end), MAX (one, other));
}

static gboolean
add_way (guint piece, gpointer user_data)
{
  EdgeQuery *query = user_data;
  const QgWayPiece *found = &query->scene->pieces[piece];

  if (!passes_by (query->scene->ways[found->edge].points + found->point, query->area))
    g_array_append_val (query->edges, found->edge);
  return TRUE;
}

static gboolean
add_verb (guint label, gpointer user_data)
{
  EdgeQuery *query = user_data;
  const QgVerbPlace *verb = &query->scene->verbs[label];

  g_array_append_vals (query->edges, query->scene->label_edges + verb->first, verb->n);
  return TRUE;
}

GArray *
qg_scene_query_edges (const QgScene *scene, const QgRect *area)
{
  EdgeQuery query = { scene, area, g_array_new (FALSE, FALSE, sizeof (guint)) };

  qg_rtree_query (scene->piece_tree, area, add_way, &query);
  qg_rtree_query (scene->verb_tree, area, add_verb, &query);
  sort_unique (query.edges);
  return query.edges;
}

guint
qg_scene_hit_group_title (const QgScene *scene, double x, double y)
{
  for (guint i = 0; i < scene->request->n_groups; i++)
    {
      QgRect rect;

      if (!qg_scene_find_group_title (scene, i, &rect))
        continue;
      if (x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height)
        return qg_scene_get_entity (scene, scene->request->groups[i].nodes.items[0])->kind;
    }
  return QG_NONE;
}
