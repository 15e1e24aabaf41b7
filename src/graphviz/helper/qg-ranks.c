/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Ranks for dot that fill a page. dot's own ranks follow the arrows, and a chain of ten makes a picture ten
 * ranks long. Here boxes stand on few levels and words on the ranks before, between and behind them (or on a
 * level that a long way passes), so that the ranks are of like length; an arrow may point back where that
 * saves room. Found by annealing with a fixed sequence of numbers: the same request, the same ranks. */

#include "qg-helper.h"

/* Boxes first, then words. */
typedef struct
{
  double across, along; /* of the ranks: what it takes of a rank, and how thick it makes it */
  guint rank;
  GArray *links, *edges; /* their numbers */
  gboolean pinned;
} Item;

typedef struct
{
  guint a, b; /* items */
} Link;

typedef struct
{
  const QgWireRequest *request;
  const QgRankPlan *plan;
  guint n_items, n_ranks;
  Item *items;
  GArray *links;
  double *filled, *thick; /* of ranks */
  guint *n_on;
  double norm, passing;
  guint64 spans;
  guint n_flat;
  double bends; /* what points back, and words that stand aside */
  guint64 state;
} Search;

static guint32
draw_number (Search *s)
{
  s->state = s->state * 6364136223846793005u + 1442695040888963407u;
  return (guint32) (s->state >> 33);
}

static double
draw_share (Search *s)
{
  return draw_number (s) / 2147483648.0;
}

static void
add_link (Search *s, GHashTable *seen, guint a, guint b)
{
  gint64 key = (gint64) a << 32 | b;
  Link link = { a, b };
  guint number = s->links->len;

  if (a == b || !g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
    return;
  g_array_append_val (s->links, link);
  g_array_append_val (s->items[a].links, number);
  g_array_append_val (s->items[b].links, number);
}

static void
add_links (Search *s)
{
  const QgWireRequest *r = s->request;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < r->n_edges; i++)
    {
      const QgWireEdge *e = &r->edges[i];

      g_array_append_val (s->items[e->from].edges, i);
      if (e->to != e->from)
        g_array_append_val (s->items[e->to].edges, i);
      if (e->label != QG_WIRE_NONE)
        g_array_append_val (s->items[r->n_nodes + e->label].edges, i);
      if (e->label == QG_WIRE_NONE)
        add_link (s, seen, e->from, e->to);
      else
        {
          add_link (s, seen, e->from, r->n_nodes + e->label);
          add_link (s, seen, r->n_nodes + e->label, e->to);
        }
    }
}

/* Enters an item's links into the sums (@sign 1), or takes them out. */
static void
count_links (Search *s, guint item, int sign)
{
  const GArray *links = s->items[item].links;

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (s->links, Link, g_array_index (links, guint, i));
      guint p = s->items[link->a].rank, q = s->items[link->b].rank;
      guint low = MIN (p, q), high = MAX (p, q);

      s->spans += (guint64) (sign * (gint64) (high - low));
      s->n_flat += (guint) (sign * (p == q));
      for (guint rank = low + 1; rank < high; rank++)
        s->filled[rank] += sign * s->passing;
    }
}

static void
measure_rank (Search *s, guint rank)
{
  s->thick[rank] = 0;
  for (guint i = 0; i < s->n_items; i++)
    if (s->items[i].rank == rank)
      s->thick[rank] = MAX (s->thick[rank], s->items[i].along);
}

/* A way that points back, that reaches beyond its end for the word and comes back, or that turns around at a
 * word beside two boxes of one level. */
static double
weigh_bend (const Search *s, guint edge)
{
  const QgWireEdge *e = &s->request->edges[edge];
  guint from = s->items[e->from].rank, to = s->items[e->to].rank, word;
  double sum = from > to ? s->plan->against : 0;

  if (e->label == QG_WIRE_NONE || e->from == e->to)
    return sum;
  word = s->items[s->request->n_nodes + e->label].rank;
  if (word < MIN (from, to) || word > MAX (from, to))
    sum += from == to ? s->plan->aside : 4 * s->plan->aside;
  return sum;
}

