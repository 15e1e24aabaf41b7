/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgSpeakerWindow: what the one who speaks sees: the words to say, what comes next, the time. */

#pragma once

#include <adwaita.h>

#include "qg-presenter.h"

G_BEGIN_DECLS

#define QG_TYPE_SPEAKER_WINDOW (qg_speaker_window_get_type ())
G_DECLARE_FINAL_TYPE (QgSpeakerWindow, qg_speaker_window, QG, SPEAKER_WINDOW, AdwWindow)

/* @presenter is borrowed: it destroys the window before it goes. */
GtkWindow *qg_speaker_window_new (QgPresenter *presenter, QgLayouter *layouter);
/* The step or the language changed. */
void qg_speaker_window_update (QgSpeakerWindow *self);

G_END_DECLS
