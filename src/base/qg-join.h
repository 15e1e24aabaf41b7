/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A list within a sentence, as its language writes it: «А, Б және В», «А, Б и В», “A, B, and C”. */

#pragma once

#include "qg-lang.h"

G_BEGIN_DECLS

char *qg_join (QgLang lang, const char *const *items, guint n);

G_END_DECLS
