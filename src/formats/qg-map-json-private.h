/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The reader of maps in JSON, split by what it reads: private to formats/. */

#pragma once

#include "qg-json-reader.h"
#include "qg-map-builder.h"

G_BEGIN_DECLS

/* What a step of a tour lights up, kept until the map is whole and it can be looked up in the step's picture.
 */
typedef struct
{
  guint tour, step, number;
  gboolean is_relation;
  QgJsonValue value;
} QgHighlight;

typedef struct
{
  QgJsonReader reader;
  QgMapBuilder *builder; /* NULL where the head of the map is wrong */
  gboolean has_sources;
  QgJsonIds kinds, verbs, sources, entities, relations, lists, views, tours;
  GPtrArray *locators;    /* QgJsonIds * for each source */
  GArray *ends;           /* guint pairs: from and to of each relation */
  guint8 *entity_related; /* for each entity, whether a relation touches it */
  GArray *highlights;     /* QgHighlight */
} QgMapReader;

/* Whether things can be added: nothing wrong was found so far. */
gboolean qg_map_reader_can_add (QgMapReader *self);
QgCitations qg_map_reader_citations (QgMapReader *self, QgJsonValue array);

void qg_map_reader_kinds (QgMapReader *self, QgJsonValue array);
void qg_map_reader_verbs (QgMapReader *self, QgJsonValue array);
void qg_map_reader_sources (QgMapReader *self, QgJsonValue array);
void qg_map_reader_relations (QgMapReader *self, QgJsonValue array); /* before the entities */
void qg_map_reader_entities (QgMapReader *self, QgJsonValue array);
void qg_map_reader_lists (QgMapReader *self, QgJsonValue array);
void qg_map_reader_views (QgMapReader *self, QgJsonValue array);
void qg_map_reader_tours (QgMapReader *self, QgJsonValue array);
void qg_map_reader_check_highlights (QgMapReader *self, QgMap *map);

#define QG_MESSAGE_NO_ENTITY N_ ("there is no entity “%s”")
#define QG_MESSAGE_NO_RELATION N_ ("there is no relation “%s”")

/* Reads one of an enumeration's words; @result keeps its value where the word is absent or wrong. */
#define QG_READ_WORD(reader, value, Type, to_id, n_words, result)                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const char *words_[n_words];                                                                             \
    guint number_ = (guint) (result);                                                                        \
                                                                                                             \
    for (guint i_ = 0; i_ < (n_words); i_++)                                                                 \
      words_[i_] = to_id ((Type) i_);                                                                        \
    qg_json_reader_word ((reader), (value), words_, (n_words), &number_);                                    \
    (result) = (Type) number_;                                                                               \
  }                                                                                                          \
  G_STMT_END

G_END_DECLS
