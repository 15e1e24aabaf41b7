/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-language-switch.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-i18n.h"
#include "qg-menu-names.h"

struct _QgLanguageSwitch
{
  GtkWidget parent_instance;

  GtkWidget *row, *button;
  GtkWidget *buttons[3];
};

G_DEFINE_FINAL_TYPE (QgLanguageSwitch, qg_language_switch, GTK_TYPE_WIDGET)

/* What the language calls itself in three letters: the same in every language of the interface. */
const char *
qg_language_get_short_name (QgLang lang)
{
  return lang == QG_LANG_KK ? "қаз" : lang == QG_LANG_RU ? "рус" : lang == QG_LANG_EN ? "eng" : lang;
}

void
qg_language_switch_update_texts (QgLanguageSwitch *self)
{
  guint n;
  const QgLang *languages = qg_i18n_get_languages (&n);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < n && i < G_N_ELEMENTS (self->buttons); i++)
    {
      g_autofree char *accel = g_strdup_printf ("<Control>%u", i + 1);
      g_autofree char *action = g_strdup_printf ("app.language::%s", languages[i]);

      qg_control_set_text (self->buttons[i], qg_lang_get_own_name (languages[i]), accel);
      g_menu_append (menu, qg_lang_get_own_name (languages[i]), action);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button),
                             qg_language_get_short_name (qg_i18n_get_language ()));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  qg_menu_name_items (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button))));
  qg_control_set_text (self->button, _ ("Language"), NULL);
}

void
qg_language_switch_set_compact (QgLanguageSwitch *self, gboolean compact)
{
  gtk_widget_set_visible (self->row, !compact);
  gtk_widget_set_visible (self->button, compact);
}

static void
qg_language_switch_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_language_switch_parent_class)->dispose (object);
}

static void
qg_language_switch_class_init (QgLanguageSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qg_language_switch_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "qg-language-switch");
}

static void
qg_language_switch_init (QgLanguageSwitch *self)
{
  const QgLang *languages = qg_i18n_get_languages (NULL);

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->row, "linked");
  gtk_widget_set_valign (self->row, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (qg_language_get_short_name (languages[i]));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "s", languages[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), "app.language");
      gtk_box_append (GTK_BOX (self->row), self->buttons[i]);
    }
  self->button = gtk_menu_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  qg_language_switch_set_compact (self, FALSE);
}

GtkWidget *
qg_language_switch_new (void)
{
  return g_object_new (QG_TYPE_LANGUAGE_SWITCH, NULL);
}
