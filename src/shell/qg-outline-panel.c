/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-outline-private.h"

#include <glib/gi18n-lib.h>

#include "qg-map-vary.h"
#include "qg-outline-row.h"

guint qg_outline_signals[QG_OUTLINE_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgOutlinePanel, qg_outline_panel, GTK_TYPE_WIDGET)

static gpointer
key_of (QgOutlineItem *item)
{
  return GUINT_TO_POINTER (qg_outline_item_get_number (item) * 16 + qg_outline_item_get_role (item));
}

static void
act_on (QgOutlinePanel *self, QgOutlineItem *item)
{
  guint number = qg_outline_item_get_number (item);

  switch (qg_outline_item_get_role (item))
    {
    case QG_OUTLINE_VIEW:
      qg_explorer_return_to_view (self->explorer, number);
      break;
    case QG_OUTLINE_WHOLE:
      qg_explorer_show_whole (self->explorer);
      break;
    case QG_OUTLINE_TOUR:
      g_signal_emit (self, qg_outline_signals[QG_OUTLINE_TOUR_CHOSEN], 0, number);
      break;
    case QG_OUTLINE_ENTITY:
      qg_explorer_select_entity (self->explorer, number);
      break;
    case QG_OUTLINE_RELATION:
      qg_explorer_select_relation (self->explorer, number);
      break;
    default:
      break;
    }
}

static void
toggle (GtkTreeListRow *row)
{
  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

/* Enter on what is selected already does what it does in the picture: an entity becomes the focus, a relation
 * is followed to its other end. */
static gboolean
go_on (QgOutlinePanel *self, QgOutlineItem *item)
{
  QgSelection what = qg_outline_item_get_selection (item);
  const QgRelation *relation;

  if (what.kind == QG_SELECTION_NOTHING ||
      !qg_selection_equal (what, qg_explorer_get_selection (self->explorer)))
    return FALSE;
  if (what.kind == QG_SELECTION_ENTITY)
    qg_explorer_show_focus (self->explorer, what.number, 1, QG_FOLLOW_BOTH);
  else
    {
      relation = qg_map_get_relation (qg_explorer_get_map (self->explorer), what.number);
      qg_explorer_select_entity (
          self->explorer, relation->from == qg_outline_item_get_owner (item) ? relation->to : relation->from);
    }
  return TRUE;
}

/* Enter on a row, or a double click. */
static void
activate_cb (GtkListView *list, guint position, QgOutlinePanel *self)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);
  g_autoptr (QgOutlineItem) item = gtk_tree_list_row_get_item (row);

  if (qg_outline_item_get_role (item) <= QG_OUTLINE_CONTENTS ||
      qg_outline_item_get_role (item) == QG_OUTLINE_KIND)
    toggle (row);
  else if (!go_on (self, item))
    act_on (self, item);
}

/* Arrow keys along the rows take the picture along, as far as it shows what they come to. */
static void
walked_cb (QgOutlinePanel *self)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (QgOutlineItem) item = NULL;
  QgPart *part = qg_explorer_get_part (self->explorer);
  QgSelection what;

  if (self->marking || part == NULL || gtk_single_selection_get_selected_item (self->chosen) == NULL)
    return;
  row = g_object_ref (gtk_single_selection_get_selected_item (self->chosen));
  item = gtk_tree_list_row_get_item (row);
  what = qg_outline_item_get_selection (item);
  self->marking = TRUE;
  if (what.kind == QG_SELECTION_ENTITY)
    qg_explorer_pass_entity (self->explorer, what.number);
  else if (what.kind == QG_SELECTION_RELATION && qg_part_index_of_relation (part, what.number) != QG_NONE)
    qg_explorer_select_relation (self->explorer, what.number);
  self->marking = FALSE;
}

/* The words of a row, out of the expander that fills it and has its controllers. */
static GtkWidget *
get_words (gpointer controller)
{
  return gtk_tree_expander_get_child (GTK_TREE_EXPANDER (gtk_event_controller_get_widget (controller)));
}

