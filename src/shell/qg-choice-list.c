/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-choice-list.h"

#include "qg-number.h"

/* Letters in a line: of the list, which may stand out of a narrow window, and of the row, beside its title.
 */
#define LIST_LETTERS 38
#define ROW_LETTERS 18

static GtkWidget *
new_label (float xalign, int letters)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), letters);
  return label;
}

static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = new_label (1, ROW_LETTERS);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_list_item_set_child (item, label);
}

static void
show_text (GtkWidget *label, GtkListItem *item)
{
  g_autofree char *text = qg_number_tie (gtk_string_object_get_string (gtk_list_item_get_item (item)));

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_text (gtk_list_item_get_child (item), item);
}

static void
set_up_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = new_label (0, LIST_LETTERS);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
show_mark (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (mark, adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item));
}

static void
bind_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  show_text (label, item);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (show_mark), item);
  show_mark (row, NULL, item);
}

static void
unbind_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, show_mark, item);
}

void
qg_choice_list_use (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (set_up_list_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_list_cb), row);
  g_signal_connect (list, "unbind", G_CALLBACK (unbind_list_cb), row);
  adw_combo_row_set_factory (row, shown);
  adw_combo_row_set_list_factory (row, list);
}
