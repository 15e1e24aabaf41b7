/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A canvas in a window of 800 by 600, with the sample map. */

#pragma once

#include "qg-canvas-private.h"

typedef struct
{
  GtkWidget *window, *canvas;
  QgExplorer *explorer;
} CanvasFixture;

/* Until what was asked for is on screen, sharp and at rest. */
void canvas_fixture_settle (CanvasFixture *f);
void canvas_fixture_set_up (CanvasFixture *f, gconstpointer data);
void canvas_fixture_tear_down (CanvasFixture *f, gconstpointer data);
/* Where @entity is, in the widget. */
QgRect canvas_fixture_node (CanvasFixture *f, guint entity);
/* The controller of a type; the canvas has one of each. */
gpointer canvas_fixture_get_controller (CanvasFixture *f, GType type);

/* Until the window has the keyboard: before, GTK gives it to no child. No window manager hands it on from a
 * program that ran before on the same display. */
void canvas_fixture_activate (CanvasFixture *f);

/* How often a context menu was asked for, and of what the last time. */
typedef struct
{
  guint n, kind, number;
} CanvasAsked;

void canvas_fixture_asked_cb (QgCanvas *canvas, guint kind, guint number, double x, double y,
                              CanvasAsked *asked);

#define ADD(name, func)                                                                                      \
  g_test_add (name, CanvasFixture, NULL, canvas_fixture_set_up, func, canvas_fixture_tear_down)
