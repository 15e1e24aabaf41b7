/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-builder.h"

#include "qg-latin.h"
#include "qg-map-private.h"

#include <string.h>

struct _QgMapBuilder
{
  QgMap *map;
  gboolean derives_latin;
  QgLang kazakh, latin; /* interned once: it takes a lock */
};

/* @text with its Latin form where the map has Kazakh; (transfer full). */
static QgText *
derive_latin (QgMapBuilder *builder, QgText *text)
{
  const char *kazakh = qg_text_get (text, builder->kazakh);
  guint n = qg_text_get_n (text);
  g_autofree char *latin = NULL;
  g_autofree QgLang *langs = NULL;
  g_autofree const char **values = NULL;

  if (kazakh == NULL || qg_text_get (text, builder->latin) != NULL)
    return qg_text_ref (text);
  langs = g_new (QgLang, n + 1);
  values = g_new (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    values[i] = qg_text_get_nth (text, i, &langs[i]);
  langs[n] = builder->latin;
  values[n] = latin = qg_latin_from_cyrillic (kazakh);
  return qg_text_new (langs, values, n + 1);
}

/* The map's own reference to @text, as the map shows it; NULL for NULL. */
static QgText *
keep_text (QgMapBuilder *builder, QgText *text)
{
  QgText *kept;

  if (text == NULL)
    return NULL;
  kept = builder->derives_latin ? derive_latin (builder, text) : qg_text_ref (text);
  g_ptr_array_add (builder->map->texts, kept);
  return kept;
}

static const char *
keep_string (QgMapBuilder *builder, const char *string)
{
  return qg_arena_copy_string (builder->map->arena, string);
}

static QgNumbers
keep_numbers (QgMapBuilder *builder, QgNumbers numbers)
{
  return (QgNumbers){ numbers.n, QG_ARENA_COPY_ARRAY (builder->map->arena, numbers.items, numbers.n) };
}

static QgCitations
keep_citations (QgMapBuilder *builder, QgCitations citations)
{
  return (QgCitations){ citations.n,
                        QG_ARENA_COPY_ARRAY (builder->map->arena, citations.items, citations.n) };
}

static const QgNote *
keep_note (QgMapBuilder *builder, const QgNote *note)
{
  QgNote *copy;

  if (note == NULL)
    return NULL;
  copy = QG_ARENA_COPY_ARRAY (builder->map->arena, note, 1);
  copy->text = keep_text (builder, note->text);
  copy->as_of = keep_string (builder, note->as_of);
  return copy;
}

/* qg_map_builder_new:
 * @languages: @n_languages interned tags, the map's own first; one at least */
QgMapBuilder *
qg_map_builder_new (const char *id, QgText *title, const QgLang *languages, guint n_languages)
{
  QgMapBuilder *builder = g_new0 (QgMapBuilder, 1);
  QgMap *map = builder->map = g_new0 (QgMap, 1);

  g_atomic_ref_count_init (&map->ref_count);
  map->arena = qg_arena_new ();
  map->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_text_unref);
  map->kinds = g_array_new (FALSE, FALSE, sizeof (QgKind));
  map->verbs = g_array_new (FALSE, FALSE, sizeof (QgVerb));
  map->sources = g_array_new (FALSE, FALSE, sizeof (QgSource));
  map->entities = g_array_new (FALSE, FALSE, sizeof (QgEntity));
  map->relations = g_array_new (FALSE, FALSE, sizeof (QgRelation));
  map->lists = g_array_new (FALSE, FALSE, sizeof (QgList));
  map->views = g_array_new (FALSE, FALSE, sizeof (QgView));
  map->tours = g_array_new (FALSE, FALSE, sizeof (QgTour));
  map->languages = QG_ARENA_COPY_ARRAY (map->arena, languages, n_languages);
  map->n_languages = n_languages;
  builder->kazakh = QG_LANG_KK;
  builder->latin = QG_LANG_KK_LATN;
  for (guint i = 0; i < n_languages; i++)
    builder->derives_latin |= languages[i] == builder->kazakh;
  map->id = keep_string (builder, id);
  map->title = keep_text (builder, title);
  return builder;
}

void
qg_map_builder_free (QgMapBuilder *builder)
{
  qg_map_unref (builder->map);
  g_free (builder);
}

void
qg_map_builder_set_about (QgMapBuilder *builder, QgText *description, const char *version, const char *date,
                          const char *licence)
{
  QgMap *map = builder->map;

  map->description = keep_text (builder, description);
  map->version = keep_string (builder, version);
  map->date = keep_string (builder, date);
  map->licence = keep_string (builder, licence);
}

