/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The program: a command, which needs neither a display nor GTK, or the window. */

#include "qg-application.h"
#include "qg-cli.h"
#include "qg-profile.h"

int
main (int argc, char *argv[])
{
  qg_profile_mark ("main");
  if (qg_cli_is_command (argc, argv))
    return qg_cli_run (argc, argv);
  return qg_shell_run (argc, argv);
}
