/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Files that are dropped on the window are opened as if they had been chosen. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-map-file.h"
#include "qg-number.h"

/* Nobody who drops a folder's content wants a window for each of its files. */
#define MOST_WINDOWS 8u

static char *
too_many_words (const QgNews *news)
{
  return qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "Too many at once: %s file was not opened",
                                          "Too many at once: %s files were not opened", news->n),
                             news->n);
}

/* qg_window_open_all:
 * @files: not empty
 *
 * The first map in this window, each other in one of its own, up to a number that a person can still look at.
 * Two tables that belong together are one map. */
void
qg_window_open_all (QgWindow *self, GFile *const *files, guint n_files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GPtrArray) maps = qg_map_files_dup_maps (files, n_files);
  guint n = MIN (maps->len, MOST_WINDOWS);

  for (guint i = n; i-- > 1;)
    {
      QgWindow *window = qg_window_new (ADW_APPLICATION (application));

      qg_window_open (window, maps->pdata[i], NULL);
      qg_window_present_soon (window);
    }
  qg_window_open (self, maps->pdata[0], NULL);
  if (maps->len > n)
    qg_window_tell (self, &(QgNews){ .words = too_many_words, .n = maps->len - n });
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, QgWindow *self)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;
  qg_window_open_all (self, (GFile *const *) files->pdata, files->len);
  return TRUE;
}

/* On the frame, whose outline says that it takes what is held over it. */
void
qg_window_add_drop (QgWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->frame), GTK_EVENT_CONTROLLER (target));
}
