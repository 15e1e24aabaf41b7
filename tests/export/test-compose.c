/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pages of maps of many sizes: nothing overlaps, nothing leaves the page, and every format holds what it
 * should. */

#include <string.h>

#include "qg-compose.h"
#include "qg-map-builder.h"
#include "qg-measure.h"

/* A map with @n entities in a chain with branches, five kinds, and one of @n_places of a source for each
 * relation. */
static QgMap *
new_map (guint n, guint n_places)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_EN };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_EN, "A map to be exported");
  g_autoptr (QgText) word = qg_text_new_single (QG_LANG_EN, "Non-governmental organisation");
  g_autoptr (QgText) verb_text = qg_text_new_single (QG_LANG_EN, "supports");
  QgMapBuilder *builder = qg_map_builder_new ("map", title, langs, 2);
  g_autofree QgLocator *locators = g_new0 (QgLocator, n_places);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  const QgSource source = { .id = "s",
                            .title = title,
                            .url = "https://example.org/it's",
                            .listed = TRUE,
                            .n_locators = n_places,
                            .locators = locators };
  const QgVerb verb = { "v", verb_text, verb_text };

  qg_map_builder_set_about (builder, NULL, "1.0", "2024-05-06", "CC BY 4.0");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      const QgKind kind = { id, word, NULL, QG_HUE_BLUE + i, 0, QG_SYMBOL_FLAG, FALSE };

      qg_map_builder_add_kind (builder, &kind);
    }
  qg_map_builder_add_verb (builder, &verb);
  for (guint i = 0; i < n_places; i++)
    {
      char *number = g_strdup_printf ("%u", i + 1);

      g_ptr_array_add (numbers, number);
      locators[i] = i % 2 == 0 ? (QgLocator){ number, QG_LOCATOR_PARAGRAPH, number, QG_NONE, "First words" }
                               : (QgLocator){ number, QG_LOCATOR_PAGE, number, QG_NONE, NULL };
    }
  qg_map_builder_add_source (builder, &source);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i), *name = g_strdup_printf ("Әкімдік <%u> & Ңң", i);
      g_autoptr (QgText) text = qg_text_new_single (QG_LANG_KK, name);
      const QgEntity entity = {
        .id = id, .kind = i % 5, .name = text, .label = text, .importance = 1 + i % 3
      };

      qg_map_builder_add_entity (builder, &entity);
    }
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      const QgCitation citation = { 0, i % n_places };
      const QgRelation relation = {
        .id = id, .from = i / 3, .to = i, .statement = (QgStatement) (i % 6), .citations = { 1, &citation }
      };

      qg_map_builder_add_relation (builder, &relation);
    }
  return qg_map_builder_end (builder);
}

static QgScene *
new_scene_with_places (guint n, guint n_places)
{
  g_autoptr (QgMap) map = new_map (n, n_places);
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  g_autoptr (QgLayout) layout = qg_layout_new_provisional (request);

  return qg_scene_new (part, request, layout, QG_LANG_KK, NULL, NULL);
}

static QgScene *
new_scene (guint n)
{
  return new_scene_with_places (n, 2);
}

static QgExportOptions
get_options (const char *page, gboolean landscape)
{
  QgExportOptions options = { .margin = -1,
                              .theme = QG_THEME_PRINT,
                              .lang = QG_LANG_KK,
                              .legend = TRUE,
                              .sources = TRUE,
                              .title = TRUE,
                              .footer = TRUE,
                              .date = "2024-05-06" };

  g_assert_true (qg_page_from_name (page, landscape, &options.page, NULL));
  return options;
}

static QgRect
get_line_rect (const QgSheetLine *line)
{
  double left = line->x - (line->anchor == QG_ANCHOR_END ? line->width : 0);

  return (QgRect){ left, line->baseline - line->size * 0.7, line->width, line->size * 0.7 };
}

static void
add_rect (GArray *rects, QgRect rect)
{
  g_array_append_val (rects, rect);
}

