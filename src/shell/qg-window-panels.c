/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The panels beside the picture: the picture has the room until there is something to read. */

#include "qg-window-private.h"

#include "qg-controls.h"
#include "qg-settings.h"

/* With the panel folded away, one line says what is selected and leads to it. */
void
qg_window_show_peek (QgWindow *self)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgLang lang = qg_explorer_get_language (self->explorer);
  gboolean wanted = map != NULL && selection.kind != QG_SELECTION_NOTHING &&
                    !qg_tour_bar_is_running (self->tour) && !qg_frame_get_open (self->frame, QG_SIDE_END);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->peek_button, wanted);
  if (!wanted)
    return;
  if (selection.kind == QG_SELECTION_ENTITY)
    text = qg_plain_from_text (qg_map_get_entity (map, selection.number)->name, lang);
  else
    {
      g_autoptr (QgSentence) sentence = qg_sentence_new_shown (map, selection.number, FALSE, lang);

      text = qg_text_clip (sentence->text, QG_TEXT_LINE);
    }
  gtk_label_set_text (GTK_LABEL (self->peek_label), text);
  qg_control_set_text (self->peek_button, text, NULL);
}

static gboolean
open_details_cb (gpointer data)
{
  QgWindow *self = data;

  self->details_id = 0;
  if (qg_explorer_get_selection (self->explorer).kind != QG_SELECTION_NOTHING &&
      qg_frame_get_width_class (self->frame) == QG_WIDTH_WIDE && !qg_tour_bar_is_running (self->tour))
    qg_frame_set_open (self->frame, QG_SIDE_END, TRUE);
  return G_SOURCE_REMOVE;
}

/* The panel takes room from the picture, so that what was clicked moves: not before a second click could have
 * come. */
static void
selection_cb (QgWindow *self)
{
  int patience;

  g_clear_handle_id (&self->details_id, g_source_remove);
  if (qg_explorer_get_selection (self->explorer).kind == QG_SELECTION_NOTHING ||
      !g_settings_get_boolean (qg_settings_get_default (), "details-with-selection") ||
      qg_frame_get_open (self->frame, QG_SIDE_END))
    return;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &patience, NULL);
  self->details_id = g_timeout_add ((guint) CLAMP (patience, 0, 1000), open_details_cb, self);
}

/* The relation that Tab came to is read in the panel, also by who goes there with the keyboard then. */
static gboolean
read_cb (gpointer data)
{
  QgWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint relation = qg_canvas_get_relation (self->canvas);

  self->read_id = 0;
  if (relation != QG_NONE || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->details)))
    qg_details_panel_read_relation (self->details, relation);
  return G_SOURCE_REMOVE;
}

/* Not before the keyboard has arrived where it goes: what is clicked in the panel must not go away under it.
 */
static void
queue_read (QgWindow *self)
{
  if (self->read_id == 0)
    self->read_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_cb, self, NULL);
}

/* Whoever folds the panel while something is selected does not want it to come by itself. */
static void
by_hand_cb (QgFrame *frame, int side, QgWindow *self)
{
  gboolean open = qg_frame_get_open (frame, QG_SIDE_END);

  if (side != QG_SIDE_END || qg_frame_get_width_class (frame) != QG_WIDTH_WIDE)
    return;
  g_clear_handle_id (&self->details_id, g_source_remove);
  if (open || qg_explorer_get_selection (self->explorer).kind != QG_SELECTION_NOTHING)
    g_settings_set_boolean (qg_settings_get_default (), "details-with-selection", open);
}

/* A list without a place on the screen has no rows that could have the keyboard. */
static void
focus_outline (QgWindow *self)
{
  self->outline_wanted = !gtk_widget_get_mapped (GTK_WIDGET (self->outline));
  if (!self->outline_wanted)
    qg_outline_panel_enter (self->outline);
}

static void
outline_mapped_cb (QgWindow *self)
{
  if (self->outline_wanted)
    focus_outline (self);
}

/* By key or from a menu; the button is for who has the mouse in the hand. */
static void
outline_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean open = !qg_frame_get_open (self->frame, QG_SIDE_START);

  self->outline_wanted = FALSE;
  if (!open && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->outline))))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  qg_frame_set_open (self->frame, QG_SIDE_START, open);
  if (open)
    focus_outline (self);
}

static void
start_open_cb (QgWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "outline");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (qg_frame_get_open (self->frame, QG_SIDE_START)));
}

static const GActionEntry entries[] = {
  { "outline", outline_cb, NULL, "false" },
};

void
qg_window_restore_panels (QgWindow *self)
{
  GSettings *settings = qg_settings_get_default ();
  g_autoptr (GVariant) outline = g_settings_get_user_value (settings, "outline-open");

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (outline != NULL)
    qg_frame_set_open_at_once (self->frame, QG_SIDE_START, g_variant_get_boolean (outline));
  else
    qg_frame_set_start_by_room (self->frame, TRUE);
  qg_frame_set_open_at_once (self->frame, QG_SIDE_END, g_settings_get_boolean (settings, "details-open"));
  qg_window_update_minimap (self);
}

/* In a narrow window the hint has the place of the small map. */
void
qg_window_update_minimap (QgWindow *self)
{
  gboolean covered = qg_frame_get_width_class (self->frame) == QG_WIDTH_COMPACT &&
                     qg_notice_bar_get_kind (self->notice) == QG_NOTICE_HINT;

  gtk_widget_set_visible (self->minimap_place,
                          g_settings_get_boolean (qg_settings_get_default (), "overview-shown") && !covered);
}

void
qg_window_remember_panels (QgWindow *self)
{
  GSettings *settings = qg_settings_get_default ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (settings, "window-height", CLAMP (height, 300, 16384));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (qg_frame_get_width_class (self->frame) != QG_WIDTH_WIDE)
    return;
  if (!qg_frame_get_start_by_room (self->frame))
    g_settings_set_boolean (settings, "outline-open", qg_frame_get_open (self->frame, QG_SIDE_START));
  g_settings_set_boolean (settings, "details-open", qg_frame_get_open (self->frame, QG_SIDE_END));
}

void
qg_window_watch_panels (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->frame, "notify::start-open", G_CALLBACK (start_open_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "map", G_CALLBACK (outline_mapped_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->explorer, "notify::selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "relation-changed", G_CALLBACK (queue_read), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (queue_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->frame, "by-hand", G_CALLBACK (by_hand_cb), self, 0);
  g_signal_connect_object (self->frame, "notify::end-open", G_CALLBACK (qg_window_show_peek), self,
                           G_CONNECT_SWAPPED);
}
