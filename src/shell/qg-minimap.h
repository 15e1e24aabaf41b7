/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgMinimap: the whole picture, small, with a frame round what the canvas shows; a press or a drag looks
 * there. It goes away by itself while all of the picture is seen. */

#pragma once

#include <gtk/gtk.h>

#include "qg-canvas.h"

G_BEGIN_DECLS

#define QG_TYPE_MINIMAP (qg_minimap_get_type ())
G_DECLARE_FINAL_TYPE (QgMinimap, qg_minimap, QG, MINIMAP, GtkWidget)

GtkWidget *qg_minimap_new (void);
void qg_minimap_set_canvas (QgMinimap *self, QgCanvas *canvas, QgExplorer *explorer);
void qg_minimap_set_wanted (QgMinimap *self, gboolean wanted);
void qg_minimap_update_texts (QgMinimap *self);

G_END_DECLS
