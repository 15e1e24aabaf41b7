/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Exports as the window makes them: with the real layout, in threads, into memory and into files. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-export-job.h"
#include "qg-export-plan.h"
#include "qg-map-file.h"

typedef struct
{
  QgMap *map;
  QgLayouter *layouter;
  char *folder;
} Fixture;

typedef struct
{
  gboolean done, succeeded;
  GError *error;
  guint n_steps;
  double last;
} Outcome;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "export", "letters.qogam.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  f->map = qg_map_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  f->layouter = qg_layouter_new (NULL, NULL);
  f->folder = g_dir_make_tmp ("qogam-XXXXXX", NULL);
}

static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
      n++;
    }
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  qg_map_unref (f->map);
  g_object_unref (f->layouter);
  empty_folder (f->folder);
  g_rmdir (f->folder);
  g_free (f->folder);
}

static QgExportRequest
get_request (QgExportScope scope, QgFormat format)
{
  QgExportRequest request = { .scope = scope, .format = format, .words = TRUE };

  request.options = (QgExportOptions){ .page = { 960, 540, QG_MEDIUM_SLIDE },
                                       .margin = -1,
                                       .lang = QG_LANG_KK,
                                       .legend = TRUE,
                                       .sources = TRUE,
                                       .title = TRUE,
                                       .footer = TRUE };
  return request;
}

