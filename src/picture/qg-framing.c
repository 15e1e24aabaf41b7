/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-framing.h"

#include "qg-scene-private.h"

/* Points: what is in a frame is so far from its rim, and what is outside too. */
#define RIM 3.0
/* Points around a picture that may be seen where one is near its edge. */
#define AROUND 12.0
/* Sizes and, along each axis, places that are tried; fewer where there is much to look at. */
#define SIZES 16u
#define PLACES 40u
#define LEAST_PLACES 6u
#define TRIALS 2e7

static void
add_box (GArray *boxes, const QgRect *box)
{
  if (box->width > 0 && box->height > 0)
    g_array_append_val (boxes, *box);
}

/* All that is read: (transfer full), QgRect elements. */
static GArray *
new_boxes (const QgScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (QgRect));

  for (guint i = 0; i < scene->n_nodes; i++)
    add_box (boxes, &scene->layout->nodes[i]);
  for (guint i = 0; i < scene->n_labels; i++)
    if (scene->verbs[i].wording != QG_NONE)
      add_box (boxes, &scene->verbs[i].rect);
  for (guint i = 0; i < scene->request->n_groups; i++)
    {
      QgRect rect;

      if (qg_scene_find_group_title (scene, i, &rect))
        add_box (boxes, &rect);
    }
  return boxes;
}

static gboolean
is_within (const QgRect *box, const QgRect *frame)
{
  return box->x >= frame->x && box->y >= frame->y && box->x + box->width <= frame->x + frame->width &&
         box->y + box->height <= frame->y + frame->height;
}

/* How many of @boxes it cuts; not more than @enough are counted. */
static guint
count_cut (const GArray *boxes, const QgRect *frame, guint enough)
{
  QgRect inner = qg_rect_grow (frame, -RIM), outer = qg_rect_grow (frame, RIM);
  guint n = 0;

  for (guint i = 0; i < boxes->len && n < enough; i++)
    {
      const QgRect *box = &g_array_index (boxes, QgRect, i);

      if (qg_rect_intersects (box, &outer) && !is_within (box, &inner))
        n++;
    }
  return n;
}

guint
qg_framing_count_cut (const QgScene *scene, const QgRect *frame)
{
  g_autoptr (GArray) boxes = new_boxes (scene);

  return count_cut (boxes, frame, G_MAXUINT);
}

/* Where a frame of @size may begin along an axis: it has what is wanted, and nothing from beyond the
 * picture's edge where the picture itself would be cut off for it. FALSE where it is too small. */
static gboolean
get_range (double wanted, double wanted_size, double start, double picture_size, double size, double *first,
           double *last)
{
  if (size >= picture_size)
    {
      *first = *last = start + (picture_size - size) / 2;
      return size >= wanted_size;
    }
  *first = fmax (wanted + wanted_size - size, start);
  *last = fmin (wanted, start + picture_size - size);
  return *first <= *last + 1e-6;
}

/* The best place of a frame of this size; FALSE where there is none. */
static gboolean
find_place (const GArray *boxes, const QgFraming *framing, const QgRect *bounds, guint n_places,
            QgRect *frame)
{
  const QgRect *wanted = &framing->wanted;
  QgPoint middle = qg_rect_center (wanted);
  double x[2], y[2], nearest = G_MAXDOUBLE;
  QgRect tried = *frame;

  if (!get_range (wanted->x, wanted->width, bounds->x, bounds->width, frame->width, &x[0], &x[1]) ||
      !get_range (wanted->y, wanted->height, bounds->y, bounds->height, frame->height, &y[0], &y[1]))
    return FALSE;
  for (guint i = 0; i < (x[1] > x[0] ? n_places : 1); i++)
    for (guint k = 0; k < (y[1] > y[0] ? n_places : 1); k++)
      {
        QgPoint at;
        double distance;

        tried.x = x[0] + (x[1] - x[0]) * i / (n_places - 1);
        tried.y = y[0] + (y[1] - y[0]) * k / (n_places - 1);
        at = qg_rect_center (&tried);
        distance = hypot (at.x - middle.x, at.y - middle.y);
        if (distance >= nearest || count_cut (boxes, &tried, 1) > 0)
          continue;
        nearest = distance;
        *frame = tried;
      }
  return nearest < G_MAXDOUBLE;
}

static QgRect
intersect (const QgRect *a, const QgRect *b)
{
  double x = fmax (a->x, b->x), y = fmax (a->y, b->y);

  return (QgRect){ x, y, fmax (fmin (a->x + a->width, b->x + b->width) - x, 0),
                   fmax (fmin (a->y + a->height, b->y + b->height) - y, 0) };
}

gboolean
qg_framing_find (const QgScene *scene, const QgFraming *framing, QgRect *frame)
{
  g_autoptr (GArray) boxes = new_boxes (scene);
  QgRect picture = qg_scene_get_bounds (scene), bounds = qg_rect_grow (&picture, AROUND);
  QgFraming possible = *framing;
  guint n_places =
      (guint) CLAMP (sqrt (TRIALS / SIZES / MAX (boxes->len, 1)), (double) LEAST_PLACES, (double) PLACES);

  possible.wanted = intersect (&framing->wanted, &bounds);
  for (guint i = 0; i < SIZES && framing->least <= framing->most; i++)
    {
      double width = framing->least + (framing->most - framing->least) * i / (SIZES - 1);

      *frame = (QgRect){ 0, 0, width, width / framing->aspect };
      if (find_place (boxes, &possible, &bounds, n_places, frame))
        return TRUE;
    }
  return FALSE;
}
