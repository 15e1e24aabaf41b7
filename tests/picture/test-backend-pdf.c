/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is held back and written together in a PDF looks as if it had been drawn one after the other: both
 * ways are drawn on pixels here. */

#include "paint.h"
#include "sample-map.h"

#include <cairo-pdf.h>
#include <string.h>

#include "qg-backend-cairo-private.h"
#include "qg-layers.h"

#define SIDE 240
#define SCALE 2

static const QgColor colors[] = { 0x204060ff, 0xffffffff, 0xe08020ff, 0x208040ff };

static QgColor
any_color (GRand *rand)
{
  return colors[g_rand_int_range (rand, 0, G_N_ELEMENTS (colors))];
}

static QgPoint
any_point (GRand *rand)
{
  return (QgPoint){ g_rand_double_range (rand, -10, SIDE + 10), g_rand_double_range (rand, -10, SIDE + 10) };
}

static void
draw_line (QgBackend *backend, GRand *rand)
{
  static const double dashes[] = { 6, 4 };
  gboolean dashed = g_rand_boolean (rand);
  const QgStroke stroke = { any_color (rand), g_rand_boolean (rand) ? 5 : 1.3, dashed ? dashes : NULL,
                            dashed ? 2 : 0 };
  QgPoint a = any_point (rand), b = any_point (rand);
  g_auto (QgPath) path = QG_PATH_INIT;

  qg_path_move (&path, a.x, a.y);
  qg_path_curve (&path, any_point (rand), any_point (rand), b);
  if (g_rand_boolean (rand))
    qg_path_line (&path, b.x + 20, b.y - 30);
  qg_backend_stroke (backend, &path, &stroke);
}

static void
draw_shape (QgBackend *backend, GRand *rand)
{
  QgPoint at = any_point (rand);
  QgRect rect = { at.x, at.y, g_rand_double_range (rand, 10, 60), g_rand_double_range (rand, 10, 40) };
  g_auto (QgPath) path = QG_PATH_INIT;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      draw_line (backend, rand);
      break;
    case 1:
      qg_path_add_svg (&path, "M8 1.2L15.4 8.2H13.4V14.8H9.8V10H6.2V14.8H2.6V8.2H0.6Z M4 4H12V12H4Z", at.x,
                       at.y, 3);
      qg_backend_fill (backend, &path, any_color (rand));
      break;
    case 2:
      qg_backend_rect (backend, &rect, g_rand_boolean (rand) ? 4 : 20, any_color (rand), 0, 0);
      break;
    case 3:
      qg_backend_rect (backend, &rect, g_rand_boolean (rand) ? 4 : 0, any_color (rand), any_color (rand),
                       1.5);
      break;
    default:
      qg_backend_text (backend, (QgFont){ QG_FACE_BOLD, g_rand_boolean (rand) ? 14 : 20 }, at.x, at.y,
                       QG_ANCHOR_MIDDLE, g_rand_boolean (rand) ? "мәслихат" : "құқық", any_color (rand));
    }
}

typedef QgBackend *(*NewBackend) (cairo_t *cr);

static cairo_surface_t *
draw_shapes (NewBackend new_backend, guint32 seed)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE * SCALE, SIDE * SCALE);
  cairo_t *cr = cairo_create (surface);
  QgBackend *backend = new_backend (cr);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  qg_backend_push (backend, 0, 0, SCALE);
  for (guint i = 0; i < 150; i++)
    {
      draw_shape (backend, rand);
      if (i == 70)
        qg_backend_rect (backend, &(QgRect){ 20, 20, 150, 150 }, 3, 0x80000060, 0, 0);
      if (i == 100)
        qg_backend_push_clip (backend, &(QgRect){ 10, 10, 170, 120 });
      if (i == 120)
        qg_backend_pop_clip (backend);
      if (i == 130)
        qg_backend_push (backend, 30, 30, 0.5);
      if (i == 140)
        qg_backend_pop (backend);
    }
  qg_backend_pop (backend);
  draw_shape (backend, rand);
  qg_backend_free (backend);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Shapes that overlap in every way: what was drawn above stays above. */
static void
test_order (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      cairo_surface_t *plain = draw_shapes (qg_backend_new_plain, seed);
      cairo_surface_t *grouped = draw_shapes (qg_backend_new_pdf, seed);
      double differs = paint_compare (plain, grouped, 100, NULL);

      g_test_message ("seed %u: %g", seed, differs);
      g_assert_cmpfloat (differs, <, 0.0002);
      cairo_surface_destroy (plain);
      cairo_surface_destroy (grouped);
    }
}

