/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-curve.h"

#define MAX_PIECES 64

QgPoint
qg_curve_point (const QgPoint *c, double t)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;

  return (QgPoint){ a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x,
                    a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y };
}

static gboolean
normalize (QgPoint *v)
{
  double length = hypot (v->x, v->y);

  if (length < 1e-9)
    return FALSE;
  v->x /= length;
  v->y /= length;
  return TRUE;
}

QgPoint
qg_curve_direction (const QgPoint *c, double t)
{
  double s = 1 - t;
  QgPoint v = { s * s * (c[1].x - c[0].x) + 2 * s * t * (c[2].x - c[1].x) + t * t * (c[3].x - c[2].x),
                s * s * (c[1].y - c[0].y) + 2 * s * t * (c[2].y - c[1].y) + t * t * (c[3].y - c[2].y) };

  if (normalize (&v))
    return v;
  /* Control points that coincide: look along what is left of the curve. */
  v = t < 0.5 ? (QgPoint){ c[2].x - c[0].x, c[2].y - c[0].y } : (QgPoint){ c[3].x - c[1].x, c[3].y - c[1].y };
  if (normalize (&v))
    return v;
  v = (QgPoint){ c[3].x - c[0].x, c[3].y - c[0].y };
  return normalize (&v) ? v : (QgPoint){ 1, 0 };
}

QgRect
qg_curve_bounds (const QgPoint *points, guint n)
{
  double x1 = points[0].x, y1 = points[0].y, x2 = x1, y2 = y1;

  for (guint i = 1; i < n; i++)
    {
      x1 = MIN (x1, points[i].x);
      x2 = MAX (x2, points[i].x);
      y1 = MIN (y1, points[i].y);
      y2 = MAX (y2, points[i].y);
    }
  return (QgRect){ x1, y1, x2 - x1, y2 - y1 };
}

static QgPoint
mix (QgPoint a, QgPoint b, double t)
{
  return (QgPoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

void
qg_curve_split (const QgPoint *c, double t, gboolean first, QgPoint *part)
{
  QgPoint ab = mix (c[0], c[1], t), bc = mix (c[1], c[2], t), cd = mix (c[2], c[3], t);
  QgPoint abc = mix (ab, bc, t), bcd = mix (bc, cd, t), middle = mix (abc, bcd, t);
  QgPoint head = c[0], tail = c[3];

  if (first)
    {
      part[0] = head;
      part[1] = ab;
      part[2] = abc;
      part[3] = middle;
    }
  else
    {
      part[0] = middle;
      part[1] = bcd;
      part[2] = cd;
      part[3] = tail;
    }
}

/* The number of equal steps of the parameter that keeps within the tolerance, from the second differences
 * (Sederberg, Computer Aided Geometric Design, section 10.6). */
static guint
count_pieces (const QgPoint *c, double tolerance)
{
  double ax = fabs (c[0].x - 2 * c[1].x + c[2].x), ay = fabs (c[0].y - 2 * c[1].y + c[2].y);
  double bx = fabs (c[1].x - 2 * c[2].x + c[3].x), by = fabs (c[1].y - 2 * c[2].y + c[3].y);
  double pieces = ceil (sqrt (0.75 * hypot (MAX (ax, bx), MAX (ay, by)) / tolerance));

  return pieces >= 1 ? (guint) MIN (pieces, MAX_PIECES) : 1;
}

void
qg_curve_flatten (const QgPoint *curve, double tolerance, QgSegmentFunc func, gpointer user_data)
{
  guint n = count_pieces (curve, tolerance);
  QgPoint last = curve[0];

  for (guint i = 1; i <= n; i++)
    {
      QgPoint next = i == n ? curve[3] : qg_curve_point (curve, (double) i / n);

      func (last, next, user_data);
      last = next;
    }
}

static void
add_length (QgPoint a, QgPoint b, gpointer user_data)
{
  *(double *) user_data += hypot (b.x - a.x, b.y - a.y);
}

double
qg_curve_length (const QgPoint *points, guint n)
{
  double length = 0;

  for (guint i = 0; i + 3 < n; i += 3)
    qg_curve_flatten (points + i, 0.5, add_length, &length);
  return length;
}

double
qg_curve_lengths (const QgPoint *points, guint n, double *lengths)
{
  for (guint i = 0; i + 3 < n; i += 3)
    lengths[i / 3] = qg_curve_length (points + i, 4);
  return qg_curve_length (points, n);
}

QgPoint
qg_curve_at_length (const QgPoint *points, guint n, const double *lengths, double wanted, QgPoint *direction)
{
  double gone = 0;
  guint last = n - 4;

  for (guint i = 0; i + 3 < n; i += 3)
    {
      double length = lengths[i / 3];

      if (gone + length >= wanted || i == last)
        {
          double t = length > 0 ? CLAMP ((wanted - gone) / length, 0, 1) : 0;

          if (direction != NULL)
            *direction = qg_curve_direction (points + i, t);
          return qg_curve_point (points + i, t);
        }
      gone += length;
    }
  return points[0];
}

QgPoint
qg_curve_at_share (const QgPoint *points, guint n, double share, QgPoint *direction)
{
  g_autofree double *lengths = g_new (double, n / 3 + 1);
  double length = qg_curve_lengths (points, n, lengths);

  return qg_curve_at_length (points, n, lengths, length * share, direction);
}

double
qg_segment_distance (QgPoint a, QgPoint b, QgPoint p)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0, 1) : 0;

  return hypot (a.x + t * dx - p.x, a.y + t * dy - p.y);
}

/* Cuts [t0, t1] to where p + t·d lies within low … high. */
static gboolean
clip_axis (double p, double d, double low, double high, double *t0, double *t1)
{
  double a, b;

  if (d == 0)
    return p >= low && p <= high;
  a = (low - p) / d;
  b = (high - p) / d;
  *t0 = MAX (*t0, MIN (a, b));
  *t1 = MIN (*t1, MAX (a, b));
  return *t0 <= *t1;
}

gboolean
qg_segment_meets_rect (QgPoint a, QgPoint b, const QgRect *r)
{
  double t0 = 0, t1 = 1;

  return clip_axis (a.x, b.x - a.x, r->x, r->x + r->width, &t0, &t1) &&
         clip_axis (a.y, b.y - a.y, r->y, r->y + r->height, &t0, &t1);
}

static double
side (QgPoint a, QgPoint b, QgPoint p)
{
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

gboolean
qg_segments_cross (QgPoint a, QgPoint b, QgPoint c, QgPoint d)
{
  double e = side (a, b, c), f = side (a, b, d), g = side (c, d, a), h = side (c, d, b);

  return ((e > 0 && f < 0) || (e < 0 && f > 0)) && ((g > 0 && h < 0) || (g < 0 && h > 0));
}

QgPoint
qg_rect_rim (const QgRect *rect, QgPoint to)
{
  QgPoint c = qg_rect_center (rect);
  double dx = to.x - c.x, dy = to.y - c.y;
  double t = G_MAXDOUBLE;

  if (dx != 0)
    t = MIN (t, rect->width / 2 / fabs (dx));
  if (dy != 0)
    t = MIN (t, rect->height / 2 / fabs (dy));
  if (t == G_MAXDOUBLE)
    return c;
  return (QgPoint){ c.x + dx * t, c.y + dy * t };
}
