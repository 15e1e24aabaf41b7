/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What can be exported of what a window shows, how it is wished, and the job that comes of both. Main thread.
 */

#pragma once

#include "qg-explorer.h"
#include "qg-export-job.h"

G_BEGIN_DECLS

/* One thing that is offered. */
typedef struct
{
  QgExportScope scope; /* QG_EXPORT_PART: the view as it is seen */
  gboolean selected;   /* of that, only what is selected */
  guint number;
  char *label; /* in the language of the interface, titles in that of the map */
} QgExportOffer;

/* Always begins with the view as it is seen; (transfer full): QgExportOffer elements. Empty without a map. */
GPtrArray *qg_export_offers_new (QgExplorer *explorer);

typedef struct
{
  QgFormat format;
  QgPage page;
  gboolean custom_page; /* a size that was typed */
  double margin;        /* points; negative: what suits the page */
  QgThemeId theme;
  QgLang lang, second; /* second nullable */
  gboolean title, legend, sources, footer, transparent;
  gboolean outlines;           /* SVG */
  guint handout;               /* of tours, PDF: 1, 2, 4 or 6 steps on a sheet; 0: none */
  gboolean write_lines;        /* in a handout */
  double dpi;                  /* PNG */
  guint least_side, most_side; /* PNG: pixels, as the export's options have them */
  guint pixel_width;           /* PNG, and SVG where the page is said in pixels; 0: by dpi */
} QgExportWishes;

/* What was wished last, as far as the map has the languages. */
void qg_export_wishes_load (QgExportWishes *wishes, QgExplorer *explorer);

QgExportJob *qg_export_job_new_for_offer (QgExplorer *explorer, QgLayouter *layouter,
                                          const QgExportOffer *offer, const QgExportWishes *wishes);
/* @title as a part of a file's name on every system: without the signs that have a meaning there, of no more
 * than some length. (transfer full) */
char *qg_export_dup_base_name (const char *title);
/* A name for the file, from what it shows; without a folder. (transfer full) */
char *qg_export_offer_dup_file_name (QgExplorer *explorer, const QgExportOffer *offer,
                                     const QgExportWishes *wishes);

G_END_DECLS
