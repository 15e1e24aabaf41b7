/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Symbolic links that something is written through: the link stays, and what it leads to is written. Any
 * thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where @path leads: itself, or the end of a chain of links, which need not be there yet. (transfer full);
 * NULL with an errno in @number. */
char *qg_link_follow (const char *path, int *number);

G_END_DECLS
