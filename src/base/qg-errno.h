/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Why a file could not be written, in the language of the interface, with what to do about it. The C library
 * has no Kazakh for its own words. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of errors that were made where nothing may be translated; their code is an errno. */
#define QG_ERRNO_ERROR (qg_errno_error_quark ())
GQuark qg_errno_error_quark (void);

char *qg_errno_dup_advice (int number);
char *qg_errno_dup_text (const GError *error);

G_END_DECLS
