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

/* The label of the @n-th submenu, counted through all of them from *@seen on, or the number of the one with
 * @label: whichever is asked for. */
static char *
find_submenu (GMenuModel *model, guint n, const char *label, guint *seen)
{
  char *found = NULL;

  for (int i = 0; found == NULL && i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autofree char *own = NULL;

      if (section != NULL)
        found = find_submenu (section, n, label, seen);
      if (submenu == NULL || !g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &own))
        continue;
      if (label != NULL ? g_str_equal (own, label) : *seen == n)
        return g_steal_pointer (&own);
      *seen += 1;
      found = find_submenu (submenu, n, label, seen);
    }
  return found;
}

/* GTK calls the pages of a menu by the labels that lead to them. */
int
qg_menu_get_page (GtkWidget *menu)
{
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_autofree char *name = NULL, *label = NULL;
  guint seen = 0;

  g_object_get (menu, "visible-submenu", &name, NULL);
  if (name != NULL && model != NULL)
    label = find_submenu (model, 0, name, &seen);
  return label != NULL ? (int) seen : -1;
}

void
qg_menu_set_page (GtkWidget *menu, int page)
{
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_autofree char *label = NULL;
  guint seen = 0;

  if (page >= 0 && model != NULL)
    label = find_submenu (model, (guint) page, NULL, &seen);
  if (label != NULL)
    g_object_set (menu, "visible-submenu", label, NULL);
}

void
qg_menu_name_items (GtkWidget *menu)
{
  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));
  name_items (menu);
  g_signal_connect (menu, "map", G_CALLBACK (name_items), NULL);
  g_signal_connect (menu, "notify::menu-model", G_CALLBACK (name_items), NULL);
}
