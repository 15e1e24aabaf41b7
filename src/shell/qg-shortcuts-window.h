/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The window that lists all keys. Our own, since GTK's cannot change its language while it is open. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QG_TYPE_SHORTCUTS_WINDOW (qg_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (QgShortcutsWindow, qg_shortcuts_window, QG, SHORTCUTS_WINDOW, AdwWindow)

GtkWindow *qg_shortcuts_window_new (GtkWindow *parent);
void qg_shortcuts_window_update_texts (QgShortcutsWindow *self);

G_END_DECLS
