/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-layout.h"

#include "qg-layout-private.h"

/* Graphviz works in whole points and with 16 bits here and there. */
#define MAX_SIZE 20000.0
#define MAX_GAP 2000.0

/* ── The request ── */

typedef struct
{
  QgLayoutRequest values; /* first: a request is a pointer to it */
  gatomicrefcount refs;
} Request;

G_DEFINE_BOXED_TYPE (QgLayoutRequest, qg_layout_request, qg_layout_request_ref, qg_layout_request_unref)

static double
clamp_length (double value, double least, double most)
{
  return isfinite (value) ? CLAMP (value, least, most) : least;
}

/* Whole points: the engines round to them, and boxes shall stand where the engine thinks they do. */
static QgSize *
copy_sizes (const QgSize *sizes, guint n)
{
  QgSize *copy = g_new (QgSize, n);

  for (guint i = 0; i < n; i++)
    {
      copy[i].width = ceil (clamp_length (sizes[i].width, 1, MAX_SIZE));
      copy[i].height = ceil (clamp_length (sizes[i].height, 1, MAX_SIZE));
    }
  return copy;
}

/* Numbers that are no nodes are left out. */
static QgNumbers
copy_numbers (QgNumbers numbers, guint n_nodes)
{
  guint *copy = g_new (guint, numbers.n), n = 0;

  for (guint i = 0; i < numbers.n; i++)
    if (numbers.items[i] < n_nodes)
      copy[n++] = numbers.items[i];
  return (QgNumbers){ n, copy };
}

static QgLayoutEdge *
copy_edges (const QgLayoutRequest *r)
{
  QgLayoutEdge *copy = g_new (QgLayoutEdge, r->n_edges);

  for (guint i = 0; i < r->n_edges; i++)
    {
      copy[i] = r->edges[i];
      if (copy[i].label >= r->n_labels)
        copy[i].label = QG_NONE;
    }
  return copy;
}

static QgPoint *
copy_centers (const QgPoint *centers, const QgLayoutRequest *r)
{
  QgPoint *copy = g_new (QgPoint, r->n_nodes);

  for (guint i = 0; i < r->n_nodes; i++)
    {
      copy[i].x = clamp_length (centers[i].x, -QG_MOST_PLACE, QG_MOST_PLACE);
      copy[i].y = clamp_length (centers[i].y, -QG_MOST_PLACE, QG_MOST_PLACE);
    }
  qg_layout_spread (r->nodes, r->n_nodes, r->node_gap, copy);
  return copy;
}

QgLayoutRequest *
qg_layout_request_new (const QgLayoutRequest *values)
{
  Request *request = g_new0 (Request, 1);
  QgLayoutRequest *r = &request->values;
  QgLayoutGroup *groups;
  QgNumbers *levels;

  g_atomic_ref_count_init (&request->refs);
  *r = *values;
  r->engine = MIN ((guint) values->engine, QG_N_ENGINES - 1);
  r->direction = MIN ((guint) values->direction, QG_N_DIRECTIONS - 1);
  r->node_gap = clamp_length (values->node_gap, 2, MAX_GAP);
  r->rank_gap = clamp_length (values->rank_gap, 2, MAX_GAP);
  r->aspect = values->aspect > 0 ? clamp_length (values->aspect, 0.1, 10) : 0;
  if (r->root >= r->n_nodes)
    r->root = QG_NONE;
  r->nodes = copy_sizes (values->nodes, r->n_nodes);
  r->labels = copy_sizes (values->labels, r->n_labels);
  if (r->engine == QG_ENGINE_GIVEN && values->centers == NULL)
    r->engine = QG_ENGINE_NEATO;
  r->centers = r->engine == QG_ENGINE_GIVEN ? copy_centers (values->centers, r) : NULL;
  r->edges = copy_edges (r);
  r->groups = groups = g_new (QgLayoutGroup, r->n_groups);
  for (guint i = 0; i < r->n_groups; i++)
    {
      groups[i].nodes = copy_numbers (values->groups[i].nodes, r->n_nodes);
      groups[i].title_width = clamp_length (values->groups[i].title_width, 0, MAX_SIZE);
      groups[i].title_height = clamp_length (values->groups[i].title_height, 0, MAX_SIZE);
    }
  r->levels = levels = g_new (QgNumbers, r->n_levels);
  for (guint i = 0; i < r->n_levels; i++)
    levels[i] = copy_numbers (values->levels[i], r->n_nodes);
  return r;
}

gboolean
qg_layout_request_is_too_large (const QgLayoutRequest *request)
{
  return request->n_nodes > QG_LAYOUT_MAX_NODES || request->n_edges > QG_LAYOUT_MAX_EDGES ||
         request->n_labels > QG_LAYOUT_MAX_EDGES;
}

QgLayoutRequest *
qg_layout_request_ref (QgLayoutRequest *request)
{
  g_atomic_ref_count_inc (&((Request *) request)->refs);
  return request;
}

void
qg_layout_request_unref (QgLayoutRequest *r)
{
  if (!g_atomic_ref_count_dec (&((Request *) r)->refs))
    return;
  for (guint i = 0; i < r->n_groups; i++)
    g_free ((gpointer) r->groups[i].nodes.items);
  for (guint i = 0; i < r->n_levels; i++)
    g_free ((gpointer) r->levels[i].items);
  g_free ((gpointer) r->nodes);
  g_free ((gpointer) r->centers);
  g_free ((gpointer) r->edges);
  g_free ((gpointer) r->labels);
  g_free ((gpointer) r->groups);
  g_free ((gpointer) r->levels);
  g_free (r);
}

