/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

#include <dlfcn.h>
#include <graphviz_version.h>
#include <string.h>

static const char *const engine_names[QG_WIRE_N_ENGINES] = { "dot",   "neato", "fdp",   "sfdp",
                                                             "twopi", "circo", "osage", "nop" };

/* Only the plugin that holds the engine is loaded, from beside the library itself: no configuration file is
 * read, and neither fonts nor image readers come into the process. */
GVC_t *
qg_engine_load (guint32 engine)
{
  const char *family = engine == QG_WIRE_DOT ? "dot" : "neato";
  g_autofree char *dir = NULL, *file = NULL, *symbol = NULL;
  gvplugin_library_t *library;
  Dl_info info;
  void *module;
  GVC_t *gvc;

  if (dladdr ((void *) gvContextPlugins, &info) == 0 || info.dli_fname == NULL)
    return NULL;
  dir = g_path_get_dirname (info.dli_fname);
  file = g_strdup_printf ("%s/graphviz/libgvplugin_%s_layout.so.%d", dir, family, GVPLUGIN_VERSION);
  symbol = g_strdup_printf ("gvplugin_%s_layout_LTX_library", family);
  module = dlopen (file, RTLD_NOW | RTLD_LOCAL);
  library = module != NULL ? dlsym (module, symbol) : NULL;
  if (library == NULL)
    return NULL;
  gvc = gvContextPlugins (NULL, FALSE);
  if (gvc != NULL)
    gvAddLibrary (gvc, library);
  return gvc;
}

/* Words get a place of their own where edges are drawn long enough for it, and the engine is quick enough. */
static gboolean
wants_label_nodes (const QgWireRequest *r)
{
  switch (r->engine)
    {
    case QG_WIRE_DOT:
      return TRUE;
    case QG_WIRE_NEATO:
    case QG_WIRE_FDP:
    case QG_WIRE_SFDP:
      return r->n_nodes + r->n_labels <= 600;
    default:
      return FALSE;
    }
}

static QgDrawing *
draw_once (GVC_t *gvc, const QgWireRequest *request, const QgTrial *trial)
{
  QgBuild build = { .request = request, .trial = trial, .label_nodes = wants_label_nodes (request) };
  QgDrawing *drawing = NULL;

  qg_build_graph (&build);
  if (gvLayout (gvc, build.graph, engine_names[request->engine]) == 0 && qg_guard_get_complaint () == NULL)
    drawing = qg_collect (&build);
  gvFreeLayout (gvc, build.graph);
  qg_build_clear (&build);
  return drawing;
}

/* A single node needs no engine, and large maps have many of them. */
static QgDrawing *
draw_single (const QgWireRequest *request)
{
  QgDrawing *drawing = qg_drawing_new (request);

  drawing->nodes[0] = (QgRect){ 0, 0, request->nodes[0].width, request->nodes[0].height };
  qg_drawing_settle (drawing, request);
  return drawing;
}

/* Above this, one run has to do: a run takes seconds then. */
#define TRIAL_NODES 300
#define TRIAL_EDGES 400
#define TURN_NODES 200

typedef struct
{
  GVC_t *gvc;
  const QgWireRequest *request;
  QgDrawing *best;
  double best_score;
  QgTrial best_trial;
} Contest;

static void
try_once (Contest *contest, QgTrial trial)
{
  QgDrawing *drawing = draw_once (contest->gvc, contest->request, &trial);
  double score;

  if (drawing == NULL)
    return;
  score = qg_score (drawing, contest->request, contest->best_score * 1.01);
  if (contest->best == NULL || score > contest->best_score * 1.01)
    {
      qg_drawing_free (contest->best);
      contest->best = drawing;
      contest->best_score = score;
      contest->best_trial = trial;
    }
  else
    qg_drawing_free (drawing);
}

/* What the ranks are sought for: large type, calm, or with the arrows. */
static const struct
{
  double slack, span, against, aside;
} aims[] = {
  { 1.15, 0.10, 0.3, 0.8 },
  { 1.25, 0.25, 0.5, 1.5 },
  { 1.35, 0.50, 0.3, 2.5 },
};

/* By number, not by clock: the same request has the same layout on every machine. */
#define TRIAL_WORK 4000
#define MOST_TRIALS 96

static void
try_ranks (Contest *contest, guint32 direction, guint n_directions)
{
  const QgWireRequest *r = contest->request;
  guint n_levels = qg_ranks_count_levels (r), least = MAX (n_levels, 2);
  guint most = MIN (MAX (n_levels, 7), r->n_nodes);
  guint n = CLAMP (TRIAL_WORK / (r->n_nodes + r->n_labels) / n_directions, most - least + 1, MOST_TRIALS);

  for (guint i = 0; i < n && qg_guard_get_complaint () == NULL; i++)
    {
      guint aim = i / (most - least + 1) % G_N_ELEMENTS (aims);
      QgRankPlan plan = { .n_levels = least + i % (most - least + 1),
                          .seed = i,
                          .sideways = qg_is_sideways (direction),
                          .node_gap = QG_TIGHT_NODE_GAP (r),
                          .rank_gap = QG_TIGHT_RANK_GAP (r),
                          .box_pad = QG_TIGHT_BOX_PAD (r),
                          .slack = aims[aim].slack,
                          .span = aims[aim].span,
                          .against = aims[aim].against,
                          .aside = aims[aim].aside };
      QgRanks *ranks = qg_ranks_new (r, &plan);

      try_once (contest, (QgTrial){ ranks, direction, 1, 1, 1, 0 });
      qg_ranks_free (ranks);
    }
}

