/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-hairline.h"

/* Two of a pixel's four channels lie in one number, 16 bits apart, so that one multiplication does for both.
 */
#define LANES 0x00ff00ffu

typedef struct
{
  const QgPixels *pixels;
  guint32 red_blue, alpha_green; /* opaque */
  guint alpha;
} Pen;

/* Both lanes divided by 255, rounded; each is at most 255². */
static inline guint32
divide_lanes (guint32 lanes)
{
  lanes += 0x00800080u;
  return ((lanes + ((lanes >> 8) & LANES)) >> 8) & LANES;
}

/* @cover: 0 to 255, the share of the pixel under the line. */
static inline void
blend (const Pen *pen, int x, int y, guint cover)
{
  const QgPixels *p = pen->pixels;
  guint32 *pixel = (guint32 *) (gpointer) (p->data + (gssize) y * p->stride) + x;
  guint32 old = *pixel;
  guint a = (pen->alpha * cover + 127) / 255, keep = 255 - a;

  *pixel = divide_lanes (((old >> 8) & LANES) * keep + pen->alpha_green * a) << 8 |
           divide_lanes ((old & LANES) * keep + pen->red_blue * a);
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

/* Column @i, whose height is shared between the pixels @j and @j + 1, of which @lower / 255 go to the second.
 */
static inline void
draw_column (const Pen *pen, gboolean steep, int side_low, int side_high, int i, int j, guint all,
             guint lower)
{
  if (j >= side_low && j < side_high && all > lower)
    steep ? blend (pen, j, i, all - lower) : blend (pen, i, j, all - lower);
  if (j + 1 >= side_low && j + 1 < side_high && lower > 0)
    steep ? blend (pen, j + 1, i, lower) : blend (pen, i, j + 1, lower);
}

/* A column at an end of the line, which has less than all of it. */
static void
draw_end (const Pen *pen, QgPoint a, QgPoint b, double slope, gboolean steep, int side_low, int side_high,
          int i)
{
  double share = MIN (b.x, i + 1.0) - MAX (a.x, (double) i);
  double y = a.y + slope * (CLAMP (i + 0.5, a.x, b.x) - a.x) - 0.5;
  double base = floor (y);
  guint all = (guint) (CLAMP (share, 0, 1) * 255 + 0.5);

  if (base >= side_low - 1 && base < side_high)
    draw_column (pen, steep, side_low, side_high, i, (int) base, all, (guint) ((y - base) * all + 0.5));
}

/* A line that is wider than it is high; with @steep, x and y are exchanged. For every column that the line
 * goes through, its height there is shared between two pixels (X. Wu, 1991). The heights are taken from the
 * whole line, not step by step from where it enters the image, so that neighbouring tiles fit: in whole
 * numbers, of which 2^32 make a pixel. */
static inline void
draw_flat (const Pen *pen, QgPoint a, QgPoint b, gboolean steep)
{
  const QgPixels *p = pen->pixels;
  int low = steep ? p->y1 : p->x1, high = steep ? p->y2 : p->x2;
  int side_low = steep ? p->x1 : p->y1, side_high = steep ? p->x2 : p->y2;
  double slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0;
  double start = floor (a.x), end = ceil (b.x);
  int first = start > low ? (int) start : low;
  int last = end < high ? (int) end : high;
  gint64 y, step;

  /* With air for the half columns at both ends: what is left out has no pixel here. */
  clip_columns (a, slope, side_low - 3, side_high + 3, &first, &last);
  if (first < last && first < a.x)
    draw_end (pen, a, b, slope, steep, side_low, side_high, first++);
  if (first < last && last > b.x)
    draw_end (pen, a, b, slope, steep, side_low, side_high, --last);
  if (first >= last || fabs (a.y) > 1e8 || fabs (a.x) > 1e8)
    return;
  step = (gint64) (slope * 4294967296.0);
  y = (gint64) ((a.y + slope * (0.5 - a.x) - 0.5) * 4294967296.0) + step * first;
  for (int i = first; i < last; i++, y += step)
    draw_column (pen, steep, side_low, side_high, i, (int) (y >> 32), 255,
                 (guint) (((guint64) (guint32) y * 255 + 0x80000000u) >> 32));
}

void
qg_hairline_draw (const QgPixels *pixels, QgPoint a, QgPoint b, guint red, guint green, guint blue,
                  guint alpha)
{
  const Pen pen = { pixels, red << 16 | blue, 255u << 16 | green, alpha };
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
