/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-cli-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "qg-errno.h"
#include "qg-i18n.h"
#include "qg-join.h"
#include "qg-paths.h"
#include "qg-search.h"

void
qg_cli_common_clear (QgCliCommon *common)
{
  g_clear_pointer (&common->map_path, g_free);
  g_clear_pointer (&common->lang_tag, g_free);
  g_clear_pointer (&common->graph, g_free);
  g_clear_pointer (&common->map, qg_map_unref);
}

static void
say (const char *kind, const char *format, va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  fprintf (stderr, "%s: %s\n", kind, message);
}

void
qg_cli_error (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  say ("error", format, args);
  va_end (args);
}

void
qg_cli_warning (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  say ("warning", format, args);
  va_end (args);
}

int
qg_cli_bad_call (const char *command, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  say ("error", format, args);
  va_end (args);
  fprintf (stderr, _ ("“qogam %s --help” says how it is called."), command);
  fputc ('\n', stderr);
  return QG_CLI_BAD_CALL;
}

gboolean
qg_cli_parse (int *argc, char ***argv, const char *usage, const char *summary, const GOptionEntry *options,
              QgCliCommon *common, gboolean json)
{
  QgCliCommon none = { 0 }; /* where the command takes no map: its options are not added then */
  QgCliCommon *into = common != NULL ? common : &none;
  const GOptionEntry shared[] = {
    { "map", 'm', 0, G_OPTION_ARG_FILENAME, &into->map_path,
      _ ("The map; without it the one that comes with Qogam"), _ ("FILE") },
    { "graph", 0, 0, G_OPTION_ARG_STRING, &into->graph,
      _ ("Of a file with several graphs this one: its name, or its number from 1"), _ ("N|NAME") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &into->lang_tag,
      _ ("The language of the map’s words: kk, kk-Latn, ru, en …"), _ ("LANG") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry json_option[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &into->json, _ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autofree char *program = g_strconcat ("qogam ", (*argv)[0], NULL);
  g_autofree char *command = g_strdup ((*argv)[0]);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (common != NULL)
    g_option_context_add_main_entries (context, shared, NULL);
  if (common != NULL && json)
    g_option_context_add_main_entries (context, json_option, NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  {
    g_autofree char *why = qg_cli_dup_option_error (error);

    qg_cli_bad_call (command, "%s", why);
  }
  return FALSE;
}

GFile *
qg_cli_new_output_file (const char *name)
{
  return g_ascii_strncasecmp (name, "file://", strlen ("file://")) == 0 ? g_file_new_for_uri (name)
                                                                        : g_file_new_for_path (name);
}

GFile *
qg_cli_new_input_file (const char *name)
{
  return g_file_test (name, G_FILE_TEST_EXISTS) ? g_file_new_for_path (name)
                                                : g_file_new_for_commandline_arg (name);
}

static int
settle_language (QgCliCommon *common)
{
  guint n;
  const QgLang *langs = qg_map_get_languages (common->map, &n);

  if (common->lang_tag == NULL)
    {
      QgLang lang = qg_i18n_get_language ();

      common->lang = qg_map_has_language (common->map, lang) || n == 0 ? lang : langs[0];
      return QG_CLI_DONE;
    }
  common->lang = qg_lang_is_valid (common->lang_tag) ? qg_lang_intern (common->lang_tag) : NULL;
  if (common->lang != NULL &&
      (qg_map_has_language (common->map, common->lang) ||
       (common->lang == QG_LANG_KK_LATN && qg_map_has_language (common->map, QG_LANG_KK))))
    return QG_CLI_DONE;
  {
    g_autofree char *known = qg_join (qg_i18n_get_language (), (const char *const *) langs, n);

    qg_cli_error (_ ("The map is not in the language “%s”. It is in: %s."), common->lang_tag, known);
  }
  return QG_CLI_BAD_CALL;
}

void
qg_cli_list_graphs (const GPtrArray *graphs)
{
  if (graphs->len < 2)
    return;
  for (guint i = 0; i < graphs->len; i++)
    fprintf (stderr, "--graph=%u  %s\n", i + 1, ((const QgMapGraph *) graphs->pdata[i])->name);
}

/* What is wrong with the map that could not be read. */
static void
print_errors (const QgProblems *problems, const GError *error)
{
  for (guint i = 0; i < qg_problems_get_n (problems); i++)
    {
      const QgProblem *problem = qg_problems_get (problems, i);
      g_autofree char *line = problem->severity == QG_PROBLEM_ERROR ? qg_problem_dup_line (problem) : NULL;

      if (line != NULL)
        fprintf (stderr, "%s\n", line);
    }
  if (qg_problems_get_n_errors (problems) == 0)
    qg_cli_error ("%s", error->message);
}

int
qg_cli_load_map (QgCliCommon *common)
{
  QgMapReadOptions options = { NULL, common->graph, NULL };
  g_autofree char *path =
      common->map_path != NULL ? g_strdup (common->map_path) : qg_paths_dup_bundled_map ();
  g_autoptr (GFile) file = qg_cli_new_input_file (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GPtrArray) graphs = NULL;
  g_autoptr (GError) error = NULL;

  common->map = qg_map_load_with (file, &options, &graphs, &problems, NULL, &error);
  if (common->map != NULL && common->graph == NULL && graphs->len > 1)
    {
      g_autofree char *n = g_strdup_printf ("%u", graphs->len);

      qg_cli_warning (_ ("the file has %1$s graphs; this is “%2$s”"), n,
                      ((const QgMapGraph *) graphs->pdata[0])->name);
      qg_cli_list_graphs (graphs);
    }
  if (common->map != NULL)
    return settle_language (common);
  print_errors (problems, error);
  if (g_error_matches (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH))
    qg_cli_list_graphs (graphs);
  return QG_CLI_BAD_INPUT;
}

gboolean
qg_cli_print_json (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json_node_unref (root);
  text = json_generator_to_data (generator, NULL);
  return puts (text) >= 0;
}

int
qg_cli_finish (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return QG_CLI_DONE;
  {
    g_autofree char *advice = qg_errno_dup_advice (errno);

    qg_cli_error (_ ("The output could not be written. %s"), advice);
  }
  return QG_CLI_BAD_INPUT;
}

static guint
say_unknown (const char *format_id, const char *what)
{
  qg_cli_error (_ ("There is no “%s” in the map. “qogam list --what=%s” lists what is there."), format_id,
                what);
  return QG_NONE;
}

/* The entity that is called just so, in any language; QG_NONE where there is none. */
static guint
find_by_name (const QgCliCommon *common, const char *name)
{
  g_autoptr (QgSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  const QgSearchHit *hit;

  if (!g_utf8_validate (name, -1, NULL))
    return QG_NONE;
  search = qg_search_new (common->map);
  hits = qg_search_find_entities (search, name, common->lang, 1);
  hit = hits->len > 0 ? &g_array_index (hits, QgSearchHit, 0) : NULL;
  return hit != NULL && (hit->rank == QG_RANK_WHOLE || hit->rank == QG_RANK_FOLDED_WHOLE) ? hit->number
                                                                                          : QG_NONE;
}

guint
qg_cli_find_entity (const QgCliCommon *common, const char *id)
{
  guint number = qg_map_find_entity (common->map, id);

  if (number == QG_NONE)
    number = find_by_name (common, id);
  return number != QG_NONE ? number : say_unknown (id, "entities");
}

guint
qg_cli_find_view (const QgCliCommon *common, const char *id)
{
  guint number = qg_map_find_view (common->map, id);

  return number != QG_NONE ? number : say_unknown (id, "views");
}

guint
qg_cli_find_tour (const QgCliCommon *common, const char *id)
{
  guint number = qg_map_find_tour (common->map, id);

  return number != QG_NONE ? number : say_unknown (id, "tours");
}

QgLayouter *
qg_cli_new_layouter (void)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "qogam", "layouts", NULL);

  return qg_layouter_new (NULL, cache);
}
