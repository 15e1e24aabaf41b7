/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-coordinate.h"
#include "qg-enums.h"
#include "qg-file-read.h"
#include "qg-plain-text.h"

/* What is said once and holds for many, as defaults do, may make more text than the file has; bytes. */
#define MAX_REPEATED (64 * 1024 * 1024)

QgDraft *
qg_draft_new (QgMapInput *input)
{
  QgDraft *draft = g_new0 (QgDraft, 1);

  draft->input = input;
  draft->room = input->length + MAX_REPEATED;
  draft->arena = qg_arena_new ();
  draft->losses = qg_losses_new ();
  draft->kinds = g_array_new (FALSE, FALSE, sizeof (QgDraftKind));
  draft->verbs = g_array_new (FALSE, FALSE, sizeof (QgDraftVerb));
  draft->entities = g_array_new (FALSE, FALSE, sizeof (QgDraftEntity));
  draft->relations = g_array_new (FALSE, FALSE, sizeof (QgDraftRelation));
  draft->kind_keys = g_hash_table_new (g_str_hash, g_str_equal);
  draft->verb_keys = g_hash_table_new (g_str_hash, g_str_equal);
  draft->entity_keys = g_hash_table_new (g_str_hash, g_str_equal);
  draft->relation_keys = g_hash_table_new (g_str_hash, g_str_equal);
  draft->langs = g_array_new (FALSE, FALSE, sizeof (QgLang));
  draft->spots = g_array_new (FALSE, FALSE, sizeof (QgDraftSpot));
  draft->values = g_array_new (FALSE, FALSE, sizeof (QgDraftValue));
  return draft;
}

void
qg_draft_free (QgDraft *draft)
{
  g_array_unref (draft->kinds);
  g_array_unref (draft->verbs);
  g_array_unref (draft->entities);
  g_array_unref (draft->relations);
  g_hash_table_unref (draft->kind_keys);
  g_hash_table_unref (draft->verb_keys);
  g_hash_table_unref (draft->entity_keys);
  g_hash_table_unref (draft->relation_keys);
  g_array_unref (draft->langs);
  g_array_unref (draft->spots);
  g_array_unref (draft->values);
  qg_losses_free (draft->losses);
  qg_arena_free (draft->arena);
  g_free (draft);
}

QgLosses *
qg_draft_get_losses (QgDraft *draft)
{
  return draft->losses;
}

guint
qg_draft_get_n_entities (const QgDraft *draft)
{
  return draft->entities->len;
}

void
qg_draft_note_word (QgDraft *draft, QgLang lang)
{
  draft->n_kazakh_words += lang == QG_LANG_KK;
  draft->n_russian_words += lang == QG_LANG_RU;
}

void
qg_draft_set_makes_ends (QgDraft *draft, gboolean makes_ends)
{
  draft->makes_ends = makes_ends;
}

void
qg_draft_set_names_are_ends (QgDraft *draft, gboolean names_are_ends)
{
  draft->names_are_ends = names_are_ends;
}

void
qg_draft_set_draws_names (QgDraft *draft, gboolean draws_names)
{
  draft->draws_names = draws_names;
}

void
qg_draft_set_usual_shape (QgDraft *draft, const char *shape)
{
  draft->usual_shape = shape;
}

void
qg_draft_set_files (QgDraft *draft, const char *entities, const char *relations)
{
  draft->room = 2 * QG_FILE_MAX_SIZE + MAX_REPEATED;
  draft->entity_file = entities;
  draft->relation_file = relations;
}

/* ── Values ── */

/* A name stands in one line. */
static gboolean
has_lines (QgField field)
{
  return field == QG_FIELD_DESCRIPTION || field == QG_FIELD_EXPLANATION;
}

