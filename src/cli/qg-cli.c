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

/* A plain word that no file has as its name was meant as a command. */
static gboolean
is_slip (const char *word)
{
  return *word != '\0' && strpbrk (word, "-./:\\") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

gboolean
qg_cli_is_command (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  if (is_one_of (argv[1], "--help", "-h") || is_one_of (argv[1], "--version", "help"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return TRUE;
  return is_slip (argv[1]);
}

static int
print_help (void)
{
  const char *graph = _ ("N|NAME");

  printf ("%s\n  qogam [%s]\n  qogam %s\n\n%s\n", _ ("Usage:"), _ ("FILE"), _ ("COMMAND [OPTION…]"),
          _ ("Qogam shows maps of knowledge. Without a command it opens a window."));
  printf ("\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  printf ("\n%s\n", _ ("Options of the window:"));
  printf ("  %-16s %s\n", "--new", _ ("Start afresh, not where you left off"));
  /* Padded by letters, not by bytes. */
  printf ("  --graph=%s%*s %s\n", graph, MAX (0, 8 - (int) g_utf8_strlen (graph, -1)), "",
          _ ("Of a file with several graphs this one: its name, or its number from 1"));
  printf ("\n%s\n", _ ("“qogam COMMAND --help” says more about a command, “man qogam” about everything."));
  return qg_cli_finish ();
}

int
qg_cli_run (int argc, char **argv)
{
  qg_i18n_init (NULL);
  if (is_one_of (argv[1], "--help", "-h") || strcmp (argv[1], "help") == 0)
    return print_help ();
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("qogam %s\n", QG_VERSION);
      return qg_cli_finish ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  qg_cli_error (_ ("There is no command “%s”, and no file of this name; “qogam --help” lists the commands."),
                argv[1]);
  return QG_CLI_BAD_CALL;
}
