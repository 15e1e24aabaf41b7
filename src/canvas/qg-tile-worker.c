/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-tile-worker.h"

#include <sys/resource.h>
#include <unistd.h>

/* The interface comes first: with two cores or one, tiles are drawn in what time is left; but for the first
 * picture, which is what everyone waits for. */
#define WORKER_NICE 10
/* From so many nodes on two threads draw the first picture: fewer are drawn before a second one has its
 * fonts.
 */
#define LARGE 4000u

typedef struct
{
  QgTileWant want;
  cairo_surface_t *surface;
} DoneTile;

/* What one thread draws. */
typedef struct
{
  QgTileWorker *worker;
  GThread *thread;
  QgTileWant current;
  GCancellable *cancellable; /* of the current tile; NULL while there is none */
} Hand;

struct _QgTileWorker
{
  QgTileFunc func;
  gpointer user_data;

  GMutex mutex;
  GCond cond; /* there is something to do, or nothing more */
  /* All below under the mutex. */
  GArray *wanted;  /* QgTileWant */
  guint next;      /* in wanted */
  Hand hands[2];   /* the second one begins when a first picture is large, and ends with it */
  GPtrArray *done; /* DoneTile */
  guint idle;
  guint n_drawn;
  gboolean modest;
  gboolean quit;
};

QgPicture *
qg_picture_new (QgScene *scene, QgEmphases emphases, QgThemeId theme, double density)
{
  QgPicture *picture = g_new0 (QgPicture, 1);
  QgPart *part = qg_scene_get_part (scene);

  g_atomic_ref_count_init (&picture->ref_count);
  picture->scene = qg_scene_ref (scene);
  picture->node_emphases = g_memdup2 (emphases.nodes, qg_part_get_entities (part).n);
  picture->edge_emphases = g_memdup2 (emphases.edges, qg_part_get_relations (part).n);
  picture->theme = theme;
  picture->density = density;
  return picture;
}

QgPicture *
qg_picture_ref (QgPicture *picture)
{
  g_atomic_ref_count_inc (&picture->ref_count);
  return picture;
}

void
qg_picture_unref (QgPicture *picture)
{
  if (!g_atomic_ref_count_dec (&picture->ref_count))
    return;
  qg_scene_unref (picture->scene);
  g_free (picture->node_emphases);
  g_free (picture->edge_emphases);
  g_free (picture);
}

QgPaintOptions
qg_picture_get_options (const QgPicture *picture, double scale, const QgRect *area)
{
  return (QgPaintOptions){
    .theme = qg_theme_get (picture->theme),
    .area = *area,
    .scale = scale,
    .density = picture->density,
    .emphases = { picture->node_emphases, picture->edge_emphases },
  };
}

cairo_surface_t *
qg_tile_draw (const QgTileWant *want, GCancellable *cancellable)
{
  const int size = QG_TILE_SIZE + 2 * QG_TILE_BORDER;
  const QgRect area = { (want->key.x * (double) QG_TILE_SIZE - QG_TILE_BORDER) / want->key.scale,
                        (want->key.y * (double) QG_TILE_SIZE - QG_TILE_BORDER) / want->key.scale,
                        size / want->key.scale, size / want->key.scale };
  const QgPaintOptions options = qg_picture_get_options (want->picture, want->key.scale, &area);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (QgBackend) backend = NULL;
  gboolean whole;

  cairo_scale (cr, want->key.scale, want->key.scale);
  cairo_translate (cr, -area.x, -area.y);
  backend = qg_backend_new_cairo (cr);
  whole = qg_painter_paint (want->picture->scene, backend, &options, cancellable);
  cairo_destroy (cr);
  if (whole)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static void
done_tile_free (gpointer data)
{
  DoneTile *tile = data;

  qg_picture_unref (tile->want.picture);
  cairo_surface_destroy (tile->surface);
  g_free (tile);
}

/* With the mutex held. */
static gboolean
is_at_work (const QgTileWorker *worker)
{
  return worker->next < worker->wanted->len || worker->hands[0].cancellable != NULL ||
         worker->hands[1].cancellable != NULL;
}

static void
deliver (QgTileWorker *worker)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (done_tile_free);

  g_mutex_lock (&worker->mutex);
  g_clear_handle_id (&worker->idle, g_source_remove);
  g_ptr_array_extend_and_steal (done, g_steal_pointer (&worker->done));
  worker->done = g_ptr_array_new_with_free_func (done_tile_free);
  g_mutex_unlock (&worker->mutex);
  for (guint i = 0; i < done->len; i++)
    {
      const DoneTile *tile = g_ptr_array_index (done, i);

      worker->func (&tile->want, tile->surface, worker->user_data);
    }
}

