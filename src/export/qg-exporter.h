/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pictures as files. One interface, begin / page / end, one class for each format; the bytes go to a stream
 * that the caller opens, so that a file is only replaced when all is written. May run in any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-scene.h"
#include "qg-theme.h"

G_BEGIN_DECLS

#define QG_EXPORT_ERROR (qg_export_error_quark ())
GQuark qg_export_error_quark (void);

typedef enum
{
  QG_EXPORT_ERROR_FORMAT, /* no such format */
  QG_EXPORT_ERROR_SIZE,   /* the picture is too large; the message proposes a size */
  QG_EXPORT_ERROR_PAGES,  /* the format holds one page only */
  QG_EXPORT_ERROR_FONT,
  QG_EXPORT_ERROR_WRITE,
} QgExportError;

typedef enum
{
  QG_FORMAT_SVG,
  QG_FORMAT_PDF,
  QG_FORMAT_PNG,
} QgFormat;
#define QG_N_FORMATS 3

/* The size of a page in points; 0 × 0: as large as the picture. */
typedef struct
{
  QgSize page;
  double margin; /* points */
  QgThemeId theme;
  gboolean transparent;
  gboolean legend, sources, title, footer;
  gboolean outlines; /* SVG: letters as outlines, not as text */
  double dpi;        /* PNG; 96 when 0 */
  guint pixel_width; /* PNG; 0: by dpi */
  const char *date;  /* nullable: YYYY-MM-DD for metadata and footer */
} QgExportOptions;

typedef struct
{
  QgScene *scene;
  const char *title;                           /* nullable: the view's or step's */
  const guint8 *node_emphases, *edge_emphases; /* nullable; QgEmphasis */
} QgExportPage;

typedef struct
{
  guint pages, entities, relations, overlaps, crossings, clipped;
  double smallest_text; /* points on the page */
  double fill;          /* share of the page's free area that the picture's bounds take, 0 to 1 */
  guint64 bytes;
} QgExportReport;

#define QG_TYPE_EXPORTER (qg_exporter_get_type ())
G_DECLARE_DERIVABLE_TYPE (QgExporter, qg_exporter, QG, EXPORTER, GObject)

struct _QgExporterClass
{
  GObjectClass parent_class;

  gboolean (*begin) (QgExporter *self, GError **error);
  gboolean (*page) (QgExporter *self, const QgExportPage *page, GCancellable *cancellable, GError **error);
  gboolean (*end) (QgExporter *self, GError **error);
};

gboolean qg_format_from_name (const char *name, QgFormat *format); /* "svg", "pdf", "png" or a file's name */
const char *qg_format_get_ending (QgFormat format);
/* 16:9, 4:3, a4 … a0, letter, fit or WIDTHxHEIGHTmm; @landscape turns the paper sizes. */
gboolean qg_page_size_from_name (const char *name, gboolean landscape, QgSize *size);

QgExporter *qg_exporter_new (QgFormat format, GOutputStream *stream, const QgExportOptions *options);
gboolean qg_exporter_begin (QgExporter *self, GError **error);
gboolean qg_exporter_page (QgExporter *self, const QgExportPage *page, GCancellable *cancellable,
                           GError **error);
gboolean qg_exporter_end (QgExporter *self, GError **error);
void qg_exporter_get_report (QgExporter *self, QgExportReport *report);

G_END_DECLS
