/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The pages about more than one entity: several that are selected, and the ways between two. */

#include "qg-details-private.h"

#include <glib/gi18n-lib.h>

#include "qg-number.h"
#include "qg-wrap-layout.h"

static char *
dup_name (QgDetails *details, guint entity)
{
  return qg_plain_from_text (qg_map_get_entity (details->map, entity)->label, details->lang);
}

/* 'Citizens → Political parties → State power' */
static char *
dup_line (QgDetails *details, const QgWay *way)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < way->n_entities; i++)
    {
      g_autofree char *name = dup_name (details, way->entities[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? " → " : "", name);
    }
  return g_string_free (line, FALSE);
}

static void
way_cb (GtkButton *button, QgWayfinder *wayfinder)
{
  qg_wayfinder_choose (wayfinder, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "way")));
}

static GtkWidget *
new_way_button (QgDetails *details, const QgWay *way, guint number, gboolean chosen)
{
  GtkWidget *button = gtk_button_new (), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *line = dup_line (details, way);
  guint n = way->n_entities - 1;
  g_autofree char *length =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s relation", "%s relations", n), n);

  gtk_box_append (GTK_BOX (words), qg_text_label_new (line, chosen ? "qg-heading" : NULL));
  gtk_box_append (GTK_BOX (words), qg_text_label_new (length, "qg-dim"));
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "qg-way");
  if (chosen)
    gtk_widget_add_css_class (button, "qg-chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, length, -1);
  g_object_set_data (G_OBJECT (button), "way", GUINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (way_cb), details->wayfinder, 0);
  return button;
}

static void
add_hops (QgDetails *details, const QgWay *way)
{
  GtkWidget *card = qg_details_new_card (details, "qg-hops");
  GtkWidget *acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i + 1 < way->n_entities; i++)
    gtk_box_append (GTK_BOX (card), qg_details_new_relation_row (
                                        details, way->relations[i],
                                        qg_wayfinder_is_inverse (details->wayfinder, way, i), QG_NONE));
  gtk_box_append (GTK_BOX (acts),
                  qg_details_new_act ("qg-view-symbolic", _ ("Show as a View"), "win.way-as-view"));
  gtk_box_append (GTK_BOX (acts), qg_details_new_act ("edit-copy-symbolic", _ ("Copy"), "win.copy-way"));
  gtk_widget_set_layout_manager (acts, g_object_new (QG_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_add_css_class (acts, "qg-acts");
  gtk_box_append (GTK_BOX (card), acts);
}

static void
add_list (QgDetails *details, const QgWays *ways)
{
  guint n = qg_ways_get_n (ways), chosen = qg_wayfinder_get_chosen (details->wayfinder);
  g_autofree char *count = qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s way", "%s ways", n), n);
  g_autofree char *more =
      qg_ways_has_more (ways) ? g_strdup_printf ("%s · %s", count, _ ("there are more")) : NULL;

  qg_details_add (details, qg_text_label_new (more != NULL ? more : count, "qg-dim"));
  for (guint i = 0; i < n; i++)
    {
      const QgWay *way = qg_ways_get (ways, i);

      qg_details_add (details, new_way_button (details, way, i, i == chosen));
      if (i == chosen)
        add_hops (details, way);
    }
}

void
qg_details_fill_ways (QgDetails *details)
{
  const QgWays *ways = qg_wayfinder_get_ways (details->wayfinder);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = qg_icon_button_new ("window-close-symbolic", "win.close-ways");
  GtkWidget *kind = qg_text_label_new (_ ("Ways Between Two"), "qg-dim");
  g_autofree char *from_name = NULL, *to_name = NULL, *title = NULL, *markup = NULL;
  guint from, to;

  qg_wayfinder_get_ends (details->wayfinder, &from, &to);
  from_name = dup_name (details, from);
  to_name = dup_name (details, to);
  title = g_strdup_printf ("%s — %s", from_name, to_name);
  markup = g_markup_escape_text (title, -1);
  gtk_widget_set_hexpand (kind, TRUE);
  qg_control_set_text (close, _ ("Close the Ways"), NULL);
  gtk_box_append (GTK_BOX (head), kind);
  gtk_box_append (GTK_BOX (head), close);
  qg_details_add (details, head);
  qg_details_add_title (details, markup);
  if (ways == NULL)
    qg_details_add (details, qg_text_label_new (_ ("Looking for ways…"), "qg-dim"));
  else if (qg_ways_get_n (ways) == 0)
    qg_details_add (details,
                    qg_text_label_new (_ ("No way leads from one to the other on this map."), "qg-body"));
  else
    add_list (details, ways);
}

/* Above what is read meanwhile: the way back to the ways. */
void
qg_details_add_way_back (QgDetails *details)
{
  GtkWidget *button;
  g_autofree char *from_name = NULL, *to_name = NULL, *label = NULL;
  guint from, to;

  if (!qg_wayfinder_is_open (details->wayfinder))
    return;
  qg_wayfinder_get_ends (details->wayfinder, &from, &to);
  from_name = dup_name (details, from);
  to_name = dup_name (details, to);
  label = g_strdup_printf (_ ("Ways: %s — %s"), from_name, to_name);
  button = qg_details_new_act ("go-previous-symbolic", label, "win.show-ways");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  qg_details_add (details, button);
}

/* Several are selected, with Ctrl and a click. */
void
qg_details_fill_several (QgDetails *details, QgNumbers entities)
{
  g_autofree char *title = qg_number_in_words (
      g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", entities.n), entities.n);
  GtkWidget *card;

  qg_details_add_title (details, title);
  card = qg_details_new_card (details, "qg-list");
  for (guint i = 0; i < entities.n; i++)
    {
      g_autofree char *words =
          qg_markup_from_text (qg_map_get_entity (details->map, entities.items[i])->name, details->lang);
      g_autofree char *markup = g_strdup_printf ("<a href=\"entity:%u\">%s</a>", entities.items[i], words);

      gtk_box_append (GTK_BOX (card), qg_details_new_links (details, markup, NULL));
    }
  if (entities.n == 2)
    {
      GtkWidget *button = qg_details_new_act ("qg-ways-symbolic", _ ("Ways Between Them"), "win.ways");

      gtk_widget_add_css_class (button, "suggested-action");
      qg_details_add (details, button);
    }
  else
    qg_details_add (details,
                    qg_text_label_new (_ ("Choose two to see the ways between them."), "qg-hint-text"));
}
