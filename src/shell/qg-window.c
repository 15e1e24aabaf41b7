/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-config.h"
#include "qg-controls.h"
#include "qg-i18n.h"
#include "qg-paths.h"
#include "qg-settings.h"

/* Pixels that a line over the picture leaves free for the button at its lower corner. */
#define BESIDE_FIT 52

/* The height of the zoom control and the hint over the lower edge of the picture. */
#define COVERED_BOTTOM 44

G_DEFINE_FINAL_TYPE (QgWindow, qg_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_title (QgWindow *self)
{
  g_autofree char *title = qg_explorer_dup_title (self->explorer);
  QgMap *map = qg_explorer_get_map (self->explorer);
  g_autofree char *map_title = NULL;
  g_autofree char *whole = NULL;

  if (map == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->title_label), _ ("Qogam"));
      gtk_window_set_title (GTK_WINDOW (self), _ ("Qogam"));
      return;
    }
  map_title = qg_plain_from_text (qg_map_get_title (map), qg_explorer_get_language (self->explorer));
  whole = g_strdup_printf ("%s — %s", title, map_title);
  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

/* qg_window_dup_unlisted:
 * @name: of a file
 *
 * Returns: (transfer full): what is said where a file that was chosen from the recent maps has gone */
char *
qg_window_dup_unlisted (const char *name)
{
  return g_strdup_printf (_ ("“%s” is no longer there; it was taken off the list of recent maps"), name);
}

/* Nothing is open, or what should be could not be opened: why, and what to do. */
static void
show_empty_page (QgWindow *self)
{
  gboolean broken = self->failure != NULL;
  g_autofree char *text =
      broken && self->failure_unlisted ? qg_window_dup_unlisted (self->failure) : g_strdup (self->failure);
  g_autofree char *why = broken ? g_markup_escape_text (text, -1) : NULL;

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page),
                             broken ? _ ("The Map Could Not Be Opened") : _ ("No Map Is Open"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->empty_page),
      broken ? why : _ ("Open a map file, drop one here, or show the map that comes with Qogam."));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty_page),
                                 broken ? "dialog-warning-symbolic" : "qg-whole-symbolic");
  gtk_button_set_label (GTK_BUTTON (self->empty_problems), _ ("Show the Problems"));
  gtk_widget_set_visible (self->empty_problems, broken && self->shown_problems != NULL);
}

/* The picture, or what there is instead of one. */
void
qg_window_show_page (QgWindow *self)
{
  const char *page = qg_explorer_get_scene (self->explorer) != NULL                          ? "picture"
                     : self->opening != NULL || qg_explorer_get_map (self->explorer) != NULL ? "loading"
                                                                                             : "empty";

  /* Where a first layout fails there is no old picture: the notice is over an empty one. */
  if (self->trouble != NULL && qg_explorer_get_map (self->explorer) != NULL)
    page = "picture";
  if (self->asked_file != NULL)
    page = "graphs";
  if (g_str_equal (page, "empty"))
    show_empty_page (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  qg_window_show_loading (self);
}

static void
explorer_cb (QgWindow *self)
{
  show_title (self);
  qg_window_show_page (self);
  qg_window_show_peek (self);
  qg_window_update_actions (self);
}

static void
map_cb (QgWindow *self)
{
  qg_window_set_map_languages (self);
  qg_window_update_menus (self);
  explorer_cb (self);
}

/* In a narrow header a title has up to three lines. */
static void
set_title_lines (QgWindow *self, gboolean compact)
{
  GtkLabel *label = GTK_LABEL (self->title_label);

  gtk_label_set_single_line_mode (label, !compact);
  gtk_label_set_wrap (label, compact);
  gtk_label_set_lines (label, compact ? 3 : -1);
  if (compact)
    gtk_widget_add_css_class (self->title_button, "qg-compact");
  else
    gtk_widget_remove_css_class (self->title_button, "qg-compact");
}

static void
width_cb (QgWindow *self)
{
  gboolean wide = qg_frame_get_width_class (self->frame) == QG_WIDTH_WIDE;
  gboolean compact = qg_frame_get_width_class (self->frame) == QG_WIDTH_COMPACT;

  gtk_widget_set_visible (self->present_button, wide);
  gtk_widget_set_visible (self->export_button, wide);
  gtk_widget_set_visible (self->back_button, !compact);
  gtk_widget_set_visible (self->forward_button, !compact);
  gtk_widget_set_visible (self->details_button, !compact);
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->header_bar), compact ? ":close" : NULL);
  qg_window_fit_toast (self);
  set_title_lines (self, compact);
  qg_language_switch_set_compact (self->language_switch, compact);
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), !compact);
  gtk_widget_set_visible (self->fit_button, compact);
  qg_notice_bar_set_beside (self->notice, compact ? BESIDE_FIT : 0);
  qg_legend_bar_set_compact (self->legend, compact || qg_frame_is_low (self->frame));
  qg_window_update_minimap (self);
  qg_window_update_menus (self);
}

