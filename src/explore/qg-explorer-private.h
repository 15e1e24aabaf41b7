/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For the files of QgExplorer alone. */

#pragma once

#include "qg-explorer.h"
#include "qg-measure.h"

G_BEGIN_DECLS

enum
{
  PROP_0,
  PROP_LAYOUTER,
  PROP_MAP,
  PROP_PART,
  PROP_SCENE,
  PROP_LAYOUT_BUSY,
  PROP_LANGUAGE,
  PROP_SECOND_LANGUAGE,
  PROP_ENGINE,
  PROP_SELECTION,
  PROP_POINTED,
  PROP_BETWEEN,
  PROP_TITLE,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  SIGNAL_GROUPS_CHANGED,
  SIGNAL_HIDDEN_CHANGED,
  SIGNAL_LIT_CHANGED,
  SIGNAL_VIEWS_CHANGED,
  N_SIGNALS,
};

/* A laid-out part: what a scene in another language can be made from. */
typedef struct
{
  QgPart *part;
  QgLayoutRequest *request;
  QgLayout *layout;
} QgLaidOut;

struct _QgForeseen
{
  QgLaidOut of;
  QgLang lang, second;
  QgScene *scene;
};

struct _QgExplorer
{
  GObject parent_instance;

  QgLayouter *layouter;
  QgMap *map;
  QgLang language, second_language;

  /* What is asked for. */
  QgPart *part;
  guint depth;
  QgFollow follow;
  GHashTable *engines; /* key of a part (char *) → QgEngine + 1 */
  GHashTable *groups;  /* id of a view (char *) → guint8 for each kind: what was left collapsed in it */
  GArray *selected;    /* guint entities; the last one is the selection, unless a relation is */
  QgSelection selection, pointed;
  GArray *lit_entities, *lit_relations; /* guint */
  QgBetween between;
  QgViewport viewport;

  /* What is shown. */
  QgScene *scene;
  QgLaidOut shown;

  /* The work on what is asked for: at most one layout and one scene at a time. */
  GCancellable *layout_cancellable, *scene_cancellable;
  QgLaidOut coming;            /* layout: provisional at first for large parts */
  gboolean making_provisional; /* coming has no layout yet: the scene's worker makes up the places */
  GPtrArray *recent;           /* QgLaidOut: parts that were shown lately, newest last */
  GError *error;               /* of the last work, NULL while it goes well */
  gboolean told_busy;          /* what listeners know of the work */
  const QgForeseen *foreseen;  /* only while a map is opened */

  /* Groups of a large part that are being collapsed: NULL but meanwhile. */
  GCancellable *collapse_cancellable;
  guint8 *collapsing; /* for each kind what it will be */
  QgSelection later;  /* selected as soon as it is there */

  QgFilter *filter;                    /* nullable */
  GStrv kept_entities, kept_relations; /* nullable: hidden in the map that comes */
  guint8 *node_emphases, *edge_emphases;
  guint n_hidden;

  QgHistory *history;
};

extern GParamSpec *qg_explorer_props[N_PROPS];
extern guint qg_explorer_signals[N_SIGNALS];

/* pipeline */
void qg_explorer_pipeline_start (QgExplorer *self, gboolean fresh);
void qg_explorer_pipeline_speak (QgExplorer *self); /* the language changed: a new scene alone */
void qg_explorer_pipeline_cancel (QgExplorer *self);
void qg_explorer_notify_busy (QgExplorer *self);
void qg_explorer_notify_work (QgExplorer *self);
void qg_laid_out_clear (QgLaidOut *laid_out);
void qg_explorer_remember (QgExplorer *self, const QgLaidOut *laid_out);
QgMeasureOptions qg_explorer_measure_options (const QgPart *part, QgEngine engine, gboolean second);

/* part and selection */
void qg_explorer_take_part (QgExplorer *self, QgPart *part, guint depth, QgFollow follow);
void qg_explorer_set_part (QgExplorer *self, QgPart *part, guint depth, QgFollow follow); /* no new layout */
void qg_explorer_return_to_shown (QgExplorer *self);
void qg_explorer_use_engine_of (QgExplorer *self, const QgLaidOut *shown);
void qg_explorer_use_selection (QgExplorer *self, QgSelection selection);
void qg_explorer_keep_selection_inside (QgExplorer *self);
char *qg_explorer_dup_part_key (const QgPart *part);
char *qg_explorer_dup_view_of_key (const char *key); /* (nullable): the id of the view, of other keys NULL */
char *qg_explorer_dup_part_title (QgExplorer *self, const QgPart *part);
void qg_explorer_show_first (QgExplorer *self);

/* foreseen: the languages that @state (nullable) leads to, else as they are */
void qg_foreseen_choose_languages (GVariant *state, QgLang *lang, QgLang *second);

/* history */
void qg_explorer_visit (QgExplorer *self);
void qg_explorer_notify_history (QgExplorer *self);

/* ways */
void qg_explorer_use_between (QgExplorer *self, QgBetween between); /* no visit in the history */
void qg_explorer_pass_between (QgExplorer *self,
                               QgSelection next); /* ends the ways, unless it is on the way */
void qg_explorer_step_out_of_ways (QgExplorer *self);
void qg_explorer_light (QgExplorer *self, QgNumbers entities, QgNumbers relations);
void qg_explorer_darken (QgExplorer *self);

/* groups */
void qg_explorer_collapse (QgExplorer *self, const guint8 *collapsed);
void qg_explorer_collapse_again (QgExplorer *self);  /* the map was varied: what was begun begins anew */
void qg_explorer_collapse_cancel (QgExplorer *self); /* nothing happens where nothing was begun */
gboolean qg_explorer_collapses_at_once (const QgPart *part);
gboolean qg_explorer_open_group (QgExplorer *self, guint entity);
/* Whether @selection is in a group that is being opened: it is selected then. */
gboolean qg_explorer_select_later (QgExplorer *self, QgSelection selection);

/* what is kept for a map */
void qg_explorer_begin_filter (QgExplorer *self);
QgFilter *qg_explorer_dup_filter_with_kept (QgExplorer *self, QgFilter *filter);

/* filter */
void qg_explorer_use_filter (QgExplorer *self, QgFilter *filter);
void qg_explorer_apply_filter (QgExplorer *self);

G_END_DECLS
