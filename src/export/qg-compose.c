/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-compose-private.h"

#include "qg-footnotes.h"
#include "qg-legend.h"

/* The blocks that stand around a picture, apart from title and footer. */
typedef struct
{
  QgPart *part;
  QgLang lang;
  const QgFootnotes *notes; /* nullable */
  gboolean legend;
  QgLegendSizes *legends; /* nullable where there is none */
  const QgPageType *type;
  double legend_size;
  QgSize picture; /* at scale 1; 0 × 0 where only the room is asked for */
  double max_scale;
  const char *words; /* nullable: what is said to the picture, where it stands beside it and not above */
} Blocks;

/* One way to set them. The side column, if it has a width, is on the right. */
typedef struct
{
  double side;
  gboolean legend_aside, notes_aside;
  QgRect words, legend, notes, picture; /* height 0: not there */
  double scale;                         /* of the picture; the measure of an arrangement */
} Arrangement;

static double
get_gap (const Blocks *blocks)
{
  return blocks->legend_size;
}

/* The height; more than any page has where an entry is wider than @width. */
static double
measure_legend (const Blocks *blocks, double width)
{
  QgSize size;

  if (!blocks->legend)
    return 0;
  size = qg_legend_sizes_get (blocks->legends, width, blocks->legend_size);
  return size.width <= width + 1 ? size.height : 1e6;
}

static double
measure_notes (const Blocks *blocks, double width)
{
  return blocks->notes != NULL ? qg_footnotes_measure (blocks->notes, blocks->type->notes, width) : 0;
}

/* Lines of fewer letters than this are no text to read. */
#define LEAST_WORDS_WIDTH 11

static gboolean
has_width_for_words (const Blocks *blocks, double width)
{
  double size = blocks->type->body;

  return width >= LEAST_WORDS_WIDTH * size && width >= qg_typeset_measure_widest (blocks->words, size, FALSE);
}

/* Sets the blocks of the side column; FALSE where they are higher than @body. */
static gboolean
set_side (const Blocks *blocks, const QgRect *body, Arrangement *way)
{
  double x = body->x + body->width - way->side, y = body->y;

  if (blocks->words != NULL && !has_width_for_words (blocks, way->side))
    return FALSE;
  if (blocks->words != NULL)
    {
      double size = blocks->type->body;

      way->words =
          (QgRect){ x, y, way->side, qg_sheet_measure_paragraph (blocks->words, size, FALSE, way->side, 0) };
      y += way->words.height + size;
    }

  if (way->legend_aside)
    {
      way->legend = (QgRect){ x, y, way->side, measure_legend (blocks, way->side) };
      y += way->legend.height > 0 ? way->legend.height + get_gap (blocks) : 0;
    }
  if (way->notes_aside && way->side < qg_footnotes_get_least_width (blocks->notes, blocks->type->notes))
    return FALSE;
  if (way->notes_aside)
    {
      way->notes = (QgRect){ x, y, way->side, measure_notes (blocks, way->side) };
      /* Sources end where the page does; the legend begins where it does. */
      way->notes.y = fmax (y, body->y + body->height - way->notes.height);
      y += way->notes.height;
    }
  return y <= body->y + body->height + 1e-6;
}

/* Sets the blocks under the picture, which gets what is left. */
static gboolean
set_below (const Blocks *blocks, const QgRect *body, Arrangement *way)
{
  double bottom = body->y + body->height;

  if (!way->notes_aside)
    {
      double height = measure_notes (blocks, body->width);

      way->notes = (QgRect){ body->x, bottom - height, body->width, height };
      bottom -= height > 0 ? height + get_gap (blocks) : 0;
    }
  if (!way->legend_aside)
    {
      double height = measure_legend (blocks, body->width);

      way->legend = (QgRect){ body->x, bottom - height, body->width, height };
      bottom -= height > 0 ? height + get_gap (blocks) : 0;
    }
  way->picture = (QgRect){ body->x, body->y, body->width - (way->side > 0 ? way->side + get_gap (blocks) : 0),
                           bottom - body->y };
  return way->picture.width > 0 && way->picture.height > 0;
}