static void
row_menu_cb (GtkGesture *gesture, double x, double y, QgOutlinePanel *self)
{
  GtkWidget *row = get_words (gesture);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_widget_compute_point (gtk_widget_get_parent (row), row, &point, &point))
    qg_outline_show_menu (self, row, (double) point.x, (double) point.y);
}

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgOutlinePanel *self)
{
  row_menu_cb (GTK_GESTURE (gesture), x, y, self);
}

/* What the pointer is on lights up in the picture. */
static void
entered_cb (GtkEventControllerMotion *motion, double x, double y, QgOutlinePanel *self)
{
  QgOutlineRow *row = QG_OUTLINE_ROW (get_words (motion));

  qg_explorer_set_pointed (self->explorer, qg_outline_item_get_selection (qg_outline_row_get_item (row)));
}

static void
left_cb (GtkEventControllerMotion *motion, QgOutlinePanel *self)
{
  qg_explorer_set_pointed (self->explorer, (QgSelection){ QG_SELECTION_NOTHING, 0 });
}

/* A click on a row: headings and kinds open, all else is chosen; with Ctrl an entity is added to what is
 * selected, as in the picture. */
static void
choose_row (QgOutlinePanel *self, GtkTreeExpander *expander, gboolean add)
{
  QgOutlineItem *item = qg_outline_row_get_item (QG_OUTLINE_ROW (gtk_tree_expander_get_child (expander)));

  if (qg_outline_item_get_role (item) <= QG_OUTLINE_CONTENTS ||
      qg_outline_item_get_role (item) == QG_OUTLINE_KIND)
    toggle (gtk_tree_expander_get_list_row (expander));
  else if (add && qg_outline_item_get_role (item) == QG_OUTLINE_ENTITY)
    qg_explorer_toggle_entity (self->explorer, qg_outline_item_get_number (item));
  else
    act_on (self, item);
}

/* All that lights up under the pointer acts, but for the arrow, which has a click of its own. */
static void
row_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgOutlinePanel *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GtkWidget *expander = gtk_event_controller_get_widget (controller);
  GtkWidget *under = gtk_widget_pick (expander, x, y, GTK_PICK_DEFAULT);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (under == NULL || g_str_equal (gtk_widget_get_css_name (under), "expander"))
    return;
  choose_row (self, GTK_TREE_EXPANDER (expander), (state & GDK_CONTROL_MASK) != 0);
}

