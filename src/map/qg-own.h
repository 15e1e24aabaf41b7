/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgOwn: what a person keeps for himself of one map: views under names of his own, and what is hidden one by
 * one. By ids, since a map's file may change: what it lacks now is kept for when it is there again. Main
 * thread, but for a new one that is still being read. Signals: views-changed (), hidden-changed (). */

#pragma once

#include "qg-map-vary.h"

G_BEGIN_DECLS

/* One view; all owned by it. */
typedef struct
{
  char *id;    /* "own-1" … */
  char *title; /* as the person wrote it; where it is what the map says, known in all languages */
  char *page;  /* nullable: "16:9" … */
  GStrv entities, without;
  GStrv collapsed;        /* kinds that are one node */
  GPtrArray *levels;      /* GStrv */
  QgLayoutOptions layout; /* without its levels */
} QgOwnView;

QgOwnView *qg_own_view_new (const char *id, const char *title);
/* What a person sees: @entities of @map and @relations among them, laid out by @options and @engine. */
QgOwnView *qg_own_view_new_from (const QgMap *map, const char *title, QgNumbers entities, QgNumbers relations,
                                 const QgLayoutOptions *options, QgEngine engine);
void qg_own_view_free (QgOwnView *view);

#define QG_TYPE_OWN (qg_own_get_type ())
G_DECLARE_FINAL_TYPE (QgOwn, qg_own, QG, OWN, GObject)

QgOwn *qg_own_new (void);
guint qg_own_get_n_views (QgOwn *self);
const QgOwnView *qg_own_get_view (QgOwn *self, guint n);
guint qg_own_find_view (QgOwn *self, const char *id); /* QG_NONE where there is none */

/* Takes @view, at place @n (QG_NONE: the last). One without an id gets one that neither @map (nullable) nor
 * another view has. Returns its id. */
const char *qg_own_add_view (QgOwn *self, QgMap *map, QgOwnView *view, guint n);
void qg_own_rename_view (QgOwn *self, guint n, const char *title);
QgOwnView *qg_own_steal_view (QgOwn *self, guint n); /* (transfer full) */

/* Hidden one by one; never NULL, sorted by the caller's order. */
const char *const *qg_own_get_hidden_entities (QgOwn *self);
const char *const *qg_own_get_hidden_relations (QgOwn *self);
/* FALSE where it is so already. */
gboolean qg_own_set_hidden (QgOwn *self, const char *const *entities, const char *const *relations);
/* The same by numbers of @map. What @map lacks stays hidden for when it is there again. */
gboolean qg_own_set_hidden_numbers (QgOwn *self, const QgMap *map, QgNumbers entities, QgNumbers relations);

/* What is kept could not be read, so that this is not all of it and must not take its place: why; NULL (the
 * default) otherwise. Copied; (nullable). */
void qg_own_set_unread (QgOwn *self, const GError *why);
const GError *qg_own_get_unread (QgOwn *self);

/* @map with the views behind its own; (transfer full). @seen_alone: without what is hidden. Views of which
 * @map has nothing, and those whose ids it uses itself, are not in it. */
QgMap *qg_own_dup_map (QgOwn *self, QgMap *map, gboolean seen_alone);

G_END_DECLS
