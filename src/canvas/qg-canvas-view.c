/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is seen: moving, zooming, fitting; at once or animated. */

#include "qg-canvas-private.h"

#define MIN_ZOOM 0.02
/* A fling slows down to a third in this time. */
#define FLING_SECONDS 0.325
#define FLING_STOPS 12.0 /* logical pixels a second */

double
qg_canvas_get_pixels_per_point (QgCanvas *self, double zoom)
{
  return zoom * QG_CANVAS_PIXELS_PER_POINT;
}

int
qg_canvas_get_width (QgCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width > 0 ? width : self->expected_width;
}

int
qg_canvas_get_height (QgCanvas *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return height > 0 ? height : self->expected_height;
}

static double
get_width (QgCanvas *self)
{
  return MAX (qg_canvas_get_width (self), 1);
}

static double
get_height (QgCanvas *self)
{
  return MAX (qg_canvas_get_height (self), 1);
}

QgPoint
qg_canvas_to_scene (QgCanvas *self, double x, double y)
{
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);

  return (QgPoint){ self->view.x + x / scale, self->view.y + y / scale };
}

QgRect
qg_canvas_to_widget (QgCanvas *self, const QgRect *area)
{
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);

  return (QgRect){ (area->x - self->view.x) * scale, (area->y - self->view.y) * scale, area->width * scale,
                   area->height * scale };
}

QgTileView
qg_canvas_get_tile_view (QgCanvas *self, const QgCamera *view, gboolean moving)
{
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return (QgTileView){
    .x = view->x,
    .y = view->y,
    .scale = qg_canvas_get_pixels_per_point (self, view->zoom) * scale_factor,
    .width = qg_canvas_get_width (self) * scale_factor,
    .height = qg_canvas_get_height (self) * scale_factor,
    .moving = moving,
  };
}

QgCamera
qg_canvas_center_view (QgCanvas *self, QgPoint center, double zoom)
{
  double scale = qg_canvas_get_pixels_per_point (self, zoom);

  return (QgCamera){ center.x - get_width (self) / scale / 2, center.y - get_height (self) / scale / 2,
                     zoom };
}

/* In a low canvas as little is given up for what lies over it as it can be spared. */
static double
get_covered_bottom (QgCanvas *self)
{
  return MIN (self->covered_bottom, get_height (self) / 6);
}

double
qg_canvas_get_uncovered_top (QgCanvas *self)
{
  return MAX (MIN (self->covered_top, get_height (self) / 6),
              MIN (qg_canvas_get_over_top (self), get_height (self) / 4));
}

double
qg_canvas_get_uncovered_height (QgCanvas *self)
{
  return get_height (self) - qg_canvas_get_uncovered_top (self) - get_covered_bottom (self);
}

/* The view that shows all of @area, enlarged to @max at most. */
static QgCamera
view_of_area (QgCanvas *self, const QgRect *area, double max)
{
  double height = qg_canvas_get_uncovered_height (self);
  double below = get_covered_bottom (self) - qg_canvas_get_uncovered_top (self);
  double margin = MIN (QG_CANVAS_MARGIN, MIN (get_width (self), height) / 10);
  double zoom = MIN ((get_width (self) - 2 * margin) / MAX (area->width, 1),
                     (height - 2 * margin) / MAX (area->height, 1)) /
                QG_CANVAS_PIXELS_PER_POINT;
  QgCamera view = qg_canvas_center_view (self, qg_rect_center (area), CLAMP (zoom, 1e-4, max));

  view.y += below / 2 / qg_canvas_get_pixels_per_point (self, view.zoom);
  return view;
}

QgCamera
qg_canvas_fit_view (QgCanvas *self, const QgScene *scene)
{
  const QgRect bounds = qg_scene_get_bounds (scene);

  return view_of_area (self, &bounds, self->fit_zoom);
}

/* Keeps the zoom in its range, and the middle of the widget inside the picture. */
static QgCamera
restrain (QgCanvas *self, QgCamera view)
{
  double scale, middle_x, middle_y, least;
  QgRect bounds;
  QgCamera fit;

  if (self->layer == NULL)
    return view;
  bounds = qg_scene_get_bounds (qg_tile_layer_get_picture (self->layer)->scene);
  fit = qg_canvas_fit_view (self, qg_tile_layer_get_picture (self->layer)->scene);
  least = MIN (MIN_ZOOM, fit.zoom / 2);
  if (view.zoom < least || view.zoom > QG_CANVAS_MAX_ZOOM)
    view = qg_canvas_center_view (
        self,
        (QgPoint){ view.x + get_width (self) / qg_canvas_get_pixels_per_point (self, view.zoom) / 2,
                   view.y + get_height (self) / qg_canvas_get_pixels_per_point (self, view.zoom) / 2 },
        CLAMP (view.zoom, least, QG_CANVAS_MAX_ZOOM));
  scale = qg_canvas_get_pixels_per_point (self, view.zoom);
  middle_x = view.x + get_width (self) / scale / 2;
  middle_y = view.y + get_height (self) / scale / 2;
  view.x += CLAMP (middle_x, bounds.x, bounds.x + bounds.width) - middle_x;
  view.y += CLAMP (middle_y, bounds.y, bounds.y + bounds.height) - middle_y;
  return view;
}

