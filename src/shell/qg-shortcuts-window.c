/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-shortcuts-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-controls.h"

struct _QgShortcutsWindow
{
  AdwWindow parent_instance;

  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (QgShortcutsWindow, qg_shortcuts_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *keys; /* accelerators, a space between ways to do the same; NULL: a heading */
  const char *text;
} Shortcut;

static const Shortcut shortcuts[] = {
  { NULL, NC_ ("shortcuts", "In the Picture") },
  { "Left Right Up Down", N_ ("To the nearest name in that direction") },
  { "Tab <Shift>Tab", N_ ("Along the relations of what is selected") },
  { "Return", N_ ("Neighborhood of an entity; other end of a relation") },
  { "<Alt>Up <Alt>Down", N_ ("Wider or narrower neighborhood") },
  { "Escape", N_ ("One step out") },
  { "<Shift>Left <Shift>Right <Shift>Up <Shift>Down", N_ ("Move the picture") },
  { "<Control>plus <Control>minus", N_ ("Zoom in and out") },
  { "<Control>0", N_ ("Whole picture") },
  { "Menu <Shift>F10", N_ ("What can be done with it") },
  { "F6", N_ ("Leave the picture, and back to it") },
  { "<Control><Shift>c", N_ ("Copy what is selected, with its source") },
  { "<Shift>Return", N_ ("In the legend: only this one, or all of its sort again") },
  { "<Control>z", N_ ("Take hiding back, and the deleting of a view") },
  { "<Control>g", N_ ("Collapse or expand the group of what is selected") },
  { "<Control><Shift>g", N_ ("Collapse or expand all groups") },
  { "<Control>c", N_ ("Copy the picture, and what is selected with its source") },
  { NULL, NC_ ("shortcuts", "Going About") },
  { "<Control>f", N_ ("Search; typing on the picture or in the outline does the same") },
  { "<Alt>Left <Alt>Right", N_ ("Back and forward") },
  { "F9", N_ ("Views and outline") },
  { "<Shift>F9", N_ ("Details") },
  { "Page_Up Page_Down", N_ ("Previous and next step of a tour") },
  { NULL, NC_ ("shortcuts", "In the Outline") },
  { "Right Left", N_ ("Open and close a row") },
  { "Return", N_ ("Show it; once more: its neighborhood, the other end of a relation") },
  { "F2", N_ ("Rename the own view") },
  { "Delete", N_ ("Delete the own view") },
  { NULL, NC_ ("shortcuts", "Languages") },
  { "<Control>1", "Қазақша" },
  { "<Control>2", "Русский" },
  { "<Control>3", "English" },
  { NULL, NC_ ("shortcuts", "Program") },
  { "<Control>o", N_ ("Open a map") },
  { "<Control>r", N_ ("Read the file again") },
  { "<Control>n", N_ ("New window") },
  { "<Control>d", N_ ("Keep what is shown as a view") },
  { "<Control><Shift>s", N_ ("Save a copy of the map") },
  { "<Control>e", N_ ("Export") },
  { "<Control>p", N_ ("Print") },
  { "F10", N_ ("Main menu") },
  { "<Control>question", N_ ("Keyboard shortcuts") },
  { "<Control>w", N_ ("Close the window") },
  { "<Control>q", N_ ("Quit") },
  { NULL, NC_ ("shortcuts", "Presenting") },
  { "F5", N_ ("Present a tour") },
  { "<Shift>F5", N_ ("Present the view on screen") },
  { "Right Page_Down space", N_ ("Next step") },
  { "Left Page_Up", N_ ("Previous step") },
  { "n", N_ ("Words to say") },
  { "s", N_ ("Speaker’s window") },
  { "t", N_ ("Speaker’s clock from zero") },
  { "l", N_ ("Spot of light") },
  { "b", N_ ("Black screen") },
  { "Escape", N_ ("Leave") },
};

static gboolean
all_have_modifiers (char **accels)
{
  for (guint i = 0; accels[i] != NULL; i++)
    if (*accels[i] != '<')
      return FALSE;
  return TRUE;
}

/* The keys of a row as small caps side by side. Of many with the same modifier the first alone says it: four
 * such leave no room for words in a narrow window. */
static GtkWidget *
new_keys (const char *keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_auto (GStrv) accels = g_strsplit (keys, " ", -1);
  gboolean short_form = g_strv_length (accels) > 2 && all_have_modifiers (accels);

  for (guint i = 0; accels[i] != NULL; i++)
    {
      g_autofree char *label =
          qg_accel_dup_label (i > 0 && short_form ? strrchr (accels[i], '>') + 1 : accels[i]);
      GtkWidget *cap = gtk_label_new (label);

      gtk_widget_add_css_class (cap, "qg-key");
      gtk_box_append (GTK_BOX (box), cap);
    }
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
add_row (GtkBox *list, const Shortcut *shortcut)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words;

  if (shortcut->keys == NULL)
    {
      gtk_box_append (list, qg_text_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", shortcut->text),
                                               "qg-heading"));
      return;
    }
  words = qg_text_label_new (_ (shortcut->text), NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), new_keys (shortcut->keys));
  gtk_widget_add_css_class (row, "qg-shortcut");
  gtk_box_append (list, row);
}

void
qg_shortcuts_window_update_texts (QgShortcutsWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Keyboard Shortcuts"));
  qg_widget_clear (self->page);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    add_row (GTK_BOX (self->page), &shortcuts[i]);
}

static void
qg_shortcuts_window_class_init (QgShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QgShortcutsWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qg_shortcuts_window_init (QgShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qg_shortcuts_window_update_texts (self);
}

GtkWindow *
qg_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (QG_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
}
