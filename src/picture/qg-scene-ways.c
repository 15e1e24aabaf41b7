/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Ways for edges that an engine places nodes for but does not lead: straight from rim to rim; where several
 * tie the same two nodes they part from each other, and one from a node to itself is a loop at its corner. */

#include "qg-curve.h"
#include "qg-scene-private.h"

#include <stdlib.h>

#define PARTING 18.0
#define LOOP 26.0

typedef struct
{
  guint low, high, edge;
} Pair;

static int
compare_pairs (const void *a, const void *b)
{
  const Pair *p = a, *q = b;

  if (p->low != q->low)
    return p->low < q->low ? -1 : 1;
  if (p->high != q->high)
    return p->high < q->high ? -1 : 1;
  return p->edge < q->edge ? -1 : p->edge > q->edge;
}

static void
make_loop (const QgRect *box, guint n, QgPoint *points)
{
  double right = box->x + box->width, top = box->y, reach = LOOP + 10 * n;

  points[0] = (QgPoint){ right - MIN (14, box->width / 3), top };
  points[1] = (QgPoint){ points[0].x, top - reach };
  points[2] = (QgPoint){ right + reach, top + MIN (10, box->height / 3) };
  points[3] = (QgPoint){ right, top + MIN (10, box->height / 3) };
}

/* @bend: how far the way goes out to the side at its middle. */
static void
make_way (const QgRect *from, const QgRect *to, double bend, QgPoint *points)
{
  QgPoint a = qg_rect_center (from), b = qg_rect_center (to);
  double dx = b.x - a.x, dy = b.y - a.y, length = hypot (dx, dy);
  QgPoint side = { length > 0 ? -dy / length * bend : 0, length > 0 ? dx / length * bend : 0 };
  QgPoint middle = { (a.x + b.x) / 2 + side.x, (a.y + b.y) / 2 + side.y };
  QgPoint start = qg_rect_rim (from, middle), end = qg_rect_rim (to, middle);

  /* The handles of a parabola through the bent middle. */
  points[0] = start;
  points[1] = (QgPoint){ start.x + (end.x - start.x) / 3 + side.x * 4 / 3,
                         start.y + (end.y - start.y) / 3 + side.y * 4 / 3 };
  points[2] = (QgPoint){ start.x + (end.x - start.x) * 2 / 3 + side.x * 4 / 3,
                         start.y + (end.y - start.y) * 2 / 3 + side.y * 4 / 3 };
  points[3] = end;
}

static void
lead_pair (QgScene *scene, const Pair *pairs, guint n, QgPoint *points)
{
  const QgRect *low = &scene->layout->nodes[pairs->low], *high = &scene->layout->nodes[pairs->high];

  for (guint i = 0; i < n; i++)
    {
      const QgLayoutEdge *edge = &scene->request->edges[pairs[i].edge];
      double bend = (i - (n - 1) / 2.0) * PARTING;

      if (edge->from == edge->to)
        make_loop (low, i, points + 4 * i);
      else if (edge->from == pairs->low)
        make_way (low, high, bend, points + 4 * i);
      else
        make_way (high, low, -bend, points + 4 * i);
      scene->ways[pairs[i].edge] = (QgWay){ points + 4 * i, 4, QG_NONE };
    }
}

void
qg_scene_lead_ways (QgScene *scene)
{
  const QgLayout *layout = scene->layout;
  g_autofree Pair *pairs = g_new (Pair, MAX (scene->n_edges, 1));
  guint n = 0;

  for (guint i = 0; i < scene->n_edges; i++)
    {
      const QgLayoutPath *path = &layout->paths[i];
      const QgLayoutEdge *edge = &scene->request->edges[i];

      if (path->n >= 4)
        scene->ways[i] = (QgWay){ layout->points + path->first, path->n - (path->n - 1) % 3, path->label_at };
      else
        pairs[n++] = (Pair){ MIN (edge->from, edge->to), MAX (edge->from, edge->to), i };
    }
  if (n == 0)
    return;
  qsort (pairs, n, sizeof (Pair), compare_pairs);
  scene->own_points = g_new (QgPoint, 4 * (gsize) n);
  for (guint i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && pairs[end].low == pairs[i].low && pairs[end].high == pairs[i].high;)
        end++;
      lead_pair (scene, pairs + i, end - i, scene->own_points + 4 * (gsize) i);
    }
}
