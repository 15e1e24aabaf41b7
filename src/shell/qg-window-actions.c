/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-enums.h"
#include "qg-i18n.h"
#include "qg-paths.h"
#include "qg-settings.h"
#include "qg-usual-engine.h"

/* Longer than this, a layout is asked about before. */
#define SLOW_SECONDS 15.0

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_window_choose_file (self);
}

static void
open_bundled_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  g_autofree char *path = qg_paths_dup_bundled_map ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  qg_window_open (self, file, NULL);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_go_back (self->explorer);
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_go_forward (self->explorer);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_canvas_zoom_step (self->canvas, 1);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_canvas_zoom_step (self->canvas, -1);
}

static void
zoom_original_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_canvas_set_zoom (self->canvas, 1);
}

static void
zoom_fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_canvas_zoom_fit (self->canvas);
}

static void
zoom_selection_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_canvas_zoom_to_selection (self->canvas);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qg_window_begin_search (data);
}

static gboolean
picture_focus_cb (gpointer data)
{
  QgWindow *self = data;

  self->focus_id = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return G_SOURCE_REMOVE;
}

/* Who has chosen a view in a menu looks at the picture next. The menu gives the keyboard back to its button
 * when it closes, which it does after this. */
static void
focus_picture_soon (QgWindow *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (picture_focus_cb, self);
}

/* A view by its number; -1: all of the map. */
static void
view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  int number = g_variant_get_int32 (parameter);
  QgMap *map = qg_explorer_get_map (self->explorer);

  if (map == NULL)
    return;
  if (number < 0)
    qg_explorer_show_whole (self->explorer);
  else if ((guint) number < qg_map_get_n_views (map))
    qg_explorer_return_to_view (self->explorer, (guint) number);
  focus_picture_soon (self);
}

static void
use_engine (QgWindow *self, GVariant *parameter, gboolean ask)
{
  QgEngine engine;
  QgPart *part = qg_explorer_get_part (self->explorer);

  if (part == NULL || !qg_engine_from_id (g_variant_get_string (parameter, NULL), &engine))
    return;
  if (ask && qg_usual_engine_estimate (part, engine) > SLOW_SECONDS)
    {
      qg_window_warn_slow (self, engine);
      return;
    }
  self->slow_asked = FALSE;
  /* Who has chosen a layout knows which one is shown when the choice is given up. */
  self->replaced_told = TRUE;
  qg_notice_bar_hide (self->notice);
  qg_explorer_set_engine (self->explorer, engine);
}

static void
engine_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  use_engine (self, parameter, TRUE);
}

static void
engine_anyway_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  use_engine (self, parameter, FALSE);
}

static void
reset_engine_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_reset_engine (self->explorer);
}

static void
layout_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_notice_bar_hide (self->notice);
  qg_explorer_layout_again (self->explorer);
}

static void
layout_visible_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_layout_visible (self->explorer);
}

static void
cancel_layout_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  self->talk_wanted = FALSE;
  qg_explorer_cancel_layout (self->explorer);
}

/* From any engine to one that takes another way; osage copes with everything. */
static void
another_layout_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  const QgEngine next[QG_N_ENGINES] = {
    [QG_ENGINE_DOT] = QG_ENGINE_SFDP,   [QG_ENGINE_NEATO] = QG_ENGINE_SFDP, [QG_ENGINE_FDP] = QG_ENGINE_SFDP,
    [QG_ENGINE_SFDP] = QG_ENGINE_OSAGE, [QG_ENGINE_TWOPI] = QG_ENGINE_DOT,  [QG_ENGINE_CIRCO] = QG_ENGINE_DOT,
    [QG_ENGINE_OSAGE] = QG_ENGINE_DOT,  [QG_ENGINE_GIVEN] = QG_ENGINE_SFDP,
  };

  qg_notice_bar_hide (self->notice);
  qg_explorer_set_engine (self->explorer, next[qg_explorer_get_engine (self->explorer)]);
}

static void
focus_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgSelection selection = qg_explorer_get_selection (self->explorer);

  if (selection.kind == QG_SELECTION_ENTITY)
    qg_explorer_show_focus (self->explorer, selection.number, 1, QG_FOLLOW_BOTH);
}

static void
leave_focus_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_light_none (self->explorer);
  if (qg_explorer_get_depth (self->explorer) > 0)
    qg_explorer_step_out (self->explorer);
}

static void
widen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_widen (self->explorer, 1);
}

static void
narrow_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_explorer_widen (self->explorer, -1);
}

static void
follow_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgPart *part = qg_explorer_get_part (self->explorer);

  if (part != NULL && qg_part_get_focus (part) != QG_NONE)
    qg_explorer_show_focus (self->explorer, qg_part_get_focus (part), qg_explorer_get_depth (self->explorer),
                            (QgFollow) g_variant_get_int32 (parameter));
}

static void
copy_text_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_window_copy_text (self);
}

/* An empty tag: as the interface. */
static void
map_language_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  g_settings_set_string (qg_settings_get_default (), "map-language", g_variant_get_string (parameter, NULL));
  qg_window_update_texts (self);
}

static void
second_language_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  g_settings_set_string (qg_settings_get_default (), "second-language",
                         g_variant_get_string (parameter, NULL));
  qg_window_update_texts (self);
}

static void
overview_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  gboolean wanted = !g_settings_get_boolean (qg_settings_get_default (), "overview-shown");

  g_settings_set_boolean (qg_settings_get_default (), "overview-shown", wanted);
  qg_window_update_minimap (self);
  qg_window_update_actions (self);
}

