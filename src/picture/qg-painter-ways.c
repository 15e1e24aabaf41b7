/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* How the painter draws ways: the line of a statement's kind, an arrowhead, a bar where it is denied. */

#include "qg-curve.h"
#include "qg-painter-private.h"

#define HEAD_LENGTH 7.5
#define HEAD_HALF 3.0
#define HEAD_NOTCH 1.4
/* Heads at a word, which are a little smaller than those at a box: how far they stay from it, in points. */
#define ENTRY_SIZE 0.95
#define ENTRY_PAD 0.5
#define ENTRY_STEP 0.5
#define BAR_FROM_TIP 15.0
#define BAR_HALF 5.5
#define BAR_WIDTH 2.2

/* A stretch of a way, and whether its arrowhead belongs to it. */
typedef struct
{
  const QgPoint *points;
  guint n;
  gboolean has_tip;
} Stretch;

QgColor
qg_painter_way_color (const QgPainter *painter, guint edge, QgEmphasis emphasis)
{
  const QgTheme *theme = painter->theme;
  gboolean denial = qg_scene_get_relation (painter->scene, edge)->denial;

  if (emphasis == QG_EMPHASIS_DIM)
    return qg_theme_dim_color (theme, denial ? theme->denial : theme->edge);
  if (denial)
    return theme->denial;
  return emphasis == QG_EMPHASIS_STRONG ? theme->accent : theme->edge;
}

static int
rank (QgEmphasis emphasis)
{
  static const int ranks[] = {
    [QG_EMPHASIS_HIDDEN] = 0, [QG_EMPHASIS_DIM] = 1, [QG_EMPHASIS_NORMAL] = 2, [QG_EMPHASIS_STRONG] = 3
  };

  return ranks[emphasis];
}

/* Where some ways are lit up and some step back, a trunk that they share is drawn by the strongest. */
void
qg_painter_find_owners (QgPainter *painter)
{
  const QgScene *scene = painter->scene;

  painter->owners = NULL;
  if (painter->options->emphases.edges == NULL)
    return;
  painter->owners = g_new (guint, MAX (scene->n_labels, 1));
  for (guint i = 0; i < scene->n_labels; i++)
    {
      const QgVerbPlace *verb = &scene->verbs[i];
      const guint *edges = scene->label_edges + verb->first;
      guint owner = verb->n > 0 ? edges[0] : QG_NONE;

      for (guint j = 1; j < verb->n; j++)
        if (rank (qg_painter_edge_emphasis (painter, edges[j])) >
            rank (qg_painter_edge_emphasis (painter, owner)))
          owner = edges[j];
      painter->owners[i] = owner;
    }
}

static Stretch
get_stretch (const QgPainter *painter, guint edge, gboolean whole)
{
  const QgScene *scene = painter->scene;
  const QgWay *way = &scene->ways[edge];
  Stretch stretch = { way->points, way->n, TRUE };
  guint label = scene->request->edges[edge].label;
  const QgVerbPlace *verb = label < scene->n_labels ? &scene->verbs[label] : NULL;
  guint owner;

  if (whole || verb == NULL || verb->trunk == QG_TRUNK_NONE)
    return stretch;
  owner = painter->owners != NULL ? painter->owners[label] : scene->label_edges[verb->first];
  if (owner == edge)
    return stretch;
  if (verb->trunk == QG_TRUNK_START)
    {
      stretch.points += way->label_at;
      stretch.n -= way->label_at;
    }
  else
    {
      stretch.n = way->label_at + 1;
      stretch.has_tip = FALSE;
    }
  return stretch;
}

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

/* The point of a stretch at @distance from its tip (its start where it is shorter); @n_whole: how many points
 * before it are of whole curves; @cut: the last, cut curve. */
static QgPoint
find_cut (const Stretch *stretch, double distance, guint *n_whole, QgPoint cut[4])
{
  QgPoint tip = stretch->points[stretch->n - 1];

  for (guint i = stretch->n - 1; i >= 3; i -= 3)
    {
      double t = cut_from_end (stretch->points + i - 3, tip, distance);

      if (t <= 0 && i > 3)
        continue;
      qg_curve_split (stretch->points + i - 3, t, TRUE, cut);
      *n_whole = i - 2;
      return cut[3];
    }
  *n_whole = 0;
  return stretch->points[0];
}

