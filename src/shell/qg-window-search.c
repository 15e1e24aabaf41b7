/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where the keyboard is after a search: in the outline for who searched from there, in the picture for all
 * others; and where it was, where the search led nowhere. */

#include "qg-window-private.h"

static gboolean
is_within (GtkWidget *widget, gpointer place)
{
  return widget != NULL && gtk_widget_get_mapped (widget) &&
         (widget == place || gtk_widget_is_ancestor (widget, place));
}

/* Whoever has taken the keyboard meanwhile keeps it: a menu, a dialog, the buttons of a tour. */
static gboolean
is_free (QgWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus == NULL || !gtk_widget_get_mapped (focus) || is_within (focus, self->search_button);
}

static gboolean
go_back (QgWindow *self)
{
  GtkWidget *from = self->search_from;

  if (self->search_chosen)
    return self->search_in_outline && qg_outline_panel_grab_chosen (self->outline);
  return from != NULL && gtk_widget_get_mapped (from) && gtk_widget_grab_focus (from);
}

static gboolean
go_back_cb (gpointer data)
{
  QgWindow *self = data;

  self->focus_id = 0;
  if (is_free (self) && !go_back (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_clear_weak_pointer (&self->search_from);
  self->search_chosen = self->search_in_outline = FALSE;
  return G_SOURCE_REMOVE;
}

/* The popover gives the keyboard to its button, after this; the next key must not find it there. */
static void
closed_cb (QgWindow *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_HIGH, go_back_cb, self, NULL);
}

static void
chosen_cb (QgWindow *self)
{
  self->search_chosen = TRUE;
}

/* Opens the search, by key or from a menu. */
void
qg_window_begin_search (QgWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* From a context menu, which has closed just now. */
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    focus = self->context_from;
  self->search_chosen = FALSE;
  /* What was found may scroll the row away that the keyboard was on. */
  self->search_in_outline = is_within (focus, self->outline);
  g_set_weak_pointer (&self->search_from, focus);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->search_button));
}

void
qg_window_add_search (QgWindow *self)
{
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}
