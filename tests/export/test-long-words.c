/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Texts that are longer than anyone would want: they go on where there is room, and what is cut is known. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-compose.h"
#include "qg-export-job.h"
#include "qg-map-file.h"

/* Its %s: a kind's name, what is said to the first step, more steps. */
static const char template[] =
    "{\"qogam-map\": 1, \"id\": \"t\", \"title\": {\"kk\": \"Карта\"}, \"languages\": [\"kk\"],"
    " \"date\": \"2024-03-01\", \"kinds\": [{\"id\": \"k\", \"name\": {\"kk\": \"%s\"}}],"
    " \"verbs\": [{\"id\": \"v\", \"label\": {\"kk\": \"қолдайды\"}, \"inverse\": {\"kk\": \"қолданады\"}}],"
    " \"entities\": [{\"id\": \"a\", \"kind\": \"k\", \"name\": {\"kk\": \"Әкімдік\"}},"
    "  {\"id\": \"b\", \"kind\": \"k\", \"name\": {\"kk\": \"Мәслихат\"}}],"
    " \"relations\": [{\"id\": \"r\", \"from\": \"a\", \"verb\": \"v\", \"to\": \"b\"}],"
    " \"views\": [{\"id\": \"w\", \"title\": {\"kk\": \"Көрініс\"}, \"entities\": [\"a\", \"b\"]},"
    "  {\"id\": \"o\", \"title\": {\"kk\": \"Басқа\"}, \"entities\": [\"b\"]}],"
    " \"tours\": [{\"id\": \"t1\", \"title\": {\"kk\": \"Серуен\"}, \"steps\": ["
    "  {\"id\": \"s1\", \"title\": {\"kk\": \"Бірінші\"}, \"view\": \"w\", \"text\": {\"kk\": \"%s\"},"
    "   \"highlight\": [\"a\"]},"
    "  {\"id\": \"s2\", \"title\": {\"kk\": \"Екінші\"}, \"view\": \"w\", \"text\": {\"kk\": \"Қысқа.\"},"
    "   \"highlight\": [\"b\"]}%s]}]}";

/* Two that have another picture in common. */
static const char others[] =
    ", {\"id\": \"s3\", \"title\": {\"kk\": \"Үшінші\"}, \"view\": \"o\", \"text\": {\"kk\": \"Ү.\"}},"
    " {\"id\": \"s4\", \"title\": {\"kk\": \"Төртінші\"}, \"view\": \"o\", \"text\": {\"kk\": \"Т.\"}}";

/* "сөз1 сөз2 …": none can be missing without being missed. A sentence has ten. */
static char *
dup_words (guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (words, "%sсөз%u%s", i > 1 ? " " : "", i, i % 10 == 0 ? "." : "");
  return g_string_free (words, FALSE);
}

static QgMap *
new_map_with (const char *kind, const char *words, const char *steps)
{
  g_autofree char *text = g_strdup_printf (template, kind, words, steps), *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("qogam-XXXXXX.json", &path, &error);
  QgMap *map;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  map = qg_map_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  return map;
}

static QgMap *
new_map (const char *kind, const char *words)
{
  return new_map_with (kind, words, "");
}

static QgExportRequest
get_request (QgExportScope scope, QgFormat format, const char *page, gboolean landscape)
{
  QgExportRequest request = { .scope = scope, .format = format, .words = TRUE };

  request.options = (QgExportOptions){
    .margin = -1, .lang = QG_LANG_KK, .legend = TRUE, .sources = TRUE, .title = TRUE, .footer = TRUE
  };
  g_assert_true (qg_page_from_name (page, landscape, &request.options.page, NULL));
  return request;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qg_export_job_run_finish (QG_EXPORT_JOB (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static QgExportJob *
run (QgMap *map, const QgExportRequest *request)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  QgExportJob *job = qg_export_job_new (map, layouter, request);
  gboolean done = FALSE;

  qg_export_job_run_to_bytes_async (job, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return job;
}

/* How many of @n words stand on @sheet; they go on after @n_before. */
static guint
count_words (const QgSheet *sheet, guint n_before)
{
  guint n = n_before;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_array_index (sheet->lines, QgSheetLine, i).text, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        if (g_str_has_prefix (words[k], "сөз"))
          g_assert_cmpuint (g_ascii_strtoull (words[k] + strlen ("сөз"), NULL, 10), ==, ++n);
    }
  return n - n_before;
}

/* All lines are on the page, and those of the body above the footer, which begins with the map's name. */
static void
assert_on_page (const QgSheet *sheet)
{
  double bottom = sheet->size.height;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const QgSheetLine *line = &g_array_index (sheet->lines, QgSheetLine, i);

      if (g_str_has_prefix (line->text, "Карта"))
        bottom = line->baseline - line->size;
    }
  g_assert_cmpfloat (bottom, <, sheet->size.height);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const QgSheetLine *line = &g_array_index (sheet->lines, QgSheetLine, i);

      if (strstr (line->text, "сөз") != NULL)
        g_assert_cmpfloat (line->baseline, <=, bottom + 0.1);
    }
}

