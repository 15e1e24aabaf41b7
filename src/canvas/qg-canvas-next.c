/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where the next picture is looked at from: where one looks now, where the state that was restored says,
 * where it was left, or all of it. */

#include "qg-canvas-private.h"

#include <math.h>

#include "qg-map-vary.h"

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

/* Places that were made up, and those of the same part that take their place. */
static gboolean
is_final (const QgScene *before, const QgScene *after)
{
  return qg_scene_get_part (before) == qg_scene_get_part (after) &&
         qg_scene_get_layout (before)->provisional && !qg_scene_get_layout (after)->provisional;
}

/* Whether a person has chosen what is seen: of places that were made up only what was done since they were
 * there counts, since nobody was asked where they begin. */
gboolean
qg_canvas_is_touched (QgCanvas *self)
{
  if (self->fitting || self->near)
    return FALSE;
  return self->touched || !qg_scene_get_layout (layer_scene (self->layer))->provisional;
}

/* Whether one looks at the same thing as before: another language or filter of the same layout, or the same
 * view of a newer state of the map. */
static gboolean
is_same_thing (const QgScene *before, const QgScene *after)
{
  QgPart *old = qg_scene_get_part (before), *new = qg_scene_get_part (after);
  QgMap *old_map = qg_part_get_map (old), *new_map = qg_part_get_map (new);
  guint old_view = qg_part_get_view (old), new_view = qg_part_get_view (new);

  if (qg_scene_get_layout (before) == qg_scene_get_layout (after) || is_final (before, after))
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

/* Whether any of the entity is in sight, where @view is looked at. */
static gboolean
is_in_sight (QgCanvas *self, const QgScene *scene, const QgCamera *view, guint node)
{
  double scale = qg_canvas_get_pixels_per_point (self, view->zoom);
  const QgRect seen = { view->x, view->y, qg_canvas_get_width (self) / scale,
                        qg_canvas_get_height (self) / scale };
  const QgRect rect = qg_scene_get_node_rect (scene, node);

  return qg_rect_intersects (&seen, &rect);
}

/* The entity that is to stay where it is on screen when the layout changes under it: the selected one where
 * it is in sight, else the one nearest to the middle of the window. */
static const char *
find_anchor (QgCanvas *self, const QgScene *scene, const QgCamera *view)
{
  QgPart *part = qg_scene_get_part (scene);
  QgMap *map = qg_part_get_map (part);
  QgNumbers entities = qg_part_get_entities (part);
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  double scale = qg_canvas_get_pixels_per_point (self, view->zoom);
  const QgPoint at = { view->x + qg_canvas_get_width (self) / scale / 2,
                       view->y + qg_canvas_get_height (self) / scale / 2 };
  const char *nearest = NULL;
  double least = G_MAXDOUBLE;

  if (selection.kind == QG_SELECTION_ENTITY)
    {
      const char *id = qg_map_get_entity (qg_explorer_get_map (self->explorer), selection.number)->id;
      guint entity = qg_map_find_entity (map, id);
      guint node = entity != QG_NONE ? qg_part_index_of_entity (part, entity) : QG_NONE;

      if (node != QG_NONE && is_in_sight (self, scene, view, node))
        return id;
    }
  for (guint i = 0; i < entities.n; i++)
    {
      QgPoint middle = qg_rect_center (&qg_scene_get_layout (scene)->nodes[i]);
      double distance = hypot (middle.x - at.x, middle.y - at.y);

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
  const QgCamera now = qg_canvas_get_goal (self);
  const char *anchor = find_anchor (self, before, &now);
  QgPoint was, is;

  if (anchor == NULL || !find_box (before, anchor, &was) || !find_box (after, anchor, &is))
    return FALSE;
  *view = (QgCamera){ now.x + is.x - was.x, now.y + is.y - was.y, now.zoom };
  return TRUE;
}

/* Whether the explorer was told from elsewhere where to look, as by a state that is restored. */
static gboolean
is_restored (QgCanvas *self)
{
  const QgViewport wished = qg_explorer_get_viewport (self->explorer);

  /* Who has moved among places that were made up has gone on from there. */
  if (self->layer != NULL && is_final (layer_scene (self->layer), layer_scene (self->next)) && self->touched)
    return FALSE;
  return wished.zoom > 0 && (wished.zoom != self->told.zoom || wished.center.x != self->told.center.x ||
                             wished.center.y != self->told.center.y);
}

void
qg_canvas_choose_next_view (QgCanvas *self)
{
  const QgViewport wished = qg_explorer_get_viewport (self->explorer);
  const QgScene *before = self->layer != NULL ? layer_scene (self->layer) : NULL;
  const QgScene *after = layer_scene (self->next);
  gboolean restored = is_restored (self);
  gboolean same_layout = before != NULL && qg_scene_get_layout (before) == qg_scene_get_layout (after);

  self->next_chosen_at = qg_canvas_get_goal (self);
  self->next_keeps_view =
      before != NULL && !restored && is_same_thing (before, after) &&
      (same_layout || (!self->fitting && (!is_final (before, after) || qg_canvas_is_touched (self))));
  self->next_follows = FALSE;
  self->next_fits = !restored;
  if (restored)
    self->next_view = qg_canvas_center_view (self, wished.center, MIN (wished.zoom, QG_CANVAS_MAX_ZOOM));
  else if (self->next_keeps_view && !same_layout && find_following_view (self, &self->next_view))
    {
      self->next_keeps_view = self->next_fits = FALSE;
      self->next_follows = TRUE;
    }
  else if (!self->next_keeps_view && qg_canvas_find_left_view (self, after, &self->next_view))
    self->next_fits = FALSE;
}

QgCamera
qg_canvas_update_next_view (QgCanvas *self)
{
  const QgCamera now = qg_canvas_get_goal (self);

  /* Whoever has moved while the picture was drawn aside goes on from there. */
  if (self->layer != NULL && (now.x != self->next_chosen_at.x || now.y != self->next_chosen_at.y ||
                              now.zoom != self->next_chosen_at.zoom))
    qg_canvas_choose_next_view (self);
  if (self->next_keeps_view && self->layer != NULL)
    return now;
  if (self->next_fits)
    return get_first_view (self, layer_scene (self->next));
  return self->next_view;
}
