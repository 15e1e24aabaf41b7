/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-step-fit.h"

#include <string.h>

/* What is tried, in this order. */
typedef enum
{
  AS_ON_SCREEN,
  WHOLE,
  LIT_ALONE,
  HALVING,
} Try;

/* What is so much too small as it is on screen is not helped by another shape. */
#define HOPELESS 0.55

struct _QgStepFit
{
  QgPart *whole;
  QgSize rooms[QG_STEP_FIT_MAX_ROOMS];
  guint n_rooms, room; /* how many; the one whose shape is tried */
  double least;
  Try try;
  gboolean keeps_all;    /* whatever its size */
  GArray *order;         /* guint: entities, what is lit up first, then, once ordered, what is tied to it */
  guint n_lit;           /* of them */
  gboolean ordered;      /* only where something is left out */
  guint low, high, here; /* entities that can be read, that cannot, that are tried */
  QgScene *best;         /* with the largest words so far, or the most that can be read */
  guint best_room;       /* whose shape that has */
};

typedef struct
{
  guint entity;
  guint ties; /* relations to what is lit up */
  guint importance;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->ties != y->ties)
    return x->ties > y->ties ? -1 : 1;
  if (x->importance != y->importance)
    return x->importance > y->importance ? -1 : 1;
  return x->entity < y->entity ? -1 : x->entity > y->entity;
}

/* @lit: by index in the part. */
static void
add_lit (QgStepFit *fit, guint8 *lit, guint entity)
{
  guint index = qg_part_index_of_entity (fit->whole, entity);

  if (index == QG_NONE || lit[index])
    return;
  lit[index] = TRUE;
  g_array_append_val (fit->order, entity);
}

static void
light_up (QgStepFit *fit, const QgStep *step)
{
  QgMap *map = qg_part_get_map (fit->whole);
  g_autofree guint8 *lit = g_new0 (guint8, (gsize) qg_part_get_entities (fit->whole).n + 1);

  for (guint i = 0; i < step->highlight_entities.n; i++)
    add_lit (fit, lit, step->highlight_entities.items[i]);
  for (guint i = 0; i < step->highlight_relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, step->highlight_relations.items[i]);

      add_lit (fit, lit, relation->from);
      add_lit (fit, lit, relation->to);
    }
  fit->n_lit = fit->order->len;
}

/* For each entity of the part, by index, the relations to what is lit up; 0 for what is lit up itself. NULL
 * when cancelled. */
static guint *
count_ties (const QgStepFit *fit, GCancellable *cancellable)
{
  QgMap *map = qg_part_get_map (fit->whole);
  QgNumbers relations = qg_part_get_relations (fit->whole);
  gsize n = qg_part_get_entities (fit->whole).n;
  g_autofree guint *ties = g_new0 (guint, n + 1);
  g_autofree guint8 *lit = g_new0 (guint8, n + 1);

  for (guint i = 0; i < fit->n_lit; i++)
    lit[qg_part_index_of_entity (fit->whole, g_array_index (fit->order, guint, i))] = TRUE;
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, relations.items[i]);
      guint from = qg_part_index_of_entity (fit->whole, relation->from);
      guint to = qg_part_index_of_entity (fit->whole, relation->to);

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (lit[from] != lit[to])
        ties[lit[from] ? to : from]++;
    }
  return g_steal_pointer (&ties);
}

/* Adds what is tied to what is lit up. FALSE when cancelled. */
static gboolean
put_in_order (QgStepFit *fit, GCancellable *cancellable)
{
  QgMap *map = qg_part_get_map (fit->whole);
  QgNumbers entities = qg_part_get_entities (fit->whole);
  g_autofree guint *ties = count_ties (fit, cancellable);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (ties == NULL)
    return FALSE;
  for (guint i = 0; i < entities.n; i++)
    {
      Candidate candidate = { entities.items[i], ties[i],
                              qg_map_get_entity (map, entities.items[i])->importance };

      /* What has nothing to do with it would only stand about. */
      if (candidate.ties > 0)
        g_array_append_val (others, candidate);
    }
  g_array_sort (others, compare_candidates);
  for (guint i = 0; i < others->len; i++)
    g_array_append_val (fit->order, g_array_index (others, Candidate, i).entity);
  fit->ordered = TRUE;
  return TRUE;
}

