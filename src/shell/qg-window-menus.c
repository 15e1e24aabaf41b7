/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-engine-label.h"
#include "qg-enums.h"
#include "qg-i18n.h"
#include "qg-map-vary.h"
#include "qg-menu-names.h"
#include "qg-outline-model.h"

static void
append_section (GMenu *menu, const char *label, GMenu *section)
{
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static GMenu *
new_engines (QgWindow *self)
{
  GMenu *menu = g_menu_new (), *choice = g_menu_new (), *acts = g_menu_new ();
  QgPart *part = qg_explorer_get_part (self->explorer);

  for (guint i = 0; i < QG_N_ENGINES; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.engine::%s", qg_engine_to_id (i));

      if (i != QG_ENGINE_GIVEN || (part != NULL && qg_part_is_placed (part)))
        g_menu_append (choice, qg_engine_get_label (i), action);
    }
  append_section (menu, NULL, choice);
  qg_window_append_all_groups_menu (self, acts);
  g_menu_append (acts, _ ("Layout of the View"), "win.reset-engine");
  g_menu_append (acts, _ ("Arrange What Is Shown"), "win.layout-visible");
  append_section (menu, NULL, acts);
  return menu;
}

/* The languages of the map, and Kazakh in Latin script where the map is in Kazakh. */
static GMenu *
new_languages (QgWindow *self, const char *action, const char *none)
{
  GMenu *menu = g_menu_new ();
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint n = 0;
  const QgLang *languages = map != NULL ? qg_map_get_languages (map, &n) : NULL;
  g_autofree char *empty = g_strdup_printf ("%s::", action);

  g_menu_append (menu, none, empty);
  for (guint i = 0; i < MIN (n, QG_MOST_ROWS); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s::%s", action, languages[i]);

      g_menu_append (menu, qg_lang_get_own_name (languages[i]), detailed);
    }
  if (map != NULL && qg_map_has_language (map, QG_LANG_KK))
    {
      g_autofree char *detailed = g_strdup_printf ("%s::%s", action, QG_LANG_KK_LATN);

      g_menu_append (menu, qg_lang_get_own_name (QG_LANG_KK_LATN), detailed);
    }
  qg_menu_append_more (menu, n, NULL);
  return menu;
}

static GMenu *
new_interface_languages (void)
{
  GMenu *menu = g_menu_new ();
  guint n;
  const QgLang *languages = qg_i18n_get_languages (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *detailed = g_strdup_printf ("app.language::%s", languages[i]);

      g_menu_append (menu, qg_lang_get_own_name (languages[i]), detailed);
    }
  return menu;
}

static GMenu *
new_appearance (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("As the Desktop"), "app.theme::system");
  g_menu_append (menu, C_ ("appearance", "Light"), "app.theme::light");
  g_menu_append (menu, C_ ("appearance", "Dark"), "app.theme::dark");
  return menu;
}

static GMenu *
new_panels (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Views and Outline"), "win.outline");
  g_menu_append (menu, _ ("Details"), "win.details");
  g_menu_append (menu, _ ("Small Map"), "win.overview");
  return menu;
}

