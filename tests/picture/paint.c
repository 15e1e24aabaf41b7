/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "paint.h"

#include <stdlib.h>

#define MARGIN 12

cairo_surface_t *
paint_scene (const QgScene *scene, QgThemeId theme, double scale, gboolean full, QgEmphases emphases)
{
  QgRect bounds = qg_scene_get_bounds (scene), area = qg_rect_grow (&bounds, MARGIN);
  int width = (int) ceil (area.width * scale), height = (int) ceil (area.height * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  QgPaintOptions options = {
    .theme = qg_theme_get (theme), .area = area, .scale = full ? 0 : scale, .emphases = emphases
  };
  g_autoptr (QgBackend) backend = qg_backend_new_cairo (cr);

  /* Up to the last pixel, as tiles are. */
  options.area.width = width / scale;
  options.area.height = height / scale;
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  g_assert_true (qg_painter_paint (scene, backend, &options, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                 (gssize) y * cairo_image_surface_get_stride (surface));
}

static guint
pixel_difference (guint32 a, guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    most = MAX (most, (guint) abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

double
paint_compare (cairo_surface_t *a, cairo_surface_t *b, guint slack, const char *file)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  cairo_surface_t *marks;
  guint n = 0;

  if (cairo_image_surface_get_width (b) != width || cairo_image_surface_get_height (b) != height)
    return 1;
  marks = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean differs = pixel_difference (get_row (a, y)[x], get_row (b, y)[x]) > slack;

        get_row (marks, y)[x] = differs ? 0xff0000 : (get_row (a, y)[x] & 0xfcfcfc) / 4 + 0xbfbfbf;
        n += differs ? 1 : 0;
      }
  cairo_surface_mark_dirty (marks);
  if (file != NULL && n > 0)
    cairo_surface_write_to_png (marks, file);
  cairo_surface_destroy (marks);
  return (double) n / MAX (width * height, 1);
}