static cairo_surface_t *
draw_scene (const QgScene *scene, NewBackend new_backend, QgThemeId theme)
{
  QgRect area = qg_scene_get_bounds (scene);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) area.width * SCALE, (int) area.height * SCALE);
  cairo_t *cr = cairo_create (surface);
  QgBackend *backend = new_backend (cr);
  const QgPaintOptions options = { .theme = qg_theme_get (theme), .area = area };

  qg_backend_push (backend, -area.x * SCALE, -area.y * SCALE, SCALE);
  g_assert_true (qg_painter_paint (scene, backend, &options, NULL));
  qg_backend_pop (backend);
  qg_backend_free (backend);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_map (void)
{
  g_autoptr (QgMap) map = sample_map_new ();

  for (guint view = 0; view < 2; view++)
    for (guint theme = 0; theme < QG_N_THEMES; theme++)
      {
        Sample sample;
        g_autoptr (QgScene) scene = NULL;
        cairo_surface_t *plain, *grouped;

        sample_init (&sample, map, view, NULL);
        scene = sample_new_scene (&sample, QG_LANG_KK, QG_LANG_RU);
        plain = draw_scene (scene, qg_backend_new_plain, theme);
        grouped = draw_scene (scene, qg_backend_new_pdf, theme);
        g_assert_cmpfloat (paint_compare (plain, grouped, 60, NULL), <, 0.0005);
        cairo_surface_destroy (plain);
        cairo_surface_destroy (grouped);
        sample_clear (&sample);
      }
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* The bytes of a PDF of a hundred boxes, symbols and words, each apart from the other. */
static gsize
measure_pdf (NewBackend new_backend)
{
  gsize length = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, &length, 1000, 1000);
  cairo_t *cr = cairo_create (surface);
  QgBackend *backend = new_backend (cr);
  g_auto (QgPath) path = QG_PATH_INIT;

  qg_backend_push (backend, 0, 0, 1);
  for (guint i = 0; i < 400; i++)
    {
      double x = i % 20 * 50 + i * 0.013, y = i / 20 * 50 + i * 0.017;

      qg_backend_rect (backend, &(QgRect){ x, y, 40, 30 }, 4, 0xffeeddff, 0, 0);
      qg_path_clear (&path);
      qg_path_add_svg (&path, "M8 1L15 8L8 15L1 8Z", x + 4, y + 4, 1);
      qg_backend_fill (backend, &path, 0x204060ff);
      qg_backend_text (backend, (QgFont){ QG_FACE_REGULAR, 7 }, x + 5, y + 25, QG_ANCHOR_START, "құқық",
                       0x102030ff);
    }
  qg_backend_pop (backend);
  qg_backend_free (backend);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return length;
}

/* What it is for: fewer numbers. */
static void
test_size (void)
{
  gsize plain = measure_pdf (qg_backend_new_plain), grouped = measure_pdf (qg_backend_new_pdf);

  g_test_message ("%" G_GSIZE_FORMAT " bytes, together %" G_GSIZE_FORMAT, plain, grouped);
  g_assert_cmpuint (10 * grouped, <, 7 * plain);
}

static cairo_status_t
collect_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a link leads to is an address in the file and nothing else. */
static void
test_link (void)
{
  static const char written[] = "/URI (https://example.org/%29/S/JavaScript/JS%28%5C%27%D2%9A%29)\n";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, 100, 100);
  cairo_t *cr = cairo_create (surface);
  QgBackend *backend = qg_backend_new_pdf (cr);

  qg_backend_begin_item (backend, NULL, NULL, "https://example.org/)/S/JavaScript/JS(\\'Қ)");
  qg_backend_rect (backend, &(QgRect){ 10, 10, 40, 30 }, 4, colors[0], 0, 0);
  qg_backend_end_item (backend);
  qg_backend_free (backend);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_nonnull (memmem (bytes->data, bytes->len, written, strlen (written)));
}

static void
test_layers (void)
{
  g_autoptr (QgLayers) layers = qg_layers_new (&(QgRect){ -50, -50, 200, 200 });
  const QgRect a = { 0, 0, 40, 40 }, b = { 20, 20, 40, 40 }, apart = { 100, 100, 20, 20 };
  const QgRect outside = { 1000, -1000, 10, 10 };

  g_assert_cmpuint (qg_layers_find (layers, &a, 1, colors[0], FALSE), ==, 0);
  qg_layers_mark (layers, &a, 1, colors[0], 0);
  /* Of the same colour: the order is all the same, unless they must not touch. */
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[0], FALSE), ==, 0);
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[0], TRUE), ==, 1);
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[1], FALSE), ==, 1);
  g_assert_cmpuint (qg_layers_find (layers, &apart, 1, colors[1], FALSE), ==, 0);
  qg_layers_mark (layers, &b, 1, colors[1], 4);
  /* Above the other colour, not above its own. */
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[0], FALSE), ==, 5);
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[1], FALSE), ==, 1);
  qg_layers_mark (layers, &b, 1, colors[0], 6);
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[0], FALSE), ==, 5);
  g_assert_cmpuint (qg_layers_find (layers, &b, 1, colors[1], FALSE), ==, 7);
  qg_layers_mark (layers, &outside, 1, colors[2], 2);
  g_assert_cmpuint (qg_layers_find (layers, &outside, 1, colors[1], FALSE), ==, 3);
  qg_layers_clear (layers);
  g_assert_cmpuint (qg_layers_find (layers, &a, 1, colors[1], TRUE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/layers", test_layers);
  g_test_add_func ("/picture/pdf/order", test_order);
  g_test_add_func ("/picture/pdf/map", test_map);
  g_test_add_func ("/picture/pdf/size", test_size);
  g_test_add_func ("/picture/pdf/link", test_link);
  return g_test_run ();
}
