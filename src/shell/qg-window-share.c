/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is taken out of the window: files, the clipboard, paper. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-export-choice.h"
#include "qg-controls.h"
#include "qg-export-window.h"
#include "qg-number.h"
#include "qg-print.h"
#include "qg-web-link.h"

/* A copied picture fills a slide of 13⅓ inches sharply, however small it is, and a large one stays as small
 * as other programs take it. Pixels of the longer side. */
#define COPY_DPI 144
#define COPY_LEAST 1920
#define COPY_MOST 8000

/* Exported files */

static void
show_uri (const char *uri)
{
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    qg_window_tell (self, &(QgNews){ .id = N_ ("No program opened the address") });
}

/* Checked once more: an action can be called from outside. */
static void
open_link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *address = qg_web_address_from_url (g_variant_get_string (parameter, NULL));
  g_autoptr (GdkAppLaunchContext) context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (data));

  if (address != NULL)
    g_app_info_launch_default_for_uri_async (address, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb,
                                             g_object_ref (data));
}

static void
open_exported_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_uri (g_variant_get_string (parameter, NULL));
}

/* File managers without the interface get the folder alone. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *uri = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri), folder = g_file_get_parent (file);
  g_autofree char *folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (answer == NULL && folder_uri != NULL)
    show_uri (folder_uri);
}

static void
show_exported_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GDBusConnection *bus =
      g_application_get_dbus_connection (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (data))));
  const char *uri = g_variant_get_string (parameter, NULL);
  const char *const uris[] = { uri, NULL };
  g_autoptr (GFile) file = g_file_new_for_uri (uri), folder = g_file_get_parent (file);
  g_autofree char *folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (bus == NULL)
    {
      if (folder_uri != NULL)
        show_uri (folder_uri);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, 5000, NULL, shown_cb, g_strdup (uri));
}

/* @n: how many files were written; @name: of the only one */
static char *
exported_words (const QgNews *news)
{
  if (news->n == 1)
    return g_strdup_printf (_ ("“%s” is written"), news->name);
  return qg_number_in_words (
      g_dngettext (GETTEXT_PACKAGE, "%s file is written", "%s files are written", news->n), news->n);
}

static void
exported_cb (QgExportWindow *dialog, char **files, QgWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL, *name = NULL;

  /* Anybody may emit a signal. */
  if (files == NULL || files[0] == NULL)
    return;
  file = g_file_new_for_path (files[0]);
  uri = g_file_get_uri (file);
  name = g_filename_display_basename (files[0]);
  qg_window_tell (self, &(QgNews){ .words = exported_words,
                                   .name = name,
                                   .n = g_strv_length (files),
                                   .button = N_ ("Open"),
                                   .action = "win.open-exported",
                                   .second_button = N_ ("Show in Folder"),
                                   .second_action = "win.show-exported",
                                   .uri = uri });
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;

  if (self->exporter == NULL)
    {
      self->exporter = qg_export_window_new (GTK_WINDOW (self), self->explorer, self->layouter);
      g_object_add_weak_pointer (G_OBJECT (self->exporter), (gpointer *) &self->exporter);
      g_signal_connect_object (self->exporter, "exported", G_CALLBACK (exported_cb), self, 0);
    }
  gtk_window_present (self->exporter);
}

