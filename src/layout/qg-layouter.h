/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgLayouter: turns requests into layouts: from the cache on disk, else through the helper, whose answer is
 * checked and cached. Lives on the main thread; the work is done elsewhere. */

#pragma once

#include <gio/gio.h>

#include "qg-layout.h"

G_BEGIN_DECLS

#define QG_TYPE_LAYOUTER (qg_layouter_get_type ())
G_DECLARE_FINAL_TYPE (QgLayouter, qg_layouter, QG, LAYOUTER, GObject)

#define QG_LAYOUT_ERROR (qg_layout_error_quark ())
GQuark qg_layout_error_quark (void);

typedef enum
{
  QG_LAYOUT_ERROR_MISSING, /* the helper is not there or cannot be started */
  QG_LAYOUT_ERROR_CRASHED,
  QG_LAYOUT_ERROR_TIME,    /* took longer than its limit */
  QG_LAYOUT_ERROR_MEMORY,  /* needs more than it may have, or is larger than any engine is asked for */
  QG_LAYOUT_ERROR_ANSWER,  /* answered what is no layout */
  QG_LAYOUT_ERROR_REFUSED, /* the engine said no */
} QgLayoutError;
/* @error: of QG_LAYOUT_ERROR; of another its message is taken. Returns: (transfer full): whole sentences in
 * the language of the interface: what went wrong, and what to do. Main thread. */
char *qg_layout_error_dup_text (const GError *error);

/* @helper: (nullable): the helper's path; NULL: beside the program or in libexec, as built.
 * @cache_dir: (nullable): NULL: no cache. */
QgLayouter *qg_layouter_new (const char *helper, const char *cache_dir);
/* Seconds after which every engine is stopped, however large the request is. */
#define QG_LAYOUTER_MOST_SECONDS 1800.0
/* Seconds; 0 for the default, which grows with the size of the request: many times what it should need by
 * estimate, and at most QG_LAYOUTER_MOST_SECONDS. */
void qg_layouter_set_time_limit (QgLayouter *self, double seconds);

/* Errors: QG_LAYOUT_ERROR, G_IO_ERROR_CANCELLED. Cancelling kills the helper; the callback comes within 0.2
 * s. */
void qg_layouter_run_async (QgLayouter *self, QgLayoutRequest *request, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
QgLayout *qg_layouter_run_finish (QgLayouter *self, GAsyncResult *result, GError **error);
/* The same, waiting; for commands without a window and for tests. */
QgLayout *qg_layouter_run (QgLayouter *self, QgLayoutRequest *request, GCancellable *cancellable,
                           GError **error);
/* A cached layout, at once; NULL where there is none. */
QgLayout *qg_layouter_lookup (QgLayouter *self, const QgLayoutRequest *request);

G_END_DECLS