/* What a block in the side column may not reach below, when others are set under the picture. */
static QgRect
get_side_body (const Blocks *blocks, const QgRect *body, const Arrangement *way)
{
  QgRect side = *body;

  if (way->side > 0)
    side.height = way->picture.height;
  return side;
}

static gboolean
try_way (const Blocks *blocks, const QgRect *body, Arrangement *way)
{
  QgRect side;

  if (!set_below (blocks, body, way))
    return FALSE;
  side = get_side_body (blocks, body, way);
  if (way->side > 0 && !set_side (blocks, &side, way))
    return FALSE;
  if (blocks->picture.width > 0)
    way->scale =
        fmin (fmin (way->picture.width / blocks->picture.width, way->picture.height / blocks->picture.height),
              blocks->max_scale);
  else
    way->scale = way->picture.width * way->picture.height;
  return TRUE;
}

/* The least width in which no entry of the legend is too long. */
static double
get_legend_width (const Blocks *blocks)
{
  return blocks->legend ? qg_legend_sizes_get (blocks->legends, 1, blocks->legend_size).width + 1 : 0;
}

/* The way that leaves the picture largest. Where no way has room for all, the sources stay away, then the
 * legend: an unreadable picture would be the worse loss. */
static Arrangement
arrange (Blocks *blocks, const QgRect *body)
{
  /* Shares of the width; the first is as narrow as the legend can be. */
  const double sides[] = { 0, get_legend_width (blocks) / body->width, 0.15, 0.18, 0.21, 0.25, 0.3, 0.36 };
  Arrangement best = { .scale = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    for (guint aside = 0; aside < 4; aside++)
      {
        Arrangement way = { .side = sides[i] * body->width,
                            .legend_aside = aside & 1,
                            .notes_aside = (aside & 2) != 0 };

        if ((way.side > 0) != (aside != 0 || blocks->words != NULL) || way.side > body->width * 0.45 ||
            (way.legend_aside && !blocks->legend) || (way.notes_aside && blocks->notes == NULL))
          continue;
        /* A little more is not worth another shape: the first ones are the calmer ones. */
        if (try_way (blocks, body, &way) && way.scale > best.scale * 1.02)
          best = way;
      }
  if (best.scale > 0)
    return best;
  if (blocks->notes != NULL)
    blocks->notes = NULL;
  else if (blocks->legend)
    blocks->legend = FALSE;
  else
    return (Arrangement){ .picture = *body, .scale = blocks->words != NULL ? 0 : 1 };
  return arrange (blocks, body);
}

/* A legend that shouts beside small names is wrong, and takes their room: it gives way, down to nine tenths,
 * where the names are smaller than it. */
static Arrangement
arrange_with_fitting_legend (Blocks *blocks, const QgRect *body, QgScene *scene)
{
  Arrangement way = arrange (blocks, body);
  double wanted;

  if (!blocks->legend)
    return way;
  wanted = qg_scene_get_smallest_text (scene) * way.scale * 1.15;
  blocks->legend_size = CLAMP (wanted, blocks->type->legend * 0.9, blocks->type->legend);
  return blocks->legend_size < blocks->type->legend ? arrange (blocks, body) : way;
}

static QgRect
get_body (const QgPage *page, const QgPageType *type, double above, double below)
{
  return (QgRect){ type->margin, type->margin + above, fmax (page->width - 2 * type->margin, 1),
                   fmax (page->height - 2 * type->margin - above - below, 1) };
}

/* The size of a page that is made for its picture: everything else is set above and below it. */
static QgSize
fit_page (const QgExportPage *page, const QgExportOptions *options, const Blocks *blocks)
{
  const QgPageType *type = blocks->type;
  QgMap *map = qg_part_get_map (blocks->part);
  double width = fmax (fmax (blocks->picture.width, 320), get_legend_width (blocks));
  double height = blocks->picture.height;
  double legend = measure_legend (blocks, width), notes = measure_notes (blocks, width);

  height += qg_compose_measure_title (options->title ? page->title : NULL, type, width);
  height += qg_compose_measure_footer (map, options, page->place, type, width);
  height += legend > 0 ? legend + get_gap (blocks) : 0;
  height += notes > 0 ? notes + get_gap (blocks) : 0;
  if (page->words != NULL)
    height += qg_sheet_measure_paragraph (page->words, type->body, FALSE, width, 0) + type->body;
  return (QgSize){ width + 2 * type->margin, height + 2 * type->margin };
}

static double
measure_words (const QgExportPage *page, const QgPageType *type, double width)
{
  if (page->words == NULL || *page->words == '\0')
    return 0;
  return qg_sheet_measure_paragraph (page->words, type->body, FALSE, width, 0) + type->body * 0.8;
}

/* Above the picture: the title, and what is said to it, unless @aside. */
static void
add_head (QgSheet *sheet, const QgExportPage *page, const QgExportOptions *options, const QgPageType *type,
          gboolean aside)
{
  const char *title = options->title ? page->title : NULL;
  double width = sheet->size.width - 2 * type->margin;
  double y = qg_compose_measure_title (title, type, width);

  qg_compose_add_title (sheet, title, type);
  if (!aside && page->words != NULL && *page->words != '\0')
    qg_sheet_add_paragraph (sheet, page->words, type->body, FALSE, qg_theme_get (sheet->theme)->ink,
                            type->margin, type->margin + y, width, 0, NULL);
}

static void
add_blocks (QgSheet *sheet, const Blocks *blocks, const Arrangement *way)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);

  if (blocks->words != NULL)
    qg_sheet_add_paragraph (sheet, blocks->words, blocks->type->body, FALSE, theme->ink, way->words.x,
                            way->words.y, way->words.width, 0, NULL);
  if (blocks->legend && way->legend.height > 0)
    qg_sheet_add_legend (sheet, blocks->part, &way->legend, blocks->legend_size);
  if (blocks->notes != NULL && way->notes.height > 0)
    {
      qg_footnotes_place (blocks->notes, sheet, blocks->type->notes, way->notes.x, way->notes.y,
                          way->notes.width);
      qg_sheet_add_rule (sheet, way->notes.x, way->notes.y - get_gap (blocks) / 2,
                         fmin (way->notes.width, blocks->type->notes * 12), theme->ink_dim,
                         blocks->type->notes * 0.06);
    }
}

