/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing GraphML, and GraphML among the formats. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>

#include "qg-map-formats-private.h"
#include "qg-map-graphml.h"
#include "qg-map-write.h"
#include "qg-xml.h"
#include "qg-yed-write.h"

static void
write_keys (GString *out, GPtrArray *columns, const char *domain, char mark)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const QgColumn *column = columns->pdata[i];

      if (column->field == QG_FIELD_ID || column->field == QG_FIELD_FROM || column->field == QG_FIELD_TO)
        continue;
      g_string_append_printf (out, "  <key id=\"%c%u\" for=\"%s\"", mark, i, domain);
      qg_write_attribute (out, "attr.name", column->name);
      qg_write_attribute (out, "attr.type",
                          column->field == QG_FIELD_X || column->field == QG_FIELD_Y ? "double" : "string");
      g_string_append (out, "/>\n");
    }
}

static void
write_data (GString *out, const char *indent, const char *key, const char *value)
{
  g_string_append_printf (out, "%s<data key=\"%s\">", indent, key);
  qg_write_xml (out, value);
  g_string_append (out, "</data>\n");
}

static void
write_columns (GString *out, QgMap *map, QgFieldsOf of, GPtrArray *columns, guint n, char mark)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const QgColumn *column = columns->pdata[i];
      g_autofree char *value = NULL, *key = g_strdup_printf ("%c%u", mark, i);

      if (column->field == QG_FIELD_ID || column->field == QG_FIELD_FROM || column->field == QG_FIELD_TO)
        continue;
      value = qg_column_dup_value (column, map, of, n);
      if (value != NULL)
        write_data (out, "      ", key, value);
    }
}

static void
write_about_keys (GString *out, QgMap *map)
{
  guint n;
  const QgLang *langs = qg_map_get_languages (map, &n);

  g_string_append (out,
                   "  <key id=\"languages\" for=\"graph\" attr.name=\"languages\" attr.type=\"string\"/>\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        out,
        "  <key id=\"title_%s\" for=\"graph\" attr.name=\"title_%s\" attr.type=\"string\"/>\n"
        "  <key id=\"description_%s\" for=\"graph\" attr.name=\"description_%s\" "
        "attr.type=\"string\"/>\n",
        langs[i], langs[i], langs[i], langs[i]);
}

static void
write_about (GString *out, QgMap *map)
{
  g_autofree char *languages = qg_columns_dup_languages (map);
  guint n;
  const QgLang *langs = qg_map_get_languages (map, &n);

  write_data (out, "    ", "languages", languages);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("title_%s", langs[i]);
      g_autofree char *description = g_strdup_printf ("description_%s", langs[i]);

      if (qg_text_get (qg_map_get_title (map), langs[i]) != NULL)
        write_data (out, "    ", title, qg_text_get (qg_map_get_title (map), langs[i]));
      if (qg_text_get (qg_map_get_description (map), langs[i]) != NULL)
        write_data (out, "    ", description, qg_text_get (qg_map_get_description (map), langs[i]));
    }
}

static void
write_relation (GString *out, QgMap *map, GPtrArray *columns, guint n, QgLang lang)
{
  const QgRelation *relation = qg_map_get_relation (map, n);

  g_string_append (out, "    <edge");
  qg_write_attribute (out, "id", relation->id);
  qg_write_attribute (out, "source", qg_map_get_entity (map, relation->from)->id);
  qg_write_attribute (out, "target", qg_map_get_entity (map, relation->to)->id);
  g_string_append (out, ">\n");
  write_columns (out, map, QG_FIELDS_OF_RELATION, columns, n, 'r');
  qg_yed_write_edge (out, map, n, lang);
  g_string_append (out, "    </edge>\n");
}

GBytes *
qg_map_graphml_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  g_autoptr (GPtrArray) of_entity = qg_columns_new (map, QG_FIELDS_OF_ENTITY);
  g_autoptr (GPtrArray) of_relation = qg_columns_new (map, QG_FIELDS_OF_RELATION);
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
                               "xmlns:y=\"http://www.yworks.com/xml/graphml\">\n");
  QgLang lang = qg_write_lang (map, options);

  write_about_keys (out, map);
  write_keys (out, of_entity, "node", 'e');
  write_keys (out, of_relation, "edge", 'r');
  qg_yed_write_keys (out);
  g_string_append (out, "  <graph");
  qg_write_attribute (out, "id", qg_map_get_id (map));
  g_string_append (out, " edgedefault=\"directed\">\n");
  write_about (out, map);
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      g_string_append (out, "    <node");
      qg_write_attribute (out, "id", qg_map_get_entity (map, i)->id);
      g_string_append (out, ">\n");
      write_columns (out, map, QG_FIELDS_OF_ENTITY, of_entity, i, 'e');
      qg_yed_write_node (out, map, i, lang);
      g_string_append (out, "    </node>\n");
    }
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    write_relation (out, map, of_relation, i, lang);
  g_string_append (out, "  </graph>\n</graphml>\n");
  qg_write_losses (map, QG_KEEPS_COLUMNS | QG_KEEPS_ABOUT, losses);
  return g_string_free_to_bytes (out);
}

static guint
sniff (const char *text, gsize length)
{
  return qg_xml_sniff (text, length, "graphml") ? 90 : 0;
}

static const char *const endings[] = { ".graphml", NULL };

const QgMapFormat qg_map_format_graphml = {
  .id = "graphml",
  .name = N_ ("GraphML"),
  .mime_type = "application/graphml+xml",
  .endings = endings,
  .any_encoding = TRUE,
  .sniff = sniff,
  .read = qg_map_graphml_read,
  .write = qg_map_graphml_write,
};
