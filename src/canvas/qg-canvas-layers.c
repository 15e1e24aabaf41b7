/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* From the explorer's scene to the layer on screen. A new picture is drawn aside and swapped in whole when
 * what is seen of it is there: no mixture of two languages or two filters is ever on screen. Where it is
 * looked at from: qg-canvas-next.c. */

#include "qg-canvas-private.h"

/* Tiles that are not seen are kept within this; and three windows full at least. */
#define TILE_BYTES ((gsize) 64 << 20)
/* Tiles drawn beyond the edges of the window, for the next pan. */
#define TILES_AROUND 1
/* How long the first frame waits for its picture at most. */
#define HURRY_MS 30

static double
get_unit (QgCanvas *self)
{
  return QG_CANVAS_PIXELS_PER_POINT * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static const QgScene *
layer_scene (QgTileLayer *layer)
{
  return qg_tile_layer_get_picture (layer)->scene;
}

/* Whether the next picture is the first one, and seen whole or near: then its coarse level can wait. */
static gboolean
begins_whole (const QgCanvas *self)
{
  return self->layer == NULL && self->next_fits;
}

void
qg_canvas_update_wants (QgCanvas *self)
{
  g_autoptr (GArray) wants = NULL;
  QgTileView view;

  if (self->worker == NULL)
    return;
  wants = g_array_new (FALSE, FALSE, sizeof (QgTileWant));
  if (self->next != NULL)
    {
      const QgCamera next = qg_canvas_update_next_view (self);

      view = qg_canvas_get_tile_view (self, &next, FALSE);
      if (begins_whole (self))
        qg_tile_layer_want_seen (self->next, &view, wants);
      else
        qg_tile_layer_want (self->next, &view, 0, wants);
    }
  if (self->layer != NULL)
    {
      view = qg_canvas_get_tile_view (self, &self->view, self->moving);
      qg_tile_layer_want (self->layer, &view, self->moving ? 0 : TILES_AROUND, wants);
      /* While the view moves to where it will stay, the worker goes ahead. */
      if (self->tick != 0 && self->duration > 0)
        {
          view = qg_canvas_get_tile_view (self, &self->to, FALSE);
          qg_tile_layer_want (self->layer, &view, 0, wants);
        }
    }
  qg_tile_worker_set_wanted (self->worker, wants);
}

static gboolean
transition_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  QgCanvas *self = QG_CANVAS (widget);

  gtk_widget_queue_draw (widget);
  if (self->transition != NULL)
    return G_SOURCE_CONTINUE;
  self->transition_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_transition (QgCanvas *self, QgTileLayer *old, const QgCamera *old_view)
{
  g_clear_pointer (&self->transition, qg_transition_free);
  if (!qg_canvas_is_animated (self) ||
      qg_scene_get_layout (layer_scene (old)) == qg_scene_get_layout (layer_scene (self->layer)))
    return;
  self->transition = qg_transition_new (qg_tile_layer_get_picture (old), old_view,
                                        qg_tile_layer_get_picture (self->layer), &self->view);
  self->transition_start = 0;
  if (self->transition != NULL && self->transition_tick == 0)
    self->transition_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), transition_tick_cb, NULL, NULL);
}

static void
swap_in (QgCanvas *self)
{
  const QgCamera view = qg_canvas_update_next_view (self), old_view = self->view;
  QgCamera near_view;
  gboolean keeps_view = self->next_keeps_view && self->layer != NULL;
  gboolean touched = (keeps_view || self->next_follows) && qg_canvas_is_touched (self);
  gboolean near = self->next_fits && qg_canvas_find_near_view (self, layer_scene (self->next), &near_view);
  gboolean fits = self->next_fits && !near;
  QgTileLayer *old = self->layer;

  if (old != NULL && qg_scene_get_part (layer_scene (old)) != qg_scene_get_part (layer_scene (self->next)))
    qg_canvas_leave_view (self, layer_scene (old), &old_view, self->fitting || self->near);
  self->layer = g_steal_pointer (&self->next);
  self->touched = touched;
  if (!keeps_view)
    {
      gboolean other = self->fitting != fits;

      /* Before the explorer is told where one looks. */
      self->fitting = fits;
      self->near = near;
      qg_canvas_use_view (self, &view);
      qg_canvas_stop (self);
      self->moving = FALSE;
      g_clear_handle_id (&self->settle, g_source_remove);
      if (other)
        g_object_notify_by_pspec (G_OBJECT (self), qg_canvas_props[PROP_FITTING]);
    }
  if (touched)
    qg_canvas_tell_explorer (self);
  if (old != NULL)
    {
      begin_transition (self, old, &old_view);
      qg_tile_layer_free (old);
    }
  qg_canvas_overlay_changed (self);
  qg_canvas_step_off (self);
  qg_canvas_items_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, qg_canvas_signals[SIGNAL_VIEW_CHANGED], 0);
  if (self->later)
    qg_canvas_picture_changed (self);
}

