/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as a pair of tables: a map or a list of faults, never a crash; a map can be written and read
 * again. A line of '%' ends the table of entities; what follows is the file beside it. */

#include "fuzz-format.h"

#include <glib/gstdio.h>
#include <stdlib.h>

const char fuzz_corpus[] = "csv";

const char *const fuzz_words[] = {
  "\"",          "\"\"",       ",",     ";",          "\t",           "\r\n",     "sep=;",      "id",
  "name_kk",     "from",       "to",    "verb",       "\xEF\xBB\xBF", "\xFF\xFE", "importance", "url",
  "javascript:", "mailto:a@b", "\n%\n", "kind_color", "sources",      NULL
};

static char *folder, *entities, *relations;

GBytes *
fuzz_get_seed (guint n)
{
  (void) n;
  return NULL;
}

static void
remove_folder (void)
{
  g_unlink (relations);
  g_rmdir (folder);
}

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("qogam-fuzz-csv-XXXXXX", NULL);
  g_assert_nonnull (folder);
  entities = g_build_filename (folder, "fuzz-entities.csv", NULL);
  relations = g_build_filename (folder, "fuzz-relations.csv", NULL);
  atexit (remove_folder);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  const guint8 *cut = NULL;
  gsize size;
  g_autofree char *text = NULL;

  if (folder == NULL)
    make_folder ();
  for (gsize i = 0; i + 3 <= length && cut == NULL; i++)
    if (memcmp (data + i, "\n%\n", 3) == 0)
      cut = data + i;
  if (cut != NULL)
    {
      FILE *file = g_fopen (relations, "wb");
      gsize rest = length - (gsize) (cut + 3 - data);

      g_assert_nonnull (file);
      g_assert_cmpuint (fwrite (cut + 3, 1, rest, file), ==, rest);
      fclose (file);
    }
  else
    g_unlink (relations);
  text = fuzz_format_decode (data, cut != NULL ? (gsize) (cut - data) : length, &size);
  if (text != NULL)
    fuzz_format_check (fuzz_format_read (qg_map_format_find ("csv"), entities, text, size), length);
  return 0;
}
