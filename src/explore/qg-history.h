/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgHistory: where a person has been: a row of places and the one that is shown. Going to a new place from
 * the middle forgets what was ahead. Bounded; the oldest places go first. Main thread. */

#pragma once

#include "qg-filter.h"

G_BEGIN_DECLS

#define QG_HISTORY_MAX 200u

typedef enum
{
  QG_SELECTION_NOTHING,
  QG_SELECTION_ENTITY,
  QG_SELECTION_RELATION,
} QgSelectionKind;

/* What is selected: a number of the map. */
typedef struct
{
  QgSelectionKind kind;
  guint number;
} QgSelection;

static inline gboolean
qg_selection_equal (QgSelection a, QgSelection b)
{
  return a.kind == b.kind && (a.kind == QG_SELECTION_NOTHING || a.number == b.number);
}

/* The ways between two entities that are looked at; numbers of the map. */
typedef struct
{
  guint from, to; /* QG_NONE: none are */
  guint chosen;   /* which of them is lit up; QG_NONE: none, or they are not found yet */
  gboolean aside; /* something on the way is read about, not the ways themselves */
} QgBetween;

#define QG_BETWEEN_NONE ((QgBetween){ QG_NONE, QG_NONE, QG_NONE, FALSE })

static inline gboolean
qg_between_is_same_question (QgBetween a, QgBetween b)
{
  return a.from == b.from && a.to == b.to;
}

static inline gboolean
qg_between_equal (QgBetween a, QgBetween b)
{
  return qg_between_is_same_question (a, b) && a.chosen == b.chosen && !a.aside == !b.aside;
}

/* One place. @depth and @follow count where the part has a focus. */
typedef struct
{
  QgPart *part;
  guint depth;
  QgFollow follow;
  QgFilter *filter; /* nullable */
  QgSelection selection;
  gboolean passing; /* walked through with the arrow keys: the next such place takes its room */
  QgBetween between;
} QgPlace;

gboolean qg_place_equal (const QgPlace *a, const QgPlace *b);

typedef struct _QgHistory QgHistory;

QgHistory *qg_history_new (void);
void qg_history_free (QgHistory *history);
void qg_history_clear (QgHistory *history);
/* Goes to @place, which is copied; nothing happens where it equals the present one. Returns whether anything
 * changed. */
gboolean qg_history_visit (QgHistory *history, const QgPlace *place);
guint qg_history_get_n (const QgHistory *history);
guint qg_history_get_position (const QgHistory *history); /* QG_NONE while empty */
const QgPlace *qg_history_get (const QgHistory *history, guint position);
/* Makes @position the present one; the caller shows it. */
const QgPlace *qg_history_go_to (QgHistory *history, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgHistory, qg_history_free)

G_END_DECLS
