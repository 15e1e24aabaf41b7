/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* PDF through cairo: vectors, embedded fonts, text that can be searched, an outline, links. What cairo 1.16
 * has no call for (the document's language) is added by qg-pdf-language.h when all pages are there; so the
 * bytes are kept until then. */

#include "qg-exporter-private.h"

#include <glib/gi18n-lib.h>

#include <cairo-pdf.h>
#include <stdlib.h>

#include "qg-compose.h"
#include "qg-config.h"
#include "qg-i18n.h"
#include "qg-number.h"
#include "qg-pdf-language.h"
#include "qg-pdf-link.h"

struct _QgPdfExporter
{
  QgExporter parent_instance;

  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  QgLang lang; /* of the first page */
  int parent;  /* the outline's entry that nested pages stand under */
};

G_DEFINE_FINAL_TYPE (QgPdfExporter, qg_pdf_exporter, QG_TYPE_EXPORTER)

#define MAX_BYTES (1u << 30)

static cairo_status_t
collect_cb (void *closure, const unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  if (bytes->len + length > MAX_BYTES)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (QgPdfExporter *self, GError **error)
{
  cairo_status_t status = cairo_surface_status (self->surface);

  if (status == CAIRO_STATUS_SUCCESS && self->cr != NULL)
    status = cairo_status (self->cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  qg_exporter_set_cairo_error (error, status);
  return FALSE;
}

static void
set_metadata (QgPdfExporter *self)
{
  QgExporter *exporter = QG_EXPORTER (self);
  const QgExportAbout *about = qg_exporter_get_about (exporter);
  const char *date = qg_exporter_get_options (exporter)->date;
  g_autofree char *created = date != NULL ? g_strconcat (date, "T00:00:00Z", NULL) : NULL;

  if (about->title != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, about->title);
  if (about->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, about->author);
  if (about->subject != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, about->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Qogam " QG_VERSION);
  /* Never the clock's: equal input gives equal bytes. Without a date there is none in the file. */
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static gboolean
qg_pdf_exporter_begin (QgExporter *exporter, GError **error)
{
  QgPdfExporter *self = QG_PDF_EXPORTER (exporter);

  self->surface = cairo_pdf_surface_create_for_stream (collect_cb, self->bytes, 1, 1);
  /* No compressed object streams (cairo 1.18), which the language could not be added to. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self);
  return check_status (self, error);
}

static void
link_cb (const QgSheetLine *line, gboolean begin, gpointer user_data)
{
  cairo_t *cr = user_data;
  g_autofree char *attributes = NULL;

  if (!begin)
    {
      cairo_tag_end (cr, CAIRO_TAG_LINK);
      return;
    }
  attributes = *line->link == '#' ? g_strdup_printf ("page=%d pos=[0 0]", atoi (line->link + 1))
                                  : qg_pdf_dup_link (line->link);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
add_outline (QgPdfExporter *self, const QgSheet *sheet)
{
  guint page = qg_exporter_get_n_sheets (QG_EXPORTER (self)) + 1;
  g_autofree char *link = g_strdup_printf ("page=%u pos=[0 0]", page);
  int entry;

  if (!sheet->outlined || sheet->title == NULL || *sheet->title == '\0')
    return;
  entry = cairo_pdf_surface_add_outline (self->surface, sheet->nested ? self->parent : CAIRO_PDF_OUTLINE_ROOT,
                                         sheet->title, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (!sheet->nested)
    self->parent = entry;
}

gboolean
qg_pdf_exporter_check (const QgSheet *sheet, GError **error)
{
  QgLang lang = qg_i18n_get_language ();
  g_autofree char *width = NULL, *height = NULL, *most = NULL;

  if (sheet->size.width <= QG_PAGE_MAX && sheet->size.height <= QG_PAGE_MAX)
    return TRUE;
  width = qg_number_dup (lang, sheet->size.width / QG_PAGE_MM, 0);
  height = qg_number_dup (lang, sheet->size.height / QG_PAGE_MM, 0);
  most = qg_number_dup (lang, QG_PAGE_MAX / QG_PAGE_MM, 0);
  g_set_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_SIZE,
               _ ("The page would be %s × %s mm; a PDF page may have %s mm on a side. Choose A0 "
                  "(--page=a0), which the picture is fitted to."),
               width, height, most);
  return FALSE;
}

static gboolean
qg_pdf_exporter_sheet (QgExporter *exporter, const QgSheet *sheet, GCancellable *cancellable, GError **error)
{
  QgPdfExporter *self = QG_PDF_EXPORTER (exporter);
  const QgRect page = { 0, 0, sheet->size.width, sheet->size.height };
  QgBackend *backend;
  gboolean done;

  if (!qg_pdf_exporter_check (sheet, error))
    return FALSE;
  cairo_pdf_surface_set_size (self->surface, page.width, page.height);
  if (self->cr == NULL)
    self->cr = cairo_create (self->surface);
  if (self->lang == NULL)
    self->lang = sheet->lang;
  backend = qg_backend_new_cairo (self->cr);
  done = qg_sheet_draw (sheet, backend, &page, link_cb, self->cr, cancellable);
  qg_backend_free (backend);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  add_outline (self, sheet);
  cairo_show_page (self->cr);
  return check_status (self, error);
}

static gboolean
qg_pdf_exporter_end (QgExporter *exporter, GError **error)
{
  QgPdfExporter *self = QG_PDF_EXPORTER (exporter);

  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (!check_status (self, error))
    return FALSE;
  qg_pdf_free_missing (self->bytes);
  qg_pdf_add_language (self->bytes, self->lang != NULL ? self->lang : "");
  return qg_exporter_write (exporter, self->bytes->data, self->bytes->len, error);
}

static void
qg_pdf_exporter_finalize (GObject *object)
{
  QgPdfExporter *self = QG_PDF_EXPORTER (object);

  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_byte_array_unref (self->bytes);
  G_OBJECT_CLASS (qg_pdf_exporter_parent_class)->finalize (object);
}

static void
qg_pdf_exporter_class_init (QgPdfExporterClass *klass)
{
  QgExporterClass *exporter_class = QG_EXPORTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qg_pdf_exporter_finalize;
  exporter_class->begin = qg_pdf_exporter_begin;
  exporter_class->sheet = qg_pdf_exporter_sheet;
  exporter_class->end = qg_pdf_exporter_end;
}

static void
qg_pdf_exporter_init (QgPdfExporter *self)
{
  self->bytes = g_byte_array_new ();
  self->parent = CAIRO_PDF_OUTLINE_ROOT;
}
