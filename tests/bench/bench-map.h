/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Maps of any size for benches: the same numbers give the same map. */

#pragma once

#include "qg-scene.h"

/* @n_nodes entities of eight kinds in communities of some forty, with twice as many relations, most of them
 * within a community. */
QgMap *bench_map_new (guint n_nodes, guint seed);
/* The scene's map in DOT with its places and sizes, for Graphviz's writers and for xdot. */
void bench_write_dot (const QgScene *scene, const char *path);
