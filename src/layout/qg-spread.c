/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Places from a file: programs measure in pixels, points, or from 0 to 1, and their boxes have other sizes.
 */

#include <stdlib.h>

#include "qg-layout-private.h"

/* Of each node's neighbours in the order of x, and of y, so many are looked at. */
#define NEIGHBORS 60u
/* Nine nodes of ten have room. The rest may stand in the same place: no factor would help. */
#define SHARE 0.9
/* Five times the room that boxes need is empty: then they have four times. */
#define SPARSE 0.2
#define ROOM 4.0
/* How much larger the whole may become than boxes beside each other would be, in each direction. */
#define MOST_WASTE 6.0

typedef struct
{
  double at;
  guint node;
} Rank;

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Rank *r = a, *s = b;

  if (r->at != s->at)
    return r->at < s->at ? -1 : 1;
  return r->node < s->node ? -1 : r->node > s->node;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  double r = *(const double *) a, s = *(const double *) b;

  return r < s ? -1 : r > s;
}

/* The factor by which two nodes have to be drawn apart so that their boxes have @gap between them. */
static double
need_of (const QgSize *sizes, double gap, const QgPoint *centers, guint a, guint b)
{
  double dx = fabs (centers[a].x - centers[b].x), dy = fabs (centers[a].y - centers[b].y);
  double across = ((sizes[a].width + sizes[b].width) / 2 + gap) / dx;
  double down = ((sizes[a].height + sizes[b].height) / 2 + gap) / dy;

  return fmin (across, down); /* infinite where both lie on one point */
}

static void
find_needs (const QgSize *sizes, guint n, double gap, const QgPoint *centers, gboolean upright, double *needs)
{
  g_autofree Rank *ranks = g_new (Rank, n);

  for (guint i = 0; i < n; i++)
    ranks[i] = (Rank){ upright ? centers[i].y : centers[i].x, i };
  qsort (ranks, n, sizeof *ranks, by_place);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n && k <= i + NEIGHBORS; k++)
      {
        guint a = ranks[i].node, b = ranks[k].node;
        double need = need_of (sizes, gap, centers, a, b);

        needs[a] = fmax (needs[a], need);
        needs[b] = fmax (needs[b], need);
      }
}

/* The factor at which the whole would be as large as all boxes beside each other. */
static double
get_tight (const QgSize *sizes, guint n, double gap, const QgPoint *centers)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, area = 0;

  for (guint i = 0; i < n; i++)
    {
      left = fmin (left, centers[i].x);
      right = fmax (right, centers[i].x);
      top = fmin (top, centers[i].y);
      bottom = fmax (bottom, centers[i].y);
      area += (sizes[i].width + gap) * (sizes[i].height + gap);
    }
  return sqrt (area / ((right - left) * (bottom - top))); /* infinite where all stand in a line */
}

void
qg_layout_spread (const QgSize *sizes, guint n, double gap, QgPoint *centers)
{
  g_autofree double *needs = NULL;
  QgPoint middle = { 0, 0 };
  double need, factor = 1;

  if (n < 2)
    return;
  needs = g_new0 (double, n);
  find_needs (sizes, n, gap, centers, FALSE, needs);
  find_needs (sizes, n, gap, centers, TRUE, needs);
  qsort (needs, n, sizeof *needs, by_value);
  need = fmin (needs[(guint) ((n - 1) * SHARE)], MOST_WASTE * get_tight (sizes, n, gap, centers));
  if (!isfinite (need) || need <= 0)
    return;
  if (need > 1)
    factor = need;
  else if (need < SPARSE)
    factor = need * ROOM;
  for (guint i = 0; i < n; i++)
    {
      middle.x += centers[i].x / n;
      middle.y += centers[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      centers[i].x =
          CLAMP ((centers[i].x - middle.x) * factor, -QG_WIRE_MAX_LENGTH / 4, QG_WIRE_MAX_LENGTH / 4);
      centers[i].y =
          CLAMP ((centers[i].y - middle.y) * factor, -QG_WIRE_MAX_LENGTH / 4, QG_WIRE_MAX_LENGTH / 4);
    }
}
