/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-job-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-compose.h"
#include "qg-errno.h"
#include "qg-export-document.h"
#include "qg-export-file.h"
#include "qg-measure.h"
#include "qg-usual-engine.h"

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
  g_clear_object (&self->written);
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

void
qg_export_job_set_fraction (QgExportJob *self, double fraction)
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
get_aspect (QgExportJob *self, const QgExportItem *item)
{
  QgPart *part = item->part;
  const QgExportOptions *options = &self->plan->request.options;
  guint view = qg_part_get_view (part);
  const char *page = view != QG_NONE ? qg_map_get_view (self->plan->map, view)->page : NULL;
  QgPage size = { 960, 540, QG_MEDIUM_SLIDE };

  if (item->fit != NULL && qg_step_fit_get_aspect (item->fit) > 0)
    return qg_step_fit_get_aspect (item->fit);
  if (options->page.height > options->page.width && self->plan->request.handout == 0)
    return qg_compose_get_aspect (part, options, TRUE);
  if (page != NULL && qg_page_from_name (page, TRUE, &size, NULL) && size.width <= 0)
    size = (QgPage){ 960, 540, QG_MEDIUM_SLIDE };
  return CLAMP (size.width / size.height, 0.1, 10.0);
}

/* The engine of the person's choice, however long it takes; without one the part's, or what stands in for it
 * in the window too. */
static QgEngine
choose_engine (QgExportJob *self, const QgPart *part)
{
  const QgExportRequest *request = &self->plan->request;
  QgEngine own = qg_part_get_layout_options (part)->engine, usual;

  if (request->use_engine)
    return request->engine;
  usual = qg_usual_engine_get (part);
  if (usual != own && !self->replaced)
    {
      self->replaced = TRUE;
      self->wanted = own;
      self->taken = usual;
      self->seconds = qg_usual_engine_estimate (part, own);
    }
  return usual;
}

/* Any thread. FALSE only when cancelled; asks for nothing where the picture is there already. */
gboolean
qg_export_job_measure_item (QgExportJob *self, GCancellable *cancellable)
{
  QgExportItem *item;
  const QgExportRequest *request = &self->plan->request;
  QgMeasureOptions options = { .use_engine = TRUE, .second_language = request->second != NULL };

  /* A run that was cancelled half-way may have left its own. */
  g_clear_pointer (&self->asked, qg_layout_request_unref);
  if (!qg_export_plan_prepare (self->plan, self->item, cancellable))
    return FALSE;
  item = get_item (self, self->item);
  if (item->scene != NULL)
    return TRUE;
  options.engine = choose_engine (self, item->part);
  options.any_direction = item->fit != NULL && qg_step_fit_get_aspect (item->fit) > 0;
  options.aspect = get_aspect (self, item);
  self->asked = qg_measure_part (item->part, &options, cancellable);
  return self->asked != NULL;
}

/* Any thread. NULL only when cancelled. */
QgScene *
qg_export_job_draw_item (QgExportJob *self, guint n, GCancellable *cancellable)
{
  const QgExportRequest *request = &self->plan->request;

  return qg_scene_new (get_item (self, n)->part, self->asked, self->answered, request->options.lang,
                       request->second, cancellable);
}

/* Goes past the pictures that are there already; FALSE when all are there. */
gboolean
qg_export_job_go_to_next_item (QgExportJob *self)
{
  while (self->item < self->plan->items->len && get_item (self, self->item)->scene != NULL)
    self->item++;
  return self->item < self->plan->items->len;
}

void
qg_export_job_take_scene (QgExportJob *self, QgScene *scene)
{
  g_clear_pointer (&self->asked, qg_layout_request_unref);
  g_clear_pointer (&self->answered, qg_layout_unref);
  if (!qg_export_item_take_scene (get_item (self, self->item), scene))
    return;
  self->item++;
  /* Layouts take most of the time by far. */
  qg_export_job_set_fraction (self, 0.8 * self->item / self->plan->items->len);
}

/* The files */

/* Main thread: what a worker would find wrong, found here, where it can be said in the person's language. */
gboolean
qg_export_job_check_sheets (QgExportJob *self, GError **error)
{
  const QgExportRequest *request = &self->plan->request;

  for (guint i = 0; i < self->sheets->len; i++)
    if (!qg_exporter_check_sheet (request->format, &request->options, self->sheets->pdata[i], error))
      return FALSE;
  return TRUE;
}

