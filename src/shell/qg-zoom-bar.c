/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-zoom-bar.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

struct _QgZoomBar
{
  GtkWidget parent_instance;

  GtkWidget *out, *percent, *in, *fit;
  QgCanvas *canvas; /* borrowed: a sibling in the same window */
};

G_DEFINE_FINAL_TYPE (QgZoomBar, qg_zoom_bar, GTK_TYPE_WIDGET)

static void
show_zoom (QgZoomBar *self)
{
  double zoom = self->canvas != NULL ? qg_canvas_get_zoom (self->canvas) : 1;
  /* Translators: a zoom in percent; Kazakh and Russian have a no-break space before the sign. */
  g_autofree char *text = g_strdup_printf (_ ("%d%%"), (int) (zoom * 100 + 0.5));

  gtk_button_set_label (GTK_BUTTON (self->percent), text);
}

void
qg_zoom_bar_update_texts (QgZoomBar *self)
{
  qg_control_set_text (self->out, _ ("Zoom Out"), "<Control>minus");
  qg_control_set_text (self->percent, _ ("Original Size"), NULL);
  qg_control_set_text (self->in, _ ("Zoom In"), "<Control>plus");
  qg_control_set_text (self->fit, _ ("Whole Picture"), "<Control>0");
  show_zoom (self);
}

void
qg_zoom_bar_set_compact (QgZoomBar *self, gboolean compact)
{
  gtk_widget_set_visible (self->out, !compact);
  gtk_widget_set_visible (self->percent, !compact);
  gtk_widget_set_visible (self->in, !compact);
}

void
qg_zoom_bar_set_canvas (QgZoomBar *self, QgCanvas *canvas)
{
  self->canvas = canvas;
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  qg_zoom_bar_update_texts (self);
}

static void
qg_zoom_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_zoom_bar_parent_class)->dispose (object);
}

static void
qg_zoom_bar_class_init (QgZoomBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qg_zoom_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "qg-zoom-bar");
}

static void
qg_zoom_bar_init (QgZoomBar *self)
{
  self->out = qg_icon_button_new ("zoom-out-symbolic", "win.zoom-out");
  self->percent = gtk_button_new ();
  gtk_widget_add_css_class (self->percent, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->percent), "win.zoom-original");
  self->in = qg_icon_button_new ("zoom-in-symbolic", "win.zoom-in");
  self->fit = qg_icon_button_new ("zoom-fit-best-symbolic", "win.zoom-fit");
  gtk_widget_set_parent (self->out, GTK_WIDGET (self));
  gtk_widget_set_parent (self->percent, GTK_WIDGET (self));
  gtk_widget_set_parent (self->in, GTK_WIDGET (self));
  gtk_widget_set_parent (self->fit, GTK_WIDGET (self));
}

GtkWidget *
qg_zoom_bar_new (void)
{
  return g_object_new (QG_TYPE_ZOOM_BAR, NULL);
}
