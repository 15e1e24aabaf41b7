/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-canvas-private.h"

#include "qg-canvas-item.h"
#include "qg-profile.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

G_DEFINE_FINAL_TYPE (QgCanvas, qg_canvas, GTK_TYPE_WIDGET)

GParamSpec *qg_canvas_props[N_PROPS];
guint qg_canvas_signals[N_SIGNALS];

#define BAND_HEIGHT 128.f /* logical pixels */

/* Drawing */

/* One band of the window. Each has a node of its own: a renderer replays a node into an image of the node's
 * size and copies that, which is quicker when it fits into the processor's cache. */
static void
draw_band (QgCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *band, const QgTileView *view,
           QgTileCount *count)
{
  double unit = 1.0 / gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, band);

  cairo_scale (cr, unit, unit);
  if (self->layer != NULL)
    qg_tile_layer_draw (self->layer, cr, view, count);
  else
    {
      QgColor background = qg_theme_get (self->theme)->background;

      cairo_set_source_rgb (cr, ((background >> 24) & 0xff) / 255.0, ((background >> 16) & 0xff) / 255.0,
                            ((background >> 8) & 0xff) / 255.0);
      cairo_paint (cr);
    }
  cairo_destroy (cr);
}

static void
draw_tiles (QgCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds, const QgTileView *view)
{
  QgTileCount count = { 0 };

  for (float y = 0; y < bounds->size.height; y += BAND_HEIGHT)
    {
      const graphene_rect_t band =
          GRAPHENE_RECT_INIT (0, y, bounds->size.width, MIN (BAND_HEIGHT, bounds->size.height - y));

      count = (QgTileCount){ 0 };
      draw_band (self, snapshot, &band, view, &count);
    }
  self->stats.frames++;
  self->stats.wanted_tiles += count.wanted;
  self->stats.wrong_level_tiles += count.wrong_level;
  self->stats.empty_tiles += count.empty;
  self->stats.sharp = self->layer != NULL && count.wrong_level == 0 && count.empty == 0;
}

/* FALSE when it is over. */
static gboolean
draw_transition (QgCanvas *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 now = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  double t;

  if (self->transition == NULL)
    return FALSE;
  if (self->transition_start == 0)
    self->transition_start = now;
  t = (double) (now - self->transition_start) / (QG_CANVAS_MOVE_MS * 1000.0);
  if (t >= 1 || clock == NULL)
    {
      g_clear_pointer (&self->transition, qg_transition_free);
      return FALSE;
    }
  qg_transition_snapshot (self->transition, t, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget), gtk_widget_get_scale_factor (widget));
  return TRUE;
}

/* The end of the frame that shows the picture. */
static void
painted_cb (GdkFrameClock *clock, QgCanvas *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  qg_profile_mark ("drawn");
  g_signal_emit (self, qg_canvas_signals[SIGNAL_DRAWN], 0);
}

static void
tell_drawn (QgCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->drawn || !self->stats.sharp || clock == NULL)
    return;
  self->drawn = TRUE;
  qg_tile_worker_step_back (self->worker);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
}

static void
qg_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgCanvas *self = QG_CANVAS (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  const QgTileView view = qg_canvas_get_tile_view (self, &self->view, self->moving);

  if (!self->drawn)
    qg_profile_mark ("frame");
  if (!draw_transition (self, snapshot))
    {
      draw_tiles (self, snapshot, &bounds, &view);
      if (self->layer != NULL && qg_canvas_has_overlay (self))
        {
          double unit = 1.0 / gtk_widget_get_scale_factor (widget);
          cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

          cairo_scale (cr, unit, unit);
          qg_canvas_draw_overlay (self, cr, &view);
          cairo_destroy (cr);
        }
      tell_drawn (self);
    }
  qg_canvas_update_wants (self);
  if (self->layer != NULL)
    qg_canvas_trim (self);
}

static void
laid_out_cb (GdkFrameClock *clock, QgCanvas *self)
{
  if (self->next == NULL && self->layer == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  qg_canvas_hurry (self);
}

static void
qg_canvas_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qg_canvas_parent_class)->realize (widget);
  if (!QG_CANVAS (widget)->drawn)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "layout", G_CALLBACK (laid_out_cb), widget,
                             G_CONNECT_AFTER);
}

static void
qg_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  *minimum = 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 400;
}

