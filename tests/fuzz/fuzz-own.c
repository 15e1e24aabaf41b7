/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as the file of what a person keeps of a map: read whole or refused whole; what was read is
 * written, read again and written as before. */

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "qg-own-file.h"

const char fuzz_corpus[] = "own";

const char *const fuzz_words[] = { "\"own\":",
                                   "\"map\":",
                                   "\"views\":",
                                   "\"hidden_entities\":",
                                   "\"hidden_relations\":",
                                   "\"id\":",
                                   "\"title\":",
                                   "\"page\":",
                                   "\"entities\":",
                                   "\"without\":",
                                   "\"layout\":",
                                   "\"collapsed\":",
                                   "\"engine\":",
                                   "\"direction\":",
                                   "\"spacing\":",
                                   "\"wrap\":",
                                   "\"rank_spacing\":",
                                   "\"levels\":",
                                   "\"groups\":",
                                   "\"kind\"",
                                   "\"dot\"",
                                   "\"down\"",
                                   "\"right\"",
                                   "\"sfdp\"",
                                   "1e300",
                                   "-1",
                                   "0.25",
                                   "null",
                                   "[]",
                                   "{}",
                                   "[\"a\"]",
                                   "\"\"",
                                   ",",
                                   "\\u0000",
                                   "\\ud800",
                                   NULL };

GBytes *
fuzz_get_seed (guint n)
{
  (void) n;
  return NULL;
}

static GBytes *
print_again (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (QgOwn) own = qg_own_file_parse (text, g_bytes_get_size (bytes));

  if (own == NULL)
    {
      g_printerr ("what was written cannot be read:\n%s\n", text);
      abort (); /* g_error() is a trap, which libFuzzer lets pass */
    }
  return qg_own_file_print (own, "fuzz");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_malloc (length + 1);
  g_autoptr (QgOwn) own = NULL;

  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  own = qg_own_file_parse (text, length);
  if (own != NULL)
    {
      g_autoptr (GBytes) first = qg_own_file_print (own, "fuzz");
      g_autoptr (GBytes) second = print_again (first);

      if (!g_bytes_equal (first, second))
        {
          g_printerr ("not the same when it is written again:\n%s\n",
                      (const char *) g_bytes_get_data (first, NULL));
          abort ();
        }
    }
  return 0;
}
