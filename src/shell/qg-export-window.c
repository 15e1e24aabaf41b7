/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-beside-layout.h"
#include "qg-controls.h"

enum
{
  EXPORTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgExportWindow, qg_export_window, ADW_TYPE_WINDOW)

const QgExportOffer *
qg_export_window_get_offer (QgExportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->what);

  return self->offers != NULL && selected < self->offers->len ? g_ptr_array_index (self->offers, selected)
                                                              : NULL;
}

static void
changed_cb (QgExportWindow *self)
{
  if (self->updating)
    return;
  qg_export_window_show_rows (self);
  qg_export_window_queue_preview (self);
}

static void
what_cb (QgExportWindow *self)
{
  if (!self->updating)
    self->page_number = 0;
}

static void
export_cb (QgExportWindow *self)
{
  qg_export_window_choose_file (self);
}

static void
stop_cb (QgExportWindow *self)
{
  qg_export_window_stop (self);
}

static void
previous_cb (QgExportWindow *self)
{
  qg_export_window_turn_page (self, -1);
}

static void
replace_cb (QgExportWindow *self)
{
  qg_export_window_replace (self);
}

static void
next_cb (QgExportWindow *self)
{
  qg_export_window_turn_page (self, 1);
}

void
qg_export_window_update_texts (QgExportWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Export"));
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _ ("Cancel"));
  gtk_button_set_label (GTK_BUTTON (self->export_button), _ ("Export…"));
  gtk_button_set_label (GTK_BUTTON (self->replace_button), _ ("Replace"));
  gtk_button_set_label (GTK_BUTTON (self->stop_button), _ ("Cancel"));
  qg_control_set_text (self->previous, _ ("Previous Page"), NULL);
  qg_control_set_text (self->next, _ ("Next Page"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview"),
                                  -1);
  qg_export_window_fill_rows (self);
  qg_export_window_show_rows (self);
  /* What is said of the picture comes with the new one. */
  qg_export_window_forget_question (self);
  gtk_label_set_text (GTK_LABEL (self->verdict), NULL);
  qg_export_window_queue_preview (self);
}

/* What is being written is given up, and nothing is left of it. */
static gboolean
qg_export_window_close_request (GtkWindow *window)
{
  qg_export_window_stop (QG_EXPORT_WINDOW (window));
  return GTK_WINDOW_CLASS (qg_export_window_parent_class)->close_request (window);
}

static void
qg_export_window_dispose (GObject *object)
{
  QgExportWindow *self = QG_EXPORT_WINDOW (object);

  qg_export_window_stop_preview (self);
  qg_export_window_stop (self);
  g_clear_object (&self->exporting);
  g_clear_object (&self->chooser);
  g_clear_object (&self->preview);
  g_clear_object (&self->job);
  g_clear_object (&self->explorer);
  g_clear_object (&self->layouter);
  g_clear_pointer (&self->asked_about, g_free);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  G_OBJECT_CLASS (qg_export_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, QgExportWindow, name)
  BIND (beside);
  BIND (options);
  BIND (cancel_button);
  BIND (export_button);
  BIND (spinner);
  BIND (pages);
  BIND (previous);
  BIND (page_label);
  BIND (next);
  BIND (verdict);
  BIND (replace_button);
  BIND (sheet);
  BIND (what);
  BIND (format);
  BIND (page);
  BIND (page_width_row);
  BIND (page_width);
  BIND (page_height_row);
  BIND (page_height);
  BIND (unit);
  BIND (orientation);
  BIND (custom_margins_row);
  BIND (custom_margins);
  BIND (margin_row);
  BIND (margin);
  BIND (handout);
  BIND (lines_row);
  BIND (lines);
  BIND (outlines_row);
  BIND (outlines);
  BIND (language);
  BIND (second);
  BIND (theme);
  BIND (title_row);
  BIND (legend_row);
  BIND (sources_row);
  BIND (footer_row);
  BIND (pixels);
  BIND (dpi_row);
  BIND (custom_pixels_row);
  BIND (custom_pixels);
  BIND (pixel_width_row);
  BIND (pixel_width);
  BIND (transparent_row);
  BIND (with_title);
  BIND (with_legend);
  BIND (with_sources);
  BIND (with_footer);
  BIND (dpi);
  BIND (transparent);
  BIND (progress_revealer);
  BIND (progress);
  BIND (stop_button);
#undef BIND
}

static void
qg_export_window_class_init (QgExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QG_TYPE_SHEET_VIEW);
  g_type_ensure (QG_TYPE_BESIDE_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = qg_export_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qg_export_window_close_request;
  signals[EXPORTED] = g_signal_new ("exported", QG_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRV);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/export-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qg_export_window_init (QgExportWindow *self)
{
  self->languages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qg_export_window_new (GtkWindow *parent, QgExplorer *explorer, QgLayouter *layouter)
{
  QgExportWindow *self = g_object_new (QG_TYPE_EXPORT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->explorer = g_object_ref (explorer);
  self->layouter = g_object_ref (layouter);
  qg_export_window_update_texts (self);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (what_cb), self, G_CONNECT_SWAPPED);
  qg_export_window_watch_rows (self, G_CALLBACK (changed_cb));
  gtk_widget_grab_focus (self->export_button);
  return GTK_WINDOW (self);
}