static void
qg_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QgCanvas *self = QG_CANVAS (widget);

  qg_canvas_view_allocate (self);
  qg_canvas_items_allocate (self);
  qg_canvas_update_wants (self);
}

/* Focus: a child always has it, so that a screen reader always has something to read. */

static gboolean
qg_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QgCanvas *self = QG_CANVAS (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return self->interactive && gtk_widget_grab_focus (widget);
}

/* The keyboard may come back to a relation, as when a menu about it has closed. */
static void
qg_canvas_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  QgCanvas *self = QG_CANVAS (widget);
  QgSelection what = { QG_SELECTION_NOTHING };

  GTK_WIDGET_CLASS (qg_canvas_parent_class)->set_focus_child (widget, child);
  if (QG_IS_CANVAS_ITEM (child))
    what = qg_canvas_item_get_what (QG_CANVAS_ITEM (child));
  if (what.kind != QG_SELECTION_RELATION || self->cursor_relation == what.number)
    return;
  self->cursor_relation = what.number;
  qg_canvas_overlay_changed (self);
}

static gboolean
qg_canvas_grab_focus (GtkWidget *widget)
{
  QgCanvas *self = QG_CANVAS (widget);

  if (!self->interactive)
    return FALSE;
  /* Of a picture that goes no name is read any more: the picture itself has the keyboard, until its names are
   * there. */
  if (qg_canvas_is_overtaken (self))
    return GTK_WIDGET_CLASS (qg_canvas_parent_class)->grab_focus (widget);
  /* The name nearest to the middle is another one since the canvas or what is seen has changed. */
  if (!qg_canvas_grab_item (self))
    qg_canvas_items_changed (self);
  return qg_canvas_grab_item (self) || GTK_WIDGET_CLASS (qg_canvas_parent_class)->grab_focus (widget);
}

/* The explorer */

/* What was selected elsewhere is brought into sight, large enough to be read. */
static void
show_selection (QgCanvas *self)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  const QgScene *scene = qg_canvas_get_scene (self);
  const QgPart *part = scene != NULL ? qg_scene_get_part (scene) : NULL;
  guint index;
  QgRect rect;

  if (part == NULL || qg_part_get_map (part) != qg_explorer_get_map (self->explorer))
    return;
  if (selection.kind == QG_SELECTION_ENTITY)
    {
      index = qg_part_index_of_entity (part, selection.number);
      if (index == QG_NONE)
        return;
      rect = qg_scene_get_node_rect (scene, index);
    }
  else if (selection.kind == QG_SELECTION_RELATION)
    {
      index = qg_part_index_of_relation (part, selection.number);
      if (index == QG_NONE)
        return;
      rect = qg_scene_get_edge_bounds (scene, index);
    }
  else
    return;
  qg_canvas_reveal_readable (self, &rect);
}

static void
selection_cb (QgCanvas *self)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);

  if (selection.kind == QG_SELECTION_ENTITY && self->cursor_entity != selection.number)
    {
      self->cursor_entity = selection.number;
      self->cursor_relation = QG_NONE;
      /* Else the new picture makes them. */
      if (!qg_canvas_is_overtaken (self))
        qg_canvas_items_changed (self);
    }
  qg_canvas_overlay_changed (self);
  if (!self->selecting)
    show_selection (self);
}

static void
map_cb (QgCanvas *self)
{
  self->cursor_entity = self->cursor_relation = QG_NONE;
  g_ptr_array_set_size (self->left, 0);
}

/* A screen reader is told while another picture is on its way; what is heard until then is the old one. */
static void
layout_busy_cb (QgCanvas *self)
{
  gboolean busy = self->explorer != NULL && qg_explorer_get_layout_busy (self->explorer);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

void
qg_canvas_set_explorer (QgCanvas *self, QgExplorer *explorer)
{
  static const char *const overlay_signals[] = { "notify::pointed", "lit-changed" };
  static const char *const picture_signals[] = { "notify::scene", "hidden-changed" };

  g_return_if_fail (QG_IS_CANVAS (self));
  if (self->explorer == explorer)
    return;
  if (self->explorer != NULL)
    g_signal_handlers_disconnect_by_data (self->explorer, self);
  g_set_object (&self->explorer, explorer);
  qg_canvas_drop_layers (self);
  map_cb (self);
  if (explorer != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (overlay_signals); i++)
        g_signal_connect_object (explorer, overlay_signals[i], G_CALLBACK (qg_canvas_overlay_changed), self,
                                 G_CONNECT_SWAPPED);
      for (guint i = 0; i < G_N_ELEMENTS (picture_signals); i++)
        g_signal_connect_object (explorer, picture_signals[i], G_CALLBACK (qg_canvas_picture_changed), self,
                                 G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::selection", G_CALLBACK (selection_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::title", G_CALLBACK (qg_canvas_update_texts), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::layout-busy", G_CALLBACK (layout_busy_cb), self,
                               G_CONNECT_SWAPPED);
    }
  layout_busy_cb (self);
  qg_canvas_update_texts (self);
  qg_canvas_picture_changed (self);
  qg_canvas_items_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), qg_canvas_props[PROP_EXPLORER]);
}

