/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-compose.h"
#include "qg-export-document.h"
#include "qg-export-file.h"
#include "qg-measure.h"

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

  Purpose purpose;
  guint preview_page, preview_width;
  GPtrArray *sheets;    /* QgSheet */
  GPtrArray *names;     /* of the files; NULL: into memory */
  GPtrArray *files;     /* QgExportFile, open */
  guint writing;        /* the number of the file that is written */
  GOutputStream *bytes; /* a GMemoryOutputStream */
  QgExportReport report;
};

enum
{
  PROP_FRACTION = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (QgExportJob, qg_export_job, G_TYPE_OBJECT)

static void
qg_export_job_finalize (GObject *object)
{
  QgExportJob *self = QG_EXPORT_JOB (object);

  qg_export_plan_free (self->plan);
  g_clear_object (&self->layouter);
  g_clear_object (&self->bytes);
  g_clear_pointer (&self->asked, qg_layout_request_unref);
  g_clear_pointer (&self->answered, qg_layout_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  G_OBJECT_CLASS (qg_export_job_parent_class)->finalize (object);
}

static void
qg_export_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FRACTION)
    g_value_set_double (value, QG_EXPORT_JOB (object)->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
qg_export_job_class_init (QgExportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qg_export_job_finalize;
  object_class->get_property = qg_export_job_get_property;
  props[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qg_export_job_init (QgExportJob *self)
{
}

QgExportJob *
qg_export_job_new (QgMap *map, QgLayouter *layouter, const QgExportRequest *request)
{
  QgExportJob *self = g_object_new (QG_TYPE_EXPORT_JOB, NULL);

  self->plan = qg_export_plan_new (map, request);
  self->layouter = g_object_ref (layouter);
  return self;
}

double
qg_export_job_get_fraction (QgExportJob *self)
{
  return self->fraction;
}

static void
set_fraction (QgExportJob *self, double fraction)
{
  self->fraction = CLAMP (fraction, 0, 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

/* The pictures */

static QgExportItem *
get_item (QgExportJob *self, guint n)
{
  return &g_array_index (self->plan->items, QgExportItem, n);
}

/* The shape that a layout should have. A sheet that lies, and one without a size, get the picture that the
 * window shows, so that a lecturer finds everything where it was; a sheet that stands gets one of its own. */
static double
get_aspect (QgExportJob *self, QgPart *part)
{
  const QgExportOptions *options = &self->plan->request.options;
  guint view = qg_part_get_view (part);
  const char *page = view != QG_NONE ? qg_map_get_view (self->plan->map, view)->page : NULL;
  QgSize size = { 960, 540 };

  if (options->page.height > options->page.width && self->plan->request.handout == 0)
    return qg_compose_get_aspect (part, options, TRUE);
  if (page != NULL && qg_page_size_from_name (page, TRUE, &size) && size.width <= 0)
    size = (QgSize){ 960, 540 };
  return CLAMP (size.width / size.height, 0.1, 10.0);
}

/* Any thread. NULL only when cancelled. */
static QgLayoutRequest *
measure_item (QgExportJob *self, guint n, GCancellable *cancellable)
{
  const QgExportItem *item = get_item (self, n);
  const QgExportRequest *request = &self->plan->request;
  QgMeasureOptions options = {
    .use_engine = TRUE,
    .engine = request->use_engine ? request->engine : qg_part_get_layout_options (item->part)->engine,
    .second_language = request->second != NULL,
    .aspect = get_aspect (self, item->part),
  };

  return qg_measure_part (item->part, &options, cancellable);
}

/* Any thread. NULL only when cancelled. */
static QgScene *
draw_item (QgExportJob *self, guint n, GCancellable *cancellable)
{
  const QgExportRequest *request = &self->plan->request;

  return qg_scene_new (get_item (self, n)->part, self->asked, self->answered, request->options.lang,
                       request->second, cancellable);
}

/* Goes past the pictures that are there already, or are the same as an earlier one; FALSE when all are there.
 */
static gboolean
go_to_next_item (QgExportJob *self)
{
  for (; self->item < self->plan->items->len; self->item++)
    {
      QgExportItem *item = get_item (self, self->item);

      if (item->scene == NULL && item->same_as != QG_NONE)
        item->scene = qg_scene_ref (get_item (self, item->same_as)->scene);
      if (item->scene == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
take_scene (QgExportJob *self, QgScene *scene)
{
  get_item (self, self->item)->scene = scene;
  self->item++;
  g_clear_pointer (&self->asked, qg_layout_request_unref);
  g_clear_pointer (&self->answered, qg_layout_unref);
  /* Layouts take most of the time by far. */
  set_fraction (self, 0.8 * self->item / self->plan->items->len);
}

/* The files */

/* Main thread: what a worker would find wrong, found here, where it can be said in the person's language. */
static gboolean
check_sheets (QgExportJob *self, GError **error)
{
  const QgExportRequest *request = &self->plan->request;

  for (guint i = 0; i < self->sheets->len; i++)
    if (!qg_exporter_check_sheet (request->format, &request->options, self->sheets->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Main thread. */
static gboolean
open_files (QgExportJob *self, const char *path, GError **error)
{
  QgFormat format = self->plan->request.format;
  guint n = qg_format_holds_pages (format) ? 1 : self->sheets->len;

  if (n > 1 && strcmp (path, "-") == 0)
    {
      g_set_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_PAGES,
                   _ ("%u pages do not go to the standard output as %s. Choose PDF, or name a file."), n,
                   qg_format_get_ending (format));
      return FALSE;
    }
  self->names = qg_export_file_make_names (path, n, qg_format_get_ending (format));
  self->files = qg_export_file_open_all (self->names, error);
  return self->files != NULL;
}

static gboolean
write_sheets (QgExportJob *self, QgExporter *exporter, guint first, guint n, GCancellable *cancellable,
              GError **error)
{
  if (!qg_exporter_begin (exporter, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!qg_exporter_sheet (exporter, self->sheets->pdata[first + i], cancellable, error))
      return FALSE;
  return qg_exporter_end (exporter, error);
}

/* Any thread: one page, small. */
static gboolean
write_preview (QgExportJob *self, GCancellable *cancellable, GError **error)
{
  QgExportOptions options = self->plan->request.options;
  g_autoptr (QgExporter) exporter = NULL;

  options.pixel_width = self->preview_width;
  exporter = qg_exporter_new (QG_FORMAT_PNG, self->bytes, &options, NULL);
  return write_sheets (self, exporter, MIN (self->preview_page, self->sheets->len - 1), 1, cancellable,
                       error);
}

/* Any thread: everything but giving the files their names. */
static gboolean
write_files (QgExportJob *self, GCancellable *cancellable, GError **error)
{
  const QgExportRequest *request = &self->plan->request;
  QgExportAbout about = { self->plan->title, self->plan->author, self->plan->subject,
                          qg_map_get_licence (self->plan->map) };
  gboolean pages = qg_format_holds_pages (request->format);
  guint n = self->files != NULL ? self->files->len : 1;
  g_autoptr (QgExporter) before = NULL;

  for (guint i = 0; i < n; i++)
    {
      GOutputStream *stream =
          self->files != NULL ? qg_export_file_get_stream (self->files->pdata[i]) : self->bytes;
      g_autoptr (QgExporter) exporter = qg_exporter_new (request->format, stream, &request->options, &about);
      GError *cause = NULL;

      self->writing = i;
      if (before != NULL)
        qg_exporter_continue_report (exporter, before);
      if (!write_sheets (self, exporter, pages ? 0 : i, pages ? self->sheets->len : 1, cancellable, &cause))
        {
          g_propagate_error (error, cause);
          return FALSE;
        }
      qg_exporter_get_report (exporter, &self->report);
      g_set_object (&before, exporter);
    }
  return TRUE;
}

/* Main thread. */
static gboolean
commit_files (QgExportJob *self, GError **error)
{
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (!qg_export_file_commit (self->files->pdata[i], error))
      return FALSE;
  g_clear_pointer (&self->files, g_ptr_array_unref);
  set_fraction (self, 1);
  return TRUE;
}

/* Main thread: the stream's error with the file's name and what to do. */
static void
explain (QgExportJob *self, GError **error)
{
  if (error != NULL && *error != NULL && self->names != NULL)
    *error = qg_export_file_explain (self->names->pdata[MIN (self->writing, self->names->len - 1)], *error);
}

static gboolean
end_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  return FALSE;
}

gboolean
qg_export_job_run (QgExportJob *self, const char *path, GCancellable *cancellable, GError **error)
{
  while (go_to_next_item (self))
    {
      QgScene *scene;

      self->asked = measure_item (self, self->item, cancellable);
      if (self->asked == NULL)
        return end_cancelled (cancellable, error);
      self->answered = qg_layouter_run (self->layouter, self->asked, cancellable, error);
      if (self->answered == NULL)
        return FALSE;
      scene = draw_item (self, self->item, cancellable);
      if (scene == NULL)
        return end_cancelled (cancellable, error);
      take_scene (self, scene);
    }
  if (self->sheets == NULL)
    self->sheets = qg_export_document_new_sheets (self->plan);
  if (!check_sheets (self, error) || !open_files (self, path, error))
    return FALSE;
  if (!write_files (self, cancellable, error))
    {
      explain (self, error);
      return FALSE;
    }
  return commit_files (self, error);
}

/* The same with waiting done elsewhere: each stage in a thread, the next one begun on the main thread. */

static void work_on (GTask *task);

static void
measure_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  QgExportJob *self = source;

  /* A run that was cancelled half-way may have left its own. */
  g_clear_pointer (&self->asked, qg_layout_request_unref);
  self->asked = measure_item (self, self->item, cancellable);
  g_task_return_boolean (stage, self->asked != NULL);
}

static void
draw_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  QgExportJob *self = source;
  QgScene *scene = draw_item (self, self->item, cancellable);

  if (scene != NULL)
    g_task_return_pointer (stage, scene, (GDestroyNotify) qg_scene_unref);
  else
    g_task_return_new_error (stage, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

static void
write_thread (GTask *stage, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (QG_EXPORT_JOB (source)->purpose == INTO_PREVIEW ? write_preview (source, cancellable, &error)
                                                      : write_files (source, cancellable, &error))
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

  explain (self, &error);
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
  take_scene (QG_EXPORT_JOB (source), scene);
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

  if (!g_task_propagate_boolean (G_TASK (result), &error) || self->asked == NULL)
    {
      if (error == NULL)
        end_cancelled (g_task_get_cancellable (user_data), &error);
      fail (user_data, error);
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

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !commit_files (self, &error))
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
      ((self->purpose == INTO_FILES || self->purpose == INTO_BYTES) && !check_sheets (self, &error)) ||
      (self->purpose == INTO_FILES && !open_files (self, g_task_get_task_data (user_data), &error)))
    {
      fail (user_data, error);
      return;
    }
  if (self->purpose == NOWHERE)
    {
      set_fraction (self, 1);
      g_task_return_boolean (user_data, TRUE);
      g_object_unref (user_data);
      return;
    }
  g_clear_object (&self->bytes);
  if (self->purpose != INTO_FILES)
    self->bytes = g_memory_output_stream_new_resizable ();
  set_fraction (self, 0.85);
  run_stage (user_data, write_thread, written_cb);
}

static void
work_on (GTask *task)
{
  if (go_to_next_item (g_task_get_source_object (task)))
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

void
qg_export_job_get_report (QgExportJob *self, QgExportReport *report)
{
  *report = self->report;
}

const char *const *
qg_export_job_get_files (QgExportJob *self, guint *n)
{
  *n = self->names != NULL ? self->names->len : 0;
  return *n > 0 ? (const char *const *) self->names->pdata : NULL;
}

GBytes *
qg_export_job_get_bytes (QgExportJob *self)
{
  return self->bytes != NULL ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (self->bytes))
                             : NULL;
}

guint
qg_export_job_get_n_sheets (QgExportJob *self)
{
  return self->sheets != NULL ? self->sheets->len : 0;
}

const QgSheet *
qg_export_job_get_sheet (QgExportJob *self, guint n)
{
  g_return_val_if_fail (n < qg_export_job_get_n_sheets (self), NULL);
  return self->sheets->pdata[n];
}

double
qg_export_job_get_smallest_text (QgExportJob *self)
{
  double least = 0;

  for (guint i = 0; i < qg_export_job_get_n_sheets (self); i++)
    {
      double size = qg_export_job_get_sheet (self, i)->least_text;

      if (size > 0 && (least <= 0 || size < least))
        least = size;
    }
  return least;
}