static void
theme_cb (QgWindow *self)
{
  qg_canvas_set_theme (self->canvas, qg_appearance_get_theme ());
}

static void
notice_cb (QgWindow *self)
{
  qg_window_update_minimap (self);
  qg_canvas_cover_changed (self->canvas);
}

static void
tour_chosen_cb (GtkWidget *where, guint tour, QgWindow *self)
{
  if (qg_frame_get_width_class (self->frame) != QG_WIDTH_WIDE)
    qg_frame_set_open (self->frame, QG_SIDE_START, FALSE);
  qg_tour_bar_begin (self->tour, tour);
  qg_window_show_peek (self);
}

static void
outline_menu_cb (QgOutlinePanel *outline, double x, double y, QgWindow *self)
{
  qg_window_show_context_menu (self, GTK_WIDGET (outline), x, y);
}

static void
view_menu_cb (QgOutlinePanel *outline, guint view, double x, double y, QgWindow *self)
{
  qg_window_show_view_menu (self, GTK_WIDGET (outline), view, x, y);
}

static void
kind_menu_cb (QgOutlinePanel *outline, guint kind, double x, double y, QgWindow *self)
{
  qg_window_show_kind_menu (self, GTK_WIDGET (outline), kind, x, y);
}

static void
context_menu_cb (QgCanvas *canvas, guint kind, guint number, double x, double y, QgWindow *self)
{
  qg_window_show_context_menu (self, GTK_WIDGET (canvas), x, y);
}

static void
update_header_texts (QgWindow *self)
{
  qg_control_set_text (self->outline_button, _ ("Views and Outline"), "F9");
  qg_control_set_text (self->back_button, _ ("Back"), "<Alt>Left");
  qg_control_set_text (self->forward_button, _ ("Forward"), "<Alt>Right");
  qg_control_set_text (self->title_button, _ ("Choose a View"), NULL);
  qg_control_set_text (self->search_button, _ ("Search"), "<Control>f");
  qg_control_set_text (self->present_button, _ ("Present"), "F5");
  qg_control_set_text (self->export_button, _ ("Export…"), "<Control>e");
  qg_control_set_text (self->details_button, _ ("Details"), "<Shift>F9");
  qg_control_set_text (self->menu_button, _ ("Main Menu"), "F10");
  qg_window_buttons_renew (self->header_bar);
}

