/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* From the explorer's scene to the layer on screen. A new picture is drawn aside and swapped in whole when
 * what is seen of it is there: no mixture of two languages or two filters is ever on screen. */

#include "qg-canvas-private.h"

#include <math.h>

#include "qg-map-vary.h"

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

/* All of a picture, or what matters most of it where all could not be read. */
static QgCamera
get_first_view (QgCanvas *self, const QgScene *scene)
{
  QgCamera view;

  return qg_canvas_find_near_view (self, scene, &view) ? view : qg_canvas_fit_view (self, scene);
}

/* What will be seen of the next picture. */
static QgCamera
get_next_view (QgCanvas *self)
{
  if (self->next_keeps_view && self->layer != NULL)
    return self->tick != 0 && self->duration > 0 ? self->to : self->view;
  if (self->next_fits)
    return get_first_view (self, layer_scene (self->next));
  return self->next_view;
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
      const QgCamera next = get_next_view (self);

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
  const QgCamera view = get_next_view (self), old_view = self->view;
  QgCamera near_view;
  gboolean keeps_view = self->next_keeps_view && self->layer != NULL;
  gboolean near = self->next_fits && qg_canvas_find_near_view (self, layer_scene (self->next), &near_view);
  gboolean fits = self->next_fits && !near;
  QgTileLayer *old = self->layer;

  if (old != NULL && qg_scene_get_part (layer_scene (old)) != qg_scene_get_part (layer_scene (self->next)))
    qg_canvas_leave_view (self, layer_scene (old), &old_view, self->fitting || self->near);
  self->layer = g_steal_pointer (&self->next);
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

static void
swap_when_ready (QgCanvas *self)
{
  QgTileView tile_view;
  QgCamera view;

  /* Without a size everything that is seen is there, and it is nothing. */
  if (self->next == NULL || qg_canvas_get_width (self) == 0)
    return;
  view = get_next_view (self);
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
      swap_when_ready (self);
    }
}

/* Whether one looks at the same thing as before: another language or filter of the same layout, or the same
 * view of a newer state of the map. */
static gboolean
is_same_thing (const QgScene *before, const QgScene *after)
{
  QgPart *old = qg_scene_get_part (before), *new = qg_scene_get_part (after);
  QgMap *old_map = qg_part_get_map (old), *new_map = qg_part_get_map (new);
  guint old_view = qg_part_get_view (old), new_view = qg_part_get_view (new);

  if (qg_scene_get_layout (before) == qg_scene_get_layout (after))
    return TRUE;
  if (qg_map_is_akin (old_map, new_map) || !g_str_equal (qg_map_get_id (old_map), qg_map_get_id (new_map)))
    return FALSE;
  if (old_view != QG_NONE || new_view != QG_NONE)
    return old_view != QG_NONE && new_view != QG_NONE &&
           g_str_equal (qg_map_get_view (old_map, old_view)->id, qg_map_get_view (new_map, new_view)->id);
  if (qg_part_get_focus (old) != QG_NONE || qg_part_get_focus (new) != QG_NONE)
    return qg_part_get_focus (old) != QG_NONE && qg_part_get_focus (new) != QG_NONE &&
           g_str_equal (qg_map_get_entity (old_map, qg_part_get_focus (old))->id,
                        qg_map_get_entity (new_map, qg_part_get_focus (new))->id);
  return TRUE;
}

/* The middle of the box of an entity, by its id, since numbers change when a map's file does. */
static gboolean
find_box (const QgScene *scene, const char *id, QgPoint *middle)
{
  QgPart *part = qg_scene_get_part (scene);
  guint entity = qg_map_find_entity (qg_part_get_map (part), id);
  guint node = entity != QG_NONE ? qg_part_index_of_entity (part, entity) : QG_NONE;

  if (node == QG_NONE)
    return FALSE;
  *middle = qg_rect_center (&qg_scene_get_layout (scene)->nodes[node]);
  return TRUE;
}

/* The entity that is to stay where it is on screen when the layout changes under it: the selected one, else
 * the one nearest to the middle of the window. */
static const char *
find_anchor (QgCanvas *self, const QgScene *scene)
{
  QgPart *part = qg_scene_get_part (scene);
  QgMap *map = qg_part_get_map (part);
  QgNumbers entities = qg_part_get_entities (part);
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  const QgViewport at = qg_explorer_get_viewport (self->explorer);
  const char *nearest = NULL;
  double least = G_MAXDOUBLE;

  if (selection.kind == QG_SELECTION_ENTITY)
    return qg_map_get_entity (qg_explorer_get_map (self->explorer), selection.number)->id;
  for (guint i = 0; i < entities.n; i++)
    {
      QgPoint middle = qg_rect_center (&qg_scene_get_layout (scene)->nodes[i]);
      double distance = hypot (middle.x - at.center.x, middle.y - at.center.y);

      if (distance < least)
        {
          least = distance;
          nearest = qg_map_get_entity (map, entities.items[i])->id;
        }
    }
  return nearest;
}

/* The same zoom, moved with the entity that is held on to. FALSE where the new picture has it no more. */
static gboolean
find_following_view (QgCanvas *self, QgCamera *view)
{
  const QgScene *before = layer_scene (self->layer), *after = layer_scene (self->next);
  const char *anchor = find_anchor (self, before);
  QgPoint was, is;

  if (anchor == NULL || !find_box (before, anchor, &was) || !find_box (after, anchor, &is))
    return FALSE;
  *view = self->tick != 0 && self->duration > 0 ? self->to : self->view;
  view->x += is.x - was.x;
  view->y += is.y - was.y;
  return TRUE;
}

/* Where the next picture is looked at from: the same place, where the state that was restored says, or all of
 * it. */
static void
choose_next_view (QgCanvas *self)
{
  const QgViewport wished = qg_explorer_get_viewport (self->explorer);
  gboolean restored =
      wished.zoom > 0 && (wished.zoom != self->told.zoom || wished.center.x != self->told.center.x ||
                          wished.center.y != self->told.center.y);

  self->next_keeps_view = self->layer != NULL && !restored &&
                          is_same_thing (layer_scene (self->layer), layer_scene (self->next)) &&
                          (!self->fitting || qg_scene_get_layout (layer_scene (self->layer)) ==
                                                 qg_scene_get_layout (layer_scene (self->next)));
  self->next_fits = !restored;
  if (restored)
    self->next_view = qg_canvas_center_view (self, wished.center, MIN (wished.zoom, QG_CANVAS_MAX_ZOOM));
  else if (self->next_keeps_view &&
           qg_scene_get_layout (layer_scene (self->layer)) !=
               qg_scene_get_layout (layer_scene (self->next)) &&
           find_following_view (self, &self->next_view))
    self->next_keeps_view = self->next_fits = FALSE;
  else if (!self->next_keeps_view &&
           qg_canvas_find_left_view (self, layer_scene (self->next), &self->next_view))
    self->next_fits = FALSE;
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
  choose_next_view (self);
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
