/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a finished picture shows wrong, measured from what is painted. */

#include "qg-curve.h"
#include "qg-scene-private.h"

/* Two things that only touch do not overlap. */
#define TOUCH 0.5
#define TOLERANCE 0.3

typedef struct
{
  QgPoint a, b;
  guint edge;
} Segment;

typedef struct
{
  const QgScene *scene;
  QgSceneReport *report;
  GArray *segments;
  QgRTree *tree;   /* of the segments */
  GHashTable *met; /* pairs of an edge and what it runs through: each counts once */
  guint current;   /* the node, label or segment that is being looked at */
  QgRect rect;
} Count;

static void
add_segment (QgPoint a, QgPoint b, gpointer user_data)
{
  Count *count = user_data;
  Segment segment = { a, b, count->current };

  g_array_append_val (count->segments, segment);
}

/* All ways in straight pieces; a trunk that several ways share is taken once. */
static void
collect_segments (Count *count)
{
  const QgScene *scene = count->scene;
  g_autofree QgRect *rects = NULL;

  for (guint i = 0; i < scene->n_edges; i++)
    {
      guint label = scene->request->edges[i].label;
      const QgVerbPlace *verb = label < scene->n_labels ? &scene->verbs[label] : NULL;
      const QgWay *way = &scene->ways[i];
      guint first = 0, end = way->n;

      if (verb != NULL && verb->trunk != QG_TRUNK_NONE && scene->label_edges[verb->first] != i)
        {
          if (verb->trunk == QG_TRUNK_START)
            first = way->label_at;
          else
            end = way->label_at + 1;
        }
      count->current = i;
      for (guint j = first; j + 3 < end; j += 3)
        qg_curve_flatten (way->points + j, TOLERANCE, add_segment, count);
    }
  rects = g_new (QgRect, MAX (count->segments->len, 1));
  for (guint i = 0; i < count->segments->len; i++)
    {
      const Segment *s = &g_array_index (count->segments, Segment, i);

      rects[i] = (QgRect){ MIN (s->a.x, s->b.x), MIN (s->a.y, s->b.y), fabs (s->a.x - s->b.x),
                           fabs (s->a.y - s->b.y) };
    }
  count->tree = qg_rtree_new (rects, count->segments->len);
}

/* Counts a pair once, whatever the number of places where the two meet. */
static void
meet (Count *count, guint kind, guint edge, guint other)
{
  gint64 key = (gint64) ((guint64) kind << 62 ^ (guint64) edge << 31 ^ other);

  if (g_hash_table_add (count->met, g_memdup2 (&key, sizeof key)))
    count->report->overlaps++;
}

static gboolean
way_through_node (guint number, gpointer user_data)
{
  Count *count = user_data;
  const Segment *segment = &g_array_index (count->segments, Segment, number);
  const QgLayoutEdge *edge = &count->scene->request->edges[segment->edge];

  if (edge->from != count->current && edge->to != count->current &&
      qg_segment_meets_rect (segment->a, segment->b, &count->rect))
    meet (count, 0, segment->edge, count->current);
  return TRUE;
}

static gboolean
node_on_node (guint node, gpointer user_data)
{
  Count *count = user_data;

  if (node > count->current && qg_rect_intersects (&count->rect, &count->scene->layout->nodes[node]))
    count->report->overlaps++;
  return TRUE;
}

static void
count_nodes (Count *count)
{
  const QgScene *scene = count->scene;

  for (guint i = 0; i < scene->n_nodes; i++)
    {
      const QgEntity *entity = qg_scene_get_entity (scene, i);
      QgFont font = qg_look_entity_font (entity->importance);
      const QgWords *words = qg_scene_get_node_words (scene, i);
      QgSize size = qg_words_size (words, font);
      const QgRect *box = &scene->layout->nodes[i];
      double room =
          box->width - 2 * QG_LOOK_PAD_X - QG_LOOK_SYMBOL_GAP - qg_look_symbol_size (entity->importance);

      count->current = i;
      count->rect = qg_rect_grow (box, -TOUCH);
      qg_rtree_query (scene->node_tree, &count->rect, node_on_node, count);
      qg_rtree_query (count->tree, &count->rect, way_through_node, count);
      if (size.width > room + 1 || size.height > box->height - QG_LOOK_PAD_Y)
        count->report->clipped++;
    }
}

static gboolean
way_through_verb (guint number, gpointer user_data)
{
  Count *count = user_data;
  const Segment *segment = &g_array_index (count->segments, Segment, number);

  if (count->scene->request->edges[segment->edge].label != count->current &&
      qg_segment_meets_rect (segment->a, segment->b, &count->rect))
    meet (count, 1, segment->edge, count->current);
  return TRUE;
}