static char *
clean (QgDraft *draft, const char *value, gboolean lines)
{
  GString *text = g_string_new (NULL);
  gboolean controls = FALSE, overrides = FALSE, space = TRUE;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (qg_plain_is_override (c))
        overrides = TRUE;
      else if (qg_plain_is_control (c))
        controls = TRUE;
      else if (c == '\n' && lines)
        g_string_append_c (text, '\n');
      else if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
        {
          if (!space)
            g_string_append_c (text, ' ');
          space = TRUE;
          continue;
        }
      else
        g_string_append_len (text, p, g_utf8_next_char (p) - p);
      space = FALSE;
    }
  if (controls)
    qg_losses_add (draft->losses, N_ ("left out: control characters in texts (%s)"), NULL,
                   draft->value_place.line, draft->value_place.column);
  if (overrides)
    qg_losses_add (draft->losses, N_ ("left out: marks in texts that turn the order of letters round (%s)"),
                   NULL, draft->value_place.line, draft->value_place.column);
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}

void
qg_draft_begin (QgDraft *draft, guint line, guint column)
{
  g_array_set_size (draft->values, 0);
  draft->place = draft->value_place = (QgDraftPlace){ line, column };
}

void
qg_draft_at (QgDraft *draft, guint line, guint column)
{
  draft->value_place = (QgDraftPlace){ line, column };
}

/* FALSE where there are too many. */
static gboolean
note_lang (QgDraft *draft, QgLang lang)
{
  for (guint i = 0; i < draft->langs->len; i++)
    if (g_array_index (draft->langs, QgLang, i) == lang)
      return TRUE;
  if (draft->langs->len >= QG_DRAFT_MAX_LANGS)
    {
      qg_losses_add (draft->losses, N_ ("left out: texts in more than 32 languages (%s)"), NULL,
                     draft->value_place.line, draft->value_place.column);
      return FALSE;
    }
  g_array_append_val (draft->langs, lang);
  return TRUE;
}

/* FALSE where there is no more room; that is an error, once. */
static gboolean
take_room (QgDraft *draft, gsize length)
{
  if (draft->is_full)
    return FALSE;
  draft->is_full = length > draft->room;
  draft->room -= MIN (length, draft->room);
  if (draft->is_full)
    qg_problems_add (draft->input->problems, QG_PROBLEM_ERROR, draft->place.line, draft->place.column,
                     N_ ("this file repeats its texts too often"), NULL, NULL,
                     N_ ("shorter defaults, or fewer concepts at one linking phrase"), NULL);
  return !draft->is_full;
}

void
qg_draft_put (QgDraft *draft, QgField field, QgLang lang, const char *value)
{
  QgDraftValue put = { field, lang, NULL, draft->value_place };
  g_autofree char *cleaned = NULL;

  /* What is derived from Kazakh is derived again. */
  if (value == NULL || lang == QG_LANG_KK_LATN || draft->is_full)
    return;
  for (guint i = 0; i < draft->values->len; i++)
    {
      const QgDraftValue *other = &g_array_index (draft->values, QgDraftValue, i);

      if (other->field == field && other->lang == lang)
        return;
    }
  cleaned = clean (draft, value, has_lines (field));
  if (*cleaned == '\0' || !take_room (draft, strlen (cleaned)) || (lang != NULL && !note_lang (draft, lang)))
    return;
  put.value = qg_arena_copy_string (draft->arena, cleaned);
  g_array_append_val (draft->values, put);
}

gboolean
qg_draft_put_named (QgDraft *draft, QgFieldsOf of, const char *name, const char *value)
{
  QgLang lang;
  QgField field = qg_field_from_name (of, name, &lang);

  if (value == NULL || *value == '\0')
    return TRUE;
  if (field != QG_FIELD_NONE)
    qg_draft_put (draft, field, lang, value);
  else
    qg_losses_add (draft->losses, N_ ("not kept: “%2$s” (%1$s)"), name, draft->value_place.line,
                   draft->value_place.column);
  return field != QG_FIELD_NONE;
}

static const QgDraftValue *
find_value (const QgDraft *draft, QgField field)
{
  for (guint i = 0; i < draft->values->len; i++)
    {
      const QgDraftValue *value = &g_array_index (draft->values, QgDraftValue, i);

      if (value->field == field)
        return value;
    }
  return NULL;
}

static const char *
get (const QgDraft *draft, QgField field)
{
  const QgDraftValue *value = find_value (draft, field);

  return value != NULL ? value->value : NULL;
}

