/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgWays: how one entity hangs together with another. The shortest ways over relations, walked in both
 * directions, and those up to two relations longer. Any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-map.h"

G_BEGIN_DECLS

#define QG_WAYS_MAX 50
#define QG_WAYS_LONGER 2

typedef struct
{
  guint n_entities;       /* 2 at least */
  const guint *entities;  /* from the first to the second entity, each once */
  const guint *relations; /* n_entities - 1: the first one in the map between each two, in either direction */
} QgWay;

typedef struct _QgWays QgWays;

QgWays *qg_ways_find (const QgMap *map, guint from, guint to, GCancellable *cancellable, GError **error);
void qg_ways_free (QgWays *ways);

guint qg_ways_get_n (const QgWays *ways);
const QgWay *qg_ways_get (const QgWays *ways, guint n); /* shortest first */
/* Behind the last way that has as many relations as the one at @n. */
guint qg_ways_get_end_of_length (const QgWays *ways, guint n);
gboolean qg_ways_has_more (const QgWays *ways);
/* Of the way at @chosen, and of the shortest ones as long as there are no more than @most together; as
 * qg_ways_dup_entities(). */
GArray *qg_ways_dup_entities_near (const QgWays *ways, guint chosen, guint most);
GArray *qg_ways_dup_entities (const QgWays *ways);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgWays, qg_ways_free)

G_END_DECLS
