/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-date.h"
#include "qg-exporter.h"
#include "qg-map-builder.h"

static void
assert_size (const char *name, gboolean landscape, double width, double height)
{
  QgPage size;

  g_assert_true (qg_page_from_name (name, landscape, &size, NULL));
  g_assert_cmpfloat_with_epsilon (size.width, width, 0.01);
  g_assert_cmpfloat_with_epsilon (size.height, height, 0.01);
}

static void
test_sizes (void)
{
  assert_size ("16:9", TRUE, 960, 540);
  assert_size ("16:9", FALSE, 960, 540);
  assert_size ("4:3", TRUE, 720, 540);
  assert_size ("a4", FALSE, 595.28, 841.89);
  assert_size ("A4", TRUE, 841.89, 595.28);
  assert_size ("a0", TRUE, 3370.39, 2383.94);
  assert_size ("letter", FALSE, 612, 792);
  assert_size ("fit", FALSE, 0, 0);
  assert_size ("254x127mm", TRUE, 720, 360);
  assert_size ("25.4x50.8MM", TRUE, 72, 144);
  /* Screens: 96 pixels to the inch up to the height of a slide, as high as a slide above that. */
  assert_size ("640x360px", TRUE, 480, 270);
  assert_size ("1280x720px", FALSE, 960, 540);
  assert_size ("1920x1080PX", TRUE, 960, 540);
  assert_size ("1080x1920px", TRUE, 540, 960);
  assert_size ("18000x40px", TRUE, 13500, 30);
}

/* What is said in pixels has exactly these; nothing else has any. */
static void
test_pixels (void)
{
  QgPage page;
  guint pixels = 1;

  g_assert_true (qg_page_from_name ("1920x1080px", TRUE, &page, &pixels));
  g_assert_cmpuint (pixels, ==, 1920);
  g_assert_true (qg_page_from_name ("300x200mm", TRUE, &page, &pixels));
  g_assert_cmpuint (pixels, ==, 0);
  g_assert_true (qg_page_from_name ("16:9", TRUE, &page, &pixels));
  g_assert_cmpuint (pixels, ==, 0);
}

static void
test_no_sizes (void)
{
  const char *const names[] = { "",           "a5",        "16x9",       "100x100",     "x100mm",
                                "100xmm",     "9x100mm",   "100x6000mm", "nanx10mm",    "100x100mmm",
                                "-100x100mm", "1e9x100mm", "39x100px",   "100x18001px", "100.5x100px",
                                "100x100pxx", "px",        "1e9x100px" };
  QgPage size;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (qg_page_from_name (names[i], TRUE, &size, NULL));
}

static void
test_media (void)
{
  const struct
  {
    const char *page;
    QgMedium medium;
    double least;
  } cases[] = {
    { "16:9", QG_MEDIUM_SLIDE, 12 },
    { "4:3", QG_MEDIUM_SLIDE, 12 },
    { "a4", QG_MEDIUM_PAPER, 9 },
    { "a3", QG_MEDIUM_PAPER, 9 },
    { "a2", QG_MEDIUM_POSTER, 7 },
    { "a0", QG_MEDIUM_POSTER, 7 },
    { "fit", QG_MEDIUM_FIT, 0 },
    /* A screen is a slide, however large; millimeters are paper. */
    { "1920x1080px", QG_MEDIUM_SLIDE, 12 },
    { "3840x2160px", QG_MEDIUM_SLIDE, 12 },
    { "640x360px", QG_MEDIUM_SLIDE, 12 },
    { "338.7x190.5mm", QG_MEDIUM_PAPER, 9 },
    { "508x285mm", QG_MEDIUM_POSTER, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int landscape = 0; landscape < 2; landscape++)
      {
        QgPage page;

        g_assert_true (qg_page_from_name (cases[i].page, landscape, &page, NULL));
        g_assert_cmpint (page.medium, ==, cases[i].medium);
        g_assert_cmpfloat (qg_page_get_least_text (cases[i].medium), ==, cases[i].least);
      }
}

static void
test_formats (void)
{
  QgFormat format;

  g_assert_true (qg_format_from_name ("x.y.SVG", &format));
  g_assert_cmpint (format, ==, QG_FORMAT_SVG);
  g_assert_true (qg_format_from_name ("pdf", &format));
  g_assert_cmpint (format, ==, QG_FORMAT_PDF);
  g_assert_true (qg_format_holds_pages (format));
  g_assert_false (qg_format_from_name ("picture.jpg", &format));
  g_assert_false (qg_format_from_name ("-", &format));
}

static void
assert_date (const char *date, QgLang lang, const char *words)
{
  g_autofree char *got = qg_date_dup_words (date, lang);

  g_assert_cmpstr (got, ==, words);
}

static void
test_dates (void)
{
  assert_date ("2025-01-01", QG_LANG_KK, "2025 ж. 1 қаңтар");
  assert_date ("2025-01-01", QG_LANG_RU, "1 января 2025 г.");
  assert_date ("2026-11-22", QG_LANG_EN, "22 November 2026");
  assert_date ("2026-11", QG_LANG_KK, "2026 ж. қараша");
  assert_date ("2026-05", QG_LANG_RU, "май 2026 г.");
  assert_date ("2026-11", QG_LANG_EN, "November 2026");
  assert_date ("2026-11", QG_LANG_KK_LATN, "2026 j. qaraşa");
  assert_date ("2026-13", QG_LANG_RU, "2026-13");
  assert_date ("2026", QG_LANG_RU, "2026");
  assert_date ("2026-13-22", QG_LANG_EN, "2026-13-22");
  assert_date ("2026-02-30", QG_LANG_RU, "2026-02-30");
  assert_date ("soon", QG_LANG_KK, "soon");
}

static void
test_date_of_export (void)
{
  const QgLang langs[] = { QG_LANG_EN };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_EN, "Map");
  QgMapBuilder *builder = qg_map_builder_new ("map", title, langs, 1);
  g_autoptr (QgMap) map = NULL;
  g_autofree char *from_map = NULL, *from_epoch = NULL, *from_nonsense = NULL;

  qg_map_builder_set_about (builder, NULL, "1", "2024-05-06", NULL);
  map = qg_map_builder_end (builder);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  from_map = qg_date_dup_of_export (map);
  g_assert_cmpstr (from_map, ==, "2024-05-06");
  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  from_epoch = qg_date_dup_of_export (map);
  g_assert_cmpstr (from_epoch, ==, "1970-01-02");
  g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE);
  from_nonsense = qg_date_dup_of_export (map);
  g_assert_cmpstr (from_nonsense, ==, "2024-05-06");
}

