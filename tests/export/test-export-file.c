/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A file is written whole or not at all, and nothing is left over. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qg-export-file.h"
#include "qg-exporter.h"

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("qogam-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "picture.svg", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GDir *dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static gboolean
write_text (QgExportFile *file, const char *text, GError **error)
{
  return g_output_stream_write_all (qg_export_file_get_stream (file), text, strlen (text), NULL, NULL, error);
}

static void
assert_content (const char *path, const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

static void
write_whole (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QgExportFile) file = qg_export_file_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (write_text (file, text, &error));
  g_assert_true (qg_export_file_commit (file, &error));
  g_assert_no_error (error);
}

static void
test_new (Fixture *f, gconstpointer data)
{
  struct stat status;

  umask (027);
  write_whole (f->path, "new");
  assert_content (f->path, "new");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
  g_assert_cmpint (g_stat (f->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_replace (Fixture *f, gconstpointer data)
{
  struct stat status;

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  write_whole (f->path, "new");
  assert_content (f->path, "new");
  g_assert_cmpint (g_stat (f->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

/* What is given up leaves the old file, and nothing else. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  QgExportFile *file;

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  file = qg_export_file_open (f->path, NULL);
  g_assert_true (write_text (file, "half", NULL));
  qg_export_file_free (file);
  assert_content (f->path, "old");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_symlink (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "target.svg", NULL);
  g_autofree char *link = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink ("target.svg", f->path), ==, 0);
  write_whole (f->path, "new");
  assert_content (target, "new");
  link = g_file_read_link (f->path, NULL);
  g_assert_cmpstr (link, ==, "target.svg");
  g_assert_cmpuint (count_files (f->folder), ==, 2);
}

static void
test_dangling_symlink (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "target.svg", NULL);

  g_assert_cmpint (symlink ("target.svg", f->path), ==, 0);
  write_whole (f->path, "new");
  assert_content (target, "new");
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
}

static void
assert_refused (const char *path, const char *hint)
{
  g_autoptr (GError) error = NULL;
  QgExportFile *file = qg_export_file_open (path, &error);

  g_assert_null (file);
  g_assert_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, hint));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (f->folder, long_name, NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "gone", "x.svg", NULL);
  g_autofree char *under_file = NULL, *loop = g_build_filename (f->folder, "loop", NULL);

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  under_file = g_build_filename (f->path, "x.svg", NULL);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_refused (too_long, "too long");
  assert_refused (nowhere, "not there");
  assert_refused (under_file, "not there");
  assert_refused (f->folder, "folder");
  assert_refused (loop, "another place");
  assert_refused ("/proc/qogam.svg", "Could not write");
  g_assert_cmpuint (count_files (f->folder), ==, 2);
}

/* The folder goes away while the file is written. */
static void
test_vanished (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "sub", NULL);
  g_autofree char *path = g_build_filename (folder, "x.svg", NULL);
  g_autoptr (GError) error = NULL;
  QgExportFile *file;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  file = qg_export_file_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (write_text (file, "new", NULL));
  if (g_rmdir (folder) != 0)
    {
      /* Here the file that is written has a name; it goes with the folder. */
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      g_autofree char *name = g_build_filename (folder, g_dir_read_name (dir), NULL);

      g_assert_cmpint (g_remove (name), ==, 0);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
    }
  g_assert_false (qg_export_file_commit (file, &error));
  g_assert_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_WRITE);
  qg_export_file_free (file);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (QgExportFile) file = qg_export_file_open ("/dev/full", NULL);
  GError *cause = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (file);
  g_assert_false (write_text (file, "picture", &cause));
  error = qg_export_file_explain ("/dev/full", cause);
  g_assert_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "Make room"));
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

/* Something is there already when it is chosen, and is another thing when it is to be replaced; or nothing
 * was. When that happens: 0: not at all; 1: while it is written; 2: at the last moment. */
static void
test_chosen (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      gboolean there = i % 2;
      guint when = i / 2;
      g_autoptr (QgExportFile) file = NULL;
      g_autoptr (GError) error = NULL;
      QgFileStamp stamp;
      gboolean done;

      g_remove (f->path);
      if (there)
        put (f->path, "old");
      qg_file_stamp_take (&stamp, f->path);
      g_assert_cmpint (stamp.there, ==, there);
      file = qg_export_file_open (f->path, &error);
      g_assert_no_error (error);
      qg_export_file_expect (file, &stamp);
      g_assert_true (write_text (file, "new", &error));
      if (when == 1)
        put (f->path, "theirs");
      done = qg_export_file_prepare (file, &error);
      g_assert_cmpint (done, ==, when != 1);
      if (when == 2)
        put (f->path, "theirs");
      if (done)
        done = qg_export_file_commit (file, &error);
      g_assert_cmpint (done, ==, when == 0);
      if (done)
        g_assert_no_error (error);
      else
        g_assert_error (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_THERE);
      assert_holds (f->path, when == 0 ? "new" : "theirs");
      g_clear_pointer (&file, qg_export_file_free);
      g_assert_cmpuint (count_files (f->folder), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/export/file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new", test_new);
  ADD ("replace", test_replace);
  ADD ("drop", test_drop);
  ADD ("symlink", test_symlink);
  ADD ("dangling-symlink", test_dangling_symlink);
  ADD ("refused", test_refused);
  ADD ("vanished", test_vanished);
  ADD ("full-disk", test_full_disk);
  ADD ("chosen", test_chosen);
  return g_test_run ();
}