static void
assert_tidy (const QgSheet *sheet)
{
  const QgRect page = { -0.1, -0.1, sheet->size.width + 0.2, sheet->size.height + 0.2 };
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (QgRect));

  for (guint i = 0; i < sheet->pictures->len; i++)
    add_rect (rects, qg_rect_grow (&g_array_index (sheet->pictures, QgSheetPicture, i).rect, -0.1));
  for (guint i = 0; i < sheet->legends->len; i++)
    add_rect (rects, qg_rect_grow (&g_array_index (sheet->legends, QgSheetLegend, i).rect, -0.1));
  for (guint i = 0; i < sheet->lines->len; i++)
    add_rect (rects, get_line_rect (&g_array_index (sheet->lines, QgSheetLine, i)));
  for (guint i = 0; i < rects->len; i++)
    {
      const QgRect *a = &g_array_index (rects, QgRect, i);

      g_assert_cmpfloat (a->x, >=, page.x);
      g_assert_cmpfloat (a->y, >=, page.y);
      g_assert_cmpfloat (a->x + a->width, <=, page.x + page.width);
      g_assert_cmpfloat (a->y + a->height, <=, page.y + page.height);
      for (guint k = i + 1; k < rects->len; k++)
        g_assert_false (qg_rect_intersects (a, &g_array_index (rects, QgRect, k)));
    }
}

static gboolean
has_line (const QgSheet *sheet, const char *text)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    if (g_str_equal (g_array_index (sheet->lines, QgSheetLine, i).text, text))
      return TRUE;
  return FALSE;
}

static void
test_tidy (void)
{
  static const char *const pages[] = { "16:9", "4:3",     "a4",       "a3",          "a0",       "letter",
                                       "fit",  "60x60mm", "400x40mm", "1920x1080px", "320x200px" };
  static const guint sizes[] = { 1, 2, 7, 40, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (QgScene) scene = new_scene (sizes[i]);

      for (guint k = 0; k < G_N_ELEMENTS (pages) * 2; k++)
        {
          QgExportOptions options = get_options (pages[k / 2], k % 2);
          const QgExportPage page = {
            .scene = scene, .title = "Тақырып", .place = "3 / 8", .words = i % 2 ? "Айтылатын сөз." : NULL
          };
          g_autoptr (QgSheet) sheet = qg_compose_page (&page, &options);

          g_assert_cmpuint (sheet->pictures->len, ==, 1);
          assert_tidy (sheet);
        }
    }
}

/* A few boxes on a slide are as large as is sensible, and the title above them no smaller. */
static void
test_small_map (void)
{
  g_autoptr (QgScene) scene = new_scene (2);
  QgExportOptions options = get_options ("16:9", TRUE);
  const QgExportPage page = { .scene = scene, .title = "Тақырып" };
  g_autoptr (QgSheet) sheet = NULL;

  options.sources = FALSE;
  sheet = qg_compose_page (&page, &options);
  assert_tidy (sheet);
  g_assert_cmpfloat (sheet->least_text, >, 23.9);
  g_assert_cmpfloat (sheet->least_text, <, 24.1);
  g_assert_cmpstr (g_array_index (sheet->lines, QgSheetLine, 0).text, ==, "Тақырып");
  g_assert_cmpfloat (g_array_index (sheet->lines, QgSheetLine, 0).size, >, 24);
}

/* On a poster the sources do not take the room that the picture needs to be read. */
static void
test_notes_give_way (void)
{
  g_autoptr (QgScene) scene = new_scene (900);
  QgExportOptions options = get_options ("a2", TRUE);
  const QgExportPage page = { .scene = scene };
  g_autoptr (QgSheet) sheet = qg_compose_page (&page, &options);

  /* A2 has notes of 13.9 pt, and all else is not much smaller. */
  g_assert_cmpfloat (sheet->least_notes, <, 12.5);
  g_assert_cmpfloat (sheet->least_notes, >=, 7);
  g_assert_true (sheet->least_text >= 7 || sheet->least_notes <= 7 * 1.25 + 0.01);
  g_assert_false (sheet->notes_apart);
}

