/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Names above what is lit, where the picture is seen from far. */

#include "qg-lit-names.h"
#include "qg-scene-private.h"
#include "sample-map.h"

static QgPaintOptions
make_options (SceneFixture *f, double scale)
{
  return (QgPaintOptions){ .theme = qg_theme_get (QG_THEME_LIGHT),
                           .area = qg_scene_get_bounds (f->scene),
                           .scale = scale };
}

/* The nodes that a relation ties to @node, each once. */
static GArray *
new_neighbours (SceneFixture *f, guint node)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < f->sample.request->n_nodes; i++)
    {
      gboolean tied = FALSE;

      for (guint e = 0; e < f->sample.request->n_edges; e++)
        tied = tied || (f->sample.request->edges[e].from == node && f->sample.request->edges[e].to == i) ||
               (f->sample.request->edges[e].to == node && f->sample.request->edges[e].from == i);
      if (tied && i != node)
        g_array_append_val (near, i);
    }
  return near;
}

static QgLitNames *
new_names (SceneFixture *f, guint node, const QgPaintOptions *options)
{
  g_autoptr (GArray) strong = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) plain = new_neighbours (f, node);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (strong, node);
  return qg_lit_names_new (f->scene, options, strong, plain, edges);
}

/* Whatever is selected has its name; no name lies on another, and what they cover makes room. */
static void
test_apart (SceneFixture *f, gconstpointer view)
{
  static const double scales[] = { 0.1, 0.16, 0.22, 0.29, 0.387, 0.43 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint node = 0; node < f->sample.request->n_nodes; node++)
      {
        const QgPaintOptions options = make_options (f, scales[s]);
        g_autoptr (QgLitNames) names = new_names (f, node, &options);
        g_autoptr (GArray) plain = new_neighbours (f, node);
        QgRect own, a, b;

        g_assert_true (qg_lit_names_fit (names, &options, FALSE));
        g_assert_true (qg_lit_names_get_rect (names, node, &own));
        g_array_append_val (plain, node);
        for (guint i = 0; i < plain->len; i++)
          for (guint j = 0; j < i; j++)
            if (qg_lit_names_get_rect (names, g_array_index (plain, guint, i), &a) &&
                qg_lit_names_get_rect (names, g_array_index (plain, guint, j), &b))
              g_assert_false (qg_rect_intersects (&a, &b));
      }
}

/* Where the picture has the name, the overlay has it too, at the same place. */
static void
test_same_place (SceneFixture *f, gconstpointer view)
{
  const QgPaintOptions options = make_options (f, 0.25);
  const GArray *far = qg_scene_get_far_names (f->scene, 0.25);

  g_assert_cmpuint (far->len, >, 2);
  for (guint i = 0; i < far->len; i++)
    {
      const QgFarName *name = &g_array_index (far, QgFarName, i);
      g_autoptr (QgLitNames) names = new_names (f, name->node, &options);
      QgRect rect;

      g_assert_true (qg_lit_names_get_rect (names, name->node, &rect));
      g_assert_cmpfloat (rect.x, ==, name->rect.x);
      g_assert_cmpfloat (rect.y, ==, name->rect.y);
    }
}

/* Boxes that have room for names need no others. */
static void
test_near (SceneFixture *f, gconstpointer view)
{
  const QgPaintOptions options = make_options (f, 0.5);
  g_autoptr (QgLitNames) names = new_names (f, 0, &options);
  QgRect rect;

  g_assert_false (qg_lit_names_get_rect (names, 0, &rect));
  g_assert_cmpuint (qg_lit_names_get_covered (names)->len, ==, 0);
}

/* Which pixels of @rect have the colour of letters, with the strong box and the name painted in this order.
 */
static guint
count_ink (SceneFixture *f, guint node, double scale)
{
  const QgPaintOptions options = make_options (f, scale);
  const QgKind *kind = qg_map_get_kind (f->map, qg_scene_get_entity (f->scene, node)->kind);
  QgColor ink = qg_theme_get_node_colors (options.theme, kind).ink >> 8;
  g_autoptr (QgLitNames) names = new_names (f, node, &options);
  int width = (int) (options.area.width * scale) + 1, height = (int) (options.area.height * scale) + 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (QgBackend) backend = NULL;
  guint n = 0;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -options.area.x, -options.area.y);
  backend = qg_backend_new_cairo (cr);
  g_assert_true (qg_painter_paint (f->scene, backend, &options, NULL));
  qg_painter_paint_node (f->scene, backend, &options, node, QG_EMPHASIS_STRONG);
  qg_lit_names_paint (names, backend, &options, 0.38);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                                         y * cairo_image_surface_get_stride (surface));
      QgRect rect;

      g_assert_true (qg_lit_names_get_rect (names, node, &rect));
      for (int x = 0; x < width; x++)
        if (qg_rect_contains (&rect, options.area.x + x / scale, options.area.y + y / scale))
          for (guint shift = 0, near = 0; shift < 24; shift += 8)
            {
              near += ABS ((int) ((row[x] >> shift) & 0xff) - (int) ((ink >> shift) & 0xff)) < 48;
              n += near == 3;
            }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

