/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is said while a map is opened: which file it is, and how to do without it. In place of the picture
 * where there is none yet, else in the line over it. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

/* Milliseconds: a map that is there sooner needs no words over the picture. */
#define PATIENCE 400

static char *
dup_words (QgWindow *self)
{
  GFile *file = qg_opening_get_file (self->opening);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
  g_autofree char *shown = qg_text_clip (whole, QG_TEXT_LINE);

  return g_strdup_printf (_ ("Opening “%s”…"), shown);
}

static gboolean
is_loading (QgWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "loading") == 0;
}

/* The page that stands in place of the picture until there is one. On a page that is not shown a screen
 * reader would find its words all the same. */
void
qg_window_show_loading (QgWindow *self)
{
  g_autofree char *words = NULL;

  if (is_loading (self))
    words = self->opening != NULL ? dup_words (self) : g_strdup (_ ("Arranging the picture…"));
  gtk_label_set_text (GTK_LABEL (self->loading_label), words != NULL ? words : "");
  gtk_button_set_label (GTK_BUTTON (self->loading_cancel), _ ("Cancel"));
  gtk_widget_set_visible (self->loading_cancel, words != NULL && self->opening != NULL);
}

/* What the line over the picture says of it; FALSE where there is nothing to say. */
gboolean
qg_window_show_opening_notice (QgWindow *self)
{
  g_autofree char *words = NULL;

  if (self->opening == NULL || !self->opening_told)
    return FALSE;
  words = dup_words (self);
  qg_notice_bar_show (self->notice, QG_NOTICE_BUSY, words, _ ("Cancel"), "win.cancel-opening", NULL, NULL);
  return TRUE;
}

static gboolean
tell_cb (gpointer data)
{
  QgWindow *self = data;

  self->opening_id = 0;
  self->opening_told = TRUE;
  qg_window_show_notice (self);
  return G_SOURCE_REMOVE;
}

/* An opening has begun, and is not over at once. */
void
qg_window_watch_opening (QgWindow *self)
{
  if (self->opening_told)
    qg_window_show_notice (self);
  else if (self->opening_id == 0)
    self->opening_id = g_timeout_add (PATIENCE, tell_cb, self);
}

/* It is over, or given up. */
void
qg_window_end_opening (QgWindow *self)
{
  gboolean told = self->opening_told;

  g_clear_handle_id (&self->opening_id, g_source_remove);
  self->opening_told = FALSE;
  if (told)
    qg_window_show_notice (self);
}

/* What was there before stays. FALSE where nothing is being opened. */
gboolean
qg_window_cancel_opening (QgWindow *self)
{
  if (self->opening == NULL)
    return FALSE;
  qg_opening_cancel (self->opening);
  g_clear_pointer (&self->opening, qg_opening_unref);
  self->talk_wanted = FALSE;
  qg_window_end_opening (self);
  qg_window_show_page (self);
  qg_window_update_present (self);
  gtk_widget_grab_focus (qg_explorer_get_map (self->explorer) != NULL ? GTK_WIDGET (self->canvas)
                                                                      : self->empty_open);
  return TRUE;
}

/* Escape, once a person has been told what it would put an end to. */
gboolean
qg_window_escape_opening (QgWindow *self)
{
  return (self->opening_told || is_loading (self)) && qg_window_cancel_opening (self);
}

static void
cancel_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qg_window_cancel_opening (data);
}

static const GActionEntry entries[] = {
  { "cancel-opening", cancel_opening_cb },
};

void
qg_window_add_opening (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
