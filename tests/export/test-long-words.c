/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Texts that are longer than anyone would want: they go on where there is room, and what is cut is known. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-compose.h"
#include "qg-export-job.h"
#include "qg-map-file.h"

/* Its %s: a kind's name, what is said to the first step. */
static const char template[] =
    "{\"qogam-map\": 1, \"id\": \"t\", \"title\": {\"kk\": \"Карта\"}, \"languages\": [\"kk\"],"
    " \"date\": \"2024-03-01\", \"kinds\": [{\"id\": \"k\", \"name\": {\"kk\": \"%s\"}}],"
    " \"verbs\": [{\"id\": \"v\", \"label\": {\"kk\": \"қолдайды\"}, \"inverse\": {\"kk\": \"қолданады\"}}],"
    " \"entities\": [{\"id\": \"a\", \"kind\": \"k\", \"name\": {\"kk\": \"Әкімдік\"}},"
    "  {\"id\": \"b\", \"kind\": \"k\", \"name\": {\"kk\": \"Мәслихат\"}}],"
    " \"relations\": [{\"id\": \"r\", \"from\": \"a\", \"verb\": \"v\", \"to\": \"b\"}],"
    " \"views\": [{\"id\": \"w\", \"title\": {\"kk\": \"Көрініс\"}, \"entities\": [\"a\", \"b\"]}],"
    " \"tours\": [{\"id\": \"t1\", \"title\": {\"kk\": \"Серуен\"}, \"steps\": ["
    "  {\"id\": \"s1\", \"title\": {\"kk\": \"Бірінші\"}, \"view\": \"w\", \"text\": {\"kk\": \"%s\"},"
    "   \"highlight\": [\"a\"]},"
    "  {\"id\": \"s2\", \"title\": {\"kk\": \"Екінші\"}, \"view\": \"w\", \"text\": {\"kk\": \"Қысқа.\"},"
    "   \"highlight\": [\"b\"]}]}]}";

static QgMap *
new_map (const char *kind, const char *words)
{
  g_autofree char *text = g_strdup_printf (template, kind, words), *path = NULL;
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/long/legend", test_legend);
  return g_test_run ();
}
