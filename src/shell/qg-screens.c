/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-screens.h"

guint
qg_screens_choose (const GdkRectangle *monitors, guint n, guint here)
{
  if (here >= n)
    return QG_NONE;
  /* Those that repeat each other begin at the same place, but may differ in size. */
  for (guint i = 0; i < n; i++)
    if (i != here && monitors[i].width > 0 && monitors[i].height > 0 &&
        !gdk_rectangle_intersect (&monitors[i], &monitors[here], NULL))
      return i;
  return QG_NONE;
}

void
qg_screens_find (GtkWindow *window, GdkMonitor **here, GdkMonitor **other)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *at = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  guint n = g_list_model_get_n_items (monitors), number = QG_NONE, chosen;
  g_autofree GdkRectangle *rects = g_new0 (GdkRectangle, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      gdk_monitor_get_geometry (monitor, &rects[i]);
      if (monitor == at)
        number = i;
    }
  chosen = qg_screens_choose (rects, n, number);
  *here = number != QG_NONE ? g_object_ref (at) : NULL;
  *other = chosen != QG_NONE ? g_list_model_get_item (monitors, chosen) : NULL;
}

void
qg_screens_fill (GtkWindow *window, GdkMonitor *monitor)
{
  GdkRectangle geometry;

  /* Where nobody manages windows, nobody makes them full-screen. */
  gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_default_size (window, geometry.width, geometry.height);
  gtk_window_fullscreen_on_monitor (window, monitor);
}
