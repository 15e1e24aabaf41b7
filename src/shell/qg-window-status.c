/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the line over the picture says: a layout that is worked on, one that stopped, the hint of the first
 * start. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qg-engine-label.h"
#include "qg-enums.h"
#include "qg-number.h"
#include "qg-usual-engine.h"
#include "qg-settings.h"

/* Milliseconds: a layout that is there sooner needs no words. */
#define PATIENCE 400
/* Seconds: what takes longer says how long. */
#define TELLING_SECONDS 5.0
/* When it has taken so many times as long as was estimated, and so many seconds, that is said. */
#define OVERDUE 1.5
#define OVERDUE_SECONDS 15.0
/* Seconds: what is offered instead of a slow layout takes less, where there is one. */
#define QUICK_SECONDS 10.0

/* Whoever has selected something knows how, and what is said of it takes the place. */
static void
show_hint (QgWindow *self)
{
  if (g_settings_get_boolean (qg_settings_get_default (), "hint-seen") ||
      qg_explorer_get_selection (self->explorer).kind != QG_SELECTION_NOTHING)
    {
      qg_notice_bar_hide (self->notice);
      return;
    }
  qg_notice_bar_show (
      self->notice, QG_NOTICE_HINT,
      _ ("Click a name to read about it, double-click it to see what lies around it, type to search."), NULL,
      NULL, NULL, NULL);
}

static void
show_trouble (QgWindow *self)
{
  g_autofree char *why = qg_layout_error_dup_text (self->trouble);
  g_autofree char *text = g_strdup_printf (_ ("The layout stopped. %s"), why);

  qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Try Again"), "win.layout-again",
                      _ ("Another Layout"), "win.another-layout");
}

/* Whether the first picture of a map is being drawn: everything has its place, but nothing of it is on screen
 * yet. */
static gboolean
is_drawing (QgWindow *self)
{
  return qg_explorer_scene_is_current (self->explorer) &&
         !qg_explorer_is_scene_current (self->explorer, qg_canvas_get_scene (self->canvas));
}

static gboolean
is_busy (QgWindow *self)
{
  return qg_explorer_get_layout_busy (self->explorer) || is_drawing (self);
}

static double
estimate_seconds (QgWindow *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);

  return part != NULL ? qg_usual_engine_estimate (part, qg_explorer_get_engine (self->explorer)) : 0;
}

static void
show_busy (QgWindow *self)
{
  double seconds = estimate_seconds (self);
  g_autofree char *duration = qg_number_dup_duration (seconds), *text = NULL;

  if (!qg_explorer_get_layout_busy (self->explorer))
    {
      qg_notice_bar_show (self->notice, QG_NOTICE_BUSY, _ ("Drawing the picture…"), NULL, NULL, NULL, NULL);
      return;
    }
  if (self->overdue)
    text = g_strdup (_ ("Arranging the picture: it takes longer than expected"));
  else if (seconds > TELLING_SECONDS)
    text = g_strdup_printf (_ ("Arranging the picture: about %s"), duration);
  qg_notice_bar_show (self->notice, QG_NOTICE_BUSY, text != NULL ? text : _ ("Arranging the picture…"),
                      _ ("Cancel"), "win.cancel-layout", NULL, NULL);
}

/* @text with the way to the slow layout, unless it leads nowhere; and another one (nullable). */
static void
show_choice (QgWindow *self, const char *text, QgEngine slow, double seconds, const char *other,
             const char *other_action)
{
  g_autofree char *action = g_strdup_printf ("win.engine-anyway::%s", qg_engine_to_id (slow));

  if (qg_usual_engine_can_end (seconds))
    qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Arrange Anyway"), action, other,
                        other_action);
  else
    qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, other, other_action, NULL, NULL);
}

