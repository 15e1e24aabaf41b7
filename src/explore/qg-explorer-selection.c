/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is selected, pointed at and lit up; and the history of it. */

#include "qg-explorer-private.h"

#include "qg-words.h"

static void
notify_selection (QgExplorer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_SELECTION]);
}

static void
visit (QgExplorer *self, gboolean passing)
{
  const QgPlace place = { self->part,      self->depth, self->follow, self->filter,
                          self->selection, passing,     self->between };

  if (self->part != NULL && qg_history_visit (self->history, &place))
    qg_explorer_notify_history (self);
}

void
qg_explorer_visit (QgExplorer *self)
{
  visit (self, FALSE);
}

/* Without a visit in the history. */
void
qg_explorer_use_selection (QgExplorer *self, QgSelection selection)
{
  gboolean same = qg_selection_equal (self->selection, selection) &&
                  self->selected->len == (selection.kind == QG_SELECTION_ENTITY ? 1 : 0);

  self->later = (QgSelection){ QG_SELECTION_NOTHING };
  if (same)
    return;
  self->selection = selection;
  g_array_set_size (self->selected, 0);
  if (selection.kind == QG_SELECTION_ENTITY)
    g_array_append_val (self->selected, selection.number);
  notify_selection (self);
}

QgSelection
qg_explorer_get_selection (QgExplorer *self)
{
  return self->selection;
}

QgNumbers
qg_explorer_get_selected_entities (QgExplorer *self)
{
  return (QgNumbers){ self->selected->len, (const guint *) self->selected->data };
}

/* What is shown as it is lies in no group: a group of one is its entity. */
static gboolean
is_in_part (QgExplorer *self, QgSelection selection)
{
  if (selection.kind == QG_SELECTION_ENTITY)
    return qg_part_index_of_entity (self->part, selection.number) != QG_NONE;
  return selection.kind == QG_SELECTION_RELATION &&
         qg_part_index_of_relation (self->part, selection.number) != QG_NONE;
}

/* What lies in a group that is one node comes out of it. */
static void
open_groups_of (QgExplorer *self, QgSelection selection)
{
  if (self->collapsing == NULL && is_in_part (self, selection))
    return;
  if (selection.kind == QG_SELECTION_ENTITY && !qg_map_is_group (self->map, selection.number))
    qg_explorer_open_group (self, selection.number);
  else if (selection.kind == QG_SELECTION_RELATION &&
           !qg_map_is_group_relation (self->map, selection.number) &&
           qg_part_index_of_relation (qg_part_get_origin (self->part), selection.number) != QG_NONE)
    {
      qg_explorer_open_group (self, qg_map_get_relation (self->map, selection.number)->from);
      qg_explorer_open_group (self, qg_map_get_relation (self->map, selection.number)->to);
    }
}

/* The entity whose focus shows @selection where the present part does not have it; QG_NONE where it has. */
static guint
focus_needed (QgExplorer *self, QgSelection selection)
{
  switch (selection.kind)
    {
    case QG_SELECTION_ENTITY:
      if (qg_map_is_group (self->map, selection.number))
        return QG_NONE;
      return qg_part_index_of_entity (self->part, selection.number) == QG_NONE ? selection.number : QG_NONE;
    case QG_SELECTION_RELATION:
      return qg_part_index_of_relation (self->part, selection.number) == QG_NONE
                 ? qg_map_get_relation (self->map, selection.number)->from
                 : QG_NONE;
    case QG_SELECTION_NOTHING:
    default:
      return QG_NONE;
    }
}

void
qg_explorer_select (QgExplorer *self, QgSelection selection)
{
  guint focus;

  if (self->part == NULL)
    return;
  g_return_if_fail (selection.kind != QG_SELECTION_ENTITY ||
                    qg_map_get_entity (self->map, selection.number) != NULL);
  g_return_if_fail (selection.kind != QG_SELECTION_RELATION ||
                    qg_map_get_relation (self->map, selection.number) != NULL);
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_pass_between (self, selection);
  open_groups_of (self, selection);
  if (qg_explorer_select_later (self, selection))
    {
      g_object_thaw_notify (G_OBJECT (self));
      return;
    }
  focus = focus_needed (self, selection);
  if (focus != QG_NONE)
    {
      g_autoptr (QgPart) part = qg_part_new_focus (self->map, focus, 1, QG_FOLLOW_BOTH);

      qg_explorer_take_part (self, part, 1, QG_FOLLOW_BOTH);
    }
  qg_explorer_use_selection (self, selection);
  qg_explorer_visit (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qg_explorer_select_entity (QgExplorer *self, guint entity)
{
  qg_explorer_select (self, (QgSelection){ QG_SELECTION_ENTITY, entity });
}

void
qg_explorer_select_relation (QgExplorer *self, guint relation)
{
  qg_explorer_select (self, (QgSelection){ QG_SELECTION_RELATION, relation });
}

void
qg_explorer_select_nothing (QgExplorer *self)
{
  qg_explorer_select (self, (QgSelection){ QG_SELECTION_NOTHING });
}

void
qg_explorer_pass_entity (QgExplorer *self, guint entity)
{
  const QgSelection selection = { QG_SELECTION_ENTITY, entity };

  if (self->part == NULL || focus_needed (self, selection) != QG_NONE)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_pass_between (self, selection);
  qg_explorer_use_selection (self, selection);
  visit (self, TRUE);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qg_explorer_toggle_entity (QgExplorer *self, guint entity)
{
  gboolean removed = FALSE;

  if (self->part == NULL)
    return;
  qg_explorer_pass_between (self, (QgSelection){ QG_SELECTION_ENTITY, entity });
  for (guint i = 0; i < self->selected->len && !removed; i++)
    if (g_array_index (self->selected, guint, i) == entity)
      {
        g_array_remove_index (self->selected, i);
        removed = TRUE;
      }
  if (!removed)
    g_array_append_val (self->selected, entity);
  if (self->selected->len > 0)
    self->selection =
        (QgSelection){ QG_SELECTION_ENTITY, g_array_index (self->selected, guint, self->selected->len - 1) };
  else
    self->selection = (QgSelection){ QG_SELECTION_NOTHING };
  notify_selection (self);
}

QgSelection
qg_explorer_get_pointed (QgExplorer *self)
{
  return self->pointed;
}

void
qg_explorer_set_pointed (QgExplorer *self, QgSelection pointed)
{
  if (qg_selection_equal (self->pointed, pointed))
    return;
  self->pointed = pointed;
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_POINTED]);
}

/* Lit up */

static void
add_once (GArray *numbers, GHashTable *set, guint number)
{
  if (g_hash_table_add (set, GUINT_TO_POINTER (number)))
    g_array_append_val (numbers, number);
}

void
qg_explorer_light (QgExplorer *self, QgNumbers entities, QgNumbers relations)
{
  /* A file may light up all of a large map. */
  g_autoptr (GHashTable) entity_set = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) relation_set = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->lit_entities, 0);
  g_array_set_size (self->lit_relations, 0);
  for (guint i = 0; i < entities.n; i++)
    add_once (self->lit_entities, entity_set, entities.items[i]);
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (self->map, relations.items[i]);

      add_once (self->lit_relations, relation_set, relations.items[i]);
      add_once (self->lit_entities, entity_set, relation->from);
      add_once (self->lit_entities, entity_set, relation->to);
    }
  g_signal_emit (self, qg_explorer_signals[SIGNAL_LIT_CHANGED], 0);
}

