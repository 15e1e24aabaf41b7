/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* How long engines may take. */

#include "qg-layout.h"

#include <math.h>

/* Seconds at 1,000 nodes and twice as many edges, on two shared cores, and the power of the size that they
 * grow with, as measured (docs/performance.md). */
static const struct
{
  double at_1000, power;
} costs[QG_N_ENGINES] = {
  [QG_ENGINE_DOT] = { 0.8, 2.2 },   [QG_ENGINE_NEATO] = { 2.5, 2.0 }, [QG_ENGINE_FDP] = { 57, 2.0 },
  [QG_ENGINE_SFDP] = { 0.4, 1.3 },  [QG_ENGINE_TWOPI] = { 0.2, 1.7 }, [QG_ENGINE_CIRCO] = { 80, 2.2 },
  [QG_ENGINE_OSAGE] = { 0.1, 1.2 }, [QG_ENGINE_GIVEN] = { 0.3, 1.3 },
};

double
qg_layout_estimate_seconds (QgEngine engine, guint n_nodes, guint n_edges)
{
  double size = fmax (n_nodes, n_edges / 2.0) / 1000;

  g_return_val_if_fail ((guint) engine < QG_N_ENGINES, 0);
  return 0.03 + costs[engine].at_1000 * pow (size, costs[engine].power);
}

/* Edges by the node that they begin at, and the walk through them. */
typedef struct
{
  guint n_nodes;
  const guint *ends;
  guint *firsts, *sorted; /* the edges of node i: sorted[firsts[i] … firsts[i + 1] - 1] */
  guint *next;            /* of each node, the place in sorted where its walk goes on */
  guint8 *states;         /* 0 not reached, 1 on the way, 2 done */
  guint8 *turned;         /* of each edge: it closes a circle and is taken the other way round */
  guint *stack, *order;   /* nodes; those that are done, in this order */
  guint n_done;
} Walk;

static void
sort_edges (Walk *w, guint n_edges)
{
  for (guint i = 0; i < n_edges; i++)
    w->firsts[w->ends[2 * i] + 1]++;
  for (guint i = 0; i < w->n_nodes; i++)
    w->firsts[i + 1] += w->firsts[i];
  for (guint i = 0; i < w->n_nodes; i++)
    w->next[i] = w->firsts[i];
  for (guint i = 0; i < n_edges; i++)
    w->sorted[w->next[w->ends[2 * i]]++] = i;
  for (guint i = 0; i < w->n_nodes; i++)
    w->next[i] = w->firsts[i];
}

static void
walk_from (Walk *w, guint start)
{
  guint depth = 0;

  w->stack[depth++] = start;
  w->states[start] = 1;
  while (depth > 0)
    {
      guint node = w->stack[depth - 1];

      if (w->next[node] < w->firsts[node + 1])
        {
          guint edge = w->sorted[w->next[node]++], to = w->ends[2 * edge + 1];

          w->turned[edge] = w->states[to] == 1;
          if (w->states[to] != 0)
            continue;
          w->states[to] = 1;
          w->stack[depth++] = to;
        }
      else
        {
          w->states[node] = 2;
          w->order[w->n_done++] = node;
          depth--;
        }
    }
}

/* The rank of each node when no edge leads upward: as many edges as the longest way to it has. In the reverse
 * of the order in which they were done the nodes are sorted: every edge leads on, a turned one from what it
 * ends at. */
static void
rank (const Walk *w, guint *ranks)
{
  for (guint i = w->n_done; i-- > 0;)
    {
      guint node = w->order[i];

      for (guint e = w->firsts[node]; e < w->firsts[node + 1]; e++)
        {
          guint to = w->ends[2 * w->sorted[e] + 1];

          if (w->turned[w->sorted[e]] && to != node)
            ranks[node] = MAX (ranks[node], ranks[to] + 1);
        }
      for (guint e = w->firsts[node]; e < w->firsts[node + 1]; e++)
        {
          guint to = w->ends[2 * w->sorted[e] + 1];

          if (!w->turned[w->sorted[e]])
            ranks[to] = MAX (ranks[to], ranks[node] + 1);
        }
    }
}

double
qg_layout_estimate_dot_seconds (guint n_nodes, guint n_edges, const guint *ends)
{
  g_autofree guint *room = NULL, *ranks = NULL;
  g_autofree guint8 *marks = NULL;
  Walk w = { .n_nodes = n_nodes, .ends = ends };
  double spans = 0;
  guint n_ranks = 1;

  if (n_nodes == 0 || n_edges == 0)
    return qg_layout_estimate_seconds (QG_ENGINE_DOT, n_nodes, n_edges);
  room = g_new0 (guint, 4 * (gsize) n_nodes + 1 + n_edges);
  marks = g_new0 (guint8, (gsize) n_nodes + n_edges);
  ranks = g_new0 (guint, n_nodes);
  w.firsts = room;
  w.next = w.firsts + n_nodes + 1;
  w.stack = w.next + n_nodes;
  w.order = w.stack + n_nodes;
  w.sorted = w.order + n_nodes;
  w.states = marks;
  w.turned = marks + n_nodes;
  sort_edges (&w, n_edges);
  for (guint i = 0; i < n_nodes; i++)
    if (w.states[i] == 0)
      walk_from (&w, i);
  rank (&w, ranks);
  for (guint i = 0; i < n_edges; i++)
    {
      guint from = ranks[ends[2 * i]], to = ranks[ends[2 * i + 1]];

      spans += from < to ? to - from : from - to;
      n_ranks = MAX (n_ranks, MAX (from, to));
    }
  /* The ordering of what stands on the ranks is what takes long: an edge has a node on each rank that it
   * passes. Fitted to random and local graphs of 25 to 1,000 nodes, of which it meets most within three times
   * (docs/performance.md). */
  return fmax (qg_layout_estimate_seconds (QG_ENGINE_DOT, n_nodes, n_edges),
               2.7e-6 * spans * spans / n_ranks * spans / n_edges * sqrt ((double) n_edges / n_nodes));
}
