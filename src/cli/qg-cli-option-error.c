/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* GLib says what is wrong with an option in the language of its own catalogue, which is not whole in Kazakh
 * and speaks of double values in Russian. */

#include "qg-cli-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define GLIB_DOMAIN "glib20"
#define MAX_ARGS 2

/* @format, with its %s in order, against @message: what stands at each of them goes to @args. */
static gboolean
match (const char *format, const char *message, char *args[MAX_ARGS])
{
  g_auto (GStrv) pieces = g_strsplit (format, "%s", -1);
  const char *at = message, *end;
  guint n = g_strv_length (pieces);

  if (n == 0 || n > MAX_ARGS + 1 || !g_str_has_prefix (at, pieces[0]))
    return FALSE;
  at += strlen (pieces[0]);
  for (guint i = 1; i < n; i++)
    {
      end = *pieces[i] != '\0' ? strstr (at, pieces[i]) : at + strlen (at);
      if (end == NULL)
        return FALSE;
      g_free (args[i - 1]);
      args[i - 1] = g_strndup (at, (gsize) (end - at));
      at = end + strlen (pieces[i]);
    }
  return *at == '\0';
}

typedef enum
{
  UNKNOWN,
  NO_VALUE,
  NO_NUMBER,
} Fault;

static char *
say (Fault fault, char *args[MAX_ARGS])
{
  switch (fault)
    {
    case UNKNOWN:
      return g_strdup_printf (_ ("There is no option “%s”."), args[0]);
    case NO_VALUE:
      return g_strdup_printf (_ ("The option “%s” needs a value."), args[0]);
    case NO_NUMBER:
    default:
      return g_strdup_printf (_ ("“%1$s” is no number that the option “%2$s” takes."), args[0], args[1]);
    }
}

/* qg_cli_dup_option_error:
 * @error: of parsing options
 *
 * Main thread.
 *
 * Returns: (transfer full): what it says, in the interface's language; GLib's own words where they are not
 * known
 */
char *
qg_cli_dup_option_error (const GError *error)
{
  static const struct
  {
    const char *glib;
    Fault fault;
  } known[] = {
    { "Unknown option %s", UNKNOWN },
    { "Missing argument for %s", NO_VALUE },
    { "Cannot parse integer value “%s” for %s", NO_NUMBER },
    { "Integer value “%s” for %s out of range", NO_NUMBER },
    { "Cannot parse double value “%s” for %s", NO_NUMBER },
    { "Double value “%s” for %s out of range", NO_NUMBER },
  };
  char *args[MAX_ARGS] = { NULL }, *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known) && text == NULL; i++)
    if (match (g_dgettext (GLIB_DOMAIN, known[i].glib), error->message, args))
      text = say (known[i].fault, args);
  for (guint i = 0; i < MAX_ARGS; i++)
    g_free (args[i]);
  return text != NULL ? text : g_strdup (error->message);
}
