/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The tables of all formats, for qg-map-format.c. */

#pragma once

#include "qg-map-format.h"

G_BEGIN_DECLS

extern const QgMapFormat qg_map_format_json;
extern const QgMapFormat qg_map_format_dot;
extern const QgMapFormat qg_map_format_graphml;
extern const QgMapFormat qg_map_format_csv;
extern const QgMapFormat qg_map_format_cxl;
extern const QgMapFormat qg_map_format_gexf;
extern const QgMapFormat qg_map_format_canvas;

G_END_DECLS
