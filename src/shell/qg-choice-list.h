/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The choices of an AdwComboRow, with all of their words: its own cut what is longer than 20 letters, and
 * tours cannot be told apart any more. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @row: of a GtkStringList */
void qg_choice_list_use (AdwComboRow *row);

G_END_DECLS
