/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* A label node is a little larger than its word, so that nothing touches the word. */
#define LABEL_PAD_X 3.0
#define LABEL_PAD_Y 1.5
/* Curves around boxes: finding out which corners see each other takes the third power of the boxes, some ten
 * seconds for these (13 s of one core were measured with 244 boxes and 331 edges, over 100 s with 600). */
#define CURVE_BOXES 250u
#define CURVE_EDGES 800u

/* Whether boxes may be gone round at all: a map of many pieces is refused for their sum. One process lays out
 * one request. */
static gboolean curves_allowed = TRUE;

static char *
number (char buffer[G_ASCII_DTOSTR_BUF_SIZE], double value)
{
  return g_ascii_dtostr (buffer, G_ASCII_DTOSTR_BUF_SIZE, value);
}

static void
set_graph (QgBuild *b, const char *name, const char *value)
{
  agattr (b->graph, AGRAPH, (char *) name, (char *) value);
}

static void
set_graph_number (QgBuild *b, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  set_graph (b, name, number (buffer, value));
}

static void
set_dot (QgBuild *b)
{
  static const char *const directions[] = { "TB", "LR", "BT", "RL" };
  const QgWireRequest *r = b->request;
  double rank_gap = r->rank_gap * b->trial->rank_factor;

  set_graph (b, "rankdir", directions[b->trial->direction]);
  if (b->trial->ranks != NULL)
    {
      set_graph_number (b, "nodesep", QG_TIGHT_NODE_GAP (r) / 72);
      set_graph_number (b, "ranksep", QG_TIGHT_RANK_GAP (r) / 72);
      set_graph (b, "newrank", "true");
      return;
    }
  set_graph_number (b, "nodesep", fmax (r->node_gap * b->trial->node_factor, 2) / 72);
  /* Labels have ranks of their own, halfway. */
  set_graph_number (b, "ranksep", fmax (r->n_labels > 0 ? rank_gap / 2 : rank_gap, 2) / 72);
  if (r->n_levels > 0 && r->n_groups > 0)
    set_graph (b, "newrank", "true"); /* levels go through groups */
}

static double
mean_extent (const QgWireRequest *r)
{
  double sum = 0;

  for (guint i = 0; i < r->n_nodes; i++)
    sum += (r->nodes[i].width + r->nodes[i].height) / 2;
  return sum / r->n_nodes;
}

static guint
count_boxes (const QgWireRequest *r, gboolean label_nodes)
{
  return r->n_nodes + (label_nodes ? r->n_labels : 0);
}

static gboolean
may_curve (const QgWireRequest *r, gboolean label_nodes)
{
  return curves_allowed && r->n_edges <= CURVE_EDGES && count_boxes (r, label_nodes) <= CURVE_BOXES;
}

/* qg_build_get_curve_work:
 * @label_nodes: whether labels are nodes of the graph
 *
 * Returns: what going round the boxes of @r costs, in cubed boxes; 0 where it is not done */
double
qg_build_get_curve_work (const QgWireRequest *r, gboolean label_nodes)
{
  return r->engine != QG_WIRE_DOT && r->n_edges > 0 && may_curve (r, label_nodes)
             ? pow (count_boxes (r, label_nodes), 3)
             : 0;
}

/* Lines are straight from now on, whatever the request. */
void
qg_build_forbid_curves (void)
{
  curves_allowed = FALSE;
}

