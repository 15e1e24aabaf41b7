/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "qg-config.h"
#include "qg-i18n.h"

static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} commands[] = {
  { "check", qg_cli_check, N_ ("Say what is wrong with map files") },
  { "list", qg_cli_list, N_ ("List what is in a map") },
  { "search", qg_cli_search, N_ ("Find entities by a text") },
  { "path", qg_cli_path, N_ ("Show the ways between two entities") },
  { "export", qg_cli_export, N_ ("Write pictures and documents: SVG, PDF, PNG") },
  { "convert", qg_cli_convert, N_ ("Turn a map into another format") },
};

static gboolean
is_one_of (const char *word, const char *a, const char *b)
{
  return strcmp (word, a) == 0 || strcmp (word, b) == 0;
}

static gboolean
is_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (word, commands[i].name) == 0)
      return TRUE;
  return FALSE;
}

/* A plain word that no file has as its name was meant as a command. */
static gboolean
is_slip (const char *word)
{
  return *word != '\0' && strpbrk (word, "-./:\\") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static gboolean
asks_for_help (const char *word)
{
  return is_one_of (word, "--help", "-h") || g_str_has_prefix (word, "--help-");
}

/* The first argument that is an option, but none of the window's, or --graph without its value: NULL where
 * there is none. */
static const char *
find_option (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--graph") == 0 && i + 1 < argc)
      i++; /* its value */
    else if (argv[i][0] == '-' && argv[i][1] != '\0' && strcmp (argv[i], "--new") != 0 &&
             !g_str_has_prefix (argv[i], "--graph=") && !g_str_has_prefix (argv[i], "--gapplication-"))
      return argv[i];
  return NULL;
}

gboolean
qg_cli_is_command (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  return strcmp (argv[1], "help") == 0 || is_command (argv[1]) || is_slip (argv[1]) ||
         find_option (argc, argv) != NULL;
}

/* Padded by letters, not by bytes. */
static void
print_option (const char *option, const char *what, guint width)
{
  printf ("  %s%*s %s\n", option, MAX (0, (int) width - (int) g_utf8_strlen (option, -1)), "", what);
}

/* @all: also what only other programs call it with */
static int
print_help (gboolean all)
{
  guint width = all ? 23 : 16;
  g_autofree char *graph = g_strdup_printf ("--graph=%s", _ ("N|NAME"));

  printf ("%s\n  qogam [%s]\n  qogam %s\n\n%s\n", _ ("Usage:"), _ ("FILE"), _ ("COMMAND [OPTION…]"),
          _ ("Qogam shows maps of knowledge. Without a command it opens a window."));
  printf ("\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    print_option (commands[i].name, _ (commands[i].summary), width);
  printf ("\n%s\n", _ ("Options of the window:"));
  print_option ("--new", _ ("Start afresh, not where you left off"), width);
  print_option (graph, _ ("Of a file with several graphs this one: its name, or its number from 1"), width);
  if (all)
    print_option ("--gapplication-service", _ ("Wait for calls by D-Bus, with no window of its own"), width);
  printf ("\n%s\n", _ ("Other options:"));
  print_option ("-h, --help", _ ("Show this help; behind a command, its options"), width);
  print_option ("--version", _ ("Show the version"), width);
  printf ("\n%s\n", _ ("“qogam COMMAND --help” says more about a command, “man qogam” about everything."));
  return qg_cli_finish ();
}

int
qg_cli_run (int argc, char **argv)
{
  const char *option = find_option (argc, argv);

  qg_i18n_init (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  if (strcmp (argv[1], "help") == 0 || (option != NULL && asks_for_help (option)))
    return print_help (option != NULL && strcmp (option, "--help-all") == 0);
  if (option != NULL && strcmp (option, "--version") == 0)
    {
      printf ("qogam %s\n", QG_VERSION);
      return qg_cli_finish ();
    }
  if (option != NULL && strcmp (option, "--graph") == 0)
    qg_cli_error (_ ("The option “%s” needs a value."), option);
  else if (option != NULL)
    qg_cli_error (_ ("There is no option “%s”; “qogam --help” lists what there is."), option);
  else
    qg_cli_error (
        _ ("There is no command “%s”, and no file of this name; “qogam --help” lists the commands."),
        argv[1]);
  return QG_CLI_BAD_CALL;
}
