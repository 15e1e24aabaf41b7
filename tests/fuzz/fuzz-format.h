/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For targets whose input is a format of others: what became a map is written as JSON and read again, and now
 * and then in all other formats. */

#pragma once

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "qg-decode.h"
#include "qg-file-read.h"
#include "qg-map-graphs.h"
#include "qg-map-json.h"

static inline void
fuzz_format_lines (QgProblems *problems)
{
  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    g_free (qg_problem_dup_line (qg_problems_get (problems, i)));
}

/* A text is checked before it is read, as a file is. */
static inline QgMap *
fuzz_format_read (const QgMapFormat *format, const char *path, const char *text, gsize length)
{
  static const QgMapReadOptions options = { NULL, NULL, NULL };
  g_autoptr (QgProblems) problems = qg_problems_new ("fuzz");
  g_autoptr (GPtrArray) graphs = qg_map_graphs_new ();
  g_autoptr (GError) error = NULL;
  QgMapInput input = { path, text, length, &options, graphs, problems, NULL };
  QgMap *map = NULL;

  if (qg_file_check_text (text, length, problems, NULL))
    {
      map = format->read (&input, &error);
      g_assert_true ((map == NULL) == (error != NULL));
      g_assert_true ((map == NULL) == (qg_problems_get_n_errors (problems) > 0));
    }
  fuzz_format_lines (problems);
  return map;
}

/* What one of our writers wrote in XML, its reader takes. */
static inline void
fuzz_format_write_all (QgMap *map)
{
  static const QgMapWriteOptions options = { NULL };
  guint n;
  const QgMapFormat *const *formats = qg_map_formats_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QgProblems) losses = qg_problems_new ("fuzz");
      g_autoptr (GBytes) bytes = NULL, second = NULL;
      g_autoptr (GError) error = NULL;

      if (formats[i]->write != NULL)
        bytes = formats[i]->write (map, &options, losses, &error);
      else if (formats[i]->write_pair != NULL)
        bytes = formats[i]->write_pair (map, &options, losses, &second, &error);
      else
        continue;
      g_assert_no_error (error);
      if (strcmp (formats[i]->id, "graphml") == 0 || strcmp (formats[i]->id, "cxl") == 0)
        {
          g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          g_autoptr (QgMap) again =
              fuzz_format_read (formats[i], "/nowhere/fuzz", text, g_bytes_get_size (bytes));

          g_assert_nonnull (again);
        }
    }
}

/* @map: (transfer full) (nullable). */
static inline void
fuzz_format_check (QgMap *map, gsize length)
{
  if (map != NULL)
    {
      g_autoptr (GBytes) json = qg_map_json_write (map);
      g_autoptr (QgProblems) problems = qg_problems_new ("fuzz.json");
      gsize n;
      const char *again = g_bytes_get_data (json, &n);
      g_autofree char *ended = g_strndup (again, n);
      g_autoptr (QgMap) back = qg_map_json_read (ended, n, problems, NULL, NULL);

      for (guint i = 0; back == NULL && i < qg_problems_get_n (problems); i++)
        g_printerr ("%s\n", qg_problem_dup_line (qg_problems_get (problems, i)));
      if (back == NULL)
        {
          g_printerr ("what was written cannot be read:\n%s", ended);
          abort (); /* g_error() is a trap, which libFuzzer lets pass */
        }
      /* By the length, so that an input does the same in each run. */
      if (length % 4 == 0)
        fuzz_format_write_all (map);
      qg_map_unref (map);
    }
}

/* glibc loads the tables of an encoding anew each time, unless they are in use: that would take most of the
 * time. */
static inline void
fuzz_format_keep_encodings (void)
{
  static const char *const encodings[] = { "WINDOWS-1251", "WINDOWS-1252", "UTF-16LE", "UTF-16BE",
                                           "ISO-8859-1" };
  static GIConv kept[G_N_ELEMENTS (encodings)];

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (kept[i] == NULL)
      kept[i] = g_iconv_open ("UTF-8", encodings[i]);
}

/* @data in UTF-8 and with a NUL behind it, as a reader is promised. (transfer full) (nullable) */
static inline char *
fuzz_format_decode (const guint8 *data, gsize length, gsize *size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length), text = NULL;
  g_autofree char *encoding = NULL;
  gconstpointer decoded;
  char *copy;

  fuzz_format_keep_encodings ();
  text = qg_decode (bytes, &encoding);
  if (text == NULL)
    return NULL;
  decoded = g_bytes_get_data (text, size);
  copy = g_malloc (*size + 1);
  if (*size > 0)
    memcpy (copy, decoded, *size);
  copy[*size] = '\0';
  return copy;
}

static inline int
fuzz_format (const char *id, const guint8 *data, gsize length)
{
  gsize size;
  g_autofree char *text = fuzz_format_decode (data, length, &size);

  if (text != NULL)
    fuzz_format_check (fuzz_format_read (qg_map_format_find (id), "/nowhere/fuzz", text, size), length);
  return 0;
}

#define FUZZ_FORMAT(id)                                                                                      \
  int LLVMFuzzerTestOneInput (const guint8 *data, gsize length)                                              \
  {                                                                                                          \
    return fuzz_format (id, data, length);                                                                   \
  }
