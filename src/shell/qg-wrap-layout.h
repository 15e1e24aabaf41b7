/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgWrapLayout: children in rows, each as wide as it wants to be, as words in a paragraph. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_WRAP_LAYOUT (qg_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (QgWrapLayout, qg_wrap_layout, QG, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
