/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Entities, relations and lists. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>

#include "qg-enums.h"
#include "qg-map-json-private.h"

static const QgNote *
read_note (QgJsonReader *reader, QgJsonValue value)
{
  static const QgJsonField fields[] = {
    { "text", TRUE, QG_JSON_ANY },
    { "certainty", TRUE, QG_JSON_TEXT },
    { "as_of", FALSE, QG_JSON_TEXT },
  };
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgNote *note;

  if (value.at == NULL || !qg_json_reader_fields (reader, value, fields, G_N_ELEMENTS (fields), v))
    return NULL;
  note = qg_arena_alloc (reader->arena, sizeof (QgNote));
  note->text = qg_json_reader_text (reader, v[0]);
  note->certainty = QG_CERTAINTY_OPEN;
  QG_READ_WORD (reader, v[1], QgCertainty, qg_certainty_to_id, 3, note->certainty);
  note->as_of = qg_json_reader_date (reader, v[2], TRUE);
  return note;
}

enum
{
  RELATION_ID,
  RELATION_FROM,
  RELATION_TO,
  RELATION_VERB,
  RELATION_SENTENCE,
  RELATION_INVERSE,
  RELATION_EXPLANATION,
  RELATION_STATEMENT,
  RELATION_DENIAL,
  RELATION_SOURCES,
  RELATION_NOTE,
  N_RELATION,
};

static const QgJsonField relation_fields[N_RELATION] = {
  { "id", TRUE, QG_JSON_TEXT },          { "from", TRUE, QG_JSON_TEXT },
  { "to", TRUE, QG_JSON_TEXT },          { "verb", TRUE, QG_JSON_TEXT },
  { "sentence", FALSE, QG_JSON_ANY },    { "inverse", FALSE, QG_JSON_ANY },
  { "explanation", FALSE, QG_JSON_ANY }, { "statement", FALSE, QG_JSON_TEXT },
  { "denial", FALSE, QG_JSON_FLAG },     { "sources", FALSE, QG_JSON_ARRAY },
  { "note", FALSE, QG_JSON_OBJECT },
};

static guint
read_end (QgMapReader *self, QgJsonValue value)
{
  guint entity = qg_json_reader_reference (&self->reader, value, &self->entities, QG_MESSAGE_NO_ENTITY);

  if (entity != QG_NONE)
    self->entity_related[entity] = TRUE;
  return entity;
}

static void
read_relation (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  QgMapReader *self = data;
  QgJsonValue v[N_RELATION];
  QgRelation relation = { .from = QG_NONE, .to = QG_NONE };

  qg_json_reader_next_thing (reader);
  if (qg_json_reader_fields (reader, element, relation_fields, N_RELATION, v))
    {
      relation.id = qg_json_reader_id (reader, v[RELATION_ID]);
      relation.from = read_end (self, v[RELATION_FROM]);
      relation.to = read_end (self, v[RELATION_TO]);
      relation.verb =
          qg_json_reader_reference (reader, v[RELATION_VERB], &self->verbs, N_ ("there is no verb “%s”"));
      relation.sentence = qg_json_reader_sentence (reader, v[RELATION_SENTENCE]);
      relation.inverse = qg_json_reader_sentence (reader, v[RELATION_INVERSE]);
      relation.explanation = qg_json_reader_text (reader, v[RELATION_EXPLANATION]);
      QG_READ_WORD (reader, v[RELATION_STATEMENT], QgStatement, qg_statement_to_id, QG_N_STATEMENTS,
                    relation.statement);
      relation.denial = qg_json_reader_flag (reader, v[RELATION_DENIAL], FALSE);
      relation.citations = qg_map_reader_citations (self, v[RELATION_SOURCES]);
      relation.note = read_note (reader, v[RELATION_NOTE]);
      if (self->has_sources && qg_json_reader_get_length (reader, v[RELATION_SOURCES]) == 0)
        qg_json_reader_warning (reader, element, N_ ("the relation has no source"), NULL, NULL);
      if (qg_map_reader_can_add (self))
        qg_map_builder_add_relation (self->builder, &relation);
    }
  g_array_append_val (self->ends, relation.from);
  g_array_append_val (self->ends, relation.to);
}

void
qg_map_reader_relations (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_relation, self);
}

enum
{
  ENTITY_ID,
  ENTITY_KIND,
  ENTITY_NAME,
  ENTITY_LABEL,
  ENTITY_OTHER_NAMES,
  ENTITY_DESCRIPTION,
  ENTITY_IMPORTANCE,
  ENTITY_KEYWORD_ONLY,
  ENTITY_SOURCES,
  ENTITY_NOTE,
  ENTITY_PLURAL,
  ENTITY_PLACE,
  N_ENTITY,
};

static const QgJsonField entity_fields[N_ENTITY] = {
  { "id", TRUE, QG_JSON_TEXT },
  { "kind", TRUE, QG_JSON_TEXT },
  { "name", TRUE, QG_JSON_ANY },
  { "label", FALSE, QG_JSON_ANY },
  { "other_names", FALSE, QG_JSON_ANY },
  { "description", FALSE, QG_JSON_ANY },
  { "importance", FALSE, QG_JSON_NUMBER },
  { "keyword_only", FALSE, QG_JSON_FLAG },
  { "sources", FALSE, QG_JSON_ARRAY },
  { "note", FALSE, QG_JSON_OBJECT },
  { "plural", FALSE, QG_JSON_ARRAY },
  { "place", FALSE, QG_JSON_ARRAY },
};

