/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-opening.h"

#include <glib/gi18n-lib.h>

#include "qg-graphs.h"
#include "qg-i18n.h"
#include "qg-number.h"
#include "qg-own-file.h"
#include "qg-paths.h"
#include "qg-profile.h"
#include "qg-recent.h"
#include "qg-settings.h"
#include "qg-window-private.h"

/* Milliseconds that a window waits for its first picture before it is shown without. */
#define PATIENCE 120u

struct _QgOpening
{
  gatomicrefcount refs;
  GFile *file;
  char *graph;     /* nullable: the one that is wished for, then the one that was read */
  GVariant *state; /* nullable */
  QgLang lang, second;
  QgLayouter *layouter;
  GCancellable *cancellable;
  QgWindow *window; /* nullable, owned: who waits for it */

  /* What came of it. */
  gboolean over;
  gboolean listed;    /* chosen from the recent maps */
  gboolean undecided; /* the file has several graphs, and none was wished for */
  GPtrArray *graphs;  /* nullable */
  QgMap *map;
  QgForeseen *foreseen;
  QgProblems *problems;
  GError *error;
  char *mark; /* nullable: of the file, before it was read */
  QgOwn *own; /* what is kept for the map, where there is one */
  char *identity;
};

QgOpening *
qg_opening_ref (QgOpening *opening)
{
  g_atomic_ref_count_inc (&opening->refs);
  return opening;
}

void
qg_opening_unref (QgOpening *opening)
{
  if (!g_atomic_ref_count_dec (&opening->refs))
    return;
  g_object_unref (opening->file);
  g_free (opening->graph);
  g_clear_pointer (&opening->graphs, g_ptr_array_unref);
  g_clear_pointer (&opening->state, g_variant_unref);
  g_object_unref (opening->layouter);
  g_object_unref (opening->cancellable);
  g_clear_object (&opening->window);
  g_clear_pointer (&opening->foreseen, qg_foreseen_free);
  g_clear_pointer (&opening->map, qg_map_unref);
  g_clear_pointer (&opening->problems, qg_problems_unref);
  g_clear_error (&opening->error);
  g_free (opening->mark);
  g_clear_object (&opening->own);
  g_free (opening->identity);
  g_free (opening);
}

GFile *
qg_opening_get_file (QgOpening *opening)
{
  return opening->file;
}

void
qg_opening_set_listed (QgOpening *opening)
{
  opening->listed = TRUE;
}

void
qg_opening_cancel (QgOpening *opening)
{
  g_cancellable_cancel (opening->cancellable);
}

/* The map has the views that are kept for it. Those of a file's only graph stay with it when others come
 * into the file, and when they go again. */
static void
read_own (QgOpening *opening)
{
  gboolean several = opening->graphs->len > 1;
  g_autofree char *former = NULL, *told = NULL;
  g_autoptr (GError) error = NULL;
  QgMap *read = opening->map;

  opening->identity = qg_own_dup_identity (opening->file, several ? opening->graph : NULL, read);
  if (opening->graph != NULL)
    former = qg_own_dup_identity (opening->file, several ? NULL : opening->graph, read);
  opening->own = qg_own_file_load_for (opening->identity, former, &told, &error);
  if (told != NULL)
    g_message ("%s", told);
  if (opening->own == NULL)
    {
      g_message ("%s: own views cannot be read: %s", opening->identity, error->message);
      opening->own = qg_own_new ();
      qg_own_set_unread (opening->own, error);
    }
  opening->map = qg_own_dup_map (opening->own, read, FALSE);
  qg_map_unref (read);
}

static gboolean
is_gone (const QgOpening *opening)
{
  return g_error_matches (opening->error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_NOT_FOUND);
}

/* The worker: nobody else looks at what comes of it before the task has returned. */
static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QgOpening *opening = data;
  gboolean wished = opening->graph != NULL;

  opening->mark = qg_file_mark (opening->file);
  opening->map = qg_graphs_load (opening->file, &opening->graph, &opening->graphs, &opening->problems,
                                 cancellable, &opening->error);
  opening->undecided = !wished && opening->graphs->len > 1;
  if (opening->map != NULL && !opening->undecided)
    read_own (opening);
  qg_profile_mark ("map-read");
  if (opening->map != NULL && !opening->undecided)
    opening->foreseen = qg_foreseen_new (opening->map, opening->state, opening->lang, opening->second,
                                         opening->layouter, cancellable);
  qg_profile_mark ("foreseen");
  g_task_return_boolean (task, TRUE);
}

typedef struct
{
  GFile *file;
  char *graph;
  gboolean gone;
} Remembered;

static void
remembered_free (Remembered *remembered)
{
  g_object_unref (remembered->file);
  g_free (remembered->graph);
  g_free (remembered);
}

