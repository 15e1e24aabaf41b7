/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-painter-private.h"
#include "qg-symbols.h"

/* How far what is drawn reaches beyond its box or way: borders, arrowheads, bars. */
#define REACH 8.0
#define POLL 64
#define ACCENT_WIDTH 2.2

QgPainter
qg_painter_make (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options)
{
  double scale = options->scale > 0 ? options->scale : G_MAXDOUBLE;
  double density = options->density > 0 ? options->density : 1;

  return (QgPainter){ scene, backend, options, options->theme, scale, scale / density, NULL, NULL };
}

static void
make_marks (QgPainter *painter)
{
  if (painter->options->footnotes != NULL)
    painter->marks = g_new0 (QgNoteMark, MAX (painter->scene->n_labels, 1));
}

static void
clear (QgPainter *painter)
{
  for (guint i = 0; painter->marks != NULL && i < painter->scene->n_labels; i++)
    qg_note_mark_clear (&painter->marks[i]);
  g_clear_pointer (&painter->marks, g_free);
  g_clear_pointer (&painter->owners, g_free);
}

const QgNoteMark *
qg_painter_get_mark (const QgPainter *painter, guint label)
{
  QgNoteMark *mark;

  if (painter->marks == NULL || label >= painter->scene->n_labels)
    return NULL;
  mark = &painter->marks[label];
  /* No type has size 0. */
  if (mark->font.size <= 0)
    qg_note_mark_init (mark, painter->scene, label, painter->options->footnotes);
  return mark->text != NULL ? mark : NULL;
}

static gboolean
shows_text (const QgPainter *painter, double size, double least)
{
  return size * painter->read_scale >= least;
}

static void
draw_lines (const QgPainter *painter, const QgWrapped *wrapped, QgFont font, double x, double top,
            QgColor ink)
{
  for (guint i = 0; i < wrapped->n_lines; i++)
    qg_backend_text (painter->backend, font, x, top + font.size * (i * QG_FONT_LINE + QG_FONT_BASELINE),
                     QG_ANCHOR_MIDDLE, wrapped->lines[i], ink);
}

/* The words in the middle of @box. */
void
qg_painter_draw_words (const QgPainter *painter, const QgWords *words, QgFont font, const QgRect *box,
                       QgColor ink, QgColor second_ink)
{
  QgSize size = qg_words_size (words, font);
  QgPoint middle = qg_rect_center (box);
  double top = middle.y - size.height / 2;

  draw_lines (painter, words->first, font, middle.x, top, ink);
  if (words->second != NULL)
    {
      top += qg_look_wrapped_size (words->first, font).height + QG_LOOK_SECOND_GAP;
      draw_lines (painter, words->second, qg_look_second_font (font), middle.x, top, second_ink);
    }
}

static void
draw_node (const QgPainter *painter, guint node, QgEmphasis emphasis)
{
  const QgEntity *entity = qg_scene_get_entity (painter->scene, node);
  const QgKind *kind = qg_map_get_kind (painter->scene->map, entity->kind);
  QgNodeColors colors = qg_theme_get_node_colors (painter->theme, kind);
  QgRect box = painter->scene->layout->nodes[node];
  QgFont font = qg_look_entity_font (entity->importance);
  double symbol = qg_look_symbol_size (entity->importance), x, text_width;
  const QgWords *words;
  QgRect text;

  if (emphasis == QG_EMPHASIS_DIM)
    colors = qg_theme_dim_node_colors (painter->theme, &colors);
  if (emphasis == QG_EMPHASIS_STRONG)
    {
      colors.border = painter->theme->accent;
      colors.border_width = ACCENT_WIDTH;
    }
  if (!shows_text (painter, font.size, QG_PAINTER_MIN_TEXT))
    {
      /* A border and corners are seen as long as they are a good part of a pixel. */
      qg_backend_rect (painter->backend, &box, colors.radius * painter->scale < 0.8 ? 0 : colors.radius,
                       colors.flat, colors.border,
                       emphasis == QG_EMPHASIS_STRONG ? ACCENT_WIDTH / painter->scale : 0);
      return;
    }
  if (entity->importance >= 3 && emphasis != QG_EMPHASIS_STRONG)
    colors.border_width *= 1.5;
  qg_backend_rect (painter->backend, &box, colors.radius, colors.fill, colors.border, colors.border_width);
  words = qg_scene_get_node_words (painter->scene, node);
  /* Symbol and words stand together in the middle, since the box may be made for a longer language. */
  text_width = qg_words_size (words, font).width;
  x = box.x + (box.width - symbol - QG_LOOK_SYMBOL_GAP - text_width) / 2;
  qg_symbol_paint (painter->backend, kind->symbol, x, box.y + (box.height - symbol) / 2, symbol,
                   colors.symbol);
  text = (QgRect){ x + symbol + QG_LOOK_SYMBOL_GAP, box.y, text_width, box.height };
  qg_painter_draw_words (painter, words, font, &text, colors.ink,
                         emphasis == QG_EMPHASIS_DIM ? colors.ink
                                                     : qg_color_mix (colors.ink, colors.fill, 0.25));
}

