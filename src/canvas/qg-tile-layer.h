/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgTileLayer: the tiles of one picture that are there, and how a view is put together from them: sharp ones
 * where there are, otherwise what is there of other levels, at last the coarse level of the whole, which is
 * never given up. Main thread. */

#pragma once

#include "qg-tile-worker.h"

G_BEGIN_DECLS

typedef struct _QgTileLayer QgTileLayer;

/* What is seen: device pixels. */
typedef struct
{
  double x, y;       /* of the scene, at the upper left corner */
  double scale;      /* device pixels for a point */
  int width, height; /* device pixels */
  gboolean moving;   /* the scale is changing: powers of two serve better than tiles of its own */
} QgTileView;

typedef struct
{
  guint wanted, wrong_level, empty;
} QgTileCount;

/* @unit: the scale at which tiles are kept while the view's scale changes, and its powers of two. */
QgTileLayer *qg_tile_layer_new (QgPicture *picture, double unit);
void qg_tile_layer_free (QgTileLayer *layer);
QgPicture *qg_tile_layer_get_picture (QgTileLayer *layer);
/* The picture's bounds with a little room about them, as tiles cover them. */
QgRect qg_tile_layer_get_bounds (QgTileLayer *layer);
/* Takes a tile that was drawn for it. */
void qg_tile_layer_add (QgTileLayer *layer, const QgTileWant *tile, cairo_surface_t *surface);

/* Appends QgTileWant elements for what is missing: the whole, coarse, what @view shows, then what lies around
 * it
 * (@around: tiles). The picture is borrowed from the layer. */
void qg_tile_layer_want (QgTileLayer *layer, const QgTileView *view, int around, GArray *wants);
/* Only what @view shows: for a first picture that is seen whole, whose coarse level can wait. */
void qg_tile_layer_want_seen (QgTileLayer *layer, const QgTileView *view, GArray *wants);
/* Whether all that @view shows is there, sharp, and the coarse level with it. */
gboolean qg_tile_layer_is_sharp (QgTileLayer *layer, const QgTileView *view);
/* The same without the coarse level. */
gboolean qg_tile_layer_is_seen (QgTileLayer *layer, const QgTileView *view);
/* Draws the view and the background about the picture; @cr is in device pixels. */
void qg_tile_layer_draw (QgTileLayer *layer, cairo_t *cr, const QgTileView *view, QgTileCount *count);
/* Draws the coarse scale of the whole into @box; @cr may have any scale. */
void qg_tile_layer_draw_whole (QgTileLayer *layer, cairo_t *cr, const QgRect *box);
/* Drops the tiles that were not drawn for longest until at most @bytes are left. */
void qg_tile_layer_trim (QgTileLayer *layer, gsize bytes);
gsize qg_tile_layer_get_bytes (QgTileLayer *layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgTileLayer, qg_tile_layer_free)

G_END_DECLS