/* The words before a list are longer than a page, or an entry of it is. */
static void
test_lead (void)
{
  g_autoptr (QgMap) map = new_map ("Түр", "Сөз.");
  g_autofree char *words = dup_words (3000);
  const QgComposeEntry entries[] = { { .text = "Бірінші", .right = "2" }, { .text = words, .right = "3" } };

  for (guint lead = 0; lead < 2; lead++)
    {
      QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF, "16:9", TRUE);
      g_autoptr (GPtrArray) sheets =
          qg_compose_words (map, "Атауы", lead ? words : NULL, entries, lead ? 1 : 2, 1, &request.options);
      guint n = 0;

      g_assert_cmpuint (sheets->len, >, 2);
      for (guint i = 0; i < sheets->len; i++)
        {
          guint here = count_words (sheets->pdata[i], n);

          assert_on_page (sheets->pdata[i]);
          /* Only the last sheet, or the one before a long entry, has room left. */
          g_assert_true (here > 150 || i + 1 == sheets->len || (i == 0 && !lead));
          n += here;
        }
      g_assert_cmpuint (n, ==, 3000);
    }
}

/* What is said to a step goes on on pages of its own, each with the picture, which can be read. */
static void
test_step (gconstpointer data)
{
  QgFormat format = (QgFormat) GPOINTER_TO_UINT (data);
  static const char *const pages[] = { "16:9", "a4" };

  for (guint i = 0; i < G_N_ELEMENTS (pages) * 2; i++)
    {
      gboolean is_long = i % 2;
      g_autofree char *words = dup_words (is_long ? 1500 : 40);
      g_autoptr (QgMap) map = new_map_with ("Түр", words, others);
      QgExportRequest request = get_request (QG_EXPORT_TOUR, format, pages[i / 2], TRUE);
      g_autoptr (QgExportJob) job = run (map, &request);
      guint n = 0, n_pictures = 0, n_alone = 0, n_outlined = 0;

      for (guint k = 0; k < qg_export_job_get_n_sheets (job); k++)
        {
          const QgSheet *sheet = qg_export_job_get_sheet (job, k);
          const QgSheetPicture *picture;

          assert_on_page (sheet);
          n += count_words (sheet, n);
          if (sheet->pictures->len == 0)
            continue;
          n_pictures++;
          n_outlined += sheet->outlined;
          picture = &g_array_index (sheet->pictures, QgSheetPicture, 0);
          n_alone += qg_part_get_entities (qg_scene_get_part (picture->scene)).n == 1;
          g_assert_cmpfloat (sheet->least_text, >=, qg_page_get_least_text (sheet->medium));
        }
      g_assert_cmpuint (n, ==, is_long ? 1500 : 40);
      g_assert_cmpuint (n_pictures, >=, is_long ? 6 : 4);
      g_assert_true (is_long || n_pictures == 4);
      g_assert_cmpuint (n_alone, ==, 2);
      g_assert_cmpuint (n_outlined, ==, 4);
      g_assert_false (qg_export_job_cuts_words (job));
    }
}

/* Two steps on a sheet for six have the whole sheet, and long words the room that their pictures do not need.
 */
static void
test_handout (void)
{
  g_autofree char *words = dup_words (330), *too_many = dup_words (3000);
  g_autoptr (QgMap) map = new_map ("Түр", words), crowded = new_map ("Түр", too_many);
  QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF, "a4", FALSE);
  g_autoptr (QgExportJob) job = NULL, cut = NULL;
  QgExportReport report;

  request.handout = 6;
  job = run (map, &request);
  g_assert_cmpuint (count_words (qg_export_job_get_sheet (job, 1), 0), ==, 330);
  g_assert_false (qg_export_job_cuts_words (job));
  qg_export_job_get_report (job, &report);
  g_assert_cmpuint (report.clipped, ==, 0);
  cut = run (crowded, &request);
  g_assert_cmpuint (count_words (qg_export_job_get_sheet (cut, 1), 0), <, 3000);
  g_assert_true (qg_export_job_cuts_words (cut));
  qg_export_job_get_report (cut, &report);
  g_assert_cmpuint (report.clipped, ==, 1);
}