static void
progress_cb (QgExportJob *job, GParamSpec *pspec, gpointer user_data)
{
  Outcome *outcome = user_data;

  g_assert_cmpfloat (qg_export_job_get_fraction (job), >=, outcome->last);
  outcome->last = qg_export_job_get_fraction (job);
  outcome->n_steps++;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->succeeded = qg_export_job_run_finish (QG_EXPORT_JOB (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_files (Fixture *f, gconstpointer data)
{
  QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_SVG);
  g_autoptr (QgExportJob) job = qg_export_job_new (f->map, f->layouter, &request);
  g_autofree char *path = g_build_filename (f->folder, "step.svg", NULL);
  Outcome outcome = { 0 };
  QgExportReport report;
  const char *const *files;
  guint n;

  g_signal_connect (job, "notify::fraction", G_CALLBACK (progress_cb), &outcome);
  qg_export_job_run_async (job, path, NULL, done_cb, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.succeeded);
  g_assert_cmpfloat (outcome.last, ==, 1);
  g_assert_cmpuint (outcome.n_steps, >, 2);
  files = qg_export_job_get_files (job, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (g_str_has_suffix (files[4], "step-05.svg"));
  qg_export_job_get_report (job, &report);
  g_assert_cmpuint (report.pages, ==, 5);
  g_assert_cmpuint (report.entities, ==, 8);
  g_assert_cmpuint (empty_folder (f->folder), ==, 5);
}

/* A plan is made on the main thread: what must be typeset to know the room for a step's picture is left to
 * whoever prepares it. */
static void
test_plan (Fixture *f, gconstpointer data)
{
  for (guint handout = 0; handout <= 4; handout += 4)
    {
      QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF);
      g_autoptr (QgExportPlan) plan = NULL;

      request.handout = handout;
      plan = qg_export_plan_new (f->map, &request);
      g_assert_cmpuint (plan->items->len, ==, 5);
      for (guint i = 0; i < plan->items->len; i++)
        {
          const QgExportItem *item = &g_array_index (plan->items, QgExportItem, i);

          g_assert_null (item->fit);
          if (item->same_as != QG_NONE)
            continue;
          g_assert_true (qg_export_plan_prepare (plan, i, NULL));
          g_assert_nonnull (item->fit);
          g_assert_null (item->scene);
        }
    }
}

static guint
count_entities (const QgSheet *sheet)
{
  const QgSheetPicture *picture = &g_array_index (sheet->pictures, QgSheetPicture, 0);

  return sheet->pictures->len > 0 ? qg_part_get_entities (qg_scene_get_part (picture->scene)).n : 0;
}

/* Page @n shows less than the one before and is called so, in its own file too. */
static void
assert_continues (Fixture *f, QgExportJob *job, guint n)
{
  const QgSheet *whole = qg_export_job_get_sheet (job, n - 1), *part = qg_export_job_get_sheet (job, n);
  g_autofree char *title = g_strdup_printf ("<title>%s</title>", part->title), *text = NULL;
  guint n_files;

  g_assert_cmpuint (count_entities (part), <, count_entities (whole));
  g_assert_true (g_str_has_prefix (part->title, whole->title));
  g_assert_cmpuint (strlen (part->title), >, strlen (whole->title));
  g_assert_true (g_file_get_contents (qg_export_job_get_files (job, &n_files)[n], &text, NULL, NULL));
  g_assert_nonnull (strstr (text, title));
}

/* Where a page is far too small: with words, a step whose page shows less than the screen does has all of
 * that on the page before; without, less is never shown. */
static void
test_nothing_is_missing (Fixture *f, gconstpointer data)
{
  for (guint words = 0; words < 2; words++)
    {
      QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_SVG);
      g_autoptr (QgExportPlan) plan = NULL;
      g_autoptr (QgExportJob) job = NULL;
      g_autofree char *path = g_build_filename (f->folder, "step.svg", NULL);
      guint sheet = 0, n_small = 0;
      Outcome outcome = { 0 };

      request.words = words > 0;
      request.options.page = (QgPage){ 240, 135, QG_MEDIUM_SLIDE };
      plan = qg_export_plan_new (f->map, &request);
      job = qg_export_job_new (f->map, f->layouter, &request);
      qg_export_job_run_async (job, path, NULL, done_cb, &outcome);
      wait_for (&outcome);
      g_assert_no_error (outcome.error);
      for (guint i = 0; i < plan->items->len; i++, sheet++)
        {
          guint n = qg_part_get_entities (g_array_index (plan->items, QgExportItem, i).part).n;

          g_assert_cmpuint (count_entities (qg_export_job_get_sheet (job, sheet)), ==, n);
          if (sheet + 1 == qg_export_job_get_n_sheets (job) ||
              qg_export_job_get_sheet (job, sheet + 1)->outlined)
            continue;
          assert_continues (f, job, ++sheet);
          n_small++;
        }
      g_assert_cmpuint (sheet, ==, qg_export_job_get_n_sheets (job));
      g_assert_cmpuint (n_small > 0, ==, words);
      empty_folder (f->folder);
    }
}

static void
test_bytes (Fixture *f, gconstpointer data)
{
  QgExportRequest request = get_request (QG_EXPORT_ALL_VIEWS, QG_FORMAT_PDF);
  g_autoptr (QgExportJob) job = qg_export_job_new (f->map, f->layouter, &request);
  Outcome outcome = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  qg_export_job_run_to_bytes_async (job, NULL, done_cb, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  bytes = qg_export_job_get_bytes (job);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);
  g_assert_cmpuint (empty_folder (f->folder), ==, 0);
}

/* Previews show the pages of the format itself: a tour as PDF has its outline first. */
static void
test_preview (Fixture *f, gconstpointer data)
{
  QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF);
  g_autoptr (QgExportJob) job = qg_export_job_new (f->map, f->layouter, &request);
  g_autoptr (GBytes) first = NULL, last = NULL;
  QgExportSmallest pictures, notes;

  for (guint i = 0; i < 2; i++)
    {
      Outcome outcome = { 0 };

      qg_export_job_preview_async (job, i == 0 ? 0 : 1000, 640, NULL, done_cb, &outcome);
      wait_for (&outcome);
      g_assert_no_error (outcome.error);
      *(i == 0 ? &first : &last) = qg_export_job_get_bytes (job);
    }
  g_assert_cmpuint (qg_export_job_get_n_sheets (job), >, 5);
  qg_export_job_get_smallest (job, &pictures, &notes);
  g_assert_cmpfloat (pictures.size, >=, 12);
  g_assert_cmpfloat (notes.size, >=, 12);
  g_assert_false (pictures.small || notes.small);
  /* The width stands behind the head of a PNG file, big-endian. */
  g_assert_cmpmem ((const guint8 *) g_bytes_get_data (first, NULL) + 16, 4, "\0\0\2\200", 4);
  g_assert_false (g_bytes_equal (first, last));
  g_assert_cmpuint (empty_folder (f->folder), ==, 0);
}

