/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Links that a map has. What is shown is what is opened, letter by letter: nothing is opened whose address
 * was not read before, and nothing but pages and addresses for letters. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): @url as it is shown and opened: http, https or mailto, the name of the
 * host in ASCII, so that letters that look alike are told apart, and nothing invisible; NULL where it is none
 * of these, has a name and password, or is longer than anybody reads. */
char *qg_web_address_from_url (const char *url);
/* Returns: (transfer floating) (nullable): a button that shows the address and activates win.open-link; NULL
 * where there is none. */
GtkWidget *qg_web_link_new (const char *url);

G_END_DECLS
