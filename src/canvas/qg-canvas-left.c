/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where a picture was looked at when it was left, for who comes back to it with something selected: from a
 * neighbourhood to the place in a large map that it belongs to. */

#include "qg-canvas-private.h"

#include <math.h>

#define MOST_LEFT 16u

typedef struct
{
  QgPart *part; /* owned */
  QgRect bounds;
  QgPoint middle;
  double zoom;
} Left;

static void
left_free (gpointer data)
{
  Left *left = data;

  qg_part_unref (left->part);
  g_free (left);
}

GPtrArray *
qg_canvas_new_left (void)
{
  return g_ptr_array_new_with_free_func (left_free);
}

static guint
find_left (QgCanvas *self, const QgScene *scene)
{
  for (guint i = 0; i < self->left->len; i++)
    if (((Left *) g_ptr_array_index (self->left, i))->part == qg_scene_get_part (scene))
      return i;
  return QG_NONE;
}

/* @scene: that @view was of. What was seen whole is seen whole again, which needs no memory. */
void
qg_canvas_leave_view (QgCanvas *self, const QgScene *scene, const QgCamera *view, gboolean whole)
{
  double scale = qg_canvas_get_pixels_per_point (self, view->zoom);
  guint before = find_left (self, scene);
  Left *left;

  if (before != QG_NONE)
    g_ptr_array_remove_index (self->left, before);
  if (whole || !self->interactive || qg_scene_get_layout (scene)->provisional)
    return;
  left = g_new0 (Left, 1);
  left->part = qg_part_ref (qg_scene_get_part (scene));
  left->bounds = qg_scene_get_bounds (scene);
  left->middle = (QgPoint){ view->x + qg_canvas_get_width (self) / scale / 2,
                            view->y + qg_canvas_get_height (self) / scale / 2 };
  left->zoom = view->zoom;
  g_ptr_array_add (self->left, left);
  if (self->left->len > MOST_LEFT)
    g_ptr_array_remove_index (self->left, 0);
}

static gboolean
is_same_place (const QgRect *a, const QgRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

gboolean
qg_canvas_find_selected (QgCanvas *self, const QgScene *scene, QgRect *rect)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  QgPart *part = qg_scene_get_part (scene);
  guint index = QG_NONE;

  if (!qg_explorer_is_scene_current (self->explorer, scene))
    return FALSE;
  if (selection.kind == QG_SELECTION_ENTITY)
    index = qg_part_index_of_entity (part, selection.number);
  else if (selection.kind == QG_SELECTION_RELATION)
    index = qg_part_index_of_relation (part, selection.number);
  if (index == QG_NONE)
    return FALSE;
  *rect = selection.kind == QG_SELECTION_ENTITY ? qg_scene_get_node_rect (scene, index)
                                                : qg_scene_get_edge_bounds (scene, index);
  return TRUE;
}

/* FALSE where @scene was not left, or was seen whole, or another layout was; and where nothing is selected,
 * or a way or a step of a tour is shown in it. */
gboolean
qg_canvas_find_left_view (QgCanvas *self, const QgScene *scene, QgCamera *view)
{
  guint number = find_left (self, scene);
  const Left *left = number != QG_NONE ? g_ptr_array_index (self->left, number) : NULL;
  const QgRect bounds = qg_scene_get_bounds (scene);
  QgRect selected;

  if (left == NULL || !is_same_place (&bounds, &left->bounds) ||
      qg_explorer_get_lit_entities (self->explorer).n > 0 ||
      !qg_canvas_find_selected (self, scene, &selected))
    return FALSE;
  *view = qg_canvas_center_view (self, left->middle, left->zoom);
  if (!qg_canvas_is_seen (self, view, &selected))
    *view = qg_canvas_middle_view (self, &selected, left->zoom);
  return TRUE;
}
