/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where the keyboard stands in the picture, and the child widgets about it that a screen reader finds: the
 * entity that is stood on, its relations in the order of Tab, and its neighbours. */

#include "qg-canvas-private.h"

#include "qg-canvas-item.h"
#include "qg-config.h"
#include "qg-number.h"

#include <glib/gi18n-lib.h>

/* Of each: more would only make a reader slow; the outline has them all. */
#define MAX_RELATIONS 64u
#define MAX_NEIGHBOURS 32u

static const QgScene *
current_scene (QgCanvas *self)
{
  const QgScene *scene = self->layer != NULL ? qg_tile_layer_get_picture (self->layer)->scene : NULL;

  if (self->explorer == NULL || !qg_explorer_is_scene_current (self->explorer, scene))
    return NULL;
  return scene;
}

static gboolean
is_shown (QgCanvas *self, const guint8 *emphases, guint index)
{
  return index != QG_NONE && (emphases == NULL || emphases[index] != QG_EMPHASIS_HIDDEN);
}

static gboolean
shows_entity (QgCanvas *self, guint entity)
{
  const QgPicture *picture = qg_tile_layer_get_picture (self->layer);

  return entity != QG_NONE && is_shown (self, picture->node_emphases,
                                        qg_part_index_of_entity (qg_scene_get_part (picture->scene), entity));
}

/* @point: in the scene */
static guint
nearest_to (QgCanvas *self, const QgScene *scene, QgPoint point)
{
  const QgPart *part = qg_scene_get_part (scene);
  QgNumbers entities = qg_part_get_entities (part);
  guint best = QG_NONE;
  double best_far = G_MAXDOUBLE;

  for (guint i = 0; i < entities.n; i++)
    {
      const QgRect rect = qg_scene_get_node_rect (scene, i);
      QgPoint p = qg_rect_center (&rect);
      double far = hypot (p.x - point.x, p.y - point.y);

      if (far < best_far && shows_entity (self, entities.items[i]))
        {
          best = entities.items[i];
          best_far = far;
        }
    }
  return best;
}

static guint
nearest_to_middle (QgCanvas *self, const QgScene *scene)
{
  return nearest_to (self, scene,
                     qg_canvas_to_scene (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                         gtk_widget_get_height (GTK_WIDGET (self)) / 2.0));
}

static gboolean
shows_relation (QgCanvas *self, guint relation)
{
  const QgPicture *picture = qg_tile_layer_get_picture (self->layer);

  return is_shown (self, picture->edge_emphases,
                   qg_part_index_of_relation (qg_scene_get_part (picture->scene), relation));
}

/* Who stands on a relation that is hidden now stands on its end again, and who stands on an entity that is on
 * the one next to its place. */
void
qg_canvas_step_off (QgCanvas *self)
{
  const QgScene *scene = current_scene (self);
  guint index = QG_NONE;
  QgRect rect;

  if (scene != NULL && self->cursor_relation != QG_NONE && !shows_relation (self, self->cursor_relation))
    {
      self->cursor_relation = QG_NONE;
      g_signal_emit (self, qg_canvas_signals[SIGNAL_RELATION_CHANGED], 0);
    }
  if (scene != NULL && self->cursor_entity != QG_NONE && !shows_entity (self, self->cursor_entity))
    index = qg_part_index_of_entity (qg_scene_get_part (scene), self->cursor_entity);
  if (index == QG_NONE)
    return;
  rect = qg_scene_get_node_rect (scene, index);
  self->cursor_entity = nearest_to (self, scene, qg_rect_center (&rect));
}

guint
qg_canvas_get_standing (QgCanvas *self)
{
  const QgScene *scene = current_scene (self);
  QgSelection selection;
  guint instead;

  if (scene == NULL)
    return QG_NONE;
  if (shows_entity (self, self->cursor_entity))
    return self->cursor_entity;
  selection = qg_explorer_get_selection (self->explorer);
  if (selection.kind == QG_SELECTION_ENTITY && shows_entity (self, selection.number))
    return selection.number;
  instead = qg_explorer_find_stand_in (self->explorer, self->cursor_entity);
  return shows_entity (self, instead) ? instead : nearest_to_middle (self, scene);
}

