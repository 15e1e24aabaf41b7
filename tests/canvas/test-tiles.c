/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Tiles without a display: what is put together from them is what the painter draws at once. */

#include "qg-tile-layer.h"
#include "sample-map.h"

#define UNIT (96.0 / 72.0)

typedef struct
{
  QgExplorer *explorer;
  QgPicture *picture;
  QgTileLayer *layer;
  QgRect bounds;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgMap) map = sample_map_new ("m", FALSE);

  f->explorer = qg_explorer_new (layouter);
  qg_explorer_set_map (f->explorer, map);
  sample_wait (f->explorer);
  f->picture =
      qg_picture_new (qg_explorer_get_scene (f->explorer), (QgEmphases){ NULL, NULL }, QG_THEME_LIGHT, 1);
  f->layer = qg_tile_layer_new (f->picture, UNIT);
  f->bounds = qg_scene_get_bounds (f->picture->scene);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  qg_tile_layer_free (f->layer);
  qg_picture_unref (f->picture);
  g_object_unref (f->explorer);
}

static QgTileView
make_view (Fixture *f, double scale)
{
  return (QgTileView){ f->bounds.x, f->bounds.y, scale, 600, 500, FALSE };
}

/* Draws all that @view wants; returns how many that were. */
static guint
fill (Fixture *f, const QgTileView *view)
{
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (QgTileWant));

  qg_tile_layer_want (f->layer, view, 0, wants);
  for (guint i = 0; i < wants->len; i++)
    {
      cairo_surface_t *surface = qg_tile_draw (&g_array_index (wants, QgTileWant, i), NULL);

      qg_tile_layer_add (f->layer, &g_array_index (wants, QgTileWant, i), surface);
      cairo_surface_destroy (surface);
    }
  return wants->len;
}

static cairo_surface_t *
compose (Fixture *f, const QgTileView *view, QgTileCount *count)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, view->width, view->height);
  cairo_t *cr = cairo_create (surface);

  *count = (QgTileCount){ 0 };
  qg_tile_layer_draw (f->layer, cr, view, count);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
paint_at_once (Fixture *f, const QgTileView *view)
{
  const QgRect area = { view->x, view->y, view->width / view->scale, view->height / view->scale };
  const QgPaintOptions options = qg_picture_get_options (f->picture, view->scale, &area);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, view->width, view->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (QgBackend) backend = NULL;

  cairo_translate (cr, -round (view->x * view->scale), -round (view->y * view->scale));
  cairo_scale (cr, view->scale, view->scale);
  backend = qg_backend_new_cairo (cr);
  g_assert_true (qg_painter_paint (f->picture->scene, backend, &options, NULL));
  cairo_destroy (cr);
  return surface;
}

/* The share of pixels that differ by more than rounding. */
static double
differ (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a), n = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width * 4; x++)
      {
        const guint8 *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a) + x;
        const guint8 *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b) + x;

        n += x % 4 != 3 && ABS (*p - *q) > 24 ? 1 : 0;
      }
  return (double) n / (3.0 * width * height);
}

/* A first picture that is seen whole is there before its coarse level is. */
static void
test_first (Fixture *f, gconstpointer data)
{
  const QgTileView view = make_view (f, UNIT * 1.17);
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (QgTileWant));

  qg_tile_layer_want_seen (f->layer, &view, wants);
  g_assert_cmpuint (wants->len, >, 0);
  g_assert_false (qg_tile_layer_is_seen (f->layer, &view));
  for (guint i = 0; i < wants->len; i++)
    {
      const QgTileWant *want = &g_array_index (wants, QgTileWant, i);
      cairo_surface_t *surface = qg_tile_draw (want, NULL);

      g_assert_cmpfloat (want->key.scale, ==, view.scale);
      qg_tile_layer_add (f->layer, want, surface);
      cairo_surface_destroy (surface);
    }
  g_assert_true (qg_tile_layer_is_seen (f->layer, &view));
  g_assert_false (qg_tile_layer_is_sharp (f->layer, &view));
  g_assert_cmpuint (fill (f, &view), >, 0);
  g_assert_true (qg_tile_layer_is_sharp (f->layer, &view));
}

