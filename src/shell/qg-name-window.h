/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgNameWindow: asks for the name of a view. Signal: named (const char *): a name was given; the window
 * closes. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QG_TYPE_NAME_WINDOW (qg_name_window_get_type ())
G_DECLARE_FINAL_TYPE (QgNameWindow, qg_name_window, QG, NAME_WINDOW, AdwWindow)

/* Letters of a name, at most: what fits a line of the outline twice. */
#define QG_NAME_LETTERS 120u

/* @renames: whether the view has a name already. @name: what the entry holds at first. */
GtkWindow *qg_name_window_new (GtkWindow *parent, gboolean renames, const char *name);
void qg_name_window_update_texts (QgNameWindow *self);
/* Another name for a view that has none yet; what the person has written stays. */
void qg_name_window_propose (QgNameWindow *self, const char *name);

G_END_DECLS
