/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-lit-names.h"

#include "qg-painter-private.h"

/* Measuring names takes time, and a picture has no room for more. */
#define MAX_NAMES 120u
#define MAX_AGAIN 100u
#define MAX_COVERED 12u
/* So many neighbours have their names over those that step back, where there is no other room. */
#define MAX_FORCED 12u
/* With more than so many ways what is under a name is not drawn once more in every frame. */
#define MAX_EDGES 3000u

struct _QgLitNames
{
  QgScene *scene; /* owned */
  double scale;   /* logical pixels per point */
  GArray *names;  /* QgFarName, the strong ones first */
  guint n_strong;
  GArray *again;   /* QgFarName, words borrowed from the scene: what steps back */
  GArray *covered; /* QgRect */
};

static double
get_scale (const QgPaintOptions *options)
{
  return options->scale / (options->density > 0 ? options->density : 1);
}

static void
clear_name (gpointer data)
{
  g_free (((QgFarName *) data)->words);
}

/* What is known of a node while names are made: with many lit, no list of them is searched. */
enum
{
  STRONG = 1 << 0,
  PLAIN = 1 << 1,
  NAMED = 1 << 2, /* the picture has a name for it */
  TAKEN = 1 << 3, /* that is on its box, where no other may stand */
};

typedef struct
{
  QgLitNames *names;
  const GArray *strong, *plain;
  gboolean far;
  guint8 *marks; /* for each node */
  GArray *shown; /* QgFarName: the names that the picture has from far, words borrowed */
  GArray *lit;   /* QgFarName: those of them that are lit */
} Making;

/* In one of the lists of names, which have some hundred at most. */
static const QgFarName *
find_name (const GArray *names, guint node)
{
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, QgFarName, i).node == node)
      return &g_array_index (names, QgFarName, i);
  return NULL;
}

static void
mark_all (Making *m, const GArray *nodes, guint8 mark)
{
  for (guint i = 0; i < nodes->len; i++)
    m->marks[g_array_index (nodes, guint, i)] |= mark;
}

/* Where the important have room for their names on their boxes, and the others have not yet. */
static void
mark_boxes (Making *m, const GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);

      if (qg_painter_shows_name (m->names->scene, node, m->names->scale))
        m->marks[node] |= NAMED | TAKEN;
    }
}

static void
find_shown (Making *m, const QgPaintOptions *options)
{
  const GArray *far;

  if (!m->far)
    {
      mark_boxes (m, m->strong);
      mark_boxes (m, m->plain);
      return;
    }
  far = qg_scene_get_far_names (m->names->scene, m->names->scale);
  for (guint i = 0; i < far->len; i++)
    {
      const QgFarName *name = &g_array_index (far, QgFarName, i);

      if (options->emphases.nodes != NULL && options->emphases.nodes[name->node] == QG_EMPHASIS_HIDDEN)
        continue;
      g_array_append_vals (m->shown, name, 1);
      if (m->marks[name->node] & (STRONG | PLAIN))
        g_array_append_vals (m->lit, name, 1);
      m->marks[name->node] |= NAMED;
    }
}

typedef struct
{
  const Making *m;
  const QgRect *rect;
  guint8 wanted;
  gboolean met;
} Meeting;

static gboolean
meet_cb (guint node, gpointer user_data)
{
  Meeting *meeting = user_data;

  meeting->met = (meeting->m->marks[node] & meeting->wanted) != 0 &&
                 qg_rect_intersects (&meeting->m->names->scene->layout->nodes[node], meeting->rect);
  return !meeting->met;
}

/* Whether @rect lies over a box that has one of the marks. */
static gboolean
meets_box (const Making *m, const QgRect *rect, guint8 wanted)
{
  Meeting meeting = { m, rect, wanted, FALSE };

  qg_rtree_query (m->names->scene->node_tree, rect, meet_cb, &meeting);
  return meeting.met;
}