/* The box is not painted over the letters. */
static void
test_readable (SceneFixture *f, gconstpointer view)
{
  for (guint node = 0; node < f->sample.request->n_nodes; node++)
    g_assert_cmpuint (count_ink (f, node, 0.22), >, 5);
}

/* While the zoom moves the names of its step stay, and what would show others ends them. */
static void
test_moving (SceneFixture *f, gconstpointer view)
{
  const QgPaintOptions options = make_options (f, 0.25), near = make_options (f, 0.251),
                       far = make_options (f, 0.3), other = make_options (f, 0.45);
  g_autoptr (QgLitNames) names = new_names (f, 0, &options);

  g_assert_true (qg_lit_names_fit (names, &near, TRUE));
  g_assert_false (qg_lit_names_fit (names, &near, FALSE));
  g_assert_false (qg_lit_names_fit (names, &far, TRUE));
  g_assert_false (qg_lit_names_fit (names, &other, TRUE));
}

/* However much is lit, names are there within a frame or two; the watchdog waits ten times as long, and the
 * sanitizers, too. */
static void
test_many (void)
{
  enum
  {
    N = 30000
  };
  static const double scales[] = { 0.02, 0.1, 0.3, 0.42, 0.45 };
  g_autoptr (QgMap) map = sample_map_new_large (N);
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  sample_init_provisional (&sample, map);
  scene = sample_new_scene (&sample, QG_LANG_EN, NULL);
  for (guint i = 0; i < N; i++)
    g_array_append_val (nodes, i);
  for (guint i = 0; i < 600; i++)
    g_array_append_val (edges, i);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (guint pass = 0; pass < 2; pass++)
      {
        const QgPaintOptions options = { .theme = qg_theme_get (QG_THEME_LIGHT),
                                         .area = qg_scene_get_bounds (scene),
                                         .scale = scales[i] };
        g_autoptr (QgLitNames) names = NULL;
        gint64 begin;

        /* What the picture needs for itself. */
        qg_scene_get_far_names (scene, scales[i]);
        begin = g_get_monotonic_time ();
        names = qg_lit_names_new (scene, &options, nodes, nodes, edges);
        g_test_message ("scale %g: %.1f ms", scales[i], (double) (g_get_monotonic_time () - begin) / 1000);
        g_assert_cmpint (g_get_monotonic_time () - begin, <, 1000 * 1000);
      }
  sample_clear (&sample);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/lit-names/many", test_many);
  for (guint view = 0; view < 3; view++)
    {
      g_autofree char *apart = g_strdup_printf ("/picture/lit-names/%u/apart", view);
      g_autofree char *same = g_strdup_printf ("/picture/lit-names/%u/same-place", view);
      g_autofree char *moving = g_strdup_printf ("/picture/lit-names/%u/moving", view);
      g_autofree char *near = g_strdup_printf ("/picture/lit-names/%u/near", view);
      g_autofree char *readable = g_strdup_printf ("/picture/lit-names/%u/readable", view);

      g_test_add (apart, SceneFixture, GUINT_TO_POINTER (view), scene_fixture_set_up, test_apart,
                  scene_fixture_tear_down);
      g_test_add (same, SceneFixture, GUINT_TO_POINTER (view), scene_fixture_set_up, test_same_place,
                  scene_fixture_tear_down);
      g_test_add (moving, SceneFixture, GUINT_TO_POINTER (view), scene_fixture_set_up, test_moving,
                  scene_fixture_tear_down);
      g_test_add (near, SceneFixture, GUINT_TO_POINTER (view), scene_fixture_set_up, test_near,
                  scene_fixture_tear_down);
      g_test_add (readable, SceneFixture, GUINT_TO_POINTER (view), scene_fixture_set_up, test_readable,
                  scene_fixture_tear_down);
    }
  return g_test_run ();
}