static guint32
first_direction (const QgWireRequest *request)
{
  return request->direction == QG_WIRE_AUTO ? QG_WIRE_DOWN : request->direction;
}

/* Tries what may fill the page better: leaves on several ranks where it is too wide, then the gap across the
 * shape that is too long. Gaps only grow: they are the least that was asked for. */
static QgDrawing *
draw_for_page (GVC_t *gvc, const QgWireRequest *request)
{
  Contest contest = { .gvc = gvc, .request = request };
  double shape;

  for (guint stagger = 1; stagger <= 3; stagger++)
    {
      try_once (&contest, (QgTrial){ NULL, first_direction (request), 1, 1, stagger, 0 });
      if (contest.best == NULL || qg_guard_get_complaint () != NULL)
        return NULL;
    }
  shape = contest.best->width / fmax (contest.best->height, 1) / request->aspect;
  if (qg_is_sideways (request->direction))
    shape = 1 / shape;
  if (shape > 1.1)
    try_once (&contest, (QgTrial){ NULL, first_direction (request), 1, fmin (shape, 1.7),
                                   contest.best_trial.stagger, 0 });
  else if (shape < 0.9)
    try_once (&contest, (QgTrial){ NULL, first_direction (request), fmin (1 / shape, 2), 1,
                                   contest.best_trial.stagger, 0 });
  return contest.best;
}

/* A layout without ranks may be turned: the angle at which it fills the page best. */
static QgDrawing *
draw_turned (GVC_t *gvc, const QgWireRequest *request)
{
  Contest contest = { .gvc = gvc, .request = request };

  for (int turn = 0; turn < 4; turn++)
    {
      try_once (&contest, (QgTrial){ NULL, first_direction (request), 1, 1, 1, turn * 45 });
      if (contest.best == NULL || qg_guard_get_complaint () != NULL)
        return NULL;
    }
  return contest.best;
}

static gboolean
may_be_turned (const QgWireRequest *r)
{
  return (r->engine == QG_WIRE_NEATO || r->engine == QG_WIRE_SFDP) && r->aspect > 0 &&
         r->n_nodes + r->n_labels <= TURN_NODES;
}

/* Cubed boxes: what the largest piece that is turned takes, four times 200 boxes. */
#define CURVE_WORK (4.0 * 200 * 200 * 200)

void
qg_engine_limit_curves (const QgPiece *pieces, guint n)
{
  double work = 0;

  for (guint i = 0; i < n; i++)
    {
      const QgWireRequest *r = &pieces[i].request;

      work += qg_build_get_curve_work (r, wants_label_nodes (r)) * (may_be_turned (r) ? 4 : 1);
    }
  if (work > CURVE_WORK)
    qg_build_forbid_curves ();
}

/* Boxes that overlap are moved apart where that is quick, as neato -n does it; else they stand as they are.
 */
#define APART_NODES 2000u

static QgDrawing *
draw_given (GVC_t *gvc, const QgWireRequest *request)
{
  QgTrial trial = { NULL, QG_WIRE_DOWN, 1, 1, 1, 0 };
  QgBuild build = { .request = request, .trial = &trial, .placed = TRUE };
  const char *engine = request->n_nodes <= APART_NODES ? engine_names[QG_WIRE_GIVEN] : "nop2";
  QgDrawing *drawing = NULL;

  qg_build_graph (&build);
  qg_build_place (&build, request->centers);
  if (gvLayout (gvc, build.graph, engine) == 0 && qg_guard_get_complaint () == NULL)
    {
      drawing = qg_collect (&build);
      qg_drawing_settle (drawing, request);
    }
  gvFreeLayout (gvc, build.graph);
  qg_build_clear (&build);
  return drawing;
}

static gboolean
may_be_tried (const QgWireRequest *r)
{
  return r->engine == QG_WIRE_DOT && r->aspect > 0 && r->n_nodes <= TRIAL_NODES && r->n_edges <= TRIAL_EDGES;
}

QgDrawing *
qg_engine_draw (GVC_t *gvc, const QgWireRequest *request)
{
  QgTrial plain = { NULL, first_direction (request), 1, 1, 1, 0 };

  if (request->n_nodes == 0)
    return qg_drawing_new (request);
  if (request->engine == QG_WIRE_GIVEN)
    return draw_given (gvc, request);
  if (request->n_nodes == 1 && request->n_edges == 0 && request->n_groups == 0)
    return draw_single (request);
  if (qg_blocks_suit (request))
    return qg_blocks_draw (gvc, request);
  if (may_be_tried (request))
    return draw_for_page (gvc, request);
  if (may_be_turned (request))
    return draw_turned (gvc, request);
  return draw_once (gvc, request, &plain);
}

QgDrawing *
qg_engine_improve (GVC_t *gvc, const QgWireRequest *request, QgDrawing *drawing)
{
  Contest contest = { .gvc = gvc, .request = request, .best = drawing };

  if (!may_be_tried (request) || request->n_nodes < 3)
    return drawing;
  contest.best_score = qg_score (drawing, request, 0);
  if (request->direction == QG_WIRE_AUTO)
    {
      try_ranks (&contest, QG_WIRE_DOWN, 2);
      try_ranks (&contest, QG_WIRE_RIGHT, 2);
    }
  else
    try_ranks (&contest, request->direction, 1);
  return contest.best;
}