static void
remember_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Remembered *remembered = data;

  if (remembered->gone)
    qg_recent_remove (remembered->file);
  else
    qg_recent_add (remembered->file, remembered->graph);
  g_task_return_boolean (task, TRUE);
}

/* In the list of recent maps what a window got. Not what was only read: another process may be the one that
 * shows it, and writes the list itself. Nobody waits for it. */
static void
remember (const QgOpening *opening)
{
  g_autoptr (GTask) task = NULL;
  Remembered *remembered;

  if (opening->map == NULL && !is_gone (opening))
    return;
  remembered = g_new0 (Remembered, 1);
  remembered->file = g_object_ref (opening->file);
  remembered->graph = g_strdup (opening->graphs->len > 1 ? opening->graph : NULL);
  remembered->gone = opening->map == NULL;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, remember);
  g_task_set_task_data (task, remembered, (GDestroyNotify) remembered_free);
  g_task_run_in_thread (task, remember_thread);
}

static gboolean
is_open_question (const QgOpening *opening)
{
  return (opening->map != NULL && opening->undecided) ||
         (g_error_matches (opening->error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH) &&
          opening->graphs->len > 1);
}

static char *
unlisted_words (const QgNews *news)
{
  return qg_window_dup_unlisted (news->name);
}

/* Chosen from the list of recent maps, where it is no longer. */
static void
show_unlisted (QgWindow *window, GFile *file, gboolean empty)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = g_filename_display_name (name);
  g_autofree char *shown = qg_text_clip (whole, QG_TEXT_LINE);

  if (!empty)
    qg_window_tell (window, &(QgNews){ .words = unlisted_words, .name = shown });
  else
    {
      g_free (window->failure);
      window->failure = g_steal_pointer (&shown);
      window->failure_unlisted = TRUE;
      qg_window_show_page (window);
    }
}

static void
show_failure (QgWindow *window, const QgOpening *opening)
{
  gboolean empty = qg_explorer_get_map (window->explorer) == NULL;

  if (opening->listed && is_gone (opening))
    {
      show_unlisted (window, opening->file, empty);
      return;
    }
  if (opening->problems != NULL && qg_problems_get_n (opening->problems) > 0)
    qg_window_show_problems (window, opening->problems);
  else if (!empty)
    qg_window_toast (window, opening->error->message);
  if (!empty)
    return;
  /* Nothing was open before: the page that says so stays. */
  g_free (window->failure);
  window->failure_unlisted = FALSE;
  if (opening->problems != NULL && qg_problems_get_n (opening->problems) > 0)
    window->failure = g_file_get_parse_name (opening->file);
  else
    window->failure = g_strdup (opening->error->message);
  qg_window_show_page (window);
}

static char *
warnings_words (const QgNews *news)
{
  return qg_number_in_words (
      g_dngettext (GETTEXT_PACKAGE, "The map has %s warning", "The map has %s warnings", news->n), news->n);
}

static void
show_warnings (QgWindow *window, QgProblems *problems)
{
  guint n = problems != NULL ? qg_problems_get_n_warnings (problems) : 0;

  /* Those of the map before are not this one's. */
  g_clear_pointer (&window->shown_problems, qg_problems_unref);
  if (n == 0)
    return;
  window->shown_problems = qg_problems_ref (problems);
  qg_window_tell (
      window, &(QgNews){ .words = warnings_words, .n = n, .button = N_ ("Show"), .action = "win.problems" });
}

static void
present (QgWindow *window)
{
  int width, height;

  if (window->present_id == 0)
    return;
  g_clear_handle_id (&window->present_id, g_source_remove);
  qg_legend_bar_flush (window->legend);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  qg_frame_expect_size (window->frame, width, height, &width, &height);
  qg_canvas_expect_size (window->canvas, width, height);
  gtk_window_present (GTK_WINDOW (window));
  /* The keyboard is in the picture from the first key on. Not set before: GTK 4.8 would tell screen readers
   * of the window while it takes it for a widget as any other. */
  gtk_window_set_focus (GTK_WINDOW (window), GTK_WIDGET (window->canvas));
}

