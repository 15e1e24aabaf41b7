/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing CXL, and CXL among the formats. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qg-map-cxl.h"
#include "qg-map-formats-private.h"
#include "qg-map-write.h"
#include "qg-xml.h"

/* CmapTools wants places; in rows of ten those that have none can be told apart and pulled where they belong.
 */
#define ROW 10
#define STEP_X 240
#define STEP_Y 120

/* What CXL has no room for goes along as marks of our own, which others pass over. */
static void
write_marks (GString *out, QgMap *map, QgFieldsOf of, GPtrArray *columns, guint n)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const QgColumn *column = columns->pdata[i];
      g_autofree char *value = NULL, *name = NULL;

      if (column->field == QG_FIELD_FROM || column->field == QG_FIELD_TO ||
          (column->field == QG_FIELD_ID && of == QG_FIELDS_OF_ENTITY))
        continue;
      value = qg_column_dup_value (column, map, of, n);
      name = g_strconcat ("q:", column->name, NULL);
      if (value != NULL)
        qg_write_attribute (out, name, value);
    }
}

static void
write_concepts (GString *out, QgMap *map, QgLang lang)
{
  g_autoptr (GPtrArray) columns = qg_columns_new (map, QG_FIELDS_OF_ENTITY);

  g_string_append (out, "    <concept-list>\n");
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      g_string_append (out, "      <concept");
      qg_write_attribute (out, "id", entity->id);
      qg_write_attribute (out, "label", qg_text_pick (entity->label, lang, NULL));
      if (entity->description != NULL)
        qg_write_attribute (out, "long-comment", qg_text_pick (entity->description, lang, NULL));
      write_marks (out, map, QG_FIELDS_OF_ENTITY, columns, i);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "    </concept-list>\n");
}

static void
write_phrases (GString *out, QgMap *map, QgLang lang)
{
  g_autoptr (GPtrArray) columns = qg_columns_new (map, QG_FIELDS_OF_RELATION);

  g_string_append (out, "    <linking-phrase-list>\n");
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, i);

      g_string_append_printf (out, "      <linking-phrase id=\"phrase %u\"", i + 1);
      qg_write_attribute (out, "label",
                          qg_text_pick (qg_map_get_verb (map, relation->verb)->label, lang, NULL));
      write_marks (out, map, QG_FIELDS_OF_RELATION, columns, i);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "    </linking-phrase-list>\n    <connection-list>\n");
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, i);

      g_string_append_printf (out, "      <connection id=\"into %u\"", i + 1);
      qg_write_attribute (out, "from-id", qg_map_get_entity (map, relation->from)->id);
      g_string_append_printf (out, " to-id=\"phrase %u\"/>\n", i + 1);
      g_string_append_printf (out, "      <connection id=\"out %u\" from-id=\"phrase %u\"", i + 1, i + 1);
      qg_write_attribute (out, "to-id", qg_map_get_entity (map, relation->to)->id);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "    </connection-list>\n");
}

typedef struct
{
  int x, y;
} Spot;

/* Where each entity stands in a map that begins at 0,0 and counts in whole points; those without a place in
 * rows below. */
static Spot *
new_spots (QgMap *map)
{
  guint n = qg_map_get_n_entities (map), row = 0;
  Spot *spots = g_new (Spot, n + 1);
  double left = STEP_X / 2, top = STEP_Y / 2, bottom = -QG_MOST_PLACE;

  for (guint i = 0; i < n; i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      if (!entity->is_placed)
        continue;
      left = fmin (left, entity->place.x);
      top = fmin (top, entity->place.y);
      bottom = fmax (bottom, entity->place.y);
    }
  for (guint i = 0; i < n; i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      if (entity->is_placed)
        spots[i] = (Spot){ (int) rint (entity->place.x - left) + STEP_X / 2,
                           (int) rint (entity->place.y - top) + STEP_Y / 2 };
      else
        {
          int above = bottom > -QG_MOST_PLACE ? (int) rint (bottom - top) + STEP_Y : 0;

          spots[i] = (Spot){ STEP_X / 2 + (int) (row % ROW) * STEP_X,
                             above + STEP_Y / 2 + (int) (row / ROW) * STEP_Y };
          row++;
        }
    }
  return spots;
}