void
qg_explorer_darken (QgExplorer *self)
{
  if (self->lit_entities->len == 0 && self->lit_relations->len == 0)
    return;
  g_array_set_size (self->lit_entities, 0);
  g_array_set_size (self->lit_relations, 0);
  g_signal_emit (self, qg_explorer_signals[SIGNAL_LIT_CHANGED], 0);
}

void
qg_explorer_light_up (QgExplorer *self, QgNumbers entities, QgNumbers relations)
{
  g_return_if_fail (self->map != NULL);
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  qg_explorer_light (self, entities, relations);
}

void
qg_explorer_light_none (QgExplorer *self)
{
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  qg_explorer_darken (self);
}

QgNumbers
qg_explorer_get_lit_entities (QgExplorer *self)
{
  return (QgNumbers){ self->lit_entities->len, (const guint *) self->lit_entities->data };
}

QgNumbers
qg_explorer_get_lit_relations (QgExplorer *self)
{
  return (QgNumbers){ self->lit_relations->len, (const guint *) self->lit_relations->data };
}

/* History */

void
qg_explorer_notify_history (QgExplorer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_CAN_GO_FORWARD]);
}

const QgHistory *
qg_explorer_get_history (QgExplorer *self)
{
  return self->history;
}

void
qg_explorer_go_to (QgExplorer *self, guint position)
{
  const QgPlace *place;

  g_return_if_fail (position < qg_history_get_n (self->history));
  place = qg_history_go_to (self->history, position);
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_use_filter (self, place->filter);
  if (place->part != self->part)
    qg_explorer_take_part (self, place->part, place->depth, place->follow);
  qg_explorer_use_selection (self, place->selection);
  qg_explorer_use_between (self, place->between);
  qg_explorer_notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
qg_explorer_go_back (QgExplorer *self)
{
  guint position = qg_history_get_position (self->history);

  if (position == QG_NONE || position == 0)
    return FALSE;
  qg_explorer_go_to (self, position - 1);
  return TRUE;
}

gboolean
qg_explorer_go_forward (QgExplorer *self)
{
  guint position = qg_history_get_position (self->history);

  if (position == QG_NONE || position + 1 >= qg_history_get_n (self->history))
    return FALSE;
  qg_explorer_go_to (self, position + 1);
  return TRUE;
}

/* 'Citizens → Maslikhat' */
static char *
dup_ways_title (QgExplorer *self, QgBetween between)
{
  g_autofree char *from =
      qg_text_dup_marked (qg_map_get_entity (self->map, between.from)->label, self->language);
  g_autofree char *to = qg_text_dup_marked (qg_map_get_entity (self->map, between.to)->label, self->language);
  g_autofree char *whole = g_strdup_printf ("%s → %s", from, to);

  return qg_text_clip (whole, QG_TEXT_LINE);
}

char *
qg_explorer_dup_place_title (QgExplorer *self, guint position)
{
  const QgPlace *place;

  g_return_val_if_fail (position < qg_history_get_n (self->history), NULL);
  place = qg_history_get (self->history, position);
  if (place->between.from != QG_NONE && !place->between.aside)
    return dup_ways_title (self, place->between);
  if (place->selection.kind == QG_SELECTION_ENTITY)
    {
      g_autofree char *whole =
          qg_text_dup_marked (qg_map_get_entity (self->map, place->selection.number)->label, self->language);

      return qg_text_clip (whole, QG_TEXT_LINE);
    }
  if (place->selection.kind == QG_SELECTION_RELATION)
    {
      g_autoptr (QgSentence) sentence =
          qg_sentence_new (self->map, place->selection.number, FALSE, self->language);

      return qg_text_clip (sentence->text, QG_TEXT_LINE);
    }
  return qg_explorer_dup_part_title (self, place->part);
}
