/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Groups side by side on one page: each group is a block, a table of its nodes; blocks stand so that they
 * fill the page, and blocks and nodes change places as long as that makes ways shorter. Ways are then routed
 * round the boxes by Graphviz. osage does the first step, too, but knows neither a page nor the edges.
 * Everything is by number and in a fixed order: the same request has the same layout. */

#include "qg-helper.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  guint group;    /* QG_WIRE_NONE: the nodes without a group */
  guint n, first; /* its nodes: in Blocks.nodes */
  guint columns;
  double cell_width, cell_height, title;
  double width, height; /* with its margins */
  double x, y;
} Block;

typedef struct
{
  const QgWireRequest *request;
  double gap_x, gap_y, margin, street, aspect;
  guint n;
  Block *blocks;
  guint *order;       /* of blocks, as they are placed */
  guint *nodes;       /* those of each block, cell after cell */
  guint *block_of;    /* of nodes */
  QgPoint *centers;   /* of nodes */
  GArray **neighbors; /* guint nodes, of nodes */
  double width, height;
  gint64 order_work, swap_work; /* what may still be spent, in visits of nodes and edges */
} Blocks;

/* By number, not by clock: the same request has the same layout on every machine. Together about a second;
 * the map of a lecture needs less. */
#define ORDER_WORK 400000000
#define SWAP_WORK 100000000

/* A table a little wider than the page, for the names are wider than high. */
static void
size_block (Blocks *b, Block *block, guint columns)
{
  guint rows = (block->n + columns - 1) / columns;

  block->columns = columns;
  block->width = columns * block->cell_width + (columns - 1) * b->gap_x + 2 * b->margin;
  block->height = rows * block->cell_height + (rows - 1) * b->gap_y + 2 * b->margin + block->title;
}

static guint
usual_columns (const Blocks *b, const Block *block)
{
  guint best = 1;
  double best_shape = INFINITY;

  for (guint columns = 1; columns <= block->n; columns++)
    {
      guint rows = (block->n + columns - 1) / columns;
      double width = columns * (block->cell_width + b->gap_x),
             height = rows * (block->cell_height + b->gap_y);
      double shape = fabs (log (width / height / b->aspect)) + 0.3 * (rows * columns - block->n) / block->n;

      if (shape < best_shape)
        {
          best_shape = shape;
          best = columns;
        }
    }
  return best;
}

static void
place_nodes (Blocks *b, const Block *block)
{
  for (guint i = 0; i < block->n; i++)
    {
      guint row = i / block->columns, column = i % block->columns;

      b->centers[b->nodes[block->first + i]] =
          (QgPoint){ block->x + b->margin + column * (block->cell_width + b->gap_x) + block->cell_width / 2,
                     block->y + b->margin + block->title + row * (block->cell_height + b->gap_y) +
                         block->cell_height / 2 };
    }
}

/* Blocks in columns of the page, each under the other as long as there is room. Returns how large the page
 * has to be, as a width. */
static double
place_blocks (Blocks *b, double page_height)
{
  double x = 0, y = 0, widest = 0;

  b->width = b->height = 0;
  for (guint i = 0; i < b->n; i++)
    {
      Block *block = &b->blocks[b->order[i]];

      if (y > 0 && y + block->height > page_height)
        {
          x += widest + b->street;
          y = widest = 0;
        }
      block->x = x;
      block->y = y;
      y += block->height + b->street;
      widest = fmax (widest, block->width);
      b->width = fmax (b->width, x + block->width);
      b->height = fmax (b->height, y - b->street);
    }
  for (guint i = 0; i < b->n; i++)
    place_nodes (b, &b->blocks[i]);
  return fmax (b->width, b->height * b->aspect);
}

static double
distance (const Blocks *b, guint node, guint other)
{
  return fabs (b->centers[node].x - b->centers[other].x) + fabs (b->centers[node].y - b->centers[other].y);
}

static double
total_length (const Blocks *b)
{
  double sum = 0;

  for (guint i = 0; i < b->request->n_edges; i++)
    sum += distance (b, b->request->edges[i].from, b->request->edges[i].to);
  return sum;
}

/* The best height of a page for the order of blocks: large type first, short ways second. */
#define HEIGHTS 14
static double
try_order (Blocks *b, double area, double *height)
{
  double best = INFINITY;

  b->order_work -= HEIGHTS * (gint64) (b->n + b->request->n_nodes + b->request->n_edges);
  for (guint i = 0; i < HEIGHTS; i++)
    {
      double page = sqrt (area / b->aspect) * (0.75 + 0.05 * i), size = place_blocks (b, page), cost;

      cost = size * (1 + 0.4 * total_length (b) / (size * MAX (b->request->n_edges, 1)));
      if (cost < best)
        {
          best = cost;
          *height = page;
        }
    }
  return best;
}

