/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Groups collapsed to one node, and opened again: from the menus, by keys, in the outline. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

/* The kind of the selected entity; QG_NONE where none is selected. */
static guint
selected_kind (QgWindow *self)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);

  return selection.kind == QG_SELECTION_ENTITY
             ? qg_map_get_entity (qg_explorer_get_map (self->explorer), selection.number)->kind
             : QG_NONE;
}

static gboolean
is_any_collapsed (QgWindow *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);

  return part != NULL && qg_part_get_origin (part) != part;
}

/* Whether a group is still open. */
static gboolean
is_any_open (QgWindow *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);

  return part != NULL && qg_part_get_entities (part).n > 0 &&
         !qg_map_is_group (qg_part_get_map (part), qg_part_get_entities (part).items[0]);
}

/* Those of a large map have changed a moment later. */
static void
groups_changed_cb (QgWindow *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);
  guint n = part != NULL ? qg_part_get_entities (part).n : 0;
  g_autofree char *words =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s entity", "%s entities", n), n);

  if (self->groups_changing)
    qg_announce (GTK_WIDGET (self), words);
  self->groups_changing = FALSE;
}

/* What was begun has come, or was cancelled. */
static void
layout_busy_cb (QgWindow *self)
{
  if (!qg_explorer_get_layout_busy (self->explorer))
    self->groups_changing = FALSE;
}

/* @kind: QG_NONE for all. Where nothing changes, what was begun before is still waited for. */
static void
set_collapsed (QgWindow *self, guint kind, gboolean collapsed)
{
  gboolean before = self->groups_changing, begun;

  self->groups_changing = TRUE;
  begun = kind != QG_NONE ? qg_explorer_set_group_collapsed (self->explorer, kind, collapsed)
                          : qg_explorer_set_all_collapsed (self->explorer, collapsed);
  if (!begun)
    self->groups_changing = before;
}

static void
toggle_kind (QgWindow *self, guint kind)
{
  if (kind != QG_NONE)
    set_collapsed (self, kind, !qg_explorer_get_group_collapsed (self->explorer, kind));
}

static void
toggle_group_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  toggle_kind (self, selected_kind (self));
}

/* A kind by its number. */
static void
toggle_kind_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint kind = g_variant_get_uint32 (parameter);

  if (map != NULL && kind < qg_map_get_n_kinds (map))
    toggle_kind (self, kind);
}

static void
collapse_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  set_collapsed (self, QG_NONE, TRUE);
}

static void
expand_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  set_collapsed (self, QG_NONE, FALSE);
}

/* One key for both. */
static void
toggle_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  if (is_any_collapsed (self))
    expand_all_cb (NULL, NULL, self);
  else
    collapse_all_cb (NULL, NULL, self);
}

static const GActionEntry entries[] = {
  { "toggle-group", toggle_group_cb }, { "toggle-kind", toggle_kind_cb, "u" },
  { "collapse-all", collapse_all_cb }, { "expand-all", expand_all_cb },
  { "toggle-all", toggle_all_cb },
};

static const char *
get_label (QgWindow *self, guint kind)
{
  return qg_explorer_get_group_collapsed (self->explorer, kind) ? _ ("Expand the Group")
                                                                : _ ("Collapse the Group");
}

void
qg_window_append_group_menu (QgWindow *self, GMenu *menu, guint kind)
{
  g_autofree char *action = NULL;

  if (qg_explorer_get_map (self->explorer) == NULL)
    return;
  if (kind == QG_NONE)
    kind = selected_kind (self);
  if (kind == QG_NONE)
    return;
  action = g_strdup_printf ("win.toggle-kind(uint32 %u)", kind);
  g_menu_append (menu, get_label (self, kind), action);
}

void
qg_window_append_all_groups_menu (QgWindow *self, GMenu *menu)
{
  g_menu_append (menu, _ ("Collapse All Groups"), "win.collapse-all");
  g_menu_append (menu, _ ("Expand All Groups"), "win.expand-all");
}

void
qg_window_update_groups (QgWindow *self)
{
  gboolean shown = qg_explorer_get_scene (self->explorer) != NULL;
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "toggle-group", shown && selected_kind (self) != QG_NONE },
    { "toggle-kind", shown },
    { "collapse-all", shown && is_any_open (self) },
    { "expand-all", shown && is_any_collapsed (self) },
    { "toggle-all", shown },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), states[i].name)),
        states[i].enabled);
}

static void
group_chosen_cb (QgCanvas *canvas, guint kind, QgWindow *self)
{
  toggle_kind (self, kind);
}

void
qg_window_add_groups (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->canvas, "group-chosen", G_CALLBACK (group_chosen_cb), self, 0);
  g_signal_connect_object (self->explorer, "groups-changed", G_CALLBACK (groups_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::layout-busy", G_CALLBACK (layout_busy_cb), self,
                           G_CONNECT_SWAPPED);
}