static double
weigh_bends (const Search *s, const GArray *edges)
{
  double sum = 0;

  for (guint i = 0; i < edges->len; i++)
    sum += weigh_bend (s, g_array_index (edges, guint, i));
  return sum;
}

static void
move_item (Search *s, guint item, guint rank)
{
  Item *moved = &s->items[item];
  guint old = moved->rank;

  count_links (s, item, -1);
  s->bends -= weigh_bends (s, moved->edges);
  s->filled[old] -= moved->across;
  s->n_on[old]--;
  moved->rank = rank;
  s->filled[rank] += moved->across;
  s->n_on[rank]++;
  count_links (s, item, 1);
  s->bends += weigh_bends (s, moved->edges);
  if (moved->along >= s->thick[old])
    measure_rank (s, old);
  s->thick[rank] = MAX (s->thick[rank], moved->along);
}

/* How large the page must be, then how calm the picture is. */
static double
cost (const Search *s)
{
  const QgRankPlan *plan = s->plan;
  double length = 0, fullest = 0, squares = 0, width, height, size;
  guint n_used = 0;

  for (guint i = 0; i < s->n_ranks; i++)
    if (s->n_on[i] > 0)
      {
        length += s->thick[i];
        fullest = MAX (fullest, s->filled[i]);
        squares += s->filled[i] * s->filled[i];
        n_used++;
      }
  length += (n_used - 1) * plan->rank_gap;
  /* Ranks do not stand in line as close as they could: the fuller the others are, the less they can. */
  fullest = (0.6 * fullest + 0.4 * sqrt (squares / n_used)) * plan->slack;
  width = plan->sideways ? length : fullest;
  height = (plan->sideways ? fullest : length) * s->request->aspect;
  size = MAX (width, height) + 0.15 * MIN (width, height);
  return size / s->norm + plan->span * (double) s->spans / (s->links->len + 1) +
         s->bends / (s->request->n_edges + 1) + 5.0 * s->n_flat;
}

static void
begin (Search *s)
{
  const QgWireRequest *r = s->request;
  double area = 0;

  s->n_items = r->n_nodes + r->n_labels;
  s->n_ranks = 2 * s->plan->n_levels + 1;
  s->items = g_new0 (Item, s->n_items);
  s->links = g_array_new (FALSE, FALSE, sizeof (Link));
  s->filled = g_new0 (double, s->n_ranks);
  s->thick = g_new0 (double, s->n_ranks);
  s->n_on = g_new0 (guint, s->n_ranks);
  s->passing = s->plan->node_gap + 2;
  s->state = 0x9e3779b97f4a7c15u * (s->plan->seed + 1);
  for (guint i = 0; i < s->n_items; i++)
    {
      gboolean word = i >= r->n_nodes;
      QgSize size = word ? r->labels[i - r->n_nodes] : r->nodes[i];
      double pad = word ? 0 : s->plan->box_pad;

      s->items[i].across = (s->plan->sideways ? size.height : size.width) + s->plan->node_gap + pad;
      s->items[i].along = s->plan->sideways ? size.width : size.height;
      s->items[i].links = g_array_new (FALSE, FALSE, sizeof (guint));
      s->items[i].edges = g_array_new (FALSE, FALSE, sizeof (guint));
      area += s->items[i].across * s->items[i].along;
    }
  s->norm = sqrt (area * r->aspect) + 1;
  add_links (s);
}

static guint
level_rank (guint level)
{
  return 2 * level + 1;
}

/* @level_of: gets the level of each node, QG_WIRE_NONE for one that stands on none. Levels are counted from
 * 0, those left out that have no node of their own, so that there are never more of them than nodes. */
static guint
find_levels (const QgWireRequest *r, guint *level_of)
{
  guint n = 0;

  for (guint i = 0; i < r->n_nodes; i++)
    level_of[i] = QG_WIRE_NONE;
  for (guint l = 0; l < r->n_levels; l++)
    {
      gboolean used = FALSE;

      for (guint k = 0; k < r->levels[l].n; k++)
        if (level_of[r->levels[l].items[k]] == QG_WIRE_NONE)
          {
            level_of[r->levels[l].items[k]] = n;
            used = TRUE;
          }
      n += used;
    }
  return n;
}

