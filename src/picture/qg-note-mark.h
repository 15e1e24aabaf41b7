/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The numbers of sources at the words on the ways: as large as the words themselves, for they are to be read
 * from as far, and only a little raised. Any thread. */

#pragma once

#include "qg-font.h"
#include "qg-scene.h"

G_BEGIN_DECLS

typedef struct
{
  char *text; /* owned; NULL: nothing is marked */
  QgFont font;
  QgRect rect;   /* what is painted */
  QgRect ground; /* under it */
  double baseline;
} QgNoteMark;

/* @footnotes: for each edge the number of its source, 0 for none. The mark stands after the last of the
 * words, or after another of their lines, under or over them, where it covers neither box nor word nor
 * arrowhead; those that come to its own word stand clear of it. */
void qg_note_mark_init (QgNoteMark *mark, const QgScene *scene, guint label, const guint *footnotes);
void qg_note_mark_clear (QgNoteMark *mark);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QgNoteMark, qg_note_mark_clear)

/* How many marks meet a box, a foreign word, an arrowhead, the bar of a denial or each other. */
guint qg_note_mark_count_overlaps (const QgScene *scene, const guint *footnotes);

G_END_DECLS
