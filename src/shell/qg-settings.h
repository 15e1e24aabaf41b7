/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is remembered of a person's wishes, and where they left off. */

#pragma once

#include <gio/gio.h>

#include "qg-lang.h"

G_BEGIN_DECLS

GSettings *qg_settings_get_default (void);

char *qg_settings_dup_state_file (void);
GVariant *qg_settings_load_state (void);
void qg_settings_save_state (GVariant *state);

/* The language of the map goes with that of the interface unless a person has set it apart. */
QgLang qg_settings_get_map_language (void);

G_END_DECLS