static void
add_shaft (QgPath *path, const Stretch *stretch, double shorter)
{
  QgPoint cut[4];
  guint n_whole = stretch->n;

  if (stretch->n < 4)
    return;
  if (shorter <= 0)
    {
      qg_path_add_chain (path, stretch->points, stretch->n);
      return;
    }
  find_cut (stretch, shorter, &n_whole, cut);
  if (n_whole == 0)
    return;
  qg_path_add_chain (path, stretch->points, n_whole);
  qg_path_lean_curve (path, cut[1], cut[2], cut[3]);
}

static void
draw_line (const QgPainter *painter, const QgPath *path, const QgLineStyle *style, QgColor color,
           double factor)
{
  double dashes[6];
  double width = style->doubled ? style->width : style->width * factor;
  QgStroke stroke = { color, width, dashes, style->n_dashes };

  for (guint i = 0; i < style->n_dashes; i++)
    dashes[i] = style->dashes[i] * style->width;
  if (style->n_dashes == 0)
    stroke.dashes = NULL;
  qg_backend_stroke (painter->backend, path, &stroke);
  if (style->doubled)
    {
      QgStroke inside = { painter->theme->background, style->width - 2 * 1.05 * factor, NULL, 0 };

      qg_backend_stroke (painter->backend, path, &inside);
    }
}

static void
draw_head (const QgPainter *painter, QgPath *path, QgPoint tip, QgPoint back, double size, QgColor color)
{
  double dx = tip.x - back.x, dy = tip.y - back.y, length = hypot (dx, dy);
  double l = HEAD_LENGTH * size, w = HEAD_HALF * size, notch = HEAD_NOTCH * size;

  if (length < 1e-6)
    return;
  dx /= length;
  dy /= length;
  qg_path_clear (path);
  qg_path_move (path, tip.x, tip.y);
  qg_path_line (path, tip.x - dx * l - dy * w, tip.y - dy * l + dx * w);
  qg_path_line (path, tip.x - dx * (l - notch), tip.y - dy * (l - notch));
  qg_path_line (path, tip.x - dx * l + dy * w, tip.y - dy * l - dx * w);
  qg_path_close (path);
  qg_backend_fill (painter->backend, path, color);
}

static void
draw_bar (const QgPainter *painter, QgPath *path, guint edge, const Stretch *stretch, QgColor color)
{
  guint n_whole;
  QgPoint cut[4], at, tip = stretch->points[stretch->n - 1], d;
  QgStroke stroke = { color, BAR_WIDTH, NULL, 0 };
  QgRect verb = qg_scene_get_verb_rect (painter->scene, edge), ground = qg_rect_grow (&verb, 2);
  double length = qg_curve_length (stretch->points, stretch->n), distance = MIN (BAR_FROM_TIP, length / 2);

  /* Nearer to the tip where the word would cover it. */
  at = find_cut (stretch, distance, &n_whole, cut);
  while (verb.width > 0 && distance > HEAD_LENGTH + 1.5 && qg_rect_contains (&ground, at.x, at.y))
    at = find_cut (stretch, distance -= 1.5, &n_whole, cut);
  d = (QgPoint){ tip.x - at.x, tip.y - at.y };
  if (n_whole > 0)
    d = qg_curve_direction (cut, 1);
  length = hypot (d.x, d.y);
  if (length < 1e-6)
    return;
  qg_path_clear (path);
  qg_path_move (path, at.x - d.y / length * BAR_HALF, at.y + d.x / length * BAR_HALF);
  qg_path_line (path, at.x + d.y / length * BAR_HALF, at.y - d.x / length * BAR_HALF);
  qg_backend_stroke (painter->backend, path, &stroke);
}

/* Several subjects share a word that leads to one object: without a head where each comes to the word, a
 * subject on the object's side would read as another object. */