QgExplorer *
qg_canvas_get_explorer (QgCanvas *self)
{
  return self->explorer;
}

/* With what it is related to; where names would be too small to read so, without. */
void
qg_canvas_zoom_to_selection (QgCanvas *self)
{
  const QgScene *scene = qg_canvas_get_scene (self);
  QgRect area;

  g_return_if_fail (QG_IS_CANVAS (self));
  if (scene == NULL || !qg_canvas_get_lit_area (self, &area))
    return;
  qg_canvas_zoom_to (self, &area);
  if (qg_explorer_get_selected_entities (self->explorer).n <= 1)
    show_selection (self);
}

/* Activation */

void
qg_canvas_activate (QgCanvas *self, QgSelection what)
{
  g_signal_emit (self, qg_canvas_signals[SIGNAL_ACTIVATED], 0, (guint) what.kind, what.number);
}

static void
qg_canvas_activated (QgCanvas *self, guint kind, guint number)
{
  const QgRelation *r;

  if (self->explorer == NULL)
    return;
  if (kind == QG_SELECTION_ENTITY)
    {
      qg_explorer_show_focus (self->explorer, number, 1, QG_FOLLOW_BOTH);
      return;
    }
  r = qg_map_get_relation (qg_explorer_get_map (self->explorer), number);
  qg_explorer_select_entity (self->explorer, self->cursor_entity == r->to ? r->from : r->to);
}

/* Properties */

void
qg_canvas_set_theme (QgCanvas *self, QgThemeId theme)
{
  g_return_if_fail (QG_IS_CANVAS (self) && theme < QG_N_THEMES);
  if (self->theme == theme)
    return;
  self->theme = theme;
  qg_canvas_picture_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), qg_canvas_props[PROP_THEME]);
}

QgThemeId
qg_canvas_get_theme (QgCanvas *self)
{
  return self->theme;
}

void
qg_canvas_set_interactive (QgCanvas *self, gboolean interactive)
{
  g_return_if_fail (QG_IS_CANVAS (self));
  if (self->interactive == interactive)
    return;
  self->interactive = interactive;
  gtk_widget_set_can_target (GTK_WIDGET (self), interactive);
  gtk_widget_set_can_focus (GTK_WIDGET (self), interactive);
  g_object_notify_by_pspec (G_OBJECT (self), qg_canvas_props[PROP_INTERACTIVE]);
}

void
qg_canvas_get_stats (QgCanvas *self, QgCanvasStats *stats)
{
  *stats = self->stats;
  stats->tiles_drawn = qg_tile_worker_get_n_drawn (self->worker) - self->drawn_before;
}

void
qg_canvas_reset_stats (QgCanvas *self)
{
  gboolean sharp = self->stats.sharp;

  self->stats = (QgCanvasStats){ .sharp = sharp };
  self->drawn_before = qg_tile_worker_get_n_drawn (self->worker);
}

