/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Labels as other programs write them, as plain text. (transfer full) each; any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