static gboolean
deliver_cb (gpointer user_data)
{
  QgTileWorker *worker = user_data;

  g_mutex_lock (&worker->mutex);
  worker->idle = 0;
  g_mutex_unlock (&worker->mutex);
  deliver (worker);
  return G_SOURCE_REMOVE;
}

void
qg_tile_worker_hurry (QgTileWorker *worker, guint ms)
{
  gint64 until = g_get_monotonic_time () + (gint64) ms * 1000;

  g_mutex_lock (&worker->mutex);
  while (is_at_work (worker))
    if (!g_cond_wait_until (&worker->cond, &worker->mutex, until))
      break;
  g_mutex_unlock (&worker->mutex);
  deliver (worker);
}

/* Takes the most urgent tile as the current one; called and returns with the mutex held. FALSE to end. */
static gboolean
take_next (Hand *hand)
{
  QgTileWorker *worker = hand->worker;
  gboolean second = hand == &worker->hands[1];

  if (!is_at_work (worker))
    g_cond_broadcast (&worker->cond); /* for who is in a hurry */
  while (!worker->quit && !(second && worker->modest) && worker->next >= worker->wanted->len)
    g_cond_wait (&worker->cond, &worker->mutex);
  if (worker->quit || (second && worker->modest))
    return FALSE;
  hand->current = g_array_index (worker->wanted, QgTileWant, worker->next++);
  qg_picture_ref (hand->current.picture);
  hand->cancellable = g_cancellable_new ();
  return TRUE;
}

/* With the mutex held. */
static void
hand_over (Hand *hand, cairo_surface_t *surface)
{
  QgTileWorker *worker = hand->worker;
  DoneTile *tile = g_new (DoneTile, 1);

  tile->want = hand->current;
  qg_picture_ref (tile->want.picture);
  tile->surface = surface;
  g_ptr_array_add (worker->done, tile);
  worker->n_drawn++;
  if (worker->idle == 0 && !worker->quit)
    worker->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, deliver_cb, worker, NULL);
}

static gpointer
worker_thread (gpointer data)
{
  Hand *hand = data;
  QgTileWorker *worker = hand->worker;
  gboolean modest = FALSE;

  g_mutex_lock (&worker->mutex);
  while (take_next (hand))
    {
      cairo_surface_t *surface;
      gboolean lower = worker->modest && !modest;

      g_mutex_unlock (&worker->mutex);
      if (lower)
        setpriority (PRIO_PROCESS, (id_t) gettid (), WORKER_NICE);
      modest |= lower;
      surface = qg_tile_draw (&hand->current, hand->cancellable);
      g_mutex_lock (&worker->mutex);
      if (surface != NULL)
        hand_over (hand, surface);
      g_clear_object (&hand->cancellable);
      g_clear_pointer (&hand->current.picture, qg_picture_unref);
    }
  g_mutex_unlock (&worker->mutex);
  return NULL;
}

static void
want_clear (gpointer data)
{
  QgTileWant *want = data;

  qg_picture_unref (want->picture);
}

QgTileWorker *
qg_tile_worker_new (QgTileFunc func, gpointer user_data)
{
  QgTileWorker *worker = g_new0 (QgTileWorker, 1);

  worker->func = func;
  worker->user_data = user_data;
  g_mutex_init (&worker->mutex);
  g_cond_init (&worker->cond);
  worker->wanted = g_array_new (FALSE, FALSE, sizeof (QgTileWant));
  g_array_set_clear_func (worker->wanted, want_clear);
  worker->done = g_ptr_array_new_with_free_func (done_tile_free);
  for (guint i = 0; i < G_N_ELEMENTS (worker->hands); i++)
    worker->hands[i].worker = worker;
  worker->hands[0].thread = g_thread_new ("tiles", worker_thread, &worker->hands[0]);
  return worker;
}

