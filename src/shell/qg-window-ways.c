/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Ways between two entities: asked for with two selected, or with one selected and the other looked up. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

static void
ways_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgNumbers selected = qg_explorer_get_selected_entities (self->explorer);

  if (selected.n == 2)
    qg_wayfinder_find (self->wayfinder, selected.items[0], selected.items[1]);
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
  guint chosen = qg_wayfinder_get_chosen (self->wayfinder);
  const QgWays *ways = qg_wayfinder_get_ways (self->wayfinder);

  qg_details_panel_show_ways (self->details);
  if (ways != NULL && qg_ways_get_n (ways) > 0)
    qg_wayfinder_choose (self->wayfinder, chosen != QG_NONE ? chosen : 0);
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
  qg_window_toast (self, _ ("Copied with its source"), NULL, NULL);
}

static const GActionEntry entries[] = {
  { "ways", ways_cb },
  { "ways-to", ways_to_cb },
  { "show-ways", show_ways_cb },
  { "close-ways", close_ways_cb },
  { "way-as-view", way_as_view_cb },
  { "copy-way", copy_way_cb },
};

static void
opened_cb (QgWindow *self)
{
  qg_details_panel_show_ways (self->details);
  qg_frame_set_open (self->frame, QG_SIDE_END, TRUE);
}

static void
found_cb (QgWindow *self)
{
  const QgWays *ways = qg_wayfinder_get_ways (self->wayfinder);
  guint n = ways != NULL ? qg_ways_get_n (ways) : 0;
  g_autofree char *count = qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s way", "%s ways", n), n);

  if (ways != NULL && qg_wayfinder_get_chosen (self->wayfinder) == (n > 0 ? 0 : QG_NONE))
    qg_announce (GTK_WIDGET (self), n > 0 ? count : _ ("No way leads from one to the other on this map."));
  qg_window_update_actions (self);
}

static void
way_chosen_cb (QgSearchPopover *search, guint from, guint to, QgWindow *self)
{
  qg_wayfinder_find (self->wayfinder, from, to);
}

void
qg_window_update_ways (QgWindow *self)
{
  QgNumbers selected = qg_explorer_get_selected_entities (self->explorer);
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "ways", selected.n == 2 },
    { "ways-to", qg_explorer_get_selection (self->explorer).kind == QG_SELECTION_ENTITY },
    { "way-as-view", qg_wayfinder_get_chosen (self->wayfinder) != QG_NONE },
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
  g_signal_connect_object (self->wayfinder, "changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "way-chosen", G_CALLBACK (way_chosen_cb), self, 0);
}
