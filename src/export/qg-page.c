/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-page.h"

#include <string.h>

#define MM QG_PAGE_MM /* short, for the tables */

/* ISO 216 sizes are rounded to whole millimetres; the slides are those of the usual programs. Upright. */
static const struct
{
  const char *name;
  double width, height;
} papers[] = {
  { "a0", 841 * MM, 1189 * MM }, { "a1", 594 * MM, 841 * MM }, { "a2", 420 * MM, 594 * MM },
  { "a3", 297 * MM, 420 * MM },  { "a4", 210 * MM, 297 * MM }, { "letter", 612, 792 },
};

static const struct
{
  const char *name;
  QgSize size;
} slides[] = {
  { "16:9", { 960, 540 } },
  { "4:3", { 720, 540 } },
};

/* "WIDTHxHEIGHTmm": digits, with a point where there are fractions. */
static gboolean
parse_own_size (const char *name, QgSize *size)
{
  char *end;
  double width, height;

  if (!g_ascii_isdigit (*name))
    return FALSE;
  width = g_ascii_strtod (name, &end);
  if (*end != 'x' || !g_ascii_isdigit (end[1]))
    return FALSE;
  height = g_ascii_strtod (end + 1, &end);
  if (strcmp (end, "mm") != 0 || !(width >= QG_PAGE_LEAST_MM && width <= QG_PAGE_MOST_MM) ||
      !(height >= QG_PAGE_LEAST_MM && height <= QG_PAGE_MOST_MM))
    return FALSE;
  *size = (QgSize){ width * MM, height * MM };
  return TRUE;
}

gboolean
qg_page_size_from_name (const char *name, gboolean landscape, QgSize *size)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (strcmp (lower, "fit") == 0)
    {
      *size = (QgSize){ 0, 0 };
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    if (strcmp (lower, slides[i].name) == 0)
      {
        *size = slides[i].size;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (lower, papers[i].name) == 0)
      {
        *size = landscape ? (QgSize){ papers[i].height, papers[i].width }
                          : (QgSize){ papers[i].width, papers[i].height };
        return TRUE;
      }
  return parse_own_size (lower, size);
}

QgMedium
qg_page_get_medium (const QgSize *page)
{
  if (page->width <= 0 || page->height <= 0)
    return QG_MEDIUM_FIT;
  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    if (fabs (page->width - slides[i].size.width) < 1 && fabs (page->height - slides[i].size.height) < 1)
      return QG_MEDIUM_SLIDE;
  return fmax (page->width, page->height) > 430 * MM ? QG_MEDIUM_POSTER : QG_MEDIUM_PAPER;
}

double
qg_page_get_least_text (QgMedium medium)
{
  switch (medium)
    {
    case QG_MEDIUM_SLIDE:
      return 12;
    case QG_MEDIUM_PAPER:
      return 9;
    case QG_MEDIUM_POSTER:
      return 7;
    case QG_MEDIUM_FIT:
    default:
      return 0;
    }
}

QgPageType
qg_page_get_type (const QgSize *page)
{
  QgPageType type = {
    .title = 18, .heading = 13, .body = 11, .legend = 10, .notes = 8, .footer = 7.5, .margin = 18
  };
  double grow;

  switch (qg_page_get_medium (page))
    {
    case QG_MEDIUM_SLIDE:
      return (QgPageType){
        .title = 20, .heading = 16, .body = 14, .legend = 10, .notes = 9, .footer = 9, .margin = 16
      };
    case QG_MEDIUM_PAPER:
    case QG_MEDIUM_POSTER:
      /* A poster's apparatus is larger than paper's, but not as much as the sheet is: one steps nearer to
       * read it. Small sheets of one's own size have it smaller. */
      grow = pow (fmin (page->width, page->height) / (210 * MM), 0.8);
      grow = CLAMP (grow, 0.5, 5);
      type = (QgPageType){ .title = 20 * grow,
                           .heading = 14 * grow,
                           .body = 11 * grow,
                           .legend = 10 * grow,
                           .notes = 8 * grow,
                           .footer = 7.5 * grow,
                           .margin = 34 * grow };
      return type;
    case QG_MEDIUM_FIT:
    default:
      return type;
    }
}
