/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-measure.h"

#include "qg-look.h"
#include "qg-measure-verbs.h"

/* How many entities are measured between two looks at the cancellable. */
#define POLL 256
/* From so many entities on, two threads measure. */
#define SHARED 4000

typedef struct
{
  const QgPart *part;
  const QgMap *map;
  const QgMeasureOptions *options;
  QgEngine engine;
  QgLang *langs;
  guint n_langs;
} Measure;

/* The size that fits @sizes, one for each language; with two languages, any of them over any other. */
static QgSize
join_sizes (const QgSize *first, const QgSize *second, guint n, gboolean both)
{
  QgSize all = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      all.width = MAX (all.width, first[i].width);
      all.height = MAX (all.height, first[i].height);
      for (guint j = 0; both && j < n; j++)
        if (i != j)
          {
            all.width = MAX (all.width, second[j].width);
            all.height = MAX (all.height, first[i].height + QG_LOOK_SECOND_GAP + second[j].height);
          }
    }
  return all;
}

static double
get_factor (const Measure *m)
{
  return m->options->second_language ? QG_LOOK_TWO_LANGUAGES : 1;
}

static QgSize
measure_entity (const Measure *m, const QgEntity *entity)
{
  QgFont font = qg_look_entity_font (entity->importance);
  double factor = qg_part_get_layout_options (m->part)->wrap * get_factor (m);
  g_autofree QgSize *first = g_new (QgSize, m->n_langs);
  g_autofree QgSize *second = g_new (QgSize, m->n_langs);
  QgSize text;

  for (guint i = 0; i < m->n_langs; i++)
    {
      g_autofree QgWrapped *wrapped = qg_look_wrap_entity (entity, m->langs[i], font, factor);

      first[i] = qg_look_wrapped_size (wrapped, font);
      if (m->options->second_language)
        {
          QgFont small = qg_look_second_font (font);
          g_autofree QgWrapped *under = qg_look_wrap_entity (entity, m->langs[i], small, factor);

          second[i] = qg_look_wrapped_size (under, small);
        }
    }
  text = join_sizes (first, second, m->n_langs, m->options->second_language);
  return (QgSize){ MAX (ceil (text.width + 2 * QG_LOOK_PAD_X + QG_LOOK_SYMBOL_GAP +
                              qg_look_symbol_size (entity->importance)),
                        QG_LOOK_MIN_WIDTH),
                   ceil (text.height + 2 * QG_LOOK_PAD_Y) };
}

static QgSize
measure_wording (const Measure *m, guint64 wording)
{
  QgFont font = qg_look_verb_font ();
  g_autofree QgSize *sizes = g_new (QgSize, m->n_langs);
  QgSize text;

  for (guint i = 0; i < m->n_langs; i++)
    {
      g_autofree QgWrapped *wrapped =
          qg_look_wrap_wording (m->map, wording, m->langs[i], font, get_factor (m));

      sizes[i] = qg_look_wrapped_size (wrapped, font);
    }
  text = join_sizes (sizes, sizes, m->n_langs, m->options->second_language);
  if (text.width <= 0)
    return (QgSize){ 0, 0 };
  return (QgSize){ ceil (text.width + 2 * QG_LOOK_VERB_PAD_X), ceil (text.height + 2 * QG_LOOK_VERB_PAD_Y) };
}

static QgSize *
measure_labels (const Measure *m, const guint *labels, guint n_labels)
{
  QgNumbers relations = qg_part_get_relations (m->part);
  QgSize *sizes = g_new0 (QgSize, MAX (n_labels, 1));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < relations.n; i++)
    {
      guint64 wording = qg_map_get_wording (m->map, qg_map_get_relation (m->map, relations.items[i]));
      QgSize *size = g_hash_table_lookup (known, &wording);

      if (size == NULL)
        {
          size = g_new (QgSize, 1);
          *size = measure_wording (m, wording);
          g_hash_table_insert (known, g_memdup2 (&wording, sizeof wording), size);
        }
      sizes[labels[i]] = *size;
    }
  return sizes;
}

/* Nothing stands on a line that says nothing: it has no label. Returns the number of those that are left. */
static guint
drop_empty (guint *labels, guint n, QgSize *sizes, guint n_labels)
{
  g_autofree guint *numbers = g_new (guint, MAX (n_labels, 1));
  guint left = 0;

  for (guint i = 0; i < n_labels; i++)
    {
      numbers[i] = sizes[i].width > 0 ? left : QG_NONE;
      if (sizes[i].width > 0)
        sizes[left++] = sizes[i];
    }
  for (guint i = 0; i < n; i++)
    labels[i] = numbers[labels[i]];
  return left;
}

