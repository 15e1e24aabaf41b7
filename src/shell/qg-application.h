/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgApplication: windows, and what is common to them: language, theme, keys. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QG_TYPE_APPLICATION (qg_application_get_type ())
G_DECLARE_FINAL_TYPE (QgApplication, qg_application, QG, APPLICATION, AdwApplication)

int qg_shell_run (int argc, char *argv[]);

G_END_DECLS
