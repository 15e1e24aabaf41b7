/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The texts that were wrapped last, of all threads. A name is wrapped when its box is measured, again when
 * its scene is drawn, and again for every scene after that; shaping it takes longer than all else that is
 * done with it. At most 4,096 texts are kept, some 250 bytes each. Any thread. */

#pragma once

#include "qg-wrap.h"

G_BEGIN_DECLS

/* A copy (transfer full) of what was kept; NULL where it is not there. */
QgWrapped *qg_wrap_cache_get (QgFont font, const char *text, const QgWrapLimits *limits);
/* Keeps a copy of @wrapped. */
void qg_wrap_cache_put (QgFont font, const char *text, const QgWrapLimits *limits, const QgWrapped *wrapped);

G_END_DECLS
