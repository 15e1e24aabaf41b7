/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgLosses: what a format carried and a map cannot keep, or the other way round. Each sort is told once, with
 * how often it occurs and where first. Of one message at most 200 sorts are told, and how many further ones
 * there are. One thread. */

#pragma once

#include "qg-problems.h"

G_BEGIN_DECLS

typedef struct _QgLosses QgLosses;

QgLosses *qg_losses_new (void);
void qg_losses_free (QgLosses *losses);

/* @message_id: marked with N_(); its first '%s' stands for the count, a second one for @arg (nullable).
 * @line, @column: as in qg_problems_add(); 0 where it has no place. */
void qg_losses_add (QgLosses *losses, const char *message_id, const char *arg, guint line, guint column);
/* One sort whatever @example is; the first is told. */
void qg_losses_add_example (QgLosses *losses, const char *message_id, const char *example, guint line,
                            guint column);
void qg_losses_add_many (QgLosses *losses, const char *message_id, const char *arg, guint count);
/* Of which file of several what follows is told; NULL: of the one that was opened. */
void qg_losses_set_file (QgLosses *losses, const char *file);
/* Into @problems as warnings, in the order of their first places, file by file. */
void qg_losses_tell (const QgLosses *losses, QgProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgLosses, qg_losses_free)

G_END_DECLS