static GMenu *
new_primary_menu (QgWindow *self)
{
  GMenu *menu = g_menu_new (), *files = g_menu_new (), *looks = g_menu_new (), *program = g_menu_new (),
        *out = g_menu_new ();

  if (qg_frame_get_width_class (self->frame) == QG_WIDTH_COMPACT)
    {
      GMenu *way = g_menu_new ();

      g_menu_append (way, _ ("Back"), "win.back");
      g_menu_append (way, _ ("Forward"), "win.forward");
      append_section (menu, NULL, way);
    }
  g_menu_append (files, _ ("New Window"), "app.new-window");
  g_menu_append (files, _ ("Open…"), "win.open");
  g_menu_append_submenu (files, _ ("Open Recent"), G_MENU_MODEL (self->recent));
  if (self->graphs != NULL && self->graphs->len > 1)
    g_menu_append (files, _ ("Choose a Graph…"), "win.choose-graph");
  g_menu_append (files, _ ("Save a Copy…"), "win.save-copy");
  g_menu_append (files, _ ("Read Again"), "win.read-again");
  g_menu_append (files, _ ("Follow Changes of the File"), "win.follow-file");
  if (self->shown_problems != NULL)
    g_menu_append (files, _ ("What Is Wrong with the File…"), "win.problems");
  append_section (menu, NULL, files);
  g_menu_append (out, _ ("Keep as a View…"), "win.keep-view");
  g_menu_append (out, _ ("Export…"), "win.export");
  g_menu_append (out, _ ("Print…"), "win.print");
  qg_window_append_present_menu (self, out);
  append_section (menu, NULL, out);
  g_menu_append_submenu (looks, _ ("Where You Have Been"), G_MENU_MODEL (self->trail));
  append_submenu (looks, C_ ("menu", "Layout"), new_engines (self));
  append_submenu (looks, C_ ("menu", "Show"), new_panels ());
  append_submenu (looks, _ ("Appearance"), new_appearance ());
  append_submenu (looks, _ ("Language"), new_interface_languages ());
  append_submenu (looks, _ ("Language of the Diagram"),
                  new_languages (self, "win.map-language", _ ("As the Interface")));
  append_submenu (looks, _ ("Second Language"),
                  new_languages (self, "win.second-language", C_ ("language", "None")));
  append_section (menu, NULL, looks);
  g_menu_append (program, _ ("Keyboard Shortcuts"), "win.shortcuts");
  g_menu_append (program, _ ("About Qogam"), "win.about");
  append_section (menu, NULL, program);
  return menu;
}

/* Letters of a title that a menu has room for where the window is 360 pixels wide; a menu wraps nothing. */
#define COMPACT_TITLE 36u

static guint
most_letters (QgWindow *self)
{
  return qg_frame_get_width_class (self->frame) == QG_WIDTH_COMPACT ? COMPACT_TITLE : QG_TEXT_LINE;
}

static GMenu *
new_views (QgWindow *self)
{
  GMenu *menu = g_menu_new (), *given = g_menu_new (), *own = g_menu_new (), *whole = g_menu_new ();
  GMenu *keep = g_menu_new ();
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint n_given, n_own;
  QgPart *part = qg_explorer_get_part (self->explorer);

  n_given = map != NULL ? qg_map_get_n_given_views (map) : 0;
  n_own = map != NULL ? qg_map_get_n_views (map) - n_given : 0;
  for (guint i = 0; i < n_given + n_own; i++)
    {
      GMenu *views = i < n_given ? given : own;
      g_autofree char *title = NULL, *line = NULL, *action = NULL;

      if (i < n_given ? i >= QG_MOST_ROWS : i - n_given >= QG_MOST_ROWS)
        continue;
      title = qg_plain_from_text (qg_map_get_view (map, i)->title, qg_explorer_get_language (self->explorer));
      line = qg_menu_dup_lines (title, most_letters (self));
      action = g_strdup_printf ("win.view(%u)", i);
      g_menu_append (views, line, action);
    }
  qg_menu_append_more (given, n_given, "win.search");
  qg_menu_append_more (own, n_own, "win.search");
  append_section (menu, NULL, given);
  append_section (menu, g_menu_model_get_n_items (G_MENU_MODEL (own)) > 0 ? _ ("Own Views") : NULL, own);
  if (map != NULL && !qg_outline_has_whole_view (map))
    g_menu_append (whole, _ ("Whole Map"), "win.view(-1)");
  append_section (menu, NULL, whole);
  g_menu_append (keep, _ ("Keep as a View…"), "win.keep-view");
  qg_window_append_own_menu (self, keep, part != NULL ? qg_part_get_view (part) : QG_NONE);
  append_section (menu, NULL, keep);
  qg_window_append_graphs (self, menu, most_letters (self));
  return menu;
}

