/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the program is, whose, and under which license. Our own: GTK's is wider than a narrow window, and
 * stays in the language that it was opened in. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QG_TYPE_ABOUT_WINDOW (qg_about_window_get_type ())
G_DECLARE_FINAL_TYPE (QgAboutWindow, qg_about_window, QG, ABOUT_WINDOW, AdwWindow)

GtkWindow *qg_about_window_new (GtkWindow *parent);
void qg_about_window_update_texts (QgAboutWindow *self);

G_END_DECLS
