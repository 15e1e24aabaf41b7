/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Maps of any size for benches: the same numbers give the same map. */

#pragma once

#include "qg-map.h"

/* @n_nodes entities of eight kinds in communities of some forty, with twice as many relations, most of them
 * within a community. */
QgMap *bench_map_new (guint n_nodes, guint seed);
