/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam export into data: what a picture would show, as DOT, GraphML, JSON and so on. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "qg-errno.h"
#include "qg-exporter.h"
#include "qg-map-file.h"
#include "qg-part-map.h"

const QgMapFormat *
qg_cli_find_data_format (const char *output, const char *format)
{
  const QgMapFormat *found = format != NULL ? qg_map_format_find (format) : qg_map_format_from_name (output);

  return found != NULL && qg_map_format_can_write (found) ? found : NULL;
}

char *
qg_cli_dup_endings (void)
{
  guint n;
  const QgMapFormat *const *formats = qg_map_formats_get (&n);
  GString *list = g_string_new (NULL);

  for (QgFormat i = 0; i < QG_N_FORMATS; i++)
    g_string_append_printf (list, "%s.%s", i > 0 ? ", " : "", qg_format_get_ending (i));
  for (guint i = 0; i < n; i++)
    if (qg_map_format_can_write (formats[i]))
      g_string_append_printf (list, ", .%s", formats[i]->id);
  return g_string_free (list, FALSE);
}

gboolean
qg_cli_may_write (const char *output, const QgMapFormat *format, gboolean force)
{
  g_autoptr (GFile) named = qg_cli_new_output_file (output);
  g_autofree char *path = g_file_get_path (named);
  char *names[2];
  gboolean may = TRUE;

  if (force || path == NULL || format->pair_names == NULL)
    return TRUE;
  format->pair_names (path, &names[0], &names[1]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (may && strcmp (names[i], path) != 0 && g_file_test (names[i], G_FILE_TEST_EXISTS))
        {
          g_autofree char *shown = g_filename_display_name (names[i]);

          qg_cli_error (_ ("“%s” is there already, and you have not named it. Choose another name, or let "
                           "--force replace it."),
                        shown);
          may = FALSE;
        }
      g_free (names[i]);
    }
  return may;
}

static void
print_losses (const QgProblems *losses)
{
  for (guint i = 0; losses != NULL && i < qg_problems_get_n (losses); i++)
    {
      g_autofree char *line = qg_problem_dup_line (qg_problems_get (losses, i));

      fprintf (stderr, "%s\n", line);
    }
}

static int
print_data (QgMap *map, const QgMapFormat *format, const QgMapWriteOptions *options)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gconstpointer data;

  if (format->write == NULL)
    return qg_cli_bad_call ("export", _ ("A pair of files cannot go to the standard output."));
  bytes = format->write (map, options, NULL, &error);
  if (bytes == NULL)
    {
      qg_cli_error ("%s", error->message);
      return QG_CLI_BAD_INPUT;
    }
  data = g_bytes_get_data (bytes, &length);
  fwrite (data, 1, length, stdout);
  return qg_cli_finish ();
}

/* The files that @output names, in the report as they were written. */
static void
print_report (const QgMap *map, const char *output, const QgMapFormat *format)
{
  g_autoptr (GFile) file = qg_cli_new_output_file (output);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *first = NULL, *second = NULL;
  const char *shown = g_ascii_strncasecmp (output, "file://", strlen ("file://")) == 0 ? path : output;

  if (format->pair_names != NULL)
    format->pair_names (shown, &first, &second);
  qg_cli_export_data_report (map, (const char *const[]){ first != NULL ? first : shown, second, NULL });
}

int
qg_cli_export_data (const QgPart *part, const char *output, const QgMapFormat *format, QgLang lang,
                    gboolean report)
{
  g_autoptr (QgMap) map = qg_part_dup_map (part);
  g_autoptr (GFile) file = qg_cli_new_output_file (output);
  g_autoptr (QgProblems) losses = NULL;
  g_autoptr (GError) error = NULL;
  QgMapWriteOptions options = { lang };

  if (g_strcmp0 (output, "-") == 0)
    return print_data (map, format, &options);
  if (!qg_map_save_with (map, file, format, &options, &losses, NULL, &error))
    {
      g_autofree char *why = qg_errno_dup_text (error);

      qg_cli_error (_ ("Could not write “%s”. %s"), output, why);
      return QG_CLI_BAD_INPUT;
    }
  print_losses (losses);
  if (!report)
    return QG_CLI_DONE;
  print_report (map, output, format);
  return qg_cli_finish ();
}