/* A phrase stands between its two concepts. */
static void
write_places (GString *out, QgMap *map)
{
  g_autofree Spot *spots = new_spots (map);

  g_string_append (out, "    <concept-appearance-list>\n");
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      g_string_append (out, "      <concept-appearance");
      qg_write_attribute (out, "id", entity->id);
      g_string_append_printf (out, " x=\"%d\" y=\"%d\"", spots[i].x, spots[i].y);
      if (!entity->is_placed)
        g_string_append_printf (out, " q:" QG_CXL_MADE_UP "=\"%d,%d\"", spots[i].x, spots[i].y);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "    </concept-appearance-list>\n    <linking-phrase-appearance-list>\n");
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *r = qg_map_get_relation (map, i);
      Spot from = spots[r->from], to = spots[r->to];

      /* In a grid it would lie on what is between, so a third of a row below. */
      g_string_append_printf (out, "      <linking-phrase-appearance id=\"phrase %u\" x=\"%d\" y=\"%d\"/>\n",
                              i + 1, (from.x + to.x) / 2,
                              (from.y + to.y) / 2 +
                                  (qg_map_get_entity (map, r->from)->is_placed ? 0 : STEP_Y / 3));
    }
  g_string_append (out, "    </linking-phrase-appearance-list>\n");
}

static void
write_element (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "    <dc:%s>", name);
  qg_write_xml (out, text);
  g_string_append_printf (out, "</dc:%s>\n", name);
}

/* Dublin Core has the title and the description in one language; marks of our own have them in all. */
static void
write_about (GString *out, QgMap *map, QgLang lang)
{
  g_autofree char *languages = qg_columns_dup_languages (map);
  guint n;
  const QgLang *langs = qg_map_get_languages (map, &n);

  g_string_append (out, "  <res-meta");
  qg_write_attribute (out, "q:id", qg_map_get_id (map));
  for (guint i = 0; i < n; i++)
    {
      const char *title = qg_text_get (qg_map_get_title (map), langs[i]);
      const char *description = qg_text_get (qg_map_get_description (map), langs[i]);
      g_autofree char *title_name = g_strconcat ("q:title_", langs[i], NULL);
      g_autofree char *description_name = g_strconcat ("q:description_", langs[i], NULL);

      if (title != NULL)
        qg_write_attribute (out, title_name, title);
      if (description != NULL)
        qg_write_attribute (out, description_name, description);
    }
  g_string_append (out, ">\n");
  write_element (out, "title", qg_text_pick (qg_map_get_title (map), lang, NULL));
  if (qg_map_get_description (map) != NULL)
    write_element (out, "description", qg_text_pick (qg_map_get_description (map), lang, NULL));
  write_element (out, "language", languages);
  g_string_append (out, "  </res-meta>\n");
}

GBytes *
qg_map_cxl_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  QgLang lang = qg_write_lang (map, options);
  GString *out =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<cmap xmlns=\"http://cmap.ihmc.us/xml/cmap/\" "
                    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:q=\"" QG_CXL_NAMESPACE "\">\n");

  write_about (out, map, lang);
  g_string_append (out, "  <map>\n");
  write_concepts (out, map, lang);
  write_phrases (out, map, lang);
  write_places (out, map);
  g_string_append (out, "  </map>\n</cmap>\n");
  qg_write_losses (map, QG_KEEPS_COLUMNS | QG_KEEPS_ABOUT, losses);
  return g_string_free_to_bytes (out);
}

static guint
sniff (const char *text, gsize length)
{
  return qg_xml_sniff (text, length, "cmap") ? 90 : 0;
}

static const char *const endings[] = { ".cxl", NULL };

const QgMapFormat qg_map_format_cxl = {
  .id = "cxl",
  .name = N_ ("CmapTools (CXL)"),
  .mime_type = "application/x-cmaptools-cxl+xml",
  .endings = endings,
  .any_encoding = TRUE,
  .sniff = sniff,
  .read = qg_map_cxl_read,
  .write = qg_map_cxl_write,
};
