/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* GraphML. */

#pragma once

#include "qg-map-format.h"

G_BEGIN_DECLS

QgMap *qg_map_graphml_read (QgMapInput *input, GError **error);
GBytes *qg_map_graphml_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses,
                              GError **error);

G_END_DECLS
