/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgFileWatch: says when the files that a map was read from are no longer what they were. Editors write in
 * many ways (in place, beside and renamed, through a link), and a file is for a moment not there or half
 * written: it is looked at again only when all has been quiet for a moment, and only another content counts,
 * not another date of reading. Main thread; the disk is asked by a worker.
 *
 * Signals: changed (): there is another content, to be read; gone (): a file is not there any more. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QG_TYPE_FILE_WATCH (qg_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (QgFileWatch, qg_file_watch, QG, FILE_WATCH, GObject)

/* What marks the state of the files of a map on disk: to be taken before they are read, so that no change in
 * between is missed. NULL where a file is not there. (transfer full); any thread, blocks on the disk. */
char *qg_file_mark (GFile *map);

/* @map: as it was opened; where it is one of a pair of tables, the other is watched with it.
 * @mark: (nullable): what was read, as of qg_file_mark() */
QgFileWatch *qg_file_watch_new (GFile *map, const char *mark);
/* What is on disk from now on counts as known: it has been read, or could not be. @mark: (nullable) */
void qg_file_watch_know (QgFileWatch *self, const char *mark);

G_END_DECLS