/* Where @field stands; where the thing begins that has none. */
static QgDraftPlace
get_place (const QgDraft *draft, QgField field)
{
  const QgDraftValue *value = find_value (draft, field);

  return value != NULL ? value->place : draft->place;
}

static QgDraftText *
get_text (QgDraft *draft, QgField field)
{
  QgDraftText *first = NULL, **end = &first;

  for (guint i = 0; i < draft->values->len; i++)
    {
      const QgDraftValue *value = &g_array_index (draft->values, QgDraftValue, i);

      if (value->field != field)
        continue;
      *end = qg_arena_alloc (draft->arena, sizeof **end);
      **end = (QgDraftText){ NULL, value->lang, value->value };
      end = &(*end)->next;
    }
  return first;
}

/* ── Things ── */

/* @field: where it is, QG_FIELD_NONE for all of the thing. */
static void
lose (QgDraft *draft, const char *message_id, QgField field)
{
  QgDraftPlace place = get_place (draft, field);

  qg_losses_add (draft->losses, message_id, NULL, place.line, place.column);
}

static guint
find (GHashTable *keys, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (keys, key)) - 1; /* QG_NONE where it is not there */
}

static void
note_entity_color (QgDraftKind *kind, const char *color)
{
  if (kind->n_colored++ == 0)
    kind->entity_color = color;
  else if (strcmp (kind->entity_color, color) != 0)
    kind->mixed = TRUE;
}

static guint
get_kind (QgDraft *draft)
{
  const char *key = get (draft, QG_FIELD_KIND), *color = get (draft, QG_FIELD_COLOR);
  guint number;

  if (key == NULL)
    key = get (draft, QG_FIELD_KIND_NAME);
  if (key == NULL)
    return QG_NONE;
  number = find (draft->kind_keys, key);
  if (number == QG_NONE)
    {
      QgDraftKind kind = { .key = key,
                           .name = get_text (draft, QG_FIELD_KIND_NAME),
                           .plural = get_text (draft, QG_FIELD_KIND_PLURAL),
                           .color = get (draft, QG_FIELD_KIND_COLOR),
                           .symbol = get (draft, QG_FIELD_KIND_SYMBOL) };

      number = draft->kinds->len;
      g_array_append_val (draft->kinds, kind);
      g_hash_table_insert (draft->kind_keys, (gpointer) key, GUINT_TO_POINTER (number + 1));
    }
  if (color != NULL)
    note_entity_color (&g_array_index (draft->kinds, QgDraftKind, number), color);
  return number;
}

/* No file has such a key: values are without control characters. */
static const char *
dup_changed_key (QgDraft *draft, const char *changed)
{
  g_autofree char *key = g_strconcat (QG_DRAFT_CHANGED, changed, NULL);

  return qg_arena_copy_string (draft->arena, key);
}

static guint
get_verb (QgDraft *draft)
{
  const char *key = get (draft, QG_FIELD_VERB), *changed = NULL;
  QgDraftText *label = get_text (draft, QG_FIELD_VERB_NAME), *inverse = get_text (draft, QG_FIELD_INVERSE);
  guint number;

  if (draft->draws_names)
    changed = qg_draft_drawn_find_changed (label, NULL);
  if (changed != NULL)
    {
      key = dup_changed_key (draft, changed);
      label = qg_arena_alloc (draft->arena, sizeof *label);
      *label = (QgDraftText){ NULL, NULL, changed };
      inverse = NULL;
    }
  if (key == NULL && label != NULL)
    key = label->value;
  if (key == NULL)
    return QG_NONE;
  number = find (draft->verb_keys, key);
  if (number == QG_NONE)
    {
      QgDraftVerb verb = { key, label, inverse };

      number = draft->verbs->len;
      g_array_append_val (draft->verbs, verb);
      g_hash_table_insert (draft->verb_keys, (gpointer) key, GUINT_TO_POINTER (number + 1));
    }
  return number;
}

