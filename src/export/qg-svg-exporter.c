/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* SVG 1.1. Text is text: it can be searched, selected, edited and read aloud, in Noto Sans or the next family
 * of a list that has the letters. Cairo's own SVG knows letters as outlines only: it is what is written when
 * outlines are asked for. */

#include "qg-exporter-private.h"

#include <cairo-svg.h>
#include <string.h>

struct _QgSvgExporter
{
  QgExporter parent_instance;
};

G_DEFINE_FINAL_TYPE (QgSvgExporter, qg_svg_exporter, QG_TYPE_EXPORTER)

/* Enough for an index of some 2 million shapes; a viewer gives up earlier. */
#define MAX_BYTES (1u << 30)

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *clean = qg_font_dup_clean (text, 0);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append (out, escaped);
}

static void
append_element (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/* Title, description and Dublin Core, as SVG wants them: right behind the root's start tag. */
static void
append_about (QgExporter *self, const QgSheet *sheet, GString *out)
{
  const QgExportAbout *about = qg_exporter_get_about (self);
  const char *title = sheet->title != NULL ? sheet->title : about->title;

  append_element (out, "title", title);
  append_element (out, "desc", about->subject);
  g_string_append (out, "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">\n");
  append_element (out, "dc:title", title);
  append_element (out, "dc:creator", about->author);
  append_element (out, "dc:description", about->subject);
  append_element (out, "dc:language", sheet->lang);
  append_element (out, "dc:date", qg_exporter_get_options (self)->date);
  append_element (out, "dc:rights", about->licence);
  g_string_append (out, "</rdf:Description></rdf:RDF></metadata>\n");
}

static void
link_cb (const QgSheetLine *line, gboolean begin, gpointer user_data)
{
  QgBackend *backend = user_data;

  if (*line->link == '#')
    return;
  if (begin)
    qg_backend_begin_item (backend, NULL, NULL, line->link);
  else
    qg_backend_end_item (backend);
}

static void
append_number (GString *out, const char *name, double value, const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%s%s\"", name, g_ascii_formatd (number, sizeof number, "%.2f", value),
                          unit);
}

/* What is said in pixels has as many when it is opened. */
static double
get_scale (QgExporter *self, const QgSheet *sheet)
{
  guint pixels = qg_export_options_get_pixel_width (qg_exporter_get_options (self), sheet);

  return pixels > 0 ? pixels / sheet->size.width : 1;
}

static const char *
get_unit (QgExporter *self)
{
  return qg_exporter_get_options (self)->pixel_width > 0 ? "px" : "pt";
}

static gboolean
write_text (QgExporter *self, const QgSheet *sheet, GCancellable *cancellable, GError **error)
{
  const QgRect page = { 0, 0, sheet->size.width, sheet->size.height };
  g_autoptr (GString) out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                          "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  g_autoptr (QgBackend) backend = NULL;
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  append_number (out, "width", page.width * get_scale (self, sheet), get_unit (self));
  append_number (out, "height", page.height * get_scale (self, sheet), get_unit (self));
  g_ascii_formatd (width, sizeof width, "%.2f", page.width);
  g_ascii_formatd (height, sizeof height, "%.2f", page.height);
  g_string_append_printf (out, " viewBox=\"0 0 %s %s\" role=\"img\" xml:lang=\"%s\" font-family=\"", width,
                          height, sheet->lang);
  append_escaped (out, qg_font_get_family_list ());
  g_string_append (out, "\">\n");
  append_about (self, sheet, out);
  backend = qg_backend_new_svg (out);
  if (!qg_sheet_draw (sheet, backend, &page, link_cb, backend, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  g_string_append (out, "</svg>\n");
  return qg_exporter_write (self, out->str, out->len, error);
}

static cairo_status_t
collect_cb (void *closure, const unsigned char *data, unsigned int length)
{
  GString *out = closure;

  if (out->len + length > MAX_BYTES)
    return CAIRO_STATUS_WRITE_ERROR;
  g_string_append_len (out, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_outlines (QgExporter *self, const QgSheet *sheet, GString *out, GCancellable *cancellable,
               GError **error)
{
  const QgRect page = { 0, 0, sheet->size.width, sheet->size.height };
  double scale = get_scale (self, sheet);
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (collect_cb, out, page.width * scale, page.height * scale);
  cairo_t *cr;
  QgBackend *backend;
  cairo_status_t status;
  gboolean done;

  cairo_svg_surface_set_document_unit (
      surface, qg_exporter_get_options (self)->pixel_width > 0 ? CAIRO_SVG_UNIT_PX : CAIRO_SVG_UNIT_PT);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  backend = qg_backend_new_cairo (cr);
  done = qg_sheet_draw (sheet, backend, &page, NULL, NULL, cancellable);
  qg_backend_free (backend);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!done)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  else if (status != CAIRO_STATUS_SUCCESS)
    qg_exporter_set_cairo_error (error, status);
  return done && status == CAIRO_STATUS_SUCCESS;
}

static gboolean
renumber_cb (const GMatchInfo *match, GString *result, gpointer user_data)
{
  GHashTable *numbers = user_data;
  char *name = g_match_info_fetch (match, 0);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_strdup (name), GUINT_TO_POINTER (number));
    }
  g_string_append_printf (result, "surface%u", number);
  g_free (name);
  return FALSE;
}

/* Cairo numbers surfaces by how many the process has made so far: here from 1, so that equal pictures have
 * equal bytes. There is no text yet that could look like such a name. */
static void
renumber_surfaces (GString *out)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\bsurface[0-9]+\\b", 0, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text =
      g_regex_replace_eval (regex, out->str, (gssize) out->len, 0, 0, renumber_cb, numbers, NULL);

  if (text != NULL)
    g_string_assign (out, text);
}

static gboolean
write_outlines (QgExporter *self, const QgSheet *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) about = g_string_new (NULL);
  const char *root, *end;

  if (!draw_outlines (self, sheet, out, cancellable, error))
    return FALSE;
  renumber_surfaces (out);
  root = strstr (out->str, "<svg");
  end = root != NULL ? strchr (root, '>') : NULL;
  if (end != NULL)
    {
      g_string_append_printf (about, " role=\"img\" xml:lang=\"%s\">\n", sheet->lang);
      append_about (self, sheet, about);
      if (end[1] == '\n')
        g_string_truncate (about, about->len - 1);
      g_string_erase (out, end - out->str, 1);
      g_string_insert_len (out, end - out->str, about->str, (gssize) about->len);
    }
  return qg_exporter_write (self, out->str, out->len, error);
}

static gboolean
qg_svg_exporter_begin (QgExporter *exporter, GError **error)
{
  return TRUE;
}

static gboolean
qg_svg_exporter_sheet (QgExporter *exporter, const QgSheet *sheet, GCancellable *cancellable, GError **error)
{
  if (qg_exporter_get_n_sheets (exporter) > 0)
    {
      g_set_error_literal (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_PAGES,
                           "An SVG file holds one page only; write a file for each page, or a PDF.");
      return FALSE;
    }
  if (qg_exporter_get_options (exporter)->outlines)
    return write_outlines (exporter, sheet, cancellable, error);
  return write_text (exporter, sheet, cancellable, error);
}

static gboolean
qg_svg_exporter_end (QgExporter *exporter, GError **error)
{
  return TRUE;
}

static void
qg_svg_exporter_class_init (QgSvgExporterClass *klass)
{
  QgExporterClass *exporter_class = QG_EXPORTER_CLASS (klass);

  exporter_class->begin = qg_svg_exporter_begin;
  exporter_class->sheet = qg_svg_exporter_sheet;
  exporter_class->end = qg_svg_exporter_end;
}

static void
qg_svg_exporter_init (QgSvgExporter *self)
{
}
