/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-dot.h"

#include <stdlib.h>
#include <string.h>

#include "qg-wire-dot.h"

static QgDotItem
make_item (const QgWireItem *item, const char *texts)
{
#define TEXT(at) ((at) != 0 ? texts + (at) : NULL)
  return (QgDotItem){ TEXT (item->name),
                      TEXT (item->label),
                      TEXT (item->color),
                      TEXT (item->fill),
                      TEXT (item->tooltip),
                      TEXT (item->url),
                      (item->flags & QG_WIRE_HTML_LABEL) != 0,
                      TEXT (item->more) };
#undef TEXT
}

static void
make_graph (const QgWireGraph *from, const char *texts, QgDotGraph *g)
{
  QgDotItem *nodes = g_new (QgDotItem, from->head.n_nodes);
  QgDotEdge *edges = g_new (QgDotEdge, from->head.n_edges);
  QgDotGroup *groups = g_new (QgDotGroup, from->head.n_groups);
  guint member = 0;

  for (guint i = 0; i < from->head.n_nodes; i++)
    nodes[i] = make_item (&from->nodes[i], texts);
  for (guint i = 0; i < from->head.n_edges; i++)
    edges[i] = (QgDotEdge){ make_item (&from->edge_items[i], texts), from->links[i].from, from->links[i].to };
  for (guint i = 0; i < from->head.n_groups; i++)
    {
      groups[i] = (QgDotGroup){ make_item (&from->group_items[i], texts), from->clusters[i].parent,
                                from->clusters[i].n_nodes, from->members + member };
      member += from->clusters[i].n_nodes;
    }
  *g = (QgDotGraph){ make_item (&from->head.item, texts),
                     (from->head.item.flags & QG_WIRE_DIRECTED) != 0,
                     from->head.n_nodes,
                     from->head.n_edges,
                     from->head.n_groups,
                     nodes,
                     edges,
                     groups };
}

void
qg_dot_free (QgDot *dot)
{
  if (dot == NULL)
    return;
  for (guint i = 0; i < dot->n_graphs; i++)
    {
      g_free ((gpointer) dot->graphs[i].nodes);
      g_free ((gpointer) dot->graphs[i].edges);
      g_free ((gpointer) dot->graphs[i].groups);
    }
  g_free ((gpointer) dot->graphs);
  g_bytes_unref (dot->bytes);
  g_free (dot);
}

QgDot *
qg_dot_unpack (GBytes *answer, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (answer, &length);
  const char *texts;
  guint n;
  g_autofree QgWireGraph *found = qg_wire_decode_graphs (data, length, &n, &texts);
  QgDotGraph *graphs;
  QgDot *dot;

  if (found == NULL || n == 0)
    {
      if (found == NULL)
        g_set_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_ANSWER,
                     "qogam-graphviz: its answer is cut off or no answer at all");
      else
        g_set_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_EMPTY, "no graph in it");
      return NULL;
    }
  graphs = g_new (QgDotGraph, n);
  for (guint i = 0; i < n; i++)
    make_graph (&found[i], texts, &graphs[i]);
  dot = g_new (QgDot, 1);
  *dot = (QgDot){ n, graphs, g_bytes_ref (answer) };
  return dot;
}

gboolean
qg_dot_next_attribute (const char **more, char **name, char **value)
{
  const char *middle = *more != NULL ? strchr (*more, '\x1f') : NULL;
  const char *end = middle != NULL ? strchr (middle, '\x1e') : NULL;

  if (end == NULL)
    return FALSE;
  *name = g_strndup (*more, (gsize) (middle - *more));
  *value = g_strndup (middle + 1, (gsize) (end - middle - 1));
  *more = end + 1;
  return TRUE;
}

/* Graphviz says 'syntax error in line 3 near '}''. */
static guint
find_line (const char *message)
{
  const char *at = strstr (message, " in line ");

  return at != NULL ? (guint) strtoul (at + strlen (" in line "), NULL, 10) : 0;
}

/* Bytes of an answer. A short text may have many edges ('{a b} -> {c d}'): each has so much for a start, and
 * room is made as the answer comes. */
#define LEAST_OUTPUT ((guint64) 256 << 20)
#define MOST_OUTPUT ((guint64) 1 << 30)

QgDot *
qg_dot_read (QgChild *child, GBytes *text, GCancellable *cancellable, guint *line, GError **error)
{
  gsize length = g_bytes_get_size (text);
  QgGraphvizLimits limits = { .seconds = 30 + length / 1e6,
                              .memory_mib = (guint) (1024 + (length >> 14)),
                              .output = (gsize) CLAMP ((guint64) length * 24, LEAST_OUTPUT, MOST_OUTPUT) };
  g_autoptr (GBytes) answer = NULL;
  GError *failure = NULL;

  *line = 0;
  answer = qg_graphviz_talk (child, QG_WIRE_PARSE, text, &limits, cancellable, &failure);
  if (answer != NULL)
    return qg_dot_unpack (answer, error);
  if (g_error_matches (failure, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_REFUSED))
    *line = find_line (failure->message);
  g_propagate_error (error, failure);
  return NULL;
}