static void
add_controllers (QgOutlinePanel *self, GtkWidget *expander)
{
  GtkGesture *choose = gtk_gesture_click_new (), *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (choose, "released", G_CALLBACK (row_released_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (row_pressed_cb), self, 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (row_menu_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (choose));
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (expander, motion);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, QgOutlinePanel *self)
{
  GtkWidget *expander = gtk_tree_expander_new (), *row = qg_outline_row_new ();

  /* The numbers behind the names stand below one another. */
  gtk_widget_set_hexpand (row, TRUE);
  add_controllers (self, expander);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, QgOutlinePanel *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  QgOutlineRow *row = QG_OUTLINE_ROW (gtk_tree_expander_get_child (expander));
  g_autoptr (QgOutlineItem) item = NULL;

  gtk_tree_expander_set_list_row (expander, gtk_list_item_get_item (list_item));
  item = gtk_tree_expander_get_item (expander);
  qg_outline_row_bind (row, self->explorer, item);
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, QgOutlinePanel *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  g_ptr_array_remove_fast (self->rows, gtk_tree_expander_get_child (expander));
  gtk_tree_expander_set_list_row (expander, NULL);
}

static GListModel *
create_children (gpointer item, gpointer data)
{
  return qg_outline_item_new_children (item);
}

static void
remember_open (QgOutlinePanel *self)
{
  guint n = self->tree != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->tree)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (QgOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (self->open, key_of (item));
      else
        g_hash_table_remove (self->open, key_of (item));
    }
}

static void
open_remembered (QgOutlinePanel *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (QgOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (g_hash_table_contains (self->open, key_of (item)))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/* What a row is opened for: the kind and the entity that lie on the way to it; QG_NONE each. */
static gboolean
leads_to (QgOutlineItem *item, guint kind, guint owner)
{
  QgOutlineRole role = qg_outline_item_get_role (item);
  guint number = qg_outline_item_get_number (item);

  return role == QG_OUTLINE_CONTENTS || (role == QG_OUTLINE_KIND && number == kind) ||
         (role == QG_OUTLINE_ENTITY && number == owner);
}

/* Opens what an item lies in and marks its row. */
static void
mark (QgOutlinePanel *self, QgOutlineRole role, guint number, guint kind, guint owner)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (QgOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (leads_to (item, kind, owner))
        gtk_tree_list_row_set_expanded (row, TRUE);
      if (qg_outline_item_get_role (item) != role || qg_outline_item_get_number (item) != number)
        continue;
      gtk_single_selection_set_selected (self->chosen, i);
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
      return;
    }
  gtk_single_selection_set_selected (self->chosen, GTK_INVALID_LIST_POSITION);
}

/* Of several changes that come together, that of the map may be told last; until then the rows have numbers
 * of the old one. */
static gboolean
is_current (QgOutlinePanel *self)
{
  return self->shown == qg_explorer_get_map (self->explorer);
}

/* @opened: a relation is shown under the entity that it goes out from, else where it is open already */
static void
show_selection (QgOutlinePanel *self, gboolean opened)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  QgMap *map = qg_explorer_get_map (self->explorer);

  if (self->tree == NULL || map == NULL || !is_current (self))
    return;
  if (selection.kind == QG_SELECTION_ENTITY && qg_map_is_group (map, selection.number))
    mark (self, QG_OUTLINE_KIND, qg_map_get_entity (map, selection.number)->kind, QG_NONE, QG_NONE);
  else if (selection.kind == QG_SELECTION_ENTITY)
    mark (self, QG_OUTLINE_ENTITY, selection.number, qg_map_get_entity (map, selection.number)->kind,
          QG_NONE);
  else if (selection.kind == QG_SELECTION_RELATION && opened &&
           !qg_map_is_group_relation (map, selection.number))
    {
      guint from = qg_map_get_relation (map, selection.number)->from;

      mark (self, QG_OUTLINE_RELATION, selection.number, qg_map_get_entity (map, from)->kind, from);
    }
  else if (selection.kind == QG_SELECTION_RELATION)
    mark (self, QG_OUTLINE_RELATION, selection.number, QG_NONE, QG_NONE);
  else
    gtk_single_selection_set_selected (self->chosen, GTK_INVALID_LIST_POSITION);
}

void
qg_outline_panel_reveal_view (QgOutlinePanel *self, guint view)
{
  for (guint i = 0; self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (QgOutlineItem) item = gtk_tree_list_row_get_item (row);
      QgOutlineRole role = qg_outline_item_get_role (item);

      if (role == QG_OUTLINE_VIEWS || role == QG_OUTLINE_OWN_VIEWS)
        gtk_tree_list_row_set_expanded (row, TRUE);
      if (role != QG_OUTLINE_VIEW || qg_outline_item_get_number (item) != view)
        continue;
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
      return;
    }
}

static void
selection_cb (QgOutlinePanel *self)
{
  if (self->marking)
    return;
  self->marking = TRUE;
  show_selection (self, FALSE);
  self->marking = FALSE;
}

void
qg_outline_panel_enter (QgOutlinePanel *self)
{
  if (self->explorer == NULL)
    return;
  self->marking = TRUE;
  if (!qg_outline_panel_grab_chosen (self))
    {
      show_selection (self, TRUE);
      if (!qg_outline_panel_grab_chosen (self))
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
  self->marking = FALSE;
}

static void
part_cb (QgOutlinePanel *self)
{
  if (!is_current (self))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      QgOutlineRow *row = g_ptr_array_index (self->rows, i);

      qg_outline_row_bind (row, self->explorer, qg_outline_row_get_item (row));
    }
}

static void
rebuild (QgOutlinePanel *self)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double scrolled = gtk_adjustment_get_value (adjustment);

  remember_open (self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  /* GTK 4.18 keeps the row with the keyboard a while longer; what it is about may be gone from the map. */
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->chosen);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->shown, qg_map_unref);
  if (map == NULL)
    return;
  self->shown = qg_map_ref (map);
  self->tree = gtk_tree_list_model_new (qg_outline_new_root (map, qg_explorer_get_language (self->explorer)),
                                        FALSE, FALSE, create_children, NULL, NULL);
  open_remembered (self);
  self->chosen = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_single_selection_set_autoselect (self->chosen, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen, TRUE);
  gtk_single_selection_set_selected (self->chosen, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->chosen, "notify::selected-item", G_CALLBACK (walked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->chosen));
  gtk_adjustment_set_value (adjustment, scrolled);
}

