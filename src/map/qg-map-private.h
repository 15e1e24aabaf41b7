/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The inside of a map, for what makes maps and varies them alone. */

#pragma once

#include "qg-arena.h"
#include "qg-map.h"

G_BEGIN_DECLS

/* Relations at entities, all in two arrays: those of entity e are items[first[e]] … items[first[e + 1] - 1].
 */
typedef struct
{
  guint *first; /* one more than there are entities */
  guint *items;
} QgAdjacency;

/* How many relations one that leads to a group stands for, the first of them, and whether their statements
 * are of several kinds. */
typedef struct
{
  guint n, first;
  gboolean mixed;
} QgMerged;

/* What stands for collapsed groups: behind the map's own numbers, and never taken away again. */
typedef struct
{
  GArray *entities, *relations, *verbs; /* QgEntity, QgRelation, QgVerb */
  GArray *sizes;                        /* guint: how many entities each of the first is */
  GArray *merged;                       /* QgMerged: what each of the second is */
  GHashTable *known; /* what each is of (char *, the arena's) → its number in its array */
  QgArena *arena;
  GPtrArray *texts;
  gatomicrefcount ref_count;
} QgMapGroups;

void qg_map_groups_unref (QgMapGroups *groups);

struct _QgMap
{
  gatomicrefcount ref_count;
  QgMap *base; /* of a varied map: whose everything is but views, their texts and the arena; else NULL */
  QgMapGroups *groups; /* nullable; of a varied map */

  const char *id, *version, *date, *licence;
  QgText *title, *description;
  const QgLang *languages;
  guint n_languages;

  GArray *kinds, *verbs, *sources, *entities, *relations, *lists, *views, *tours;
  QgAdjacency outgoing, incoming;

  /* Numbers plus one, by id; the keys belong to the arena. */
  GHashTable *kind_ids, *entity_ids, *relation_ids, *view_ids, *tour_ids;

  QgArena *arena;   /* strings and arrays */
  GPtrArray *texts; /* the references that the map holds */
};

G_END_DECLS
