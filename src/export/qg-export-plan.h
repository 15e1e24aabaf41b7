/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is exported: a choice (a view, a tour, all views …) and the pages that it comes to. */

#pragma once

#include "qg-exporter.h"
#include "qg-part.h"
#include "qg-step-fit.h"

G_BEGIN_DECLS

typedef enum
{
  QG_EXPORT_VIEW, /* number: the view */
  QG_EXPORT_WHOLE,
  QG_EXPORT_FOCUS, /* number: the entity; depth, follow */
  QG_EXPORT_PART,  /* part: a way, a selection, what a filter leaves */
  QG_EXPORT_TOUR,  /* number: the tour */
  QG_EXPORT_ALL_VIEWS,
} QgExportScope;

/* Everything is borrowed while a plan is made from it. */
typedef struct
{
  QgExportScope scope;
  guint number, depth;
  QgFollow follow;
  QgPart *part;
  QgScene *scene;                              /* nullable: the part as it is seen, laid out already */
  const guint8 *node_emphases, *edge_emphases; /* nullable: how it is seen */
  const char *title;                           /* nullable: instead of the scope's own */
  const char *author;                          /* nullable */
  QgLang second;                               /* nullable: a second language under the labels */
  gboolean use_engine; /* FALSE: the part's own, or a quicker one where that would take too long */
  QgEngine engine;
  guint handout;        /* 0: none; 1, 2, 4 or 6 steps on a sheet */
  gboolean write_lines; /* on a handout, lines to write on instead of the words */
  gboolean words;       /* on a step's page, what is said to it */
  QgFormat format;
  QgExportOptions options;
} QgExportRequest;

/* A picture as it is on screen, and what is lit up in it. */
typedef struct
{
  QgScene *scene; /* nullable */
  guint8 *node_emphases, *edge_emphases;
} QgExportSeen;

/* One picture of a plan. */
typedef struct
{
  QgPart *part;
  QgScene *scene;   /* nullable until it is made */
  guint same_as;    /* an earlier picture of the same part, whose layout serves; QG_NONE */
  gboolean goes_on; /* says more to the picture of the item before */
  char *title;
  const char *words;            /* nullable; the plan's */
  const QgCitations *citations; /* nullable; the map's */
  guint8 *node_emphases, *edge_emphases;
  const QgStep *step; /* nullable; the map's */
  QgStepFit *fit;     /* nullable until it is prepared: how much of it its page or its place has room for */
  QgExportSeen whole; /* of a step on pages of its own: all of it, when it is laid out */
} QgExportItem;

typedef struct
{
  QgMap *map;
  QgExportRequest request; /* with strings of its own */
  const QgTour *tour;      /* nullable; the map's */
  GArray *items;           /* QgExportItem */
  GPtrArray *words;        /* texts that items point to */
  char *title, *subject, *author;
  QgSize place; /* of each picture on a handout; 0 × 0 until it is asked for */
} QgExportPlan;

QgExportPlan *qg_export_plan_new (QgMap *map, const QgExportRequest *request);
/* Before picture @n is measured: it has its scene already, where that of an earlier one serves both, or its
 * part becomes what is to be laid out next. Where more is said to it than its page has room for, items that
 * go on with that are put in behind it; items may move. FALSE only when cancelled. Any thread, while no other
 * one has the plan: words are typeset for it, and legends. */
gboolean qg_export_plan_prepare (QgExportPlan *plan, guint n, GCancellable *cancellable);
/* The picture of an item, drawn; takes @scene. FALSE where it must be laid out once more, of less. */
gboolean qg_export_item_take_scene (QgExportItem *item, QgScene *scene);
void qg_export_plan_free (QgExportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgExportPlan, qg_export_plan_free)

G_END_DECLS