static gboolean
is_room_cb (const QgRect *room, gpointer user_data)
{
  const Making *m = user_data;

  return m->far || !meets_box (m, room, TAKEN);
}

/* Where a name stands that is lit: where the picture has it, where no other is, where none is that is lit; at
 * last, @forced, over all that steps back. */
static gboolean
place (Making *m, QgFarName *name, gboolean forced)
{
  QgLitNames *self = m->names;
  const QgFarName *own = find_name (m->shown, name->node);
  QgPoint middle;

  if (own != NULL && qg_far_name_is_free (self->names, self->scale, &own->rect))
    {
      name->rect = own->rect;
      return TRUE;
    }
  if (qg_far_name_place (self->scene, self->names, m->shown, is_room_cb, m, self->scale, name) ||
      (forced && (qg_far_name_place (self->scene, self->names, m->lit, is_room_cb, m, self->scale, name) ||
                  qg_far_name_place (self->scene, self->names, NULL, NULL, NULL, self->scale, name))))
    return TRUE;
  /* The picture may be smaller than the name of what is selected. */
  middle = qg_rect_center (&self->scene->layout->nodes[name->node]);
  name->rect.x = middle.x - name->rect.width / 2;
  name->rect.y = middle.y - name->rect.height / 2;
  return forced && self->names->len == 0;
}

static void
add_names (Making *m, const GArray *nodes, guint n_forced)
{
  QgLitNames *self = m->names;

  for (guint i = 0; i < MIN (nodes->len, MAX_NAMES); i++)
    {
      guint node = g_array_index (nodes, guint, i);
      QgFarName name;

      if (qg_painter_shows_name (self->scene, node, self->scale))
        continue;
      /* As large as the picture has it, whose place for it is taken. */
      name = qg_far_name_make (self->scene, node, qg_far_scale (self->scale));
      if (place (m, &name, i < n_forced))
        g_array_append_val (self->names, name);
      else
        g_free (name.words);
    }
}

/* The plain nodes, those first that have a name in the picture: nobody else takes their place. No more than
 * have names. */
static GArray *
new_plain_order (const Making *m)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < m->plain->len && order->len < MAX_NAMES; i++)
      {
        guint node = g_array_index (m->plain, guint, i);

        if (((m->marks[node] & NAMED) != 0) == (pass == 0) && !(m->marks[node] & STRONG))
          g_array_append_val (order, node);
      }
  return order;
}

static gboolean
is_passed (const GArray *bounds, const QgRect *rect)
{
  for (guint i = 0; i < bounds->len; i++)
    if (qg_rect_intersects (&g_array_index (bounds, QgRect, i), rect))
      return TRUE;
  return FALSE;
}

static GArray *
new_bounds (const QgScene *scene, const GArray *edges)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (QgRect), edges->len);

  for (guint i = 0; i < edges->len; i++)
    {
      QgRect bounds = qg_scene_get_edge_bounds (scene, g_array_index (edges, guint, i));

      g_array_append_val (all, bounds);
    }
  return all;
}

/* What steps back stays above what is lit, or makes room for a name that is. */
static void
add_again (Making *m, const GArray *edges)
{
  QgLitNames *self = m->names;
  g_autoptr (GArray) bounds = new_bounds (self->scene, edges);

  for (guint i = 0; i < m->shown->len; i++)
    {
      const QgFarName *name = &g_array_index (m->shown, QgFarName, i);
      const QgFarName *own = find_name (self->names, name->node);
      gboolean free = TRUE;

      for (guint j = 0; j < self->names->len && free; j++)
        free = !qg_rect_intersects (&g_array_index (self->names, QgFarName, j).rect, &name->rect);
      if (own != NULL && own->rect.x == name->rect.x && own->rect.y == name->rect.y)
        continue;
      if ((own != NULL || !free) && self->covered->len < MAX_COVERED && self->scene->n_edges <= MAX_EDGES)
        g_array_append_val (self->covered, name->rect);
      else if (own == NULL && free && self->again->len < MAX_AGAIN &&
               (meets_box (m, &name->rect, STRONG | PLAIN) || is_passed (bounds, &name->rect)))
        g_array_append_vals (self->again, name, 1);
    }
}

