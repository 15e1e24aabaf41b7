/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgOutlineRow: what one item of the outline looks like, behind its expander. */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"
#include "qg-outline-model.h"

G_BEGIN_DECLS

#define QG_TYPE_OUTLINE_ROW (qg_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (QgOutlineRow, qg_outline_row, QG, OUTLINE_ROW, GtkWidget)

GtkWidget *qg_outline_row_new (void);
void qg_outline_row_bind (QgOutlineRow *self, QgExplorer *explorer, QgOutlineItem *item);
QgOutlineItem *qg_outline_row_get_item (QgOutlineRow *self);

G_END_DECLS