static void
swap (guint *a, guint *b)
{
  guint kept = *a;

  *a = *b;
  *b = kept;
}

/* Returns the cost of what it found; @page_height gets the height of the page for it. */
static double
arrange_blocks (Blocks *b, double *page_height)
{
  double area = 0, height = 0, best, best_height;

  for (guint i = 0; i < b->n; i++)
    area += (b->blocks[i].width + b->street) * (b->blocks[i].height + b->street);
  best = try_order (b, area, &best_height);
  for (guint pass = 0, better = 1; better && pass < 8; pass++)
    {
      better = 0;
      for (guint i = 0; i < b->n; i++)
        for (guint j = i + 1; j < b->n && b->order_work > 0; j++)
          {
            double cost;

            swap (&b->order[i], &b->order[j]);
            cost = try_order (b, area, &height);
            if (cost < best * 0.9999)
              {
                best = cost;
                best_height = height;
                better = 1;
              }
            else
              swap (&b->order[i], &b->order[j]);
          }
    }
  place_blocks (b, best_height);
  *page_height = best_height;
  return best;
}

static double
pull (const Blocks *b, guint node)
{
  double sum = 0;

  for (guint i = 0; i < b->neighbors[node]->len; i++)
    sum += distance (b, node, g_array_index (b->neighbors[node], guint, i));
  return sum;
}

static gboolean
swap_nodes (Blocks *b, guint i, guint j)
{
  guint a = b->nodes[i], c = b->nodes[j];
  double before = pull (b, a) + pull (b, c), after;
  QgPoint kept = b->centers[a];

  b->swap_work -= 4 + 2 * (gint64) (b->neighbors[a]->len + b->neighbors[c]->len);
  b->centers[a] = b->centers[c];
  b->centers[c] = kept;
  after = pull (b, a) + pull (b, c);
  if (after < before - 0.01)
    {
      swap (&b->nodes[i], &b->nodes[j]);
      return TRUE;
    }
  b->centers[c] = b->centers[a];
  b->centers[a] = kept;
  return FALSE;
}

static void
arrange_nodes (Blocks *b)
{
  gboolean better = TRUE;

  for (guint pass = 0; better && pass < 12; pass++)
    {
      better = FALSE;
      for (guint k = 0; k < b->n; k++)
        for (guint i = 0; i < b->blocks[k].n; i++)
          for (guint j = i + 1; j < b->blocks[k].n && b->swap_work > 0; j++)
            better = swap_nodes (b, b->blocks[k].first + i, b->blocks[k].first + j) || better;
    }
}

#define STARTS 24

/* A row of numbers that is the same everywhere. */
static guint
next_random (guint32 *state, guint n)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % n;
}

/* Changing places ends at the next hollow: it is begun from several orders of the blocks, the given one
 * first. */
static void
arrange (Blocks *b)
{
  guint n_nodes = b->request->n_nodes;
  g_autofree guint *order = g_memdup2 (b->order, b->n * sizeof (guint));
  g_autofree guint *nodes = g_memdup2 (b->nodes, n_nodes * sizeof (guint));
  g_autofree guint *first_nodes = g_memdup2 (b->nodes, n_nodes * sizeof (guint));
  guint32 random = b->request->seed;
  double best = INFINITY, best_height = 0;

  b->order_work = ORDER_WORK;
  b->swap_work = SWAP_WORK;
  for (guint start = 0; start < STARTS && (start == 0 || (b->order_work > 0 && b->swap_work > 0)); start++)
    {
      double height, cost;

      memcpy (b->nodes, first_nodes, n_nodes * sizeof (guint));
      for (guint i = b->n - 1; start > 0 && i > 0; i--)
        swap (&b->order[i], &b->order[next_random (&random, i + 1)]);
      arrange_blocks (b, &height);
      arrange_nodes (b);
      cost = arrange_blocks (b, &height);
      if (cost >= best)
        continue;
      best = cost;
      best_height = height;
      memcpy (order, b->order, b->n * sizeof (guint));
      memcpy (nodes, b->nodes, n_nodes * sizeof (guint));
    }
  memcpy (b->order, order, b->n * sizeof (guint));
  memcpy (b->nodes, nodes, n_nodes * sizeof (guint));
  place_blocks (b, best_height);
  arrange_nodes (b);
}