static QgColor
get_verb_ink (const QgPainter *painter, const QgVerbPlace *verb, QgEmphasis emphasis)
{
  guint edge = painter->scene->label_edges[verb->first];

  if (emphasis == QG_EMPHASIS_DIM)
    return painter->theme->ink_dim;
  if (qg_scene_get_relation (painter->scene, edge)->denial)
    return painter->theme->denial;
  return emphasis == QG_EMPHASIS_STRONG ? painter->theme->accent : painter->theme->edge_ink;
}

/* Round at its ends where the word has one line: letters do not reach into the corners. */
static void
draw_verb_ground (const QgPainter *painter, const QgVerbPlace *verb)
{
  gboolean one_line = verb->rect.height < 2 * QG_FONT_LINE * qg_look_verb_font ().size;

  qg_backend_rect (painter->backend, &verb->rect, one_line ? verb->rect.height / 2 : 3,
                   painter->theme->label_background, 0, 0);
}

void
qg_painter_draw_verb (const QgPainter *painter, guint label, QgEmphasis emphasis)
{
  const QgVerbPlace *verb = &painter->scene->verbs[label];
  QgFont font = qg_look_verb_font ();
  const QgNoteMark *mark;
  QgColor ink;

  if (verb->rect.width < 0 || !shows_text (painter, font.size, QG_PAINTER_MIN_VERB))
    return;
  ink = get_verb_ink (painter, verb, emphasis);
  draw_verb_ground (painter, verb);
  mark = qg_painter_get_mark (painter, label);
  if (mark != NULL)
    qg_backend_rect (painter->backend, &mark->ground, 3, painter->theme->label_background, 0, 0);
  qg_painter_draw_words (painter, &painter->scene->verb_words[verb->wording], font, &verb->rect, ink, ink);
  if (mark != NULL)
    qg_backend_text (painter->backend, mark->font, mark->rect.x, mark->baseline, QG_ANCHOR_START, mark->text,
                     ink);
}

/* NULL where the group has no area, or nothing of it is drawn. */
static const QgKind *
get_group_kind (const QgPainter *painter, guint group)
{
  const QgNumbers *nodes = &painter->scene->request->groups[group].nodes;
  guint n_hidden = 0;

  for (guint i = 0; i < nodes->n && painter->options->emphases.nodes != NULL; i++)
    n_hidden += painter->options->emphases.nodes[nodes->items[i]] == QG_EMPHASIS_HIDDEN;
  return nodes->n > n_hidden ? qg_scene_get_group_kind (painter->scene, group) : NULL;
}

/* The title stands above the ways, on the colour of its area, so that none strikes it through. */
static void
draw_group_title (const QgPainter *painter, guint group, const QgKind *kind)
{
  QgFont font = qg_look_group_font ();
  g_autofree char *title = NULL;
  QgRect ground;

  if (!shows_text (painter, font.size, QG_PAINTER_MIN_TEXT))
    return;
  ground = qg_scene_get_group_title (painter->scene, group, kind, &title);
  qg_backend_rect (painter->backend, &ground, 3, qg_theme_get_group_fill (painter->theme, kind), 0, 0);
  qg_backend_text (painter->backend, font, ground.x + QG_LOOK_VERB_PAD_X,
                   ground.y + font.size * QG_FONT_BASELINE, QG_ANCHOR_START, title,
                   painter->theme->group_ink);
}

