/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-transition.h"

#include "qg-canvas.h"
#include "qg-map-vary.h"

struct _QgTransition
{
  QgPicture *from, *to;
  QgCamera from_view, to_view;
  guint *before; /* for each node of to its index in from, or QG_NONE */
};

double
qg_ease (double t)
{
  double u = 1 - CLAMP (t, 0, 1);

  return 1 - u * u * u;
}

QgTransition *
qg_transition_new (QgPicture *from, const QgCamera *from_view, QgPicture *to, const QgCamera *to_view)
{
  const QgPart *old = qg_scene_get_part (from->scene), *new = qg_scene_get_part (to->scene);
  QgNumbers entities = qg_part_get_entities (new);
  QgTransition *transition;
  guint n_common = 0;

  if (!qg_map_is_akin (qg_part_get_map (old), qg_part_get_map (new)) ||
      entities.n > QG_TRANSITION_MAX_NODES || qg_part_get_entities (old).n > QG_TRANSITION_MAX_NODES)
    return NULL;
  transition = g_new0 (QgTransition, 1);
  transition->from = qg_picture_ref (from);
  transition->to = qg_picture_ref (to);
  transition->from_view = *from_view;
  transition->to_view = *to_view;
  transition->before = g_new (guint, entities.n + 1);
  for (guint i = 0; i < entities.n; i++)
    {
      transition->before[i] = qg_part_index_of_entity (old, entities.items[i]);
      n_common += transition->before[i] != QG_NONE ? 1 : 0;
    }
  if (n_common > 0)
    return transition;
  qg_transition_free (transition);
  return NULL;
}

void
qg_transition_free (QgTransition *transition)
{
  qg_picture_unref (transition->from);
  qg_picture_unref (transition->to);
  g_free (transition->before);
  g_free (transition);
}

static gboolean
is_hidden (const guint8 *emphases, guint index)
{
  return emphases != NULL && emphases[index] == QG_EMPHASIS_HIDDEN;
}

/* A context in the widget's pixels, and a backend of the painter on it whose matrix may change. */
typedef struct
{
  cairo_t *cr;
  QgBackend *backend;
  QgPaintOptions options;
  const QgPicture *picture;
} Brush;

static void
brush_init (Brush *brush, GtkSnapshot *snapshot, const QgPicture *picture, double zoom, int width, int height,
            int scale_factor)
{
  const QgRect bounds = qg_scene_get_bounds (picture->scene);

  brush->cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  brush->backend = qg_backend_new_cairo (brush->cr);
  brush->picture = picture;
  brush->options =
      qg_picture_get_options (picture, zoom * QG_CANVAS_PIXELS_PER_POINT * scale_factor, &bounds);
}

static void
brush_clear (Brush *brush)
{
  qg_backend_free (brush->backend);
  cairo_destroy (brush->cr);
}

static void
use_view (Brush *brush, const QgCamera *view)
{
  double scale = view->zoom * QG_CANVAS_PIXELS_PER_POINT;

  cairo_scale (brush->cr, scale, scale);
  cairo_translate (brush->cr, -view->x, -view->y);
}

static void
paint_edges (Brush *brush)
{
  guint n = qg_part_get_relations (qg_scene_get_part (brush->picture->scene)).n;

  for (guint i = 0; i < n; i++)
    if (!is_hidden (brush->picture->edge_emphases, i))
      qg_painter_paint_edge (brush->picture->scene, brush->backend, &brush->options, i, QG_EMPHASIS_NORMAL);
}

