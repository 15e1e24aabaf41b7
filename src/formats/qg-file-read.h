/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Reading a file whole, with bounds. Any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-problems.h"

G_BEGIN_DECLS

/* The largest file that is read, in bytes. A map of 100,000 entities and 200,000 relations takes a fifth. */
#define QG_FILE_MAX_SIZE ((gsize) 256 * 1024 * 1024)

GBytes *qg_file_read (const char *path, QgProblems *problems, GCancellable *cancellable, GError **error);
gboolean qg_file_is_utf8 (const char *data, gsize length, const char **end);
gboolean qg_file_check_text (const char *data, gsize length, QgProblems *problems, GError **error);

G_END_DECLS
