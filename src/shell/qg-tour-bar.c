/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-tour-bar.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

struct _QgTourBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *place, *title, *text, *previous, *next, *end;

  QgExplorer *explorer; /* owned */
  QgMap *map;           /* owned: that @tour is a number of; NULL while no tour runs */
  guint tour, step;
};

G_DEFINE_FINAL_TYPE (QgTourBar, qg_tour_bar, GTK_TYPE_WIDGET)

gboolean
qg_tour_bar_is_running (QgTourBar *self)
{
  return self->map != NULL;
}

gboolean
qg_tour_bar_get_place (QgTourBar *self, guint *tour, guint *step)
{
  *tour = self->tour;
  *step = self->step;
  return self->map != NULL;
}

static void
show_words (QgTourBar *self)
{
  const QgTour *tour = qg_map_get_tour (self->map, self->tour);
  const QgStep *step = &tour->steps[self->step];
  QgLang lang = qg_explorer_get_language (self->explorer);
  g_autofree char *name = qg_plain_from_text (tour->title, lang);
  g_autofree char *place = g_strdup_printf ("%s · %u / %u", name, self->step + 1, tour->n_steps);
  g_autofree char *title = qg_markup_from_text (step->title, lang);
  g_autofree char *text = qg_markup_from_text (step->text, lang);

  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_label_set_markup (GTK_LABEL (self->title), title);
  gtk_label_set_markup (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->text, *text != '\0');
  gtk_widget_set_sensitive (self->previous, self->step > 0);
  gtk_widget_set_sensitive (self->next, self->step + 1 < tour->n_steps);
}

static void
show_step (QgTourBar *self)
{
  const QgStep *step = &qg_map_get_tour (self->map, self->tour)->steps[self->step];

  if (step->view != QG_NONE)
    {
      qg_explorer_select_nothing (self->explorer);
      qg_explorer_show_view (self->explorer, step->view);
    }
  else
    qg_explorer_show_focus (self->explorer, step->focus, step->depth, QG_FOLLOW_BOTH);
  if (step->highlight_entities.n + step->highlight_relations.n > 0)
    qg_explorer_light_up (self->explorer, step->highlight_entities, step->highlight_relations);
  else
    qg_explorer_light_none (self->explorer);
  show_words (self);
}

void
qg_tour_bar_end (QgTourBar *self)
{
  if (self->map == NULL)
    return;
  g_clear_pointer (&self->map, qg_map_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  qg_explorer_light_none (self->explorer);
}

void
qg_tour_bar_begin (QgTourBar *self, guint tour)
{
  QgMap *map = qg_explorer_get_map (self->explorer);

  if (map == NULL || tour >= qg_map_get_n_tours (map) || qg_map_get_tour (map, tour)->n_steps == 0)
    return;
  g_clear_pointer (&self->map, qg_map_unref);
  self->map = qg_map_ref (map);
  self->tour = tour;
  self->step = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  show_step (self);
  gtk_widget_grab_focus (self->next);
}

void
qg_tour_bar_go (QgTourBar *self, int steps)
{
  guint n;

  if (self->map == NULL)
    return;
  n = qg_map_get_tour (self->map, self->tour)->n_steps;
  if ((int) self->step + steps < 0 || (int) self->step + steps >= (int) n)
    return;
  self->step = (guint) ((int) self->step + steps);
  show_step (self);
}

/* The tour belongs to its map. */
static void
map_cb (QgTourBar *self)
{
  if (self->map != NULL && qg_explorer_get_map (self->explorer) != self->map)
    qg_tour_bar_end (self);
}

void
qg_tour_bar_update_texts (QgTourBar *self)
{
  qg_control_set_text (self->previous, _ ("Previous Step"), "Page_Up");
  qg_control_set_text (self->next, _ ("Next Step"), "Page_Down");
  qg_control_set_text (self->end, _ ("End the Tour"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tour"), -1);
  if (self->map != NULL)
    show_words (self);
}

void
qg_tour_bar_set_explorer (QgTourBar *self, QgExplorer *explorer)
{
  g_return_if_fail (self->explorer == NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
}

static void
qg_tour_bar_dispose (GObject *object)
{
  QgTourBar *self = QG_TOUR_BAR (object);
  GtkWidget *child;

  g_clear_pointer (&self->map, qg_map_unref);
  g_clear_object (&self->explorer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_tour_bar_parent_class)->dispose (object);
}

static void
qg_tour_bar_class_init (QgTourBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_tour_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/tour-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QgTourBar, place);
  gtk_widget_class_bind_template_child (widget_class, QgTourBar, title);
  gtk_widget_class_bind_template_child (widget_class, QgTourBar, text);
  gtk_widget_class_bind_template_child (widget_class, QgTourBar, previous);
  gtk_widget_class_bind_template_child (widget_class, QgTourBar, next);
  gtk_widget_class_bind_template_child (widget_class, QgTourBar, end);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "qg-tour-bar");
}

static void
qg_tour_bar_init (QgTourBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qg_tour_bar_new (void)
{
  return g_object_new (QG_TYPE_TOUR_BAR, NULL);
}