/* Sources that would leave next to nothing of a picture stay away, and that is known; others stay. */
static void
test_notes_stay_away (void)
{
  static const char *const pages[] = { "16:9", "4:3", "a4", "400x200mm" };

  for (guint many = 0; many < 2; many++)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        g_autoptr (QgScene) scene = many ? new_scene_with_places (300, 120) : new_scene_with_places (40, 12);
        QgExportOptions options = get_options (pages[i], TRUE);
        const QgExportPage page = { .scene = scene, .title = "Тақырып" };
        g_autoptr (QgSheet) sheet = qg_compose_page (&page, &options), bare = NULL;

        options.sources = FALSE;
        bare = qg_compose_page (&page, &options);
        assert_tidy (sheet);
        g_assert_true (sheet->notes_apart == (many > 0));
        g_assert_cmpfloat (g_array_index (sheet->pictures, QgSheetPicture, 0).scale, >=,
                           0.5 * g_array_index (bare->pictures, QgSheetPicture, 0).scale);
      }
}

/* What is said to a picture stands above it, and beside it only where there is too little room for both. */
static void
test_words_aside (void)
{
  static const char *const pages[] = { "16:9", "4:3", "a4" };
  guint n_aside = 0, n_above = 0;

  for (guint n = 3; n <= 60; n += 3)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        g_autoptr (QgScene) scene = new_scene (n);
        QgExportOptions options = get_options (pages[i], TRUE);
        const QgExportPage page = { .scene = scene,
                                    .title = "Тақырып",
                                    .words =
                                        "Алдымызда бүкіл карта: қайта қарап шығайық, осында айтылған сөз "
                                        "ұзақ, бірнеше жолға созылады, ал сурет соның бәріне қарамай "
                                        "соңғы қатардан оқылатындай болуы керек, солай ма екен? Иә." };
        g_autoptr (QgSheet) sheet = NULL;
        double least = qg_page_get_least_text (options.page.medium);
        gboolean aside = FALSE;

        options.sources = FALSE;
        sheet = qg_compose_page (&page, &options);
        assert_tidy (sheet);
        for (guint k = 0; k < sheet->lines->len; k++)
          {
            const QgSheetLine *line = &g_array_index (sheet->lines, QgSheetLine, k);

            if (g_str_has_prefix (line->text, "Алдымызда"))
              aside = line->x > g_array_index (sheet->pictures, QgSheetPicture, 0).rect.x;
            g_assert_cmpfloat (line->size, >=, least - 4);
          }
        *(aside ? &n_aside : &n_above) += 1;
      }
  g_assert_cmpuint (n_aside, >, 0);
  g_assert_cmpuint (n_above, >, n_aside);
}

/* A line that is as wide as the widest piece breaks no word. */
static void
test_widest (void)
{
  double word = qg_typeset_measure ("самоуправления", 10, FALSE);
  double widest = qg_typeset_measure_widest ("о самоуправления и", 10, FALSE);
  g_autoptr (GPtrArray) lines = qg_typeset_wrap ("о самоуправления и", 10, FALSE, widest + 0.5);

  g_assert_cmpfloat_with_epsilon (widest, word, 0.5);
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (strstr ("о самоуправления и", lines->pdata[i]) != NULL);
  g_assert_cmpuint (lines->len, <=, 3);
  g_assert_cmpfloat (qg_typeset_measure_widest ("", 10, FALSE), ==, 0);
}

static void
test_handouts (void)
{
  static const guint per_sheet[] = { 1, 2, 4, 6 };
  g_autoptr (QgScene) scene = new_scene (12);

  for (guint i = 0; i < G_N_ELEMENTS (per_sheet) * 4; i++)
    {
      QgExportOptions options = get_options ("a4", i & 1);
      QgExportPage pages[6];
      g_autoptr (QgSheet) sheet = NULL;

      for (guint k = 0; k < 6; k++)
        pages[k] = (QgExportPage){ .scene = scene,
                                   .title = "1. Қадам",
                                   .words = "Ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, "
                                            "ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, "
                                            "ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз, ұзақ сөз." };
      sheet = qg_compose_handout (pages, per_sheet[i / 4], per_sheet[i / 4], i & 2, "Серуен", "1", &options);
      g_assert_cmpuint (sheet->pictures->len, ==, per_sheet[i / 4]);
      assert_tidy (sheet);
    }
}

