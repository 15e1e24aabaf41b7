/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-frame.h"

#include <adwaita.h>

#include "qg-profile.h"

/* Pixels. Below NARROW a picture between two panels would be too small to read. */
#define NARROW 900
#define COMPACT 620
/* From here on the picture has room enough beside an open panel at the start. */
#define ROOMY 1500
/* Lower than this a footer of several lines leaves too little of the picture. */
#define LOW 480
#define LEAST_WIDTH 340
#define LEAST_HEIGHT 280
#define USUAL_WIDTH 1280
#define USUAL_HEIGHT 800
/* What stays free beside a panel over the picture, to tap on and close it. */
#define BESIDE 44
#define SLIDE_MS 220

typedef struct
{
  GtkWidget *widget;
  AdwAnimation *animation;
  double shown; /* 0: folded away, 1: wholly there */
  gboolean open;
  gboolean open_when_wide; /* comes back when the window grows again */
  int width;
} Panel;

struct _QgFrame
{
  GtkWidget parent_instance;

  GtkWidget *header, *center, *footer, *scrim;
  Panel panels[2];
  QgWidth width_class;
  gboolean low;
  gboolean start_by_room;
  guint settle_id;
  GdkPaintable *held; /* nullable: what is shown instead of the children */
  gboolean let_go;    /* just now: no frame has been drawn since */
};

enum
{
  PROP_0,
  PROP_START_OPEN,
  PROP_END_OPEN,
  PROP_WIDTH_CLASS,
  PROP_LOW,
  N_PROPS,
};
static GParamSpec *props[N_PROPS];