static void
make (Making *m, const QgPaintOptions *options, const GArray *edges)
{
  g_autoptr (GArray) order = NULL;

  mark_all (m, m->strong, STRONG);
  mark_all (m, m->plain, PLAIN);
  find_shown (m, options);
  order = new_plain_order (m);
  add_names (m, m->strong, m->strong->len);
  m->names->n_strong = m->names->names->len;
  add_names (m, order, MAX_FORCED);
  if (m->far)
    add_again (m, edges);
}

QgLitNames *
qg_lit_names_new (QgScene *scene, const QgPaintOptions *options, const GArray *strong, const GArray *plain,
                  const GArray *edges)
{
  QgLitNames *self = g_new0 (QgLitNames, 1);

  self->scene = qg_scene_ref (scene);
  self->scale = get_scale (options);
  self->names = g_array_new (FALSE, FALSE, sizeof (QgFarName));
  self->again = g_array_new (FALSE, FALSE, sizeof (QgFarName));
  self->covered = g_array_new (FALSE, FALSE, sizeof (QgRect));
  g_array_set_clear_func (self->names, clear_name);
  if (!qg_painter_shows_all_names (self->scale))
    {
      g_autofree guint8 *marks = g_new0 (guint8, scene->n_nodes + 1);
      g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (QgFarName));
      g_autoptr (GArray) lit = g_array_new (FALSE, FALSE, sizeof (QgFarName));
      Making m = { self, strong, plain, qg_painter_is_far (self->scale), marks, shown, lit };

      make (&m, options, edges);
    }
  return self;
}

void
qg_lit_names_free (QgLitNames *self)
{
  g_array_unref (self->names);
  g_array_unref (self->again);
  g_array_unref (self->covered);
  qg_scene_unref (self->scene);
  g_free (self);
}

/* Whether boxes have the same names at both scales, and those of the picture are as large. */
static gboolean
is_same_step (double a, double b)
{
  if (qg_far_scale (a) != qg_far_scale (b) || qg_painter_is_far (a) != qg_painter_is_far (b))
    return FALSE;
  return qg_painter_get_least_shown (a) == qg_painter_get_least_shown (b);
}

gboolean
qg_lit_names_fit (const QgLitNames *self, const QgPaintOptions *options, gboolean moving)
{
  double scale = get_scale (options);

  return self->scale == scale || (moving && is_same_step (self->scale, scale));
}

gboolean
qg_lit_names_get_rect (const QgLitNames *self, guint node, QgRect *rect)
{
  const QgFarName *name = find_name (self->names, node);

  if (name != NULL)
    *rect = name->rect;
  return name != NULL;
}

const GArray *
qg_lit_names_get_covered (const QgLitNames *self)
{
  return self->covered;
}

static void
paint_all (const QgPainter *painter, const GArray *names, guint begin, guint end, QgEmphasis emphasis,
           double veil)
{
  for (guint i = begin; i < end; i++)
    {
      const QgFarName *name = &g_array_index (names, QgFarName, i);

      if (qg_rect_intersects (&name->rect, &painter->options->area))
        qg_painter_draw_far_name (painter, name, emphasis, veil);
    }
}

void
qg_lit_names_paint (const QgLitNames *self, QgBackend *backend, const QgPaintOptions *options, double veil)
{
  const QgPainter painter = qg_painter_make (self->scene, backend, options);

  paint_all (&painter, self->again, 0, self->again->len, QG_EMPHASIS_NORMAL, veil);
  paint_all (&painter, self->names, self->n_strong, self->names->len, QG_EMPHASIS_NORMAL, 0);
  paint_all (&painter, self->names, 0, self->n_strong, QG_EMPHASIS_STRONG, 0);
}
