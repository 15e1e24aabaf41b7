/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* GTK 4.18 closes a popover that comes to need more height than it was just given, before it can get it; the
 * letters that are typed meanwhile are lost. Whatever the search finds, it needs no more height than before.
 */

#include <adwaita.h>

#include "qg-map-file.h"
#include "qg-search-popover.h"

typedef struct
{
  QgExplorer *explorer;
  GtkWidget *window, *popover, *entry;
  guint closed;
} Fixture;

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
closed_cb (Fixture *f)
{
  f->closed++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "maps", "civil-society.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = qg_map_load (file, NULL, NULL, &error);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  GtkWidget *button = gtk_menu_button_new ();

  g_assert_no_error (error);
  f->explorer = qg_explorer_new (layouter);
  qg_explorer_set_map (f->explorer, map);
  f->popover = g_object_new (QG_TYPE_SEARCH_POPOVER, NULL);
  qg_search_popover_set_explorer (QG_SEARCH_POPOVER (f->popover), f->explorer);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), f->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  f->entry = find_widget (f->popover, GTK_TYPE_SEARCH_ENTRY);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (f->window), button);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->window) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  while (gtk_widget_get_width (f->popover) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (f->popover, "closed", G_CALLBACK (closed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (f->popover, f);
  /* What GTK 4.8 has put off asks the surface where the pointer is, and it must be there still. */
  gtk_popover_popdown (GTK_POPOVER (f->popover));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->explorer);
}

static int
measure (Fixture *f, gboolean natural)
{
  int min, nat;

  gtk_widget_measure (f->popover, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (f->popover), &min, &nat,
                      NULL, NULL);
  return natural ? nat : min;
}

/* The index is made beside. */
static void
wait_until_found (Fixture *f)
{
  GtkWidget *list = find_widget (f->popover, GTK_TYPE_LIST_BOX);

  gtk_editable_set_text (GTK_EDITABLE (f->entry), "pol");
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_height (Fixture *f, gconstpointer data)
{
  /* The words before one has typed, much, a single one, nothing but what is near, nothing at all. */
  const char *const words[] = { "", "pol", "political parties", "мәслихатxk", "qzqzqzqzqzqz" };
  int least[G_N_ELEMENTS (words)], natural[G_N_ELEMENTS (words)];

  wait_until_found (f);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (f->entry), words[i]);
      least[i] = measure (f, FALSE);
      natural[i] = measure (f, TRUE);
      g_test_message ("'%s': at least %d, best %d", words[i], least[i], natural[i]);
    }
  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (least[i], ==, least[0]);
  /* It still asks for room for what it shows. */
  g_assert_cmpint (natural[1], >, 300);
  g_assert_cmpint (natural[0], <, natural[1]);
}

/* It gets that room, and stays open. */
static void
test_room (Fixture *f, gconstpointer data)
{
  const char *const words[] = { "pol", "", "political parties", "мәслихатxk", "pol", "qzqzqzqzqzqz" };

  wait_until_found (f);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (f->entry), words[i]);
      while (f->closed == 0 && gtk_widget_get_height (f->popover) != measure (f, TRUE))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (f->closed, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/shell/search-popover/height", Fixture, NULL, set_up, test_height, tear_down);
  g_test_add ("/shell/search-popover/room", Fixture, NULL, set_up, test_room, tear_down);
  return g_test_run ();
}
