/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-note-mark.h"
#include "qg-painter.h"
#include "qg-scene-private.h"

G_BEGIN_DECLS

/* Below this scale ways are hairs, and text that would be smaller than so many logical pixels is not drawn.
 */
#define QG_PAINTER_HAIR_SCALE 0.4
#define QG_PAINTER_MIN_TEXT 5.5
#define QG_PAINTER_MIN_VERB 5.5

/* What one call of the painter carries along. */
typedef struct
{
  const QgScene *scene;
  QgBackend *backend;
  const QgPaintOptions *options;
  const QgTheme *theme;
  double scale;      /* device pixels per point; G_MAXDOUBLE for full detail */
  double read_scale; /* the same in logical pixels */
  guint *owners;     /* for each label the edge that draws its trunk; NULL: the first */
  QgNoteMark *marks; /* of each label, made when first asked for; NULL: none is drawn */
} QgPainter;

QgPainter qg_painter_make (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options);
/* At a scale in logical pixels per point: whether boxes are too small for text, even for that of the most
 * important; whether all have room for theirs. */
gboolean qg_painter_is_far (double read_scale);
gboolean qg_painter_shows_all_names (double read_scale);
/* The least importance of those whose boxes have room for their names; 0 where none has. */
guint qg_painter_get_least_shown (double read_scale);
gboolean qg_painter_shows_name (const QgScene *scene, guint node, double read_scale);
/* With a share of @veil (0 to 1) of the background. */
void qg_painter_draw_far_name (const QgPainter *painter, const QgFarName *name, QgEmphasis emphasis,
                               double veil);

/* Of the colours of one way at one emphasis. */
QgColor qg_painter_way_color (const QgPainter *painter, guint edge, QgEmphasis emphasis);

static inline QgEmphasis
qg_painter_edge_emphasis (const QgPainter *painter, guint edge)
{
  const guint8 *edges = painter->options->emphases.edges;

  return edges != NULL ? (QgEmphasis) edges[edge] : QG_EMPHASIS_NORMAL;
}

static inline QgEmphasis
qg_painter_node_emphasis (const QgPainter *painter, guint node)
{
  const guint8 *nodes = painter->options->emphases.nodes;

  return nodes != NULL ? (QgEmphasis) nodes[node] : QG_EMPHASIS_NORMAL;
}

/* NULL where there is none at the word. */
const QgNoteMark *qg_painter_get_mark (const QgPainter *painter, guint label);
void qg_painter_find_owners (QgPainter *painter);
/* @whole: the trunk too, whoever draws it otherwise. */
void qg_painter_draw_way (const QgPainter *painter, guint edge, QgEmphasis emphasis, gboolean whole);
void qg_painter_draw_hairs (const QgPainter *painter, const GArray *edges, QgEmphasis emphasis);
void qg_painter_draw_verb (const QgPainter *painter, guint label, QgEmphasis emphasis);
void qg_painter_draw_words (const QgPainter *painter, const QgWords *words, QgFont font, const QgRect *box,
                            QgColor ink, QgColor second_ink);

G_END_DECLS