static void
add_block (Blocks *b, guint group, guint *n_nodes)
{
  const QgWireRequest *r = b->request;
  Block *block = &b->blocks[b->n];

  *block = (Block){ .group = group, .first = *n_nodes };
  for (guint i = 0; i < r->n_nodes; i++)
    {
      if (b->block_of[i] != group)
        continue;
      b->nodes[(*n_nodes)++] = i;
      block->n++;
      block->cell_width = fmax (block->cell_width, r->nodes[i].width);
      block->cell_height = fmax (block->cell_height, r->nodes[i].height);
    }
  if (block->n == 0)
    return;
  if (group != QG_WIRE_NONE && r->groups[group].title_height > 0)
    block->title = r->groups[group].title_height + b->gap_y;
  size_block (b, block, usual_columns (b, block));
  b->order[b->n] = b->n;
  b->n++;
}

static void
init_blocks (Blocks *b)
{
  const QgWireRequest *r = b->request;
  guint n_nodes = 0;

  b->aspect = r->aspect > 0 ? r->aspect : 1.5;
  b->gap_x = fmax (r->node_gap * 2.2, 6);
  b->gap_y = fmax (r->node_gap * 1.3, 4);
  b->margin = fmax (r->node_gap, 6);
  b->street = fmax (r->node_gap * 3.5, 12);
  b->blocks = g_new0 (Block, r->n_groups + 1);
  b->order = g_new0 (guint, r->n_groups + 1);
  b->nodes = g_new0 (guint, r->n_nodes);
  b->block_of = g_new (guint, r->n_nodes);
  b->centers = g_new0 (QgPoint, r->n_nodes);
  b->neighbors = g_new (GArray *, r->n_nodes);
  for (guint i = 0; i < r->n_nodes; i++)
    {
      b->block_of[i] = QG_WIRE_NONE;
      b->neighbors[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  for (guint i = 0; i < r->n_groups; i++)
    for (guint k = 0; k < r->groups[i].n; k++)
      if (b->block_of[r->groups[i].items[k]] == QG_WIRE_NONE)
        b->block_of[r->groups[i].items[k]] = i;
  for (guint i = 0; i < r->n_edges; i++)
    if (r->edges[i].from != r->edges[i].to)
      {
        g_array_append_val (b->neighbors[r->edges[i].from], r->edges[i].to);
        g_array_append_val (b->neighbors[r->edges[i].to], r->edges[i].from);
      }
  for (guint i = 0; i < r->n_groups; i++)
    add_block (b, i, &n_nodes);
  add_block (b, QG_WIRE_NONE, &n_nodes);
}

static void
clear_blocks (Blocks *b)
{
  for (guint i = 0; i < b->request->n_nodes; i++)
    g_array_unref (b->neighbors[i]);
  g_free (b->neighbors);
  g_free (b->centers);
  g_free (b->block_of);
  g_free (b->nodes);
  g_free (b->order);
  g_free (b->blocks);
}

/* The engine moves everything to where it likes; areas of groups go with the nodes. */
static void
add_areas (const Blocks *b, QgDrawing *d)
{
  QgPoint at = qg_rect_center (&d->nodes[0]);
  double x = at.x - b->centers[0].x, y = at.y - b->centers[0].y;

  for (guint i = 0; i < b->n; i++)
    if (b->blocks[i].group != QG_WIRE_NONE)
      d->groups[b->blocks[i].group] =
          (QgRect){ b->blocks[i].x + x, b->blocks[i].y + y, b->blocks[i].width, b->blocks[i].height };
}

gboolean
qg_blocks_suit (const QgWireRequest *r)
{
  return r->engine == QG_WIRE_OSAGE && r->n_groups > 0 && r->n_nodes > 1 &&
         r->n_nodes <= QG_BLOCKS_MOST_NODES;
}

QgDrawing *
qg_blocks_draw (GVC_t *gvc, const QgWireRequest *request)
{
  QgTrial trial = { NULL, QG_WIRE_DOWN, 1, 1, 1, 0 };
  QgBuild build = { .request = request, .trial = &trial, .placed = TRUE };
  Blocks blocks = { .request = request };
  QgDrawing *drawing = NULL;

  init_blocks (&blocks);
  arrange (&blocks);
  qg_build_graph (&build);
  qg_build_place (&build, blocks.centers);
  if (gvLayout (gvc, build.graph, "nop2") == 0 && qg_guard_get_complaint () == NULL)
    {
      drawing = qg_collect (&build);
      add_areas (&blocks, drawing);
      qg_drawing_settle (drawing, request);
    }
  gvFreeLayout (gvc, build.graph);
  qg_build_clear (&build);
  clear_blocks (&blocks);
  return drawing;
}
