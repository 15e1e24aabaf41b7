/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What can go wrong with a file as a whole. Faults inside a file are a list (qg-problems.h). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QG_FORMATS_ERROR (qg_formats_error_quark ())
GQuark qg_formats_error_quark (void);

typedef enum
{
  QG_FORMATS_ERROR_NOT_FOUND,
  QG_FORMATS_ERROR_PERMISSION,
  QG_FORMATS_ERROR_DIRECTORY,
  QG_FORMATS_ERROR_SPECIAL, /* a FIFO, a device, a socket */
  QG_FORMATS_ERROR_TOO_LARGE,
  QG_FORMATS_ERROR_EMPTY,
  QG_FORMATS_ERROR_ENCODING, /* not UTF-8 */
  QG_FORMATS_ERROR_SYNTAX,
  QG_FORMATS_ERROR_INVALID, /* well formed, but no map */
  QG_FORMATS_ERROR_GRAPH,   /* the file has no such graph */
  QG_FORMATS_ERROR_FORMAT,  /* no format that is known */
  QG_FORMATS_ERROR_READ,
  QG_FORMATS_ERROR_WRITE,
} QgFormatsError;

G_END_DECLS
