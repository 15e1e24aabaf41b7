/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgDraft: a map in the making, out of a format that is not our own. Things come in any order, ids are
 * whatever the file calls them, texts may not say their language; at the end it becomes a map, and what did
 * not fit is told. One thread. */

#pragma once

#include <gio/gio.h>

#include "qg-fields.h"
#include "qg-losses.h"
#include "qg-map-format.h"

G_BEGIN_DECLS

typedef struct _QgDraft QgDraft;

QgDraft *qg_draft_new (QgMapInput *input);
void qg_draft_free (QgDraft *draft);

QgLosses *qg_draft_get_losses (QgDraft *draft);
guint qg_draft_get_n_entities (const QgDraft *draft);
/* Whether a relation may name an entity that the file does not describe: it is made then, else left out. */
void qg_draft_set_makes_ends (QgDraft *draft, gboolean makes_ends);
/* Where a relation's ends are not found among the ids they may be names. */
void qg_draft_set_names_are_ends (QgDraft *draft, gboolean names_are_ends);

/* Whether a label without a language may be what a program draws: of a file that carries names in languages
 * along it is one of those, until it is changed. Else it is the short name beside them. */
void qg_draft_set_draws_names (QgDraft *draft, gboolean draws_names);

/* Where a map is in two files; borrowed until the end. */
void qg_draft_set_files (QgDraft *draft, const char *entities, const char *relations);

/* One thing after the other: begin, put what is said about it, add. @line, @column: where it begins; 0 where
 * that is not known. @value (valid UTF-8, nullable) is cleaned and copied; the first value of a field and
 * language counts. */
void qg_draft_begin (QgDraft *draft, guint line, guint column);
/* Where the values stand that are put from now on, if not at the thing's beginning. */
void qg_draft_at (QgDraft *draft, guint line, guint column);
void qg_draft_put (QgDraft *draft, QgField field, QgLang lang, const char *value);
/* By the name of an attribute; FALSE, with a loss, where the map has no such thing. */
gboolean qg_draft_put_named (QgDraft *draft, QgFieldsOf of, const char *name, const char *value);
void qg_draft_add_entity (QgDraft *draft);
void qg_draft_add_relation (QgDraft *draft);
void qg_draft_add_about (QgDraft *draft); /* the map itself */

/* Where entity @id is drawn, which need not have come yet: its middle, as the file writes it (nullable). What
 * a program has moved counts more than the entity's own x and y; where all of these say the same but for a
 * shift of the whole, they stay as they are, to the last digit. */
void qg_draft_add_spot (QgDraft *draft, const char *id, const char *x, const char *y, guint line,
                        guint column);
/* What entities are drawn in that say nothing of it; borrowed until the end. */
void qg_draft_set_usual_shape (QgDraft *draft, const char *shape);

/* A column of a table is called by a word of @lang (nullable). */
void qg_draft_note_word (QgDraft *draft, QgLang lang);

/* kk, ru or en, by the letters of a text. */
QgLang qg_draft_guess_language_of (const char *text);

/* Returns: (transfer full): the map; NULL with @error set (QG_FORMATS_ERROR_INVALID, each fault a problem).
 */
QgMap *qg_draft_end (QgDraft *draft, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgDraft, qg_draft_free)

G_END_DECLS
