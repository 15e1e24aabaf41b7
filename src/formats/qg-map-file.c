/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-map-file.h"

#include <glib/gi18n-lib.h>

#include "qg-file-read.h"
#include "qg-file-write.h"

static QgMap *
load_path (const char *path, QgProblems *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = qg_file_read (path, problems, cancellable, error);
  const QgMapFormat *format;
  const char *text;
  gsize length;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  /* Said before a format is looked for: nothing here is in UTF-16, so no format would know it. */
  if (!qg_file_check_text (text, length, problems, error))
    return NULL;
  format = qg_map_format_from_content (path, text, length);
  if (format == NULL || format->read == NULL)
    {
      qg_problems_add (problems, QG_PROBLEM_ERROR, 0, 0, N_ ("this is no format that Qogam reads"), NULL,
                       NULL, N_ ("a map in JSON; see docs/map-format.md"), NULL);
      g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_FORMAT,
                           "this is no format that Qogam reads");
      return NULL;
    }
  return format->read (path, text, length, problems, cancellable, error);
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
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? g_strdup (path) : g_file_get_uri (file);
  g_autoptr (QgProblems) found = qg_problems_new (name);
  QgMap *map = NULL;

  if (path != NULL)
    map = load_path (path, found, cancellable, error);
  else
    {
      qg_problems_add (found, QG_PROBLEM_ERROR, 0, 0, N_ ("the file is not on this computer"), NULL, NULL,
                       N_ ("a local file: save a copy of it first"), NULL);
      g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_READ,
                           "the file is not on this computer");
    }
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
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

/* qg_map_save:
 * @format: (nullable): %NULL for the one that the file's name has, own JSON where it has none
 * @losses: (out) (optional) (transfer full): a warning for everything that the format cannot keep; set in any
 * case
 *
 * Writes a map, whole or not at all (see qg_file_write()). Any thread. */
gboolean
qg_map_save (QgMap *map, GFile *file, const QgMapFormat *format, QgProblems **losses,
             GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (QgProblems) lost = qg_problems_new (path != NULL ? path : "");
  g_autoptr (GBytes) bytes = NULL;
  gboolean saved = FALSE;

  if (format == NULL && path != NULL)
    format = qg_map_format_from_name (path);
  if (format == NULL)
    format = qg_map_format_find ("json");
  if (path == NULL)
    g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_WRITE,
                         "the file is not on this computer; choose a local folder");
  else if (format->write == NULL)
    g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_FORMAT,
                 "Qogam reads %s but does not write it; choose json", format->id);
  else
    {
      bytes = format->write (map, lost, error);
      saved = bytes != NULL && qg_file_write (path, bytes, cancellable, error);
    }
  if (losses != NULL)
    *losses = g_steal_pointer (&lost);
  return saved;
}
