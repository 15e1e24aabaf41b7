/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wire-private.h"

#include <string.h>

static const char magic[4] = { 'Q', 'G', 'g', 'v' };

static gsize
padding (gsize length)
{
  return (8 - length % 8) % 8;
}

void
qg_wire_put (GByteArray *out, const void *data, gsize length)
{
  static const guint8 zeros[8];

  if (length > 0)
    g_byte_array_append (out, data, (guint) length);
  g_byte_array_append (out, zeros, (guint) padding (length));
}

const void *
qg_wire_take (QgWireReader *reader, gsize n, gsize size)
{
  gsize left = reader->length - reader->at, length = n * size;
  const guint8 *found;

  /* Divided, not multiplied: where gsize has 32 bits the product could wrap around. */
  if (reader->failed || reader->data == NULL || n > left / size || padding (length) > left - length)
    {
      reader->failed = TRUE;
      return NULL;
    }
  found = reader->data + reader->at;
  reader->at += length + padding (length);
  return found;
}

void
qg_wire_header_init (QgWireHeader *header, QgWireKind kind, gsize length)
{
  memset (header, 0, sizeof *header);
  memcpy (header->magic, magic, sizeof magic);
  header->version = QG_WIRE_VERSION;
  header->kind = kind;
  header->length = length;
}

gboolean
qg_wire_header_check (const QgWireHeader *header)
{
  return memcmp (header->magic, magic, sizeof magic) == 0 && header->version == QG_WIRE_VERSION &&
         header->kind >= QG_WIRE_LAYOUT && header->kind <= QG_WIRE_REFUSED &&
         header->length <= QG_WIRE_MAX_PAYLOAD;
}

typedef struct
{
  guint32 engine, direction, seed, root;
  guint32 n_nodes, n_edges, n_labels, n_groups, n_levels, unused;
  double node_gap, rank_gap, aspect;
} RequestHead;

typedef struct
{
  double title_width, title_height;
  guint32 n, unused;
} SetHead;

static void
put_sets (GByteArray *out, const QgWireSet *sets, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      SetHead head = { sets[i].title_width, sets[i].title_height, sets[i].n, 0 };

      qg_wire_put (out, &head, sizeof head);
      qg_wire_put (out, sets[i].items, sets[i].n * sizeof (guint32));
    }
}

GBytes *
qg_wire_encode_request (const QgWireRequest *r)
{
  RequestHead head = { r->engine,   r->direction, r->seed, r->root,     r->n_nodes,  r->n_edges, r->n_labels,
                       r->n_groups, r->n_levels,  0,       r->node_gap, r->rank_gap, r->aspect };
  gsize guess = sizeof head + r->n_nodes * (sizeof (QgSize) + sizeof (QgPoint)) +
                r->n_edges * sizeof (QgWireEdge) + r->n_labels * sizeof (QgSize) + 64;
  GByteArray *out = g_byte_array_sized_new ((guint) guess);

  qg_wire_put (out, &head, sizeof head);
  qg_wire_put (out, r->nodes, r->n_nodes * sizeof *r->nodes);
  if (r->engine == QG_WIRE_GIVEN)
    qg_wire_put (out, r->centers, r->n_nodes * sizeof *r->centers);
  qg_wire_put (out, r->edges, r->n_edges * sizeof *r->edges);
  qg_wire_put (out, r->labels, r->n_labels * sizeof *r->labels);
  put_sets (out, r->groups, r->n_groups);
  put_sets (out, r->levels, r->n_levels);
  return g_byte_array_free_to_bytes (out);
}

static QgWireSet *
take_sets (QgWireReader *reader, guint n)
{
  QgWireSet *sets;

  /* A set has a head at least: an enormous count is refused before room is made for it. */
  if (reader->failed || n > (reader->length - reader->at) / sizeof (SetHead))
    {
      reader->failed = TRUE;
      return NULL;
    }
  sets = g_new0 (QgWireSet, n);
  for (guint i = 0; i < n; i++)
    {
      const SetHead *head = qg_wire_take (reader, 1, sizeof *head);

      if (head == NULL)
        break;
      sets[i].title_width = head->title_width;
      sets[i].title_height = head->title_height;
      sets[i].n = head->n;
      sets[i].items = qg_wire_take (reader, head->n, sizeof (guint32));
    }
  return sets;
}

