/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgExplorer: what one person is looking at: a map, the part of it that is shown, the language of its words,
 * what is hidden, selected, lit up, pointed at. It turns every act into a new part, layout and scene; canvas,
 * panels and commands only watch it. No widgets; main thread, with work in others.
 *
 * Properties, all notified: map, part, scene (the old one until the new one is ready), layout-busy, language,
 * second-language, engine, selection (see the getters), pointed, between, title, can-go-back, can-go-forward,
 * viewport (not notified as a value: see the getter). layout-busy is notified when work begins, also where
 * other work was going on, and when it ends. Signals: failed (GError*): a layout did not come about; what was
 * shown stays. qg_explorer_layout_again() tries again, qg_explorer_set_engine() tries another one,
 * qg_explorer_cancel_layout() goes back to what is shown, and to its engine. hidden-changed (): the filter
 * changed, or the scene that it is applied to; emphases and counts are new. lit-changed (): what is lit up by
 * a way or a tour changed. views-changed (): the map has other views now, and all else as before.
 * groups-changed (): what was to be collapsed or opened is the part now. */

#pragma once

#include "qg-foreseen.h"
#include "qg-history.h"
#include "qg-layouter.h"
#include "qg-own.h"
#include "qg-part.h"
#include "qg-painter.h"
#include "qg-scene.h"
#include "qg-ways.h"

G_BEGIN_DECLS

#define QG_TYPE_EXPLORER (qg_explorer_get_type ())
G_DECLARE_FINAL_TYPE (QgExplorer, qg_explorer, QG, EXPLORER, GObject)

#define QG_EXPLORER_MAX_DEPTH 5u

QgExplorer *qg_explorer_new (QgLayouter *layouter);

/* Shows its first view, or all of it; the history begins anew, filters and the choice of engines are gone. */
void qg_explorer_set_map (QgExplorer *self, QgMap *map);
/* The same, at the place that @state (nullable) leads to, as far as the map has it: FALSE where it has
 * nothing of it. @foreseen: (nullable): its picture is shown at once. */
gboolean qg_explorer_open_map (QgExplorer *self, QgMap *map, GVariant *state, const QgForeseen *foreseen);
/* What is hidden one by one in the map that is opened or replaced next, by ids; both nullable: goes before
 * what a state says of it. */
void qg_explorer_keep_hidden (QgExplorer *self, const char *const *entities, const char *const *relations);
/* The same in the map that is shown: not a place of its own in the history. */
void qg_explorer_use_hidden (QgExplorer *self, const char *const *entities, const char *const *relations);
/* The map with other views; akin to the one that is shown. Everything stays as it is. */
void qg_explorer_vary_map (QgExplorer *self, QgMap *map);
/* What is seen now as a view to be kept under @title: without what is hidden; (transfer full). NULL where
 * nothing is seen. */
QgOwnView *qg_explorer_dup_own_view (QgExplorer *self, const char *title);
/* The same map in a newer state (its file was changed): keeps view or focus, selection and filter as far as
 * their ids are still there. */
void qg_explorer_replace_map (QgExplorer *self, QgMap *map);
QgMap *qg_explorer_get_map (QgExplorer *self);   /* nullable */
QgPart *qg_explorer_get_part (QgExplorer *self); /* nullable; what was asked for last */
/* What there is to see: of an earlier part, language or even map until the new one is ready. Nullable. */
QgScene *qg_explorer_get_scene (QgExplorer *self);
/* Whether the scene is one of the present map, so that its numbers (but of views) mean what the map's do. */
gboolean qg_explorer_scene_is_current (QgExplorer *self);
gboolean qg_explorer_is_scene_current (QgExplorer *self, const QgScene *scene);
char *qg_explorer_dup_title (QgExplorer *self);

/* As the map has it; and as the person left it: with the groups collapsed that were so when it was seen last.
 * A neighbourhood always shows who is around. */