/* At a power of two and at any other scale: sharp, native, without seams. The sample is so small that its
 * whole is kept at UNIT; below that it has tiles of its own too, whose names can be read. */
static void
test_same_as_painter (Fixture *f, gconstpointer data)
{
  const double scales[] = { UNIT, UNIT * 2, UNIT * 1.17, UNIT * 1.9, UNIT * 0.25, UNIT * 0.19 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const QgTileView view = make_view (f, scales[i]);
      cairo_surface_t *tiles, *whole;
      QgTileCount count;

      fill (f, &view);
      g_assert_true (qg_tile_layer_is_sharp (f->layer, &view));
      tiles = compose (f, &view, &count);
      whole = paint_at_once (f, &view);
      g_assert_cmpuint (count.wrong_level + count.empty, ==, 0);
      g_assert_cmpuint (count.wanted, >, 0);
      g_test_message ("scale %.3f: %.5f of the pixels differ", scales[i], differ (tiles, whole));
      g_assert_cmpfloat (differ (tiles, whole), <, 0.001);
      cairo_surface_destroy (tiles);
      cairo_surface_destroy (whole);
    }
}

/* Before a sharp tile is there, others stand in: nothing is ever empty once the whole is known. */
static void
test_stand_in (Fixture *f, gconstpointer data)
{
  QgTileView view = make_view (f, UNIT / 16), near = make_view (f, UNIT * 2);
  cairo_surface_t *surface, *whole;
  QgTileCount count;

  surface = compose (f, &near, &count);
  g_assert_cmpuint (count.empty, ==, count.wanted);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (fill (f, &view), >, 0);
  g_assert_false (qg_tile_layer_is_sharp (f->layer, &near));
  surface = compose (f, &near, &count);
  whole = paint_at_once (f, &near);
  g_assert_cmpuint (count.empty, ==, 0);
  g_assert_cmpuint (count.wrong_level, ==, count.wanted);
  /* Coarse, but the same picture: far from blank. */
  g_assert_cmpfloat (differ (surface, whole), <, 0.25);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (whole);
}

static void
test_trim (Fixture *f, gconstpointer data)
{
  const QgTileView near = make_view (f, UNIT * 4), far = make_view (f, UNIT / 16);
  cairo_surface_t *surface;
  QgTileCount count;

  fill (f, &near);
  fill (f, &far);
  surface = compose (f, &far, &count);
  cairo_surface_destroy (surface);
  qg_tile_layer_trim (f->layer, 0);
  g_assert_cmpuint (qg_tile_layer_get_bytes (f->layer), >, 0);
  g_assert_true (qg_tile_layer_is_sharp (f->layer, &far));
  g_assert_false (qg_tile_layer_is_sharp (f->layer, &near));
}

typedef struct
{
  guint n;
  GMainLoop *loop;
} Delivered;

static void
delivered_cb (const QgTileWant *tile, cairo_surface_t *surface, gpointer data)
{
  Delivered *d = data;

  g_assert_nonnull (surface);
  if (--d->n == 0)
    g_main_loop_quit (d->loop);
}

/* The worker draws each wanted tile once, however often it is told. */
static void
test_worker (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (QgTileWant));
  const QgTileView view = make_view (f, UNIT);
  Delivered d = { 0, g_main_loop_new (NULL, FALSE) };
  QgTileWorker *worker = qg_tile_worker_new (delivered_cb, &d);

  qg_tile_layer_want (f->layer, &view, 0, wants);
  d.n = wants->len;
  for (guint i = 0; i < 50; i++)
    qg_tile_worker_set_wanted (worker, wants);
  g_main_loop_run (d.loop);
  g_assert_cmpuint (qg_tile_worker_get_n_drawn (worker), ==, wants->len);
  /* Wanted no more: ends at once, whatever it is at. */
  d.n = G_MAXUINT;
  qg_tile_worker_set_wanted (worker, wants);
  qg_tile_worker_free (worker);
  g_main_loop_unref (d.loop);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tiles/first", test_first);
  ADD ("/tiles/same-as-painter", test_same_as_painter);
  ADD ("/tiles/stand-in", test_stand_in);
  ADD ("/tiles/trim", test_trim);
  ADD ("/tiles/worker", test_worker);
  return g_test_run ();
}
