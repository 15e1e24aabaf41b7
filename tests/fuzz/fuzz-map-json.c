/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as a map file: a map or a list of faults, never a crash; and what is a map is the same after it
 * was written and read, byte for byte. */

#include "fuzz.h"

#include <string.h>

#include "qg-map-json.h"

const char fuzz_corpus[] = "map-json";

const char *const fuzz_words[] = {
  "\"qogam-map\":1",
  "\"kk\"",
  "\"ru\"",
  "\"en\"",
  "\"*\"",
  "{from|a}",
  "{to|b}",
  "\\u0000",
  "\\ud800",
  "\\udc00",
  "1e400",
  "-0",
  "0.25",
  "1e-5",
  "[[[[[[[",
  "]]]]]]]",
  "{\"\":",
  "null",
  "true",
  "\xef\xbb\xbf",
  "\xc0\xaf",
  "\xf4\x90\x80\x80",
  "\"id\":\"a\"",
  "\"levels\"",
  "\"steps\"",
  "99999999999999999999",
  ",",
  ":",
  "\"",
  "\\",
  "//",
  NULL,
};

GBytes *
fuzz_get_seed (guint n)
{
  (void) n;
  return NULL;
}

static QgMap *
read_map (const char *data, gsize length)
{
  g_autoptr (QgProblems) problems = qg_problems_new ("fuzz.json");
  g_autoptr (GError) error = NULL;
  /* The reader is promised a NUL behind the end. */
  g_autofree char *text = g_malloc (length + 1);
  QgMap *map;

  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  map = qg_map_json_read (text, length, problems, NULL, &error);
  g_assert_true ((map == NULL) == (error != NULL));
  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    g_free (qg_problem_dup_line (qg_problems_get (problems, i)));
  return map;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (QgMap) map = read_map ((const char *) data, length);

  if (map != NULL)
    {
      g_autoptr (GBytes) once = qg_map_json_write (map);
      gsize size;
      const char *text = g_bytes_get_data (once, &size);
      g_autoptr (QgMap) again = read_map (text, size);
      g_autoptr (GBytes) twice = NULL;

      g_assert_nonnull (again);
      twice = qg_map_json_write (again);
      g_assert_true (g_bytes_equal (once, twice));
    }
  return 0;
}
