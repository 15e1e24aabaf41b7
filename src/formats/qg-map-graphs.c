/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-graphs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-formats-error.h"
#include "qg-plain-text.h"

static void
graph_free (gpointer data)
{
  g_free (((QgMapGraph *) data)->name);
  g_free (data);
}

GPtrArray *
qg_map_graphs_new (void)
{
  return g_ptr_array_new_with_free_func (graph_free);
}

QgMapGraph *
qg_map_graphs_add (GPtrArray *graphs, const char *name)
{
  QgMapGraph *graph = g_new0 (QgMapGraph, 1);
  gboolean controls, overrides;

  if (name != NULL && (graph->name = qg_plain_without_marks (name, &controls, &overrides)) == NULL)
    graph->name = g_strdup (name);
  g_ptr_array_add (graphs, graph);
  if (graph->name == NULL || *graph->name == '\0')
    {
      g_free (graph->name);
      graph->name = g_strdup_printf ("%u", graphs->len);
    }
  return graph;
}

static void
make_unique (GPtrArray *graphs)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < graphs->len; i++)
    {
      QgMapGraph *graph = graphs->pdata[i];

      while (g_hash_table_contains (names, graph->name))
        {
          char *other = g_strdup_printf ("%s (%u)", graph->name, i + 1);

          g_free (graph->name);
          graph->name = other;
        }
      g_hash_table_add (names, graph->name);
    }
}

guint
qg_map_graphs_find (const GPtrArray *graphs, const char *wish)
{
  char *end;
  guint64 number;

  for (guint i = 0; i < graphs->len; i++)
    if (strcmp (((const QgMapGraph *) graphs->pdata[i])->name, wish) == 0)
      return i;
  number = g_ascii_strtoull (wish, &end, 10);
  return *wish != '\0' && *end == '\0' && number >= 1 && number <= graphs->len ? (guint) number - 1 : QG_NONE;
}

guint
qg_map_graphs_get_chosen (const GPtrArray *graphs)
{
  for (guint i = 0; i < graphs->len; i++)
    if (((const QgMapGraph *) graphs->pdata[i])->chosen)
      return i;
  return QG_NONE;
}

guint
qg_map_input_choose (QgMapInput *input, GError **error)
{
  const char *wish = input->options->graph;
  guint chosen;

  make_unique (input->graphs);
  chosen = wish != NULL ? qg_map_graphs_find (input->graphs, wish) : 0;
  if (chosen == QG_NONE)
    {
      qg_problems_add (input->problems, QG_PROBLEM_ERROR, 0, 0, N_ ("there is no graph “%s” in the file"),
                       wish, NULL, NULL, NULL);
      g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH, "%s: there is no graph “%s” in it",
                   input->path, wish);
      return QG_NONE;
    }
  ((QgMapGraph *) input->graphs->pdata[chosen])->chosen = TRUE;
  if (input->graphs->len > 1 && wish == NULL)
    {
      g_autofree char *n = g_strdup_printf ("%u", input->graphs->len);

      qg_problems_add (input->problems, QG_PROBLEM_WARNING, 0, 0,
                       N_ ("the file has %1$s graphs; this is “%2$s”"), n,
                       ((QgMapGraph *) input->graphs->pdata[chosen])->name, NULL, NULL);
    }
  return chosen;
}
