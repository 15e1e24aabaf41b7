/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgStepFit: how much of a step's picture a page or a place on a handout has room for, so that its words can
 * be read there. All of it as it is on screen, where that is large enough; else all of it in the shape of the
 * place; else what is lit up in the step and as much of what is around that as there is room for, found by
 * halving. What would be left out is looked for only where something must be. A plain struct; in one thread
 * at a time.
 */

#pragma once

#include "qg-part.h"
#include "qg-scene.h"

G_BEGIN_DECLS

typedef struct _QgStepFit QgStepFit;

/* Shapes that the room for a picture may have: with its words above it, or beside it. */
#define QG_STEP_FIT_MAX_ROOMS 2

/* @rooms: points, @n_rooms ≤ QG_STEP_FIT_MAX_ROOMS of them, whichever suits the picture; @least: the size
 * that its smallest letters should have. @step is borrowed. */
QgStepFit *qg_step_fit_new (QgPart *part, const QgStep *step, const QgSize *rooms, guint n_rooms,
                            double least);
void qg_step_fit_free (QgStepFit *fit);
/* Nothing may be left out, however small it becomes: only its shape is looked for. Before the first try. */
void qg_step_fit_keep_all (QgStepFit *fit);

/* What is to be laid out next. (transfer full); NULL only when cancelled, after which it may be asked for
 * again. Any thread: of a large part it takes its time. */
QgPart *qg_step_fit_new_part (QgStepFit *fit, GCancellable *cancellable);
/* Whether what is to be laid out next is all of it, as it is on screen. */
gboolean qg_step_fit_is_as_on_screen (const QgStepFit *fit);
/* In which shape (width : height), in whatever direction suits that; 0: as it is on screen. */
double qg_step_fit_get_aspect (const QgStepFit *fit);

/* How it came out. Returns the scene that is best, (transfer full), or NULL where another try is needed. */
QgScene *qg_step_fit_take (QgStepFit *fit, QgScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgStepFit, qg_step_fit_free)

G_END_DECLS