static QgLayoutEdge *
make_edges (const Measure *m, const guint *labels)
{
  QgNumbers relations = qg_part_get_relations (m->part);
  QgLayoutEdge *edges = g_new (QgLayoutEdge, MAX (relations.n, 1));

  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (m->map, relations.items[i]);

      edges[i] = (QgLayoutEdge){ qg_part_index_of_entity (m->part, relation->from),
                                 qg_part_index_of_entity (m->part, relation->to), labels[i] };
    }
  return edges;
}

static void
free_numbers (gpointer data)
{
  g_free ((gpointer) ((QgNumbers *) data)->items);
}

static GArray *
new_levels (const Measure *m)
{
  const QgLayoutOptions *options = qg_part_get_layout_options (m->part);
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (QgNumbers));

  g_array_set_clear_func (levels, free_numbers);
  if (m->engine != QG_ENGINE_DOT)
    return levels;
  for (guint i = 0; i < options->n_levels; i++)
    {
      guint *items = g_new (guint, MAX (options->levels[i].n, 1));
      QgNumbers level = { 0, items };

      for (guint j = 0; j < options->levels[i].n; j++)
        {
          guint node = qg_part_index_of_entity (m->part, options->levels[i].items[j]);

          if (node != QG_NONE)
            items[level.n++] = node;
        }
      if (level.n > 0)
        g_array_append_val (levels, level);
      else
        g_free (items);
    }
  return levels;
}

static QgSize
measure_title (const Measure *m, const QgKind *kind)
{
  QgFont font = qg_look_group_font ();
  QgSize size = { 0, font.size * QG_FONT_LINE };

  for (guint i = 0; i < m->n_langs; i++)
    {
      g_autofree char *title = qg_look_dup_group_title (kind, m->langs[i]);

      size.width = MAX (size.width, qg_font_get_width (font, title, -1));
    }
  size.width += 2 * QG_LOOK_GROUP_PAD;
  return size;
}

static void
free_group (gpointer data)
{
  free_numbers (&((QgLayoutGroup *) data)->nodes);
}

/* An area for each kind that has at least two entities here: around a single box it would say nothing. */
static GArray *
new_groups (const Measure *m)
{
  QgNumbers entities = qg_part_get_entities (m->part);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (QgLayoutGroup));
  gboolean has_areas =
      m->engine == QG_ENGINE_DOT || m->engine == QG_ENGINE_FDP || m->engine == QG_ENGINE_OSAGE;
  g_autofree guint *counts = g_new0 (guint, MAX (qg_map_get_n_kinds (m->map), 1));

  g_array_set_clear_func (groups, free_group);
  if (!has_areas || !qg_part_get_layout_options (m->part)->groups_by_kind)
    return groups;
  for (guint i = 0; i < entities.n; i++)
    counts[qg_map_get_entity (m->map, entities.items[i])->kind]++;
  for (guint kind = 0; kind < qg_map_get_n_kinds (m->map); kind++)
    {
      guint *items;
      QgSize title;
      QgLayoutGroup group = { 0 };

      if (counts[kind] < 2)
        continue;
      items = g_new (guint, counts[kind]);
      for (guint i = 0; i < entities.n; i++)
        if (qg_map_get_entity (m->map, entities.items[i])->kind == kind)
          items[group.nodes.n++] = i;
      group.nodes.items = items;
      title = measure_title (m, qg_map_get_kind (m->map, kind));
      group.title_width = title.width;
      group.title_height = title.height;
      g_array_append_val (groups, group);
    }
  return groups;
}

/* The wished shape of a page by its name in a view. */
static double
page_aspect (const QgPart *part)
{
  guint view = qg_part_get_view (part);
  const char *page = view != QG_NONE ? qg_map_get_view (qg_part_get_map (part), view)->page : NULL;
  guint64 width = 0, height = 0;

  if (page == NULL)
    return 0;
  if (g_ascii_isdigit (*page))
    {
      char *end;

      width = g_ascii_strtoull (page, &end, 10);
      height = *end == ':' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;
    }
  else if (g_ascii_tolower (*page) == 'a')
    return G_SQRT2;
  return height > 0 ? CLAMP ((double) width / (double) height, 0.2, 5) : 0;
}

/* Some of the entities, for one thread. */
typedef struct
{
  const Measure *m;
  QgSize *sizes;
  guint first, end;
  GCancellable *cancellable;
} Share;

