/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgFocusBar: what is said over the picture of a neighbourhood: how many steps, in which direction, and the
 * way out. It is there only while there is a focus. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_FOCUS_BAR (qg_focus_bar_get_type ())
G_DECLARE_FINAL_TYPE (QgFocusBar, qg_focus_bar, QG, FOCUS_BAR, GtkWidget)

void qg_focus_bar_set_explorer (QgFocusBar *self, QgExplorer *explorer);
void qg_focus_bar_update_texts (QgFocusBar *self);

G_END_DECLS
