/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The maps that were opened lately, newest first: a short list of addresses, a line each, among what is kept
 * between two starts. Of a file with several graphs the one that was shown stands behind the address. Any
 * thread; a list that cannot be written is told to the log, no more. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QG_RECENT_MOST 10u

/* GFile elements; (transfer full). Lines that are no addresses of files on this computer are passed over. */
GPtrArray *qg_recent_load (void);
/* @file becomes the first. The map that comes with Qogam, and what is not on this computer, are not listed.
 * @graph: (nullable): of a file with several the one that is shown */
void qg_recent_add (GFile *file, const char *graph);
/* The graph of @file that was shown last; NULL where it has but one, or is not listed. (transfer full) */
char *qg_recent_dup_graph (GFile *file);
void qg_recent_remove (GFile *file);
void qg_recent_clear (void);

/* What stands in a menu for each of @files: the name, and where another has the same, that of its folder.
 * char elements; (transfer full). */
GPtrArray *qg_recent_dup_names (GPtrArray *files);

G_END_DECLS
