/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

static const QgRect nowhere = { 0, 0, -1, -1 };

QgDrawing *
qg_drawing_new (const QgWireRequest *request)
{
  QgDrawing *drawing = g_new0 (QgDrawing, 1);

  drawing->nodes = g_new0 (QgRect, request->n_nodes);
  drawing->labels = g_new0 (QgRect, request->n_labels);
  drawing->groups = g_new0 (QgRect, request->n_groups);
  drawing->paths = g_new0 (QgWirePath, request->n_edges);
  drawing->points = g_array_new (FALSE, FALSE, sizeof (QgPoint));
  for (guint i = 0; i < request->n_labels; i++)
    drawing->labels[i] = nowhere;
  for (guint i = 0; i < request->n_groups; i++)
    drawing->groups[i] = nowhere;
  for (guint i = 0; i < request->n_edges; i++)
    drawing->paths[i].label_at = QG_WIRE_NONE;
  return drawing;
}

void
qg_drawing_free (QgDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_free (drawing->nodes);
  g_free (drawing->labels);
  g_free (drawing->groups);
  g_free (drawing->paths);
  g_array_unref (drawing->points);
  g_free (drawing);
}

typedef struct
{
  double left, top, right, bottom;
} Extent;

static void
extend (Extent *e, double x, double y)
{
  e->left = fmin (e->left, x);
  e->right = fmax (e->right, x);
  e->top = fmin (e->top, y);
  e->bottom = fmax (e->bottom, y);
}

static void
extend_rects (Extent *e, const QgRect *rects, guint n)
{
  for (guint i = 0; i < n; i++)
    if (rects[i].width >= 0)
      {
        extend (e, rects[i].x, rects[i].y);
        extend (e, rects[i].x + rects[i].width, rects[i].y + rects[i].height);
      }
}

static void
move_rects (QgRect *rects, guint n, double dx, double dy)
{
  for (guint i = 0; i < n; i++)
    if (rects[i].width >= 0)
      {
        rects[i].x += dx;
        rects[i].y += dy;
      }
}

void
qg_drawing_settle (QgDrawing *d, const QgWireRequest *r)
{
  Extent e = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  extend_rects (&e, d->nodes, r->n_nodes);
  extend_rects (&e, d->labels, r->n_labels);
  extend_rects (&e, d->groups, r->n_groups);
  for (guint i = 0; i < d->points->len; i++)
    extend (&e, g_array_index (d->points, QgPoint, i).x, g_array_index (d->points, QgPoint, i).y);
  if (e.right < e.left)
    return;
  move_rects (d->nodes, r->n_nodes, -e.left, -e.top);
  move_rects (d->labels, r->n_labels, -e.left, -e.top);
  move_rects (d->groups, r->n_groups, -e.left, -e.top);
  for (guint i = 0; i < d->points->len; i++)
    {
      g_array_index (d->points, QgPoint, i).x -= e.left;
      g_array_index (d->points, QgPoint, i).y -= e.top;
    }
  d->width = e.right - e.left;
  d->height = e.bottom - e.top;
}

/* ── Curves ── */

static inline QgPoint
minus (QgPoint a, QgPoint b)
{
  return (QgPoint){ a.x - b.x, a.y - b.y };
}

static inline QgPoint
along (QgPoint from, QgPoint direction, double by)
{
  return (QgPoint){ from.x + direction.x * by, from.y + direction.y * by };
}

/* @v with length 1; @otherwise where it has none. */
static QgPoint
unit (QgPoint v, QgPoint otherwise)
{
  double length = hypot (v.x, v.y);

  return length > 1e-6 ? (QgPoint){ v.x / length, v.y / length } : otherwise;
}

/* How far @p is from the rim of @r, and the place of the rim that is nearest. */
static double
nearest_on_rim (const QgRect *r, QgPoint p, QgPoint *rim)
{
  double right = r->x + r->width, bottom = r->y + r->height;
  double dl = p.x - r->x, dr = right - p.x, dt = p.y - r->y, db = bottom - p.y;

  *rim = (QgPoint){ CLAMP (p.x, r->x, right), CLAMP (p.y, r->y, bottom) };
  if (dl > 0 && dr > 0 && dt > 0 && db > 0)
    {
      double least = fmin (fmin (dl, dr), fmin (dt, db));

      if (least == dl)
        rim->x = r->x;
      else if (least == dr)
        rim->x = right;
      else if (least == dt)
        rim->y = r->y;
      else
        rim->y = bottom;
    }
  return hypot (p.x - rim->x, p.y - rim->y);
}

/* The engine clips curves to within half a point: put ends exactly on the rim. */
#define CLIP_SLACK 5.0

