/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-filter.h"

#include <string.h>

#include "qg-painter.h"

/* Sets of numbers are sorted arrays: people hide a handful of things. */
enum
{
  SET_KINDS,
  SET_SOURCES,
  SET_ENTITIES,
  SET_RELATIONS,
  N_SETS,
};

struct _QgFilter
{
  gatomicrefcount ref_count;
  guint statements; /* bits */
  guint importance;
  GArray *sets[N_SETS]; /* guint, ascending; never NULL */
};

static QgFilter *
filter_copy (const QgFilter *filter)
{
  QgFilter *copy = g_new0 (QgFilter, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->statements = filter != NULL ? filter->statements : 0;
  copy->importance = filter != NULL ? filter->importance : 1;
  for (guint i = 0; i < N_SETS; i++)
    copy->sets[i] =
        filter != NULL ? g_array_copy (filter->sets[i]) : g_array_new (FALSE, FALSE, sizeof (guint));
  return copy;
}

QgFilter *
qg_filter_ref (QgFilter *filter)
{
  g_atomic_ref_count_inc (&filter->ref_count);
  return filter;
}

void
qg_filter_unref (QgFilter *filter)
{
  if (!g_atomic_ref_count_dec (&filter->ref_count))
    return;
  for (guint i = 0; i < N_SETS; i++)
    g_array_unref (filter->sets[i]);
  g_free (filter);
}

/* Gives up @filter where it hides nothing, so that 'nothing hidden' has one form only. */
static QgFilter *
filter_settle (QgFilter *filter)
{
  gboolean empty = filter->statements == 0 && filter->importance <= 1;

  for (guint i = 0; i < N_SETS; i++)
    empty = empty && filter->sets[i]->len == 0;
  if (!empty)
    return filter;
  qg_filter_unref (filter);
  return NULL;
}

/* The place of @number in @set, or the place where it would go. */
static gboolean
set_find (const GArray *set, guint number, guint *place)
{
  guint low = 0, high = set->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (set, guint, middle) < number)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return low < set->len && g_array_index (set, guint, low) == number;
}

static gboolean
filter_has (const QgFilter *filter, guint set, guint number)
{
  guint place;

  return filter != NULL && set_find (filter->sets[set], number, &place);
}

static QgFilter *
filter_with (QgFilter *filter, guint set, guint number, gboolean hidden)
{
  QgFilter *copy;
  guint place;

  if (filter_has (filter, set, number) == !!hidden)
    return filter != NULL ? qg_filter_ref (filter) : NULL;
  copy = filter_copy (filter);
  set_find (copy->sets[set], number, &place);
  if (hidden)
    g_array_insert_val (copy->sets[set], place, number);
  else
    g_array_remove_index (copy->sets[set], place);
  return filter_settle (copy);
}

QgFilter *
qg_filter_with_kind (QgFilter *filter, guint kind, gboolean hidden)
{
  return filter_with (filter, SET_KINDS, kind, hidden);
}

QgFilter *
qg_filter_with_source (QgFilter *filter, guint source, gboolean hidden)
{
  return filter_with (filter, SET_SOURCES, source, hidden);
}

QgFilter *
qg_filter_with_entity (QgFilter *filter, guint entity, gboolean hidden)
{
  return filter_with (filter, SET_ENTITIES, entity, hidden);
}

QgFilter *
qg_filter_with_relation (QgFilter *filter, guint relation, gboolean hidden)
{
  return filter_with (filter, SET_RELATIONS, relation, hidden);
}

QgFilter *
qg_filter_with_statement (QgFilter *filter, QgStatement statement, gboolean hidden)
{
  QgFilter *copy;

  if (qg_filter_get_statement (filter, statement) == !!hidden)
    return filter != NULL ? qg_filter_ref (filter) : NULL;
  copy = filter_copy (filter);
  copy->statements ^= 1u << statement;
  return filter_settle (copy);
}

QgFilter *
qg_filter_with_importance (QgFilter *filter, guint importance)
{
  QgFilter *copy;

  importance = CLAMP (importance, 1, 3);
  if (qg_filter_get_importance (filter) == importance)
    return filter != NULL ? qg_filter_ref (filter) : NULL;
  copy = filter_copy (filter);
  copy->importance = importance;
  return filter_settle (copy);
}

