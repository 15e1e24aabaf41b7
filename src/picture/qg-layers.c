/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-layers.h"

#include <string.h>

/* Points; larger in pictures with more than a million of them. */
#define CELL 8.0
#define MAX_CELLS 1e6

/* Layers are counted from 1 here; 0 is the empty ground. */
typedef struct
{
  QgColor color;  /* of the topmost layer */
  guint16 top;    /* that layer */
  guint16 second; /* the topmost of other colours */
} Cell;

struct _QgLayers
{
  QgRect area;
  double cell;
  guint columns, rows;
  Cell *cells;
};

typedef struct
{
  guint x1, y1, x2, y2; /* all four included */
} Span;

QgLayers *
qg_layers_new (const QgRect *area)
{
  QgLayers *layers = g_new0 (QgLayers, 1);

  layers->area = *area;
  layers->cell = fmax (CELL, sqrt (area->width * area->height / MAX_CELLS));
  layers->columns = (guint) ceil (area->width / layers->cell) + 1;
  layers->rows = (guint) ceil (area->height / layers->cell) + 1;
  layers->cells = g_new0 (Cell, (gsize) layers->columns * layers->rows);
  return layers;
}

void
qg_layers_free (QgLayers *layers)
{
  g_free (layers->cells);
  g_free (layers);
}

void
qg_layers_clear (QgLayers *layers)
{
  memset (layers->cells, 0, (gsize) layers->columns * layers->rows * sizeof (Cell));
}

static guint
get_index (const QgLayers *layers, double distance, guint n)
{
  return (guint) CLAMP (distance / layers->cell, 0, n - 1);
}

static Span
get_span (const QgLayers *layers, const QgRect *rect)
{
  double x = rect->x - layers->area.x, y = rect->y - layers->area.y;

  return (Span){ get_index (layers, x, layers->columns), get_index (layers, y, layers->rows),
                 get_index (layers, x + rect->width, layers->columns),
                 get_index (layers, y + rect->height, layers->rows) };
}

guint
qg_layers_find (const QgLayers *layers, const QgRect *rects, guint n, QgColor color, gboolean alone)
{
  guint under = 0;

  for (guint i = 0; i < n; i++)
    {
      Span span = get_span (layers, &rects[i]);

      for (guint y = span.y1; y <= span.y2; y++)
        for (guint x = span.x1; x <= span.x2; x++)
          {
            const Cell *cell = &layers->cells[(gsize) y * layers->columns + x];
            guint layer = cell->color == color && !alone ? cell->second : cell->top;

            under = MAX (under, layer);
          }
    }
  return under;
}

static void
mark_cell (Cell *cell, QgColor color, guint16 layer)
{
  if (cell->color == color)
    cell->top = MAX (cell->top, layer);
  else if (layer > cell->top)
    *cell = (Cell){ color, layer, cell->top };
  else
    cell->second = MAX (cell->second, layer);
}

void
qg_layers_mark (QgLayers *layers, const QgRect *rects, guint n, QgColor color, guint layer)
{
  g_return_if_fail (layer < G_MAXUINT16);
  for (guint i = 0; i < n; i++)
    {
      Span span = get_span (layers, &rects[i]);

      for (guint y = span.y1; y <= span.y2; y++)
        for (guint x = span.x1; x <= span.x2; x++)
          mark_cell (&layers->cells[(gsize) y * layers->columns + x], color, (guint16) (layer + 1));
    }
}