static void
tour_next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qg_tour_bar_go (((QgWindow *) data)->tour, 1);
}

static void
tour_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qg_tour_bar_go (((QgWindow *) data)->tour, -1);
}

static void
tour_end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qg_tour_bar_end (((QgWindow *) data)->tour);
}

static void
problems_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  if (self->shown_problems != NULL)
    qg_window_show_problems (self, self->shown_problems);
}

static void
read_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qg_window_read_again (data);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_window_show_shortcuts (self);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  qg_window_show_about (self);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  gtk_window_close (GTK_WINDOW (self));
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "open-bundled", open_bundled_cb },
  { "back", back_cb },
  { "forward", forward_cb },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "zoom-original", zoom_original_cb },
  { "zoom-fit", zoom_fit_cb },
  { "zoom-selection", zoom_selection_cb },
  { "search", search_cb },
  { "view", view_cb, "i", "-2" },
  { "engine", engine_cb, "s", "''" },
  { "engine-anyway", engine_anyway_cb, "s" },
  { "reset-engine", reset_engine_cb },
  { "layout-again", layout_again_cb },
  { "layout-visible", layout_visible_cb },
  { "cancel-layout", cancel_layout_cb },
  { "another-layout", another_layout_cb },
  { "focus", focus_cb },
  { "leave-focus", leave_focus_cb },
  { "widen", widen_cb },
  { "narrow", narrow_cb },
  { "follow", follow_cb, "i", "0" },
  { "copy-text", copy_text_cb },
  { "map-language", map_language_cb, "s", "''" },
  { "second-language", second_language_cb, "s", "''" },
  { "overview", overview_cb, NULL, "true" },
  { "tour-next", tour_next_cb },
  { "tour-previous", tour_previous_cb },
  { "tour-end", tour_end_cb },
  { "problems", problems_cb },
  { "read-again", read_again_cb },
  { "shortcuts", shortcuts_cb },
  { "about", about_cb },
  { "close", close_cb },
};

static void
set_state (QgWindow *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), state);
}

static void
set_enabled (QgWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)),
                               enabled);
}

/* What cannot be done now is not offered, and the menus show what is chosen. */
void
qg_window_update_actions (QgWindow *self)
{
  GSettings *settings = qg_settings_get_default ();
  QgPart *part = qg_explorer_get_part (self->explorer);
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  gboolean has_focus = part != NULL && qg_part_get_focus (part) != QG_NONE;
  gboolean shown = qg_explorer_get_scene (self->explorer) != NULL, back, forward;
  guint view = part != NULL ? qg_part_get_view (part) : QG_NONE;
  gboolean whole =
      part != NULL && view == QG_NONE && !has_focus &&
      qg_part_get_entities (qg_part_get_origin (part)).n == qg_map_get_n_entities (qg_part_get_map (part));
  const char *const on_picture[] = { "zoom-in",        "zoom-out",     "zoom-original", "zoom-fit",
                                     "search",         "layout-again", "engine",        "view",
                                     "layout-visible", "reset-engine", "copy-text" };

  for (guint i = 0; i < G_N_ELEMENTS (on_picture); i++)
    set_enabled (self, on_picture[i], shown);
  set_state (self, "view", g_variant_new_int32 (whole ? -1 : view == QG_NONE ? -2 : (int) view));
  set_state (self, "engine",
             g_variant_new_string (qg_engine_to_id (qg_explorer_get_engine (self->explorer))));
  set_state (self, "follow", g_variant_new_int32 (qg_explorer_get_follow (self->explorer)));
  set_state (self, "map-language", g_settings_get_value (settings, "map-language"));
  set_state (self, "second-language", g_settings_get_value (settings, "second-language"));
  set_state (self, "overview", g_settings_get_value (settings, "overview-shown"));
  g_object_get (self->explorer, "can-go-back", &back, "can-go-forward", &forward, NULL);
  set_enabled (self, "back", back);
  set_enabled (self, "forward", forward);
  set_enabled (self, "focus", selection.kind == QG_SELECTION_ENTITY);
  set_enabled (self, "hide",
               selection.kind == QG_SELECTION_ENTITY ||
                   (selection.kind == QG_SELECTION_RELATION &&
                    !qg_map_is_group_relation (qg_explorer_get_map (self->explorer), selection.number)));
  set_enabled (self, "zoom-selection", selection.kind != QG_SELECTION_NOTHING);
  set_enabled (self, "widen",
               has_focus ? qg_explorer_get_depth (self->explorer) < QG_EXPLORER_MAX_DEPTH
                         : selection.kind == QG_SELECTION_ENTITY);
  set_enabled (self, "narrow", has_focus && qg_explorer_get_depth (self->explorer) > 1);
  set_enabled (self, "follow", has_focus);
  set_enabled (self, "leave-focus", has_focus);
  set_enabled (self, "show-all", qg_explorer_get_filter (self->explorer) != NULL);
  qg_window_update_share (self);
  qg_window_update_present (self);
  qg_window_update_own (self);
  qg_window_update_save (self);
  qg_window_update_groups (self);
  qg_window_update_ways (self);
  qg_window_update_trail (self);
}

void
qg_window_add_actions (QgWindow *self)
{
  g_autoptr (GPropertyAction) details = g_property_action_new ("details", self->frame, "end-open");
  g_autoptr (GAction) follow = g_settings_create_action (qg_settings_get_default (), "follow-file");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (details));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (follow));
}
