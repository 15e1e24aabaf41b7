/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgCurtain: lies over a presentation: nothing, a black screen, or darkness but for a spot of light at the
 * pointer. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_CURTAIN (qg_curtain_get_type ())
G_DECLARE_FINAL_TYPE (QgCurtain, qg_curtain, QG, CURTAIN, GtkWidget)

GtkWidget *qg_curtain_new (void);
void qg_curtain_set_black (QgCurtain *self, gboolean black);
gboolean qg_curtain_get_black (QgCurtain *self);
void qg_curtain_set_light (QgCurtain *self, gboolean light);
gboolean qg_curtain_get_light (QgCurtain *self);
/* Where the light is. */
void qg_curtain_point (QgCurtain *self, double x, double y);

G_END_DECLS
