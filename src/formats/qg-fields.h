/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What an attribute, a column or a key of another format is called, and what it is in a map. The same names
 * are written into DOT, GraphML, GEXF and CSV, so that they are read again. Any thread. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

typedef enum
{
  QG_FIELD_NONE, /* nothing that a map has */
  QG_FIELD_ID,
  QG_FIELD_NAME,
  QG_FIELD_LABEL, /* the short name */
  QG_FIELD_DESCRIPTION,
  QG_FIELD_KIND,
  QG_FIELD_KIND_NAME,
  QG_FIELD_KIND_PLURAL,
  QG_FIELD_KIND_COLOR,
  QG_FIELD_KIND_SYMBOL,
  QG_FIELD_COLOR,
  QG_FIELD_URL,
  QG_FIELD_IMPORTANCE,
  QG_FIELD_SHAPE, /* that an entity is drawn in */
  QG_FIELD_X,     /* where its middle is: across, */
  QG_FIELD_Y,     /* and down; points */
  QG_FIELD_FROM,
  QG_FIELD_TO,
  QG_FIELD_VERB,
  QG_FIELD_VERB_NAME,
  QG_FIELD_INVERSE,
  QG_FIELD_EXPLANATION,
  QG_FIELD_STATEMENT,
  QG_FIELD_DENIAL,
  QG_FIELD_TITLE, /* of the map */
  QG_FIELD_LANGUAGES,
} QgField;

typedef enum
{
  QG_FIELDS_OF_ENTITY,
  QG_FIELDS_OF_RELATION,
  QG_FIELDS_OF_MAP,
} QgFieldsOf;

/* @lang: (out): the language that the name ends in ("name_kk", "name (kk)"); NULL for none. */
QgField qg_field_from_name (QgFieldsOf of, const char *name, QgLang *lang);

/* Which of kk, ru and en @name is a word of; NULL where it is nothing that is known. */
QgLang qg_field_get_language (QgFieldsOf of, const char *name);
/* (nullable) (transfer full): what @field is called in kk, ru or en, of several words the usual one. */
char *qg_field_dup_word (QgFieldsOf of, QgField field, QgLang lang);

/* A column of a table of entities or relations, as it is written. */
typedef struct
{
  char *name;
  QgField field;
  QgLang lang; /* NULL where it is no text in a language */
} QgColumn;

/* Those columns that anything in the map has a value for; (element-type QgColumn). */
GPtrArray *qg_columns_new (QgMap *map, QgFieldsOf of);
/* (nullable) (transfer full): the value of entity or relation @n. */
char *qg_column_dup_value (const QgColumn *column, QgMap *map, QgFieldsOf of, guint n);
char *qg_columns_dup_languages (QgMap *map); /* "kk,ru,en" */

/* "#rrggbb", the middle shade of a kind's colour; 8 bytes into @buffer. */
const char *qg_kind_format_color (const QgKind *kind, char *buffer);
/* Any way that DOT, GraphML and CSS write a plain colour: "#rgb", "#rrggbb", "#rrggbbaa", "r,g,b", a name. */
gboolean qg_color_parse (const char *text, guint32 *rgb);

G_END_DECLS