/* The page's own sources; NULL where it has none, or where they are listed elsewhere. */
static QgFootnotes *
new_notes (const QgExportPage *page, QgPart *part, QgLang lang)
{
  g_autoptr (QgFootnotes) notes = NULL;

  if (page->footnotes != NULL)
    return NULL;
  notes = qg_footnotes_new (qg_part_get_map (part), lang);
  qg_footnotes_add_part (notes, part, page->edge_emphases);
  if (page->citations != NULL)
    qg_footnotes_add_citations (notes, page->citations);
  qg_footnotes_number (notes);
  return notes->notes->len > 0 ? g_steal_pointer (&notes) : NULL;
}

static guint *
dup_edges (const QgExportPage *page, const QgPart *part, const QgFootnotes *own)
{
  const QgFootnotes *notes = page->footnotes != NULL ? page->footnotes : own;

  return notes != NULL ? qg_footnotes_dup_edges (notes, part, page->edge_emphases) : NULL;
}

/* A page with everything but its picture set. */
typedef struct
{
  QgPageType type;
  QgPage size;
  double above;
  Blocks blocks;
  Arrangement way;
} Setting;

static void
set_page (Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  const QgPageType *type = &setting->type;
  const char *title = options->title ? page->title : NULL;
  QgMap *map = qg_part_get_map (setting->blocks.part);
  double width, below;
  QgRect body;

  setting->blocks.type = type;
  setting->blocks.legend_size = type->legend;
  setting->size = options->page;
  if (setting->size.width <= 0)
    {
      const QgSize fitted = fit_page (page, options, &setting->blocks);

      setting->size = (QgPage){ fitted.width, fitted.height, QG_MEDIUM_FIT };
    }
  width = setting->size.width - 2 * type->margin;
  setting->above = qg_compose_measure_title (title, type, width);
  if (setting->blocks.words == NULL)
    setting->above += measure_words (page, type, width);
  below = qg_compose_measure_footer (map, options, page->place, type, width);
  body = get_body (&setting->size, type, setting->above, below);
  setting->way = arrange_with_fitting_legend (&setting->blocks, &body, page->scene);
}

