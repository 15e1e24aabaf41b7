/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pictures against pictures. First pairs: two ways of painting the same thing, which survive other versions
 * of fonts and libraries. Then references in tests/picture/references, which a slight difference of type may
 * not fail; QG_UPDATE_REFERENCES=1 writes them anew (look at them!),
 * QG_UPDATE_REFERENCES=layouts the places under them first. */

#include "paint.h"
#include "sample-map.h"

#include <math.h>
#include <string.h>

#define TILE 128

static void
write_difference (const char *name, char *file, gsize size)
{
  const char *build = g_getenv ("G_TEST_BUILDDIR");

  g_snprintf (file, size, "%s/picture-%s-difference.png", build != NULL ? build : g_get_tmp_dir (), name);
}

static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b, guint slack, double share, const char *name)
{
  char file[1024];
  double differs;

  write_difference (name, file, sizeof file);
  differs = paint_compare (a, b, slack, file);
  g_test_message ("%s: %g of the pixels differ (%s)", name, differs, file);
  g_assert_cmpfloat (differs, <=, share);
}

/* The same picture as paint_scene(), tile by tile. */
static cairo_surface_t *
paint_tiles (const QgScene *scene, QgThemeId theme, double scale)
{
  QgRect bounds = qg_scene_get_bounds (scene), area = qg_rect_grow (&bounds, 12);
  int width = (int) ceil (area.width * scale), height = (int) ceil (area.height * scale);
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *to = cairo_create (whole);

  for (int y = 0; y < height; y += TILE)
    for (int x = 0; x < width; x += TILE)
      {
        cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE, TILE);
        cairo_t *cr = cairo_create (tile);
        QgPaintOptions options = { .theme = qg_theme_get (theme), .scale = scale };
        g_autoptr (QgBackend) backend = qg_backend_new_cairo (cr);

        options.area = (QgRect){ area.x + x / scale, area.y + y / scale, TILE / scale, TILE / scale };
        cairo_translate (cr, -x, -y);
        cairo_scale (cr, scale, scale);
        cairo_translate (cr, -area.x, -area.y);
        g_assert_true (qg_painter_paint (scene, backend, &options, NULL));
        cairo_destroy (cr);
        cairo_set_source_surface (to, tile, x, y);
        cairo_paint (to);
        cairo_surface_destroy (tile);
      }
  cairo_destroy (to);
  cairo_surface_flush (whole);
  return whole;
}

static void
test_tiles (void)
{
  static const double scales[] = { 2, 1, 0.5, 0.25, 0.125 };
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;
  g_autoptr (QgScene) scene = NULL;

  sample_init (&sample, map, 0, NULL);
  scene = sample_new_scene (&sample, QG_LANG_KK, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *whole = paint_scene (scene, QG_THEME_LIGHT, scales[i], FALSE, (QgEmphases){ 0 });
      cairo_surface_t *tiles = paint_tiles (scene, QG_THEME_LIGHT, scales[i]);
      g_autofree char *name = g_strdup_printf ("tiles-%g", scales[i]);

      assert_alike (whole, tiles, 24, 0.0005, name);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (tiles);
    }
  sample_clear (&sample);
}

/* Hairs written into the pixels look like cairo's. */
static void
test_hairs (void)
{
  static const QgPoint points[] = {
    { 5, 5 },   { 95, 40 }, { 5, 90 },  { 60, 3 },   { 10, 50 },  { 90, 50 },
    { 50, 10 }, { 50, 90 }, { -20, 5 }, { 130, 99 }, { 70.3, 8 }, { 20.7, 95 }
  };
  cairo_surface_t *own = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (own), *ground;
  g_autoptr (QgBackend) backend = qg_backend_new_cairo (cr);
  double own_ink = 0, other_ink = 0;

  qg_backend_hairlines (backend, points, G_N_ELEMENTS (points), 0x204060ff);
  ground = cairo_create (other);
  cairo_set_source_rgb (ground, 0x20 / 255.0, 0x40 / 255.0, 0x60 / 255.0);
  cairo_set_line_width (ground, 1);
  for (guint i = 0; i < G_N_ELEMENTS (points); i += 2)
    {
      cairo_move_to (ground, points[i].x, points[i].y);
      cairo_line_to (ground, points[i + 1].x, points[i + 1].y);
      cairo_stroke (ground);
    }
  cairo_surface_flush (own);
  cairo_surface_flush (other);
  for (guint i = 0; i < 100 * 100; i++)
    {
      own_ink += cairo_image_surface_get_data (own)[4 * i + 3];
      other_ink += cairo_image_surface_get_data (other)[4 * i + 3];
    }
  /* Wu's lines are thinner by the cosine of their angle, and so up to 30 % paler. */
  g_assert_cmpfloat (own_ink, >, 0.7 * other_ink);
  g_assert_cmpfloat (own_ink, <, 1.05 * other_ink);
  assert_alike (own, other, 150, 0.01, "hairs");
  cairo_destroy (cr);
  cairo_destroy (ground);
  cairo_surface_destroy (own);
  cairo_surface_destroy (other);
}