static void
keep_focus (QgWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
keep_focus_cb (gpointer data)
{
  QgWindow *self = data;

  self->focus_id = 0;
  keep_focus (self);
  return G_SOURCE_REMOVE;
}

/* What was chosen in a submenu keeps the keyboard when the menu is gone, and no key does anything any more:
 * at once, for the next key may be there already, and once more when GTK has done what it does then. */
static void
menu_closed_cb (QgWindow *self)
{
  keep_focus (self);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (keep_focus_cb, self);
}

static void
popup_primary_cb (GtkMenuButton *button, gpointer user_data)
{
  QgWindow *self = user_data;
  g_autoptr (GMenu) menu = NULL;

  qg_window_update_recent (self, most_letters (self));
  if (!self->primary_stale)
    return;
  menu = new_primary_menu (self);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  qg_window_add_keys (self, GTK_WIDGET (gtk_menu_button_get_popover (button)));
  qg_menu_name_items (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  self->primary_stale = FALSE;
}

static void
popup_views_cb (GtkMenuButton *button, gpointer user_data)
{
  QgWindow *self = user_data;
  g_autoptr (GMenu) menu = NULL;

  if (!self->views_stale)
    return;
  menu = new_views (self);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  qg_window_add_keys (self, GTK_WIDGET (gtk_menu_button_get_popover (button)));
  qg_menu_name_items (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  self->views_stale = FALSE;
}

/* Menus are made when they are opened: widgets for all of them took 16 ms of every start. */
void
qg_window_add_menus (QgWindow *self)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), popup_primary_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->title_button), popup_views_cb, self, NULL);
  qg_window_update_menus (self);
}

static GMenu *new_context_menu (QgWindow *self);

/* What the menus say has changed. An open one stays open, with the new words. */
void
qg_window_update_menus (QgWindow *self)
{
  GtkWidget *const buttons[] = { self->menu_button, self->title_button };

  self->primary_stale = self->views_stale = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkMenuButton *button = GTK_MENU_BUTTON (buttons[i]);
      GtkPopover *popover = gtk_menu_button_get_popover (button);
      int page;

      if (popover == NULL || !gtk_widget_get_visible (GTK_WIDGET (popover)))
        continue;
      page = qg_menu_get_page (GTK_WIDGET (popover));
      if (i == 0)
        popup_primary_cb (button, self);
      else
        popup_views_cb (button, self);
      gtk_menu_button_popup (button);
      qg_menu_set_page (GTK_WIDGET (gtk_menu_button_get_popover (button)), page);
    }
  if (self->context_menu != NULL && self->context_is_view)
    gtk_popover_popdown (GTK_POPOVER (self->context_menu));
  else if (self->context_menu != NULL)
    {
      g_autoptr (GMenu) context = new_context_menu (self);
      int page = qg_menu_get_page (self->context_menu);

      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->context_menu), G_MENU_MODEL (context));
      qg_menu_set_page (self->context_menu, page);
    }
  gtk_widget_set_sensitive (self->title_button, qg_explorer_get_map (self->explorer) != NULL);
}

static GMenu *
new_context_menu (QgWindow *self)
{
  GMenu *menu = g_menu_new (), *selected = g_menu_new (), *picture = g_menu_new ();
  QgSelection selection = qg_explorer_get_selection (self->explorer);

  if (selection.kind == QG_SELECTION_ENTITY)
    {
      g_menu_append (selected, _ ("Show Neighborhood"), "win.focus");
      g_menu_append (selected, _ ("Wider"), "win.widen");
      g_menu_append (selected, _ ("Narrower"), "win.narrow");
      if (qg_explorer_get_selected_entities (self->explorer).n == 2)
        g_menu_append (selected, _ ("Ways Between Them"), "win.ways");
      g_menu_append (selected, _ ("Ways to…"), "win.ways-to");
      qg_window_append_group_menu (self, selected, QG_NONE);
    }
  if (selection.kind != QG_SELECTION_NOTHING)
    {
      g_menu_append (selected, _ ("Copy with Source"), "win.copy-text");
      g_menu_append (selected, _ ("Zoom to Selection"), "win.zoom-selection");
      g_menu_append (selected, _ ("Hide"), "win.hide");
    }
  g_menu_append (picture, qg_window_undoes_deleting (self) ? _ ("Undo Deleting the View") : _ ("Undo Hiding"),
                 "win.undo");
  append_section (menu, NULL, selected);
  g_menu_append (picture, _ ("Whole Picture"), "win.zoom-fit");
  g_menu_append (picture, _ ("Show All"), "win.show-all");
  g_menu_append (picture, _ ("Keep as a View…"), "win.keep-view");
  append_section (menu, NULL, picture);
  append_submenu (menu, C_ ("menu", "Layout"), new_engines (self));
  return menu;
}

