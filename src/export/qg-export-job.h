/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgExportJob: one export from a choice to the finished files: the pictures are measured, laid out and drawn,
 * and the files take their places only when all of them are whole. Started and finished on the main thread;
 * the work is done in others. Property: fraction, 0 to 1, notified on the main thread. */

#pragma once

#include "qg-export-file.h"
#include "qg-export-plan.h"
#include "qg-layouter.h"
#include "qg-sheet.h"

G_BEGIN_DECLS

#define QG_TYPE_EXPORT_JOB (qg_export_job_get_type ())
G_DECLARE_FINAL_TYPE (QgExportJob, qg_export_job, QG, EXPORT_JOB, GObject)

/* @request is copied. */
QgExportJob *qg_export_job_new (QgMap *map, QgLayouter *layouter, const QgExportRequest *request);
double qg_export_job_get_fraction (QgExportJob *self);

/* Whether numbered files take the place of what is there; they do unless it is said that they keep it, which
 * is QG_EXPORT_ERROR_THERE. A single file has the name that a person chose, and was asked about. */
void qg_export_job_set_keeps_files (QgExportJob *self, gboolean keeps);
/* What was there when it was chosen: what has come or changed since is kept, which is QG_EXPORT_ERROR_THERE
 * too. @chosen: (nullable): NULL: whatever is there is replaced. */
void qg_export_job_set_chosen (QgExportJob *self, const QgFileStamp *chosen);

/* Once for each job, or again after QG_EXPORT_ERROR_THERE. @path: a file, or "-"; where the format holds one
 * page only and there are several, the files are numbered: name-01.png, name-02.png … Errors:
 * QG_EXPORT_ERROR, QG_LAYOUT_ERROR, G_IO_ERROR_CANCELLED; no file is touched then. */
void qg_export_job_run_async (QgExportJob *self, const char *path, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
/* The same into memory, for previews: one file, the first page of a format that holds one only. */
void qg_export_job_run_to_bytes_async (QgExportJob *self, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Only the finished pages, to be drawn elsewhere (a printer), or one of them as a PNG of @pixel_width pixels,
 * for previews: the pages are those of the job's own format. May be called again for another page of the same
 * job, when the call before has ended; a page too high is the last one. */
void qg_export_job_prepare_async (QgExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
void qg_export_job_preview_async (QgExportJob *self, guint page, guint pixel_width, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean qg_export_job_run_finish (QgExportJob *self, GAsyncResult *result, GError **error);
/* The same, waiting; for commands. */
gboolean qg_export_job_run (QgExportJob *self, const char *path, GCancellable *cancellable, GError **error);

/* Afterwards: what was written. The report takes as long as the writing did, the first time. */
void qg_export_job_get_report (QgExportJob *self, QgExportReport *report);
const char *const *qg_export_job_get_files (QgExportJob *self, guint *n);
GBytes *qg_export_job_get_bytes (QgExportJob *self); /* NULL where it went into files */
guint qg_export_job_get_n_sheets (QgExportJob *self);
const QgSheet *qg_export_job_get_sheet (QgExportJob *self, guint n); /* as long as the job lives */
/* The words that are hardest to read, by what their page is for: in the pictures, and in what stands around
 * them (titles, legends, sources, footers). */
typedef struct
{
  double size;     /* points; 0: there are none */
  double least;    /* what it should be; 0 for a page without a size */
  QgMedium medium; /* of the page */
  guint page;      /* from 1 */
  gboolean small;
} QgExportSmallest;
void qg_export_job_get_smallest (QgExportJob *self, QgExportSmallest *pictures, QgExportSmallest *notes);
/* Whether a picture's own engine would have taken too long, @seconds by estimate, and another one was taken:
 * of the first such picture. Never where the request names the engine. */
gboolean qg_export_job_get_replaced (QgExportJob *self, QgEngine *wanted, QgEngine *taken, double *seconds);
/* Whether words on a page have no room there whole, and end in '…'. */
gboolean qg_export_job_cuts_words (QgExportJob *self);
/* How many words on ways found no place in their pictures. */
guint qg_export_job_count_left_out (QgExportJob *self);
/* Whether a page was to have sources and has no room for them. */
gboolean qg_export_job_lacks_sources (QgExportJob *self);
/* Whether sources stand on a page on which not all can be read, but more could without them, for its format
 * has no page of their own for them. */
gboolean qg_export_job_is_crowded (QgExportJob *self);

G_END_DECLS
