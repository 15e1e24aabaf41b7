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

/* '3 relations' */
static char *
dup_length (const QgWay *way)
{
  guint n = way->n_entities - 1;

  return qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s relation", "%s relations", n), n);
}

static char *
dup_count (guint n)
{
  return qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s way", "%s ways", n), n);
}

static GtkWidget *
new_way_button (QgDetails *details, const QgWay *way, guint number, gboolean chosen)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *line = dup_line (details, way), *length = dup_length (way);
  g_autofree char *name = g_strdup_printf ("way-%u", number);

  gtk_widget_set_name (button, name);
  gtk_button_set_child (GTK_BUTTON (button), qg_text_label_new (line, chosen ? "qg-heading" : NULL));
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
length_cb (GtkButton *button, QgWayfinder *wayfinder)
{
  qg_wayfinder_toggle_listed (wayfinder, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "way")));
}

/* '3 relations: 2 ways', under which these are listed or folded away. @first, @end: their numbers */
static void
add_length (QgDetails *details, const QgWays *ways, guint first, guint end)
{
  gboolean listed = qg_wayfinder_get_listed (details->wayfinder, first);
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *length = dup_length (qg_ways_get (ways, first)), *count = dup_count (end - first);
  g_autofree char *text = g_strdup_printf ("%s: %s", length, count);
  g_autofree char *name = g_strdup_printf ("length-%u", first);

  gtk_box_append (GTK_BOX (row),
                  gtk_image_new_from_icon_name (listed ? "pan-down-symbolic" : "pan-end-symbolic"));
  gtk_box_append (GTK_BOX (row), qg_text_label_new (text, "qg-heading"));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "qg-length");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, listed, -1);
  g_object_set_data (G_OBJECT (button), "way", GUINT_TO_POINTER (first));
  g_signal_connect_object (button, "clicked", G_CALLBACK (length_cb), details->wayfinder, 0);
  qg_details_add (details, button);
}

static void
add_list (QgDetails *details, const QgWays *ways)
{
  guint n = qg_ways_get_n (ways), chosen = qg_wayfinder_get_chosen (details->wayfinder), end = 0;
  g_autofree char *count = dup_count (n);
  g_autofree char *more =
      qg_ways_has_more (ways) ? g_strdup_printf ("%s · %s", count, _ ("there are more")) : NULL;

  qg_details_add (details, qg_text_label_new (more != NULL ? more : count, "qg-dim"));
  for (guint i = 0; i < n; i++)
    {
      const QgWay *way = qg_ways_get (ways, i);

      if (i == end)
        {
          end = qg_ways_get_end_of_length (ways, i);
          add_length (details, ways, i, end);
        }
      if (!qg_wayfinder_get_listed (details->wayfinder, i))
        continue;
      qg_details_add (details, new_way_button (details, way, i, i == chosen));
      if (i == chosen)
        add_hops (details, way);
    }
  if (!qg_wayfinder_shows_all (details->wayfinder))
    {
      GtkWidget *all = qg_details_new_act ("qg-ways-symbolic", _ ("All Ways in the Picture"), "win.all-ways");

      gtk_widget_set_name (all, "all-ways");
      qg_details_add (details, all);
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

  if (!qg_wayfinder_is_open (details->wayfinder) || !qg_wayfinder_is_aside (details->wayfinder))
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
