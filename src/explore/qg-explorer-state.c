/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where a person left off, by ids: numbers change when a map's file does. */

#include "qg-explorer-private.h"

static const char *
entity_id (QgExplorer *self, guint entity)
{
  return qg_map_get_entity (self->map, entity)->id;
}

/* A picture of ways is called by their ends; it may have fewer relations than there are among its entities.
 */
static void
save_ways (QgExplorer *self, GVariantDict *dict, guint from, guint to)
{
  QgPart *part = qg_part_get_origin (self->part);
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);
  g_autoptr (QgPart) all = qg_part_new_between (self->map, from, to, entities.items, entities.n, NULL);
  GVariantBuilder builder;

  g_variant_dict_insert (dict, "ends", "(ss)", entity_id (self, from), entity_id (self, to));
  if (qg_part_get_relations (all).n == relations.n)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < relations.n; i++)
    g_variant_builder_add (&builder, "s", qg_map_get_relation (self->map, relations.items[i])->id);
  g_variant_dict_insert_value (dict, "relations", g_variant_builder_end (&builder));
}

static void
save_part (QgExplorer *self, GVariantDict *dict)
{
  guint view = qg_part_get_view (self->part), focus = qg_part_get_focus (self->part), from, to;
  guint of_view, of_focus;
  QgNumbers entities = qg_part_get_entities (qg_part_get_origin (self->part));

  qg_part_get_whole (self->part, &of_view, &of_focus);
  if (view != QG_NONE)
    g_variant_dict_insert (dict, "view", "s", qg_map_get_view (self->map, view)->id);
  else if (focus != QG_NONE)
    {
      g_variant_dict_insert (dict, "focus", "s", entity_id (self, focus));
      g_variant_dict_insert (dict, "depth", "u", self->depth);
      g_variant_dict_insert (dict, "follow", "u", (guint) self->follow);
    }
  else if (entities.n < qg_map_get_n_entities (self->map) || of_view != QG_NONE || of_focus != QG_NONE)
    {
      GVariantBuilder builder;

      g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
      for (guint i = 0; i < entities.n; i++)
        g_variant_builder_add (&builder, "s", entity_id (self, entities.items[i]));
      g_variant_dict_insert_value (dict, "entities", g_variant_builder_end (&builder));
      if (qg_part_get_ends (self->part, &from, &to))
        save_ways (self, dict, from, to);
      if (of_view != QG_NONE)
        g_variant_dict_insert (dict, "part-of-view", "s", qg_map_get_view (self->map, of_view)->id);
      if (of_focus != QG_NONE)
        g_variant_dict_insert (dict, "part-of-focus", "s", entity_id (self, of_focus));
    }
  else
    g_variant_dict_insert (dict, "whole", "b", TRUE);
}

static void
save_groups (QgExplorer *self, GVariantDict *dict)
{
  GVariantBuilder builder;

  guint view = qg_part_get_view (self->part);

  /* A view that has some collapsed may be shown without. */
  if (qg_part_get_origin (self->part) == self->part && self->collapsing == NULL &&
      (view == QG_NONE || qg_map_get_view (self->map, view)->collapsed.n == 0))
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    if (qg_explorer_get_group_collapsed (self, i))
      g_variant_builder_add (&builder, "s", qg_map_get_kind (self->map, i)->id);
  g_variant_dict_insert_value (dict, "collapsed", g_variant_builder_end (&builder));
}

