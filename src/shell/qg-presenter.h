/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgPresenter: a talk over the whole screen. Keys, clicks or a remote go from step to step; the words to say
 * come when they are asked for, here or in a speaker's window. Every step is remembered: the next time the
 * talk begins where it was left. */

#pragma once

#include <gtk/gtk.h>

#include "qg-talk.h"

G_BEGIN_DECLS

#define QG_TYPE_PRESENTER (qg_presenter_get_type ())
G_DECLARE_FINAL_TYPE (QgPresenter, qg_presenter, QG, PRESENTER, GtkWindow)

/* Takes @talk. @step: where it begins; QG_NONE: where it was left. */
GtkWindow *qg_presenter_new (GtkWindow *parent, QgLayouter *layouter, QgTalk *talk, guint step, QgLang lang,
                             QgLang second);
void qg_presenter_set_languages (QgPresenter *self, QgLang lang, QgLang second);

/* For the speaker's window. */
void qg_presenter_go (QgPresenter *self, int steps);
gboolean qg_presenter_handle_key (QgPresenter *self, guint keyval, guint code, GdkModifierType state);
const QgTalk *qg_presenter_get_talk (QgPresenter *self);
guint qg_presenter_get_step (QgPresenter *self);
QgLang qg_presenter_get_language (QgPresenter *self);
/* When the first step forward was taken, or the clock begun anew, monotonic; 0 before that. */
gint64 qg_presenter_get_begun (QgPresenter *self);
void qg_presenter_restart_clock (QgPresenter *self);
QgLang qg_presenter_get_second_language (QgPresenter *self);

G_END_DECLS
