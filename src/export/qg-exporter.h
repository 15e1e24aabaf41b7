/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pictures as files. One interface, begin / sheets / end, one class for each format; the bytes go to a stream
 * that the caller opens, so that a file is only replaced when all is written (qg-export-file.h). An exporter
 * may live in any thread, in one at a time. What is on a page is decided in qg-compose.h, once for all
 * formats. */

#pragma once

#include <gio/gio.h>

#include "qg-page.h"
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
  QG_EXPORT_ERROR_THERE, /* files that nobody named one by one are there already */
} QgExportError;

typedef enum
{
  QG_FORMAT_SVG,
  QG_FORMAT_PDF,
  QG_FORMAT_PNG,
} QgFormat;
#define QG_N_FORMATS 3

/* How pages are made; strings are borrowed for as long as the exporter lives. */
typedef struct
{
  QgPage page;
  double margin; /* points; negative: what suits the page */
  QgThemeId theme;
  QgLang lang;
  gboolean transparent;
  gboolean legend, sources, title, footer;
  gboolean outlines; /* SVG: letters as outlines, not as text */
  double dpi;        /* PNG; 96 when 0 */
  guint pixel_width; /* PNG: 0: by dpi; SVG: 0: as large as the page is in points */
  /* They are those of @page: a sheet that has a page of its own has as many more as that is wider. */
  gboolean pixels_of_page;
  /* PNG, by dpi: pixels that the longer side has at least and at most; 0: as many as come to it. The picture
   * is enlarged or made smaller for it, and the file goes on saying dpi. */
  guint least_side, most_side;
  const char *date; /* nullable: YYYY-MM-DD for metadata and footer */
} QgExportOptions;

/* What the file says about itself; nullable each. */
typedef struct
{
  const char *title, *author, *subject, *licence;
} QgExportAbout;

struct _QgSheet;
struct _QgFootnotes;

/* One picture and what belongs to it. Everything is borrowed. */
typedef struct
{
  QgScene *scene;
  const char *title;                           /* nullable: the view's or step's */
  const char *words;                           /* nullable: what is said to it */
  const char *place;                           /* nullable: where in the document, "3 / 8" */
  const QgCitations *citations;                /* nullable: sources of the step itself */
  const struct _QgFootnotes *footnotes;        /* nullable: the document's, which are listed elsewhere */
  const guint8 *node_emphases, *edge_emphases; /* nullable; QgEmphasis */
  gboolean nested;                             /* in the document's outline */
} QgExportPage;

typedef struct
{
  guint pages, entities, relations; /* different ones */
  guint overlaps, crossings, clipped;
  double smallest_text;  /* labels, points on the page; 0: no picture */
  double smallest_notes; /* legend, title, sources, footer */
  double fill;           /* share of the free area that the pictures' bounds take, 0 to 1 */
  guint64 bytes;
} QgExportReport;

#define QG_TYPE_EXPORTER (qg_exporter_get_type ())
G_DECLARE_DERIVABLE_TYPE (QgExporter, qg_exporter, QG, EXPORTER, GObject)

struct _QgExporterClass
{
  GObjectClass parent_class;

  gboolean (*begin) (QgExporter *self, GError **error);
  gboolean (*sheet) (QgExporter *self, const struct _QgSheet *sheet, GCancellable *cancellable,
                     GError **error);
  gboolean (*end) (QgExporter *self, GError **error);
};

/* The file that a person means who chose @path in a file dialog that proposed @suggested (a name with the
 * ending of a format). Such a dialog selects the proposal without its ending, so that "slide.pdf" typed over
 * it becomes "slide.pdf.pdf": what was typed counts, unless a file of that name is there, as @is_there says:
 * it was chosen, and the dialog has asked about it. Where there is no known ending, that of @format is added;
 * else @format (in and out) becomes what the ending says. (transfer full); any thread. */
char *qg_format_dup_typed_name (const char *path, const char *suggested, gboolean is_there, QgFormat *format);
gboolean qg_format_from_name (const char *name, QgFormat *format); /* "svg", "pdf", "png" or a file's name */
const char *qg_format_get_ending (QgFormat format);
gboolean qg_format_holds_pages (QgFormat format); /* more than one */

/* Whether the format takes a page of this size; QG_EXPORT_ERROR_SIZE says what would do. The message is
 * translated: to be asked on the main thread before anything is written in another. */
gboolean qg_exporter_check_sheet (QgFormat format, const QgExportOptions *options,
                                  const struct _QgSheet *sheet, GError **error);

/* @about: (nullable): copied, as @options is. */
QgExporter *qg_exporter_new (QgFormat format, GOutputStream *stream, const QgExportOptions *options,
                             const QgExportAbout *about);
/* In this order, each once but for the pages; after an error nothing more is called. Errors: QG_EXPORT_ERROR,
 * G_IO_ERROR of the stream, QG_ERRNO_ERROR, G_IO_ERROR_CANCELLED. */
gboolean qg_exporter_begin (QgExporter *self, GError **error);
gboolean qg_exporter_page (QgExporter *self, const QgExportPage *page, GCancellable *cancellable,
                           GError **error);
gboolean qg_exporter_sheet (QgExporter *self, const struct _QgSheet *sheet, GCancellable *cancellable,
                            GError **error);
gboolean qg_exporter_end (QgExporter *self, GError **error);
/* What was written so far. Faults of the pictures are counted when this is called, which takes as long as
 * writing them. */
void qg_exporter_get_report (QgExporter *self, QgExportReport *report);
/* Goes on counting where @before ended: several files that are one export. */
void qg_exporter_continue_report (QgExporter *self, QgExporter *before);

G_END_DECLS