typedef struct
{
  double at[2];
} Place;

static void
read_coordinate (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  Place *place = data;

  if (index < G_N_ELEMENTS (place->at))
    place->at[index] = qg_json_reader_number (reader, element, -QG_MOST_PLACE, QG_MOST_PLACE, 0);
}

static void
read_place (QgJsonReader *reader, QgJsonValue value, QgEntity *entity)
{
  Place place = { { 0, 0 } };

  if (value.at == NULL)
    return;
  if (qg_json_reader_get_length (reader, value) != G_N_ELEMENTS (place.at))
    {
      qg_json_reader_error (reader, value, N_ ("this is no place"), NULL, NULL,
                            N_ ("two numbers, across and down"), NULL);
      return;
    }
  qg_json_reader_elements (reader, value, read_coordinate, &place);
  entity->is_placed = TRUE;
  /* -0 would be written as another number than 0. */
  entity->place = (QgPoint){ place.at[0] + 0.0, place.at[1] + 0.0 };
}

static void
read_entity (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  QgMapReader *self = data;
  QgJsonValue v[N_ENTITY];
  QgEntity entity = { NULL };

  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, entity_fields, N_ENTITY, v))
    return;
  entity.id = qg_json_reader_id (reader, v[ENTITY_ID]);
  entity.kind = qg_json_reader_reference (reader, v[ENTITY_KIND], &self->kinds, N_ ("there is no kind “%s”"));
  entity.name = qg_json_reader_text (reader, v[ENTITY_NAME]);
  entity.label = qg_json_reader_text (reader, v[ENTITY_LABEL]);
  entity.n_other_names = qg_json_reader_other_names (reader, v[ENTITY_OTHER_NAMES], &entity.other_names);
  entity.description = qg_json_reader_text (reader, v[ENTITY_DESCRIPTION]);
  entity.importance = qg_json_reader_whole (reader, v[ENTITY_IMPORTANCE], 1, 3, 2);
  entity.keyword_only = qg_json_reader_flag (reader, v[ENTITY_KEYWORD_ONLY], FALSE);
  entity.citations = qg_map_reader_citations (self, v[ENTITY_SOURCES]);
  entity.note = read_note (reader, v[ENTITY_NOTE]);
  entity.plural = qg_json_reader_languages (reader, v[ENTITY_PLURAL]);
  read_place (reader, v[ENTITY_PLACE], &entity);
  if (!self->entity_related[index] && !entity.keyword_only)
    qg_json_reader_warning (reader, element, N_ ("the entity has no relation"), NULL, NULL);
  if (qg_map_reader_can_add (self))
    qg_map_builder_add_entity (self->builder, &entity);
}

void
qg_map_reader_entities (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_entity, self);
}

/* Lists. */

typedef struct
{
  QgMapReader *map;
  QgListMember *members;
} Members;

static void
read_member (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = { { "entity", FALSE, QG_JSON_TEXT }, { "text", FALSE, QG_JSON_ANY } };
  Members *members = data;
  QgListMember *member = &members->members[index];
  QgJsonValue v[G_N_ELEMENTS (fields)];

  *member = (QgListMember){ QG_NONE, NULL };
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  member->entity = qg_json_reader_reference (reader, v[0], &members->map->entities, QG_MESSAGE_NO_ENTITY);
  member->text = qg_json_reader_text (reader, v[1]);
  /* A field of a wrong type has a place, and was named already. */
  if ((v[0].place == 0) == (v[1].place == 0))
    qg_json_reader_error (reader, element, N_ ("a member is either an entity or a text"), NULL, NULL,
                          N_ ("one of the fields entity and text"), NULL);
}

static void
read_list (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },       { "title", TRUE, QG_JSON_ANY },
    { "about", FALSE, QG_JSON_TEXT },   { "ordered", FALSE, QG_JSON_FLAG },
    { "members", TRUE, QG_JSON_ARRAY }, { "sources", FALSE, QG_JSON_ARRAY },
  };
  QgMapReader *self = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgList list = { NULL };
  Members members = { self };

  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  list.id = qg_json_reader_id (reader, v[0]);
  list.title = qg_json_reader_text (reader, v[1]);
  list.about = qg_json_reader_reference (reader, v[2], &self->entities, QG_MESSAGE_NO_ENTITY);
  list.ordered = qg_json_reader_flag (reader, v[3], FALSE);
  list.n_members = qg_json_reader_get_length (reader, v[4]);
  list.members = members.members = qg_arena_alloc (reader->arena, sizeof (QgListMember) * list.n_members);
  qg_json_reader_elements (reader, v[4], read_member, &members);
  list.citations = qg_map_reader_citations (self, v[5]);
  if (qg_map_reader_can_add (self) && !qg_json_reader_is_cancelled (reader))
    qg_map_builder_add_list (self->builder, &list);
}

void
qg_map_reader_lists (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_list, self);
}
