/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "qg-errno.h"
#include "qg-file-read.h"
#include "qg-file-write.h"
#include "qg-map-file.h"
#include "qg-paths.h"

static const char small[] =
    "{\"qogam-map\": 1, \"id\": \"t\", \"title\": \"T\", \"languages\": [\"en\"], \"kinds\": [], "
    "\"verbs\": [], \"entities\": [], \"relations\": []}";

typedef struct
{
  char *dir;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_assert_nonnull (f->dir);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->dir);
  g_free (f->dir);
}

static char *
dup_path (Fixture *f, const char *name)
{
  return g_build_filename (f->dir, name, NULL);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_load_fails (const char *path, QgFormatsError code, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *line = NULL;

  g_assert_null (qg_map_load (file, &problems, NULL, &error));
  g_assert_error (error, QG_FORMATS_ERROR, (gint) code);
  text = qg_problems_dup_text (problems);
  line = g_strdup_printf ("%s: error: %s", path, message);
  if (!g_str_has_prefix (text, line))
    g_error ("“%s” should begin with “%s”", text, line);
}

static void
test_special (Fixture *f, gconstpointer data)
{
  g_autofree char *fifo = dup_path (f, "fifo.json"), *missing = dup_path (f, "missing.json");
  g_autofree char *below = dup_path (f, "missing.json/x"), *name = dup_path (f, "socket.json");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_strlcpy (address.sun_path, name, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_load_fails (f->dir, QG_FORMATS_ERROR_DIRECTORY, "this is a folder, not a file");
  assert_load_fails (fifo, QG_FORMATS_ERROR_SPECIAL, "this is a pipe, not a file");
  assert_load_fails (name, QG_FORMATS_ERROR_SPECIAL, "this is a socket or a device, not a file");
  assert_load_fails ("/dev/zero", QG_FORMATS_ERROR_SPECIAL, "this is a socket or a device, not a file");
  assert_load_fails ("/dev/null", QG_FORMATS_ERROR_SPECIAL, "this is a socket or a device, not a file");
  assert_load_fails (missing, QG_FORMATS_ERROR_NOT_FOUND, "there is no such file");
  assert_load_fails (below, QG_FORMATS_ERROR_NOT_FOUND, "there is no such file");
  close (fd);
}

static void
assert_content_fails (Fixture *f, const char *name, const char *content, gssize length, QgFormatsError code,
                      const char *message)
{
  g_autofree char *path = dup_path (f, name);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  assert_load_fails (path, code, message);
}

static void
test_content (Fixture *f, gconstpointer data)
{
  g_autofree char *sparse = dup_path (f, "sparse.json");
  int fd = open (sparse, O_WRONLY | O_CREAT, 0600);

  g_assert_cmpint (ftruncate (fd, (off_t) 1 << 30), ==, 0);
  close (fd);
  assert_load_fails (sparse, QG_FORMATS_ERROR_TOO_LARGE, "the file is too large; expected: at most 256 MiB");
  assert_content_fails (f, "empty.json", "", 0, QG_FORMATS_ERROR_EMPTY, "the file is empty");
  assert_content_fails (f, "utf16.json", "\xFF\xFE{\0}\0", 6, QG_FORMATS_ERROR_ENCODING,
                        "the file is in UTF-16");
  assert_content_fails (f, "a.pdf", "%PDF-1.7\n%\xB5\xED\xAE\xFB\n", -1, QG_FORMATS_ERROR_FORMAT,
                        "this is a PDF, not a map; expected: a map in JSON, DOT, GraphML, CSV or CXL");
  assert_content_fails (f, "a.json", "\x89PNG\r\n\x1A\n\0", 9, QG_FORMATS_ERROR_FORMAT,
                        "this is a PNG picture");
  assert_content_fails (f, "a.csv", "\xFF\xD8\xFF\xE0", 4, QG_FORMATS_ERROR_FORMAT, "this is a JPEG picture");
  assert_content_fails (f, "a.zip", "PK\3\4\0\0", 6, QG_FORMATS_ERROR_FORMAT, "this is a ZIP archive");
  assert_content_fails (f, "a.docx", "PK\3\4\0\0[Content_Types].xml", 25, QG_FORMATS_ERROR_FORMAT,
                        "this is an office document");
  assert_content_fails (f, "a.xlsx", "PK\3\4\0\0[Content_Types].xmlxl/workbook.xml", 40,
                        QG_FORMATS_ERROR_FORMAT, "this is a spreadsheet");
  assert_content_fails (f, "a.ods", "PK\3\4\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", 62,
                        QG_FORMATS_ERROR_FORMAT, "this is a spreadsheet");
  assert_content_fails (f, "note.txt", "hello", -1, QG_FORMATS_ERROR_FORMAT,
                        "this is no format that Qogam reads");
}

static void
test_faults_inside (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *content, *place;
    QgFormatsError code;
  } cases[] = {
    { "// only a comment\n", "1:1: error: comments are not allowed", QG_FORMATS_ERROR_SYNTAX },
    { "{}", "1:1: error: the field “qogam-map” is missing", QG_FORMATS_ERROR_INVALID },
    { "{}\n{}", "2:1: error: there is something behind the end", QG_FORMATS_ERROR_SYNTAX },
    { "{\n\"a\": \"\xCF\xF0\"}", "2:7: error: the byte 0xCF is not UTF-8", QG_FORMATS_ERROR_ENCODING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = dup_path (f, "case.json");
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (QgProblems) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL, *start = g_strdup_printf ("%s:%s", path, cases[i].place);

      g_assert_true (g_file_set_contents (path, cases[i].content, -1, NULL));
      g_assert_null (qg_map_load (file, &problems, NULL, &error));
      g_assert_error (error, QG_FORMATS_ERROR, (gint) cases[i].code);
      text = qg_problems_dup_text (problems);
      g_assert_true (g_str_has_prefix (text, start));
    }
}

/* root may read everything, so that right is put down for the while. */
static void
test_unreadable (Fixture *f, gconstpointer data)
{
  g_autofree char *path = dup_path (f, "secret.json");

  g_assert_true (g_file_set_contents (path, small, -1, NULL));
  g_assert_cmpint (chmod (f->dir, 0755), ==, 0);
  g_assert_cmpint (chmod (path, 0), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_load_fails (path, QG_FORMATS_ERROR_PERMISSION, "you have no permission to read this file");
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static QgMap *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  QgMap *map = qg_map_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
save (QgMap *map, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) losses = NULL;
  g_autoptr (GError) error = NULL;

  qg_map_save (map, file, NULL, &losses, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qg_problems_get_n (losses), ==, 0);
}

/* The map that comes with the program has no fault, and saving keeps it. */
static void
test_bundled (Fixture *f, gconstpointer data)
{
  g_autofree char *path = qg_paths_dup_bundled_map (), *once = dup_path (f, "once.json");
  g_autofree char *twice = dup_path (f, "twice.json"), *a = NULL, *b = NULL, *verdict = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (QgMap) map = qg_map_load (file, &problems, NULL, NULL);
  g_autoptr (QgMap) again = NULL;

  verdict = qg_problems_dup_text (problems);
  g_assert_cmpstr (verdict, ==, "");
  save (map, once);
  again = load (once);
  save (again, twice);
  g_assert_true (g_file_get_contents (once, &a, NULL, NULL));
  g_assert_true (g_file_get_contents (twice, &b, NULL, NULL));
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpuint (qg_map_get_n_entities (again), ==, qg_map_get_n_entities (map));
  g_assert_cmpuint (qg_map_get_n_relations (again), ==, qg_map_get_n_relations (map));
  g_assert_cmpuint (count_files (f), ==, 2);
}

static void
write_ok (const char *path, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;

  qg_file_write (path, bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_write_keeps (Fixture *f, gconstpointer data)
{
  g_autofree char *path = dup_path (f, "map.json"), *link = dup_path (f, "link.json"),
                  *hard = dup_path (f, "hard.json");
  struct stat info;

  write_ok (path, "one");
  assert_content (path, "one");
  g_assert_cmpint (chmod (path, 0600), ==, 0);
  g_assert_cmpint (symlink ("map.json", link), ==, 0);
  g_assert_cmpint (linkat (AT_FDCWD, path, AT_FDCWD, hard, 0), ==, 0);
  write_ok (link, "two");
  assert_content (path, "two");
  g_assert_cmpint (lstat (link, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  /* The other name of a hard link keeps the old content. */
  assert_content (hard, "one");
  g_assert_cmpuint (count_files (f), ==, 3);
}

/* A link that leads to what is not there yet stays, too, at the end of a chain in any folder. */
static void
test_write_dangling (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = dup_path (f, "folder"), *inner = dup_path (f, "folder/inner.json"),
                  *path = dup_path (f, "new.json"), *link = dup_path (f, "link.json"),
                  *circle = dup_path (f, "circle.json");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("../new.json", inner), ==, 0);
  g_assert_cmpint (symlink (inner, link), ==, 0);
  g_assert_cmpint (symlink ("circle.json", circle), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      write_ok (link, i == 0 ? "one" : "two");
      assert_content (path, i == 0 ? "one" : "two");
      g_assert_false (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (inner, G_FILE_TEST_IS_SYMLINK));
    }
  g_assert_false (qg_file_write (circle, bytes, NULL, &error));
  g_assert_error (error, QG_ERRNO_ERROR, ELOOP);
  g_assert_cmpuint (count_files (f), ==, 4);
  g_remove (inner);
  g_rmdir (folder);
}

static void
assert_write_fails (const char *path, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (100000, 'x'), 100000);
  g_autoptr (GError) error = NULL;

  g_assert_false (qg_file_write (path, bytes, cancellable, &error));
  g_assert_nonnull (error);
}

/* A full disk is like a limit on the size of files: the old file stays, and nothing lies about. */
static void
test_write_fails (Fixture *f, gconstpointer data)
{
  g_autofree char *path = dup_path (f, "map.json"), *nowhere = dup_path (f, "no/map.json"),
                  *fifo = dup_path (f, "fifo");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  struct rlimit old, limit;

  write_ok (path, "old");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_write_fails (path, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_cancellable_cancel (cancellable);
  assert_write_fails (path, cancellable);
  assert_write_fails (nowhere, NULL);
  assert_write_fails (f->dir, NULL);
  assert_write_fails (fifo, NULL);
  assert_content (path, "old");
  g_assert_cmpuint (count_files (f), ==, 2);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (Fixture *f, gconstpointer data)
{
  g_autofree char *path = dup_path (f, "map.json"), *bad = dup_path (f, "bad.json");
  const char *const paths[] = { path, bad };

  write_ok (path, small);
  write_ok (bad, "[1, 2");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (QgProblems) problems = NULL;
      g_autoptr (QgMap) map = NULL;
      g_autoptr (GError) error = NULL;

      qg_map_load_async (file, NULL, loaded_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      map = qg_map_load_finish (result, &problems, &error);
      g_assert_cmpint (map != NULL, ==, i == 0);
      g_assert_cmpuint (qg_problems_get_n_errors (problems), ==, i);
      g_assert_cmpint (error != NULL, ==, i == 1);
    }
}

static void
test_maps_of_files (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *files, *maps;
  } cases[] = {
    { "/a.json /b.gv", "/a.json /b.gv" },
    { "/a.json /a.json", "/a.json" },
    { "/m-relations.csv /x.gv /m-entities.csv", "/m-relations.csv /x.gv" },
    { "/entities.tsv /relations.tsv", "/entities.tsv" },
    /* No pairs: in two folders, with two endings, by two names. */
    { "/a/entities.csv /b/relations.csv", "/a/entities.csv /b/relations.csv" },
    { "/m-entities.csv /m-relations.tsv", "/m-entities.csv /m-relations.tsv" },
    { "/m-entities.csv /n-relations.csv", "/m-entities.csv /n-relations.csv" },
    { "/m.csv /m-entities.csv", "/m.csv /m-entities.csv" },
    { "https://example.org/entities.csv /entities.csv", "https://example.org/entities.csv /entities.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].files, " ", -1);
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref), maps = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; names[k] != NULL; k++)
        g_ptr_array_add (files, g_file_new_for_commandline_arg (names[k]));
      maps = qg_map_files_dup_maps ((GFile *const *) files->pdata, files->len);
      for (guint k = 0; k < maps->len; k++)
        {
          g_autofree char *name = g_file_get_parse_name (maps->pdata[k]);

          g_string_append_printf (found, "%s%s", k > 0 ? " " : "", name);
        }
      g_assert_cmpstr (found->str, ==, cases[i].maps);
    }
}

#define ADD(name, func) g_test_add ("/formats/map-file/" name, Fixture, NULL, set_up, func, tear_down)

/* In the order of the lines, one file after the other. */
static void
test_sorted (void)
{
  static const guint given[] = { 22, 19, 0, 19 }, expected[] = { 0, 19, 19, 22, 1 };
  g_autoptr (QgProblems) problems = qg_problems_new ("a.csv");

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    qg_problems_add (problems, QG_PROBLEM_ERROR, given[i], given[i] > 0 ? 10 - i : 0, "%s", "a", NULL, NULL,
                     NULL);
  qg_problems_set_file (problems, "b.csv");
  qg_problems_add (problems, QG_PROBLEM_WARNING, 1, 1, "%s", "b", NULL, NULL, NULL);
  qg_problems_sort (problems);
  g_assert_cmpuint (qg_problems_get_n (problems), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (qg_problems_get (problems, i)->line, ==, expected[i]);
  g_assert_cmpuint (qg_problems_get (problems, 1)->column, <, qg_problems_get (problems, 2)->column);
  g_assert_cmpuint (qg_problems_get_n_errors (problems), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("special", test_special);
  ADD ("content", test_content);
  ADD ("faults-inside", test_faults_inside);
  ADD ("unreadable", test_unreadable);
  ADD ("bundled", test_bundled);
  ADD ("write-keeps", test_write_keeps);
  ADD ("write-dangling", test_write_dangling);
  ADD ("maps-of-files", test_maps_of_files);
  ADD ("write-fails", test_write_fails);
  ADD ("async", test_async);
  g_test_add_func ("/formats/map-file/sorted", test_sorted);
  return g_test_run ();
}