static void
draw_groups (const QgPainter *painter, const QgRect *area, gboolean titles)
{
  const QgLayout *layout = painter->scene->layout;

  for (guint i = 0; i < layout->n_groups && i < painter->scene->request->n_groups; i++)
    {
      const QgKind *kind = get_group_kind (painter, i);

      if (kind == NULL || !qg_rect_intersects (&layout->groups[i], area))
        continue;
      if (titles)
        draw_group_title (painter, i, kind);
      else
        qg_backend_rect (painter->backend, &layout->groups[i], 10,
                         qg_theme_get_group_fill (painter->theme, kind), 0, 0);
    }
}

/* The label whose word this edge draws, QG_NONE where another edge draws it or there is none. */
static guint
get_verb_to_draw (const QgPainter *painter, guint edge)
{
  guint label = painter->scene->request->edges[edge].label;

  if (label >= painter->scene->n_labels)
    return QG_NONE;
  if (painter->owners != NULL)
    return painter->owners[label] == edge ? label : QG_NONE;
  return painter->scene->label_edges[painter->scene->verbs[label].first] == edge ? label : QG_NONE;
}

static gboolean
draw_edges (const QgPainter *painter, const GArray *edges, QgEmphasis emphasis, GCancellable *cancellable)
{
  if (painter->scale < QG_PAINTER_HAIR_SCALE)
    {
      qg_painter_draw_hairs (painter, edges, emphasis);
      return !g_cancellable_is_cancelled (cancellable);
    }
  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);

      if (i % POLL == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (qg_painter_edge_emphasis (painter, edge) == emphasis)
        qg_painter_draw_way (painter, edge, emphasis, FALSE);
    }
  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i), label;

      if (i % POLL == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (qg_painter_edge_emphasis (painter, edge) != emphasis)
        continue;
      label = get_verb_to_draw (painter, edge);
      if (label != QG_NONE)
        qg_painter_draw_verb (painter, label, emphasis);
    }
  return TRUE;
}

static gboolean
draw_nodes (const QgPainter *painter, const QgRect *area, GCancellable *cancellable)
{
  g_autoptr (GArray) nodes = qg_scene_query_nodes (painter->scene, area);

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      QgEmphasis emphasis = qg_painter_node_emphasis (painter, node);

      if (i % POLL == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (emphasis == QG_EMPHASIS_HIDDEN)
        continue;
      qg_backend_begin_item (painter->backend, qg_scene_get_entity (painter->scene, node)->id, NULL, NULL);
      draw_node (painter, node, emphasis);
      qg_backend_end_item (painter->backend);
    }
  return TRUE;
}

gboolean
qg_painter_is_far (double read_scale)
{
  return qg_look_entity_font (3).size * read_scale < QG_PAINTER_MIN_TEXT;
}

gboolean
qg_painter_shows_all_names (double read_scale)
{
  return qg_look_entity_font (1).size * read_scale >= QG_PAINTER_MIN_TEXT;
}

guint
qg_painter_get_least_shown (double read_scale)
{
  for (guint importance = 1; importance <= 3; importance++)
    if (qg_look_entity_font (importance).size * read_scale >= QG_PAINTER_MIN_TEXT)
      return importance;
  return 0;
}

gboolean
qg_painter_shows_name (const QgScene *scene, guint node, double read_scale)
{
  guint importance = qg_scene_get_entity (scene, node)->importance;

  return qg_look_entity_font (importance).size * read_scale >= QG_PAINTER_MIN_TEXT;
}

