/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-ways.h"

#include <string.h>

#include "qg-arena.h"

/* So many looks at a neighbour, and the search ends with what it has: about 20 ms. Counted, not timed, so
 * that the answer is always the same. */
#define MAX_LOOKS 2000000

#define FAR G_MAXUINT

struct _QgWays
{
  QgArena *arena;
  GArray *ways; /* QgWay */
  gboolean has_more;
};

/* A neighbour that the way may go on to. */
typedef struct
{
  guint entity, relation;
} Hop;

/* An entity on the way that is tried. */
typedef struct
{
  guint entity, relation; /* the relation that led here */
  guint first_hop, next_hop;
} Frame;

typedef struct
{
  const QgMap *map;
  guint from, to;
  guint *distance; /* to the end, of each entity; FAR: not known to matter */
  guint *stamp;    /* the opening at which an entity was last a hop */
  guint openings;
  guint8 *on_way;
  GArray *frames, *hops;
  guint looks;
  GCancellable *cancellable;
  QgWays *ways;
} Search;

static guint
get_other_end (const QgMap *map, guint relation, guint entity)
{
  const QgRelation *r = qg_map_get_relation (map, relation);

  return r->from == entity ? r->to : r->from;
}

/* Distances to the end, breadth first; only as far as a way of the greatest length can use them. */
static void
measure (Search *s)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  memset (s->distance, 0xFF, sizeof (guint) * qg_map_get_n_entities (s->map));
  s->distance[s->to] = 0;
  g_array_append_val (queue, s->to);
  for (guint i = 0; i < queue->len; i++)
    {
      guint here = g_array_index (queue, guint, i), beyond = s->distance[here] + 1;
      const QgNumbers sides[] = { qg_map_get_outgoing (s->map, here), qg_map_get_incoming (s->map, here) };

      if (s->distance[s->from] != FAR && beyond > s->distance[s->from] + QG_WAYS_LONGER)
        return;
      for (guint side = 0; side < 2; side++)
        for (guint j = 0; j < sides[side].n; j++)
          {
            guint there = get_other_end (s->map, sides[side].items[j], here);

            if (s->distance[there] != FAR)
              continue;
            s->distance[there] = beyond;
            g_array_append_val (queue, there);
          }
    }
}

/* Puts @entity on the way, with the hops that can lead to the end within @left relations; each neighbour
 * once. */
static void
open_frame (Search *s, guint entity, guint relation, guint left)
{
  const QgNumbers sides[] = { qg_map_get_outgoing (s->map, entity), qg_map_get_incoming (s->map, entity) };
  Frame frame = { entity, relation, s->hops->len, s->hops->len };
  guint opening = ++s->openings;

  s->on_way[entity] = TRUE;
  g_array_append_val (s->frames, frame);
  for (guint side = 0; left > 0 && side < 2; side++)
    for (guint i = 0; i < sides[side].n; i++)
      {
        Hop hop = { get_other_end (s->map, sides[side].items[i], entity), sides[side].items[i] };

        s->looks++;
        if (s->on_way[hop.entity] || s->stamp[hop.entity] == opening || s->distance[hop.entity] > left - 1)
          continue;
        s->stamp[hop.entity] = opening;
        g_array_append_val (s->hops, hop);
      }
}

static void
close_frame (Search *s)
{
  const Frame *frame = &g_array_index (s->frames, Frame, s->frames->len - 1);

  s->on_way[frame->entity] = FALSE;
  g_array_set_size (s->hops, frame->first_hop);
  g_array_set_size (s->frames, s->frames->len - 1);
}

/* The frames hold a whole way. */
static void
keep_way (Search *s)
{
  guint n = s->frames->len;
  guint *entities = qg_arena_alloc (s->ways->arena, sizeof (guint) * n);
  guint *relations = qg_arena_alloc (s->ways->arena, sizeof (guint) * n);
  QgWay way = { n, entities, relations };

  for (guint i = 0; i < n; i++)
    {
      const Frame *frame = &g_array_index (s->frames, Frame, i);

      entities[i] = frame->entity;
      if (i > 0)
        relations[i - 1] = frame->relation;
    }
  g_array_append_val (s->ways->ways, way);
}

static gboolean
is_full (Search *s)
{
  if (s->ways->ways->len < QG_WAYS_MAX && s->looks < MAX_LOOKS)
    return FALSE;
  s->ways->has_more = TRUE;
  return TRUE;
}

