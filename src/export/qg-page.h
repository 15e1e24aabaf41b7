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
/* The same of a page that is said in pixels. */
#define QG_PAGE_LEAST_PX 40
#define QG_PAGE_MOST_PX 18000

/* What a page is for decides how large its smallest text must be. */
typedef enum
{
  QG_MEDIUM_FIT,    /* a picture of its own size, for the screen or to be placed in a text */
  QG_MEDIUM_SLIDE,  /* seen from the last row; all that is said in pixels, for that is a screen */
  QG_MEDIUM_PAPER,  /* in the hand: A4, A3, Letter */
  QG_MEDIUM_POSTER, /* on the wall: A2 and larger */
} QgMedium;

/* A size in points and what it is for; 0 × 0: as large as its picture. */
typedef struct
{
  double width, height;
  QgMedium medium;
} QgPage;

/* The sizes of type on a page, and its margin where none is asked for. */
typedef struct
{
  double title, heading, body, legend, notes, footer, margin;
} QgPageType;

/* A sheet of paper: up to A3 for the hand, larger ones for the wall. */
QgPage qg_page_new_paper (double width, double height);
/* A screen of so many pixels, as it stands on the wall: a pixel is 1/96 inch, but less where the screen is
 * higher (or, upright, wider) than a slide, which is 720 pixels then. */
QgPage qg_page_new_screen (guint width, guint height);
/* 16:9, 4:3, a4 … a0, letter, fit, WIDTHxHEIGHTmm or WIDTHxHEIGHTpx, in any case; @landscape says which way
 * the paper sizes lie, slides lie by themselves. FALSE where @name is none of these or a side is too short or
 * too long. @pixel_width (out) (nullable): the width of what is said in pixels, 0 for all else. */
gboolean qg_page_from_name (const char *name, gboolean landscape, QgPage *page, guint *pixel_width);
/* The least size of a label that can be read: 12 on a slide, 9 on paper, 7 on a poster; 0 for fit. */
double qg_page_get_least_text (QgMedium medium);
QgPageType qg_page_get_type (const QgPage *page);

G_END_DECLS
