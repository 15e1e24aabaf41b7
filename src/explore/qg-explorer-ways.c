/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The ways between two entities that are looked at: when they begin and end, and how the history has them.
 * Which ways there are is the business of who asks. */

#include "qg-explorer-private.h"

QgBetween
qg_explorer_get_between (QgExplorer *self)
{
  return self->between;
}

/* What was lit up goes dark, be it by the ways before or by a step of a tour; who has the new ones lights
 * them up. */
void
qg_explorer_use_between (QgExplorer *self, QgBetween between)
{
  QgBetween before = self->between;

  if (qg_between_equal (before, between))
    return;
  self->between = between;
  if (!qg_between_is_same_question (before, between) || before.chosen != between.chosen)
    qg_explorer_darken (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_BETWEEN]);
}

static gboolean
contains (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static gboolean
is_on_way (QgExplorer *self, QgSelection what)
{
  if (what.kind == QG_SELECTION_RELATION)
    return contains (self->lit_relations, what.number);
  return what.kind == QG_SELECTION_ENTITY &&
         (what.number == self->between.from || what.number == self->between.to ||
          contains (self->lit_entities, what.number));
}

void
qg_explorer_pass_between (QgExplorer *self, QgSelection next)
{
  QgBetween between = self->between;

  if (between.from == QG_NONE)
    return;
  between.aside = TRUE;
  qg_explorer_use_between (self, is_on_way (self, next) ? between : QG_BETWEEN_NONE);
}

void
qg_explorer_ask_between (QgExplorer *self, guint from, guint to)
{
  g_return_if_fail (self->part != NULL && from != to && MAX (from, to) < qg_map_get_n_entities (self->map));
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  qg_explorer_darken (self);
  qg_explorer_use_between (self, (QgBetween){ from, to, QG_NONE, FALSE });
  qg_explorer_visit (self);
}

void
qg_explorer_light_way (QgExplorer *self, const QgWay *way)
{
  qg_explorer_light (self, (QgNumbers){ way->n_entities, way->entities },
                     (QgNumbers){ way->n_entities - 1, way->relations });
}

void
qg_explorer_show_way (QgExplorer *self, guint chosen, const QgWay *way, QgPart *part)
{
  QgBetween between = { self->between.from, self->between.to, chosen, FALSE };

  g_return_if_fail (between.from != QG_NONE);
  g_object_freeze_notify (G_OBJECT (self));
  if (part != NULL && part != self->part)
    {
      qg_explorer_take_part (self, part, 0, QG_FOLLOW_BOTH);
      qg_explorer_keep_selection_inside (self);
    }
  qg_explorer_use_between (self, between);
  if (way != NULL)
    qg_explorer_light_way (self, way);
  qg_explorer_visit (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qg_explorer_return_to_ways (QgExplorer *self)
{
  QgBetween between = self->between;

  if (between.from == QG_NONE || !between.aside)
    return;
  between.aside = FALSE;
  qg_explorer_use_between (self, between);
  qg_explorer_visit (self);
}

void
qg_explorer_end_between (QgExplorer *self)
{
  if (self->between.from == QG_NONE)
    return;
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  qg_explorer_visit (self);
}

/* Where one was before one looked at ways; NULL where the history does not reach so far. */
static const QgPlace *
find_place_before (QgExplorer *self)
{
  guint position = qg_history_get_position (self->history);

  for (guint i = position == QG_NONE ? 0 : position + 1; i-- > 0;)
    if (qg_history_get (self->history, i)->between.from == QG_NONE)
      return qg_history_get (self->history, i);
  return NULL;
}

/* What was selected then. The history knows of one; where the two are selected still that the ways were asked
 * for with, they are. */
static void
select_as_before (QgExplorer *self, QgSelection selection)
{
  if (self->selected->len > 1)
    qg_explorer_keep_selection_inside (self);
  else
    qg_explorer_use_selection (self, selection);
}

void
qg_explorer_leave_ways (QgExplorer *self)
{
  const QgPlace *place = find_place_before (self);
  guint from, to;

  if (self->between.from == QG_NONE)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  if (place != NULL)
    {
      QgSelection selection = place->selection;

      if (place->part != self->part)
        qg_explorer_take_part (self, place->part, place->depth, place->follow);
      select_as_before (self, selection);
    }
  else if (qg_part_get_ends (self->part, &from, &to))
    qg_explorer_show_first (self);
  qg_explorer_visit (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* From what is read about on the way to the ways, from the one that is lit up to the list of them, from there
 * to what was before. */
void
qg_explorer_step_out_of_ways (QgExplorer *self)
{
  QgBetween between = self->between;

  if (between.aside)
    qg_explorer_return_to_ways (self);
  else if (between.chosen == QG_NONE)
    qg_explorer_leave_ways (self);
  else
    {
      /* Not a place of its own: the history goes back to the way that was chosen. */
      between.chosen = QG_NONE;
      qg_explorer_use_between (self, between);
    }
}
