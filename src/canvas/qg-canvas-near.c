/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where a picture begins that a small window cannot show whole so that its names are read: near, at what
 * matters most. All of it is a key or a tap away. */

#include "qg-canvas-private.h"

/* In logical pixels: a canvas that is narrower or lower is small. */
#define SMALL_WIDTH 620
#define SMALL_HEIGHT 420
/* Below the first, names are too small for a view that nobody has zoomed; with the second they are read at
 * arm's length. */
#define LEAST_ZOOM 0.45
#define NEAR_ZOOM 0.65
/* Of more names one wants to see first how they lie: the important ones are written over them then. */
#define MOST_NAMES 150u

static gboolean
is_small (QgCanvas *self)
{
  return qg_canvas_get_width (self) < SMALL_WIDTH || qg_canvas_get_height (self) < SMALL_HEIGHT;
}

static gboolean
goes_before (QgMap *map, QgNumbers entities, const guint *degrees, guint node, guint other)
{
  guint importance = qg_map_get_entity (map, entities.items[node])->importance;
  guint others = qg_map_get_entity (map, entities.items[other])->importance;

  return importance > others || (importance == others && degrees[node] > degrees[other]);
}

/* The most important node, of several the one with most relations. */
static guint
find_most_important (QgPart *part)
{
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);
  g_autofree guint *degrees = g_new0 (guint, entities.n);
  guint best = 0;

  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (qg_part_get_map (part), relations.items[i]);

      degrees[qg_part_index_of_entity (part, relation->from)]++;
      degrees[qg_part_index_of_entity (part, relation->to)]++;
    }
  for (guint i = 1; i < entities.n; i++)
    if (goes_before (qg_part_get_map (part), entities, degrees, i, best))
      best = i;
  return best;
}

static QgPoint
find_middle (QgCanvas *self, const QgScene *scene)
{
  QgPart *part = qg_scene_get_part (scene);
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  guint node = QG_NONE;
  QgRect rect;

  if (selection.kind == QG_SELECTION_ENTITY && qg_explorer_is_scene_current (self->explorer, scene))
    node = qg_part_index_of_entity (part, selection.number);
  rect = qg_scene_get_node_rect (scene, node != QG_NONE ? node : find_most_important (part));
  return qg_rect_center (&rect);
}

/* Along one axis: where to begin so that @middle is in the middle, and nothing is seen beyond what there is.
 */
static double
begin_at (double middle, double seen, double start, double size)
{
  return seen >= size ? start + (size - seen) / 2 : CLAMP (middle - seen / 2, start, start + size - seen);
}

/* FALSE where all of @scene is shown, and fitted. */
gboolean
qg_canvas_find_near_view (QgCanvas *self, const QgScene *scene, QgCamera *view)
{
  guint n = qg_part_get_entities (qg_scene_get_part (scene)).n;
  double scale = qg_canvas_get_pixels_per_point (self, NEAR_ZOOM);
  QgRect bounds = qg_scene_get_bounds (scene);
  QgPoint middle;

  if (!self->interactive || !is_small (self) || n == 0 || n > MOST_NAMES ||
      qg_canvas_fit_view (self, scene).zoom >= LEAST_ZOOM)
    return FALSE;
  bounds = qg_rect_grow (&bounds, QG_CANVAS_MARGIN / 2 / scale);
  middle = find_middle (self, scene);
  *view =
      (QgCamera){ begin_at (middle.x, qg_canvas_get_width (self) / scale, bounds.x, bounds.width),
                  begin_at (middle.y, qg_canvas_get_uncovered_height (self) / scale, bounds.y, bounds.height),
                  NEAR_ZOOM };
  view->y -= qg_canvas_get_uncovered_top (self) / scale;
  return TRUE;
}