/* While another picture is on its way than the one that is seen. One that failed to come is not. */
gboolean
qg_canvas_is_overtaken (QgCanvas *self)
{
  const QgScene *scene = qg_canvas_get_scene (self), *next;
  QgPart *part = self->explorer != NULL ? qg_explorer_get_part (self->explorer) : NULL;

  if (scene == NULL || part == NULL || qg_scene_get_part (scene) == part)
    return FALSE;
  next = qg_explorer_get_scene (self->explorer);
  return qg_explorer_get_layout_busy (self->explorer) || (next != NULL && qg_scene_get_part (next) == part);
}

/* What the picture is called by a screen reader: the title of what was asked for last, and how much it has.
 */
void
qg_canvas_update_texts (QgCanvas *self)
{
  QgPart *part = self->explorer != NULL ? qg_explorer_get_part (self->explorer) : NULL;
  guint n = part != NULL ? qg_part_get_entities (part).n : 0;
  g_autofree char *title = NULL, *count = NULL, *name = NULL;

  if (part == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);
      return;
    }
  title = qg_explorer_dup_title (self->explorer);
  count = qg_number_dup_count (n);
  /* Translators: read aloud for the picture: the title of what it shows, how many names are in it. */
  name = g_strdup_printf (ngettext ("%s, map, %s name", "%s, map, %s names", n), title, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The relations of @entity that are shown, in the order of Tab; (transfer full): guint. */
GArray *
qg_canvas_get_relations_at (QgCanvas *self, guint entity)
{
  GArray *relations = g_array_new (FALSE, FALSE, sizeof (guint));
  const QgScene *scene = current_scene (self);
  const QgPicture *picture;

  if (scene == NULL || entity == QG_NONE)
    return relations;
  picture = qg_tile_layer_get_picture (self->layer);
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) all = qg_part_dup_relations_at (qg_scene_get_part (scene), entity, side == 1);

      for (guint i = 0; i < all->len; i++)
        {
          guint relation = g_array_index (all, guint, i);
          const QgRelation *r = qg_map_get_relation (qg_explorer_get_map (self->explorer), relation);

          if ((side == 0 || r->from != r->to) &&
              is_shown (self, picture->edge_emphases,
                        qg_part_index_of_relation (qg_scene_get_part (scene), relation)))
            g_array_append_val (relations, relation);
        }
    }
  return relations;
}

/* The items */

static QgCanvasItem *
find_item (GPtrArray *items, QgSelection what)
{
  for (guint i = 0; i < items->len; i++)
    if (qg_selection_equal (qg_canvas_item_get_what (g_ptr_array_index (items, i)), what))
      return g_ptr_array_index (items, i);
  return NULL;
}

/* Moves the item of @what from the old ones, or a new one, to the end of @items. */
static void
want_item (QgCanvas *self, GPtrArray *items, QgSelection what, guint standing)
{
  QgCanvasItem *item;

  if (find_item (items, what) != NULL)
    return;
  item = find_item (self->items, what);
  if (item == NULL)
    {
      item = qg_canvas_item_new (what);
      gtk_widget_set_parent (GTK_WIDGET (item), GTK_WIDGET (self));
    }
  else
    g_ptr_array_remove (self->items, item);
  qg_canvas_item_describe (item, qg_scene_get_part (current_scene (self)), standing,
                           qg_scene_get_lang (current_scene (self)));
  g_ptr_array_add (items, item);
}

