/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

/* Which nodes hang together: a forest, each tree's root standing for all. */
static guint32
find (guint32 *parent, guint32 node)
{
  while (parent[node] != node)
    {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
  return node;
}

static void
tie (guint32 *parent, guint32 a, guint32 b)
{
  a = find (parent, a);
  b = find (parent, b);
  /* The smaller number stays root: parts come in the order of their first nodes. */
  if (a < b)
    parent[b] = a;
  else
    parent[a] = b;
}

static gboolean
keeps_groups (guint32 engine)
{
  return engine == QG_WIRE_DOT || engine == QG_WIRE_FDP || engine == QG_WIRE_OSAGE;
}

static guint32 *
tie_all (const QgWireRequest *r)
{
  guint32 *parent = g_new (guint32, r->n_nodes);
  g_autofree guint32 *user = g_new (guint32, r->n_labels);
  guint32 leveled = QG_WIRE_NONE;

  for (guint i = 0; i < r->n_nodes; i++)
    parent[i] = i;
  for (guint i = 0; i < r->n_labels; i++)
    user[i] = QG_WIRE_NONE;
  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWireEdge *e = &r->edges[i];

      tie (parent, e->from, e->to);
      if (e->label == QG_WIRE_NONE)
        continue;
      if (user[e->label] == QG_WIRE_NONE)
        user[e->label] = e->from;
      tie (parent, user[e->label], e->from);
    }
  for (guint i = 0; i < r->n_groups && keeps_groups (r->engine); i++)
    for (guint k = 1; k < r->groups[i].n; k++)
      tie (parent, r->groups[i].items[0], r->groups[i].items[k]);
  for (guint i = 0; i < r->n_levels && r->engine == QG_WIRE_DOT; i++)
    for (guint k = 0; k < r->levels[i].n; k++)
      {
        if (leveled == QG_WIRE_NONE)
          leveled = r->levels[i].items[k];
        tie (parent, leveled, r->levels[i].items[k]);
      }
  return parent;
}

/* Growing arrays of a piece while the whole is dealt out. */
typedef struct
{
  GArray *nodes, *sizes, *edges, *edge_numbers, *labels, *label_numbers, *groups, *group_numbers, *levels;
} Hand;

static GArray *
array_of (gsize size)
{
  return g_array_new (FALSE, FALSE, (guint) size);
}

static void
hand_init (Hand *h)
{
  h->nodes = array_of (sizeof (guint32));
  h->sizes = array_of (sizeof (QgSize));
  h->edges = array_of (sizeof (QgWireEdge));
  h->edge_numbers = array_of (sizeof (guint32));
  h->labels = array_of (sizeof (QgSize));
  h->label_numbers = array_of (sizeof (guint32));
  h->groups = array_of (sizeof (QgWireSet));
  h->group_numbers = array_of (sizeof (guint32));
  h->levels = array_of (sizeof (QgWireSet));
}

static void
deal_nodes (const QgWireRequest *r, const guint32 *part_of, Hand *hands, guint32 *local)
{
  for (guint i = 0; i < r->n_nodes; i++)
    {
      Hand *h = &hands[part_of[i]];

      local[i] = h->nodes->len;
      g_array_append_val (h->nodes, i);
      g_array_append_val (h->sizes, r->nodes[i]);
    }
}

static void
deal_edges (const QgWireRequest *r, const guint32 *part_of, Hand *hands, const guint32 *local)
{
  g_autofree guint32 *local_label = g_new (guint32, r->n_labels);

  for (guint i = 0; i < r->n_labels; i++)
    local_label[i] = QG_WIRE_NONE;
  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWireEdge *e = &r->edges[i];
      Hand *h = &hands[part_of[e->from]];
      QgWireEdge mine = { local[e->from], local[e->to], QG_WIRE_NONE };

      if (e->label != QG_WIRE_NONE)
        {
          if (local_label[e->label] == QG_WIRE_NONE)
            {
              local_label[e->label] = h->labels->len;
              g_array_append_val (h->labels, r->labels[e->label]);
              g_array_append_val (h->label_numbers, e->label);
            }
          mine.label = local_label[e->label];
        }
      g_array_append_val (h->edges, mine);
      g_array_append_val (h->edge_numbers, i);
    }
}

