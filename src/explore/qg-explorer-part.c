/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What part of the map is asked for, and which engine lays it out. */

#include "qg-explorer-private.h"

#include "qg-usual-engine.h"

#define VIEW_PREFIX "view:"
#define GROUPS_SUFFIX ":groups"

static char *
dup_origin_key (const QgPart *part)
{
  QgMap *map = qg_part_get_map (part);
  guint view = qg_part_get_view (part), from, to;

  if (view != QG_NONE)
    return g_strconcat (VIEW_PREFIX, qg_map_get_view (map, view)->id, NULL);
  if (qg_part_get_focus (part) != QG_NONE)
    return g_strdup ("focus");
  if (qg_part_get_ends (part, &from, &to))
    return g_strdup ("ways");
  return g_strdup (qg_part_get_entities (part).n == qg_map_get_n_entities (map) ? "whole" : "part");
}

/* With groups collapsed a part is another picture, for which another engine may be good. */
char *
qg_explorer_dup_part_key (const QgPart *part)
{
  QgPart *origin = qg_part_get_origin ((QgPart *) part);
  g_autofree char *key = dup_origin_key (origin);

  return origin == part ? g_steal_pointer (&key) : g_strconcat (key, GROUPS_SUFFIX, NULL);
}

char *
qg_explorer_dup_view_of_key (const char *key)
{
  const char *id = g_str_has_prefix (key, VIEW_PREFIX) ? key + strlen (VIEW_PREFIX) : NULL;

  if (id == NULL)
    return NULL;
  return g_strndup (id, strlen (id) - (g_str_has_suffix (id, GROUPS_SUFFIX) ? strlen (GROUPS_SUFFIX) : 0));
}

void
qg_explorer_set_part (QgExplorer *self, QgPart *part, guint depth, QgFollow follow)
{
  gboolean collapsing = self->collapsing != NULL;

  qg_explorer_collapse_cancel (self);
  qg_part_ref (part);
  g_clear_pointer (&self->part, qg_part_unref);
  self->part = part;
  self->depth = depth;
  self->follow = follow;
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_PART]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_ENGINE]);
  if (collapsing)
    qg_explorer_notify_busy (self);
}

void
qg_explorer_take_part (QgExplorer *self, QgPart *part, guint depth, QgFollow follow)
{
  gboolean again = self->part == part;

  qg_explorer_set_part (self, part, depth, follow);
  if (!again || (!qg_explorer_get_layout_busy (self) && self->shown.part != part))
    qg_explorer_pipeline_start (self, FALSE);
}

/* Back to the part on screen, whose depth the history knows. */
void
qg_explorer_return_to_shown (QgExplorer *self)
{
  guint depth = 0;
  QgFollow follow = QG_FOLLOW_BOTH;

  for (guint i = qg_history_get_n (self->history); i-- > 0;)
    {
      const QgPlace *place = qg_history_get (self->history, i);

      if (place->part != self->shown.part)
        continue;
      depth = place->depth;
      follow = place->follow;
      break;
    }
  qg_explorer_set_part (self, self->shown.part, depth, follow);
  qg_explorer_visit (self);
}

/* A selection that the new part does not have is given up. */
void
qg_explorer_keep_selection_inside (QgExplorer *self)
{
  QgSelection s = self->selection;

  if ((s.kind == QG_SELECTION_ENTITY && qg_part_index_of_entity (self->part, s.number) == QG_NONE) ||
      (s.kind == QG_SELECTION_RELATION && qg_part_index_of_relation (self->part, s.number) == QG_NONE))
    qg_explorer_use_selection (self, (QgSelection){ QG_SELECTION_NOTHING });
}

static QgPart *
part_of_view (QgExplorer *self, guint view)
{
  for (guint i = self->recent->len; i-- > 0;)
    {
      const QgLaidOut *old = g_ptr_array_index (self->recent, i);

      if (qg_part_get_view (old->part) == view && qg_part_get_origin (old->part) == old->part)
        return qg_part_ref (old->part);
    }
  if (self->part != NULL && qg_part_get_view (self->part) == view)
    return qg_part_ref (qg_part_get_origin (self->part));
  if (self->foreseen != NULL && qg_part_get_view (self->foreseen->of.part) == view)
    return qg_part_ref (self->foreseen->of.part);
  return qg_part_new_view (self->map, view);
}

/* A view with some of its groups collapsed. */
static void
show_view_collapsed (QgExplorer *self, QgPart *part, const guint8 *collapsed)
{
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_pipeline_cancel (self);
  qg_explorer_set_part (self, part, 0, QG_FOLLOW_BOTH);
  qg_explorer_keep_selection_inside (self);
  qg_explorer_collapse (self, collapsed);
  g_object_thaw_notify (G_OBJECT (self));
}

