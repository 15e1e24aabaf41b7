/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Of a file with several graphs a window shows one: which, is asked when the file is opened, and can be
 * chosen anew from the list of views. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-graphs.h"

/* What a menu has room for; of more, a page lets choose. */
#define MENU_GRAPHS 10u

static const char *
get_name (GPtrArray *graphs, guint number)
{
  return ((const QgMapGraph *) graphs->pdata[number])->name;
}

static guint
find_shown (QgWindow *self)
{
  return self->graphs != NULL && self->graph != NULL ? qg_map_graphs_find (self->graphs, self->graph)
                                                     : QG_NONE;
}

static void
open_graph (QgWindow *self, GFile *file, const char *graph)
{
  g_autoptr (QgOpening) opening = qg_opening_new (file, graph, NULL);

  qg_window_begin (self, opening);
}

/* A graph by its number in the file that is open. */
static void
graph_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  int number = g_variant_get_int32 (parameter);

  if (self->graphs != NULL && number >= 0 && (guint) number < self->graphs->len &&
      (guint) number != find_shown (self))
    open_graph (self, self->file, get_name (self->graphs, (guint) number));
}

static void
choose_graph_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  if (self->graphs != NULL && self->file != NULL)
    qg_window_ask_graph (self, self->file, self->graphs, NULL);
}

static const GActionEntry entries[] = {
  { "graph", graph_cb, "i", "-1" },
  { "choose-graph", choose_graph_cb },
};

static void
chosen_cb (QgGraphPage *page, guint number, QgWindow *self)
{
  g_autoptr (GFile) file = self->asked_file != NULL ? g_object_ref (self->asked_file) : NULL;
  g_autofree char *name = NULL;
  gboolean same;

  if (file == NULL)
    return;
  name = g_strdup (get_name (self->asked, number));
  same = self->asked == self->graphs && number == find_shown (self);
  qg_window_end_asking (self);
  if (!same)
    open_graph (self, file, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
cancelled_cb (QgWindow *self)
{
  qg_window_end_asking (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
qg_window_add_graphs (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->graph_page, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (self->graph_page, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
}

/* What is in the file that is shown, and which of it is.
 * @graphs, @graph: (nullable) */
void
qg_window_set_graphs (QgWindow *self, GPtrArray *graphs, const char *graph)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "graph");
  g_autofree char *name = g_strdup (graph);
  guint shown;

  if (graphs != NULL)
    g_ptr_array_ref (graphs);
  g_clear_pointer (&self->graphs, g_ptr_array_unref);
  self->graphs = graphs;
  g_free (self->graph);
  self->graph = g_steal_pointer (&name);
  shown = find_shown (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_int32 (shown != QG_NONE ? (int) shown : -1));
  qg_window_update_menus (self);
}

/* qg_window_ask_graph:
 * @missing: (nullable): the graph that was looked for and is not in @file
 *
 * Shows the graphs of @file in place of the picture, for a person to choose one. */
void
qg_window_ask_graph (QgWindow *self, GFile *file, GPtrArray *graphs, const char *missing)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : g_file_get_uri (file);
  gboolean other = qg_explorer_get_map (self->explorer) != NULL;

  g_ptr_array_ref (graphs);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->asked = graphs;
  g_set_object (&self->asked_file, file);
  qg_graph_page_ask (self->graph_page, graphs, shown, missing, other);
  qg_window_show_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->graph_page));
}

/* The question has been answered, or is of no use any more. */
void
qg_window_end_asking (QgWindow *self)
{
  if (self->asked_file == NULL)
    return;
  g_clear_object (&self->asked_file);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  qg_graph_page_clear (self->graph_page);
  qg_window_show_page (self);
}

/* The graphs of the file, where it has several, as a part of the list of views. @most: letters that a
 * name may have */
void
qg_window_append_graphs (QgWindow *self, GMenu *menu, guint most)
{
  g_autoptr (GMenu) section = g_menu_new ();
  guint n = self->graphs != NULL ? self->graphs->len : 0;

  if (n < 2)
    return;
  for (guint i = 0; i < n && n <= MENU_GRAPHS; i++)
    {
      g_autofree char *label = qg_menu_dup_label (get_name (self->graphs, i), most);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.graph", "i", (int) i);
      g_menu_append_item (section, item);
    }
  if (n > MENU_GRAPHS)
    g_menu_append (section, _ ("Choose a Graph…"), "win.choose-graph");
  g_menu_append_section (menu, _ ("Graphs in the File"), G_MENU_MODEL (section));
}
