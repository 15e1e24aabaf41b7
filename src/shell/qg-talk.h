/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgTalk: what is presented: the steps of a tour, the views of a map one after the other, or what is on
 * screen. And where a talk was left. A plain struct; main thread. */

#pragma once

#include "qg-explorer.h"

G_BEGIN_DECLS

typedef struct
{
  QgMap *map;
  guint tour;      /* QG_NONE: the views, or the part */
  guint n;         /* steps; at least 1 */
  QgPart *part;    /* nullable: the only step */
  QgEngine engine; /* of the part */
} QgTalk;

/* NULL where there is nothing to be presented. */
QgTalk *qg_talk_new (QgMap *map, guint tour);
/* The part that @explorer has, laid out alike; NULL where it has none. */
QgTalk *qg_talk_new_shown (QgExplorer *explorer);
void qg_talk_free (QgTalk *talk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgTalk, qg_talk_free)

char *qg_talk_dup_title (const QgTalk *talk, guint step, QgLang lang);
char *qg_talk_dup_words (const QgTalk *talk, guint step, QgLang lang); /* may be empty */
/* Shows the step and lights up what it is about. */
void qg_talk_show (const QgTalk *talk, guint step, QgExplorer *explorer);
/* The step at which it was left the last time; 0 for a new one. */
guint qg_talk_load_step (const QgTalk *talk);
void qg_talk_save_step (const QgTalk *talk, guint step);

G_END_DECLS
