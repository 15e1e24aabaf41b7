/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgChild: a child process that is given bytes, answers bytes and ends; it may crash, hang, or never stop
 * talking. It is started in one thread (the main thread: a helper that asks for a signal at its parent's
 * death gets it when that thread ends) and talked to in any other. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QG_CHILD_ERROR (qg_child_error_quark ())
GQuark qg_child_error_quark (void);

typedef enum
{
  QG_CHILD_ERROR_MISSING, /* cannot be started: not there, not executable */
  QG_CHILD_ERROR_CRASHED, /* ended by a signal */
  QG_CHILD_ERROR_STATUS,  /* ended with a status that is not 0 */
  QG_CHILD_ERROR_TIME,    /* took longer than its limit, and was killed */
  QG_CHILD_ERROR_OUTPUT,  /* said more than its limit, and was killed */
} QgChildError;

typedef struct
{
  double seconds; /* from the start of the talk, on the wall */
  gsize output;   /* bytes */
} QgChildLimits;

typedef struct _QgChild QgChild;

/* @argv: NULL-terminated; argv[0] is a path. The child gets a socket as its input, which hangs up when we are
 * gone, a pipe as its output, nothing else that we have open, an environment of a few variables, and a
 * process group of its own, which is killed as a whole. Errors: QG_CHILD_ERROR_MISSING. */
QgChild *qg_child_start (const char *const *argv, GError **error);
/* Kills what still runs. Does not wait for it longer than a tenth of a second. */
void qg_child_free (QgChild *child);

/* Writes @input, reads to the end of the output, and waits for the end of the process; blocks. What goes
 * wrong kills the child. @status: (out) (optional): the exit status, where the child came to an end by
 * itself. Errors: QG_CHILD_ERROR, G_IO_ERROR_CANCELLED. */
GBytes *qg_child_talk (QgChild *child, GBytes *input, const QgChildLimits *limits, GCancellable *cancellable,
                       int *status, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgChild, qg_child_free)

G_END_DECLS