/* Gives the window what came. A later choice of a file may have taken over, or the window may be gone. */
static void
deliver (QgOpening *opening)
{
  g_autoptr (QgWindow) window = g_steal_pointer (&opening->window);
  g_autoptr (QgMap) map = NULL;

  if (window->explorer == NULL || window->opening != opening)
    return;
  g_clear_pointer (&window->opening, qg_opening_unref);
  if (is_open_question (opening))
    {
      qg_window_end_opening (window);
      present (window);
      qg_window_complete (window);
      window->talk_wanted = FALSE;
      qg_window_update_present (window);
      qg_window_ask_graph (window, opening->file, opening->graphs,
                           opening->map == NULL ? opening->graph : NULL);
      return;
    }
  remember (opening);
  if (opening->map == NULL)
    {
      qg_window_end_opening (window);
      qg_window_show_page (window);
      present (window);
      qg_window_complete (window);
      window->talk_wanted = FALSE;
      qg_window_update_present (window);
      show_failure (window, opening);
      return;
    }
  g_clear_pointer (&window->failure, g_free);
  g_set_object (&window->file, opening->file);
  qg_window_set_graphs (window, opening->graphs, opening->graph);
  qg_window_watch_file (window, opening->mark);
  map = qg_window_take_own (window, opening->own, opening->identity, opening->map);
  if (!qg_explorer_open_map (window->explorer, map, opening->state, opening->foreseen) &&
      opening->state != NULL)
    g_message ("Where you left off could not be found in the map");
  /* The languages are a wish of the person, not of the place; they may have been changed elsewhere. */
  qg_window_set_map_languages (window);
  qg_window_end_opening (window);
  present (window);
  show_warnings (window, opening->problems);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgOpening) opening = data;

  opening->over = TRUE;
  if (opening->window != NULL && !g_cancellable_is_cancelled (opening->cancellable))
    {
      qg_opening_ref (opening);
      deliver (opening);
      qg_opening_unref (opening);
    }
  g_clear_object (&opening->window);
}

QgOpening *
qg_opening_new (GFile *file, const char *graph, GVariant *state)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "qogam", "layouts", NULL);
  g_autofree char *second = g_settings_get_string (qg_settings_get_default (), "second-language");
  g_autoptr (GTask) task = NULL;
  QgOpening *opening = g_new0 (QgOpening, 1);

  g_atomic_ref_count_init (&opening->refs);
  opening->file = g_object_ref (file);
  opening->graph = g_strdup (graph);
  opening->state = state != NULL ? g_variant_ref (state) : NULL;
  opening->lang = qg_settings_get_map_language ();
  opening->second = qg_lang_is_valid (second) ? qg_lang_intern (second) : NULL;
  opening->layouter = qg_layouter_new (NULL, cache);
  opening->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, NULL, opened_cb, qg_opening_ref (opening));
  g_task_set_source_tag (task, qg_opening_new);
  g_task_set_task_data (task, qg_opening_ref (opening), (GDestroyNotify) qg_opening_unref);
  g_task_run_in_thread (task, open_thread);
  return opening;
}

/* A state whose map is no longer there is not gone to. */
static GFile *
dup_file_of_state (GVariant *state)
{
  const char *uri;
  g_autoptr (GFile) file = NULL;

  if (state == NULL || !g_variant_lookup (state, "file", "&s", &uri))
    return NULL;
  file = g_file_new_for_uri (uri);
  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

QgOpening *
qg_opening_new_usual (gboolean afresh)
{
  g_autoptr (GVariant) state = afresh ? NULL : qg_settings_load_state (), place = NULL;
  g_autofree char *bundled = qg_paths_dup_bundled_map ();
  g_autoptr (GFile) file = dup_file_of_state (state);
  g_autofree char *graph = NULL;

  if (state != NULL && (file != NULL || !g_variant_lookup (state, "file", "s", NULL)))
    place = g_variant_lookup_value (state, "explorer", G_VARIANT_TYPE_VARDICT);
  if (file != NULL)
    g_variant_lookup (state, "graph", "s", &graph);
  else
    file = g_file_new_for_path (bundled);
  return qg_opening_new (file, graph, place);
}

void
qg_window_begin (QgWindow *self, QgOpening *opening)
{
  if (self->opening != NULL)
    {
      qg_opening_cancel (self->opening);
      self->talk_wanted = FALSE;
    }
  g_clear_pointer (&self->opening, qg_opening_unref);
  self->opening = qg_opening_ref (opening);
  qg_window_end_asking (self);
  g_set_object (&opening->window, self);
  if (opening->over)
    deliver (opening);
  else
    {
      qg_window_show_page (self);
      qg_window_watch_opening (self);
    }
  qg_window_update_present (self);
}

void
qg_window_open (QgWindow *self, GFile *file, const char *graph)
{
  g_autoptr (QgOpening) opening = qg_opening_new (file, graph, NULL);

  qg_window_begin (self, opening);
}

static gboolean
present_cb (gpointer data)
{
  present (data);
  qg_window_complete (data);
  return G_SOURCE_REMOVE;
}

void
qg_window_present_soon (QgWindow *self)
{
  if (self->opening == NULL || gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->present_id == 0)
    self->present_id = g_timeout_add (PATIENCE, present_cb, self);
}
