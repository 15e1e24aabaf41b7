/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-map-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-decode.h"
#include "qg-file-read.h"
#include "qg-file-write.h"
#include "qg-map-csv.h"
#include "qg-other-file.h"

/* A folder is a map when there is a pair of tables in it. */
static char *
dup_file_in_folder (const char *path)
{
  g_autofree char *entities = g_build_filename (path, "entities.csv", NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && g_file_test (entities, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&entities);
  return g_strdup (path);
}

static gboolean
is_table (const char *path)
{
  const char *ending = path != NULL ? strrchr (path, '.') : NULL;

  return ending != NULL &&
         (g_ascii_strcasecmp (ending, ".csv") == 0 || g_ascii_strcasecmp (ending, ".tsv") == 0);
}

/* Whether @path is one of the two tables of a pair, and @other belongs to it. */
static gboolean
is_of_pair (const char *path, const char *other)
{
  g_autofree char *entities = NULL, *relations = NULL;

  qg_map_csv_pair_names (path, &entities, &relations);
  return (g_str_equal (entities, path) && g_str_equal (relations, other)) ||
         (g_str_equal (relations, path) && g_str_equal (entities, other));
}

static gboolean
is_same_map (GFile *a, GFile *b)
{
  const char *one = g_file_peek_path (a), *other = g_file_peek_path (b);

  return g_file_equal (a, b) || (is_table (one) && is_table (other) && is_of_pair (one, other));
}

GPtrArray *
qg_map_files_dup_maps (GFile *const *files, guint n)
{
  GPtrArray *maps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < maps->len && !known; k++)
        known = is_same_map (maps->pdata[k], files[i]);
      if (!known)
        g_ptr_array_add (maps, g_object_ref (files[i]));
    }
  return maps;
}

GPtrArray *
qg_map_file_dup_parts (GFile *file)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  const char *given = g_file_peek_path (file);
  g_autofree char *path = given != NULL ? dup_file_in_folder (given) : NULL;

  if (path == NULL)
    {
      g_ptr_array_add (parts, g_object_ref (file));
      return parts;
    }
  g_ptr_array_add (parts, g_file_new_for_path (path));
  if (is_table (path))
    {
      char *pair[2];

      qg_map_csv_pair_names (path, &pair[0], &pair[1]);
      for (guint i = 0; i < 2; i++)
        if (!g_str_equal (pair[i], path) && g_file_test (pair[i], G_FILE_TEST_IS_REGULAR))
          g_ptr_array_add (parts, g_file_new_for_path (pair[i]));
      g_free (pair[0]);
      g_free (pair[1]);
    }
  return parts;
}

#define QG_READABLE N_ ("a map in JSON, DOT, GraphML, CSV or CXL; see docs/formats.md")

/* A document or a picture is named, rather than a byte of it. */
static gboolean
check_other (const QgMapInput *input, GError **error)
{
  const char *told = qg_other_file_tell (input->text, input->length);

  if (told == NULL)
    return TRUE;
  qg_problems_add (input->problems, QG_PROBLEM_ERROR, 0, 0, told, NULL, NULL, QG_READABLE, NULL);
  g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_FORMAT, told);
  return FALSE;
}

static QgMap *
fail_format (const QgMapFormat *format, const QgMapInput *input, GError **error)
{
  /* Its name alone may have told the format. */
  gboolean known = format != NULL && format->sniff (input->text, input->length) > 0;

  qg_problems_add (input->problems, QG_PROBLEM_ERROR, 0, 0,
                   known ? N_ ("this is %s, which Qogam writes but does not read")
                         : N_ ("this is no format that Qogam reads"),
                   known ? format->name : NULL, NULL, QG_READABLE, NULL);
  g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_FORMAT,
                       "this is no format that Qogam reads");
  return NULL;
}

static QgMap *
load_path (const char *asked, const QgMapReadOptions *options, GPtrArray *graphs, QgProblems *problems,
           GCancellable *cancellable, GError **error)
{
  g_autofree char *path = dup_file_in_folder (asked), *encoding = NULL;
  g_autoptr (GBytes) bytes = qg_file_read (path, problems, cancellable, error), text = NULL;
  const QgMapFormat *format = options->format;
  QgMapInput input = {
    .path = path, .options = options, .graphs = graphs, .problems = problems, .cancellable = cancellable
  };
  QgMap *map;

  if (bytes == NULL)
    return NULL;
  input.text = g_bytes_get_data (bytes, &input.length);
  if (!check_other (&input, error))
    return NULL;
  text = qg_decode (bytes, &encoding);
  if (text != NULL)
    {
      input.text = g_bytes_get_data (text, &input.length);
      if (format == NULL)
        format = qg_map_format_from_content (path, input.text, input.length);
    }
  if (format == NULL || !format->any_encoding)
    {
      input.text = g_bytes_get_data (bytes, &input.length);
      /* Said before a format is missed: there might be one if this were text. */
      if (!qg_file_check_text (input.text, input.length, problems, error))
        return NULL;
    }
  if (format == NULL || format->read == NULL)
    return fail_format (format, &input, error);
  if (!qg_file_check_text (input.text, input.length, problems, error))
    return NULL;
  if (format->any_encoding && encoding != NULL)
    qg_problems_add (problems, QG_PROBLEM_WARNING, 0, 0, N_ ("the text was taken for %s"), encoding, NULL,
                     N_ ("text in UTF-8"), NULL);
  map = format->read (&input, error);
  /* A graph is wished for in a format that knows of none. */
  if (map != NULL && graphs->len == 0 && options->graph != NULL)
    {
      qg_map_input_choose (&input, error);
      g_clear_pointer (&map, qg_map_unref);
    }
  return map;
}

