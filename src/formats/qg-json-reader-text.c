/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Texts in languages, for the reader of JSON. */

#include "qg-config.h"

#include "qg-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LANGS 64

typedef struct
{
  QgLang langs[MAX_LANGS];
  const char *values[MAX_LANGS];
  guint n;
  gboolean is_sentence;
  GPtrArray *names; /* other names */
} Texts;

/* Where a language is named: by the key of a member, or by a value. */
typedef enum
{
  PLACED_AT_KEY,
  PLACED_AT_VALUE,
} Placed;

/* The language that @name, a key in a text, stands for; NULL, with an error, where the map has no such
 * language. */
static QgLang
find_language (QgJsonReader *reader, const char *name, QgJsonValue value, Placed placed)
{
  g_autoptr (GString) all = NULL;

  for (guint i = 0; i < reader->n_langs; i++)
    if (strcmp (reader->langs[i], name) == 0)
      return reader->langs[i];
  if (reader->n_langs == 0)
    return NULL; /* the languages are wrong themselves, and that was said */
  all = g_string_new (NULL);
  for (guint i = 0; i < reader->n_langs; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", reader->langs[i]);
  if (placed == PLACED_AT_KEY)
    qg_json_reader_error_at_key (reader, value, N_ ("“%s” is none of the map's languages"), name,
                                 N_ ("one of: %s"), all->str);
  else
    qg_json_reader_error (reader, value, N_ ("“%s” is none of the map's languages"), name, NULL,
                          N_ ("one of: %s"), all->str);
  return NULL;
}

/* Whether @sentence has one {from|…} and one {to|…}, neither empty, and no brace or bar besides. */
static gboolean
is_sentence (const char *sentence)
{
  guint n_from = 0, n_to = 0;

  for (const char *p = sentence; *p != '\0';)
    {
      gsize name;

      if (*p == '|' || *p == '}')
        return FALSE;
      if (*p != '{')
        {
          p++;
          continue;
        }
      if (g_str_has_prefix (p, "{from|"))
        n_from++;
      else if (g_str_has_prefix (p, "{to|"))
        n_to++;
      else
        return FALSE;
      p = strchr (p, '|') + 1;
      name = strcspn (p, "{|}");
      if (name == 0 || p[name] != '}')
        return FALSE;
      p += name + 1;
    }
  return n_from == 1 && n_to == 1;
}

static const char *
check_value (QgJsonReader *reader, QgJsonValue value, gboolean sentence)
{
  const char *string = qg_json_reader_string (reader, value);

  if (string == NULL || !sentence || is_sentence (string))
    return string;
  qg_json_reader_error (reader, value, N_ ("the sentence does not hold its two names"), NULL, NULL,
                        N_ ("one {from|…} and one {to|…}, and no other {, | or }"), NULL);
  return NULL;
}

static void
read_language (QgJsonReader *reader, const char *name, QgJsonValue member, gpointer data)
{
  Texts *texts = data;
  QgLang lang = find_language (reader, name, member, PLACED_AT_KEY);
  const char *value = check_value (reader, member, texts->is_sentence);

  if (lang == NULL || texts->n == MAX_LANGS)
    return;
  /* A wrong value is noted already; "" keeps it from being missed as well. */
  texts->langs[texts->n] = lang;
  texts->values[texts->n++] = value != NULL ? value : "";
}

static const char *
find_value (const Texts *texts, QgLang lang)
{
  for (guint i = 0; i < texts->n; i++)
    if (texts->langs[i] == lang)
      return texts->values[i];
  return NULL;
}

static void
warn_missing (QgJsonReader *reader, QgJsonValue value, const Texts *texts)
{
  for (guint i = 0; i < reader->n_langs; i++)
    if (find_value (texts, reader->langs[i]) == NULL)
      qg_json_reader_warning (reader, value, N_ ("no text in the language “%s”"), reader->langs[i], NULL);
}

/* A plain string, which is right in a map of one language. */
static void
read_plain (QgJsonReader *reader, QgJsonValue value, Texts *texts)
{
  const char *string = check_value (reader, value, texts->is_sentence);

  if (reader->n_langs > 1)
    qg_json_reader_error (reader, value, N_ ("a plain text in a map of several languages"), NULL, NULL,
                          N_ ("an object with a text for each language"), NULL);
  if (reader->n_langs != 1)
    return;
  texts->langs[0] = reader->langs[0];
  texts->values[0] = string != NULL ? string : "";
  texts->n = 1;
}

/* In the order of the map's languages, whatever the file's is. */
static QgText *
make_text (QgJsonReader *reader, const Texts *texts)
{
  const char *values[MAX_LANGS];
  QgText *text;

  for (guint i = 0; i < reader->n_langs; i++)
    {
      values[i] = find_value (texts, reader->langs[i]);
      if (values[i] != NULL && *values[i] == '\0')
        values[i] = NULL;
    }
  text = qg_text_new (reader->langs, values, reader->n_langs);
  g_ptr_array_add (reader->texts, text);
  return text;
}

typedef enum
{
  TEXT_WHOLE,    /* in every language of the map */
  TEXT_SENTENCE, /* the same, with its two names */
  TEXT_SOME,     /* in any of them */
} TextRule;

static QgText *
read_text (QgJsonReader *reader, QgJsonValue value, TextRule rule)
{
  Texts texts = { .is_sentence = rule == TEXT_SENTENCE };

  if (value.at == NULL)
    return NULL;
  if (*value.at == '"')
    read_plain (reader, value, &texts);
  else if (*value.at != '{')
    {
      qg_json_reader_is (reader, value, reader->n_langs == 1 ? QG_JSON_TEXT : QG_JSON_OBJECT);
      return NULL;
    }
  else
    {
      qg_json_reader_members (reader, value, read_language, &texts);
      if (texts.n == 0 && reader->n_langs > 0)
        qg_json_reader_error (reader, value, N_ ("a text without words"), NULL, NULL,
                              N_ ("a text for each language of the map"), NULL);
      else if (rule != TEXT_SOME)
        warn_missing (reader, value, &texts);
    }
  return make_text (reader, &texts);
}

/* qg_json_reader_text:
 * Returns: (nullable) (transfer none): the text; %NULL where absent or wrong. */
QgText *
qg_json_reader_text (QgJsonReader *reader, QgJsonValue value)
{
  return read_text (reader, value, TEXT_WHOLE);
}

/* qg_json_reader_sentence:
 * As qg_json_reader_text(), for the sentence of a relation. */
QgText *
qg_json_reader_sentence (QgJsonReader *reader, QgJsonValue value)
{
  return read_text (reader, value, TEXT_SENTENCE);
}

/* qg_json_reader_some_text:
 * As qg_json_reader_text(), for what need not be said in every language. */
QgText *
qg_json_reader_some_text (QgJsonReader *reader, QgJsonValue value)
{
  return read_text (reader, value, TEXT_SOME);
}

static void
read_tag (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  guint32 *languages = data;
  QgLang lang;

  if (!qg_json_reader_is (reader, element, QG_JSON_TEXT))
    return;
  lang = find_language (reader, qg_json_reader_string (reader, element), element, PLACED_AT_VALUE);
  for (guint i = 0; lang != NULL && i < MIN (reader->n_langs, QG_MAP_PLURAL_LANGUAGES); i++)
    if (reader->langs[i] == lang)
      *languages |= 1u << i;
}

/* qg_json_reader_languages:
 * Returns: a bit for each of the map's languages that the array names, from 1 for the first. */
guint32
qg_json_reader_languages (QgJsonReader *reader, QgJsonValue value)
{
  guint32 languages = 0;

  if (value.at != NULL)
    qg_json_reader_elements (reader, value, read_tag, &languages);
  return languages;
}

static void
read_name (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  Texts *texts = data;
  const char *name =
      qg_json_reader_is (reader, element, QG_JSON_TEXT) ? qg_json_reader_string (reader, element) : NULL;

  if (name != NULL && texts->langs[0] != NULL)
    g_ptr_array_add (texts->names, qg_text_new_single (texts->langs[0], name));
}

static void
read_names (QgJsonReader *reader, const char *name, QgJsonValue member, gpointer data)
{
  Texts *texts = data;

  texts->langs[0] = find_language (reader, name, member, PLACED_AT_KEY);
  qg_json_reader_elements (reader, member, read_name, texts);
}

/* qg_json_reader_other_names:
 * @names: (out): the names, each in one language; borrowed until the next thing
 *
 * An object with an array of names for each language; in a map of one language, an array will do. */
guint
qg_json_reader_other_names (QgJsonReader *reader, QgJsonValue value, QgText *const **names)
{
  Texts texts = { .names = reader->texts };
  guint first = reader->texts->len;

  *names = NULL;
  if (value.at == NULL)
    return 0;
  if (*value.at == '[' && reader->n_langs == 1)
    {
      texts.langs[0] = reader->langs[0];
      qg_json_reader_elements (reader, value, read_name, &texts);
    }
  else
    qg_json_reader_members (reader, value, read_names, &texts);
  if (reader->texts->len == first)
    return 0;
  *names = qg_arena_copy (reader->arena, reader->texts->pdata + first,
                          sizeof (gpointer) * (reader->texts->len - first));
  return reader->texts->len - first;
}
