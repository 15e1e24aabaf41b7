/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-rtree.h"

#include <float.h>
#include <stdlib.h>

#define BRANCH 16
#define MAX_LEVELS 9

typedef struct
{
  float x1, y1, x2, y2;
  guint child; /* an item on the lowest level, else the first of its entries on the level below */
} Entry;

struct _QgRTree
{
  guint n_levels;
  guint starts[MAX_LEVELS + 1]; /* level 0 holds the items */
  Entry *entries;
};

typedef struct
{
  guint key;
  guint item;
} Key;

/* The place of a cell on the Hilbert curve over 2^16 × 2^16 cells. */
static guint
hilbert (guint x, guint y)
{
  guint d = 0;

  for (guint s = 1u << 15; s > 0; s >>= 1)
    {
      guint rx = (x & s) != 0, ry = (y & s) != 0;

      d += s * s * ((3 * rx) ^ ry);
      if (ry == 0)
        {
          guint swap = x;

          if (rx == 1)
            {
              swap = 0xffff - x;
              y = 0xffff - y;
            }
          x = y;
          y = swap;
        }
    }
  return d;
}

static int
compare_keys (const void *a, const void *b)
{
  const Key *k = a, *l = b;

  if (k->key != l->key)
    return k->key < l->key ? -1 : 1;
  return k->item < l->item ? -1 : k->item > l->item;
}

static Key *
sort_items (const QgRect *rects, guint n, guint *n_kept)
{
  Key *keys = g_new (Key, MAX (n, 1));
  double x1 = G_MAXDOUBLE, y1 = G_MAXDOUBLE, x2 = -G_MAXDOUBLE, y2 = -G_MAXDOUBLE;
  double sx, sy;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    if (rects[i].width >= 0)
      {
        QgPoint c = qg_rect_center (&rects[i]);

        x1 = MIN (x1, c.x);
        y1 = MIN (y1, c.y);
        x2 = MAX (x2, c.x);
        y2 = MAX (y2, c.y);
      }
  sx = x2 > x1 ? 65535 / (x2 - x1) : 0;
  sy = y2 > y1 ? 65535 / (y2 - y1) : 0;
  for (guint i = 0; i < n; i++)
    if (rects[i].width >= 0)
      {
        QgPoint c = qg_rect_center (&rects[i]);

        keys[m++] = (Key){ hilbert ((guint) ((c.x - x1) * sx), (guint) ((c.y - y1) * sy)), i };
      }
  qsort (keys, m, sizeof (Key), compare_keys);
  *n_kept = m;
  return keys;
}

/* Puts a level of branches over the entries from @first to @end. */
static guint
add_level (QgRTree *tree, guint first, guint end)
{
  guint n = end;

  for (guint i = first; i < end; i += BRANCH)
    {
      Entry branch = tree->entries[i];

      branch.child = i;
      for (guint j = i + 1; j < MIN (i + BRANCH, end); j++)
        {
          branch.x1 = MIN (branch.x1, tree->entries[j].x1);
          branch.y1 = MIN (branch.y1, tree->entries[j].y1);
          branch.x2 = MAX (branch.x2, tree->entries[j].x2);
          branch.y2 = MAX (branch.y2, tree->entries[j].y2);
        }
      tree->entries[n++] = branch;
    }
  return n;
}

/* A float may round inwards, by more the farther out it is; a little more does no harm. */
static double
slack (double at)
{
  return 0.01 + fabs (at) * FLT_EPSILON;
}

QgRTree *
qg_rtree_new (const QgRect *rects, guint n)
{
  QgRTree *tree = g_new0 (QgRTree, 1);
  guint m;
  g_autofree Key *keys = sort_items (rects, n, &m);

  tree->entries = g_new (Entry, m + m / (BRANCH - 1) + MAX_LEVELS + 1);
  for (guint i = 0; i < m; i++)
    {
      const QgRect *r = &rects[keys[i].item];

      tree->entries[i] = (Entry){ (float) (r->x - slack (r->x)), (float) (r->y - slack (r->y)),
                                  (float) (r->x + r->width + slack (r->x + r->width)),
                                  (float) (r->y + r->height + slack (r->y + r->height)), keys[i].item };
    }
  tree->starts[1] = m;
  tree->n_levels = m > 0 ? 1 : 0;
  while (tree->n_levels > 0 && tree->starts[tree->n_levels] - tree->starts[tree->n_levels - 1] > 1)
    {
      guint level = tree->n_levels++;

      tree->starts[level + 1] = add_level (tree, tree->starts[level - 1], tree->starts[level]);
    }
  return tree;
}

void
qg_rtree_free (QgRTree *tree)
{
  g_free (tree->entries);
  g_free (tree);
}

static gboolean
query (const QgRTree *tree, guint level, guint first, const QgRect *area, QgRTreeFunc func,
       gpointer user_data)
{
  guint end = MIN (first + BRANCH, tree->starts[level + 1]);

  for (guint i = first; i < end; i++)
    {
      const Entry *e = &tree->entries[i];

      if (e->x1 > area->x + area->width || e->x2 < area->x || e->y1 > area->y + area->height ||
          e->y2 < area->y)
        continue;
      if (level == 0 ? !func (e->child, user_data)
                     : !query (tree, level - 1, e->child, area, func, user_data))
        return FALSE;
    }
  return TRUE;
}

void
qg_rtree_query (const QgRTree *tree, const QgRect *area, QgRTreeFunc func, gpointer user_data)
{
  if (tree->n_levels > 0)
    query (tree, tree->n_levels - 1, tree->starts[tree->n_levels - 1], area, func, user_data);
}
