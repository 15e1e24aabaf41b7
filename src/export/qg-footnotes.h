/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Sources as footnotes: a number on each relation, and the list that says in full what the numbers mean.
 * Relations that rest on the same places share a number; numbers follow the order of the works and of the
 * places in them. First everything is added, then it is numbered, then it is read; of one page or of a whole
 * document. A plain struct; one thread at a time. */

#pragma once

#include "qg-part.h"
#include "qg-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  guint number; /* 0: a heading: the work that the following notes are places in */
  char *text;
  char *link; /* nullable */
} QgFootnote;

typedef struct _QgFootnotes
{
  QgMap *map;
  QgLang lang;
  GHashTable *sets; /* of citations, private */
  GArray *notes;    /* QgFootnote, once numbered */
  double widest;    /* piece of them that is not broken, its indent with it, in a type of 1 */
} QgFootnotes;

QgFootnotes *qg_footnotes_new (QgMap *map, QgLang lang);
void qg_footnotes_free (QgFootnotes *notes);
/* @edge_emphases: (nullable): hidden relations bear no number. */
void qg_footnotes_add_part (QgFootnotes *notes, const QgPart *part, const guint8 *edge_emphases);
/* Places that are listed though no relation bears them, such as those of a step. */
void qg_footnotes_add_citations (QgFootnotes *notes, const QgCitations *citations);
void qg_footnotes_number (QgFootnotes *notes);
/* The number of each relation of @part, 0 for none; (transfer full). */
guint *qg_footnotes_dup_edges (const QgFootnotes *notes, const QgPart *part, const guint8 *edge_emphases);

/* The list in as many columns as @width has room for: its height, and set with its upper left corner at @x,
 * @y. */
/* The least width of a column in which no word is broken by force. */
double qg_footnotes_get_least_width (const QgFootnotes *notes, double size);
double qg_footnotes_measure (const QgFootnotes *notes, double size, double width);
void qg_footnotes_place (const QgFootnotes *notes, QgSheet *sheet, double size, double x, double y,
                         double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgFootnotes, qg_footnotes_free)

G_END_DECLS
