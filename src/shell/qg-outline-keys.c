/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The keys of the outline, and the menus that they and the pointer open. */

#include "qg-outline-private.h"

#include "qg-outline-row.h"

/* The hardware key of G, where the layout has another letter: evdev's and 8. */
#define QG_KEY_CODE_G 42

/* What @item is on the map; nothing where it is no entity and no relation. */
QgSelection
qg_outline_item_get_selection (QgOutlineItem *item)
{
  QgOutlineRole role = qg_outline_item_get_role (item);

  return (QgSelection){ role == QG_OUTLINE_ENTITY     ? QG_SELECTION_ENTITY
                        : role == QG_OUTLINE_RELATION ? QG_SELECTION_RELATION
                                                      : QG_SELECTION_NOTHING,
                        qg_outline_item_get_number (item) };
}

/* What can be done with what is selected, at a row. */
void
qg_outline_show_menu (QgOutlinePanel *self, GtkWidget *row, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  QgOutlineItem *item = qg_outline_row_get_item (QG_OUTLINE_ROW (row));
  QgSelection what = qg_outline_item_get_selection (item);

  if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &point, &point))
    return;
  if (qg_outline_item_get_role (item) == QG_OUTLINE_VIEW)
    g_signal_emit (self, qg_outline_signals[QG_OUTLINE_VIEW_MENU], 0, qg_outline_item_get_number (item),
                   (double) point.x, (double) point.y);
  if (qg_outline_item_get_role (item) == QG_OUTLINE_KIND)
    g_signal_emit (self, qg_outline_signals[QG_OUTLINE_KIND_MENU], 0, qg_outline_item_get_number (item),
                   (double) point.x, (double) point.y);
  if (what.kind == QG_SELECTION_NOTHING)
    return;
  qg_explorer_select (self->explorer, what);
  g_signal_emit (self, qg_outline_signals[QG_OUTLINE_CONTEXT_MENU], 0, (double) point.x, (double) point.y);
}

/* The words of the row that the keyboard is on, also while another window has it; nullable. The chain of
 * children with the focus is gone then. */
static GtkWidget *
find_focused_row (QgOutlinePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *expander;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;
  expander = gtk_widget_get_ancestor (focus, GTK_TYPE_TREE_EXPANDER);
  if (expander == NULL)
    expander = gtk_widget_get_first_child (focus);
  return GTK_IS_TREE_EXPANDER (expander) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)) : NULL;
}

/* F2 and Delete on a view of the person's own. */
static gboolean
change_view (QgOutlinePanel *self, QgOutlineItem *item, guint keyval)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint number = qg_outline_item_get_number (item);
  g_autofree char *id = NULL;

  if (qg_outline_item_get_role (item) != QG_OUTLINE_VIEW || number < qg_map_get_n_given_views (map) ||
      (keyval != GDK_KEY_F2 && keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete))
    return FALSE;
  id = g_strdup (qg_map_get_view (map, number)->id);
  return gtk_widget_activate_action (GTK_WIDGET (self),
                                     keyval == GDK_KEY_F2 ? "win.rename-view" : "win.delete-view", "s", id);
}

/* Ctrl+G on a kind. */
static gboolean
toggle_group (QgOutlinePanel *self, QgOutlineItem *item, guint keyval, guint code, GdkModifierType state)
{
  if (qg_outline_item_get_role (item) != QG_OUTLINE_KIND ||
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != GDK_CONTROL_MASK ||
      (keyval != GDK_KEY_g && code != QG_KEY_CODE_G))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-kind", "u",
                                     qg_outline_item_get_number (item));
}

/* The row that is selected, where it is in sight; nullable. */
GtkWidget *
qg_outline_find_chosen_row (QgOutlinePanel *self)
{
  GtkTreeListRow *chosen =
      self->chosen != NULL ? gtk_single_selection_get_selected_item (self->chosen) : NULL;

  for (guint i = 0; chosen != NULL && i < self->rows->len; i++)
    {
      GtkWidget *expander = gtk_widget_get_parent (g_ptr_array_index (self->rows, i));

      if (gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) == chosen)
        return expander;
    }
  return NULL;
}