static void
snap (QgPoint *end, const QgRect *rim)
{
  QgPoint there;

  if (nearest_on_rim (rim, *end, &there) <= CLIP_SLACK)
    *end = there;
}

static void
reverse (QgPoint *points, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      QgPoint p = points[i];

      points[i] = points[n - 1 - i];
      points[n - 1 - i] = p;
    }
}

static void
append_line (GArray *points, QgPoint to)
{
  QgPoint from = g_array_index (points, QgPoint, points->len - 1), way = minus (to, from);
  QgPoint three[3] = { along (from, way, 1.0 / 3), along (from, way, 2.0 / 3), to };

  g_array_append_vals (points, three, 3);
}

/* The curve of @half from rim to rim, in the direction of the request's edge, appended to the empty @points;
 * stays empty where the engine has not routed it. */
static void
take_curve (const QgHalf *half, const QgRect *from, const QgRect *to, GArray *points)
{
  const splines *spl = half->edge != NULL ? ED_spl (half->edge) : NULL;
  QgPoint *p, a = qg_rect_center (from), b = qg_rect_center (to);
  guint n;

  g_array_set_size (points, 0);
  for (int i = 0; spl != NULL && i < spl->size; i++)
    {
      const bezier *bez = &spl->list[i];

      if (bez->size < 4 || bez->size % 3 != 1)
        continue;
      for (int k = 0; k < bez->size; k++)
        {
          QgPoint q = { bez->list[k].x, -bez->list[k].y };

          if (k == 0 && points->len > 0)
            append_line (points, q);
          else
            g_array_append_val (points, q);
        }
    }
  n = points->len;
  if (n < 4)
    return;
  p = (QgPoint *) points->data;
  /* The graph's edge may run against the request's, and engines turn curves around as they like. */
  if (from != to && hypot (p[0].x - a.x, p[0].y - a.y) + hypot (p[n - 1].x - b.x, p[n - 1].y - b.y) >
                        hypot (p[0].x - b.x, p[0].y - b.y) + hypot (p[n - 1].x - a.x, p[n - 1].y - a.y))
    reverse (p, n);
  snap (&p[0], from);
  snap (&p[n - 1], to);
}

/* Which way a curve passes under its word. What several edges share must not depend on any one of them: with
 * one trunk, it is the trunk's own direction. */
static QgPoint
word_direction (const QgBuild *b, guint label, QgPoint before, QgPoint middle, QgPoint behind)
{
  QgPoint level = { 1, 0 };

  if (b->n_in[label] == 1 && b->n_out[label] == 1)
    return unit (minus (behind, before), level);
  if (b->n_in[label] == 1)
    return unit (minus (middle, before), level);
  return unit (minus (behind, middle), level);
}

static gboolean
is_straight (const GArray *points)
{
  const QgPoint *p = (const QgPoint *) points->data;
  QgPoint all, part;

  if (points->len != 4)
    return FALSE;
  all = minus (p[3], p[0]);
  for (guint i = 1; i < 3; i++)
    {
      part = minus (p[i], p[0]);
      if (fabs (all.x * part.y - all.y * part.x) > hypot (all.x, all.y))
        return FALSE;
    }
  return TRUE;
}

/* Two straight halves become one bow through the word. */
static void
bend (QgPoint middle, GArray *in, const GArray *out, guint32 *label_at)
{
  QgPoint a = g_array_index (in, QgPoint, 0), b = g_array_index (out, QgPoint, out->len - 1);
  QgPoint way = unit (minus (b, a), (QgPoint){ 1, 0 }), to = minus (middle, a), from = minus (b, middle);
  QgPoint bow[7] = { a,
                     along (a, to, 1.0 / 3),
                     along (middle, way, -hypot (to.x, to.y) / 3),
                     middle,
                     along (middle, way, hypot (from.x, from.y) / 3),
                     along (b, from, -1.0 / 3),
                     b };

  g_array_set_size (in, 0);
  g_array_append_vals (in, bow, 7);
  *label_at = 3;
}

/* Joins the curve to the word, the way under it, and the curve behind it. */
static void
join (const QgBuild *b, guint label, const QgRect *word, GArray *in, const GArray *out, guint32 *label_at)
{
  const QgPoint *p = (const QgPoint *) in->data, *q = (const QgPoint *) out->data;
  QgPoint a = p[in->len - 1], c = qg_rect_center (word), d = q[0];
  QgPoint way = word_direction (b, label, a, c, d);
  QgPoint to_word = unit (minus (a, p[in->len - 2]), way), from_word = unit (minus (q[1], d), way);
  double before = hypot (c.x - a.x, c.y - a.y) / 3, behind = hypot (d.x - c.x, d.y - c.y) / 3;
  QgPoint under[6] = { along (a, to_word, before), along (c, way, -before),       c,
                       along (c, way, behind),     along (d, from_word, -behind), d };

  g_array_append_vals (in, under, 6);
  *label_at = in->len - 4;
  g_array_append_vals (in, q + 1, out->len - 1);
}

