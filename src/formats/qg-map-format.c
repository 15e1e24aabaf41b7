/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-map-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-map-json.h"

static guint
sniff_json (const char *text, gsize length)
{
  gsize i = 0;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < length && strchr (" \t\r\n", text[i]) != NULL)
    i++;
  return i < length && (text[i] == '{' || text[i] == '[') ? 60 : 0;
}

static QgMap *
read_json (const char *path, const char *text, gsize length, QgProblems *problems, GCancellable *cancellable,
           GError **error)
{
  return qg_map_json_read (text, length, problems, cancellable, error);
}

static GBytes *
write_json (QgMap *map, QgProblems *losses, GError **error)
{
  return qg_map_json_write (map);
}

static const char *const json_endings[] = { ".qogam.json", ".json", NULL };

static const QgMapFormat json_format = {
  "json", N_ ("Qogam map"), "application/x-qogam-map+json", json_endings, sniff_json, read_json, write_json,
};

static const QgMapFormat *const formats[] = { &json_format };

const QgMapFormat *const *
qg_map_formats_get (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

/* Returns: (nullable): the format that commands call @id. */
const QgMapFormat *
qg_map_format_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i]->id, id) == 0)
      return formats[i];
  return NULL;
}

/* Returns: (nullable): the format whose ending @file_name has, in letters of any case. */
const QgMapFormat *
qg_map_format_from_name (const char *file_name)
{
  g_autofree char *name = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (const char *const *ending = formats[i]->endings; *ending != NULL; ending++)
      if (g_str_has_suffix (name, *ending))
        return formats[i];
  return NULL;
}

/* Returns: (nullable): the format that is surest of @text; where none is sure at all, the one of the name. */
const QgMapFormat *
qg_map_format_from_content (const char *file_name, const char *text, gsize length)
{
  const QgMapFormat *best = NULL;
  guint best_sureness = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      guint sureness = formats[i]->read != NULL ? formats[i]->sniff (text, length) : 0;

      if (sureness > best_sureness)
        {
          best = formats[i];
          best_sureness = sureness;
        }
    }
  return best != NULL ? best : qg_map_format_from_name (file_name);
}