/* The last sheet has fewer steps than the others: what would be cut takes the room that is left. */
static void
test_last_handout (void)
{
  g_autofree char *words = dup_words (200);
  g_autoptr (QgMap) map = new_map ("Түр", words);
  QgExportRequest request = get_request (QG_EXPORT_VIEW, QG_FORMAT_PDF, "a4", FALSE);
  g_autoptr (QgExportJob) job = run (map, &request);
  QgScene *scene = g_array_index (qg_export_job_get_sheet (job, 0)->pictures, QgSheetPicture, 0).scene;

  for (guint is_long = 0; is_long < 2; is_long++)
    {
      const QgExportPage pages[] = {
        { .scene = scene, .title = "7. Қадам", .words = is_long ? words : "Сөз." },
        { .scene = scene, .title = "8. Қадам" }
      };
      g_autoptr (QgSheet) sheet = qg_compose_handout (pages, 2, 6, FALSE, "Серуен", "3", &request.options);
      const QgRect *first = &g_array_index (sheet->boxes, QgSheetBox, 0).rect;

      g_assert_cmpuint (sheet->clipped, ==, 0);
      g_assert_true ((first->width > sheet->size.width / 2) == (is_long > 0));
    }
}

/* Nobody hands out what has no size: it is as if A4 had been asked for. */
static void
test_handout_fit (void)
{
  g_autoptr (QgMap) map = new_map ("Түр", "Сөз.");
  QgExportRequest fit = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF, "fit", FALSE);
  QgExportRequest a4 = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF, "a4", FALSE);
  g_autoptr (QgExportJob) first = NULL, second = NULL;

  fit.handout = a4.handout = 6;
  first = run (map, &fit);
  second = run (map, &a4);
  g_assert_cmpuint (qg_export_job_get_n_sheets (first), ==, qg_export_job_get_n_sheets (second));
  for (guint i = 0; i < qg_export_job_get_n_sheets (first); i++)
    {
      const QgSheet *a = qg_export_job_get_sheet (first, i), *b = qg_export_job_get_sheet (second, i);

      g_assert_cmpfloat (a->size.width, ==, b->size.width);
      g_assert_cmpfloat (a->size.height, ==, b->size.height);
      g_assert_cmpint (a->medium, ==, QG_MEDIUM_PAPER);
      g_assert_cmpfloat (a->least_text, ==, b->least_text);
    }
}

/* An entry of the legend that is wider than the picture makes its page wider, and not a mile high. */
static void
test_legend (void)
{
  g_autoptr (QgMap) map =
      new_map ("Жергілікті қоғамдастықтың өкілді және атқарушы органдары мен ұйымдары", "Сөз.");
  QgExportRequest request = get_request (QG_EXPORT_VIEW, QG_FORMAT_SVG, "fit", TRUE);
  g_autoptr (QgExportJob) job = run (map, &request);
  const QgSheet *sheet = qg_export_job_get_sheet (job, 0);
  const QgSheetLegend *legend;

  g_assert_cmpfloat (sheet->size.height, <, 1000);
  g_assert_cmpfloat (sheet->size.width, >, 356);
  g_assert_cmpfloat (sheet->size.width, <, 1000);
  g_assert_cmpuint (sheet->legends->len, ==, 1);
  legend = &g_array_index (sheet->legends, QgSheetLegend, 0);
  g_assert_cmpfloat (legend->rect.x + legend->rect.width, <=, sheet->size.width);
  g_assert_cmpfloat (legend->rect.y + legend->rect.height, <=, sheet->size.height);
}

static void
test_split (void)
{
  g_autoptr (GPtrArray) one = qg_typeset_split ("Бір. Екі.", 10, FALSE, 100, 1);
  g_autoptr (GPtrArray) none = qg_typeset_split ("", 10, FALSE, 100, 1);
  g_autoptr (GPtrArray) sentences =
      qg_typeset_split ("Бірінші сөйлем ұзын. Екінші сөйлем, ол ұзақ.", 10, FALSE, 90, 2);
  g_autoptr (GPtrArray) letters = qg_typeset_split ("ааааааааааааааааааааааааааааа", 10, FALSE, 30, 1);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (one->pdata[0], ==, "Бір. Екі.");
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpstr (none->pdata[0], ==, "");
  g_assert_cmpuint (sentences->len, ==, 2);
  g_assert_cmpstr (sentences->pdata[0], ==, "Бірінші сөйлем ұзын.");
  g_assert_cmpstr (sentences->pdata[1], ==, "Екінші сөйлем, ол ұзақ.");
  g_assert_cmpuint (letters->len, >, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/long/legend", test_legend);
  g_test_add_func ("/export/long/lead", test_lead);
  g_test_add_func ("/export/long/split", test_split);
  g_test_add_data_func ("/export/long/step/pdf", GUINT_TO_POINTER (QG_FORMAT_PDF), test_step);
  g_test_add_data_func ("/export/long/step/svg", GUINT_TO_POINTER (QG_FORMAT_SVG), test_step);
  g_test_add_func ("/export/long/handout", test_handout);
  g_test_add_func ("/export/long/last-handout", test_last_handout);
  g_test_add_func ("/export/long/handout-fit", test_handout_fit);
  return g_test_run ();
}
