/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgCanvas: the widget that shows an explorer's scene. Tiles from a worker, an overlay for selection and
 * hover, gestures, keys, and real child widgets for what a screen reader should find. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_CANVAS (qg_canvas_get_type ())
G_DECLARE_FINAL_TYPE (QgCanvas, qg_canvas, QG, CANVAS, GtkWidget)

/* Properties: explorer (QgExplorer), zoom (double: 1 is 1 point = 1 pixel × 96/72 … notified on every
 * change), theme. Signals: context-menu (x, y), activated (kind, number): double click or Enter. */
GtkWidget *qg_canvas_new (void);
void qg_canvas_set_explorer (QgCanvas *self, QgExplorer *explorer);
void qg_canvas_set_theme (QgCanvas *self, QgThemeId theme);
double qg_canvas_get_zoom (QgCanvas *self);
void qg_canvas_set_zoom (QgCanvas *self, double zoom); /* about the middle of the widget */
void qg_canvas_zoom_step (QgCanvas *self, int steps);
void qg_canvas_zoom_fit (QgCanvas *self);
void qg_canvas_zoom_to_selection (QgCanvas *self);
/* Moves so that @area of the scene is seen; not at all where it is seen already. */
void qg_canvas_reveal (QgCanvas *self, const QgRect *area);

/* What the frame bench reads: counted since the last reset. */
typedef struct
{
  guint frames, tiles_drawn;
  guint empty_tiles, wrong_level_tiles, wanted_tiles; /* summed over frames */
  gboolean sharp; /* at the last frame all wanted tiles were there at their level */
} QgCanvasStats;

void qg_canvas_get_stats (QgCanvas *self, QgCanvasStats *stats);
void qg_canvas_reset_stats (QgCanvas *self);
void qg_canvas_set_viewport (QgCanvas *self, double x, double y,
                             double zoom); /* scene point at the upper left */

G_END_DECLS