/* Back to where the keyboard was, unless what was chosen has taken it: the search has its own popover. */
static gboolean
return_focus_cb (gpointer data)
{
  QgWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self)), *from = self->context_from;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  self->focus_id = 0;
  if (popover != NULL && gtk_widget_get_mapped (popover))
    return G_SOURCE_REMOVE;
  if (from != NULL && gtk_widget_get_mapped (from) && gtk_widget_grab_focus (from))
    return G_SOURCE_REMOVE;
  /* What was chosen may have made the rows of the outline anew. */
  if (!self->context_in_outline || !qg_outline_panel_grab_chosen (self->outline))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return G_SOURCE_REMOVE;
}

/* A menu that is taken away without having been closed says so, too. */
static void
context_closed_cb (QgWindow *self)
{
  if (self->context_menu != NULL && self->focus_id == 0)
    self->focus_id = g_idle_add (return_focus_cb, self);
}

static void
show_menu (QgWindow *self, GMenu *menu, GtkWidget *at, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (at, self->overlay, &point, &point))
    return;
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_set_weak_pointer (&self->context_from, gtk_window_get_focus (GTK_WINDOW (self)));
  self->context_in_outline = at == GTK_WIDGET (self->outline);
  self->context_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  g_signal_connect_object (self->context_menu, "closed", G_CALLBACK (context_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->context_menu, self->overlay);
  qg_window_add_keys (self, self->context_menu);
  qg_menu_name_items (self->context_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

/* @x, @y: in @at */
void
qg_window_show_context_menu (QgWindow *self, GtkWidget *at, double x, double y)
{
  g_autoptr (GMenu) menu = new_context_menu (self);

  self->context_is_view = FALSE;
  show_menu (self, menu, at, x, y);
}

/* @view: of the map; one of the person's own can be renamed and deleted */
void
qg_window_show_view_menu (QgWindow *self, GtkWidget *at, guint view, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *action = g_strdup_printf ("win.view(%u)", view);

  g_menu_append (menu, C_ ("view", "Show"), action);
  qg_window_append_own_menu (self, menu, view);
  self->context_is_view = TRUE;
  show_menu (self, menu, at, x, y);
}

/* @kind: a group of the map, which can be collapsed and expanded */
void
qg_window_show_kind_menu (QgWindow *self, GtkWidget *at, guint kind, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  qg_window_append_group_menu (self, menu, kind);
  qg_window_append_all_groups_menu (self, menu);
  self->context_is_view = TRUE;
  show_menu (self, menu, at, x, y);
}

/* An entry of the legend: what can be seen alone of its sort, or was. */
void
qg_window_show_legend_menu (QgWindow *self, GtkWidget *at, guint role, guint value, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *action = g_strdup_printf ("win.only((uint32 %u, uint32 %u))", role, value);
  gboolean is_only = qg_legend_bar_is_only (self->legend, role, value);

  /* Translators: of an entry of the legend: hides all others. */
  g_menu_append (menu, is_only ? _ ("The Others Again") : _ ("Only This"), action);
  self->context_is_view = TRUE;
  show_menu (self, menu, at, x, y);
}
