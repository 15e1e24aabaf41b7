/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The way from a part to what is on screen: measure (worker) → request → layout (the layouter) → scene
 * (worker) → notify::scene. Whatever is overtaken is cancelled and its answer dropped; what is shown stays
 * until the next is ready.
 *
 * The explorer is the tasks' user data, not their source: a source may lose its last reference in the worker.
 */

#include "qg-explorer-private.h"

#include "qg-profile.h"
#include "qg-usual-engine.h"

/* A part whose layout takes longer than this, by estimate, is shown with provisional places meanwhile. */
#define PROVISIONAL_SECONDS 1.0
/* Laid-out parts kept in memory, so that going back needs no work; large ones count more. */
#define RECENT_MAX 12u
#define RECENT_MAX_ITEMS 60000u

typedef struct
{
  QgPart *part;
  QgMeasureOptions options;
} MeasureJob;

typedef struct
{
  QgLaidOut of; /* layout: NULL where the worker makes up provisional places */
  QgLang lang, second;
} SceneJob;

typedef struct
{
  QgExplorer *self;
  GCancellable *cancellable;
} LayoutWait;

static void start_scene (QgExplorer *self, const QgLaidOut *of);

void
qg_laid_out_clear (QgLaidOut *laid_out)
{
  g_clear_pointer (&laid_out->part, qg_part_unref);
  g_clear_pointer (&laid_out->request, qg_layout_request_unref);
  g_clear_pointer (&laid_out->layout, qg_layout_unref);
}

static void
laid_out_set (QgLaidOut *to, const QgLaidOut *from)
{
  QgLaidOut copy = { qg_part_ref (from->part), qg_layout_request_ref (from->request),
                     from->layout != NULL ? qg_layout_ref (from->layout) : NULL };

  qg_laid_out_clear (to);
  *to = copy;
}

/* Work begins anew, be there other work or not. */
void
qg_explorer_notify_work (QgExplorer *self)
{
  self->told_busy = qg_explorer_get_layout_busy (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_LAYOUT_BUSY]);
}

/* The same work may have ended; that it goes on is not told again. */
void
qg_explorer_notify_busy (QgExplorer *self)
{
  if (self->told_busy != qg_explorer_get_layout_busy (self))
    qg_explorer_notify_work (self);
}

gboolean
qg_explorer_get_layout_busy (QgExplorer *self)
{
  return self->layout_cancellable != NULL || self->coming.part != NULL || self->collapse_cancellable != NULL;
}

static void
cancel_scene (QgExplorer *self)
{
  if (self->scene_cancellable != NULL)
    g_cancellable_cancel (self->scene_cancellable);
  g_clear_object (&self->scene_cancellable);
}

void
qg_explorer_pipeline_cancel (QgExplorer *self)
{
  if (self->layout_cancellable != NULL)
    g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  cancel_scene (self);
  self->making_provisional = FALSE;
  qg_laid_out_clear (&self->coming);
}

/* Keeps @laid_out for the way back; the oldest go when there are too many, or too large ones. */
void
qg_explorer_remember (QgExplorer *self, const QgLaidOut *laid_out)
{
  guint items = 0;
  QgLaidOut *copy;

  for (guint i = 0; i < self->recent->len; i++)
    {
      const QgLaidOut *old = g_ptr_array_index (self->recent, i);

      if (old->part == laid_out->part)
        g_ptr_array_remove_index (self->recent, i--);
    }
  copy = g_new0 (QgLaidOut, 1);
  laid_out_set (copy, laid_out);
  g_ptr_array_add (self->recent, copy);
  for (guint i = self->recent->len; i-- > 0;)
    {
      const QgLaidOut *old = g_ptr_array_index (self->recent, i);

      items += old->request->n_nodes + old->request->n_edges;
      if (self->recent->len - i > RECENT_MAX || (items > RECENT_MAX_ITEMS && i + 1 < self->recent->len))
        {
          g_ptr_array_remove_range (self->recent, 0, i + 1);
          break;
        }
    }
}

static const QgLaidOut *
find_recent (QgExplorer *self)
{
  for (guint i = self->recent->len; i-- > 0;)
    {
      const QgLaidOut *old = g_ptr_array_index (self->recent, i);

      if (old->part == self->part && old->request->engine == qg_explorer_get_engine (self))
        return old;
    }
  return NULL;
}

/* The scene */

static void
scene_job_free (gpointer data)
{
  SceneJob *job = data;

  qg_laid_out_clear (&job->of);
  g_free (job);
}

