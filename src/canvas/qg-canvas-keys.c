/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The keys of the canvas. Kazakh and Russian layouts put letters where digits and signs are, so those are
 * matched by the place of the key as well. */

#include "qg-canvas-private.h"

/* Logical pixels that Shift and an arrow move the picture by. */
#define PAN_STEP 80.0
#define MAX_SKIPPED 64 /* hidden nodes on the way to the next one */

static void
step_to (QgCanvas *self, guint entity)
{
  const QgScene *scene = qg_tile_layer_get_picture (self->layer)->scene;
  QgRect rect = qg_scene_get_node_rect (scene, qg_part_index_of_entity (qg_scene_get_part (scene), entity));

  qg_explorer_set_pointed (self->explorer, (QgSelection){ QG_SELECTION_NOTHING });
  qg_canvas_set_cursor (self, entity, QG_NONE);
  self->selecting = TRUE;
  qg_explorer_pass_entity (self->explorer, entity);
  self->selecting = FALSE;
  qg_canvas_reveal (self, &rect);
  qg_canvas_grab_item (self);
}

/* To the nearest entity in a direction. The first press only shows where one stands. */
static gboolean
move_cursor (QgCanvas *self, int dx, int dy)
{
  guint standing = qg_canvas_get_standing (self), index;
  const QgPicture *picture;
  const QgPart *part;

  if (standing == QG_NONE)
    return FALSE;
  if (self->cursor_entity != standing &&
      qg_explorer_get_selection (self->explorer).kind == QG_SELECTION_NOTHING)
    {
      step_to (self, standing);
      return TRUE;
    }
  picture = qg_tile_layer_get_picture (self->layer);
  part = qg_scene_get_part (picture->scene);
  index = qg_part_index_of_entity (part, standing);
  for (guint i = 0; i < MAX_SKIPPED && index != QG_NONE; i++)
    {
      index = qg_scene_nearest_node (picture->scene, index, dx, dy);
      if (index != QG_NONE &&
          (picture->node_emphases == NULL || picture->node_emphases[index] != QG_EMPHASIS_HIDDEN))
        {
          step_to (self, qg_part_get_entities (part).items[index]);
          return TRUE;
        }
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* Its verb, where it has one. */
static QgRect
get_relation_rect (const QgScene *scene, guint relation)
{
  guint index = qg_part_index_of_relation (qg_scene_get_part (scene), relation);
  QgRect rect = qg_scene_get_verb_rect (scene, index);

  return rect.width < 0 ? qg_scene_get_edge_bounds (scene, index) : rect;
}

guint
qg_canvas_get_relation (QgCanvas *self)
{
  return self->cursor_relation;
}

/* Tab: the next relation of the entity that is stood on; FALSE past the last one, so that the focus leaves.
 */
static gboolean
walk_relations (QgCanvas *self, int by)
{
  guint standing = qg_canvas_get_standing (self);
  g_autoptr (GArray) relations = qg_canvas_get_relations_at (self, standing);
  int place = by > 0 ? -1 : 0;
  QgRect rect;
  guint relation;

  for (guint i = 0; i < relations->len && self->cursor_relation != QG_NONE; i++)
    if (g_array_index (relations, guint, i) == self->cursor_relation)
      place = (int) i;
  if (self->cursor_relation == QG_NONE && by < 0)
    return FALSE;
  place += by;
  if (place < 0)
    {
      qg_canvas_set_cursor (self, standing, QG_NONE);
      qg_canvas_grab_item (self);
      return TRUE;
    }
  if (place >= (int) relations->len)
    return FALSE;
  relation = g_array_index (relations, guint, place);
  qg_canvas_set_cursor (self, standing, relation);
  rect = get_relation_rect (qg_tile_layer_get_picture (self->layer)->scene, relation);
  qg_canvas_reveal (self, &rect);
  qg_canvas_grab_item (self);
  return TRUE;
}

/* Past the canvas, as Tab does at its end. */
static void
leave (QgCanvas *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static gboolean
enter_key (QgCanvas *self)
{
  guint standing = qg_canvas_get_standing (self);

  if (self->cursor_relation != QG_NONE)
    qg_canvas_activate (self, (QgSelection){ QG_SELECTION_RELATION, self->cursor_relation });
  else if (standing != QG_NONE)
    qg_canvas_activate (self, (QgSelection){ QG_SELECTION_ENTITY, standing });
  return standing != QG_NONE;
}

static gboolean
space_key (QgCanvas *self)
{
  guint standing = qg_canvas_get_standing (self);

  if (standing == QG_NONE)
    return FALSE;
  if (self->cursor_relation != QG_NONE)
    qg_explorer_select_relation (self->explorer, self->cursor_relation);
  else
    qg_explorer_select_entity (self->explorer, standing);
  return TRUE;
}

static gboolean
menu_key (QgCanvas *self)
{
  const QgScene *scene = qg_canvas_get_scene (self);
  guint standing = qg_canvas_get_standing (self), relation = self->cursor_relation;
  QgSelection what = { QG_SELECTION_ENTITY, standing };
  QgRect rect;

  if (standing == QG_NONE)
    return FALSE;
  if (relation != QG_NONE)
    {
      what = (QgSelection){ QG_SELECTION_RELATION, relation };
      rect = get_relation_rect (scene, relation);
    }
  else
    rect = qg_scene_get_node_rect (scene, qg_part_index_of_entity (qg_scene_get_part (scene), standing));
  if (!qg_canvas_is_overtaken (self))
    qg_explorer_select (self->explorer, what);
  rect = qg_canvas_to_widget (self, &rect);
  g_signal_emit (self, qg_canvas_signals[SIGNAL_CONTEXT_MENU], 0, (guint) what.kind, what.number,
                 rect.x + rect.width / 2, rect.y + rect.height / 2);
  return TRUE;
}

static gboolean
escape_key (QgCanvas *self)
{
  if (self->cursor_relation != QG_NONE)
    {
      qg_canvas_set_cursor (self, self->cursor_entity, QG_NONE);
      qg_canvas_grab_item (self);
      return TRUE;
    }
  return qg_explorer_step_out (self->explorer);
}

static gboolean
control_key (QgCanvas *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      qg_canvas_zoom_fit (self);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      qg_canvas_zoom_step (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      qg_canvas_zoom_step (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The key by what is printed on it in any of the keyboard's layouts. */
static gboolean
control_key_by_place (QgCanvas *self, guint keycode)
{
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode, NULL, &keyvals, &n))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (control_key (self, keyvals[i]))
      return TRUE;
  return FALSE;
}

static gboolean
alt_key (QgCanvas *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      qg_explorer_widen (self->explorer, 1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      qg_explorer_widen (self->explorer, -1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      qg_explorer_go_back (self->explorer);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      qg_explorer_go_forward (self->explorer);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
arrow_key (QgCanvas *self, int dx, int dy, gboolean shift)
{
  if (shift)
    qg_canvas_pan (self, dx * PAN_STEP, dy * PAN_STEP);
  else
    return move_cursor (self, dx, dy);
  return TRUE;
}

/* Keys that select what is seen, or lead to it. While another picture is on its way they are not for the one
 * that is seen still: what was asked for last would be lost. */
static gboolean
is_for_names (guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return !shift;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
plain_key (QgCanvas *self, guint keyval, gboolean shift)
{
  if (is_for_names (keyval, shift) && qg_canvas_is_overtaken (self))
    return TRUE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return arrow_key (self, -1, 0, shift);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return arrow_key (self, 1, 0, shift);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return arrow_key (self, 0, -1, shift);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return arrow_key (self, 0, 1, shift);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return walk_relations (self, shift ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return walk_relations (self, -1);
    case GDK_KEY_F6:
      leave (self, shift ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter_key (self);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return space_key (self);
    case GDK_KEY_Menu:
      return menu_key (self);
    case GDK_KEY_F10:
      return shift && menu_key (self);
    case GDK_KEY_Escape:
      return escape_key (self);
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                QgCanvas *self)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  gboolean used = FALSE;

  if (self->explorer == NULL)
    return FALSE;
  if ((held & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK)
    used = control_key (self, keyval) || control_key_by_place (self, keycode);
  else if (held == GDK_ALT_MASK)
    used = alt_key (self, keyval);
  else if ((held & ~GDK_SHIFT_MASK) == 0)
    used = plain_key (self, keyval, (held & GDK_SHIFT_MASK) != 0);
  if (used && !self->focus_visible)
    {
      self->focus_visible = TRUE;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  return used;
}

static void
focus_enter_cb (GtkEventControllerFocus *controller, QgCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->focus_visible = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, QgCanvas *self)
{
  gboolean other = self->cursor_relation != QG_NONE;

  self->focus_visible = FALSE;
  self->cursor_relation = QG_NONE;
  qg_canvas_overlay_changed (self);
  if (other)
    g_signal_emit (self, qg_canvas_signals[SIGNAL_RELATION_CHANGED], 0);
}

void
qg_canvas_init_keys (QgCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
