/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Maps from and to files, whatever their format. */

#pragma once

#include <gio/gio.h>

#include "qg-formats-error.h"
#include "qg-map-format.h"
#include "qg-map-graphs.h"
#include "qg-map.h"
#include "qg-problems.h"

G_BEGIN_DECLS

QgMap *qg_map_load (GFile *file, QgProblems **problems, GCancellable *cancellable, GError **error);
QgMap *qg_map_load_with (GFile *file, const QgMapReadOptions *options, GPtrArray **graphs,
                         QgProblems **problems, GCancellable *cancellable, GError **error);
void qg_map_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
QgMap *qg_map_load_finish (GAsyncResult *result, QgProblems **problems, GError **error);

/* The files that a map at @file is read from: it alone, or both of a pair of tables. GFile elements,
 * (transfer full); any thread. */
GPtrArray *qg_map_file_dup_parts (GFile *file);

/* The maps that @files are, by their names alone, in their order: each file once, and of a pair of tables the
 * first. GFile elements, (transfer full); any thread. */
GPtrArray *qg_map_files_dup_maps (GFile *const *files, guint n);

gboolean qg_map_save (QgMap *map, GFile *file, const QgMapFormat *format, QgProblems **losses,
                      GCancellable *cancellable, GError **error);
gboolean qg_map_save_with (QgMap *map, GFile *file, const QgMapFormat *format,
                           const QgMapWriteOptions *options, QgProblems **losses, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
