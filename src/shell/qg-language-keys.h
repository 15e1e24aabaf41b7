/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Ctrl+1, Ctrl+2, Ctrl+3 switch the language wherever the keyboard is: in menus, popovers and dialogs, GTK's
 * own among them, which keep other keys to themselves. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qg_language_keys_init (void);

G_END_DECLS