/* On a poster whose picture cannot be read the sources give way: they are read from near. */
static void
let_notes_give_way (Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  double least = qg_page_get_least_text (options->page.medium), notes = setting->type.notes;
  double text = qg_scene_get_smallest_text (page->scene);

  for (guint i = 1; i <= 4 && setting->blocks.notes != NULL && text * setting->way.scale < least; i++)
    {
      Setting other = *setting;

      other.type.notes = notes + (least * 1.25 - notes) * i / 4;
      if (other.type.notes >= notes)
        return;
      set_page (&other, page, options);
      if (other.blocks.notes == NULL || other.way.scale < setting->way.scale)
        continue;
      *setting = other;
      setting->blocks.type = &setting->type;
    }
}

/* What stands around a picture is to be read from as far as the picture itself: it is as large as the least
 * text of such a page should be, but gives way, down to the sizes of the page's type, where it would take a
 * readable picture's size below that. */
static void
set_page_readably (Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  const QgPageType compact = setting->type;
  const QgPageType large = qg_compose_get_readable_type (&compact, &options->page);
  double least = qg_page_get_least_text (options->page.medium), wanted;

  set_page (setting, page, options);
  let_notes_give_way (setting, page, options);
  if (large.legend <= compact.legend && large.notes <= compact.notes && large.footer <= compact.footer)
    return;
  wanted = qg_scene_get_smallest_text (page->scene) * setting->way.scale;
  wanted = wanted >= least ? setting->way.scale * least / wanted : setting->way.scale * 0.97;
  for (guint i = 6; i > 0; i--)
    {
      Setting other = *setting;
      double share = i / 6.0;

      other.type.legend += share * (large.legend - compact.legend);
      other.type.notes += share * (large.notes - compact.notes);
      other.type.footer += share * (large.footer - compact.footer);
      set_page (&other, page, options);
      if (other.way.scale < wanted || other.blocks.notes != setting->blocks.notes ||
          other.blocks.legend != setting->blocks.legend)
        continue;
      *setting = other;
      setting->blocks.type = &setting->type;
      return;
    }
}

/* The names of a small map are larger than those of others: so is the title above them. */
static void
set_page_with_fitting_title (Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  double usual = setting->type.title, names;

  set_page_readably (setting, page, options);
  names = qg_scene_get_smallest_text (page->scene) * setting->way.scale;
  if (options->page.medium != QG_MEDIUM_SLIDE || names <= usual || !options->title || page->title == NULL)
    return;
  setting->type.title = fmin (names * 1.1, usual * 1.4);
  set_page (setting, page, options);
}

/* What sources may leave of the size of a picture that cannot be read on its page. */
#define LEAST_SHARE 0.5

