/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-job-private.h"

#include "qg-export-document.h"
#include "qg-export-file.h"

/* The same with waiting done elsewhere: each stage in a thread, the next one begun on the main thread. */

static void work_on (GTask *task);

static void
measure_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (stage, qg_export_job_measure_item (source, cancellable));
}

static void
draw_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  QgExportJob *self = source;
  QgScene *scene = qg_export_job_draw_item (self, self->item, cancellable);

  if (scene != NULL)
    g_task_return_pointer (stage, scene, (GDestroyNotify) qg_scene_unref);
  else
    g_task_return_new_error (stage, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

static void
write_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (QG_EXPORT_JOB (source)->purpose == INTO_PREVIEW
          ? qg_export_job_write_preview (source, cancellable, &error)
          : qg_export_job_write_files (source, cancellable, &error))
    g_task_return_boolean (stage, TRUE);
  else
    g_task_return_error (stage, error);
}

static void
compose_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  QgExportJob *self = source;

  if (self->sheets == NULL)
    self->sheets = qg_export_document_new_sheets (self->plan);
  g_task_return_boolean (stage, TRUE);
}

/* Runs @func in a thread; @done gets @task on the main thread, with the reference that it had. */
static void
run_stage (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) stage =
      g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), done, task);

  g_task_run_in_thread (stage, func);
}

static void
fail (GTask *task, GError *error)
{
  QgExportJob *self = g_task_get_source_object (task);

  qg_export_job_explain (self, &error);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  QgScene *scene = g_task_propagate_pointer (G_TASK (result), &error);

  if (scene == NULL)
    {
      fail (user_data, error);
      return;
    }
  qg_export_job_take_scene (QG_EXPORT_JOB (source), scene);
  work_on (user_data);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QgExportJob *self = g_task_get_source_object (user_data);
  GError *error = NULL;

  self->answered = qg_layouter_run_finish (QG_LAYOUTER (source), result, &error);
  if (self->answered == NULL)
    fail (user_data, error);
  else
    run_stage (user_data, draw_thread, drawn_cb);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QgExportJob *self = QG_EXPORT_JOB (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (error == NULL)
        qg_export_job_end_cancelled (g_task_get_cancellable (user_data), &error);
      fail (user_data, error);
      return;
    }
  if (self->asked == NULL)
    {
      work_on (user_data);
      return;
    }
  qg_layouter_run_async (self->layouter, self->asked, g_task_get_cancellable (user_data), laid_out_cb,
                         user_data);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QgExportJob *self = QG_EXPORT_JOB (source);
  GTask *task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !qg_export_job_commit_files (self, &error))
    {
      fail (task, error);
      return;
    }
  if (self->bytes != NULL)
    g_output_stream_close (self->bytes, NULL, NULL);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QgExportJob *self = QG_EXPORT_JOB (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) ||
      ((self->purpose == INTO_FILES || self->purpose == INTO_BYTES) &&
       !qg_export_job_check_sheets (self, &error)) ||
      (self->purpose == INTO_FILES &&
       !qg_export_job_open_files (self, g_task_get_task_data (user_data), &error)))
    {
      fail (user_data, error);
      return;
    }
  if (self->purpose == NOWHERE)
    {
      qg_export_job_set_fraction (self, 1);
      g_task_return_boolean (user_data, TRUE);
      g_object_unref (user_data);
      return;
    }
  g_clear_object (&self->bytes);
  if (self->purpose != INTO_FILES)
    self->bytes = g_memory_output_stream_new_resizable ();
  qg_export_job_set_fraction (self, 0.85);
  run_stage (user_data, write_thread, written_cb);
}

static void
work_on (GTask *task)
{
  if (qg_export_job_go_to_next_item (g_task_get_source_object (task)))
    run_stage (task, measure_thread, measured_cb);
  else
    run_stage (task, compose_thread, composed_cb);
}

static void
begin (QgExportJob *self, Purpose purpose, const char *path, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, g_strdup (path), g_free);
  self->purpose = purpose;
  work_on (task);
}

void
qg_export_job_run_async (QgExportJob *self, const char *path, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  begin (self, INTO_FILES, path, cancellable, callback, user_data);
}

void
qg_export_job_run_to_bytes_async (QgExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  begin (self, INTO_BYTES, NULL, cancellable, callback, user_data);
}

void
qg_export_job_prepare_async (QgExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  begin (self, NOWHERE, NULL, cancellable, callback, user_data);
}

void
qg_export_job_preview_async (QgExportJob *self, guint page, guint pixel_width, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  self->preview_page = page;
  self->preview_width = pixel_width;
  begin (self, INTO_PREVIEW, NULL, cancellable, callback, user_data);
}

gboolean
qg_export_job_run_finish (QgExportJob *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
