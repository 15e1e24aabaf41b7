/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-curve.h"
#include "qg-scene-private.h"

G_DEFINE_BOXED_TYPE (QgScene, qg_scene, qg_scene_ref, qg_scene_unref)

static void
clear_words (QgWords *words)
{
  g_clear_pointer (&words->first, g_free);
  g_clear_pointer (&words->second, g_free);
}

QgScene *
qg_scene_ref (QgScene *scene)
{
  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
qg_scene_unref (QgScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->ref_count))
    return;
  for (guint i = 0; i < scene->n_nodes; i++)
    if (scene->node_words[i] != NULL)
      {
        clear_words (scene->node_words[i]);
        g_free (scene->node_words[i]);
      }
  for (guint i = 0; i < scene->n_wordings; i++)
    clear_words (&scene->verb_words[i]);
  g_clear_pointer (&scene->node_tree, qg_rtree_free);
  g_clear_pointer (&scene->piece_tree, qg_rtree_free);
  g_clear_pointer (&scene->verb_tree, qg_rtree_free);
  qg_far_cache_clear (&scene->far);
  g_free (scene->node_words);
  g_free (scene->verb_words);
  g_free (scene->edge_wordings);
  g_free (scene->ways);
  g_free (scene->own_points);
  g_free (scene->verbs);
  g_free (scene->label_edges);
  g_free (scene->pieces);
  qg_layout_unref (scene->layout);
  qg_layout_request_unref (scene->request);
  qg_part_unref (scene->part);
  g_free (scene);
}

const QgEntity *
qg_scene_get_entity (const QgScene *scene, guint node)
{
  return qg_map_get_entity (scene->map, qg_part_get_entities (scene->part).items[node]);
}

const QgRelation *
qg_scene_get_relation (const QgScene *scene, guint edge)
{
  return qg_map_get_relation (scene->map, qg_part_get_relations (scene->part).items[edge]);
}

/* Whether the second language has something to say that the first does not. */
static gboolean
has_second (const QgScene *scene, const QgText *first, const QgText *second)
{
  return scene->second != NULL &&
         g_strcmp0 (qg_text_pick (first, scene->lang, NULL), qg_text_pick (second, scene->second, NULL)) != 0;
}

static void
wrap_node (const QgScene *scene, guint node, QgWords *words)
{
  const QgEntity *entity = qg_scene_get_entity (scene, node);
  QgFont font = qg_look_entity_font (entity->importance);
  double factor = qg_part_get_layout_options (scene->part)->wrap * scene->factor;

  words->first = qg_look_wrap_entity (entity, scene->lang, font, factor);
  words->second = NULL;
  if (has_second (scene, entity->label, entity->label))
    words->second = qg_look_wrap_entity (entity, scene->second, qg_look_second_font (font), factor);
}

/* The words are wrapped when they are first drawn: most nodes of a large map are never seen near. Two threads
 * may do it at once; the first one's work is kept. */
const QgWords *
qg_scene_get_node_words (const QgScene *scene, guint node)
{
  QgWords *words = g_atomic_pointer_get (&scene->node_words[node]);

  if (words != NULL)
    return words;
  words = g_new (QgWords, 1);
  wrap_node (scene, node, words);
  if (!g_atomic_pointer_compare_and_exchange (&scene->node_words[node], NULL, words))
    {
      clear_words (words);
      g_free (words);
    }
  return g_atomic_pointer_get (&scene->node_words[node]);
}

QgSize
qg_words_size (const QgWords *words, QgFont first)
{
  QgSize size = qg_look_wrapped_size (words->first, first);

  if (words->second != NULL)
    {
      QgSize under = qg_look_wrapped_size (words->second, qg_look_second_font (first));

      size.width = MAX (size.width, under.width);
      size.height += QG_LOOK_SECOND_GAP + under.height;
    }
  return size;
}

static QgWords
wrap_wording (const QgScene *scene, guint64 wording)
{
  QgFont font = qg_look_verb_font ();
  QgWords words = { qg_look_wrap_wording (scene->map, wording, scene->lang, font, scene->factor), NULL };

  if (scene->second != NULL && has_second (scene, qg_map_get_wording_text (scene->map, wording, scene->lang),
                                           qg_map_get_wording_text (scene->map, wording, scene->second)))
    words.second =
        qg_look_wrap_wording (scene->map, wording, scene->second, qg_look_second_font (font), scene->factor);
  return words;
}

