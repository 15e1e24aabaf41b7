/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-neighbourhood.h"

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
visit (GArray *found, guint8 *seen, guint entity)
{
  if (seen[entity])
    return;
  seen[entity] = TRUE;
  g_array_append_val (found, entity);
}

/* qg_neighbourhood_find:
 * @depth: how many relations away at most; 0 gives @entity alone
 * @follow: which relations are walked; outgoing ones lead from an entity on, incoming ones back
 *
 * Takes time in proportion to what is found and, for clearing its marks, to the map. */
GArray *
qg_neighbourhood_find (const QgMap *map, guint entity, guint depth, QgFollow follow)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *seen = NULL;
  guint start = 0;

  g_return_val_if_fail (entity < qg_map_get_n_entities (map), found);
  seen = g_new0 (guint8, qg_map_get_n_entities (map));
  visit (found, seen, entity);
  for (guint step = 0; step < depth && start < found->len; step++)
    {
      guint end = found->len;

      for (; start < end; start++)
        {
          guint here = g_array_index (found, guint, start);
          QgNumbers out = qg_map_get_outgoing (map, here), in = qg_map_get_incoming (map, here);

          for (guint i = 0; follow != QG_FOLLOW_INCOMING && i < out.n; i++)
            visit (found, seen, qg_map_get_relation (map, out.items[i])->to);
          for (guint i = 0; follow != QG_FOLLOW_OUTGOING && i < in.n; i++)
            visit (found, seen, qg_map_get_relation (map, in.items[i])->from);
        }
    }
  g_array_sort (found, compare_numbers);
  return found;
}