static void
save_filter (QgExplorer *self, GVariantDict *dict)
{
  QgNumbers entities = qg_filter_get_entities (self->filter);
  QgNumbers relations = qg_filter_get_relations (self->filter);
  GVariantBuilder kinds, sources, hidden, hidden_relations;
  guint statements = 0;

  if (self->filter == NULL)
    return;
  g_variant_builder_init (&kinds, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&sources, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&hidden, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&hidden_relations, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    if (qg_filter_get_kind (self->filter, i))
      g_variant_builder_add (&kinds, "s", qg_map_get_kind (self->map, i)->id);
  for (guint i = 0; i < qg_map_get_n_sources (self->map); i++)
    if (qg_filter_get_source (self->filter, i))
      g_variant_builder_add (&sources, "s", qg_map_get_source (self->map, i)->id);
  for (guint i = 0; i < entities.n; i++)
    g_variant_builder_add (&hidden, "s", entity_id (self, entities.items[i]));
  for (guint i = 0; i < relations.n; i++)
    g_variant_builder_add (&hidden_relations, "s", qg_map_get_relation (self->map, relations.items[i])->id);
  for (guint i = 0; i < QG_N_STATEMENTS; i++)
    statements |= qg_filter_get_statement (self->filter, i) ? 1u << i : 0;
  g_variant_dict_insert_value (dict, "hidden-kinds", g_variant_builder_end (&kinds));
  g_variant_dict_insert_value (dict, "hidden-sources", g_variant_builder_end (&sources));
  g_variant_dict_insert_value (dict, "hidden-entities", g_variant_builder_end (&hidden));
  g_variant_dict_insert_value (dict, "hidden-relations", g_variant_builder_end (&hidden_relations));
  g_variant_dict_insert (dict, "hidden-statements", "u", statements);
  g_variant_dict_insert (dict, "least-importance", "u", qg_filter_get_importance (self->filter));
}

static void
save_engines (QgExplorer *self, GVariantDict *dict)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer key, value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_hash_table_iter_init (&iter, self->engines);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_variant_builder_add (&builder, "{su}", (const char *) key, GPOINTER_TO_UINT (value) - 1);
  g_variant_dict_insert_value (dict, "engines", g_variant_builder_end (&builder));
}

GVariant *
qg_explorer_dup_state (QgExplorer *self)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "language", "s", self->language);
  if (self->second_language != NULL)
    g_variant_dict_insert (&dict, "second-language", "s", self->second_language);
  if (self->part != NULL)
    {
      save_part (self, &dict);
      save_groups (self, &dict);
      save_filter (self, &dict);
      save_engines (self, &dict);
      if (self->selection.kind == QG_SELECTION_ENTITY)
        g_variant_dict_insert (&dict, "selected-entity", "s", entity_id (self, self->selection.number));
      else if (self->selection.kind == QG_SELECTION_RELATION)
        g_variant_dict_insert (&dict, "selected-relation", "s",
                               qg_map_get_relation (self->map, self->selection.number)->id);
      g_variant_dict_insert (&dict, "viewport", "(ddd)", self->viewport.center.x, self->viewport.center.y,
                             self->viewport.zoom);
    }
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static guint
find_source (QgMap *map, const char *id)
{
  for (guint i = 0; i < qg_map_get_n_sources (map); i++)
    if (g_str_equal (qg_map_get_source (map, i)->id, id))
      return i;
  return QG_NONE;
}

typedef QgFilter *(*WithFunc) (QgFilter *filter, guint number, gboolean hidden);

static QgFilter *
restore_set (QgFilter *filter, GVariantDict *dict, const char *name, QgMap *map,
             guint (*find) (const QgMap *map, const char *id), WithFunc with)
{
  g_autofree const char **ids = NULL;
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, name, G_VARIANT_TYPE_STRING_ARRAY);

  if (value == NULL)
    return filter;
  ids = g_variant_get_strv (value, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint number = find != NULL ? find (map, ids[i]) : find_source (map, ids[i]);
      QgFilter *next;

      if (number == QG_NONE)
        continue;
      next = with (filter, number, TRUE);
      g_clear_pointer (&filter, qg_filter_unref);
      filter = next;
    }
  return filter;
}

