/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgFilterPopover: what the legend cannot filter by: how important entities are, and which sources relations
 * rest on, with how many of each the picture has. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_FILTER_POPOVER (qg_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (QgFilterPopover, qg_filter_popover, QG, FILTER_POPOVER, GtkPopover)

void qg_filter_popover_set_explorer (QgFilterPopover *self, QgExplorer *explorer);
void qg_filter_popover_update_texts (QgFilterPopover *self);

G_END_DECLS
