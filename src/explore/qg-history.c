/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-history.h"

struct _QgHistory
{
  GPtrArray *places; /* QgPlace */
  guint position;
};

static QgPlace *
place_copy (const QgPlace *place)
{
  QgPlace *copy = g_memdup2 (place, sizeof (QgPlace));

  qg_part_ref (copy->part);
  if (copy->filter != NULL)
    qg_filter_ref (copy->filter);
  return copy;
}

static void
place_free (gpointer data)
{
  QgPlace *place = data;

  qg_part_unref (place->part);
  g_clear_pointer (&place->filter, qg_filter_unref);
  g_free (place);
}

gboolean
qg_place_equal (const QgPlace *a, const QgPlace *b)
{
  return a->part == b->part && qg_selection_equal (a->selection, b->selection) &&
         qg_filter_equal (a->filter, b->filter) && qg_between_equal (a->between, b->between);
}

/* Of a walk only its end is kept, and of the ways that were looked at in one picture the last. */
static gboolean
takes_room (const QgPlace *place, const QgPlace *last)
{
  if (place->passing && last->passing && last->part == place->part)
    return TRUE;
  return place->between.from != QG_NONE && !place->between.aside && !last->between.aside &&
         qg_between_is_same_question (place->between, last->between) &&
         (last->part == place->part || last->between.chosen == QG_NONE);
}

QgHistory *
qg_history_new (void)
{
  QgHistory *history = g_new0 (QgHistory, 1);

  history->places = g_ptr_array_new_with_free_func (place_free);
  history->position = QG_NONE;
  return history;
}

void
qg_history_free (QgHistory *history)
{
  g_ptr_array_unref (history->places);
  g_free (history);
}

void
qg_history_clear (QgHistory *history)
{
  g_ptr_array_set_size (history->places, 0);
  history->position = QG_NONE;
}

gboolean
qg_history_visit (QgHistory *history, const QgPlace *place)
{
  guint n = history->position == QG_NONE ? 0 : history->position + 1;

  if (n > 0 && qg_place_equal (g_ptr_array_index (history->places, n - 1), place))
    return FALSE;
  g_ptr_array_set_size (history->places, (int) n);
  if (n > 1 && takes_room (place, g_ptr_array_index (history->places, n - 1)))
    g_ptr_array_remove_index (history->places, n - 1);
  g_ptr_array_add (history->places, place_copy (place));
  if (history->places->len > QG_HISTORY_MAX)
    g_ptr_array_remove_index (history->places, 0);
  history->position = history->places->len - 1;
  return TRUE;
}

guint
qg_history_get_n (const QgHistory *history)
{
  return history->places->len;
}

guint
qg_history_get_position (const QgHistory *history)
{
  return history->position;
}

const QgPlace *
qg_history_get (const QgHistory *history, guint position)
{
  g_return_val_if_fail (position < history->places->len, NULL);
  return g_ptr_array_index (history->places, position);
}

const QgPlace *
qg_history_go_to (QgHistory *history, guint position)
{
  g_return_val_if_fail (position < history->places->len, NULL);
  history->position = position;
  return g_ptr_array_index (history->places, position);
}
