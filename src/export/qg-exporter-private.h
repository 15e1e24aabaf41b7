/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For the classes of the formats. */

#pragma once

#include <cairo.h>

#include "qg-exporter.h"
#include "qg-sheet.h"

G_BEGIN_DECLS

#define QG_TYPE_SVG_EXPORTER (qg_svg_exporter_get_type ())
G_DECLARE_FINAL_TYPE (QgSvgExporter, qg_svg_exporter, QG, SVG_EXPORTER, QgExporter)
#define QG_TYPE_PDF_EXPORTER (qg_pdf_exporter_get_type ())
G_DECLARE_FINAL_TYPE (QgPdfExporter, qg_pdf_exporter, QG, PDF_EXPORTER, QgExporter)
#define QG_TYPE_PNG_EXPORTER (qg_png_exporter_get_type ())
G_DECLARE_FINAL_TYPE (QgPngExporter, qg_png_exporter, QG, PNG_EXPORTER, QgExporter)

/* Behind qg_exporter_check_sheet(). */
gboolean qg_pdf_exporter_check (const QgSheet *sheet, GError **error);
gboolean qg_png_exporter_check (const QgExportOptions *options, const QgSheet *sheet, GError **error);

/* How many pixels @sheet is to be wide; 0 where nothing is said of it. */
guint qg_export_options_get_pixel_width (const QgExportOptions *options, const QgSheet *sheet);

const QgExportOptions *qg_exporter_get_options (QgExporter *self);
const QgExportAbout *qg_exporter_get_about (QgExporter *self);
guint qg_exporter_get_n_sheets (QgExporter *self); /* already written */
/* Writes all of it and counts it. */
gboolean qg_exporter_write (QgExporter *self, const void *data, gsize size, GError **error);
/* @status: not success. Of QG_ERRNO_ERROR: nothing is translated in a worker. */
void qg_exporter_set_cairo_error (GError **error, cairo_status_t status);

G_END_DECLS
