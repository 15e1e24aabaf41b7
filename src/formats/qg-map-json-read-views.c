/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Views and tours. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-enums.h"
#include "qg-json-check.h"
#include "qg-map-json-private.h"
#include "qg-part.h"

/* Views. */

/* The entities of the view that is being read. */
typedef struct
{
  QgMapReader *map;
  gboolean whole_map;
  GHashTable *entities; /* numbers */
  GHashTable *placed;   /* numbers that stand in a level */
  QgNumbers *levels;
} ViewParts;

static gboolean
view_has (const ViewParts *parts, guint entity)
{
  return parts->whole_map || g_hash_table_contains (parts->entities, GUINT_TO_POINTER (entity));
}

static void
see_star (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  *(gboolean *) data = g_strcmp0 (qg_json_reader_peek_string (reader, element), "*") == 0;
}

static gboolean
is_star (QgJsonReader *reader, QgJsonValue array)
{
  gboolean star = FALSE;

  if (qg_json_reader_get_length (reader, array) == 1)
    qg_json_reader_elements (reader, array, see_star, &star);
  return star;
}

static void
check_left_out (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  ViewParts *parts = data;
  const guint *ends;
  const char *id = qg_json_reader_peek_string (reader, element);
  guint relation = id != NULL ? qg_json_ids_find (&parts->map->relations, id) : QG_NONE;

  if (relation == QG_NONE || 2 * relation + 1 >= parts->map->ends->len)
    return;
  ends = &g_array_index (parts->map->ends, guint, 2 * relation);
  if (ends[0] != QG_NONE && ends[1] != QG_NONE && !(view_has (parts, ends[0]) && view_has (parts, ends[1])))
    qg_json_reader_error (reader, element, N_ ("the relation “%s” is not in this view"), id, NULL,
                          N_ ("a relation between entities of the view"), NULL);
}

static void
check_placed (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  ViewParts *parts = data;
  const char *id = qg_json_reader_peek_string (reader, element);
  guint entity = id != NULL ? qg_json_ids_find (&parts->map->entities, id) : QG_NONE;

  if (entity == QG_NONE)
    return;
  if (!view_has (parts, entity))
    qg_json_reader_error (reader, element, N_ ("the entity “%s” is not in this view"), id, NULL,
                          N_ ("an entity of the view"), NULL);
  if (!g_hash_table_add (parts->placed, GUINT_TO_POINTER (entity)))
    qg_json_reader_error (reader, element, N_ ("“%s” stands in two levels"), id, NULL,
                          N_ ("each entity in one level"), NULL);
}

static void
read_level (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  ViewParts *parts = data;

  parts->levels[index] = (QgNumbers){ 0, NULL };
  if (!qg_json_reader_is (reader, element, QG_JSON_ARRAY))
    return;
  parts->levels[index] =
      qg_json_reader_references (reader, element, &parts->map->entities, QG_MESSAGE_NO_ENTITY);
  qg_json_reader_elements (reader, element, check_placed, parts);
}

