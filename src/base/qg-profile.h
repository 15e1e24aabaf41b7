/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Marks for measuring: with QOGAM_PROFILE=1 in the environment each mark prints one line to standard error,
 * 'qogam-profile NAME SECONDS CPU': since the start of the process, and what the calling thread has worked.
 * Without it a mark costs nothing. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void qg_profile_mark (const char *name);
/* From now on, with QOGAM_PROFILE=1, whenever the main loop has worked for more than 20 ms in one go a mark
 * 'stop' says how long; its last column is that work alone. */
void qg_profile_watch (void);
/* Seconds since this process was started, by the kernel's clock: what came before main() is in it. */
double qg_profile_get_seconds (void);

G_END_DECLS
