/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgExportFile: a file that is written whole or not at all. The bytes go to a file without a name in the
 * target's folder (or, on file systems that have none, to one with an unguessable name);
 * qg_export_file_commit() brings them to disk and lets them take the target's place. Until then, and on any
 * error, what was there stays, and nothing is left over.
 *
 * A symbolic link is followed: the file that it points to is replaced, the link stays. A file with several
 * hard links is replaced under this name alone. The permissions of a file that is replaced are kept. "-" is
 * the standard output; devices and pipes are written to directly.
 *
 * Messages are translated: open and commit on the main thread; the stream may be written in any. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _QgExportFile QgExportFile;

/* What was at a name when a person agreed that it is replaced: which file in which state, or nothing. */
typedef struct
{
  gboolean there;
  guint64 device, inode, size;
  gint64 seconds, nanoseconds; /* of its last change */
} QgFileStamp;

void qg_file_stamp_take (QgFileStamp *stamp, const char *path);

/* Errors: QG_EXPORT_ERROR_WRITE, naming the file and what to do. */
QgExportFile *qg_export_file_open (const char *path, GError **error);
GOutputStream *qg_export_file_get_stream (QgExportFile *file);
/* From now on only what @stamp was taken of is replaced: with anything else there, preparing and committing
 * are QG_EXPORT_ERROR_THERE. Nothing that comes at the last moment takes the place of nothing. Not for
 * devices and pipes. */
void qg_export_file_expect (QgExportFile *file, const QgFileStamp *stamp);
/* All of it but taking the target's place: of several files none does before all of them can. */
gboolean qg_export_file_prepare (QgExportFile *file, GError **error);
gboolean qg_export_file_commit (QgExportFile *file, GError **error);
void qg_export_file_free (QgExportFile *file); /* what was not committed is dropped */

/* @cause, which came up while writing to @path, as an error that names the file and the next step. Takes
 * @cause; cancelling stays what it is. (transfer full) */
GError *qg_export_file_explain (const char *path, GError *cause);

/* The names of @n files: @path itself, or name-01.png … where there are several. (transfer full) */
GPtrArray *qg_export_file_make_names (const char *path, guint n, const char *ending);

/* How many of @names are there already; @first (out, full): the first of them as it is shown, NULL for none.
 */
guint qg_export_file_count_there (GPtrArray *names, char **first);

/* All of @names opened, or none. (transfer full) */
GPtrArray *qg_export_file_open_all (GPtrArray *names, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgExportFile, qg_export_file_free)

G_END_DECLS
