/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-hairline.h"

typedef struct
{
  const QgPixels *pixels;
  guint red, green, blue, alpha;
} Pen;

/* @cover: 0 to 255, the share of the pixel under the line. */
static inline void
blend (const Pen *pen, int x, int y, guint cover)
{
  const QgPixels *p = pen->pixels;
  guint32 *pixel = (guint32 *) (gpointer) (p->data + (gssize) y * p->stride) + x;
  guint32 old = *pixel;
  guint a = (pen->alpha * cover + 127) / 255, keep = 255 - a;
  guint oa = old >> 24, or = (old >> 16) & 0xff, og = (old >> 8) & 0xff, ob = old & 0xff;

  *pixel = ((oa * keep + 255 * a + 127) / 255) << 24 | ((or *keep + pen->red * a + 127) / 255) << 16 |
           ((og * keep + pen->green * a + 127) / 255) << 8 | ((ob * keep + pen->blue * a + 127) / 255);
}

/* Leaves of the columns from @first to @last those where the line can be between @low and @high. Most lines
 * of a large picture pass a tile by, near enough that their bounds meet it. */
static void
clip_columns (QgPoint a, double slope, double low, double high, int *first, int *last)
{
  double enter, leave;

  if (slope == 0)
    return;
  enter = a.x + ((slope > 0 ? low : high) - a.y) / slope;
  leave = a.x + ((slope > 0 ? high : low) - a.y) / slope;
  if (enter > *first)
    *first = enter < *last ? (int) enter : *last;
  if (leave < *last)
    *last = leave > *first ? (int) leave : *first;
}

/* A line that is wider than it is high; with @steep, x and y are exchanged. For every column that the line
 * goes through, its height there is shared between two pixels (X. Wu, 1991). The heights are taken from the
 * whole line, not step by step from where it enters the image, so that neighbouring tiles fit. */
static void
draw_flat (const Pen *pen, QgPoint a, QgPoint b, gboolean steep)
{
  const QgPixels *p = pen->pixels;
  int low = steep ? p->y1 : p->x1, high = steep ? p->y2 : p->x2;
  int side_low = steep ? p->x1 : p->y1, side_high = steep ? p->x2 : p->y2;
  double slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0;
  double start = floor (a.x), end = ceil (b.x);
  int first = start > low ? (int) start : low;
  int last = end < high ? (int) end : high;

  /* With air for the half columns at both ends: what is left out has no pixel here. */
  clip_columns (a, slope, side_low - 3, side_high + 3, &first, &last);
  for (int i = first; i < last; i++)
    {
      /* The share of this column that the line has: less than all at its two ends. */
      double share = MIN (b.x, i + 1.0) - MAX (a.x, (double) i);
      double y = a.y + slope * (CLAMP (i + 0.5, a.x, b.x) - a.x) - 0.5;
      double base = floor (y);
      guint lower, all = (guint) (CLAMP (share, 0, 1) * 255 + 0.5);
      int j;

      if (base < side_low - 1 || base >= side_high)
        continue;
      j = (int) base;
      lower = (guint) ((y - base) * all + 0.5);
      if (j >= side_low && all > lower)
        steep ? blend (pen, j, i, all - lower) : blend (pen, i, j, all - lower);
      if (j + 1 < side_high && lower > 0)
        steep ? blend (pen, j + 1, i, lower) : blend (pen, i, j + 1, lower);
    }
}

void
qg_hairline_draw (const QgPixels *pixels, QgPoint a, QgPoint b, guint red, guint green, guint blue,
                  guint alpha)
{
  Pen pen = { pixels, red, green, blue, alpha };
  gboolean steep = fabs (b.y - a.y) > fabs (b.x - a.x);

  if (MAX (a.x, b.x) < pixels->x1 - 1 || MIN (a.x, b.x) > pixels->x2 + 1 || MAX (a.y, b.y) < pixels->y1 - 1 ||
      MIN (a.y, b.y) > pixels->y2 + 1)
    return;
  if (steep)
    {
      a = (QgPoint){ a.y, a.x };
      b = (QgPoint){ b.y, b.x };
    }
  if (a.x > b.x)
    draw_flat (&pen, b, a, steep);
  else
    draw_flat (&pen, a, b, steep);
}
