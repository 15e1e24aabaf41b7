/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgMapFormat: a format that maps are kept in. One table of functions for each; which one a file has is told
 * by its content first and its ending second. Any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-map.h"
#include "qg-problems.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;   /* "json": as commands name it */
  const char *name; /* a key for gettext */
  const char *mime_type;
  const char *const *endings; /* with the dot, the usual one first; NULL-terminated */

  /* How sure the format is that @text, the beginning of a file or all of it, is its own: 0 to 100. */
  guint (*sniff) (const char *text, gsize length);
  /* NULL where it cannot. @text has a NUL behind its end; @problems gets faults and losses. */
  QgMap *(*read) (const char *path, const char *text, gsize length, QgProblems *problems,
                  GCancellable *cancellable, GError **error);
  /* NULL where it cannot. @losses (nullable) gets a warning for all that the format cannot keep. */
  GBytes *(*write) (QgMap *map, QgProblems *losses, GError **error);
} QgMapFormat;

const QgMapFormat *const *qg_map_formats_get (guint *n);
const QgMapFormat *qg_map_format_find (const char *id);
const QgMapFormat *qg_map_format_from_name (const char *file_name);
const QgMapFormat *qg_map_format_from_content (const char *file_name, const char *text, gsize length);

G_END_DECLS
