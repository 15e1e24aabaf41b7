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
  QgPage page;
} slides[] = {
  { "16:9", { 960, 540, QG_MEDIUM_SLIDE } },
  { "4:3", { 720, 540, QG_MEDIUM_SLIDE } },
};

QgPage
qg_page_new_paper (double width, double height)
{
  return (QgPage){ width, height, fmax (width, height) > 430 * MM ? QG_MEDIUM_POSTER : QG_MEDIUM_PAPER };
}

QgPage
qg_page_new_screen (guint width, guint height)
{
  double least = MIN (width, height), most = MAX (width, height);
  double point = fmin (72.0 / 96, 540 / fmax (least, 1));

  point = fmin (point, QG_PAGE_MOST_MM * MM / fmax (most, 1));
  return (QgPage){ width * point, height * point, QG_MEDIUM_SLIDE };
}

/* "WIDTHxHEIGHTmm": digits, with a point where there are fractions; or whole numbers and "px". */
static gboolean
parse_own_size (const char *name, QgPage *page, guint *pixel_width)
{
  char *end;
  double width, height;

  if (!g_ascii_isdigit (*name))
    return FALSE;
  width = g_ascii_strtod (name, &end);
  if (*end != 'x' || !g_ascii_isdigit (end[1]))
    return FALSE;
  height = g_ascii_strtod (end + 1, &end);
  if (strcmp (end, "mm") == 0 && width >= QG_PAGE_LEAST_MM && width <= QG_PAGE_MOST_MM &&
      height >= QG_PAGE_LEAST_MM && height <= QG_PAGE_MOST_MM)
    {
      *page = qg_page_new_paper (width * MM, height * MM);
      return TRUE;
    }
  if (strcmp (end, "px") != 0 || !(width >= QG_PAGE_LEAST_PX && width <= QG_PAGE_MOST_PX) ||
      !(height >= QG_PAGE_LEAST_PX && height <= QG_PAGE_MOST_PX) || width != floor (width) ||
      height != floor (height))
    return FALSE;
  *page = qg_page_new_screen ((guint) width, (guint) height);
  *pixel_width = (guint) width;
  return TRUE;
}

gboolean
qg_page_from_name (const char *name, gboolean landscape, QgPage *page, guint *pixel_width)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  guint pixels = 0;

  if (pixel_width == NULL)
    pixel_width = &pixels;
  *pixel_width = 0;
  if (strcmp (lower, "fit") == 0)
    {
      *page = (QgPage){ 0, 0, QG_MEDIUM_FIT };
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    if (strcmp (lower, slides[i].name) == 0)
      {
        *page = slides[i].page;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (lower, papers[i].name) == 0)
      {
        *page = landscape ? qg_page_new_paper (papers[i].height, papers[i].width)
                          : qg_page_new_paper (papers[i].width, papers[i].height);
        return TRUE;
      }
  return parse_own_size (lower, page, pixel_width);
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
qg_page_get_type (const QgPage *page)
{
  QgPageType type = {
    .title = 18, .heading = 13, .body = 11, .legend = 10, .notes = 8, .footer = 7.5, .margin = 18
  };
  double grow;

  switch (page->medium)
    {
    case QG_MEDIUM_SLIDE:
      /* Screens that are smaller than a slide have it smaller. */
      grow = CLAMP (fmin (page->width, page->height) / 540, 0.5, 1);
      return (QgPageType){ .title = 20 * grow,
                           .heading = 16 * grow,
                           .body = 14 * grow,
                           .legend = 10 * grow,
                           .notes = 9 * grow,
                           .footer = 9 * grow,
                           .margin = 16 * grow };
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