static void
wrap_verbs (QgScene *scene)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (QgWords));

  scene->edge_wordings = g_new (guint, MAX (scene->n_edges, 1));
  for (guint i = 0; i < scene->n_edges; i++)
    {
      guint64 wording = qg_map_get_wording (scene->map, qg_scene_get_relation (scene, i));
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, &wording, NULL, &number))
        {
          QgWords words = wrap_wording (scene, wording);

          number = GUINT_TO_POINTER (all->len);
          g_array_append_val (all, words);
          g_hash_table_insert (numbers, g_memdup2 (&wording, sizeof wording), number);
        }
      scene->edge_wordings[i] = GPOINTER_TO_UINT (number);
    }
  scene->n_wordings = all->len;
  scene->verb_words = (QgWords *) (gpointer) g_array_steal (all, NULL);
}

/* The edges of each label, label after label. */
static void
collect_labels (QgScene *scene)
{
  guint first = 0;

  scene->verbs = g_new0 (QgVerbPlace, MAX (scene->n_labels, 1));
  scene->label_edges = g_new (guint, MAX (scene->n_edges, 1));
  for (guint i = 0; i < scene->n_edges; i++)
    if (scene->request->edges[i].label < scene->n_labels)
      scene->verbs[scene->request->edges[i].label].n++;
  for (guint i = 0; i < scene->n_labels; i++)
    {
      scene->verbs[i].first = first;
      scene->verbs[i].wording = QG_NONE;
      first += scene->verbs[i].n;
      scene->verbs[i].n = 0;
    }
  for (guint i = 0; i < scene->n_edges; i++)
    if (scene->request->edges[i].label < scene->n_labels)
      {
        QgVerbPlace *verb = &scene->verbs[scene->request->edges[i].label];

        verb->wording = scene->edge_wordings[i];
        scene->label_edges[verb->first + verb->n++] = i;
      }
}

/* Whether all ways of a label meet in its word, and on which side of it they are one. */
static QgTrunk
find_trunk (const QgScene *scene, const QgVerbPlace *verb)
{
  const guint *edges = scene->label_edges + verb->first;
  const QgLayoutEdge *e = scene->request->edges;
  gboolean start = TRUE, end = TRUE;

  for (guint i = 0; i < verb->n; i++)
    {
      const QgWay *way = &scene->ways[edges[i]], *other = &scene->ways[edges[0]];

      if (way->label_at == QG_NONE || way->label_at >= way->n || other->label_at == QG_NONE)
        return QG_TRUNK_NONE;
      start = start && e[edges[i]].from == e[edges[0]].from && way->label_at == other->label_at &&
              way->points[way->label_at].x == other->points[other->label_at].x &&
              way->points[0].x == other->points[0].x && way->points[0].y == other->points[0].y;
      end = end && e[edges[i]].to == e[edges[0]].to && way->n - way->label_at == other->n - other->label_at &&
            way->points[way->n - 1].x == other->points[other->n - 1].x &&
            way->points[way->n - 1].y == other->points[other->n - 1].y;
    }
  return verb->n < 2 ? QG_TRUNK_NONE : start ? QG_TRUNK_START : end ? QG_TRUNK_END : QG_TRUNK_NONE;
}

static void
index_ways (QgScene *scene)
{
  g_autofree QgRect *rects = NULL;
  guint n = 0;

  for (guint i = 0; i < scene->n_edges; i++)
    scene->n_pieces += (scene->ways[i].n - 1) / 3;
  scene->pieces = g_new (QgWayPiece, MAX (scene->n_pieces, 1));
  rects = g_new (QgRect, MAX (scene->n_pieces, 1));
  for (guint i = 0; i < scene->n_edges; i++)
    for (guint j = 0; j + 3 < scene->ways[i].n; j += 3, n++)
      {
        scene->pieces[n] = (QgWayPiece){ i, j };
        rects[n] = qg_curve_bounds (scene->ways[i].points + j, 4);
      }
  scene->piece_tree = qg_rtree_new (rects, n);
}

static void
index_verbs (QgScene *scene)
{
  g_autofree QgRect *rects = g_new (QgRect, MAX (scene->n_labels, 1));

  for (guint i = 0; i < scene->n_labels; i++)
    rects[i] = scene->verbs[i].rect;
  scene->verb_tree = qg_rtree_new (rects, scene->n_labels);
}

static void
find_bounds (QgScene *scene)
{
  QgRect bounds = scene->layout->bounds;

  for (guint i = 0; i < scene->n_nodes; i++)
    bounds = qg_rect_union (&bounds, &scene->layout->nodes[i]);
  for (guint i = 0; i < scene->n_edges; i++)
    {
      QgRect way = qg_curve_bounds (scene->ways[i].points, scene->ways[i].n);

      bounds = qg_rect_union (&bounds, &way);
    }
  for (guint i = 0; i < scene->n_labels; i++)
    if (scene->verbs[i].rect.width >= 0)
      bounds = qg_rect_union (&bounds, &scene->verbs[i].rect);
  scene->bounds = bounds;
}

