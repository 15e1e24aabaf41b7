/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgSwatch: a kind's box with its symbol, or a line as a kind of statement is drawn, small, in the colours of
 * the picture. */

#pragma once

#include <gtk/gtk.h>

#include "qg-legend.h"

G_BEGIN_DECLS

#define QG_TYPE_SWATCH (qg_swatch_get_type ())
G_DECLARE_FINAL_TYPE (QgSwatch, qg_swatch, QG, SWATCH, GtkWidget)

GtkWidget *qg_swatch_new (QgMap *map, QgLegendRole role, guint value);
void qg_swatch_set (QgSwatch *self, QgMap *map, QgLegendRole role, guint value);

G_END_DECLS
