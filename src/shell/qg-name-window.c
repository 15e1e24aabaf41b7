/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-name-window.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

struct _QgNameWindow
{
  AdwWindow parent_instance;

  GtkWidget *title, *cancel, *accept, *group, *entry;
  gboolean renames;
  char *proposed; /* nullable: what the person found written there */
};

enum
{
  NAMED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgNameWindow, qg_name_window, ADW_TYPE_WINDOW)

/* (transfer full): without blanks at its ends; empty where there is none. */
static char *
dup_name (QgNameWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (QgNameWindow *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->accept, *name != '\0');
}

static void
accept_cb (QgNameWindow *self)
{
  g_autofree char *name = dup_name (self);

  if (*name == '\0')
    return;
  g_signal_emit (self, signals[NAMED], 0, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qg_name_window_finalize (GObject *object)
{
  g_free (QG_NAME_WINDOW (object)->proposed);
  G_OBJECT_CLASS (qg_name_window_parent_class)->finalize (object);
}

static void
qg_name_window_class_init (QgNameWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qg_name_window_finalize;
  signals[NAMED] = g_signal_new ("named", QG_TYPE_NAME_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qg_name_window_init (QgNameWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  /* Beside two buttons there is no room for it in one line of a narrow window. */
  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->title, "title");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  self->cancel = gtk_button_new ();
  self->accept = gtk_button_new ();
  self->group = adw_preferences_group_new ();
  self->entry = adw_entry_row_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->entry);
  gtk_box_append (GTK_BOX (page), self->group);
  gtk_widget_add_css_class (page, "qg-dialog-page");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  /* The title has one line beside the buttons, in Kazakh as well. */
  gtk_window_set_default_size (GTK_WINDOW (self), 500, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
}

void
qg_name_window_update_texts (QgNameWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), self->renames ? _ ("Rename the View") : _ ("Keep as a View"));
  gtk_label_set_text (GTK_LABEL (self->title), gtk_window_get_title (GTK_WINDOW (self)));
  gtk_button_set_label (GTK_BUTTON (self->cancel), _ ("Cancel"));
  gtk_button_set_label (GTK_BUTTON (self->accept), self->renames ? _ ("Rename") : C_ ("button", "Keep"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Name of the view"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->group),
      self->renames ? NULL
                    : _ ("What is shown now, without what is hidden. It is kept on this computer; the map "
                         "itself stays as it is."));
}

/* Writes another name over one that is selected, and leaves it selected all the while. Otherwise what is
 * selected would be given up and claimed again, which X counts in milliseconds: within one of them GTK takes
 * it for lost to another program, and selects nothing. */
static void
write_over (GtkEditable *entry, const char *name)
{
  int place = 1;

  gtk_editable_insert_text (entry, name, -1, &place);
  gtk_editable_delete_text (entry, place, -1);
  gtk_editable_delete_text (entry, 0, 1);
}

static gboolean
is_all_selected (GtkEditable *entry)
{
  glong n = g_utf8_strlen (gtk_editable_get_text (entry), -1);
  int start, end;

  return n > 1 && gtk_editable_get_selection_bounds (entry, &start, &end) && start == 0 && end == n;
}

static void
write_name (QgNameWindow *self, const char *name)
{
  g_free (self->proposed);
  self->proposed = qg_text_clip (name, QG_NAME_LETTERS);
  if (is_all_selected (GTK_EDITABLE (self->entry)))
    {
      write_over (GTK_EDITABLE (self->entry), self->proposed);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->proposed);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
qg_name_window_propose (QgNameWindow *self, const char *name)
{
  if (!self->renames && !g_str_equal (name, self->proposed) &&
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->proposed))
    write_name (self, name);
}

GtkWindow *
qg_name_window_new (GtkWindow *parent, gboolean renames, const char *name)
{
  QgNameWindow *self = g_object_new (QG_TYPE_NAME_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->renames = renames;
  qg_name_window_update_texts (self);
  write_name (self, name);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GTK_WINDOW (self);
}
