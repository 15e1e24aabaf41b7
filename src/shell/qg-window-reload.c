/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The file of the map that is shown, while somebody works on it elsewhere: it is read again when it changes,
 * or when the person says so; what cannot be read leaves the last good picture. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-graphs.h"
#include "qg-settings.h"

typedef struct
{
  GFile *file;
  char *graph;       /* nullable: that was shown, then that was read */
  GPtrArray *graphs; /* nullable */
  char *mark;        /* nullable */
  QgMap *map;        /* nullable */
  QgProblems *problems;
  GError *error;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->file);
  g_free (reading->graph);
  g_clear_pointer (&reading->graphs, g_ptr_array_unref);
  g_free (reading->mark);
  g_clear_pointer (&reading->map, qg_map_unref);
  g_clear_pointer (&reading->problems, qg_problems_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;

  reading->mark = qg_file_mark (reading->file);
  reading->map = qg_graphs_load (reading->file, &reading->graph, &reading->graphs, &reading->problems,
                                 cancellable, &reading->error);
  g_task_return_boolean (task, TRUE);
}

static void
set_state (QgWindow *self, QgFileState state)
{
  self->file_state = state;
  /* It was read, and now it cannot be: the older news would belie the newer. */
  if (state != QG_FILE_FINE && self->read_toast != NULL)
    adw_toast_dismiss (self->read_toast);
  qg_window_show_notice (self);
}

/* Faults that were looked at are those of the file as it is now. */
static void
keep_problems (QgWindow *self, QgProblems *problems, gboolean broken)
{
  gboolean some = problems != NULL && qg_problems_get_n (problems) > 0;

  if (self->problems != NULL && some)
    qg_window_show_problems (self, problems);
  else if (self->problems != NULL && !broken)
    gtk_window_destroy (self->problems);
  g_clear_pointer (&self->shown_problems, qg_problems_unref);
  if (some)
    self->shown_problems = qg_problems_ref (problems);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgWindow) self = QG_WINDOW (g_object_ref (source));
  g_autoptr (QgMap) map = NULL;
  GTask *task = G_TASK (result);
  Reading *reading = g_task_get_task_data (task);

  if (self->explorer == NULL || g_task_get_cancellable (task) != self->reading ||
      g_cancellable_is_cancelled (self->reading))
    return;
  g_clear_object (&self->reading);
  if (self->file == NULL || !g_file_equal (self->file, reading->file))
    return;
  keep_problems (self, reading->problems, reading->map == NULL);
  if (g_error_matches (reading->error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH))
    {
      qg_file_watch_know (self->watch, reading->mark);
      qg_window_set_graphs (self, reading->graphs, self->graph);
      set_state (self, QG_FILE_OTHER);
      return;
    }
  if (reading->map == NULL)
    {
      qg_file_watch_know (self->watch, reading->mark);
      g_free (self->file_fault);
      self->file_fault = g_strdup (reading->error->message);
      set_state (self, reading->mark != NULL ? QG_FILE_BROKEN : QG_FILE_GONE);
      return;
    }
  /* Anew: what was just read is what counts, be it only one of two tables. */
  qg_window_watch_file (self, reading->mark);
  qg_window_set_graphs (self, reading->graphs, reading->graph);
  map = self->own != NULL ? qg_own_dup_map (self->own, reading->map, FALSE) : qg_map_ref (reading->map);
  qg_explorer_replace_map (self->explorer, map);
  qg_window_set_map_languages (self);
  qg_window_tell (self, &(QgNews){ .id = N_ ("The file was changed and has been read again"),
                                   .button = self->shown_problems != NULL ? N_ ("Show the Problems") : NULL,
                                   .action = "win.problems" });
  g_set_weak_pointer (&self->read_toast, self->toast);
}

void
qg_window_read_again (QgWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (self->file == NULL || self->opening != NULL)
    return;
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (self->file);
  reading->graph = g_strdup (self->graph);
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, qg_window_read_again);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
changed_cb (QgWindow *self)
{
  if (g_settings_get_boolean (qg_settings_get_default (), "follow-file"))
    qg_window_read_again (self);
  else
    set_state (self, QG_FILE_CHANGED);
}

static void
gone_cb (QgWindow *self)
{
  set_state (self, QG_FILE_GONE);
}

/* @mark: (nullable): the state in which the file was read */
void
qg_window_watch_file (QgWindow *self, const char *mark)
{
  qg_window_end_watch (self);
  g_free (self->file_mark);
  self->file_mark = g_strdup (mark);
  self->watch = qg_file_watch_new (self->file, mark);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  set_state (self, QG_FILE_FINE);
}

void
qg_window_end_watch (QgWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->file_fault, g_free);
  self->file_state = QG_FILE_FINE;
}

/* What the line over the picture says of the file; FALSE where there is nothing to say. */
gboolean
qg_window_show_file_notice (QgWindow *self)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL, *text = NULL, *graph = NULL;
  gboolean listed = self->shown_problems != NULL && qg_problems_get_n (self->shown_problems) > 0;

  switch (self->file_state)
    {
    case QG_FILE_CHANGED:
      text = g_strdup_printf (_ ("“%s” was changed outside."), shown);
      break;
    case QG_FILE_GONE:
      text = g_strdup_printf (_ ("“%s” is no longer there. What is shown stays."), shown);
      break;
    case QG_FILE_OTHER:
      graph = qg_text_clip (self->graph, QG_TEXT_LINE);
      /* Translators: a file's name, and a graph's. */
      text = g_strdup_printf (_ ("“%1$s” has no graph “%2$s” any more. What is shown stays."), shown, graph);
      break;
    case QG_FILE_BROKEN:
      text = listed ? g_strdup_printf (_ ("“%s” has errors now. The last good picture stays."), shown)
                    : g_strdup_printf (_ ("“%s” cannot be read now: %s The last good picture stays."), shown,
                                       self->file_fault);
      break;
    default:
      return FALSE;
    }
  if (self->file_state == QG_FILE_OTHER)
    qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Choose a Graph…"), "win.choose-graph",
                        NULL, NULL);
  else if (self->file_state == QG_FILE_BROKEN && listed)
    qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Show the Problems"), "win.problems", NULL,
                        NULL);
  else
    qg_notice_bar_show (self->notice, QG_NOTICE_TROUBLE, text, _ ("Read Again"), "win.read-again", NULL,
                        NULL);
  return TRUE;
}