/* Every page of a long list has a heading and its number, those with columns too. */
static void
test_words (gconstpointer page)
{
  g_autoptr (QgMap) map = new_map (2, 2);
  QgExportOptions options = get_options (page, FALSE);
  QgComposeEntry entries[120];
  g_autoptr (GPtrArray) sheets = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = (QgComposeEntry){ .mark = "1", .text = "Негізгі бөлім, 45-абзац", .heading = i % 30 == 0 };
  sheets = qg_compose_words (map, "Дереккөздер", NULL, entries, G_N_ELEMENTS (entries), 7, &options);
  g_assert_cmpuint (sheets->len, >, 1);
  for (guint i = 0; i < sheets->len; i++)
    {
      const QgSheet *sheet = sheets->pdata[i];
      g_autofree char *place = g_strdup_printf ("%u", 7 + i);

      assert_tidy (sheet);
      g_assert_true (has_line (sheet, i == 0 ? "Дереккөздер" : "Дереккөздер (жалғасы)"));
      g_assert_true (has_line (sheet, place));
      /* In the document's outline they are one thing. */
      g_assert_cmpstr (sheet->title, ==, i == 0 ? "Дереккөздер" : NULL);
    }
}

static GBytes *
export_once (QgFormat format, QgScene *scene, QgExportOptions options, QgExportReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const QgExportAbout about = { "Атауы", "А. Автор", "Тақырыбы", "CC BY 4.0" };
  g_autoptr (QgExporter) exporter = qg_exporter_new (format, stream, &options, &about);
  const QgExportPage page = { .scene = scene, .title = "Тақырып (\"'<&>\")" };
  g_autoptr (GError) error = NULL;

  g_assert_true (qg_exporter_begin (exporter, &error));
  g_assert_true (qg_exporter_page (exporter, &page, NULL, &error));
  g_assert_true (qg_exporter_end (exporter, &error));
  g_assert_no_error (error);
  qg_exporter_get_report (exporter, report);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_equal_bytes (void)
{
  g_autoptr (QgScene) scene = new_scene (20);

  for (guint i = 0; i < QG_N_FORMATS * 2; i++)
    {
      QgExportOptions options = get_options ("16:9", TRUE);
      QgExportReport first_report, second_report;
      g_autoptr (GBytes) first = NULL, second = NULL;

      options.outlines = options.transparent = i % 2;
      first = export_once ((QgFormat) (i / 2), scene, options, &first_report);
      second = export_once ((QgFormat) (i / 2), scene, options, &second_report);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (first_report.bytes, ==, g_bytes_get_size (first));
      g_assert_cmpuint (first_report.pages, ==, 1);
      g_assert_cmpuint (first_report.entities, ==, 20);
      g_assert_cmpuint (first_report.relations, ==, 19);
      g_assert_cmpfloat (first_report.smallest_text, >, 0);
    }
}

static gboolean
contains (GBytes *bytes, const char *needle)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, needle, strlen (needle)) != NULL;
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { NULL, NULL, NULL, NULL, NULL };
  g_autoptr (QgScene) scene = new_scene (5);
  QgExportReport report;
  g_autoptr (GBytes) bytes = export_once (QG_FORMAT_SVG, scene, get_options ("fit", TRUE), &report);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_true (contains (bytes, "<text"));
  g_assert_true (contains (bytes, "xml:lang=\"kk\""));
  g_assert_true (contains (bytes, "Noto Sans"));
  g_assert_true (contains (bytes, "&lt;1&gt; &amp; Ңң"));
  g_assert_true (contains (bytes, "<dc:language>kk</dc:language>"));
  g_assert_true (contains (bytes, "<dc:date>2024-05-06</dc:date>"));
}

static void
test_pdf_language (void)
{
  g_autoptr (QgScene) scene = new_scene (5);
  QgExportReport report;
  g_autoptr (GBytes) bytes = export_once (QG_FORMAT_PDF, scene, get_options ("a4", TRUE), &report);

  g_assert_true (contains (bytes, "/Lang (kk)"));
  g_assert_true (contains (bytes, "(20240506") || contains (bytes, "(D:20240506"));
}