/* To be raised whenever the helper draws the same request in another way, so that no old layout is taken. */
#define DRAWING_REVISION 5

char *
qg_layout_request_hash (const QgLayoutRequest *request)
{
  g_autoptr (GBytes) payload = qg_layout_request_to_wire (request);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *versions = g_strdup_printf ("qogam layout %d, wire %u, graphviz %s\n", DRAWING_REVISION,
                                               QG_WIRE_VERSION, qg_graphviz_get_version ());

  g_checksum_update (sum, (const guchar *) versions, -1);
  g_checksum_update (sum, g_bytes_get_data (payload, NULL), (gssize) g_bytes_get_size (payload));
  return g_strdup (g_checksum_get_string (sum));
}

/* ── The layout ── */

typedef struct
{
  QgLayout values; /* first */
  gatomicrefcount refs;
} Layout;

G_DEFINE_BOXED_TYPE (QgLayout, qg_layout, qg_layout_ref, qg_layout_unref)

QgLayout *
qg_layout_new (const QgLayout *values)
{
  Layout *layout = g_new0 (Layout, 1);
  QgLayout *l = &layout->values;

  g_atomic_ref_count_init (&layout->refs);
  *l = *values;
  l->nodes = g_memdup2 (values->nodes, l->n_nodes * sizeof *l->nodes);
  l->paths = g_memdup2 (values->paths, l->n_edges * sizeof *l->paths);
  l->points = g_memdup2 (values->points, l->n_points * sizeof *l->points);
  l->labels = g_memdup2 (values->labels, l->n_labels * sizeof *l->labels);
  l->groups = g_memdup2 (values->groups, l->n_groups * sizeof *l->groups);
  return l;
}

QgLayout *
qg_layout_ref (QgLayout *layout)
{
  g_atomic_ref_count_inc (&((Layout *) layout)->refs);
  return layout;
}

void
qg_layout_unref (QgLayout *l)
{
  if (!g_atomic_ref_count_dec (&((Layout *) l)->refs))
    return;
  g_free ((gpointer) l->nodes);
  g_free ((gpointer) l->paths);
  g_free ((gpointer) l->points);
  g_free ((gpointer) l->labels);
  g_free ((gpointer) l->groups);
  g_free (l);
}

/* ── A picture at once ── */

#define USUAL_ASPECT 1.5

/* Rows from left to right, each as high as its highest node. Returns the size that is used. */
static QgSize
place_rows (const QgLayoutRequest *r, double width, QgRect *nodes)
{
  QgSize used = { 0, 0 };
  double x = 0, y = 0, height = 0;

  for (guint i = 0; i < r->n_nodes; i++)
    {
      QgSize size = r->nodes[i];

      if (x > 0 && x + size.width > width)
        {
          y += height + r->node_gap;
          x = height = 0;
        }
      nodes[i] = (QgRect){ x, y, size.width, size.height };
      x += size.width + r->node_gap;
      height = fmax (height, size.height);
      used.width = fmax (used.width, nodes[i].x + size.width);
      used.height = fmax (used.height, y + height);
    }
  return used;
}

/* Where the file has them, moved to 0,0. */
static QgSize
place_given (const QgLayoutRequest *r, QgRect *nodes)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < r->n_nodes; i++)
    {
      QgSize size = r->nodes[i];

      nodes[i] = (QgRect){ r->centers[i].x - size.width / 2, r->centers[i].y - size.height / 2, size.width,
                           size.height };
      left = fmin (left, nodes[i].x);
      top = fmin (top, nodes[i].y);
      right = fmax (right, nodes[i].x + size.width);
      bottom = fmax (bottom, nodes[i].y + size.height);
    }
  for (guint i = 0; i < r->n_nodes; i++)
    {
      nodes[i].x -= left;
      nodes[i].y -= top;
    }
  return r->n_nodes > 0 ? (QgSize){ right - left, bottom - top } : (QgSize){ 0, 0 };
}

QgLayout *
qg_layout_new_provisional (const QgLayoutRequest *r)
{
  g_autofree QgRect *nodes = g_new (QgRect, r->n_nodes), *labels = g_new (QgRect, r->n_labels);
  g_autofree QgRect *groups = g_new (QgRect, r->n_groups);
  g_autofree QgLayoutPath *paths = g_new0 (QgLayoutPath, r->n_edges);
  double aspect = r->aspect > 0 ? r->aspect : USUAL_ASPECT, area = 0;
  QgSize used;

  for (guint i = 0; i < r->n_nodes; i++)
    area += (r->nodes[i].width + r->node_gap) * (r->nodes[i].height + r->node_gap);
  used = r->centers != NULL ? place_given (r, nodes) : place_rows (r, sqrt (area * aspect), nodes);
  for (guint i = 0; i < r->n_labels; i++)
    labels[i] = (QgRect){ 0, 0, -1, -1 };
  for (guint i = 0; i < r->n_groups; i++)
    groups[i] = (QgRect){ 0, 0, -1, -1 };
  for (guint i = 0; i < r->n_edges; i++)
    paths[i].label_at = QG_NONE;
  return qg_layout_new (&(QgLayout){ .bounds = { 0, 0, used.width, used.height },
                                     .n_nodes = r->n_nodes,
                                     .n_edges = r->n_edges,
                                     .n_labels = r->n_labels,
                                     .n_groups = r->n_groups,
                                     .nodes = nodes,
                                     .paths = paths,
                                     .labels = labels,
                                     .groups = groups,
                                     .provisional = TRUE });
}
