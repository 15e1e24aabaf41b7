/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The parts of the program qogam-graphviz. It has one thread, does one thing and ends; what it allocates for
 * the time of its life is not freed. */

#pragma once

#include <gvc.h>

#include "qg-wire.h"

/* ── qg-guard.c: what keeps harm inside ── */

/* What Graphviz complained about; NULL when it did not. */
const char *qg_guard_get_complaint (void);
/* Signals, allocation failures and Graphviz's messages, from the first moment. */
void qg_guard_begin (void);
/* Limits of time and memory, 0 for none. */
void qg_guard_limit (guint32 cpu_seconds, guint32 memory_mib);
/* The end of the program that called is ours. */
void qg_guard_watch (void);
/* No file, no network, no other program from now on; QgWireFlags tell what the kernel could not do. */
guint32 qg_guard_close_doors (void);

/* ── qg-engine.c: one graph ── */

/* A picture of a request (or a part of one), by the request's numbers; the corner is at 0,0. */
typedef struct
{
  double width, height;
  QgRect *nodes, *labels, *groups;
  QgWirePath *paths;
  GArray *points; /* QgPoint */
} QgDrawing;

/* ── qg-ranks.c: ranks that fill a page ── */

typedef struct
{
  int *nodes, *labels; /* the rank of each */
  double cost;
} QgRanks;

typedef struct
{
  guint n_levels, seed;
  gboolean sideways; /* ranks stand upright, side by side */
  double node_gap, rank_gap, box_pad;
  double slack;   /* how much longer a rank becomes than what stands on it */
  double span;    /* what long ways cost */
  double against; /* what ways that point back cost */
  double aside;   /* what words cost that are not between their boxes */
} QgRankPlan;

/* Where ranks are given, gaps are small: an edge or a word needs less room beside it than a box, which
 * brings its own. At spacing 1 a request has a node gap of 14 and a rank gap of 18. */
#define QG_TIGHT_NODE_GAP(r) fmax ((r)->node_gap * 0.22, 2)
#define QG_TIGHT_BOX_PAD(r) fmax ((r)->node_gap * 0.5, 2)
#define QG_TIGHT_RANK_GAP(r) fmax ((r)->rank_gap * 0.42, 2)

static inline gboolean
qg_is_sideways (guint32 direction)
{
  return direction == QG_WIRE_RIGHT || direction == QG_WIRE_LEFT;
}

/* Levels of the request that have a node of their own; no more than nodes. */
guint qg_ranks_count_levels (const QgWireRequest *request);
/* @plan: no fewer levels than the request has, no more than nodes. */
QgRanks *qg_ranks_new (const QgWireRequest *request, const QgRankPlan *plan);
void qg_ranks_free (QgRanks *ranks);

/* What may be tried to fill a page better. */
typedef struct
{
  const QgRanks *ranks;            /* NULL: the engine's own */
  guint32 direction;               /* never QG_WIRE_AUTO */
  double node_factor, rank_factor; /* of the gaps */
  guint stagger;                   /* leaves of one parent are spread over so many ranks */
  int angle;                       /* degrees; the first edge of a free layout is turned to it */
} QgTrial;

/* What became of an edge of the request: one edge of the graph, or two with the label as a node between. */
typedef struct
{
  Agedge_t *edge; /* NULL: none */
  gboolean reversed;
} QgHalf;

typedef struct
{
  QgHalf in, out; /* out: behind the label */
} QgWay;

typedef struct
{
  const QgWireRequest *request;
  const QgTrial *trial;
  gboolean label_nodes; /* labels are nodes of the graph */
  gboolean placed;      /* nodes have their places: groups are no business of the engine */
  Agraph_t *graph;
  Agsym_t *width, *height; /* of nodes */
  Agsym_t *length;         /* of edges */
  Agnode_t **nodes, **labels;
  Agraph_t **groups;
  QgWay *ways;
  guint *level_of;     /* of nodes; QG_WIRE_NONE */
  guint *n_in, *n_out; /* of labels: distinct halves */
} QgBuild;

GVC_t *qg_engine_load (guint32 engine);
/* NULL: refused, and the guard knows the complaint. */
QgDrawing *qg_engine_draw (GVC_t *gvc, const QgWireRequest *request);
/* @drawing, or another one of the whole request that fills the page better; takes @drawing. */
QgDrawing *qg_engine_improve (GVC_t *gvc, const QgWireRequest *request, QgDrawing *drawing);

/* ── qg-score.c ── */

/* The larger, the better a drawing is on a page of the wished shape. Exact where it is more than @least. */
double qg_score (const QgDrawing *drawing, const QgWireRequest *request, double least);

/* ── qg-build.c: the graph of a request ── */

void qg_build_graph (QgBuild *build);
void qg_build_place (QgBuild *build, const QgPoint *centers);
double qg_build_get_curve_work (const QgWireRequest *request, gboolean label_nodes);
void qg_build_forbid_curves (void);
void qg_build_clear (QgBuild *build);

/* ── qg-blocks.c: groups side by side on a page ── */

/* Beyond, osage does it alone. */
#define QG_BLOCKS_MOST_NODES 1500u

gboolean qg_blocks_suit (const QgWireRequest *request);
/* NULL: refused, and the guard knows the complaint. */
QgDrawing *qg_blocks_draw (GVC_t *gvc, const QgWireRequest *request);

/* ── qg-collect.c: what the engine made of it ── */

QgDrawing *qg_drawing_new (const QgWireRequest *request);
void qg_drawing_free (QgDrawing *drawing);
/* Moves everything so that the bounds begin at 0,0, and sets them. */
void qg_drawing_settle (QgDrawing *drawing, const QgWireRequest *request);
QgDrawing *qg_collect (const QgBuild *build);

/* ── qg-split.c: parts that nothing ties together ── */

typedef struct
{
  QgWireRequest request;
  guint32 *nodes, *edges, *labels, *groups; /* numbers in the whole request */
} QgPiece;

/* Forbids curves round boxes where all pieces together would take too long for them. */
void qg_engine_limit_curves (const QgPiece *pieces, guint n);

/* @n is 1, and the piece has no arrays of numbers, where all hangs together. */
QgPiece *qg_split (const QgWireRequest *request, guint *n);

/* ── qg-pack.c: and together again, on one page ── */

QgDrawing *qg_pack (const QgWireRequest *request, const QgPiece *pieces, QgDrawing **drawings, guint n);

/* ── qg-parse.c: what a DOT text says ── */

/* @text: ends with NUL behind @length, and is changed. NULL: refused, and the guard knows the complaint. */
GBytes *qg_parse (char *text, gsize length);
