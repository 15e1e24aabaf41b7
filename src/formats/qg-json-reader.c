/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qg-json-check.h"
#include "qg-json-string.h"
#include "qg-plain-text.h"

static const char *const type_names[] = {
  N_ ("text in double quotes"),
  N_ ("a number"),
  N_ ("true or false"),
  N_ ("an array"),
  N_ ("an object"),
  N_ ("a value"),
};

static const QgJsonValuePlace *
get_place (QgJsonReader *reader, guint32 place)
{
  return &g_array_index (reader->places, QgJsonValuePlace, place);
}

static void
add_problem (QgJsonReader *reader, QgSeverity severity, guint32 offset, const char *message_id,
             const char *arg1, const char *arg2, const char *expected_id, const char *expected_arg)
{
  guint line, column;

  qg_places_find (reader->lines, offset, &line, &column);
  qg_problems_add (reader->problems, severity, line, column, message_id, arg1, arg2, expected_id,
                   expected_arg);
}

void
qg_json_reader_error (QgJsonReader *reader, QgJsonValue at, const char *message_id, const char *arg1,
                      const char *arg2, const char *expected_id, const char *expected_arg)
{
  add_problem (reader, QG_PROBLEM_ERROR, get_place (reader, at.place)->start, message_id, arg1, arg2,
               expected_id, expected_arg);
}

void
qg_json_reader_error_at_key (QgJsonReader *reader, QgJsonValue at, const char *message_id, const char *arg1,
                             const char *expected_id, const char *expected_arg)
{
  add_problem (reader, QG_PROBLEM_ERROR, get_place (reader, at.place)->key, message_id, arg1, NULL,
               expected_id, expected_arg);
}

void
qg_json_reader_warning (QgJsonReader *reader, QgJsonValue at, const char *message_id, const char *arg1,
                        const char *arg2)
{
  add_problem (reader, QG_PROBLEM_WARNING, get_place (reader, at.place)->start, message_id, arg1, arg2, NULL,
               NULL);
}

/* Whether reading should stop; sets the reader's error the first time. */
gboolean
qg_json_reader_is_cancelled (QgJsonReader *reader)
{
  if (reader->cancelled == NULL)
    g_cancellable_set_error_if_cancelled (reader->cancellable, &reader->cancelled);
  return reader->cancelled != NULL;
}

/* Lets go of the texts of the thing that was read last. */
void
qg_json_reader_next_thing (QgJsonReader *reader)
{
  g_ptr_array_set_size (reader->texts, 0);
}

static gboolean
is_whole (double number)
{
  return number == floor (number);
}

/* The first character tells, since the text is correct. */
static gboolean
has_type (const char *at, QgJsonType type)
{
  switch (type)
    {
    case QG_JSON_TEXT:
      return *at == '"';
    case QG_JSON_NUMBER:
      return *at == '-' || g_ascii_isdigit (*at);
    case QG_JSON_FLAG:
      return *at == 't' || *at == 'f';
    case QG_JSON_ARRAY:
      return *at == '[';
    case QG_JSON_OBJECT:
      return *at == '{';
    default:
      return TRUE;
    }
}

static QgJsonValue
get_value (QgJsonReader *reader, guint32 place)
{
  return (QgJsonValue){ reader->text + get_place (reader, place)->start, place };
}

/* The name in front of a value: most are short and have no escapes, and are not kept. */
static const char *
get_name (QgJsonReader *reader, guint32 place, char *buffer, gsize size)
{
  const char *at = reader->text + get_place (reader, place)->key, *p = at + 1;

  for (gsize i = 0; i < size && p[i] != '\\'; i++)
    {
      buffer[i] = p[i];
      if (p[i] == '"')
        {
          buffer[i] = '\0';
          return buffer;
        }
    }
  return qg_json_string_copy (reader->arena, at);
}

/* qg_json_reader_is:
 * Whether @value is there and of @type; another type is an error. */
gboolean
qg_json_reader_is (QgJsonReader *reader, QgJsonValue value, QgJsonType type)
{
  static const char *const wrong[] = {
    N_ ("text stands here"),     N_ ("a number stands here"),  N_ ("true or false stands here"),
    N_ ("an array stands here"), N_ ("an object stands here"),
  };

  if (value.at == NULL)
    return FALSE;
  if (has_type (value.at, type))
    return TRUE;
  for (guint i = QG_JSON_TEXT; i < QG_JSON_ANY; i++)
    if (has_type (value.at, (QgJsonType) i))
      {
        qg_json_reader_error (reader, value, wrong[i], NULL, NULL, type_names[type], NULL);
        return FALSE;
      }
  qg_json_reader_error (reader, value, N_ ("null stands here"), NULL, NULL, type_names[type], NULL);
  return FALSE;
}