/* What a file dialog gives back, and which file is meant. */
static void
test_typed_names (void)
{
  static const struct
  {
    const char *chosen, *suggested, *meant;
    QgFormat format;
  } names[] = {
    { "/a/Overview.pdf", "Overview.pdf", "/a/Overview.pdf", QG_FORMAT_PDF },
    { "/a/slide.pdf", "Overview.pdf", "/a/slide.pdf", QG_FORMAT_PDF },
    { "/a/slide.png", "Overview.pdf", "/a/slide.png", QG_FORMAT_PNG },
    { "/a/slide", "Overview.pdf", "/a/slide.pdf", QG_FORMAT_PDF },
    { "/a.b/slide", "Overview.pdf", "/a.b/slide.pdf", QG_FORMAT_PDF },
    { "/a.pdf/pdf", "Overview.pdf", "/a.pdf/pdf.pdf", QG_FORMAT_PDF },
    { "/a/Lecture 2.1", "Overview.pdf", "/a/Lecture 2.1.pdf", QG_FORMAT_PDF },
    /* Typed over the selected part of the proposal. */
    { "/a/slide.pdf.pdf", "Overview.pdf", "/a/slide.pdf", QG_FORMAT_PDF },
    { "/a/slide.PDF.pdf", "Overview.pdf", "/a/slide.PDF", QG_FORMAT_PDF },
    { "/a/slide.svg.pdf", "Overview.pdf", "/a/slide.svg", QG_FORMAT_SVG },
    { "/a/Lecture 2.1.pdf", "Overview.pdf", "/a/Lecture 2.1.pdf", QG_FORMAT_PDF },
    /* The picture is called so. */
    { "/a/About map.svg.pdf", "About map.svg.pdf", "/a/About map.svg.pdf", QG_FORMAT_PDF },
    { "/a/slide.pdf.png", "Overview.pdf", "/a/slide.pdf.png", QG_FORMAT_PNG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      QgFormat format = QG_FORMAT_PDF;
      g_autofree char *meant = qg_format_dup_typed_name (names[i].chosen, names[i].suggested, FALSE, &format);
      QgFormat ending = QG_FORMAT_PDF, kept = QG_FORMAT_PDF;
      g_autofree char *there = qg_format_dup_typed_name (names[i].chosen, names[i].suggested, TRUE, &kept);

      g_assert_cmpstr (meant, ==, names[i].meant);
      g_assert_cmpint (format, ==, names[i].format);
      /* What is there already was chosen under its name. */
      if (!qg_format_from_name (names[i].chosen, &ending))
        continue;
      g_assert_cmpstr (there, ==, names[i].chosen);
      g_assert_cmpint (kept, ==, ending);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/page/sizes", test_sizes);
  g_test_add_func ("/export/page/pixels", test_pixels);
  g_test_add_func ("/export/page/no-sizes", test_no_sizes);
  g_test_add_func ("/export/page/media", test_media);
  g_test_add_func ("/export/page/formats", test_formats);
  g_test_add_func ("/export/page/typed-names", test_typed_names);
  g_test_add_func ("/export/page/dates", test_dates);
  g_test_add_func ("/export/page/date-of-export", test_date_of_export);
  return g_test_run ();
}