/* @collapsed: for each kind */
static void
show_view (QgExplorer *self, guint view, const guint8 *collapsed)
{
  g_autoptr (QgPart) part = part_of_view (self, view);
  gboolean any = FALSE;

  for (guint i = 0; i < qg_map_get_n_kinds (self->map); i++)
    any = any || collapsed[i];
  qg_explorer_light_none (self);
  if (any)
    show_view_collapsed (self, part, collapsed);
  else
    qg_explorer_show_part (self, part);
}

void
qg_explorer_show_view (QgExplorer *self, guint view)
{
  g_autofree guint8 *collapsed = NULL;
  QgNumbers kinds;

  g_return_if_fail (self->map != NULL && view < qg_map_get_n_views (self->map));
  collapsed = g_new0 (guint8, qg_map_get_n_kinds (self->map) + 1);
  kinds = qg_map_get_view (self->map, view)->collapsed;
  for (guint i = 0; i < kinds.n; i++)
    collapsed[kinds.items[i]] = TRUE;
  show_view (self, view, collapsed);
}

void
qg_explorer_return_to_view (QgExplorer *self, guint view)
{
  g_autofree guint8 *left = NULL;
  const guint8 *known;

  g_return_if_fail (self->map != NULL && view < qg_map_get_n_views (self->map));
  known = g_hash_table_lookup (self->groups, qg_map_get_view (self->map, view)->id);
  /* What is shown is remembered in its place. */
  left = known != NULL ? g_memdup2 (known, qg_map_get_n_kinds (self->map) + 1) : NULL;
  if (left != NULL)
    show_view (self, view, left);
  else
    qg_explorer_show_view (self, view);
}

void
qg_explorer_show_whole (QgExplorer *self)
{
  g_autoptr (QgPart) part = NULL;

  g_return_if_fail (self->map != NULL);
  if (self->foreseen != NULL && qg_part_get_view (self->foreseen->of.part) == QG_NONE)
    part = qg_part_ref (self->foreseen->of.part);
  else
    part = qg_part_new_whole (self->map);
  qg_explorer_light_none (self);
  qg_explorer_show_part (self, part);
}

