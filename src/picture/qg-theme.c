/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-theme.h"

#include <math.h>

#define WHITE 0xffffffffu
#define BLACK 0x000000ffu

static const QgTheme themes[QG_N_THEMES] = {
  [QG_THEME_LIGHT] = { .id = QG_THEME_LIGHT,
                       .background = 0xffffffff,
                       .ink = 0x1c2229ff,
                       .ink_dim = 0x828a93ff,
                       .edge = 0x87919cff,
                       .edge_ink = 0x47505aff,
                       .label_background = 0xffffffff,
                       .group_fill = 0xf5f6f8ff,
                       .group_ink = 0x56606bff,
                       .accent = 0x0b62c4ff,
                       .hover = 0x0b62c433,
                       .denial = 0xb3261eff },
  [QG_THEME_DARK] = { .id = QG_THEME_DARK,
                      .background = 0x1b1e23ff,
                      .ink = 0xeceff2ff,
                      .ink_dim = 0x868f98ff,
                      .edge = 0x76818dff,
                      .edge_ink = 0xbcc5ceff,
                      .label_background = 0x1b1e23ff,
                      .group_fill = 0x23272dff,
                      .group_ink = 0xa7b1bbff,
                      .accent = 0x7db9ffff,
                      .hover = 0x7db9ff40,
                      .denial = 0xff8a7dff },
  [QG_THEME_PRINT] = { .id = QG_THEME_PRINT,
                       .background = 0xffffffff,
                       .ink = 0x000000ff,
                       .ink_dim = 0x858585ff,
                       .edge = 0x4d4d4dff,
                       .edge_ink = 0x1f1f1fff,
                       .label_background = 0xffffffff,
                       .group_fill = 0xf4f4f4ff,
                       .group_ink = 0x333333ff,
                       .accent = 0x000000ff,
                       .hover = 0x00000022,
                       .denial = 0x8c1010ff },
  [QG_THEME_LIGHT_CONTRAST] = { .id = QG_THEME_LIGHT_CONTRAST,
                                .background = 0xffffffff,
                                .ink = 0x000000ff,
                                .ink_dim = 0x6e6e6eff,
                                .edge = 0x262626ff,
                                .edge_ink = 0x000000ff,
                                .label_background = 0xffffffff,
                                .group_fill = 0xf0f0f0ff,
                                .group_ink = 0x000000ff,
                                .accent = 0x003a99ff,
                                .hover = 0x003a9940,
                                .denial = 0x960000ff },
  [QG_THEME_DARK_CONTRAST] = { .id = QG_THEME_DARK_CONTRAST,
                               .background = 0x000000ff,
                               .ink = 0xffffffff,
                               .ink_dim = 0x858585ff,
                               .edge = 0xe0e0e0ff,
                               .edge_ink = 0xffffffff,
                               .label_background = 0x000000ff,
                               .group_fill = 0x1a1a1aff,
                               .group_ink = 0xffffffff,
                               .accent = 0xffe14dff,
                               .hover = 0xffe14d55,
                               .denial = 0xff9c8fff },
};

/* One colour of each hue for white paper, one for a dark ground. The five loud ones differ in lightness, so
 * that they stay apart for eyes that see red and green alike (tests/picture/test-theme.c proves it). */
static const struct
{
  QgColor on_light, on_dark;
} hues[QG_HUE_CUSTOM] = {
  [QG_HUE_SLATE] = { 0x4a5866ff, 0xa9b8c8ff },  [QG_HUE_BLUE] = { 0x2a74c8ff, 0x5b9bf0ff },
  [QG_HUE_GREEN] = { 0x17845aff, 0x4fbf8dff },  [QG_HUE_RED] = { 0xc2362bff, 0xf0705fff },
  [QG_HUE_PURPLE] = { 0x4f2083ff, 0xcdb0ffff }, [QG_HUE_AMBER] = { 0xb5760aff, 0xf5c24bff },
  [QG_HUE_TEAL] = { 0x0e7480ff, 0x4fc3cfff },   [QG_HUE_PINK] = { 0xb02a79ff, 0xf28cc4ff },
  [QG_HUE_GREY] = { 0x646b76ff, 0xb4bac4ff },   [QG_HUE_BROWN] = { 0x7a4a21ff, 0xd0a077ff },
};

