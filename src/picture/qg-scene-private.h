/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-look.h"
#include "qg-rtree.h"
#include "qg-scene.h"

G_BEGIN_DECLS

/* The words of a node or a verb: in the scene's language, and in the second where there is one and it says
 * something else. */
typedef struct
{
  QgWrapped *first, *second; /* second is nullable */
} QgWords;

/* What the ways of one label have in common. */
typedef enum
{
  QG_TRUNK_NONE,
  QG_TRUNK_START, /* from the from-node to the word */
  QG_TRUNK_END,   /* from the word to the to-node, its arrowhead included */
} QgTrunk;

typedef struct
{
  const QgPoint *points; /* 3k + 1, k ≥ 1 */
  guint n;
  guint label_at; /* QG_NONE: the word is not on a point of the chain */
} QgWay;

typedef struct
{
  QgRect rect;   /* what is painted; width < 0: no room was found, or there are no words */
  guint wording; /* in verb_words; QG_NONE for a label without edges */
  guint first;   /* in label_edges */
  guint n;       /* edges */
  guint8 trunk;  /* QgTrunk */
} QgVerbPlace;

/* A curve of a way, as the index knows it. */
typedef struct
{
  guint edge, point;
} QgWayPiece;

/* A name seen from far (qg-scene-far.c). */
typedef struct
{
  guint node;
  QgFont font;
  QgRect rect;
  QgWrapped *words;
} QgFarName;

#define QG_FAR_STEPS 48

typedef struct
{
  GMutex lock;
  GArray *names[QG_FAR_STEPS]; /* QgFarName, for each step of the zoom; made when first asked for */
} QgFarCache;

struct _QgScene
{
  gatomicrefcount ref_count;
  QgPart *part;
  const QgMap *map; /* the part's */
  QgLayoutRequest *request;
  QgLayout *layout;
  QgLang lang, second;
  double factor; /* of the lengths of lines: more where there is room for a second language */
  QgRect bounds;

  guint n_nodes, n_edges, n_labels, n_pieces;
  gpointer *node_words; /* QgWords, made when first asked for; atomic */
  guint n_wordings;
  QgWords *verb_words;  /* of each wording that is here */
  guint *edge_wordings; /* in verb_words, of each edge */
  QgWay *ways;
  QgPoint *own_points; /* of ways that the engine did not lead */
  QgVerbPlace *verbs;
  guint *label_edges; /* edges, label after label */
  QgWayPiece *pieces;
  QgRTree *node_tree, *piece_tree, *verb_tree;
  QgFarCache far;
};

const QgEntity *qg_scene_get_entity (const QgScene *scene, guint node);
const QgRelation *qg_scene_get_relation (const QgScene *scene, guint edge);
const QgWords *qg_scene_get_node_words (const QgScene *scene, guint node);
QgSize qg_words_size (const QgWords *words, QgFont first);

/* The kind that a group stands for; NULL where it is drawn nowhere. */
const QgKind *qg_scene_get_group_kind (const QgScene *scene, guint group);
/* Where the title of a group stands, and its words (transfer full). */
QgRect qg_scene_get_group_title (const QgScene *scene, guint group, const QgKind *kind, char **title);
/* The same where the words are not needed. FALSE where the group has no title. */
gboolean qg_scene_find_group_title (const QgScene *scene, guint group, QgRect *rect);

/* QgFarName elements, the scene's own; for a scale at which boxes show no text. Any thread. */
const GArray *qg_scene_get_far_names (const QgScene *scene, double scale);
void qg_far_cache_clear (QgFarCache *cache);
/* That of the step of the zoom which the names at @scale are made for. */
double qg_far_scale (double scale);
/* One of them, without a place; its words are the caller's. */
QgFarName qg_far_name_make (const QgScene *scene, guint node, double scale);
/* Whether a place keeps its distance from all of @names (nullable). */
gboolean qg_far_name_is_free (const GArray *names, double scale, const QgRect *place);
/* FALSE where @room is not free for other reasons. */
typedef gboolean (*QgFarRoomFunc) (const QgRect *room, gpointer user_data);
/* On its box, or beside it; away from @names and @others, and where @is_room (all nullable). FALSE where
 * there is no room. */
gboolean qg_far_name_place (const QgScene *scene, const GArray *names, const GArray *others,
                            QgFarRoomFunc is_room, gpointer user_data, double scale, QgFarName *name);

/* Ways for edges that the engine did not lead (qg-scene-ways.c). */
void qg_scene_lead_ways (QgScene *scene);
/* Places for the words that the engine did not place (qg-scene-place.c); the index of nodes must be there. */
void qg_scene_place_verbs (QgScene *scene);

G_END_DECLS
