/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgMapFormat: a format that maps are kept in. One table of functions for each; which one a file has is told
 * by its content first and its ending second. Any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-map.h"
#include "qg-problems.h"

G_BEGIN_DECLS

typedef struct _QgMapFormat QgMapFormat;

/* What the person who opens a file may say. All may be NULL. */
typedef struct
{
  const QgMapFormat *format; /* NULL: told by the content */
  const char *graph;         /* of a file with several: its name, or its number from 1; NULL: the first */
  QgLang lang;               /* of texts that do not say theirs; NULL: told by their letters */
} QgMapReadOptions;

typedef struct
{
  QgLang lang; /* of labels where the format has room for one language; NULL: the map's own */
} QgMapWriteOptions;

/* A file that is being read. */
typedef struct
{
  const char *path;
  const char *text; /* with a NUL behind its end */
  gsize length;
  const QgMapReadOptions *options; /* never NULL */
  GPtrArray *graphs;               /* QgMapGraph: gets the graphs of a format that can have several */
  QgProblems *problems;            /* gets faults, and as warnings what the map cannot keep */
  GCancellable *cancellable;
} QgMapInput;

struct _QgMapFormat
{
  const char *id;   /* "json": as commands name it */
  const char *name; /* a key for gettext */
  const char *mime_type;
  const char *const *endings; /* with the dot, the usual one first; NULL-terminated */
  gboolean any_encoding;      /* the text may be converted to UTF-8 before it is read */

  /* How sure the format is that @text, the beginning of a file or all of it, is its own: 0 to 100. @text has
   * a NUL behind its end. */
  guint (*sniff) (const char *text, gsize length);
  /* NULL where it cannot. */
  QgMap *(*read) (QgMapInput *input, GError **error);
  /* NULL where it cannot. @losses gets a warning for all that the format cannot keep. */
  GBytes *(*write) (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error);
  /* For a map that is a pair of files: the other file's content is (transfer full) in @second, and names are
   * made out of the one that was asked for. NULL for other formats, whose write() is NULL for these. */
  GBytes *(*write_pair) (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GBytes **second,
                         GError **error);
  void (*pair_names) (const char *path, char **first, char **second);
};

const QgMapFormat *const *qg_map_formats_get (guint *n);
const QgMapFormat *qg_map_format_find (const char *id);
const QgMapFormat *qg_map_format_from_name (const char *file_name);
const QgMapFormat *qg_map_format_from_content (const char *file_name, const char *text, gsize length);

gboolean qg_map_format_can_write (const QgMapFormat *format);

G_END_DECLS
