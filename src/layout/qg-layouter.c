/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-layouter.h"

#include "qg-layout-private.h"

struct _QgLayouter
{
  GObject parent_instance;

  char *helper; /* NULL: as built */
  QgLayoutCache cache;
  double time_limit; /* 0: by size */
};

G_DEFINE_FINAL_TYPE (QgLayouter, qg_layouter, G_TYPE_OBJECT)
G_DEFINE_QUARK (qg - layout - error - quark, qg_layout_error)

/* ── The object ── */

static void
qg_layouter_finalize (GObject *object)
{
  QgLayouter *self = QG_LAYOUTER (object);

  g_free (self->helper);
  g_free (self->cache.dir);
  G_OBJECT_CLASS (qg_layouter_parent_class)->finalize (object);
}

static void
qg_layouter_class_init (QgLayouterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = qg_layouter_finalize;
}

static void
qg_layouter_init (QgLayouter *self)
{
  self->cache.limit = QG_LAYOUT_CACHE_LIMIT;
}

QgLayouter *
qg_layouter_new (const char *helper, const char *cache_dir)
{
  QgLayouter *self = g_object_new (QG_TYPE_LAYOUTER, NULL);

  self->helper = g_strdup (helper);
  self->cache.dir = g_strdup (cache_dir);
  return self;
}

void
qg_layouter_set_time_limit (QgLayouter *self, double seconds)
{
  g_return_if_fail (QG_IS_LAYOUTER (self));

  self->time_limit = fmax (seconds, 0);
}

/* ── A run: what a worker needs, copied, so that it never looks at the object ── */

typedef struct
{
  QgLayoutRequest *request;
  QgLayoutCache cache;
  char *hash;
  GBytes *payload;
  QgChild *child;
  QgGraphvizLimits limits;
} Run;

static void
run_free (Run *run)
{
  qg_layout_request_unref (run->request);
  g_free (run->cache.dir);
  g_free (run->hash);
  g_clear_pointer (&run->payload, g_bytes_unref);
  g_clear_pointer (&run->child, qg_child_free);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* Beyond what the numbers of nodes and edges tell. */
static double
estimate_tangle (const QgLayoutRequest *r)
{
  g_autofree guint *ends = NULL;

  if (r->engine != QG_ENGINE_DOT)
    return 0;
  ends = g_new (guint, 2 * (gsize) r->n_edges + 1);
  for (guint i = 0; i < r->n_edges; i++)
    {
      ends[2 * i] = r->edges[i].from;
      ends[2 * i + 1] = r->edges[i].to;
    }
  return qg_layout_estimate_dot_seconds (r->n_nodes, r->n_edges, ends);
}

/* Far above what the request should need, and never more than a person's machine can bear. */
static QgGraphvizLimits
limits_for (const QgLayouter *self, const QgLayoutRequest *r)
{
  guint64 size = (guint64) r->n_nodes + r->n_edges + r->n_labels;
  double seconds = 120 + 20 * qg_layout_estimate_seconds (r->engine, r->n_nodes + r->n_labels, r->n_edges) +
                   4 * estimate_tangle (r);

  return (QgGraphvizLimits){ .seconds = self->time_limit > 0 ? self->time_limit
                                                             : fmin (seconds, QG_LAYOUTER_MOST_SECONDS),
                             .memory_mib = (guint) MIN (1024 + size / 64, 6144),
                             .output = (gsize) MIN ((1 << 20) + size * 16384, (guint64) 1 << 30) };
}

static Run *
run_new (const QgLayouter *self, QgLayoutRequest *request)
{
  Run *run = g_new0 (Run, 1);

  run->request = qg_layout_request_ref (request);
  run->cache = (QgLayoutCache){ g_strdup (self->cache.dir), self->cache.limit };
  run->limits = limits_for (self, request);
  return run;
}

/* What the cache has for the request; an entry that is no layout of it is thrown away. */
static QgLayout *
look_up (const QgLayoutCache *cache, const char *hash, const QgLayoutRequest *request)
{
  g_autoptr (GBytes) kept = qg_layout_cache_read (cache, hash);
  const char *why;
  QgLayout *layout;

  if (kept == NULL)
    return NULL;
  layout = qg_layout_from_wire (kept, request, &why);
  if (layout == NULL)
    qg_layout_cache_remove (cache, hash);
  return layout;
}

/* First half, in a worker: the cache, and the message in case. */
static QgLayout *
prepare (Run *run)
{
  QgLayout *layout;

  run->hash = qg_layout_request_hash (run->request);
  layout = look_up (&run->cache, run->hash, run->request);
  if (layout == NULL)
    run->payload = qg_layout_request_to_wire (run->request);
  return layout;
}

static QgLayoutError
cause_of (const GError *error)
{
  switch ((QgGraphvizError) error->code)
    {
    case QG_GRAPHVIZ_ERROR_MISSING:
      return QG_LAYOUT_ERROR_MISSING;
    case QG_GRAPHVIZ_ERROR_CRASHED:
      return QG_LAYOUT_ERROR_CRASHED;
    case QG_GRAPHVIZ_ERROR_TIME:
      return QG_LAYOUT_ERROR_TIME;
    case QG_GRAPHVIZ_ERROR_MEMORY:
      return QG_LAYOUT_ERROR_MEMORY;
    case QG_GRAPHVIZ_ERROR_ANSWER:
      return QG_LAYOUT_ERROR_ANSWER;
    case QG_GRAPHVIZ_ERROR_REFUSED:
    case QG_GRAPHVIZ_ERROR_EMPTY:
    default:
      return QG_LAYOUT_ERROR_REFUSED;
    }
}

static void
propagate (GError **error, GError *from)
{
  if (from->domain == QG_GRAPHVIZ_ERROR)
    {
      g_set_error_literal (error, QG_LAYOUT_ERROR, cause_of (from), from->message);
      g_error_free (from);
    }
  else
    g_propagate_error (error, from);
}

/* More than any engine is asked for. */
static gboolean
check_size (const QgLayoutRequest *request, GError **error)
{
  if (!qg_layout_request_is_too_large (request))
    return TRUE;
  g_set_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_MEMORY,
               "%u nodes, %u edges and %u labels are more than can be laid out", request->n_nodes,
               request->n_edges, request->n_labels);
  return FALSE;
}

