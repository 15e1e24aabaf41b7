/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A view as it is to be seen: with the groups collapsed that it has collapsed. Any thread. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

/* (transfer full): of @map, or of one that is akin to it where groups are collapsed. */
QgPart *qg_view_part_new (QgMap *map, guint view);

G_END_DECLS
