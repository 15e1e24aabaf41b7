/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A map with further views: those that a person keeps for himself. It shares everything else with the map
 * that it was made of (its base), numbers too, so that making one costs the same for a large map as for a
 * small one. Any thread. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

/* @views: behind those of the map; copied. Of a map that was varied before, they are instead of those that it
 * was given then; what stands for collapsed groups stays. (transfer full) */
QgMap *qg_map_new_with_views (QgMap *map, const QgView *views, guint n);
/* The map as its file has it; @map itself where it was not varied. */
QgMap *qg_map_get_base (QgMap *map);
/* How many of the views are the file's: those behind are a person's own. */
guint qg_map_get_n_given_views (const QgMap *map);
/* Whether the numbers of entities, relations, kinds … of one are those of the other. NULL is akin to none. */
gboolean qg_map_is_akin (const QgMap *a, const QgMap *b);

G_END_DECLS
