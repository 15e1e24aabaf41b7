/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What of a picture is shown when one goes near: a frame that cuts no words. Any thread. */

#pragma once

#include "qg-scene.h"

G_BEGIN_DECLS

/* What is asked of a frame. Points of the scene. */
typedef struct
{
  QgRect wanted;      /* is in it */
  double aspect;      /* width : height */
  double least, most; /* of its width */
} QgFraming;

/* How many names, verbs and titles of groups lie partly in @frame and partly outside. */
guint qg_framing_count_cut (const QgScene *scene, const QgRect *frame);
/* The smallest frame that cuts nothing, and where several are as small, that in whose middle @wanted is
 * best. FALSE where every one cuts something. */
gboolean qg_framing_find (const QgScene *scene, const QgFraming *framing, QgRect *frame);

G_END_DECLS
