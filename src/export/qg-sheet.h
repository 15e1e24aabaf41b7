/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgSheet: one finished page as a list of things with their places: lines of type, boxes and rules, pictures,
 * legends. It is made once and drawn by every format alike. Points, from the page's upper left corner. A
 * plain struct, owned by whoever made it; readable from any thread. */

#pragma once

#include "qg-backend.h"
#include "qg-page.h"
#include "qg-scene.h"
#include "qg-typeset.h"

G_BEGIN_DECLS

/* One line of type; @x is its left end, middle or right end, as @anchor says. @link is an address or
 * "#N", page N of the document (from 1); nullable. */
typedef struct
{
  char *text, *link;
  double x, baseline, width, size;
  gboolean bold;
  QgAnchor anchor;
  QgColor color;
} QgSheetLine;

/* A filled or framed rectangle; colours with an alpha of 0 are not drawn. A rule is a flat one. */
typedef struct
{
  QgRect rect;
  QgColor fill, stroke;
  double line_width;
} QgSheetBox;

/* Points of a scene: so far the borders of its boxes reach out of its bounds. */
#define QG_SHEET_BORDER 1.5

/* A scene, scaled into @rect. */
typedef struct
{
  QgScene *scene;
  QgRect rect;
  double scale;
  guint8 *node_emphases, *edge_emphases; /* nullable; QgEmphasis for each node and edge */
  guint *footnotes;                      /* nullable; one for each edge */
} QgSheetPicture;

typedef struct
{
  QgPart *part;
  QgRect rect;
  double size; /* of its type */
} QgSheetLegend;

typedef struct _QgSheet
{
  QgSize size;
  QgThemeId theme;
  QgLang lang;
  gboolean transparent;
  char *title; /* nullable: the file's, where it is the only page; the entry in the document's outline */
  gboolean outlined; /* whether it has an entry there */
  gboolean nested;   /* stands under the last sheet that is not nested, in the outline */
  GArray *lines, *boxes, *pictures, *legends;
  double least_text;    /* of the pictures; 0 where there are none */
  double least_notes;   /* of legends, titles, sources, notes and footer */
  guint clipped;        /* texts that end in '…' for want of room, or are not there */
  gboolean notes_here;  /* its sources are listed on it */
  gboolean notes_apart; /* they had no room on it */
  gboolean notes_crowd; /* what cannot be read on it would be larger if they stood elsewhere */
  QgMedium medium;  /* of the page that was asked for: one made for its picture is as large as it may be */
  double free_area; /* what the pictures could have taken, square points */
} QgSheet;

QgSheet *qg_sheet_new (const QgPage *page, QgThemeId theme, QgLang lang);
void qg_sheet_free (QgSheet *sheet);

/* Places one line; width is measured. */
void qg_sheet_add_line (QgSheet *sheet, const char *text, double size, gboolean bold, QgColor color,
                        QgAnchor anchor, double x, double baseline, const char *link);
/* Places a paragraph with its upper left corner at @x, @y; at most @max_lines (0: all of them), the last of
 * which then ends in '…'. Returns its height. */
double qg_sheet_add_paragraph (QgSheet *sheet, const char *text, double size, gboolean bold, QgColor color,
                               double x, double y, double width, guint max_lines, const char *link);
double qg_sheet_measure_paragraph (const char *text, double size, gboolean bold, double width,
                                   guint max_lines);
void qg_sheet_add_box (QgSheet *sheet, const QgRect *rect, QgColor fill, QgColor stroke, double line_width);
void qg_sheet_add_rule (QgSheet *sheet, double x, double y, double width, QgColor color, double thickness);
/* The scene as large as @area lets it be and at most @max_scale, in its middle. Emphases and footnotes are
 * copied; nullable. */
void qg_sheet_add_picture (QgSheet *sheet, QgScene *scene, const QgRect *area, double max_scale,
                           const guint8 *node_emphases, const guint8 *edge_emphases, const guint *footnotes);
void qg_sheet_add_legend (QgSheet *sheet, QgPart *part, const QgRect *rect, double size);

/* Draws what of @sheet lies in @area. @link: (nullable): called before and after a line with a link.
 * FALSE when cancelled. */
typedef void (*QgSheetLinkFunc) (const QgSheetLine *line, gboolean begin, gpointer user_data);
gboolean qg_sheet_draw (const QgSheet *sheet, QgBackend *backend, const QgRect *area, QgSheetLinkFunc link,
                        gpointer user_data, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgSheet, qg_sheet_free)

G_END_DECLS
