/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Ways between two entities: asked for with two selected, or with one selected and the other looked up. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

/* Who asks goes on among the ways that are found. */
static void
find_ways (QgWindow *self, guint from, guint to)
{
  self->ways_asked = TRUE;
  qg_wayfinder_find (self->wayfinder, from, to);
}

static void
ways_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgNumbers selected = qg_explorer_get_selected_entities (self->explorer);

  self->ways_in_outline = FALSE;
  if (selected.n == 2)
    find_ways (self, selected.items[0], selected.items[1]);
}

static void
ways_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgSelection selection = qg_explorer_get_selection (self->explorer);

  if (selection.kind != QG_SELECTION_ENTITY)
    return;
  qg_window_begin_search (self);
  qg_search_popover_ask_way (self->search, selection.number);
}

static void
show_ways_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_return_to_ways (self->explorer);
}

static void
close_ways_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_wayfinder_close (self->wayfinder);
}

static void
way_as_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_wayfinder_show_as_view (self->wayfinder);
}

static void
all_ways_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_wayfinder_show_all (self->wayfinder);
}

/* The chosen way, each hop a sentence with its source in a line of its own. */
static void
copy_way_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  const QgWays *ways = qg_wayfinder_get_ways (self->wayfinder);
  guint chosen = qg_wayfinder_get_chosen (self->wayfinder);
  g_autoptr (GString) text = g_string_new (NULL);
  const QgWay *way;

  if (ways == NULL || chosen == QG_NONE)
    return;
  way = qg_ways_get (ways, chosen);
  for (guint i = 0; i + 1 < way->n_entities; i++)
    {
      g_autofree char *hop = qg_window_dup_relation_text (self, way->relations[i],
                                                          qg_wayfinder_is_inverse (self->wayfinder, way, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", hop);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  qg_window_tell (self, &(QgNews){ .id = N_ ("Copied with its source") });
}

static const GActionEntry entries[] = {
  { "ways", ways_cb },
  { "ways-to", ways_to_cb },
  { "show-ways", show_ways_cb },
  { "close-ways", close_ways_cb },
  { "way-as-view", way_as_view_cb },
  { "all-ways", all_ways_cb },
  { "copy-way", copy_way_cb },
};

static void
opened_cb (QgWindow *self)
{
  qg_frame_set_open (self->frame, QG_SIDE_END, TRUE);
}

static char *
dup_found (QgWindow *self, guint n)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgLang lang = qg_explorer_get_language (self->explorer);
  g_autofree char *count = qg_number_dup_count (n), *first = NULL, *second = NULL;
  guint from, to;

  if (n == 0)
    return g_strdup (_ ("No way leads from one to the other on this map."));
  qg_wayfinder_get_ends (self->wayfinder, &from, &to);
  first = qg_plain_from_text (qg_map_get_entity (map, from)->label, lang);
  second = qg_plain_from_text (qg_map_get_entity (map, to)->label, lang);
  /* Translators: read aloud: the number of ways, the names of the two entities. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s way between “%s” and “%s”", "%s ways between “%s” and “%s”", n),
      count, first, second);
}

static void
found_cb (QgWindow *self)
{
  g_autofree char *words = dup_found (self, qg_ways_get_n (qg_wayfinder_get_ways (self->wayfinder)));

  qg_announce (GTK_WIDGET (self), words);
  if (self->ways_asked)
    qg_details_panel_grab_ways (self->details);
  self->ways_asked = FALSE;
}

static void
way_chosen_cb (QgSearchPopover *search, guint from, guint to, QgWindow *self)
{
  self->ways_in_outline = self->search_in_outline;
  find_ways (self, from, to);
}

void
qg_window_update_ways (QgWindow *self)
{
  QgNumbers selected = qg_explorer_get_selected_entities (self->explorer);
  const QgWays *ways = qg_wayfinder_get_ways (self->wayfinder);
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "ways", selected.n == 2 },
    { "ways-to", qg_explorer_get_selection (self->explorer).kind == QG_SELECTION_ENTITY },
    { "way-as-view", qg_wayfinder_get_chosen (self->wayfinder) != QG_NONE },
    { "all-ways", ways != NULL && qg_ways_get_n (ways) > 0 },
    { "copy-way", qg_wayfinder_get_chosen (self->wayfinder) != QG_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), states[i].name)),
        states[i].enabled);
}

void
qg_window_add_ways (QgWindow *self)
{
  self->wayfinder = qg_wayfinder_new (self->explorer);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->wayfinder, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wayfinder, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wayfinder, "changed", G_CALLBACK (qg_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "way-chosen", G_CALLBACK (way_chosen_cb), self, 0);
}
