/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgLitNames: the names in an overlay over a picture that is seen from far, where boxes are too small for
 * them. What is selected has its name in any case, and above all else; its neighbours have theirs where the
 * picture has it, or where room is left; what steps back keeps its own as far as no other needs the place. */

#pragma once

#include "qg-painter.h"

G_BEGIN_DECLS

typedef struct _QgLitNames QgLitNames;

/* @strong, @plain, @edges: guint elements, what is lit; however many, some hundred names at most come of it,
 * in a few milliseconds. Without names where boxes have room for them. */
QgLitNames *qg_lit_names_new (QgScene *scene, const QgPaintOptions *options, const GArray *strong,
                              const GArray *plain, const GArray *edges);
void qg_lit_names_free (QgLitNames *names);

/* Whether they were made for this scale; while it is @moving those for one near by will do, so that they are
 * not made for each frame. */
gboolean qg_lit_names_fit (const QgLitNames *names, const QgPaintOptions *options, gboolean moving);
/* FALSE where the node has no name of its own here. */
gboolean qg_lit_names_get_rect (const QgLitNames *names, guint node, QgRect *rect);
/* Names of the picture that have to make room for others: QgRect elements. */
const GArray *qg_lit_names_get_covered (const QgLitNames *names);
/* Above what is lit: first names that step back, with a share of @veil (0 to 1) of the background. */
void qg_lit_names_paint (const QgLitNames *names, QgBackend *backend, const QgPaintOptions *options,
                         double veil);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgLitNames, qg_lit_names_free)

G_END_DECLS