static void
gather_items (QgCanvas *self, GPtrArray *items, guint standing)
{
  g_autoptr (GArray) relations = qg_canvas_get_relations_at (self, standing);
  QgMap *map = qg_explorer_get_map (self->explorer);

  want_item (self, items, (QgSelection){ QG_SELECTION_ENTITY, standing }, standing);
  if (self->cursor_relation != QG_NONE)
    want_item (self, items, (QgSelection){ QG_SELECTION_RELATION, self->cursor_relation }, standing);
  for (guint i = 0; i < MIN (relations->len, MAX_RELATIONS); i++)
    want_item (self, items, (QgSelection){ QG_SELECTION_RELATION, g_array_index (relations, guint, i) },
               standing);
  for (guint i = 0; i < MIN (relations->len, MAX_NEIGHBOURS); i++)
    {
      const QgRelation *r = qg_map_get_relation (map, g_array_index (relations, guint, i));

      want_item (self, items, (QgSelection){ QG_SELECTION_ENTITY, r->from == standing ? r->to : r->from },
                 standing);
    }
}

static gboolean
has_focus_inside (QgCanvas *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

/* Makes the children anew about the place that is stood on. The focus is moved before its old widget goes. */
void
qg_canvas_items_changed (QgCanvas *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) old = NULL;
  gboolean had_focus = has_focus_inside (self);
  guint standing = qg_canvas_get_standing (self);

  if (standing != QG_NONE)
    gather_items (self, items, standing);
  old = g_steal_pointer (&self->items);
  self->items = g_steal_pointer (&items);
  qg_canvas_items_allocate (self);
  if (had_focus)
    qg_canvas_grab_item (self);
  for (guint i = 0; i < old->len; i++)
    gtk_widget_unparent (g_ptr_array_index (old, i));
}

static QgRect
item_rect (QgCanvas *self, const QgScene *scene, QgSelection what)
{
  const QgPart *part = qg_scene_get_part (scene);
  guint index = what.kind == QG_SELECTION_ENTITY ? qg_part_index_of_entity (part, what.number)
                                                 : qg_part_index_of_relation (part, what.number);
  QgRect rect;

  if (index == QG_NONE)
    return (QgRect){ 0 };
  if (what.kind == QG_SELECTION_ENTITY)
    rect = qg_scene_get_node_rect (scene, index);
  else
    {
      rect = qg_scene_get_verb_rect (scene, index);
      if (rect.width < 0)
        rect = qg_scene_get_edge_bounds (scene, index);
    }
  return qg_canvas_to_widget (self, &rect);
}

/* Puts the children where their shapes are, so that readers that draw a frame draw it there. */
void
qg_canvas_items_allocate (QgCanvas *self)
{
  const QgScene *scene = current_scene (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i);
      QgRect rect = { 0 };

      if (scene != NULL)
        rect = item_rect (self, scene, qg_canvas_item_get_what (QG_CANVAS_ITEM (item)));
      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (
          item, (int) CLAMP (rect.width, 1, 32767), (int) CLAMP (rect.height, 1, 32767), -1,
          gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) CLAMP (rect.x, -1e6, 1e6),
                                                               (float) CLAMP (rect.y, -1e6, 1e6))));
    }
}

gboolean
qg_canvas_grab_item (QgCanvas *self)
{
  QgCanvasItem *item = NULL;

  if (self->cursor_relation != QG_NONE)
    item = find_item (self->items, (QgSelection){ QG_SELECTION_RELATION, self->cursor_relation });
  if (item == NULL)
    item = find_item (self->items, (QgSelection){ QG_SELECTION_ENTITY, qg_canvas_get_standing (self) });
  return item != NULL && gtk_widget_grab_focus (GTK_WIDGET (item));
}

/* Stands on @entity (or nowhere), or on its @relation. */
void
qg_canvas_set_cursor (QgCanvas *self, guint entity, guint relation)
{
  gboolean other = self->cursor_relation != relation;

  if (self->cursor_entity == entity && !other)
    return;
  self->cursor_entity = entity;
  self->cursor_relation = relation;
  qg_canvas_items_changed (self);
  qg_canvas_overlay_changed (self);
  if (other)
    g_signal_emit (self, qg_canvas_signals[SIGNAL_RELATION_CHANGED], 0);
}
