/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pages: their sizes by name, what they are for, and how large the type on them is. Points; any thread. */

#pragma once

#include "qg-geometry.h"

G_BEGIN_DECLS

/* Points in a millimeter; how many millimeters a side of a page has at least and at most. */
#define QG_PAGE_MM (72.0 / 25.4)
#define QG_PAGE_LEAST_MM 10
#define QG_PAGE_MOST_MM 5000

/* What a page is for decides how large its smallest text must be. */
typedef enum
{
  QG_MEDIUM_FIT,    /* a picture of its own size, for the screen or to be placed in a text */
  QG_MEDIUM_SLIDE,  /* seen from the last row */
  QG_MEDIUM_PAPER,  /* in the hand: A4, A3, Letter */
  QG_MEDIUM_POSTER, /* on the wall: A2 and larger */
} QgMedium;

/* The sizes of type on a page, and its margin where none is asked for. */
typedef struct
{
  double title, heading, body, legend, notes, footer, margin;
} QgPageType;

/* 16:9, 4:3, a4 … a0, letter, fit or WIDTHxHEIGHTmm, in any case; @landscape says which way the paper sizes
 * lie, slides lie by themselves. FALSE where @name is none of these or a side is too short or too long.
 * 0 × 0 for fit. */
gboolean qg_page_size_from_name (const char *name, gboolean landscape, QgSize *size);
QgMedium qg_page_get_medium (const QgSize *page);
/* The least size of a label that can be read: 12 on a slide, 9 on paper, 7 on a poster; 0 for fit. */
double qg_page_get_least_text (QgMedium medium);
QgPageType qg_page_get_type (const QgSize *page);

G_END_DECLS
