/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The letters of the interface: the desktop's font, but where it lacks some of Kazakh. They would come from
 * another font one by one, and words would look patched; all are taken from that of the pictures then. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Looks at the font now, and whenever a person chooses another one. Once, after GTK has a display. */
void qg_interface_font_watch (GdkDisplay *display);

G_END_DECLS
