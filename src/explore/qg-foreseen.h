/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What can be made of a map before there is a window to show it in: the first picture, where its layout is
 * known. A worker does in one go what the explorer does step by step; qg_explorer_open_map() takes it. */

#pragma once

#include "qg-layouter.h"
#include "qg-scene.h"

G_BEGIN_DECLS

typedef struct _QgForeseen QgForeseen;

/* Any thread.
 * @state: (nullable): as of qg_explorer_dup_state(); the languages in it go before @lang and @second
 * @second: (nullable)
 *
 * Where the layout is not in @layouter's cache, what was measured is kept: the layout is all that is missing.
 * NULL where the state leads to no view, or when cancelled: then the explorer goes its usual way. */
QgForeseen *qg_foreseen_new (QgMap *map, GVariant *state, QgLang lang, QgLang second, QgLayouter *layouter,
                             GCancellable *cancellable);
void qg_foreseen_free (QgForeseen *foreseen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgForeseen, qg_foreseen_free)

G_END_DECLS
