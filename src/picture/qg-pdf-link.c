/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-pdf-link.h"

#include <string.h>

/* Unreserved and reserved signs of RFC 3986 but for ( ) and ': these would end the string that they are in.
 */
static gboolean
stays (const char *p)
{
  if (*p == '%')
    return g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);
  return g_ascii_isalnum (*p) || strchr ("-._~:/?#[]@!$&*+,;=", *p) != NULL;
}

char *
qg_pdf_dup_address (const char *address)
{
  GString *encoded = g_string_new (NULL);

  for (const char *p = address; *p != '\0'; p++)
    if (stays (p))
      g_string_append_c (encoded, *p);
    else
      g_string_append_printf (encoded, "%%%02X", (guint) (guchar) *p);
  return g_string_free (encoded, FALSE);
}

char *
qg_pdf_dup_link (const char *address)
{
  g_autofree char *encoded = qg_pdf_dup_address (address);

  return g_strdup_printf ("uri='%s'", encoded);
}