/* qg_map_load:
 * @file: on this computer
 * @problems: (out) (optional) (transfer full): all errors and warnings; set in any case
 *
 * Reads a map. Any thread; may take a second for a very large file, so the main thread calls
 * qg_map_load_async(). Errors: %QG_FORMATS_ERROR (each is among @problems too), %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the map, perhaps with warnings; %NULL with @error set */
QgMap *
qg_map_load (GFile *file, QgProblems **problems, GCancellable *cancellable, GError **error)
{
  return qg_map_load_with (file, NULL, NULL, problems, cancellable, error);
}

/* qg_map_load_with:
 * @options: (nullable): what the file does not say itself
 * @graphs: (out) (optional) (transfer full): all graphs in the file, of which one became the map; an empty
 * list for formats that cannot have several; set in any case
 *
 * As qg_map_load(). */
QgMap *
qg_map_load_with (GFile *file, const QgMapReadOptions *options, GPtrArray **graphs, QgProblems **problems,
                  GCancellable *cancellable, GError **error)
{
  static const QgMapReadOptions none = { NULL, NULL, NULL };
  g_autoptr (GPtrArray) listed = qg_map_graphs_new ();
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? g_strdup (path) : g_file_get_uri (file);
  g_autoptr (QgProblems) found = qg_problems_new (name);
  QgMap *map = NULL;

  if (path != NULL)
    map = load_path (path, options != NULL ? options : &none, listed, found, cancellable, error);
  else
    {
      qg_problems_add (found, QG_PROBLEM_ERROR, 0, 0, N_ ("the file is not on this computer"), NULL, NULL,
                       N_ ("a local file: save a copy of it first"), NULL);
      g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_READ,
                           "the file is not on this computer");
    }
  qg_problems_sort (found);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  if (graphs != NULL)
    *graphs = g_steal_pointer (&listed);
  return map;
}

/* The problems outlive a failed task: they travel beside its result. */
static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QgProblems *problems = NULL;
  GError *error = NULL;
  QgMap *map = qg_map_load (data, &problems, cancellable, &error);

  g_object_set_data_full (G_OBJECT (task), "qg-problems", problems, (GDestroyNotify) qg_problems_unref);
  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify) qg_map_unref);
  else
    g_task_return_error (task, error);
}

/* qg_map_load_async:
 * As qg_map_load(), in a thread of its own. */
void
qg_map_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, qg_map_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/* qg_map_load_finish:
 * @problems: (out) (optional) (transfer full): as for qg_map_load() */
QgMap *
qg_map_load_finish (GAsyncResult *result, QgProblems **problems, GError **error)
{
  QgProblems *found;

  g_return_val_if_fail (g_async_result_is_tagged (result, qg_map_load_async), NULL);
  found = g_object_get_data (G_OBJECT (result), "qg-problems");
  if (problems != NULL)
    *problems = found != NULL ? qg_problems_ref (found) : qg_problems_new ("");
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
save_pair (QgMap *map, const char *path, const QgMapFormat *format, const QgMapWriteOptions *options,
           QgProblems *lost, GCancellable *cancellable, GError **error)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GBytes) one = NULL, other = NULL;

  format->pair_names (path, &first, &second);
  one = format->write_pair (map, options, lost, &other, error);
  return one != NULL && qg_file_write (first, one, cancellable, error) &&
         qg_file_write (second, other, cancellable, error);
}

/* qg_map_save:
 * As qg_map_save_with(), without options. */
gboolean
qg_map_save (QgMap *map, GFile *file, const QgMapFormat *format, QgProblems **losses,
             GCancellable *cancellable, GError **error)
{
  return qg_map_save_with (map, file, format, NULL, losses, cancellable, error);
}

/* qg_map_save_with:
 * @format: (nullable): %NULL for the one that the file's name has, own JSON where it has none
 * @options: (nullable)
 * @losses: (out) (optional) (transfer full): a warning for everything that the format cannot keep; set in any
 * case
 *
 * Writes a map, whole or not at all (see qg_file_write()); of a pair of tables each. Any thread. */
gboolean
qg_map_save_with (QgMap *map, GFile *file, const QgMapFormat *format, const QgMapWriteOptions *options,
                  QgProblems **losses, GCancellable *cancellable, GError **error)
{
  static const QgMapWriteOptions none = { NULL };
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (QgProblems) lost = qg_problems_new (path != NULL ? path : "");
  gboolean saved = FALSE;

  if (options == NULL)
    options = &none;
  if (format == NULL && path != NULL)
    format = qg_map_format_from_name (path);
  if (format == NULL)
    format = qg_map_format_find ("json");
  if (path == NULL)
    g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_WRITE,
                         N_ ("the file is not on this computer; choose a local folder"));
  else if (!qg_map_format_can_write (format))
    g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_FORMAT,
                 "Qogam reads %s but does not write it; choose json", format->id);
  else if (format->write_pair != NULL)
    saved = save_pair (map, path, format, options, lost, cancellable, error);
  else
    {
      g_autoptr (GBytes) bytes = format->write (map, options, lost, error);

      saved = bytes != NULL && qg_file_write (path, bytes, cancellable, error);
    }
  if (losses != NULL)
    *losses = g_steal_pointer (&lost);
  return saved;
}
