/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What goes between the program and qogam-graphviz. Both ends run on one machine, so numbers go as they lie
 * in memory, doubles exactly; the header's magic and version tell another build from this one. A message is a
 * header and a payload of the length that the header says; nothing follows. Reading trusts nothing: a payload
 * is taken whole or refused whole. Lengths are points, x to the right, y down. */

#pragma once

#include "qg-geometry.h"

G_BEGIN_DECLS

#define QG_WIRE_VERSION 2u
#define QG_WIRE_NONE G_MAXUINT32
#define QG_WIRE_MAX_PAYLOAD ((guint64) 1 << 31)
/* No number of a picture may be farther out. */
#define QG_WIRE_MAX_LENGTH 1e9

/* The exit status of a helper that got no memory. */
#define QG_WIRE_STATUS_MEMORY 3

typedef enum
{
  QG_WIRE_LAYOUT = 1, /* to the helper: lay out; from it: a layout */
  QG_WIRE_PARSE = 2,  /* to the helper: read DOT; from it: graphs */
  QG_WIRE_REFUSED = 3 /* from it: a text that says why */
} QgWireKind;

typedef enum
{
  QG_WIRE_NO_LANDLOCK = 1 << 0, /* the kernel has none: files are kept away by other means only */
  QG_WIRE_NO_SECCOMP = 1 << 1,
} QgWireFlags;

typedef struct
{
  char magic[4];
  guint32 version, kind;
  guint32 flags;                   /* from the helper: QgWireFlags */
  guint32 cpu_seconds, memory_mib; /* to the helper: its limits, 0 for none */
  guint64 length;                  /* of the payload */
} QgWireHeader;

typedef enum
{
  QG_WIRE_DOT,
  QG_WIRE_NEATO,
  QG_WIRE_FDP,
  QG_WIRE_SFDP,
  QG_WIRE_TWOPI,
  QG_WIRE_CIRCO,
  QG_WIRE_OSAGE,
  QG_WIRE_GIVEN, /* no engine: nodes have their places, ways are led round them */
} QgWireEngine;
#define QG_WIRE_N_ENGINES 8

typedef enum
{
  QG_WIRE_DOWN,
  QG_WIRE_RIGHT,
  QG_WIRE_UP,
  QG_WIRE_LEFT,
  QG_WIRE_AUTO,
} QgWireDirection;
#define QG_WIRE_N_DIRECTIONS 5

typedef struct
{
  guint32 from, to, label; /* label: QG_WIRE_NONE for none */
} QgWireEdge;

typedef struct
{
  guint32 n;
  const guint32 *items;
  double title_width, title_height; /* of a group; 0 for a level */
} QgWireSet;

/* See QgLayoutRequest in layout/. */
typedef struct
{
  guint32 engine, direction, seed, root;
  double node_gap, rank_gap, aspect;
  guint32 n_nodes, n_edges, n_labels, n_groups, n_levels;
  const QgSize *nodes;
  const QgPoint *centers; /* of the nodes, with QG_WIRE_GIVEN; else NULL */
  const QgWireEdge *edges;
  const QgSize *labels;
  const QgWireSet *groups, *levels;
} QgWireRequest;

typedef struct
{
  guint32 first, n, label_at;
} QgWirePath;

/* See QgLayout in layout/. */
typedef struct
{
  double width, height;
  guint32 n_nodes, n_edges, n_labels, n_groups, n_points;
  const QgRect *nodes;
  const QgWirePath *paths;
  const QgPoint *points;
  const QgRect *labels, *groups;
} QgWireAnswer;

void qg_wire_header_init (QgWireHeader *header, QgWireKind kind, gsize length);
/* FALSE where it is no header of this version, or announces more than is allowed. */
gboolean qg_wire_header_check (const QgWireHeader *header);

GBytes *qg_wire_encode_request (const QgWireRequest *request);
/* The sets in @request are freshly allocated, everything else points into @data, which must be aligned to 8
 * and outlive it. */
gboolean qg_wire_decode_request (const guint8 *data, gsize length, QgWireRequest *request);
void qg_wire_request_clear (QgWireRequest *request);

GBytes *qg_wire_encode_answer (const QgWireAnswer *answer);
/* Checked against what was asked for: counts, sizes, finite numbers, points inside the picture. @answer
 * points into @data, aligned to 8. @why: (out): a static text. */
gboolean qg_wire_decode_answer (const guint8 *data, gsize length, const QgWireRequest *request,
                                QgWireAnswer *answer, const char **why);

G_END_DECLS
