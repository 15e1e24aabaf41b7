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

/* Logical pixels for a point at 100 %. */
#define QG_CANVAS_PIXELS_PER_POINT (96.0 / 72.0)
#define QG_CANVAS_MAX_ZOOM 8.0

/* Properties: explorer (QgExplorer), zoom (double, 1 is 100 %; notified on every change), fitting (boolean:
 * the whole picture is kept in the window), theme (QgThemeId as int), interactive (boolean, TRUE by default:
 * FALSE where gestures and keys belong to somebody else, as while presenting). Signals: group-chosen (kind):
 * a click on the title of a group's area; context-menu (kind, number, x, y): secondary click, long press or
 * the Menu key; QgSelectionKind, its number, and where in the widget. What was clicked is selected before.
 * activated (kind, number): double click or Enter. Unless a handler before the default one stops it, an
 * entity becomes the focus, and a relation is followed to its other end. view-changed (): what is seen of the
 * scene changed. relation-changed (): the keyboard stands on another relation, or on none. drawn (): the
 * first frame in which a scene was shown sharp. */
GtkWidget *qg_canvas_new (void);
/* After a change of the interface's language: what it is called by a screen reader. */
void qg_canvas_update_texts (QgCanvas *self);
/* Logical pixels: what the canvas will get, as far as that is known before its first allocation, so that its
 * tiles are drawn while the window is still being made. */
void qg_canvas_expect_size (QgCanvas *self, int width, int height);
void qg_canvas_set_explorer (QgCanvas *self, QgExplorer *explorer); /* nullable */
QgExplorer *qg_canvas_get_explorer (QgCanvas *self);
void qg_canvas_set_theme (QgCanvas *self, QgThemeId theme);
QgThemeId qg_canvas_get_theme (QgCanvas *self);
void qg_canvas_set_interactive (QgCanvas *self, gboolean interactive);
double qg_canvas_get_zoom (QgCanvas *self);
void qg_canvas_set_zoom (QgCanvas *self, double zoom); /* about the middle of the widget */
void qg_canvas_zoom_step (QgCanvas *self, int steps);
void qg_canvas_zoom_fit (QgCanvas *self);
/* Whole pictures and areas are enlarged up to there; 150 % where it is not set. For those who look from far.
 */
void qg_canvas_set_fit_zoom (QgCanvas *self, double zoom);
/* What lies over the upper and the lower edge, in logical pixels: a fitted picture keeps clear of it, as far
 * as there is room; at the upper edge also of what a GtkOverlay has there. */
void qg_canvas_set_covered (QgCanvas *self, double top, double bottom);
/* The class of what lies over the canvas for a moment: a fitted picture does not make room for it. */
#define QG_CANVAS_PASSING "qg-passing"
/* What lies over the canvas has come or gone: a picture that is kept fitted is fitted again, and so is the
 * one that is to come. */
void qg_canvas_cover_changed (QgCanvas *self);
gboolean qg_canvas_get_fitting (QgCanvas *self);
void qg_canvas_zoom_to_selection (QgCanvas *self); /* in any case so that it can be read */
guint qg_canvas_get_relation (QgCanvas *self); /* that the keyboard stands on; QG_NONE where it does not */
/* Zooms so that @area fills the widget, but not beyond the zoom at which whole pictures are fitted. */
void qg_canvas_zoom_to (QgCanvas *self, const QgRect *area);
/* The same for what is to be seen, no more and no less where it has the widget's shape, however far that is.
 */
void qg_canvas_zoom_to_seen (QgCanvas *self, const QgRect *seen);
/* The zoom at which the whole picture would be fitted; 0 while there is none. */
double qg_canvas_get_whole_zoom (QgCanvas *self);
/* Moves so that @area of the scene is seen, with nothing over it; not at all where it is seen already. */
void qg_canvas_reveal (QgCanvas *self, const QgRect *area);
/* What of the scene that is on screen is seen. FALSE while there is none. */
gboolean qg_canvas_get_seen (QgCanvas *self, QgRect *seen);
/* The scene on screen: the explorer's, or the one before it until the new one's tiles are there. Nullable. */
QgScene *qg_canvas_get_scene (QgCanvas *self);
/* The bounds of the picture with a little room about it, as qg_canvas_draw_whole() shows them. */
QgRect qg_canvas_get_whole (QgCanvas *self);
/* Draws the whole picture, coarse, into the middle of @box; for a small map. FALSE while there is nothing. */
gboolean qg_canvas_draw_whole (QgCanvas *self, cairo_t *cr, const QgRect *box);

/* What the frame bench reads: counted since the last reset. */
typedef struct
{
  guint frames, tiles_drawn;
  guint empty_tiles, wrong_level_tiles, wanted_tiles; /* summed over frames */
  gboolean sharp; /* at the last frame all wanted tiles were there at their own scale */
} QgCanvasStats;

void qg_canvas_get_stats (QgCanvas *self, QgCanvasStats *stats);
void qg_canvas_reset_stats (QgCanvas *self);
/* At once, without animation: the scene's point at the upper left corner, and the zoom. */
void qg_canvas_set_viewport (QgCanvas *self, double x, double y, double zoom);

G_END_DECLS
