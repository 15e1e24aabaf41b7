/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-private.h"

G_DEFINE_BOXED_TYPE (QgMap, qg_map, qg_map_ref, qg_map_unref)

QgMap *
qg_map_ref (QgMap *map)
{
  g_atomic_ref_count_inc (&map->ref_count);
  return map;
}

/* The rest is the base's. */
static void
free_varied_map (QgMap *map)
{
  g_hash_table_unref (map->view_ids);
  g_array_unref (map->views);
  g_ptr_array_unref (map->texts);
  qg_arena_free (map->arena);
  if (map->groups != NULL)
    qg_map_groups_unref (map->groups);
  qg_map_unref (map->base);
  g_free (map);
}

static void
free_map (QgMap *map)
{
  GArray *const arrays[] = { map->kinds,     map->verbs, map->sources, map->entities,
                             map->relations, map->lists, map->views,   map->tours };
  GHashTable *const tables[] = { map->kind_ids, map->entity_ids, map->relation_ids, map->view_ids,
                                 map->tour_ids };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i] != NULL)
      g_hash_table_unref (tables[i]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_ptr_array_unref (map->texts);
  qg_arena_free (map->arena);
  g_free (map);
}

void
qg_map_unref (QgMap *map)
{
  if (!g_atomic_ref_count_dec (&map->ref_count))
    return;
  if (map->base != NULL)
    free_varied_map (map);
  else
    free_map (map);
}

const char *
qg_map_get_id (const QgMap *map)
{
  return map->id;
}

const QgText *
qg_map_get_title (const QgMap *map)
{
  return map->title;
}

/* (nullable), as are version, date and licence. */
const QgText *
qg_map_get_description (const QgMap *map)
{
  return map->description;
}

const char *
qg_map_get_version (const QgMap *map)
{
  return map->version;
}

const char *
qg_map_get_date (const QgMap *map)
{
  return map->date;
}

const char *
qg_map_get_licence (const QgMap *map)
{
  return map->licence;
}

const QgLang *
qg_map_get_languages (const QgMap *map, guint *n)
{
  *n = map->n_languages;
  return map->languages;
}

gboolean
qg_map_has_language (const QgMap *map, QgLang lang)
{
  gboolean kazakh = lang == QG_LANG_KK_LATN;

  for (guint i = 0; i < map->n_languages; i++)
    if (map->languages[i] == lang || (kazakh && map->languages[i] == QG_LANG_KK))
      return TRUE;
  return FALSE;
}

QgLang *
qg_map_new_shown_languages (const QgMap *map, guint *n)
{
  guint n_own;
  const QgLang *own = qg_map_get_languages (map, &n_own);
  QgLang *langs = g_new (QgLang, n_own + 1);

  for (*n = 0; *n < n_own; (*n)++)
    langs[*n] = own[*n];
  if (qg_map_has_language (map, QG_LANG_KK))
    langs[(*n)++] = QG_LANG_KK_LATN;
  return langs;
}

#define DEFINE_GETTERS(Type, name, array)                                                                    \
  guint qg_map_get_n_##array (const QgMap *map)                                                              \
  {                                                                                                          \
    return map->array->len;                                                                                  \
  }                                                                                                          \
                                                                                                             \
  const Type *qg_map_get_##name (const QgMap *map, guint n)                                                  \
  {                                                                                                          \
    g_return_val_if_fail (n < map->array->len, NULL);                                                        \
    return &g_array_index (map->array, Type, n);                                                             \
  }

/* Of these a varied map has more, which stand for groups. */
#define DEFINE_GETTERS_WITH_GROUPS(Type, name, array)                                                        \
  const Type *qg_map_get_##name (const QgMap *map, guint n)                                                  \
  {                                                                                                          \
    if (n >= map->array->len && map->groups != NULL && n - map->array->len < map->groups->array->len)        \
      return &g_array_index (map->groups->array, Type, n - map->array->len);                                 \
    g_return_val_if_fail (n < map->array->len, NULL);                                                        \
    return &g_array_index (map->array, Type, n);                                                             \
  }

DEFINE_GETTERS (QgKind, kind, kinds)
DEFINE_GETTERS (QgSource, source, sources)
DEFINE_GETTERS_WITH_GROUPS (QgVerb, verb, verbs)
DEFINE_GETTERS_WITH_GROUPS (QgEntity, entity, entities)
DEFINE_GETTERS_WITH_GROUPS (QgRelation, relation, relations)
DEFINE_GETTERS (QgList, list, lists)
DEFINE_GETTERS (QgView, view, views)
DEFINE_GETTERS (QgTour, tour, tours)

guint
qg_map_get_n_entities (const QgMap *map)
{
  return map->entities->len;
}

guint
qg_map_get_n_relations (const QgMap *map)
{
  return map->relations->len;
}

guint
qg_map_get_n_verbs (const QgMap *map)
{
  return map->verbs->len + (map->groups != NULL ? map->groups->verbs->len : 0);
}

guint64
qg_map_get_wording (const QgMap *map, const QgRelation *relation)
{
  guint32 plural = 0;

  if (qg_map_get_verb (map, relation->verb)->plural != NULL)
    plural = qg_map_get_entity (map, relation->from)->plural;
  return (guint64) relation->verb << 32 | plural;
}

const QgText *
qg_map_get_wording_text (const QgMap *map, guint64 wording, QgLang lang)
{
  const QgVerb *verb = qg_map_get_verb (map, (guint) (wording >> 32));
  guint32 plural = (guint32) wording;

  for (guint i = 0; plural != 0 && i < MIN (map->n_languages, QG_MAP_PLURAL_LANGUAGES); i++)
    if ((plural & 1u << i) != 0 && map->languages[i] == lang && qg_text_get (verb->plural, lang) != NULL)
      return verb->plural;
  return verb->label;
}

static guint
find (GHashTable *ids, const char *id)
{
  guint number = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (ids, id)) : 0;

  return number > 0 ? number - 1 : QG_NONE;
}

guint
qg_map_find_kind (const QgMap *map, const char *id)
{
  return find (map->kind_ids, id);
}

guint
qg_map_find_entity (const QgMap *map, const char *id)
{
  return find (map->entity_ids, id);
}

guint
qg_map_find_relation (const QgMap *map, const char *id)
{
  return find (map->relation_ids, id);
}

guint
qg_map_find_view (const QgMap *map, const char *id)
{
  return find (map->view_ids, id);
}

guint
qg_map_find_tour (const QgMap *map, const char *id)
{
  return find (map->tour_ids, id);
}

static QgNumbers
get_adjacent (const QgMap *map, const QgAdjacency *adjacency, guint entity)
{
  QgNumbers numbers = { 0, NULL };

  /* Groups have relations in parts alone. */
  if (entity >= map->entities->len)
    return numbers;
  numbers.n = adjacency->first[entity + 1] - adjacency->first[entity];
  numbers.items = adjacency->items + adjacency->first[entity];
  return numbers;
}

GHashTable *
qg_numbers_new_set (QgNumbers numbers)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < numbers.n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (numbers.items[i]));
  return set;
}

QgNumbers
qg_map_get_outgoing (const QgMap *map, guint entity)
{
  return get_adjacent (map, &map->outgoing, entity);
}

QgNumbers
qg_map_get_incoming (const QgMap *map, guint entity)
{
  return get_adjacent (map, &map->incoming, entity);
}
