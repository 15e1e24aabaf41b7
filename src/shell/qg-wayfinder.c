/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wayfinder.h"

/* A picture of all ways with more entities than this would hide the one that is looked at. */
#define MAX_ALL 60u

struct _QgWayfinder
{
  GObject parent_instance;

  QgExplorer *explorer; /* owned */
  QgMap *map;           /* owned: that the ends are numbers of; NULL while nothing is asked for */
  guint from, to, chosen;
  QgWays *ways;
  GCancellable *looking;
  gboolean acting;
};

enum
{
  OPENED,
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
  if (qg_ways_get_n (ways) > 0)
    qg_wayfinder_choose (self, 0);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (QgWayfinder *self)
{
  stop_looking (self);
  g_clear_pointer (&self->ways, qg_ways_free);
  g_clear_pointer (&self->map, qg_map_unref);
  self->chosen = QG_NONE;
}

void
qg_wayfinder_find (QgWayfinder *self, guint from, guint to)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  Question *question;
  g_autoptr (GTask) task = NULL;

  if (map == NULL || from == to || MAX (from, to) >= qg_map_get_n_entities (map))
    return;
  forget (self);
  self->map = qg_map_ref (map);
  self->from = from;
  self->to = to;
  self->looking = g_cancellable_new ();
  question = g_new (Question, 1);
  *question = (Question){ qg_map_ref (map), from, to };
  /* The wayfinder is no source of the task: its last reference must not go in the worker. */
  task = g_task_new (NULL, self->looking, found_cb, g_object_ref (self));
  g_task_set_task_data (task, question, question_free);
  g_signal_emit (self, signals[OPENED], 0);
  g_task_run_in_thread (task, look_thread);
}

void
qg_wayfinder_close (QgWayfinder *self)
{
  gboolean lit = self->chosen != QG_NONE;

  if (self->map == NULL)
    return;
  forget (self);
  if (lit)
    qg_explorer_light_none (self->explorer);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
qg_wayfinder_is_open (QgWayfinder *self)
{
  return self->map != NULL;
}

void
qg_wayfinder_get_ends (QgWayfinder *self, guint *from, guint *to)
{
  *from = self->from;
  *to = self->to;
}

const QgWays *
qg_wayfinder_get_ways (QgWayfinder *self)
{
  return self->ways;
}

guint
qg_wayfinder_get_chosen (QgWayfinder *self)
{
  return self->chosen;
}

gboolean
qg_wayfinder_is_acting (QgWayfinder *self)
{
  return self->acting;
}

gboolean
qg_wayfinder_is_inverse (QgWayfinder *self, const QgWay *way, guint hop)
{
  return qg_map_get_relation (self->map, way->relations[hop])->from != way->entities[hop];
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
show_entities (QgWayfinder *self, const GArray *entities)
{
  g_autoptr (QgPart) part = qg_part_new_between (self->map, self->from, self->to,
                                                 (const guint *) entities->data, entities->len, NULL);

  qg_explorer_show_part (self->explorer, part);
}

static void
show_way_alone (QgWayfinder *self, const QgWay *way)
{
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (entities, way->entities, way->n_entities);
  g_array_sort (entities, compare_numbers);
  show_entities (self, entities);
}

static gboolean
is_in_picture (QgWayfinder *self, const QgWay *way)
{
  QgPart *part = qg_explorer_get_part (self->explorer);

  for (guint i = 0; i + 1 < way->n_entities; i++)
    if (part == NULL || qg_part_index_of_relation (part, way->relations[i]) == QG_NONE)
      return FALSE;
  return TRUE;
}

static void
light_up (QgWayfinder *self, const QgWay *way)
{
  qg_explorer_light_up (self->explorer, (QgNumbers){ way->n_entities, way->entities },
                        (QgNumbers){ way->n_entities - 1, way->relations });
}

void
qg_wayfinder_choose (QgWayfinder *self, guint number)
{
  const QgWay *way;

  g_return_if_fail (self->ways != NULL && number < qg_ways_get_n (self->ways));
  way = qg_ways_get (self->ways, number);
  self->acting = TRUE;
  self->chosen = number;
  if (!is_in_picture (self, way))
    {
      g_autoptr (GArray) all = qg_ways_dup_entities (self->ways);

      if (all->len <= MAX_ALL)
        show_entities (self, all);
      else
        show_way_alone (self, way);
    }
  light_up (self, way);
  self->acting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
qg_wayfinder_show_as_view (QgWayfinder *self)
{
  if (self->ways == NULL || self->chosen == QG_NONE)
    return;
  self->acting = TRUE;
  show_way_alone (self, qg_ways_get (self->ways, self->chosen));
  light_up (self, qg_ways_get (self->ways, self->chosen));
  self->acting = FALSE;
}

/* Somebody else lights up other things, or none: no way is the chosen one any more. */
static void
lit_cb (QgWayfinder *self)
{
  if (self->acting || self->chosen == QG_NONE)
    return;
  self->chosen = QG_NONE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
map_cb (QgWayfinder *self)
{
  if (self->map != NULL && qg_explorer_get_map (self->explorer) != self->map)
    qg_wayfinder_close (self);
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
  signals[CHANGED] =
      g_signal_new ("changed", QG_TYPE_WAYFINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qg_wayfinder_init (QgWayfinder *self)
{
  self->chosen = QG_NONE;
}

QgWayfinder *
qg_wayfinder_new (QgExplorer *explorer)
{
  QgWayfinder *self = g_object_new (QG_TYPE_WAYFINDER, NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "lit-changed", G_CALLBACK (lit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  return self;
}
