/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgGraphPage: a file has several graphs: which is to be shown? A page in place of the picture, with the name
 * of each and how much is in it. */

#pragma once

#include <gtk/gtk.h>

#include "qg-map-graphs.h"

G_BEGIN_DECLS

#define QG_TYPE_GRAPH_PAGE (qg_graph_page_get_type ())
G_DECLARE_FINAL_TYPE (QgGraphPage, qg_graph_page, QG, GRAPH_PAGE, GtkWidget)

/* Signals: chosen (guint number), of a graph in the list; cancelled (): none of them. */

/* @graphs: as of qg_map_load_with()
 * @file: its name, for a person to read
 * @missing: (nullable): a graph that is no longer in the file
 * @can_cancel: something else is there to go back to */
void qg_graph_page_ask (QgGraphPage *self, GPtrArray *graphs, const char *file, const char *missing,
                        gboolean can_cancel);
/* Puts the question away. */
void qg_graph_page_clear (QgGraphPage *self);
void qg_graph_page_update_texts (QgGraphPage *self);

G_END_DECLS
