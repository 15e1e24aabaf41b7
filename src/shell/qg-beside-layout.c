/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-beside-layout.h"

/* Pixels. */
#define ROOM_FOR_TWO 700
#define SECOND_WIDTH 380 /* at least */
/* The first child's share of the height, when it is above. */
#define ABOVE 0.36

struct _QgBesideLayout
{
  GtkLayoutManager parent_instance;

  double share; /* of the width that the second has beside the first, where that is more */
};

G_DEFINE_FINAL_TYPE (QgBesideLayout, qg_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
qg_beside_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                          int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  int least[2] = { 0, 0 }, wished[2] = { 0, 0 }, i = 0;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL && i < 2; child = gtk_widget_get_next_sibling (child), i++)
    gtk_widget_measure (child, orientation, -1, &least[i], &wished[i], NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least[0], least[1]);
      *natural = wished[0] + SECOND_WIDTH;
      return;
    }
  *minimum = least[0] + least[1];
  *natural = MAX (*minimum, wished[0]);
}

static GtkSizeRequestMode
qg_beside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
qg_beside_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget), *second;
  gboolean beside = width >= ROOM_FOR_TWO;
  GtkAllocation a = { 0, 0, width, height }, b = { 0, 0, width, height };
  int least, rest;

  if (first == NULL || (second = gtk_widget_get_next_sibling (first)) == NULL)
    return;
  if (beside)
    {
      b.width = MAX (SECOND_WIDTH, (int) (width * QG_BESIDE_LAYOUT (manager)->share));
      a.width = b.x = width - b.width;
    }
  else
    {
      gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
      gtk_widget_measure (second, GTK_ORIENTATION_VERTICAL, width, &rest, NULL, NULL, NULL);
      a.height = MAX (least, MIN ((int) (height * ABOVE), height - rest));
      b.y = a.height;
      b.height = MAX (height - a.height, rest);
    }
  gtk_widget_size_allocate (first, &a, -1);
  gtk_widget_size_allocate (second, &b, -1);
}

static void
qg_beside_layout_class_init (QgBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = qg_beside_layout_measure;
  layout_class->get_request_mode = qg_beside_layout_get_request_mode;
  layout_class->allocate = qg_beside_layout_allocate;
}

static void
qg_beside_layout_init (QgBesideLayout *self)
{
}

void
qg_beside_layout_set_share (QgBesideLayout *self, double share)
{
  g_return_if_fail (QG_IS_BESIDE_LAYOUT (self));
  self->share = share;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
