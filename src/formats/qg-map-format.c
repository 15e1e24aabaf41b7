/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-map-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-map-formats-private.h"

static const QgMapFormat *const formats[] = { &qg_map_format_json,    &qg_map_format_dot,
                                              &qg_map_format_graphml, &qg_map_format_csv,
                                              &qg_map_format_cxl,     &qg_map_format_gexf,
                                              &qg_map_format_canvas };

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

/* Returns: (nullable): the format that is surest of @text, which may be one that is only written; where none
 * is sure at all, the one of the name. */
const QgMapFormat *
qg_map_format_from_content (const char *file_name, const char *text, gsize length)
{
  const QgMapFormat *best = NULL;
  guint best_sureness = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      guint sureness = formats[i]->sniff (text, length);

      if (sureness > best_sureness)
        {
          best = formats[i];
          best_sureness = sureness;
        }
    }
  return best != NULL ? best : qg_map_format_from_name (file_name);
}

gboolean
qg_map_format_can_write (const QgMapFormat *format)
{
  return format->write != NULL || format->write_pair != NULL;
}