/* Hidden things are gone, dimmed ones are paler, and a trunk stays as long as one of its ways does. */
static void
test_emphases (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  guint8 nodes[20], edges[22];
  cairo_surface_t *empty, *hidden, *normal, *dim;
  int width, height;
  cairo_t *cr;

  sample_init (&sample, map, 2, NULL);
  scene = sample_new_scene (&sample, QG_LANG_KK, NULL);
  memset (nodes, QG_EMPHASIS_HIDDEN, sizeof nodes);
  memset (edges, QG_EMPHASIS_HIDDEN, sizeof edges);
  hidden = paint_scene (scene, QG_THEME_LIGHT, 0.5, FALSE, (QgEmphases){ nodes, edges });
  width = cairo_image_surface_get_width (hidden);
  height = cairo_image_surface_get_height (hidden);
  empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (empty);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (empty);
  assert_alike (hidden, empty, 0, 0.01, "hidden");
  normal = paint_scene (scene, QG_THEME_LIGHT, 0.5, FALSE, (QgEmphases){ 0 });
  g_assert_cmpfloat (paint_compare (normal, empty, 60, NULL), >, 0.02);
  memset (nodes, QG_EMPHASIS_DIM, sizeof nodes);
  memset (edges, QG_EMPHASIS_DIM, sizeof edges);
  dim = paint_scene (scene, QG_THEME_LIGHT, 0.5, FALSE, (QgEmphases){ nodes, edges });
  g_assert_cmpfloat (paint_compare (dim, empty, 60, NULL), <, 0.7 * paint_compare (normal, empty, 60, NULL));
  cairo_surface_destroy (empty);
  cairo_surface_destroy (hidden);
  cairo_surface_destroy (normal);
  cairo_surface_destroy (dim);
  sample_clear (&sample);
}

/* From far, where no box has room for text, the important names are still there, inside the picture, and a
 * hidden entity's is not. */
static void
test_far (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  guint8 nodes[20] = { 0 };
  cairo_surface_t *all, *without, *boxes;

  sample_init_fixed (&sample, map, 2, FALSE);
  scene = sample_new_scene (&sample, QG_LANG_KK, NULL);
  all = paint_scene (scene, QG_THEME_LIGHT, 0.25, FALSE, (QgEmphases){ 0 });
  nodes[0] = QG_EMPHASIS_HIDDEN;
  without = paint_scene (scene, QG_THEME_LIGHT, 0.25, FALSE, (QgEmphases){ nodes, NULL });
  memset (nodes, QG_EMPHASIS_DIM, sizeof nodes);
  boxes = paint_scene (scene, QG_THEME_LIGHT, 0.25, FALSE, (QgEmphases){ nodes, NULL });
  g_assert_cmpfloat (paint_compare (all, without, 60, NULL), >, 0.002);
  g_assert_cmpfloat (paint_compare (all, without, 60, NULL), <, 0.05);
  /* Names step back with their boxes. */
  g_assert_cmpfloat (paint_compare (all, boxes, 60, NULL), >, 0.05);
  cairo_surface_destroy (all);
  cairo_surface_destroy (without);
  cairo_surface_destroy (boxes);
  sample_clear (&sample);
}

/* A picture of the whole scene on a screen of @density device pixels for a logical one, shrunk to logical
 * ones. */
static cairo_surface_t *
paint_dense (const QgScene *scene, double scale, double density, double shrunk)
{
  QgRect bounds = qg_scene_get_bounds (scene), area = qg_rect_grow (&bounds, 12);
  cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (area.width * scale),
                                                       (int) (area.height * scale));
  cairo_surface_t *small = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) (area.width * scale / shrunk), (int) (area.height * scale / shrunk));
  cairo_t *cr = cairo_create (large), *to = cairo_create (small);
  g_autoptr (QgBackend) backend = qg_backend_new_cairo (cr);
  const QgPaintOptions options = {
    .theme = qg_theme_get (QG_THEME_LIGHT), .area = area, .scale = scale, .density = density
  };

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  g_assert_true (qg_painter_paint (scene, backend, &options, NULL));
  cairo_scale (to, 1 / shrunk, 1 / shrunk);
  cairo_set_source_surface (to, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (to), CAIRO_FILTER_GOOD);
  cairo_paint (to);
  cairo_destroy (to);
  cairo_destroy (cr);
  cairo_surface_destroy (large);
  cairo_surface_flush (small);
  return small;
}

