/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-interface-font.h"

#include "qg-font.h"

static void
font_cb (GtkSettings *settings, GParamSpec *pspec, GtkCssProvider *provider)
{
  g_autofree char *name = NULL, *css = NULL;
  g_autoptr (PangoFontDescription) description = NULL;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  g_object_get (settings, "gtk-font-name", &name, NULL);
  description = pango_font_description_from_string (name != NULL ? name : "Sans");
  if (!qg_font_covers (context, description, QG_FONT_KAZAKH_LETTERS))
    {
      css = g_strdup_printf ("window, tooltip, dnd { font-family: \"%s\"; }", qg_font_get_family ());
      g_message ("The font “%s” has not all Kazakh letters; the interface uses %s.", name,
                 qg_font_get_family ());
    }
  g_object_unref (context);
  gtk_css_provider_load_from_data (provider, css != NULL ? css : "", -1);
}

void
qg_interface_font_watch (GdkDisplay *display)
{
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  /* Just above the settings, where the desktop's font is. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_SETTINGS + 1);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (font_cb), provider, 0);
  font_cb (settings, NULL, provider);
}
