/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-legend.h"
#include "qg-painter.h"
#include "sample-map.h"

#include <libxml/parser.h>
#include <string.h>

static xmlDocPtr
parse (const GString *svg)
{
  g_autofree char *whole = g_strdup_printf ("<svg xmlns=\"http://www.w3.org/2000/svg\">%s</svg>", svg->str);
  xmlDocPtr document = xmlReadMemory (whole, (int) strlen (whole), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  return document;
}

/* Text that can be searched, well-formed, and the same each time. */
static void
test_real_text (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;
  g_autoptr (QgScene) scene = NULL;
  g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
  QgPaintOptions options = { .theme = qg_theme_get (QG_THEME_LIGHT) };

  sample_init (&sample, map, 0, NULL);
  scene = sample_new_scene (&sample, QG_LANG_KK, NULL);
  options.area = qg_scene_get_bounds (scene);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QgBackend) backend = qg_backend_new_svg (i == 0 ? first : second);

      g_assert_true (qg_painter_paint (scene, backend, &options, NULL));
      qg_legend_paint (sample.part, QG_LANG_KK, options.theme, backend, 0, 0, 400, 10);
    }
  xmlFreeDoc (parse (first));
  g_assert_cmpstr (first->str, ==, second->str);
  g_assert_nonnull (strstr (first->str, ">Мәслихат</text>"));
  g_assert_nonnull (strstr (first->str, ">құрамында бар</text>"));
  g_assert_nonnull (strstr (first->str, ">анықтама</text>"));
  g_assert_null (strstr (first->str, "<script"));
  g_assert_null (strstr (first->str, "href"));
  sample_clear (&sample);
}

static double
get_widest_stroke (const char *svg)
{
  static const char name[] = "stroke-width=\"";
  double widest = 0;

  for (const char *at = strstr (svg, name); at != NULL; at = strstr (at, name))
    {
      at += strlen (name);
      widest = fmax (widest, g_ascii_strtod (at, NULL));
    }
  return widest;
}

/* On a poster the legend's lines are as wide for its type as on a slide: they are told apart from as far. */
static void
test_large_legend (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  const QgTheme *theme = qg_theme_get (QG_THEME_PRINT);
  static const double sizes[] = { 10, 12, 36 };
  double widest[G_N_ELEMENTS (sizes)];
  Sample sample;

  sample_init (&sample, map, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GString) svg = g_string_new (NULL);
      g_autoptr (QgBackend) backend = qg_backend_new_svg (svg);

      qg_legend_paint (sample.part, QG_LANG_KK, theme, backend, 0, 0, 900, sizes[i]);
      widest[i] = get_widest_stroke (svg->str);
    }
  g_assert_cmpfloat (widest[0], >, 0);
  g_assert_cmpfloat_with_epsilon (widest[1], widest[0], 0.01);
  g_assert_cmpfloat_with_epsilon (widest[2], 3 * widest[1], 0.05);
  sample_clear (&sample);
}

static void
test_escapes (void)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (QgBackend) backend = qg_backend_new_svg (svg);
  xmlDocPtr document;

  qg_backend_begin_item (backend, "a\"b", "<b>&\x01", "https://example.org/?a=1&b=\"2\"");
  qg_backend_text (backend, (QgFont){ QG_FACE_BOLD, 10.25 }, 1.005, -0.5, QG_ANCHOR_END,
                   "<b>\x02 & \"x\"</b>", 0x11223344);
  qg_backend_end_item (backend);
  qg_backend_begin_item (backend, NULL, NULL, "javascript:alert(1)");
  qg_backend_end_item (backend);
  document = parse (svg);
  xmlFreeDoc (document);
  g_assert_nonnull (strstr (svg->str, "&lt;b&gt; &amp; &quot;x&quot;&lt;/b&gt;"));
  g_assert_nonnull (strstr (svg->str, "https://example.org/?a=1&amp;b="));
  g_assert_nonnull (strstr (svg->str, "fill=\"#112233\" fill-opacity=\"0.27\""));
  g_assert_nonnull (strstr (svg->str, "y=\"-0.5\""));
  g_assert_null (strstr (svg->str, "javascript"));
}

/* The second picture on a page repeats names; an id may look like one that was made, or like one of our own.
 */
static void
test_ids (void)
{
  static const char *const ids[] = { "a", "a", "a.2", "a", "qg-clip-1" };
  static const char *const wanted[] = { "\"a\"",         "\"a.2\"",         "\"a.2.2\"",     "\"a.3\"",
                                        "\"qg-clip-1\"", "\"qg-clip-1.2\"", "(#qg-clip-1.2)" };
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (QgBackend) backend = qg_backend_new_svg (svg);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      qg_backend_begin_item (backend, ids[i], NULL, NULL);
      qg_backend_end_item (backend);
    }
  qg_backend_push_clip (backend, &(QgRect){ 0, 0, 1, 1 });
  qg_backend_pop_clip (backend);
  xmlFreeDoc (parse (svg));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const char *found = strstr (svg->str, wanted[i]);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, wanted[i]));
    }
}

static void
test_links (void)
{
  g_assert_true (qg_link_is_safe ("https://adilet.zan.kz/"));
  g_assert_true (qg_link_is_safe ("HTTP://a"));
  g_assert_true (qg_link_is_safe ("mailto:a@b"));
  g_assert_false (qg_link_is_safe ("javascript:x"));
  g_assert_false (qg_link_is_safe ("file:///etc"));
  g_assert_false (qg_link_is_safe ("data:text/html,x"));
  g_assert_false (qg_link_is_safe (" https://x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg/real-text", test_real_text);
  g_test_add_func ("/svg/large-legend", test_large_legend);
  g_test_add_func ("/svg/escapes", test_escapes);
  g_test_add_func ("/svg/ids", test_ids);
  g_test_add_func ("/svg/links", test_links);
  return g_test_run ();
}