static guint
get_importance (QgDraft *draft)
{
  const char *value = get (draft, QG_FIELD_IMPORTANCE);

  if (value == NULL)
    return 2;
  if (value[0] >= '1' && value[0] <= '3' && value[1] == '\0')
    return (guint) (value[0] - '0');
  lose (draft, N_ ("not kept: an importance that is not 1, 2 or 3 (%s)"), QG_FIELD_IMPORTANCE);
  return 2;
}

static void
set_center (QgDraft *draft, QgDraftEntity *entity)
{
  const char *x = get (draft, QG_FIELD_X), *y = get (draft, QG_FIELD_Y);

  entity->is_placed =
      qg_coordinate_parse (x, &entity->center.x) && qg_coordinate_parse (y, &entity->center.y);
  if (!entity->is_placed && (x != NULL || y != NULL))
    lose (draft, QG_DRAFT_MESSAGE_NO_CENTER, x != NULL ? QG_FIELD_X : QG_FIELD_Y);
}

void
qg_draft_add_spot (QgDraft *draft, const char *id, const char *x, const char *y, guint line, guint column)
{
  g_autofree char *key = id != NULL ? clean (draft, id, FALSE) : NULL;
  QgDraftSpot spot = { .place = { line, column } };

  if (key == NULL)
    return;
  spot.key = qg_arena_copy_string (draft->arena, key);
  spot.x = x != NULL ? qg_arena_copy_string (draft->arena, x) : NULL;
  spot.y = y != NULL ? qg_arena_copy_string (draft->arena, y) : NULL;
  g_array_append_val (draft->spots, spot);
}

/* Only what leads to a page or an address for letters; the rest could run something, or read a file. */
static gboolean
is_safe_url (const char *url)
{
  gboolean web =
      g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0;

  if (!web && g_ascii_strncasecmp (url, "mailto:", 7) != 0)
    return FALSE;
  return strpbrk (url, " \t\r\n\"<>\\^`{|}") == NULL && g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL);
}

/* In a map the scheme is in small letters, which means the same (RFC 3986, 3.1). */
static const char *
with_small_scheme (QgDraft *draft, const char *url)
{
  gsize length = strcspn (url, ":");
  g_autofree char *scheme = g_ascii_strdown (url, (gssize) length);
  g_autofree char *whole = g_strconcat (scheme, url + length, NULL);

  return qg_arena_copy_string (draft->arena, whole);
}

static const char *
get_url (QgDraft *draft)
{
  const char *url = get (draft, QG_FIELD_URL);

  if (url == NULL)
    return NULL;
  if (is_safe_url (url))
    return with_small_scheme (draft, url);
  lose (draft, N_ ("left out: links that are not http, https or mailto (%s)"), QG_FIELD_URL);
  return NULL;
}

static void
fail_twice (QgDraft *draft, const char *key)
{
  QgDraftPlace place = get_place (draft, QG_FIELD_ID);

  qg_problems_add (draft->input->problems, QG_PROBLEM_ERROR, place.line, place.column,
                   N_ ("the id “%s” is there twice"), key, NULL, NULL, NULL);
}

/* Who gave no ids has never seen the one that the name was taken for. */
static void
fail_name_twice (QgDraft *draft, const QgDraftEntity *entity, const QgDraftEntity *first)
{
  g_autofree char *line = g_strdup_printf ("%u", first->place.line);

  qg_problems_add (draft->input->problems, QG_PROBLEM_ERROR, entity->place.line, entity->place.column,
                   N_ ("the name “%1$s” is there twice, first in line %2$s, and neither has an id"),
                   entity->key, line, N_ ("an id for each of them, or two names"), NULL);
}