static void
read_layout (QgMapReader *self, QgJsonValue value, ViewParts *parts, QgLayoutOptions *layout)
{
  static const QgJsonField fields[] = {
    { "engine", FALSE, QG_JSON_TEXT },    { "direction", FALSE, QG_JSON_TEXT },
    { "spacing", FALSE, QG_JSON_NUMBER }, { "rank_spacing", FALSE, QG_JSON_NUMBER },
    { "wrap", FALSE, QG_JSON_NUMBER },    { "groups", FALSE, QG_JSON_TEXT },
    { "levels", FALSE, QG_JSON_ARRAY },
  };
  static const char *const groups[] = { "none", "kind" };
  QgJsonReader *reader = &self->reader;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  guint group = 0;

  qg_layout_options_init (layout);
  if (value.at == NULL || !qg_json_reader_fields (reader, value, fields, G_N_ELEMENTS (fields), v))
    return;
  QG_READ_WORD (reader, v[0], QgEngine, qg_engine_to_id, QG_N_ENGINES, layout->engine);
  QG_READ_WORD (reader, v[1], QgDirection, qg_direction_to_id, QG_N_DIRECTIONS, layout->direction);
  layout->spacing = qg_json_reader_number (reader, v[2], 0.25, 4, 1);
  layout->rank_spacing = qg_json_reader_number (reader, v[3], 0.25, 4, 1);
  layout->wrap = qg_json_reader_number (reader, v[4], 0.25, 4, 1);
  qg_json_reader_word (reader, v[5], groups, G_N_ELEMENTS (groups), &group);
  layout->groups_by_kind = group == 1;
  layout->n_levels = qg_json_reader_get_length (reader, v[6]);
  layout->levels = parts->levels = qg_arena_alloc (reader->arena, sizeof (QgNumbers) * layout->n_levels);
  qg_json_reader_elements (reader, v[6], read_level, parts);
  if (layout->engine != QG_ENGINE_DOT && v[1].at != NULL)
    qg_json_reader_warning (reader, v[1], N_ ("a direction has no effect with the engine %s"),
                            qg_engine_to_id (layout->engine), NULL);
  if (layout->engine != QG_ENGINE_DOT && v[6].at != NULL)
    qg_json_reader_warning (reader, v[6], N_ ("levels have no effect with the engine %s"),
                            qg_engine_to_id (layout->engine), NULL);
}

/* WIDTHxHEIGHTmm, each 10 to 5000. */
static gboolean
is_page_in_mm (const char *page)
{
  char *end;
  guint64 width = g_ascii_strtoull (page, &end, 10), height;

  if (!g_ascii_isdigit (*page) || *end != 'x' || !g_ascii_isdigit (end[1]))
    return FALSE;
  height = g_ascii_strtoull (end + 1, &end, 10);
  return strcmp (end, "mm") == 0 && width >= 10 && width <= 5000 && height >= 10 && height <= 5000;
}

static const char *
read_page (QgJsonReader *reader, QgJsonValue value)
{
  static const char *const pages[] = { "16:9", "4:3", "a4", "a3", "a2", "a1", "a0", "letter", "fit" };
  const char *page = qg_json_reader_string (reader, value);

  if (page == NULL || is_page_in_mm (page))
    return page;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (page, pages[i]) == 0)
      return page;
  qg_json_reader_error (reader, value, N_ ("“%s” is no page"), page, NULL,
                        N_ ("16:9, 4:3, a4 … a0, letter, fit or WIDTHxHEIGHTmm"), NULL);
  return NULL;
}

static void
read_view_entities (QgMapReader *self, QgJsonValue array, ViewParts *parts, QgView *view)
{
  view->whole_map = parts->whole_map = is_star (&self->reader, array);
  if (view->whole_map || array.at == NULL)
    return;
  view->entities = qg_json_reader_references (&self->reader, array, &self->entities, QG_MESSAGE_NO_ENTITY);
  for (guint i = 0; i < view->entities.n; i++)
    g_hash_table_add (parts->entities, GUINT_TO_POINTER (view->entities.items[i]));
  if (qg_json_reader_get_length (&self->reader, array) == 0)
    qg_json_reader_warning (&self->reader, array, N_ ("the view shows nothing"), NULL, NULL);
}