static void
draw_entry (const QgPainter *painter, QgPath *path, guint edge, double size, QgColor color)
{
  const QgWay *way = &painter->scene->ways[edge];
  const Stretch in = { way->points, way->label_at + 1, FALSE };
  QgRect verb = qg_scene_get_verb_rect (painter->scene, edge), ground = qg_rect_grow (&verb, ENTRY_PAD);
  double length = qg_curve_length (in.points, in.n), distance = 0;
  guint n_whole;
  QgPoint cut[4], tip = in.points[in.n - 1];

  while (distance < length && qg_rect_contains (&ground, tip.x, tip.y))
    tip = find_cut (&in, distance += ENTRY_STEP, &n_whole, cut);
  /* No line is seen that could be misread. */
  if (length - distance < HEAD_LENGTH * size)
    return;
  draw_head (painter, path, tip, find_cut (&in, distance + HEAD_LENGTH * size, &n_whole, cut), size, color);
}

static gboolean
has_entry (const QgPainter *painter, guint edge)
{
  const QgScene *scene = painter->scene;
  guint label = scene->request->edges[edge].label;

  return label < scene->n_labels && scene->verbs[label].trunk == QG_TRUNK_END && scene->verbs[label].n > 1 &&
         scene->ways[edge].label_at != QG_NONE && scene->ways[edge].label_at >= 3;
}

void
qg_painter_draw_way (const QgPainter *painter, guint edge, QgEmphasis emphasis, gboolean whole)
{
  const QgRelation *relation = qg_scene_get_relation (painter->scene, edge);
  const QgLineStyle *style = qg_theme_get_line_style (painter->theme, relation->statement);
  QgColor color = qg_painter_way_color (painter, edge, emphasis);
  double factor = emphasis == QG_EMPHASIS_STRONG ? 1.5 : 1;
  double head = emphasis == QG_EMPHASIS_STRONG ? 1.2 : 1;
  Stretch stretch = get_stretch (painter, edge, whole);
  g_auto (QgPath) path = QG_PATH_INIT;
  guint n_whole;
  QgPoint cut[4];

  if (stretch.n < 4)
    return;
  add_shaft (&path, &stretch, stretch.has_tip ? (HEAD_LENGTH - HEAD_NOTCH) * head - 0.3 : 0);
  draw_line (painter, &path, style, color, factor);
  if (has_entry (painter, edge))
    draw_entry (painter, &path, edge, head * ENTRY_SIZE, color);
  if (!stretch.has_tip)
    return;
  draw_head (painter, &path, stretch.points[stretch.n - 1],
             find_cut (&stretch, HEAD_LENGTH * head, &n_whole, cut), head, color);
  if (relation->denial)
    draw_bar (painter, &path, edge, &stretch, color);
}

static void
add_hair (QgPoint a, QgPoint b, gpointer user_data)
{
  GArray *points = user_data;

  g_array_append_val (points, a);
  g_array_append_val (points, b);
}

/* From far: all ways of one emphasis, in two colours. Their thinness shows as paleness. */
void
qg_painter_draw_hairs (const QgPainter *painter, const GArray *edges, QgEmphasis emphasis)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (QgPoint));
  g_autoptr (GArray) denied = g_array_new (FALSE, FALSE, sizeof (QgPoint));
  GArray *points[] = { plain, denied };
  QgColor colors[2] = { 0, 0 };
  double tolerance = 0.3 / painter->scale;
  guint alpha = emphasis == QG_EMPHASIS_STRONG ? 255 : (guint) CLAMP (110 + 300 * painter->scale, 0, 230);

  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);
      guint denial = qg_scene_get_relation (painter->scene, edge)->denial ? 1 : 0;
      Stretch stretch;

      if (qg_painter_edge_emphasis (painter, edge) != emphasis)
        continue;
      stretch = get_stretch (painter, edge, FALSE);
      colors[denial] = qg_painter_way_color (painter, edge, emphasis);
      for (guint j = 0; j + 3 < stretch.n; j += 3)
        qg_curve_flatten (stretch.points + j, tolerance, add_hair, points[denial]);
    }
  for (guint i = 0; i < 2; i++)
    qg_backend_hairlines (painter->backend, (const QgPoint *) (gconstpointer) points[i]->data, points[i]->len,
                          (colors[i] & ~0xffu) | alpha);
}
