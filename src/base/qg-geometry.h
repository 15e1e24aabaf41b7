/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Small geometry. Coordinates are points (1/72 inch) in the plane of the picture: x to the right, y down. */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} QgPoint;

/* A rectangle by its upper left corner; width and height are never negative. */
typedef struct
{
  double x, y, width, height;
} QgRect;

typedef struct
{
  double width, height;
} QgSize;

static inline gboolean
qg_rect_contains (const QgRect *r, double x, double y)
{
  return x >= r->x && y >= r->y && x <= r->x + r->width && y <= r->y + r->height;
}

static inline gboolean
qg_rect_intersects (const QgRect *a, const QgRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static inline QgPoint
qg_rect_center (const QgRect *r)
{
  return (QgPoint){ r->x + r->width / 2, r->y + r->height / 2 };
}

/* @r grown by @by on each side; shrunk where @by is negative, down to its center. */
static inline QgRect
qg_rect_grow (const QgRect *r, double by)
{
  double dx = fmax (by, -r->width / 2), dy = fmax (by, -r->height / 2);

  return (QgRect){ r->x - dx, r->y - dy, r->width + 2 * dx, r->height + 2 * dy };
}

static inline QgRect
qg_rect_union (const QgRect *a, const QgRect *b)
{
  double x = fmin (a->x, b->x), y = fmin (a->y, b->y);

  return (QgRect){ x, y, fmax (a->x + a->width, b->x + b->width) - x,
                   fmax (a->y + a->height, b->y + b->height) - y };
}

G_END_DECLS
