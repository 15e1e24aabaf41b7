/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The program: a command, which needs neither a display nor GTK, or the window. */

#include "qg-cli.h"

#ifdef QG_HAVE_SHELL
#include "qg-application.h"
#endif

int
main (int argc, char *argv[])
{
  if (qg_cli_is_command (argc, argv))
    return qg_cli_run (argc, argv);
#ifdef QG_HAVE_SHELL
  return qg_shell_run (argc, argv);
#else
  g_printerr ("error: this build has no window; “qogam --help” lists the commands\n");
  return QG_CLI_BAD_CALL;
#endif
}
