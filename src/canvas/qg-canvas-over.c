/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What lies over the canvas, where it is the child of a GtkOverlay: a notice, the small map, buttons. What is
 * under them is not seen, though it is in the window. */

#include "qg-canvas-private.h"

/* Where @over lies, or will lie when it has its place. FALSE where it hides nothing: what fades away takes no
 * clicks any more. */
static gboolean
find_place (QgCanvas *self, GtkWidget *over, QgRect *place)
{
  double width = qg_canvas_get_width (self), height = qg_canvas_get_height (self);
  GtkAlign across = gtk_widget_get_halign (over), down = gtk_widget_get_valign (over);
  int natural;

  if (over == GTK_WIDGET (self) || !gtk_widget_get_visible (over) || !gtk_widget_get_can_target (over) ||
      (down != GTK_ALIGN_START && down != GTK_ALIGN_END))
    return FALSE;
  gtk_widget_measure (over, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  place->width = MIN (natural, width);
  gtk_widget_measure (over, GTK_ORIENTATION_VERTICAL, (int) place->width, NULL, &natural, NULL, NULL);
  place->height = MIN (natural, height);
  place->x = across == GTK_ALIGN_START ? 0
             : across == GTK_ALIGN_END ? width - place->width
                                       : (width - place->width) / 2;
  place->y = down == GTK_ALIGN_START ? 0 : height - place->height;
  return place->width > 0 && place->height > 0;
}

/* The next one after @over, NULL for the first; NULL where there is none. */
static GtkWidget *
find_next (QgCanvas *self, GtkWidget *over, QgRect *place)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!GTK_IS_OVERLAY (parent))
    return NULL;
  over = over != NULL ? gtk_widget_get_next_sibling (over) : gtk_widget_get_first_child (parent);
  while (over != NULL && !find_place (self, over, place))
    over = gtk_widget_get_next_sibling (over);
  return over;
}

double
qg_canvas_get_over_top (QgCanvas *self)
{
  double top = 0;
  QgRect place;

  for (GtkWidget *over = find_next (self, NULL, &place); over != NULL; over = find_next (self, over, &place))
    if (place.y <= 0 && !gtk_widget_has_css_class (over, QG_CANVAS_PASSING))
      top = MAX (top, place.height);
  return top;
}

/* Takes from @area the strip that @place lies in, along the side where least is lost. Half of the canvas is
 * left in any case. */
static void
cut (QgRect *area, const QgRect *place, double width, double height)
{
  double right = area->x + area->width, bottom = area->y + area->height;
  const QgRect rests[] = {
    { area->x, place->y + place->height, area->width, bottom - place->y - place->height },
    { area->x, area->y, area->width, place->y - area->y },
    { place->x + place->width, area->y, right - place->x - place->width, area->height },
    { area->x, area->y, place->x - area->x, area->height },
  };
  const QgRect *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    if (rests[i].width >= width / 2 && rests[i].height >= height / 2 &&
        (best == NULL || rests[i].width * rests[i].height > best->width * best->height))
      best = &rests[i];
  if (best != NULL)
    *area = *best;
}

/* The part of the canvas that nothing lies over, in its pixels. */
static QgRect
get_clear (QgCanvas *self)
{
  QgRect clear = { 0, 0, MAX (qg_canvas_get_width (self), 1), MAX (qg_canvas_get_height (self), 1) };
  const double width = clear.width, height = clear.height;
  QgRect place;

  for (GtkWidget *over = find_next (self, NULL, &place); over != NULL; over = find_next (self, over, &place))
    if (qg_rect_intersects (&clear, &place))
      cut (&clear, &place, width, height);
  return clear;
}

static QgRect
place_in_widget (QgCanvas *self, const QgCamera *view, const QgRect *area)
{
  double scale = qg_canvas_get_pixels_per_point (self, view->zoom);

  return (QgRect){ (area->x - view->x) * scale, (area->y - view->y) * scale, area->width * scale,
                   area->height * scale };
}

static gboolean
is_within (const QgRect *r, double width, double height)
{
  return r->x >= 0 && r->y >= 0 && r->x + r->width <= width && r->y + r->height <= height;
}

gboolean
qg_canvas_is_seen (QgCanvas *self, const QgCamera *view, const QgRect *area)
{
  QgRect r = place_in_widget (self, view, area), place;

  if (!is_within (&r, MAX (qg_canvas_get_width (self), 1), MAX (qg_canvas_get_height (self), 1)))
    return FALSE;
  for (GtkWidget *over = find_next (self, NULL, &place); over != NULL; over = find_next (self, over, &place))
    if (qg_rect_intersects (&r, &place))
      return FALSE;
  return TRUE;
}

/* The least shift along one axis that brings @start … @end into @from … @to; the middle where it is too long.
 */
static double
shift_into (double start, double end, double from, double to)
{
  if (end - start > to - from - 2 * QG_CANVAS_MARGIN)
    return (start + end - from - to) / 2;
  if (start < from + QG_CANVAS_MARGIN)
    return start - from - QG_CANVAS_MARGIN;
  return MAX (end - to + QG_CANVAS_MARGIN, 0);
}

QgCamera
qg_canvas_middle_view (QgCanvas *self, const QgRect *area, double zoom)
{
  double scale = qg_canvas_get_pixels_per_point (self, zoom);
  const QgRect clear = get_clear (self);
  const QgPoint at = qg_rect_center (&clear), middle = qg_rect_center (area);

  return (QgCamera){ middle.x - at.x / scale, middle.y - at.y / scale, zoom };
}

gboolean
qg_canvas_shift_view (QgCanvas *self, QgCamera *view, const QgRect *area)
{
  double scale = qg_canvas_get_pixels_per_point (self, view->zoom);
  const QgRect clear = get_clear (self), r = place_in_widget (self, view, area);
  gboolean large = r.width > clear.width || r.height > clear.height;
  double dx, dy;

  if (qg_canvas_is_seen (self, view, area) ||
      (large && is_within (&r, qg_canvas_get_width (self), qg_canvas_get_height (self))))
    return FALSE;
  dx = shift_into (r.x, r.x + r.width, clear.x, clear.x + clear.width);
  dy = shift_into (r.y, r.y + r.height, clear.y, clear.y + clear.height);
  view->x += dx / scale;
  view->y += dy / scale;
  return dx != 0 || dy != 0;
}

void
qg_canvas_cover_changed (QgCanvas *self)
{
  QgCamera goal, view;

  g_return_if_fail (QG_IS_CANVAS (self));
  /* The picture that is drawn aside would be looked at from elsewhere: other tiles of it are wanted now. */
  if (self->next != NULL)
    {
      qg_canvas_update_wants (self);
      qg_canvas_swap_when_ready (self);
    }
  if (!self->fitting || self->layer == NULL)
    return;
  goal = qg_canvas_get_goal (self);
  view = qg_canvas_fit_view (self, qg_tile_layer_get_picture (self->layer)->scene);
  if (view.x != goal.x || view.y != goal.y || view.zoom != goal.zoom)
    qg_canvas_move_to (self, &view, QG_CANVAS_MOVE_MS);
}
