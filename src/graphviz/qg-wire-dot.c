/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wire-dot.h"

#include "qg-wire-private.h"

typedef struct
{
  guint32 n_graphs, n_texts;
} Head;

GBytes *
qg_wire_encode_graphs (const QgWireGraph *graphs, guint n, const char *texts, gsize n_texts)
{
  GByteArray *out = g_byte_array_new ();
  Head head = { n, (guint32) n_texts };

  qg_wire_put (out, &head, sizeof head);
  qg_wire_put (out, texts, n_texts);
  for (guint i = 0; i < n; i++)
    {
      const QgWireGraph *g = &graphs[i];

      qg_wire_put (out, &g->head, sizeof g->head);
      qg_wire_put (out, g->nodes, g->head.n_nodes * sizeof *g->nodes);
      qg_wire_put (out, g->edge_items, g->head.n_edges * sizeof *g->edge_items);
      qg_wire_put (out, g->links, g->head.n_edges * sizeof *g->links);
      qg_wire_put (out, g->group_items, g->head.n_groups * sizeof *g->group_items);
      qg_wire_put (out, g->clusters, g->head.n_groups * sizeof *g->clusters);
      qg_wire_put (out, g->members, g->head.n_members * sizeof *g->members);
    }
  return g_byte_array_free_to_bytes (out);
}

static gboolean
are_items (const QgWireItem *items, guint n, guint32 n_texts)
{
  for (guint i = 0; i < n; i++)
    {
      const QgWireItem *item = &items[i];

      if (item->name >= n_texts || item->label >= n_texts || item->color >= n_texts ||
          item->fill >= n_texts || item->tooltip >= n_texts || item->url >= n_texts || item->more >= n_texts)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_graph (const QgWireGraph *g, guint32 n_texts)
{
  guint64 n_members = 0;

  if (!are_items (&g->head.item, 1, n_texts) || !are_items (g->nodes, g->head.n_nodes, n_texts) ||
      !are_items (g->edge_items, g->head.n_edges, n_texts) ||
      !are_items (g->group_items, g->head.n_groups, n_texts))
    return FALSE;
  for (guint i = 0; i < g->head.n_edges; i++)
    if (g->links[i].from >= g->head.n_nodes || g->links[i].to >= g->head.n_nodes)
      return FALSE;
  for (guint i = 0; i < g->head.n_groups; i++)
    {
      if (g->clusters[i].parent != QG_WIRE_NONE && g->clusters[i].parent >= i)
        return FALSE;
      n_members += g->clusters[i].n_nodes;
    }
  for (guint i = 0; i < g->head.n_members; i++)
    if (g->members[i] >= g->head.n_nodes)
      return FALSE;
  return n_members == g->head.n_members;
}

static gboolean
take_graph (QgWireReader *reader, QgWireGraph *g)
{
  const QgWireGraphHead *head = qg_wire_take (reader, 1, sizeof *head);

  if (head == NULL)
    return FALSE;
  g->head = *head;
  g->nodes = qg_wire_take (reader, head->n_nodes, sizeof *g->nodes);
  g->edge_items = qg_wire_take (reader, head->n_edges, sizeof *g->edge_items);
  g->links = qg_wire_take (reader, head->n_edges, sizeof *g->links);
  g->group_items = qg_wire_take (reader, head->n_groups, sizeof *g->group_items);
  g->clusters = qg_wire_take (reader, head->n_groups, sizeof *g->clusters);
  g->members = qg_wire_take (reader, head->n_members, sizeof *g->members);
  return !reader->failed;
}

/* Each text is UTF-8, and the last one ends. */
static gboolean
are_texts (const char *texts, guint32 n)
{
  if (n == 0 || texts[0] != '\0' || texts[n - 1] != '\0')
    return FALSE;
  for (guint32 at = 0; at < n;)
    {
      const char *end;

      if (!g_utf8_validate (texts + at, -1, &end))
        return FALSE;
      at = (guint32) (end - texts) + 1;
    }
  return TRUE;
}

/* A place in the middle of a character is no text. */
static gboolean
begin_texts (const QgWireItem *items, guint n, const char *texts)
{
  for (guint i = 0; i < n; i++)
    {
      const guint32 places[] = { items[i].name,    items[i].label, items[i].color, items[i].fill,
                                 items[i].tooltip, items[i].url,   items[i].more };

      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        if (places[k] > 0 && texts[places[k] - 1] != '\0')
          return FALSE;
    }
  return TRUE;
}

QgWireGraph *
qg_wire_decode_graphs (const guint8 *data, gsize length, guint *n, const char **texts)
{
  QgWireReader reader = { .data = data, .length = length };
  const Head *head = qg_wire_take (&reader, 1, sizeof *head);
  QgWireGraph *graphs;

  *n = 0;
  *texts = head != NULL ? qg_wire_take (&reader, head->n_texts, 1) : NULL;
  if (reader.failed || !are_texts (*texts, head->n_texts) ||
      head->n_graphs > length / sizeof (QgWireGraphHead))
    return NULL;
  graphs = g_new0 (QgWireGraph, head->n_graphs + 1);
  for (guint i = 0; i < head->n_graphs; i++)
    if (!take_graph (&reader, &graphs[i]) || !is_graph (&graphs[i], head->n_texts) ||
        !begin_texts (&graphs[i].head.item, 1, *texts) ||
        !begin_texts (graphs[i].nodes, graphs[i].head.n_nodes, *texts) ||
        !begin_texts (graphs[i].edge_items, graphs[i].head.n_edges, *texts) ||
        !begin_texts (graphs[i].group_items, graphs[i].head.n_groups, *texts))
      reader.failed = TRUE;
  if (reader.failed || reader.at != length)
    {
      g_free (graphs);
      return NULL;
    }
  *n = head->n_graphs;
  return graphs;
}
