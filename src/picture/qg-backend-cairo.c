/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-backend-cairo-private.h"
#include "qg-hairline.h"

typedef struct
{
  QgBackend parent;
  cairo_t *cr;
} CairoBackend;

static cairo_t *
get_cr (QgBackend *self)
{
  return ((CairoBackend *) self)->cr;
}

void
qg_cairo_set_color (cairo_t *cr, QgColor color)
{
  cairo_set_source_rgba (cr, (color >> 24) / 255.0, ((color >> 16) & 0xff) / 255.0,
                         ((color >> 8) & 0xff) / 255.0, (color & 0xff) / 255.0);
}

void
qg_cairo_trace (cairo_t *cr, const QgPath *path, gboolean open)
{
  const QgPoint *p = path->points;

  for (guint i = 0; i < path->n_ops; i++)
    switch ((QgPathOp) path->ops[i])
      {
      case QG_PATH_MOVE:
        cairo_move_to (cr, p[0].x, p[0].y);
        p += 1;
        break;
      case QG_PATH_LINE:
        cairo_line_to (cr, p[0].x, p[0].y);
        p += 1;
        break;
      case QG_PATH_CURVE:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case QG_PATH_CLOSE:
      default:
        if (!open)
          cairo_close_path (cr);
      }
}

static void
cairo_backend_free (QgBackend *self)
{
  cairo_destroy (get_cr (self));
  g_free (self);
}

static void
cairo_backend_push (QgBackend *self, double x, double y, double scale)
{
  cairo_save (get_cr (self));
  cairo_translate (get_cr (self), x, y);
  cairo_scale (get_cr (self), scale, scale);
}

static void
cairo_backend_pop (QgBackend *self)
{
  cairo_restore (get_cr (self));
}

/* Pixels have no items and no links. */
static void
cairo_backend_begin_item (QgBackend *self, const char *id, const char *title, const char *href)
{
}

static void
cairo_backend_end_item (QgBackend *self)
{
}

static void
cairo_backend_push_clip (QgBackend *self, const QgRect *rect)
{
  cairo_save (get_cr (self));
  cairo_rectangle (get_cr (self), rect->x, rect->y, rect->width, rect->height);
  cairo_clip (get_cr (self));
}

static void
cairo_backend_fill (QgBackend *self, const QgPath *path, QgColor color)
{
  cairo_t *cr = get_cr (self);

  cairo_new_path (cr);
  qg_cairo_trace (cr, path, FALSE);
  qg_cairo_set_color (cr, color);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
}

static void
cairo_backend_stroke (QgBackend *self, const QgPath *path, const QgStroke *stroke)
{
  cairo_t *cr = get_cr (self);

  cairo_new_path (cr);
  qg_cairo_trace (cr, path, FALSE);
  qg_cairo_set_color (cr, stroke->color);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, stroke->dashes, (int) stroke->n_dashes, 0);
  cairo_stroke (cr);
}

