/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Handouts: several steps of a tour on a sheet, each with its words or with lines to write on. */

#include "qg-compose-private.h"
#include "qg-footnotes.h"

/* Of the largest type of a picture that has the page for itself: here it stands beside words. */
#define PICTURE_SHARE 0.75
/* Of a cell, where its words need the rest. */
#define LEAST_PICTURE_SHARE 0.3

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
      return upright ? (Grid){ 1, 4, 0.65, TRUE } : (Grid){ 2, 2, 0.7, FALSE };
    default:
      return upright ? (Grid){ 2, 3, 0.59, FALSE } : (Grid){ 3, 2, 0.59, FALSE };
    }
}

guint
qg_compose_get_handout_places (guint n, guint per_sheet)
{
  static const guint places[] = { 1, 2, 4, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] >= n && places[i] < per_sheet)
      return places[i];
  return per_sheet;
}

static void
add_lines_to_write_on (QgSheet *sheet, const QgRect *area, double distance)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);

  for (double y = area->y + distance; y <= area->y + area->height + 1e-6; y += distance)
    qg_sheet_add_rule (sheet, area->x, y, area->width, theme->ink_dim, 0.4);
}

/* Whether title and words have room in @area whole. */
static gboolean
has_room (const QgExportPage *page, const QgRect *area, double size)
{
  double height = 0;

  if (page->words == NULL)
    return TRUE;
  if (page->title != NULL)
    height = qg_sheet_measure_paragraph (page->title, size * 1.1, TRUE, area->width, 2) + size * 0.25;
  return height + qg_sheet_measure_paragraph (page->words, size, FALSE, area->width, 0) <=
         area->height + 1e-6;
}

