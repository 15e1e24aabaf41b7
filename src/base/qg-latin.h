/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Kazakh from the Cyrillic into the Latin alphabet: the draft of 28 January 2021 (docs/latin.md). Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qg_latin_from_cyrillic (const char *text);

G_END_DECLS
