/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgPart: the part of a map that is shown: a view, a focus, a way, a selection. Immutable and ref-counted;
 * keeps its map. Entities and relations are numbers in the map, ascending; a node or edge of the layout and
 * of the scene is an index into these arrays. */

#pragma once

#include <gio/gio.h>

#include "qg-map.h"

G_BEGIN_DECLS

typedef enum
{
  QG_FOLLOW_BOTH,
  QG_FOLLOW_OUTGOING,
  QG_FOLLOW_INCOMING,
} QgFollow;

/* The words for @n relations in @lang; (transfer full). */
typedef char *(*QgCountWords) (guint n, QgLang lang);

typedef struct _QgPart QgPart;

#define QG_TYPE_PART (qg_part_get_type ())

GType qg_part_get_type (void) G_GNUC_CONST;

QgPart *qg_part_new_view (QgMap *map, guint view);
QgPart *qg_part_new_whole (QgMap *map);
QgPart *qg_part_new_focus (QgMap *map, guint entity, guint depth, QgFollow follow);
QgPart *qg_part_new_entities (QgMap *map, const guint *entities, guint n, const QgLayoutOptions *options);
QgPart *qg_part_new_between (QgMap *map, guint from, guint to, const guint *entities, guint n,
                             const QgLayoutOptions *options);
QgPart *qg_part_new_along (QgMap *map, guint from, guint to, const guint *entities, guint n,
                           QgNumbers relations);
QgPart *qg_part_new_left (QgPart *part, const guint *entities, guint n);
QgPart *qg_part_new_akin (QgPart *part, QgMap *map);
QgPart *qg_part_ref (QgPart *part);
void qg_part_unref (QgPart *part);

/* Groups (kinds) of a part collapsed to one node each; of a group of one its entity is the node. */
QgPart *qg_part_new_collapsed (QgPart *part, QgMap *map, const guint8 *collapsed, QgCountWords words,
                               GCancellable *cancellable);
QgPart *qg_part_get_origin (QgPart *part); /* itself where nothing is collapsed; borrowed */
gboolean qg_part_is_collapsed (const QgPart *part, guint kind);
gboolean qg_map_is_group (const QgMap *map, guint entity);
gboolean qg_map_is_group_relation (const QgMap *map, guint relation);
/* How many entities a group's node stands for, how many relations one with it does, and the first of these.
 * 0 where it stands for none but itself. */
guint qg_map_get_group_size (const QgMap *map, guint entity);
guint qg_map_get_merged (const QgMap *map, guint relation, guint *first);
/* Whether it stands for statements of several kinds, so that its own kind says nothing. */
gboolean qg_map_is_mixed (const QgMap *map, guint relation);
/* What a group's node, or a relation with one, stands for: entities, or relations, of the origin. (transfer
 * full): guint. */
GArray *qg_part_dup_members (QgPart *part, guint entity);
GArray *qg_part_dup_merged (QgPart *part, guint relation);
/* The relations of the part at an entity, be it a group; (transfer full): guint. */
GArray *qg_part_dup_relations_at (const QgPart *part, guint entity, gboolean incoming);

QgMap *qg_part_get_map (const QgPart *part);
/* Whether the file says of all entities where they stand; where groups are collapsed it does not. */
gboolean qg_part_is_placed (const QgPart *part);
guint qg_part_get_view (const QgPart *part);  /* QG_NONE where it is no view */
guint qg_part_get_focus (const QgPart *part); /* QG_NONE where it has no focus */
gboolean qg_part_get_ends (const QgPart *part, guint *from, guint *to);
void qg_part_get_whole (const QgPart *part, guint *view, guint *focus);
char *qg_part_dup_title (const QgPart *part, QgLang lang, gboolean marked);
char *qg_part_dup_names (const QgPart *part, QgLang lang);
QgNumbers qg_part_get_entities (const QgPart *part);
QgNumbers qg_part_get_relations (const QgPart *part);
const QgLayoutOptions *qg_part_get_layout_options (const QgPart *part);
/* Indices of an entity or a relation of the map in the part; QG_NONE where it is not in it. O(log n). */
guint qg_part_index_of_entity (const QgPart *part, guint entity);
guint qg_part_index_of_relation (const QgPart *part, guint relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgPart, qg_part_unref)

G_END_DECLS
