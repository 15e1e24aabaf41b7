/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgMapBuilder: makes a map, field by field; used by every reader of a format and by tests. Not thread-safe;
 * the builder copies strings and takes references to texts. The add functions return the number of what was
 * added. The caller guarantees valid numbers, unique ids and valid UTF-8: the readers check those and report
 * the place.
 *
 * When the map declares kk, every text of it gets its form in the Latin alphabet (kk-Latn) as well. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

typedef struct _QgMapBuilder QgMapBuilder;

QgMapBuilder *qg_map_builder_new (const char *id, QgText *title, const QgLang *languages, guint n_languages);
void qg_map_builder_free (QgMapBuilder *builder);
QgMap *qg_map_builder_end (QgMapBuilder *builder); /* (transfer full); frees the builder */

void qg_map_builder_set_about (QgMapBuilder *builder, QgText *description, const char *version,
                               const char *date, const char *licence);

/* Each takes a struct filled by the caller, which keeps its own; everything in it is copied or referenced. In
 * strings and texts that may be NULL, NULL is fine. A relation's and a view's numbers may refer to what is
 * added later. */
guint qg_map_builder_add_kind (QgMapBuilder *builder, const QgKind *kind);
guint qg_map_builder_add_verb (QgMapBuilder *builder, const QgVerb *verb);
guint qg_map_builder_add_source (QgMapBuilder *builder, const QgSource *source);
guint qg_map_builder_add_entity (QgMapBuilder *builder, const QgEntity *entity);
guint qg_map_builder_add_relation (QgMapBuilder *builder, const QgRelation *relation);
guint qg_map_builder_add_list (QgMapBuilder *builder, const QgList *list);
guint qg_map_builder_add_view (QgMapBuilder *builder, const QgView *view);
guint qg_map_builder_add_tour (QgMapBuilder *builder, const QgTour *tour);

void qg_layout_options_init (QgLayoutOptions *options); /* dot, down, factors 1, no groups, no levels */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgMapBuilder, qg_map_builder_free)

G_END_DECLS
