/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a screen reader calls the items of a menu. GTK 4.18 names them by labels that it does not show to a
 * reader, and so not at all: each gets its words as its own name, as it had with earlier ones. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @menu: a GtkPopoverMenu; its items are named whenever it is shown, or gets another model. Main thread. */
void qg_menu_name_items (GtkWidget *menu);

/* The page that a menu is open at: the number of a submenu, whatever it is called; -1: the first one. For a
 * menu that is made anew in another language. */
int qg_menu_get_page (GtkWidget *menu);
void qg_menu_set_page (GtkWidget *menu, int page);

G_END_DECLS