static const QgLineStyle line_styles[QG_N_STATEMENTS] = {
  [QG_STATEMENT_UNSTATED] = { .width = 0.8 },
  [QG_STATEMENT_DEFINITION] = { .width = 3.6, .doubled = TRUE },
  [QG_STATEMENT_FACT] = { .width = 1.3 },
  [QG_STATEMENT_NORM] = { .width = 1.3, .n_dashes = 4, .dashes = { 7, 2.6, 1.4, 2.6 } },
  [QG_STATEMENT_CLAIM] = { .width = 1.3, .n_dashes = 2, .dashes = { 4.2, 3 } },
  [QG_STATEMENT_THEORY] = { .width = 1.5, .n_dashes = 2, .dashes = { 1.1, 2.1 } },
};

const QgTheme *
qg_theme_get (QgThemeId id)
{
  g_return_val_if_fail (id < QG_N_THEMES, &themes[0]);
  return &themes[id];
}

static double
channel (QgColor color, guint shift)
{
  return ((color >> shift) & 0xff) / 255.0;
}

QgColor
qg_color_mix (QgColor a, QgColor b, double share)
{
  guint32 mixed = 0xff;

  for (guint shift = 8; shift <= 24; shift += 8)
    {
      double value = channel (a, shift) * (1 - share) + channel (b, shift) * share;

      mixed |= (guint32) lround (value * 255) << shift;
    }
  return mixed;
}

/* Relative luminance as WCAG 2.1 defines it. */
static double
luminance (QgColor color)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double c = channel (color, 8 + 8 * i);

      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return sum;
}

double
qg_color_contrast (QgColor a, QgColor b)
{
  double l = luminance (a), m = luminance (b);

  return (MAX (l, m) + 0.05) / (MIN (l, m) + 0.05);
}

/* @color moved towards @pole until it stands out from @ground enough. */
static QgColor
enforce_contrast (QgColor color, QgColor ground, QgColor pole, double contrast)
{
  QgColor moved = color;

  for (int i = 1; i <= 20 && qg_color_contrast (moved, ground) < contrast; i++)
    moved = qg_color_mix (color, pole, i / 20.0);
  return moved;
}

static gboolean
is_dark (const QgTheme *theme)
{
  return theme->id == QG_THEME_DARK || theme->id == QG_THEME_DARK_CONTRAST;
}

/* The one colour that says the kind. */
static QgColor
get_hue (const QgTheme *theme, const QgKind *kind)
{
  gboolean dark = is_dark (theme);

  if (kind->hue < QG_HUE_CUSTOM)
    return dark ? hues[kind->hue].on_dark : hues[kind->hue].on_light;
  return enforce_contrast ((kind->rgb << 8) | 0xff, theme->background, dark ? WHITE : BLACK, 4.5);
}

static QgNodeColors
get_light_colors (const QgTheme *theme, QgColor hue, gboolean quiet)
{
  if (quiet)
    return (QgNodeColors){ .fill = qg_color_mix (0xfafbfcff, hue, 0.02),
                           .border = qg_color_mix (WHITE, hue, 0.42),
                           .ink = 0x2d343cff,
                           .symbol = qg_color_mix (hue, 0x8a929bff, 0.35),
                           .flat = qg_color_mix (WHITE, hue, 0.3) };
  return (QgNodeColors){ .fill = qg_color_mix (WHITE, hue, 0.11),
                         .border = qg_color_mix (WHITE, hue, 0.8),
                         .ink = qg_color_mix (0x14181dff, hue, 0.2),
                         .symbol = hue,
                         .flat = qg_color_mix (WHITE, hue, 0.72) };
}

