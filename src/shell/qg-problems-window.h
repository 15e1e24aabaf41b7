/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The window that lists what is wrong with a file: each fault with its place. What was open stays open. */

#pragma once

#include <adwaita.h>

#include "qg-problems.h"

G_BEGIN_DECLS

#define QG_TYPE_PROBLEMS_WINDOW (qg_problems_window_get_type ())
G_DECLARE_FINAL_TYPE (QgProblemsWindow, qg_problems_window, QG, PROBLEMS_WINDOW, AdwWindow)

GtkWindow *qg_problems_window_new (GtkWindow *parent, QgProblems *problems);
void qg_problems_window_update_texts (QgProblemsWindow *self);

G_END_DECLS
