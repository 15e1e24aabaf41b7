/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What lies around an entity: a walk breadth first over relations. Any thread. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

/* The entities within @depth relations of @entity, itself among them, ascending; (transfer full): guint
 * elements. */
GArray *qg_neighbourhood_find (const QgMap *map, guint entity, guint depth, QgFollow follow);

G_END_DECLS