/* A screen with twice the pixels shows the same, only sharper: the same names, as large to the eye. */
static void
test_density (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  cairo_surface_t *usual, *dense, *naive;
  double alike, unlike;

  sample_init_fixed (&sample, map, 2, FALSE);
  scene = sample_new_scene (&sample, QG_LANG_KK, NULL);
  usual = paint_dense (scene, 0.3, 1, 1);
  dense = paint_dense (scene, 0.6, 2, 2);
  naive = paint_dense (scene, 0.6, 1, 2);
  alike = paint_compare (usual, dense, 60, NULL);
  unlike = paint_compare (usual, naive, 60, NULL);
  g_assert_cmpfloat (unlike, >, 0.05);
  g_assert_cmpfloat (alike, <, unlike / 2);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (dense);
  cairo_surface_destroy (naive);
  sample_clear (&sample);
}

/* The average of squares of 4 × 4 pixels: what is left when type and edges are slightly different. */
static cairo_surface_t *
shrink (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface) / 4,
      height = cairo_image_surface_get_height (surface) / 4;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, 0.25, 0.25);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  return small;
}

typedef struct
{
  const char *name;
  guint view;
  const char *lang;
  QgThemeId theme;
  double scale;
} Reference;

static const Reference references[] = {
  { "groups-kk-light", 0, "kk", QG_THEME_LIGHT, 1 },
  { "groups-ru-dark", 0, "ru", QG_THEME_DARK, 1 },
  { "plain-en-print", 2, "en", QG_THEME_PRINT, 1 },
  { "plain-kk-far", 2, "kk", QG_THEME_LIGHT, 0.25 },
  { "plain-kk-latn", 2, "kk-Latn", QG_THEME_LIGHT, 1 },
  { "plain-ru-contrast", 2, "ru", QG_THEME_DARK_CONTRAST, 1 },
};

static void
test_reference (gconstpointer data)
{
  const Reference *reference = data;
  gboolean update = g_getenv ("QG_UPDATE_REFERENCES") != NULL;
  g_autoptr (QgMap) map = sample_map_new ();
  g_autofree char *name = g_strconcat (reference->name, ".png", NULL);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "picture", "references", name, NULL);
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  cairo_surface_t *picture, *wanted, *small, *small_wanted, *flat;
  cairo_t *cr;

  sample_init_fixed (&sample, map, reference->view,
                     g_strcmp0 (g_getenv ("QG_UPDATE_REFERENCES"), "layouts") == 0);
  scene = sample_new_scene (&sample, qg_lang_intern (reference->lang), NULL);
  picture = paint_scene (scene, reference->theme, reference->scale, FALSE, (QgEmphases){ 0 });
  if (update)
    cairo_surface_write_to_png (picture, file);
  wanted = cairo_image_surface_create_from_png (file);
  g_assert_cmpint (cairo_surface_status (wanted), ==, CAIRO_STATUS_SUCCESS);
  /* A picture without transparency comes back in another format. */
  flat = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (wanted),
                                     cairo_image_surface_get_height (wanted));
  cr = cairo_create (flat);
  cairo_set_source_surface (cr, wanted, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  small = shrink (picture);
  small_wanted = shrink (flat);
  assert_alike (small, small_wanted, 40, 0.01, reference->name);
  cairo_surface_destroy (small);
  cairo_surface_destroy (small_wanted);
  cairo_surface_destroy (flat);
  cairo_surface_destroy (wanted);
  cairo_surface_destroy (picture);
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/tiles", test_tiles);
  g_test_add_func ("/pictures/hairs", test_hairs);
  g_test_add_func ("/pictures/emphases", test_emphases);
  g_test_add_func ("/pictures/far", test_far);
  g_test_add_func ("/pictures/density", test_density);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_strconcat ("/pictures/reference/", references[i].name, NULL);

      g_test_add_data_func (path, &references[i], test_reference);
    }
  return g_test_run ();
}
