/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-window-private.h"

#include "qg-about-window.h"
#include "qg-controls.h"
#include "qg-problems-window.h"
#include "qg-shortcuts-window.h"

static void
present (QgWindow *self, GtkWindow **slot, GtkWindow *dialog)
{
  /* The language can be changed from here, too. */
  qg_window_add_keys (self, GTK_WIDGET (dialog));
  /* An older one may still be on its way out; it must not empty the slot of its successor. */
  g_set_weak_pointer (slot, dialog);
  gtk_window_present (dialog);
}

void
qg_window_show_shortcuts (QgWindow *self)
{
  if (self->shortcuts != NULL)
    gtk_window_present (self->shortcuts);
  else
    present (self, &self->shortcuts, qg_shortcuts_window_new (GTK_WINDOW (self)));
}

void
qg_window_show_about (QgWindow *self)
{
  if (self->about != NULL)
    gtk_window_present (self->about);
  else
    present (self, &self->about, qg_about_window_new (GTK_WINDOW (self)));
}

void
qg_window_show_problems (QgWindow *self, QgProblems *problems)
{
  if (self->problems != NULL)
    gtk_window_destroy (self->problems);
  if (self->shown_problems != problems)
    {
      g_clear_pointer (&self->shown_problems, qg_problems_unref);
      self->shown_problems = qg_problems_ref (problems);
    }
  present (self, &self->problems, qg_problems_window_new (GTK_WINDOW (self), problems));
}

void
qg_window_update_dialogs (QgWindow *self)
{
  GtkWindow *const own[] = { self->about, self->shortcuts, self->problems, self->exporter };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (own[i] != NULL)
      qg_window_buttons_renew (GTK_WIDGET (own[i]));
  qg_window_update_share_texts (self);
  qg_window_update_present_texts (self);
  if (self->shortcuts != NULL)
    qg_shortcuts_window_update_texts (QG_SHORTCUTS_WINDOW (self->shortcuts));
  if (self->problems != NULL)
    qg_problems_window_update_texts (QG_PROBLEMS_WINDOW (self->problems));
  qg_window_update_namer (self);
  if (self->about != NULL)
    qg_about_window_update_texts (QG_ABOUT_WINDOW (self->about));
}
