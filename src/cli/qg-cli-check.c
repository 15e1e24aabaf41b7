/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam check: every fault of map files with its line and column. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "qg-map-file.h"
#include "qg-number.h"
#include "qg-paths.h"

typedef struct
{
  guint errors, warnings;
} Counts;

/* The file that a problem is in, named as the person named @path: that one, or the other file of a pair,
 * beside it. (transfer full) */
static char *
dup_shown_file (const QgProblem *problem, const char *path)
{
  g_autofree char *given = g_path_get_basename (path), *own = g_path_get_basename (problem->file);
  g_autofree char *folder = g_path_get_dirname (path);

  if (strcmp (given, own) == 0)
    return g_strdup (path);
  return strcmp (folder, ".") == 0 ? g_steal_pointer (&own) : g_build_filename (folder, own, NULL);
}

static void
print_problem (const QgProblem *problem, const char *path)
{
  g_autofree char *line = qg_problem_dup_line (problem), *shown = dup_shown_file (problem, path);
  const char *rest = g_str_has_prefix (line, problem->file) ? line + strlen (problem->file) : NULL;

  printf ("%s%s\n", rest != NULL ? shown : "", rest != NULL ? rest : line);
}

static Counts
check_file (const char *path, const char *graph)
{
  QgMapReadOptions options = { NULL, graph, NULL };
  g_autoptr (GFile) file = qg_cli_new_input_file (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) graphs = NULL;
  g_autoptr (QgMap) map = qg_map_load_with (file, &options, &graphs, &problems, NULL, &error);
  Counts counts = { 0, 0 };

  for (guint i = 0; problems != NULL && i < qg_problems_get_n (problems); i++)
    print_problem (qg_problems_get (problems, i), path);
  if (problems != NULL && qg_problems_get_n_more (problems) > 0)
    {
      printf (_ ("… and %u more."), qg_problems_get_n_more (problems));
      putchar ('\n');
    }
  if (graph == NULL || g_error_matches (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH))
    qg_cli_list_graphs (graphs);
  if (problems != NULL)
    counts = (Counts){ qg_problems_get_n_errors (problems), qg_problems_get_n_warnings (problems) };
  /* What goes wrong without a problem of its own: a file that cannot be read. */
  if (map == NULL && counts.errors == 0)
    {
      printf ("%s: error: %s\n", path, error != NULL ? error->message : "");
      counts.errors++;
    }
  return counts;
}

static void
print_counts (const char *path, const Counts *counts)
{
  g_autofree char *errors = qg_number_in_line (
      g_dngettext (GETTEXT_PACKAGE, "%s error", "%s errors", counts->errors), counts->errors);
  g_autofree char *warnings = qg_number_in_line (
      g_dngettext (GETTEXT_PACKAGE, "%s warning", "%s warnings", counts->warnings), counts->warnings);

  printf ("%s: %s, %s\n", path, errors, warnings);
}

int
qg_cli_check (int argc, char **argv)
{
  g_autofree char *bundled = NULL, *graph = NULL;
  gboolean wrong = FALSE;
  const GOptionEntry options[] = {
    { "graph", 0, 0, G_OPTION_ARG_STRING, &graph,
      N_ ("Of a file with several graphs this one: its name, or its number from 1"), N_ ("N|NAME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!qg_cli_parse (&argc, &argv, _ ("[FILE…]"),
                     _ ("Prints every error and warning in map files as FILE:LINE:COLUMN. Without a file, in "
                        "the map that comes with Qogam."),
                     options, NULL, FALSE))
    return QG_CLI_BAD_CALL;
  if (argc < 2)
    bundled = qg_paths_dup_bundled_map ();
  for (int i = 1; i < MAX (argc, 2); i++)
    {
      const char *path = bundled != NULL ? bundled : argv[i];
      Counts counts = check_file (path, graph);

      print_counts (path, &counts);
      wrong = wrong || counts.errors > 0;
    }
  if (qg_cli_finish () != QG_CLI_DONE)
    return QG_CLI_BAD_INPUT;
  return wrong ? QG_CLI_BAD_INPUT : QG_CLI_DONE;
}