void
qg_tile_worker_free (QgTileWorker *worker)
{
  g_mutex_lock (&worker->mutex);
  worker->quit = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (worker->hands); i++)
    if (worker->hands[i].cancellable != NULL)
      g_cancellable_cancel (worker->hands[i].cancellable);
  g_cond_broadcast (&worker->cond);
  g_mutex_unlock (&worker->mutex);
  for (guint i = 0; i < G_N_ELEMENTS (worker->hands); i++)
    if (worker->hands[i].thread != NULL)
      g_thread_join (worker->hands[i].thread);
  g_clear_handle_id (&worker->idle, g_source_remove);
  g_array_unref (worker->wanted);
  g_ptr_array_unref (worker->done);
  g_mutex_clear (&worker->mutex);
  g_cond_clear (&worker->cond);
  g_free (worker);
}

static gboolean
same_tile (const QgTileWant *a, const QgTileWant *b)
{
  return a->picture == b->picture && a->key.scale == b->key.scale && a->key.x == b->key.x &&
         a->key.y == b->key.y;
}

static gboolean
is_done (QgTileWorker *worker, const QgTileWant *want)
{
  for (guint i = 0; i < worker->done->len; i++)
    {
      const DoneTile *tile = g_ptr_array_index (worker->done, i);

      if (same_tile (&tile->want, want))
        return TRUE;
    }
  return FALSE;
}

/* With the mutex held. What is drawn now and is no longer wanted is stopped; what is wanted and drawn now is
 * taken off @wants. */
static void
keep_hand (Hand *hand, GArray *wants)
{
  /* What was stopped before comes to nothing, also where it is wanted again by now. */
  if (hand->cancellable == NULL || g_cancellable_is_cancelled (hand->cancellable))
    return;
  for (guint i = 0; i < wants->len; i++)
    if (same_tile (&g_array_index (wants, QgTileWant, i), &hand->current))
      {
        g_array_remove_index (wants, i);
        return;
      }
  g_cancellable_cancel (hand->cancellable);
}

/* With the mutex held. */
static void
begin_second (QgTileWorker *worker)
{
  Hand *hand = &worker->hands[1];
  const QgTileWant *want = (const QgTileWant *) (gconstpointer) worker->wanted->data;

  if (hand->thread != NULL || worker->modest || worker->wanted->len < 2 || g_get_num_processors () < 2 ||
      qg_part_get_entities (qg_scene_get_part (want->picture->scene)).n < LARGE)
    return;
  hand->thread = g_thread_new ("tiles-2", worker_thread, hand);
}

void
qg_tile_worker_set_wanted (QgTileWorker *worker, const GArray *wants)
{
  g_autoptr (GArray) left = g_array_copy ((GArray *) wants);

  g_mutex_lock (&worker->mutex);
  if (wants->len == 0 && !is_at_work (worker))
    {
      g_mutex_unlock (&worker->mutex);
      return;
    }
  g_array_set_size (worker->wanted, 0);
  worker->next = 0;
  for (guint i = 0; i < G_N_ELEMENTS (worker->hands); i++)
    keep_hand (&worker->hands[i], left);
  for (guint i = 0; i < left->len; i++)
    {
      QgTileWant want = g_array_index (left, QgTileWant, i);

      if (!is_done (worker, &want))
        {
          qg_picture_ref (want.picture);
          g_array_append_val (worker->wanted, want);
        }
    }
  if (worker->wanted->len > 0)
    g_cond_broadcast (&worker->cond);
  begin_second (worker);
  g_mutex_unlock (&worker->mutex);
}

void
qg_tile_worker_step_back (QgTileWorker *worker)
{
  g_mutex_lock (&worker->mutex);
  worker->modest = TRUE;
  g_cond_broadcast (&worker->cond);
  g_mutex_unlock (&worker->mutex);
}

guint
qg_tile_worker_get_n_drawn (QgTileWorker *worker)
{
  guint n;

  g_mutex_lock (&worker->mutex);
  n = worker->n_drawn;
  g_mutex_unlock (&worker->mutex);
  return n;
}