guint
qg_map_builder_add_kind (QgMapBuilder *builder, const QgKind *kind)
{
  QgKind copy = *kind;

  copy.id = keep_string (builder, kind->id);
  copy.name = keep_text (builder, kind->name);
  copy.plural = keep_text (builder, kind->plural);
  g_array_append_val (builder->map->kinds, copy);
  return builder->map->kinds->len - 1;
}

guint
qg_map_builder_add_verb (QgMapBuilder *builder, const QgVerb *verb)
{
  QgVerb copy = *verb;

  copy.id = keep_string (builder, verb->id);
  copy.label = keep_text (builder, verb->label);
  copy.inverse = keep_text (builder, verb->inverse);
  copy.plural = keep_text (builder, verb->plural);
  g_array_append_val (builder->map->verbs, copy);
  return builder->map->verbs->len - 1;
}

guint
qg_map_builder_add_source (QgMapBuilder *builder, const QgSource *source)
{
  QgSource copy = *source;
  QgSection *sections = QG_ARENA_COPY_ARRAY (builder->map->arena, source->sections, source->n_sections);
  QgLocator *locators = QG_ARENA_COPY_ARRAY (builder->map->arena, source->locators, source->n_locators);

  for (guint i = 0; i < source->n_sections; i++)
    {
      sections[i].id = keep_string (builder, sections[i].id);
      sections[i].name = keep_text (builder, sections[i].name);
    }
  for (guint i = 0; i < source->n_locators; i++)
    {
      locators[i].id = keep_string (builder, locators[i].id);
      locators[i].number = keep_string (builder, locators[i].number);
      locators[i].words = keep_string (builder, locators[i].words);
    }
  copy.id = keep_string (builder, source->id);
  copy.title = keep_text (builder, source->title);
  copy.label = source->label == NULL || source->label == source->title ? copy.title
                                                                       : keep_text (builder, source->label);
  copy.description = keep_text (builder, source->description);
  copy.author = keep_string (builder, source->author);
  copy.year = keep_string (builder, source->year);
  copy.url = keep_string (builder, source->url);
  copy.sections = sections;
  copy.locators = locators;
  g_array_append_val (builder->map->sources, copy);
  return builder->map->sources->len - 1;
}

guint
qg_map_builder_add_entity (QgMapBuilder *builder, const QgEntity *entity)
{
  QgEntity copy = *entity;
  QgText **others = qg_arena_alloc (builder->map->arena, sizeof (QgText *) * entity->n_other_names);

  for (guint i = 0; i < entity->n_other_names; i++)
    others[i] = keep_text (builder, entity->other_names[i]);
  copy.id = keep_string (builder, entity->id);
  copy.name = keep_text (builder, entity->name);
  copy.label =
      entity->label == NULL || entity->label == entity->name ? copy.name : keep_text (builder, entity->label);
  copy.other_names = others;
  copy.description = keep_text (builder, entity->description);
  copy.citations = keep_citations (builder, entity->citations);
  copy.note = keep_note (builder, entity->note);
  g_array_append_val (builder->map->entities, copy);
  return builder->map->entities->len - 1;
}

guint
qg_map_builder_add_relation (QgMapBuilder *builder, const QgRelation *relation)
{
  QgRelation copy = *relation;

  copy.id = keep_string (builder, relation->id);
  copy.sentence = keep_text (builder, relation->sentence);
  copy.inverse = keep_text (builder, relation->inverse);
  copy.explanation = keep_text (builder, relation->explanation);
  copy.citations = keep_citations (builder, relation->citations);
  copy.note = keep_note (builder, relation->note);
  g_array_append_val (builder->map->relations, copy);
  return builder->map->relations->len - 1;
}

guint
qg_map_builder_add_list (QgMapBuilder *builder, const QgList *list)
{
  QgList copy = *list;
  QgListMember *members = QG_ARENA_COPY_ARRAY (builder->map->arena, list->members, list->n_members);

  for (guint i = 0; i < list->n_members; i++)
    members[i].text = keep_text (builder, members[i].text);
  copy.id = keep_string (builder, list->id);
  copy.title = keep_text (builder, list->title);
  copy.members = members;
  copy.citations = keep_citations (builder, list->citations);
  g_array_append_val (builder->map->lists, copy);
  return builder->map->lists->len - 1;
}

/* qg_map_builder_add_view:
 * @view: its entities are not looked at where it shows the whole map */
guint
qg_map_builder_add_view (QgMapBuilder *builder, const QgView *view)
{
  QgView copy = *view;
  QgNumbers *levels = QG_ARENA_COPY_ARRAY (builder->map->arena, view->layout.levels, view->layout.n_levels);

  for (guint i = 0; i < view->layout.n_levels; i++)
    levels[i] = keep_numbers (builder, levels[i]);
  copy.id = keep_string (builder, view->id);
  copy.title = keep_text (builder, view->title);
  copy.description = keep_text (builder, view->description);
  copy.page = keep_string (builder, view->page);
  copy.entities = view->whole_map ? (QgNumbers){ 0, NULL } : keep_numbers (builder, view->entities);
  copy.without = keep_numbers (builder, view->without);
  copy.collapsed = keep_numbers (builder, view->collapsed);
  copy.layout.levels = levels;
  g_array_append_val (builder->map->views, copy);
  return builder->map->views->len - 1;
}

