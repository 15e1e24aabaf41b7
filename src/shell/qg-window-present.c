/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The lecture: a tour, the views, or what is on screen, over the whole screen. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-presenter.h"

/* Takes @talk. @step: QG_NONE for where it was left. */
static void
begin (QgWindow *self, QgTalk *talk, guint step)
{
  self->presenter = qg_presenter_new (GTK_WINDOW (self), self->layouter, talk, step,
                                      qg_explorer_get_language (self->explorer),
                                      qg_explorer_get_second_language (self->explorer));
  g_object_add_weak_pointer (G_OBJECT (self->presenter), (gpointer *) &self->presenter);
  gtk_window_present (self->presenter);
}

/* @tour: QG_NONE for the views; of a map without any, what is on screen. */
static void
present (QgWindow *self, guint tour, guint step)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgTalk *talk;

  if (map == NULL || self->presenter != NULL || (tour != QG_NONE && tour >= qg_map_get_n_tours (map)))
    return;
  talk = qg_talk_new (map, tour);
  if (talk == NULL)
    talk = qg_talk_new_shown (self->explorer);
  if (talk == NULL)
    return;
  self->presented = tour;
  begin (self, talk, step);
}

/* The tour that one walks through in the window, from there; else the one of the last time, else the first
 * one; a map without tours shows its views, one without views what is on screen. */
static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint tour, step;

  self->talk_wanted = qg_explorer_get_scene (self->explorer) == NULL;
  if (map == NULL || self->talk_wanted)
    return;
  if (qg_tour_bar_get_place (self->tour, &tour, &step))
    present (self, tour, step);
  else if (self->presented < qg_map_get_n_tours (map))
    present (self, self->presented, QG_NONE);
  else
    present (self, qg_map_get_n_tours (map) > 0 ? 0 : QG_NONE, QG_NONE);
}

static void
present_tour_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, g_variant_get_uint32 (parameter), QG_NONE);
}

/* The view on screen, and from there the others; alone what is no view: a neighbourhood, ways. */
static void
present_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgPart *part = qg_explorer_get_part (self->explorer);

  if (part == NULL || self->presenter != NULL)
    return;
  if (qg_part_get_view (part) != QG_NONE)
    present (self, QG_NONE, qg_part_get_view (part));
  else
    begin (self, qg_talk_new_shown (self->explorer), 0);
}

void
qg_window_append_present_menu (QgWindow *self, GMenu *menu)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint n = map != NULL ? qg_map_get_n_tours (map) : 0;
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i < MIN (n, QG_MOST_ROWS); i++)
    {
      g_autofree char *title =
          qg_plain_from_text (qg_map_get_tour (map, i)->title, qg_explorer_get_language (self->explorer));
      g_autofree char *action = g_strdup_printf ("win.present-tour(uint32 %u)", i);

      g_menu_append (submenu, title, action);
    }
  if (n == 0)
    {
      g_menu_append (menu, _ ("Present"), "win.present-view");
      return;
    }
  qg_menu_append_more (submenu, n, "win.search");
  g_menu_append (submenu, _ ("The View on Screen"), "win.present-view");
  g_menu_append_submenu (menu, _ ("Present"), G_MENU_MODEL (submenu));
}

static const GActionEntry entries[] = {
  { "present", present_cb },
  { "present-tour", present_tour_cb, "u" },
  { "present-view", present_view_cb },
};

void
qg_window_add_present (QgWindow *self)
{
  self->presented = QG_NONE;
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
set_enabled (QgWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)),
                               enabled);
}

/* F5 may come before the first picture: it is kept until then, and forgotten where none will come. */
void
qg_window_update_present (QgWindow *self)
{
  gboolean shown = qg_explorer_get_scene (self->explorer) != NULL;
  gboolean coming = !shown && (self->opening != NULL ||
                               (qg_explorer_get_map (self->explorer) != NULL && self->trouble == NULL));

  set_enabled (self, "present", shown || coming);
  set_enabled (self, "present-tour", shown);
  set_enabled (self, "present-view", shown);
  if (self->talk_wanted && shown)
    g_action_group_activate_action (G_ACTION_GROUP (self), "present", NULL);
  if (self->trouble != NULL)
    self->talk_wanted = FALSE;
}

/* The language changed. */
void
qg_window_update_present_texts (QgWindow *self)
{
  if (self->presenter != NULL)
    qg_presenter_set_languages (QG_PRESENTER (self->presenter), qg_explorer_get_language (self->explorer),
                                qg_explorer_get_second_language (self->explorer));
}

void
qg_window_end_present (QgWindow *self)
{
  if (self->presenter != NULL)
    gtk_window_destroy (self->presenter);
}
