/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgZoomControl: [−] 100 % [+] [fit], for a canvas. A click on the percentage sets 100 %. */

#pragma once

#include "qg-canvas.h"

G_BEGIN_DECLS

#define QG_TYPE_ZOOM_CONTROL (qg_zoom_control_get_type ())
G_DECLARE_FINAL_TYPE (QgZoomControl, qg_zoom_control, QG, ZOOM_CONTROL, GtkWidget)

GtkWidget *qg_zoom_control_new (QgCanvas *canvas);
/* The words anew, after the language of the interface changed. */
void qg_zoom_control_relabel (QgZoomControl *self);

G_END_DECLS
