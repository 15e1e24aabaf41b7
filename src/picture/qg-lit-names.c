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

static const QgFarName *
find_name (const GArray *names, guint node)
{
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, QgFarName, i).node == node)
      return &g_array_index (names, QgFarName, i);
  return NULL;
}

static gboolean
contains (const GArray *nodes, guint node)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_array_index (nodes, guint, i) == node)
      return TRUE;
  return FALSE;
}

/* Where the important have room for their names on their boxes, and the others have not yet. */
static void
add_boxes (const QgScene *scene, double scale, const GArray *nodes, GArray *shown)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      QgFarName name = { .node = node, .rect = scene->layout->nodes[node] };

      if (qg_painter_shows_name (scene, node, scale))
        g_array_append_val (shown, name);
    }
}

/* The names that the picture shows, words borrowed. */
static GArray *
new_shown (const QgScene *scene, const QgPaintOptions *options, const GArray *strong, const GArray *plain)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (QgFarName));
  const GArray *far;

  if (!qg_painter_is_far (get_scale (options)))
    {
      add_boxes (scene, get_scale (options), strong, shown);
      add_boxes (scene, get_scale (options), plain, shown);
      return shown;
    }
  far = qg_scene_get_far_names (scene, get_scale (options));
  for (guint i = 0; i < far->len; i++)
    {
      const QgFarName *name = &g_array_index (far, QgFarName, i);

      if (options->emphases.nodes == NULL || options->emphases.nodes[name->node] != QG_EMPHASIS_HIDDEN)
        g_array_append_vals (shown, name, 1);
    }
  return shown;
}

static GArray *
new_lit (const GArray *shown, const GArray *strong, const GArray *plain)
{
  GArray *lit = g_array_new (FALSE, FALSE, sizeof (QgFarName));

  for (guint i = 0; i < shown->len; i++)
    {
      const QgFarName *name = &g_array_index (shown, QgFarName, i);

      if (contains (strong, name->node) || contains (plain, name->node))
        g_array_append_vals (lit, name, 1);
    }
  return lit;
}

/* Where a name stands that is lit: where the picture has it, where no other is, where none is that is lit; at
 * last, @forced, over all that steps back. */
static gboolean
place (QgLitNames *self, QgFarName *name, const GArray *shown, const GArray *lit, gboolean forced)
{
  const QgFarName *own = find_name (shown, name->node);
  QgPoint middle;

  if (own != NULL && qg_far_name_is_free (self->names, self->scale, &own->rect))
    {
      name->rect = own->rect;
      return TRUE;
    }
  if (qg_far_name_place (self->scene, self->names, shown, self->scale, name) ||
      (forced && (qg_far_name_place (self->scene, self->names, lit, self->scale, name) ||
                  qg_far_name_place (self->scene, self->names, NULL, self->scale, name))))
    return TRUE;
  /* The picture may be smaller than the name of what is selected. */
  middle = qg_rect_center (&self->scene->layout->nodes[name->node]);
  name->rect.x = middle.x - name->rect.width / 2;
  name->rect.y = middle.y - name->rect.height / 2;
  return forced && self->names->len == 0;
}

static void
add_names (QgLitNames *self, const GArray *nodes, guint n_forced, const GArray *shown, const GArray *lit)
{
  for (guint i = 0; i < MIN (nodes->len, MAX_NAMES); i++)
    {
      guint node = g_array_index (nodes, guint, i);
      QgFarName name;

      if (qg_painter_shows_name (self->scene, node, self->scale))
        continue;
      /* As large as the picture has it, whose place for it is taken. */
      name = qg_far_name_make (self->scene, node, qg_far_scale (self->scale));
      if (place (self, &name, shown, lit, i < n_forced))
        g_array_append_val (self->names, name);
      else
        g_free (name.words);
    }
}

/* The plain nodes, those first that have a name in the picture: nobody else takes their place. */
static GArray *
new_plain_order (const GArray *plain, const GArray *strong, const GArray *shown)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < plain->len; i++)
      {
        guint node = g_array_index (plain, guint, i);

        if ((find_name (shown, node) != NULL) == (pass == 0) && !contains (strong, node))
          g_array_append_val (order, node);
      }
  return order;
}

static gboolean
is_crossed (const QgLitNames *self, const QgRect *rect, const GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (qg_rect_intersects (&self->scene->layout->nodes[g_array_index (nodes, guint, i)], rect))
      return TRUE;
  return FALSE;
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
add_again (QgLitNames *self, const GArray *shown, const GArray *strong, const GArray *plain,
           const GArray *edges)
{
  g_autoptr (GArray) bounds = new_bounds (self->scene, edges);

  for (guint i = 0; i < shown->len; i++)
    {
      const QgFarName *name = &g_array_index (shown, QgFarName, i);
      const QgFarName *own = find_name (self->names, name->node);
      gboolean free = TRUE;

      for (guint j = 0; j < self->names->len && free; j++)
        free = !qg_rect_intersects (&g_array_index (self->names, QgFarName, j).rect, &name->rect);
      if (own != NULL && own->rect.x == name->rect.x && own->rect.y == name->rect.y)
        continue;
      if ((own != NULL || !free) && self->covered->len < MAX_COVERED && self->scene->n_edges <= MAX_EDGES)
        g_array_append_val (self->covered, name->rect);
      else if (own == NULL && free && self->again->len < MAX_AGAIN &&
               (is_crossed (self, &name->rect, strong) || is_crossed (self, &name->rect, plain) ||
                is_passed (bounds, &name->rect)))
        g_array_append_vals (self->again, name, 1);
    }
}

QgLitNames *
qg_lit_names_new (QgScene *scene, const QgPaintOptions *options, const GArray *strong, const GArray *plain,
                  const GArray *edges)
{
  QgLitNames *self = g_new0 (QgLitNames, 1);
  g_autoptr (GArray) shown = NULL, lit = NULL, order = NULL;

  self->scene = qg_scene_ref (scene);
  self->scale = get_scale (options);
  self->names = g_array_new (FALSE, FALSE, sizeof (QgFarName));
  self->again = g_array_new (FALSE, FALSE, sizeof (QgFarName));
  self->covered = g_array_new (FALSE, FALSE, sizeof (QgRect));
  g_array_set_clear_func (self->names, clear_name);
  if (qg_painter_shows_all_names (self->scale))
    return self;
  shown = new_shown (scene, options, strong, plain);
  lit = new_lit (shown, strong, plain);
  order = new_plain_order (plain, strong, shown);
  add_names (self, strong, strong->len, shown, lit);
  self->n_strong = self->names->len;
  add_names (self, order, MIN (order->len, MAX_FORCED), shown, lit);
  if (qg_painter_is_far (self->scale))
    add_again (self, shown, strong, plain, edges);
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

gboolean
qg_lit_names_fit (const QgLitNames *self, const QgPaintOptions *options)
{
  return self->scale == get_scale (options);
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