static gboolean
verb_on_verb (guint label, gpointer user_data)
{
  Count *count = user_data;

  if (label > count->current && qg_rect_intersects (&count->rect, &count->scene->verbs[label].rect))
    count->report->overlaps++;
  return TRUE;
}

static gboolean
node_on_words (guint node, gpointer user_data)
{
  Count *count = user_data;

  if (qg_rect_intersects (&count->rect, &count->scene->layout->nodes[node]))
    count->report->overlaps++;
  return TRUE;
}

static gboolean
is_left_out (const QgScene *scene, const QgVerbPlace *verb)
{
  return verb->rect.width < 0 && verb->n > 0 && scene->verb_words[verb->wording].first->width > 0;
}

guint
qg_scene_count_left_out (const QgScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < scene->n_labels; i++)
    n += is_left_out (scene, &scene->verbs[i]);
  return n;
}

static void
count_verbs (Count *count)
{
  const QgScene *scene = count->scene;

  for (guint i = 0; i < scene->n_labels; i++)
    {
      const QgVerbPlace *verb = &scene->verbs[i];

      if (verb->rect.width < 0)
        {
          if (is_left_out (scene, verb))
            count->report->clipped++;
          continue;
        }
      count->current = i;
      count->rect = qg_rect_grow (&verb->rect, -TOUCH);
      qg_rtree_query (scene->verb_tree, &count->rect, verb_on_verb, count);
      qg_rtree_query (scene->node_tree, &count->rect, node_on_words, count);
      qg_rtree_query (count->tree, &count->rect, way_through_verb, count);
    }
}

static gboolean
verb_on_title (guint label, gpointer user_data)
{
  Count *count = user_data;

  if (qg_rect_intersects (&count->rect, &count->scene->verbs[label].rect))
    count->report->overlaps++;
  return TRUE;
}

/* A title stands on its own ground above the ways, but may cover no box and no word. */
static void
count_titles (Count *count)
{
  const QgScene *scene = count->scene;

  for (guint i = 0; i < scene->request->n_groups; i++)
    {
      QgRect rect;

      if (!qg_scene_find_group_title (scene, i, &rect))
        continue;
      count->rect = qg_rect_grow (&rect, -TOUCH);
      qg_rtree_query (scene->verb_tree, &count->rect, verb_on_title, count);
      qg_rtree_query (scene->node_tree, &count->rect, node_on_words, count);
      if (rect.x + rect.width > scene->layout->groups[i].x + scene->layout->groups[i].width)
        count->report->clipped++;
    }
}

static gboolean
way_on_way (guint number, gpointer user_data)
{
  Count *count = user_data;
  const Segment *s = &g_array_index (count->segments, Segment, count->current);
  const Segment *t = &g_array_index (count->segments, Segment, number);

  if (number > count->current && t->edge != s->edge && qg_segments_cross (s->a, s->b, t->a, t->b))
    count->report->crossings++;
  return TRUE;
}

static void
count_crossings (Count *count)
{
  for (guint i = 0; i < count->segments->len; i++)
    {
      const Segment *s = &g_array_index (count->segments, Segment, i);
      QgRect rect = { MIN (s->a.x, s->b.x), MIN (s->a.y, s->b.y), fabs (s->a.x - s->b.x),
                      fabs (s->a.y - s->b.y) };

      count->current = i;
      qg_rtree_query (count->tree, &rect, way_on_way, count);
    }
}

double
qg_scene_get_smallest_text (const QgScene *scene)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < scene->n_nodes; i++)
    {
      QgFont font = qg_look_entity_font (qg_scene_get_entity (scene, i)->importance);

      least = MIN (least, font.size);
      if (scene->second != NULL && qg_scene_get_node_words (scene, i)->second != NULL)
        least = MIN (least, qg_look_second_font (font).size);
    }
  for (guint i = 0; i < scene->n_labels; i++)
    if (scene->verbs[i].rect.width >= 0)
      least = MIN (least, qg_look_verb_font ().size);
  return least < G_MAXDOUBLE ? least : 0;
}

void
qg_scene_report (const QgScene *scene, QgSceneReport *report)
{
  Count count = { scene, report };

  *report = (QgSceneReport){ .smallest_text = qg_scene_get_smallest_text (scene) };
  count.segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  count.met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  collect_segments (&count);
  count_nodes (&count);
  count_verbs (&count);
  count_titles (&count);
  count_crossings (&count);
  qg_rtree_free (count.tree);
  g_hash_table_unref (count.met);
  g_array_unref (count.segments);
}
