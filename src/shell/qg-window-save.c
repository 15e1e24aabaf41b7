/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A copy of the map as a file in Qogam's own format, with the views of a person's own among its views. What
 * is hidden one by one is left out of these; the map's own content is all in the copy, and what is hidden
 * stays hidden on this computer when the copy is opened. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-controls.h"
#include "qg-errno.h"
#include "qg-map-file.h"
#include "qg-map-vary.h"
#include "qg-own-file.h"

#define ENDING ".json"

typedef struct
{
  QgMap *map;
  GFile *file;
  gboolean known_only; /* it is the file that is open */
  char *mark;          /* nullable: of that file, as it was read */
  gboolean changed;    /* it is another now, and was not replaced */
  GStrv entities, relations;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  qg_map_unref (copying->map);
  g_object_unref (copying->file);
  g_free (copying->mark);
  g_strfreev (copying->entities);
  g_strfreev (copying->relations);
  g_free (copying);
}

/* What is hidden is so in the copy, too. */
static gboolean
hide_in_copy (const Copying *copying, GError **error)
{
  g_autofree char *identity = g_file_get_parse_name (copying->file), *told = NULL;
  g_autofree char *path = qg_own_file_dup_path (identity);
  g_autoptr (QgOwn) own = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (copying->known_only || (copying->entities[0] == NULL && copying->relations[0] == NULL))
    return TRUE;
  own = qg_own_file_load (path, &told, error);
  if (told != NULL)
    g_message ("%s", told);
  if (own == NULL)
    return FALSE;
  qg_own_set_hidden (own, (const char *const *) copying->entities, (const char *const *) copying->relations);
  bytes = qg_own_file_print (own, identity);
  return qg_own_file_save (path, bytes, error);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;

  if (copying->known_only)
    {
      g_autofree char *now = qg_file_mark (copying->file);

      /* One that is gone can be written anew. */
      copying->changed = now != NULL && g_strcmp0 (now, copying->mark) != 0;
    }
  if (copying->changed)
    g_task_return_boolean (task, FALSE);
  else if (qg_map_save (copying->map, copying->file, qg_map_format_find ("json"), NULL, cancellable,
                        &error) &&
           hide_in_copy (copying, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
copied_words (const QgNews *news)
{
  return g_strdup_printf (_ ("The copy is saved as “%s”"), news->name);
}

static char *
changed_words (const QgNews *news)
{
  return g_strdup_printf (
      _ ("“%s” was changed outside and stays as it is. Read it again first, or choose another name."),
      news->name);
}

static char *
unsaved_words (const QgNews *news)
{
  g_autofree char *why = qg_errno_dup_text (news->error);

  return g_strdup_printf (_ ("The copy could not be saved. %s"), why);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgWindow *self = QG_WINDOW (source);
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (copying->file);
  g_autofree char *name = g_filename_display_name (base);
  gboolean copied = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->explorer == NULL)
    return;
  if (copying->changed)
    qg_window_tell (self, &(QgNews){ .words = changed_words,
                                     .name = name,
                                     .button = N_ ("Read Again"),
                                     .action = "win.read-again" });
  else if (copied)
    qg_window_tell (self, &(QgNews){ .words = copied_words, .name = name });
  else
    qg_window_tell (self, &(QgNews){ .words = unsaved_words, .error = error });
}

static void
save_copy (QgWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  if (self->own == NULL || qg_explorer_get_map (self->explorer) == NULL)
    return;
  copying = g_new0 (Copying, 1);
  copying->map = qg_own_dup_map (self->own, qg_explorer_get_map (self->explorer), TRUE);
  copying->file = g_object_ref (file);
  copying->known_only = self->file != NULL && g_file_equal (self->file, file);
  copying->mark = g_strdup (self->file_mark);
  copying->entities = g_strdupv ((GStrv) qg_own_get_hidden_entities (self->own));
  copying->relations = g_strdupv ((GStrv) qg_own_get_hidden_relations (self->own));
  task = g_task_new (self, NULL, copied_cb, NULL);
  g_task_set_source_tag (task, save_copy);
  g_task_set_task_data (task, copying, copying_free);
  g_task_run_in_thread (task, copy_thread);
}

static char *
there_words (const QgNews *news)
{
  return g_strdup_printf (_ ("“%s” is there already. Choose another name."), news->name);
}

/* The dialog selects the proposal without its ending, so that "mine.json" typed over it comes back as
 * "mine.json.json". One ending is meant, and one is added where there is none. */
static char *
dup_meant_name (const char *name, const char *suggested)
{
  if (strcmp (name, suggested) != 0 && g_str_has_suffix (name, ENDING ENDING))
    return g_strndup (name, strlen (name) - strlen (ENDING));
  return strchr (name, '.') == NULL ? g_strconcat (name, ENDING, NULL) : g_strdup (name);
}

static void
response_cb (GtkNativeDialog *dialog, int response, QgWindow *self)
{
  g_autofree char *suggested = g_strdup (g_object_get_data (G_OBJECT (dialog), "suggested"));
  g_autoptr (GFile) file = qg_chooser_end (&self->chooser, dialog, response), folder = NULL, meant = NULL;
  g_autofree char *base = NULL, *name = NULL;

  if (file == NULL)
    return;
  base = g_file_get_basename (file);
  name = dup_meant_name (base, suggested);
  folder = g_file_get_parent (file);
  meant = g_file_get_child (folder, name);
  /* The dialog asked about the name that it had. */
  if (strcmp (name, base) != 0 && g_file_query_exists (meant, NULL))
    {
      g_autofree char *shown = g_filename_display_name (name);

      qg_window_tell (self, &(QgNews){ .words = there_words, .name = shown });
      return;
    }
  save_copy (self, meant);
}

/* The name of the map's file with another ending: "map-copy.json". */
static char *
dup_wished_name (QgWindow *self)
{
  g_autofree char *base = self->file != NULL ? g_file_get_basename (self->file) : g_strdup ("map");
  g_autofree char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  /* Translators: the end of the name of a file, as in map-copy.json */
  return g_strdup_printf ("%s-%s" ENDING, name, C_ ("name of a file", "copy"));
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  g_autofree char *name = dup_wished_name (self);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save a Copy of the Map"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_object_set_data_full (G_OBJECT (self->chooser), "suggested", g_strdup (name), g_free);
  gtk_file_filter_set_name (filter, _ ("Maps"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static const GActionEntry entries[] = {
  { "save-copy", save_copy_cb },
};

void
qg_window_update_save (QgWindow *self)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "save-copy")),
      qg_explorer_get_map (self->explorer) != NULL);
}

void
qg_window_add_save (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
