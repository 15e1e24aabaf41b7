/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For the files of QgCanvas alone. */

#pragma once

#include "qg-canvas.h"
#include "qg-lit-names.h"
#include "qg-tile-layer.h"
#include "qg-transition.h"

G_BEGIN_DECLS

/* How much of the background covers what steps back while something is selected. Names keep a contrast of 3 :
 * 1 under it, which a test proves for every theme and hue. */
#define QG_CANVAS_VEIL 0.38

enum
{
  PROP_0,
  PROP_EXPLORER,
  PROP_ZOOM,
  PROP_FITTING,
  PROP_THEME,
  PROP_INTERACTIVE,
  N_PROPS,
};

enum
{
  SIGNAL_CONTEXT_MENU,
  SIGNAL_GROUP_CHOSEN,
  SIGNAL_ACTIVATED,
  SIGNAL_VIEW_CHANGED,
  SIGNAL_RELATION_CHANGED,
  SIGNAL_DRAWN,
  N_SIGNALS,
};

/* How long a change is animated, in milliseconds. */
#define QG_CANVAS_MOVE_MS 250
#define QG_CANVAS_ZOOM_MS 140
/* How long after the last change of zoom tiles are drawn at its own scale. */
#define QG_CANVAS_SETTLE_MS 120
/* Free room around a fitted picture, and about what is revealed: logical pixels. */
#define QG_CANVAS_MARGIN 24.0
/* What a fitted picture is enlarged to at most. */
#define QG_CANVAS_MAX_FIT_ZOOM 1.5

/* Below the first, names are too small to read; the second is comfortable. */
#define QG_CANVAS_READABLE_ZOOM 0.3
#define QG_CANVAS_COMFORTABLE_ZOOM 0.75

struct _QgCanvas
{
  GtkWidget parent_instance;

  QgExplorer *explorer; /* owned */
  QgThemeId theme;
  gboolean interactive;

  /* The view */
  QgCamera view;   /* what is seen */
  double fit_zoom; /* the largest at which a picture or an area is fitted into the widget */
  /* At the upper and the lower edge, by what lies over the canvas; logical pixels. */
  double covered_top, covered_bottom;
  gboolean fitting;  /* stays fitted when the widget's size or the picture changes */
  gboolean near;     /* as the picture began in a small window, where nobody has moved since */
  gboolean touched;  /* somebody has chosen what is seen of places that were made up */
  gboolean moving;   /* the zoom changed a moment ago */
  guint settle;      /* source */
  guint tick;        /* of the animation of the view */
  QgCamera from, to; /* of the animation */
  gint64 start;      /* of the animation, frame clock; 0 before its first frame */
  int duration;      /* milliseconds; 0: kinetic */
  QgPoint velocity;  /* logical pixels a second */
  QgViewport told;   /* what the explorer was told last */
  GPtrArray *left;   /* where pictures were looked at that have gone */

  /* The picture */
  QgTileWorker *worker;
  QgTileLayer *layer, *next; /* nullable; next becomes layer when what is seen of it is there */
  gboolean next_keeps_view;
  gboolean next_follows;   /* it is looked at from next_view, where one looks now */
  QgCamera next_chosen_at; /* what was seen when that was chosen */
  gboolean later;          /* the explorer has a picture that comes after the next */
  QgCamera next_view;      /* where next begins, unless it keeps the view or is fitted */
  gboolean next_fits;
  QgTransition *transition; /* nullable; nodes sliding from the layer before to this one */
  guint transition_tick;
  gint64 transition_start; /* frame clock; 0 before its first frame */
  gboolean drawn;
  int expected_width, expected_height; /* before the first allocation; 0: not known */
  int allocated_width, allocated_height;

  /* The overlay: indices of the layer's scene. */
  GArray *strong_nodes, *plain_nodes, *strong_edges; /* guint */
  QgLitNames *lit_names;                             /* nullable; for the scale that was drawn last */
  guint lit_focus;                                   /* the node that they know to have the ring */
  gboolean veil;
  gboolean focus_visible;
  gboolean selecting; /* the canvas itself selects: nothing needs to be brought into sight */

  /* The keyboard: the entity that is stood on, and the relation that Tab came to; numbers of the map. */
  guint cursor_entity, cursor_relation;
  GPtrArray *items; /* QgCanvasItem, our children */

  /* Pointer */
  QgCamera drag_view;
  double pinch_zoom;
  QgPoint pinch_at;
  QgPoint pointer;
  gboolean pointer_inside;
  gboolean dragged;

  QgCanvasStats stats;
  guint drawn_before; /* tiles that the worker had drawn at the last reset */
};

extern GParamSpec *qg_canvas_props[N_PROPS];
extern guint qg_canvas_signals[N_SIGNALS];

