/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

#include <stdlib.h>

/* Pieces stand in rows, the tallest first; in a row, what is lower than the row is stacked into columns.
 * Several widths of the page are tried. */

typedef struct
{
  guint piece;
  double width, height; /* with the gap */
  double x, y;
} Slot;

static int
by_height (gconstpointer a, gconstpointer b)
{
  const Slot *s = a, *t = b;

  if (s->height != t->height)
    return s->height > t->height ? -1 : 1;
  if (s->width != t->width)
    return s->width > t->width ? -1 : 1;
  return s->piece < t->piece ? -1 : s->piece > t->piece;
}

/* Places the slots for a page of @width; returns the size that is used. */
static QgSize
place_slots (Slot *slots, guint n, double width)
{
  QgSize used = { 0, 0 };
  double row_y = 0, row_height = 0, column_x = 0, column_width = 0, filled = 0;

  for (guint i = 0; i < n; i++)
    {
      Slot *s = &slots[i];

      if (filled > 0 && s->width <= column_width && filled + s->height <= row_height)
        ; /* under the last one */
      else
        {
          column_x += column_width;
          filled = 0;
          if (column_x > 0 && column_x + s->width > width)
            {
              row_y += row_height;
              column_x = 0;
              row_height = 0;
            }
          row_height = fmax (row_height, s->height);
          column_width = s->width;
        }
      s->x = column_x;
      s->y = row_y + filled;
      filled += s->height;
      used.width = fmax (used.width, s->x + s->width);
      used.height = fmax (used.height, s->y + s->height);
    }
  return used;
}

#define WIDTHS 24

static void
find_places (Slot *slots, guint n, double aspect)
{
  double area = 0, widest = 0, best_width = 0, best = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      area += slots[i].width * slots[i].height;
      widest = fmax (widest, slots[i].width);
    }
  for (guint i = 0; i < WIDTHS; i++)
    {
      double width = fmax (widest, sqrt (area * aspect) * (0.7 + i * 0.06));
      QgSize used = place_slots (slots, n, width);
      double size = fmax (used.width, used.height * aspect);

      if (size < best)
        {
          best = size;
          best_width = width;
        }
    }
  place_slots (slots, n, best_width);
}

static void
copy_rects (QgRect *to, const QgRect *from, const guint32 *numbers, guint n, double x, double y)
{
  for (guint i = 0; i < n; i++)
    {
      QgRect r = from[i];

      if (r.width >= 0)
        {
          r.x += x;
          r.y += y;
        }
      to[numbers[i]] = r;
    }
}

static void
put_piece (QgDrawing *whole, const QgPiece *piece, const QgDrawing *d, double x, double y)
{
  guint base = whole->points->len;

  copy_rects (whole->nodes, d->nodes, piece->nodes, piece->request.n_nodes, x, y);
  copy_rects (whole->labels, d->labels, piece->labels, piece->request.n_labels, x, y);
  copy_rects (whole->groups, d->groups, piece->groups, piece->request.n_groups, x, y);
  for (guint i = 0; i < piece->request.n_edges; i++)
    {
      QgWirePath moved = d->paths[i];

      moved.first += base;
      whole->paths[piece->edges[i]] = moved;
    }
  for (guint i = 0; i < d->points->len; i++)
    {
      QgPoint p = g_array_index (d->points, QgPoint, i);

      p.x += x;
      p.y += y;
      g_array_append_val (whole->points, p);
    }
}

/* The shape of a page where none is wished. */
#define USUAL_ASPECT 1.5

QgDrawing *
qg_pack (const QgWireRequest *request, const QgPiece *pieces, QgDrawing **drawings, guint n)
{
  double gap = CLAMP (request->node_gap, 4, 1000);
  g_autofree Slot *slots = NULL;
  QgDrawing *whole;

  if (n == 1 && pieces[0].nodes == NULL)
    return drawings[0];
  whole = qg_drawing_new (request);
  slots = g_new0 (Slot, n);
  for (guint i = 0; i < n; i++)
    slots[i] = (Slot){ i, drawings[i]->width + gap, drawings[i]->height + gap, 0, 0 };
  qsort (slots, n, sizeof *slots, by_height);
  find_places (slots, n, request->aspect > 0 ? request->aspect : USUAL_ASPECT);
  for (guint i = 0; i < n; i++)
    put_piece (whole, &pieces[slots[i].piece], drawings[slots[i].piece], slots[i].x, slots[i].y);
  qg_drawing_settle (whole, request);
  return whole;
}
