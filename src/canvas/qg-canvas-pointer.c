/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pointer and touch: drag and two fingers pan, the wheel scrolls, with Ctrl it zooms at the pointer, so does
 * a pinch; a click selects, with Ctrl it adds, twice it activates; hovering lights up. */

#include "qg-canvas-private.h"

/* Logical pixels: for one step of a wheel, and about ways and nodes that still counts as on them. */
#define WHEEL_PIXELS 64.0
#define HIT_SLACK 4.0
#define HIT_SLACK_TOUCH 12.0
#define WHEEL_ZOOM 1.2

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static QgSelection
selection_at (QgCanvas *self, double x, double y, double slack)
{
  const QgPicture *picture;
  const QgPart *part;
  QgPoint at = qg_canvas_to_scene (self, x, y);
  QgHit hit;

  if (self->layer == NULL || self->explorer == NULL)
    return (QgSelection){ QG_SELECTION_NOTHING };
  picture = qg_tile_layer_get_picture (self->layer);
  part = qg_scene_get_part (picture->scene);
  if (!qg_explorer_is_scene_current (self->explorer, picture->scene))
    return (QgSelection){ QG_SELECTION_NOTHING };
  hit = qg_scene_hit (picture->scene, at.x, at.y,
                      slack / qg_canvas_get_pixels_per_point (self, self->view.zoom));
  if (hit.kind == QG_HIT_NODE &&
      !(picture->node_emphases != NULL && picture->node_emphases[hit.index] == QG_EMPHASIS_HIDDEN))
    return (QgSelection){ QG_SELECTION_ENTITY, qg_part_get_entities (part).items[hit.index] };
  if (hit.kind == QG_HIT_EDGE &&
      !(picture->edge_emphases != NULL && picture->edge_emphases[hit.index] == QG_EMPHASIS_HIDDEN))
    return (QgSelection){ QG_SELECTION_RELATION, qg_part_get_relations (part).items[hit.index] };
  return (QgSelection){ QG_SELECTION_NOTHING };
}

QgSelection
qg_canvas_selection_at (QgCanvas *self, double x, double y)
{
  return selection_at (self, x, y, HIT_SLACK);
}

/* Clicks */

/* In a picture that goes only what the next one has, too: anything else would lead elsewhere than was asked.
 */
static gboolean
can_select (QgCanvas *self, QgSelection what)
{
  QgPart *part = qg_explorer_get_part (self->explorer);

  if (!qg_canvas_is_overtaken (self))
    return TRUE;
  return (what.kind == QG_SELECTION_ENTITY && qg_part_index_of_entity (part, what.number) != QG_NONE) ||
         (what.kind == QG_SELECTION_RELATION && qg_part_index_of_relation (part, what.number) != QG_NONE);
}

static void
select_at (QgCanvas *self, QgSelection what, gboolean add)
{
  if (!can_select (self, what))
    return;
  self->selecting = TRUE;
  if (add && what.kind == QG_SELECTION_ENTITY)
    qg_explorer_toggle_entity (self->explorer, what.number);
  else
    qg_explorer_select (self->explorer, what);
  self->selecting = FALSE;
  qg_canvas_set_cursor (self, what.kind == QG_SELECTION_ENTITY ? what.number : QG_NONE, QG_NONE);
}

static void
emit_context_menu (QgCanvas *self, double x, double y, double slack)
{
  QgSelection what = selection_at (self, x, y, slack);

  if (self->explorer == NULL || (what.kind != QG_SELECTION_NOTHING && !can_select (self, what)))
    return;
  if (what.kind != QG_SELECTION_NOTHING)
    select_at (self, what, FALSE);
  g_signal_emit (self, qg_canvas_signals[SIGNAL_CONTEXT_MENU], 0, (guint) what.kind, what.number, x, y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgCanvas *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  qg_canvas_stop (self);
  self->dragged = FALSE;
  if (self->explorer == NULL)
    return;
  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      emit_context_menu (self, x, y, HIT_SLACK);
    }
}

