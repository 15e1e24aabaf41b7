/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The map as a whole, kinds, verbs and sources. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-enums.h"
#include "qg-formats-error.h"
#include "qg-json-check.h"
#include "qg-map-json-private.h"
#include "qg-map-json.h"

gboolean
qg_map_reader_can_add (QgMapReader *self)
{
  return self->builder != NULL && qg_problems_get_n_errors (self->reader.problems) == 0;
}

static void
read_color (QgJsonReader *reader, QgJsonValue value, QgKind *kind)
{
  const char *color = value.at != NULL ? qg_json_reader_peek_string (reader, value) : "";

  if (*color != '#')
    {
      QG_READ_WORD (reader, value, QgHue, qg_hue_to_id, QG_N_HUES - 1, kind->hue);
      return;
    }
  kind->hue = QG_HUE_CUSTOM;
  kind->rgb = (guint32) g_ascii_strtoull (color + 1, NULL, 16);
  if (strlen (color) != 7 || strspn (color + 1, "0123456789abcdefABCDEF") != 6)
    qg_json_reader_error (reader, value, N_ ("“%s” is no color"), color, NULL,
                          N_ ("# and six hexadecimal digits"), NULL);
}

static void
read_kind (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },     { "name", TRUE, QG_JSON_ANY },     { "plural", FALSE, QG_JSON_ANY },
    { "color", FALSE, QG_JSON_TEXT }, { "symbol", FALSE, QG_JSON_TEXT }, { "quiet", FALSE, QG_JSON_FLAG },
  };
  QgMapReader *self = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgKind kind = { .hue = QG_HUE_SLATE, .symbol = QG_SYMBOL_CIRCLE };

  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  kind.id = qg_json_reader_id (reader, v[0]);
  kind.name = qg_json_reader_text (reader, v[1]);
  kind.plural = qg_json_reader_text (reader, v[2]);
  read_color (reader, v[3], &kind);
  QG_READ_WORD (reader, v[4], QgSymbol, qg_symbol_to_id, QG_N_SYMBOLS, kind.symbol);
  kind.quiet = qg_json_reader_flag (reader, v[5], FALSE);
  if (qg_map_reader_can_add (self))
    qg_map_builder_add_kind (self->builder, &kind);
}

void
qg_map_reader_kinds (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_kind, self);
}

static void
read_verb (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },
    { "label", TRUE, QG_JSON_ANY },
    { "inverse", TRUE, QG_JSON_ANY },
    { "plural", FALSE, QG_JSON_ANY },
  };
  QgMapReader *self = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgVerb verb = { NULL };

  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  verb.id = qg_json_reader_id (reader, v[0]);
  verb.label = qg_json_reader_text (reader, v[1]);
  verb.inverse = qg_json_reader_text (reader, v[2]);
  verb.plural = qg_json_reader_some_text (reader, v[3]);
  if (qg_map_reader_can_add (self))
    qg_map_builder_add_verb (self->builder, &verb);
}

void
qg_map_reader_verbs (QgMapReader *self, QgJsonValue array)
{
  qg_json_reader_elements (&self->reader, array, read_verb, self);
}

/* Sources. */

typedef struct
{
  QgJsonIds section_ids;
  QgSection *sections;
  QgLocator *locators;
} SourceParts;

static void
read_section (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = { { "id", TRUE, QG_JSON_TEXT }, { "name", TRUE, QG_JSON_ANY } };
  SourceParts *parts = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];

  parts->sections[index] = (QgSection){ NULL, NULL };
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  parts->sections[index].id = qg_json_reader_id (reader, v[0]);
  parts->sections[index].name = qg_json_reader_text (reader, v[1]);
}

