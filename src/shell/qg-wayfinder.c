/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wayfinder.h"

/* With more entities than this a picture of ways is not read any more. */
#define READABLE 14u
/* In a picture of more than these a way that is lit up is not found. */
#define MAX_PLACE 60u

struct _QgWayfinder
{
  GObject parent_instance;

  QgExplorer *explorer; /* owned */
  QgMap *map;           /* owned: that the ends are numbers of; NULL while nothing is asked for */
  QgBetween between;
  QgWays *ways;
  GCancellable *looking;
  guint8 open; /* a bit for each length of the ways: whether they are listed */
};

enum
{
  OPENED,
  FOUND,
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgWayfinder, qg_wayfinder, G_TYPE_OBJECT)

typedef struct
{
  QgMap *map;
  guint from, to;
} Question;

static void
question_free (gpointer data)
{
  qg_map_unref (((Question *) data)->map);
  g_free (data);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  QgWays *ways = qg_ways_find (question->map, question->from, question->to, cancellable, &error);

  if (ways != NULL)
    g_task_return_pointer (task, ways, (GDestroyNotify) qg_ways_free);
  else
    g_task_return_error (task, error);
}

static void
stop_looking (QgWayfinder *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static guint
get_extra (QgWayfinder *self, guint way)
{
  return qg_ways_get (self->ways, way)->n_entities - qg_ways_get (self->ways, 0)->n_entities;
}

/* Lights up what the explorer has for the chosen one, be it that the history went back to it. */
static void
light_up (QgWayfinder *self)
{
  if (self->ways == NULL || self->between.chosen >= qg_ways_get_n (self->ways))
    return;
  self->open |= (guint8) (1 << get_extra (self, self->between.chosen));
  qg_explorer_light_way (self->explorer, qg_ways_get (self->ways, self->between.chosen));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgWayfinder) self = data;
  QgWays *ways = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Other ways were asked for meanwhile, or none. */
  if (ways == NULL || self->looking != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&ways, qg_ways_free);
      return;
    }
  g_clear_object (&self->looking);
  self->ways = ways;
  self->open = 1;
  if (self->between.chosen == QG_NONE && !self->between.aside && qg_ways_get_n (ways) > 0)
    qg_wayfinder_choose (self, 0);
  light_up (self);
  g_signal_emit (self, signals[FOUND], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (QgWayfinder *self)
{
  stop_looking (self);
  g_clear_pointer (&self->ways, qg_ways_free);
  g_clear_pointer (&self->map, qg_map_unref);
  self->between = QG_BETWEEN_NONE;
}

static void
look (QgWayfinder *self, QgBetween between)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  Question *question = g_new (Question, 1);
  g_autoptr (GTask) task = NULL;

  forget (self);
  self->map = qg_map_ref (map);
  self->between = between;
  self->looking = g_cancellable_new ();
  *question = (Question){ qg_map_ref (map), between.from, between.to };
  /* The wayfinder is no source of the task: its last reference must not go in the worker. */
  task = g_task_new (NULL, self->looking, found_cb, g_object_ref (self));
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, look_thread);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
between_cb (QgWayfinder *self)
{
  QgBetween between = qg_explorer_get_between (self->explorer);

  if (between.from == QG_NONE)
    forget (self);
  else if (self->map == NULL || !qg_between_is_same_question (between, self->between) ||
           !qg_map_is_akin (self->map, qg_explorer_get_map (self->explorer)))
    look (self, between);
  else
    {
      self->between = between;
      light_up (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
qg_wayfinder_find (QgWayfinder *self, guint from, guint to)
{
  QgMap *map = qg_explorer_get_map (self->explorer);

  if (map == NULL || from == to || MAX (from, to) >= qg_map_get_n_entities (map))
    return;
  qg_explorer_ask_between (self->explorer, from, to);
}

void
qg_wayfinder_close (QgWayfinder *self)
{
  qg_explorer_end_between (self->explorer);
}

gboolean
qg_wayfinder_is_open (QgWayfinder *self)
{
  return self->map != NULL;
}

gboolean
qg_wayfinder_is_aside (QgWayfinder *self)
{
  return self->between.aside;
}

void
qg_wayfinder_get_ends (QgWayfinder *self, guint *from, guint *to)
{
  *from = self->between.from;
  *to = self->between.to;
}

const QgWays *
qg_wayfinder_get_ways (QgWayfinder *self)
{
  return self->ways;
}

guint
qg_wayfinder_get_chosen (QgWayfinder *self)
{
  return self->ways != NULL ? self->between.chosen : QG_NONE;
}

gboolean
qg_wayfinder_is_inverse (QgWayfinder *self, const QgWay *way, guint hop)
{
  return qg_map_get_relation (self->map, way->relations[hop])->from != way->entities[hop];
}

gboolean
qg_wayfinder_get_listed (QgWayfinder *self, guint way)
{
  return (self->open & 1 << get_extra (self, way)) != 0;
}

void
qg_wayfinder_toggle_listed (QgWayfinder *self, guint way)
{
  self->open ^= (guint8) (1 << get_extra (self, way));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The picture */

static QgPart *
new_part (QgWayfinder *self, const GArray *entities)
{
  return qg_part_new_between (qg_explorer_get_map (self->explorer), self->between.from, self->between.to,
                              (const guint *) entities->data, entities->len, NULL);
}

static gboolean
is_own_picture (QgWayfinder *self, const QgPart *part)
{
  guint from, to;

  return qg_part_get_ends (part, &from, &to) && from == self->between.from && to == self->between.to;
}

static gboolean
is_in_picture (QgWayfinder *self, const QgWay *way)
{
  QgPart *part = qg_explorer_get_part (self->explorer);

  if (!is_own_picture (self, part) && qg_part_get_entities (part).n > MAX_PLACE)
    return FALSE;
  for (guint i = 0; i + 1 < way->n_entities; i++)
    if (qg_part_index_of_relation (part, way->relations[i]) == QG_NONE)
      return FALSE;
  return TRUE;
}

void
qg_wayfinder_choose (QgWayfinder *self, guint number)
{
  const QgWay *way;
  g_autoptr (QgPart) part = NULL;

  g_return_if_fail (self->ways != NULL && number < qg_ways_get_n (self->ways));
  way = qg_ways_get (self->ways, number);
  if (!is_in_picture (self, way))
    {
      g_autoptr (GArray) near = qg_ways_dup_entities_near (self->ways, number, READABLE);

      part = new_part (self, near);
    }
  qg_explorer_show_way (self->explorer, number, way, part);
}

void
qg_wayfinder_show_as_view (QgWayfinder *self)
{
  g_autoptr (QgPart) part = NULL;
  guint chosen = qg_wayfinder_get_chosen (self);
  const QgWay *way;

  if (chosen == QG_NONE)
    return;
  /* The way and no more: what else there is between those on it is not what was chosen, nor to be kept. */
  way = qg_ways_get (self->ways, chosen);
  part =
      qg_part_new_along (qg_explorer_get_map (self->explorer), self->between.from, self->between.to,
                         way->entities, way->n_entities, (QgNumbers){ way->n_entities - 1, way->relations });
  qg_explorer_show_way (self->explorer, chosen, way, part);
}

gboolean
qg_wayfinder_shows_all (QgWayfinder *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);
  g_autoptr (GArray) all = self->ways != NULL ? qg_ways_dup_entities (self->ways) : NULL;

  /* With other names among them they are there, but not seen. */
  if (all != NULL && qg_part_get_entities (part).n > all->len)
    return FALSE;
  for (guint i = 0; self->ways != NULL && i < qg_ways_get_n (self->ways); i++)
    {
      const QgWay *way = qg_ways_get (self->ways, i);

      for (guint hop = 0; hop + 1 < way->n_entities; hop++)
        if (qg_part_index_of_relation (part, way->relations[hop]) == QG_NONE)
          return FALSE;
    }
  return TRUE;
}

void
qg_wayfinder_show_all (QgWayfinder *self)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (QgPart) part = NULL;
  guint chosen = qg_wayfinder_get_chosen (self);

  if (self->ways == NULL || qg_ways_get_n (self->ways) == 0)
    return;
  all = qg_ways_dup_entities (self->ways);
  part = new_part (self, all);
  qg_explorer_show_way (self->explorer, chosen, chosen != QG_NONE ? qg_ways_get (self->ways, chosen) : NULL,
                        part);
}

static void
qg_wayfinder_dispose (GObject *object)
{
  QgWayfinder *self = QG_WAYFINDER (object);

  forget (self);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (qg_wayfinder_parent_class)->dispose (object);
}

static void
qg_wayfinder_class_init (QgWayfinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qg_wayfinder_dispose;
  signals[OPENED] =
      g_signal_new ("opened", QG_TYPE_WAYFINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOUND] =
      g_signal_new ("found", QG_TYPE_WAYFINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
      g_signal_new ("changed", QG_TYPE_WAYFINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qg_wayfinder_init (QgWayfinder *self)
{
  self->between = QG_BETWEEN_NONE;
}

QgWayfinder *
qg_wayfinder_new (QgExplorer *explorer)
{
  QgWayfinder *self = g_object_new (QG_TYPE_WAYFINDER, NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::between", G_CALLBACK (between_cb), self, G_CONNECT_SWAPPED);
  return self;
}
