/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is hidden, and the emphases that tiles are drawn with. */

#include "qg-explorer-private.h"

/* Makes the emphases anew for the scene that is shown. A scene of another map is left as it is: the filter's
 * numbers mean nothing there. */
void
qg_explorer_apply_filter (QgExplorer *self)
{
  g_clear_pointer (&self->node_emphases, g_free);
  g_clear_pointer (&self->edge_emphases, g_free);
  self->n_hidden = 0;
  if (self->filter != NULL && qg_explorer_scene_is_current (self))
    {
      QgPart *part = qg_scene_get_part (self->scene);

      self->node_emphases = g_new (guint8, qg_part_get_entities (part).n + 1);
      self->edge_emphases = g_new (guint8, qg_part_get_relations (part).n + 1);
      self->n_hidden = qg_filter_apply (self->filter, part, self->node_emphases, self->edge_emphases);
    }
  g_signal_emit (self, qg_explorer_signals[SIGNAL_HIDDEN_CHANGED], 0);
}

/* Without a visit in the history. */
void
qg_explorer_use_filter (QgExplorer *self, QgFilter *filter)
{
  if (qg_filter_equal (self->filter, filter))
    return;
  if (filter != NULL)
    qg_filter_ref (filter);
  g_clear_pointer (&self->filter, qg_filter_unref);
  self->filter = filter;
  qg_explorer_apply_filter (self);
}

void
qg_explorer_set_filter (QgExplorer *self, QgFilter *filter)
{
  qg_explorer_use_filter (self, filter);
  qg_explorer_visit (self);
}

QgFilter *
qg_explorer_get_filter (QgExplorer *self)
{
  return self->filter;
}

/* Takes the reference to @filter. */
static void
take_filter (QgExplorer *self, QgFilter *filter)
{
  qg_explorer_set_filter (self, filter);
  if (filter != NULL)
    qg_filter_unref (filter);
}

void
qg_explorer_set_kind_hidden (QgExplorer *self, guint kind, gboolean hidden)
{
  take_filter (self, qg_filter_with_kind (self->filter, kind, hidden));
}

gboolean
qg_explorer_get_kind_hidden (QgExplorer *self, guint kind)
{
  return qg_filter_get_kind (self->filter, kind);
}

void
qg_explorer_set_statement_hidden (QgExplorer *self, QgStatement statement, gboolean hidden)
{
  take_filter (self, qg_filter_with_statement (self->filter, statement, hidden));
}

gboolean
qg_explorer_get_statement_hidden (QgExplorer *self, QgStatement statement)
{
  return qg_filter_get_statement (self->filter, statement);
}

void
qg_explorer_set_source_hidden (QgExplorer *self, guint source, gboolean hidden)
{
  take_filter (self, qg_filter_with_source (self->filter, source, hidden));
}

void
qg_explorer_set_entity_hidden (QgExplorer *self, guint entity, gboolean hidden)
{
  take_filter (self, qg_filter_with_entity (self->filter, entity, hidden));
}

void
qg_explorer_set_relation_hidden (QgExplorer *self, guint relation, gboolean hidden)
{
  take_filter (self, qg_filter_with_relation (self->filter, relation, hidden));
}

void
qg_explorer_set_least_importance (QgExplorer *self, guint importance)
{
  take_filter (self, qg_filter_with_importance (self->filter, importance));
}

void
qg_explorer_show_all (QgExplorer *self)
{
  qg_explorer_set_filter (self, NULL);
}

guint
qg_explorer_get_n_hidden (QgExplorer *self)
{
  return self->n_hidden;
}

guint
qg_explorer_get_n_hidden_entities (QgExplorer *self)
{
  guint n = self->node_emphases != NULL ? qg_part_get_entities (qg_scene_get_part (self->scene)).n : 0;
  guint n_hidden = 0;

  for (guint i = 0; i < n; i++)
    n_hidden += self->node_emphases[i] == QG_EMPHASIS_HIDDEN ? 1 : 0;
  return n_hidden;
}

QgEmphases
qg_explorer_get_emphases (QgExplorer *self)
{
  return (QgEmphases){ self->node_emphases, self->edge_emphases };
}

/* A part of what the filter leaves, with a layout of its own and the title of the whole. */
void
qg_explorer_layout_visible (QgExplorer *self)
{
  g_autoptr (GArray) left = NULL;
  g_autoptr (QgPart) part = NULL;
  QgNumbers entities;

  if (!qg_explorer_scene_is_current (self))
    return;
  if (self->node_emphases == NULL || qg_part_get_origin (self->part) != self->part)
    {
      qg_explorer_layout_again (self);
      return;
    }
  entities = qg_part_get_entities (qg_scene_get_part (self->scene));
  left = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < entities.n; i++)
    if (self->node_emphases[i] != QG_EMPHASIS_HIDDEN)
      g_array_append_val (left, entities.items[i]);
  if (left->len == 0)
    return;
  part = qg_part_new_left (self->part, (const guint *) left->data, left->len);
  qg_explorer_show_part (self, part);
}
