/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* From a part of a map to a layout request: sizes of boxes and verbs, measured with Pango in Noto Sans, for
 * the longest of the map's languages and for Latin script, so that a switch of language moves no node. May
 * run in any thread. */

#pragma once

#include <gio/gio.h>

#include "qg-layout.h"
#include "qg-part.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean use_engine; /* FALSE: the part's own engine */
  QgEngine engine;
  gboolean any_direction;   /* the one that suits @aspect, not the part's own */
  gboolean second_language; /* boxes have room for a second language under the label, whichever two */
  double aspect;            /* 0: none wished */
} QgMeasureOptions;

/* @options: (nullable). NULL only when cancelled. Verbs with equal words, statement and denial that leave one
 * entity (or reach one) share a label. */
QgLayoutRequest *qg_measure_part (const QgPart *part, const QgMeasureOptions *options,
                                  GCancellable *cancellable);

G_END_DECLS
