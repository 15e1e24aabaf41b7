/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgOpening: a map on its way from a file to a window: read, and its first picture made ready, by a worker.
 * It may begin before there is a window. Ref-counted; main thread. */

#pragma once

#include "qg-window.h"

G_BEGIN_DECLS

/* @graph: (nullable): of a file with several the one that is opened; without it the person is asked
 * @state: (nullable): where to go, as of qg_explorer_dup_state() */
QgOpening *qg_opening_new (GFile *file, const char *graph, GVariant *state);
/* What the last window left off with; with nothing left off, or @afresh, the bundled map. */
QgOpening *qg_opening_new_usual (gboolean afresh);
GFile *qg_opening_get_file (QgOpening *opening);
/* It was chosen from the list of recent maps: that a file is gone is said of the list. */
void qg_opening_set_listed (QgOpening *opening);
void qg_opening_cancel (QgOpening *opening);
QgOpening *qg_opening_ref (QgOpening *opening);
void qg_opening_unref (QgOpening *opening);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgOpening, qg_opening_unref)

G_END_DECLS
