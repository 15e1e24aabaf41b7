/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The trail: where a person has been, as a menu behind the buttons for back and forward and in the main menu.
 */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-menu-names.h"
#include "qg-number.h"

/* Places that are offered, about the present one. */
#define MAX_PLACES 16u
/* Letters of a place: sentences of relations are long. */
#define MAX_LETTERS 48
/* Of a mouse, as X11 and GDK number them. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

static char *
shorten (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_LETTERS)
    return g_strdup (title);
  start = g_utf8_substring (title, 0, MAX_LETTERS - 1);
  return g_strconcat (start, "…", NULL);
}

/* What is there, and what makes it another place than the one before: the steps of a focus, a filter. */
static char *
dup_title (QgWindow *self, guint position)
{
  const QgHistory *history = qg_explorer_get_history (self->explorer);
  const QgPlace *place = qg_history_get (history, position);
  g_autofree char *title = qg_explorer_dup_place_title (self->explorer, position);
  g_autofree char *start = shorten (title);
  GString *out = g_string_new (start);

  if (qg_part_get_focus (place->part) != QG_NONE)
    {
      g_autofree char *steps = qg_number_in_words (
          g_dngettext (GETTEXT_PACKAGE, "%s step", "%s steps", place->depth), place->depth);

      g_string_append (out, " · ");
      g_string_append (out, steps);
    }
  if (place->filter != NULL)
    g_string_append_printf (out, " · %s", _ ("filtered"));
  return g_string_free (out, FALSE);
}

/* The latest first. The menu stays the same object, so that it can change while it is open. */
void
qg_window_update_trail (QgWindow *self)
{
  const QgHistory *history = qg_explorer_get_history (self->explorer);
  guint n = qg_history_get_n (history), position = qg_history_get_position (history);
  guint end = n == 0 ? 0 : MIN (n, MAX (position + MAX_PLACES / 2, MAX_PLACES));
  guint begin = end > MAX_PLACES ? end - MAX_PLACES : 0;

  g_menu_remove_all (self->trail);
  if (qg_explorer_get_map (self->explorer) == NULL)
    return;
  for (guint i = end; i-- > begin;)
    {
      g_autofree char *title = dup_title (self, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "win.go-to", "u", i);
      g_menu_append_item (self->trail, item);
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "go-to")),
                             g_variant_new_uint32 (position));
}

static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  guint position = g_variant_get_uint32 (parameter);

  if (position < qg_history_get_n (qg_explorer_get_history (self->explorer)))
    qg_explorer_go_to (self->explorer, position);
}

static void
show_trail (QgWindow *self, GtkWidget *button)
{
  graphene_rect_t bounds;

  if (g_menu_model_get_n_items (G_MENU_MODEL (self->trail)) < 2 ||
      !gtk_widget_compute_bounds (button, self->header_bar, &bounds))
    return;
  if (self->trail_menu == NULL)
    {
      self->trail_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->trail));
      gtk_widget_set_parent (self->trail_menu, self->header_bar);
      qg_menu_name_items (self->trail_menu);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->trail_menu),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->trail_menu));
}

static void
gesture_cb (GtkGesture *gesture, QgWindow *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_trail (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgWindow *self)
{
  gesture_cb (GTK_GESTURE (gesture), self);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, QgWindow *self)
{
  gesture_cb (GTK_GESTURE (gesture), self);
}

/* The buttons at the side of a mouse, wherever in the window it is. */
static void
side_button_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgWindow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == BUTTON_BACK)
    qg_explorer_go_back (self->explorer);
  else
    qg_explorer_go_forward (self->explorer);
}

static void
add_side_buttons (QgWindow *self)
{
  const guint buttons[] = { BUTTON_BACK, BUTTON_FORWARD };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), buttons[i]);
      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
      g_signal_connect_object (click, "pressed", G_CALLBACK (side_button_cb), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
    }
}

static const GActionEntry entries[] = {
  { "go-to", go_to_cb, "u", "uint32 0" },
};

void
qg_window_add_trail (QgWindow *self)
{
  GtkWidget *buttons[] = { self->back_button, self->forward_button };

  self->trail = g_menu_new ();
  add_side_buttons (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
      g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
      g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (buttons[i], GTK_EVENT_CONTROLLER (click));
      gtk_widget_add_controller (buttons[i], GTK_EVENT_CONTROLLER (press));
    }
}