static guint32
get_u32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
test_png_size (void)
{
  g_autoptr (QgScene) scene = new_scene (5);
  QgExportOptions options = get_options ("16:9", TRUE);
  QgExportReport report;
  g_autoptr (GBytes) by_dpi = NULL, by_width = NULL;
  const guint8 *data;

  options.dpi = 72;
  by_dpi = export_once (QG_FORMAT_PNG, scene, options, &report);
  data = g_bytes_get_data (by_dpi, NULL);
  g_assert_cmpuint (get_u32 (data + 16), ==, 960);
  g_assert_cmpuint (get_u32 (data + 20), ==, 540);
  options.pixel_width = 333;
  by_width = export_once (QG_FORMAT_PNG, scene, options, &report);
  data = g_bytes_get_data (by_width, NULL);
  g_assert_cmpuint (get_u32 (data + 16), ==, 333);
  g_assert_cmpuint (get_u32 (data + 20), ==, 188);
}

/* What is copied for a slide fills it, be the picture small or large; the file says the same density. */
static void
test_png_sides (void)
{
  static const guint8 per_metre[] = { 'p', 'H', 'Y', 's', 0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QgScene) scene = new_scene (i == 0 ? 3 : 300);
      QgExportOptions options = get_options ("fit", TRUE);
      QgExportReport report;
      g_autoptr (GBytes) bytes = NULL;
      const guint8 *data;

      options.dpi = 144;
      options.least_side = 1920;
      options.most_side = 2000;
      bytes = export_once (QG_FORMAT_PNG, scene, options, &report);
      data = g_bytes_get_data (bytes, NULL);
      g_assert_cmpuint (MAX (get_u32 (data + 16), get_u32 (data + 20)), ==, i == 0 ? 1920 : 2000);
      g_assert_nonnull (memmem (data, g_bytes_get_size (bytes), per_metre, sizeof per_metre));
    }
}

static void
test_too_large (void)
{
  g_autoptr (QgScene) scene = new_scene (3);
  QgExportOptions options = get_options ("a0", TRUE);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const QgExportPage page = { .scene = scene };
  g_autoptr (QgExporter) exporter = NULL;
  g_autoptr (GError) error = NULL;

  options.dpi = 2400;
  exporter = qg_exporter_new (QG_FORMAT_PNG, stream, &options, NULL);
  g_assert_true (qg_exporter_begin (exporter, &error));
  g_assert_false (qg_exporter_page (exporter, &page, NULL, &error));
  g_assert_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "--dpi"));
}

static void
test_cancelled (void)
{
  g_autoptr (QgScene) scene = new_scene (3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const QgExportPage page = { .scene = scene };

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < QG_N_FORMATS; i++)
    {
      QgExportOptions options = get_options ("16:9", TRUE);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (QgExporter) exporter = qg_exporter_new ((QgFormat) i, stream, &options, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (qg_exporter_begin (exporter, &error));
      g_assert_false (qg_exporter_page (exporter, &page, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/compose/tidy", test_tidy);
  g_test_add_func ("/export/compose/small-map", test_small_map);
  g_test_add_func ("/export/compose/notes-give-way", test_notes_give_way);
  g_test_add_func ("/export/compose/notes-stay-away", test_notes_stay_away);
  g_test_add_func ("/export/compose/words-aside", test_words_aside);
  g_test_add_func ("/export/compose/widest", test_widest);
  g_test_add_func ("/export/compose/handouts", test_handouts);
  g_test_add_data_func ("/export/compose/words/upright", "a4", test_words);
  g_test_add_data_func ("/export/compose/words/wide", "16:9", test_words);
  g_test_add_func ("/export/exporter/equal-bytes", test_equal_bytes);
  g_test_add_func ("/export/exporter/svg", test_svg);
  g_test_add_func ("/export/exporter/pdf-language", test_pdf_language);
  g_test_add_func ("/export/exporter/png-size", test_png_size);
  g_test_add_func ("/export/exporter/png-sides", test_png_sides);
  g_test_add_func ("/export/exporter/too-large", test_too_large);
  g_test_add_func ("/export/exporter/cancelled", test_cancelled);
  return g_test_run ();
}