/* Where the picture cannot be read as it is, and most of its room would go to the sources, they stay away. */
static void
set_page_without_crowd (Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  Setting bare = *setting;
  double text;

  set_page_with_fitting_title (setting, page, options);
  text = qg_scene_get_smallest_text (page->scene) * setting->way.scale;
  if (setting->blocks.notes == NULL || text >= qg_page_get_least_text (options->page.medium))
    return;
  bare.blocks.notes = NULL;
  set_page_with_fitting_title (&bare, page, options);
  if (setting->way.scale >= LEAST_SHARE * bare.way.scale)
    return;
  *setting = bare;
  setting->blocks.type = &setting->type;
}

/* How far what is to be read on a page falls short of what can be read; the picture is what it is about. */
static double
get_lack (const Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  double least = qg_page_get_least_text (options->page.medium) - 0.01, notes = least;
  double text = qg_scene_get_smallest_text (page->scene) * setting->way.scale;

  if (setting->way.scale <= 0)
    return G_MAXDOUBLE;
  if (setting->blocks.legend)
    notes = fmin (notes, setting->blocks.legend_size);
  if (setting->blocks.notes != NULL)
    notes = fmin (notes, setting->type.notes);
  if (options->footer)
    notes = fmin (notes, setting->type.footer);
  return 3 * fmax (least - text, 0) + fmax (least - notes, 0);
}

/* How much narrower margins, and how much smaller words to a picture, may be than usual. */
#define CLOSE_MARGIN 0.7
#define CLOSE_BODY 0.86

/* Where not all can be read, narrower margins are tried, then what is said to a picture beside it instead of
 * above, then both with smaller words: as little of that as is needed. */
static void
set_page_closely (Setting *setting, const QgExportPage *page, const QgExportOptions *options)
{
  static const struct
  {
    gboolean aside;
    double margin, body; /* shares of the usual ones */
  } ways[] = {
    { FALSE, 1, 1 },           { FALSE, CLOSE_MARGIN, 1 },         { TRUE, 1, 1 },
    { TRUE, CLOSE_MARGIN, 1 }, { TRUE, CLOSE_MARGIN, CLOSE_BODY },
  };
  const Setting usual = *setting;
  double least = qg_page_get_least_text (options->page.medium), lack = G_MAXDOUBLE;
  gboolean words = page->words != NULL && *page->words != '\0';

  for (guint i = 0; i < G_N_ELEMENTS (ways) && lack > 0; i++)
    {
      Setting other = usual;
      double its_lack;

      if ((ways[i].aside && !words) || (ways[i].margin < 1 && !ways[i].aside && options->margin >= 0))
        continue;
      if (options->margin < 0)
        other.type.margin *= ways[i].margin;
      other.type.body = fmax (other.type.body * ways[i].body, fmin (least, other.type.body));
      other.blocks.words = ways[i].aside ? page->words : NULL;
      set_page_without_crowd (&other, page, options);
      its_lack = get_lack (&other, page, options);
      /* A page without its sources or its legend lacks more than size. */
      if (i > 0 &&
          (its_lack > lack - 0.1 || (other.blocks.notes == NULL) != (setting->blocks.notes == NULL) ||
           other.blocks.legend != setting->blocks.legend))
        continue;
      lack = its_lack;
      *setting = other;
      setting->blocks.type = &setting->type;
      if (options->page.width <= 0)
        return;
    }
}

