/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as JSON: what the strict check lets pass is taken by json-glib, has as many values as the check
 * has noted places, and every place lies in the text. */

#include "fuzz.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "qg-json-check.h"

const char fuzz_corpus[] = "json";

const char *const fuzz_words[] = { "\\u0000",
                                   "\\ud800",
                                   "\\udc00",
                                   "\\ud83d\\ude00",
                                   "1e400",
                                   "-0",
                                   "0.25",
                                   "1e-5",
                                   "01",
                                   "1.",
                                   ".5",
                                   "-",
                                   "[[[[[",
                                   "]]]",
                                   "{\"\":",
                                   "null",
                                   "true",
                                   "false",
                                   "{}",
                                   "[]",
                                   "NaN",
                                   "Infinity",
                                   "\xEF\xBB\xBF",
                                   "\xC0\xAF",
                                   "\xF4\x90\x80\x80",
                                   "99999999999999999999",
                                   ",",
                                   ":",
                                   "\"",
                                   "\\",
                                   "//",
                                   "/*",
                                   "'",
                                   "\x7f",
                                   "\x1f",
                                   "\xE2\x80\xA8",
                                   NULL };

GBytes *
fuzz_get_seed (guint n)
{
  (void) n;
  return NULL;
}

static guint count_values (JsonNode *node);

static void
count_member (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  (void) object;
  (void) name;
  *(guint *) data += count_values (node);
}

/* Not deep: the check has seen to that. */
static guint
count_values (JsonNode *node)
{
  guint n = 1;

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), count_member, &n);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        n += count_values (json_array_get_element (array, i));
    }
  return n;
}

static void
check_places (const GArray *places, gsize length)
{
  for (guint i = 0; i < places->len; i++)
    {
      const QgJsonValuePlace *place = &g_array_index (places, QgJsonValuePlace, i);

      g_assert_cmpuint (place->start, <, length);
      g_assert_cmpuint (place->key, <=, place->start);
      g_assert_cmpuint (place->next, >, i);
      g_assert_cmpuint (place->next, <=, places->len);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (QgProblems) problems = qg_problems_new ("fuzz.json");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_malloc (length + 1);
  g_autoptr (GArray) places = NULL;

  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  places = qg_json_check (text, length, problems, NULL, &error);
  g_assert_true ((places == NULL) == (error != NULL));
  g_assert_true ((places == NULL) == (qg_problems_get_n_errors (problems) > 0));
  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    g_free (qg_problem_dup_line (qg_problems_get (problems, i)));
  if (places != NULL)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      check_places (places, length);
      json_parser_load_from_data (parser, text, (gssize) length, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_values (json_parser_get_root (parser)), ==, places->len);
    }
  return 0;
}
