/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a person keeps for himself of a map: views, and what is hidden one by one. */

#include "qg-explorer-private.h"

void
qg_explorer_keep_hidden (QgExplorer *self, const char *const *entities, const char *const *relations)
{
  g_strfreev (self->kept_entities);
  g_strfreev (self->kept_relations);
  self->kept_entities = g_strdupv ((GStrv) entities);
  self->kept_relations = g_strdupv ((GStrv) relations);
}

/* Takes @filter and gives it (nullable, as it is) with the ids hidden that are on the map. */
static QgFilter *
hide (QgFilter *filter, const QgMap *map, const char *const *ids, gboolean relations)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint number = relations ? qg_map_find_relation (map, ids[i]) : qg_map_find_entity (map, ids[i]);
      QgFilter *next;

      if (number == QG_NONE)
        continue;
      next = relations ? qg_filter_with_relation (filter, number, TRUE)
                       : qg_filter_with_entity (filter, number, TRUE);
      g_clear_pointer (&filter, qg_filter_unref);
      filter = next;
    }
  return filter;
}

/* Takes @filter (nullable); (transfer full) (nullable): the same with what is kept as hidden. */
QgFilter *
qg_explorer_dup_filter_with_kept (QgExplorer *self, QgFilter *filter)
{
  filter = hide (filter, self->map, (const char *const *) self->kept_entities, FALSE);
  return hide (filter, self->map, (const char *const *) self->kept_relations, TRUE);
}

/* A new map begins with what is kept as hidden, so that no way back leads to where it is not. */
void
qg_explorer_begin_filter (QgExplorer *self)
{
  if (self->kept_entities != NULL)
    self->filter = qg_explorer_dup_filter_with_kept (self, self->filter);
}

/* Takes @filter (nullable); (transfer full) (nullable): the same with nothing hidden one by one. */
static QgFilter *
show_each (QgFilter *filter)
{
  while (qg_filter_get_entities (filter).n > 0 || qg_filter_get_relations (filter).n > 0)
    {
      QgNumbers entities = qg_filter_get_entities (filter), relations = qg_filter_get_relations (filter);
      QgFilter *next = entities.n > 0
                           ? qg_filter_with_entity (filter, entities.items[entities.n - 1], FALSE)
                           : qg_filter_with_relation (filter, relations.items[relations.n - 1], FALSE);

      qg_filter_unref (filter);
      filter = next;
    }
  return filter;
}

void
qg_explorer_use_hidden (QgExplorer *self, const char *const *entities, const char *const *relations)
{
  QgFilter *filter;

  g_return_if_fail (self->map != NULL);
  filter = show_each (self->filter != NULL ? qg_filter_ref (self->filter) : NULL);
  filter = hide (filter, self->map, entities, FALSE);
  filter = hide (filter, self->map, relations, TRUE);
  qg_explorer_use_filter (self, filter);
  g_clear_pointer (&filter, qg_filter_unref);
}

/* The same part of the new map; of one old part always the same new one. Takes and gives references. */
static void
move_part (QgExplorer *self, GHashTable *moved, QgPart **part)
{
  QgPart *new;

  /* What is still on screen may be of another map. */
  if (*part == NULL || !qg_map_is_akin (qg_part_get_map (*part), self->map))
    return;
  new = g_hash_table_lookup (moved, *part);
  if (new == NULL)
    {
      new = qg_part_new_akin (*part, self->map);
      /* The table keeps the old one, so that its address is not given to another. */
      g_hash_table_insert (moved, qg_part_ref (*part), new);
    }
  qg_part_ref (new);
  qg_part_unref (*part);
  *part = new;
}

/* Its id may be given to another view, which begins with nothing of it. */
static gboolean
is_gone (gpointer id, gpointer groups, gpointer map)
{
  return qg_map_find_view (map, id) == QG_NONE;
}

static gboolean
is_engine_of_gone (gpointer key, gpointer engine, gpointer map)
{
  g_autofree char *id = qg_explorer_dup_view_of_key (key);

  return id != NULL && qg_map_find_view (map, id) == QG_NONE;
}

void
qg_explorer_vary_map (QgExplorer *self, QgMap *map)
{
  g_autoptr (GHashTable) moved =
      g_hash_table_new_full (NULL, NULL, (GDestroyNotify) qg_part_unref, (GDestroyNotify) qg_part_unref);

  g_return_if_fail (qg_map_is_akin (self->map, map));
  g_object_freeze_notify (G_OBJECT (self));
  qg_map_ref (map);
  qg_map_unref (self->map);
  self->map = map;
  g_hash_table_foreach_remove (self->groups, is_gone, map);
  g_hash_table_foreach_remove (self->engines, is_engine_of_gone, map);
  move_part (self, moved, &self->part);
  move_part (self, moved, &self->shown.part);
  move_part (self, moved, &self->coming.part);
  for (guint i = 0; i < self->recent->len; i++)
    move_part (self, moved, &((QgLaidOut *) g_ptr_array_index (self->recent, i))->part);
  for (guint i = 0; i < qg_history_get_n (self->history); i++)
    move_part (self, moved, &((QgPlace *) qg_history_get (self->history, i))->part);
  qg_explorer_collapse_again (self);
  /* The words of the scene are those of the old part. */
  qg_explorer_pipeline_speak (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_PART]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_ENGINE]);
  g_signal_emit (self, qg_explorer_signals[SIGNAL_VIEWS_CHANGED], 0);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
append_seen (GArray *seen, QgNumbers numbers, const guint8 *emphases)
{
  for (guint i = 0; i < numbers.n; i++)
    if (emphases[i] != QG_EMPHASIS_HIDDEN)
      g_array_append_val (seen, numbers.items[i]);
}

static QgNumbers
numbers_of (const GArray *array)
{
  return (QgNumbers){ array->len, (const guint *) (gconstpointer) array->data };
}

static GStrv
dup_collapsed (QgExplorer *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    if (qg_part_is_collapsed (self->part, i))
      g_strv_builder_add (ids, qg_map_get_kind (self->map, i)->id);
  return g_strv_builder_end (ids);
}

QgOwnView *
qg_explorer_dup_own_view (QgExplorer *self, const char *title)
{
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *nodes = NULL, *edges = NULL;
  QgOwnView *own;
  QgPart *part;
  guint view;

  if (self->part == NULL)
    return NULL;
  /* Of collapsed groups what is in them, and that they are. */
  part = qg_part_get_origin (self->part);
  nodes = g_new0 (guint8, qg_part_get_entities (part).n + 1);
  edges = g_new0 (guint8, qg_part_get_relations (part).n + 1);
  qg_filter_apply (self->filter, part, nodes, edges);
  append_seen (entities, qg_part_get_entities (part), nodes);
  append_seen (relations, qg_part_get_relations (part), edges);
  if (entities->len == 0)
    return NULL;
  own = qg_own_view_new_from (self->map, title, numbers_of (entities), numbers_of (relations),
                              qg_part_get_layout_options (self->part), qg_explorer_get_engine (self));
  g_strfreev (own->collapsed);
  own->collapsed = dup_collapsed (self);
  view = qg_part_get_view (self->part);
  if (view != QG_NONE)
    own->page = g_strdup (qg_map_get_view (self->map, view)->page);
  return own;
}