/* What was cancelled, or has stopped, leaves places that no engine has found. */
static gboolean
show_unarranged (QgWindow *self)
{
  QgScene *scene = qg_explorer_get_scene (self->explorer);

  if (scene == NULL || self->replaced_told || !qg_scene_get_layout (scene)->provisional ||
      qg_scene_get_part (scene) != qg_explorer_get_part (self->explorer))
    return FALSE;
  qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE,
                      _ ("The picture is not arranged: all names have provisional places."), _ ("Arrange"),
                      "win.layout-again", NULL, NULL);
  return TRUE;
}

/* A view whose own layout would take too long has another one: which, why, and the way to its own. */
static gboolean
show_replaced (QgWindow *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);
  g_autofree char *text = NULL;
  QgEngine wanted;
  double seconds;

  if (part == NULL || self->replaced_told || !qg_explorer_is_engine_replaced (self->explorer))
    return FALSE;
  wanted = qg_part_get_layout_options (part)->engine;
  seconds = qg_usual_engine_estimate (part, wanted);
  text = qg_engine_dup_replaced_text (wanted, seconds, qg_explorer_get_engine (self->explorer));
  show_choice (self, text, wanted, seconds, NULL, NULL);
  return TRUE;
}

/* Asks before a layout that would take too long, and offers a quick one where there is one. */
static void
show_slow (QgWindow *self)
{
  static const QgEngine quick[] = { QG_ENGINE_SFDP, QG_ENGINE_TWOPI, QG_ENGINE_OSAGE };
  QgPart *part = qg_explorer_get_part (self->explorer);
  QgEngine engine = self->slow, other = QG_ENGINE_OSAGE;
  double seconds = qg_usual_engine_estimate (part, engine);
  g_autofree char *text = NULL, *instead = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quick); i++)
    if (quick[i] != engine && qg_usual_engine_estimate (part, quick[i]) < QUICK_SECONDS)
      {
        other = quick[i];
        break;
      }
  text = qg_engine_dup_slow_text (engine, seconds, other, qg_usual_engine_estimate (part, other));
  instead = g_strdup_printf ("win.engine-anyway::%s", qg_engine_to_id (other));
  if (other == engine)
    show_choice (self, text, engine, seconds, NULL, NULL);
  else
    show_choice (self, text, engine, seconds, qg_engine_get_label (other), instead);
}

/* Says what is to be said now, in the language of the moment. What was asked waits for its answer, whatever
 * is worked on meanwhile. */
void
qg_window_show_notice (QgWindow *self)
{
  if (qg_window_show_opening_notice (self))
    return;
  if (self->slow_asked)
    show_slow (self);
  else if (is_busy (self) && self->busy_told)
    show_busy (self);
  else if (self->trouble != NULL)
    show_trouble (self);
  /* Which layout stands in is said of a picture that is there. */
  else if (!qg_window_show_file_notice (self) &&
           (is_busy (self) || (!show_unarranged (self) && !show_replaced (self))))
    show_hint (self);
}

/* What was said of another picture, or asked, is not left standing with its buttons. That it is worked on may
 * go on to be said. */
static void
drop_stale (QgWindow *self)
{
  self->slow_asked = FALSE;
  if (qg_notice_bar_get_kind (self->notice) == QG_NOTICE_TROUBLE)
    qg_window_show_notice (self);
}

/* What was said of how long it takes is not so. */
static gboolean
overdue_cb (gpointer data)
{
  QgWindow *self = data;

  self->busy_id = 0;
  self->overdue = TRUE;
  qg_window_show_notice (self);
  return G_SOURCE_REMOVE;
}

static gboolean
busy_cb (gpointer data)
{
  QgWindow *self = data;
  double seconds = fmax (estimate_seconds (self) * OVERDUE, OVERDUE_SECONDS);

  self->busy_id = 0;
  if (!is_busy (self))
    return G_SOURCE_REMOVE;
  self->busy_told = TRUE;
  qg_window_show_notice (self);
  self->busy_id = g_timeout_add_seconds ((guint) fmin (seconds, G_MAXINT), overdue_cb, self);
  return G_SOURCE_REMOVE;
}