/* Cancelled at each of its first turns of the main loop: nothing is left, and no file is touched. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "tour.pdf", NULL);

  for (guint turns = 0; turns < 6; turns++)
    {
      QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_PDF);
      g_autoptr (QgExportJob) job = qg_export_job_new (f->map, f->layouter, &request);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Outcome outcome = { 0 };

      qg_export_job_run_async (job, path, cancellable, done_cb, &outcome);
      for (guint i = 0; i < turns && !outcome.done; i++)
        g_main_context_iteration (NULL, TRUE);
      if (outcome.done)
        {
          empty_folder (f->folder);
          g_clear_error (&outcome.error);
          continue;
        }
      g_cancellable_cancel (cancellable);
      wait_for (&outcome);
      g_assert_false (outcome.succeeded);
      g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&outcome.error);
      g_assert_cmpuint (empty_folder (f->folder), ==, 0);
    }
}

static void
test_failure (Fixture *f, gconstpointer data)
{
  QgExportRequest request = get_request (QG_EXPORT_VIEW, QG_FORMAT_PNG);
  g_autoptr (QgExportJob) full = qg_export_job_new (f->map, f->layouter, &request);
  g_autoptr (QgExportJob) large = NULL;
  g_autofree char *path = g_build_filename (f->folder, "large.png", NULL);
  Outcome outcome = { 0 };

  qg_export_job_run_async (full, "/dev/full", NULL, done_cb, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (outcome.error->message, "/dev/full"));
  g_clear_error (&outcome.error);

  outcome.done = FALSE;
  request.options.pixel_width = 100000;
  large = qg_export_job_new (f->map, f->layouter, &request);
  qg_export_job_run_async (large, path, NULL, done_cb, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_SIZE);
  g_clear_error (&outcome.error);
  g_assert_cmpuint (empty_folder (f->folder), ==, 0);
}

/* When all files are open and none is written. */
static void
remove_folder_cb (QgExportJob *job, GParamSpec *pspec, gpointer user_data)
{
  const char *folder = user_data;
  double fraction = qg_export_job_get_fraction (job);

  if (fraction < 0.85 || fraction >= 1 || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  /* Files that are written have no names yet, or go with the folder. */
  empty_folder (folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The folder goes away while many pages are written: it is said, and none of them is there. */
static void
test_vanished (Fixture *f, gconstpointer data)
{
  QgExportRequest request = get_request (QG_EXPORT_TOUR, QG_FORMAT_SVG);
  g_autoptr (QgExportJob) job = qg_export_job_new (f->map, f->layouter, &request);
  g_autofree char *folder = g_build_filename (f->folder, "sub", NULL);
  g_autofree char *path = g_build_filename (folder, "step.svg", NULL);
  Outcome outcome = { 0 };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_signal_connect (job, "notify::fraction", G_CALLBACK (remove_folder_cb), folder);
  qg_export_job_run_async (job, path, NULL, done_cb, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (outcome.error->message, "The folder is not there"));
  g_clear_error (&outcome.error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (empty_folder (f->folder), ==, 0);
}

/* What another program writes at the chosen name while pages are made is kept, until it is said that it may
 * go. */
static void
test_chosen (Fixture *f, gconstpointer data)
{
  QgExportRequest request = get_request (QG_EXPORT_VIEW, QG_FORMAT_SVG);
  g_autoptr (QgExportJob) job = qg_export_job_new (f->map, f->layouter, &request);
  g_autofree char *path = g_build_filename (f->folder, "view.svg", NULL), *found = NULL;
  Outcome outcome = { 0 }, again = { 0 };
  QgFileStamp chosen;

  qg_file_stamp_take (&chosen, path);
  qg_export_job_set_chosen (job, &chosen);
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  qg_export_job_run_async (job, path, NULL, done_cb, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_THERE);
  g_assert_nonnull (strstr (outcome.error->message, "view.svg"));
  g_clear_error (&outcome.error);
  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "theirs");
  qg_export_job_set_chosen (job, NULL);
  qg_export_job_run_async (job, path, NULL, done_cb, &again);
  wait_for (&again);
  g_assert_no_error (again.error);
  g_clear_pointer (&found, g_free);
  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_nonnull (strstr (found, "<svg"));
  g_assert_cmpuint (empty_folder (f->folder), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/export/job/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("files", test_files);
  ADD ("plan", test_plan);
  ADD ("nothing-is-missing", test_nothing_is_missing);
  ADD ("bytes", test_bytes);
  ADD ("preview", test_preview);
  ADD ("cancel", test_cancel);
  ADD ("failure", test_failure);
  ADD ("vanished", test_vanished);
  ADD ("chosen", test_chosen);
  return g_test_run ();
}