static void
qg_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  QgCanvas *self = QG_CANVAS (object);

  switch (prop_id)
    {
    case PROP_EXPLORER:
      g_value_set_object (value, self->explorer);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->view.zoom);
      break;
    case PROP_FITTING:
      g_value_set_boolean (value, self->fitting);
      break;
    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, self->interactive);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qg_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  QgCanvas *self = QG_CANVAS (object);

  switch (prop_id)
    {
    case PROP_EXPLORER:
      qg_canvas_set_explorer (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      qg_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_THEME:
      qg_canvas_set_theme (self, g_value_get_uint (value));
      break;
    case PROP_INTERACTIVE:
      qg_canvas_set_interactive (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qg_canvas_dispose (GObject *object)
{
  QgCanvas *self = QG_CANVAS (object);

  if (self->explorer != NULL)
    g_signal_handlers_disconnect_by_data (self->explorer, self);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->worker, qg_tile_worker_free);
  qg_canvas_drop_layers (self);
  g_clear_handle_id (&self->settle, g_source_remove);
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  G_OBJECT_CLASS (qg_canvas_parent_class)->dispose (object);
}

static void
qg_canvas_finalize (GObject *object)
{
  QgCanvas *self = QG_CANVAS (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->left);
  g_clear_pointer (&self->lit_names, qg_lit_names_free);
  g_array_unref (self->strong_nodes);
  g_array_unref (self->plain_nodes);
  g_array_unref (self->strong_edges);
  G_OBJECT_CLASS (qg_canvas_parent_class)->finalize (object);
}

/* The renderer makes a surface as large as the window for every frame. With glibc's thresholds each is mapped
 * and unmapped; kept in the heap, a frame takes the main thread 5.7 instead of 8 ms. */
static void
keep_large_blocks (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 32 << 20);
  mallopt (M_TRIM_THRESHOLD, 64 << 20);
#endif
}

static void
qg_canvas_class_init (QgCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags r = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags rw = r | G_PARAM_WRITABLE;
  GParamSpec **props = qg_canvas_props;
  GType type = G_TYPE_FROM_CLASS (klass);

  keep_large_blocks ();
  object_class->get_property = qg_canvas_get_property;
  object_class->set_property = qg_canvas_set_property;
  object_class->dispose = qg_canvas_dispose;
  object_class->finalize = qg_canvas_finalize;
  widget_class->snapshot = qg_canvas_snapshot;
  widget_class->realize = qg_canvas_realize;
  widget_class->measure = qg_canvas_measure;
  widget_class->size_allocate = qg_canvas_size_allocate;
  widget_class->focus = qg_canvas_focus;
  widget_class->grab_focus = qg_canvas_grab_focus;
  widget_class->set_focus_child = qg_canvas_set_focus_child;

  props[PROP_EXPLORER] = g_param_spec_object ("explorer", NULL, NULL, QG_TYPE_EXPLORER, rw);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1e-4, QG_CANVAS_MAX_ZOOM, 1, rw);
  props[PROP_FITTING] = g_param_spec_boolean ("fitting", NULL, NULL, TRUE, r);
  props[PROP_THEME] = g_param_spec_uint ("theme", NULL, NULL, 0, QG_N_THEMES - 1, 0, rw);
  props[PROP_INTERACTIVE] = g_param_spec_boolean ("interactive", NULL, NULL, TRUE, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);

  qg_canvas_signals[SIGNAL_CONTEXT_MENU] =
      g_signal_new ("context-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_UINT,
                    G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  qg_canvas_signals[SIGNAL_GROUP_CHOSEN] = g_signal_new ("group-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  qg_canvas_signals[SIGNAL_ACTIVATED] =
      g_signal_new_class_handler ("activated", type, G_SIGNAL_RUN_LAST, G_CALLBACK (qg_canvas_activated),
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  qg_canvas_signals[SIGNAL_VIEW_CHANGED] =
      g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  qg_canvas_signals[SIGNAL_RELATION_CHANGED] =
      g_signal_new ("relation-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  qg_canvas_signals[SIGNAL_DRAWN] =
      g_signal_new ("drawn", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "qogamcanvas");
}

static void
qg_canvas_init (QgCanvas *self)
{
  self->view.zoom = 1;
  self->fitting = TRUE;
  self->fit_zoom = QG_CANVAS_MAX_FIT_ZOOM;
  self->interactive = TRUE;
  self->cursor_entity = self->cursor_relation = QG_NONE;
  self->items = g_ptr_array_new ();
  self->left = qg_canvas_new_left ();
  self->strong_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plain_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strong_edges = g_array_new (FALSE, FALSE, sizeof (guint));
  self->worker = qg_tile_worker_new (qg_canvas_tile_cb, self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  qg_canvas_init_pointer (self);
  qg_canvas_init_keys (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (qg_canvas_picture_changed), NULL);
}

GtkWidget *
qg_canvas_new (void)
{
  return g_object_new (QG_TYPE_CANVAS, NULL);
}
