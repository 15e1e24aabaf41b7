/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as a message between the program and its helper, both ways: taken whole or refused whole. */

#include "fuzz.h"

#include <math.h>
#include <string.h>

#include "qg-wire.h"

/* What was found once; the other seeds are made here. */
const char fuzz_corpus[] = "wire";

const char *const fuzz_words[] = { "\xff\xff\xff\xff", "\xff\xff\xff\x7f", "\x01", NULL };

static const QgSize sizes[] = { { 40, 20 }, { 60, 30 }, { 50, 25 } };
static const QgWireEdge edges[] = { { 0, 1, 0 }, { 1, 2, QG_WIRE_NONE } };
static const QgSize labels[] = { { 30, 10 } };
static const guint32 members[] = { 0, 2 };
static const QgWireSet sets[] = { { 2, members, 20, 10 } };

static const QgWireRequest request = {
  .engine = QG_WIRE_DOT,
  .direction = QG_WIRE_DOWN,
  .seed = 1,
  .root = QG_WIRE_NONE,
  .node_gap = 10,
  .rank_gap = 20,
  .aspect = 1.5,
  .n_nodes = G_N_ELEMENTS (sizes),
  .n_edges = G_N_ELEMENTS (edges),
  .n_labels = G_N_ELEMENTS (labels),
  .n_groups = 1,
  .n_levels = 1,
  .nodes = sizes,
  .edges = edges,
  .labels = labels,
  .groups = sets,
  .levels = sets,
};

static const QgRect places[] = { { 0, 0, 40, 20 }, { 60, 40, 60, 30 }, { 10, 90, 50, 25 } };
static const QgPoint points[] = { { 20, 20 }, { 30, 30 }, { 60, 30 }, { 70, 40 },
                                  { 70, 70 }, { 60, 80 }, { 40, 80 }, { 40, 90 } };
static const QgWirePath paths[] = { { 0, 4, 1 }, { 4, 4, 0 } };
static const QgRect label_places[] = { { 30, 25, 30, 10 } };
static const QgRect group_places[] = { { 0, 0, 130, 120 } };

static const QgWireAnswer answer = {
  .width = 130,
  .height = 120,
  .n_nodes = G_N_ELEMENTS (places),
  .n_edges = G_N_ELEMENTS (paths),
  .n_labels = 1,
  .n_groups = 1,
  .n_points = G_N_ELEMENTS (points),
  .nodes = places,
  .paths = paths,
  .points = points,
  .labels = label_places,
  .groups = group_places,
};

GBytes *
fuzz_get_seed (guint n)
{
  QgWireRequest without = request;

  without.n_groups = without.n_levels = without.n_labels = 0;
  without.edges = NULL;
  without.n_edges = 0;
  switch (n)
    {
    case 0:
      return qg_wire_encode_request (&request);
    case 1:
      return qg_wire_encode_answer (&answer);
    case 2:
      return qg_wire_encode_request (&without);
    default:
      return NULL;
    }
}

static void
take_request (const guint8 *data, gsize length)
{
  QgWireRequest taken;

  if (qg_wire_decode_request (data, length, &taken))
    {
      g_autoptr (GBytes) again = qg_wire_encode_request (&taken);

      g_assert_cmpuint (g_bytes_get_size (again), ==, length);
      for (guint32 i = 0; i < taken.n_edges; i++)
        g_assert_true (taken.edges[i].from < taken.n_nodes && taken.edges[i].to < taken.n_nodes);
      for (guint32 i = 0; i < taken.n_groups; i++)
        for (guint32 k = 0; k < taken.groups[i].n; k++)
          g_assert_cmpuint (taken.groups[i].items[k], <, taken.n_nodes);
      qg_wire_request_clear (&taken);
    }
}

static void
take_answer (const guint8 *data, gsize length)
{
  QgWireAnswer taken;
  const char *why = NULL;

  if (qg_wire_decode_answer (data, length, &request, &taken, &why))
    {
      g_assert_cmpuint (taken.n_nodes, ==, request.n_nodes);
      for (guint32 i = 0; i < taken.n_points; i++)
        g_assert_true (isfinite (taken.points[i].x) && isfinite (taken.points[i].y));
      for (guint32 i = 0; i < taken.n_edges; i++)
        g_assert_true ((guint64) taken.paths[i].first + taken.paths[i].n <= taken.n_points);
    }
  else
    g_assert_nonnull (why);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  /* g_malloc aligns to 16, as the decoders ask for. */
  g_autofree guint8 *aligned = g_memdup2 (data, length);
  QgWireHeader header;

  take_request (aligned, length);
  take_answer (aligned, length);
  if (length >= sizeof header)
    {
      memcpy (&header, data, sizeof header);
      if (qg_wire_header_check (&header))
        g_assert_cmpuint (header.length, <=, QG_WIRE_MAX_PAYLOAD);
    }
  return 0;
}
