/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-theme.h"

#include <math.h>

static double
to_linear (guint value)
{
  double c = value / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* What an eye without the middle cones sees (Viénot, Brettel and Mollon 1999), in CIE L*a*b*. */
static void
to_lab (QgColor color, gboolean deuteranope, double lab[3])
{
  double r = to_linear (color >> 24), g = to_linear ((color >> 16) & 0xff),
         b = to_linear ((color >> 8) & 0xff);
  double xyz[3], f[3];

  if (deuteranope)
    {
      double red = 0.29275 * r + 0.70725 * g, blue = -0.02234 * r + 0.02234 * g + b;

      r = g = red;
      b = CLAMP (blue, 0, 1);
    }
  xyz[0] = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
  xyz[1] = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  xyz[2] = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
  for (guint i = 0; i < 3; i++)
    f[i] = xyz[i] > 0.008856 ? cbrt (xyz[i]) : 7.787 * xyz[i] + 16.0 / 116;
  lab[0] = 116 * f[1] - 16;
  lab[1] = 500 * (f[0] - f[1]);
  lab[2] = 200 * (f[1] - f[2]);
}

static double
difference (QgColor a, QgColor b, gboolean deuteranope)
{
  double p[3], q[3];

  to_lab (a, deuteranope, p);
  to_lab (b, deuteranope, q);
  return sqrt ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

static void
test_contrast_of_nodes (void)
{
  static const guint32 customs[] = { 0xffff00, 0x000000, 0xffffff, 0x808080, 0x00ff00, 0x0000ff };

  for (guint t = 0; t < QG_N_THEMES; t++)
    for (guint h = 0; h < QG_N_HUES - 1 + G_N_ELEMENTS (customs); h++)
      for (int quiet = 0; quiet < 2; quiet++)
        {
          const QgTheme *theme = qg_theme_get ((QgThemeId) t);
          QgKind kind = { .hue = (QgHue) MIN (h, QG_HUE_CUSTOM), .quiet = quiet };
          QgNodeColors colors, dim;

          if (h >= QG_HUE_CUSTOM)
            kind.rgb = customs[h - QG_HUE_CUSTOM];
          colors = qg_theme_get_node_colors (theme, &kind);
          dim = qg_theme_dim_node_colors (theme, &colors);
          g_test_message ("theme %u hue %u quiet %d", t, h, quiet);
          g_assert_cmpfloat (qg_color_contrast (colors.ink, colors.fill), >=, 4.5);
          g_assert_cmpfloat (qg_color_contrast (colors.symbol, colors.fill), >=, 3);
          g_assert_cmpfloat (qg_color_contrast (dim.ink, dim.fill), >=, 3);
          g_assert_cmpfloat (qg_color_contrast (theme->group_ink, qg_theme_get_group_fill (theme, &kind)), >=,
                             4.5);
        }
}

static void
test_contrast_of_themes (void)
{
  for (guint t = 0; t < QG_N_THEMES; t++)
    {
      const QgTheme *theme = qg_theme_get ((QgThemeId) t);
      double least = t >= QG_THEME_LIGHT_CONTRAST ? 7 : 4.5;

      g_test_message ("theme %u", t);
      g_assert_cmpuint (theme->id, ==, t);
      g_assert_cmpfloat (qg_color_contrast (theme->ink, theme->background), >=, least);
      g_assert_cmpfloat (qg_color_contrast (theme->edge_ink, theme->label_background), >=, least);
      g_assert_cmpfloat (qg_color_contrast (theme->denial, theme->label_background), >=, least);
      g_assert_cmpfloat (qg_color_contrast (theme->accent, theme->label_background), >=, 4.5);
      g_assert_cmpfloat (qg_color_contrast (theme->ink_dim, theme->background), >=, 3);
      g_assert_cmpfloat (qg_color_contrast (theme->edge, theme->background), >=, 3);
    }
}

static void
test_contrast_formula (void)
{
  g_assert_cmpfloat_with_epsilon (qg_color_contrast (0xffffffff, 0x000000ff), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (qg_color_contrast (0x777777ff, 0xffffffff), 4.478, 0.01);
  g_assert_cmphex (qg_color_mix (0x000000ff, 0xff8040ff, 0.5), ==, 0x804020ff);
}

/* The five loud groups are told apart by eyes that see no difference between red and green. */
static void
test_colour_blind (void)
{
  static const QgHue loud[] = { QG_HUE_BLUE, QG_HUE_GREEN, QG_HUE_RED, QG_HUE_PURPLE, QG_HUE_AMBER };

  for (guint t = 0; t < 2; t++)
    for (guint i = 0; i < G_N_ELEMENTS (loud); i++)
      for (guint j = 0; j < i; j++)
        for (int blind = 0; blind < 2; blind++)
          {
            const QgTheme *theme = qg_theme_get ((QgThemeId) t);
            QgNodeColors a = qg_theme_get_node_colors (theme, &(QgKind){ .hue = loud[i] });
            QgNodeColors b = qg_theme_get_node_colors (theme, &(QgKind){ .hue = loud[j] });

            g_test_message ("theme %u, hues %u and %u, blind %d: %g", t, loud[i], loud[j], blind,
                            difference (a.symbol, b.symbol, blind));
            g_assert_cmpfloat (difference (a.symbol, b.symbol, blind), >=, 15);
          }
}

/* Without colour, two statements still differ: in dashes, doubling or clearly in width. */
static void
test_lines_differ (void)
{
  const QgTheme *theme = qg_theme_get (QG_THEME_PRINT);

  for (guint i = 0; i < QG_N_STATEMENTS; i++)
    for (guint j = 0; j < i; j++)
      {
        const QgLineStyle *a = qg_theme_get_line_style (theme, (QgStatement) i);
        const QgLineStyle *b = qg_theme_get_line_style (theme, (QgStatement) j);
        double longest_a = 0, longest_b = 0;

        for (guint k = 0; k < a->n_dashes; k += 2)
          longest_a = MAX (longest_a, a->dashes[k]);
        for (guint k = 0; k < b->n_dashes; k += 2)
          longest_b = MAX (longest_b, b->dashes[k]);
        g_assert_true (a->doubled != b->doubled || a->n_dashes != b->n_dashes ||
                       fabs (longest_a - longest_b) > 2 ||
                       MAX (a->width, b->width) > 1.5 * MIN (a->width, b->width));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/contrast-formula", test_contrast_formula);
  g_test_add_func ("/theme/contrast-of-nodes", test_contrast_of_nodes);
  g_test_add_func ("/theme/contrast-of-themes", test_contrast_of_themes);
  g_test_add_func ("/theme/colour-blind", test_colour_blind);
  g_test_add_func ("/theme/lines-differ", test_lines_differ);
  return g_test_run ();
}
