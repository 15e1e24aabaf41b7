/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Names for a picture seen from far, where no box has room for its own: the most important entities get
 * theirs on the box, or beside it, as large as can be read, as long as none covers another. They are found
 * once for each step of the zoom, whole, so that tiles agree on them. */

#include "qg-scene-private.h"

#include <stdlib.h>

/* In pixels: the size of type, and the least distance of two names. */
#define FAR_TEXT 9.5
#define AIR 5.0
#define STEPS_PER_OCTAVE 4
#define MAX_CANDIDATES 2000
#define MAX_NAMES 400

typedef struct
{
  guint importance, degree, node;
} Candidate;

static void
clear_name (gpointer data)
{
  g_free (((QgFarName *) data)->words);
}

static int
compare_candidates (const void *a, const void *b)
{
  const Candidate *c = a, *d = b;

  if (c->importance != d->importance)
    return c->importance > d->importance ? -1 : 1;
  if (c->degree != d->degree)
    return c->degree > d->degree ? -1 : 1;
  return c->node < d->node ? -1 : c->node > d->node;
}

/* The important ones, those with most relations first. Where a map makes no difference, all are important. */
static GArray *
new_candidates (const QgScene *scene)
{
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  guint least = 1;

  g_array_set_size (candidates, scene->n_nodes);
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      guint importance = qg_scene_get_entity (scene, i)->importance;

      g_array_index (candidates, Candidate, i) = (Candidate){ importance, 0, i };
      if (importance >= 2)
        least = 2;
    }
  for (guint i = 0; i < scene->n_edges; i++)
    {
      g_array_index (candidates, Candidate, scene->request->edges[i].from).degree++;
      g_array_index (candidates, Candidate, scene->request->edges[i].to).degree++;
    }
  qsort (candidates->data, candidates->len, sizeof (Candidate), compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, MAX_CANDIDATES));
  while (candidates->len > 0 && g_array_index (candidates, Candidate, candidates->len - 1).importance < least)
    g_array_set_size (candidates, candidates->len - 1);
  return candidates;
}

static gboolean
is_free (const GArray *names, const QgRect *place, double air)
{
  QgRect grown = qg_rect_grow (place, air);

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (qg_rect_intersects (&g_array_index (names, QgFarName, i).rect, &grown))
      return FALSE;
  return TRUE;
}

/* On the box itself, so that nobody has to ask whose name it is; else under it, or over it. */
static gboolean
find_place (const QgScene *scene, const GArray *names, const GArray *others, QgFarRoomFunc is_room,
            gpointer user_data, guint node, double air, QgRect *rect)
{
  const QgRect *box = &scene->layout->nodes[node];
  double places[] = { box->y + (box->height - rect->height) / 2, box->y + box->height,
                      box->y - rect->height };
  double rightmost = scene->bounds.x + scene->bounds.width - rect->width;
  double lowest = scene->bounds.y + scene->bounds.height - rect->height;

  rect->x = MAX (MIN (box->x + (box->width - rect->width) / 2, rightmost), scene->bounds.x);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      QgRect room;

      rect->y = i == 0 ? MAX (MIN (places[0], lowest), scene->bounds.y) : places[i];
      room = qg_rect_grow (rect, air);
      if (rect->y >= scene->bounds.y && rect->y <= lowest && is_free (names, rect, air) &&
          is_free (others, rect, air) && (is_room == NULL || is_room (&room, user_data)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a name of any width might find a place. Whatever its size it would cover the middle of its box, or
 * the line that goes up or down from there for the height of its first line. */
static gboolean
may_find_place (const QgScene *scene, const GArray *names, guint node, double air, double height)
{
  const QgRect *box = &scene->layout->nodes[node];
  const QgPoint middle = qg_rect_center (box);
  const QgRect least[] = { { middle.x, middle.y, 0, 0 },
                           { middle.x, box->y + box->height, 0, height },
                           { middle.x, box->y - height, 0, height } };

  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    if (is_free (names, &least[i], air))
      return TRUE;
  return FALSE;
}

/* Without its place. */
QgFarName
qg_far_name_make (const QgScene *scene, guint node, double scale)
{
  const QgEntity *entity = qg_scene_get_entity (scene, node);
  QgFarName name = {
    .node = node,
    .font = { entity->importance >= 3 ? QG_FACE_BOLD : QG_FACE_REGULAR, FAR_TEXT / scale },
  };
  QgSize size;

  name.words = qg_look_wrap_entity (entity, scene->lang, name.font, 1);
  size = qg_look_wrapped_size (name.words, name.font);
  name.rect.width = size.width + 8 / scale;
  name.rect.height = size.height;
  return name;
}

gboolean
qg_far_name_is_free (const GArray *names, double scale, const QgRect *place)
{
  return is_free (names, place, AIR / scale);
}

gboolean
qg_far_name_place (const QgScene *scene, const GArray *names, const GArray *others, QgFarRoomFunc is_room,
                   gpointer user_data, double scale, QgFarName *name)
{
  return find_place (scene, names, others, is_room, user_data, name->node, AIR / scale, &name->rect);
}

static GArray *
new_names (const QgScene *scene, double scale)
{
  g_autoptr (GArray) candidates = new_candidates (scene);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (QgFarName));

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < candidates->len && names->len < MAX_NAMES; i++)
    {
      const Candidate *c = &g_array_index (candidates, Candidate, i);
      QgFarName name;

      if (!may_find_place (scene, names, c->node, AIR / scale, FAR_TEXT / scale * QG_FONT_LINE))
        continue;
      name = qg_far_name_make (scene, c->node, scale);
      if (find_place (scene, names, NULL, NULL, NULL, c->node, AIR / scale, &name.rect))
        g_array_append_val (names, name);
      else
        g_free (name.words);
    }
  return names;
}

static int
get_step (double scale)
{
  return (int) CLAMP (lround (-STEPS_PER_OCTAVE * log2 (scale)), 0, QG_FAR_STEPS - 1);
}

double
qg_far_scale (double scale)
{
  return exp2 (-(double) get_step (scale) / STEPS_PER_OCTAVE);
}

const GArray *
qg_scene_get_far_names (const QgScene *scene, double scale)
{
  /* The cache is no part of what the scene says. */
  QgFarCache *cache = (QgFarCache *) &scene->far;
  int step = get_step (scale);

  g_mutex_lock (&cache->lock);
  if (cache->names[step] == NULL)
    cache->names[step] = new_names (scene, qg_far_scale (scale));
  g_mutex_unlock (&cache->lock);
  return cache->names[step];
}

void
qg_far_cache_clear (QgFarCache *cache)
{
  for (guint i = 0; i < QG_FAR_STEPS; i++)
    g_clear_pointer (&cache->names[i], g_array_unref);
  g_mutex_clear (&cache->lock);
}
