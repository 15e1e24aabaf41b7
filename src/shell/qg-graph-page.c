/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-graph-page.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

struct _QgGraphPage
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *box, *question, *file_label, *list, *cancel;

  /* owned, all nullable */
  GPtrArray *graphs;
  char *file, *missing;
};

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgGraphPage, qg_graph_page, GTK_TYPE_WIDGET)

/* 'N entities, M relations' */
static char *
dup_counts (const QgMapGraph *graph)
{
  g_autofree char *entities = qg_number_in_words (
      g_dngettext (GETTEXT_PACKAGE, "%s entity", "%s entities", graph->n_entities), graph->n_entities);
  g_autofree char *relations = qg_number_in_words (
      g_dngettext (GETTEXT_PACKAGE, "%s relation", "%s relations", graph->n_relations), graph->n_relations);

  return g_strdup_printf ("%s, %s", entities, relations);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *name = gtk_label_new (NULL),
            *counts = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "qg-heading");
  gtk_label_set_xalign (GTK_LABEL (counts), 0);
  gtk_label_set_ellipsize (GTK_LABEL (counts), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (counts, "qg-dim");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), counts);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, QgGraphPage *self)
{
  const QgMapGraph *graph = self->graphs->pdata[gtk_list_item_get_position (list_item)];
  GtkWidget *row = gtk_list_item_get_child (list_item), *name = gtk_widget_get_first_child (row);
  g_autofree char *counts = dup_counts (graph), *shown = qg_text_clip (graph->name, QG_TEXT_LINE);

  gtk_label_set_text (GTK_LABEL (name), shown);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), counts);
}

static void
activate_cb (GtkListView *list, guint position, QgGraphPage *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
}

static void
cancel_cb (QgGraphPage *self)
{
  if (gtk_widget_get_visible (self->cancel))
    g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  cancel_cb (QG_GRAPH_PAGE (widget));
  return GDK_EVENT_STOP;
}

/* All rows anew: their words are made when they are bound. */
static void
fill (QgGraphPage *self)
{
  guint chosen = qg_map_graphs_get_chosen (self->graphs);
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GtkSingleSelection) selection = NULL;

  for (guint i = 0; i < self->graphs->len; i++)
    gtk_string_list_append (names, ((const QgMapGraph *) self->graphs->pdata[i])->name);
  selection = gtk_single_selection_new (G_LIST_MODEL (names));
  if (chosen != QG_NONE)
    gtk_single_selection_set_selected (selection, chosen);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

void
qg_graph_page_update_texts (QgGraphPage *self)
{
  g_autofree char *number = NULL, *text = NULL, *tied = NULL;
  guint n = self->graphs != NULL ? self->graphs->len : 0;

  gtk_label_set_text (GTK_LABEL (self->question), _ ("Which Graph Is to Be Shown?"));
  gtk_button_set_label (GTK_BUTTON (self->cancel), _ ("Cancel"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Graphs in the File"), -1);
  if (n == 0)
    return;
  number = qg_number_dup_count (n);
  if (self->missing != NULL)
    /* Translators: a file's name, and a graph's. */
    text = g_strdup_printf (_ ("“%1$s” has no graph “%2$s” any more."), self->file, self->missing);
  else
    /* Translators: a file's name, and how many graphs are in it. */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "“%1$s” has %2$s graph.", "“%1$s” has %2$s graphs.", n), self->file,
        number);
  tied = qg_number_tie (text);
  gtk_label_set_text (GTK_LABEL (self->file_label), tied);
  fill (self);
}

void
qg_graph_page_clear (QgGraphPage *self)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  gtk_label_set_text (GTK_LABEL (self->file_label), "");
  g_clear_pointer (&self->graphs, g_ptr_array_unref);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->missing, g_free);
}

void
qg_graph_page_ask (QgGraphPage *self, GPtrArray *graphs, const char *file, const char *missing,
                   gboolean can_cancel)
{
  /* Rows of the old list look into the old array. */
  qg_graph_page_clear (self);
  self->graphs = g_ptr_array_ref (graphs);
  self->file = qg_text_clip (file, QG_TEXT_LINE);
  self->missing = missing != NULL ? qg_text_clip (missing, QG_TEXT_LINE) : NULL;
  gtk_widget_set_visible (self->cancel, can_cancel);
  qg_graph_page_update_texts (self);
}

static gboolean
qg_graph_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QG_GRAPH_PAGE (widget)->list);
}

static void
qg_graph_page_dispose (GObject *object)
{
  QgGraphPage *self = QG_GRAPH_PAGE (object);

  if (self->list != NULL)
    qg_graph_page_clear (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->list = NULL;
  G_OBJECT_CLASS (qg_graph_page_parent_class)->dispose (object);
}

static void
qg_graph_page_class_init (QgGraphPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_graph_page_dispose;
  widget_class->grab_focus = qg_graph_page_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", QG_TYPE_GRAPH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CANCELLED] =
      g_signal_new ("cancelled", QG_TYPE_GRAPH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "qg-graph-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/graph-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QgGraphPage, box);
  gtk_widget_class_bind_template_child (widget_class, QgGraphPage, question);
  gtk_widget_class_bind_template_child (widget_class, QgGraphPage, file_label);
  gtk_widget_class_bind_template_child (widget_class, QgGraphPage, list);
  gtk_widget_class_bind_template_child (widget_class, QgGraphPage, cancel);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
qg_graph_page_init (QgGraphPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
