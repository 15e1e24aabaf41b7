/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgTourBar: walks through a tour: what is said at the step, back and on. Each step shows its view or focus
 * and lights up what it is about. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_TOUR_BAR (qg_tour_bar_get_type ())
G_DECLARE_FINAL_TYPE (QgTourBar, qg_tour_bar, QG, TOUR_BAR, GtkWidget)

GtkWidget *qg_tour_bar_new (void);
void qg_tour_bar_set_explorer (QgTourBar *self, QgExplorer *explorer);
void qg_tour_bar_begin (QgTourBar *self, guint tour);
/* By @steps forward or back; nothing happens beyond the ends. */
void qg_tour_bar_go (QgTourBar *self, int steps);
void qg_tour_bar_end (QgTourBar *self);
gboolean qg_tour_bar_is_running (QgTourBar *self);
/* Where it is; FALSE while no tour runs. */
gboolean qg_tour_bar_get_place (QgTourBar *self, guint *tour, guint *step);
void qg_tour_bar_update_texts (QgTourBar *self);

G_END_DECLS
