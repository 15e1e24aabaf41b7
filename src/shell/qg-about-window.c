/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-about-window.h"

#include <glib/gi18n-lib.h>

#include "qg-config.h"
#include "qg-controls.h"

struct _QgAboutWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *icon, *version, *purpose, *heading, *program, *bundled, *holders;
};

G_DEFINE_FINAL_TYPE (QgAboutWindow, qg_about_window, ADW_TYPE_WINDOW)

/* Only the window behind opens an address, as it does with those of a map. */
static gboolean
activate_link_cb (GtkLabel *label, const char *uri, gpointer user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (user_data));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-link", "s", uri);
  return TRUE;
}

/* @words: with a place %s for the name of the license, which leads to its text */
static void
set_license (GtkWidget *label, const char *words, const char *license, const char *address)
{
  g_auto (GStrv) pieces = g_strsplit (words, "%s", 2);
  g_autofree char *before = g_markup_escape_text (pieces[0], -1);
  g_autofree char *name = g_markup_escape_text (license, -1);
  g_autofree char *after = pieces[1] != NULL ? g_markup_escape_text (pieces[1], -1) : g_strdup ("");
  g_autofree char *markup = g_strdup_printf ("%s<a href=\"%s\">%s</a>%s", before, address, name, after);

  gtk_label_set_markup (GTK_LABEL (label), markup);
}

/* The labels stay, for one of them may have the keyboard. */
void
qg_about_window_update_texts (QgAboutWindow *self)
{
  g_autofree char *version = g_strdup_printf (_ ("Version %s"), QG_VERSION);

  gtk_window_set_title (GTK_WINDOW (self), _ ("About Qogam"));
  gtk_label_set_text (GTK_LABEL (self->version), version);
  gtk_label_set_text (GTK_LABEL (self->purpose),
                      _ ("A map of civil society in Kazakhstan: who is who, who does what, and where it "
                         "is written."));
  gtk_label_set_text (GTK_LABEL (self->heading), _ ("License"));
  set_license (self->program,
               /* Translators: %s is the name of the license. */
               _ ("The program is free software: you may use, share and change it under the %s. "
                  "It comes without any warranty."),
               _ ("GNU General Public License, version 3 or later"),
               "https://www.gnu.org/licenses/gpl-3.0.html");
  set_license (self->bundled,
               /* Translators: %s is the name of the license, CC BY 4.0. */
               _ ("The bundled map may be shared and changed under the license %s."), "CC BY 4.0",
               "https://creativecommons.org/licenses/by/4.0/");
  gtk_label_set_text (GTK_LABEL (self->holders), _ ("© Qogam contributors"));
}

static void
qg_about_window_class_init (QgAboutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/about-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, icon);
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, version);
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, purpose);
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, program);
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, bundled);
  gtk_widget_class_bind_template_child (widget_class, QgAboutWindow, holders);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qg_about_window_init (QgAboutWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), QG_APP_ID);
  g_signal_connect (self->program, "activate-link", G_CALLBACK (activate_link_cb), self);
  g_signal_connect (self->bundled, "activate-link", G_CALLBACK (activate_link_cb), self);
  qg_about_window_update_texts (self);
}

GtkWindow *
qg_about_window_new (GtkWindow *parent)
{
  return g_object_new (QG_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
}
