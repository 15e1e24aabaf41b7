/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Own JSON among the formats. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-map-formats-private.h"
#include "qg-map-json.h"

static guint
sniff (const char *text, gsize length)
{
  gsize i = 0;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < length && strchr (" \t\r\n", text[i]) != NULL)
    i++;
  return i < length && (text[i] == '{' || text[i] == '[') ? 60 : 0;
}

static QgMap *
read_map (QgMapInput *input, GError **error)
{
  return qg_map_json_read (input->text, input->length, input->problems, input->cancellable, error);
}

static GBytes *
write_map (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  return qg_map_json_write (map);
}

static const char *const endings[] = { ".qogam.json", ".json", NULL };

const QgMapFormat qg_map_format_json = {
  .id = "json",
  .name = N_ ("Qogam map"),
  .mime_type = "application/x-qogam-map+json",
  .endings = endings,
  .sniff = sniff,
  .read = read_map,
  .write = write_map,
};
