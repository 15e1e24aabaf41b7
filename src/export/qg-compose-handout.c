/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Handouts: several steps of a tour on a sheet, each with its words or with lines to write on. */

#include "qg-compose-private.h"

/* How the steps share a sheet: a grid of cells; in a cell the words stand under the picture or beside it. */
typedef struct
{
  guint columns, rows;
  double
      share; /* of the cell that the picture takes: of its height, or of its width where words are beside */
  gboolean beside;
} Grid;

static Grid
get_grid (guint per_sheet, const QgRect *body)
{
  gboolean upright = body->height >= body->width;

  switch (per_sheet)
    {
    case 1:
      return upright ? (Grid){ 1, 1, 0.6, FALSE } : (Grid){ 1, 1, 0.68, TRUE };
    case 2:
      return upright ? (Grid){ 1, 2, 0.72, FALSE } : (Grid){ 2, 1, 0.6, FALSE };
    case 4:
      return upright ? (Grid){ 1, 4, 0.58, TRUE } : (Grid){ 2, 2, 0.7, FALSE };
    default:
      return upright ? (Grid){ 2, 3, 0.64, FALSE } : (Grid){ 3, 2, 0.62, FALSE };
    }
}

static void
add_lines_to_write_on (QgSheet *sheet, const QgRect *area, double distance)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);

  for (double y = area->y + distance; y <= area->y + area->height + 1e-6; y += distance)
    qg_sheet_add_rule (sheet, area->x, y, area->width, theme->ink_dim, 0.4);
}

/* The size at which title and words have room in @area whole: @size, or less where they are long. */
static double
fit_words (const QgExportPage *page, const QgRect *area, double size)
{
  double least = fmin (size, 6.5);

  for (; page->words != NULL && size > least; size = fmax (size * 0.96, least))
    {
      double height = qg_sheet_measure_paragraph (page->words, size, FALSE, area->width, 0);

      if (page->title != NULL)
        height += qg_sheet_measure_paragraph (page->title, size * 1.1, TRUE, area->width, 2) + size * 0.25;
      if (height <= area->height)
        break;
    }
  return size;
}

/* The words of a step in @area: its number and name, then what is said, as much as there is room for. */
static void
add_notes (QgSheet *sheet, const QgExportPage *page, const QgRect *area, const QgPageType *type, double size,
           gboolean lines)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);
  QgRect rest = *area;
  double used = 0;
  guint room;

  if (!lines)
    size = fit_words (page, area, size);
  if (page->title != NULL)
    used = qg_sheet_add_paragraph (sheet, page->title, size * 1.1, TRUE, theme->ink, area->x, area->y,
                                   area->width, 2, NULL) +
           size * 0.25;
  rest.y += used;
  rest.height -= used;
  room = (guint) fmax (rest.height / (size * QG_LEADING), 0);
  if (!lines && page->words != NULL && room > 0)
    {
      used = qg_sheet_add_paragraph (sheet, page->words, size, FALSE, theme->ink, rest.x, rest.y, rest.width,
                                     room, NULL) +
             size * 0.5;
      rest.y += used;
      rest.height -= used;
    }
  if (lines && rest.height > type->body * 1.8)
    add_lines_to_write_on (sheet, &rest, type->body * 1.8);
}

static void
add_cell (QgSheet *sheet, const QgExportPage *page, const QgRect *cell, const Grid *grid,
          const QgPageType *type, gboolean lines)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);
  double gap = type->body, size = fmin (type->body, fmax (type->notes, cell->width / 34));
  QgRect frame = *cell, notes = *cell, inside;

  if (grid->beside)
    {
      frame.width = cell->width * grid->share;
      notes.x += frame.width + gap;
      notes.width -= frame.width + gap;
    }
  else
    {
      frame.height = cell->height * grid->share;
      notes.y += frame.height + gap * 0.6;
      notes.height -= frame.height + gap * 0.6;
    }
  inside = qg_rect_grow (&frame, -type->body * 0.5);
  qg_sheet_add_box (sheet, &frame, 0, theme->ink_dim, 0.5);
  qg_sheet_add_picture (sheet, page->scene, &inside, qg_compose_get_max_scale (page->scene, &sheet->size),
                        page->node_emphases, page->edge_emphases, NULL);
  add_notes (sheet, page, &notes, type, size, lines);
}

QgSheet *
qg_compose_handout (const QgExportPage *pages, guint n, guint per_sheet, gboolean lines, const char *title,
                    const char *place, const QgExportOptions *options)
{
  QgMap *map = qg_part_get_map (qg_scene_get_part (pages[0].scene));
  const QgPageType compact = qg_compose_get_type (options, &options->page);
  QgPageType type = qg_compose_get_readable_type (&compact, &options->page);
  QgSheet *sheet = qg_sheet_new (&options->page, options->theme, options->lang);
  double width = sheet->size.width - 2 * type.margin, above, below;
  QgRect body;
  Grid grid;

  /* On a handout the pictures are what one looks for: its title is smaller than a page's. */
  type.title = type.heading;
  title = options->title ? title : NULL;
  above = qg_compose_measure_title (title, &type, width);
  below = qg_compose_measure_footer (map, options, place, &type, width);
  sheet->title = g_strdup (pages[0].title);
  sheet->nested = TRUE;
  qg_compose_add_title (sheet, title, &type);
  qg_compose_add_footer (sheet, map, options, place, &type);
  body = (QgRect){ type.margin, type.margin + above, width,
                   sheet->size.height - 2 * type.margin - above - below };
  grid = get_grid (per_sheet, &body);
  for (guint i = 0; i < n; i++)
    {
      double gap = type.body * 1.6;
      double cell_width = (body.width - gap * (grid.columns - 1)) / grid.columns;
      double cell_height = (body.height - gap * (grid.rows - 1)) / grid.rows;
      QgRect cell = { body.x + (i % grid.columns) * (cell_width + gap),
                      body.y + (i / grid.columns) * (cell_height + gap), cell_width, cell_height };

      add_cell (sheet, &pages[i], &cell, &grid, &type, lines);
    }
  return sheet;
}
