/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What collapsed groups, and the relations that lead to them, stand for. */

#include "qg-map-private.h"
#include "qg-part-private.h"

guint
qg_part_node_of (const QgMap *map, const guint8 *collapsed, const guint *groups, guint entity)
{
  guint kind = qg_map_get_entity (map, entity)->kind;

  return collapsed[kind] ? groups[kind] : entity;
}

QgPart *
qg_part_get_origin (QgPart *part)
{
  return part->origin != NULL ? part->origin : part;
}

gboolean
qg_part_is_collapsed (const QgPart *part, guint kind)
{
  return part->origin != NULL && part->collapsed[kind];
}

gboolean
qg_map_is_group (const QgMap *map, guint entity)
{
  return entity != QG_NONE && entity >= qg_map_get_n_entities (map);
}

gboolean
qg_map_is_group_relation (const QgMap *map, guint relation)
{
  return relation != QG_NONE && relation >= qg_map_get_n_relations (map);
}

guint
qg_map_get_group_size (const QgMap *map, guint entity)
{
  return qg_map_is_group (map, entity)
             ? g_array_index (map->groups->sizes, guint, entity - qg_map_get_n_entities (map))
             : 0;
}

guint
qg_map_get_merged (const QgMap *map, guint relation, guint *first)
{
  const QgMerged *merged;

  if (!qg_map_is_group_relation (map, relation))
    return 0;
  merged = &g_array_index (map->groups->merged, QgMerged, relation - qg_map_get_n_relations (map));
  *first = merged->first;
  return merged->n;
}

gboolean
qg_map_is_mixed (const QgMap *map, guint relation)
{
  return qg_map_is_group_relation (map, relation) &&
         g_array_index (map->groups->merged, QgMerged, relation - qg_map_get_n_relations (map)).mixed;
}

GArray *
qg_part_dup_members (QgPart *part, guint entity)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint kind = qg_map_get_entity (part->map, entity)->kind;
  QgNumbers entities = qg_part_get_entities (qg_part_get_origin (part));

  for (guint i = 0; i < entities.n; i++)
    if (qg_map_get_entity (part->map, entities.items[i])->kind == kind)
      g_array_append_val (members, entities.items[i]);
  return members;
}

GArray *
qg_part_dup_merged (QgPart *part, guint relation)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (guint));
  const QgRelation *group = qg_map_get_relation (part->map, relation);
  QgNumbers relations = qg_part_get_relations (qg_part_get_origin (part));

  for (guint i = 0; part->origin != NULL && i < relations.n; i++)
    {
      const QgRelation *one = qg_map_get_relation (part->map, relations.items[i]);

      if (qg_part_node_of (part->map, part->collapsed, part->groups, one->from) == group->from &&
          qg_part_node_of (part->map, part->collapsed, part->groups, one->to) == group->to)
        g_array_append_val (merged, relations.items[i]);
    }
  return merged;
}

GArray *
qg_part_dup_relations_at (const QgPart *part, guint entity, gboolean incoming)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  QgNumbers all =
      incoming ? qg_map_get_incoming (part->map, entity) : qg_map_get_outgoing (part->map, entity);
  QgNumbers mine = qg_part_get_relations (part);

  for (guint i = 0; i < all.n; i++)
    if (qg_part_index_of_relation (part, all.items[i]) != QG_NONE)
      g_array_append_val (found, all.items[i]);
  /* Those with groups are the last ones. */
  for (guint i = mine.n; i-- > 0 && qg_map_is_group_relation (part->map, mine.items[i]);)
    {
      const QgRelation *relation = qg_map_get_relation (part->map, mine.items[i]);

      if ((incoming ? relation->to : relation->from) == entity)
        g_array_append_val (found, mine.items[i]);
    }
  return found;
}
