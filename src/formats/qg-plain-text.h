/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Labels as other programs write them, as plain text. (transfer full) each; any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What no text may have in it: controls but for line breaks and tabs, and marks that turn the order of
 * letters round, with which a name reads otherwise than it is written. */
gboolean qg_plain_is_control (gunichar c);
gboolean qg_plain_is_override (gunichar c);
/* @text, in UTF-8, without them, and what was found; NULL where there is none. */
char *qg_plain_without_marks (const char *text, gboolean *controls, gboolean *overrides);

/* Markup is left out, <br> and the ends of rows and paragraphs are line breaks, &amp; and the like are
 * undone. */
char *qg_plain_from_markup (const char *markup);

/* What the escapes of DOT stand for; all nullable. */
typedef struct
{
  const char *node, *graph, *tail, *head, *label;
} QgDotNames;

char *qg_plain_from_dot (const char *text, const QgDotNames *names);
/* The fields of a record, "{<port> a | b}", beside each other; @text still has its escapes. */
char *qg_plain_from_record (const char *text);

G_END_DECLS
