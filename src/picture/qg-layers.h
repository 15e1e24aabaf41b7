/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgLayers: in which order shapes may be drawn so that the picture stays what it is. Shapes of one look are
 * to be drawn together; one may be drawn earlier than its turn as long as it passes none of another colour
 * that it touches. The picture is cut into cells, each of which knows the topmost layer that was drawn there.
 * Touching is judged by cells: what is said to touch may not, never the other way round. For opaque colours.
 */

#pragma once

#include "qg-geometry.h"
#include "qg-theme.h"

G_BEGIN_DECLS

typedef struct _QgLayers QgLayers;

/* For shapes in @area; what lies beyond it counts for the cells at its rim. */
QgLayers *qg_layers_new (const QgRect *area);
void qg_layers_free (QgLayers *layers);
void qg_layers_clear (QgLayers *layers); /* nothing is drawn yet */

/* The lowest layer (0 and up) that a shape of @color may be drawn in, which the @n rectangles cover. @alone:
 * it must not touch another shape in that layer, not even one of its colour. */
guint qg_layers_find (const QgLayers *layers, const QgRect *rects, guint n, QgColor color, gboolean alone);
/* It was drawn in @layer. */
void qg_layers_mark (QgLayers *layers, const QgRect *rects, guint n, QgColor color, guint layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgLayers, qg_layers_free)

G_END_DECLS