static gpointer
measure_share (gpointer data)
{
  const Share *share = data;
  QgNumbers entities = qg_part_get_entities (share->m->part);

  for (guint i = share->first; i < share->end; i++)
    {
      if (i % POLL == 0 && g_cancellable_is_cancelled (share->cancellable))
        break;
      share->sizes[i] = measure_entity (share->m, qg_map_get_entity (share->m->map, entities.items[i]));
    }
  return NULL;
}

static QgSize *
measure_entities (const Measure *m, GCancellable *cancellable)
{
  QgNumbers entities = qg_part_get_entities (m->part);
  g_autofree QgSize *sizes = g_new (QgSize, MAX (entities.n, 1));
  guint middle = entities.n >= SHARED && g_get_num_processors () > 1 ? entities.n / 2 : 0;
  Share first = { m, sizes, 0, middle, cancellable }, rest = { m, sizes, middle, entities.n, cancellable };
  GThread *other = NULL;

  if (middle > 0)
    other = g_thread_new ("measure", measure_share, &first);
  measure_share (&rest);
  if (other != NULL)
    g_thread_join (other);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&sizes);
}

/* (nullable): where the file has the entities. */
static QgPoint *
new_centers (const Measure *m)
{
  QgNumbers entities = qg_part_get_entities (m->part);
  QgPoint *centers;

  if (m->engine != QG_ENGINE_GIVEN)
    return NULL;
  centers = g_new (QgPoint, entities.n);
  for (guint i = 0; i < entities.n; i++)
    centers[i] = qg_map_get_entity (m->map, entities.items[i])->place;
  return centers;
}

static QgLayoutRequest *
make_request (const Measure *m, const QgSize *nodes)
{
  const QgLayoutOptions *options = qg_part_get_layout_options (m->part);
  guint focus = qg_part_get_focus (m->part);
  guint n = qg_part_get_relations (m->part).n, n_given;
  /* Only dot leads several ways to one word. */
  g_autofree guint *labels = qg_measure_group_verbs (m->part, m->engine == QG_ENGINE_DOT, &n_given);
  g_autofree QgSize *label_sizes = measure_labels (m, labels, n_given);
  guint n_labels = drop_empty (labels, n, label_sizes, n_given);
  g_autofree QgLayoutEdge *edges = make_edges (m, labels);
  g_autoptr (GArray) levels = new_levels (m);
  g_autoptr (GArray) groups = new_groups (m);
  g_autofree QgPoint *centers = new_centers (m);
  QgLayoutRequest values = {
    .engine = m->engine,
    .direction = m->options->any_direction ? QG_DIRECTION_AUTO : options->direction,
    .node_gap = 14 * options->spacing,
    /* dot has a gap on either side of a word. */
    .rank_gap = (m->engine == QG_ENGINE_DOT && n_labels > 0 ? 18 : 40) * options->rank_spacing,
    .aspect = m->options->aspect > 0 ? m->options->aspect : page_aspect (m->part),
    .seed = 1,
    .root = focus != QG_NONE ? qg_part_index_of_entity (m->part, focus) : QG_NONE,
    .n_nodes = qg_part_get_entities (m->part).n,
    .n_edges = n,
    .n_labels = n_labels,
    .n_groups = groups->len,
    .n_levels = levels->len,
    .nodes = nodes,
    .centers = centers,
    .edges = edges,
    .labels = label_sizes,
    .groups = (const QgLayoutGroup *) (gconstpointer) groups->data,
    .levels = (const QgNumbers *) (gconstpointer) levels->data,
  };

  return qg_layout_request_new (&values);
}

QgLayoutRequest *
qg_measure_part (const QgPart *part, const QgMeasureOptions *options, GCancellable *cancellable)
{
  static const QgMeasureOptions none = { 0 };
  Measure m = { part, qg_part_get_map (part), options != NULL ? options : &none };
  g_autofree QgLang *langs = qg_map_new_shown_languages (m.map, &m.n_langs);
  g_autofree QgSize *nodes = NULL;

  m.langs = langs;
  m.engine = m.options->use_engine ? m.options->engine : qg_part_get_layout_options (part)->engine;
  /* As when an engine was chosen for what was there before. */
  if (m.engine == QG_ENGINE_GIVEN && !qg_part_is_placed (part))
    m.engine = QG_ENGINE_DOT;
  nodes = measure_entities (&m, cancellable);
  if (nodes == NULL || g_cancellable_is_cancelled (cancellable))
    return NULL;
  return make_request (&m, nodes);
}
