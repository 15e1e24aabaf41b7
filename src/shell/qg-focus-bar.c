/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-focus-bar.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-number.h"

struct _QgFocusBar
{
  GtkWidget parent_instance;

  GtkWidget *narrower, *steps, *wider, *follow[3], *leave; /* borrowed: in our box */
  QgExplorer *explorer;                                    /* owned */
};

G_DEFINE_FINAL_TYPE (QgFocusBar, qg_focus_bar, GTK_TYPE_WIDGET)

static void
show_state (QgFocusBar *self)
{
  guint depth = qg_explorer_get_depth (self->explorer);
  g_autofree char *text =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s step", "%s steps", depth), depth);

  gtk_widget_set_visible (GTK_WIDGET (self), depth > 0);
  gtk_label_set_text (GTK_LABEL (self->steps), text);
}

void
qg_focus_bar_update_texts (QgFocusBar *self)
{
  const char *const names[] = { _ ("Both directions"), C_ ("relations", "Outgoing"),
                                C_ ("relations", "Incoming") };

  qg_control_set_text (self->narrower, _ ("Narrower"), "<Alt>Down");
  qg_control_set_text (self->wider, _ ("Wider"), "<Alt>Up");
  qg_control_set_text (self->leave, _ ("Leave the Neighborhood"), "Escape");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    qg_control_set_text (self->follow[i], names[i], NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Neighborhood"),
                                  -1);
  if (self->explorer != NULL)
    show_state (self);
}

void
qg_focus_bar_set_explorer (QgFocusBar *self, QgExplorer *explorer)
{
  g_return_if_fail (self->explorer == NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::part", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  qg_focus_bar_update_texts (self);
}

static void
qg_focus_bar_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&QG_FOCUS_BAR (object)->explorer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_focus_bar_parent_class)->dispose (object);
}

static void
qg_focus_bar_class_init (QgFocusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_focus_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "qg-focus-bar");
}

static GtkWidget *
new_follow (QgFollow follow)
{
  const char *const arrows[] = { "⇄", "→", "←" };
  GtkWidget *button = gtk_toggle_button_new_with_label (arrows[follow]);
  g_autofree char *action = g_strdup_printf ("win.follow(%d)", (int) follow);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
qg_focus_bar_init (QgFocusBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  const QgFollow order[] = { QG_FOLLOW_INCOMING, QG_FOLLOW_BOTH, QG_FOLLOW_OUTGOING };

  self->narrower = qg_icon_button_new ("list-remove-symbolic", "win.narrow");
  self->wider = qg_icon_button_new ("list-add-symbolic", "win.widen");
  self->leave = qg_icon_button_new ("window-close-symbolic", "win.leave-focus");
  self->steps = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->steps), 8);
  gtk_box_append (GTK_BOX (box), self->narrower);
  gtk_box_append (GTK_BOX (box), self->steps);
  gtk_box_append (GTK_BOX (box), self->wider);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      self->follow[order[i]] = new_follow (order[i]);
      gtk_box_append (GTK_BOX (box), self->follow[order[i]]);
    }
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), self->leave);
  gtk_widget_add_css_class (box, "qg-focus-box");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
