/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgSearch: finding entities, views and tours by what a person types, in any of the map's languages and
 * either Kazakh alphabet: names, short and other names, titles first, then descriptions. Immutable once made;
 * any thread. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

/* How well a text matches; smaller is better. */
typedef enum
{
  QG_RANK_WHOLE,        /* the name itself */
  QG_RANK_FIRST_WORD,   /* the name begins with this word, or these */
  QG_RANK_WORD,         /* they stand in the name */
  QG_RANK_START,        /* the name begins so, with a longer word */
  QG_RANK_WORD_START,   /* a longer word of the name begins so */
  QG_RANK_INSIDE,       /* within a word */
  QG_RANK_FOLDED_WHOLE, /* the same six, between alphabets and without marks */
  QG_RANK_FOLDED_FIRST_WORD,
  QG_RANK_FOLDED_WORD,
  QG_RANK_FOLDED_START,
  QG_RANK_FOLDED_WORD_START,
  QG_RANK_FOLDED_INSIDE,
  QG_RANK_WORDS,             /* all words that were typed, in any order */
  QG_RANK_WORDS_START,       /* the same, where longer words begin so */
  QG_RANK_FUZZY,             /* with one slip: a letter wrong, missing, too many, or two swapped */
  QG_RANK_DESCRIPTION,       /* a word of the description */
  QG_RANK_DESCRIPTION_START, /* a longer word of the description begins so */
} QgRank;
#define QG_N_RANKS (QG_RANK_DESCRIPTION_START + 1)

typedef enum
{
  QG_FOUND_ENTITY,
  QG_FOUND_VIEW,
  QG_FOUND_TOUR,
} QgFound;

typedef struct
{
  QgFound what;
  guint number; /* of the entity, view or tour in its map */
  QgRank rank;
  QgLang lang;      /* of the text */
  const char *text; /* the name or description that matches; the map's */
  guint start, end; /* what to show as matching: bytes in text; both 0 where it cannot be said (fuzzy, several
                       words) */
} QgSearchHit;

typedef struct _QgSearch QgSearch;

QgSearch *qg_search_new (QgMap *map);
QgSearch *qg_search_ref (QgSearch *search);
void qg_search_unref (QgSearch *search);

GArray *qg_search_find (const QgSearch *search, const char *query, QgLang preferred, guint max);
GArray *qg_search_find_entities (const QgSearch *search, const char *query, QgLang preferred, guint max);
GArray *qg_search_find_near (const QgSearch *search, const char *query, QgLang preferred,
                             gboolean entities_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgSearch, qg_search_unref)

G_END_DECLS
