/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-head.h"

#include "qg-curve.h"

#define HALF 3.0
/* How far heads at a word stay from it, in points. */
#define ENTRY_PAD 0.5
#define ENTRY_STEP 0.5
#define BAR_FROM_TIP 15.0
#define BAR_HALF 5.5

/* The parameter of a curve's point at @distance from its end; 0 where the curve is shorter. */
static double
cut_from_end (const QgPoint *curve, QgPoint tip, double distance)
{
  double low = 0, high = 1;

  if (hypot (curve[0].x - tip.x, curve[0].y - tip.y) <= distance)
    return 0;
  for (guint i = 0; i < 16; i++)
    {
      double t = (low + high) / 2;
      QgPoint p = qg_curve_point (curve, t);

      if (hypot (p.x - tip.x, p.y - tip.y) > distance)
        low = t;
      else
        high = t;
    }
  return low;
}

QgPoint
qg_head_cut_way (const QgPoint *points, guint n, double distance, guint *n_whole, QgPoint cut[4])
{
  QgPoint tip = points[n - 1];

  for (guint i = n - 1; i >= 3; i -= 3)
    {
      double t = cut_from_end (points + i - 3, tip, distance);

      if (t <= 0 && i > 3)
        continue;
      qg_curve_split (points + i - 3, t, TRUE, cut);
      *n_whole = i - 2;
      return cut[3];
    }
  *n_whole = 0;
  return points[0];
}

static gboolean
set_head (QgHead *head, QgPoint tip, QgPoint back, double size)
{
  double dx = tip.x - back.x, dy = tip.y - back.y, length = hypot (dx, dy);
  double l = QG_HEAD_LENGTH * size, w = HALF * size, notch = QG_HEAD_NOTCH * size;

  if (length < 1e-6)
    return FALSE;
  dx /= length;
  dy /= length;
  *head = (QgHead){ tip,
                    { tip.x - dx * l - dy * w, tip.y - dy * l + dx * w },
                    { tip.x - dx * (l - notch), tip.y - dy * (l - notch) },
                    { tip.x - dx * l + dy * w, tip.y - dy * l - dx * w } };
  return TRUE;
}

gboolean
qg_head_at_tip (const QgPoint *points, guint n, double size, QgHead *head)
{
  guint n_whole;
  QgPoint cut[4];

  return n >= 4 && set_head (head, points[n - 1],
                             qg_head_cut_way (points, n, QG_HEAD_LENGTH * size, &n_whole, cut), size);
}

static gboolean
has_entry (const QgScene *scene, guint edge)
{
  guint label = scene->request->edges[edge].label;

  return label < scene->n_labels && scene->verbs[label].trunk == QG_TRUNK_END && scene->verbs[label].n > 1 &&
         scene->ways[edge].label_at != QG_NONE && scene->ways[edge].label_at >= 3;
}

/* Without a head where each subject comes to the word, one on the object's side would read as another object.
 */
gboolean
qg_head_at_word (const QgScene *scene, guint edge, const QgRect *mark, double size, QgHead *head)
{
  const QgPoint *points = scene->ways[edge].points;
  guint n = scene->ways[edge].label_at + 1, n_whole;
  QgRect verb = qg_scene_get_verb_rect (scene, edge), ground = qg_rect_grow (&verb, ENTRY_PAD);
  double length, distance = 0;
  QgPoint cut[4], tip, back;

  if (!has_entry (scene, edge))
    return FALSE;
  length = qg_curve_length (points, n);
  for (tip = points[n - 1]; distance < length; tip = qg_head_cut_way (points, n, distance, &n_whole, cut))
    {
      if (!qg_rect_contains (&ground, tip.x, tip.y))
        {
          back = qg_head_cut_way (points, n, distance + QG_HEAD_LENGTH * size, &n_whole, cut);
          if (mark == NULL || !set_head (head, tip, back, size) || !qg_head_meets (head, mark))
            break;
        }
      distance += ENTRY_STEP;
    }
  /* No line is seen that could be misread. */
  if (length - distance < QG_HEAD_LENGTH * size)
    return FALSE;
  back = qg_head_cut_way (points, n, distance + QG_HEAD_LENGTH * size, &n_whole, cut);
  return set_head (head, tip, back, size);
}

gboolean
qg_head_get_bar (const QgScene *scene, guint edge, const QgPoint *points, guint n, QgPoint bar[2])
{
  guint n_whole;
  QgPoint cut[4], at, tip = points[n - 1], d;
  QgRect verb = qg_scene_get_verb_rect (scene, edge), ground = qg_rect_grow (&verb, 2);
  double length = qg_curve_length (points, n), distance = MIN (BAR_FROM_TIP, length / 2);

  /* Nearer to the tip where the word would cover it. */
  at = qg_head_cut_way (points, n, distance, &n_whole, cut);
  while (verb.width > 0 && distance > QG_HEAD_LENGTH + 1.5 && qg_rect_contains (&ground, at.x, at.y))
    at = qg_head_cut_way (points, n, distance -= 1.5, &n_whole, cut);
  d = (QgPoint){ tip.x - at.x, tip.y - at.y };
  if (n_whole > 0)
    d = qg_curve_direction (cut, 1);
  length = hypot (d.x, d.y);
  if (length < 1e-6)
    return FALSE;
  bar[0] = (QgPoint){ at.x - d.y / length * BAR_HALF, at.y + d.x / length * BAR_HALF };
  bar[1] = (QgPoint){ at.x + d.y / length * BAR_HALF, at.y - d.x / length * BAR_HALF };
  return TRUE;
}

gboolean
qg_head_meets (const QgHead *head, const QgRect *rect)
{
  return qg_segment_meets_rect (head->tip, head->left, rect) ||
         qg_segment_meets_rect (head->tip, head->right, rect) ||
         qg_segment_meets_rect (head->left, head->notch, rect) ||
         qg_segment_meets_rect (head->notch, head->right, rect);
}
