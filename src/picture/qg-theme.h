/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Colours and lines of a picture. Constant tables; any thread. Colours are 0xRRGGBBAA. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

typedef enum
{
  QG_THEME_LIGHT,
  QG_THEME_DARK,
  QG_THEME_PRINT,
  QG_THEME_LIGHT_CONTRAST, /* the desktop's high contrast, on screen */
  QG_THEME_DARK_CONTRAST,
} QgThemeId;
#define QG_N_THEMES 5

typedef guint32 QgColor;

typedef struct
{
  QgColor fill, border, ink, symbol; /* ink on fill: contrast ≥ 4.5 : 1, in every theme */
  QgColor flat;                      /* the whole box from far, where no text is drawn */
  double border_width;               /* points */
  double radius;                     /* of the corners, points: quiet kinds are squarer */
} QgNodeColors;

typedef struct
{
  QgThemeId id;
  QgColor background, ink, ink_dim, edge, edge_ink, label_background, group_fill, group_ink, accent, hover,
      denial;
} QgTheme;

const QgTheme *qg_theme_get (QgThemeId id);
QgNodeColors qg_theme_get_node_colors (const QgTheme *theme, const QgKind *kind);
/* The soft area behind the entities of a kind. */
QgColor qg_theme_get_group_fill (const QgTheme *theme, const QgKind *kind);
/* The same things stepped back: they stay readable, ink keeps 3 : 1. */
QgNodeColors qg_theme_dim_node_colors (const QgTheme *theme, const QgNodeColors *colors);
QgColor qg_theme_dim_color (const QgTheme *theme, QgColor color);

/* WCAG 2 contrast of two opaque colours, 1 to 21. */
double qg_color_contrast (QgColor a, QgColor b);
/* @a with a share of @b in it (0 … 1), in sRGB; opaque. */
QgColor qg_color_mix (QgColor a, QgColor b, double share);

/* Lines: how a kind of statement is drawn. Dashes are in multiples of the line's width; n_dashes is 0 for
 * solid. */
typedef struct
{
  double width;     /* points */
  gboolean doubled; /* two lines beside each other: a definition */
  guint n_dashes;
  double dashes[6];
} QgLineStyle;

const QgLineStyle *qg_theme_get_line_style (const QgTheme *theme, QgStatement statement);

G_END_DECLS
