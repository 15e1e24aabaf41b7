/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgLegendBar: what each colour, symbol and line of the picture means, with counts; each is a switch that
 * hides it, and all others of its sort with Shift. What is hidden is said, with the way to bring all back.
 * context-menu (entry: GtkWidget, role, value: guint, x, y: double): in the entry. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"
#include "qg-legend.h"

G_BEGIN_DECLS

#define QG_TYPE_LEGEND_BAR (qg_legend_bar_get_type ())
G_DECLARE_FINAL_TYPE (QgLegendBar, qg_legend_bar, QG, LEGEND_BAR, GtkWidget)

GtkWidget *qg_legend_bar_new (void);
void qg_legend_bar_set_explorer (QgLegendBar *self, QgExplorer *explorer);
/* One row that is moved sideways, instead of as many rows as it takes. */
void qg_legend_bar_set_compact (QgLegendBar *self, gboolean compact);
/* Shows now what would be shown a moment later. */
void qg_legend_bar_flush (QgLegendBar *self);
/* Hides all others of the same sort: kinds among kinds, statements among statements; where they are hidden
 * already, brings them back. One step. */
void qg_legend_bar_show_only (QgLegendBar *self, QgLegendRole role, guint value);
gboolean qg_legend_bar_is_only (QgLegendBar *self, QgLegendRole role, guint value);
/* (transfer full): how many names are hidden; where none is, how many relations. */
char *qg_legend_bar_dup_hidden (QgLegendBar *self);
void qg_legend_bar_update_texts (QgLegendBar *self);

G_END_DECLS