static gboolean
start (Run *run, const char *helper, GError **error)
{
  GError *failure = NULL;

  run->child = qg_graphviz_start (helper, &failure);
  if (run->child == NULL)
    propagate (error, failure);
  return run->child != NULL;
}

/* Second half, in a worker: the talk, the check, the cache. */
static QgLayout *
talk (Run *run, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  const char *why = NULL;
  g_autoptr (GBytes) answer =
      qg_graphviz_talk (run->child, QG_WIRE_LAYOUT, run->payload, &run->limits, cancellable, &failure);
  QgLayout *layout;

  if (answer == NULL)
    {
      propagate (error, failure);
      return NULL;
    }
  layout = qg_layout_from_wire (answer, run->request, &why);
  if (layout == NULL)
    {
      g_set_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_ANSWER,
                   "qogam-graphviz: its answer is no layout: %s", why);
      return NULL;
    }
  qg_layout_cache_write (&run->cache, run->hash, answer);
  return layout;
}

/* ── Asynchronous: worker, main thread (which starts the helper, since it dies with its starter), worker ──
 */

static void
talk_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  QgLayout *layout = talk (data, cancellable, &error);

  if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) qg_layout_unref);
  else
    g_task_return_error (task, error);
}

static void
prepare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, prepare (data), (GDestroyNotify) qg_layout_unref);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgLayouter *self = QG_LAYOUTER (source);
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  QgLayout *layout = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_return_error_if_cancelled (task))
    g_clear_pointer (&layout, qg_layout_unref);
  else if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) qg_layout_unref);
  else if (!start (run, self->helper, &error))
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, talk_thread);
}

void
qg_layouter_run_async (QgLayouter *self, QgLayoutRequest *request, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) first = NULL;
  GError *error = NULL;
  GTask *task;
  Run *run;

  g_return_if_fail (QG_IS_LAYOUTER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qg_layouter_run_async);
  if (!check_size (request, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  run = run_new (self, request);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  first = g_task_new (self, NULL, prepared_cb, task);
  g_task_set_task_data (first, run, NULL); /* the task, which lives longer, owns it */
  g_task_run_in_thread (first, prepare_thread);
}

QgLayout *
qg_layouter_run_finish (QgLayouter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

QgLayout *
qg_layouter_run (QgLayouter *self, QgLayoutRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Run) run = NULL;
  QgLayout *layout;

  g_return_val_if_fail (QG_IS_LAYOUTER (self), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_size (request, error))
    return NULL;
  run = run_new (self, request);
  layout = prepare (run);
  if (layout != NULL)
    return layout;
  return start (run, self->helper, error) ? talk (run, cancellable, error) : NULL;
}

QgLayout *
qg_layouter_lookup (QgLayouter *self, const QgLayoutRequest *request)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (QG_IS_LAYOUTER (self), NULL);

  if (self->cache.dir == NULL || qg_layout_request_is_too_large (request))
    return NULL;
  hash = qg_layout_request_hash (request);
  return look_up (&self->cache, hash, request);
}
