/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The engine that arranges a part where nobody has chosen one: for the window and for everything that is
 * exported, so that a picture that is too slow for the one is not waited for in the other. Any thread. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

/* How long @engine may take for @part on a slow machine, in seconds; a rough guess. */
double qg_usual_engine_estimate (const QgPart *part, QgEngine engine);
/* Whether an engine that takes so many seconds by estimate has ended before the layouter stops it. */
gboolean qg_usual_engine_can_end (double seconds);
/* The part's own engine, or the next best that is done while one waits. */
QgEngine qg_usual_engine_get (const QgPart *part);

G_END_DECLS