void qg_explorer_show_view (QgExplorer *self, guint view);
void qg_explorer_return_to_view (QgExplorer *self, guint view);
void qg_explorer_show_whole (QgExplorer *self);
/* @depth: 1 to QG_EXPLORER_MAX_DEPTH, clamped. Selects the entity too. */
void qg_explorer_show_focus (QgExplorer *self, guint entity, guint depth, QgFollow follow);
void qg_explorer_show_part (QgExplorer *self, QgPart *part);
/* Steps of the focus that is shown; 0 where there is none. */
guint qg_explorer_get_depth (QgExplorer *self);
QgFollow qg_explorer_get_follow (QgExplorer *self);
/* Widens (1) or narrows (-1) the focus; without one, focuses on the selected entity. FALSE where that cannot
 * be. */
gboolean qg_explorer_widen (QgExplorer *self, int by);
/* One step out: from what is read about on a way to the ways, from the way that is lit up to the list of
 * them, from there to what was before; from other lit-up things, a focus to the view before it, a selection.
 * FALSE at the outermost. */
gboolean qg_explorer_step_out (QgExplorer *self);

/* Groups (kinds) of the part that is shown, collapsed to one node each. A node that stands for a group opens
 * where its focus would be shown. A large part is collapsed by a worker: until then it stays, layout-busy is
 * set, and the groups already count as what they will be. The setters: FALSE where it is so already. */
gboolean qg_explorer_get_group_collapsed (QgExplorer *self, guint kind);
gboolean qg_explorer_set_group_collapsed (QgExplorer *self, guint kind, gboolean collapsed);
gboolean qg_explorer_set_all_collapsed (QgExplorer *self, gboolean collapsed);
/* What is in the part instead of @entity: the node of its group where that is collapsed, the most important
 * member of the group that it stood for where that is open; QG_NONE where there is none, or it is there. */
guint qg_explorer_find_stand_in (QgExplorer *self, guint entity);

QgLang qg_explorer_get_language (QgExplorer *self);
void qg_explorer_set_language (QgExplorer *self, QgLang lang);
QgLang qg_explorer_get_second_language (QgExplorer *self); /* NULL: none */
void qg_explorer_set_second_language (QgExplorer *self, QgLang lang);

/* The engine of the part that is shown; the person's choice goes before the view's and is kept for each view,
 * for all focuses, and for the whole map. */
QgEngine qg_explorer_get_engine (QgExplorer *self);
/* Whether another engine stands in for the view's, which would take too long; not where the person chose. */
gboolean qg_explorer_is_engine_replaced (QgExplorer *self);
void qg_explorer_set_engine (QgExplorer *self, QgEngine engine);
void qg_explorer_reset_engine (QgExplorer *self);
/* A new layout of what is asked for, after a failure; or of what the filter leaves. */
void qg_explorer_layout_again (QgExplorer *self);
void qg_explorer_layout_visible (QgExplorer *self);
/* Ends the work on a new layout and goes back to the part that is on screen. */
void qg_explorer_cancel_layout (QgExplorer *self);
gboolean qg_explorer_get_layout_busy (QgExplorer *self);
/* Runs the default main context until what was asked for is shown; for commands and tests. FALSE with an
 * error when the layout failed; the errors are the layouter's. */
gboolean qg_explorer_wait (QgExplorer *self, GError **error);

QgSelection qg_explorer_get_selection (QgExplorer *self);
void qg_explorer_select (QgExplorer *self,
                         QgSelection selection); /* what is not in the part is shown as a focus */
void qg_explorer_select_entity (QgExplorer *self, guint entity);
void qg_explorer_select_relation (QgExplorer *self, guint relation);
void qg_explorer_select_nothing (QgExplorer *self);
/* Selects while walking with the arrow keys: a walk is one place in the history. @entity is in the part. */
void qg_explorer_pass_entity (QgExplorer *self, guint entity);
/* Adds @entity to the selected ones, or takes it away (Ctrl+click). */
void qg_explorer_toggle_entity (QgExplorer *self, guint entity);
/* All selected entities in the order of their selection, the one of qg_explorer_get_selection() last; valid
 * until notify::selection. */
QgNumbers qg_explorer_get_selected_entities (QgExplorer *self);

/* What the pointer is on, on the canvas or in a list: lights up, but goes into no history. */
QgSelection qg_explorer_get_pointed (QgExplorer *self);
void qg_explorer_set_pointed (QgExplorer *self, QgSelection pointed);

/* The ways between two entities that are looked at (notify::between): a place in the history of its own,
 * until something else is selected, shown or lit up. What is on the way that is lit up can be selected
 * meanwhile: then they are aside, until they are returned to. */