void
qg_draft_add_entity (QgDraft *draft)
{
  QgDraftEntity entity = { .key = get (draft, QG_FIELD_ID),
                           .name = get_text (draft, QG_FIELD_NAME),
                           .label = get_text (draft, QG_FIELD_LABEL),
                           .description = get_text (draft, QG_FIELD_DESCRIPTION),
                           .color = get (draft, QG_FIELD_COLOR),
                           .url = get_url (draft),
                           .kind = get_kind (draft),
                           .importance = get_importance (draft),
                           .shape = get (draft, QG_FIELD_SHAPE),
                           .place = draft->place };
  guint first;

  entity.key_is_name = entity.key == NULL;
  if (entity.key == NULL)
    entity.key = entity.name != NULL ? entity.name->value : entity.label != NULL ? entity.label->value : NULL;
  if (entity.key == NULL)
    {
      lose (draft, N_ ("left out: entities without id and name (%s)"), QG_FIELD_NONE);
      return;
    }
  entity.place = get_place (draft, !entity.key_is_name   ? QG_FIELD_ID
                                   : entity.name != NULL ? QG_FIELD_NAME
                                                         : QG_FIELD_LABEL);
  first = find (draft->entity_keys, entity.key);
  if (first != QG_NONE)
    {
      const QgDraftEntity *other = &g_array_index (draft->entities, QgDraftEntity, first);

      if (entity.key_is_name && other->key_is_name)
        fail_name_twice (draft, &entity, other);
      else
        fail_twice (draft, entity.key);
      return;
    }
  set_center (draft, &entity);
  g_array_append_val (draft->entities, entity);
  g_hash_table_insert (draft->entity_keys, (gpointer) entity.key, GUINT_TO_POINTER (draft->entities->len));
}

void
qg_draft_add_relation (QgDraft *draft)
{
  const char *statement = get (draft, QG_FIELD_STATEMENT), *denial = get (draft, QG_FIELD_DENIAL);
  QgDraftRelation relation = { .key = get (draft, QG_FIELD_ID),
                               .from = get (draft, QG_FIELD_FROM),
                               .to = get (draft, QG_FIELD_TO),
                               .explanation = get_text (draft, QG_FIELD_EXPLANATION),
                               .statement = QG_STATEMENT_UNSTATED,
                               .from_place = get_place (draft, QG_FIELD_FROM),
                               .to_place = get_place (draft, QG_FIELD_TO) };

  if (relation.from == NULL || relation.to == NULL)
    {
      lose (draft, N_ ("left out: relations with only one end (%s)"), QG_FIELD_NONE);
      return;
    }
  relation.verb = get_verb (draft);
  if (statement != NULL && !qg_statement_from_id (statement, &relation.statement))
    lose (draft, N_ ("not kept: kinds of statement that are not known (%s)"), QG_FIELD_STATEMENT);
  relation.denial = denial != NULL && (strcmp (denial, "true") == 0 || strcmp (denial, "1") == 0);
  if (relation.key != NULL && g_hash_table_contains (draft->relation_keys, relation.key))
    {
      fail_twice (draft, relation.key);
      return;
    }
  g_array_append_val (draft->relations, relation);
  if (relation.key != NULL)
    g_hash_table_insert (draft->relation_keys, (gpointer) relation.key,
                         GUINT_TO_POINTER (draft->relations->len));
}

void
qg_draft_add_about (QgDraft *draft)
{
  const char *languages = get (draft, QG_FIELD_LANGUAGES);
  g_auto (GStrv) tags = g_strsplit (languages != NULL ? languages : "", ",", QG_DRAFT_MAX_LANGS);

  /* Those that are declared come first, in their order. */
  for (guint i = 0, n = 0; tags[i] != NULL; i++)
    {
      QgLang lang = qg_lang_from_tag (g_strstrip (tags[i]));
      gboolean declared = FALSE;

      if (lang == NULL || lang == QG_LANG_KK_LATN)
        continue;
      for (guint k = 0; k < draft->langs->len; k++)
        if (g_array_index (draft->langs, QgLang, k) == lang)
          {
            declared = k < n;
            if (!declared)
              g_array_remove_index (draft->langs, k);
            break;
          }
      if (!declared && draft->langs->len < QG_DRAFT_MAX_LANGS)
        g_array_insert_val (draft->langs, n++, lang);
      draft->declares_langs = TRUE;
    }
  draft->id = get (draft, QG_FIELD_ID);
  draft->title = get_text (draft, QG_FIELD_TITLE);
  draft->description = get_text (draft, QG_FIELD_DESCRIPTION);
}
