/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgTransition: from one small picture to the next: nodes that are in both slide, what goes fades out, what
 * comes fades in. Drawn anew at every frame, which pictures of some 150 nodes allow. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "qg-tile-worker.h"

G_BEGIN_DECLS

#define QG_TRANSITION_MAX_NODES 150u

/* A view of a scene: the point at the upper left corner of the widget, and the zoom (1 is 100 %). */
typedef struct
{
  double x, y, zoom;
} QgCamera;

typedef struct _QgTransition QgTransition;

/* NULL where the pictures are too large for it or have nothing in common. */
QgTransition *qg_transition_new (QgPicture *from, const QgCamera *from_view, QgPicture *to,
                                 const QgCamera *to_view);
void qg_transition_free (QgTransition *transition);
/* @t: 0 to 1, of time; the eased value is made here. @width, @height: of the widget. */
void qg_transition_snapshot (QgTransition *transition, double t, GtkSnapshot *snapshot, int width, int height,
                             int scale_factor);
/* First quick, then slow: 0 → 0, 1 → 1. */
double qg_ease (double t);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgTransition, qg_transition_free)

G_END_DECLS