/* The picture that goes: all of its edges, and the nodes that do not stay. */
static void
draw_leaving (QgTransition *self, double alpha, GtkSnapshot *snapshot, int width, int height,
              int scale_factor)
{
  const QgPart *old = qg_scene_get_part (self->from->scene), *new = qg_scene_get_part (self->to->scene);
  QgNumbers entities = qg_part_get_entities (old);
  Brush brush;

  if (alpha <= 0)
    return;
  gtk_snapshot_push_opacity (snapshot, alpha);
  brush_init (&brush, snapshot, self->from, self->from_view.zoom, width, height, scale_factor);
  use_view (&brush, &self->from_view);
  paint_edges (&brush);
  for (guint i = 0; i < entities.n; i++)
    if (qg_part_index_of_entity (new, entities.items[i]) == QG_NONE &&
        !is_hidden (self->from->node_emphases, i))
      qg_painter_paint_node (self->from->scene, brush.backend, &brush.options, i, QG_EMPHASIS_NORMAL);
  brush_clear (&brush);
  gtk_snapshot_pop (snapshot);
}

static void
draw_coming (QgTransition *self, double alpha, GtkSnapshot *snapshot, int width, int height, int scale_factor)
{
  QgNumbers entities = qg_part_get_entities (qg_scene_get_part (self->to->scene));
  Brush brush;

  if (alpha <= 0)
    return;
  gtk_snapshot_push_opacity (snapshot, alpha);
  brush_init (&brush, snapshot, self->to, self->to_view.zoom, width, height, scale_factor);
  use_view (&brush, &self->to_view);
  paint_edges (&brush);
  for (guint i = 0; i < entities.n; i++)
    if (self->before[i] == QG_NONE && !is_hidden (self->to->node_emphases, i))
      qg_painter_paint_node (self->to->scene, brush.backend, &brush.options, i, QG_EMPHASIS_NORMAL);
  brush_clear (&brush);
  gtk_snapshot_pop (snapshot);
}

/* The middle of a node in the widget. */
static QgPoint
place_of (const QgPicture *picture, guint node, const QgCamera *view)
{
  const QgRect rect = qg_scene_get_node_rect (picture->scene, node);
  QgPoint middle = qg_rect_center (&rect);
  double scale = view->zoom * QG_CANVAS_PIXELS_PER_POINT;

  return (QgPoint){ (middle.x - view->x) * scale, (middle.y - view->y) * scale };
}

static void
draw_staying (QgTransition *self, double t, GtkSnapshot *snapshot, int width, int height, int scale_factor)
{
  QgNumbers entities = qg_part_get_entities (qg_scene_get_part (self->to->scene));
  double zoom = self->from_view.zoom * pow (self->to_view.zoom / self->from_view.zoom, t);
  Brush brush;

  brush_init (&brush, snapshot, self->to, zoom, width, height, scale_factor);
  for (guint i = 0; i < entities.n; i++)
    {
      QgPoint from, to;
      QgRect rect;

      if (self->before[i] == QG_NONE || is_hidden (self->to->node_emphases, i))
        continue;
      from = place_of (self->from, self->before[i], &self->from_view);
      to = place_of (self->to, i, &self->to_view);
      rect = qg_scene_get_node_rect (self->to->scene, i);
      cairo_save (brush.cr);
      cairo_translate (brush.cr, from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
      cairo_scale (brush.cr, zoom * QG_CANVAS_PIXELS_PER_POINT, zoom * QG_CANVAS_PIXELS_PER_POINT);
      cairo_translate (brush.cr, -qg_rect_center (&rect).x, -qg_rect_center (&rect).y);
      qg_painter_paint_node (self->to->scene, brush.backend, &brush.options, i, QG_EMPHASIS_NORMAL);
      cairo_restore (brush.cr);
    }
  brush_clear (&brush);
}

void
qg_transition_snapshot (QgTransition *self, double t, GtkSnapshot *snapshot, int width, int height,
                        int scale_factor)
{
  const QgColor background = qg_theme_get (self->to->theme)->background;
  const GdkRGBA rgba = { ((background >> 24) & 0xff) / 255.f, ((background >> 16) & 0xff) / 255.f,
                         ((background >> 8) & 0xff) / 255.f, 1 };
  double eased = qg_ease (t);

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_leaving (self, 1 - 2.5 * t, snapshot, width, height, scale_factor);
  draw_coming (self, (t - 0.5) * 2, snapshot, width, height, scale_factor);
  draw_staying (self, eased, snapshot, width, height, scale_factor);
}
