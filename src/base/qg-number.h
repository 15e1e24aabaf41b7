/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Numbers as a person reads them: 1 234 567,89 in Kazakh and Russian, 1,234,567.89 in English. What a program
 * reads (JSON, positions, --json) is not written with these. */

#pragma once

#include "qg-lang.h"

G_BEGIN_DECLS

char *qg_number_dup (QgLang lang, double value, guint decimals);
char *qg_number_dup_to_edit (QgLang lang, double value, guint decimals);
gboolean qg_number_parse (QgLang lang, const char *text, double *value);
char *qg_number_dup_count (guint n);
char *qg_number_tie (const char *text);
char *qg_number_in_words (const char *form, guint n);
char *qg_number_in_line (const char *form, guint n);
char *qg_number_dup_duration (double seconds);

G_END_DECLS
