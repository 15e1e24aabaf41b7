/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Keys by their place on the keyboard, for what the application's accelerators did not take: Kazakh and
 * Russian layouts have letters where others have digits and signs. And typing on the canvas or in the
 * outline, which searches.
 */

#include "qg-window-private.h"

#include "qg-search-popover.h"

/* Hardware key codes as X11 and Wayland give them: evdev's and 8. */
typedef struct
{
  guint code;
  GdkModifierType modifiers;
  const char *action;
} PlaceKey;

static const PlaceKey digit_keys[] = {
  { 19, GDK_CONTROL_MASK, "win.zoom-fit" },
  { 20, GDK_CONTROL_MASK, "win.zoom-out" },
  { 21, GDK_CONTROL_MASK, "win.zoom-in" },
  { 21, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.zoom-in" },
  { 61, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts" },
};

/* Letters only where the layout has no Latin letter there: on a French keyboard the key beside Tab says A,
 * and must not quit. */
static const PlaceKey letter_keys[] = {
  { 24, GDK_CONTROL_MASK, "app.quit" },
  { 25, GDK_CONTROL_MASK, "win.close" },
  { 27, GDK_CONTROL_MASK, "win.read-again" },
  { 32, GDK_CONTROL_MASK, "win.open" },
  { 41, GDK_CONTROL_MASK, "win.search" },
  { 40, GDK_CONTROL_MASK, "win.keep-view" },
  { 42, GDK_CONTROL_MASK, "win.toggle-group" },
  { 42, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.toggle-all" },
  { 39, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-copy" },
  { 26, GDK_CONTROL_MASK, "win.export" },
  { 33, GDK_CONTROL_MASK, "win.print" },
  { 52, GDK_CONTROL_MASK, "win.undo" },
  { 54, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.copy-text" },
  { 54, GDK_CONTROL_MASK, "win.copy" },
  { 57, GDK_CONTROL_MASK, "app.new-window" },
};

static const char *
find (const PlaceKey *keys, guint n, guint code, GdkModifierType modifiers)
{
  for (guint i = 0; i < n; i++)
    if (keys[i].code == code && keys[i].modifiers == modifiers)
      return keys[i].action;
  return NULL;
}

static gboolean
activate (QgWindow *self, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  return g_action_parse_detailed_name (detailed, &name, &target, NULL) &&
         gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static gboolean
is_latin (guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  return c < 0x250 && g_unichar_isalpha (c);
}

static gboolean
is_in (QgWindow *self, GtkWidget *place)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == place || gtk_widget_is_ancestor (focus, place));
}

/* Where the keyboard was before the ways were asked for. */
static gboolean
leave_details (QgWindow *self)
{
  return (self->ways_in_outline && qg_frame_get_open (self->frame, QG_SIDE_START) &&
          qg_outline_panel_grab_chosen (self->outline)) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Escape in a panel, as in the picture: one thing that is seen is undone. The keyboard stays with the ways as
 * long as there are any. */
static gboolean
escape_panel (QgWindow *self)
{
  gboolean in_outline = is_in (self, GTK_WIDGET (self->outline));

  if (!in_outline && !is_in (self, GTK_WIDGET (self->details)))
    return GDK_EVENT_PROPAGATE;
  if (qg_wayfinder_is_open (self->wayfinder))
    {
      qg_explorer_step_out (self->explorer);
      return in_outline || qg_wayfinder_is_open (self->wayfinder) || leave_details (self);
    }
  return in_outline ? activate (self, "win.leave-focus") : gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
            QgWindow *self)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  const char *action = find (digit_keys, G_N_ELEMENTS (digit_keys), code, modifiers);
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (action == NULL && !is_latin (keyval))
    action = find (letter_keys, G_N_ELEMENTS (letter_keys), code, modifiers);
  if (action != NULL)
    return activate (self, action);
  if (keyval == GDK_KEY_Escape && modifiers == 0)
    return escape_panel (self);
  /* In the picture itself it leads out of it. */
  if (keyval == GDK_KEY_F6 && (modifiers & ~GDK_SHIFT_MASK) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || !g_unichar_isalnum (letter) ||
      (!is_in (self, GTK_WIDGET (self->canvas)) && !is_in (self, GTK_WIDGET (self->outline))))
    return GDK_EVENT_PROPAGATE;
  qg_window_begin_search (self);
  qg_search_popover_begin (self->search, letter);
  return GDK_EVENT_STOP;
}

/* Of ways whose list is folded away only the picture is seen: it goes in one step. */
static gboolean
leave_unlisted_ways (QgWindow *self)
{
  if (!qg_wayfinder_is_open (self->wayfinder) || qg_frame_get_open (self->frame, QG_SIDE_END) ||
      !is_in (self, GTK_WIDGET (self->canvas)) || qg_canvas_get_relation (self->canvas) != QG_NONE)
    return GDK_EVENT_PROPAGATE;
  qg_explorer_leave_ways (self->explorer);
  return GDK_EVENT_STOP;
}

/* A panel that lies over the picture is folded first, before anything that it hides is left. */
static gboolean
escape_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state, QgWindow *self)
{
  const struct
  {
    QgSide side;
    GtkWidget *panel;
  } panels[] = { { QG_SIDE_START, GTK_WIDGET (self->outline) }, { QG_SIDE_END, GTK_WIDGET (self->details) } };

  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    if (qg_frame_get_width_class (self->frame) != QG_WIDTH_WIDE &&
        qg_frame_get_open (self->frame, panels[i].side) &&
        (is_in (self, panels[i].panel) || is_in (self, GTK_WIDGET (self->canvas))))
      {
        qg_frame_set_open (self->frame, panels[i].side, FALSE);
        gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
        return GDK_EVENT_STOP;
      }
  return qg_window_escape_opening (self) || leave_unlisted_ways (self);
}

static void
add_escape_key (QgWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (escape_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Only where nobody else wants it: an entry takes back its own letters. */
static void
add_undo_key (QgWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                        gtk_named_action_new ("win.undo")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* @widget: the window, what is in it, or a popover of it: an open one keeps all keys to itself, and the
 * language is to change there, too */
void
qg_window_add_keys (QgWindow *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (widget, keys);
  if (widget == GTK_WIDGET (self))
    {
      add_undo_key (self);
      add_escape_key (self);
    }
}
