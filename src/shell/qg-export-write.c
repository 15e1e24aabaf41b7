/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* From the export window to the files: choosing a name, progress, cancel, and what went wrong. */

#include "qg-export-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-controls.h"
#include "qg-i18n.h"
#include "qg-number.h"
#include "qg-settings.h"

static void
show_progress (QgExportWindow *self)
{
  double fraction = qg_export_job_get_fraction (self->job);
  g_autofree char *percent = qg_number_dup (qg_i18n_get_language (), fraction * 100, 0);
  g_autofree char *text = g_strdup_printf (_ ("Exporting… %s %%"), percent);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);
}

static void
set_working (QgExportWindow *self, gboolean working)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->progress_revealer), working);
  gtk_widget_set_sensitive (self->beside, !working);
  gtk_widget_set_sensitive (self->export_button, !working);
}

void
qg_export_window_forget_question (QgExportWindow *self)
{
  if (self->asked_about == NULL)
    return;
  gtk_widget_set_visible (self->replace_button, FALSE);
  g_clear_pointer (&self->asked_about, g_free);
  g_clear_object (&self->job);
}

/* Once for all of them. The job is kept: what is laid out already needs no second time. */
static void
ask (QgExportWindow *self, const char *message, const char *path)
{
  qg_export_window_show_error (self, message);
  self->asked_about = g_strdup (path);
  gtk_widget_set_visible (self->replace_button, TRUE);
  gtk_widget_grab_focus (self->replace_button);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgExportWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = qg_export_job_run_finish (QG_EXPORT_JOB (source), result, &error);
  g_autofree char *path = g_strdup (g_object_get_data (source, "path"));
  guint n;

  /* The window was closed meanwhile. */
  if (self->explorer == NULL)
    return;
  g_clear_object (&self->exporting);
  set_working (self, FALSE);
  if (done)
    {
      const char *const *files = qg_export_job_get_files (self->job, &n);
      g_auto (GStrv) list = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        list[i] = g_strdup (files[i]);
      g_signal_emit_by_name (self, "exported", list);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_THERE))
    {
      ask (self, error->message, path);
      return;
    }
  g_clear_object (&self->job);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qg_export_window_show_error (self, error->message);
}

static void
run (QgExportWindow *self, const char *path)
{
  self->exporting = g_cancellable_new ();
  show_progress (self);
  set_working (self, TRUE);
  g_object_set_data_full (G_OBJECT (self->job), "path", g_strdup (path), g_free);
  qg_export_job_run_async (self->job, path, self->exporting, done_cb, g_object_ref (self));
}

void
qg_export_window_replace (QgExportWindow *self)
{
  g_autofree char *path = g_steal_pointer (&self->asked_about);

  if (path == NULL || self->exporting != NULL)
    return;
  gtk_widget_set_visible (self->replace_button, FALSE);
  qg_export_job_set_keeps_files (self->job, FALSE);
  qg_export_job_set_chosen (self->job, NULL);
  run (self, path);
}

/* @path was chosen just now: whoever chose it has been asked about what is there, and not about what comes
 * while the pages are made. */
static void
export_to (QgExportWindow *self, const char *path, QgFormat format)
{
  const QgExportOffer *offer = qg_export_window_get_offer (self);
  QgExportWishes wishes;
  QgFileStamp chosen;

  if (offer == NULL || self->exporting != NULL)
    return;
  qg_file_stamp_take (&chosen, path);
  qg_export_window_forget_question (self);
  qg_export_wishes_load (&wishes, self->explorer);
  wishes.format = format;
  g_clear_object (&self->job);
  self->job = qg_export_job_new_for_offer (self->explorer, self->layouter, offer, &wishes);
  qg_export_job_set_keeps_files (self->job, TRUE);
  qg_export_job_set_chosen (self->job, &chosen);
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  run (self, path);
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (qg_settings_get_default (), "export-folder", uri);
}

/* The ending that was typed decides; where there is none, the format's is added. No file is overwritten that
 * nobody was asked about: the dialog asked about the name that it had. */
static void
use_file (QgExportWindow *self, GFile *file, const char *suggested)
{
  g_autofree char *path = g_file_get_path (file), *whole = NULL;
  QgExportWishes wishes;
  QgFormat format;

  if (path == NULL)
    {
      qg_export_window_show_error (self, _ ("This is no folder of this computer. Choose another one."));
      return;
    }
  qg_export_wishes_load (&wishes, self->explorer);
  format = wishes.format;
  whole = qg_format_dup_typed_name (path, suggested, g_file_test (path, G_FILE_TEST_EXISTS), &format);
  if (strcmp (whole, path) != 0 && g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (whole);
      g_autofree char *message = g_strdup_printf (_ ("“%s” is there already. Choose another name."), name);

      qg_export_window_show_error (self, message);
      return;
    }
  remember_folder (file);
  export_to (self, whole, format);
}

static void
response_cb (GtkNativeDialog *dialog, int response, QgExportWindow *self)
{
  g_autofree char *suggested = g_strdup (g_object_get_data (G_OBJECT (dialog), "suggested"));
  g_autoptr (GFile) file = qg_chooser_end (&self->chooser, dialog, response);

  if (file != NULL)
    use_file (self, file, suggested);
}

static void
set_folder (GtkFileChooser *chooser)
{
  g_autofree char *uri = g_settings_get_string (qg_settings_get_default (), "export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = NULL;

  if (*uri != '\0')
    folder = g_file_new_for_uri (uri);
  if (folder == NULL || !g_file_query_exists (folder, NULL))
    {
      g_clear_object (&folder);
      folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
    }
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
qg_export_window_choose_file (QgExportWindow *self)
{
  const QgExportOffer *offer = qg_export_window_get_offer (self);
  g_autofree char *name = NULL;
  QgExportWishes wishes;

  if (offer == NULL || self->exporting != NULL)
    return;
  qg_export_wishes_load (&wishes, self->explorer);
  name = qg_export_offer_dup_file_name (self->explorer, offer, &wishes);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Export"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  set_folder (GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_object_set_data_full (G_OBJECT (self->chooser), "suggested", g_strdup (name), g_free);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
qg_export_window_stop (QgExportWindow *self)
{
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
}
