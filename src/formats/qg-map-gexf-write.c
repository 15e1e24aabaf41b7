/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing GEXF 1.3, which Gephi reads. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>

#include "qg-coordinate.h"
#include "qg-map-formats-private.h"
#include "qg-map-write.h"
#include "qg-xml.h"

/* The format has words of its own for the others. */
static gboolean
is_attribute (const QgColumn *column)
{
  return column->field != QG_FIELD_ID && column->field != QG_FIELD_FROM && column->field != QG_FIELD_TO &&
         column->field != QG_FIELD_X && column->field != QG_FIELD_Y;
}

static void
write_attributes (GString *out, GPtrArray *columns, const char *of)
{
  g_string_append_printf (out, "    <attributes class=\"%s\">\n", of);
  for (guint i = 0; i < columns->len; i++)
    {
      const QgColumn *column = columns->pdata[i];

      if (!is_attribute (column))
        continue;
      g_string_append_printf (out, "      <attribute id=\"%u\"", i);
      qg_write_attribute (out, "title", column->name);
      g_string_append (out, " type=\"string\"/>\n");
    }
  g_string_append (out, "    </attributes>\n");
}

static void
write_values (GString *out, QgMap *map, QgFieldsOf of, GPtrArray *columns, guint n)
{
  g_string_append (out, "        <attvalues>\n");
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *value =
          is_attribute (columns->pdata[i]) ? qg_column_dup_value (columns->pdata[i], map, of, n) : NULL;

      if (value == NULL)
        continue;
      g_string_append_printf (out, "          <attvalue for=\"%u\"", i);
      qg_write_attribute (out, "value", value);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "        </attvalues>\n");
}

/* Gephi counts upwards. */
static void
write_position (GString *out, const QgEntity *entity)
{
  char x[QG_DECIMAL_SIZE], y[QG_DECIMAL_SIZE];

  if (entity->is_placed)
    g_string_append_printf (out, "        <viz:position x=\"%s\" y=\"%s\"/>\n",
                            qg_decimal_format (entity->place.x, x),
                            qg_decimal_format (0 - entity->place.y, y));
}

static void
write_node (GString *out, QgMap *map, GPtrArray *columns, guint n, QgLang lang)
{
  const QgEntity *entity = qg_map_get_entity (map, n);
  guint32 rgb = 0;
  char color[8];

  g_string_append (out, "      <node");
  qg_write_attribute (out, "id", entity->id);
  qg_write_attribute (out, "label", qg_text_pick (entity->label, lang, NULL));
  g_string_append (out, ">\n");
  write_values (out, map, QG_FIELDS_OF_ENTITY, columns, n);
  write_position (out, entity);
  qg_color_parse (qg_kind_format_color (qg_map_get_kind (map, entity->kind), color), &rgb);
  g_string_append_printf (out, "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n      </node>\n", rgb >> 16,
                          rgb >> 8 & 0xff, rgb & 0xff);
}

static void
write_edge (GString *out, QgMap *map, GPtrArray *columns, guint n, QgLang lang)
{
  const QgRelation *relation = qg_map_get_relation (map, n);

  g_string_append (out, "      <edge");
  qg_write_attribute (out, "id", relation->id);
  qg_write_attribute (out, "source", qg_map_get_entity (map, relation->from)->id);
  qg_write_attribute (out, "target", qg_map_get_entity (map, relation->to)->id);
  qg_write_attribute (out, "label", qg_text_pick (qg_map_get_verb (map, relation->verb)->label, lang, NULL));
  g_string_append (out, ">\n");
  write_values (out, map, QG_FIELDS_OF_RELATION, columns, n);
  g_string_append (out, "      </edge>\n");
}

static GBytes *
write_map (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  g_autoptr (GPtrArray) of_entity = qg_columns_new (map, QG_FIELDS_OF_ENTITY);
  g_autoptr (GPtrArray) of_relation = qg_columns_new (map, QG_FIELDS_OF_RELATION);
  QgLang lang = qg_write_lang (map, options);
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                               "version=\"1.3\">\n  <meta>\n    <description>");

  qg_write_xml (out, qg_text_pick (qg_map_get_title (map), lang, NULL));
  g_string_append (out, "</description>\n  </meta>\n  <graph defaultedgetype=\"directed\">\n");
  write_attributes (out, of_entity, "node");
  write_attributes (out, of_relation, "edge");
  g_string_append (out, "    <nodes>\n");
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    write_node (out, map, of_entity, i, lang);
  g_string_append (out, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    write_edge (out, map, of_relation, i, lang);
  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
  qg_write_losses (map, QG_KEEPS_COLUMNS | QG_KEEPS_TITLE, losses);
  return g_string_free_to_bytes (out);
}

static guint
sniff (const char *text, gsize length)
{
  return qg_xml_sniff (text, length, "gexf") ? 90 : 0;
}

static const char *const endings[] = { ".gexf", NULL };

const QgMapFormat qg_map_format_gexf = {
  .id = "gexf",
  .name = N_ ("GEXF (Gephi)"),
  .mime_type = "application/gexf+xml",
  .endings = endings,
  .any_encoding = TRUE,
  .sniff = sniff,
  .write = write_map,
};
