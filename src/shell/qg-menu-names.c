/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-menu-names.h"

static gboolean
is_item (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first label in @widget; nullable. */
static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; label == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

static void
name_items (GtkWidget *widget)
{
  GtkLabel *label = is_item (widget) ? find_label (widget) : NULL;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (label != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (label), -1);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

void
qg_menu_name_items (GtkWidget *menu)
{
  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));
  name_items (menu);
  g_signal_connect (menu, "map", G_CALLBACK (name_items), NULL);
  g_signal_connect (menu, "notify::menu-model", G_CALLBACK (name_items), NULL);
}
