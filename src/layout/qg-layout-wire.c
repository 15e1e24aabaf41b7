/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-layout-private.h"

/* The structs of both sides are alike on purpose; where one of them changes, this does not compile. */
G_STATIC_ASSERT (sizeof (QgLayoutEdge) == sizeof (QgWireEdge));
G_STATIC_ASSERT (sizeof (QgLayoutPath) == sizeof (QgWirePath));
G_STATIC_ASSERT (QG_NONE == QG_WIRE_NONE);
G_STATIC_ASSERT ((int) QG_ENGINE_DOT == (int) QG_WIRE_DOT && (int) QG_ENGINE_NEATO == (int) QG_WIRE_NEATO &&
                 (int) QG_ENGINE_FDP == (int) QG_WIRE_FDP && (int) QG_ENGINE_SFDP == (int) QG_WIRE_SFDP &&
                 (int) QG_ENGINE_TWOPI == (int) QG_WIRE_TWOPI &&
                 (int) QG_ENGINE_CIRCO == (int) QG_WIRE_CIRCO &&
                 (int) QG_ENGINE_OSAGE == (int) QG_WIRE_OSAGE &&
                 (int) QG_ENGINE_GIVEN == (int) QG_WIRE_GIVEN);
G_STATIC_ASSERT ((int) QG_DIRECTION_DOWN == (int) QG_WIRE_DOWN &&
                 (int) QG_DIRECTION_RIGHT == (int) QG_WIRE_RIGHT &&
                 (int) QG_DIRECTION_UP == (int) QG_WIRE_UP && (int) QG_DIRECTION_LEFT == (int) QG_WIRE_LEFT &&
                 (int) QG_DIRECTION_AUTO == (int) QG_WIRE_AUTO);

/* A view of @r in the wire's terms; @groups and @levels have room for its sets. */
static QgWireRequest
to_wire (const QgLayoutRequest *r, QgWireSet *groups, QgWireSet *levels)
{
  for (guint i = 0; i < r->n_groups; i++)
    groups[i] = (QgWireSet){ r->groups[i].nodes.n, r->groups[i].nodes.items, r->groups[i].title_width,
                             r->groups[i].title_height };
  for (guint i = 0; i < r->n_levels; i++)
    levels[i] = (QgWireSet){ r->levels[i].n, r->levels[i].items, 0, 0 };
  return (QgWireRequest){ .engine = r->engine,
                          .direction = r->direction,
                          .seed = r->seed,
                          .root = r->root,
                          .node_gap = r->node_gap,
                          .rank_gap = r->rank_gap,
                          .aspect = r->aspect,
                          .n_nodes = r->n_nodes,
                          .n_edges = r->n_edges,
                          .n_labels = r->n_labels,
                          .n_groups = r->n_groups,
                          .n_levels = r->n_levels,
                          .nodes = r->nodes,
                          .centers = r->centers,
                          .edges = (const QgWireEdge *) r->edges,
                          .labels = r->labels,
                          .groups = groups,
                          .levels = levels };
}

GBytes *
qg_layout_request_to_wire (const QgLayoutRequest *r)
{
  g_autofree QgWireSet *groups = g_new (QgWireSet, r->n_groups), *levels = g_new (QgWireSet, r->n_levels);
  QgWireRequest wire = to_wire (r, groups, levels);

  return qg_wire_encode_request (&wire);
}

QgLayout *
qg_layout_from_wire (GBytes *answer, const QgLayoutRequest *r, const char **why)
{
  g_autofree QgWireSet *groups = g_new (QgWireSet, r->n_groups), *levels = g_new (QgWireSet, r->n_levels);
  QgWireRequest wire = to_wire (r, groups, levels);
  QgWireAnswer a;
  gsize length;
  const guint8 *data = g_bytes_get_data (answer, &length);

  if (!qg_wire_decode_answer (data, length, &wire, &a, why))
    return NULL;
  return qg_layout_new (&(QgLayout){ .bounds = { 0, 0, a.width, a.height },
                                     .n_nodes = a.n_nodes,
                                     .n_edges = a.n_edges,
                                     .n_labels = a.n_labels,
                                     .n_groups = a.n_groups,
                                     .n_points = a.n_points,
                                     .nodes = a.nodes,
                                     .paths = (const QgLayoutPath *) a.paths,
                                     .points = a.points,
                                     .labels = a.labels,
                                     .groups = a.groups });
}