static QgNodeColors
get_dark_colors (const QgTheme *theme, QgColor hue, gboolean quiet)
{
  QgColor ground = theme->background;

  if (quiet)
    return (QgNodeColors){ .fill = qg_color_mix (ground, hue, 0.06),
                           .border = qg_color_mix (ground, hue, 0.34),
                           .ink = 0xd3d9dfff,
                           .symbol = qg_color_mix (hue, 0x7d868fff, 0.3),
                           .flat = qg_color_mix (ground, hue, 0.32) };
  return (QgNodeColors){ .fill = qg_color_mix (ground, hue, 0.2),
                         .border = qg_color_mix (ground, hue, 0.75),
                         .ink = qg_color_mix (WHITE, hue, 0.14),
                         .symbol = hue,
                         .flat = qg_color_mix (ground, hue, 0.7) };
}

static QgNodeColors
get_print_colors (QgColor hue, gboolean quiet)
{
  return (QgNodeColors){ .fill = quiet ? WHITE : qg_color_mix (WHITE, hue, 0.06),
                         .border = quiet ? 0x8c8c8cff : qg_color_mix (hue, BLACK, 0.3),
                         .ink = BLACK,
                         .symbol = quiet ? 0x595959ff : qg_color_mix (hue, BLACK, 0.3),
                         .flat = quiet ? 0xd9d9d9ff : qg_color_mix (WHITE, hue, 0.7) };
}

static QgNodeColors
get_contrast_colors (const QgTheme *theme, QgColor hue, gboolean quiet)
{
  return (QgNodeColors){ .fill = theme->background,
                         .border = theme->ink,
                         .ink = theme->ink,
                         .symbol = enforce_contrast (hue, theme->background, theme->ink, 7),
                         .flat = hue };
}

QgNodeColors
qg_theme_get_node_colors (const QgTheme *theme, const QgKind *kind)
{
  QgColor hue = get_hue (theme, kind);
  QgNodeColors colors;

  switch (theme->id)
    {
    case QG_THEME_DARK:
      colors = get_dark_colors (theme, hue, kind->quiet);
      break;
    case QG_THEME_PRINT:
      colors = get_print_colors (hue, kind->quiet);
      break;
    case QG_THEME_LIGHT_CONTRAST:
    case QG_THEME_DARK_CONTRAST:
      colors = get_contrast_colors (theme, hue, kind->quiet);
      break;
    case QG_THEME_LIGHT:
    default:
      colors = get_light_colors (theme, hue, kind->quiet);
    }
  colors.border_width = kind->quiet ? 0.8 : 1.2;
  if (theme->id == QG_THEME_PRINT && !kind->quiet)
    colors.border_width = 1.5;
  if (theme->id >= QG_THEME_LIGHT_CONTRAST)
    colors.border_width = kind->quiet ? 1.2 : 2;
  colors.radius = kind->quiet ? 2 : 6;
  return colors;
}

QgColor
qg_theme_get_group_fill (const QgTheme *theme, const QgKind *kind)
{
  if (theme->id == QG_THEME_LIGHT || theme->id == QG_THEME_DARK)
    return qg_color_mix (theme->background, get_hue (theme, kind), is_dark (theme) ? 0.08 : 0.05);
  return theme->group_fill;
}

QgColor
qg_theme_dim_color (const QgTheme *theme, QgColor color)
{
  return qg_color_mix (theme->background, color, 0.3);
}

QgNodeColors
qg_theme_dim_node_colors (const QgTheme *theme, const QgNodeColors *colors)
{
  QgNodeColors dim = *colors;

  dim.fill = qg_theme_dim_color (theme, colors->fill);
  dim.border = qg_theme_dim_color (theme, colors->border);
  dim.symbol = qg_theme_dim_color (theme, colors->symbol);
  dim.flat = qg_theme_dim_color (theme, colors->flat);
  dim.ink = theme->ink_dim;
  return dim;
}

const QgLineStyle *
qg_theme_get_line_style (const QgTheme *theme, QgStatement statement)
{
  g_return_val_if_fail (statement < QG_N_STATEMENTS, &line_styles[0]);
  return &line_styles[statement];
}
