/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where the program's own files are: beside it in a build folder, else where it was installed. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *qg_paths_get_data_dir (void); /* maps/, tables … */
const char *qg_paths_get_locale_dir (void);
const char *qg_paths_get_helper (void);     /* the program qogam-graphviz */
const char *qg_paths_get_schema_dir (void); /* NULL where the system's settings schemas are to be used */
gboolean qg_paths_is_uninstalled (void);
char *qg_paths_dup_bundled_map (void);

G_END_DECLS
