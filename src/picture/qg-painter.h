/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The one painter. It draws a scene, or an area of it, on a backend: cairo (screen, PDF, PNG, print) or text
 * SVG. */

#pragma once

#include "qg-backend.h"
#include "qg-scene.h"
#include "qg-theme.h"

G_BEGIN_DECLS

/* Which nodes and edges are drawn, and how: one byte for each, over a scene's numbers. Immutable and
 * ref-counted. */
typedef enum
{
  QG_EMPHASIS_NORMAL,
  QG_EMPHASIS_DIM,    /* stepped back; text keeps 3 : 1 */
  QG_EMPHASIS_STRONG, /* lit up */
  QG_EMPHASIS_HIDDEN, /* not drawn */
} QgEmphasis;

typedef struct
{
  const guint8 *nodes, *edges; /* QgEmphasis; nullable: all normal */
} QgEmphases;

typedef struct
{
  const QgTheme *theme;
  QgRect area;    /* what of the scene is wanted */
  double scale;   /* device pixels per point, for the detail on screen; 0: full detail (exports) */
  double density; /* device pixels per logical pixel, for what can still be read; 0: 1 */
  QgEmphases emphases;
  const guint *footnotes; /* nullable: for each edge the number of its source as a footnote, 0 for none */
  gboolean transparent;   /* no background */
  gboolean nameless;      /* from far no names */
} QgPaintOptions;

/* Draws the background (unless it is to be transparent), groups, ways, verbs, nodes. At a scale, detail
 * follows it: from far kinds and important entities, near verbs and symbols; no text that is too small to
 * read, in logical pixels; hairlines below 0.4. Any thread; @cancellable is polled between shapes. FALSE when
 * cancelled. */
gboolean qg_painter_paint (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options,
                           GCancellable *cancellable);
/* One node or edge alone, for overlays (selection, hover, lit-up ways). */
void qg_painter_paint_node (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options,
                            guint node, QgEmphasis emphasis);
void qg_painter_paint_edge (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options,
                            guint edge, QgEmphasis emphasis);

G_END_DECLS
