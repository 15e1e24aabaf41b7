/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-zoom-control.h"

#include "qg-config.h"
#include "qg-i18n.h"
#include "qg-number.h"

#include <glib/gi18n-lib.h>

struct _QgZoomControl
{
  GtkWidget parent_instance;

  GtkWidget *box, *out, *percent, *in, *fit;
  QgCanvas *canvas; /* borrowed; cleared when it goes */
};

G_DEFINE_FINAL_TYPE (QgZoomControl, qg_zoom_control, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkWidget *button, QgZoomControl *self)
{
  if (self->canvas == NULL)
    return;
  if (button == self->out)
    qg_canvas_zoom_step (self->canvas, -1);
  else if (button == self->in)
    qg_canvas_zoom_step (self->canvas, 1);
  else if (button == self->percent)
    qg_canvas_set_zoom (self->canvas, 1);
  else
    qg_canvas_zoom_fit (self->canvas);
}

static void
zoom_cb (QgZoomControl *self)
{
  double percent = self->canvas != NULL ? qg_canvas_get_zoom (self->canvas) * 100 : 100;
  g_autofree char *number = qg_number_dup (qg_i18n_get_language (), percent, percent < 10 ? 1 : 0);
  /* Translators: a number of percent, such as 100 %. */
  g_autofree char *text = g_strdup_printf (_ ("%s %%"), number);

  gtk_button_set_label (GTK_BUTTON (self->percent), text);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
qg_zoom_control_relabel (QgZoomControl *self)
{
  name_button (self->out, _ ("Zoom Out (Ctrl+−)"));
  name_button (self->in, _ ("Zoom In (Ctrl++)"));
  name_button (self->fit, _ ("Fit to Window (Ctrl+0)"));
  gtk_widget_set_tooltip_text (self->percent, _ ("Original Size"));
  zoom_cb (self);
}

static GtkWidget *
add_button (QgZoomControl *self, const char *icon)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label ("");

  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
qg_zoom_control_dispose (GObject *object)
{
  QgZoomControl *self = QG_ZOOM_CONTROL (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (qg_zoom_control_parent_class)->dispose (object);
}

static void
qg_zoom_control_class_init (QgZoomControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_zoom_control_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "qogamzoom");
}

static void
qg_zoom_control_init (QgZoomControl *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->out = add_button (self, "zoom-out-symbolic");
  self->percent = add_button (self, NULL);
  self->in = add_button (self, "zoom-in-symbolic");
  self->fit = add_button (self, "zoom-fit-best-symbolic");
  gtk_widget_set_size_request (self->percent, 76, -1);
  gtk_widget_add_css_class (self->percent, "numeric");
  qg_zoom_control_relabel (self);
}

GtkWidget *
qg_zoom_control_new (QgCanvas *canvas)
{
  QgZoomControl *self = g_object_new (QG_TYPE_ZOOM_CONTROL, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (zoom_cb), self, G_CONNECT_SWAPPED);
  zoom_cb (self);
  return GTK_WIDGET (self);
}