/* view */
int qg_canvas_get_width (QgCanvas *self); /* logical pixels; what is expected before the first allocation */
int qg_canvas_get_height (QgCanvas *self);
double qg_canvas_get_pixels_per_point (QgCanvas *self, double zoom); /* logical pixels */
QgCamera qg_canvas_get_goal (QgCanvas *self);
void qg_canvas_tell_explorer (QgCanvas *self);
QgPoint qg_canvas_to_scene (QgCanvas *self, double x, double y);
QgRect qg_canvas_to_widget (QgCanvas *self, const QgRect *area);
QgTileView qg_canvas_get_tile_view (QgCanvas *self, const QgCamera *view, gboolean moving);
QgCamera qg_canvas_fit_view (QgCanvas *self, const QgScene *scene);
gboolean qg_canvas_find_near_view (QgCanvas *self, const QgScene *scene, QgCamera *view);
double qg_canvas_get_uncovered_height (QgCanvas *self);
double qg_canvas_get_uncovered_top (QgCanvas *self);
/* what lies over the canvas, where it is the child of a GtkOverlay */
double qg_canvas_get_over_top (QgCanvas *self); /* logical pixels at the upper edge */
/* Whether all of @area is in the window and nothing lies over it. */
gboolean qg_canvas_is_seen (QgCanvas *self, const QgCamera *view, const QgRect *area);
/* With @area in the middle of what nothing lies over. */
QgCamera qg_canvas_middle_view (QgCanvas *self, const QgRect *area, double zoom);
/* Moves @view no further than @area needs to be seen. FALSE where it is seen already. */
gboolean qg_canvas_shift_view (QgCanvas *self, QgCamera *view, const QgRect *area);
GPtrArray *qg_canvas_new_left (void);
void qg_canvas_leave_view (QgCanvas *self, const QgScene *scene, const QgCamera *view, gboolean whole);
/* The place of what is selected; FALSE where @scene has it not. */
gboolean qg_canvas_find_selected (QgCanvas *self, const QgScene *scene, QgRect *rect);
gboolean qg_canvas_find_left_view (QgCanvas *self, const QgScene *scene, QgCamera *view);
QgCamera qg_canvas_center_view (QgCanvas *self, QgPoint center, double zoom);
void qg_canvas_use_view (QgCanvas *self, const QgCamera *view);        /* at once */
void qg_canvas_move_to (QgCanvas *self, const QgCamera *view, int ms); /* animated where that is wanted */
void qg_canvas_pan (QgCanvas *self, double dx, double dy);             /* logical pixels; at once */
void qg_canvas_pinch_begin (QgCanvas *self, double x, double y);
void qg_canvas_pinch_to (QgCanvas *self, double ratio, double x, double y);
void qg_canvas_fling (QgCanvas *self, double vx, double vy);
void qg_canvas_zoom_at (QgCanvas *self, double zoom, double x, double y, int ms);
void qg_canvas_stop (QgCanvas *self);
/* Brings what is not seen to the middle, and nearer where names would be too small to read. */
void qg_canvas_reveal_readable (QgCanvas *self, const QgRect *area);
gboolean qg_canvas_is_animated (QgCanvas *self);
void qg_canvas_view_allocate (QgCanvas *self);

/* layers */
void qg_canvas_picture_changed (QgCanvas *self);
void qg_canvas_update_wants (QgCanvas *self);
void qg_canvas_swap_when_ready (QgCanvas *self);
void qg_canvas_tile_cb (const QgTileWant *tile, cairo_surface_t *surface, gpointer user_data);
void qg_canvas_drop_layers (QgCanvas *self);
void qg_canvas_trim (QgCanvas *self);
void qg_canvas_hurry (QgCanvas *self);

/* where the next picture is looked at from */
void qg_canvas_choose_next_view (QgCanvas *self);
QgCamera qg_canvas_update_next_view (QgCanvas *self); /* as it is now; a person may move meanwhile */
gboolean qg_canvas_is_touched (QgCanvas *self);

/* overlay */
void qg_canvas_overlay_changed (QgCanvas *self);
void qg_canvas_draw_overlay (QgCanvas *self, cairo_t *cr, const QgTileView *view);
gboolean qg_canvas_has_overlay (QgCanvas *self);
gboolean qg_canvas_get_lit_area (QgCanvas *self, QgRect *area); /* what is lit; FALSE where nothing is */

/* pointer and keys */
void qg_canvas_init_pointer (QgCanvas *self);
void qg_canvas_init_keys (QgCanvas *self);
void qg_canvas_activate (QgCanvas *self, QgSelection what);
QgSelection qg_canvas_selection_at (QgCanvas *self, double x, double y);

/* items */
gboolean qg_canvas_is_overtaken (QgCanvas *self);
void qg_canvas_items_changed (QgCanvas *self);
void qg_canvas_items_allocate (QgCanvas *self);
void qg_canvas_set_cursor (QgCanvas *self, guint entity, guint relation);
gboolean qg_canvas_grab_item (QgCanvas *self);
void qg_canvas_step_off (QgCanvas *self); /* what is hidden now */
/* The entity that keys begin from: the cursor, the selected one, else the one nearest to the middle. */
guint qg_canvas_get_standing (QgCanvas *self);
GArray *qg_canvas_get_relations_at (QgCanvas *self, guint entity);

G_END_DECLS
