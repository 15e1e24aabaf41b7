/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the line over the picture says: a layout that is worked on, one that stopped, the hint of the first
 * start. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-enums.h"
#include "qg-settings.h"

/* Milliseconds: a layout that is there sooner needs no words. */
#define PATIENCE 400

static void
show_hint (QgWindow *self)
{
  if (g_settings_get_boolean (qg_settings_get_default (), "hint-seen"))
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
  g_autofree char *text = g_strdup_printf (_ ("The layout stopped: %s"), self->trouble->message);

  qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Try Again"), "win.layout-again",
                      _ ("Another Layout"), "win.another-layout");
}

static void
show_busy (QgWindow *self)
{
  qg_notice_bar_show (self->notice, QG_NOTICE_BUSY, _ ("Arranging the picture…"), _ ("Cancel"),
                      "win.cancel-layout", NULL, NULL);
}

/* Says what is to be said now, in the language of the moment. */
void
qg_window_show_notice (QgWindow *self)
{
  if (qg_explorer_get_layout_busy (self->explorer) && self->busy_id == 0)
    show_busy (self);
  else if (self->trouble != NULL)
    show_trouble (self);
  else if (!qg_window_show_file_notice (self))
    show_hint (self);
}

static gboolean
busy_cb (gpointer data)
{
  QgWindow *self = data;

  self->busy_id = 0;
  if (qg_explorer_get_layout_busy (self->explorer))
    show_busy (self);
  return G_SOURCE_REMOVE;
}

static void
layout_busy_cb (QgWindow *self)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (qg_explorer_get_layout_busy (self->explorer))
    {
      g_clear_error (&self->trouble);
      self->busy_id = g_timeout_add (PATIENCE, busy_cb, self);
      return;
    }
  qg_window_show_notice (self);
}

static void
failed_cb (QgExplorer *explorer, const GError *error, QgWindow *self)
{
  g_clear_error (&self->trouble);
  self->trouble = g_error_copy (error);
  g_object_notify (G_OBJECT (explorer), "scene");
  qg_window_show_notice (self);
}

static void
closed_cb (QgNoticeBar *notice, QgWindow *self)
{
  if (qg_notice_bar_get_kind (notice) == QG_NOTICE_HINT)
    g_settings_set_boolean (qg_settings_get_default (), "hint-seen", TRUE);
  /* Of the two the trouble is what was seen; what is to be said of the file is said when it is next looked.
   */
  else if (self->trouble == NULL)
    self->file_state = QG_FILE_FINE;
  g_clear_error (&self->trouble);
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
 * @seconds: how long @engine would take for what is shown
 *
 * Asks before a layout that would take too long. */
void
qg_window_warn_slow (QgWindow *self, QgEngine engine, double seconds)
{
  guint minutes = (guint) (seconds / 60 + 0.999);
  g_autofree char *action = g_strdup_printf ("win.engine-anyway::%s", qg_engine_to_id (engine));
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "For a map of this size this layout takes about a minute.",
                   "For a map of this size this layout takes about %u minutes.", minutes),
      minutes);

  qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Arrange Anyway"), action, NULL, NULL);
}

void
qg_window_watch_layout (QgWindow *self)
{
  g_signal_connect_object (self->explorer, "notify::layout-busy", G_CALLBACK (layout_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->notice, "closed", G_CALLBACK (closed_cb), self, 0);
}
