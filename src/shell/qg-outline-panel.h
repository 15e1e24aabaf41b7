/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgOutlinePanel: the map as a tree of real widgets: views, tours, kinds, entities, relations as sentences.
 * All that can be reached in the picture can be reached here. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_OUTLINE_PANEL (qg_outline_panel_get_type ())
G_DECLARE_FINAL_TYPE (QgOutlinePanel, qg_outline_panel, QG, OUTLINE_PANEL, GtkWidget)

/* Signal tour-chosen (guint). */
GtkWidget *qg_outline_panel_new (void);
void qg_outline_panel_set_explorer (QgOutlinePanel *self, QgExplorer *explorer);
void qg_outline_panel_update_texts (QgOutlinePanel *self);

/* The keyboard goes to the row that is selected; FALSE where none is. */
/* Opens what the view lies in, and brings its row in sight. */
void qg_outline_panel_reveal_view (QgOutlinePanel *self, guint view);
gboolean qg_outline_panel_grab_chosen (QgOutlinePanel *self);
/* The keyboard goes to the row of what is selected, which is opened to where needed; else where it was last.
 */
void qg_outline_panel_enter (QgOutlinePanel *self);

G_END_DECLS