/* The explorer remembers where one looks, for 'left off'. */
void
qg_canvas_tell_explorer (QgCanvas *self)
{
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);

  if (self->explorer == NULL || self->layer == NULL || self->next != NULL ||
      qg_scene_get_layout (qg_tile_layer_get_picture (self->layer)->scene)->provisional)
    return;
  self->told = (QgViewport){ { self->view.x + get_width (self) / scale / 2,
                               self->view.y + get_height (self) / scale / 2 },
                             self->fitting || self->near ? 0 : self->view.zoom };
  qg_explorer_set_viewport (self->explorer, self->told);
}

static gboolean
settle_cb (gpointer user_data)
{
  QgCanvas *self = user_data;

  self->settle = 0;
  self->moving = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
apply_view (QgCanvas *self, const QgCamera *view)
{
  gboolean zoomed = view->zoom != self->view.zoom;

  if (!zoomed && view->x == self->view.x && view->y == self->view.y)
    return;
  self->view = *view;
  if (zoomed)
    {
      self->moving = TRUE;
      g_clear_handle_id (&self->settle, g_source_remove);
      self->settle = g_timeout_add (QG_CANVAS_SETTLE_MS, settle_cb, self);
      g_object_notify_by_pspec (G_OBJECT (self), qg_canvas_props[PROP_ZOOM]);
    }
  qg_canvas_tell_explorer (self);
  qg_canvas_items_allocate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, qg_canvas_signals[SIGNAL_VIEW_CHANGED], 0);
}

static void
settle_now (QgCanvas *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->moving = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_fitting (QgCanvas *self, gboolean fitting)
{
  self->near = FALSE;
  self->touched = TRUE;
  if (self->fitting == fitting)
    return;
  self->fitting = fitting;
  g_object_notify_by_pspec (G_OBJECT (self), qg_canvas_props[PROP_FITTING]);
  qg_canvas_tell_explorer (self);
}

gboolean
qg_canvas_is_animated (QgCanvas *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated && gtk_widget_get_mapped (GTK_WIDGET (self));
}

void
qg_canvas_stop (QgCanvas *self)
{
  if (self->tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  settle_now (self);
}

void
qg_canvas_use_view (QgCanvas *self, const QgCamera *view)
{
  qg_canvas_stop (self);
  apply_view (self, view);
}

/* Between two views the point that does not move on the screen stays where it is: the zoom goes in equal
 * ratios, and the corner follows it. */
static QgCamera
between (const QgCamera *from, const QgCamera *to, double t)
{
  double zoom = from->zoom * pow (to->zoom / from->zoom, t);
  double part = t;

  if (fabs (to->zoom / from->zoom - 1) > 1e-6)
    part = (1 / zoom - 1 / from->zoom) / (1 / to->zoom - 1 / from->zoom);
  return (QgCamera){ from->x + (to->x - from->x) * part, from->y + (to->y - from->y) * part, zoom };
}

static gboolean
move_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  QgCanvas *self = QG_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t;
  QgCamera view;

  if (self->start == 0)
    self->start = now;
  t = (double) (now - self->start) / (self->duration * 1000.0);
  view = t >= 1 ? self->to : between (&self->from, &self->to, qg_ease (t));
  apply_view (self, &view);
  if (t < 1)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  settle_now (self);
  return G_SOURCE_REMOVE;
}

void
qg_canvas_move_to (QgCanvas *self, const QgCamera *wished, int ms)
{
  QgCamera view = restrain (self, *wished);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (ms == 0 || !qg_canvas_is_animated (self))
    {
      apply_view (self, &view);
      if (ms != 0)
        settle_now (self);
      return;
    }
  self->from = self->view;
  self->to = view;
  self->start = 0;
  self->duration = ms;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_tick_cb, NULL, NULL);
}

/* Where an animation goes to, or what is seen. */
QgCamera
qg_canvas_get_goal (QgCanvas *self)
{
  return self->tick != 0 && self->duration > 0 ? self->to : self->view;
}

