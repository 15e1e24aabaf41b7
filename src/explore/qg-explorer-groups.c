/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Groups collapsed to one node each: a part like others, so that history, state and exports have it. That of
 * a large part is made by a worker; whatever is shown, selected or varied meanwhile goes before it. */

#include "qg-explorer-private.h"

#include "qg-words.h"

/* A part of so many entities and relations is collapsed within 4 ms. */
#define AT_ONCE 20000u

typedef struct
{
  QgPart *part;
  QgMap *map;
  guint8 *collapsed;
} CollapseJob;

gboolean
qg_explorer_get_group_collapsed (QgExplorer *self, guint kind)
{
  if (self->collapsing != NULL)
    return self->collapsing[kind];
  return self->part != NULL && qg_part_is_collapsed (self->part, kind);
}

/* What stands for a group of @kind in the part; QG_NONE where it is not collapsed. */
static guint
find_group (QgExplorer *self, guint kind)
{
  QgNumbers entities = qg_part_get_entities (self->part);

  for (guint i = entities.n; i-- > 0 && qg_map_is_group (self->map, entities.items[i]);)
    if (qg_map_get_entity (self->map, entities.items[i])->kind == kind)
      return entities.items[i];
  return QG_NONE;
}

static gboolean
is_in_part (QgExplorer *self, QgSelection s)
{
  return (s.kind == QG_SELECTION_ENTITY && qg_part_index_of_entity (self->part, s.number) != QG_NONE) ||
         (s.kind == QG_SELECTION_RELATION && qg_part_index_of_relation (self->part, s.number) != QG_NONE);
}

/* The most important member of the group that @entity stands for, the first among equals. */
static guint
find_first_member (QgExplorer *self, guint entity)
{
  guint kind = qg_map_get_entity (self->map, entity)->kind, best = QG_NONE;
  QgNumbers entities = qg_part_get_entities (self->part);

  for (guint i = 0; i < entities.n; i++)
    {
      const QgEntity *e = qg_map_get_entity (self->map, entities.items[i]);

      if (e->kind == kind &&
          (best == QG_NONE || e->importance > qg_map_get_entity (self->map, best)->importance))
        best = entities.items[i];
    }
  return best;
}

guint
qg_explorer_find_stand_in (QgExplorer *self, guint entity)
{
  if (self->part == NULL || entity == QG_NONE || qg_part_index_of_entity (self->part, entity) != QG_NONE)
    return QG_NONE;
  return qg_map_is_group (self->map, entity) ? find_first_member (self, entity)
                                             : find_group (self, qg_map_get_entity (self->map, entity)->kind);
}

/* A selection inside of a group that is one node now becomes that node; where what stands for a group was
 * selected and the group is open now, it goes to the first of those in it. */
static void
move_selection (QgExplorer *self)
{
  QgSelection s = self->selection;
  guint instead = QG_NONE;

  if (s.kind == QG_SELECTION_NOTHING || is_in_part (self, s))
    return;
  if (s.kind == QG_SELECTION_ENTITY)
    instead = qg_explorer_find_stand_in (self, s.number);
  qg_explorer_use_selection (self, instead != QG_NONE ? (QgSelection){ QG_SELECTION_ENTITY, instead }
                                                      : (QgSelection){ QG_SELECTION_NOTHING });
}

/* How the groups of a view are left: so they are found when one comes back to it. */
static void
remember_groups (QgExplorer *self)
{
  guint view = qg_part_get_view (self->part), n = qg_map_get_n_kinds (self->map);
  guint8 *collapsed;

  if (view == QG_NONE)
    return;
  collapsed = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    collapsed[i] = qg_part_is_collapsed (self->part, i);
  g_hash_table_insert (self->groups, g_strdup (qg_map_get_view (self->map, view)->id), collapsed);
}

static void
show_collapsed (QgExplorer *self, QgPart *part)
{
  QgSelection later = self->later;

  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_light_none (self);
  if (qg_part_get_origin (part) != part)
    qg_explorer_vary_map (self, qg_part_get_map (part));
  qg_explorer_take_part (self, part, self->depth, self->follow);
  remember_groups (self);
  if (is_in_part (self, later))
    qg_explorer_use_selection (self, later);
  move_selection (self);
  qg_explorer_visit (self);
  g_signal_emit (self, qg_explorer_signals[SIGNAL_GROUPS_CHANGED], 0);
  g_object_thaw_notify (G_OBJECT (self));
}

/* In a worker */

void
qg_explorer_collapse_cancel (QgExplorer *self)
{
  if (self->collapse_cancellable == NULL)
    return;
  g_cancellable_cancel (self->collapse_cancellable);
  g_clear_object (&self->collapse_cancellable);
  g_clear_pointer (&self->collapsing, g_free);
  self->later = (QgSelection){ QG_SELECTION_NOTHING };
}

static void
collapse_job_free (gpointer data)
{
  CollapseJob *job = data;

  qg_part_unref (job->part);
  qg_map_unref (job->map);
  g_free (job->collapsed);
  g_free (job);
}

