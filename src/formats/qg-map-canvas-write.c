/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing JSON Canvas 1.0, which Obsidian and others read: each kind a group, its entities in it. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qg-map-formats-private.h"
#include "qg-map-write.h"

#define WIDTH 260
#define HEIGHT 80
#define GAP 40

typedef struct
{
  GString *out;
  QgMap *map;
  QgLang lang;
  gboolean first;
} Writer;

static void
begin_item (Writer *w)
{
  g_string_append (w->out, w->first ? "\n    {" : ",\n    {");
  w->first = FALSE;
}

static void
write_place (Writer *w, int x, int y, int width, int height)
{
  g_string_append_printf (w->out, ", \"x\": %d, \"y\": %d, \"width\": %d, \"height\": %d", x, y, width,
                          height);
}

static void
write_color (Writer *w, const QgKind *kind)
{
  char color[8];

  g_string_append_printf (w->out, ", \"color\": \"%s\"}", qg_kind_format_color (kind, color));
}

/* Text there is Markdown: a name must not become a heading or a link. */
static void
write_name (Writer *w, const QgEntity *entity)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = qg_text_pick (entity->name, w->lang, NULL); *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p) && *p != '-' && *p != ',' && *p != '.' && *p != '(' && *p != ')' && *p != '/')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  qg_write_json (w->out, text->str);
}

/* The ids of entities and of groups are kept apart by a prefix that no id has. */
static int
write_kind (Writer *w, guint kind_number, int top)
{
  const QgKind *kind = qg_map_get_kind (w->map, kind_number);
  guint n = 0, columns, i = 0;
  int rows;

  for (guint e = 0; e < qg_map_get_n_entities (w->map); e++)
    n += qg_map_get_entity (w->map, e)->kind == kind_number;
  if (n == 0)
    return top;
  columns = (guint) ceil (sqrt (n));
  rows = (int) ((n + columns - 1) / columns);
  begin_item (w);
  g_string_append_printf (w->out, "\"id\": \"kind:%s\", \"type\": \"group\", \"label\": ", kind->id);
  qg_write_json (w->out, qg_text_pick (kind->plural != NULL ? kind->plural : kind->name, w->lang, NULL));
  write_place (w, 0, top, GAP + (int) columns * (WIDTH + GAP), GAP + rows * (HEIGHT + GAP));
  write_color (w, kind);
  for (guint e = 0; e < qg_map_get_n_entities (w->map); e++)
    {
      const QgEntity *entity = qg_map_get_entity (w->map, e);

      if (entity->kind != kind_number)
        continue;
      begin_item (w);
      g_string_append_printf (w->out, "\"id\": \"%s\", \"type\": \"text\", \"text\": ", entity->id);
      write_name (w, entity);
      write_place (w, GAP + (int) (i % columns) * (WIDTH + GAP),
                   top + GAP + (int) (i / columns) * (HEIGHT + GAP), WIDTH, HEIGHT);
      write_color (w, kind);
      i++;
    }
  return top + 2 * GAP + rows * (HEIGHT + GAP);
}

static void
write_relation (Writer *w, const QgRelation *relation)
{
  begin_item (w);
  g_string_append_printf (
      w->out, "\"id\": \"relation:%s\", \"fromNode\": \"%s\", \"toNode\": \"%s\", \"label\": ", relation->id,
      qg_map_get_entity (w->map, relation->from)->id, qg_map_get_entity (w->map, relation->to)->id);
  qg_write_json (w->out, qg_text_pick (qg_map_get_verb (w->map, relation->verb)->label, w->lang, NULL));
  g_string_append_c (w->out, '}');
}

static GBytes *
write_map (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  Writer w = { g_string_new ("{\n  \"nodes\": ["), map, qg_write_lang (map, options), TRUE };
  int top = 0;

  for (guint k = 0; k < qg_map_get_n_kinds (map); k++)
    top = write_kind (&w, k, top);
  g_string_append (w.out, "\n  ],\n  \"edges\": [");
  w.first = TRUE;
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    write_relation (&w, qg_map_get_relation (map, i));
  g_string_append (w.out, "\n  ]\n}\n");
  qg_write_losses (map, QG_KEEPS_KINDS, losses);
  return g_string_free_to_bytes (w.out);
}

/* ── Telling it from other JSON ── */

static const char *
skip_space (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

/* From a quotation mark to what stands behind the string; NULL where it is not closed. */
static const char *
skip_string (const char *p)
{
  for (p++; *p != '"'; p++)
    {
      p += *p == '\\';
      if (*p == '\0')
        return NULL;
    }
  return p + 1;
}

/* To the comma behind a value of the whole, or the end of the whole; NULL where there is none. */
static const char *
skip_value (const char *p)
{
  guint depth = 0;

  while (p != NULL && *p != '\0' && (depth > 0 || (*p != ',' && *p != '}')))
    if (*p == '"')
      p = skip_string (p);
    else
      {
        if (*p == '{' || *p == '[')
          depth++;
        else if ((*p == '}' || *p == ']') && depth-- == 0)
          return NULL;
        p++;
      }
  return p == NULL || *p == '\0' ? NULL : p;
}

/* An object that has nodes or edges, and is no map of our own; other programs say "links" for edges. */
static guint
sniff (const char *text, gsize length)
{
  const char *p = skip_space (g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text);
  gboolean found = FALSE;

  if (*p != '{')
    return 0;
  do
    {
      const char *name = skip_space (p + 1), *value = *name == '"' ? skip_string (name) : NULL;

      if (value == NULL || g_str_has_prefix (name, "\"qogam-map\"") || g_str_has_prefix (name, "\"links\""))
        return 0;
      value = skip_space (value);
      if (*value != ':')
        return 0;
      value = skip_space (value + 1);
      found = found || (*value == '[' &&
                        (g_str_has_prefix (name, "\"nodes\"") || g_str_has_prefix (name, "\"edges\"")));
      p = skip_value (value);
    }
  while (p != NULL && *p == ',');
  /* Others have nodes and edges, too, and other names for what these lead from. */
  found = found && strstr (text, "\"source\"") == NULL && strstr (text, "\"from\"") == NULL;
  return p != NULL && found ? 70 : 0;
}

static const char *const endings[] = { ".canvas", NULL };

const QgMapFormat qg_map_format_canvas = {
  .id = "canvas",
  .name = N_ ("JSON Canvas"),
  .mime_type = "application/json",
  .endings = endings,
  .sniff = sniff,
  .write = write_map,
};
