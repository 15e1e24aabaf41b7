/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-problems-window.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-i18n.h"
#include "qg-join.h"
#include "qg-number.h"

/* More than a person reads; the command 'check' prints them all. */
#define MAX_ROWS 200u

struct _QgProblemsWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *page, *summary, *copy;

  QgProblems *problems; /* owned */
};

G_DEFINE_FINAL_TYPE (QgProblemsWindow, qg_problems_window, ADW_TYPE_WINDOW)

static void
add_row (QgProblemsWindow *self, const QgProblem *problem)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10),
            *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean wrong = problem->severity == QG_PROBLEM_ERROR;
  GtkWidget *icon =
      gtk_image_new_from_icon_name (wrong ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *message = qg_problem_dup_message (problem);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, wrong ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wrong ? _ ("Error") : _ ("Warning"), -1);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (words), qg_text_label_new (message, NULL));
  if (problem->line > 0)
    {
      g_autofree char *place = g_strdup_printf (_ ("Line %u, column %u"), problem->line, problem->column);

      gtk_box_append (GTK_BOX (words), qg_text_label_new (place, "qg-dim"));
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_add_css_class (row, "qg-problem");
  gtk_box_append (GTK_BOX (self->page), row);
}

static char *
dup_summary (QgProblemsWindow *self)
{
  guint errors = qg_problems_get_n_errors (self->problems),
        warnings = qg_problems_get_n_warnings (self->problems);
  const char *file = qg_problems_get (self->problems, 0)->file;
  g_autofree char *name = file != NULL ? g_path_get_basename (file) : g_strdup ("");
  g_autofree char *faults =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s error", "%s errors", errors), errors);
  g_autofree char *notes =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s warning", "%s warnings", warnings), warnings);
  const char *const both[] = { faults, notes };
  guint first = errors > 0 ? 0 : 1, n = warnings > 0 ? 2 - first : 1;
  g_autofree char *counts = qg_join (qg_i18n_get_language (), both + first, n);

  /* Translators: a file's name, then how many errors and warnings it has. */
  return g_strdup_printf (errors > 0 ? _ ("“%s” could not be opened: %s.") : _ ("“%s” was opened: %s."), name,
                          counts);
}

void
qg_problems_window_update_texts (QgProblemsWindow *self)
{
  guint n = qg_problems_get_n (self->problems), all = n + qg_problems_get_n_more (self->problems);
  g_autofree char *summary = dup_summary (self);

  gtk_window_set_title (GTK_WINDOW (self), _ ("What Is Wrong with the File"));
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_button_set_label (GTK_BUTTON (self->copy), _ ("Copy the List"));
  qg_widget_clear (self->page);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    add_row (self, qg_problems_get (self->problems, i));
  if (all > MAX_ROWS)
    gtk_box_append (GTK_BOX (self->page), qg_more_label_new (all - MAX_ROWS));
}

static void
copy_cb (QgProblemsWindow *self)
{
  g_autofree char *text = qg_problems_dup_text (self->problems);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
qg_problems_window_finalize (GObject *object)
{
  g_clear_pointer (&QG_PROBLEMS_WINDOW (object)->problems, qg_problems_unref);
  G_OBJECT_CLASS (qg_problems_window_parent_class)->finalize (object);
}

static void
qg_problems_window_class_init (QgProblemsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qg_problems_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/problems-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QgProblemsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, QgProblemsWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, QgProblemsWindow, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qg_problems_window_init (QgProblemsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @problems: not empty */
GtkWindow *
qg_problems_window_new (GtkWindow *parent, QgProblems *problems)
{
  QgProblemsWindow *self =
      g_object_new (QG_TYPE_PROBLEMS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->problems = qg_problems_ref (problems);
  qg_problems_window_update_texts (self);
  return GTK_WINDOW (self);
}