static void
set_others (QgBuild *b)
{
  const QgWireRequest *r = b->request;
  g_autofree char *margin = g_strdup_printf ("+%d", (int) CLAMP (r->node_gap / 2, 1, 1000));

  set_graph (b, "overlap", "prism");
  set_graph (b, "sep", margin);
  set_graph (b, "esep", "+1");
  set_graph (b, "splines", may_curve (r, b->label_nodes) ? "true" : "line");
  set_graph_number (b, "start", r->seed % 1000000 + 1);
  set_graph (b, "outputorder", "breadthfirst");
  if (b->trial->angle != 0)
    set_graph_number (b, "normalize", b->trial->angle);
  switch (r->engine)
    {
    case QG_WIRE_FDP:
    case QG_WIRE_SFDP:
      set_graph_number (b, "K", (mean_extent (r) + r->node_gap) / 72);
      break;
    case QG_WIRE_TWOPI:
      set_graph_number (b, "ranksep", (mean_extent (r) + r->rank_gap) / 72);
      break;
    case QG_WIRE_CIRCO:
      set_graph_number (b, "mindist", (mean_extent (r) + r->node_gap) / 72);
      break;
    case QG_WIRE_GIVEN:
      /* Else everything would be drawn apart until ways have the length of four names, and then together. */
      set_graph (b, "overlap_scaling", "0");
      set_graph (b, "overlap_shrink", "false");
      break;
    case QG_WIRE_OSAGE:
      set_graph_number (b, "pack", CLAMP (r->node_gap, 1, 1000));
      break;
    default:
      break;
    }
}

static Agnode_t *
add_node (QgBuild *b, char kind, guint n, double width, double height)
{
  char name[16], buffer[G_ASCII_DTOSTR_BUF_SIZE];
  Agnode_t *node;

  snprintf (name, sizeof name, "%c%u", kind, n);
  node = agnode (b->graph, name, TRUE);
  agxset (node, b->width, number (buffer, fmax (width, 1) / 72));
  agxset (node, b->height, number (buffer, fmax (height, 1) / 72));
  return node;
}

