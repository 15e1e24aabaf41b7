/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the two halves of an export job share: the work itself (qg-export-job.c) and its stages, one after the
 * other in threads (qg-export-job-stages.c). */

#pragma once

#include "qg-export-job.h"
#include "qg-exporter.h"

G_BEGIN_DECLS

/* What becomes of the pages. */
typedef enum
{
  INTO_FILES,
  INTO_BYTES,
  NOWHERE,
  INTO_PREVIEW,
} Purpose;

struct _QgExportJob
{
  GObject parent_instance;

  QgExportPlan *plan;
  QgLayouter *layouter;
  QgLayoutRequest *asked; /* of the picture that is being laid out */
  QgLayout *answered;
  guint item; /* that picture */
  double fraction;
  /* Of the first picture whose own engine would have taken too long. */
  gboolean replaced;
  QgEngine wanted, taken;
  double seconds; /* that it would have taken */

  Purpose purpose;
  gboolean keeps_files; /* numbered files that are there already are not replaced */
  gboolean has_chosen;
  QgFileStamp chosen; /* what a single file may replace */
  guint preview_page, preview_width;
  GPtrArray *sheets;    /* QgSheet */
  GPtrArray *names;     /* of the files; NULL: into memory */
  GPtrArray *files;     /* QgExportFile, open */
  guint writing;        /* the number of the file that is written */
  GOutputStream *bytes; /* a GMemoryOutputStream */
  QgExporter *written;  /* the last one, when it has ended: it has the report */
};

void qg_export_job_set_fraction (QgExportJob *self, double fraction);
gboolean qg_export_job_measure_item (QgExportJob *self, GCancellable *cancellable);
QgScene *qg_export_job_draw_item (QgExportJob *self, guint n, GCancellable *cancellable);
gboolean qg_export_job_go_to_next_item (QgExportJob *self);
void qg_export_job_take_scene (QgExportJob *self, QgScene *scene);
gboolean qg_export_job_check_sheets (QgExportJob *self, GError **error);
gboolean qg_export_job_open_files (QgExportJob *self, const char *path, GError **error);
gboolean qg_export_job_write_preview (QgExportJob *self, GCancellable *cancellable, GError **error);
gboolean qg_export_job_write_files (QgExportJob *self, GCancellable *cancellable, GError **error);
gboolean qg_export_job_commit_files (QgExportJob *self, GError **error);
void qg_export_job_explain (QgExportJob *self, GError **error);
gboolean qg_export_job_end_cancelled (GCancellable *cancellable, GError **error);

G_END_DECLS
