/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgZoomBar: smaller, the zoom in percent (pressed: 100 %), larger, the whole picture. */

#pragma once

#include <gtk/gtk.h>

#include "qg-canvas.h"

G_BEGIN_DECLS

#define QG_TYPE_ZOOM_BAR (qg_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (QgZoomBar, qg_zoom_bar, QG, ZOOM_BAR, GtkWidget)

GtkWidget *qg_zoom_bar_new (void);
void qg_zoom_bar_set_canvas (QgZoomBar *self, QgCanvas *canvas);
/* Where there is little room, fingers zoom: only the whole picture is a button. */
void qg_zoom_bar_set_compact (QgZoomBar *self, gboolean compact);
void qg_zoom_bar_update_texts (QgZoomBar *self);

G_END_DECLS
