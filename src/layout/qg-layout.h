/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a layout is asked for and what comes back. Lengths are points; x to the right, y down; the origin of a
 * result is the upper left corner of its bounds. Both structs are immutable once made and ref-counted; any
 * thread may read them.
 *
 * Nodes and edges are numbered as in the part that is laid out. A verb is a label of its own: several edges
 * may share one label ('has' → five features), so that a word stands once and the arrows branch behind it. */

#pragma once

#include <glib-object.h>

#include "qg-geometry.h"
#include "qg-map.h"

G_BEGIN_DECLS

/* Enough for the largest map that is promised. A larger request can be made, for provisional places, but is
 * refused by the layouter: a part of it would be the picture of another map. */
#define QG_LAYOUT_MAX_NODES 2000000u
#define QG_LAYOUT_MAX_EDGES 4000000u

typedef struct
{
  guint from, to; /* nodes */
  guint label;    /* QG_NONE: none */
} QgLayoutEdge;

typedef struct
{
  QgNumbers nodes;
  double title_width, title_height;
} QgLayoutGroup;

typedef struct
{
  QgEngine engine;
  QgDirection direction;
  double node_gap; /* least distance of two nodes beside each other */
  double rank_gap; /* least distance of two ranks (dot), of two rings (twopi) */
  double aspect;   /* wished width : height; 0 for none */
  guint seed;      /* engines that begin at random begin from this */
  guint root;      /* twopi, circo: the node in the middle; QG_NONE: the engine's choice */
  guint n_nodes, n_edges, n_labels, n_groups, n_levels;
  const QgSize *nodes; /* sizes */
  /* Of the nodes, for QG_ENGINE_GIVEN (which is neato where they are NULL); else NULL. As far apart as boxes
   * need: they are spread when a request is made. */
  const QgPoint *centers;
  const QgLayoutEdge *edges;
  /* Sizes; dot keeps room for them and places them, neato, fdp and sfdp as well in small graphs. */
  const QgSize *labels;
  const QgLayoutGroup *groups;
  const QgNumbers *levels; /* nodes side by side, level after level (dot) */
} QgLayoutRequest;

#define QG_TYPE_LAYOUT_REQUEST (qg_layout_request_get_type ())
GType qg_layout_request_get_type (void) G_GNUC_CONST;

/* Copies everything in @values; lengths are clamped to what engines survive. */
QgLayoutRequest *qg_layout_request_new (const QgLayoutRequest *values);
QgLayoutRequest *qg_layout_request_ref (QgLayoutRequest *request);
void qg_layout_request_unref (QgLayoutRequest *request);
gboolean qg_layout_request_is_too_large (const QgLayoutRequest *request);
/* A hash of all that goes in, and of the version of Graphviz and of the wire format: 64 hex digits; (transfer
 * full). */
char *qg_layout_request_hash (const QgLayoutRequest *request);

/* The way of an edge: a chain of cubic Bézier curves, 3k + 1 points (k ≥ 1), from the rim of the from-node to
 * the tip at the rim of the to-node. Where the label of the edge was placed, the point `label_at` of the
 * chain (a multiple of 3, counted from the path's first) is in the middle of the label's box: the chain
 * passes under the word. Edges that share a label and a from-node have equal points up to there; those that
 * share a to-node, from there on. */
typedef struct
{
  guint first, n; /* points[first … first + n - 1]; n is 0 for an edge that was not routed: a straight line */
  guint label_at; /* QG_NONE: no label placed on it */
} QgLayoutPath;

typedef struct
{
  QgRect bounds; /* at 0,0 */
  guint n_nodes, n_edges, n_labels, n_groups, n_points;
  const QgRect *nodes;
  const QgLayoutPath *paths; /* one for each edge */
  const QgPoint *points;
  const QgRect *labels; /* width < 0: not placed by the engine */
  const QgRect *groups; /* width < 0: the engine has no such areas */
  gboolean provisional; /* places made up at once, before an engine has answered */
} QgLayout;

#define QG_TYPE_LAYOUT (qg_layout_get_type ())
GType qg_layout_get_type (void) G_GNUC_CONST;

QgLayout *qg_layout_new (const QgLayout *values); /* copies */
QgLayout *qg_layout_ref (QgLayout *layout);
void qg_layout_unref (QgLayout *layout);
/* Nodes in rows as wide as a page, at once, for a picture while the engine works; edges are not routed. */
QgLayout *qg_layout_new_provisional (const QgLayoutRequest *request);

/* How long @engine may take for @n_nodes and @n_edges on a slow machine, in seconds; a rough guess from
 * measured runs (docs/performance.md). */
double qg_layout_estimate_seconds (QgEngine engine, guint n_nodes, guint n_edges);
/* The same for dot, which takes long for edges that pass many ranks, however few they are. @ends: the nodes
 * that each edge leads from and to, one after the other. Takes time in the order of nodes and edges. */
double qg_layout_estimate_dot_seconds (guint n_nodes, guint n_edges, const guint *ends);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgLayoutRequest, qg_layout_request_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgLayout, qg_layout_unref)

G_END_DECLS