void
qg_canvas_swap_when_ready (QgCanvas *self)
{
  QgTileView tile_view;
  QgCamera view;

  /* Without a size everything that is seen is there, and it is nothing. */
  if (self->next == NULL || qg_canvas_get_width (self) == 0)
    return;
  view = qg_canvas_update_next_view (self);
  tile_view = qg_canvas_get_tile_view (self, &view, FALSE);
  if (begins_whole (self) ? qg_tile_layer_is_seen (self->next, &tile_view)
                          : qg_tile_layer_is_sharp (self->next, &tile_view))
    swap_in (self);
}

void
qg_canvas_tile_cb (const QgTileWant *tile, cairo_surface_t *surface, gpointer user_data)
{
  QgCanvas *self = user_data;

  if (self->layer != NULL && tile->picture == qg_tile_layer_get_picture (self->layer))
    {
      qg_tile_layer_add (self->layer, tile, surface);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->next != NULL && tile->picture == qg_tile_layer_get_picture (self->next))
    {
      qg_tile_layer_add (self->next, tile, surface);
      qg_canvas_swap_when_ready (self);
    }
}

void
qg_canvas_expect_size (QgCanvas *self, int width, int height)
{
  g_return_if_fail (QG_IS_CANVAS (self));
  self->expected_width = width;
  self->expected_height = height;
  qg_canvas_update_wants (self);
}

/* As long as nothing is shown, the provisional picture of a large part is finished first: the one with the
 * real places would begin from nothing, and takes longer. */
static gboolean
finishes_first (QgCanvas *self, QgScene *scene)
{
  const QgScene *next = self->layer == NULL && self->next != NULL ? layer_scene (self->next) : NULL;

  return next != NULL && scene != NULL && qg_canvas_get_width (self) > 0 &&
         qg_scene_get_layout (next)->provisional && !qg_scene_get_layout (scene)->provisional &&
         qg_scene_get_part (next) == qg_scene_get_part (scene);
}

void
qg_canvas_picture_changed (QgCanvas *self)
{
  g_autoptr (QgPicture) picture = NULL;
  QgScene *scene = self->explorer != NULL ? qg_explorer_get_scene (self->explorer) : NULL;

  self->later = finishes_first (self, scene);
  if (self->later)
    return;
  g_clear_pointer (&self->next, qg_tile_layer_free);
  if (scene == NULL)
    return;
  picture = qg_picture_new (scene, qg_explorer_get_emphases (self->explorer), self->theme,
                            gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  self->next = qg_tile_layer_new (picture, get_unit (self));
  qg_canvas_choose_next_view (self);
  qg_canvas_update_wants (self);
}

void
qg_canvas_drop_layers (QgCanvas *self)
{
  g_clear_pointer (&self->transition, qg_transition_free);
  self->later = FALSE;
  g_clear_pointer (&self->next, qg_tile_layer_free);
  g_clear_pointer (&self->lit_names, qg_lit_names_free);
  g_clear_pointer (&self->layer, qg_tile_layer_free);
}

/* In the first frame, between its layout and its painting: rather a frame that comes a moment later than one
 * without a picture. */
void
qg_canvas_hurry (QgCanvas *self)
{
  if (self->layer == NULL && self->next != NULL && qg_canvas_get_width (self) > 0)
    qg_tile_worker_hurry (self->worker, HURRY_MS);
}

/* At the end of a frame. */
void
qg_canvas_trim (QgCanvas *self)
{
  gsize pixels =
      (gsize) gtk_widget_get_width (GTK_WIDGET (self)) * (gsize) gtk_widget_get_height (GTK_WIDGET (self));
  gsize factor = (gsize) gtk_widget_get_scale_factor (GTK_WIDGET (self));

  qg_tile_layer_trim (self->layer, MAX (TILE_BYTES, 3 * 4 * pixels * factor * factor));
}

QgScene *
qg_canvas_get_scene (QgCanvas *self)
{
  g_return_val_if_fail (QG_IS_CANVAS (self), NULL);
  return self->layer != NULL ? qg_tile_layer_get_picture (self->layer)->scene : NULL;
}

gboolean
qg_canvas_draw_whole (QgCanvas *self, cairo_t *cr, const QgRect *box)
{
  g_return_val_if_fail (QG_IS_CANVAS (self), FALSE);
  if (self->layer == NULL)
    return FALSE;
  qg_tile_layer_draw_whole (self->layer, cr, box);
  return TRUE;
}

QgRect
qg_canvas_get_whole (QgCanvas *self)
{
  return self->layer != NULL ? qg_tile_layer_get_bounds (self->layer) : (QgRect){ 0 };
}