void
qg_json_reader_members (QgJsonReader *reader, QgJsonValue object, QgJsonMemberFunc func, gpointer data)
{
  guint32 next;
  char name[64];

  if (!qg_json_reader_is (reader, object, QG_JSON_OBJECT))
    return;
  for (guint32 place = object.place + 1; place < get_place (reader, object.place)->next; place = next)
    {
      next = get_place (reader, place)->next;
      func (reader, get_name (reader, place, name, sizeof name), get_value (reader, place), data);
    }
}

typedef struct
{
  const QgJsonField *fields;
  guint n;
  QgJsonValue *values;
} Fields;

static void
read_field (QgJsonReader *reader, const char *name, QgJsonValue member, gpointer data)
{
  Fields *wanted = data;
  g_autoptr (GString) names = NULL;

  for (guint i = 0; i < wanted->n; i++)
    if (strcmp (wanted->fields[i].name, name) == 0)
      {
        if (qg_json_reader_is (reader, member, wanted->fields[i].type))
          wanted->values[i] = member;
        else
          wanted->values[i] = (QgJsonValue){ NULL, member.place };
        return;
      }
  names = g_string_new (NULL);
  for (guint i = 0; i < wanted->n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", wanted->fields[i].name);
  qg_json_reader_error_at_key (reader, member, N_ ("unknown field “%s”"), name, N_ ("one of: %s"),
                               names->str);
}

/* qg_json_reader_fields:
 * @fields: @n of them, at most %QG_JSON_MAX_KNOWN
 * @values: (out caller-allocates): a value for each field; absent where the file has none, or one of a wrong
 * type
 *
 * Reads an object that may have these fields and no others.
 *
 * Returns: whether @object is one; its faults are noted in any case. */
gboolean
qg_json_reader_fields (QgJsonReader *reader, QgJsonValue object, const QgJsonField *fields, guint n,
                       QgJsonValue *values)
{
  Fields wanted = { fields, n, values };

  for (guint i = 0; i < n; i++)
    values[i] = QG_JSON_ABSENT;
  if (!qg_json_reader_is (reader, object, QG_JSON_OBJECT))
    return FALSE;
  qg_json_reader_members (reader, object, read_field, &wanted);
  for (guint i = 0; i < n; i++)
    /* A field of a wrong type has a place but no node. */
    if (fields[i].required && values[i].at == NULL && values[i].place == 0)
      qg_json_reader_error (reader, object, N_ ("the field “%s” is missing"), fields[i].name, NULL,
                            fields[i].type == QG_JSON_ANY ? NULL : type_names[fields[i].type], NULL);
  return TRUE;
}

guint
qg_json_reader_get_length (QgJsonReader *reader, QgJsonValue array)
{
  guint n = 0;

  if (array.at == NULL)
    return 0;
  for (guint32 place = array.place + 1; place < get_place (reader, array.place)->next;
       place = get_place (reader, place)->next)
    n++;
  return n;
}

/* Calls @func for each element of an array; for none where it is absent. Stops when cancelled. */
void
qg_json_reader_elements (QgJsonReader *reader, QgJsonValue array, QgJsonElementFunc func, gpointer data)
{
  guint32 place = array.place + 1;

  if (!qg_json_reader_is (reader, array, QG_JSON_ARRAY))
    return;
  for (guint i = 0; place < get_place (reader, array.place)->next; i++)
    {
      if (i % 256 == 0 && qg_json_reader_is_cancelled (reader))
        return;
      func (reader, get_value (reader, place), i, data);
      place = get_place (reader, place)->next;
    }
}

/* Plain values. */

/* qg_json_reader_peek_string:
 * Returns: (nullable): what @value says, in the reader's arena; %NULL, and nothing is noted, where it is
 *   absent or no string. */
const char *
qg_json_reader_peek_string (QgJsonReader *reader, QgJsonValue value)
{
  return value.at != NULL && has_type (value.at, QG_JSON_TEXT) ? qg_json_string_copy (reader->arena, value.at)
                                                               : NULL;
}

/* @string without what could make it read otherwise than it is written. */
static const char *
clean (QgJsonReader *reader, QgJsonValue value, const char *string)
{
  gboolean controls, overrides;
  g_autofree char *cleaned = qg_plain_without_marks (string, &controls, &overrides);

  if (cleaned == NULL)
    return string;
  if (controls)
    qg_json_reader_warning (reader, value, N_ ("control characters are left out of this text"), NULL, NULL);
  if (overrides)
    qg_json_reader_warning (reader, value,
                            N_ ("marks that turn the order of letters round are left out of this text"), NULL,
                            NULL);
  return qg_arena_copy_string (reader->arena, cleaned);
}

/* An empty string is as good as none, and an error. */
static const char *
get_string (QgJsonReader *reader, QgJsonValue value, gboolean cleaned)
{
  const char *string;

  if (!qg_json_reader_is (reader, value, QG_JSON_TEXT))
    return NULL;
  string = qg_json_string_copy (reader->arena, value.at);
  if (cleaned)
    string = clean (reader, value, string);
  if (*string == '\0')
    {
      qg_json_reader_error (reader, value, N_ ("this text is empty"), NULL, NULL,
                            N_ ("a text, or no such field"), NULL);
      return NULL;
    }
  return string;
}

const char *
qg_json_reader_string (QgJsonReader *reader, QgJsonValue value)
{
  return get_string (reader, value, TRUE);
}

static gboolean
is_id (const char *id)
{
  if (!g_ascii_islower (*id) && !g_ascii_isdigit (*id))
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_islower (*id) && !g_ascii_isdigit (*id) && *id != '-')
      return FALSE;
  return TRUE;
}