enum
{
  BY_HAND,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QgFrame, qg_frame, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static double
veil (QgFrame *self)
{
  return self->width_class == QG_WIDTH_WIDE ? 0 : MAX (self->panels[0].shown, self->panels[1].shown);
}

static void
show_progress (QgFrame *self)
{
  for (int i = 0; i < 2; i++)
    if (self->panels[i].widget != NULL)
      gtk_widget_set_child_visible (self->panels[i].widget, self->panels[i].shown > 0);
  gtk_widget_set_child_visible (self->scrim, veil (self) > 0);
  gtk_widget_set_opacity (self->scrim, veil (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
start_progress_cb (double value, gpointer data)
{
  QgFrame *self = data;

  self->panels[QG_SIDE_START].shown = value;
  show_progress (self);
}

static void
end_progress_cb (double value, gpointer data)
{
  QgFrame *self = data;

  self->panels[QG_SIDE_END].shown = value;
  show_progress (self);
}

static void
slide (QgFrame *self, QgSide side, gboolean at_once)
{
  Panel *panel = &self->panels[side];
  AdwTimedAnimation *animation = ADW_TIMED_ANIMATION (panel->animation);

  adw_animation_pause (panel->animation);
  adw_timed_animation_set_value_from (animation, panel->shown);
  adw_timed_animation_set_value_to (animation, panel->open ? 1 : 0);
  adw_animation_reset (panel->animation);
  if (at_once || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      panel->shown = panel->open ? 1 : 0;
      show_progress (self);
    }
  else
    adw_animation_play (panel->animation);
}

static void
set_open (QgFrame *self, QgSide side, gboolean open, gboolean at_once)
{
  Panel *panel = &self->panels[side];

  if (panel->open == open)
    return;
  panel->open = open;
  if (self->width_class == QG_WIDTH_WIDE)
    panel->open_when_wide = open;
  slide (self, side, at_once);
  /* One at a time over the picture. */
  if (open && self->width_class != QG_WIDTH_WIDE)
    set_open (self, side == QG_SIDE_START ? QG_SIDE_END : QG_SIDE_START, FALSE, at_once);
  g_object_notify_by_pspec (G_OBJECT (self), props[side == QG_SIDE_START ? PROP_START_OPEN : PROP_END_OPEN]);
}

void
qg_frame_set_open (QgFrame *self, QgSide side, gboolean open)
{
  if (side == QG_SIDE_START && open != self->panels[side].open)
    self->start_by_room = FALSE;
  set_open (self, side, open, FALSE);
}

void
qg_frame_set_open_at_once (QgFrame *self, QgSide side, gboolean open)
{
  set_open (self, side, open, TRUE);
}

void
qg_frame_set_start_by_room (QgFrame *self, gboolean by_room)
{
  self->start_by_room = by_room;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
qg_frame_get_start_by_room (QgFrame *self)
{
  return self->start_by_room;
}

gboolean
qg_frame_get_open (QgFrame *self, QgSide side)
{
  return self->panels[side].open;
}

QgWidth
qg_frame_get_width_class (QgFrame *self)
{
  return self->width_class;
}

gboolean
qg_frame_is_low (QgFrame *self)
{
  return self->low;
}

static QgWidth
class_of (int width)
{
  return width < COMPACT ? QG_WIDTH_COMPACT : width < NARROW ? QG_WIDTH_NARROW : QG_WIDTH_WIDE;
}

/* Whether the panel at the start should change with the room there is. */
static gboolean
start_differs (QgFrame *self, int width)
{
  return self->start_by_room && class_of (width) == QG_WIDTH_WIDE &&
         self->panels[QG_SIDE_START].open != (width >= ROOMY);
}

static void
settle_height (QgFrame *self, int height)
{
  if (self->low == (height < LOW))
    return;
  self->low = !self->low;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOW]);
}

static void
settle (QgFrame *self, int width, int height)
{
  QgWidth now = class_of (width);
  QgWidth before = self->width_class;

  settle_height (self, height);
  if (now == before)
    {
      if (start_differs (self, width))
        set_open (self, QG_SIDE_START, width >= ROOMY, TRUE);
      return;
    }
  self->width_class = now;
  if ((now == QG_WIDTH_WIDE) != (before == QG_WIDTH_WIDE))
    for (int i = 0; i < 2; i++)
      {
        gboolean wide = self->panels[i].open_when_wide;

        set_open (self, i, now == QG_WIDTH_WIDE && wide, TRUE);
        self->panels[i].open_when_wide = wide;
      }
  if (start_differs (self, width))
    set_open (self, QG_SIDE_START, width >= ROOMY, TRUE);
  show_progress (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH_CLASS]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* After the allocation that found a new width class, since nothing may ask for a new size during one. */
static gboolean
settle_cb (gpointer data)
{
  QgFrame *self = data;

  self->settle_id = 0;
  settle (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

static void
qg_frame_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  /* Children are measured so that GTK knows their sizes are wanted; what they ask for is not passed on: the
   * frame adapts to the window, not the window to the frame. */
  *minimum = horizontal ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = horizontal ? USUAL_WIDTH : USUAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static int
height_of (GtkWidget *child, int width)
{
  int minimum, natural;

  if (child == NULL || !gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return MAX (minimum, natural);
}

/* Gives a child its place; one that cannot be so small gets what it must have and is cut off for the moment.
 */
static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width, least_height;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

/* What a panel covers of the width, or takes from it. */
static int
visible_width (const Panel *panel, int width)
{
  return (int) (MIN (panel->width, width - BESIDE) * panel->shown + 0.5);
}

void
qg_frame_expect_size (QgFrame *self, int width, int height, int *center_width, int *center_height)
{
  int taken = 0;

  settle (self, width, height);
  for (int i = 0; i < 2; i++)
    taken += self->width_class == QG_WIDTH_WIDE ? visible_width (&self->panels[i], width) : 0;
  *center_width = MAX (0, width - taken);
  *center_height = MAX (0, height - height_of (self->header, width) - height_of (self->footer, width));
}

static void
qg_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QgFrame *self = QG_FRAME (widget);
  gboolean wide = self->width_class == QG_WIDTH_WIDE;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int top = height_of (self->header, width), bottom = height_of (self->footer, width);
  int middle = MAX (0, height - top - bottom), taken[2];

  if ((class_of (width) != self->width_class || self->low != (height < LOW) || start_differs (self, width)) &&
      self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);

  place (self->header, 0, 0, width, top);
  for (int i = 0; i < 2; i++)
    {
      Panel *panel = &self->panels[i];
      int panel_width = MIN (panel->width, width - BESIDE);
      int visible = visible_width (panel, width);
      gboolean left = (i == QG_SIDE_START) != rtl;

      place (panel->widget, left ? visible - panel_width : width - visible, top, panel_width, middle);
      taken[i] = wide ? visible : 0;
    }
  place (self->center, taken[rtl ? 1 : 0], top, MAX (0, width - taken[0] - taken[1]), middle);
  place (self->scrim, 0, top, width, middle);
  place (self->footer, 0, height - bottom, width, bottom);
}

static void
scrim_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgFrame *self)
{
  qg_frame_set_open (self, QG_SIDE_START, FALSE);
  qg_frame_set_open (self, QG_SIDE_END, FALSE);
}

/* Draws what lies over the picture last: center, scrim, panels, footer, header. */
static void
qg_frame_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  QgFrame *self = QG_FRAME (buildable);
  GtkWidget *widget;

  if (!GTK_IS_WIDGET (child) || type == NULL)
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }
  widget = GTK_WIDGET (child);
  if (strcmp (type, "header") == 0)
    self->header = widget;
  else if (strcmp (type, "center") == 0)
    self->center = widget;
  else if (strcmp (type, "footer") == 0)
    self->footer = widget;
  else
    self->panels[strcmp (type, "start") == 0 ? QG_SIDE_START : QG_SIDE_END].widget = widget;
  if (widget == self->header)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), NULL);
  else if (widget == self->center)
    gtk_widget_insert_before (widget, GTK_WIDGET (self), self->scrim);
  else
    gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
  show_progress (self);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = qg_frame_add_child;
}

void
qg_frame_hold (QgFrame *self)
{
  g_autoptr (GdkPaintable) live = NULL;

  if (self->held != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  live = gtk_widget_paintable_new (GTK_WIDGET (self));
  self->held = gdk_paintable_get_current_image (live);
}

void
qg_frame_let_go (QgFrame *self)
{
  if (self->held == NULL)
    return;
  g_clear_object (&self->held);
  self->let_go = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The end of the first frame with what was held back. */
static void
painted_cb (GdkFrameClock *clock, QgFrame *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  qg_profile_mark ("let-go");
}

static void
qg_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgFrame *self = QG_FRAME (widget);

  if (self->held != NULL)
    gdk_paintable_snapshot (self->held, snapshot, gdk_paintable_get_intrinsic_width (self->held),
                            gdk_paintable_get_intrinsic_height (self->held));
  else
    GTK_WIDGET_CLASS (qg_frame_parent_class)->snapshot (widget, snapshot);
  if (self->held == NULL && self->let_go)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb),
                             self, 0);
  self->let_go = self->let_go && self->held != NULL;
}

