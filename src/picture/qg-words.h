/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The words inside a picture and in what is read aloud or copied from it (legend, footer, kinds of statement,
 * 'source'), by an explicit language, never by the process's: a picture may be Kazakh in a Russian window.
 * Any thread. Languages without words of their own fall back to English; kk-Latn has its own. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

typedef enum
{
  QG_WORD_LEGEND,
  QG_WORD_SOURCES,
  QG_WORD_SOURCE,
  QG_WORD_PARAGRAPH, /* 'par. %s' */
  QG_WORD_ARTICLE,   /* 'art. %s' */
  QG_WORD_PAGE,      /* 'p. %s' */
  QG_WORD_FOOTNOTE,  /* 'footnote %s' */
  QG_WORD_SECTION,   /* 'section %s' */
  QG_WORD_UNLISTED,  /* 'a work that the source does not name' */
  QG_WORD_DENIAL,
  QG_WORD_NO_SOURCE,
  QG_WORD_VERSION,
  QG_WORD_LICENCE,
  QG_WORD_EDITORS_NOTE,
  QG_WORD_AS_OF,       /* 'as of %s' */
  QG_WORD_CONTINUED,   /* '%s (continued)': a heading on its second page */
  QG_WORD_FROM_GROUP,  /* 'the group %s', in the form that TIES wants */
  QG_WORD_TO_GROUP,    /* the same at the other end */
  QG_WORD_FROM_ENTITY, /* '%s', likewise */
  QG_WORD_TO_ENTITY,
  QG_WORD_TIES_FORTH, /* '%s lead from {from} to {to}' */
  QG_WORD_TIES_BACK,  /* '%s lead to {to} from {from}' */
  QG_WORD_MORE,       /* '… there are more.': below a list that was cut */
} QgWord;
#define QG_N_WORDS 23

const char *qg_word (QgWord word, QgLang lang);
/* A word with '%s' in it, filled. (transfer full) */
char *qg_word_dup_with (QgWord word, QgLang lang, const char *argument);
/* '5 relations': on a line between collapsed groups. (transfer full) */
char *qg_word_dup_relations (guint n, QgLang lang);
/* '2 ways'. (transfer full) */
char *qg_word_dup_ways (guint n, QgLang lang);
/* The same in a sentence of TIES, where the verb may stand with the number. (transfer full) */
char *qg_word_dup_ties (guint n, QgLang lang);
const char *qg_word_statement (QgStatement statement, QgLang lang);
const char *qg_word_statement_hint (QgStatement statement, QgLang lang); /* one line that explains it */
const char *qg_word_certainty (QgCertainty certainty, QgLang lang);

/* A sentence with its two links as ranges of bytes. */
typedef struct
{
  char *text;                 /* whole sentence, plain */
  guint from_start, from_end; /* byte ranges of the two links in text */
  guint to_start, to_end;
} QgSentence;

/* The sentence of a relation as read at its from- (@inverse FALSE) or its to-entity, in @lang; 'from — verb —
 * to' where the map has none. What stands for one relation of a collapsed group has the sentence of that one,
 * with its ends as links; what stands for several says how many lead from where to where. (transfer full) */
QgSentence *qg_sentence_new (const QgMap *map, guint relation, gboolean inverse, QgLang lang);
/* The same, where what is said of several relations, which no map says, is in the language @words. */
QgSentence *qg_sentence_new_said (const QgMap *map, guint relation, gboolean inverse, QgLang lang,
                                  QgLang words);
void qg_sentence_free (QgSentence *sentence);
/* 'Article, section Main part, par. 45 («Мемлекеттік қызметті реттейтін…»)'; (transfer full) */
char *qg_citation_dup_text (const QgMap *map, const QgCitation *citation, QgLang lang);
/* All of them, apart by semicolons: each work is named once, and several places in it by their numbers alone:
 * 'Article, section Main part, par. 11, 25, 42'; empty where there are none. (transfer full) */
char *qg_citations_dup_text (const QgMap *map, const QgCitations *citations, QgLang lang);
/* 'Article, section Main part, par. 45': the work by its short name, without the words there; (transfer full)
 */
char *qg_citation_dup_short_text (const QgMap *map, const QgCitation *citation, QgLang lang);
/* Its two halves; the second is NULL where the whole source is meant. */
char *qg_source_dup_text (const QgMap *map, guint source, QgLang lang);
char *qg_citation_dup_place (const QgMap *map, const QgCitation *citation, QgLang lang);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgSentence, qg_sentence_free)

G_END_DECLS
