/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-vary.h"

#include "qg-map-private.h"

QgMap *
qg_map_get_base (QgMap *map)
{
  return map->base != NULL ? map->base : map;
}

guint
qg_map_get_n_given_views (const QgMap *map)
{
  return map->base != NULL ? map->base->views->len : map->views->len;
}

gboolean
qg_map_is_akin (const QgMap *a, const QgMap *b)
{
  return a != NULL && b != NULL && qg_map_get_base ((QgMap *) a) == qg_map_get_base ((QgMap *) b);
}

static QgNumbers
keep_numbers (QgArena *arena, QgNumbers numbers)
{
  return (QgNumbers){ numbers.n, QG_ARENA_COPY_ARRAY (arena, numbers.items, numbers.n) };
}

static QgText *
keep_text (QgMap *map, QgText *text)
{
  if (text != NULL)
    g_ptr_array_add (map->texts, qg_text_ref (text));
  return text;
}

static void
add_view (QgMap *map, const QgView *from)
{
  QgView view = *from;
  QgNumbers *levels = QG_ARENA_COPY_ARRAY (map->arena, from->layout.levels, from->layout.n_levels);

  view.id = qg_arena_copy_string (map->arena, from->id);
  view.page = qg_arena_copy_string (map->arena, from->page);
  keep_text (map, view.title);
  keep_text (map, view.description);
  view.entities = keep_numbers (map->arena, from->entities);
  view.without = keep_numbers (map->arena, from->without);
  view.collapsed = keep_numbers (map->arena, from->collapsed);
  for (guint i = 0; i < from->layout.n_levels; i++)
    levels[i] = keep_numbers (map->arena, from->layout.levels[i]);
  view.layout.levels = levels;
  g_array_append_val (map->views, view);
}

QgMap *
qg_map_new_with_views (QgMap *map, const QgView *views, guint n)
{
  QgMap *base = qg_map_get_base (map);
  QgMap *varied = g_memdup2 (base, sizeof (QgMap));

  g_atomic_ref_count_init (&varied->ref_count);
  varied->base = qg_map_ref (base);
  varied->groups = map->groups;
  if (map->groups != NULL)
    g_atomic_ref_count_inc (&map->groups->ref_count);
  varied->arena = qg_arena_new ();
  varied->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_text_unref);
  varied->views = g_array_copy (base->views);
  for (guint i = 0; i < n; i++)
    add_view (varied, &views[i]);
  varied->view_ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = varied->views->len; i-- > 0;)
    g_hash_table_insert (varied->view_ids, (gpointer) g_array_index (varied->views, QgView, i).id,
                         GUINT_TO_POINTER (i + 1));
  return varied;
}