QgSheet *
qg_compose_page (const QgExportPage *page, const QgExportOptions *options)
{
  QgPart *part = qg_scene_get_part (page->scene);
  QgRect bounds = qg_scene_get_bounds (page->scene);
  g_autoptr (QgFootnotes) notes = options->sources ? new_notes (page, part, options->lang) : NULL;
  g_autoptr (QgLegendSizes) legends = options->legend ? qg_legend_sizes_new (part, options->lang) : NULL;
  Setting setting = { .type = qg_compose_get_type (options, &options->page),
                      .blocks = { .part = part,
                                  .lang = options->lang,
                                  .notes = notes,
                                  .legend = options->legend,
                                  .legends = legends,
                                  .picture = { bounds.width + 2 * QG_SHEET_BORDER,
                                               bounds.height + 2 * QG_SHEET_BORDER },
                                  .max_scale = qg_compose_get_max_scale (page->scene, &options->page) } };
  g_autofree guint *edges = NULL;
  QgSheet *sheet;

  set_page_closely (&setting, page, options);
  sheet = qg_sheet_new (&setting.size, options->theme, options->lang);
  sheet->transparent = options->transparent;
  sheet->title = g_strdup (page->title);
  sheet->nested = page->nested;
  add_head (sheet, page, options, &setting.type, setting.blocks.words != NULL);
  qg_compose_add_footer (sheet, qg_part_get_map (part), options, page->place, &setting.type);
  add_blocks (sheet, &setting.blocks, &setting.way);
  sheet->notes_here = setting.blocks.notes != NULL;
  sheet->notes_apart = notes != NULL && setting.blocks.notes == NULL;
  edges = dup_edges (page, part, setting.blocks.notes);
  qg_sheet_add_picture (sheet, page->scene, &setting.way.picture, setting.blocks.max_scale,
                        page->node_emphases, page->edge_emphases, edges);
  return sheet;
}

double
qg_compose_get_aspect (QgPart *part, const QgExportOptions *options, gboolean has_title)
{
  QgPageType type = qg_compose_get_type (options, &options->page);
  g_autoptr (QgLegendSizes) legends =
      options->legend && part != NULL ? qg_legend_sizes_new (part, options->lang) : NULL;
  Blocks blocks = { .part = part,
                    .lang = options->lang,
                    .legend = legends != NULL,
                    .legends = legends,
                    .type = &type,
                    .legend_size = type.legend,
                    .max_scale = 1 };
  Arrangement way;
  QgRect body;

  if (options->page.width <= 0)
    return 0;
  body = get_body (&options->page, &type, options->title && has_title ? type.title * 1.67 : 0,
                   options->footer ? type.footer * 2.2 : 0);
  way = arrange (&blocks, &body);
  return way.picture.width / way.picture.height;
}

guint
qg_compose_get_step_rooms (QgPart *part, const char *title, const char *words, const QgExportOptions *options,
                           QgSize rooms[2])
{
  QgExportPage page = { .title = title, .words = words };
  QgPageType usual = qg_compose_get_type (options, &options->page);
  QgPageType type = qg_compose_get_readable_type (&usual, &options->page);
  QgMap *map = qg_part_get_map (part);
  double least = qg_page_get_least_text (options->page.medium), width, below, above;
  guint n = words != NULL && *words != '\0' ? 2 : 1;
  g_autoptr (QgLegendSizes) legends = options->legend ? qg_legend_sizes_new (part, options->lang) : NULL;

  if (options->margin < 0)
    type.margin *= CLOSE_MARGIN;
  width = options->page.width - 2 * type.margin;
  below = qg_compose_measure_footer (map, options, "99", &type, width);
  above = qg_compose_measure_title (options->title ? title : NULL, &type, width);
  for (guint i = 0; i < n; i++)
    {
      Blocks blocks = { .part = part,
                        .lang = options->lang,
                        .legend = options->legend,
                        .legends = legends,
                        .type = &type,
                        .legend_size = type.legend,
                        .words = i > 0 ? words : NULL };
      QgRect body;
      Arrangement way;

      type.body = i > 0 ? fmax (usual.body * CLOSE_BODY, fmin (least, usual.body)) : usual.body;
      body =
          get_body (&options->page, &type, above + (i > 0 ? 0 : measure_words (&page, &type, width)), below);
      way = arrange (&blocks, &body);
      if (way.scale <= 0)
        return i;
      rooms[i] = (QgSize){ fmax (way.picture.width - 2 * QG_SHEET_BORDER, 1),
                           fmax (way.picture.height - 2 * QG_SHEET_BORDER, 1) };
    }
  return n;
}