static void
add_nodes (QgBuild *b)
{
  const QgWireRequest *r = b->request;
  static const char *const defaults[][2] = {
    { "shape", "box" }, { "fixedsize", "true" }, { "label", "" }, { "penwidth", "0" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    agattr (b->graph, AGNODE, (char *) defaults[i][0], (char *) defaults[i][1]);
  b->width = agattr (b->graph, AGNODE, (char *) "width", (char *) "0.75");
  b->height = agattr (b->graph, AGNODE, (char *) "height", (char *) "0.5");
  for (guint i = 0; i < r->n_nodes; i++)
    {
      double pad = b->trial->ranks != NULL ? QG_TIGHT_BOX_PAD (r) : 0;
      gboolean sideways = qg_is_sideways (b->trial->direction);

      b->nodes[i] = add_node (b, 'n', i, r->nodes[i].width + (sideways ? 0 : pad),
                              r->nodes[i].height + (sideways ? pad : 0));
    }
}

/* The label's node is made when its first edge comes, which keeps it near in the order. */
static Agnode_t *
need_label (QgBuild *b, guint label)
{
  const QgSize *size = &b->request->labels[label];

  if (b->labels[label] == NULL)
    b->labels[label] =
        add_node (b, 'l', label, size->width + 2 * LABEL_PAD_X, size->height + 2 * LABEL_PAD_Y);
  return b->labels[label];
}

/* Where ranks are given, an edge spans exactly what lies between them: dot then can but use them. */
static guint
span_of (int from, int to)
{
  return (guint) ABS (to - from);
}

/* The wished length of an edge in inches: both its ends have room, and the gap lies between. */
static double
length_between (const QgBuild *b, Agnode_t *from, Agnode_t *to)
{
  double extents = atof (agxget (from, b->width)) + atof (agxget (from, b->height)) +
                   atof (agxget (to, b->width)) + atof (agxget (to, b->height));

  return extents / 4 + b->request->node_gap / 72;
}

static Agedge_t *
add_edge (QgBuild *b, Agnode_t *from, Agnode_t *to, guint ranks)
{
  Agedge_t *edge = agedge (b->graph, from, to, NULL, TRUE);
  char length[16], buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (ranks != 1 && b->request->engine == QG_WIRE_DOT)
    {
      snprintf (length, sizeof length, "%u", ranks);
      agxset (edge, agattr (b->graph, AGEDGE, (char *) "minlen", NULL), length);
    }
  if (b->request->engine == QG_WIRE_NEATO || b->request->engine == QG_WIRE_FDP)
    agxset (edge, b->length, number (buffer, length_between (b, from, to)));
  return edge;
}

/* An edge goes up where its ends stand on levels in that order: in the graph it is turned around, so that
 * ranks follow the levels. */
static gboolean
goes_up (const QgBuild *b, guint from, guint to)
{
  return b->level_of[from] != QG_WIRE_NONE && b->level_of[to] != QG_WIRE_NONE &&
         b->level_of[from] > b->level_of[to];
}

static Agedge_t *
add_turned (QgBuild *b, Agnode_t *from, Agnode_t *to, guint ranks, gboolean turned)
{
  return turned ? add_edge (b, to, from, ranks) : add_edge (b, from, to, ranks);
}

/* Half an edge, shared with the other edges of this label that have it. */
static QgHalf
need_half (QgBuild *b, GHashTable *halves, guint node, guint label, gboolean in, guint ranks, gboolean turned)
{
  gint64 key = ((gint64) node << 32 | label) * 2 + in;
  QgHalf *half = g_hash_table_lookup (halves, &key);

  if (half == NULL)
    {
      Agnode_t *word = need_label (b, label);

      half = g_new (QgHalf, 1);
      half->reversed = turned;
      half->edge = in ? add_turned (b, b->nodes[node], word, ranks, turned)
                      : add_turned (b, word, b->nodes[node], ranks, turned);
      g_hash_table_insert (halves, g_memdup2 (&key, sizeof key), half);
      (in ? b->n_in : b->n_out)[label]++;
    }
  return *half;
}

/* How many ranks each edge shall span more than it must: leaves of one parent are spread over several. */
static guint *
stagger_leaves (const QgBuild *b)
{
  const QgWireRequest *r = b->request;
  guint *degree = g_new0 (guint, r->n_nodes), *leaves = g_new0 (guint, r->n_nodes);
  guint *extra = g_new0 (guint, r->n_edges);

  for (guint i = 0; i < r->n_edges; i++)
    {
      degree[r->edges[i].from]++;
      degree[r->edges[i].to]++;
    }
  for (guint i = 0; i < r->n_edges && b->trial->stagger > 1; i++)
    {
      guint from = r->edges[i].from, to = r->edges[i].to;
      gboolean down = degree[to] == 1 && b->level_of[to] == QG_WIRE_NONE;
      gboolean up = degree[from] == 1 && b->level_of[from] == QG_WIRE_NONE;

      if (down != up)
        extra[i] = leaves[down ? from : to]++ % b->trial->stagger;
    }
  g_free (degree);
  g_free (leaves);
  return extra;
}

static void
add_ranked (QgBuild *b, GHashTable *halves, guint i)
{
  const QgWireEdge *e = &b->request->edges[i];
  const QgRanks *ranks = b->trial->ranks;
  int from = ranks->nodes[e->from], to = ranks->nodes[e->to], word;

  if (e->label == QG_WIRE_NONE)
    {
      b->ways[i].in =
          (QgHalf){ add_turned (b, b->nodes[e->from], b->nodes[e->to], span_of (from, to), from > to),
                    from > to };
      return;
    }
  word = ranks->labels[e->label];
  b->ways[i].in = need_half (b, halves, e->from, e->label, TRUE, span_of (from, word), from > word);
  b->ways[i].out = need_half (b, halves, e->to, e->label, FALSE, span_of (word, to), word > to);
}

static void
add_edges (QgBuild *b)
{
  const QgWireRequest *r = b->request;
  g_autoptr (GHashTable) halves = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree guint *extra = stagger_leaves (b);
  guint step = b->label_nodes && r->n_labels > 0 ? 2 : 1;

  agattr (b->graph, AGEDGE, (char *) "dir", (char *) "none");
  agattr (b->graph, AGEDGE, (char *) "minlen", (char *) "1");
  b->length = agattr (b->graph, AGEDGE, (char *) "len", (char *) "1");
  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWireEdge *e = &r->edges[i];
      gboolean up = goes_up (b, e->from, e->to);
      guint ranks = step + extra[i] * step;

      if (b->trial->ranks != NULL)
        add_ranked (b, halves, i);
      else if (e->label == QG_WIRE_NONE || !b->label_nodes)
        b->ways[i].in = (QgHalf){ add_turned (b, b->nodes[e->from], b->nodes[e->to], ranks, up), up };
      else
        {
          b->ways[i].in = need_half (b, halves, e->from, e->label, TRUE, 1, up);
          b->ways[i].out = need_half (b, halves, e->to, e->label, FALSE, ranks - 1, up);
        }
    }
}

static guint
find_root (guint *parent, guint node)
{
  while (parent[node] != node)
    node = parent[node] = parent[parent[node]];
  return node;
}

/* Ranks are exact only within what hangs together: every other part is tied to the first by an edge that is
 * not drawn. */
static void
tie_parts (QgBuild *b)
{
  const QgWireRequest *r = b->request;
  const int *ranks = b->trial->ranks->nodes;
  g_autofree guint *parent = g_new (guint, r->n_nodes + r->n_labels);
  Agsym_t *weight = agattr (b->graph, AGEDGE, (char *) "weight", (char *) "1");

  for (guint i = 0; i < r->n_nodes + r->n_labels; i++)
    parent[i] = i;
  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWireEdge *e = &r->edges[i];

      parent[find_root (parent, e->to)] = find_root (parent, e->from);
      if (e->label != QG_WIRE_NONE)
        parent[find_root (parent, r->n_nodes + e->label)] = find_root (parent, e->from);
    }
  for (guint i = 1; i < r->n_nodes; i++)
    {
      if (find_root (parent, i) == find_root (parent, 0))
        continue;
      for (guint k = 0; k < r->n_nodes; k++)
        if (find_root (parent, k) == find_root (parent, 0) && ranks[k] != ranks[i])
          {
            gboolean up = ranks[i] < ranks[k];

            agxset (add_turned (b, b->nodes[k], b->nodes[i], span_of (ranks[k], ranks[i]), up), weight,
                    (char *) "0");
            parent[find_root (parent, i)] = find_root (parent, 0);
            break;
          }
    }
}