QgBetween qg_explorer_get_between (QgExplorer *self);
void qg_explorer_ask_between (QgExplorer *self, guint from, guint to);
/* Lights up @way, which is the one at @chosen of those between the two; with NULL and QG_NONE none of them
 * is.
 * @part: (nullable): shown for it */
void qg_explorer_show_way (QgExplorer *self, guint chosen, const QgWay *way, QgPart *part);
/* Lights it up where the history went back to it: no place of its own. */
void qg_explorer_light_way (QgExplorer *self, const QgWay *way);
void qg_explorer_return_to_ways (QgExplorer *self);
/* The picture stays as it is. */
void qg_explorer_end_between (QgExplorer *self);
/* Ends them, and shows and selects what was before them. */
void qg_explorer_leave_ways (QgExplorer *self);

/* A step of a tour, lit up on the map: numbers of the map, copied. The ends of the relations are lit with
 * them. Ends the ways between two. */
void qg_explorer_light_up (QgExplorer *self, QgNumbers entities, QgNumbers relations);
void qg_explorer_light_none (QgExplorer *self);
QgNumbers qg_explorer_get_lit_entities (QgExplorer *self); /* valid until lit-changed */
QgNumbers qg_explorer_get_lit_relations (QgExplorer *self);

/* Filters. Hidden things are not drawn and not hit; they keep their place. */
void qg_explorer_set_kind_hidden (QgExplorer *self, guint kind, gboolean hidden);
gboolean qg_explorer_get_kind_hidden (QgExplorer *self, guint kind);
void qg_explorer_set_statement_hidden (QgExplorer *self, QgStatement statement, gboolean hidden);
gboolean qg_explorer_get_statement_hidden (QgExplorer *self, QgStatement statement);
void qg_explorer_set_source_hidden (QgExplorer *self, guint source, gboolean hidden);
void qg_explorer_set_entity_hidden (QgExplorer *self, guint entity, gboolean hidden);
void qg_explorer_set_relation_hidden (QgExplorer *self, guint relation, gboolean hidden);
void qg_explorer_set_least_importance (QgExplorer *self, guint importance); /* 1: all, to 3 */
QgFilter *qg_explorer_get_filter (QgExplorer *self);                        /* NULL: nothing hidden */
void qg_explorer_set_filter (QgExplorer *self, QgFilter *filter);           /* nullable; for undo */
void qg_explorer_show_all (QgExplorer *self);
guint qg_explorer_get_n_hidden (QgExplorer *self); /* entities and relations of the scene's part */
guint qg_explorer_get_n_hidden_entities (QgExplorer *self);
/* One QgEmphasis for each node and edge of the scene, for the filter alone (HIDDEN or NORMAL): what tiles are
 * drawn with. NULL arrays when nothing is hidden. Valid until hidden-changed. */
QgEmphases qg_explorer_get_emphases (QgExplorer *self);

/* History: selection, part and filter, back and forward. */
gboolean qg_explorer_go_back (QgExplorer *self);
gboolean qg_explorer_go_forward (QgExplorer *self);
void qg_explorer_go_to (QgExplorer *self, guint position);
const QgHistory *qg_explorer_get_history (QgExplorer *self);
/* What the trail says for a place: the selected thing, or the part; (transfer full). */
char *qg_explorer_dup_place_title (QgExplorer *self, guint position);

/* Where the canvas looks: written by the canvas, read back when the state is restored. */
typedef struct
{
  QgPoint center; /* of the scene, points */
  double zoom;    /* 0: the whole picture fits the window */
} QgViewport;

QgViewport qg_explorer_get_viewport (QgExplorer *self);
void qg_explorer_set_viewport (QgExplorer *self, QgViewport viewport);

/* Where the person left off: part, selection, filter, languages, engines, viewport, by ids: (transfer full),
 * not floating, of type a{sv}. */
GVariant *qg_explorer_dup_state (QgExplorer *self);
/* Goes there as far as the map still has it; what is damaged or unknown is left out. FALSE where nothing of
 * it could be used. */
gboolean qg_explorer_restore_state (QgExplorer *self, GVariant *state);

G_END_DECLS
