/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-details-private.h"

#include <glib/gi18n-lib.h>

struct _QgDetailsPanel
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *scroller, *page;

  QgExplorer *explorer;   /* owned */
  QgWayfinder *wayfinder; /* owned */
  gboolean showing_ways, grabbing;
  guint refill_id;
  guint read; /* the relation that the keyboard stands on; QG_NONE where it does not */
  QgSelection shown;
};

G_DEFINE_FINAL_TYPE (QgDetailsPanel, qg_details_panel, GTK_TYPE_WIDGET)

static GtkWidget *
find_chosen (GtkWidget *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "qg-chosen"))
      return child;
  return NULL;
}

/* By the names that the pages give to what stays when they are made anew. */
static GtkWidget *
find_named (GtkWidget *page, const char *name)
{
  for (GtkWidget *child = name != NULL ? gtk_widget_get_first_child (page) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_name (child), name))
      return child;
  return NULL;
}

/* Of what has the keyboard, if it stays: a widget without a name of its own has that of its class. What is
 * about the chosen way may go with it: its name then. */
static char *
dup_own_name (GtkWidget *page, GtkWidget *focus)
{
  const char *const own[] = { "way-", "length-", "all-ways" };
  GtkWidget *chosen = find_chosen (page);
  const char *name = focus != NULL ? gtk_widget_get_name (focus) : "";

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_has_prefix (name, own[i]))
      return g_strdup (name);
  return chosen != NULL ? g_strdup (gtk_widget_get_name (chosen)) : NULL;
}

/* The keyboard stays in the panel when its page is made anew under it. */
static void
focus_again (QgDetailsPanel *self, const char *name)
{
  GtkWidget *same = find_named (self->page, name), *chosen = find_chosen (self->page);

  if ((same == NULL || !gtk_widget_grab_focus (same)) && (chosen == NULL || !gtk_widget_grab_focus (chosen)))
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

/* What the page is about. */
static QgSelection
get_shown (QgDetailsPanel *self)
{
  return self->read != QG_NONE ? (QgSelection){ QG_SELECTION_RELATION, self->read }
                               : qg_explorer_get_selection (self->explorer);
}

static void
fill (QgDetailsPanel *self, QgDetails *details, QgSelection selection)
{
  QgNumbers selected = qg_explorer_get_selected_entities (self->explorer);

  if (self->showing_ways)
    {
      qg_details_fill_ways (details);
      return;
    }
  qg_details_add_way_back (details);
  if (selected.n > 1 && self->read == QG_NONE)
    qg_details_fill_several (details, selected);
  else if (selection.kind == QG_SELECTION_ENTITY && qg_map_is_group (details->map, selection.number))
    qg_details_fill_group (details, selection.number);
  else if (selection.kind == QG_SELECTION_RELATION &&
           qg_map_is_group_relation (details->map, selection.number))
    qg_details_fill_group_relation (details, selection.number);
  else if (selection.kind == QG_SELECTION_ENTITY)
    qg_details_fill_entity (details, selection.number);
  else if (selection.kind == QG_SELECTION_RELATION)
    qg_details_fill_relation (details, selection.number);
  else if (qg_explorer_get_part (self->explorer) != NULL)
    qg_details_fill_part (details, qg_explorer_get_part (self->explorer));
}

static void
refill (QgDetailsPanel *self)
{
  QgDetails details = { self->explorer, NULL, NULL, self->page, self->wayfinder };
  GtkWidget *focus = gtk_widget_get_focus_child (self->page);
  g_autofree char *name = dup_own_name (self->page, focus);
  gboolean had_ways = self->showing_ways, had_focus = focus != NULL;
  QgSelection selection;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  g_clear_handle_id (&self->refill_id, g_source_remove);
  qg_widget_clear (self->page);
  if (self->explorer == NULL || (details.map = qg_explorer_get_map (self->explorer)) == NULL)
    return;
  details.lang = qg_explorer_get_language (self->explorer);
  selection = get_shown (self);
  self->showing_ways = qg_wayfinder_is_open (self->wayfinder) && !qg_wayfinder_is_aside (self->wayfinder);
  fill (self, &details, selection);
  /* A switch of language leaves a person where they were reading. */
  if (had_ways != self->showing_ways || !qg_selection_equal (selection, self->shown))
    gtk_adjustment_set_value (adjustment, 0);
  self->shown = selection;
  if (had_focus || self->grabbing)
    focus_again (self, name);
  self->grabbing = FALSE;
}

static gboolean
refill_cb (gpointer data)
{
  QgDetailsPanel *self = data;

  self->refill_id = 0;
  refill (self);
  return G_SOURCE_REMOVE;
}

/* Several things may change in one act; the page is filled once, before the next frame. It is not filled at
 * once either because the act may come from a link on the page, which must not go away under it. */
static void
queue_refill (QgDetailsPanel *self)
{
  if (self->refill_id == 0)
    self->refill_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, self, NULL);
}

/* What is selected, or the whole map, goes before what was read. */
static void
selection_cb (QgDetailsPanel *self)
{
  self->read = QG_NONE;
  queue_refill (self);
}

void
qg_details_panel_read_relation (QgDetailsPanel *self, guint relation)
{
  if (self->read == relation)
    return;
  self->read = relation;
  queue_refill (self);
}

guint
qg_details_panel_get_read (QgDetailsPanel *self)
{
  return self->read;
}

void
qg_details_panel_grab_ways (QgDetailsPanel *self)
{
  self->grabbing = TRUE;
  queue_refill (self);
}

/* qg_details_panel_update_texts:
 * Fills the page anew at once, in the language of the moment. */
void
qg_details_panel_update_texts (QgDetailsPanel *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
  refill (self);
}

void
qg_details_panel_set_explorer (QgDetailsPanel *self, QgExplorer *explorer, QgWayfinder *wayfinder)
{
  const char *const watched[] = { "notify::part", "notify::language" };

  g_return_if_fail (self->explorer == NULL);
  self->explorer = g_object_ref (explorer);
  self->wayfinder = g_object_ref (wayfinder);
  g_signal_connect_object (wayfinder, "changed", G_CALLBACK (queue_refill), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (explorer, watched[i], G_CALLBACK (queue_refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::map", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  qg_details_panel_update_texts (self);
}

static void
qg_details_panel_dispose (GObject *object)
{
  QgDetailsPanel *self = QG_DETAILS_PANEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refill_id, g_source_remove);
  g_clear_object (&self->explorer);
  g_clear_object (&self->wayfinder);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_details_panel_parent_class)->dispose (object);
}

static void
qg_details_panel_class_init (QgDetailsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_details_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/details-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QgDetailsPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, QgDetailsPanel, page);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "qg-details");
}

static void
qg_details_panel_init (QgDetailsPanel *self)
{
  self->read = QG_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qg_details_panel_new (void)
{
  return g_object_new (QG_TYPE_DETAILS_PANEL, NULL);
}
