/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* How yEd draws a map, in GraphML: names, colours, shapes, places. It says nothing that the map's own data do
 * not say; these alone are read again, but for what yEd has moved. Any thread. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

void qg_yed_write_keys (GString *out);
/* Of entity and relation @n; labels in @lang. */
void qg_yed_write_node (GString *out, QgMap *map, guint n, QgLang lang);
void qg_yed_write_edge (GString *out, QgMap *map, guint n, QgLang lang);

G_END_DECLS
