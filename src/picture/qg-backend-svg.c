/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* SVG with real text: cairo's own SVG has letters as outlines, which nobody can search, select or translate.
 * No scripts, no styles, nothing from outside. */

#include "qg-backend-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  QgBackend parent;
  GString *out;
  guint n_clips;
  GArray *links;
  GHashTable *ids; /* those that are taken */
} SvgBackend;

static GString *
get_out (QgBackend *self)
{
  return ((SvgBackend *) self)->out;
}

#define NUMBER_ROOM 20

/* The end of @p, to which the number is written without a zero byte: hundredths of a point, without the
 * process's decimal comma and without needless zeros. */
static char *
write_number (char *p, double value)
{
  char digits[NUMBER_ROOM];
  gint64 n = llround (CLAMP (value, -1e12, 1e12) * 100);
  guint i = sizeof digits;
  guint64 u = (guint64) (n < 0 ? -n : n);
  guint fraction = (guint) (u % 100);

  if (n < 0)
    *p++ = '-';
  u /= 100;
  do
    digits[--i] = (char) ('0' + u % 10);
  while ((u /= 10) > 0);
  memcpy (p, digits + i, sizeof digits - i);
  p += sizeof digits - i;
  if (fraction == 0)
    return p;
  *p++ = '.';
  *p++ = (char) ('0' + fraction / 10);
  if (fraction % 10 != 0)
    *p++ = (char) ('0' + fraction % 10);
  return p;
}

static void
append_number (GString *out, double value)
{
  char number[NUMBER_ROOM];

  g_string_append_len (out, number, write_number (number, value) - number);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_color (GString *out, const char *name, QgColor color)
{
  static const char hex[] = "0123456789abcdef";

  g_string_append_c (out, ' ');
  g_string_append (out, name);
  if ((color & 0xff) == 0)
    {
      g_string_append (out, "=\"none\"");
      return;
    }
  g_string_append (out, "=\"#");
  for (int shift = 28; shift >= 8; shift -= 4)
    g_string_append_c (out, hex[(color >> shift) & 0xf]);
  g_string_append_c (out, '"');
  if ((color & 0xff) != 0xff)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, name);
      g_string_append (out, "-opacity=\"");
      append_number (out, (color & 0xff) / 255.0);
      g_string_append_c (out, '"');
    }
}

static const char *
get_escape (guchar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "";
    }
}

/* How many bytes at @p are written as they are. What XML 1.0 has no way to write is left out: controls, and
 * U+FFFE and U+FFFF and their like, which end in BE and BF. */
static gsize
count_plain (const char *p)
{
  const char *start = p;

  for (; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f || c == '&' || c == '<' || c == '>' || c == '"')
        break;
      if (c >= 0xef && (g_utf8_get_char (p) & 0xfffe) == 0xfffe)
        break;
    }
  return (gsize) (p - start);
}

static void
append_escaped (GString *out, const char *text)
{
  while (TRUE)
    {
      gsize n = count_plain (text);

      g_string_append_len (out, text, (gssize) n);
      text += n;
      if (*text == '\0')
        return;
      g_string_append (out, get_escape ((guchar) *text));
      text = g_utf8_next_char (text);
    }
}

/* A document has an id once: where @id is taken, as by another picture on the page, "ID.2" and so on. */
static const char *
take_id (QgBackend *self, const char *id)
{
  GHashTable *ids = ((SvgBackend *) self)->ids;
  char *own = g_strdup (id);

  for (guint i = 2; g_hash_table_contains (ids, own); i++)
    {
      g_free (own);
      own = g_strdup_printf ("%s.%u", id, i);
    }
  g_hash_table_add (ids, own);
  return own;
}

static void
svg_backend_free (QgBackend *self)
{
  g_array_unref (((SvgBackend *) self)->links);
  g_hash_table_unref (((SvgBackend *) self)->ids);
  g_free (self);
}

static void
svg_backend_push (QgBackend *self, double x, double y, double scale)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  GString *out = get_out (self);

  g_string_append (out, "<g transform=\"translate(");
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
  /* A scale needs more digits than a place. */
  g_string_append_printf (out, ") scale(%s)\">\n", g_ascii_formatd (buffer, sizeof buffer, "%.6g", scale));
}

static void
svg_backend_pop (QgBackend *self)
{
  g_string_append (get_out (self), "</g>\n");
}

static void
svg_backend_begin_item (QgBackend *self, const char *id, const char *title, const char *href)
{
  GString *out = get_out (self);
  gboolean link = href != NULL;

  g_array_append_val (((SvgBackend *) self)->links, link);
  if (link)
    {
      g_string_append (out, "<a href=\"");
      append_escaped (out, href);
      g_string_append (out, "\">\n");
    }
  g_string_append (out, "<g");
  if (id != NULL)
    {
      g_string_append (out, " id=\"");
      append_escaped (out, take_id (self, id));
      g_string_append_c (out, '"');
    }
  g_string_append (out, ">\n");
  if (title != NULL)
    {
      g_string_append (out, "<title>");
      append_escaped (out, title);
      g_string_append (out, "</title>\n");
    }
}

static void
svg_backend_end_item (QgBackend *self)
{
  GArray *links = ((SvgBackend *) self)->links;

  g_return_if_fail (links->len > 0);
  g_string_append (get_out (self), "</g>\n");
  if (g_array_index (links, gboolean, links->len - 1))
    g_string_append (get_out (self), "</a>\n");
  g_array_set_size (links, links->len - 1);
}