guint
qg_ranks_count_levels (const QgWireRequest *request)
{
  g_autofree guint *level_of = g_new (guint, request->n_nodes);

  return find_levels (request, level_of);
}

/* Boxes that have a level stay there; all else begins somewhere. */
static void
scatter (Search *s)
{
  const QgWireRequest *r = s->request;
  g_autofree guint *level_of = g_new (guint, r->n_nodes);

  find_levels (r, level_of);
  for (guint i = 0; i < r->n_nodes; i++)
    if (level_of[i] != QG_WIRE_NONE)
      {
        s->items[i].pinned = TRUE;
        s->items[i].rank = level_rank (MIN (level_of[i], s->plan->n_levels - 1));
      }
  for (guint i = 0; i < s->n_items; i++)
    {
      if (!s->items[i].pinned)
        s->items[i].rank =
            i < r->n_nodes ? level_rank (draw_number (s) % s->plan->n_levels) : draw_number (s) % s->n_ranks;
      s->filled[s->items[i].rank] += s->items[i].across;
      s->n_on[s->items[i].rank]++;
    }
  for (guint i = 0; i < s->n_ranks; i++)
    measure_rank (s, i);
  for (guint i = 0; i < s->links->len; i++)
    {
      const Link *link = &g_array_index (s->links, Link, i);
      guint p = s->items[link->a].rank, q = s->items[link->b].rank;

      s->spans += MAX (p, q) - MIN (p, q);
      s->n_flat += p == q;
      for (guint rank = MIN (p, q) + 1; rank < MAX (p, q); rank++)
        s->filled[rank] += s->passing;
    }
  for (guint i = 0; i < r->n_edges; i++)
    s->bends += weigh_bend (s, i);
}

#define HOT 0.25
#define COLD 0.002
#define STEPS_PER_ITEM 220
#define MOST_STEPS 60000

static void
anneal (Search *s)
{
  guint n_steps = MIN (s->n_items * STEPS_PER_ITEM, MOST_STEPS);
  double now = cost (s), heat = HOT, cooling = pow (COLD / HOT, 1.0 / MAX (n_steps, 1));

  for (guint step = 0; step < n_steps; step++, heat *= cooling)
    {
      guint item = draw_number (s) % s->n_items, old = s->items[item].rank, rank;
      double then;

      if (s->items[item].pinned)
        continue;
      rank = item < s->request->n_nodes ? level_rank (draw_number (s) % s->plan->n_levels)
                                        : draw_number (s) % s->n_ranks;
      if (rank == old)
        continue;
      move_item (s, item, rank);
      then = cost (s);
      if (then <= now || draw_share (s) < exp ((now - then) / heat))
        {
          now = then;
          continue;
        }
      move_item (s, item, old);
    }
}

QgRanks *
qg_ranks_new (const QgWireRequest *request, const QgRankPlan *plan)
{
  Search s = { .request = request, .plan = plan };
  QgRanks *ranks = g_new0 (QgRanks, 1);

  begin (&s);
  scatter (&s);
  anneal (&s);
  ranks->nodes = g_new (int, request->n_nodes);
  ranks->labels = g_new (int, request->n_labels);
  for (guint i = 0; i < request->n_nodes; i++)
    ranks->nodes[i] = (int) s.items[i].rank;
  for (guint i = 0; i < request->n_labels; i++)
    ranks->labels[i] = (int) s.items[request->n_nodes + i].rank;
  ranks->cost = cost (&s);
  for (guint i = 0; i < s.n_items; i++)
    {
      g_array_unref (s.items[i].links);
      g_array_unref (s.items[i].edges);
    }
  g_array_unref (s.links);
  g_free (s.items);
  g_free (s.filled);
  g_free (s.thick);
  g_free (s.n_on);
  return ranks;
}

void
qg_ranks_free (QgRanks *ranks)
{
  if (ranks == NULL)
    return;
  g_free (ranks->nodes);
  g_free (ranks->labels);
  g_free (ranks);
}
