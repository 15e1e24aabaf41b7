/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The client of qogam-graphviz, the separate program that alone links Graphviz: it can crash, hang and run
 * out of memory without harm to us. A call has two halves: the process is started on the main thread (it dies
 * with the thread that started it), the talk with it blocks and belongs into a worker. */

#pragma once

#include "qg-child.h"
#include "qg-wire.h"

G_BEGIN_DECLS

#define QG_GRAPHVIZ_ERROR (qg_graphviz_error_quark ())
GQuark qg_graphviz_error_quark (void);

typedef enum
{
  QG_GRAPHVIZ_ERROR_MISSING,
  QG_GRAPHVIZ_ERROR_CRASHED,
  QG_GRAPHVIZ_ERROR_TIME,
  QG_GRAPHVIZ_ERROR_MEMORY,
  QG_GRAPHVIZ_ERROR_ANSWER,
  QG_GRAPHVIZ_ERROR_REFUSED,
  QG_GRAPHVIZ_ERROR_EMPTY, /* no graph in it */
} QgGraphvizError;

typedef struct
{
  double seconds;
  guint memory_mib;
  gsize output; /* bytes of the answer */
} QgGraphvizLimits;

/* The version of Graphviz that this was built with. */
const char *qg_graphviz_get_version (void);

/* @helper: (nullable): its path; NULL: as built. Main thread. Errors: QG_GRAPHVIZ_ERROR_MISSING. */
QgChild *qg_graphviz_start (const char *helper, GError **error);

/* @request: the payload of a message of @kind. Returns the payload of the answer, of the same kind, not yet
 * checked; its data is aligned to 8. Errors: QG_GRAPHVIZ_ERROR, G_IO_ERROR_CANCELLED. Any thread. */
GBytes *qg_graphviz_talk (QgChild *child, QgWireKind kind, GBytes *request, const QgGraphvizLimits *limits,
                          GCancellable *cancellable, GError **error);

G_END_DECLS
