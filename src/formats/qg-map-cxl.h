/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* CXL, the exchange format of CmapTools. */

#pragma once

#include "qg-map-format.h"

G_BEGIN_DECLS

QgMap *qg_map_cxl_read (QgMapInput *input, GError **error);
GBytes *qg_map_cxl_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error);

/* Where a map's own marks in a CXL file belong. */
#define QG_CXL_NAMESPACE "https://qogam.github.io/ns/cxl"
/* On the appearance of a concept: the "x,y" that the writer has made up. */
#define QG_CXL_MADE_UP "made-up"

G_END_DECLS