/* Each level on a rank of its own, one below the other. */
static void
add_levels (QgBuild *b)
{
  const QgWireRequest *r = b->request;
  guint step = r->n_labels > 0 ? 2 : 1;
  Agnode_t *above = NULL;
  Agsym_t *weight = agattr (b->graph, AGEDGE, (char *) "weight", (char *) "1");

  for (guint i = 0; i < r->n_levels; i++)
    {
      Agraph_t *level;
      Agnode_t *first = NULL;

      if (r->levels[i].n == 0)
        continue;
      level = agsubg (b->graph, NULL, TRUE);
      agsafeset (level, (char *) "rank", (char *) "same", (char *) "");
      for (guint k = 0; k < r->levels[i].n; k++)
        {
          guint node = r->levels[i].items[k];

          if (b->level_of[node] != i)
            continue;
          agsubnode (level, b->nodes[node], TRUE);
          if (first == NULL)
            first = b->nodes[node];
        }
      if (first != NULL && above != NULL)
        agxset (add_edge (b, above, first, step), weight, (char *) "0");
      if (first != NULL)
        above = first;
    }
}

static void
find_levels (QgBuild *b)
{
  const QgWireRequest *r = b->request;

  b->level_of = g_new (guint, r->n_nodes);
  for (guint i = 0; i < r->n_nodes; i++)
    b->level_of[i] = QG_WIRE_NONE;
  if (r->engine == QG_WIRE_DOT)
    for (guint i = 0; i < r->n_levels; i++)
      for (guint k = 0; k < r->levels[i].n; k++)
        if (b->level_of[r->levels[i].items[k]] == QG_WIRE_NONE)
          b->level_of[r->levels[i].items[k]] = i;
}

/* The room for a title: an empty table of that size, which needs no font. */
static void
set_title_room (QgBuild *b, Agraph_t *group, const QgWireSet *set)
{
  char table[160];
  int width = (int) CLAMP (ceil (set->title_width), 1, 20000);
  int height = (int) CLAMP (ceil (set->title_height), 1, 20000);
  char *html;

  snprintf (table, sizeof table,
            "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" FIXEDSIZE=\"TRUE\" "
            "WIDTH=\"%d\" HEIGHT=\"%d\"><TR><TD></TD></TR></TABLE>",
            width, height);
  html = agstrdup_html (b->graph, table);
  agxset (group, agattr (b->graph, AGRAPH, (char *) "label", NULL), html);
}

