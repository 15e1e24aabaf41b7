/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgDetailsPanel: says all about what is selected: an entity with its relations as sentences, a relation with
 * its statement, sources and note; with nothing selected, what is shown; the
 * ways between two while these are looked at. Names and sentences are in the map's
 * language, headings in that of the interface. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"
#include "qg-wayfinder.h"

G_BEGIN_DECLS

#define QG_TYPE_DETAILS_PANEL (qg_details_panel_get_type ())
G_DECLARE_FINAL_TYPE (QgDetailsPanel, qg_details_panel, QG, DETAILS_PANEL, GtkWidget)

GtkWidget *qg_details_panel_new (void);
void qg_details_panel_set_explorer (QgDetailsPanel *self, QgExplorer *explorer, QgWayfinder *wayfinder);
/* The keyboard goes to the way that is chosen, as soon as the ways are listed. */
void qg_details_panel_grab_ways (QgDetailsPanel *self);
/* Shows @relation in place of what is selected, until that changes; QG_NONE: shows that again. */
void qg_details_panel_read_relation (QgDetailsPanel *self, guint relation);
guint qg_details_panel_get_read (QgDetailsPanel *self); /* QG_NONE where none is */
void qg_details_panel_update_texts (QgDetailsPanel *self);

G_END_DECLS
