/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* PNG, drawn and written in bands from top to bottom: memory stays small whatever the size. */

#include "qg-exporter-private.h"

#include <glib/gi18n-lib.h>

#include "qg-config.h"
#include "qg-i18n.h"
#include "qg-number.h"
#include "qg-png-writer.h"

struct _QgPngExporter
{
  QgExporter parent_instance;
};

G_DEFINE_FINAL_TYPE (QgPngExporter, qg_png_exporter, QG_TYPE_EXPORTER)

/* Cairo's image surfaces end at 32,767 pixels; 400 million pixels are A0 at 330 dpi, and more than most
 * programs open. */
#define MAX_SIDE 32767
#define MAX_PIXELS 400e6
#define BAND_BYTES (4u << 20)

typedef struct
{
  guint width, height;
  double scale; /* pixels for a point */
  double dpi;   /* that the file says */
} Raster;

static gboolean
write_cb (gconstpointer data, gsize size, gpointer user_data, GError **error)
{
  return qg_exporter_write (user_data, data, size, error);
}

static void
set_scale (const QgExportOptions *options, const QgSheet *sheet, Raster *raster)
{
  double longer = fmax (sheet->size.width, sheet->size.height);
  guint pixel_width = qg_export_options_get_pixel_width (options, sheet);

  raster->dpi = options->dpi > 0 ? options->dpi : 96;
  raster->scale = raster->dpi / 72;
  if (pixel_width > 0)
    {
      raster->scale = pixel_width / sheet->size.width;
      raster->dpi = raster->scale * 72;
      return;
    }
  if (options->least_side > 0)
    raster->scale = fmax (raster->scale, options->least_side / longer);
  if (options->most_side > 0)
    raster->scale = fmin (raster->scale, options->most_side / longer);
}

/* The size in pixels; an error names the limit and proposes what would do. */
static gboolean
get_raster (const QgExportOptions *options, const QgSheet *sheet, Raster *raster, GError **error)
{
  double width, height, most;
  g_autofree char *said_width = NULL, *said_height = NULL, *side = NULL, *million = NULL;
  QgLang lang = qg_i18n_get_language ();
  guint pixel_width = qg_export_options_get_pixel_width (options, sheet);

  set_scale (options, sheet, raster);
  width = pixel_width > 0 ? pixel_width : ceil (sheet->size.width * raster->scale - 1e-6);
  height = ceil (sheet->size.height * raster->scale - 1e-6);
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS)
    {
      raster->width = (guint) fmax (width, 1);
      raster->height = (guint) fmax (height, 1);
      return TRUE;
    }
  most = fmin (fmin (MAX_SIDE / sheet->size.width, MAX_SIDE / sheet->size.height),
               sqrt (MAX_PIXELS / (sheet->size.width * sheet->size.height)));
  said_width = qg_number_dup (lang, width, 0);
  said_height = qg_number_dup (lang, height, 0);
  side = qg_number_dup (lang, MAX_SIDE, 0);
  million = qg_number_dup (lang, MAX_PIXELS / 1e6, 0);
  g_set_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_SIZE,
               _ ("The picture would have %s × %s pixels; a PNG may have %s on a side and %s million in "
                  "all. Choose %d pixels per inch (--dpi) or a width of %d (--width), or write a PDF or an "
                  "SVG."),
               said_width, said_height, side, million, (int) floor (most * 72),
               (int) floor (most * sheet->size.width));
  return FALSE;
}

gboolean
qg_png_exporter_check (const QgExportOptions *options, const QgSheet *sheet, GError **error)
{
  Raster raster;

  return get_raster (options, sheet, &raster, error);
}

static gboolean
write_about (QgExporter *exporter, const QgSheet *sheet, QgPngWriter *writer, GError **error)
{
  const QgExportAbout *about = qg_exporter_get_about (exporter);
  const char *title = sheet->title != NULL ? sheet->title : about->title;

  return qg_png_writer_add_text (writer, "Title", sheet->lang, title, error) &&
         qg_png_writer_add_text (writer, "Author", sheet->lang, about->author, error) &&
         qg_png_writer_add_text (writer, "Description", sheet->lang, about->subject, error) &&
         qg_png_writer_add_text (writer, "Copyright", sheet->lang, about->licence, error) &&
         qg_png_writer_add_text (writer, "Creation Time", "", qg_exporter_get_options (exporter)->date,
                                 error) &&
         qg_png_writer_add_text (writer, "Software", "en", "Qogam " QG_VERSION, error);
}

static gboolean
write_band (QgPngWriter *writer, const QgSheet *sheet, const Raster *raster, guint top, guint rows,
            cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  /* A pixel more on each side, so that what reaches over the edge is drawn on both. */
  const QgRect area = { 0, (top - 1.0) / raster->scale, sheet->size.width, (rows + 2) / raster->scale };
  cairo_t *cr = cairo_create (surface);
  QgBackend *backend;
  gboolean done;

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, 0, -(double) top);
  cairo_scale (cr, raster->scale, raster->scale);
  backend = qg_backend_new_cairo (cr);
  done = qg_sheet_draw (sheet, backend, &area, NULL, NULL, cancellable);
  qg_backend_free (backend);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  return qg_png_writer_add_rows (writer, cairo_image_surface_get_data (surface),
                                 (gsize) cairo_image_surface_get_stride (surface), rows, error);
}

static gboolean
write_bands (QgPngWriter *writer, const QgSheet *sheet, const Raster *raster, GCancellable *cancellable,
             GError **error)
{
  guint rows = CLAMP (BAND_BYTES / (raster->width * 4), 16, raster->height);
  cairo_surface_t *surface = cairo_image_surface_create (
      sheet->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, (int) raster->width, (int) rows);
  gboolean done = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;

  if (!done)
    qg_exporter_set_cairo_error (error, cairo_surface_status (surface));
  for (guint top = 0; done && top < raster->height; top += rows)
    done = write_band (writer, sheet, raster, top, MIN (rows, raster->height - top), surface, cancellable,
                       error);
  cairo_surface_destroy (surface);
  return done;
}

static gboolean
qg_png_exporter_begin (QgExporter *exporter, GError **error)
{
  return TRUE;
}

static gboolean
qg_png_exporter_sheet (QgExporter *exporter, const QgSheet *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (QgPngWriter) writer = NULL;
  Raster raster;

  if (qg_exporter_get_n_sheets (exporter) > 0)
    {
      g_set_error_literal (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_PAGES,
                           "A PNG file holds one page only; write a file for each page, or a PDF.");
      return FALSE;
    }
  if (!get_raster (qg_exporter_get_options (exporter), sheet, &raster, error))
    return FALSE;
  writer = qg_png_writer_new (raster.width, raster.height, sheet->transparent, write_cb, exporter);
  return qg_png_writer_begin (writer, raster.dpi, error) && write_about (exporter, sheet, writer, error) &&
         write_bands (writer, sheet, &raster, cancellable, error) && qg_png_writer_end (writer, error);
}

static gboolean
qg_png_exporter_end (QgExporter *exporter, GError **error)
{
  return TRUE;
}

static void
qg_png_exporter_class_init (QgPngExporterClass *klass)
{
  QgExporterClass *exporter_class = QG_EXPORTER_CLASS (klass);

  exporter_class->begin = qg_png_exporter_begin;
  exporter_class->sheet = qg_png_exporter_sheet;
  exporter_class->end = qg_png_exporter_end;
}

static void
qg_png_exporter_init (QgPngExporter *self)
{
}
