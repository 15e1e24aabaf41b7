/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What lies above the tiles: a veil over everything when something is selected or lit up, and on it the
 * selected thing with its neighbourhood, ways that are lit up, what is hovered, and the ring of the keyboard
 * focus. */

#include "qg-canvas-private.h"

/* With more relations than this lit, the others are many too: no strong colour for each. */
#define MAX_STRONG 600u

typedef struct
{
  const QgScene *scene;
  const QgPart *part;
  const QgMap *map;
  const QgPicture *picture;
  guint8 *nodes, *edges; /* what is in the lists already */
  QgCanvas *canvas;
} Lighter;

static gboolean
is_hidden (const guint8 *emphases, guint index)
{
  return emphases != NULL && emphases[index] == QG_EMPHASIS_HIDDEN;
}

static void
light_node (Lighter *lighter, guint entity, gboolean strong)
{
  guint index = qg_part_index_of_entity (lighter->part, entity);
  guint8 wished = strong ? 2 : 1;

  if (index == QG_NONE || lighter->nodes[index] >= wished ||
      is_hidden (lighter->picture->node_emphases, index))
    return;
  lighter->nodes[index] = wished;
  g_array_append_val (strong ? lighter->canvas->strong_nodes : lighter->canvas->plain_nodes, index);
}

static void
light_relation (Lighter *lighter, guint relation)
{
  guint index = qg_part_index_of_relation (lighter->part, relation);
  const QgRelation *r;

  if (index == QG_NONE || lighter->edges[index] || lighter->canvas->strong_edges->len >= MAX_STRONG ||
      is_hidden (lighter->picture->edge_emphases, index))
    return;
  lighter->edges[index] = TRUE;
  g_array_append_val (lighter->canvas->strong_edges, index);
  r = qg_map_get_relation (lighter->map, relation);
  light_node (lighter, r->from, FALSE);
  light_node (lighter, r->to, FALSE);
}

static void
light_neighbourhood (Lighter *lighter, guint entity)
{
  light_node (lighter, entity, TRUE);
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) relations = qg_part_dup_relations_at (lighter->part, entity, side == 1);

      for (guint i = 0; i < relations->len; i++)
        light_relation (lighter, g_array_index (relations, guint, i));
    }
}

static void
light_selection (Lighter *lighter, QgSelection what)
{
  if (what.kind == QG_SELECTION_ENTITY)
    light_neighbourhood (lighter, what.number);
  else if (what.kind == QG_SELECTION_RELATION)
    light_relation (lighter, what.number);
}

static void
light_all (Lighter *lighter, QgExplorer *explorer)
{
  QgCanvas *self = lighter->canvas;
  QgNumbers entities = qg_explorer_get_lit_entities (explorer);
  QgNumbers relations = qg_explorer_get_lit_relations (explorer);
  QgNumbers selected = qg_explorer_get_selected_entities (explorer);

  self->veil =
      entities.n > 0 || relations.n > 0 || qg_explorer_get_selection (explorer).kind != QG_SELECTION_NOTHING;
  for (guint i = 0; i < relations.n; i++)
    light_relation (lighter, relations.items[i]);
  for (guint i = 0; i < entities.n; i++)
    light_node (lighter, entities.items[i], FALSE);
  for (guint i = 0; i < selected.n; i++)
    light_node (lighter, selected.items[i], TRUE);
  if (entities.n == 0 && relations.n == 0 && selected.n <= 1)
    light_selection (lighter, qg_explorer_get_selection (explorer));
  light_selection (lighter, qg_explorer_get_pointed (explorer));
  if (self->cursor_relation != QG_NONE)
    light_relation (lighter, self->cursor_relation);
}

/* Gathers what is lit, anew. */
void
qg_canvas_overlay_changed (QgCanvas *self)
{
  Lighter lighter = { .canvas = self };

  g_array_set_size (self->strong_nodes, 0);
  g_array_set_size (self->plain_nodes, 0);
  g_array_set_size (self->strong_edges, 0);
  g_clear_pointer (&self->lit_names, qg_lit_names_free);
  self->veil = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->layer == NULL || self->explorer == NULL)
    return;
  lighter.picture = qg_tile_layer_get_picture (self->layer);
  lighter.scene = lighter.picture->scene;
  lighter.part = qg_scene_get_part (lighter.scene);
  lighter.map = qg_part_get_map (lighter.part);
  if (!qg_explorer_is_scene_current (self->explorer, lighter.scene))
    return;
  lighter.nodes = g_new0 (guint8, qg_part_get_entities (lighter.part).n + 1);
  lighter.edges = g_new0 (guint8, qg_part_get_relations (lighter.part).n + 1);
  light_all (&lighter, self->explorer);
  g_free (lighter.nodes);
  g_free (lighter.edges);
}

