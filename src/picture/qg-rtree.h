/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgRTree: rectangles that do not change, found by place. Packed: sorted along a Hilbert curve, sixteen to a
 * branch, in one array. Immutable once made; any thread may ask. */

#pragma once

#include "qg-geometry.h"

G_BEGIN_DECLS

typedef struct _QgRTree QgRTree;

/* FALSE ends the search. */
typedef gboolean (*QgRTreeFunc) (guint item, gpointer user_data);

/* Copies @rects; those of negative width are left out. */
QgRTree *qg_rtree_new (const QgRect *rects, guint n);
void qg_rtree_free (QgRTree *tree);
/* Calls @func for each rectangle that meets @area (edges count), in no order to rely on. */
void qg_rtree_query (const QgRTree *tree, const QgRect *area, QgRTreeFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgRTree, qg_rtree_free)

G_END_DECLS
