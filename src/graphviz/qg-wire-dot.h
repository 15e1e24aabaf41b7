/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a DOT file says, on the wire. Texts are places in one blob, each ending with NUL; 0 is none. 'more'
 * has other attributes, as name, U+001F, value, U+001E, one after the other; that of a graph has the names of
 * attributes of nodes and edges that are read by nobody, with how often they occur. */

#pragma once

#include "qg-wire.h"

G_BEGIN_DECLS

typedef enum
{
  QG_WIRE_HTML_LABEL = 1 << 0, /* the label is markup */
  QG_WIRE_DIRECTED = 1 << 1,   /* of a graph */
} QgWireDotFlags;

typedef struct
{
  guint32 name, label, color, fill, tooltip, url, flags, more;
} QgWireItem;

typedef struct
{
  guint32 from, to;
} QgWireLink;

typedef struct
{
  guint32 parent; /* a group of the graph before this one; QG_WIRE_NONE */
  guint32 n_nodes;
} QgWireCluster;

typedef struct
{
  QgWireItem item;
  guint32 n_nodes, n_edges, n_groups, n_members;
} QgWireGraphHead;

/* One graph: its arrays in the payload. Members of the groups stand one group after the other. */
typedef struct
{
  QgWireGraphHead head;
  const QgWireItem *nodes, *edge_items, *group_items;
  const QgWireLink *links;
  const QgWireCluster *clusters;
  const guint32 *members;
} QgWireGraph;

GBytes *qg_wire_encode_graphs (const QgWireGraph *graphs, guint n, const char *texts, gsize n_texts);
/* The graphs are freshly allocated, their arrays and @texts point into @data, which must be aligned to 8.
 * Every number and every text is checked; texts are UTF-8. NULL where anything is wrong. */
QgWireGraph *qg_wire_decode_graphs (const guint8 *data, gsize length, guint *n, const char **texts);

G_END_DECLS