static void
restore_filter (QgExplorer *self, GVariantDict *dict)
{
  QgFilter *filter = NULL, *next;
  guint bits = 0, importance = 1;
  gboolean kept = self->kept_entities != NULL;

  filter = restore_set (filter, dict, "hidden-kinds", self->map, qg_map_find_kind, qg_filter_with_kind);
  filter = restore_set (filter, dict, "hidden-sources", self->map, NULL, qg_filter_with_source);
  filter = kept ? qg_explorer_dup_filter_with_kept (self, g_steal_pointer (&filter))
                : restore_set (filter, dict, "hidden-entities", self->map, qg_map_find_entity,
                               qg_filter_with_entity);
  if (!kept)
    filter = restore_set (filter, dict, "hidden-relations", self->map, qg_map_find_relation,
                          qg_filter_with_relation);
  g_variant_dict_lookup (dict, "hidden-statements", "u", &bits);
  g_variant_dict_lookup (dict, "least-importance", "u", &importance);
  for (guint i = 0; i < QG_N_STATEMENTS; i++)
    if ((bits & (1u << i)) != 0)
      {
        next = qg_filter_with_statement (filter, i, TRUE);
        g_clear_pointer (&filter, qg_filter_unref);
        filter = next;
      }
  next = qg_filter_with_importance (filter, importance);
  g_clear_pointer (&filter, qg_filter_unref);
  qg_explorer_use_filter (self, next);
  g_clear_pointer (&next, qg_filter_unref);
}

static void
restore_languages (QgExplorer *self, GVariantDict *dict)
{
  const char *tag;

  if (g_variant_dict_lookup (dict, "language", "&s", &tag) && qg_lang_is_valid (tag))
    qg_explorer_set_language (self, qg_lang_intern (tag));
  if (g_variant_dict_lookup (dict, "second-language", "&s", &tag) && qg_lang_is_valid (tag))
    qg_explorer_set_second_language (self, qg_lang_intern (tag));
}

static void
restore_engines (QgExplorer *self, GVariantDict *dict)
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, "engines", G_VARIANT_TYPE ("a{su}"));
  GVariantIter iter;
  const char *key;
  guint engine;

  if (value == NULL)
    return;
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&su}", &key, &engine))
    if (engine < QG_N_ENGINES)
      g_hash_table_insert (self->engines, g_strdup (key), GUINT_TO_POINTER (engine + 1));
}

/* What the entities were a part of; (transfer full) (nullable). */
static QgPart *
restore_whole (QgExplorer *self, GVariantDict *dict)
{
  const char *id;
  guint number;

  if (g_variant_dict_lookup (dict, "part-of-view", "&s", &id) &&
      (number = qg_map_find_view (self->map, id)) != QG_NONE)
    return qg_part_new_view (self->map, number);
  if (g_variant_dict_lookup (dict, "part-of-focus", "&s", &id) &&
      (number = qg_map_find_entity (self->map, id)) != QG_NONE)
    return qg_part_new_focus (self->map, number, QG_EXPLORER_MAX_DEPTH, QG_FOLLOW_BOTH);
  return NULL;
}

/* The numbers of those in the list @name that are still there; (transfer full): guint, NULL without a list.
 */
static GArray *
restore_numbers (QgMap *map, GVariantDict *dict, const char *name,
                 guint (*find) (const QgMap *map, const char *id))
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, name, G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **ids = value != NULL ? g_variant_get_strv (value, NULL) : NULL;
  GArray *numbers = ids != NULL ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint number = find (map, ids[i]);

      if (number != QG_NONE)
        g_array_append_val (numbers, number);
    }
  return numbers;
}

static QgPart *
restore_ways (QgExplorer *self, GVariantDict *dict, guint from, guint to, const GArray *entities)
{
  g_autoptr (GArray) relations = restore_numbers (self->map, dict, "relations", qg_map_find_relation);
  const guint *items = (const guint *) (gconstpointer) entities->data;

  if (relations == NULL)
    return qg_part_new_between (self->map, from, to, items, entities->len, NULL);
  return qg_part_new_along (self->map, from, to, items, entities->len,
                            (QgNumbers){ relations->len, (const guint *) (gpointer) relations->data });
}

