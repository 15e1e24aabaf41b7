/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wrap-layout.h"

/* Pixels. */
#define GAP 1
#define ROW_GAP 0

struct _QgWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QgWrapLayout, qg_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
qg_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Walks over the rows at @width; allocates too where @place is set. Returns the height of all. */
static int
walk (GtkWidget *widget, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, row_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wish, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
      wish = MAX (least, MIN (wish, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wish, NULL, &height, NULL, NULL);
      if (x > 0 && x + wish > width)
        {
          y += row_height + ROW_GAP;
          x = row_height = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - wish : x, y, wish, height }, -1);
      x += wish + GAP;
      row_height = MAX (row_height, height);
    }
  return y + row_height;
}

static void
qg_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wish;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wish + (*natural > 0 ? GAP : 0);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = walk (widget, for_size >= 0 ? MAX (for_size, *minimum) : *natural, FALSE);
}

static void
qg_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (widget, width, TRUE);
}

static void
qg_wrap_layout_class_init (QgWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = qg_wrap_layout_get_request_mode;
  layout_class->measure = qg_wrap_layout_measure;
  layout_class->allocate = qg_wrap_layout_allocate;
}

static void
qg_wrap_layout_init (QgWrapLayout *self)
{
}
