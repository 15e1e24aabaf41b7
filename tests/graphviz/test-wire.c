/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wire-dot.h"
#include "qg-wire.h"

#include <string.h>

static const QgSize nodes[] = { { 10.25, 20 }, { 1.0 / 3, 2 }, { 5, 6 } };
static const QgWireEdge edges[] = { { 0, 1, 0 }, { 2, 2, QG_WIRE_NONE }, { 1, 0, 0 } };
static const QgSize labels[] = { { 30, 0.1 } };
static const guint32 members[] = { 2, 0, 1 };
static const QgWireSet groups[] = { { 3, members, 20, 10 }, { 0, NULL, 0, 0 } };
static const QgWireSet levels[] = { { 1, members, 0, 0 } };

static const QgWireRequest sample = { .engine = QG_WIRE_SFDP,
                                      .direction = QG_WIRE_LEFT,
                                      .seed = 5,
                                      .root = 1,
                                      .node_gap = 0.1,
                                      .rank_gap = 7,
                                      .aspect = 16.0 / 9,
                                      .n_nodes = 3,
                                      .n_edges = 3,
                                      .n_labels = 1,
                                      .n_groups = 2,
                                      .n_levels = 1,
                                      .nodes = nodes,
                                      .edges = edges,
                                      .labels = labels,
                                      .groups = groups,
                                      .levels = levels };

static void
test_request (void)
{
  g_autoptr (GBytes) bytes = qg_wire_encode_request (&sample), again = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  QgWireRequest r;

  g_assert_true (qg_wire_decode_request (data, length, &r));
  g_assert_cmpfloat (r.aspect, ==, 16.0 / 9);
  g_assert_cmpmem (r.nodes, sizeof nodes, nodes, sizeof nodes);
  g_assert_cmpmem (r.edges, sizeof edges, edges, sizeof edges);
  g_assert_cmpmem (r.groups[0].items, sizeof members, members, sizeof members);
  again = qg_wire_encode_request (&r);
  g_assert_true (g_bytes_equal (bytes, again));
  qg_wire_request_clear (&r);
}

/* Cut off anywhere, with something behind, and with every byte wrong in turn: refused, or read as numbers
 * that are in range. */
static void
test_damaged_request (void)
{
  g_autoptr (GBytes) bytes = qg_wire_encode_request (&sample);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *copy = g_malloc (length + 8);
  QgWireRequest r;

  for (gsize n = 0; n <= length + 8; n++)
    {
      memset (copy, 0, length + 8);
      memcpy (copy, data, MIN (n, length));
      if (n == length)
        continue;
      g_assert_false (qg_wire_decode_request (copy, n, &r));
    }
  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        memcpy (copy, data, length);
        copy[i] ^= (guint8) (1u << bit);
        if (!qg_wire_decode_request (copy, length, &r))
          continue;
        for (guint k = 0; k < r.n_edges; k++)
          g_assert_true (r.edges[k].from < r.n_nodes && r.edges[k].to < r.n_nodes);
        for (guint k = 0; k < r.n_nodes; k++)
          g_assert_true (isfinite (r.nodes[k].width) && r.nodes[k].height >= 0);
        qg_wire_request_clear (&r);
      }
}

static void
test_damaged_graphs (void)
{
  static const char texts[] = "\0name\0label";
  static const QgWireItem items[] = { { .name = 1, .label = 6 }, { .name = 6 } };
  static const QgWireLink links[] = { { 0, 1 }, { 1, 1 } };
  static const QgWireCluster clusters[] = { { QG_WIRE_NONE, 2 }, { 0, 1 } };
  static const guint32 inside[] = { 0, 1, 1 };
  const QgWireGraph graph = { { { .name = 1 }, 2, 2, 2, 3 }, items, items, items, links, clusters, inside };
  g_autoptr (GBytes) bytes = qg_wire_encode_graphs (&graph, 1, texts, sizeof texts);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *copy = g_malloc (length);
  const char *found;
  QgWireGraph *graphs;
  guint n;

  graphs = qg_wire_decode_graphs (data, length, &n, &found);
  g_assert_nonnull (graphs);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (found + graphs[0].nodes[0].label, ==, "label");
  g_free (graphs);
  for (gsize cut = 0; cut < length; cut++)
    g_assert_null (qg_wire_decode_graphs (data, cut, &n, &found));
  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        memcpy (copy, data, length);
        copy[i] ^= (guint8) (1u << bit);
        graphs = qg_wire_decode_graphs (copy, length, &n, &found);
        for (guint k = 0; graphs != NULL && k < n; k++)
          for (guint e = 0; e < graphs[k].head.n_edges; e++)
            g_assert_true (graphs[k].links[e].to < graphs[k].head.n_nodes);
        g_free (graphs);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/request", test_request);
  g_test_add_func ("/wire/damaged-request", test_damaged_request);
  g_test_add_func ("/wire/damaged-graphs", test_damaged_graphs);
  return g_test_run ();
}
