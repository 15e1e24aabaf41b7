/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Choosing a map to open, and where the last window left off. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-map-file.h"
#include "qg-paths.h"
#include "qg-settings.h"

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
      if (self->graph != NULL && self->graphs->len > 1)
        g_variant_dict_insert (&dict, "graph", "s", self->graph);
    }
  place = qg_explorer_dup_state (self->explorer);
  g_variant_dict_insert_value (&dict, "explorer", place);
  state = g_variant_ref_sink (g_variant_dict_end (&dict));
  qg_settings_save_state (state);
}

static void
response_cb (GtkNativeDialog *dialog, int response, QgWindow *self)
{
  g_autoptr (GFile) file = qg_chooser_end (&self->chooser, dialog, response);

  if (file != NULL)
    qg_window_open (self, file, NULL);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) maps = gtk_file_filter_new (), all = gtk_file_filter_new ();
  guint n;
  const QgMapFormat *const *formats = qg_map_formats_get (&n);

  gtk_file_filter_set_name (maps, _ ("Maps"));
  for (guint i = 0; i < n; i++)
    for (guint e = 0; formats[i]->read != NULL && formats[i]->endings[e] != NULL; e++)
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
