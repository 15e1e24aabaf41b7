/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For the files of QgExportWindow alone. */

#pragma once

#include "qg-export-choice.h"
#include "qg-export-window.h"
#include "qg-sheet-view.h"

G_BEGIN_DECLS

struct _QgExportWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *beside, *options;
  GtkWidget *cancel_button, *export_button, *spinner, *pages, *previous, *page_label, *next, *verdict,
      *replace_button;
  QgSheetView *sheet;
  AdwComboRow *what, *format, *page, *unit, *orientation, *handout, *language, *second, *theme;
  GtkWidget *page_width_row, *page_height_row, *page_width, *page_height;
  GtkWidget *custom_margins_row, *margin_row, *custom_margins, *margin;
  GtkWidget *lines_row, *outlines_row, *lines, *outlines;
  GtkWidget *title_row, *legend_row, *sources_row, *footer_row, *pixels, *dpi_row, *transparent_row;
  GtkWidget *custom_pixels_row, *pixel_width_row, *custom_pixels, *pixel_width;
  GtkWidget *with_title, *with_legend, *with_sources, *with_footer, *dpi, *transparent;
  GtkWidget *progress_revealer, *progress, *stop_button;

  /* owned */
  QgExplorer *explorer;
  QgLayouter *layouter;
  GPtrArray *offers;
  GPtrArray *languages; /* QgLang, borrowed: of the rows after the first */
  gboolean updating;    /* the rows are being set: nobody has chosen anything */

  /* the preview */
  guint preview_id; /* source */
  QgExportJob *preview;
  GCancellable *previewing;
  guint page_number;

  /* the export */
  GtkFileChooserNative *chooser;
  QgExportJob *job;
  char *asked_about; /* nullable: the path whose numbered files are there already */
  GCancellable *exporting;
};

/* qg-export-window.c */
const QgExportOffer *qg_export_window_get_offer (QgExportWindow *self);

/* qg-export-rows.c */
void qg_export_window_fill_rows (QgExportWindow *self);
void qg_export_window_show_rows (QgExportWindow *self); /* those that count for what is chosen */
void qg_export_window_watch_rows (QgExportWindow *self, GCallback changed);

/* qg-export-preview.c */
void qg_export_window_queue_preview (QgExportWindow *self);
void qg_export_window_turn_page (QgExportWindow *self, int by);
void qg_export_window_stop_preview (QgExportWindow *self);
void qg_export_window_show_error (QgExportWindow *self, const char *message);

/* qg-export-write.c */
void qg_export_window_choose_file (QgExportWindow *self);
void qg_export_window_stop (QgExportWindow *self);
void qg_export_window_replace (QgExportWindow *self);
void qg_export_window_forget_question (QgExportWindow *self);

G_END_DECLS
