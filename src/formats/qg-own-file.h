/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a person keeps for himself of a map (QgOwn), as a file in the folder for data. */

#pragma once

#include <gio/gio.h>

#include "qg-own.h"

G_BEGIN_DECLS

/* The file for the map that is known as @identity: the path or address of its file, or "bundled:" and its id;
 * of a file with several graphs with "#" and the graph's name behind it.
 * (transfer full); any thread. */
char *qg_own_file_dup_path (const char *identity);
QgOwn *qg_own_file_load (const char *path, char **told, GError **error);
QgOwn *qg_own_file_parse (const char *text, gsize length);
/* qg_own_file_load() for the map that is known as @identity; where nothing is kept for it, what is kept for
 * @former (nullable): the file of one graph has several now, or the other way round. */
QgOwn *qg_own_file_load_for (const char *identity, const char *former, char **told, GError **error);
GBytes *qg_own_file_print (QgOwn *own, const char *identity);
gboolean qg_own_file_save (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