static void
collapse_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const CollapseJob *job = data;
  QgPart *part =
      qg_part_new_collapsed (job->part, job->map, job->collapsed, qg_word_dup_relations, cancellable);

  if (part != NULL)
    g_task_return_pointer (task, part, (GDestroyNotify) qg_part_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
collapsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QgExplorer) self = user_data;
  g_autoptr (QgPart) part = g_task_propagate_pointer (G_TASK (result), NULL);
  QgSelection later = self->later;

  if (part == NULL || g_task_get_cancellable (G_TASK (result)) != self->collapse_cancellable)
    return;
  qg_explorer_collapse_cancel (self);
  self->later = later;
  show_collapsed (self, part);
}

static void
start_collapse (QgExplorer *self, const guint8 *collapsed)
{
  CollapseJob *job = g_new0 (CollapseJob, 1);
  QgSelection later = self->later;
  g_autoptr (GTask) task = NULL;

  job->part = qg_part_ref (self->part);
  job->map = qg_map_ref (self->map);
  job->collapsed = g_memdup2 (collapsed, qg_map_get_n_kinds (self->map) + 1);
  qg_explorer_collapse_cancel (self);
  self->later = later;
  self->collapsing = g_memdup2 (job->collapsed, qg_map_get_n_kinds (self->map) + 1);
  self->collapse_cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->collapse_cancellable, collapsed_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_collapse);
  g_task_set_task_data (task, job, collapse_job_free);
  g_task_run_in_thread (task, collapse_thread);
  qg_explorer_notify_work (self);
}

void
qg_explorer_collapse_again (QgExplorer *self)
{
  g_autofree guint8 *collapsed = g_steal_pointer (&self->collapsing);

  if (collapsed != NULL)
    start_collapse (self, collapsed);
}

/* @part: without collapsed groups. */
gboolean
qg_explorer_collapses_at_once (const QgPart *part)
{
  return qg_part_get_entities (part).n + qg_part_get_relations (part).n <= AT_ONCE;
}

/* Whether a group of the part is to be one node. */
static gboolean
is_any_collapsed (QgExplorer *self, const guint8 *collapsed)
{
  QgNumbers entities = qg_part_get_entities (qg_part_get_origin (self->part));

  for (guint i = 0; i < entities.n; i++)
    if (collapsed[qg_map_get_entity (self->map, entities.items[i])->kind])
      return TRUE;
  return FALSE;
}

/* @collapsed: for each kind. What is small is there when this returns. */
void
qg_explorer_collapse (QgExplorer *self, const guint8 *collapsed)
{
  QgPart *origin = qg_part_get_origin (self->part);
  g_autoptr (QgPart) part = NULL;

  if (!is_any_collapsed (self, collapsed))
    part = qg_part_ref (origin);
  else if (!qg_explorer_collapses_at_once (origin))
    {
      start_collapse (self, collapsed);
      return;
    }
  else
    part = qg_part_new_collapsed (self->part, self->map, collapsed, qg_word_dup_relations, NULL);
  show_collapsed (self, part);
}

gboolean
qg_explorer_set_group_collapsed (QgExplorer *self, guint kind, gboolean collapsed)
{
  g_autofree guint8 *kinds = NULL;

  if (self->part == NULL || kind >= qg_map_get_n_kinds (self->map) ||
      qg_explorer_get_group_collapsed (self, kind) == !!collapsed)
    return FALSE;
  kinds = g_new0 (guint8, qg_map_get_n_kinds (self->map) + 1);
  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    kinds[i] = i == kind ? collapsed : qg_explorer_get_group_collapsed (self, i);
  qg_explorer_collapse (self, kinds);
  return TRUE;
}

gboolean
qg_explorer_set_all_collapsed (QgExplorer *self, gboolean collapsed)
{
  g_autofree guint8 *kinds = NULL;
  gboolean same = TRUE;

  if (self->part == NULL)
    return FALSE;
  kinds = g_new0 (guint8, qg_map_get_n_kinds (self->map) + 1);
  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    {
      kinds[i] = !!collapsed;
      same = same && qg_explorer_get_group_collapsed (self, i) == !!collapsed;
    }
  if (!same)
    qg_explorer_collapse (self, kinds);
  return !same;
}

/* Opens the group that @entity stands for, or that it is in while that is one node. FALSE where there is
 * none. */
gboolean
qg_explorer_open_group (QgExplorer *self, guint entity)
{
  guint kind;

  if (self->part == NULL)
    return FALSE;
  kind = qg_map_get_entity (self->map, entity)->kind;
  if (!qg_part_is_collapsed (self->part, kind) ||
      (!qg_map_is_group (self->map, entity) &&
       qg_part_index_of_entity (qg_part_get_origin (self->part), entity) == QG_NONE))
    return FALSE;
  qg_explorer_set_group_collapsed (self, kind, FALSE);
  return TRUE;
}

gboolean
qg_explorer_select_later (QgExplorer *self, QgSelection selection)
{
  QgPart *origin = qg_part_get_origin (self->part);

  if (self->collapsing == NULL || selection.kind == QG_SELECTION_NOTHING || is_in_part (self, selection) ||
      (selection.kind == QG_SELECTION_ENTITY
           ? qg_part_index_of_entity (origin, selection.number)
           : qg_part_index_of_relation (origin, selection.number)) == QG_NONE)
    return FALSE;
  self->later = selection;
  return TRUE;
}
