/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgFrame: how a window divides its room: a header, a picture in the middle with a panel on either side, a
 * footer. Wide, the panels stand beside the picture; narrow, they lie over it, one at a time. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_FRAME (qg_frame_get_type ())
G_DECLARE_FINAL_TYPE (QgFrame, qg_frame, QG, FRAME, GtkWidget)

typedef enum
{
  QG_WIDTH_WIDE,    /* panels beside the picture */
  QG_WIDTH_NARROW,  /* panels over the picture */
  QG_WIDTH_COMPACT, /* and the header has room for the most important only */
} QgWidth;

typedef enum
{
  QG_SIDE_START,
  QG_SIDE_END,
} QgSide;

/* Buildable: child types header, center, start, end, footer. Properties: start-open, end-open, width-class
 * and low (read only). Signal: by-hand (QgSide): a panel was opened or folded through its property, as
 * actions do. */
GtkWidget *qg_frame_new (void);
QgWidth qg_frame_get_width_class (QgFrame *self);
gboolean qg_frame_is_low (QgFrame *self); /* the height has room for one line below the picture */
gboolean qg_frame_get_open (QgFrame *self, QgSide side);
void qg_frame_set_open (QgFrame *self, QgSide side, gboolean open);
/* The same without the slide, for the state that a window starts in. */
void qg_frame_set_open_at_once (QgFrame *self, QgSide side, gboolean open);
/* Until a person opens or folds the panel at the start, it is open only where the picture has room enough
 * beside it. */
void qg_frame_set_start_by_room (QgFrame *self, gboolean by_room);
gboolean qg_frame_get_start_by_room (QgFrame *self);
/* Before the first allocation: panels fold as they will at this size, in logical pixels; the center will get
 * what is returned. */
void qg_frame_expect_size (QgFrame *self, int width, int height, int *center_width, int *center_height);

/* Keeps showing what is on screen now, while the widgets change under it, until it is let go: several changes
 * are then seen as one. No effect before the first frame. */
void qg_frame_hold (QgFrame *self);
void qg_frame_let_go (QgFrame *self);

G_END_DECLS