static void
qg_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QgFrame *self = QG_FRAME (object);

  if (id == PROP_WIDTH_CLASS)
    g_value_set_int (value, self->width_class);
  else if (id == PROP_LOW)
    g_value_set_boolean (value, self->low);
  else
    g_value_set_boolean (value, self->panels[id == PROP_START_OPEN ? QG_SIDE_START : QG_SIDE_END].open);
}

static void
qg_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QgSide side = id == PROP_START_OPEN ? QG_SIDE_START : QG_SIDE_END;

  qg_frame_set_open (QG_FRAME (object), side, g_value_get_boolean (value));
  g_signal_emit (object, signals[BY_HAND], 0, (int) side);
}

static void
qg_frame_dispose (GObject *object)
{
  QgFrame *self = QG_FRAME (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->held);
  for (int i = 0; i < 2; i++)
    {
      if (self->panels[i].animation != NULL)
        adw_animation_pause (self->panels[i].animation);
      g_clear_object (&self->panels[i].animation);
      self->panels[i].widget = NULL;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_frame_parent_class)->dispose (object);
}

static void
qg_frame_class_init (QgFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = qg_frame_get_property;
  object_class->set_property = qg_frame_set_property;
  object_class->dispose = qg_frame_dispose;
  widget_class->measure = qg_frame_measure;
  widget_class->size_allocate = qg_frame_size_allocate;
  widget_class->snapshot = qg_frame_snapshot;
  props[PROP_START_OPEN] = g_param_spec_boolean ("start-open", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  props[PROP_END_OPEN] = g_param_spec_boolean ("end-open", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  props[PROP_WIDTH_CLASS] = g_param_spec_int ("width-class", NULL, NULL, QG_WIDTH_WIDE, QG_WIDTH_COMPACT,
                                              QG_WIDTH_WIDE, G_PARAM_READABLE | flags);
  props[PROP_LOW] = g_param_spec_boolean ("low", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BY_HAND] = g_signal_new ("by-hand", QG_TYPE_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "qg-frame");
}

static void
qg_frame_init (QgFrame *self)
{
  const AdwAnimationTargetFunc progress[] = { start_progress_cb, end_progress_cb };
  const int widths[] = { 290, 348 };
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->scrim = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->scrim, "qg-scrim");
  gtk_widget_set_child_visible (self->scrim, FALSE);
  g_signal_connect_object (click, "released", G_CALLBACK (scrim_cb), self, 0);
  gtk_widget_add_controller (self->scrim, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->scrim, GTK_WIDGET (self));
  for (int i = 0; i < 2; i++)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (progress[i], self, NULL);

      self->panels[i].animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_MS, target);
      self->panels[i].width = widths[i];
    }
}

GtkWidget *
qg_frame_new (void)
{
  return g_object_new (QG_TYPE_FRAME, NULL);
}