/* The keyboard goes to a row, wherever it is: once scrolled to, it has a widget. */
static gboolean
focus_row (QgOutlinePanel *self, guint position)
{
  GtkWidget *expander;

  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  gtk_single_selection_set_selected (self->chosen, position);
  expander = qg_outline_find_chosen_row (self);
  return expander != NULL && gtk_widget_grab_focus (expander);
}

/* What the row is about that the keyboard is on, and where it is; (transfer full) (nullable). */
QgOutlineItem *
qg_outline_dup_focused (QgOutlinePanel *self, guint *position)
{
  GtkWidget *row = find_focused_row (self);
  GtkTreeListRow *list_row =
      row != NULL ? gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (gtk_widget_get_parent (row))) : NULL;

  if (list_row == NULL)
    return NULL;
  *position = gtk_tree_list_row_get_position (list_row);
  return g_object_ref (qg_outline_row_get_item (QG_OUTLINE_ROW (row)));
}

/* Of rows that were all made anew, the keyboard goes to the one that is about the same as @item; where that
 * is gone, to what has its @position now. */
void
qg_outline_focus_again (QgOutlinePanel *self, QgOutlineItem *item, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (QgOutlineItem) other = gtk_tree_list_row_get_item (row);

      if (qg_outline_item_get_role (other) == qg_outline_item_get_role (item) &&
          qg_outline_item_get_number (other) == qg_outline_item_get_number (item) &&
          qg_outline_item_get_owner (other) == qg_outline_item_get_owner (item))
        {
          focus_row (self, i);
          return;
        }
    }
  if (n > 0)
    focus_row (self, MIN (position, n - 1));
}

gboolean
qg_outline_panel_grab_chosen (QgOutlinePanel *self)
{
  guint position =
      self->chosen != NULL ? gtk_single_selection_get_selected (self->chosen) : GTK_INVALID_LIST_POSITION;

  return position != GTK_INVALID_LIST_POSITION && focus_row (self, position);
}

/* The keyboard came in where nothing is selected: the row is marked, as the arrow keys go on from what is.
 * With GTK 4.18 the first of them would do nothing. */
void
qg_outline_choose_focused (QgOutlinePanel *self)
{
  GtkWidget *row = find_focused_row (self);
  GtkTreeListRow *list_row =
      row != NULL ? gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (gtk_widget_get_parent (row))) : NULL;
  gboolean marking = self->marking;

  if (list_row == NULL || gtk_single_selection_get_selected (self->chosen) != GTK_INVALID_LIST_POSITION)
    return;
  self->marking = TRUE;
  focus_row (self, gtk_tree_list_row_get_position (list_row));
  self->marking = marking;
}

/* Right opens a row, and from an open one leads to what is first in it; Left closes it, and from a closed one
 * leads to what it lies in. */
static gboolean
walk_tree (QgOutlinePanel *self, GtkTreeListRow *row, guint keyval)
{
  gboolean into = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  gboolean out = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (!into && !out)
    return FALSE;
  if (gtk_tree_list_row_is_expandable (row) && gtk_tree_list_row_get_expanded (row) != into)
    {
      gtk_tree_list_row_set_expanded (row, into);
      return TRUE;
    }
  parent = gtk_tree_list_row_get_parent (row);
  if (into && gtk_tree_list_row_is_expandable (row))
    focus_row (self, gtk_tree_list_row_get_position (row) + 1);
  else if (out && parent != NULL)
    focus_row (self, gtk_tree_list_row_get_position (parent));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
        QgOutlinePanel *self)
{
  GtkWidget *row = find_focused_row (self);

  if (row != NULL && (state & gtk_accelerator_get_default_mod_mask ()) == 0 &&
      walk_tree (self, gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (gtk_widget_get_parent (row))),
                 keyval))
    return GDK_EVENT_STOP;
  if (row != NULL && change_view (self, qg_outline_row_get_item (QG_OUTLINE_ROW (row)), keyval))
    return GDK_EVENT_STOP;
  if (row != NULL && toggle_group (self, qg_outline_row_get_item (QG_OUTLINE_ROW (row)), keyval, code, state))
    return GDK_EVENT_STOP;
  if (row == NULL || (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)))
    return GDK_EVENT_PROPAGATE;
  qg_outline_show_menu (self, row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row));
  return GDK_EVENT_STOP;
}

void
qg_outline_init_keys (QgOutlinePanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->list, keys);
}