/* Sets that lie in one part whole; those that the engine does not know are left out. */
static void
deal_groups (const QgWireRequest *r, const guint32 *part_of, Hand *hands, const guint32 *local)
{
  for (guint i = 0; i < r->n_groups && keeps_groups (r->engine); i++)
    {
      QgWireSet set = r->groups[i];
      guint32 *items;
      Hand *h;

      if (set.n == 0)
        continue;
      h = &hands[part_of[set.items[0]]];
      items = g_new (guint32, set.n);
      for (guint k = 0; k < set.n; k++)
        items[k] = local[set.items[k]];
      set.items = items;
      g_array_append_val (h->groups, set);
      g_array_append_val (h->group_numbers, i);
    }
}

static void
deal_levels (const QgWireRequest *r, const guint32 *part_of, Hand *hands, const guint32 *local)
{
  for (guint i = 0; i < r->n_levels && r->engine == QG_WIRE_DOT; i++)
    {
      QgWireSet set = r->levels[i];
      guint32 *items;
      Hand *h;

      if (set.n == 0)
        continue;
      h = &hands[part_of[set.items[0]]];
      items = g_new (guint32, set.n);
      for (guint k = 0; k < set.n; k++)
        items[k] = local[set.items[k]];
      set.items = items;
      g_array_append_val (h->levels, set);
    }
}

static void
fill_piece (const QgWireRequest *r, const Hand *h, guint root, QgPiece *piece)
{
  piece->request = *r;
  piece->request.root = root;
  piece->request.n_nodes = h->nodes->len;
  piece->request.n_edges = h->edges->len;
  piece->request.n_labels = h->labels->len;
  piece->request.n_groups = h->groups->len;
  piece->request.n_levels = h->levels->len;
  piece->request.nodes = (const QgSize *) h->sizes->data;
  piece->request.edges = (const QgWireEdge *) h->edges->data;
  piece->request.labels = (const QgSize *) h->labels->data;
  piece->request.groups = (const QgWireSet *) h->groups->data;
  piece->request.levels = (const QgWireSet *) h->levels->data;
  piece->nodes = (guint32 *) h->nodes->data;
  piece->edges = (guint32 *) h->edge_numbers->data;
  piece->labels = (guint32 *) h->label_numbers->data;
  piece->groups = (guint32 *) h->group_numbers->data;
}

QgPiece *
qg_split (const QgWireRequest *r, guint *n)
{
  g_autofree guint32 *parent = tie_all (r), *part_of = g_new (guint32, r->n_nodes);
  g_autofree guint32 *local = g_new (guint32, r->n_nodes);
  g_autofree Hand *hands = NULL;
  QgPiece *pieces;

  *n = 0;
  /* A root has a smaller number than all below it, so its part is numbered when they come. */
  for (guint i = 0; i < r->n_nodes; i++)
    {
      guint32 root = find (parent, i);

      part_of[i] = root == i ? (*n)++ : part_of[root];
    }
  if (*n <= 1 || r->engine == QG_WIRE_OSAGE || r->engine == QG_WIRE_GIVEN)
    {
      *n = 1;
      pieces = g_new0 (QgPiece, 1);
      pieces[0].request = *r;
      return pieces;
    }
  hands = g_new0 (Hand, *n);
  for (guint i = 0; i < *n; i++)
    hand_init (&hands[i]);
  deal_nodes (r, part_of, hands, local);
  deal_edges (r, part_of, hands, local);
  deal_groups (r, part_of, hands, local);
  deal_levels (r, part_of, hands, local);
  pieces = g_new0 (QgPiece, *n);
  for (guint i = 0; i < *n; i++)
    {
      gboolean has_root = r->root != QG_WIRE_NONE && part_of[r->root] == i;

      fill_piece (r, &hands[i], has_root ? local[r->root] : QG_WIRE_NONE, &pieces[i]);
    }
  return pieces;
}
