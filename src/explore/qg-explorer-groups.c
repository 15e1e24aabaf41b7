/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Groups collapsed to one node each: a part like others, so that history, state and exports have it. */

#include "qg-explorer-private.h"

#include "qg-words.h"

gboolean
qg_explorer_get_group_collapsed (QgExplorer *self, guint kind)
{
  return self->part != NULL && qg_part_is_collapsed (self->part, kind);
}

/* What stands for a group of @kind in the part; QG_NONE where it is not collapsed. */
static guint
find_group (QgExplorer *self, guint kind)
{
  QgNumbers entities = qg_part_get_entities (self->part);

  for (guint i = entities.n; i-- > 0 && qg_map_is_group (self->map, entities.items[i]);)
    if (qg_map_get_entity (self->map, entities.items[i])->kind == kind)
      return entities.items[i];
  return QG_NONE;
}

/* A selection inside of a group that is one node now becomes that node; what stands for a group that is open
 * now is selected no more. */
static void
move_selection (QgExplorer *self)
{
  QgSelection s = self->selection;
  gboolean there = s.kind == QG_SELECTION_ENTITY ? qg_part_index_of_entity (self->part, s.number) != QG_NONE
                   : s.kind == QG_SELECTION_RELATION
                       ? qg_part_index_of_relation (self->part, s.number) != QG_NONE
                       : TRUE;
  guint group = QG_NONE;

  if (there)
    return;
  if (s.kind == QG_SELECTION_ENTITY)
    group = find_group (self, qg_map_get_entity (self->map, s.number)->kind);
  qg_explorer_use_selection (self, group != QG_NONE ? (QgSelection){ QG_SELECTION_ENTITY, group }
                                                    : (QgSelection){ QG_SELECTION_NOTHING });
}

/* Without a visit in the history. @collapsed: for each kind. */
void
qg_explorer_collapse (QgExplorer *self, const guint8 *collapsed)
{
  g_autoptr (QgPart) part = NULL;
  gboolean some = FALSE;
  QgNumbers entities = qg_part_get_entities (qg_part_get_origin (self->part));

  for (guint i = 0; i < entities.n && !some; i++)
    some = collapsed[qg_map_get_entity (self->map, entities.items[i])->kind];
  if (some)
    {
      g_autoptr (QgMap) map = NULL;

      part = qg_part_new_collapsed (self->part, self->map, collapsed, qg_word_dup_relations);
      map = qg_map_ref (qg_part_get_map (part));
      qg_explorer_vary_map (self, map);
    }
  else
    part = qg_part_ref (qg_part_get_origin (self->part));
  qg_explorer_take_part (self, part, self->depth, self->follow);
}

static void
set_collapsed (QgExplorer *self, const guint8 *collapsed)
{
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_light_none (self);
  qg_explorer_collapse (self, collapsed);
  move_selection (self);
  qg_explorer_visit (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qg_explorer_set_group_collapsed (QgExplorer *self, guint kind, gboolean collapsed)
{
  g_autofree guint8 *kinds = NULL;

  if (self->part == NULL || kind >= qg_map_get_n_kinds (self->map) ||
      qg_part_is_collapsed (self->part, kind) == !!collapsed)
    return;
  kinds = g_new0 (guint8, qg_map_get_n_kinds (self->map) + 1);
  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    kinds[i] = i == kind ? collapsed : qg_part_is_collapsed (self->part, i);
  set_collapsed (self, kinds);
}

void
qg_explorer_set_all_collapsed (QgExplorer *self, gboolean collapsed)
{
  g_autofree guint8 *kinds = NULL;
  gboolean same = TRUE;

  if (self->part == NULL)
    return;
  kinds = g_new0 (guint8, qg_map_get_n_kinds (self->map) + 1);
  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    {
      kinds[i] = !!collapsed;
      same = same && qg_part_is_collapsed (self->part, i) == !!collapsed;
    }
  if (!same)
    set_collapsed (self, kinds);
}

/* Opens the group that @entity stands for, or that it is in while that is one node. FALSE where there is
 * none. */
gboolean
qg_explorer_open_group (QgExplorer *self, guint entity)
{
  guint kind;

  if (self->part == NULL)
    return FALSE;
  kind = qg_map_get_entity (self->map, entity)->kind;
  if (!qg_part_is_collapsed (self->part, kind) ||
      (!qg_map_is_group (self->map, entity) &&
       qg_part_index_of_entity (qg_part_get_origin (self->part), entity) == QG_NONE))
    return FALSE;
  qg_explorer_set_group_collapsed (self, kind, FALSE);
  return TRUE;
}
