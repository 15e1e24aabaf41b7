/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgStage: the picture of a talk: a canvas that nobody but the talk moves, with an explorer of its own. */

#pragma once

#include <gtk/gtk.h>

#include "qg-talk.h"

G_BEGIN_DECLS

#define QG_TYPE_STAGE (qg_stage_get_type ())
G_DECLARE_FINAL_TYPE (QgStage, qg_stage, QG, STAGE, GtkWidget)

GtkWidget *qg_stage_new (QgLayouter *layouter, QgMap *map);
void qg_stage_set_language (QgStage *self, QgLang lang, QgLang second); /* second nullable */
void qg_stage_show (QgStage *self, const QgTalk *talk, guint step);
void qg_stage_set_whole (QgStage *self, gboolean whole);
GtkWidget *qg_stage_get_canvas (QgStage *self);
/* Nothing is on its way any more but, where animations are on, the last movement. */
gboolean qg_stage_is_at_rest (QgStage *self);

G_END_DECLS