static gboolean
belong_together (const QgPart *part, const QgLayoutRequest *request, const QgLayout *layout)
{
  guint n = qg_part_get_entities (part).n, m = qg_part_get_relations (part).n;

  return request->n_nodes == n && layout->n_nodes == n && request->n_edges == m && layout->n_edges == m;
}

QgScene *
qg_scene_new (QgPart *part, const QgLayoutRequest *request, QgLayout *layout, QgLang lang, QgLang second,
              GCancellable *cancellable)
{
  g_autoptr (QgScene) scene = NULL;

  g_return_val_if_fail (belong_together (part, request, layout), NULL);
  scene = g_new0 (QgScene, 1);
  g_atomic_ref_count_init (&scene->ref_count);
  g_mutex_init (&scene->far.lock);
  scene->part = qg_part_ref (part);
  scene->map = qg_part_get_map (part);
  scene->request = qg_layout_request_ref ((QgLayoutRequest *) request);
  scene->layout = qg_layout_ref (layout);
  scene->lang = lang;
  scene->second = second != lang ? second : NULL;
  scene->factor = second != NULL ? QG_LOOK_TWO_LANGUAGES : 1;
  scene->n_nodes = request->n_nodes;
  scene->n_edges = request->n_edges;
  scene->n_labels = request->n_labels;
  scene->node_words = g_new0 (gpointer, MAX (scene->n_nodes, 1));
  scene->ways = g_new0 (QgWay, MAX (scene->n_edges, 1));
  wrap_verbs (scene);
  collect_labels (scene);
  qg_scene_lead_ways (scene);
  for (guint i = 0; i < scene->n_labels; i++)
    scene->verbs[i].trunk = (guint8) find_trunk (scene, &scene->verbs[i]);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  scene->node_tree = qg_rtree_new (layout->nodes, scene->n_nodes);
  qg_scene_place_verbs (scene);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  index_ways (scene);
  index_verbs (scene);
  find_bounds (scene);
  return g_steal_pointer (&scene);
}

const QgKind *
qg_scene_get_group_kind (const QgScene *scene, guint group)
{
  const QgNumbers *nodes = &scene->request->groups[group].nodes;

  if (group >= scene->layout->n_groups || scene->layout->groups[group].width < 0 || nodes->n == 0)
    return NULL;
  return qg_map_get_kind (scene->map, qg_scene_get_entity (scene, nodes->items[0])->kind);
}

QgRect
qg_scene_get_group_title (const QgScene *scene, guint group, const QgKind *kind, char **title)
{
  const QgRect *area = &scene->layout->groups[group];
  QgFont font = qg_look_group_font ();

  *title = qg_look_dup_group_title (kind, scene->lang);
  return (QgRect){ area->x + QG_LOOK_GROUP_PAD - QG_LOOK_VERB_PAD_X, area->y + 5,
                   qg_font_get_width (font, *title, -1) + 2 * QG_LOOK_VERB_PAD_X, font.size * QG_FONT_LINE };
}

gboolean
qg_scene_find_group_title (const QgScene *scene, guint group, QgRect *rect)
{
  const QgKind *kind = qg_scene_get_group_kind (scene, group);
  g_autofree char *title = NULL;

  if (kind != NULL)
    *rect = qg_scene_get_group_title (scene, group, kind, &title);
  return kind != NULL;
}

QgPart *
qg_scene_get_part (const QgScene *scene)
{
  return scene->part;
}

QgLayout *
qg_scene_get_layout (const QgScene *scene)
{
  return scene->layout;
}

QgLang
qg_scene_get_lang (const QgScene *scene)
{
  return scene->lang;
}

QgLang
qg_scene_get_second_lang (const QgScene *scene)
{
  return scene->second;
}

QgRect
qg_scene_get_bounds (const QgScene *scene)
{
  return scene->bounds;
}

QgRect
qg_scene_get_node_rect (const QgScene *scene, guint node)
{
  return scene->layout->nodes[node];
}

QgRect
qg_scene_get_verb_rect (const QgScene *scene, guint edge)
{
  guint label = scene->request->edges[edge].label;

  if (label >= scene->n_labels)
    return (QgRect){ 0, 0, -1, 0 };
  return scene->verbs[label].rect;
}

QgRect
qg_scene_get_edge_bounds (const QgScene *scene, guint edge)
{
  QgRect verb = qg_scene_get_verb_rect (scene, edge);
  QgRect way = qg_curve_bounds (scene->ways[edge].points, scene->ways[edge].n);

  return verb.width < 0 ? way : qg_rect_union (&way, &verb);
}
