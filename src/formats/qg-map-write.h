/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the writers of formats share. Any thread. */

#pragma once

#include "qg-fields.h"
#include "qg-map-format.h"

G_BEGIN_DECLS

typedef enum
{
  QG_KEEPS_KINDS = 1 << 0,
  QG_KEEPS_LANGUAGES = 1 << 1,
  QG_KEEPS_DESCRIPTIONS = 1 << 2,
  QG_KEEPS_STATEMENTS = 1 << 3, /* with explanations */
  QG_KEEPS_DETAILS = 1 << 4,    /* symbols, short names, importance, a link, inverse verbs */
  QG_KEEPS_ID = 1 << 5,         /* of the map, as the next ones */
  QG_KEEPS_TITLE = 1 << 6,      /* in one language */
  QG_KEEPS_TITLES = 1 << 7,     /* in all */
  QG_KEEPS_DESCRIPTION = 1 << 8,
  /* Everything that is said of entities and relations and that any other format has. */
  QG_KEEPS_COLUMNS =
      QG_KEEPS_KINDS | QG_KEEPS_LANGUAGES | QG_KEEPS_DESCRIPTIONS | QG_KEEPS_STATEMENTS | QG_KEEPS_DETAILS,
  QG_KEEPS_ABOUT = QG_KEEPS_ID | QG_KEEPS_TITLE | QG_KEEPS_TITLES | QG_KEEPS_DESCRIPTION,
} QgKeeps;

/* Notes in @losses what of @map a format does not keep that keeps entities, relations and @keeps. */
void qg_write_losses (QgMap *map, QgKeeps keeps, QgProblems *losses);

/* The language of labels. */
QgLang qg_write_lang (QgMap *map, const QgMapWriteOptions *options);

/* @text as it stands in an element or an attribute of XML; what no XML may hold is left out. */
void qg_write_xml (GString *out, const char *text);
void qg_write_attribute (GString *out, const char *name, const char *value); /* ' name="value"' */
void qg_write_json (GString *out, const char *text);                         /* with its quotation marks */

G_END_DECLS