/* The size at which they have: @size, or less where they are long. */
static double
fit_words (const QgExportPage *page, const QgRect *area, double size)
{
  double least = fmin (size, 6.5);

  while (size > least && !has_room (page, area, size))
    size = fmax (size * 0.96, least);
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

  if (page->title != NULL)
    used = qg_sheet_add_paragraph (sheet, page->title, size * 1.1, TRUE, theme->ink, area->x, area->y,
                                   area->width, 2, NULL) +
           size * 0.25;
  rest.y += used;
  rest.height -= used;
  room = (guint) fmax (rest.height / (size * QG_LEADING) + 1e-6, 0);
  if (!lines && page->words != NULL && *page->words != '\0' && room == 0)
    sheet->clipped++;
  else if (!lines && page->words != NULL)
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

/* A sheet of a handout before anything is on it. */
typedef struct
{
  QgPage page;
  QgPageType type;
  const char *title; /* nullable */
  Grid grid;
  QgRect body;
  QgSize cell;
} Handout;

/* Between two cells. */
static double
get_gap (const Handout *handout)
{
  return handout->type.body * 1.2;
}

static void
set_handout (Handout *handout, QgMap *map, guint per_sheet, const char *title, const char *place,
             const QgExportOptions *options)
{
  QgPageType type;
  double above, below, width;

  handout->page = options->page;
  type = qg_compose_get_type (options, &handout->page);
  type = qg_compose_get_readable_type (&type, &handout->page);
  /* On a handout the pictures are what one looks for: its title is smaller than a page's. */
  type.title = type.heading;
  handout->type = type;
  handout->title = options->title ? title : NULL;
  width = handout->page.width - 2 * type.margin;
  above = qg_compose_measure_title (handout->title, &type, width);
  below = qg_compose_measure_footer (map, options, place, &type, width);
  handout->body = (QgRect){ type.margin, type.margin + above, width,
                            handout->page.height - 2 * type.margin - above - below };
  handout->grid = get_grid (per_sheet, &handout->body);
  handout->cell.width = (width - get_gap (handout) * (handout->grid.columns - 1)) / handout->grid.columns;
  handout->cell.height =
      (handout->body.height - get_gap (handout) * (handout->grid.rows - 1)) / handout->grid.rows;
}

/* The frame of the picture in @cell, and what is left of it for words. */
static void
split_cell (const Handout *handout, const QgRect *cell, QgRect *frame, QgRect *notes)
{
  const Grid *grid = &handout->grid;
  double gap = handout->type.body;

  *frame = *notes = *cell;
  if (grid->beside)
    {
      frame->width = cell->width * grid->share;
      notes->x += frame->width + gap;
      notes->width -= frame->width + gap;
    }
  else
    {
      frame->height = cell->height * grid->share;
      notes->y += frame->height + gap * 0.6;
      notes->height -= frame->height + gap * 0.6;
    }
}

static QgRect
get_inside (const Handout *handout, const QgRect *frame)
{
  return qg_rect_grow (frame, -handout->type.body * 0.35);
}

QgSize
qg_compose_get_handout_room (QgMap *map, guint per_sheet, const char *title, const QgExportOptions *options)
{
  QgRect frame, notes, inside;
  Handout handout;

  /* Numbers of pages have as much room as the widest. */
  set_handout (&handout, map, per_sheet, title, "000", options);
  split_cell (&handout, &(QgRect){ 0, 0, handout.cell.width, handout.cell.height }, &frame, &notes);
  inside = get_inside (&handout, &frame);
  return (QgSize){ fmax (inside.width, 1), fmax (inside.height, 1) };
}

/* Words are equally large on all of a sheet: as the longest ones have room. */
static double
get_words_size (const Handout *handout, const QgExportPage *pages, guint n, gboolean lines)
{
  const QgPageType *type = &handout->type;
  double size = fmin (type->body, fmax (type->notes, handout->cell.width / 34));
  QgRect frame, notes;

  split_cell (handout, &(QgRect){ 0, 0, handout->cell.width, handout->cell.height }, &frame, &notes);
  for (guint i = 0; i < n && !lines; i++)
    size = fit_words (&pages[i], &notes, size);
  return size;
}

/* Whether nothing of what is said is cut. */
static gboolean
says_all (const Handout *handout, const QgExportPage *pages, guint n, double size)
{
  QgRect frame, notes;

  split_cell (handout, &(QgRect){ 0, 0, handout->cell.width, handout->cell.height }, &frame, &notes);
  for (guint i = 0; i < n; i++)
    if (!has_room (&pages[i], &notes, size))
      return FALSE;
  return TRUE;
}

/* The largest scale that a picture may have there. */
static double
get_max_scale (const Handout *handout, QgScene *scene)
{
  return qg_compose_get_max_scale (scene, &handout->page) * PICTURE_SHARE;
}

static gboolean
can_be_read (const Handout *handout, const QgExportPage *pages, guint n)
{
  double least = qg_page_get_least_text (handout->page.medium);
  QgRect frame, notes, inside;

  split_cell (handout, &(QgRect){ 0, 0, handout->cell.width, handout->cell.height }, &frame, &notes);
  inside = get_inside (handout, &frame);
  for (guint i = 0; i < n; i++)
    {
      QgRect bounds = qg_scene_get_bounds (pages[i].scene);
      double scale = fmin (inside.width / (bounds.width + 2 * QG_SHEET_BORDER),
                           inside.height / (bounds.height + 2 * QG_SHEET_BORDER));

      scale = fmin (scale, get_max_scale (handout, pages[i].scene));
      if (qg_scene_get_smallest_text (pages[i].scene) * scale < least)
        return FALSE;
    }
  return TRUE;
}

/* Words that would be cut take the room of pictures that can be read with less of it. Returns their size. */
static double
let_pictures_give_way (Handout *handout, const QgExportPage *pages, guint n)
{
  double size = get_words_size (handout, pages, n, FALSE);

  while (!says_all (handout, pages, n, size))
    {
      Handout other = *handout;

      other.grid.share *= 0.94;
      if (other.grid.share < LEAST_PICTURE_SHARE || !can_be_read (&other, pages, n))
        break;
      *handout = other;
      size = get_words_size (handout, pages, n, FALSE);
    }
  return size;
}

static void
add_cell (QgSheet *sheet, const Handout *handout, const QgExportPage *page, const QgRect *cell, double size,
          gboolean lines)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);
  const QgPageType *type = &handout->type;
  g_autofree guint *edges =
      page->footnotes != NULL
          ? qg_footnotes_dup_edges (page->footnotes, qg_scene_get_part (page->scene), page->edge_emphases)
          : NULL;
  QgRect frame, notes, inside;

  split_cell (handout, cell, &frame, &notes);
  inside = get_inside (handout, &frame);
  qg_sheet_add_box (sheet, &frame, 0, theme->ink_dim, 0.5);
  qg_sheet_add_picture (sheet, page->scene, &inside, get_max_scale (handout, page->scene),
                        page->node_emphases, page->edge_emphases, edges);
  add_notes (sheet, page, &notes, type, size, lines);
}

QgSheet *
qg_compose_handout (const QgExportPage *pages, guint n, guint per_sheet, gboolean lines, const char *title,
                    const char *place, const QgExportOptions *options)
{
  QgMap *map = qg_part_get_map (qg_scene_get_part (pages[0].scene));
  guint places = qg_compose_get_handout_places (n, per_sheet);
  QgSheet *sheet;
  Handout handout;
  double size;

  set_handout (&handout, map, per_sheet, title, place, options);
  size = get_words_size (&handout, pages, n, lines);
  /* All sheets are alike, unless the last one has room for what would be cut. */
  if (places < per_sheet && !lines && !says_all (&handout, pages, n, size))
    set_handout (&handout, map, places, title, place, options);
  if (!lines)
    size = let_pictures_give_way (&handout, pages, n);
  sheet = qg_sheet_new (&handout.page, options->theme, options->lang);
  sheet->title = g_strdup (pages[0].title);
  sheet->nested = TRUE;
  qg_compose_add_title (sheet, handout.title, &handout.type);
  qg_compose_add_footer (sheet, map, options, place, &handout.type);
  for (guint i = 0; i < n; i++)
    {
      double gap = get_gap (&handout);
      QgRect cell = { handout.body.x + (i % handout.grid.columns) * (handout.cell.width + gap),
                      handout.body.y + (i / handout.grid.columns) * (handout.cell.height + gap),
                      handout.cell.width, handout.cell.height };

      add_cell (sheet, &handout, &pages[i], &cell, size, lines);
    }
  return sheet;
}
