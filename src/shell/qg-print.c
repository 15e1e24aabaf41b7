/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-print.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qg-backend.h"
#include "qg-settings.h"

/* Points. A poster's sheets keep a rim, along which they are cut and where one is glued over the other. */
#define RIM 24.0
#define MARK 16.0
#define MARK_GAP 4.0
#define MAX_SHEETS 6u
/* Microseconds */
#define PAUSE 4000

struct _QgPrint
{
  GtkPrintOperation parent_instance;

  QgExplorer *explorer; /* owned */
  QgLayouter *layouter; /* owned */
  guint sheets;         /* side by side; 1: no poster */
  guint columns, rows;  /* of the poster */
  QgSize tile;          /* what of the poster a sheet holds */

  QgExportJob *job;
  GCancellable *cancellable;
  gboolean ready;
  GError *error;

  GtkWidget *poster, *number; /* borrowed: of the dialog's page */
};

G_DEFINE_FINAL_TYPE (QgPrint, qg_print, GTK_TYPE_PRINT_OPERATION)

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgPrint) self = data;

  qg_export_job_run_finish (QG_EXPORT_JOB (source), result, &self->error);
  self->ready = TRUE;
}

static void
qg_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  QgPrint *self = QG_PRINT (operation);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  const QgExportOffer offer = { .scope = QG_EXPORT_PART };
  QgExportWishes wishes;

  qg_export_wishes_load (&wishes, self->explorer);
  self->columns = self->rows = self->sheets;
  self->tile = (QgSize){ width, height };
  if (self->sheets > 1)
    self->tile = (QgSize){ width - 2 * RIM, height - 2 * RIM };
  wishes.format = QG_FORMAT_PDF;
  wishes.theme = QG_THEME_PRINT;
  wishes.transparent = FALSE;
  wishes.page = qg_page_new_paper (self->tile.width * self->columns, self->tile.height * self->rows);
  g_clear_object (&self->job);
  self->job = qg_export_job_new_for_offer (self->explorer, self->layouter, &offer, &wishes);
  self->cancellable = g_cancellable_new ();
  qg_export_job_prepare_async (self->job, self->cancellable, prepared_cb, g_object_ref (self));
}

/* A poster is the first page alone: what did not fit on it (sources) is left out there. */
static gboolean
qg_print_paginate (GtkPrintOperation *operation, GtkPrintContext *context)
{
  QgPrint *self = QG_PRINT (operation);
  guint n;

  if (!self->ready)
    {
      /* GTK asks again at once: the work needs the processor more. */
      g_usleep (PAUSE);
      return FALSE;
    }
  if (self->error != NULL)
    {
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      return TRUE;
    }
  n = self->sheets > 1 ? self->columns * self->rows : qg_export_job_get_n_sheets (self->job);
  gtk_print_operation_set_n_pages (operation, (int) MAX (n, 1));
  return TRUE;
}

static void
mark (cairo_t *cr, double x, double y, double dx, double dy)
{
  cairo_move_to (cr, x + dx * MARK_GAP, y + dy * MARK_GAP);
  cairo_rel_line_to (cr, dx * MARK, dy * MARK);
}

/* Short lines outside of the four corners, and where on the poster the sheet belongs: A1, B1 … */
static void
draw_marks (QgPrint *self, cairo_t *cr, guint column, guint row)
{
  double left = RIM, top = RIM, right = RIM + self->tile.width, bottom = RIM + self->tile.height;
  g_autofree char *place = g_strdup_printf ("%c%u", 'A' + (char) column, row + 1);
  g_autoptr (QgBackend) backend = qg_backend_new_cairo (cr);

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.4);
  mark (cr, left, top, -1, 0);
  mark (cr, left, top, 0, -1);
  mark (cr, right, top, 1, 0);
  mark (cr, right, top, 0, -1);
  mark (cr, left, bottom, -1, 0);
  mark (cr, left, bottom, 0, 1);
  mark (cr, right, bottom, 1, 0);
  mark (cr, right, bottom, 0, 1);
  cairo_stroke (cr);
  qg_backend_text (backend, (QgFont){ QG_FACE_REGULAR, 9 }, (left + right) / 2, top - 8, QG_ANCHOR_MIDDLE,
                   place, 0x000000ff);
}

static void
draw_sheet (const QgSheet *sheet, cairo_t *cr, const QgRect *area)
{
  g_autoptr (QgBackend) backend = qg_backend_new_cairo (cr);

  qg_sheet_draw (sheet, backend, area, NULL, NULL, NULL);
}