guint
qg_map_builder_add_tour (QgMapBuilder *builder, const QgTour *tour)
{
  QgTour copy = *tour;
  QgStep *steps = QG_ARENA_COPY_ARRAY (builder->map->arena, tour->steps, tour->n_steps);

  for (guint i = 0; i < tour->n_steps; i++)
    {
      QgStep *step = &steps[i];

      step->id = keep_string (builder, step->id);
      step->title = keep_text (builder, step->title);
      step->text = keep_text (builder, step->text);
      step->highlight_entities = keep_numbers (builder, step->highlight_entities);
      step->highlight_relations = keep_numbers (builder, step->highlight_relations);
      step->citations = keep_citations (builder, step->citations);
    }
  copy.id = keep_string (builder, tour->id);
  copy.title = keep_text (builder, tour->title);
  copy.description = keep_text (builder, tour->description);
  copy.steps = steps;
  g_array_append_val (builder->map->tours, copy);
  return builder->map->tours->len - 1;
}

/* Ids to numbers. Each struct begins with its id. */
static GHashTable *
index_ids (GArray *things)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  gsize size = g_array_get_element_size (things);

  for (guint i = 0; i < things->len; i++)
    {
      const char *const *id = (const char *const *) (gconstpointer) (things->data + i * size);

      g_hash_table_insert (ids, (gpointer) *id, GUINT_TO_POINTER (i + 1));
    }
  return ids;
}

/* Counting sort of the relations by one of their ends. */
static QgAdjacency
index_ends (QgMap *map, gsize end_offset)
{
  guint n_entities = map->entities->len, n_relations = map->relations->len;
  QgAdjacency adjacency = { qg_arena_alloc (map->arena, sizeof (guint) * ((gsize) n_entities + 1)),
                            qg_arena_alloc (map->arena, sizeof (guint) * (gsize) n_relations) };
  g_autofree guint *next = g_new0 (guint, (gsize) n_entities + 1);

#define END_OF(r) G_STRUCT_MEMBER (guint, &g_array_index (map->relations, QgRelation, (r)), end_offset)
  for (guint r = 0; r < n_relations; r++)
    next[END_OF (r) + 1]++;
  for (guint e = 0; e < n_entities; e++)
    next[e + 1] += next[e];
  memcpy (adjacency.first, next, sizeof (guint) * ((gsize) n_entities + 1));
  for (guint r = 0; r < n_relations; r++)
    adjacency.items[next[END_OF (r)]++] = r;
#undef END_OF
  return adjacency;
}

static void
fill_whole_views (QgMap *map)
{
  guint n = map->entities->len;
  guint *all = NULL;

  for (guint v = 0; v < map->views->len; v++)
    {
      QgView *view = &g_array_index (map->views, QgView, v);

      if (!view->whole_map)
        continue;
      if (all == NULL)
        {
          all = qg_arena_alloc (map->arena, sizeof (guint) * (gsize) n);
          for (guint i = 0; i < n; i++)
            all[i] = i;
        }
      view->entities = (QgNumbers){ n, all };
    }
}

/* qg_map_builder_end:
 * The numbers of entities that relations name are checked here; a wrong one is the caller's fault.
 *
 * Returns: (transfer full): the map. */
QgMap *
qg_map_builder_end (QgMapBuilder *builder)
{
  QgMap *map = builder->map;

  for (guint r = 0; r < map->relations->len; r++)
    {
      const QgRelation *relation = &g_array_index (map->relations, QgRelation, r);

      if (relation->from >= map->entities->len || relation->to >= map->entities->len)
        g_error ("relation %s has an end that is no entity", relation->id);
    }
  fill_whole_views (map);
  map->outgoing = index_ends (map, G_STRUCT_OFFSET (QgRelation, from));
  map->incoming = index_ends (map, G_STRUCT_OFFSET (QgRelation, to));
  map->kind_ids = index_ids (map->kinds);
  map->entity_ids = index_ids (map->entities);
  map->relation_ids = index_ids (map->relations);
  map->view_ids = index_ids (map->views);
  map->tour_ids = index_ids (map->tours);
  g_free (builder);
  return map;
}

void
qg_layout_options_init (QgLayoutOptions *options)
{
  *options = (QgLayoutOptions){
    .engine = QG_ENGINE_DOT, .direction = QG_DIRECTION_AUTO, .spacing = 1, .rank_spacing = 1, .wrap = 1
  };
}
