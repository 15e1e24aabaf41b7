/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* How good a drawing is: how large it can be shown on a page, how well it fills it, how calm it is. */

#include "qg-helper.h"

typedef struct
{
  QgPoint a, b;
  double left, right, top, bottom;
  guint edge;
} Segment;

#define PIECES 6
/* Less than what counts as an overlap in a finished picture. */
#define TOUCH 0.2

static QgPoint
point_at (const QgPoint *p, double t)
{
  double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (QgPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                    a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

static GArray *
new_segments (const QgDrawing *d, const QgWireRequest *r)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));

  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWirePath *way = &d->paths[i];
      const QgPoint *p = (const QgPoint *) d->points->data + way->first;

      for (guint k = 0; k + 3 < way->n; k += 3)
        for (guint j = 0; j < PIECES; j++)
          {
            QgPoint a = point_at (p + k, (double) j / PIECES),
                    b = point_at (p + k, (double) (j + 1) / PIECES);
            Segment s = { a, b, MIN (a.x, b.x), MAX (a.x, b.x), MIN (a.y, b.y), MAX (a.y, b.y), i };

            g_array_append_val (segments, s);
          }
    }
  return segments;
}

static double
side (QgPoint a, QgPoint b, QgPoint p)
{
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static gboolean
do_cross (const Segment *s, const Segment *t)
{
  return s->top <= t->bottom && t->top <= s->bottom &&
         side (s->a, s->b, t->a) * side (s->a, s->b, t->b) < 0 &&
         side (t->a, t->b, s->a) * side (t->a, t->b, s->b) < 0;
}

static int
by_left (gconstpointer a, gconstpointer b)
{
  const Segment *s = a, *t = b;

  return s->left < t->left ? -1 : s->left > t->left;
}

/* Those of ways with one word share a trunk and do not count. */
static guint
count_crossings (const QgWireRequest *r, GArray *segments)
{
  const Segment *all = (const Segment *) (gconstpointer) segments->data;
  guint n = 0;

  g_array_sort (segments, by_left);
  for (guint i = 0; i < segments->len; i++)
    for (guint k = i + 1; k < segments->len && all[k].left <= all[i].right; k++)
      {
        guint word = r->edges[all[i].edge].label;

        if (all[i].edge != all[k].edge && do_cross (&all[i], &all[k]) &&
            (word == QG_WIRE_NONE || word != r->edges[all[k].edge].label))
          n++;
      }
  return n;
}

/* Whether a piece of a way runs through @r by more than it may touch it. */
static gboolean
runs_through (const Segment *s, const QgRect *r)
{
  const double left = r->x + TOUCH, right = r->x + r->width - TOUCH;
  const double top = r->y + TOUCH, bottom = r->y + r->height - TOUCH;
  const QgPoint corners[4] = { { left, top }, { right, top }, { right, bottom }, { left, bottom } };
  guint n_left = 0, n_right = 0;

  if (s->right <= left || s->left >= right || s->bottom <= top || s->top >= bottom)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      double at = side (s->a, s->b, corners[i]);

      n_left += at > 0;
      n_right += at < 0;
    }
  return n_left > 0 && n_right > 0;
}

/* Ways through boxes and words that are not theirs. dot keeps them apart but for rare cases. */
static guint
count_faults (const QgDrawing *d, const QgWireRequest *r, const GArray *segments)
{
  guint n = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const Segment *s = &g_array_index (segments, Segment, i);
      const QgWireEdge *e = &r->edges[s->edge];

      for (guint k = 0; k < r->n_nodes; k++)
        n += k != e->from && k != e->to && runs_through (s, &d->nodes[k]);
      for (guint k = 0; k < r->n_labels; k++)
        n += k != e->label && d->labels[k].width >= 0 && runs_through (s, &d->labels[k]);
    }
  return n;
}

/* Beyond so many edges, crossings are too many to count in the time there is. */
#define MOST_EDGES 200

/* A picture of this many square points has type of twelve points on a slide. */
#define READABLE_AREA 330000.0

double
qg_score (const QgDrawing *drawing, const QgWireRequest *request, double least)
{
  double aspect = request->aspect, readable = sqrt (READABLE_AREA * aspect);
  double shape = (drawing->width + 1) / (drawing->height + 1) / aspect;
  double size = MAX (drawing->width + 1, (drawing->height + 1) * aspect) / readable;
  /* Larger than readable is good, but calm is better. */
  double score = (size > 1 ? 1 / size : pow (size, -0.3)) * (1 + 0.1 * MIN (shape, 1 / shape));

  if (score > least && request->n_edges > 0 && request->n_edges <= MOST_EDGES)
    {
      g_autoptr (GArray) segments = new_segments (drawing, request);

      score /= (1 + 0.35 * count_crossings (request, segments) / request->n_edges);
      if (score > least)
        score /= 1 + count_faults (drawing, request, segments);
    }
  return score;
}
