/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include <glib/gi18n-lib.h>

#include "qg-layouter.h"

/* What a program said of itself, in English and with names of signals, is for the log. */
char *
qg_layout_error_dup_text (const GError *error)
{
  if (error->domain != QG_LAYOUT_ERROR)
    return g_strdup (error->message);
  switch ((QgLayoutError) error->code)
    {
    case QG_LAYOUT_ERROR_MISSING:
      return g_strdup (
          _ ("The program that arranges the picture could not be started. Install Qogam again."));
    case QG_LAYOUT_ERROR_TIME:
      return g_strdup (_ ("It took too long. Choose another layout, or show less."));
    case QG_LAYOUT_ERROR_MEMORY:
      return g_strdup (_ ("It needs too much memory. Choose another layout, or show less."));
    case QG_LAYOUT_ERROR_ANSWER:
      return g_strdup (_ ("What Graphviz answered cannot be used. Choose another layout."));
    case QG_LAYOUT_ERROR_REFUSED:
      return g_strdup (_ ("Graphviz refused to arrange it. Choose another layout."));
    case QG_LAYOUT_ERROR_CRASHED:
    default:
      return g_strdup (_ ("Graphviz ended unexpectedly. Try again, or choose another layout."));
    }
}
