/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A map as a pair of tables, entities and relations. */

#pragma once

#include "qg-map-format.h"

G_BEGIN_DECLS

QgMap *qg_map_csv_read (QgMapInput *input, GError **error);
GBytes *qg_map_csv_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses,
                          GBytes **relations, GError **error);
/* The two files that belong to @path: either of them, a folder, or the name that both begin with. */
void qg_map_csv_pair_names (const char *path, char **entities, char **relations);
/* 'NAME' of NAME-entities.csv, "" of entities.csv; NULL where @path is not called like the file of entities
 * in a pair. (transfer full) */
char *qg_map_csv_dup_stem (const char *path);
guint qg_map_csv_sniff (const char *text, gsize length);

G_END_DECLS
