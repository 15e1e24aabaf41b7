/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What steps back under the veil keeps a contrast of 3 : 1, in every theme and every hue. */

#include "qg-canvas-private.h"

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2.1) of @color over @below, seen through the veil of @background. */
static double
luminance (QgColor color, QgColor below, QgColor background)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0, alpha = (color & 0xff) / 255.0;

  for (guint i = 0; i < 3; i++)
    {
      guint shift = 24 - 8 * i;
      double c = ((color >> shift) & 0xff) / 255.0 * alpha + ((below >> shift) & 0xff) / 255.0 * (1 - alpha);

      c = c * (1 - QG_CANVAS_VEIL) + ((background >> shift) & 0xff) / 255.0 * QG_CANVAS_VEIL;
      sum += weights[i] * linear (c);
    }
  return sum;
}

static double
contrast (QgColor ink, QgColor fill, QgColor background)
{
  double a = luminance (ink, fill, background), b = luminance (fill, background, background);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_names (void)
{
  for (QgThemeId id = 0; id < QG_N_THEMES; id++)
    for (QgHue hue = 0; hue < QG_HUE_CUSTOM; hue++)
      for (gboolean quiet = FALSE; quiet <= TRUE; quiet++)
        {
          const QgKind kind = { .id = "k", .hue = hue, .quiet = quiet };
          const QgTheme *theme = qg_theme_get (id);
          const QgNodeColors colors = qg_theme_get_node_colors (theme, &kind);

          g_test_message ("theme %u, hue %u, quiet %d: %.2f", id, hue, quiet,
                          contrast (colors.ink, colors.fill, theme->background));
          g_assert_cmpfloat (contrast (colors.ink, colors.fill, theme->background), >=, 3);
        }
}

static void
test_verbs (void)
{
  for (QgThemeId id = 0; id < QG_N_THEMES; id++)
    {
      const QgTheme *theme = qg_theme_get (id);

      g_test_message ("theme %u: %.2f", id,
                      contrast (theme->edge_ink, theme->label_background, theme->background));
      g_assert_cmpfloat (contrast (theme->edge_ink, theme->label_background, theme->background), >=, 3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/veil/names", test_names);
  g_test_add_func ("/veil/verbs", test_verbs);
  return g_test_run ();
}