gboolean
qg_filter_get_kind (const QgFilter *filter, guint kind)
{
  return filter_has (filter, SET_KINDS, kind);
}

gboolean
qg_filter_get_source (const QgFilter *filter, guint source)
{
  return filter_has (filter, SET_SOURCES, source);
}

gboolean
qg_filter_get_entity (const QgFilter *filter, guint entity)
{
  return filter_has (filter, SET_ENTITIES, entity);
}

gboolean
qg_filter_get_relation (const QgFilter *filter, guint relation)
{
  return filter_has (filter, SET_RELATIONS, relation);
}

gboolean
qg_filter_get_statement (const QgFilter *filter, QgStatement statement)
{
  return filter != NULL && (filter->statements & (1u << statement)) != 0;
}

guint
qg_filter_get_importance (const QgFilter *filter)
{
  return filter != NULL ? filter->importance : 1;
}

static QgNumbers
filter_numbers (const QgFilter *filter, guint set)
{
  if (filter == NULL)
    return (QgNumbers){ 0, NULL };
  return (QgNumbers){ filter->sets[set]->len, (const guint *) filter->sets[set]->data };
}

QgNumbers
qg_filter_get_entities (const QgFilter *filter)
{
  return filter_numbers (filter, SET_ENTITIES);
}

QgNumbers
qg_filter_get_relations (const QgFilter *filter)
{
  return filter_numbers (filter, SET_RELATIONS);
}

gboolean
qg_filter_equal (const QgFilter *a, const QgFilter *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->statements != b->statements || a->importance != b->importance)
    return FALSE;
  for (guint i = 0; i < N_SETS; i++)
    if (a->sets[i]->len != b->sets[i]->len ||
        (a->sets[i]->len > 0 &&
         memcmp (a->sets[i]->data, b->sets[i]->data, a->sets[i]->len * sizeof (guint)) != 0))
      return FALSE;
  return TRUE;
}

/* Whether all sources that @citations name are hidden; not where it names none. */
static gboolean
all_sources_hidden (const QgFilter *filter, QgCitations citations)
{
  if (filter->sets[SET_SOURCES]->len == 0 || citations.n == 0)
    return FALSE;
  for (guint i = 0; i < citations.n; i++)
    if (!filter_has (filter, SET_SOURCES, citations.items[i].source))
      return FALSE;
  return TRUE;
}

static gboolean
hides_entity (const QgFilter *filter, const QgMap *map, guint number)
{
  const QgEntity *entity = qg_map_get_entity (map, number);

  return entity->importance < filter->importance || filter_has (filter, SET_KINDS, entity->kind) ||
         filter_has (filter, SET_ENTITIES, number) || all_sources_hidden (filter, entity->citations);
}

static gboolean
hides_relation (const QgFilter *filter, const QgMap *map, guint number)
{
  const QgRelation *relation = qg_map_get_relation (map, number);

  return ((filter->statements & (1u << relation->statement)) != 0 && !qg_map_is_mixed (map, number)) ||
         filter_has (filter, SET_RELATIONS, number) || all_sources_hidden (filter, relation->citations);
}

guint
qg_filter_apply (const QgFilter *filter, const QgPart *part, guint8 *nodes, guint8 *edges)
{
  const QgMap *map = qg_part_get_map (part);
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);
  guint n_hidden = 0;

  for (guint i = 0; i < entities.n; i++)
    {
      gboolean hidden = filter != NULL && hides_entity (filter, map, entities.items[i]);

      nodes[i] = hidden ? QG_EMPHASIS_HIDDEN : QG_EMPHASIS_NORMAL;
      n_hidden += hidden ? 1 : 0;
    }
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, relations.items[i]);
      guint from = qg_part_index_of_entity (part, relation->from);
      guint to = qg_part_index_of_entity (part, relation->to);
      gboolean hidden =
          filter != NULL && (nodes[from] == QG_EMPHASIS_HIDDEN || nodes[to] == QG_EMPHASIS_HIDDEN ||
                             hides_relation (filter, map, relations.items[i]));

      edges[i] = hidden ? QG_EMPHASIS_HIDDEN : QG_EMPHASIS_NORMAL;
      n_hidden += hidden ? 1 : 0;
    }
  return n_hidden;
}
