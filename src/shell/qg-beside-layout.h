/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgBesideLayout: the first child beside the second where there is room, above it where there is not. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_BESIDE_LAYOUT (qg_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (QgBesideLayout, qg_beside_layout, QG, BESIDE_LAYOUT, GtkLayoutManager)

/* The second's share of the width where it is beside the first, 0 to 1; it has what it always has where that
 * is more. */
void qg_beside_layout_set_share (QgBesideLayout *self, double share);

G_END_DECLS
