/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What stands where on a page: title above, footer below, and in between the picture with its legend and its
 * sources, beside it or under it, whichever leaves the picture larger. Nothing overlaps. Any thread. */

#pragma once

#include "qg-exporter.h"
#include "qg-sheet.h"

G_BEGIN_DECLS

/* Largest picture of one scale that a page without a size may have: 200 inches, the limit of PDF. */
#define QG_PAGE_MAX 14400.0

/* A page with one picture. (transfer full) */
QgSheet *qg_compose_page (const QgExportPage *page, const QgExportOptions *options);

/* How many places a sheet for @per_sheet steps needs where there are only @n. */
guint qg_compose_get_handout_places (guint n, guint per_sheet);

/* A sheet of a handout, of a page with a size, with @n ≤ 6 steps, @per_sheet (1, 2, 4 or 6) having room on
 * it: the picture of each, and beside or under it its words, or lines to write on. (transfer full) */
QgSheet *qg_compose_handout (const QgExportPage *pages, guint n, guint per_sheet, gboolean lines,
                             const char *title, const char *place, const QgExportOptions *options);

/* The room that each picture has there. */
QgSize qg_compose_get_handout_room (QgMap *map, guint per_sheet, const char *title,
                                    const QgExportOptions *options);

/* The rooms that the picture of a step may have on a page of its own with a size, as close as things are set
 * there: with @words (nullable) above it, and beside it. Returns how many of @rooms there are, 1 or 2. */
guint qg_compose_get_step_rooms (QgPart *part, const char *title, const char *words,
                                 const QgExportOptions *options, QgSize rooms[2]);

/* What is said to a step, in as many pieces as it takes for each to leave room for its picture on a page with
 * a size: one, but where it is very long. (transfer full), strings. */
GPtrArray *qg_compose_split_words (QgMap *map, const char *title, const char *words,
                                   const QgExportOptions *options);

/* Pages of words alone: a tour's outline, a list of sources. */
typedef struct
{
  const char *mark;  /* nullable: stands left of the text, "3." */
  const char *text;  /* in bold where @heading */
  const char *right; /* nullable: at the right edge of the first line, such as a page's number */
  const char *link;  /* nullable */
  gboolean heading;
} QgComposeEntry;

/* As many sheets as it takes, all with a heading, numbered from @first (0: not numbered): (transfer full),
 * QgSheet elements. */
GPtrArray *qg_compose_words (QgMap *map, const char *title, const char *lead, const QgComposeEntry *entries,
                             guint n, guint first, const QgExportOptions *options);

/* Width : height of the room that a picture has on such a page; 0 for a page that fits its picture. For the
 * layout, before there is a scene. @part: (nullable): what is shown, for its legend. */
double qg_compose_get_aspect (QgPart *part, const QgExportOptions *options, gboolean has_title);

G_END_DECLS