static void
read_view (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },          { "title", TRUE, QG_JSON_ANY },
    { "description", FALSE, QG_JSON_ANY }, { "page", FALSE, QG_JSON_TEXT },
    { "entities", TRUE, QG_JSON_ARRAY },   { "without", FALSE, QG_JSON_ARRAY },
    { "layout", FALSE, QG_JSON_OBJECT },   { "collapsed", FALSE, QG_JSON_ARRAY },
  };
  QgMapReader *self = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgView view = { NULL };
  ViewParts parts = { self };

  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  parts.entities = g_hash_table_new (NULL, NULL);
  parts.placed = g_hash_table_new (NULL, NULL);
  view.id = qg_json_reader_id (reader, v[0]);
  view.title = qg_json_reader_text (reader, v[1]);
  view.description = qg_json_reader_text (reader, v[2]);
  view.page = read_page (reader, v[3]);
  read_view_entities (self, v[4], &parts, &view);
  view.without = qg_json_reader_references (reader, v[5], &self->relations, QG_MESSAGE_NO_RELATION);
  qg_json_reader_elements (reader, v[5], check_left_out, &parts);
  read_layout (self, v[6], &parts, &view.layout);
  view.collapsed = qg_json_reader_references (reader, v[7], &self->kinds, N_ ("there is no kind “%s”"));
  g_hash_table_unref (parts.entities);
  g_hash_table_unref (parts.placed);
  if (qg_map_reader_can_add (self) && !qg_json_reader_is_cancelled (reader))
    qg_map_builder_add_view (self->builder, &view);
}

void
qg_map_reader_views (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_view, self);
}

/* Tours. */

typedef struct
{
  QgMapReader *map;
  guint tour;
  QgStep *steps;
  /* What the step lights up: */
  guint step;
  guint *entities, *relations;
  guint n_entities, n_relations;
  GHashTable *seen;
} TourParts;

static void
read_highlight (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  TourParts *parts = data;
  const char *id =
      qg_json_reader_is (reader, element, QG_JSON_TEXT) ? qg_json_reader_string (reader, element) : NULL;
  guint entity, relation;
  QgHighlight highlight = { parts->tour, parts->step, .value = element };

  if (id == NULL)
    return;
  entity = qg_json_ids_find (&parts->map->entities, id);
  relation = qg_json_ids_find (&parts->map->relations, id);
  if (entity == QG_NONE && relation == QG_NONE)
    qg_json_reader_error (reader, element, N_ ("there is no entity or relation “%s”"), id, NULL,
                          N_ ("an id that this file has"), NULL);
  else if (entity != QG_NONE && relation != QG_NONE)
    qg_json_reader_error (reader, element, N_ ("“%s” is both an entity and a relation"), id, NULL,
                          N_ ("ids that differ"), NULL);
  else if (!g_hash_table_add (parts->seen, (gpointer) id))
    qg_json_reader_error (reader, element, N_ ("“%s” stands here a second time"), id, NULL,
                          N_ ("each id once"), NULL);
  else
    {
      highlight.is_relation = relation != QG_NONE;
      highlight.number = highlight.is_relation ? relation : entity;
      if (highlight.is_relation)
        parts->relations[parts->n_relations++] = relation;
      else
        parts->entities[parts->n_entities++] = entity;
      g_array_append_val (parts->map->highlights, highlight);
    }
}

static void
read_highlights (QgJsonReader *reader, QgJsonValue array, TourParts *parts, QgStep *step)
{
  gsize size = sizeof (guint) * qg_json_reader_get_length (reader, array);

  parts->entities = qg_arena_alloc (reader->arena, size);
  parts->relations = qg_arena_alloc (reader->arena, size);
  parts->n_entities = parts->n_relations = 0;
  parts->seen = g_hash_table_new (g_str_hash, g_str_equal);
  qg_json_reader_elements (reader, array, read_highlight, parts);
  g_hash_table_unref (parts->seen);
  step->highlight_entities = (QgNumbers){ parts->n_entities, parts->entities };
  step->highlight_relations = (QgNumbers){ parts->n_relations, parts->relations };
}