void
qg_export_job_set_keeps_files (QgExportJob *self, gboolean keeps)
{
  self->keeps_files = keeps;
}

void
qg_export_job_set_chosen (QgExportJob *self, const QgFileStamp *chosen)
{
  self->has_chosen = chosen != NULL;
  if (chosen != NULL)
    self->chosen = *chosen;
}

/* The names were made from a pattern: nobody has seen, one by one, what they would replace. */
static gboolean
check_names_are_free (QgExportJob *self, GError **error)
{
  g_autofree char *first = NULL;
  guint n = qg_export_file_count_there (self->names, &first);

  if (n == 0)
    return TRUE;
  g_set_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_THERE,
               g_dngettext (GETTEXT_PACKAGE, "%u numbered file is there already: “%s”.",
                            "%u numbered files are there already; the first is “%s”.", n),
               n, first);
  return FALSE;
}

/* Main thread. */
gboolean
qg_export_job_open_files (QgExportJob *self, const char *path, GError **error)
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
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = qg_export_file_make_names (path, n, qg_format_get_ending (format));
  if (n > 1 && self->keeps_files && !check_names_are_free (self, error))
    return FALSE;
  self->files = qg_export_file_open_all (self->names, error);
  if (self->files == NULL)
    return FALSE;
  if (n == 1 && self->has_chosen)
    qg_export_file_expect (self->files->pdata[0], &self->chosen);
  for (guint i = 0; n > 1 && self->keeps_files && i < n; i++)
    qg_export_file_expect (self->files->pdata[i], &(QgFileStamp){ FALSE });
  return TRUE;
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
gboolean
qg_export_job_write_preview (QgExportJob *self, GCancellable *cancellable, GError **error)
{
  QgExportOptions options = self->plan->request.options;
  g_autoptr (QgExporter) exporter = NULL;

  if (self->sheets->len == 0)
    return TRUE;
  options.pixel_width = self->preview_width;
  options.pixels_of_page = FALSE;
  exporter = qg_exporter_new (QG_FORMAT_PNG, self->bytes, &options, NULL);
  return write_sheets (self, exporter, MIN (self->preview_page, self->sheets->len - 1), 1, cancellable,
                       error);
}

/* Any thread: everything but giving the files their names. */
gboolean
qg_export_job_write_files (QgExportJob *self, GCancellable *cancellable, GError **error)
{
  const QgExportRequest *request = &self->plan->request;
  QgExportAbout about = { self->plan->title, self->plan->author, self->plan->subject,
                          qg_map_get_licence (self->plan->map) };
  gboolean pages = qg_format_holds_pages (request->format);
  guint n = self->files != NULL ? self->files->len : 1;

  g_clear_object (&self->written);
  for (guint i = 0; i < n; i++)
    {
      GOutputStream *stream =
          self->files != NULL ? qg_export_file_get_stream (self->files->pdata[i]) : self->bytes;
      g_autoptr (QgExporter) exporter = qg_exporter_new (request->format, stream, &request->options, &about);
      GError *cause = NULL;

      self->writing = i;
      if (self->written != NULL)
        qg_exporter_continue_report (exporter, self->written);
      if (!write_sheets (self, exporter, pages ? 0 : i, pages ? self->sheets->len : 1, cancellable, &cause))
        {
          g_propagate_error (error, cause);
          return FALSE;
        }
      g_set_object (&self->written, exporter);
    }
  return TRUE;
}

/* Main thread. */
gboolean
qg_export_job_commit_files (QgExportJob *self, GError **error)
{
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (!qg_export_file_prepare (self->files->pdata[i], error))
      return FALSE;
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (!qg_export_file_commit (self->files->pdata[i], error))
      return FALSE;
  g_clear_pointer (&self->files, g_ptr_array_unref);
  qg_export_job_set_fraction (self, 1);
  return TRUE;
}

static void
set_words (GError *error, char *words)
{
  g_free (error->message);
  error->message = words;
}

/* Main thread: what workers said for the log alone, in words for people; the stream's error with the file's
 * name and what to do. */
