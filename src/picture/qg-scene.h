/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgScene: a laid-out part in one language: shapes and words with their places, and a spatial index over
 * them. Immutable and ref-counted; made and drawn in any thread. Nodes and edges have the part's numbers,
 * labels and groups the request's. A change of language makes a new scene over the same layout. */

#pragma once

#include <gio/gio.h>

#include "qg-layout.h"
#include "qg-part.h"

G_BEGIN_DECLS

typedef struct _QgScene QgScene;

#define QG_TYPE_SCENE (qg_scene_get_type ())
GType qg_scene_get_type (void) G_GNUC_CONST;

typedef enum
{
  QG_HIT_NOTHING,
  QG_HIT_NODE,
  QG_HIT_EDGE,
} QgHitKind;

typedef struct
{
  QgHitKind kind;
  guint index; /* node or edge of the part */
} QgHit;

/* @second: (nullable): a second language under each label, where the request was measured for it. @layout
 * must be an answer to @request, and @request a measure of @part. NULL when cancelled, or when the three do
 * not belong together. */
QgScene *qg_scene_new (QgPart *part, const QgLayoutRequest *request, QgLayout *layout, QgLang lang,
                       QgLang second, GCancellable *cancellable);
QgScene *qg_scene_ref (QgScene *scene);
void qg_scene_unref (QgScene *scene);

QgPart *qg_scene_get_part (const QgScene *scene);
QgLayout *qg_scene_get_layout (const QgScene *scene);
QgLang qg_scene_get_lang (const QgScene *scene);
QgLang qg_scene_get_second_lang (const QgScene *scene);
/* Of all that is drawn: it may be a little more than the layout's, and begin left of or above 0. */
QgRect qg_scene_get_bounds (const QgScene *scene);
QgRect qg_scene_get_node_rect (const QgScene *scene, guint node);
QgRect qg_scene_get_edge_bounds (const QgScene *scene, guint edge); /* way and verb */
QgRect qg_scene_get_verb_rect (const QgScene *scene, guint edge);   /* width < 0: none */

/* What is at a point, within @slack points; verbs and nodes before ways. Of several edges that share a word
 * the first is found at the word. */
QgHit qg_scene_hit (const QgScene *scene, double x, double y, double slack);
/* The kind whose group has its title there; QG_NONE where there is none. */
guint qg_scene_hit_group_title (const QgScene *scene, double x, double y);
/* The node whose middle is nearest in a direction (dx, dy being one of ±1, 0); QG_NONE where there is none.
 */
guint qg_scene_nearest_node (const QgScene *scene, guint from, int dx, int dy);
/* Numbers of nodes whose boxes meet @area, of edges whose ways or words may, ascending; (transfer full):
 * guint elements. */
GArray *qg_scene_query_nodes (const QgScene *scene, const QgRect *area);
GArray *qg_scene_query_edges (const QgScene *scene, const QgRect *area);

/* What the finished picture shows wrong: overlaps counted from what is painted. */
typedef struct
{
  guint overlaps;       /* names, verbs, boxes and foreign ways, each pair once */
  guint crossings;      /* of ways */
  double smallest_text; /* points, at scale 1 */
  guint clipped;        /* words that do not fit their box, or found no place */
} QgSceneReport;

/* Takes as long as drawing the scene, or longer. */
void qg_scene_report (const QgScene *scene, QgSceneReport *report);

/* How many words on ways found no place: known at once, too. */
guint qg_scene_count_left_out (const QgScene *scene);
/* The report's smallest text alone, which is known at once. */
double qg_scene_get_smallest_text (const QgScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgScene, qg_scene_unref)

G_END_DECLS