static void
scene_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SceneJob *job = data;
  QgScene *scene;

  if (job->of.layout == NULL)
    job->of.layout = qg_layout_new_provisional (job->of.request);
  scene = qg_scene_new (job->of.part, job->of.request, job->of.layout, job->lang, job->second, cancellable);
  if (scene != NULL)
    g_task_return_pointer (task, scene, (GDestroyNotify) qg_scene_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

static void
show_scene (QgExplorer *self, QgScene *scene, const QgLaidOut *of)
{
  qg_scene_ref (scene);
  g_clear_pointer (&self->scene, qg_scene_unref);
  self->scene = scene;
  laid_out_set (&self->shown, of);
  if (self->coming.layout == of->layout && self->layout_cancellable == NULL)
    {
      if (!of->layout->provisional)
        qg_explorer_remember (self, &self->coming);
      qg_laid_out_clear (&self->coming);
    }
  qg_profile_mark ("scene");
  qg_explorer_apply_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_SCENE]);
  qg_explorer_notify_busy (self);
}

static void
scene_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QgExplorer) self = user_data;
  GTask *task = G_TASK (result);
  const SceneJob *job = g_task_get_task_data (task);
  g_autoptr (QgScene) scene = g_task_propagate_pointer (task, NULL);

  if (g_task_get_cancellable (task) != self->scene_cancellable || scene == NULL)
    return;
  g_clear_object (&self->scene_cancellable);
  if (self->making_provisional)
    {
      self->making_provisional = FALSE;
      self->coming.layout = qg_layout_ref (job->of.layout);
    }
  show_scene (self, scene, &job->of);
}

static void
start_scene (QgExplorer *self, const QgLaidOut *of)
{
  SceneJob *job = g_new0 (SceneJob, 1);
  g_autoptr (GTask) task = NULL;

  cancel_scene (self);
  self->scene_cancellable = g_cancellable_new ();
  laid_out_set (&job->of, of);
  job->lang = self->language;
  job->second = self->second_language;
  task = g_task_new (NULL, self->scene_cancellable, scene_ready_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_scene);
  g_task_set_task_data (task, job, scene_job_free);
  g_task_run_in_thread (task, scene_thread);
}

void
qg_explorer_pipeline_speak (QgExplorer *self)
{
  if (self->coming.layout != NULL || self->making_provisional)
    start_scene (self, &self->coming);
  else if (self->shown.layout != NULL)
    start_scene (self, &self->shown);
}

/* The layout */

/* The places are made up by the worker that makes the scene: for a large part they take long. */
static void
use_provisional (QgExplorer *self)
{
  if (self->making_provisional)
    return;
  g_clear_pointer (&self->coming.layout, qg_layout_unref);
  self->making_provisional = TRUE;
  start_scene (self, &self->coming);
}

/* Without anything else to show, provisional places are better than an empty window. */
static void
fail (QgExplorer *self, const GError *error)
{
  g_autoptr (GError) told = g_error_copy (error);

  g_clear_object (&self->layout_cancellable);
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  if (!qg_explorer_scene_is_current (self) && self->coming.request != NULL)
    use_provisional (self);
  else
    qg_laid_out_clear (&self->coming);
  qg_explorer_notify_busy (self);
  g_signal_emit (self, qg_explorer_signals[SIGNAL_FAILED], 0, told);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree LayoutWait *wait = user_data;
  g_autoptr (QgExplorer) self = wait->self;
  g_autoptr (GCancellable) cancellable = wait->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (QgLayout) layout = qg_layouter_run_finish (QG_LAYOUTER (source), result, &error);

  if (cancellable != self->layout_cancellable || g_cancellable_is_cancelled (cancellable))
    return;
  if (layout == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_object (&self->layout_cancellable);
  self->making_provisional = FALSE;
  g_clear_pointer (&self->coming.layout, qg_layout_unref);
  self->coming.layout = g_steal_pointer (&layout);
  start_scene (self, &self->coming);
}

static void
start_layout (QgExplorer *self)
{
  const QgLayoutRequest *request = self->coming.request;
  gboolean new_part = self->scene == NULL || qg_scene_get_part (self->scene) != self->coming.part;
  LayoutWait *wait = g_new0 (LayoutWait, 1);

  if (new_part && qg_usual_engine_estimate (self->coming.part, request->engine) > PROVISIONAL_SECONDS)
    use_provisional (self);
  wait->self = g_object_ref (self);
  wait->cancellable = g_object_ref (self->layout_cancellable);
  qg_layouter_run_async (self->layouter, self->coming.request, self->layout_cancellable, laid_out_cb, wait);
}

/* The measuring */

static void
measure_job_free (gpointer data)
{
  MeasureJob *job = data;

  qg_part_unref (job->part);
  g_free (job);
}

static void
measure_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MeasureJob *job = data;
  QgLayoutRequest *request = qg_measure_part (job->part, &job->options, cancellable);

  if (request != NULL)
    g_task_return_pointer (task, request, (GDestroyNotify) qg_layout_request_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QgExplorer) self = user_data;
  g_autoptr (QgLayoutRequest) request = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->layout_cancellable || request == NULL)
    return;
  self->coming.request = g_steal_pointer (&request);
  start_layout (self);
}

