/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-minimap.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "qg-controls.h"

/* Pixels. */
#define MAX_WIDTH 180.0
#define MAX_HEIGHT 120.0
#define MARGIN 6.0
/* A box is seen however small the picture is. */
#define LEAST_BOX 1.5

struct _QgMinimap
{
  GtkWidget parent_instance;

  QgCanvas *canvas;     /* borrowed: a sibling in the same window */
  QgExplorer *explorer; /* owned */
  cairo_surface_t *drawn;
  QgScene *drawn_scene; /* owned: what @drawn is of */
  QgThemeId drawn_theme;
  int drawn_scale;
  gboolean wanted;
};

G_DEFINE_FINAL_TYPE (QgMinimap, qg_minimap, GTK_TYPE_WIDGET)

static double
get_scale (QgScene *scene)
{
  QgRect bounds = qg_scene_get_bounds (scene);

  return MIN ((MAX_WIDTH - 2 * MARGIN) / MAX (bounds.width, 1),
              (MAX_HEIGHT - 2 * MARGIN) / MAX (bounds.height, 1));
}

static void
update (QgMinimap *self)
{
  QgScene *scene = self->explorer != NULL ? qg_explorer_get_scene (self->explorer) : NULL;
  gboolean needed = FALSE;
  QgRect seen;

  if (self->wanted && scene != NULL && qg_canvas_get_seen (self->canvas, &seen))
    {
      QgRect bounds = qg_scene_get_bounds (scene);

      /* A little less than all still counts as all. */
      needed = seen.width < bounds.width * 0.95 || seen.height < bounds.height * 0.95;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), needed);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scene_cb (QgMinimap *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

static void
set_color (cairo_t *cr, QgColor color)
{
  cairo_set_source_rgba (cr, (color >> 24) / 255.0, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0);
}

static void
draw_boxes (QgScene *scene, const QgTheme *theme, cairo_t *cr, double scale)
{
  QgPart *part = qg_scene_get_part (scene);
  QgMap *map = qg_part_get_map (part);
  QgNumbers entities = qg_part_get_entities (part);
  QgRect bounds = qg_scene_get_bounds (scene);

  for (guint i = 0; i < entities.n; i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, entities.items[i]);
      QgNodeColors colors = qg_theme_get_node_colors (theme, qg_map_get_kind (map, entity->kind));
      QgRect rect = qg_scene_get_node_rect (scene, i);

      set_color (cr, colors.border);
      cairo_rectangle (cr, MARGIN + (rect.x - bounds.x) * scale, MARGIN + (rect.y - bounds.y) * scale,
                       MAX (rect.width * scale, LEAST_BOX), MAX (rect.height * scale, LEAST_BOX));
      cairo_fill (cr);
    }
}

/* Draws the boxes once for a scene; moving about only moves the frame over them. */
static void
redraw (QgMinimap *self, QgScene *scene)
{
  QgThemeId theme = qg_appearance_get_theme ();
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->drawn != NULL && self->drawn_scene == scene && self->drawn_theme == theme &&
      self->drawn_scale == factor)
    return;
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_clear_pointer (&self->drawn_scene, qg_scene_unref);
  self->drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (MAX_WIDTH * factor),
                                            (int) (MAX_HEIGHT * factor));
  cairo_surface_set_device_scale (self->drawn, factor, factor);
  cr = cairo_create (self->drawn);
  draw_boxes (scene, qg_theme_get (theme), cr, get_scale (scene));
  cairo_destroy (cr);
  self->drawn_scene = qg_scene_ref (scene);
  self->drawn_theme = theme;
  self->drawn_scale = factor;
}

static void
qg_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgMinimap *self = QG_MINIMAP (widget);
  QgScene *scene = self->explorer != NULL ? qg_explorer_get_scene (self->explorer) : NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  QgRect bounds, seen;
  double scale;
  cairo_t *cr;

  if (scene == NULL || !qg_canvas_get_seen (self->canvas, &seen))
    return;
  redraw (self, scene);
  scale = get_scale (scene);
  bounds = qg_scene_get_bounds (scene);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, self->drawn, 0, 0);
  cairo_paint (cr);
  cairo_rectangle (cr, MARGIN + (seen.x - bounds.x) * scale, MARGIN + (seen.y - bounds.y) * scale,
                   seen.width * scale, seen.height * scale);
  set_color (cr, qg_theme_get (qg_appearance_get_theme ())->accent);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
qg_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  QgMinimap *self = QG_MINIMAP (widget);
  QgScene *scene = self->explorer != NULL ? qg_explorer_get_scene (self->explorer) : NULL;
  QgRect bounds = scene != NULL ? qg_scene_get_bounds (scene) : (QgRect){ 0, 0, 1, 1 };
  double scale = scene != NULL ? get_scale (scene) : 1;
  double size =
      (orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.width : bounds.height) * scale + 2 * MARGIN;

  *minimum = *natural = (int) ceil (size);
  *minimum_baseline = *natural_baseline = -1;
}

static void
look_at (QgMinimap *self, double x, double y)
{
  QgScene *scene = qg_explorer_get_scene (self->explorer);
  QgRect bounds, seen;
  double scale;

  if (scene == NULL || !qg_canvas_get_seen (self->canvas, &seen))
    return;
  scale = get_scale (scene);
  bounds = qg_scene_get_bounds (scene);
  qg_canvas_set_viewport (self->canvas, bounds.x + (x - MARGIN) / scale - seen.width / 2,
                          bounds.y + (y - MARGIN) / scale - seen.height / 2,
                          qg_canvas_get_zoom (self->canvas));
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, QgMinimap *self)
{
  look_at (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, QgMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    look_at (self, x + dx, y + dy);
}

void
qg_minimap_set_wanted (QgMinimap *self, gboolean wanted)
{
  self->wanted = wanted;
  update (self);
}

void
qg_minimap_update_texts (QgMinimap *self)
{
  qg_control_set_text (GTK_WIDGET (self), _ ("Overview: press to look there"), NULL);
}

void
qg_minimap_set_canvas (QgMinimap *self, QgCanvas *canvas, QgExplorer *explorer)
{
  g_return_if_fail (self->explorer == NULL);
  self->canvas = canvas;
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::scene", G_CALLBACK (scene_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  qg_minimap_update_texts (self);
  update (self);
}

static void
qg_minimap_dispose (GObject *object)
{
  QgMinimap *self = QG_MINIMAP (object);

  g_clear_object (&self->explorer);
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_clear_pointer (&self->drawn_scene, qg_scene_unref);
  G_OBJECT_CLASS (qg_minimap_parent_class)->dispose (object);
}

static void
qg_minimap_class_init (QgMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_minimap_dispose;
  widget_class->snapshot = qg_minimap_snapshot;
  widget_class->measure = qg_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "qg-minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qg_minimap_init (QgMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->wanted = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
qg_minimap_new (void)
{
  return g_object_new (QG_TYPE_MINIMAP, NULL);
}