static void
read_locator (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },       { "kind", TRUE, QG_JSON_TEXT },   { "number", TRUE, QG_JSON_TEXT },
    { "section", FALSE, QG_JSON_TEXT }, { "words", FALSE, QG_JSON_TEXT },
  };
  SourceParts *parts = data;
  QgLocator *locator = &parts->locators[index];
  QgJsonValue v[G_N_ELEMENTS (fields)];

  *locator = (QgLocator){ .section = QG_NONE };
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  locator->id = qg_json_reader_id (reader, v[0]);
  QG_READ_WORD (reader, v[1], QgLocatorKind, qg_locator_kind_to_id, QG_N_LOCATOR_KINDS, locator->kind);
  locator->number = qg_json_reader_string (reader, v[2]);
  locator->section =
      qg_json_reader_reference (reader, v[3], &parts->section_ids, N_ ("the source has no section “%s”"));
  locator->words = qg_json_reader_string (reader, v[4]);
}

/* Only addresses that a person may be led to. */
static const char *
read_url (QgJsonReader *reader, QgJsonValue value)
{
  const char *url = qg_json_reader_string (reader, value);

  if (url == NULL || g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"))
    return url;
  qg_json_reader_error (reader, value, N_ ("“%s” is no address on the web"), url, NULL,
                        N_ ("an address that begins with https:// or http://"), NULL);
  return NULL;
}

static void
free_ids (gpointer data)
{
  qg_json_ids_clear (data);
  g_free (data);
}

static void
read_source (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = {
    { "id", TRUE, QG_JSON_TEXT },          { "title", TRUE, QG_JSON_ANY },
    { "description", FALSE, QG_JSON_ANY }, { "author", FALSE, QG_JSON_TEXT },
    { "year", FALSE, QG_JSON_TEXT },       { "url", FALSE, QG_JSON_TEXT },
    { "listed", FALSE, QG_JSON_FLAG },     { "sections", FALSE, QG_JSON_ARRAY },
    { "locators", FALSE, QG_JSON_ARRAY },  { "label", FALSE, QG_JSON_ANY },
  };
  QgMapReader *self = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgSource source = { NULL };
  SourceParts parts;
  QgJsonIds *locator_ids = g_new0 (QgJsonIds, 1);

  qg_json_ids_init (locator_ids);
  g_ptr_array_add (self->locators, locator_ids);
  qg_json_reader_next_thing (reader);
  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  source.id = qg_json_reader_id (reader, v[0]);
  source.title = qg_json_reader_text (reader, v[1]);
  source.description = qg_json_reader_text (reader, v[2]);
  source.author = qg_json_reader_string (reader, v[3]);
  source.year = qg_json_reader_string (reader, v[4]);
  source.url = read_url (reader, v[5]);
  source.listed = qg_json_reader_flag (reader, v[6], TRUE);
  source.label = qg_json_reader_text (reader, v[9]);

  qg_json_ids_init (&parts.section_ids);
  qg_json_reader_collect_ids (reader, v[7], &parts.section_ids);
  qg_json_reader_collect_ids (reader, v[8], locator_ids);
  source.n_sections = qg_json_reader_get_length (reader, v[7]);
  source.n_locators = qg_json_reader_get_length (reader, v[8]);
  source.sections = parts.sections = qg_arena_alloc (reader->arena, sizeof (QgSection) * source.n_sections);
  source.locators = parts.locators = qg_arena_alloc (reader->arena, sizeof (QgLocator) * source.n_locators);
  qg_json_reader_elements (reader, v[7], read_section, &parts);
  qg_json_reader_elements (reader, v[8], read_locator, &parts);
  qg_json_ids_clear (&parts.section_ids);
  if (qg_map_reader_can_add (self) && !qg_json_reader_is_cancelled (reader))
    qg_map_builder_add_source (self->builder, &source);
}

void
qg_map_reader_sources (QgMapReader *self, QgJsonValue array)
{
  self->has_sources = qg_json_reader_get_length (&self->reader, array) > 0;
  qg_json_reader_elements (&self->reader, array, read_source, self);
}

typedef struct
{
  QgMapReader *map;
  QgCitation *items;
  guint n;
} Citing;

static void
read_citation (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  static const QgJsonField fields[] = { { "source", TRUE, QG_JSON_TEXT }, { "at", FALSE, QG_JSON_TEXT } };
  Citing *citing = data;
  QgJsonValue v[G_N_ELEMENTS (fields)];
  QgCitation citation = { QG_NONE, QG_NONE };

  if (!qg_json_reader_fields (reader, element, fields, G_N_ELEMENTS (fields), v))
    return;
  citation.source =
      qg_json_reader_reference (reader, v[0], &citing->map->sources, N_ ("there is no source “%s”"));
  if (citation.source == QG_NONE || citation.source >= citing->map->locators->len)
    return;
  citation.locator =
      qg_json_reader_reference (reader, v[1], g_ptr_array_index (citing->map->locators, citation.source),
                                N_ ("the source has no locator “%s”"));
  citing->items[citing->n++] = citation;
}

QgCitations
qg_map_reader_citations (QgMapReader *self, QgJsonValue array)
{
  Citing citing = { self };

  citing.items = qg_arena_alloc (self->reader.arena,
                                 sizeof (QgCitation) * qg_json_reader_get_length (&self->reader, array));
  qg_json_reader_elements (&self->reader, array, read_citation, &citing);
  return (QgCitations){ citing.n, citing.items };
}

/* The whole. */

enum
{
  WHOLE_FORMAT,
  WHOLE_ID,
  WHOLE_TITLE,
  WHOLE_LANGUAGES,
  WHOLE_VERSION,
  WHOLE_DATE,
  WHOLE_LICENCE,
  WHOLE_DESCRIPTION,
  WHOLE_KINDS,
  WHOLE_VERBS,
  WHOLE_SOURCES,
  WHOLE_ENTITIES,
  WHOLE_RELATIONS,
  WHOLE_LISTS,
  WHOLE_VIEWS,
  WHOLE_TOURS,
  N_WHOLE,
};

static const QgJsonField whole_fields[N_WHOLE] = {
  { "qogam-map", TRUE, QG_JSON_NUMBER }, { "id", TRUE, QG_JSON_TEXT },
  { "title", TRUE, QG_JSON_ANY },        { "languages", TRUE, QG_JSON_ARRAY },
  { "version", FALSE, QG_JSON_TEXT },    { "date", FALSE, QG_JSON_TEXT },
  { "licence", FALSE, QG_JSON_TEXT },    { "description", FALSE, QG_JSON_ANY },
  { "kinds", TRUE, QG_JSON_ARRAY },      { "verbs", TRUE, QG_JSON_ARRAY },
  { "sources", FALSE, QG_JSON_ARRAY },   { "entities", TRUE, QG_JSON_ARRAY },
  { "relations", TRUE, QG_JSON_ARRAY },  { "lists", FALSE, QG_JSON_ARRAY },
  { "views", FALSE, QG_JSON_ARRAY },     { "tours", FALSE, QG_JSON_ARRAY },
};

static void
read_language_tag (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  GArray *langs = data;
  const char *tag =
      qg_json_reader_is (reader, element, QG_JSON_TEXT) ? qg_json_reader_string (reader, element) : NULL;
  QgLang lang;

  if (tag == NULL)
    return;
  if (!qg_lang_is_valid (tag))
    {
      qg_json_reader_error (reader, element, N_ ("“%s” is no language tag"), tag, NULL,
                            N_ ("a tag such as kk, ru or en"), NULL);
      return;
    }
  lang = qg_lang_intern (tag);
  for (guint i = 0; i < langs->len; i++)
    if (g_array_index (langs, QgLang, i) == lang)
      {
        qg_json_reader_error (reader, element, N_ ("“%s” stands here a second time"), tag, NULL,
                              N_ ("each language once"), NULL);
        return;
      }
  g_array_append_val (langs, lang);
}

#define MAX_LANGUAGES 32

/* (transfer full): QgLang elements; empty where they are wrong. */
static GArray *
read_languages (QgJsonReader *reader, QgJsonValue array)
{
  GArray *langs = g_array_new (FALSE, FALSE, sizeof (QgLang));
  gboolean kazakh = FALSE, latin = FALSE;

  qg_json_reader_elements (reader, array, read_language_tag, langs);
  for (guint i = 0; i < langs->len; i++)
    {
      kazakh |= g_array_index (langs, QgLang, i) == QG_LANG_KK;
      latin |= g_array_index (langs, QgLang, i) == QG_LANG_KK_LATN;
    }
  if (kazakh && latin)
    qg_json_reader_error (reader, array, N_ ("kk-Latn beside kk"), NULL, NULL,
                          N_ ("kk alone: its Latin form is made from it"), NULL);
  if (array.at != NULL && (langs->len == 0 || langs->len > MAX_LANGUAGES))
    {
      if (qg_json_reader_get_length (reader, array) == 0 || langs->len > 0)
        qg_json_reader_error (reader, array, N_ ("the number of languages is wrong"), NULL, NULL,
                              N_ ("1 to 32 languages"), NULL);
      g_array_set_size (langs, 0);
    }
  return langs;
}

static void
read_head (QgMapReader *self, const QgJsonValue *v)
{
  QgJsonReader *reader = &self->reader;
  const char *id, *version, *date, *licence;
  QgText *title, *description;

  id = qg_json_reader_id (reader, v[WHOLE_ID]);
  title = qg_json_reader_text (reader, v[WHOLE_TITLE]);
  description = qg_json_reader_text (reader, v[WHOLE_DESCRIPTION]);
  version = qg_json_reader_string (reader, v[WHOLE_VERSION]);
  date = qg_json_reader_date (reader, v[WHOLE_DATE], FALSE);
  licence = qg_json_reader_string (reader, v[WHOLE_LICENCE]);
  if (qg_problems_get_n_errors (reader->problems) > 0)
    return;
  self->builder = qg_map_builder_new (id, title, reader->langs, reader->n_langs);
  qg_map_builder_set_about (self->builder, description, version, date, licence);
}

static void
collect_all_ids (QgMapReader *self, const QgJsonValue *v)
{
  const struct
  {
    guint field;
    QgJsonIds *ids;
  } tables[] = {
    { WHOLE_KINDS, &self->kinds },         { WHOLE_VERBS, &self->verbs }, { WHOLE_SOURCES, &self->sources },
    { WHOLE_ENTITIES, &self->entities },   { WHOLE_LISTS, &self->lists }, { WHOLE_VIEWS, &self->views },
    { WHOLE_RELATIONS, &self->relations }, { WHOLE_TOURS, &self->tours },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      qg_json_ids_init (tables[i].ids);
      qg_json_reader_collect_ids (&self->reader, v[tables[i].field], tables[i].ids);
    }
  self->entity_related = g_new0 (guint8, (gsize) self->entities.n + 1);
}

static void
clear_reader (QgMapReader *self)
{
  QgJsonIds *const tables[] = { &self->kinds,     &self->verbs, &self->sources, &self->entities,
                                &self->relations, &self->lists, &self->views,   &self->tours };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    qg_json_ids_clear (tables[i]);
  g_clear_pointer (&self->builder, qg_map_builder_free);
  g_ptr_array_unref (self->locators);
  g_array_unref (self->ends);
  g_array_unref (self->highlights);
  g_free (self->entity_related);
  qg_arena_free (self->reader.arena);
  g_ptr_array_unref (self->reader.texts);
}

static void
take_format (QgJsonReader *reader, const char *name, QgJsonValue member, gpointer data)
{
  QgJsonValue *format = data;

  if (strcmp (name, "qogam-map") == 0 && format->at == NULL)
    *format = member;
}

/* A later format may have anything in it: what this one expects would mislead. */
static gboolean
is_newer (QgJsonReader *reader, QgJsonValue document)
{
  QgJsonValue format = QG_JSON_ABSENT;

  if (*document.at != '{')
    return FALSE;
  qg_json_reader_members (reader, document, take_format, &format);
  if (format.at == NULL || !g_ascii_isdigit (*format.at) || g_ascii_strtod (format.at, NULL) < 2)
    return FALSE;
  qg_json_reader_error (reader, format, N_ ("this map was made by a newer Qogam"), NULL, NULL,
                        N_ ("a newer version of Qogam, or a map of format 1"), NULL);
  return TRUE;
}

/* Everything; the map, NULL where there was an error. */
static QgMap *
read_whole (QgMapReader *self, QgJsonValue document)
{
  QgJsonReader *reader = &self->reader;
  QgJsonValue v[N_WHOLE];
  g_autoptr (GArray) langs = NULL;
  g_autoptr (QgMap) map = NULL;

  if (is_newer (reader, document) || !qg_json_reader_fields (reader, document, whole_fields, N_WHOLE, v))
    return NULL;
  qg_json_reader_whole (reader, v[WHOLE_FORMAT], 1, 1, 1);
  langs = read_languages (reader, v[WHOLE_LANGUAGES]);
  reader->langs = (const QgLang *) (gconstpointer) langs->data;
  reader->n_langs = langs->len;
  read_head (self, v);
  collect_all_ids (self, v);
  qg_map_reader_kinds (self, v[WHOLE_KINDS]);
  qg_map_reader_verbs (self, v[WHOLE_VERBS]);
  qg_map_reader_sources (self, v[WHOLE_SOURCES]);
  qg_map_reader_relations (self, v[WHOLE_RELATIONS]);
  qg_map_reader_entities (self, v[WHOLE_ENTITIES]);
  qg_map_reader_lists (self, v[WHOLE_LISTS]);
  qg_map_reader_views (self, v[WHOLE_VIEWS]);
  qg_map_reader_tours (self, v[WHOLE_TOURS]);
  if (qg_json_reader_is_cancelled (reader) || !qg_map_reader_can_add (self))
    return NULL;
  map = qg_map_builder_end (g_steal_pointer (&self->builder));
  qg_map_reader_check_highlights (self, map);
  return qg_problems_get_n_errors (reader->problems) == 0 ? g_steal_pointer (&map) : NULL;
}

static QgMap *
read_text (const char *text, const GArray *values, QgPlaces *lines, QgProblems *problems,
           GCancellable *cancellable, GError **error)
{
  QgMapReader self = { .reader = { text, values, lines, problems, cancellable } };
  QgMap *map;

  self.reader.arena = qg_arena_new ();
  self.reader.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_text_unref);
  self.locators = g_ptr_array_new_with_free_func (free_ids);
  self.ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self.highlights = g_array_new (FALSE, FALSE, sizeof (QgHighlight));
  map = read_whole (&self, (QgJsonValue){ text + g_array_index (values, QgJsonValuePlace, 0).start, 0 });
  clear_reader (&self);
  if (self.reader.cancelled != NULL)
    {
      g_clear_pointer (&map, qg_map_unref);
      g_propagate_error (error, self.reader.cancelled);
    }
  else if (map == NULL)
    g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_INVALID, "the file is no correct map");
  return map;
}

/* qg_map_json_read:
 * @text: @length bytes with a NUL behind them
 * @problems: gets every error and every warning
 *
 * Returns: (transfer full): the map, which has no errors but may have warnings; %NULL with @error set
 *   (%QG_FORMATS_ERROR_SYNTAX, _ENCODING, _INVALID, %G_IO_ERROR_CANCELLED). */
QgMap *
qg_map_json_read (const char *text, gsize length, QgProblems *problems, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GArray) values = qg_json_check (text, length, problems, cancellable, error);
  g_autoptr (QgPlaces) lines = NULL;

  if (values == NULL)
    return NULL;
  lines = qg_places_new (text, length);
  return read_text (text, values, lines, problems, cancellable, error);
}