static void
add_groups (QgBuild *b)
{
  const QgWireRequest *r = b->request;
  g_autofree guint *group_of = g_new (guint, r->n_nodes);
  char name[24];

  set_graph (b, "label", "");
  set_graph (b, "labeljust", "l");
  set_graph (b, "labelloc", "t");
  set_graph_number (b, "margin", CLAMP (r->node_gap / 2, 4, 40));
  for (guint i = 0; i < r->n_nodes; i++)
    group_of[i] = QG_WIRE_NONE;
  for (guint i = 0; i < r->n_groups; i++)
    {
      snprintf (name, sizeof name, "cluster%u", i);
      for (guint k = 0; k < r->groups[i].n; k++)
        {
          guint node = r->groups[i].items[k];

          if (group_of[node] != QG_WIRE_NONE)
            continue;
          if (b->groups[i] == NULL)
            b->groups[i] = agsubg (b->graph, name, TRUE);
          group_of[node] = i;
          agsubnode (b->groups[i], b->nodes[node], TRUE);
        }
      if (b->groups[i] != NULL && r->groups[i].title_width > 0)
        set_title_room (b, b->groups[i], &r->groups[i]);
    }
  /* A word between two members belongs to the group as well. */
  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWireEdge *e = &r->edges[i];

      if (e->label != QG_WIRE_NONE && b->labels[e->label] != NULL && b->n_in[e->label] == 1 &&
          b->n_out[e->label] == 1 && group_of[e->from] != QG_WIRE_NONE &&
          group_of[e->from] == group_of[e->to])
        agsubnode (b->groups[group_of[e->from]], b->labels[e->label], TRUE);
    }
}

static gboolean
has_groups (guint32 engine)
{
  return engine == QG_WIRE_DOT || engine == QG_WIRE_FDP || engine == QG_WIRE_OSAGE;
}

void
qg_build_graph (QgBuild *b)
{
  const QgWireRequest *r = b->request;

  b->graph = agopen ((char *) "map", Agdirected, NULL);
  b->nodes = g_new0 (Agnode_t *, r->n_nodes);
  b->labels = g_new0 (Agnode_t *, r->n_labels);
  b->groups = g_new0 (Agraph_t *, r->n_groups);
  b->ways = g_new0 (QgWay, r->n_edges);
  b->n_in = g_new0 (guint, r->n_labels);
  b->n_out = g_new0 (guint, r->n_labels);
  if (r->engine == QG_WIRE_DOT)
    set_dot (b);
  else
    set_others (b);
  find_levels (b);
  add_nodes (b);
  add_edges (b);
  if (r->engine == QG_WIRE_DOT && b->trial->ranks == NULL)
    add_levels (b);
  if (b->trial->ranks != NULL)
    tie_parts (b);
  if (r->n_groups > 0 && has_groups (r->engine) && !b->placed)
    add_groups (b);
  if (r->root != QG_WIRE_NONE && r->root < r->n_nodes)
    {
      char name[16];

      snprintf (name, sizeof name, "n%u", r->root);
      set_graph (b, "root", name);
    }
}

/* qg_build_place:
 * @centers: of the nodes, points, y down
 *
 * Nodes stand where they are told. */
void
qg_build_place (QgBuild *b, const QgPoint *centers)
{
  Agsym_t *pos = agattr (b->graph, AGNODE, (char *) "pos", (char *) "");

  for (guint i = 0; i < b->request->n_nodes; i++)
    {
      char place[80];

      snprintf (place, sizeof place, "%.3f,%.3f", centers[i].x, -centers[i].y);
      agxset (b->nodes[i], pos, place);
    }
}

void
qg_build_clear (QgBuild *b)
{
  agclose (b->graph);
  g_free (b->nodes);
  g_free (b->labels);
  g_free (b->groups);
  g_free (b->ways);
  g_free (b->n_in);
  g_free (b->n_out);
  g_free (b->level_of);
}