static void
read_step (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },          { "title", TRUE, QG_JSON_ANY },
    { "text", TRUE, QG_JSON_ANY },         { "view", FALSE, QG_JSON_TEXT },
    { "focus", FALSE, QG_JSON_TEXT },      { "depth", FALSE, QG_JSON_NUMBER },
    { "highlight", FALSE, QG_JSON_ARRAY }, { "sources", FALSE, QG_JSON_ARRAY },
  };
  TourParts *parts = data;
  QgStep *step = &parts->steps[index];
  QgJsonValue v[G_N_ELEMENTS (fields)];

  *step = (QgStep){ .view = QG_NONE, .focus = QG_NONE, .depth = 1 };
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  step->id = qg_json_reader_id (reader, v[0]);
  step->title = qg_json_reader_text (reader, v[1]);
  step->text = qg_json_reader_text (reader, v[2]);
  step->view = qg_json_reader_reference (reader, v[3], &parts->map->views, N_ ("there is no view “%s”"));
  step->focus = qg_json_reader_reference (reader, v[4], &parts->map->entities, QG_MESSAGE_NO_ENTITY);
  step->depth = qg_json_reader_whole (reader, v[5], 1, 5, 1);
  if ((v[3].place == 0) == (v[4].place == 0))
    qg_json_reader_error (reader, element, N_ ("a step shows either a view or a focus"), NULL, NULL,
                          N_ ("one of the fields view and focus"), NULL);
  if (v[5].place != 0 && v[4].place == 0)
    qg_json_reader_error_at_key (reader, v[5], N_ ("a depth without a focus"), NULL,
                                 N_ ("depth beside focus alone"), NULL);
  parts->step = index;
  read_highlights (reader, v[6], parts, step);
  step->citations = qg_map_reader_citations (parts->map, v[7]);
}

static void
read_tour (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },
    { "title", TRUE, QG_JSON_ANY },
    { "description", FALSE, QG_JSON_ANY },
    { "steps", TRUE, QG_JSON_ARRAY },
  };
  QgMapReader *self = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgJsonIds step_ids;
  QgTour tour = { NULL };
  TourParts parts = { self, index };

  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  tour.id = qg_json_reader_id (reader, v[0]);
  tour.title = qg_json_reader_text (reader, v[1]);
  tour.description = qg_json_reader_text (reader, v[2]);
  qg_json_ids_init (&step_ids);
  qg_json_reader_collect_ids (reader, v[3], &step_ids);
  qg_json_ids_clear (&step_ids);
  tour.n_steps = qg_json_reader_get_length (reader, v[3]);
  tour.steps = parts.steps = qg_arena_alloc (reader->arena, sizeof (QgStep) * tour.n_steps);
  if (v[3].at != NULL && tour.n_steps == 0)
    qg_json_reader_warning (reader, v[3], N_ ("the tour has no steps"), NULL, NULL);
  qg_json_reader_elements (reader, v[3], read_step, &parts);
  if (qg_map_reader_can_add (self) && !qg_json_reader_is_cancelled (reader))
    qg_map_builder_add_tour (self->builder, &tour);
}

void
qg_map_reader_tours (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_tour, self);
}

static QgPart *
new_step_part (QgMap *map, const QgHighlight *highlight)
{
  const QgStep *step = &qg_map_get_tour (map, highlight->tour)->steps[highlight->step];

  return step->view != QG_NONE ? qg_part_new_view (map, step->view)
                               : qg_part_new_focus (map, step->focus, step->depth, QG_FOLLOW_BOTH);
}

/* Whether what each step lights up is in its picture. @map: the finished map. */
void
qg_map_reader_check_highlights (QgMapReader *self, QgMap *map)
{
  const QgHighlight *last = NULL;
  g_autoptr (QgPart) part = NULL;

  for (guint i = 0; i < self->highlights->len; i++)
    {
      const QgHighlight *highlight = &g_array_index (self->highlights, QgHighlight, i);
      guint found;

      if (qg_json_reader_is_cancelled (&self->reader))
        return;
      if (last == NULL || last->tour != highlight->tour || last->step != highlight->step)
        {
          g_clear_pointer (&part, qg_part_unref);
          part = new_step_part (map, highlight);
        }
      last = highlight;
      found = highlight->is_relation ? qg_part_index_of_relation (part, highlight->number)
                                     : qg_part_index_of_entity (part, highlight->number);
      if (found == QG_NONE)
        qg_json_reader_error (&self->reader, highlight->value, N_ ("“%s” is not in the picture of this step"),
                              qg_json_reader_peek_string (&self->reader, highlight->value), NULL,
                              N_ ("entities and relations that the view or the focus shows"), NULL);
    }
}
