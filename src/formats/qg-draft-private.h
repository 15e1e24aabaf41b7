/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The inside of a draft, for qg-draft.c and qg-draft-end.c alone. */

#pragma once

#include "qg-arena.h"
#include "qg-draft.h"

G_BEGIN_DECLS

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

struct _QgDraft
{
  QgMapInput *input;
  QgArena *arena;
  QgLosses *losses;
  gboolean makes_ends, names_are_ends;
  const char *entity_file, *relation_file; /* nullable */

  GArray *kinds, *verbs, *entities, *relations;
  GHashTable *kind_keys, *verb_keys, *entity_keys, *relation_keys; /* numbers plus one */

  const char *id;
  QgDraftText *title, *description;
  GArray *langs; /* QgLang: declared, then as they occur */
  gboolean declares_langs;

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

/* The language that texts without one are in. */
QgLang qg_draft_guess_language (const QgDraft *draft);

G_END_DECLS
