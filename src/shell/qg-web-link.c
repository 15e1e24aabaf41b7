/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-web-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-controls.h"

#define MAX_BYTES 2000

/* What may stand in an address as it is (RFC 3986); all else becomes a number. */
#define PLAIN "!$&'()*+,;=:@/?#[]~%-._"

static gboolean
is_host (const char *host)
{
  gboolean is_number = *host == '['; /* IPv6 */

  for (const char *p = host; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '.' && *p != '-' && !(is_number && strchr ("[]:", *p) != NULL))
      return FALSE;
  return *host != '\0';
}

/* @rest: what follows "https://" */
static char *
dup_page (const char *scheme, const char *rest)
{
  gsize length = strcspn (rest, "/?#\\");
  g_autofree char *authority = g_strndup (rest, length);
  char *colon = *authority == '[' ? strstr (authority, "]:") : strchr (authority, ':');
  g_autofree char *port = NULL, *host = NULL, *tail = NULL;

  /* 'https://a-good-name@bad.example' leads to the second; so it may with a backslash, which some take for a
   * slash. */
  if (strchr (authority, '@') != NULL || rest[length] == '\\')
    return NULL;
  if (colon != NULL)
    {
      colon += *colon == ']' ? 1 : 0;
      port = g_strdup (colon);
      *colon = '\0';
      if (port[1] == '\0' || strspn (port + 1, "0123456789") != strlen (port + 1))
        return NULL;
    }
  host = g_hostname_to_ascii (authority);
  if (host == NULL || !is_host (host))
    return NULL;
  tail = g_uri_escape_string (rest + length, PLAIN, FALSE);
  return g_strconcat (scheme, "://", host, port != NULL ? port : "", tail, NULL);
}

char *
qg_web_address_from_url (const char *url)
{
  if (strlen (url) > MAX_BYTES || !g_utf8_validate (url, -1, NULL))
    return NULL;
  if (g_ascii_strncasecmp (url, "https://", 8) == 0)
    return dup_page ("https", url + 8);
  if (g_ascii_strncasecmp (url, "http://", 7) == 0)
    return dup_page ("http", url + 7);
  if (g_ascii_strncasecmp (url, "mailto:", 7) == 0 && url[7] != '\0')
    {
      g_autofree char *to = g_uri_escape_string (url + 7, PLAIN, FALSE);

      return g_strconcat ("mailto:", to, NULL);
    }
  return NULL;
}

GtkWidget *
qg_web_link_new (const char *url)
{
  g_autofree char *address = qg_web_address_from_url (url);
  g_autofree char *name = NULL;
  GtkWidget *button, *label;

  if (address == NULL)
    return NULL;
  button = gtk_button_new ();
  label = qg_text_label_new (address, "qg-web-address");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "qg-web-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  name = g_strdup_printf (_ ("Open in the browser: %s"), address);
  qg_control_set_text (button, name, NULL);
  return button;
}