void
qg_window_update_texts (QgWindow *self)
{
  update_header_texts (self);
  qg_window_show_loading (self);
  show_empty_page (self);
  gtk_button_set_label (GTK_BUTTON (self->empty_open), _ ("Open…"));
  gtk_button_set_label (GTK_BUTTON (self->empty_bundled), _ ("Show the Bundled Map"));
  qg_window_set_map_languages (self);
  qg_language_switch_update_texts (self->language_switch);
  qg_outline_panel_update_texts (self->outline);
  qg_details_panel_update_texts (self->details);
  qg_legend_bar_update_texts (self->legend);
  qg_zoom_control_relabel (self->zoom);
  qg_canvas_update_texts (self->canvas);
  qg_control_set_text (self->fit_button, _ ("Whole Picture"), NULL);
  qg_search_popover_update_texts (self->search);
  qg_tour_bar_update_texts (self->tour);
  qg_graph_page_update_texts (self->graph_page);
  qg_focus_bar_update_texts (self->focus_bar);
  qg_window_update_filter_texts (self);
  qg_window_update_trail (self);
  qg_window_update_menus (self);
  qg_window_update_toast (self);
  qg_window_update_dialogs (self);
  qg_window_show_notice (self);
  show_title (self);
  qg_window_show_peek (self);
}

static gboolean
qg_window_close_request (GtkWindow *window)
{
  QgWindow *self = QG_WINDOW (window);

  qg_window_remember_panels (self);
  qg_window_save_state (self);
  return GTK_WINDOW_CLASS (qg_window_parent_class)->close_request (window);
}

