/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Words where no engine has placed them: near the middle of the way, where they cover neither a box nor
 * another word. A word for which there is no such place is left out (and counted in the report); it is seen
 * when its way is lit up. */

#include "qg-curve.h"
#include "qg-scene-private.h"

#define CELL 96.0
/* Beyond so many, the words are seen only a few at a time: they stand in the middle, unchecked. */
#define MAX_CHECKED 20000

typedef struct
{
  QgScene *scene;
  GHashTable *cells; /* of the words that stand: cell → GArray of labels */
  const QgRect *rect;
  gboolean free;
} Placing;

static gpointer
cell_key (int x, int y)
{
  return GUINT_TO_POINTER ((guint) x * 73856093u ^ (guint) y * 19349663u);
}

static void
for_cells (Placing *p, const QgRect *rect, void (*func) (Placing *p, gpointer key, guint label), guint label)
{
  int x2 = (int) floor ((rect->x + rect->width) / CELL), y2 = (int) floor ((rect->y + rect->height) / CELL);

  for (int x = (int) floor (rect->x / CELL); x <= x2; x++)
    for (int y = (int) floor (rect->y / CELL); y <= y2; y++)
      func (p, cell_key (x, y), label);
}

static void
check_cell (Placing *p, gpointer key, guint label)
{
  GArray *labels = g_hash_table_lookup (p->cells, key);

  for (guint i = 0; labels != NULL && i < labels->len && p->free; i++)
    p->free = !qg_rect_intersects (&p->scene->verbs[g_array_index (labels, guint, i)].rect, p->rect);
}

static void
enter_cell (Placing *p, gpointer key, guint label)
{
  GArray *labels = g_hash_table_lookup (p->cells, key);

  if (labels == NULL)
    {
      labels = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (p->cells, key, labels);
    }
  g_array_append_val (labels, label);
}

static gboolean
stop_at_node (guint node, gpointer user_data)
{
  ((Placing *) user_data)->free = FALSE;
  return FALSE;
}

static gboolean
is_free (Placing *p, const QgRect *rect)
{
  QgRect with_air = qg_rect_grow (rect, 1.5);

  p->free = TRUE;
  p->rect = rect;
  qg_rtree_query (p->scene->node_tree, &with_air, stop_at_node, p);
  if (p->free)
    for_cells (p, rect, check_cell, 0);
  return p->free;
}

/* Tries places along the way, on it first, then beside it. */
static gboolean
find_place (Placing *p, const QgWay *way, QgRect *rect)
{
  static const double shares[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74 };
  static const double sides[] = { 0, 0.7, -0.7 };

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
      {
        QgPoint d, at = qg_curve_at_share (way->points, way->n, shares[i], &d);
        double reach = fabs (d.y) * rect->width + fabs (d.x) * rect->height;

        rect->x = at.x - d.y * reach * sides[s] - rect->width / 2;
        rect->y = at.y + d.x * reach * sides[s] - rect->height / 2;
        if (is_free (p, rect))
          return TRUE;
      }
  return FALSE;
}

static void
place (Placing *p, guint label, gboolean checked)
{
  QgVerbPlace *verb = &p->scene->verbs[label];
  const QgWay *way = &p->scene->ways[p->scene->label_edges[verb->first]];
  QgPoint middle;

  if (!checked)
    {
      middle = qg_curve_point (way->points + (way->n - 1) / 6 * 3, 0.5);
      verb->rect.x = middle.x - verb->rect.width / 2;
      verb->rect.y = middle.y - verb->rect.height / 2;
      return;
    }
  if (find_place (p, way, &verb->rect))
    for_cells (p, &verb->rect, enter_cell, label);
  else
    verb->rect.width = -1;
}

void
qg_scene_place_verbs (QgScene *scene)
{
  Placing p = { scene, NULL, NULL, FALSE };
  const QgRect *placed = scene->layout->labels;
  gboolean has = scene->layout->n_labels == scene->n_labels && placed != NULL;
  guint n_missing = 0;

  p.cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < scene->n_labels; i++)
    {
      QgVerbPlace *verb = &scene->verbs[i];
      QgWords *words = verb->n > 0 ? &scene->verb_words[verb->verb] : NULL;
      QgSize size;

      verb->rect.width = -1;
      if (words == NULL || words->first->width <= 0)
        continue;
      size = qg_words_size (words, qg_look_verb_font ());
      verb->rect.width = size.width + 2 * QG_LOOK_VERB_PAD_X;
      verb->rect.height = size.height + 2 * QG_LOOK_VERB_PAD_Y;
      if (!has || placed[i].width < 0)
        {
          n_missing++;
          continue;
        }
      verb->rect.x = placed[i].x + (placed[i].width - verb->rect.width) / 2;
      verb->rect.y = placed[i].y + (placed[i].height - verb->rect.height) / 2;
      if (scene->n_labels <= MAX_CHECKED)
        for_cells (&p, &verb->rect, enter_cell, i);
    }
  for (guint i = 0; i < scene->n_labels && n_missing > 0; i++)
    if (scene->verbs[i].rect.width >= 0 && (!has || placed[i].width < 0))
      place (&p, i, n_missing <= MAX_CHECKED);
  g_hash_table_unref (p.cells);
}
