/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A finished page on any backend. */

#include "qg-sheet.h"

#include "qg-legend.h"
#include "qg-painter.h"

static gboolean
draw_picture (const QgSheetPicture *picture, const QgTheme *theme, QgBackend *backend, const QgRect *area,
              GCancellable *cancellable)
{
  QgRect bounds = qg_scene_get_bounds (picture->scene);
  double scale = picture->scale;
  QgPaintOptions options = { .theme = theme,
                             .emphases = { picture->node_emphases, picture->edge_emphases },
                             .footnotes = picture->footnotes,
                             .transparent = TRUE }; /* the page has its background already */
  gboolean done;

  if (!qg_rect_intersects (&picture->rect, area))
    return TRUE;
  /* What of the scene lies in the area. */
  options.area =
      (QgRect){ bounds.x + (area->x - picture->rect.x) / scale,
                bounds.y + (area->y - picture->rect.y) / scale, area->width / scale, area->height / scale };
  qg_backend_push (backend, picture->rect.x - bounds.x * scale, picture->rect.y - bounds.y * scale, scale);
  done = qg_painter_paint (picture->scene, backend, &options, cancellable);
  qg_backend_pop (backend);
  return done;
}

static void
draw_line (const QgSheetLine *line, QgBackend *backend, QgSheetLinkFunc link, gpointer user_data)
{
  const QgFont font = { line->bold ? QG_FACE_BOLD : QG_FACE_REGULAR, line->size };

  if (line->link != NULL && link != NULL)
    link (line, TRUE, user_data);
  qg_backend_text (backend, font, line->x, line->baseline, line->anchor, line->text, line->color);
  if (line->link != NULL && link != NULL)
    link (line, FALSE, user_data);
}

/* Only whether a line may be seen: its height with room to spare. */
static gboolean
line_meets (const QgSheetLine *line, const QgRect *area)
{
  return line->baseline + line->size >= area->y &&
         line->baseline - line->size * 1.5 <= area->y + area->height;
}

gboolean
qg_sheet_draw (const QgSheet *sheet, QgBackend *backend, const QgRect *area, QgSheetLinkFunc link,
               gpointer user_data, GCancellable *cancellable)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);
  /* A point more on each side: a page need not end where a pixel does. */
  const QgRect page = { -1, -1, sheet->size.width + 2, sheet->size.height + 2 };

  if (!sheet->transparent)
    qg_backend_rect (backend, &page, 0, theme->background, 0, 0);
  for (guint i = 0; i < sheet->boxes->len; i++)
    {
      const QgSheetBox *box = &g_array_index (sheet->boxes, QgSheetBox, i);

      qg_backend_rect (backend, &box->rect, 0, box->fill, box->stroke, box->line_width);
    }
  for (guint i = 0; i < sheet->pictures->len; i++)
    if (!draw_picture (&g_array_index (sheet->pictures, QgSheetPicture, i), theme, backend, area,
                       cancellable))
      return FALSE;
  for (guint i = 0; i < sheet->legends->len; i++)
    {
      const QgSheetLegend *legend = &g_array_index (sheet->legends, QgSheetLegend, i);

      qg_legend_paint (legend->part, sheet->lang, theme, backend, legend->rect.x, legend->rect.y,
                       legend->rect.width, legend->size);
    }
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const QgSheetLine *line = &g_array_index (sheet->lines, QgSheetLine, i);

      if (line_meets (line, area))
        draw_line (line, backend, link, user_data);
    }
  return !g_cancellable_is_cancelled (cancellable);
}