/* The wished shape of the picture: what the view says ("16:9"), else that of most screens. */
static double
wished_aspect (const QgPart *part)
{
  guint view = qg_part_get_view (part);
  const char *page = view != QG_NONE ? qg_map_get_view (qg_part_get_map (part), view)->page : NULL;
  char *end = NULL;
  double width = page != NULL ? g_ascii_strtod (page, &end) : 0;
  double height = end != NULL && *end == ':' ? g_ascii_strtod (end + 1, NULL) : 0;

  return width > 0 && height > 0 ? CLAMP (width / height, 0.1, 10.0) : 16.0 / 9.0;
}

QgMeasureOptions
qg_explorer_measure_options (const QgPart *part, QgEngine engine, gboolean second)
{
  return (QgMeasureOptions){
    .use_engine = TRUE,
    .engine = engine,
    .second_language = second,
    .aspect = wished_aspect (part),
  };
}

/* Whether the scene of what comes was made before. */
static gboolean
is_foreseen (QgExplorer *self)
{
  const QgForeseen *f = self->foreseen;

  return f != NULL && f->of.layout == self->coming.layout && f->lang == self->language &&
         f->second == self->second_language;
}

/* @fresh: do not take what is remembered. */
void
qg_explorer_pipeline_start (QgExplorer *self, gboolean fresh)
{
  const QgLaidOut *recent = fresh ? NULL : find_recent (self);
  g_autoptr (GTask) task = NULL;
  MeasureJob *job;

  qg_explorer_pipeline_cancel (self);
  g_clear_error (&self->error);
  if (recent != NULL)
    {
      laid_out_set (&self->coming, recent);
      if (is_foreseen (self))
        show_scene (self, self->foreseen->scene, &self->foreseen->of);
      else
        start_scene (self, &self->coming);
      qg_explorer_notify_work (self);
      return;
    }
  self->coming.part = qg_part_ref (self->part);
  self->layout_cancellable = g_cancellable_new ();
  if (self->foreseen != NULL && self->foreseen->of.part == self->part && !fresh &&
      self->foreseen->of.request->engine == qg_explorer_get_engine (self))
    {
      self->coming.request = qg_layout_request_ref (self->foreseen->of.request);
      start_layout (self);
      qg_explorer_notify_work (self);
      return;
    }
  job = g_new0 (MeasureJob, 1);
  job->part = qg_part_ref (self->part);
  job->options =
      qg_explorer_measure_options (self->part, qg_explorer_get_engine (self), self->second_language != NULL);
  task = g_task_new (NULL, self->layout_cancellable, measured_cb, g_object_ref (self));
  g_task_set_source_tag (task, qg_explorer_pipeline_start);
  g_task_set_task_data (task, job, measure_job_free);
  g_task_run_in_thread (task, measure_thread);
  qg_explorer_notify_work (self);
}

void
qg_explorer_layout_again (QgExplorer *self)
{
  if (self->part != NULL)
    qg_explorer_pipeline_start (self, TRUE);
}

/* Back to what is shown; where that is nothing, on with the groups open. */
static void
stop_collapsing (QgExplorer *self)
{
  qg_explorer_collapse_cancel (self);
  if (qg_explorer_scene_is_current (self) && self->shown.part != self->part && self->coming.part == NULL)
    qg_explorer_return_to_shown (self);
  else if (self->shown.part != self->part && self->coming.part != self->part)
    qg_explorer_pipeline_start (self, FALSE);
  qg_explorer_notify_busy (self);
}

void
qg_explorer_cancel_layout (QgExplorer *self)
{
  gboolean had_request = self->coming.request != NULL;

  if (self->part == NULL)
    return;
  if (self->collapsing != NULL)
    {
      stop_collapsing (self);
      return;
    }
  if (!qg_explorer_scene_is_current (self) && had_request)
    {
      /* Nothing else to go back to: stop the engine, keep provisional places. */
      g_cancellable_cancel (self->layout_cancellable);
      g_clear_object (&self->layout_cancellable);
      if (self->coming.layout == NULL)
        use_provisional (self);
      qg_explorer_notify_busy (self);
      return;
    }
  qg_explorer_pipeline_cancel (self);
  if (qg_explorer_scene_is_current (self) && self->shown.part != self->part)
    qg_explorer_return_to_shown (self);
  if (self->shown.part == self->part)
    qg_explorer_use_engine_of (self, &self->shown);
  qg_explorer_notify_busy (self);
}

gboolean
qg_explorer_wait (QgExplorer *self, GError **error)
{
  while (self->layout_cancellable != NULL || self->scene_cancellable != NULL ||
         self->collapse_cancellable != NULL)
    g_main_context_iteration (NULL, TRUE);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
