/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-language-keys.h"

#include "qg-i18n.h"

#define HAS_KEYS "qg-language-keys"

/* By place: Kazakh and Russian layouts have letters there. X11 and Wayland count from 10. */
#define FIRST_DIGIT 10u

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state, gpointer data)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  GApplication *application = g_application_get_default ();
  guint n;
  const QgLang *languages = qg_i18n_get_languages (&n);

  if (modifiers != GDK_CONTROL_MASK || code < FIRST_DIGIT || code >= FIRST_DIGIT + n || application == NULL)
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (application), "language",
                                  g_variant_new_string (languages[code - FIRST_DIGIT]));
  return GDK_EVENT_STOP;
}

/* Every window and every popover, when it is shown first. */
static gboolean
shown_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkEventController *keys;

  if (!GTK_IS_NATIVE (widget) || g_object_get_data (G_OBJECT (widget), HAS_KEYS) != NULL)
    return TRUE;
  g_object_set_data (G_OBJECT (widget), HAS_KEYS, GUINT_TO_POINTER (TRUE));
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (widget, keys);
  return TRUE;
}

/* qg_language_keys_init:
 *
 * Once for the process, before the first window is shown. The application has an action 'language' that takes
 * a tag. Main thread. */
void
qg_language_keys_init (void)
{
  static gboolean done;

  if (done)
    return;
  done = TRUE;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, shown_cb, NULL, NULL);
}
