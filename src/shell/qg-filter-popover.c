/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

#define VALUE "qg-value"
#define MAX_IMPORTANCE 3u

struct _QgFilterPopover
{
  GtkPopover parent_instance;

  GtkWidget *page, *show_all; /* borrowed */
  QgExplorer *explorer;       /* owned */
  gboolean filling;           /* switches are set by us, not by a person */
};

G_DEFINE_FINAL_TYPE (QgFilterPopover, qg_filter_popover, GTK_TYPE_POPOVER)

static void
importance_cb (GtkCheckButton *button, QgFilterPopover *self)
{
  if (!self->filling && gtk_check_button_get_active (button))
    qg_explorer_set_least_importance (self->explorer,
                                      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), VALUE)));
}

static void
source_cb (GtkCheckButton *button, QgFilterPopover *self)
{
  if (!self->filling)
    qg_explorer_set_source_hidden (self->explorer,
                                   GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), VALUE)),
                                   !gtk_check_button_get_active (button));
}

/* A switch with its words and how many it is about. */
static GtkWidget *
new_switch (const char *words, guint count, guint value)
{
  GtkWidget *button = gtk_check_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = qg_text_label_new (words, NULL), *number;
  g_autofree char *digits = qg_number_dup_count (count);

  number = gtk_label_new (digits);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "qg-count");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), VALUE, GUINT_TO_POINTER (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, digits, -1);
  return button;
}

static void
add_importance (QgFilterPopover *self, const QgPart *part)
{
  const char *const words[] = { _ ("All"), _ ("The important ones"), _ ("Only the most important ones") };
  QgNumbers entities = qg_part_get_entities (part);
  guint counts[MAX_IMPORTANCE + 1] = { 0 };
  guint least = qg_filter_get_importance (qg_explorer_get_filter (self->explorer));
  GtkWidget *first = NULL;

  for (guint i = 0; i < entities.n; i++)
    {
      guint importance = qg_map_get_entity (qg_part_get_map (part), entities.items[i])->importance;

      for (guint n = 1; n <= MIN (importance, MAX_IMPORTANCE); n++)
        counts[n]++;
    }
  gtk_box_append (GTK_BOX (self->page), qg_text_label_new (_ ("Importance"), "qg-heading"));
  for (guint n = 1; n <= MAX_IMPORTANCE; n++)
    {
      GtkWidget *button = new_switch (words[n - 1], counts[n], n);

      if (first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      else
        first = button;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), n == MAX (least, 1));
      g_signal_connect_object (button, "toggled", G_CALLBACK (importance_cb), self, 0);
      gtk_box_append (GTK_BOX (self->page), button);
    }
}

/* How many entities and relations of @part rest on each source: (transfer full). */
static guint *
count_sources (const QgPart *part)
{
  const QgMap *map = qg_part_get_map (part);
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);
  guint *counts = g_new0 (guint, MAX (qg_map_get_n_sources (map), 1));
  g_autofree guint *last = g_new0 (guint, MAX (qg_map_get_n_sources (map), 1));

  for (guint i = 0; i < entities.n + relations.n; i++)
    {
      const QgCitations *citations =
          i < entities.n ? &qg_map_get_entity (map, entities.items[i])->citations
                         : &qg_map_get_relation (map, relations.items[i - entities.n])->citations;

      for (guint c = 0; c < citations->n; c++)
        {
          guint source = citations->items[c].source;

          counts[source] += last[source] == i + 1 ? 0 : 1;
          last[source] = i + 1;
        }
    }
  return counts;
}

static void
add_sources (QgFilterPopover *self, const QgPart *part)
{
  const QgMap *map = qg_part_get_map (part);
  g_autofree guint *counts = count_sources (part);
  QgFilter *filter = qg_explorer_get_filter (self->explorer);
  guint n = 0;

  for (guint i = 0; i < qg_map_get_n_sources (map); i++)
    {
      g_autofree char *title = NULL;
      GtkWidget *button;

      if (counts[i] == 0 && !qg_filter_get_source (filter, i))
        continue;
      if (n++ == 0)
        gtk_box_append (GTK_BOX (self->page), qg_text_label_new (_ ("Sources"), "qg-heading"));
      if (n > QG_MOST_ROWS)
        continue;
      title =
          qg_plain_from_text (qg_map_get_source (map, i)->title, qg_explorer_get_language (self->explorer));
      button = new_switch (title, counts[i], i);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !qg_filter_get_source (filter, i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (source_cb), self, 0);
      gtk_box_append (GTK_BOX (self->page), button);
    }
  if (n > QG_MOST_ROWS)
    gtk_box_append (GTK_BOX (self->page), qg_more_label_new (n - QG_MOST_ROWS));
}

/* Sets the switches to what is hidden, when it changed elsewhere or by 'Show All'. */
static void
fill (QgFilterPopover *self)
{
  QgPart *part = self->explorer != NULL ? qg_explorer_get_part (self->explorer) : NULL;

  self->filling = TRUE;
  qg_widget_clear (self->page);
  if (part != NULL)
    {
      add_importance (self, part);
      add_sources (self, part);
    }
  self->filling = FALSE;
}

static void
update_switch (QgFilterPopover *self, GtkCheckButton *button, gboolean is_source)
{
  guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), VALUE));
  QgFilter *filter = qg_explorer_get_filter (self->explorer);

  gtk_check_button_set_active (button, is_source ? !qg_filter_get_source (filter, value)
                                                 : MAX (qg_filter_get_importance (filter), 1) == value);
}

/* In place: the switch that was just pressed keeps the keyboard. */
static void
hidden_cb (QgFilterPopover *self)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      update_switch (self, GTK_CHECK_BUTTON (child), n++ >= MAX_IMPORTANCE);
  self->filling = FALSE;
}

void
qg_filter_popover_update_texts (QgFilterPopover *self)
{
  gtk_button_set_label (GTK_BUTTON (self->show_all), _ ("Show All"));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

void
qg_filter_popover_set_explorer (QgFilterPopover *self, QgExplorer *explorer)
{
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "hidden-changed", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
}

static void
qg_filter_popover_dispose (GObject *object)
{
  g_clear_object (&QG_FILTER_POPOVER (object)->explorer);
  G_OBJECT_CLASS (qg_filter_popover_parent_class)->dispose (object);
}

static void
qg_filter_popover_class_init (QgFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qg_filter_popover_dispose;
}

static void
qg_filter_popover_init (QgFilterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scroller = gtk_scrolled_window_new ();

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->show_all = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_all), "win.show-all");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->page);
  gtk_widget_set_size_request (box, 290, -1);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->show_all);
  gtk_widget_add_css_class (GTK_WIDGET (self), "qg-filter");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "map", G_CALLBACK (fill), NULL);
}
