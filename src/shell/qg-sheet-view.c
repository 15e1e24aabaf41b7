/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-sheet-view.h"

#define AROUND 14
#define LEAST_WIDTH 200
#define LEAST_HEIGHT 150
#define STALE_OPACITY 0.45

struct _QgSheetView
{
  GtkWidget parent_instance;

  GdkTexture *page; /* nullable */
};

G_DEFINE_FINAL_TYPE (QgSheetView, qg_sheet_view, GTK_TYPE_WIDGET)

static void
qg_sheet_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 520 : 360;
}

static void
qg_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QgSheetView *self = QG_SHEET_VIEW (widget);
  const GdkRGBA shadow = { 0, 0, 0, 0.28F };
  double width = gtk_widget_get_width (widget) - 2 * AROUND,
         height = gtk_widget_get_height (widget) - 2 * AROUND, scale;
  graphene_rect_t rect;
  GskRoundedRect outline;

  if (self->page == NULL || width <= 0 || height <= 0)
    return;
  scale = MIN (width / gdk_texture_get_width (self->page), height / gdk_texture_get_height (self->page));
  width = gdk_texture_get_width (self->page) * scale;
  height = gdk_texture_get_height (self->page) * scale;
  rect = GRAPHENE_RECT_INIT ((float) (int) ((gtk_widget_get_width (widget) - width) / 2),
                             (float) (int) ((gtk_widget_get_height (widget) - height) / 2), (float) width,
                             (float) height);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 6);
  gtk_snapshot_append_texture (snapshot, self->page, &rect);
}

void
qg_sheet_view_set_page (QgSheetView *self, GdkTexture *page)
{
  if (g_set_object (&self->page, page))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
qg_sheet_view_set_stale (QgSheetView *self, gboolean stale)
{
  gtk_widget_set_opacity (GTK_WIDGET (self), stale ? STALE_OPACITY : 1);
}

static void
qg_sheet_view_finalize (GObject *object)
{
  g_clear_object (&QG_SHEET_VIEW (object)->page);
  G_OBJECT_CLASS (qg_sheet_view_parent_class)->finalize (object);
}

static void
qg_sheet_view_class_init (QgSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qg_sheet_view_finalize;
  widget_class->measure = qg_sheet_view_measure;
  widget_class->snapshot = qg_sheet_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "qg-sheet");
}

static void
qg_sheet_view_init (QgSheetView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
