/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Hiding, taking it back, and what is said when nothing is left to see. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

#define MAX_UNDO 50u

static void
unref_filter (gpointer filter)
{
  if (filter != NULL)
    qg_filter_unref (filter);
}

static gpointer
ref_filter (QgFilter *filter)
{
  return filter != NULL ? qg_filter_ref (filter) : NULL;
}

/* qg_window_update_undo:
 *
 * What can be taken back: hidings, and the view that was deleted last. */
void
qg_window_update_undo (QgWindow *self)
{
  guint n = self->filters_before != NULL ? self->filters_before->len : 0;

  self->deleted_after = MIN (self->deleted_after, n);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "undo")),
                               n > 0 || self->deleted != NULL);
}

/* Returns: whether a view was deleted after the last hiding */
gboolean
qg_window_undoes_deleting (QgWindow *self)
{
  return self->deleted != NULL && self->deleted_after == self->filters_before->len;
}

static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  QgMap *map = qg_explorer_get_map (self->explorer);

  if (selection.kind == QG_SELECTION_NOTHING)
    return;
  qg_explorer_select_nothing (self->explorer);
  /* What stands for a group is hidden as the group is. */
  if (selection.kind == QG_SELECTION_ENTITY && qg_map_is_group (map, selection.number))
    qg_explorer_set_kind_hidden (self->explorer, qg_map_get_entity (map, selection.number)->kind, TRUE);
  else if (selection.kind == QG_SELECTION_ENTITY)
    qg_explorer_set_entity_hidden (self->explorer, selection.number, TRUE);
  else
    qg_explorer_set_relation_hidden (self->explorer, selection.number, TRUE);
  qg_window_tell (
      self,
      &(QgNews){ .id = N_ ("Hidden until you bring it back"), .button = N_ ("Undo"), .action = "win.undo" });
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgFilter *filter;

  if (qg_window_undoes_deleting (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-view", NULL);
      return;
    }
  if (self->filters_before->len == 0)
    return;
  filter = g_ptr_array_steal_index (self->filters_before, self->filters_before->len - 1);
  self->undoing = TRUE;
  qg_explorer_set_filter (self->explorer, filter);
  self->undoing = FALSE;
  unref_filter (filter);
  qg_window_update_undo (self);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_show_all (self->explorer);
}

static void
only_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  guint role, value;

  g_variant_get (parameter, "(uu)", &role, &value);
  qg_legend_bar_show_only (self->legend, role, value);
}

static void
legend_menu_cb (QgLegendBar *legend, GtkWidget *at, guint role, guint value, double x, double y,
                QgWindow *self)
{
  qg_window_show_legend_menu (self, at, role, value, x, y);
}

static const GActionEntry entries[] = {
  { "hide", hide_cb },
  { "only", only_cb, "(uu)" },
  { "undo", undo_cb },
  { "show-all", show_all_cb },
};

static gboolean
is_all_hidden (QgWindow *self)
{
  QgScene *scene = qg_explorer_get_scene (self->explorer);
  QgEmphases emphases = qg_explorer_get_emphases (self->explorer);
  guint n = scene != NULL ? qg_part_get_entities (qg_scene_get_part (scene)).n : 0;

  for (guint i = 0; i < n; i++)
    if (emphases.nodes == NULL || emphases.nodes[i] != QG_EMPHASIS_HIDDEN)
      return FALSE;
  return scene != NULL;
}

/* An empty picture says why it is empty, and what to do. */
static void
show_nothing_left (QgWindow *self)
{
  gboolean nothing = is_all_hidden (self);
  gboolean filtered = qg_explorer_get_filter (self->explorer) != NULL;

  gtk_widget_set_visible (self->nothing_box, nothing);
  if (!nothing)
    return;
  gtk_label_set_text (GTK_LABEL (self->nothing_label),
                      filtered ? _ ("All that is here is hidden.") : _ ("There is nothing on this map yet."));
  gtk_button_set_label (GTK_BUTTON (self->nothing_button), filtered ? _ ("Show All") : _ ("Open…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->nothing_button),
                                  filtered ? "win.show-all" : "win.open");
}

/* The toast that offers to take a hiding back means the last one: after any other change it would mean
 * another, or nothing. */
static void
dismiss_toast (QgWindow *self)
{
  if (self->toast != NULL && g_strcmp0 (adw_toast_get_action_name (self->toast), "win.undo") == 0)
    adw_toast_dismiss (self->toast);
}

static void
hidden_cb (QgWindow *self)
{
  QgFilter *now = qg_explorer_get_filter (self->explorer);

  if (!qg_filter_equal (now, self->filter_now))
    {
      g_autofree char *words = qg_legend_bar_dup_hidden (self->legend);

      dismiss_toast (self);
      if (!self->undoing)
        g_ptr_array_add (self->filters_before, ref_filter (self->filter_now));
      if (self->filters_before->len > MAX_UNDO)
        {
          g_ptr_array_remove_index (self->filters_before, 0);
          if (self->deleted_after > 0)
            self->deleted_after--;
        }
      unref_filter (self->filter_now);
      self->filter_now = ref_filter (now);
      qg_announce (GTK_WIDGET (self), words);
      qg_window_keep_hidden (self);
    }
  qg_window_update_undo (self);
  show_nothing_left (self);
}

/* Filters are about the numbers of one map. */
static void
map_cb (QgWindow *self)
{
  g_ptr_array_set_size (self->filters_before, 0);
  g_clear_pointer (&self->filter_now, qg_filter_unref);
  self->filter_now = ref_filter (qg_explorer_get_filter (self->explorer));
  dismiss_toast (self);
  qg_window_update_undo (self);
}

void
qg_window_update_filter_texts (QgWindow *self)
{
  show_nothing_left (self);
}

void
qg_window_end_filter (QgWindow *self)
{
  g_clear_pointer (&self->filters_before, g_ptr_array_unref);
  g_clear_pointer (&self->filter_now, qg_filter_unref);
}

void
qg_window_add_filter (QgWindow *self)
{
  self->filters_before = g_ptr_array_new_with_free_func (unref_filter);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->legend, "context-menu", G_CALLBACK (legend_menu_cb), self, 0);
  g_signal_connect_object (self->explorer, "hidden-changed", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
}
