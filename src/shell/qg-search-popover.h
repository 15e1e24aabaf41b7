/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgSearchPopover: an entry, and under it what is found at every keystroke, in all languages of the map.
 * Enter or a click goes there.
 *
 * Signals: chosen (): an entity or a view was gone to; tour-chosen (tour); way-chosen (from, to). */

#pragma once

#include <gtk/gtk.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_SEARCH_POPOVER (qg_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (QgSearchPopover, qg_search_popover, QG, SEARCH_POPOVER, GtkPopover)

void qg_search_popover_set_explorer (QgSearchPopover *self, QgExplorer *explorer);
/* From now on the index of a map is made beside as soon as it is there; before, it would take from what draws
 * the first picture. The popover does so by itself when it is shown. */
void qg_search_popover_wake (QgSearchPopover *self);
/* Begins with @letter, which was typed elsewhere. */
void qg_search_popover_ask_way (QgSearchPopover *self, guint from);
void qg_search_popover_begin (QgSearchPopover *self, gunichar letter);
void qg_search_popover_update_texts (QgSearchPopover *self);

G_END_DECLS
