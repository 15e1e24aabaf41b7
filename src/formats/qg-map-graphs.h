/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The graphs of a file that can have several, of which one becomes the map. A list is a GPtrArray of
 * QgMapGraph; it is filled by one thread, then handed over and only read. */

#pragma once

#include "qg-map-format.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* as it is chosen by; no other graph of the file has it */
  guint n_entities, n_relations;
  gboolean chosen; /* this one became the map */
} QgMapGraph;

/* (transfer full): an empty list. */
GPtrArray *qg_map_graphs_new (void);
/* @name: (nullable): as the file has it; a graph without one is called by its number, counted from 1.
 * Returns: (transfer none). */
QgMapGraph *qg_map_graphs_add (GPtrArray *graphs, const char *name);
/* What --graph=WISH chooses: a name goes before a number. QG_NONE where there is no such graph. */
guint qg_map_graphs_find (const GPtrArray *graphs, const char *wish);
/* The one that became the map; QG_NONE where none did. */
guint qg_map_graphs_get_chosen (const GPtrArray *graphs);

/* For the readers of formats: when all of @input's graphs are in the list, out of them the one that is wished
 * for, the first without a wish; that there are others is said. Of several with one name all but the first
 * get their number behind it. QG_NONE with @error set where there is no such graph. */
guint qg_map_input_choose (QgMapInput *input, GError **error);

G_END_DECLS
