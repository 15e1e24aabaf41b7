/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgBesideLayout: the first child beside the second where there is room, above it where there is not. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_BESIDE_LAYOUT (qg_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (QgBesideLayout, qg_beside_layout, QG, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
