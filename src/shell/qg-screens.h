/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Which monitor a talk takes, and which one is left to the speaker. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "qg-map.h"

G_BEGIN_DECLS

/* @here: the one of @monitors that the speaker looks at. The first of the others that shows something else;
 * QG_NONE where there is none: a projector that repeats the screen is no second one. */
guint qg_screens_choose (const GdkRectangle *monitors, guint n, guint here);

/* @here: (out) (transfer full) (nullable): the one that @window is on; NULL where it is on none yet.
 * @other: (out) (transfer full) (nullable): the one for the talk; NULL where there is no second one. */
void qg_screens_find (GtkWindow *window, GdkMonitor **here, GdkMonitor **other);

/* Before @window is shown. */
void qg_screens_fill (GtkWindow *window, GdkMonitor *monitor);

G_END_DECLS