/* Where both halves come to the word from one side: one arc through the word instead of a loop behind it. */
static gboolean
turn_around (const QgBuild *b, const QgRect *word, GArray *in, const GArray *out, guint32 *label_at)
{
  gboolean sideways = qg_is_sideways (b->trial->direction);
  QgPoint *p = (QgPoint *) in->data, c = qg_rect_center (word);
  const QgPoint *q = (const QgPoint *) out->data;
  QgPoint before = minus (p[in->len - 1], c), behind = minus (q[0], c), way;
  double half = (sideways ? word->width : word->height) / 2, reach;
  double x = sideways ? before.x : before.y, y = sideways ? behind.x : behind.y;
  double turn = sideways ? behind.y - before.y : behind.x - before.x;

  if (in->len < 4 || out->len < 4 || x * y <= 0 || fabs (x) < half - 2 || fabs (y) < half - 2)
    return FALSE;
  if (fabs (turn) < 0.5)
    turn = sideways ? q[out->len - 1].y - p[0].y : q[out->len - 1].x - p[0].x;
  way = sideways ? (QgPoint){ 0, turn < 0 ? -1 : 1 } : (QgPoint){ turn < 0 ? -1 : 1, 0 };
  reach = (sideways ? word->height : word->width) * 0.5;
  p[in->len - 1] = c;
  p[in->len - 2] = along (c, way, -reach);
  *label_at = in->len - 1;
  way = along (c, way, reach);
  g_array_append_val (in, way);
  g_array_append_vals (in, q + 2, out->len - 2);
  return TRUE;
}

static void
collect_path (const QgBuild *b, guint i, QgDrawing *d, const QgRect *boxes, GArray *in, GArray *out)
{
  const QgWireEdge *e = &b->request->edges[i];
  const QgWay *way = &b->ways[i];
  QgWirePath *made = &d->paths[i];

  made->first = d->points->len;
  if (way->out.edge == NULL)
    take_curve (&way->in, &d->nodes[e->from], &d->nodes[e->to], in);
  else
    {
      take_curve (&way->in, &d->nodes[e->from], &boxes[e->label], in);
      take_curve (&way->out, &boxes[e->label], &d->nodes[e->to], out);
      if (b->request->engine != QG_WIRE_DOT && b->n_in[e->label] == 1 && b->n_out[e->label] == 1 &&
          is_straight (in) && is_straight (out))
        bend (qg_rect_center (&boxes[e->label]), in, out, &made->label_at);
      else if (in->len > 0 && out->len > 0 && b->trial->ranks != NULL && b->n_in[e->label] == 1 &&
               b->n_out[e->label] == 1 && turn_around (b, &boxes[e->label], in, out, &made->label_at))
        ;
      else if (in->len > 0 && out->len > 0)
        join (b, e->label, &boxes[e->label], in, out, &made->label_at);
      else
        g_array_set_size (in, 0);
    }
  made->n = in->len;
  g_array_append_vals (d->points, in->data, in->len);
}

static QgRect
place (const Agnode_t *node, QgSize size)
{
  pointf at = ND_coord ((Agnode_t *) node);

  return (QgRect){ at.x - size.width / 2, -at.y - size.height / 2, size.width, size.height };
}

static QgSize
own_size (const Agnode_t *node)
{
  return (QgSize){ ND_width ((Agnode_t *) node) * 72, ND_height ((Agnode_t *) node) * 72 };
}

QgDrawing *
qg_collect (const QgBuild *b)
{
  const QgWireRequest *r = b->request;
  QgDrawing *d = qg_drawing_new (r);
  g_autofree QgRect *boxes = g_new0 (QgRect, r->n_labels);
  g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (QgPoint));
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (QgPoint));

  for (guint i = 0; i < r->n_nodes; i++)
    d->nodes[i] = place (b->nodes[i], r->nodes[i]);
  for (guint i = 0; i < r->n_labels; i++)
    if (b->labels[i] != NULL)
      {
        boxes[i] = place (b->labels[i], own_size (b->labels[i]));
        d->labels[i] = place (b->labels[i], r->labels[i]);
      }
  for (guint i = 0; i < r->n_groups; i++)
    if (b->groups[i] != NULL)
      {
        boxf area = GD_bb (b->groups[i]);

        d->groups[i] = (QgRect){ area.LL.x, -area.UR.y, area.UR.x - area.LL.x, area.UR.y - area.LL.y };
      }
  for (guint i = 0; i < r->n_edges; i++)
    collect_path (b, i, d, boxes, in, out);
  qg_drawing_settle (d, r);
  return d;
}
