/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Folding for search: words in both Kazakh alphabets, in Russian and in English become one skeleton of plain
 * letters, so that кала, қала, qala and kala are the same. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qg_fold (const char *text);
char *qg_fold_with_places (const char *text, GArray *places);

G_END_DECLS
