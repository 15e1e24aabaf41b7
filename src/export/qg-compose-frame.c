/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What frames a page: title and footer. */

#include "qg-compose-private.h"

#include "qg-date.h"
#include "qg-words.h"

QgPageType
qg_compose_get_type (const QgExportOptions *options, const QgPage *page)
{
  QgPageType type = qg_page_get_type (page);

  if (options->margin >= 0)
    type.margin = options->margin;
  if (page->width > 0)
    type.margin = fmin (type.margin, fmin (page->width, page->height) / 4);
  return type;
}

QgPageType
qg_compose_get_readable_type (const QgPageType *type, const QgPage *page)
{
  double least = qg_page_get_least_text (page->medium);
  QgPageType readable = *type;

  readable.legend = fmax (type->legend, least);
  readable.notes = fmax (type->notes, least);
  readable.footer = fmax (type->footer, least);
  return readable;
}

double
qg_compose_measure_title (const char *title, const QgPageType *type, double width)
{
  if (title == NULL || *title == '\0')
    return 0;
  return qg_sheet_measure_paragraph (title, type->title, TRUE, width, 2) + type->title * 0.35;
}

void
qg_compose_add_title (QgSheet *sheet, const char *title, const QgPageType *type)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);

  if (title == NULL || *title == '\0')
    return;
  qg_sheet_add_paragraph (sheet, title, type->title, TRUE, theme->ink, type->margin, type->margin,
                          sheet->size.width - 2 * type->margin, 2, NULL);
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "  ·  ");
  g_string_append (text, part);
}

static char *
dup_footer_text (const QgMap *map, const QgExportOptions *options)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = options->date != NULL ? qg_date_dup_words (options->date, options->lang) : NULL;
  g_autofree char *title = qg_text_dup_marked (qg_map_get_title (map), options->lang);
  g_autofree char *version = NULL;

  if (qg_map_get_version (map) != NULL)
    version = qg_word_dup_with (QG_WORD_VERSION, options->lang, qg_map_get_version (map));
  append_part (text, title);
  append_part (text, version);
  append_part (text, date);
  append_part (text, qg_map_get_licence (map));
  return g_strdup (text->str);
}

static double
get_footer_width (const char *place, const QgPageType *type, double width)
{
  return width - (place != NULL ? qg_typeset_measure (place, type->footer, FALSE) + type->footer * 2 : 0);
}

double
qg_compose_measure_footer (const QgMap *map, const QgExportOptions *options, const char *place,
                           const QgPageType *type, double width)
{
  g_autofree char *text = NULL;

  if (!options->footer)
    return 0;
  text = dup_footer_text (map, options);
  return qg_sheet_measure_paragraph (text, type->footer, FALSE, get_footer_width (place, type, width), 3) +
         type->footer * 0.9;
}

void
qg_compose_add_footer (QgSheet *sheet, const QgMap *map, const QgExportOptions *options, const char *place,
                       const QgPageType *type)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);
  double width = sheet->size.width - 2 * type->margin, top, height;
  g_autofree char *text = NULL;

  if (!options->footer)
    return;
  text = dup_footer_text (map, options);
  height = qg_compose_measure_footer (map, options, place, type, width);
  top = sheet->size.height - type->margin - height + type->footer * 0.9;
  qg_sheet_add_paragraph (sheet, text, type->footer, FALSE, theme->ink_dim, type->margin, top,
                          get_footer_width (place, type, width), 3, NULL);
  if (place != NULL)
    qg_sheet_add_line (sheet, place, type->footer, FALSE, theme->ink_dim, QG_ANCHOR_END,
                       sheet->size.width - type->margin, top + type->footer * QG_ASCENT, NULL);
}

double
qg_compose_get_max_scale (QgScene *scene, const QgPage *page)
{
  /* Sizes of type that are as large as one reads comfortably; larger ones look like a mistake. */
  static const double most[] = {
    [QG_MEDIUM_FIT] = 0,
    [QG_MEDIUM_SLIDE] = 24,
    [QG_MEDIUM_PAPER] = 16,
    [QG_MEDIUM_POSTER] = 40,
  };
  QgMedium medium = page->medium;
  double least;

  if (medium == QG_MEDIUM_FIT)
    return 1;
  least = qg_scene_get_smallest_text (scene);
  return least > 0 ? most[medium] / least : 4;
}
