/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgMinimap: the whole picture small, with a frame about what the canvas shows; a click or a drag moves the
 * canvas. It shows itself only when there is more than is seen. For the pointer alone: keys have the canvas.
 */

#pragma once

#include "qg-canvas.h"

G_BEGIN_DECLS

#define QG_TYPE_MINIMAP (qg_minimap_get_type ())
G_DECLARE_FINAL_TYPE (QgMinimap, qg_minimap, QG, MINIMAP, GtkWidget)

GtkWidget *qg_minimap_new (QgCanvas *canvas);

G_END_DECLS
