/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Names above what is lit, where the picture is seen from far. */

#include "qg-lit-names.h"
#include "qg-scene-private.h"
#include "sample-map.h"

typedef struct
{
  QgMap *map;
  Sample sample;
  QgScene *scene;
} Fixture;

static void
set_up (Fixture *f, gconstpointer view)
{
  f->map = sample_map_new ();
  sample_init (&f->sample, f->map, GPOINTER_TO_UINT (view), NULL);
  f->scene = sample_new_scene (&f->sample, QG_LANG_KK, NULL);
}

static void
tear_down (Fixture *f, gconstpointer view)
{
  qg_scene_unref (f->scene);
  sample_clear (&f->sample);
  qg_map_unref (f->map);
}

static QgPaintOptions
make_options (Fixture *f, double scale)
{
  return (QgPaintOptions){ .theme = qg_theme_get (QG_THEME_LIGHT),
                           .area = qg_scene_get_bounds (f->scene),
                           .scale = scale };
}

/* The nodes that a relation ties to @node, each once. */
static GArray *
new_neighbours (Fixture *f, guint node)
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
new_names (Fixture *f, guint node, const QgPaintOptions *options)
{
  g_autoptr (GArray) strong = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) plain = new_neighbours (f, node);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (strong, node);
  return qg_lit_names_new (f->scene, options, strong, plain, edges);
}

/* Whatever is selected has its name; no name lies on another, and what they cover makes room. */
static void
test_apart (Fixture *f, gconstpointer view)
{
  static const double scales[] = { 0.1, 0.16, 0.22, 0.29, 0.387, 0.43 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint node = 0; node < f->sample.request->n_nodes; node++)
      {
        const QgPaintOptions options = make_options (f, scales[s]);
        g_autoptr (QgLitNames) names = new_names (f, node, &options);
        g_autoptr (GArray) plain = new_neighbours (f, node);
        QgRect own, a, b;

        g_assert_true (qg_lit_names_fit (names, &options));
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
test_same_place (Fixture *f, gconstpointer view)
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
test_near (Fixture *f, gconstpointer view)
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
count_ink (Fixture *f, guint node, double scale)
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
test_readable (Fixture *f, gconstpointer view)
{
  for (guint node = 0; node < f->sample.request->n_nodes; node++)
    g_assert_cmpuint (count_ink (f, node, 0.22), >, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint view = 0; view < 3; view++)
    {
      g_autofree char *apart = g_strdup_printf ("/picture/lit-names/%u/apart", view);
      g_autofree char *same = g_strdup_printf ("/picture/lit-names/%u/same-place", view);
      g_autofree char *near = g_strdup_printf ("/picture/lit-names/%u/near", view);
      g_autofree char *readable = g_strdup_printf ("/picture/lit-names/%u/readable", view);

      g_test_add (apart, Fixture, GUINT_TO_POINTER (view), set_up, test_apart, tear_down);
      g_test_add (same, Fixture, GUINT_TO_POINTER (view), set_up, test_same_place, tear_down);
      g_test_add (near, Fixture, GUINT_TO_POINTER (view), set_up, test_near, tear_down);
      g_test_add (readable, Fixture, GUINT_TO_POINTER (view), set_up, test_readable, tear_down);
    }
  return g_test_run ();
}
