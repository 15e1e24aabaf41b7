/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgDot: what a DOT file says, read by Graphviz's own parser in the helper. Texts are UTF-8, as written:
 * escapes such as \n and \N, and markup, are still in them. Absent ones are NULL. */

#pragma once

#include "qg-graphviz.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* NULL for an edge or graph without one */
  const char *label; /* as written; "\\N" stands for the name */
  const char *color, *fill, *tooltip, *url;
  gboolean html_label; /* the label is HTML-like markup */
  const char *more; /* attributes of a map, see qg_dot_next_attribute(); of a graph those that nobody reads */
} QgDotItem;

typedef struct
{
  QgDotItem item;
  guint from, to; /* nodes */
} QgDotEdge;

typedef struct
{
  QgDotItem item;
  guint parent; /* the group around it, of a smaller number; G_MAXUINT: none */
  guint n_nodes;
  const guint *nodes; /* those of inner groups too */
} QgDotGroup;

typedef struct
{
  QgDotItem item;
  gboolean directed;
  guint n_nodes, n_edges, n_groups;
  const QgDotItem *nodes;
  const QgDotEdge *edges;
  const QgDotGroup *groups; /* the clusters */
} QgDotGraph;

typedef struct
{
  guint n_graphs; /* at least one */
  const QgDotGraph *graphs;
  GBytes *bytes; /* private: what the texts lie in */
} QgDot;

/* @child: from qg_graphviz_start(). @text: the whole file; UTF-8 without NUL, which the caller has seen to.
 * Blocks; any thread. @line: (out): where a syntax error is, counted from 1; 0 where the error has no place.
 * Errors: QG_GRAPHVIZ_ERROR (REFUSED: no DOT; EMPTY: no graph in it), G_IO_ERROR_CANCELLED. */
QgDot *qg_dot_read (QgChild *child, GBytes *text, GCancellable *cancellable, guint *line, GError **error);
/* What the helper answered, checked whole. @answer: aligned to 8. Errors: QG_GRAPHVIZ_ERROR (ANSWER: cut off
 * or garbled; EMPTY: no graph in it). Any thread. */
QgDot *qg_dot_unpack (GBytes *answer, GError **error);
void qg_dot_free (QgDot *dot);

/* Walks over the attributes in @more (which is moved on): FALSE behind the last one. @name and @value are
 * (transfer full). */
gboolean qg_dot_next_attribute (const char **more, char **name, char **value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgDot, qg_dot_free)

G_END_DECLS