void
qg_explorer_show_part (QgExplorer *self, QgPart *part)
{
  g_return_if_fail (self->map != NULL && qg_part_get_map (part) == self->map);
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  qg_explorer_take_part (self, part, 0, QG_FOLLOW_BOTH);
  qg_explorer_keep_selection_inside (self);
  qg_explorer_visit (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qg_explorer_show_focus (QgExplorer *self, guint entity, guint depth, QgFollow follow)
{
  g_autoptr (QgPart) part = NULL;

  if (self->map != NULL && qg_map_is_group (self->map, entity) && qg_explorer_open_group (self, entity))
    return;
  g_return_if_fail (self->map != NULL && entity < qg_map_get_n_entities (self->map));
  depth = CLAMP (depth, 1, QG_EXPLORER_MAX_DEPTH);
  if (self->part != NULL && qg_part_get_focus (self->part) == entity && self->depth == depth &&
      self->follow == follow && qg_part_get_origin (self->part) == self->part)
    part = qg_part_ref (self->part);
  else
    part = qg_part_new_focus (self->map, entity, depth, follow);
  g_object_freeze_notify (G_OBJECT (self));
  qg_explorer_use_between (self, QG_BETWEEN_NONE);
  qg_explorer_take_part (self, part, depth, follow);
  qg_explorer_use_selection (self, (QgSelection){ QG_SELECTION_ENTITY, entity });
  qg_explorer_visit (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qg_explorer_show_first (QgExplorer *self)
{
  if (qg_map_get_n_views (self->map) > 0)
    qg_explorer_show_view (self, 0);
  else
    qg_explorer_show_whole (self);
}

guint
qg_explorer_get_depth (QgExplorer *self)
{
  return self->part != NULL && qg_part_get_focus (self->part) != QG_NONE ? self->depth : 0;
}

QgFollow
qg_explorer_get_follow (QgExplorer *self)
{
  return self->follow;
}

gboolean
qg_explorer_widen (QgExplorer *self, int by)
{
  int depth = (int) qg_explorer_get_depth (self) + by;

  if (self->part == NULL || depth > (int) QG_EXPLORER_MAX_DEPTH)
    return FALSE;
  if (qg_explorer_get_depth (self) == 0)
    {
      if (by < 0 || self->selection.kind != QG_SELECTION_ENTITY)
        return FALSE;
      qg_explorer_show_focus (self, self->selection.number, 1, QG_FOLLOW_BOTH);
      return TRUE;
    }
  if (depth < 1)
    return FALSE;
  qg_explorer_show_focus (self, qg_part_get_focus (self->part), (guint) depth, self->follow);
  return TRUE;
}

/* A neighbourhood or the picture of ways: what one looks at for a while, within a larger one. */
static gboolean
is_passing (const QgPart *part)
{
  guint from, to;

  return qg_part_get_focus (part) != QG_NONE || qg_part_get_ends (part, &from, &to);
}

/* The part before the focus, or before the ways: the last one in the history that is neither. */
static void
leave_part (QgExplorer *self)
{
  guint position = qg_history_get_position (self->history);

  for (guint i = position == QG_NONE ? 0 : position + 1; i-- > 0;)
    {
      const QgPlace *place = qg_history_get (self->history, i);
      g_autoptr (QgPart) part = NULL;

      if (is_passing (place->part))
        continue;
      part = qg_part_ref (place->part);
      qg_explorer_show_part (self, part);
      return;
    }
  qg_explorer_show_first (self);
}

gboolean
qg_explorer_step_out (QgExplorer *self)
{
  if (self->part == NULL)
    return FALSE;
  if (self->between.from != QG_NONE)
    qg_explorer_step_out_of_ways (self);
  else if (self->lit_entities->len > 0 || self->lit_relations->len > 0)
    qg_explorer_light_none (self);
  else if (is_passing (self->part))
    leave_part (self);
  else if (self->selection.kind != QG_SELECTION_NOTHING)
    qg_explorer_select_nothing (self);
  else
    return FALSE;
  return TRUE;
}

/* Titles */

char *
qg_explorer_dup_part_title (QgExplorer *self, const QgPart *part)
{
  g_autofree char *whole = qg_part_dup_title (part, self->language, TRUE);

  return qg_text_clip (whole, QG_TEXT_LINE);
}

char *
qg_explorer_dup_title (QgExplorer *self)
{
  return self->part != NULL ? qg_explorer_dup_part_title (self, self->part) : NULL;
}

/* Engines */

static gpointer
chosen_engine (QgExplorer *self)
{
  g_autofree char *key = qg_explorer_dup_part_key (self->part);

  return g_hash_table_lookup (self->engines, key);
}

QgEngine
qg_explorer_get_engine (QgExplorer *self)
{
  gpointer chosen;

  if (self->part == NULL)
    return QG_ENGINE_DOT;
  chosen = chosen_engine (self);
  /* The file may have lost its places since. */
  if (chosen == GUINT_TO_POINTER (QG_ENGINE_GIVEN + 1) && !qg_part_is_placed (self->part))
    chosen = NULL;
  return chosen != NULL ? (QgEngine) (GPOINTER_TO_UINT (chosen) - 1) : qg_usual_engine_get (self->part);
}

gboolean
qg_explorer_is_engine_replaced (QgExplorer *self)
{
  QgEngine own;

  if (self->part == NULL || chosen_engine (self) != NULL)
    return FALSE;
  own = qg_part_get_layout_options (self->part)->engine;
  /* What stands for a group has no place in the file: nothing takes the place of what cannot be. */
  if (own == QG_ENGINE_GIVEN && !qg_part_is_placed (self->part))
    return FALSE;
  return qg_explorer_get_engine (self) != own;
}

void
qg_explorer_set_engine (QgExplorer *self, QgEngine engine)
{
  gboolean same;

  g_return_if_fail (engine < QG_N_ENGINES);
  if (self->part == NULL)
    return;
  same = qg_explorer_get_engine (self) == engine;
  g_hash_table_insert (self->engines, qg_explorer_dup_part_key (self->part), GUINT_TO_POINTER (engine + 1));
  if (same && self->error == NULL)
    return;
  qg_explorer_pipeline_start (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_ENGINE]);
}

void
qg_explorer_reset_engine (QgExplorer *self)
{
  QgEngine before = qg_explorer_get_engine (self);
  g_autofree char *key = NULL;

  if (self->part == NULL)
    return;
  key = qg_explorer_dup_part_key (self->part);
  g_hash_table_remove (self->engines, key);
  if (qg_explorer_get_engine (self) == before)
    return;
  qg_explorer_pipeline_start (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_ENGINE]);
}

/* The choice of an engine whose layout was given up is given up with it: it is not begun again by who comes
 * back to the part. */
void
qg_explorer_use_engine_of (QgExplorer *self, const QgLaidOut *shown)
{
  QgEngine engine = shown->request->engine;
  g_autofree char *key = NULL;

  if (qg_explorer_get_engine (self) == engine)
    return;
  key = qg_explorer_dup_part_key (self->part);
  if (qg_usual_engine_get (self->part) == engine)
    g_hash_table_remove (self->engines, key);
  else
    g_hash_table_insert (self->engines, g_steal_pointer (&key), GUINT_TO_POINTER (engine + 1));
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_ENGINE]);
}
