/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The maps that were opened lately, in the main menu. The list is read anew whenever the menu opens: another
 * window may have added to it. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-recent.h"

/* The address of a file. Of several graphs in it the one that was shown is opened, without a question. */
static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autofree char *graph = qg_recent_dup_graph (file);
  g_autoptr (QgOpening) opening = qg_opening_new (file, graph, NULL);

  qg_opening_set_listed (opening);
  qg_window_begin (self, opening);
}

static void
clear_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_recent_clear ();
  qg_window_tell (self, &(QgNews){ .id = N_ ("The list of recent maps is empty now") });
}

static const GActionEntry entries[] = {
  { "open-recent", open_recent_cb, "s" },
  { "clear-recent", clear_recent_cb },
};

void
qg_window_add_recent (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->recent = g_menu_new ();
}

/* Letters of a name: more would make the whole menu as wide. */
#define MOST_LETTERS 60u

/* Brings the part of the main menu up to date. @most: letters that there is room for */
void
qg_window_update_recent (QgWindow *self, guint most)
{
  g_autoptr (GPtrArray) files = qg_recent_load ();
  g_autoptr (GPtrArray) names = qg_recent_dup_names (files);
  g_autoptr (GMenu) maps = g_menu_new (), acts = g_menu_new ();
  GSimpleAction *clear = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "clear-recent"));

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *label = qg_menu_dup_label (names->pdata[i], MIN (most, MOST_LETTERS));
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uri);
      g_menu_append_item (maps, item);
    }
  g_menu_append (acts, _ ("Show the Bundled Map"), "win.open-bundled");
  g_menu_append (acts, _ ("Clear the List"), "win.clear-recent");
  g_simple_action_set_enabled (clear, files->len > 0);
  g_menu_remove_all (self->recent);
  g_menu_append_section (self->recent, NULL, G_MENU_MODEL (maps));
  g_menu_append_section (self->recent, NULL, G_MENU_MODEL (acts));
}