void
qg_painter_draw_far_name (const QgPainter *painter, const QgFarName *name, QgEmphasis emphasis, double veil)
{
  const QgEntity *entity = qg_scene_get_entity (painter->scene, name->node);
  const QgKind *kind = qg_map_get_kind (painter->scene->map, entity->kind);
  QgNodeColors colors = qg_theme_get_node_colors (painter->theme, kind);
  double width = 1;

  if (emphasis == QG_EMPHASIS_STRONG)
    {
      colors.border = painter->theme->accent;
      width = ACCENT_WIDTH;
    }
  if (veil > 0)
    {
      colors.fill = qg_color_mix (colors.fill, painter->theme->background, veil);
      colors.border = qg_color_mix (colors.border, painter->theme->background, veil);
      colors.ink = qg_color_mix (colors.ink, painter->theme->background, veil);
    }
  qg_backend_rect (painter->backend, &name->rect, 3 / painter->scale, colors.fill, colors.border,
                   width / painter->scale);
  draw_lines (painter, name->words, name->font, name->rect.x + name->rect.width / 2, name->rect.y,
              colors.ink);
}

static void
draw_far_names (const QgPainter *painter, const QgRect *area)
{
  const GArray *names;

  if (painter->options->nameless || !qg_painter_is_far (painter->read_scale))
    return;
  names = qg_scene_get_far_names (painter->scene, painter->read_scale);
  for (guint i = 0; i < names->len; i++)
    {
      const QgFarName *name = &g_array_index (names, QgFarName, i);
      QgEmphasis emphasis = qg_painter_node_emphasis (painter, name->node);

      if (emphasis != QG_EMPHASIS_HIDDEN && emphasis != QG_EMPHASIS_DIM &&
          qg_rect_intersects (&name->rect, area))
        qg_painter_draw_far_name (painter, name, QG_EMPHASIS_NORMAL, 0);
    }
}

static gboolean
draw_all_edges (const QgPainter *painter, const QgRect *area, GCancellable *cancellable)
{
  g_autoptr (GArray) edges = qg_scene_query_edges (painter->scene, area);

  if (painter->options->emphases.edges == NULL)
    return draw_edges (painter, edges, QG_EMPHASIS_NORMAL, cancellable);
  return draw_edges (painter, edges, QG_EMPHASIS_DIM, cancellable) &&
         draw_edges (painter, edges, QG_EMPHASIS_NORMAL, cancellable) &&
         draw_edges (painter, edges, QG_EMPHASIS_STRONG, cancellable);
}

gboolean
qg_painter_paint (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options,
                  GCancellable *cancellable)
{
  QgPainter painter = qg_painter_make (scene, backend, options);
  /* A footnote may reach further than its word; what is drawn a pixel wide reaches a pixel. */
  QgRect area = qg_rect_grow (&options->area, REACH + (options->scale > 0 ? 2 / options->scale : 0) +
                                                  (options->footnotes != NULL ? 30 : 0));
  gboolean done;

  if (!options->transparent)
    qg_backend_rect (backend, &options->area, 0, options->theme->background, 0, 0);
  qg_painter_find_owners (&painter);
  make_marks (&painter);
  draw_groups (&painter, &area, FALSE);
  done = draw_all_edges (&painter, &area, cancellable);
  draw_groups (&painter, &area, TRUE);
  done = done && draw_nodes (&painter, &area, cancellable);
  if (done)
    draw_far_names (&painter, &area);
  clear (&painter);
  return done;
}

void
qg_painter_paint_node (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options, guint node,
                       QgEmphasis emphasis)
{
  QgPainter painter = qg_painter_make (scene, backend, options);

  if (emphasis != QG_EMPHASIS_HIDDEN)
    draw_node (&painter, node, emphasis);
}

void
qg_painter_paint_edge (const QgScene *scene, QgBackend *backend, const QgPaintOptions *options, guint edge,
                       QgEmphasis emphasis)
{
  QgPainter painter = qg_painter_make (scene, backend, options);
  guint label = scene->request->edges[edge].label;

  if (emphasis == QG_EMPHASIS_HIDDEN)
    return;
  make_marks (&painter);
  qg_painter_draw_way (&painter, edge, emphasis, TRUE);
  if (label < scene->n_labels)
    qg_painter_draw_verb (&painter, label, emphasis);
  clear (&painter);
}
