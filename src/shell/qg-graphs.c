/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-graphs.h"

QgMap *
qg_graphs_load (GFile *file, char **graph, GPtrArray **graphs, QgProblems **problems,
                GCancellable *cancellable, GError **error)
{
  QgMapReadOptions options = { NULL, *graph, NULL };
  GError *failure = NULL;
  QgMap *map = qg_map_load_with (file, &options, graphs, problems, cancellable, &failure);
  guint chosen;

  if (map == NULL && g_error_matches (failure, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH) &&
      (*graphs)->len < 2)
    {
      options.graph = NULL;
      g_clear_error (&failure);
      g_clear_pointer (problems, qg_problems_unref);
      g_clear_pointer (graphs, g_ptr_array_unref);
      map = qg_map_load_with (file, &options, graphs, problems, cancellable, &failure);
    }
  if (map == NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  chosen = qg_map_graphs_get_chosen (*graphs);
  g_free (*graph);
  *graph = chosen != QG_NONE ? g_strdup (((const QgMapGraph *) (*graphs)->pdata[chosen])->name) : NULL;
  return map;
}