/* All ways of exactly @length relations, depth first. */
static gboolean
walk (Search *s, guint length, GError **error)
{
  open_frame (s, s->from, QG_NONE, length);
  while (s->frames->len > 0)
    {
      Frame *frame = &g_array_index (s->frames, Frame, s->frames->len - 1);
      guint done = s->frames->len - 1;
      Hop hop;

      if (s->openings % 1024 == 0 && g_cancellable_set_error_if_cancelled (s->cancellable, error))
        return FALSE;
      /* Ways end at their end: one that gets there early belongs to a shorter length. */
      if (frame->next_hop == s->hops->len || (done > 0 && frame->entity == s->to))
        {
          close_frame (s);
          continue;
        }
      hop = g_array_index (s->hops, Hop, frame->next_hop++);
      if (hop.entity == s->to && done + 1 < length)
        continue;
      if (hop.entity == s->to && is_full (s))
        return TRUE;
      open_frame (s, hop.entity, hop.relation, length - done - 1);
      if (hop.entity == s->to)
        keep_way (s);
      else if (s->looks >= MAX_LOOKS)
        {
          s->ways->has_more = TRUE;
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
search (Search *s, GError **error)
{
  guint shortest;

  if (g_cancellable_set_error_if_cancelled (s->cancellable, error))
    return FALSE;
  measure (s);
  shortest = s->distance[s->from];
  if (shortest == FAR)
    return TRUE;
  for (guint length = shortest; length <= shortest + QG_WAYS_LONGER && !s->ways->has_more; length++)
    if (!walk (s, length, error))
      return FALSE;
  return TRUE;
}

/* qg_ways_find:
 * @from, @to: two entities of @map
 *
 * Up to %QG_WAYS_MAX ways, shortest first; among equals in the order of the map's relations, so that the same
 * question has the same answer. None where the two are not tied together, or are one.
 *
 * Returns: (transfer full): the ways; %NULL with @error set (%G_IO_ERROR_CANCELLED) */
QgWays *
qg_ways_find (const QgMap *map, guint from, guint to, GCancellable *cancellable, GError **error)
{
  guint n = qg_map_get_n_entities (map);
  Search s = { map, from, to, .cancellable = cancellable };
  gboolean done = TRUE;

  g_return_val_if_fail (from < n && to < n, NULL);
  s.ways = g_new0 (QgWays, 1);
  s.ways->arena = qg_arena_new ();
  s.ways->ways = g_array_new (FALSE, FALSE, sizeof (QgWay));
  if (from != to)
    {
      s.distance = g_new (guint, n);
      s.stamp = g_new0 (guint, n);
      s.on_way = g_new0 (guint8, n);
      s.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
      s.hops = g_array_new (FALSE, FALSE, sizeof (Hop));
      done = search (&s, error);
      g_array_unref (s.frames);
      g_array_unref (s.hops);
      g_free (s.distance);
      g_free (s.stamp);
      g_free (s.on_way);
    }
  if (!done)
    g_clear_pointer (&s.ways, qg_ways_free);
  return s.ways;
}

void
qg_ways_free (QgWays *ways)
{
  g_array_unref (ways->ways);
  qg_arena_free (ways->arena);
  g_free (ways);
}

guint
qg_ways_get_n (const QgWays *ways)
{
  return ways->ways->len;
}

const QgWay *
qg_ways_get (const QgWays *ways, guint n)
{
  g_return_val_if_fail (n < ways->ways->len, NULL);
  return &g_array_index (ways->ways, QgWay, n);
}

guint
qg_ways_get_end_of_length (const QgWays *ways, guint n)
{
  guint length = qg_ways_get (ways, n)->n_entities;

  while (n < ways->ways->len && qg_ways_get (ways, n)->n_entities == length)
    n++;
  return n;
}

/* Whether there are, or may be, more than those that were found. */
gboolean
qg_ways_has_more (const QgWays *ways)
{
  return ways->has_more;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
add_way (GHashTable *all, const QgWay *way)
{
  for (guint i = 0; i < way->n_entities; i++)
    g_hash_table_add (all, GUINT_TO_POINTER (way->entities[i]));
}

static guint
count_new (GHashTable *all, const QgWay *way)
{
  guint n = 0;

  for (guint i = 0; i < way->n_entities; i++)
    n += g_hash_table_contains (all, GUINT_TO_POINTER (way->entities[i])) ? 0 : 1;
  return n;
}

static GArray *
dup_sorted (GHashTable *all)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint number = GPOINTER_TO_UINT (key);

      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/* All entities on the ways, ascending, each once: what qg_part_new_entities() takes. (transfer full): guint
 * elements.
 */
GArray *
qg_ways_dup_entities (const QgWays *ways)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ways->ways->len; i++)
    add_way (all, qg_ways_get (ways, i));
  return dup_sorted (all);
}

GArray *
qg_ways_dup_entities_near (const QgWays *ways, guint chosen, guint most)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);

  add_way (all, qg_ways_get (ways, chosen));
  for (guint i = 0; i < ways->ways->len; i++)
    {
      const QgWay *way = qg_ways_get (ways, i);

      if (g_hash_table_size (all) + count_new (all, way) > most)
        break;
      add_way (all, way);
    }
  return dup_sorted (all);
}
