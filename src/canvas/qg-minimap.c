/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-minimap.h"

/* Logical pixels. */
#define MINIMAP_WIDTH 200
#define MINIMAP_HEIGHT 140
/* Of a narrow picture it takes at most this share, in either direction, and where that leaves it less than so
 * many pixels it is not there. */
#define MOST_SHARE 0.25
#define LEAST_WIDTH 72
/* It is of use when at most this share of the picture, in either direction, is seen. */
#define USEFUL_SHARE 0.7

struct _QgMinimap
{
  GtkWidget parent_instance;

  QgCanvas *canvas; /* borrowed; cleared when it goes */
  double size;      /* of its full one */
};

G_DEFINE_FINAL_TYPE (QgMinimap, qg_minimap, GTK_TYPE_WIDGET)

/* Where the picture lies in the widget: logical pixels for a point, and its upper left corner. */
static gboolean
get_place (QgMinimap *self, QgRect *bounds, double *scale, QgPoint *corner)
{
  QgScene *scene = self->canvas != NULL ? qg_canvas_get_scene (self->canvas) : NULL;
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (scene == NULL || width <= 0 || height <= 0)
    return FALSE;
  *bounds = qg_canvas_get_whole (self->canvas);
  *scale = MIN (width / MAX (bounds->width, 1), height / MAX (bounds->height, 1));
  *corner = (QgPoint){ (width - bounds->width * *scale) / 2, (height - bounds->height * *scale) / 2 };
  return TRUE;
}

static void
set_color (cairo_t *cr, QgColor color, double alpha)
{
  cairo_set_source_rgba (cr, ((color >> 24) & 0xff) / 255.0, ((color >> 16) & 0xff) / 255.0,
                         ((color >> 8) & 0xff) / 255.0, alpha);
}

static void
draw_frame (QgMinimap *self, cairo_t *cr, const QgRect *bounds, double scale, QgPoint corner)
{
  const QgTheme *theme = qg_theme_get (qg_canvas_get_theme (self->canvas));
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  QgRect seen, r;

  if (!qg_canvas_get_seen (self->canvas, &seen))
    return;
  r = (QgRect){ corner.x + (seen.x - bounds->x) * scale, corner.y + (seen.y - bounds->y) * scale,
                seen.width * scale, seen.height * scale };
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_rectangle (cr, r.x, r.y, r.width, r.height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_color (cr, theme->ink_dim, 0.18);
  cairo_fill (cr);
  cairo_rectangle (cr, r.x, r.y, r.width, r.height);
  set_color (cr, theme->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  set_color (cr, theme->edge, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
qg_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgMinimap *self = QG_MINIMAP (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  QgRect bounds;
  QgPoint corner;
  double scale;
  cairo_t *cr;

  if (!get_place (self, &bounds, &scale, &corner))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  set_color (cr, qg_theme_get (qg_canvas_get_theme (self->canvas))->background, 1);
  cairo_paint (cr);
  qg_canvas_draw_whole (self->canvas, cr, &(QgRect){ 0, 0, width, height });
  draw_frame (self, cr, &bounds, scale, corner);
  cairo_destroy (cr);
}

static void
qg_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  double full = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMAP_WIDTH : MINIMAP_HEIGHT;

  *minimum = *natural = (int) (full * QG_MINIMAP (widget)->size);
}

static void
look_at (QgMinimap *self, double x, double y)
{
  QgRect bounds, seen;
  QgPoint corner;
  double scale;

  if (!get_place (self, &bounds, &scale, &corner) || !qg_canvas_get_seen (self->canvas, &seen))
    return;
  qg_canvas_set_viewport (self->canvas, bounds.x + (x - corner.x) / scale - seen.width / 2,
                          bounds.y + (y - corner.y) / scale - seen.height / 2,
                          qg_canvas_get_zoom (self->canvas));
}

static void
drag_cb (GtkGestureDrag *gesture, double dx, double dy, QgMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    look_at (self, x + dx, y + dy);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, QgMinimap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  look_at (self, x, y);
}

static void
fit_size (QgMinimap *self)
{
  double width = self->canvas != NULL ? gtk_widget_get_width (GTK_WIDGET (self->canvas)) : 0;
  double height = self->canvas != NULL ? gtk_widget_get_height (GTK_WIDGET (self->canvas)) : 0;
  double size = MIN (width * MOST_SHARE / MINIMAP_WIDTH, height * MOST_SHARE / MINIMAP_HEIGHT);

  size = CLAMP (size, 0, 1);
  if (self->size == size)
    return;
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
view_changed_cb (QgMinimap *self)
{
  QgRect bounds, seen;
  gboolean useful = FALSE;

  fit_size (self);
  if (self->canvas != NULL && qg_canvas_get_scene (self->canvas) != NULL &&
      qg_canvas_get_seen (self->canvas, &seen))
    {
      bounds = qg_canvas_get_whole (self->canvas);
      useful = seen.width < bounds.width * USEFUL_SHARE || seen.height < bounds.height * USEFUL_SHARE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), useful && self->size * MINIMAP_WIDTH >= LEAST_WIDTH);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qg_minimap_dispose (GObject *object)
{
  g_clear_weak_pointer (&QG_MINIMAP (object)->canvas);
  G_OBJECT_CLASS (qg_minimap_parent_class)->dispose (object);
}

static void
qg_minimap_class_init (QgMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_minimap_dispose;
  widget_class->snapshot = qg_minimap_snapshot;
  widget_class->measure = qg_minimap_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "qogamminimap");
}

static void
qg_minimap_init (QgMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qg_minimap_new (QgCanvas *canvas)
{
  QgMinimap *self = g_object_new (QG_TYPE_MINIMAP, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
  return GTK_WIDGET (self);
}