static void
qg_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number)
{
  QgPrint *self = QG_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint column = (guint) number % self->columns, row = (guint) number / self->columns;
  QgRect area = { column * self->tile.width, row * self->tile.height, self->tile.width, self->tile.height };

  if (self->error != NULL || qg_export_job_get_n_sheets (self->job) == 0)
    return;
  if (self->sheets <= 1)
    {
      area = (QgRect){ 0, 0, self->tile.width, self->tile.height };
      draw_sheet (qg_export_job_get_sheet (self->job, (guint) number), cr, &area);
      return;
    }
  cairo_save (cr);
  cairo_rectangle (cr, RIM, RIM, self->tile.width, self->tile.height);
  cairo_clip (cr);
  cairo_translate (cr, RIM - area.x, RIM - area.y);
  draw_sheet (qg_export_job_get_sheet (self->job, 0), cr, &area);
  cairo_restore (cr);
  draw_marks (self, cr, column, row);
}

/* The page of our own in GTK's dialog */

static void
poster_cb (QgPrint *self)
{
  gtk_widget_set_sensitive (self->number, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->poster)));
}

static GObject *
create_page_cb (GtkPrintOperation *operation, gpointer data)
{
  QgPrint *self = QG_PRINT (operation);
  GSettings *settings = qg_settings_get_default ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *fitted = gtk_check_button_new_with_label (_ ("Fitted to one sheet"));
  GtkWidget *label = gtk_label_new (_ ("Sheets side by side, and one below the other:"));
  GtkWidget *note = gtk_label_new (_ ("Cut along the marks and glue the sheets together."));

  self->poster = gtk_check_button_new_with_label (_ ("A poster of several sheets"));
  self->number = gtk_spin_button_new_with_range (2, MAX_SHEETS, 1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->poster), GTK_CHECK_BUTTON (fitted));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (g_settings_get_boolean (settings, "print-poster") ? self->poster : fitted), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number), g_settings_get_int (settings, "print-sheets"));
  gtk_widget_add_css_class (page, "qg-dialog-page");
  gtk_widget_add_css_class (note, "qg-dim");
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->number);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->number);
  gtk_widget_set_margin_start (row, 26);
  gtk_widget_set_margin_start (note, 26);
  gtk_box_append (GTK_BOX (page), fitted);
  gtk_box_append (GTK_BOX (page), self->poster);
  gtk_box_append (GTK_BOX (page), row);
  gtk_box_append (GTK_BOX (page), note);
  g_signal_connect_object (self->poster, "toggled", G_CALLBACK (poster_cb), self, G_CONNECT_SWAPPED);
  poster_cb (self);
  return G_OBJECT (page);
}

static void
qg_print_custom_widget_apply (GtkPrintOperation *operation, GtkWidget *widget)
{
  QgPrint *self = QG_PRINT (operation);
  GSettings *settings = qg_settings_get_default ();
  gboolean poster = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->poster));
  int n = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->number));

  g_settings_set_boolean (settings, "print-poster", poster);
  g_settings_set_int (settings, "print-sheets", n);
  qg_print_set_sheets (self, poster ? (guint) n : 1);
}

void
qg_print_set_sheets (QgPrint *self, guint sheets)
{
  self->sheets = CLAMP (sheets, 1, MAX_SHEETS);
}

const GError *
qg_print_get_error (QgPrint *self)
{
  return self->error;
}

static void
qg_print_finalize (GObject *object)
{
  QgPrint *self = QG_PRINT (object);

  g_clear_object (&self->explorer);
  g_clear_object (&self->layouter);
  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (qg_print_parent_class)->finalize (object);
}

static void
qg_print_class_init (QgPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qg_print_finalize;
  operation_class->begin_print = qg_print_begin_print;
  operation_class->paginate = qg_print_paginate;
  operation_class->draw_page = qg_print_draw_page;
  operation_class->custom_widget_apply = qg_print_custom_widget_apply;
}

static void
qg_print_init (QgPrint *self)
{
  g_signal_connect (self, "create-custom-widget", G_CALLBACK (create_page_cb), NULL);
}

GtkPrintOperation *
qg_print_new (QgExplorer *explorer, QgLayouter *layouter)
{
  QgPrint *self = g_object_new (QG_TYPE_PRINT, "unit", GTK_UNIT_POINTS, "embed-page-setup", TRUE, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GSettings *settings = qg_settings_get_default ();
  g_autofree char *title = qg_explorer_dup_title (explorer);

  self->explorer = g_object_ref (explorer);
  self->layouter = g_object_ref (layouter);
  self->sheets = g_settings_get_boolean (settings, "print-poster")
                     ? (guint) g_settings_get_int (settings, "print-sheets")
                     : 1;
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), title);
  gtk_print_operation_set_custom_tab_label (GTK_PRINT_OPERATION (self), _ ("Diagram"));
  return GTK_PRINT_OPERATION (self);
}
