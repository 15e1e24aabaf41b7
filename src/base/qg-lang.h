/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Language tags. A tag is a BCP 47 tag in its usual case ("kk", "ru", "en", "kk-Latn"), interned: two tags
 * are the same language exactly when the pointers are equal. Thread-safe. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef const char *QgLang;

#define QG_LANG_KK (qg_lang_intern ("kk"))
#define QG_LANG_RU (qg_lang_intern ("ru"))
#define QG_LANG_EN (qg_lang_intern ("en"))
/* Kazakh in the Latin alphabet: derived from kk, never stored in a file. */
#define QG_LANG_KK_LATN (qg_lang_intern ("kk-Latn"))

QgLang qg_lang_intern (const char *tag);
gboolean qg_lang_is_valid (const char *tag);
QgLang qg_lang_from_tag (const char *tag);
QgLang qg_lang_from_locale (const char *locale);
const char *qg_lang_get_own_name (QgLang lang);

G_END_DECLS