void
qg_canvas_pan (QgCanvas *self, double dx, double dy)
{
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);
  QgCamera view = { self->view.x + dx / scale, self->view.y + dy / scale, self->view.zoom };

  qg_canvas_stop (self);
  set_fitting (self, FALSE);
  view = restrain (self, view);
  apply_view (self, &view);
}

static gboolean
fling_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  QgCanvas *self = QG_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double dt = self->start == 0 ? 0 : MIN ((double) (now - self->start) / G_USEC_PER_SEC, 0.1);
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);
  QgCamera view = { self->view.x + self->velocity.x * dt / scale,
                    self->view.y + self->velocity.y * dt / scale, self->view.zoom };

  self->start = now;
  self->velocity.x *= exp (-dt / FLING_SECONDS);
  self->velocity.y *= exp (-dt / FLING_SECONDS);
  view = restrain (self, view);
  apply_view (self, &view);
  if (hypot (self->velocity.x, self->velocity.y) > FLING_STOPS)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

void
qg_canvas_fling (QgCanvas *self, double vx, double vy)
{
  qg_canvas_stop (self);
  if (!qg_canvas_is_animated (self) || hypot (vx, vy) <= FLING_STOPS)
    return;
  set_fitting (self, FALSE);
  self->velocity = (QgPoint){ vx, vy };
  self->start = 0;
  self->duration = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fling_tick_cb, NULL, NULL);
}

/* The point under @x, @y stays there. */
void
qg_canvas_zoom_at (QgCanvas *self, double zoom, double x, double y, int ms)
{
  QgCamera now = qg_canvas_get_goal (self), view;
  double before = qg_canvas_get_pixels_per_point (self, now.zoom);
  double after = qg_canvas_get_pixels_per_point (self, CLAMP (zoom, 1e-4, QG_CANVAS_MAX_ZOOM));

  view = (QgCamera){ now.x + x / before - x / after, now.y + y / before - y / after,
                     after / QG_CANVAS_PIXELS_PER_POINT };
  set_fitting (self, FALSE);
  qg_canvas_move_to (self, &view, ms);
}

double
qg_canvas_get_zoom (QgCanvas *self)
{
  g_return_val_if_fail (QG_IS_CANVAS (self), 1);
  return self->view.zoom;
}

void
qg_canvas_set_zoom (QgCanvas *self, double zoom)
{
  g_return_if_fail (QG_IS_CANVAS (self));
  qg_canvas_zoom_at (self, zoom, get_width (self) / 2, get_height (self) / 2, QG_CANVAS_ZOOM_MS);
}

/* Steps go along ¼, ⅓, ½, ⅔, ¾, 1, 1¼, 1½, 2 … as readers are used to. */
void
qg_canvas_zoom_step (QgCanvas *self, int steps)
{
  static const double stops[] = { 0.02, 0.03, 0.05, 0.075, 0.1,  0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9,
                                  1,    1.1,  1.25, 1.5,   1.75, 2,    2.5, 3,    4,    5,   6,    8 };
  double zoom;

  g_return_if_fail (QG_IS_CANVAS (self));
  zoom = qg_canvas_get_goal (self).zoom;
  for (; steps > 0; steps--)
    for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
      if (stops[i] > zoom * 1.01)
        {
          zoom = stops[i];
          break;
        }
  for (; steps < 0; steps++)
    for (guint i = G_N_ELEMENTS (stops); i-- > 0;)
      if (stops[i] < zoom * 0.99)
        {
          zoom = stops[i];
          break;
        }
  qg_canvas_set_zoom (self, zoom);
}

void
qg_canvas_zoom_fit (QgCanvas *self)
{
  QgCamera view;

  g_return_if_fail (QG_IS_CANVAS (self));
  if (self->layer != NULL)
    {
      view = qg_canvas_fit_view (self, qg_tile_layer_get_picture (self->layer)->scene);
      qg_canvas_move_to (self, &view, QG_CANVAS_MOVE_MS);
    }
  set_fitting (self, TRUE);
}

void
qg_canvas_set_fit_zoom (QgCanvas *self, double zoom)
{
  self->fit_zoom = CLAMP (zoom, QG_CANVAS_MAX_FIT_ZOOM, QG_CANVAS_MAX_ZOOM);
}

void
qg_canvas_set_covered (QgCanvas *self, double top, double bottom)
{
  self->covered_top = MAX (top, 0);
  self->covered_bottom = MAX (bottom, 0);
}

gboolean
qg_canvas_get_fitting (QgCanvas *self)
{
  return self->fitting;
}

