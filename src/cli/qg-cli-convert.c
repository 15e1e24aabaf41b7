/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam convert: a map from one format into another. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "qg-errno.h"

typedef struct
{
  char *from, *to, *graph, *lang;
  gboolean force;
} Call;

static void
call_clear (Call *call)
{
  g_free (call->from);
  g_free (call->to);
  g_free (call->graph);
  g_free (call->lang);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
parse (Call *call, int *argc, char ***argv)
{
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &call->from,
      N_ ("What IN is: json, dot, graphml, csv or cxl; without it, its content tells"), N_ ("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &call->to,
      N_ ("What OUT becomes: these, gexf or canvas; without it, its ending tells"), N_ ("FORMAT") },
    { "graph", 0, 0, G_OPTION_ARG_STRING, &call->graph,
      N_ ("Of a file with several graphs this one: its name, or its number from 1"), N_ ("N|NAME") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &call->lang,
      N_ ("The language of texts that do not say theirs, and of the labels that are written"), N_ ("LANG") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &call->force, N_ ("Replace tables that you have not named"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return qg_cli_parse (argc, argv, _ ("IN OUT"),
                       _ ("Reads a map in one format and writes it in another. What the other cannot keep is "
                          "listed. CSV is a pair of files: NAME-entities.csv and NAME-relations.csv."),
                       options, NULL, FALSE);
}

/* The format that @id names; FALSE after saying that there is none. */
static gboolean
find_format (const char *id, gboolean reading, const QgMapFormat **format)
{
  *format = id != NULL ? qg_map_format_find (id) : NULL;
  if (id == NULL)
    return TRUE;
  if (*format != NULL && (reading ? (*format)->read != NULL : qg_map_format_can_write (*format)))
    return TRUE;
  if (reading)
    qg_cli_bad_call ("convert", _ ("“%s” is no format that Qogam reads."), id);
  else
    qg_cli_bad_call ("convert", _ ("“%s” is no format that Qogam writes."), id);
  return FALSE;
}

static void
print_problems (const QgProblems *problems)
{
  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    {
      g_autofree char *line = qg_problem_dup_line (qg_problems_get (problems, i));

      fprintf (stderr, "%s\n", line);
    }
}

static int
convert (const char *in, const char *out, const QgMapReadOptions *reading, const QgMapFormat *to)
{
  QgMapWriteOptions writing = { reading->lang };
  g_autoptr (GFile) source = qg_cli_new_input_file (in), target = qg_cli_new_output_file (out);
  g_autoptr (QgProblems) problems = NULL, losses = NULL;
  g_autoptr (GPtrArray) graphs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = qg_map_load_with (source, reading, &graphs, &problems, NULL, &error);

  print_problems (problems);
  qg_cli_list_graphs (graphs);
  if (map == NULL)
    {
      if (qg_problems_get_n_errors (problems) == 0)
        qg_cli_error ("%s", error->message);
      return QG_CLI_BAD_INPUT;
    }
  if (!qg_map_save_with (map, target, to, &writing, &losses, NULL, &error))
    {
      g_autofree char *why = qg_errno_dup_text (error);

      qg_cli_error (_ ("Could not write “%s”. %s"), out, why);
      return QG_CLI_BAD_INPUT;
    }
  print_problems (losses);
  return QG_CLI_DONE;
}

int
qg_cli_convert (int argc, char **argv)
{
  g_auto (Call) call = { NULL };
  QgMapReadOptions reading = { NULL };
  const QgMapFormat *to;

  if (!parse (&call, &argc, &argv))
    return QG_CLI_BAD_CALL;
  if (argc != 3)
    return qg_cli_bad_call ("convert", _ ("Name the file to read and the file to write."));
  if (!find_format (call.from, TRUE, &reading.format) || !find_format (call.to, FALSE, &to))
    return QG_CLI_BAD_CALL;
  if (to == NULL && (to = qg_map_format_from_name (argv[2])) == NULL)
    return qg_cli_bad_call ("convert", _ ("“%s” does not tell the format; say it with --to."), argv[2]);
  if (call.lang != NULL && !qg_lang_is_valid (call.lang))
    return qg_cli_bad_call ("convert", _ ("“%s” is no language tag."), call.lang);
  reading.graph = call.graph;
  reading.lang = call.lang != NULL ? qg_lang_intern (call.lang) : NULL;
  if (!qg_cli_may_write (argv[2], to, call.force))
    return QG_CLI_BAD_INPUT;
  return convert (argv[1], argv[2], &reading, to);
}
