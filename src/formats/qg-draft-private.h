/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The inside of a draft, for qg-draft.c and qg-draft-end.c alone. */

#pragma once

#include "qg-arena.h"
#include "qg-draft.h"
#include "qg-map-builder.h"

G_BEGIN_DECLS

#define QG_DRAFT_MAX_LANGS 32
/* Before the key of a verb that a person has put in the place of another. */
#define QG_DRAFT_CHANGED "\001"

/* A text in one language; lang is NULL where the file does not say it. */
typedef struct _QgDraftText QgDraftText;
struct _QgDraftText
{
  QgDraftText *next;
  QgLang lang;
  const char *value;
};

typedef struct
{
  guint line, column;
} QgDraftPlace;

typedef struct
{
  const char *key;
  QgDraftText *name, *plural;
  const char *color, *symbol;
  guint n_colored;          /* entities with a colour of their own */
  const char *entity_color; /* the one that all of them have */
  gboolean mixed;           /* they have several */
} QgDraftKind;

typedef struct
{
  const char *key;
  QgDraftText *label, *inverse;
} QgDraftVerb;

typedef struct
{
  const char *key;
  QgDraftText *name, *label, *description;
  const char *color, *url;
  guint kind; /* QG_NONE where the file has none */
  guint importance;
  const char *shape; /* NULL where the file has none */
  gboolean is_placed;
  QgPoint center;
  gboolean key_is_name; /* the file has no id for it */
  QgDraftPlace place;
} QgDraftEntity;

typedef struct
{
  const char *key, *from, *to;
  QgDraftText *explanation;
  guint verb; /* QG_NONE where the file has none */
  QgStatement statement;
  gboolean denial;
  QgDraftPlace from_place, to_place;
} QgDraftRelation;

typedef struct
{
  QgField field;
  QgLang lang;
  const char *value;
  QgDraftPlace place;
} QgDraftValue;

/* Where a program draws an entity. */
typedef struct
{
  const char *key, *x, *y; /* nullable */
  QgDraftPlace place;
} QgDraftSpot;

struct _QgDraft
{
  QgMapInput *input;
  QgArena *arena;
  QgLosses *losses;
  gboolean makes_ends, names_are_ends, draws_names;
  QgLang drawn; /* the language of drawn names; NULL where there are none, and before the end */
  gsize room;   /* for more text; bytes */
  gboolean is_full;
  const char *entity_file, *relation_file; /* nullable */

  GArray *kinds, *verbs, *entities, *relations;
  GHashTable *kind_keys, *verb_keys, *entity_keys, *relation_keys; /* numbers plus one */

  const char *id;
  QgDraftText *title, *description;
  GArray *langs; /* QgLang: declared, then as they occur */
  gboolean declares_langs;
  guint n_kazakh_words, n_russian_words; /* in the first lines of tables */

  GArray *spots; /* QgDraftSpot */
  const char *usual_shape;

  GArray *values;                  /* QgDraftValue: of the thing that is being put together */
  QgDraftPlace place, value_place; /* of that thing, and of the next value */
};

/* Ids as a map has them, out of any names: a name that is an id stays as it is. */
typedef struct
{
  GHashTable *used, *reserved; /* owned; reserved: by a key that has not come yet */
  GHashTable *tails;           /* the next number to try behind a beginning */
} QgDraftIds;

void qg_draft_ids_init (QgDraftIds *ids);
void qg_draft_ids_clear (QgDraftIds *ids);
gboolean qg_draft_ids_is_id (const char *key);
void qg_draft_ids_reserve (QgDraftIds *ids, const char *key);
/* (transfer none): until the ids are cleared. */
const char *qg_draft_ids_make (QgDraftIds *ids, const char *key, const char *otherwise);

#define QG_DRAFT_MESSAGE_NO_CENTER N_ ("not kept: positions that are not two numbers within a million (%s)")
/* Out of all spots. */
void qg_draft_arrange (QgDraft *draft);

/* (nullable): what @label says without a language where that is none of the texts in languages. */
const char *qg_draft_drawn_find_changed (const QgDraftText *label, const QgDraftText *name);
/* What was changed in the drawing becomes the label or name in @lang; the rest is one of the texts that are
 * there. */
void qg_draft_drawn_settle (QgDraft *draft, QgDraftEntity *entity, QgLang lang);
void qg_draft_drawn_settle_title (QgDraft *draft, QgLang lang);
/* (nullable): the language that most of the drawn names are in, @by_letters of several with as many; NULL
 * where none is one of the texts that the file carries along: then they are short names beside these. */
QgLang qg_draft_drawn_find_language (const QgDraft *draft, QgLang by_letters);

/* A map that is made of a draft. */
typedef struct
{
  QgDraft *draft;
  QgMapBuilder *builder;
  QgLang plain; /* of texts that do not say theirs */
  QgDraftIds kind_ids, verb_ids, entity_ids, relation_ids;
  GPtrArray *texts;    /* to be freed */
  guint *kind_numbers; /* of the draft's kinds */
  guint *verb_numbers;
  guint other_kind, other_verb;     /* for what the file gives none; QG_NONE until it is needed */
  GHashTable *mark_kinds, *sources; /* numbers plus one; the first by colour or shape */
  gboolean kinds_by_color, kinds_by_shape;
  const char *only_color; /* of kinds by shape; nullable */
} QgDraftEnd;

/* Each (transfer none), until the end; NULL of NULL. */
QgText *qg_draft_end_text (QgDraftEnd *end, const QgDraftText *from, const char *prefix);
QgText *qg_draft_end_words (QgDraftEnd *end, const char *kk, const char *ru, const char *en);
QgText *qg_draft_end_plain (QgDraftEnd *end, const char *value);

void qg_draft_end_kinds (QgDraftEnd *end);
/* The number of the kind of @entity, after qg_draft_end_kinds(). */
guint qg_draft_end_kind_of (QgDraftEnd *end, const QgDraftEntity *entity);

/* The language that texts without one are in. */
QgLang qg_draft_guess_language (QgDraft *draft);

G_END_DECLS