static gboolean
is_length (double value)
{
  return isfinite (value) && value >= 0 && value <= QG_WIRE_MAX_LENGTH;
}

static gboolean
are_sizes (const QgSize *sizes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!is_length (sizes[i].width) || !is_length (sizes[i].height))
      return FALSE;
  return TRUE;
}

/* NaN is none. */
static gboolean
are_centers (const QgPoint *centers, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!(fabs (centers[i].x) <= QG_WIRE_MAX_LENGTH) || !(fabs (centers[i].y) <= QG_WIRE_MAX_LENGTH))
      return FALSE;
  return TRUE;
}

static gboolean
are_sets (const QgWireSet *sets, guint n, guint n_nodes)
{
  for (guint i = 0; i < n; i++)
    {
      if (!is_length (sets[i].title_width) || !is_length (sets[i].title_height))
        return FALSE;
      for (guint k = 0; k < sets[i].n; k++)
        if (sets[i].items[k] >= n_nodes)
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_request (const QgWireRequest *r)
{
  if (r->engine >= QG_WIRE_N_ENGINES || r->direction >= QG_WIRE_N_DIRECTIONS || !is_length (r->node_gap) ||
      !is_length (r->rank_gap) || !is_length (r->aspect) ||
      (r->root != QG_WIRE_NONE && r->root >= r->n_nodes) || !are_sizes (r->nodes, r->n_nodes) ||
      !are_sizes (r->labels, r->n_labels) ||
      (r->engine == QG_WIRE_GIVEN && !are_centers (r->centers, r->n_nodes)))
    return FALSE;
  for (guint i = 0; i < r->n_edges; i++)
    if (r->edges[i].from >= r->n_nodes || r->edges[i].to >= r->n_nodes ||
        (r->edges[i].label != QG_WIRE_NONE && r->edges[i].label >= r->n_labels))
      return FALSE;
  return are_sets (r->groups, r->n_groups, r->n_nodes) && are_sets (r->levels, r->n_levels, r->n_nodes);
}

gboolean
qg_wire_decode_request (const guint8 *data, gsize length, QgWireRequest *r)
{
  QgWireReader reader = { .data = data, .length = length };
  const RequestHead *head = qg_wire_take (&reader, 1, sizeof *head);

  memset (r, 0, sizeof *r);
  if (head == NULL)
    return FALSE;
  r->engine = head->engine;
  r->direction = head->direction;
  r->seed = head->seed;
  r->root = head->root;
  r->node_gap = head->node_gap;
  r->rank_gap = head->rank_gap;
  r->aspect = head->aspect;
  r->n_nodes = head->n_nodes;
  r->n_edges = head->n_edges;
  r->n_labels = head->n_labels;
  r->nodes = qg_wire_take (&reader, r->n_nodes, sizeof *r->nodes);
  if (r->engine == QG_WIRE_GIVEN)
    r->centers = qg_wire_take (&reader, r->n_nodes, sizeof *r->centers);
  r->edges = qg_wire_take (&reader, r->n_edges, sizeof *r->edges);
  r->labels = qg_wire_take (&reader, r->n_labels, sizeof *r->labels);
  r->groups = take_sets (&reader, head->n_groups);
  r->n_groups = r->groups != NULL ? head->n_groups : 0;
  r->levels = take_sets (&reader, head->n_levels);
  r->n_levels = r->levels != NULL ? head->n_levels : 0;
  if (!reader.failed && reader.at == length && is_request (r))
    return TRUE;
  qg_wire_request_clear (r);
  return FALSE;
}

void
qg_wire_request_clear (QgWireRequest *r)
{
  g_free ((gpointer) r->groups);
  g_free ((gpointer) r->levels);
  memset (r, 0, sizeof *r);
}

typedef struct
{
  double width, height;
  guint32 n_nodes, n_edges, n_labels, n_groups, n_points, unused;
} AnswerHead;

GBytes *
qg_wire_encode_answer (const QgWireAnswer *a)
{
  AnswerHead head = { a->width, a->height, a->n_nodes, a->n_edges, a->n_labels, a->n_groups, a->n_points, 0 };
  gsize guess = sizeof head + (a->n_nodes + a->n_labels + a->n_groups) * sizeof (QgRect) +
                a->n_edges * sizeof (QgWirePath) + a->n_points * sizeof (QgPoint) + 64;
  GByteArray *out = g_byte_array_sized_new ((guint) guess);

  qg_wire_put (out, &head, sizeof head);
  qg_wire_put (out, a->nodes, a->n_nodes * sizeof *a->nodes);
  qg_wire_put (out, a->paths, a->n_edges * sizeof *a->paths);
  qg_wire_put (out, a->points, a->n_points * sizeof *a->points);
  qg_wire_put (out, a->labels, a->n_labels * sizeof *a->labels);
  qg_wire_put (out, a->groups, a->n_groups * sizeof *a->groups);
  return g_byte_array_free_to_bytes (out);
}

/* Points may lie outside by what rounding leaves. */
#define SLACK 1.0

static gboolean
is_inside (const QgWireAnswer *a, double x, double y)
{
  /* False for NaN too. */
  return x >= -SLACK && y >= -SLACK && x <= a->width + SLACK && y <= a->height + SLACK;
}

/* @sizes: (nullable): what was asked for. @may_lack: a width of -1 says that it has not been placed. */
static gboolean
are_rects (const QgWireAnswer *a, const QgRect *rects, guint n, const QgSize *sizes, gboolean may_lack)
{
  for (guint i = 0; i < n; i++)
    {
      const QgRect *r = &rects[i];

      if (may_lack && r->width == -1)
        continue;
      if (!(r->width >= 0) || !(r->height >= 0) || !is_inside (a, r->x, r->y) ||
          !is_inside (a, r->x + r->width, r->y + r->height))
        return FALSE;
      if (sizes != NULL && (r->width != sizes[i].width || r->height != sizes[i].height))
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_paths (const QgWireAnswer *a)
{
  for (guint i = 0; i < a->n_edges; i++)
    {
      const QgWirePath *p = &a->paths[i];

      if (p->n == 0 && p->label_at == QG_WIRE_NONE && p->first <= a->n_points)
        continue;
      if (p->n < 4 || p->n % 3 != 1 || p->first > a->n_points || p->n > a->n_points - p->first ||
          (p->label_at != QG_WIRE_NONE && (p->label_at % 3 != 0 || p->label_at >= p->n)))
        return FALSE;
    }
  for (guint i = 0; i < a->n_points; i++)
    if (!is_inside (a, a->points[i].x, a->points[i].y))
      return FALSE;
  return TRUE;
}

gboolean
qg_wire_decode_answer (const guint8 *data, gsize length, const QgWireRequest *request, QgWireAnswer *a,
                       const char **why)
{
  QgWireReader reader = { .data = data, .length = length };
  const AnswerHead *head = qg_wire_take (&reader, 1, sizeof *head);

  memset (a, 0, sizeof *a);
  *why = "cut off";
  if (head == NULL)
    return FALSE;
  *a = (QgWireAnswer){ .width = head->width,
                       .height = head->height,
                       .n_nodes = head->n_nodes,
                       .n_edges = head->n_edges,
                       .n_labels = head->n_labels,
                       .n_groups = head->n_groups,
                       .n_points = head->n_points };
  a->nodes = qg_wire_take (&reader, a->n_nodes, sizeof *a->nodes);
  a->paths = qg_wire_take (&reader, a->n_edges, sizeof *a->paths);
  a->points = qg_wire_take (&reader, a->n_points, sizeof *a->points);
  a->labels = qg_wire_take (&reader, a->n_labels, sizeof *a->labels);
  a->groups = qg_wire_take (&reader, a->n_groups, sizeof *a->groups);
  if (reader.failed)
    return FALSE;
  *why = "more than was announced";
  if (reader.at != length)
    return FALSE;
  *why = "counts that were not asked for";
  if (a->n_nodes != request->n_nodes || a->n_edges != request->n_edges || a->n_labels != request->n_labels ||
      a->n_groups != request->n_groups)
    return FALSE;
  *why = "positions that are none";
  return is_length (a->width) && is_length (a->height) &&
         are_rects (a, a->nodes, a->n_nodes, request->nodes, FALSE) && are_paths (a) &&
         are_rects (a, a->labels, a->n_labels, request->labels, TRUE) &&
         are_rects (a, a->groups, a->n_groups, NULL, TRUE);
}