/* A click on the title of a group. */
static gboolean
choose_group_at (QgCanvas *self, double x, double y)
{
  QgPoint at = qg_canvas_to_scene (self, x, y);
  const QgScene *scene = self->layer != NULL ? qg_tile_layer_get_picture (self->layer)->scene : NULL;
  guint kind;

  if (!qg_explorer_is_scene_current (self->explorer, scene))
    return FALSE;
  kind = qg_scene_hit_group_title (scene, at.x, at.y);
  if (kind != QG_NONE)
    g_signal_emit (self, qg_canvas_signals[SIGNAL_GROUP_CHOSEN], 0, kind);
  return kind != QG_NONE;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  QgSelection what;

  if (button != GDK_BUTTON_PRIMARY || self->dragged || self->explorer == NULL)
    return;
  what = selection_at (self, x, y, is_touch (GTK_GESTURE (gesture)) ? HIT_SLACK_TOUCH : HIT_SLACK);
  self->focus_visible = FALSE;
  if (n_press == 1 && what.kind == QG_SELECTION_NOTHING && choose_group_at (self, x, y))
    return;
  if (n_press == 1)
    {
      select_at (self, what, (state & GDK_CONTROL_MASK) != 0);
      qg_canvas_grab_item (self);
      self->focus_visible = FALSE;
    }
  else if (n_press == 2 && what.kind != QG_SELECTION_NOTHING)
    qg_canvas_activate (self, what);
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, QgCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  emit_context_menu (self, x, y, HIT_SLACK_TOUCH);
}

/* Drag */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, QgCanvas *self)
{
  self->drag_view = self->view;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, QgCanvas *self)
{
  double scale = qg_canvas_get_pixels_per_point (self, self->view.zoom);
  double x = self->drag_view.x - dx / scale, y = self->drag_view.y - dy / scale;

  if (!self->dragged && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  if (!self->dragged)
    {
      self->dragged = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  qg_canvas_pan (self, (x - self->view.x) * scale, (y - self->view.y) * scale);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, QgCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
swipe_cb (GtkGestureSwipe *gesture, double vx, double vy, QgCanvas *self)
{
  if (self->dragged)
    qg_canvas_fling (self, -vx, -vy);
}

/* Wheel and pinch */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, QgCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double pixels = wheel ? WHEEL_PIXELS : 1;

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      double steps = wheel ? dy : dy / WHEEL_PIXELS;
      QgPoint at = self->pointer_inside ? self->pointer
                                        : (QgPoint){ gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                                     gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
      double zoom = self->tick != 0 && self->duration > 0 ? self->to.zoom : self->view.zoom;

      qg_canvas_zoom_at (self, zoom * pow (WHEEL_ZOOM, -steps), at.x, at.y, wheel ? QG_CANVAS_ZOOM_MS : 0);
      return TRUE;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  qg_canvas_pan (self, dx * pixels, dy * pixels);
  return TRUE;
}

static void
decelerate_cb (GtkEventControllerScroll *controller, double vx, double vy, QgCanvas *self)
{
  qg_canvas_fling (self, vx, vy);
}

/* qg_canvas_pinch_begin:
 * @x, @y: the middle between two fingers, in the widget's pixels */
void
qg_canvas_pinch_begin (QgCanvas *self, double x, double y)
{
  qg_canvas_stop (self);
  self->pinch_zoom = self->view.zoom;
  self->pinch_at = (QgPoint){ x, y };
}

/* qg_canvas_pinch_to:
 * @ratio: how far apart the fingers are, at first 1
 * @x, @y: the middle between them
 *
 * Two fingers zoom about the point between them, and carry it along. */
void
qg_canvas_pinch_to (QgCanvas *self, double ratio, double x, double y)
{
  qg_canvas_pan (self, self->pinch_at.x - x, self->pinch_at.y - y);
  self->pinch_at = (QgPoint){ x, y };
  qg_canvas_zoom_at (self, self->pinch_zoom * ratio, x, y, 0);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, QgCanvas *self)
{
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  qg_canvas_pinch_begin (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double ratio, QgCanvas *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    qg_canvas_pinch_to (self, ratio, x, y);
}

/* Hover */

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, QgCanvas *self)
{
  QgSelection what;

  /* Motion is also made up when something moves below a pointer that rests. */
  if (self->pointer_inside && self->pointer.x == x && self->pointer.y == y)
    return;
  self->pointer = (QgPoint){ x, y };
  self->pointer_inside = TRUE;
  if (self->explorer == NULL || self->tick != 0 || self->transition != NULL)
    return;
  what = qg_canvas_selection_at (self, x, y);
  qg_explorer_set_pointed (self->explorer, what);
  if (!self->dragged)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), what.kind != QG_SELECTION_NOTHING ? "pointer" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller, QgCanvas *self)
{
  self->pointer_inside = FALSE;
  if (self->explorer != NULL)
    qg_explorer_set_pointed (self->explorer, (QgSelection){ QG_SELECTION_NOTHING });
}

static void
add_drag (QgCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new (),
             *swipe = gtk_gesture_swipe_new ();
  GtkGesture *middle = gtk_gesture_drag_new (), *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  g_signal_connect (middle, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (middle, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (middle, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (middle));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_gesture_group (drag, swipe);
}

void
qg_canvas_init_pointer (QgCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_drag (self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
