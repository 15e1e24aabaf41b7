/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing DOT, and DOT among the formats. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-coordinate.h"
#include "qg-map-dot.h"
#include "qg-map-formats-private.h"
#include "qg-map-write.h"

/* Graphviz refuses more than 16 K between quotation marks; longer texts are put together of several. */
#define LONGEST_PIECE 4000

static void
write_quoted (GString *out, const char *text)
{
  gsize begin = out->len;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (out->len - begin > LONGEST_PIECE)
        {
          g_string_append (out, "\" + \"");
          begin = out->len;
        }
      if (*p == '"')
        g_string_append (out, "\\\"");
      else if (*p == '\\')
        g_string_append (out, "\\\\");
      else if (*p == '&')
        g_string_append (out, "&amp;");
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p >= 0x20)
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (out, '"');
}

/* The tag of a language may hold what no plain name may: name_en-GB. */
static gboolean
is_plain (const char *name)
{
  return name[strspn (name, "_" G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS)] == '\0';
}

static void
write_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (out->str[out->len - 1] != '[')
    g_string_append (out, ", ");
  if (is_plain (name))
    g_string_append (out, name);
  else
    write_quoted (out, name);
  g_string_append_c (out, '=');
  write_quoted (out, value);
}

/* What DOT itself has a name for. */
static const char *
get_name (const QgColumn *column)
{
  return column->field == QG_FIELD_URL ? "URL" : column->name;
}

static void
write_columns (GString *out, QgMap *map, QgFieldsOf of, GPtrArray *columns, guint n)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const QgColumn *column = columns->pdata[i];
      g_autofree char *value = NULL;

      if ((column->field == QG_FIELD_ID && of == QG_FIELDS_OF_ENTITY) || column->field == QG_FIELD_FROM ||
          column->field == QG_FIELD_TO || column->field == QG_FIELD_X || column->field == QG_FIELD_Y)
        continue;
      value = qg_column_dup_value (column, map, of, n);
      write_attribute (out, get_name (column), value);
    }
  g_string_append (out, "];\n");
}

/* Graphviz counts upwards. */
static void
write_pos (GString *out, const QgEntity *entity)
{
  g_autofree char *pos = NULL;

  if (!entity->is_placed)
    return;
  pos = qg_place_dup ((QgPoint){ entity->place.x, 0 - entity->place.y }, ",");
  write_attribute (out, "pos", pos);
}

static void
write_about (GString *out, QgMap *map, QgLang lang)
{
  g_autofree char *languages = qg_columns_dup_languages (map);
  guint n;
  const QgLang *langs = qg_map_get_languages (map, &n);

  g_string_append (out, "digraph ");
  write_quoted (out, qg_map_get_id (map));
  g_string_append (out, " {\n  graph [");
  write_attribute (out, "label", qg_text_pick (qg_map_get_title (map), lang, NULL));
  write_attribute (out, "languages", languages);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("title_%s", langs[i]);
      g_autofree char *description = g_strdup_printf ("description_%s", langs[i]);

      write_attribute (out, title, qg_text_get (qg_map_get_title (map), langs[i]));
      write_attribute (out, description, qg_text_get (qg_map_get_description (map), langs[i]));
    }
  g_string_append (out, "];\n  node [shape=box];\n");
}

GBytes *
qg_map_dot_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  g_autoptr (GPtrArray) of_entity = qg_columns_new (map, QG_FIELDS_OF_ENTITY);
  g_autoptr (GPtrArray) of_relation = qg_columns_new (map, QG_FIELDS_OF_RELATION);
  QgLang lang = qg_write_lang (map, options);
  GString *out = g_string_new (NULL);

  write_about (out, map, lang);
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);
      char color[8];

      g_string_append (out, "  ");
      write_quoted (out, entity->id);
      g_string_append (out, " [");
      write_attribute (out, "label", qg_text_pick (entity->label, lang, NULL));
      qg_kind_format_color (qg_map_get_kind (map, entity->kind), color);
      write_attribute (out, "color", color);
      write_pos (out, entity);
      write_columns (out, map, QG_FIELDS_OF_ENTITY, of_entity, i);
    }
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, i);

      g_string_append (out, "  ");
      write_quoted (out, qg_map_get_entity (map, relation->from)->id);
      g_string_append (out, " -> ");
      write_quoted (out, qg_map_get_entity (map, relation->to)->id);
      g_string_append (out, " [");
      write_attribute (out, "label", qg_text_pick (qg_map_get_verb (map, relation->verb)->label, lang, NULL));
      write_columns (out, map, QG_FIELDS_OF_RELATION, of_relation, i);
    }
  g_string_append (out, "}\n");
  qg_write_losses (map, QG_KEEPS_COLUMNS | QG_KEEPS_ABOUT, losses);
  return g_string_free_to_bytes (out);
}

/* ── Among the formats ── */

static const char *
skip_comments (const char *p)
{
  for (;;)
    {
      p += strspn (p, " \t\r\n\f");
      if (g_str_has_prefix (p, "/*"))
        {
          const char *end = strstr (p, "*/");

          if (end == NULL)
            return "";
          p = end + 2;
        }
      else if (g_str_has_prefix (p, "//") || *p == '#')
        p += strcspn (p, "\n");
      else
        return p;
    }
}

static const char *
skip_word (const char *p, const char *word)
{
  gsize n = strlen (word);

  if (g_ascii_strncasecmp (p, word, n) != 0 || g_ascii_isalnum (p[n]) || p[n] == '_')
    return p;
  return skip_comments (p + n);
}

static guint
sniff (const char *text, gsize length)
{
  const char *begin = skip_comments (text), *p = skip_word (begin, "strict");
  const char *behind = skip_word (p, "digraph");

  if (behind == p)
    behind = skip_word (p, "graph");
  if (behind == p)
    return 0;
  return *behind == '{' || *behind == '"' || g_ascii_isalnum (*behind) || (guchar) *behind >= 0x80 ? 80 : 30;
}

static const char *const endings[] = { ".gv", ".dot", NULL };

const QgMapFormat qg_map_format_dot = {
  .id = "dot",
  .name = N_ ("DOT (Graphviz)"),
  .mime_type = "text/vnd.graphviz",
  .endings = endings,
  .any_encoding = TRUE,
  .sniff = sniff,
  .read = qg_map_dot_read,
  .write = qg_map_dot_write,
};