void
qg_canvas_zoom_to (QgCanvas *self, const QgRect *area)
{
  QgCamera view;

  g_return_if_fail (QG_IS_CANVAS (self));
  view = view_of_area (self, area, self->fit_zoom);
  set_fitting (self, FALSE);
  qg_canvas_move_to (self, &view, QG_CANVAS_MOVE_MS);
}

void
qg_canvas_zoom_to_seen (QgCanvas *self, const QgRect *seen)
{
  double zoom = MIN (get_width (self) / MAX (seen->width, 1), get_height (self) / MAX (seen->height, 1)) /
                QG_CANVAS_PIXELS_PER_POINT;
  QgCamera view;

  g_return_if_fail (QG_IS_CANVAS (self));
  view = qg_canvas_center_view (self, qg_rect_center (seen), CLAMP (zoom, 1e-4, QG_CANVAS_MAX_ZOOM));
  set_fitting (self, FALSE);
  qg_canvas_move_to (self, &view, QG_CANVAS_MOVE_MS);
}

double
qg_canvas_get_whole_zoom (QgCanvas *self)
{
  g_return_val_if_fail (QG_IS_CANVAS (self), 0);
  if (self->layer == NULL)
    return 0;
  return qg_canvas_fit_view (self, qg_tile_layer_get_picture (self->layer)->scene).zoom;
}

void
qg_canvas_reveal (QgCanvas *self, const QgRect *area)
{
  QgCamera view;

  g_return_if_fail (QG_IS_CANVAS (self));
  view = qg_canvas_get_goal (self);
  if (!qg_canvas_shift_view (self, &view, area))
    return;
  set_fitting (self, FALSE);
  qg_canvas_move_to (self, &view, QG_CANVAS_MOVE_MS);
}

void
qg_canvas_reveal_readable (QgCanvas *self, const QgRect *area)
{
  QgCamera view = qg_canvas_get_goal (self);
  gboolean readable = view.zoom >= QG_CANVAS_READABLE_ZOOM;

  if (readable && !qg_canvas_shift_view (self, &view, area))
    return;
  view = qg_canvas_middle_view (self, area, readable ? view.zoom : QG_CANVAS_COMFORTABLE_ZOOM);
  set_fitting (self, FALSE);
  qg_canvas_move_to (self, &view, QG_CANVAS_MOVE_MS);
}

void
qg_canvas_set_viewport (QgCanvas *self, double x, double y, double zoom)
{
  const QgCamera view = { x, y, zoom };

  g_return_if_fail (QG_IS_CANVAS (self));
  set_fitting (self, FALSE);
  qg_canvas_use_view (self, &view);
}

gboolean
qg_canvas_get_seen (QgCanvas *self, QgRect *seen)
{
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);

  *seen = (QgRect){ self->view.x, self->view.y, get_width (self) / scale, get_height (self) / scale };
  return self->layer != NULL;
}

/* In a canvas that became smaller, as beside a panel that opens, what is selected stays in sight where it was
 * in sight. */
static void
keep_selected (QgCanvas *self, const QgScene *scene, QgCamera *view)
{
  double scale = qg_canvas_get_pixels_per_point (self, view->zoom);
  const QgRect seen = { view->x, view->y, self->allocated_width / scale, self->allocated_height / scale };
  QgRect area;

  if ((get_width (self) >= self->allocated_width && get_height (self) >= self->allocated_height) ||
      !qg_canvas_find_selected (self, scene, &area) || !qg_rect_contains (&seen, area.x, area.y) ||
      !qg_rect_contains (&seen, area.x + area.width, area.y + area.height))
    return;
  qg_canvas_shift_view (self, view, &area);
}

static void
allocate_view (QgCanvas *self)
{
  const QgScene *scene;
  QgCamera view;

  if (self->layer == NULL)
    return;
  scene = qg_tile_layer_get_picture (self->layer)->scene;
  /* Where nobody has moved yet, a larger window begins anew. */
  if (self->near && !qg_canvas_find_near_view (self, scene, &view))
    set_fitting (self, TRUE);
  if (self->fitting)
    view = qg_canvas_fit_view (self, scene);
  else if (!self->near)
    {
      view = qg_canvas_get_goal (self);
      keep_selected (self, scene, &view);
      view = restrain (self, view);
    }
  qg_canvas_stop (self);
  if (self->view.zoom != view.zoom || self->view.x != view.x || self->view.y != view.y)
    {
      apply_view (self, &view);
      settle_now (self);
    }
}

void
qg_canvas_view_allocate (QgCanvas *self)
{
  allocate_view (self);
  self->allocated_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->allocated_height = gtk_widget_get_height (GTK_WIDGET (self));
}
