/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Replacing a file whole: at every moment there is the old one or the new one. Any thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean qg_file_write (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
