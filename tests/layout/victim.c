/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A program that lays out what takes minutes, for a test that kills it in the midst of it. */

#include "qg-layouter.h"

#define N 3000

int
main (void)
{
  g_autofree QgSize *nodes = g_new (QgSize, N);
  g_autofree QgLayoutEdge *edges = g_new (QgLayoutEdge, 3 * N);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgLayoutRequest) request = NULL;
  g_autoptr (QgLayout) layout = NULL;

  for (guint i = 0; i < N; i++)
    nodes[i] = (QgSize){ 60, 30 };
  for (guint i = 0; i < 3 * N; i++)
    edges[i] = (QgLayoutEdge){ i % N, (i * 7919u + i / N * 31u) % N, QG_NONE };
  request = qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_CIRCO,
                                                       .node_gap = 10,
                                                       .rank_gap = 30,
                                                       .root = QG_NONE,
                                                       .n_nodes = N,
                                                       .n_edges = 3 * N,
                                                       .nodes = nodes,
                                                       .edges = edges });
  layout = qg_layouter_run (layouter, request, NULL, NULL);
  return layout != NULL ? 0 : 1;
}
