/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The language of the interface: one for the process, changed while it runs. It works with no locale
 * installed but C, too, where gettext by itself would translate nothing. Main thread only; workers never
 * call gettext. */

#pragma once

#include "qg-lang.h"

G_BEGIN_DECLS

void qg_i18n_init (QgLang wanted);
QgLang qg_i18n_get_language (void);
gboolean qg_i18n_set_language (QgLang lang);
/* The languages that the interface speaks, in the order of the switch: kk, ru, en. */
const QgLang *qg_i18n_get_languages (guint *n);
gboolean qg_i18n_has_language (QgLang lang);
/* What the surroundings ask for (LANGUAGE, LC_ALL, LC_MESSAGES, LANG); Kazakh where they name none of ours.
 */
QgLang qg_i18n_get_desktop_language (void);

G_END_DECLS
