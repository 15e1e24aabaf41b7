/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-swatch.h"

#include <adwaita.h>

#include "qg-controls.h"

/* Pixels. */
#define HEIGHT 18
#define BOX_WIDTH 22
#define LINE_WIDTH 26

struct _QgSwatch
{
  GtkWidget parent_instance;

  QgMap *map;
  QgLegendEntry entry;
};

G_DEFINE_FINAL_TYPE (QgSwatch, qg_swatch, GTK_TYPE_WIDGET)

static void
qg_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  QgSwatch *self = QG_SWATCH (widget);
  int width = self->entry.role == QG_LEGEND_KIND ? BOX_WIDTH : LINE_WIDTH;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
qg_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgSwatch *self = QG_SWATCH (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const QgRect box = { 0.5, (height - HEIGHT) / 2.0 + 0.5, width - 1, HEIGHT - 1 };
  g_autoptr (QgBackend) backend = NULL;
  cairo_t *cr;

  if (self->map == NULL || width < 2)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  backend = qg_backend_new_cairo (cr);
  qg_legend_paint_swatch (self->map, &self->entry, qg_theme_get (qg_appearance_get_theme ()), backend, &box);
  g_clear_pointer (&backend, qg_backend_free);
  cairo_destroy (cr);
}

static void
qg_swatch_dispose (GObject *object)
{
  g_clear_pointer (&QG_SWATCH (object)->map, qg_map_unref);
  G_OBJECT_CLASS (qg_swatch_parent_class)->dispose (object);
}

static void
qg_swatch_class_init (QgSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_swatch_dispose;
  widget_class->measure = qg_swatch_measure;
  widget_class->snapshot = qg_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qg_swatch_init (QgSwatch *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

void
qg_swatch_set (QgSwatch *self, QgMap *map, QgLegendRole role, guint value)
{
  QgMap *old = self->map;

  self->map = qg_map_ref (map);
  self->entry = (QgLegendEntry){ role, value, 0 };
  g_clear_pointer (&old, qg_map_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
qg_swatch_new (QgMap *map, QgLegendRole role, guint value)
{
  GtkWidget *self = g_object_new (QG_TYPE_SWATCH, NULL);

  qg_swatch_set (QG_SWATCH (self), map, role, value);
  return self;
}
