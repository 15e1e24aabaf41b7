/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgCanvasItem: an entity or a relation of the picture as a widget of its own, for the keyboard focus and for
 * screen readers: it draws nothing and takes no pointer. Custom widgets cannot implement GtkAccessible before
 * GTK 4.10; real children work everywhere. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_CANVAS_ITEM (qg_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (QgCanvasItem, qg_canvas_item, QG, CANVAS_ITEM, GtkWidget)

QgCanvasItem *qg_canvas_item_new (QgSelection what);
QgSelection qg_canvas_item_get_what (QgCanvasItem *self);
/* Says what it is: name, kind, number of relations in @part; or the sentence as read at @read_from, the kind
 * of statement, the source. */
void qg_canvas_item_describe (QgCanvasItem *self, const QgPart *part, guint read_from, QgLang lang);
const char *qg_canvas_item_get_text (QgCanvasItem *self);

/* The words for an entity and for a relation; (transfer full). */
char *qg_canvas_describe_entity (const QgPart *part, guint entity, QgLang lang);
char *qg_canvas_describe_relation (const QgMap *map, guint relation, guint read_from, QgLang lang);

G_END_DECLS
