/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgTileWorker: one thread of low priority that draws tiles of a picture (and, until the first picture is
 * there, a second one where that is large). It is told what is wanted, most urgent first, anew at every
 * frame: what is no longer in the list is never begun, and stopped when it has been. */

#pragma once

#include <cairo.h>

#include "qg-painter.h"

G_BEGIN_DECLS

/* Tiles are squares of so many device pixels, drawn with a border of QG_TILE_BORDER around them, so that a
 * scaled tile has right neighbours for its outermost pixels. */
#define QG_TILE_SIZE 256
#define QG_TILE_BORDER 1
#define QG_TILE_BYTES ((gsize) 4 * (QG_TILE_SIZE + 2 * QG_TILE_BORDER) * (QG_TILE_SIZE + 2 * QG_TILE_BORDER))

/* What tiles are drawn from. Immutable and ref-counted. */
typedef struct
{
  gatomicrefcount ref_count;
  QgScene *scene;
  guint8 *node_emphases, *edge_emphases; /* nullable */
  QgThemeId theme;
  double density; /* device pixels for a logical pixel */
} QgPicture;

/* Copies @emphases. */
QgPicture *qg_picture_new (QgScene *scene, QgEmphases emphases, QgThemeId theme, double density);
QgPicture *qg_picture_ref (QgPicture *picture);
void qg_picture_unref (QgPicture *picture);
QgPaintOptions qg_picture_get_options (const QgPicture *picture, double scale, const QgRect *area);

typedef struct
{
  double scale; /* device pixels for a point */
  int x, y;
} QgTileKey;

typedef struct
{
  QgPicture *picture;
  QgTileKey key;
} QgTileWant;

typedef struct _QgTileWorker QgTileWorker;

/* Called on the main thread for each tile that was drawn. */
typedef void (*QgTileFunc) (const QgTileWant *tile, cairo_surface_t *surface, gpointer user_data);

QgTileWorker *qg_tile_worker_new (QgTileFunc func, gpointer user_data);
/* Stops the threads, which takes no longer than one shape of the picture; @func is not called any more. */
void qg_tile_worker_free (QgTileWorker *worker);
/* @wants: QgTileWant elements, the most urgent first; the worker takes its own references. */
void qg_tile_worker_set_wanted (QgTileWorker *worker, const GArray *wants);
/* From now on the worker has less priority than the interface. */
void qg_tile_worker_step_back (QgTileWorker *worker);
/* Waits until all wanted tiles are drawn, but no longer than @ms milliseconds, and delivers what is there.
 * Main thread. */
void qg_tile_worker_hurry (QgTileWorker *worker, guint ms);
/* The number of tiles drawn since the worker began. */
guint qg_tile_worker_get_n_drawn (QgTileWorker *worker);
/* Draws one tile in the calling thread; NULL when cancelled. */
cairo_surface_t *qg_tile_draw (const QgTileWant *want, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgPicture, qg_picture_unref)

G_END_DECLS
