/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A strict check of JSON: RFC 8259 to the letter, and a little more (no two equal keys, no \u0000, no lone
 * surrogates, no number that would change on reading, bounded depth). It notes where every value
 * begins, by which qg-json-reader.h reads a map; and it goes before json-glib where that reads something
 * small, since it is lenient and crashes on deep nesting. Iterative; any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-problems.h"

G_BEGIN_DECLS

#define QG_JSON_MAX_DEPTH 64
#define QG_JSON_MAX_FIELDS 256 /* in one object */

/* The values of a document in the order in which they begin: the document itself is number 0, the first value
 * in an array or object is the number of that plus one, and the next value beside one is its `next`. Offsets
 * in bytes. */
typedef struct
{
  guint32 start; /* of the value */
  guint32 key;   /* of the name in front of it; the same as start where it has none */
  guint32 next;
} QgJsonValuePlace;

GArray *qg_json_check (const char *text, gsize length, QgProblems *problems, GCancellable *cancellable,
                       GError **error);

G_END_DECLS
