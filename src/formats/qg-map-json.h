/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Qogam's own format (docs/map-format.md). Any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-map.h"
#include "qg-problems.h"

G_BEGIN_DECLS

QgMap *qg_map_json_read (const char *text, gsize length, QgProblems *problems, GCancellable *cancellable,
                         GError **error);
GBytes *qg_map_json_write (QgMap *map);

G_END_DECLS
