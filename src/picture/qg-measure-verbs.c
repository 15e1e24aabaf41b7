/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-measure-verbs.h"

/* A fan: relations of one wording, statement and denial that leave one entity, or reach one. */
typedef struct
{
  guint n;    /* relations in it that have no label yet */
  guint next; /* the next fan of the same size, QG_NONE at the end */
  GArray *edges;
} Fan;

typedef struct
{
  guint64 wording;
  guint entity;
  guint8 side, statement, denial;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return key->entity * 2654435761u ^ (guint) (key->wording >> 32) * 40503u ^ (guint) key->wording ^
         (guint) (key->side << 8 | key->statement << 1 | key->denial);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *k = a, *l = b;

  return k->entity == l->entity && k->wording == l->wording && k->side == l->side &&
         k->statement == l->statement && k->denial == l->denial;
}

static guint
add_to_fan (GHashTable *numbers, GArray *fans, const QgMap *map, const QgRelation *relation, gboolean in,
            guint edge)
{
  Key key = { qg_map_get_wording (map, relation), in ? relation->to : relation->from, (guint8) in,
              (guint8) relation->statement, relation->denial != FALSE };
  gpointer found;
  guint number;
  Fan *fan;

  if (g_hash_table_lookup_extended (numbers, &key, NULL, &found))
    number = GPOINTER_TO_UINT (found);
  else
    {
      Fan empty = { 0, QG_NONE, g_array_new (FALSE, FALSE, sizeof (guint)) };

      number = fans->len;
      g_array_append_val (fans, empty);
      g_hash_table_insert (numbers, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (number));
    }
  fan = &g_array_index (fans, Fan, number);
  g_array_append_val (fan->edges, edge);
  fan->n++;
  return number;
}

static void
push (GArray *fans, guint *buckets, guint number)
{
  Fan *fan = &g_array_index (fans, Fan, number);

  fan->next = buckets[fan->n];
  buckets[fan->n] = number;
}

/* Gives its label to every relation of the fan that has none. */
static void
take_fan (GArray *fans, guint number, const guint (*fans_of)[2], guint *labels, guint label)
{
  GArray *edges = g_array_index (fans, Fan, number).edges;

  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);

      if (labels[edge] != QG_NONE)
        continue;
      labels[edge] = label;
      g_array_index (fans, Fan, fans_of[edge][0]).n--;
      g_array_index (fans, Fan, fans_of[edge][1]).n--;
    }
}

/* The largest fan first: each time the one that saves the most words. Fans shrink when another takes some of
 * their relations, so that one is put back where it is found smaller than its bucket says. Returns the
 * number of labels, @n_labels of which are given already. */
static guint
assign (GArray *fans, const guint (*fans_of)[2], guint n_edges, guint *labels, guint n_labels)
{
  g_autofree guint *buckets = g_new (guint, n_edges + 1);

  for (guint i = 0; i <= n_edges; i++)
    buckets[i] = QG_NONE;
  for (guint i = fans->len; i-- > 0;)
    push (fans, buckets, i);
  for (guint size = n_edges; size > 0; size--)
    while (buckets[size] != QG_NONE)
      {
        guint number = buckets[size];
        Fan *fan = &g_array_index (fans, Fan, number);

        buckets[size] = fan->next;
        if (fan->n == size)
          take_fan (fans, number, fans_of, labels, n_labels++);
        else if (fan->n > 0)
          push (fans, buckets, number);
      }
  return n_labels;
}

static void
clear_fan (gpointer data)
{
  g_array_unref (((Fan *) data)->edges);
}

guint *
qg_measure_group_verbs (const QgPart *part, gboolean share, guint *n_labels)
{
  QgNumbers relations = qg_part_get_relations (part);
  guint *labels = g_new (guint, MAX (relations.n, 1));
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GArray) fans = NULL;
  g_autofree guint (*fans_of)[2] = NULL;

  for (guint i = 0; i < relations.n; i++)
    labels[i] = share ? QG_NONE : i;
  *n_labels = relations.n;
  if (!share)
    return labels;
  numbers = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  fans = g_array_new (FALSE, FALSE, sizeof (Fan));
  g_array_set_clear_func (fans, clear_fan);
  fans_of = g_malloc_n (MAX (relations.n, 1), sizeof *fans_of);
  for (guint i = 0; i < relations.n; i++)
    {
      const QgMap *map = qg_part_get_map (part);
      const QgRelation *relation = qg_map_get_relation (map, relations.items[i]);

      fans_of[i][0] = add_to_fan (numbers, fans, map, relation, FALSE, i);
      fans_of[i][1] = add_to_fan (numbers, fans, map, relation, TRUE, i);
    }
  /* A way from an entity to itself branches nowhere. */
  *n_labels = 0;
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (qg_part_get_map (part), relations.items[i]);

      if (relation->from != relation->to)
        continue;
      labels[i] = (*n_labels)++;
      g_array_index (fans, Fan, fans_of[i][0]).n--;
      g_array_index (fans, Fan, fans_of[i][1]).n--;
    }
  *n_labels = assign (fans, (const guint (*)[2]) fans_of, relations.n, labels, *n_labels);
  return labels;
}