/* Without a picture there is nothing to zoom. */
static void
show_corner (QgWindow *self)
{
  gtk_widget_set_opacity (self->corner, qg_canvas_get_scene (self->canvas) != NULL ? 1 : 0);
}

/* Work begins, or has ended; what has its places now may still be to draw. */
static void
layout_busy_cb (QgWindow *self)
{
  gboolean told = self->busy_told;

  show_corner (self);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  self->busy_told = self->overdue = FALSE;
  if (qg_explorer_get_layout_busy (self->explorer))
    {
      g_clear_error (&self->trouble);
      drop_stale (self);
      /* Who waits for a map has waited long enough. */
      if (self->opening_told)
        busy_cb (self);
      else
        self->busy_id = g_timeout_add (PATIENCE, busy_cb, self);
      return;
    }
  if (is_drawing (self))
    {
      self->busy_told = told;
      if (!told)
        self->busy_id = g_timeout_add (PATIENCE, busy_cb, self);
    }
  qg_window_show_notice (self);
}

/* Another picture is on screen, or another part of it. */
static void
view_changed_cb (QgWindow *self)
{
  show_corner (self);
  if ((!self->busy_told && self->busy_id == 0) || is_busy (self))
    return;
  g_clear_handle_id (&self->busy_id, g_source_remove);
  self->busy_told = self->overdue = FALSE;
  qg_window_show_notice (self);
}

static void
failed_cb (QgExplorer *explorer, const GError *error, QgWindow *self)
{
  g_clear_error (&self->trouble);
  self->trouble = g_error_copy (error);
  self->slow_asked = FALSE;
  g_message ("%s", error->message);
  g_object_notify (G_OBJECT (explorer), "scene");
  qg_window_show_notice (self);
}

static void
closed_cb (QgNoticeBar *notice, QgNoticeKind kind, QgWindow *self)
{
  gboolean asked = self->slow_asked;

  if (kind == QG_NOTICE_HINT)
    g_settings_set_boolean (qg_settings_get_default (), "hint-seen", TRUE);
  /* Of the two the trouble is what was seen; what is to be said of the file is said when it is next looked.
   */
  else if (self->trouble == NULL && !self->slow_asked && self->file_state != QG_FILE_FINE)
    self->file_state = QG_FILE_FINE;
  else if (self->trouble == NULL && !self->slow_asked)
    self->replaced_told = TRUE;
  self->slow_asked = FALSE;
  g_clear_error (&self->trouble);
  /* What is worked on can be cancelled again. */
  if (asked && is_busy (self) && self->busy_told)
    show_busy (self);
}

static void
part_cb (QgWindow *self)
{
  self->replaced_told = FALSE;
  drop_stale (self);
  /* What is offered in the list of views is about the one that is shown. */
  self->views_stale = TRUE;
}

/* Whoever has chosen something needs no hint any more. */
static void
selection_cb (QgWindow *self)
{
  if (qg_notice_bar_get_kind (self->notice) != QG_NOTICE_HINT ||
      qg_explorer_get_selection (self->explorer).kind == QG_SELECTION_NOTHING)
    return;
  g_settings_set_boolean (qg_settings_get_default (), "hint-seen", TRUE);
  qg_notice_bar_hide (self->notice);
}

/* qg_window_warn_slow:
 * @engine: the one that was asked for; it would take too long
 *
 * The question stands until it is answered or something else is arranged. */
void
qg_window_warn_slow (QgWindow *self, QgEngine engine)
{
  self->slow_asked = TRUE;
  self->slow = engine;
  show_slow (self);
}

void
qg_window_watch_layout (QgWindow *self)
{
  g_signal_connect_object (self->explorer, "notify::layout-busy", G_CALLBACK (layout_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::part", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->notice, "closed", G_CALLBACK (closed_cb), self, 0);
}
