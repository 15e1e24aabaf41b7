/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Chains of cubic Bézier curves (3k + 1 points) and straight pieces of them. Any thread. */

#pragma once

#include "qg-geometry.h"

G_BEGIN_DECLS

typedef void (*QgSegmentFunc) (QgPoint a, QgPoint b, gpointer user_data);

QgPoint qg_curve_point (const QgPoint *curve, double t);
QgPoint qg_curve_direction (const QgPoint *curve, double t); /* of length 1; (1, 0) where there is none */
QgRect qg_curve_bounds (const QgPoint *points, guint n);     /* of the points: not smaller than the curve */
/* The first part (@first TRUE) or the rest of the curve cut at @t. */
void qg_curve_split (const QgPoint *curve, double t, gboolean first, QgPoint *part);
/* Straight pieces, none further than @tolerance from the curve. */
void qg_curve_flatten (const QgPoint *curve, double tolerance, QgSegmentFunc func, gpointer user_data);
double qg_curve_length (const QgPoint *points, guint n);
/* The point at @share (0 … 1) of the way, and the direction there. */
QgPoint qg_curve_at_share (const QgPoint *points, guint n, double share, QgPoint *direction);
/* The same for who asks a way more than once: @lengths, which has room for one of each curve, is filled
 * first. Returns the length of the whole, of which @wanted of qg_curve_at_length() is a part. */
double qg_curve_lengths (const QgPoint *points, guint n, double *lengths);
QgPoint qg_curve_at_length (const QgPoint *points, guint n, const double *lengths, double wanted,
                            QgPoint *direction);

double qg_segment_distance (QgPoint a, QgPoint b, QgPoint p);
gboolean qg_segment_meets_rect (QgPoint a, QgPoint b, const QgRect *rect);
/* TRUE where the two cross at a point inside both. */
gboolean qg_segments_cross (QgPoint a, QgPoint b, QgPoint c, QgPoint d);
/* Where the line from the middle of @rect towards @to leaves it. */
QgPoint qg_rect_rim (const QgRect *rect, QgPoint to);

G_END_DECLS
