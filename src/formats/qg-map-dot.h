/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* DOT, Graphviz's language. */

#pragma once

#include "qg-dot.h"
#include "qg-map-format.h"

G_BEGIN_DECLS

QgMap *qg_map_dot_read (QgMapInput *input, GError **error);
/* The map that the graphs of a file stand for: the one that @input's options choose. All are added to
 * @input's graphs. */
QgMap *qg_map_dot_from_graphs (QgMapInput *input, const QgDot *dot, GError **error);
GBytes *qg_map_dot_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error);

G_END_DECLS
