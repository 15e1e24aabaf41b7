/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Commands without a window. They need no display. Exit status: 0 done, 1 the input is wrong, 2 the call is
 * wrong. Results go to the standard output; what begins with 'error:' or 'warning:' (words that are never
 * translated) to the standard error. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QG_CLI_DONE 0
#define QG_CLI_BAD_INPUT 1
#define QG_CLI_BAD_CALL 2

/* Whether qg_cli_run() is to be called: the first argument is a command, or asks for help or the version. */
gboolean qg_cli_is_command (int argc, char **argv);
/* Runs the command; returns the exit status. Main thread; sets the locale. */
int qg_cli_run (int argc, char **argv);

G_END_DECLS