/* Paper */

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, QgWindow *self)
{
  g_autoptr (GError) error = NULL;
  const GError *cause = qg_print_get_error (QG_PRINT (operation));

  if (cause == NULL && result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      if (error != NULL)
        g_message ("%s", error->message);
      qg_window_tell (
          self, &(QgNews){ .id = N_ ("It could not be printed. Look after the printer, or export a PDF.") });
    }
  else if (cause != NULL)
    qg_window_toast (self, cause->message);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (qg_explorer_get_part (self->explorer) == NULL)
    return;
  operation = qg_print_new (self->explorer, self->layouter);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* The clipboard: a picture in two formats, and what is selected as text. */

typedef struct
{
  QgWindow *window; /* owned */
  char *text;       /* nullable */
  QgExportWishes wishes;
  GBytes *png;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->window);
  g_free (copy->text);
  g_clear_pointer (&copy->png, g_bytes_unref);
  g_free (copy);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
fill_clipboard (const Copy *copy, GBytes *svg)
{
  GdkContentProvider *providers[3];
  gsize n = 0;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (copy->window));
  g_autoptr (GdkContentProvider) all = NULL;

  if (copy->text != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, copy->text);
  providers[n++] = gdk_content_provider_new_for_bytes ("image/png", copy->png);
  providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  all = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (clipboard, all);
  qg_window_tell (copy->window,
                  &(QgNews){ .id = copy->text != NULL
                                       ? N_ ("Copied: the sentence with its source, and the picture")
                                       : N_ ("Copied: the picture") });
}

static void start_copy (Copy *copy);

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgExportJob *job = QG_EXPORT_JOB (source);
  g_autoptr (Copy) copy = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  /* Copied anew, or the window is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != copy->window->copying)
    return;
  if (!qg_export_job_run_finish (job, result, &error))
    {
      g_clear_object (&copy->window->copying);
      qg_window_toast (copy->window, error->message);
      return;
    }
  bytes = qg_export_job_get_bytes (job);
  if (copy->png == NULL)
    {
      copy->png = g_steal_pointer (&bytes);
      copy->wishes.format = QG_FORMAT_SVG;
      start_copy (g_steal_pointer (&copy));
      return;
    }
  g_clear_object (&copy->window->copying);
  fill_clipboard (copy, bytes);
}

static void
start_copy (Copy *copy)
{
  const QgExportOffer seen = { .scope = QG_EXPORT_PART };
  g_autoptr (QgExportJob) job =
      qg_export_job_new_for_offer (copy->window->explorer, copy->window->layouter, &seen, &copy->wishes);

  qg_export_job_run_to_bytes_async (job, copy->window->copying, copied_cb, copy);
}

/* As it is on screen: the clipboard takes no pages, titles or sources. */
static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  QgThemeId theme = qg_canvas_get_theme (self->canvas);
  Copy *copy;

  if (qg_explorer_get_part (self->explorer) == NULL)
    return;
  copy = g_new0 (Copy, 1);
  copy->window = g_object_ref (self);
  copy->text = qg_window_dup_selection_text (self);
  copy->wishes = (QgExportWishes){
    .format = QG_FORMAT_PNG,
    .theme = theme == QG_THEME_DARK || theme == QG_THEME_DARK_CONTRAST ? QG_THEME_DARK : QG_THEME_LIGHT,
    .lang = qg_explorer_get_language (self->explorer),
    .second = qg_explorer_get_second_language (self->explorer),
    .dpi = COPY_DPI,
    .least_side = COPY_LEAST,
    .most_side = COPY_MOST,
  };
  if (self->copying != NULL)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  self->copying = g_cancellable_new ();
  start_copy (copy);
}

static const GActionEntry entries[] = {
  { "export", export_cb },
  { "open-link", open_link_cb, "s" },
  { "open-exported", open_exported_cb, "s" },
  { "show-exported", show_exported_cb, "s" },
  { "copy", copy_cb },
  { "print", print_cb },
};

/* Ctrl+C only where nobody else wants it: an entry or a label copies its own selection. */
static void
add_copy_key (QgWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                        gtk_named_action_new ("win.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
qg_window_add_share (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_copy_key (self);
}

void
qg_window_update_share (QgWindow *self)
{
  const char *const on_picture[] = { "export", "copy", "print" };
  gboolean shown = qg_explorer_get_scene (self->explorer) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (on_picture); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), on_picture[i])), shown);
}

/* The language changed. */
void
qg_window_update_share_texts (QgWindow *self)
{
  if (self->exporter != NULL)
    qg_export_window_update_texts (QG_EXPORT_WINDOW (self->exporter));
}

void
qg_window_end_share (QgWindow *self)
{
  if (self->copying != NULL)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
}
