/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Opening maps, and where the last window left off. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-map-file.h"
#include "qg-paths.h"
#include "qg-settings.h"

static char *
dup_display_name (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);

  return g_path_get_basename (path);
}

/* Goes to where the last window was, in a map that is that of the state; else to the map's first view. */
static void
show_map (QgWindow *self, QgMap *map)
{
  g_autoptr (GVariant) state = g_steal_pointer (&self->pending_state);

  qg_explorer_set_map (self->explorer, map);
  if (state != NULL && !qg_explorer_restore_state (self->explorer, state))
    g_message ("Where you left off could not be found in the map");
}

static void
show_failure (QgWindow *self, GFile *file, QgProblems *problems, const GError *error)
{
  g_autofree char *name = dup_display_name (file);

  g_clear_pointer (&self->pending_state, g_variant_unref);
  if (problems != NULL && qg_problems_get_n (problems) > 0)
    {
      qg_window_show_problems (self, problems);
      return;
    }
  qg_window_toast (self, error->message, NULL, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgWindow) self = data;
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = qg_map_load_finish (result, &problems, &error);
  g_autoptr (GFile) file =
      g_object_ref (g_object_get_data (G_OBJECT (g_task_get_cancellable (G_TASK (result))), "file"));

  /* A later choice of a file has taken over, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->explorer == NULL ||
      self->opening != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->opening);
  if (map == NULL)
    {
      show_failure (self, file, problems, error);
      g_object_notify (G_OBJECT (self->explorer), "map");
      return;
    }
  g_set_object (&self->file, file);
  show_map (self, map);
  if (problems != NULL && qg_problems_get_n_warnings (problems) > 0)
    {
      guint n = qg_problems_get_n_warnings (problems);
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "The map has %u warning", "The map has %u warnings", n), n);

      g_clear_pointer (&self->shown_problems, qg_problems_unref);
      self->shown_problems = qg_problems_ref (problems);
      qg_window_toast (self, text, _ ("Show"), "win.problems");
    }
}

void
qg_window_open (QgWindow *self, GFile *file)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self->opening), "file", g_object_ref (file), g_object_unref);
  qg_map_load_async (file, self->opening, loaded_cb, g_object_ref (self));
  g_object_notify (G_OBJECT (self->explorer), "map");
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

void
qg_window_start (QgWindow *self, gboolean afresh)
{
  g_autoptr (GVariant) state = afresh ? NULL : qg_settings_load_state ();
  g_autofree char *bundled = qg_paths_dup_bundled_map ();
  g_autoptr (GFile) file = dup_file_of_state (state);

  g_clear_pointer (&self->pending_state, g_variant_unref);
  if (state != NULL && (file != NULL || !g_variant_lookup (state, "file", "s", NULL)))
    self->pending_state = g_variant_lookup_value (state, "explorer", G_VARIANT_TYPE_VARDICT);
  if (file == NULL)
    file = g_file_new_for_path (bundled);
  qg_window_open (self, file);
}

void
qg_window_save_state (QgWindow *self)
{
  g_autofree char *bundled = qg_paths_dup_bundled_map ();
  g_autoptr (GFile) usual = g_file_new_for_path (bundled);
  g_autoptr (GVariant) place = NULL, state = NULL;
  GVariantDict dict;

  if (self->file == NULL || qg_explorer_get_map (self->explorer) == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  /* The bundled map is found anew each time: it may lie elsewhere in the next version. */
  if (!g_file_equal (self->file, usual))
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      g_variant_dict_insert (&dict, "file", "s", uri);
    }
  place = qg_explorer_dup_state (self->explorer);
  g_variant_dict_insert_value (&dict, "explorer", place);
  state = g_variant_ref_sink (g_variant_dict_end (&dict));
  qg_settings_save_state (state);
}

static void
response_cb (GtkNativeDialog *dialog, int response, QgWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (self->chooser == GTK_FILE_CHOOSER_NATIVE (dialog))
    g_clear_object (&self->chooser);
  if (file != NULL)
    qg_window_open (self, file);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) maps = gtk_file_filter_new (), all = gtk_file_filter_new ();
  guint n;
  const QgMapFormat *const *formats = qg_map_formats_get (&n);

  gtk_file_filter_set_name (maps, _ ("Maps"));
  for (guint i = 0; i < n; i++)
    for (guint e = 0; formats[i]->endings[e] != NULL; e++)
      gtk_file_filter_add_suffix (maps, formats[i]->endings[e] + 1);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, maps);
  gtk_file_chooser_add_filter (chooser, all);
}

void
qg_window_choose_file (QgWindow *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Open a Map"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
