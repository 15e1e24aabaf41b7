/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Which graph of a file a window shows. */

#pragma once

#include "qg-map-file.h"

G_BEGIN_DECLS

/* Reads @file as qg_map_load_with() does, for a window. Any thread.
 * @graph: (inout): the name of the graph that is wished for, nullable; becomes that of the one that was read,
 * NULL for formats that have no graphs. Where the file has one graph alone, it is that, whatever the wish: it
 * was given another name. Where it has others but not this, the error is QG_FORMATS_ERROR_GRAPH.
 * @graphs: (out) (transfer full): all of them; set in any case */
QgMap *qg_graphs_load (GFile *file, char **graph, GPtrArray **graphs, QgProblems **problems,
                       GCancellable *cancellable, GError **error);

G_END_DECLS