const char *
qg_json_reader_id (QgJsonReader *reader, QgJsonValue value)
{
  const char *id = get_string (reader, value, FALSE);

  if (id == NULL || is_id (id))
    return id;
  qg_json_reader_error (reader, value, N_ ("“%s” is no id"), id, NULL,
                        N_ ("small Latin letters, digits and -, with a letter or digit first"), NULL);
  return NULL;
}

gboolean
qg_json_reader_flag (QgJsonReader *reader, QgJsonValue value, gboolean absent)
{
  return qg_json_reader_is (reader, value, QG_JSON_FLAG) ? *value.at == 't' : absent;
}

static char *
dup_range (double least, double most)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("%s … %s", g_ascii_formatd (low, sizeof low, "%.15g", least),
                          g_ascii_formatd (high, sizeof high, "%.15g", most));
}

double
qg_json_reader_number (QgJsonReader *reader, QgJsonValue value, double least, double most, double absent)
{
  g_autofree char *range = NULL;
  double number;

  if (!qg_json_reader_is (reader, value, QG_JSON_NUMBER))
    return absent;
  number = g_ascii_strtod (value.at, NULL);
  if (number >= least && number <= most)
    return number;
  range = dup_range (least, most);
  qg_json_reader_error (reader, value, N_ ("the number is out of range"), NULL, NULL, N_ ("a number in %s"),
                        range);
  return absent;
}

guint
qg_json_reader_whole (QgJsonReader *reader, QgJsonValue value, guint least, guint most, guint absent)
{
  g_autofree char *range = NULL;
  double number;

  if (!qg_json_reader_is (reader, value, QG_JSON_NUMBER))
    return absent;
  number = g_ascii_strtod (value.at, NULL);
  if (number >= least && number <= most && is_whole (number))
    return (guint) number;
  range = dup_range (least, most);
  qg_json_reader_error (reader, value, N_ ("the number is out of range"), NULL, NULL,
                        N_ ("a whole number in %s"), range);
  return absent;
}

/* YYYY, YYYY-MM, YYYY-MM-DD; a day that the calendar has. */
static gboolean
is_date (const char *date, gboolean partial)
{
  gsize length = strlen (date);
  guint year, month = 1, day = 1;

  if (length != 10 && !(partial && (length == 4 || length == 7)))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
      return FALSE;
  year = (guint) g_ascii_strtoull (date, NULL, 10);
  if (length > 4)
    month = (guint) g_ascii_strtoull (date + 5, NULL, 10);
  if (length > 7)
    day = (guint) g_ascii_strtoull (date + 8, NULL, 10);
  return month <= 12 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* @partial: whether a year or a month will do */
const char *
qg_json_reader_date (QgJsonReader *reader, QgJsonValue value, gboolean partial)
{
  const char *date = get_string (reader, value, FALSE);

  if (date == NULL || is_date (date, partial))
    return date;
  qg_json_reader_error (reader, value, N_ ("“%s” is no date"), date, NULL,
                        partial ? N_ ("YYYY, YYYY-MM or YYYY-MM-DD") : N_ ("YYYY-MM-DD"), NULL);
  return NULL;
}

/* @number: (inout): which of @words it is; left alone where the value is absent or wrong */
void
qg_json_reader_word (QgJsonReader *reader, QgJsonValue value, const char *const *words, guint n_words,
                     guint *number)
{
  g_autoptr (GString) all = NULL;
  const char *word = get_string (reader, value, FALSE);

  if (word == NULL)
    return;
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i], word) == 0)
      {
        *number = i;
        return;
      }
  all = g_string_new (NULL);
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", words[i]);
  qg_json_reader_error (reader, value, N_ ("“%s” is not known here"), word, NULL, N_ ("one of: %s"),
                        all->str);
}

