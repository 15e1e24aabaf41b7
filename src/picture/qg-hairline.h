/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Straight lines one pixel wide, written directly into the pixels of an image: at a scale where thousands of
 * ways are a hair each, this takes a tenth of the time that a general stroke takes. */

#pragma once

#include <cairo.h>

#include "qg-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 *data;
  int stride;
  int x1, y1, x2, y2; /* the pixels that may be written: x1 ≤ x < x2 */
} QgPixels;

/* @red … @blue, @alpha: 0 to 255, not premultiplied. The pixels are CAIRO_FORMAT_ARGB32 or RGB24. */
void qg_hairline_draw (const QgPixels *pixels, QgPoint a, QgPoint b, guint red, guint green, guint blue,
                       guint alpha);

G_END_DECLS
