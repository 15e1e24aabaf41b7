/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pictures for tests. */

#pragma once

#include "qg-painter.h"

/* @scene at @scale pixels per point with a margin of 12 points, as the screen shows it at that zoom; full
 * detail where @full. */
cairo_surface_t *paint_scene (const QgScene *scene, QgThemeId theme, double scale, gboolean full,
                              QgEmphases emphases);
/* The share of pixels (0 to 1) of which a channel differs by more than @slack; 1 where the sizes differ. With
 * @file, and where any differ, an image of the differences is written there. */
double paint_compare (cairo_surface_t *a, cairo_surface_t *b, guint slack, const char *file);
