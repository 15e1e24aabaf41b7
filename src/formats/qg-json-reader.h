/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Reading correct JSON, by the places that the strict check has noted, with every fault named at its place:
 * fields, words, texts in languages, citations. Used by the reader of maps; private to formats/. One thread.
 */

#pragma once

#include <gio/gio.h>

#include "qg-arena.h"
#include "qg-map.h"
#include "qg-places.h"
#include "qg-problems.h"

G_BEGIN_DECLS

/* A value and the number of its place; NULL where a field is absent. */
typedef struct
{
  const char *at; /* where it begins in the text */
  guint32 place;
} QgJsonValue;

#define QG_JSON_ABSENT ((QgJsonValue){ NULL, 0 })

typedef enum
{
  QG_JSON_TEXT, /* a string */
  QG_JSON_NUMBER,
  QG_JSON_FLAG,
  QG_JSON_ARRAY,
  QG_JSON_OBJECT,
  QG_JSON_ANY,
} QgJsonType;

typedef struct
{
  const char *name;
  gboolean required;
  QgJsonType type;
} QgJsonField;

#define QG_JSON_MAX_KNOWN 16 /* fields of one object */

/* Numbers by id, and what to call such a thing in a message. */
typedef struct
{
  GHashTable *numbers; /* borrowed keys; numbers plus one */
  guint n;
} QgJsonIds;

typedef struct
{
  const char *text;     /* that qg_json_check() has found correct */
  const GArray *places; /* QgJsonValuePlace */
  QgPlaces *lines;
  QgProblems *problems;
  GCancellable *cancellable;
  GError *cancelled; /* set once cancelled */

  const QgLang *langs;
  guint n_langs;

  QgArena *arena;   /* arrays of what is being read */
  GPtrArray *texts; /* texts of what is being read */
} QgJsonReader;

/* Problems, at a value or at the name in front of it. */
void qg_json_reader_error (QgJsonReader *reader, QgJsonValue at, const char *message_id, const char *arg1,
                           const char *arg2, const char *expected_id, const char *expected_arg);
void qg_json_reader_warning (QgJsonReader *reader, QgJsonValue at, const char *message_id, const char *arg1,
                             const char *arg2);
void qg_json_reader_error_at_key (QgJsonReader *reader, QgJsonValue at, const char *message_id,
                                  const char *arg1, const char *expected_id, const char *expected_arg);

/* Objects and arrays. */
gboolean qg_json_reader_fields (QgJsonReader *reader, QgJsonValue object, const QgJsonField *fields, guint n,
                                QgJsonValue *values);
typedef void (*QgJsonElementFunc) (QgJsonReader *reader, QgJsonValue element, guint index, gpointer data);
void qg_json_reader_elements (QgJsonReader *reader, QgJsonValue array, QgJsonElementFunc func, gpointer data);
typedef void (*QgJsonMemberFunc) (QgJsonReader *reader, const char *name, QgJsonValue member, gpointer data);
void qg_json_reader_members (QgJsonReader *reader, QgJsonValue object, QgJsonMemberFunc func, gpointer data);
guint qg_json_reader_get_length (QgJsonReader *reader, QgJsonValue array);
gboolean qg_json_reader_is (QgJsonReader *reader, QgJsonValue value, QgJsonType type);

const char *qg_json_reader_peek_string (QgJsonReader *reader, QgJsonValue value); /* NULL where it is none */

/* Plain values; each notes what is wrong and answers with a value that can be gone on with. */
const char *qg_json_reader_string (QgJsonReader *reader, QgJsonValue value); /* NULL where absent or wrong */
const char *qg_json_reader_id (QgJsonReader *reader, QgJsonValue value);
gboolean qg_json_reader_flag (QgJsonReader *reader, QgJsonValue value, gboolean absent);
double qg_json_reader_number (QgJsonReader *reader, QgJsonValue value, double least, double most,
                              double absent);
guint qg_json_reader_whole (QgJsonReader *reader, QgJsonValue value, guint least, guint most, guint absent);
const char *qg_json_reader_date (QgJsonReader *reader, QgJsonValue value, gboolean partial);
void qg_json_reader_word (QgJsonReader *reader, QgJsonValue value, const char *const *words, guint n_words,
                          guint *number);

/* Texts in languages; borrowed from the reader until the next thing is read. */
QgText *qg_json_reader_text (QgJsonReader *reader, QgJsonValue value);
QgText *qg_json_reader_some_text (QgJsonReader *reader, QgJsonValue value);
guint32 qg_json_reader_languages (QgJsonReader *reader, QgJsonValue value);
QgText *qg_json_reader_sentence (QgJsonReader *reader, QgJsonValue value);
guint qg_json_reader_other_names (QgJsonReader *reader, QgJsonValue value, QgText *const **names);

/* Ids of other things. */
void qg_json_ids_init (QgJsonIds *ids);
void qg_json_ids_clear (QgJsonIds *ids);
void qg_json_reader_collect_ids (QgJsonReader *reader, QgJsonValue array, QgJsonIds *ids);
guint qg_json_ids_find (const QgJsonIds *ids, const char *id);
guint qg_json_reader_reference (QgJsonReader *reader, QgJsonValue value, const QgJsonIds *ids,
                                const char *unknown_id);
QgNumbers qg_json_reader_references (QgJsonReader *reader, QgJsonValue array, const QgJsonIds *ids,
                                     const char *unknown_id);

gboolean qg_json_reader_is_cancelled (QgJsonReader *reader);
void qg_json_reader_next_thing (QgJsonReader *reader);

G_END_DECLS
