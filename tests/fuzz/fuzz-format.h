/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A fuzz target for a format of others: it is read, and what became a map is written as JSON and read again.
 * The NUL and the invalid UTF-8 that the reader is promised not to see are seen to first, as for a file. */

#pragma once

#include "fuzz.h"

#include <string.h>

#include "qg-decode.h"
#include "qg-file-read.h"
#include "qg-map-format.h"
#include "qg-map-json.h"

static QgMap *
fuzz_read (const QgMapFormat *format, const char *text, gsize length)
{
  static const QgMapReadOptions options = { NULL, NULL, NULL };
  g_autoptr (QgProblems) problems = qg_problems_new ("fuzz");
  g_autoptr (GPtrArray) graphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  QgMapInput input = { "/nowhere/fuzz", text, length, &options, graphs, problems, NULL };
  QgMap *map = NULL;

  if (qg_file_check_text (text, length, problems, NULL))
    {
      map = format->read (&input, &error);
      g_assert_true ((map == NULL) == (error != NULL));
      g_assert_true ((map == NULL) == (qg_problems_get_n_errors (problems) > 0));
    }
  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    g_free (qg_problem_dup_line (qg_problems_get (problems, i)));
  return map;
}

static int
fuzz_format (const char *id, const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length), text = NULL;
  g_autofree char *encoding = NULL, *copy = NULL;
  g_autoptr (QgMap) map = NULL;
  gconstpointer decoded;
  gsize size;

  text = qg_decode (bytes, &encoding);
  if (text == NULL)
    return 0;
  decoded = g_bytes_get_data (text, &size);
  copy = g_malloc (size + 1);
  if (size > 0)
    memcpy (copy, decoded, size);
  copy[size] = '\0';
  map = fuzz_read (qg_map_format_find (id), copy, size);
  if (map != NULL)
    {
      g_autoptr (GBytes) json = qg_map_json_write (map);
      g_autoptr (QgProblems) problems = qg_problems_new ("fuzz.json");
      gsize n;
      const char *again = g_bytes_get_data (json, &n);
      g_autofree char *ended = g_strndup (again, n);
      g_autoptr (QgMap) back = qg_map_json_read (ended, n, problems, NULL, NULL);

      g_assert_nonnull (back);
    }
  return 0;
}

#define FUZZ_FORMAT(id, seeds)                                                                               \
  GBytes *fuzz_get_seed (guint n)                                                                            \
  {                                                                                                          \
    return n < G_N_ELEMENTS (seeds) ? g_bytes_new_static (seeds[n], strlen (seeds[n])) : NULL;               \
  }                                                                                                          \
                                                                                                             \
  int LLVMFuzzerTestOneInput (const guint8 *data, gsize length)                                              \
  {                                                                                                          \
    return fuzz_format (id, data, length);                                                                   \
  }