/* All rows are made anew. The one with the keyboard has it again at last: what is selected may be far from
 * it.
 */
static void
renew (QgOutlinePanel *self)
{
  guint position = 0;
  g_autoptr (QgOutlineItem) focused = qg_outline_dup_focused (self, &position);
  gboolean marking = self->marking;

  rebuild (self);
  selection_cb (self);
  self->marking = TRUE;
  if (focused != NULL && self->tree != NULL)
    qg_outline_focus_again (self, focused, position);
  self->marking = marking;
}

static void
map_cb (QgOutlinePanel *self)
{
  g_clear_object (&self->tree);
  g_hash_table_remove_all (self->open);
  for (guint role = QG_OUTLINE_VIEWS; role <= QG_OUTLINE_CONTENTS; role++)
    g_hash_table_add (self->open, GUINT_TO_POINTER (role));
  renew (self);
}

void
qg_outline_panel_update_texts (QgOutlinePanel *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline"),
                                  -1);
  if (self->explorer == NULL)
    return;
  renew (self);
}

void
qg_outline_panel_set_explorer (QgOutlinePanel *self, QgExplorer *explorer)
{
  g_return_if_fail (self->explorer == NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "views-changed", G_CALLBACK (qg_outline_panel_update_texts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::part", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::language", G_CALLBACK (qg_outline_panel_update_texts), self,
                           G_CONNECT_SWAPPED);
  map_cb (self);
}

static void
qg_outline_panel_dispose (GObject *object)
{
  QgOutlinePanel *self = QG_OUTLINE_PANEL (object);
  GtkWidget *child;

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->chosen);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->shown, qg_map_unref);
  g_clear_object (&self->explorer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  G_OBJECT_CLASS (qg_outline_panel_parent_class)->dispose (object);
}

/* The keyboard comes in at what is selected rather than at the top. */
static gboolean
qg_outline_panel_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QgOutlinePanel *self = QG_OUTLINE_PANEL (widget);
  gboolean enters = gtk_widget_get_focus_child (widget) == NULL &&
                    (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD);
  GtkWidget *row = enters ? qg_outline_find_chosen_row (self) : NULL;

  if (row != NULL && gtk_widget_grab_focus (row))
    return TRUE;
  if (!GTK_WIDGET_CLASS (qg_outline_panel_parent_class)->focus (widget, direction))
    return FALSE;
  if (enters)
    qg_outline_choose_focused (self);
  return TRUE;
}

static void
qg_outline_panel_finalize (GObject *object)
{
  g_ptr_array_unref (QG_OUTLINE_PANEL (object)->rows);
  g_hash_table_unref (QG_OUTLINE_PANEL (object)->open);
  G_OBJECT_CLASS (qg_outline_panel_parent_class)->finalize (object);
}

static void
qg_outline_panel_class_init (QgOutlinePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_outline_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = qg_outline_panel_finalize;
  widget_class->focus = qg_outline_panel_focus;
  qg_outline_signals[QG_OUTLINE_TOUR_CHOSEN] =
      g_signal_new ("tour-chosen", QG_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, G_TYPE_UINT);
  qg_outline_signals[QG_OUTLINE_CONTEXT_MENU] =
      g_signal_new ("context-menu", QG_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  qg_outline_signals[QG_OUTLINE_KIND_MENU] =
      g_signal_new ("kind-menu", QG_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  qg_outline_signals[QG_OUTLINE_VIEW_MENU] =
      g_signal_new ("view-menu", QG_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/outline-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QgOutlinePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, QgOutlinePanel, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "qg-outline");
}

static void
qg_outline_panel_init (QgOutlinePanel *self)
{
  self->rows = g_ptr_array_new ();
  self->open = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  qg_outline_init_keys (self);
}

GtkWidget *
qg_outline_panel_new (void)
{
  return g_object_new (QG_TYPE_OUTLINE_PANEL, NULL);
}