/* A part of chosen entities, those that are still there. */
static gboolean
restore_entities (QgExplorer *self, GVariantDict *dict)
{
  g_autoptr (GArray) entities = restore_numbers (self->map, dict, "entities", qg_map_find_entity);
  g_autoptr (QgPart) whole = restore_whole (self, dict), part = NULL;
  const char *from, *to;
  guint first, last;

  if (entities == NULL || entities->len == 0)
    return FALSE;
  if (g_variant_dict_lookup (dict, "ends", "(&s&s)", &from, &to) &&
      (first = qg_map_find_entity (self->map, from)) != QG_NONE &&
      (last = qg_map_find_entity (self->map, to)) != QG_NONE)
    part = restore_ways (self, dict, first, last, entities);
  else if (whole != NULL)
    part = qg_part_new_left (whole, (const guint *) entities->data, entities->len);
  else
    part = qg_part_new_entities (self->map, (const guint *) entities->data, entities->len, NULL);
  qg_explorer_show_part (self, part);
  return TRUE;
}

static gboolean
restore_part (QgExplorer *self, GVariantDict *dict)
{
  const char *id;
  guint number, depth = 1, follow = 0;
  gboolean whole = FALSE;

  if (g_variant_dict_lookup (dict, "view", "&s", &id) &&
      (number = qg_map_find_view (self->map, id)) != QG_NONE)
    qg_explorer_show_view (self, number);
  else if (g_variant_dict_lookup (dict, "focus", "&s", &id) &&
           (number = qg_map_find_entity (self->map, id)) != QG_NONE)
    {
      g_variant_dict_lookup (dict, "depth", "u", &depth);
      g_variant_dict_lookup (dict, "follow", "u", &follow);
      qg_explorer_show_focus (self, number, depth, MIN (follow, QG_FOLLOW_INCOMING));
    }
  else if (g_variant_dict_lookup (dict, "whole", "b", &whole) && whole)
    qg_explorer_show_whole (self);
  else
    return restore_entities (self, dict);
  return TRUE;
}

static void
restore_groups (QgExplorer *self, GVariantDict *dict)
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, "collapsed", G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **ids = value != NULL ? g_variant_get_strv (value, NULL) : NULL;
  g_autofree guint8 *collapsed = g_new0 (guint8, qg_map_get_n_kinds (self->map) + 1);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint kind = qg_map_find_kind (self->map, ids[i]);

      if (kind != QG_NONE)
        collapsed[kind] = TRUE;
    }
  if (ids != NULL)
    qg_explorer_collapse (self, collapsed);
}

static void
restore_selection (QgExplorer *self, GVariantDict *dict)
{
  const char *id;
  guint number;

  if (g_variant_dict_lookup (dict, "selected-entity", "&s", &id) &&
      (number = qg_map_find_entity (self->map, id)) != QG_NONE &&
      qg_part_index_of_entity (self->part, number) != QG_NONE)
    qg_explorer_select_entity (self, number);
  else if (g_variant_dict_lookup (dict, "selected-relation", "&s", &id) &&
           (number = qg_map_find_relation (self->map, id)) != QG_NONE &&
           qg_part_index_of_relation (self->part, number) != QG_NONE)
    qg_explorer_select_relation (self, number);
}

gboolean
qg_explorer_restore_state (QgExplorer *self, GVariant *state)
{
  GVariantDict dict;
  QgViewport v = { 0 };
  gboolean used;

  g_return_val_if_fail (self->map != NULL, FALSE);
  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT) ||
      !g_variant_is_normal_form (state))
    return FALSE;
  g_variant_dict_init (&dict, state);
  g_object_freeze_notify (G_OBJECT (self));
  restore_languages (self, &dict);
  restore_engines (self, &dict);
  used = restore_part (self, &dict);
  if (used)
    {
      restore_filter (self, &dict);
      restore_groups (self, &dict);
      restore_selection (self, &dict);
      if (g_variant_dict_lookup (&dict, "viewport", "(ddd)", &v.center.x, &v.center.y, &v.zoom) &&
          isfinite (v.center.x) && isfinite (v.center.y) && isfinite (v.zoom) && v.zoom >= 0)
        self->viewport = v;
    }
  g_object_thaw_notify (G_OBJECT (self));
  g_variant_dict_clear (&dict);
  return used;
}
