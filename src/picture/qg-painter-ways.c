/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* How the painter draws ways: the line of a statement's kind, an arrowhead, a bar where it is denied. */

#include "qg-curve.h"
#include "qg-head.h"
#include "qg-painter-private.h"

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
  qg_head_cut_way (stretch->points, stretch->n, shorter, &n_whole, cut);
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
draw_head (const QgPainter *painter, QgPath *path, const QgHead *head, QgColor color)
{
  qg_path_clear (path);
  qg_path_move (path, head->tip.x, head->tip.y);
  qg_path_line (path, head->left.x, head->left.y);
  qg_path_line (path, head->notch.x, head->notch.y);
  qg_path_line (path, head->right.x, head->right.y);
  qg_path_close (path);
  qg_backend_fill (painter->backend, path, color);
}

static void
draw_bar (const QgPainter *painter, QgPath *path, const QgPoint bar[2], QgColor color)
{
  QgStroke stroke = { color, BAR_WIDTH, NULL, 0 };

  qg_path_clear (path);
  qg_path_move (path, bar[0].x, bar[0].y);
  qg_path_line (path, bar[1].x, bar[1].y);
  qg_backend_stroke (painter->backend, path, &stroke);
}

void
qg_painter_draw_way (const QgPainter *painter, guint edge, QgEmphasis emphasis, gboolean whole)
{
  const QgRelation *relation = qg_scene_get_relation (painter->scene, edge);
  const QgLineStyle *style = qg_theme_get_line_style (painter->theme, relation->statement);
  QgColor color = qg_painter_way_color (painter, edge, emphasis);
  double factor = emphasis == QG_EMPHASIS_STRONG ? 1.5 : 1;
  double size = emphasis == QG_EMPHASIS_STRONG ? QG_HEAD_STRONG_SIZE : 1;
  Stretch stretch = get_stretch (painter, edge, whole);
  g_auto (QgPath) path = QG_PATH_INIT;
  const QgNoteMark *mark = qg_painter_get_mark (painter, painter->scene->request->edges[edge].label);
  QgHead head;
  QgPoint bar[2];

  if (stretch.n < 4)
    return;
  add_shaft (&path, &stretch, stretch.has_tip ? (QG_HEAD_LENGTH - QG_HEAD_NOTCH) * size - 0.3 : 0);
  draw_line (painter, &path, style, color, factor);
  if (qg_head_at_word (painter->scene, edge, mark != NULL ? &mark->ground : NULL, size * QG_HEAD_ENTRY_SIZE,
                       &head))
    draw_head (painter, &path, &head, color);
  if (!stretch.has_tip)
    return;
  if (qg_head_at_tip (stretch.points, stretch.n, size, &head))
    draw_head (painter, &path, &head, color);
  if (relation->denial && qg_head_get_bar (painter->scene, edge, stretch.points, stretch.n, bar))
    draw_bar (painter, &path, bar, color);
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
