/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgWindow: one person's look at one map. The explorer is the one state; the window shows it and turns
 * actions into acts on it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QG_TYPE_WINDOW (qg_window_get_type ())
G_DECLARE_FINAL_TYPE (QgWindow, qg_window, QG, WINDOW, AdwApplicationWindow)

QgWindow *qg_window_new (AdwApplication *application);
/* Opens @file beside what is open: what was open stays until the new one is there. */
/* @graph: (nullable): of a file with several, the name or number of the one that is wished for; without it
 * the person is asked */
void qg_window_open (QgWindow *self, GFile *file, const char *graph);
/* Several: the first here, the others in windows of their own. @files: (transfer none), at least one. */
void qg_window_open_all (QgWindow *self, GFile *const *files, guint n_files);
/* A map on its way here; see qg-opening.h. What was open stays until it is there. */
typedef struct _QgOpening QgOpening;
void qg_window_begin (QgWindow *self, QgOpening *opening);
/* Presents the window with its picture, or without it when that takes longer than a person would notice. */
void qg_window_present_soon (QgWindow *self);
gboolean qg_window_is_empty (QgWindow *self);
/* Sets every text anew, in the language of the moment, and the map's language with it. */
void qg_window_update_texts (QgWindow *self);

G_END_DECLS