/* Ids of other things. */

void
qg_json_ids_init (QgJsonIds *ids)
{
  ids->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  ids->n = 0;
}

void
qg_json_ids_clear (QgJsonIds *ids)
{
  g_clear_pointer (&ids->numbers, g_hash_table_unref);
}

guint
qg_json_ids_find (const QgJsonIds *ids, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (ids->numbers, id));

  return number > 0 ? number - 1 : QG_NONE;
}

typedef struct
{
  QgJsonIds *ids;
  QgJsonValue found;
} Collecting;

static void
find_id_member (QgJsonReader *reader, const char *name, QgJsonValue member, gpointer data)
{
  Collecting *collecting = data;

  if (strcmp (name, "id") == 0)
    collecting->found = member;
}

static void
collect_id (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  Collecting *collecting = data;
  const char *id;

  collecting->ids->n = index + 1;
  collecting->found = QG_JSON_ABSENT;
  if (!has_type (element.at, QG_JSON_OBJECT))
    return;
  qg_json_reader_members (reader, element, find_id_member, collecting);
  /* What is no id is told when the thing is read. */
  id = qg_json_reader_peek_string (reader, collecting->found);
  if (id == NULL)
    return;
  if (g_hash_table_contains (collecting->ids->numbers, id))
    qg_json_reader_error (reader, collecting->found, N_ ("the id “%s” is used a second time"), id, NULL,
                          N_ ("an id of its own"), NULL);
  else
    g_hash_table_insert (collecting->ids->numbers, (gpointer) id, GUINT_TO_POINTER (index + 1));
}

/* The ids of all objects in @array, with their numbers; an id that is there twice is an error. */
void
qg_json_reader_collect_ids (QgJsonReader *reader, QgJsonValue array, QgJsonIds *ids)
{
  Collecting collecting = { ids };

  if (array.at != NULL)
    qg_json_reader_elements (reader, array, collect_id, &collecting);
}

/* qg_json_reader_reference:
 * @unknown_id: the message where nothing has that id, with one '%s'
 *
 * Returns: the number of the thing that @value names; %QG_NONE where absent or wrong. */
guint
qg_json_reader_reference (QgJsonReader *reader, QgJsonValue value, const QgJsonIds *ids,
                          const char *unknown_id)
{
  const char *id = get_string (reader, value, FALSE);
  guint number;

  if (id == NULL)
    return QG_NONE;
  number = qg_json_ids_find (ids, id);
  if (number == QG_NONE)
    qg_json_reader_error (reader, value, unknown_id, id, NULL, N_ ("an id that this file has"), NULL);
  return number;
}

typedef struct
{
  const QgJsonIds *ids;
  const char *unknown_id;
  GHashTable *seen;
  guint *items;
  guint n;
} References;

static void
read_reference (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data)
{
  References *references = data;
  guint number = QG_NONE;

  if (qg_json_reader_is (reader, element, QG_JSON_TEXT))
    number = qg_json_reader_reference (reader, element, references->ids, references->unknown_id);
  if (number == QG_NONE)
    return;
  if (!g_hash_table_add (references->seen, GUINT_TO_POINTER (number)))
    qg_json_reader_error (reader, element, N_ ("“%s” stands here a second time"),
                          qg_json_reader_peek_string (reader, element), NULL, N_ ("each id once"), NULL);
  else
    references->items[references->n++] = number;
}

/* An array of ids, each once. Where one is wrong, fewer come back. */
QgNumbers
qg_json_reader_references (QgJsonReader *reader, QgJsonValue array, const QgJsonIds *ids,
                           const char *unknown_id)
{
  References references = { ids, unknown_id };

  if (array.at == NULL)
    return (QgNumbers){ 0, NULL };
  references.seen = g_hash_table_new (NULL, NULL);
  references.items =
      qg_arena_alloc (reader->arena, sizeof (guint) * qg_json_reader_get_length (reader, array));
  qg_json_reader_elements (reader, array, read_reference, &references);
  g_hash_table_unref (references.seen);
  return (QgNumbers){ references.n, references.items };
}
