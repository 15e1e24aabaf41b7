/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-curtain.h"

/* Of the window's height. */
#define RADIUS 0.19
#define DARKNESS 0.66F

struct _QgCurtain
{
  GtkWidget parent_instance;

  gboolean black, light;
  double x, y; /* negative: the pointer was not seen yet */
};

G_DEFINE_FINAL_TYPE (QgCurtain, qg_curtain, GTK_TYPE_WIDGET)

static void
qg_curtain_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgCurtain *self = QG_CURTAIN (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, height);
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GskColorStop stops[] = { { 0, { 0, 0, 0, 0 } },
                                 { 0.86F, { 0, 0, 0, 0 } },
                                 { 1, { 0, 0, 0, DARKNESS } } };
  graphene_point_t center = GRAPHENE_POINT_INIT ((float) self->x, (float) self->y);
  float radius = height * (float) RADIUS;

  if (self->black)
    gtk_snapshot_append_color (snapshot, &black, &all);
  else if (self->light)
    {
      if (self->x < 0)
        center = GRAPHENE_POINT_INIT (width / 2, height / 2);
      gtk_snapshot_append_radial_gradient (snapshot, &all, &center, radius, radius, 0, 1, stops,
                                           G_N_ELEMENTS (stops));
    }
}

void
qg_curtain_set_black (QgCurtain *self, gboolean black)
{
  self->black = black;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
qg_curtain_get_black (QgCurtain *self)
{
  return self->black;
}

void
qg_curtain_set_light (QgCurtain *self, gboolean light)
{
  self->light = light;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
qg_curtain_get_light (QgCurtain *self)
{
  return self->light;
}

void
qg_curtain_point (QgCurtain *self, double x, double y)
{
  self->x = x;
  self->y = y;
  if (self->light)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qg_curtain_class_init (QgCurtainClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = qg_curtain_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "qg-curtain");
}

static void
qg_curtain_init (QgCurtain *self)
{
  self->x = -1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qg_curtain_new (void)
{
  return g_object_new (QG_TYPE_CURTAIN, NULL);
}
