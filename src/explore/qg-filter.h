/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgFilter: what a person wants hidden. Immutable and ref-counted, so that history can keep many of them and
 * a worker may read one: a change makes a new filter. Numbers are those of one map. NULL is the filter that
 * hides nothing. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

typedef struct _QgFilter QgFilter;

QgFilter *qg_filter_ref (QgFilter *filter);
void qg_filter_unref (QgFilter *filter);

/* Each takes @filter (nullable) (transfer none) and returns (transfer full) (nullable) the changed filter:
 * NULL when it hides nothing any more, a new reference to @filter when nothing changes. */
QgFilter *qg_filter_with_kind (QgFilter *filter, guint kind, gboolean hidden);
QgFilter *qg_filter_with_statement (QgFilter *filter, QgStatement statement, gboolean hidden);
QgFilter *qg_filter_with_source (QgFilter *filter, guint source, gboolean hidden);
QgFilter *qg_filter_with_entity (QgFilter *filter, guint entity, gboolean hidden);
QgFilter *qg_filter_with_relation (QgFilter *filter, guint relation, gboolean hidden);
/* Entities below @importance (1 to 3) are hidden; 1 hides none. */
QgFilter *qg_filter_with_importance (QgFilter *filter, guint importance);

gboolean qg_filter_get_kind (const QgFilter *filter, guint kind);
gboolean qg_filter_get_statement (const QgFilter *filter, QgStatement statement);
gboolean qg_filter_get_source (const QgFilter *filter, guint source);
gboolean qg_filter_get_entity (const QgFilter *filter, guint entity);
gboolean qg_filter_get_relation (const QgFilter *filter, guint relation);
guint qg_filter_get_importance (const QgFilter *filter);
/* The entities and relations hidden one by one, ascending; valid as long as the filter. */
QgNumbers qg_filter_get_entities (const QgFilter *filter);
QgNumbers qg_filter_get_relations (const QgFilter *filter);
gboolean qg_filter_equal (const QgFilter *a, const QgFilter *b);

/* Writes one QgEmphasis (NORMAL or HIDDEN) for each entity of @part into @nodes and for each relation into
 * @edges; a relation goes with either of its ends. What rests on several sources is hidden when all of them
 * are. Returns how many entities and relations are hidden. Any thread. */
guint qg_filter_apply (const QgFilter *filter, const QgPart *part, guint8 *nodes, guint8 *edges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgFilter, qg_filter_unref)

G_END_DECLS
