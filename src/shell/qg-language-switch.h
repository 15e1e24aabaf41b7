/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgLanguageSwitch: қаз рус eng, side by side; where there is little room, one button with a menu. It sets
 * the action app.language. */

#pragma once

#include <gtk/gtk.h>

#include "qg-lang.h"

G_BEGIN_DECLS

#define QG_TYPE_LANGUAGE_SWITCH (qg_language_switch_get_type ())
G_DECLARE_FINAL_TYPE (QgLanguageSwitch, qg_language_switch, QG, LANGUAGE_SWITCH, GtkWidget)

GtkWidget *qg_language_switch_new (void);
void qg_language_switch_set_compact (QgLanguageSwitch *self, gboolean compact);
void qg_language_switch_update_texts (QgLanguageSwitch *self);
const char *qg_language_get_short_name (QgLang lang);

G_END_DECLS
