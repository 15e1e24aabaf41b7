/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-part-private.h"

#include "qg-join.h"
#include "qg-map-builder.h"
#include "qg-map-vary.h"
#include "qg-neighbourhood.h"

G_DEFINE_BOXED_TYPE (QgPart, qg_part, qg_part_ref, qg_part_unref)

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static GArray *
new_numbers (guint n)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
}

/* All numbers below @n. */
static GArray *
new_range (guint n)
{
  GArray *numbers = new_numbers (n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (numbers, i);
  return numbers;
}

/* Takes @entities, which are sorted and each there once, and finds the relations among them. */
static QgPart *
new_part (QgMap *map, GArray *entities, const QgNumbers *without)
{
  QgPart *part = g_new0 (QgPart, 1);
  guint n_relations = qg_map_get_n_relations (map);
  g_autofree guint8 *inside = g_new0 (guint8, (gsize) qg_map_get_n_entities (map) + 1);
  g_autofree guint8 *left_out = g_new0 (guint8, (gsize) n_relations + 1);

  g_atomic_ref_count_init (&part->ref_count);
  part->map = qg_map_ref (map);
  part->view = part->focus = part->from = part->to = part->of_view = part->of_focus = QG_NONE;
  part->entities = entities;
  part->relations = new_numbers (0);
  qg_layout_options_init (&part->own_options);
  part->options = &part->own_options;

  for (guint i = 0; i < entities->len; i++)
    inside[g_array_index (entities, guint, i)] = TRUE;
  for (guint i = 0; without != NULL && i < without->n; i++)
    left_out[without->items[i]] = TRUE;
  for (guint i = 0; i < entities->len; i++)
    {
      QgNumbers out = qg_map_get_outgoing (map, g_array_index (entities, guint, i));

      for (guint j = 0; j < out.n; j++)
        if (!left_out[out.items[j]] && inside[qg_map_get_relation (map, out.items[j])->to])
          g_array_append_val (part->relations, out.items[j]);
    }
  g_array_sort (part->relations, compare_numbers);
  return part;
}

/* A copy of @n numbers, sorted, each once, those alone that are entities of @map. */
static GArray *
sort_entities (const QgMap *map, const guint *entities, guint n)
{
  GArray *sorted = new_numbers (n);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (entities[i] < qg_map_get_n_entities (map))
      g_array_append_val (sorted, entities[i]);
  g_array_sort (sorted, compare_numbers);
  for (guint i = 0; i < sorted->len; i++)
    {
      guint entity = g_array_index (sorted, guint, i);

      if (kept == 0 || g_array_index (sorted, guint, kept - 1) != entity)
        g_array_index (sorted, guint, kept++) = entity;
    }
  g_array_set_size (sorted, kept);
  return sorted;
}

/* qg_part_new_view:
 * Returns: (transfer full): the entities of a view and the relations among them but those that it leaves out.
 */
QgPart *
qg_part_new_view (QgMap *map, guint view)
{
  const QgView *v = qg_map_get_view (map, view);
  QgPart *part;

  g_return_val_if_fail (v != NULL, NULL);
  part = new_part (map, sort_entities (map, v->entities.items, v->entities.n), &v->without);
  part->view = view;
  part->options = &v->layout;
  return part;
}

/* qg_part_new_whole:
 * Returns: (transfer full): all of the map; arranged as the file has it, where that says it of everything. */
QgPart *
qg_part_new_whole (QgMap *map)
{
  QgPart *part = new_part (map, new_range (qg_map_get_n_entities (map)), NULL);

  if (qg_part_is_placed (part))
    part->own_options.engine = QG_ENGINE_GIVEN;
  return part;
}

/* qg_part_new_focus:
 * @depth: 1 to 5 are of use; how many relations away from @entity
 *
 * Returns: (transfer full): what lies around @entity, and all relations among that. */
QgPart *
qg_part_new_focus (QgMap *map, guint entity, guint depth, QgFollow follow)
{
  QgPart *part;

  g_return_val_if_fail (entity < qg_map_get_n_entities (map), NULL);
  part = new_part (map, qg_neighbourhood_find (map, entity, depth, follow), NULL);
  part->focus = entity;
  return part;
}

void
qg_part_copy_options (QgPart *part, const QgLayoutOptions *options)
{
  part->own_options = *options;
  part->own_levels = g_memdup2 (options->levels, sizeof (QgNumbers) * options->n_levels);
  part->own_options.levels = part->own_levels;
  for (guint i = 0; i < options->n_levels; i++)
    part->own_levels[i].items = g_memdup2 (options->levels[i].items, sizeof (guint) * options->levels[i].n);
  part->options = &part->own_options;
}

static guint
find_akin_view (const QgMap *old, guint view, const QgMap *map)
{
  return view != QG_NONE ? qg_map_find_view (map, qg_map_get_view (old, view)->id) : QG_NONE;
}

/* qg_part_new_akin:
 * @map: akin to the part's own
 *
 * Returns: (transfer full): the same part of @map, which may have other views: where the part is a view that
 * @map has no more, it is one of entities. */
QgPart *
qg_part_new_akin (QgPart *part, QgMap *map)
{
  QgPart *akin = g_new0 (QgPart, 1);

  g_return_val_if_fail (qg_map_is_akin (part->map, map), NULL);
  g_atomic_ref_count_init (&akin->ref_count);
  akin->map = qg_map_ref (map);
  akin->view = find_akin_view (part->map, part->view, map);
  akin->focus = part->focus;
  akin->of_view = find_akin_view (part->map, part->of_view, map);
  akin->of_focus = part->of_focus;
  akin->from = part->from;
  akin->to = part->to;
  akin->entities = g_array_ref (part->entities);
  akin->relations = g_array_ref (part->relations);
  if (part->origin != NULL)
    {
      akin->origin = qg_part_new_akin (part->origin, map);
      akin->collapsed = g_memdup2 (part->collapsed, qg_map_get_n_kinds (map) + 1);
      akin->groups = g_memdup2 (part->groups, sizeof (guint) * (qg_map_get_n_kinds (map) + 1));
    }
  if (akin->view != QG_NONE)
    akin->options = &qg_map_get_view (map, akin->view)->layout;
  else
    qg_part_copy_options (akin, part->options);
  return akin;
}

/* qg_part_new_entities:
 * @entities: @n numbers, in any order; those that are twice or are none count once or not
 * @options: (nullable): copied; %NULL for the normal ones
 *
 * Returns: (transfer full): @entities and all relations among them. */
QgPart *
qg_part_new_entities (QgMap *map, const guint *entities, guint n, const QgLayoutOptions *options)
{
  QgPart *part = new_part (map, sort_entities (map, entities, n), NULL);

  if (options != NULL)
    qg_part_copy_options (part, options);
  return part;
}

/* qg_part_new_between:
 * @from, @to: entities of @map, the ends of ways
 * @entities: those on the ways, as for qg_part_new_entities()
 * @options: (nullable): as there
 *
 * Returns: (transfer full): @entities and all relations among them, called by the ends. */
QgPart *
qg_part_new_between (QgMap *map, guint from, guint to, const guint *entities, guint n,
                     const QgLayoutOptions *options)
{
  QgPart *part;

  g_return_val_if_fail (MAX (from, to) < qg_map_get_n_entities (map), NULL);
  part = qg_part_new_entities (map, entities, n, options);
  part->from = from;
  part->to = to;
  return part;
}

/* Leaves those of the part's relations alone that are in @relations, which are sorted. */
static void
keep_relations (QgPart *part, const GArray *relations)
{
  guint kept = 0;

  for (guint i = 0; i < part->relations->len; i++)
    {
      guint relation = g_array_index (part->relations, guint, i);

      if (g_array_binary_search ((GArray *) relations, &relation, compare_numbers, NULL))
        g_array_index (part->relations, guint, kept++) = relation;
    }
  g_array_set_size (part->relations, kept);
}

/* qg_part_new_along:
 * @from, @to, @entities: as for qg_part_new_between()
 * @relations: in any order
 *
 * Returns: (transfer full): @entities and of the relations among them @relations alone, called by the ends.
 */
QgPart *
qg_part_new_along (QgMap *map, guint from, guint to, const guint *entities, guint n, QgNumbers relations)
{
  QgPart *part = qg_part_new_between (map, from, to, entities, n, NULL);
  g_autoptr (GArray) sorted = new_numbers (relations.n);

  g_return_val_if_fail (part != NULL, NULL);
  g_array_append_vals (sorted, relations.items, relations.n);
  g_array_sort (sorted, compare_numbers);
  keep_relations (part, sorted);
  return part;
}

/* qg_part_new_left:
 * @part: without collapsed groups
 * @entities: those of it that are left, as for qg_part_new_entities()
 *
 * Returns: (transfer full): @entities and the relations among them that @part has, called as @part is. */
QgPart *
qg_part_new_left (QgPart *part, const guint *entities, guint n)
{
  QgPart *left = qg_part_new_entities (part->map, entities, n, part->options);

  keep_relations (left, part->relations);
  left->from = part->from;
  left->to = part->to;
  left->of_view = part->view != QG_NONE ? part->view : part->of_view;
  left->of_focus = part->focus != QG_NONE ? part->focus : part->of_focus;
  return left;
}

QgPart *
qg_part_ref (QgPart *part)
{
  g_atomic_ref_count_inc (&part->ref_count);
  return part;
}

void
qg_part_unref (QgPart *part)
{
  if (!g_atomic_ref_count_dec (&part->ref_count))
    return;
  for (guint i = 0; part->own_levels != NULL && i < part->own_options.n_levels; i++)
    g_free ((gpointer) part->own_levels[i].items);
  g_free (part->own_levels);
  g_array_unref (part->entities);
  g_array_unref (part->relations);
  g_clear_pointer (&part->origin, qg_part_unref);
  g_free (part->collapsed);
  g_free (part->groups);
  qg_map_unref (part->map);
  g_free (part);
}

QgMap *
qg_part_get_map (const QgPart *part)
{
  return part->map;
}

gboolean
qg_part_is_placed (const QgPart *part)
{
  QgNumbers entities = qg_part_get_entities (part);

  for (guint i = 0; i < entities.n; i++)
    if (!qg_map_get_entity (part->map, entities.items[i])->is_placed)
      return FALSE;
  return entities.n > 0;
}

guint
qg_part_get_view (const QgPart *part)
{
  return part->view;
}

guint
qg_part_get_focus (const QgPart *part)
{
  return part->focus;
}

/* qg_part_get_whole:
 * @view, @focus: (out): what it is a part of and called by; QG_NONE each where it is not */
void
qg_part_get_whole (const QgPart *part, guint *view, guint *focus)
{
  *view = part->of_view;
  *focus = part->of_focus;
}

/* qg_part_get_ends:
 * @from, @to: (out): the ends of the ways that the part shows
 *
 * Returns: whether it shows ways. */
gboolean
qg_part_get_ends (const QgPart *part, guint *from, guint *to)
{
  *from = part->from;
  *to = part->to;
  return part->from != QG_NONE;
}

static char *
dup_text (const QgText *text, QgLang lang, gboolean marked)
{
  return marked ? qg_text_dup_marked (text, lang) : g_strdup (qg_text_pick (text, lang, NULL));
}

/* qg_part_dup_title:
 * @marked: whether what is in another language says so
 *
 * Returns: (transfer full): the title of the view, the name of the focus, the ends of the ways, also where it
 * is a part of such a one; else the title of the map. */
char *
qg_part_dup_title (const QgPart *part, QgLang lang, gboolean marked)
{
  g_autofree char *from = NULL, *to = NULL;
  guint view = part->view != QG_NONE ? part->view : part->of_view;
  guint focus = part->focus != QG_NONE ? part->focus : part->of_focus;

  if (view != QG_NONE)
    return dup_text (qg_map_get_view (part->map, view)->title, lang, marked);
  if (focus != QG_NONE)
    return dup_text (qg_map_get_entity (part->map, focus)->name, lang, marked);
  if (part->from == QG_NONE)
    return dup_text (qg_map_get_title (part->map), lang, marked);
  from = dup_text (qg_map_get_entity (part->map, part->from)->name, lang, marked);
  to = dup_text (qg_map_get_entity (part->map, part->to)->name, lang, marked);
  return g_strdup_printf ("%s → %s", from, to);
}

/* So many names are still a title. */
#define MAX_NAMES 4

/* qg_part_dup_names:
 *
 * Returns: (transfer full) (nullable): the labels of its entities as a list; %NULL where they are too many
 * for a title */
char *
qg_part_dup_names (const QgPart *part, QgLang lang)
{
  const char *names[MAX_NAMES];

  if (part->entities->len == 0 || part->entities->len > MAX_NAMES)
    return NULL;
  for (guint i = 0; i < part->entities->len; i++)
    names[i] = qg_text_pick (qg_map_get_entity (part->map, g_array_index (part->entities, guint, i))->label,
                             lang, NULL);
  return qg_join (lang, names, part->entities->len);
}

static QgNumbers
get_numbers (const GArray *array)
{
  return (QgNumbers){ array->len, (const guint *) (gconstpointer) array->data };
}

QgNumbers
qg_part_get_entities (const QgPart *part)
{
  return get_numbers (part->entities);
}

QgNumbers
qg_part_get_relations (const QgPart *part)
{
  return get_numbers (part->relations);
}

const QgLayoutOptions *
qg_part_get_layout_options (const QgPart *part)
{
  return part->options;
}

static guint
index_of (GArray *array, guint number)
{
  guint index;

  /* In the whole of a map each stands at its number: there are no smaller ones to be missing before it. */
  if (number < array->len && g_array_index (array, guint, number) == number)
    return number;
  return g_array_binary_search (array, &number, compare_numbers, &index) ? index : QG_NONE;
}

guint
qg_part_index_of_entity (const QgPart *part, guint entity)
{
  return index_of (part->entities, entity);
}

guint
qg_part_index_of_relation (const QgPart *part, guint relation)
{
  return index_of (part->relations, relation);
}