QgStepFit *
qg_step_fit_new (QgPart *part, const QgStep *step, const QgSize *rooms, guint n_rooms, double least)
{
  QgStepFit *fit = g_new0 (QgStepFit, 1);

  fit->whole = qg_part_ref (part);
  fit->n_rooms = CLAMP (n_rooms, 1, QG_STEP_FIT_MAX_ROOMS);
  memcpy (fit->rooms, rooms, fit->n_rooms * sizeof *rooms);
  fit->least = least;
  fit->order = g_array_new (FALSE, FALSE, sizeof (guint));
  light_up (fit, step);
  return fit;
}

void
qg_step_fit_free (QgStepFit *fit)
{
  qg_part_unref (fit->whole);
  g_array_unref (fit->order);
  g_clear_pointer (&fit->best, qg_scene_unref);
  g_free (fit);
}

QgPart *
qg_step_fit_new_part (QgStepFit *fit, GCancellable *cancellable)
{
  if (fit->try == AS_ON_SCREEN || fit->try == WHOLE)
    return qg_part_ref (fit->whole);
  if (!fit->ordered && !put_in_order (fit, cancellable))
    return NULL;
  return qg_part_new_left (fit->whole, (const guint *) (gpointer) fit->order->data, fit->here);
}

gboolean
qg_step_fit_is_as_on_screen (const QgStepFit *fit)
{
  return fit->try == AS_ON_SCREEN;
}

double
qg_step_fit_get_aspect (const QgStepFit *fit)
{
  const QgSize *room = &fit->rooms[fit->room];

  return fit->try == AS_ON_SCREEN ? 0 : room->width / room->height;
}

/* How large the smallest words of @scene would be. */
static double
get_text (const QgStepFit *fit, const QgScene *scene)
{
  QgRect bounds = qg_scene_get_bounds (scene);
  double scale = 0;

  for (guint i = 0; i < fit->n_rooms; i++)
    scale = fmax (scale, fmin (fit->rooms[i].width / fmax (bounds.width, 1),
                               fit->rooms[i].height / fmax (bounds.height, 1)));
  return qg_scene_get_smallest_text (scene) * scale;
}

static void
try_with (QgStepFit *fit, Try try, guint n)
{
  fit->try = try;
  fit->here = n;
}

static void
keep (QgStepFit *fit, QgScene *scene)
{
  g_clear_pointer (&fit->best, qg_scene_unref);
  fit->best = qg_scene_ref (scene);
  fit->best_room = fit->room;
}

void
qg_step_fit_keep_all (QgStepFit *fit)
{
  fit->keeps_all = TRUE;
}

/* Whether there is something to leave out: a step that lights up nothing is about all of its picture. */
static gboolean
can_leave_out (const QgStepFit *fit)
{
  return !fit->keeps_all && fit->n_lit > 0 && fit->n_lit < qg_part_get_entities (fit->whole).n &&
         qg_part_get_origin (fit->whole) == fit->whole;
}

/* What is tried when it is known whether the last one can be read; FALSE: nothing more. */
static gboolean
go_on (QgStepFit *fit, gboolean readable)
{
  switch (fit->try)
    {
    case AS_ON_SCREEN:
    case WHOLE:
      if (readable)
        return FALSE;
      if (fit->try == WHOLE && fit->room + 1 < fit->n_rooms)
        {
          fit->room++;
          return TRUE;
        }
      fit->room = fit->best_room;
      if (!can_leave_out (fit))
        return FALSE;
      try_with (fit, LIT_ALONE, fit->n_lit);
      return TRUE;
    case LIT_ALONE:
      if (!readable)
        return FALSE;
      fit->low = fit->n_lit;
      fit->high = fit->order->len + 1;
      break;
    case HALVING:
    default:
      *(readable ? &fit->low : &fit->high) = fit->here;
    }
  if (fit->high - fit->low <= 1)
    return FALSE;
  try_with (fit, HALVING, (fit->low + fit->high) / 2);
  return TRUE;
}

QgScene *
qg_step_fit_take (QgStepFit *fit, QgScene *scene)
{
  double text = get_text (fit, scene);
  /* The words need not be larger to the last hundredth. */
  gboolean readable = text >= fit->least - 0.01;

  if (readable || fit->best == NULL || (fit->try != HALVING && text > get_text (fit, fit->best)))
    keep (fit, scene);
  if (!readable && fit->try == AS_ON_SCREEN && (text > HOPELESS * fit->least || !can_leave_out (fit)))
    {
      fit->try = WHOLE;
      return NULL;
    }
  return go_on (fit, readable) ? NULL : g_steal_pointer (&fit->best);
}