gboolean
qg_canvas_has_overlay (QgCanvas *self)
{
  return self->veil || self->strong_nodes->len > 0 || self->plain_nodes->len > 0 ||
         self->strong_edges->len > 0 || self->focus_visible;
}

static void
set_color (cairo_t *cr, QgColor color, double alpha)
{
  cairo_set_source_rgba (cr, ((color >> 24) & 0xff) / 255.0, ((color >> 16) & 0xff) / 255.0,
                         ((color >> 8) & 0xff) / 255.0, (color & 0xff) / 255.0 * alpha);
}

static void
round_rect (cairo_t *cr, const QgRect *r, double radius)
{
  radius = MIN (radius, MIN (r->width, r->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, r->x + r->width - radius, r->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, r->x + r->width - radius, r->y + r->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, r->x + radius, r->y + r->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, r->x + radius, r->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static guint
get_focused_node (QgCanvas *self)
{
  const QgPart *part = qg_scene_get_part (qg_tile_layer_get_picture (self->layer)->scene);

  return self->cursor_entity != QG_NONE ? qg_part_index_of_entity (part, self->cursor_entity) : QG_NONE;
}

/* A ring in device pixels around @rect, which is in points: the accent between two lines of the background,
 * so that it is seen on every colour. */
static void
draw_ring (QgCanvas *self, cairo_t *cr, const QgTileView *view, QgRect rect, gboolean dashed)
{
  const QgTheme *theme = qg_theme_get (self->theme);
  double unit = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  QgRect r = { rect.x * view->scale - round (view->x * view->scale),
               rect.y * view->scale - round (view->y * view->scale), rect.width * view->scale,
               rect.height * view->scale };
  const double dashes[] = { 5 * unit, 3 * unit };

  r = qg_rect_grow (&r, 4 * unit);
  cairo_save (cr);
  cairo_set_line_width (cr, 6 * unit);
  set_color (cr, theme->background, 1);
  round_rect (cr, &r, 8 * unit);
  cairo_stroke (cr);
  if (dashed)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 3 * unit);
  set_color (cr, theme->accent, 1);
  round_rect (cr, &r, 8 * unit);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The ring of the keyboard focus, around an entity and its name or around a relation's verb. */
static void
draw_focus (QgCanvas *self, cairo_t *cr, const QgTileView *view)
{
  const QgScene *scene = qg_tile_layer_get_picture (self->layer)->scene;
  const QgPart *part = qg_scene_get_part (scene);
  QgRect rect, name;
  guint index;

  if (!self->focus_visible)
    return;
  if (self->cursor_relation != QG_NONE)
    {
      index = qg_part_index_of_relation (part, self->cursor_relation);
      if (index == QG_NONE)
        return;
      rect = qg_scene_get_verb_rect (scene, index);
      draw_ring (self, cr, view, rect.width >= 0 ? rect : qg_scene_get_edge_bounds (scene, index), TRUE);
      return;
    }
  index = get_focused_node (self);
  if (index == QG_NONE)
    return;
  rect = qg_scene_get_node_rect (scene, index);
  if (qg_lit_names_get_rect (self->lit_names, index, &name))
    rect = qg_rect_union (&rect, &name);
  draw_ring (self, cr, view, rect, TRUE);
}

static gboolean
is_seen (const QgRect *seen, QgRect rect)
{
  return qg_rect_intersects (seen, &rect);
}

static void
draw_edges (QgCanvas *self, QgBackend *backend, const QgPaintOptions *options)
{
  const QgScene *scene = qg_tile_layer_get_picture (self->layer)->scene;

  for (guint i = 0; i < self->strong_edges->len; i++)
    {
      guint edge = g_array_index (self->strong_edges, guint, i);

      if (is_seen (&options->area, qg_scene_get_edge_bounds (scene, edge)))
        qg_painter_paint_edge (scene, backend, options, edge, QG_EMPHASIS_STRONG);
    }
}

static void
draw_nodes (QgCanvas *self, QgBackend *backend, const QgPaintOptions *options, const GArray *nodes,
            QgEmphasis emphasis)
{
  const QgScene *scene = qg_tile_layer_get_picture (self->layer)->scene;

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);

      if (is_seen (&options->area, qg_scene_get_node_rect (scene, node)))
        qg_painter_paint_node (scene, backend, options, node, emphasis);
    }
}

static void
draw_veil (QgCanvas *self, cairo_t *cr)
{
  if (!self->veil)
    return;
  set_color (cr, qg_theme_get (self->theme)->background, QG_CANVAS_VEIL);
  cairo_paint (cr);
}

/* Names that have to make room for others, whose letters would be seen about them, are taken away: the
 * picture is drawn there once more, without names. */
static void
draw_covered (QgCanvas *self, cairo_t *cr, QgBackend *backend, const QgPaintOptions *options)
{
  const QgScene *scene = qg_tile_layer_get_picture (self->layer)->scene;
  const GArray *covered = qg_lit_names_get_covered (self->lit_names);

  for (guint i = 0; i < covered->len; i++)
    {
      QgPaintOptions bare = *options;

      /* A name's border is a pixel wide, and its outer half may be seen in a second one. */
      bare.area = qg_rect_grow (&g_array_index (covered, QgRect, i), 1.5 / options->scale);
      bare.nameless = TRUE;
      if (!qg_rect_intersects (&bare.area, &options->area))
        continue;
      cairo_save (cr);
      cairo_rectangle (cr, bare.area.x, bare.area.y, bare.area.width, bare.area.height);
      cairo_clip (cr);
      qg_painter_paint (scene, backend, &bare, NULL);
      draw_veil (self, cr);
      cairo_restore (cr);
    }
}

/* Made when what is lit has changed or the zoom has come to rest, and at each step of it before: the frames
 * between have the same. */
static void
find_lit_names (QgCanvas *self, const QgPaintOptions *options)
{
  QgScene *scene = qg_tile_layer_get_picture (self->layer)->scene;
  guint focused = self->focus_visible && self->cursor_relation == QG_NONE ? get_focused_node (self) : QG_NONE;
  gboolean known = FALSE;
  g_autoptr (GArray) strong = NULL;

  if (self->lit_names != NULL && self->lit_focus == focused &&
      qg_lit_names_fit (self->lit_names, options, self->moving))
    return;
  g_clear_pointer (&self->lit_names, qg_lit_names_free);
  strong = g_array_copy (self->strong_nodes);
  for (guint i = 0; i < strong->len; i++)
    known = known || g_array_index (strong, guint, i) == focused;
  if (focused != QG_NONE && !known)
    g_array_append_val (strong, focused);
  self->lit_names = qg_lit_names_new (scene, options, strong, self->plain_nodes, self->strong_edges);
  self->lit_focus = focused;
}

/* From below: ways, the ring of the focus, boxes, names. No ring and no way is painted over a name that is
 * lit. @cr is in device pixels. */
void
qg_canvas_draw_overlay (QgCanvas *self, cairo_t *cr, const QgTileView *view)
{
  const QgPicture *picture = qg_tile_layer_get_picture (self->layer);
  const QgRect seen = { view->x, view->y, view->width / view->scale, view->height / view->scale };
  const QgPaintOptions options = qg_picture_get_options (picture, view->scale, &seen);
  g_autoptr (QgBackend) backend = NULL;
  cairo_matrix_t device;

  find_lit_names (self, &options);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  draw_veil (self, cr);
  cairo_get_matrix (cr, &device);
  cairo_translate (cr, -round (view->x * view->scale), -round (view->y * view->scale));
  cairo_scale (cr, view->scale, view->scale);
  backend = qg_backend_new_cairo (cr);
  draw_covered (self, cr, backend, &options);
  draw_edges (self, backend, &options);
  cairo_save (cr);
  cairo_set_matrix (cr, &device);
  draw_focus (self, cr, view);
  cairo_restore (cr);
  draw_nodes (self, backend, &options, self->plain_nodes, QG_EMPHASIS_NORMAL);
  draw_nodes (self, backend, &options, self->strong_nodes, QG_EMPHASIS_STRONG);
  qg_lit_names_paint (self->lit_names, backend, &options, self->veil ? QG_CANVAS_VEIL : 0);
  cairo_restore (cr);
}

gboolean
qg_canvas_get_lit_area (QgCanvas *self, QgRect *area)
{
  const QgScene *scene = qg_canvas_get_scene (self);
  const GArray *lists[] = { self->strong_nodes, self->plain_nodes };
  gboolean any = FALSE;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const QgRect rect = qg_scene_get_node_rect (scene, g_array_index (lists[l], guint, i));

        *area = any ? qg_rect_union (area, &rect) : rect;
        any = TRUE;
      }
  return any;
}