static void
qg_window_constructed (GObject *object)
{
  QgWindow *self = QG_WINDOW (object);
  const char *const watched[] = { "notify::part",           "notify::scene",  "notify::selection",
                                  "notify::language",       "notify::engine", "notify::can-go-back",
                                  "notify::can-go-forward", "notify::title",  "hidden-changed" };
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "qogam", "layouts", NULL);

  G_OBJECT_CLASS (qg_window_parent_class)->constructed (object);
  self->layouter = qg_layouter_new (NULL, cache);
  self->explorer = qg_explorer_new (self->layouter);
  qg_window_set_map_languages (self);
  qg_window_add_actions (self);
  qg_window_add_share (self);
  qg_window_add_present (self);
  qg_window_add_graphs (self);
  qg_window_add_opening (self);
  qg_window_add_drop (self);
  qg_window_add_recent (self);
  qg_window_add_search (self);
  qg_window_add_ways (self);
  qg_window_add_filter (self);
  qg_window_add_trail (self);
  qg_window_add_own (self);
  qg_window_add_save (self);
  qg_window_add_groups (self);
  qg_window_add_keys (self, GTK_WIDGET (self));
  /* A toast would take Escape first. */
  qg_window_add_keys (self, GTK_WIDGET (self->frame));
  qg_window_add_keys (self, GTK_WIDGET (self->search));
  qg_window_add_menus (self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->explorer, watched[i], G_CALLBACK (explorer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "context-menu", G_CALLBACK (context_menu_cb), self, 0);
  g_signal_connect_object (self->canvas, "relation-changed", G_CALLBACK (qg_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->frame, "notify::width-class", G_CALLBACK (width_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->frame, "notify::low", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "drawn", G_CALLBACK (qg_window_complete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notice, "changed", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus_bar, "notify::visible", G_CALLBACK (qg_canvas_cover_changed),
                           self->canvas, G_CONNECT_SWAPPED);
  qg_canvas_set_covered (self->canvas, 0, COVERED_BOTTOM);
  qg_canvas_set_explorer (self->canvas, self->explorer);
  g_object_set_data (G_OBJECT (self), QG_SPEAKER, self->speaker);
  theme_cb (self);
  qg_details_panel_set_explorer (self->details, self->explorer, self->wayfinder);
  qg_focus_bar_set_explorer (self->focus_bar, self->explorer);
  qg_legend_bar_set_explorer (self->legend, self->explorer);
  self->zoom = QG_ZOOM_CONTROL (qg_zoom_control_new (self->canvas));
  gtk_widget_set_halign (GTK_WIDGET (self->zoom), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->corner), GTK_WIDGET (self->zoom));
  gtk_box_append (GTK_BOX (self->minimap_place), qg_minimap_new (self->canvas));
  qg_search_popover_set_explorer (self->search, self->explorer);
  qg_tour_bar_set_explorer (self->tour, self->explorer);
  g_signal_connect_object (self->search, "tour-chosen", G_CALLBACK (tour_chosen_cb), self, 0);
  g_signal_connect_object (self->outline, "tour-chosen", G_CALLBACK (tour_chosen_cb), self, 0);
  g_signal_connect_object (self->outline, "context-menu", G_CALLBACK (outline_menu_cb), self, 0);
  g_signal_connect_object (self->outline, "kind-menu", G_CALLBACK (kind_menu_cb), self, 0);
  g_signal_connect_object (self->outline, "view-menu", G_CALLBACK (view_menu_cb), self, 0);
  qg_window_watch_layout (self);
  qg_window_watch_panels (self);
  qg_window_watch_language (self);
  qg_window_restore_panels (self);
  qg_window_update_texts (self);
  explorer_cb (self);
}

/* qg_window_complete:
 *
 * Does what can wait until the picture is there: a person looks at the picture first. */
void
qg_window_complete (QgWindow *self)
{
  if (self->complete)
    return;
  self->complete = TRUE;
  qg_outline_panel_set_explorer (self->outline, self->explorer);
  qg_search_popover_wake (self->search);
  gtk_window_set_default_icon_name (QG_APP_ID);
}

static void
qg_window_dispose (GObject *object)
{
  QgWindow *self = QG_WINDOW (object);

  /* The picture tells that the keyboard leaves it: while there is somebody to be told. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->opening != NULL)
    qg_opening_cancel (self->opening);
  g_clear_pointer (&self->opening, qg_opening_unref);
  qg_window_end_present (self);
  qg_window_end_share (self);
  qg_window_end_own (self);
  g_clear_handle_id (&self->opening_id, g_source_remove);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_handle_id (&self->details_id, g_source_remove);
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_handle_id (&self->hold_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->read_toast);
  g_clear_weak_pointer (&self->namer);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_weak_pointer (&self->context_from);
  g_clear_weak_pointer (&self->search_from);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->trail_menu, gtk_widget_unparent);
  g_clear_object (&self->trail);
  g_clear_object (&self->recent);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->shown_problems, qg_problems_unref);
  g_clear_error (&self->trouble);
  qg_window_end_watch (self);
  g_clear_pointer (&self->file_mark, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->graphs, g_ptr_array_unref);
  g_clear_pointer (&self->graph, g_free);
  g_clear_object (&self->asked_file);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_object (&self->wayfinder);
  qg_window_end_filter (self);
  g_clear_object (&self->explorer);
  g_clear_object (&self->layouter);
  G_OBJECT_CLASS (qg_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QgWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, title_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, loading_cancel);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, empty_open);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, empty_bundled);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, peek_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, peek_label);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, speaker);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, language_switch);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, details);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, corner);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, minimap_place);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, fit_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, tour);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, focus_bar);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, nothing_box);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, nothing_button);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, empty_problems);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, search);
  gtk_widget_class_bind_template_child (widget_class, QgWindow, graph_page);
}

static void
qg_window_class_init (QgWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType used[] = { QG_TYPE_FRAME,         QG_TYPE_LANGUAGE_SWITCH, QG_TYPE_OUTLINE_PANEL,
                         QG_TYPE_DETAILS_PANEL, QG_TYPE_LEGEND_BAR,      QG_TYPE_CANVAS,
                         QG_TYPE_NOTICE_BAR,    QG_TYPE_SEARCH_POPOVER,  QG_TYPE_TOUR_BAR,
                         QG_TYPE_FOCUS_BAR,     QG_TYPE_GRAPH_PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    g_type_ensure (used[i]);
  G_OBJECT_CLASS (klass)->constructed = qg_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = qg_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qg_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/window.ui");
  bind_children (widget_class);
}

static void
qg_window_init (QgWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
qg_window_is_empty (QgWindow *self)
{
  return qg_explorer_get_map (self->explorer) == NULL && self->opening == NULL;
}

QgWindow *
qg_window_new (AdwApplication *application)
{
  return g_object_new (QG_TYPE_WINDOW, "application", application, NULL);
}