static void
cairo_backend_rect (QgBackend *self, const QgRect *rect, double radius, QgColor fill, QgColor border,
                    double width)
{
  cairo_t *cr = get_cr (self);
  gboolean has_border = width > 0 && (border & 0xff) != 0;
  g_auto (QgPath) path = QG_PATH_INIT;

  cairo_new_path (cr);
  if (radius > 0)
    {
      qg_path_add_rect (&path, rect, radius);
      qg_cairo_trace (cr, &path, FALSE);
    }
  else
    cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  if ((fill & 0xff) != 0)
    {
      qg_cairo_set_color (cr, fill);
      cairo_fill_preserve (cr);
    }
  if (has_border)
    {
      qg_cairo_set_color (cr, border);
      cairo_set_line_width (cr, width);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
cairo_backend_text (QgBackend *self, QgFont font, double x, double y, QgAnchor anchor, const char *text,
                    QgColor color)
{
  cairo_t *cr = get_cr (self);
  PangoLayout *layout = qg_font_get_layout_of (font, text);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  int width;

  if (line == NULL)
    return;
  if (anchor != QG_ANCHOR_START)
    {
      pango_layout_get_size (layout, &width, NULL);
      x -= (double) width / PANGO_SCALE / (anchor == QG_ANCHOR_MIDDLE ? 2 : 1);
    }
  qg_cairo_set_color (cr, color);
  cairo_move_to (cr, x + QG_CAIRO_OFF_TIE, y + QG_CAIRO_OFF_TIE);
  pango_cairo_show_layout_line (cr, line);
  cairo_new_path (cr);
}

/* The pixels under the context, and the matrix to them; FALSE where there are none to be written. */
static gboolean
get_pixels (cairo_t *cr, QgPixels *pixels, cairo_matrix_t *matrix)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  cairo_format_t format;
  cairo_matrix_t device;
  double x1, y1, x2, y2, sx, sy, dx, dy;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
    return FALSE;
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  cairo_get_matrix (cr, matrix);
  if (matrix->xy != 0 || matrix->yx != 0)
    return FALSE;
  cairo_surface_get_device_scale (surface, &sx, &sy);
  cairo_surface_get_device_offset (surface, &dx, &dy);
  cairo_matrix_init (&device, sx, 0, 0, sy, dx, dy);
  cairo_matrix_multiply (matrix, matrix, &device);
  cairo_matrix_transform_point (matrix, &x1, &y1);
  cairo_matrix_transform_point (matrix, &x2, &y2);
  cairo_surface_flush (surface);
  pixels->data = cairo_image_surface_get_data (surface);
  pixels->stride = cairo_image_surface_get_stride (surface);
  pixels->x1 = MAX (0, (int) lround (MIN (x1, x2)));
  pixels->y1 = MAX (0, (int) lround (MIN (y1, y2)));
  pixels->x2 = MIN (cairo_image_surface_get_width (surface), (int) lround (MAX (x1, x2)));
  pixels->y2 = MIN (cairo_image_surface_get_height (surface), (int) lround (MAX (y1, y2)));
  return pixels->data != NULL;
}

static void
stroke_hairlines (cairo_t *cr, const QgPoint *points, guint n_points, QgColor color)
{
  double dx = 1, dy = 0;

  cairo_device_to_user_distance (cr, &dx, &dy);
  cairo_new_path (cr);
  for (guint i = 0; i + 1 < n_points; i += 2)
    {
      cairo_move_to (cr, points[i].x, points[i].y);
      cairo_line_to (cr, points[i + 1].x, points[i + 1].y);
    }
  qg_cairo_set_color (cr, color);
  cairo_set_line_width (cr, hypot (dx, dy));
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
cairo_backend_hairlines (QgBackend *self, const QgPoint *points, guint n_points, QgColor color)
{
  cairo_t *cr = get_cr (self);
  QgPixels pixels;
  cairo_matrix_t m;

  if (!get_pixels (cr, &pixels, &m))
    {
      stroke_hairlines (cr, points, n_points, color);
      return;
    }
  for (guint i = 0; i + 1 < n_points; i += 2)
    {
      QgPoint a = { points[i].x * m.xx + m.x0, points[i].y * m.yy + m.y0 };
      QgPoint b = { points[i + 1].x * m.xx + m.x0, points[i + 1].y * m.yy + m.y0 };

      qg_hairline_draw (&pixels, a, b, color >> 24, (color >> 16) & 0xff, (color >> 8) & 0xff, color & 0xff);
    }
  cairo_surface_mark_dirty (cairo_get_group_target (cr));
}

static const QgBackendClass cairo_class = {
  .free = cairo_backend_free,
  .push = cairo_backend_push,
  .pop = cairo_backend_pop,
  .begin_item = cairo_backend_begin_item,
  .end_item = cairo_backend_end_item,
  .push_clip = cairo_backend_push_clip,
  .pop_clip = cairo_backend_pop,
  .fill = cairo_backend_fill,
  .stroke = cairo_backend_stroke,
  .rect = cairo_backend_rect,
  .text = cairo_backend_text,
  .hairlines = cairo_backend_hairlines,
};

QgBackend *
qg_backend_new_plain (cairo_t *cr)
{
  CairoBackend *backend = g_new0 (CairoBackend, 1);

  backend->parent.klass = &cairo_class;
  backend->cr = cairo_reference (cr);
  return &backend->parent;
}

QgBackend *
qg_backend_new_cairo (cairo_t *cr)
{
  gboolean pdf = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;

  return pdf ? qg_backend_new_pdf (cr) : qg_backend_new_plain (cr);
}