void
qg_export_job_explain (QgExportJob *self, GError **error)
{
  if (error == NULL || *error == NULL)
    return;
  if ((*error)->domain == QG_LAYOUT_ERROR)
    set_words (*error, qg_layout_error_dup_text (*error));
  else if (self->names != NULL)
    *error = qg_export_file_explain (self->names->pdata[MIN (self->writing, self->names->len - 1)], *error);
  else if ((*error)->domain == QG_ERRNO_ERROR)
    set_words (*error, qg_errno_dup_text (*error));
}

gboolean
qg_export_job_end_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  return FALSE;
}

gboolean
qg_export_job_run (QgExportJob *self, const char *path, GCancellable *cancellable, GError **error)
{
  while (qg_export_job_go_to_next_item (self))
    {
      QgScene *scene;

      if (!qg_export_job_measure_item (self, cancellable))
        return qg_export_job_end_cancelled (cancellable, error);
      if (self->asked == NULL)
        continue;
      self->answered = qg_layouter_run (self->layouter, self->asked, cancellable, error);
      if (self->answered == NULL)
        {
          qg_export_job_explain (self, error);
          return FALSE;
        }
      scene = qg_export_job_draw_item (self, self->item, cancellable);
      if (scene == NULL)
        return qg_export_job_end_cancelled (cancellable, error);
      qg_export_job_take_scene (self, scene);
    }
  if (self->sheets == NULL)
    self->sheets = qg_export_document_new_sheets (self->plan);
  if (!qg_export_job_check_sheets (self, error) || !qg_export_job_open_files (self, path, error))
    return FALSE;
  if (!qg_export_job_write_files (self, cancellable, error))
    {
      qg_export_job_explain (self, error);
      return FALSE;
    }
  return qg_export_job_commit_files (self, error);
}

void
qg_export_job_get_report (QgExportJob *self, QgExportReport *report)
{
  if (self->written != NULL)
    qg_exporter_get_report (self->written, report);
  else
    *report = (QgExportReport){ 0 };
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

/* Smaller by what it should be; where that is not known, smaller. */
static void
note_smallest (QgExportSmallest *smallest, double size, QgMedium medium, guint page)
{
  double least = qg_page_get_least_text (medium);
  double share = size / fmax (least, 1), known = smallest->size / fmax (smallest->least, 1);

  if (size > 0 && (smallest->size <= 0 || share < known - 1e-6))
    *smallest = (QgExportSmallest){ size, least, medium, page, size < least - 0.05 };
}

void
qg_export_job_get_smallest (QgExportJob *self, QgExportSmallest *pictures, QgExportSmallest *notes)
{
  *pictures = *notes = (QgExportSmallest){ 0 };
  for (guint i = 0; i < qg_export_job_get_n_sheets (self); i++)
    {
      const QgSheet *sheet = qg_export_job_get_sheet (self, i);

      note_smallest (pictures, sheet->least_text, sheet->medium, i + 1);
      note_smallest (notes, sheet->least_notes, sheet->medium, i + 1);
    }
}

gboolean
qg_export_job_get_replaced (QgExportJob *self, QgEngine *wanted, QgEngine *taken, double *seconds)
{
  if (!self->replaced)
    return FALSE;
  *wanted = self->wanted;
  *taken = self->taken;
  *seconds = self->seconds;
  return TRUE;
}

guint
qg_export_job_count_left_out (QgExportJob *self)
{
  guint n = 0;

  for (guint i = 0; i < qg_export_job_get_n_sheets (self); i++)
    {
      const GArray *pictures = qg_export_job_get_sheet (self, i)->pictures;

      for (guint k = 0; k < pictures->len; k++)
        n += qg_scene_count_left_out (g_array_index (pictures, QgSheetPicture, k).scene);
    }
  return n;
}

gboolean
qg_export_job_cuts_words (QgExportJob *self)
{
  for (guint i = 0; i < qg_export_job_get_n_sheets (self); i++)
    if (qg_export_job_get_sheet (self, i)->clipped > 0)
      return TRUE;
  return FALSE;
}

gboolean
qg_export_job_lacks_sources (QgExportJob *self)
{
  for (guint i = 0; i < qg_export_job_get_n_sheets (self); i++)
    if (qg_export_job_get_sheet (self, i)->notes_apart)
      return TRUE;
  return FALSE;
}

gboolean
qg_export_job_is_crowded (QgExportJob *self)
{
  for (guint i = 0; i < qg_export_job_get_n_sheets (self); i++)
    if (qg_export_job_get_sheet (self, i)->notes_crowd)
      return TRUE;
  return FALSE;
}
