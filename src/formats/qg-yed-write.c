/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-yed-write.h"

#include <string.h>

#include "qg-coordinate.h"
#include "qg-map-write.h"
#include "qg-shapes.h"

/* yEd neither wraps names nor makes boxes as large as these. A letter of its usual type, 12 points, is this
 * wide. */
#define LETTER 7.0
#define LINE 18.0
#define MOST_LETTERS 24
#define MOST_LINES 20
#define PADDING 24.0
/* What a shape with corners cut off needs more. */
#define CUT 1.5

void
qg_yed_write_keys (GString *out)
{
  g_string_append (out, "  <key id=\"node\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
                        "  <key id=\"edge\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
}

/* @name in lines, at its spaces; the size of all. */
static char *
dup_lines (const char *name, QgSize *size)
{
  char *lines = g_strdup (name), *space = NULL;
  guint n = 0, rows = 1;

  for (char *p = lines; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (++n > MOST_LETTERS && space != NULL)
        {
          *space = '\n';
          n = (guint) g_utf8_strlen (space + 1, p - space - 1) + 1;
          space = NULL;
          rows++;
        }
      if (*p == ' ')
        space = p;
    }
  *size = (QgSize){ PADDING + (rows > 1 ? MOST_LETTERS : MIN (n, MOST_LETTERS)) * LETTER,
                    PADDING / 2 + MIN (rows, MOST_LINES) * LINE };
  return lines;
}

static void
write_geometry (GString *out, const QgEntity *entity, QgSize size)
{
  char buffer[QG_DECIMAL_SIZE];

  g_string_append (out, "<y:Geometry");
  qg_write_attribute (out, "height", qg_decimal_format (size.height, buffer));
  qg_write_attribute (out, "width", qg_decimal_format (size.width, buffer));
  if (entity->is_placed)
    {
      qg_write_attribute (out, "x", qg_decimal_format (entity->place.x - size.width / 2, buffer));
      qg_write_attribute (out, "y", qg_decimal_format (entity->place.y - size.height / 2, buffer));
    }
  g_string_append (out, "/>");
}

/* White on what is dark. */
static const char *
get_ink (const char *color)
{
  guint32 rgb = 0;

  qg_color_parse (color, &rgb);
  return (rgb >> 16) * 299 + (rgb >> 8 & 0xff) * 587 + (rgb & 0xff) * 114 > 150000 ? "#000000" : "#ffffff";
}

void
qg_yed_write_node (GString *out, QgMap *map, guint n, QgLang lang)
{
  const QgEntity *entity = qg_map_get_entity (map, n);
  const QgKind *kind = qg_map_get_kind (map, entity->kind);
  const QgShape *shape = qg_shape_find (qg_shape_of_symbol (kind->symbol));
  QgSize size;
  g_autofree char *name = dup_lines (qg_text_pick (entity->label, lang, NULL), &size);
  char color[8];

  if (shape == NULL || !shape->is_box)
    size = (QgSize){ size.width * CUT, size.height * CUT };
  qg_kind_format_color (kind, color);
  g_string_append (out, "      <data key=\"node\"><y:ShapeNode>");
  write_geometry (out, entity, size);
  g_string_append_printf (out,
                          "<y:Fill color=\"%s\" transparent=\"false\"/>"
                          "<y:BorderStyle color=\"%s\" type=\"line\" width=\"1.0\"/>"
                          "<y:NodeLabel textColor=\"%s\">",
                          color, color, get_ink (color));
  qg_write_xml (out, name);
  g_string_append_printf (out, "</y:NodeLabel><y:Shape type=\"%s\"/></y:ShapeNode></data>\n",
                          shape != NULL ? shape->names[0] : qg_shape_of_symbol (kind->symbol));
}

void
qg_yed_write_edge (GString *out, QgMap *map, guint n, QgLang lang)
{
  const QgVerb *verb = qg_map_get_verb (map, qg_map_get_relation (map, n)->verb);

  g_string_append (out, "      <data key=\"edge\"><y:PolyLineEdge>"
                        "<y:LineStyle color=\"#64748b\" type=\"line\" width=\"1.0\"/>"
                        "<y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>");
  qg_write_xml (out, qg_text_pick (verb->label, lang, NULL));
  g_string_append (out, "</y:EdgeLabel></y:PolyLineEdge></data>\n");
}