static void
append_rect (GString *out, const QgRect *rect)
{
  append_attribute (out, "x", rect->x);
  append_attribute (out, "y", rect->y);
  append_attribute (out, "width", rect->width);
  append_attribute (out, "height", rect->height);
}

static void
svg_backend_push_clip (QgBackend *self, const QgRect *rect)
{
  GString *out = get_out (self);
  g_autofree char *wanted = g_strdup_printf ("qg-clip-%u", ++((SvgBackend *) self)->n_clips);
  const char *id = take_id (self, wanted);

  g_string_append_printf (out, "<clipPath id=\"%s\"><rect", id);
  append_rect (out, rect);
  g_string_append_printf (out, "/></clipPath>\n<g clip-path=\"url(#%s)\">\n", id);
}

/* At most three points. */
static void
append_points (GString *out, char op, const QgPoint *points, guint n)
{
  char text[1 + 3 * 2 * (NUMBER_ROOM + 1)], *p = text;

  *p++ = op;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        *p++ = ' ';
      p = write_number (p, points[i].x);
      *p++ = ' ';
      p = write_number (p, points[i].y);
    }
  g_string_append_len (out, text, p - text);
}

static void
append_path (GString *out, const QgPath *path)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  static const guint counts[] = { 1, 1, 3, 0 };
  const QgPoint *p = path->points;

  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < path->n_ops; i++)
    {
      append_points (out, letters[path->ops[i]], p, counts[path->ops[i]]);
      p += counts[path->ops[i]];
    }
  g_string_append_c (out, '"');
}

static void
svg_backend_fill (QgBackend *self, const QgPath *path, QgColor color)
{
  append_path (get_out (self), path);
  append_color (get_out (self), "fill", color);
  g_string_append (get_out (self), " fill-rule=\"evenodd\"/>\n");
}

static void
svg_backend_stroke (QgBackend *self, const QgPath *path, const QgStroke *stroke)
{
  GString *out = get_out (self);

  append_path (out, path);
  g_string_append (out, " fill=\"none\"");
  append_color (out, "stroke", stroke->color);
  append_attribute (out, "stroke-width", stroke->width);
  g_string_append (out, " stroke-linejoin=\"round\"");
  if (stroke->n_dashes > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      for (guint i = 0; i < stroke->n_dashes; i++)
        {
          if (i > 0)
            g_string_append_c (out, ' ');
          append_number (out, stroke->dashes[i]);
        }
      g_string_append_c (out, '"');
    }
  g_string_append (out, "/>\n");
}

static void
svg_backend_rect (QgBackend *self, const QgRect *rect, double radius, QgColor fill, QgColor border,
                  double width)
{
  GString *out = get_out (self);

  g_string_append (out, "<rect");
  append_rect (out, rect);
  if (radius > 0)
    append_attribute (out, "rx", radius);
  append_color (out, "fill", fill);
  if (width > 0 && (border & 0xff) != 0)
    {
      append_color (out, "stroke", border);
      append_attribute (out, "stroke-width", width);
    }
  g_string_append (out, "/>\n");
}

static void
svg_backend_text (QgBackend *self, QgFont font, double x, double y, QgAnchor anchor, const char *text,
                  QgColor color)
{
  static const char *const anchors[] = { "", " text-anchor=\"middle\"", " text-anchor=\"end\"" };
  GString *out = get_out (self);

  g_string_append (out, "<text");
  append_attribute (out, "x", x);
  append_attribute (out, "y", y);
  append_attribute (out, "font-size", font.size);
  if (font.face == QG_FACE_BOLD)
    g_string_append (out, " font-weight=\"bold\"");
  if (font.face == QG_FACE_ITALIC)
    g_string_append (out, " font-style=\"italic\"");
  g_string_append (out, anchors[anchor]);
  append_color (out, "fill", color);
  g_string_append_c (out, '>');
  append_escaped (out, text);
  g_string_append (out, "</text>\n");
}

static void
svg_backend_hairlines (QgBackend *self, const QgPoint *points, guint n_points, QgColor color)
{
  GString *out = get_out (self);

  g_string_append (out, "<path d=\"");
  for (guint i = 0; i + 1 < n_points; i += 2)
    {
      append_points (out, 'M', &points[i], 1);
      append_points (out, 'L', &points[i + 1], 1);
    }
  g_string_append (out, "\" fill=\"none\" stroke-width=\"1\" vector-effect=\"non-scaling-stroke\"");
  append_color (out, "stroke", color);
  g_string_append (out, "/>\n");
}

static const QgBackendClass svg_class = {
  .free = svg_backend_free,
  .push = svg_backend_push,
  .pop = svg_backend_pop,
  .begin_item = svg_backend_begin_item,
  .end_item = svg_backend_end_item,
  .push_clip = svg_backend_push_clip,
  .pop_clip = svg_backend_pop,
  .fill = svg_backend_fill,
  .stroke = svg_backend_stroke,
  .rect = svg_backend_rect,
  .text = svg_backend_text,
  .hairlines = svg_backend_hairlines,
};

QgBackend *
qg_backend_new_svg (GString *out)
{
  SvgBackend *backend = g_new0 (SvgBackend, 1);

  backend->parent.klass = &svg_class;
  backend->out = out;
  backend->links = g_array_new (FALSE, FALSE, sizeof (gboolean));
  backend->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return &backend->parent;
}
