/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-search-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-controls.h"
#include "qg-number.h"
#include "qg-profile.h"
#include "qg-search.h"
#include "qg-swatch.h"

#define MAX_HITS 30u
/* Rows that there is room for, made at once; and how many of the others are made between two frames. */
#define AT_ONCE 8u
#define MORE 4u
/* Bytes of a description that are shown round what matches. */
#define PIECE 90u
/* Pixels that the list of hits takes at most. */
#define MAX_HEIGHT 400
#define WIDTH 300 /* at least; as in the .ui file */

struct _QgSearchPopover
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkWidget *entry, *message, *scroller, *list;

  QgExplorer *explorer; /* owned */
  QgSearch *search;     /* owned; NULL until it is made */
  guint way_from;       /* the entity that a way is to lead from; QG_NONE while one just searches */
  GArray *hits;         /* QgSearchHit, owned, nullable: what was found, also without a row yet */
  guint n_rows;         /* of them with a row */
  guint rows_id;
  QgMap *indexed; /* owned: the map that @search is of, or is made of now */
  gboolean awake; /* indices may be made */
};

enum
{
  WAY_CHOSEN,
  TOUR_CHOSEN,
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgSearchPopover, qg_search_popover, GTK_TYPE_POPOVER)

static void find (QgSearchPopover *self);
static void clear_list (QgSearchPopover *self);

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, qg_search_new (data), (GDestroyNotify) qg_search_unref);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgSearchPopover *self = QG_SEARCH_POPOVER (source);
  QgSearch *search = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another map may have come meanwhile. */
  if (self->indexed != g_task_get_task_data (G_TASK (result)))
    {
      g_clear_pointer (&search, qg_search_unref);
      return;
    }
  g_clear_pointer (&self->search, qg_search_unref);
  self->search = search;
  find (self);
}

/* The index of a large map takes its time: it is made beside. */
static void
map_cb (QgSearchPopover *self)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  g_autoptr (GTask) task = NULL;

  if (!self->awake || map == self->indexed)
    return;
  self->way_from = QG_NONE;
  clear_list (self); /* their words are the map's */
  g_clear_pointer (&self->search, qg_search_unref);
  g_clear_pointer (&self->indexed, qg_map_unref);
  if (map == NULL)
    return;
  self->indexed = qg_map_ref (map);
  task = g_task_new (self, NULL, indexed_cb, NULL);
  g_task_set_task_data (task, qg_map_ref (map), (GDestroyNotify) qg_map_unref);
  g_task_run_in_thread (task, index_thread);
}

static void
append_escaped (GString *out, const char *text, gsize start, gsize end)
{
  g_autofree char *piece = g_markup_escape_text (text + start, (gssize) (end - start));

  g_string_append (out, piece);
}

/* The matching text with what matches in bold; of a long one, the piece round it. */
static char *
dup_piece (const QgSearchHit *hit)
{
  gsize length = strlen (hit->text), start = 0, end = length;
  GString *out = g_string_new (NULL);

  if (length > 2 * PIECE)
    {
      start = hit->start > PIECE ? hit->start - PIECE : 0;
      end = MIN (length, (gsize) hit->end + PIECE);
      while (start > 0 && (hit->text[start] & 0xc0) == 0x80)
        start--;
      while (end < length && (hit->text[end] & 0xc0) == 0x80)
        end++;
    }
  if (start > 0)
    g_string_append (out, "…");
  append_escaped (out, hit->text, start, hit->start > 0 || hit->end > 0 ? hit->start : start);
  if (hit->end > hit->start)
    {
      g_string_append (out, "<b>");
      append_escaped (out, hit->text, hit->start, hit->end);
      g_string_append (out, "</b>");
    }
  append_escaped (out, hit->text, hit->end > hit->start ? hit->end : start, end);
  if (end < length)
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

/* What a hit is called. */
static const QgText *
get_title (QgMap *map, const QgSearchHit *hit)
{
  if (hit->what == QG_FOUND_VIEW)
    return qg_map_get_view (map, hit->number)->title;
  if (hit->what == QG_FOUND_TOUR)
    return qg_map_get_tour (map, hit->number)->title;
  return qg_map_get_entity (map, hit->number)->name;
}

/* What kind of thing it is, as markup. */
static char *
dup_kind (QgMap *map, const QgSearchHit *hit, QgLang lang)
{
  if (hit->what == QG_FOUND_VIEW)
    return g_markup_escape_text (C_ ("kind of what was found", "View"), -1);
  if (hit->what == QG_FOUND_TOUR)
    return g_markup_escape_text (C_ ("kind of what was found", "Tour"), -1);
  return qg_markup_from_text (qg_map_get_kind (map, qg_map_get_entity (map, hit->number)->kind)->name, lang);
}

/* 'Citizens, Actor' */
static char *
dup_spoken (QgMap *map, const QgSearchHit *hit, QgLang lang)
{
  g_autofree char *name = qg_plain_from_text (get_title (map, hit), lang), *kind = NULL;

  if (hit->what == QG_FOUND_VIEW)
    kind = g_strdup (C_ ("kind of what was found", "View"));
  else if (hit->what == QG_FOUND_TOUR)
    kind = g_strdup (C_ ("kind of what was found", "Tour"));
  else
    kind = qg_plain_from_text (qg_map_get_kind (map, qg_map_get_entity (map, hit->number)->kind)->name, lang);
  return g_strdup_printf ("%s, %s", name, kind);
}

static GtkWidget *
new_sign (QgMap *map, const QgSearchHit *hit)
{
  GtkWidget *image;

  if (hit->what == QG_FOUND_ENTITY)
    return qg_swatch_new (map, QG_LEGEND_KIND, qg_map_get_entity (map, hit->number)->kind);
  image = gtk_image_new_from_icon_name (hit->what == QG_FOUND_VIEW ? "qg-view-symbolic"
                                                                   : "media-playback-start-symbolic");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

static GtkWidget *
new_row (QgSearchPopover *self, const QgSearchHit *hit)
{
  QgMap *map = self->indexed;
  QgLang lang = qg_explorer_get_language (self->explorer);
  const QgText *text = get_title (map, hit);
  g_autofree char *name = qg_plain_from_text (text, lang);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gboolean is_name = g_strcmp0 (hit->text, qg_text_get (text, lang)) == 0;
  g_autofree char *piece = dup_piece (hit);
  g_autofree char *title = is_name ? g_strdup (piece) : g_markup_escape_text (name, -1);
  g_autofree char *kind = dup_kind (map, hit, lang);
  g_autofree char *below = is_name ? g_strdup (kind) : g_strdup_printf ("%s · %s", kind, piece);
  GtkWidget *second = qg_markup_label_new (below, "qg-dim");

  gtk_label_set_lines (GTK_LABEL (second), 2);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (second), 40);
  gtk_box_append (GTK_BOX (words), qg_markup_label_new (title, NULL));
  gtk_box_append (GTK_BOX (words), second);
  gtk_box_append (GTK_BOX (box), new_sign (map, hit));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "what", GUINT_TO_POINTER (hit->what));
  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (hit->number));
  g_object_set_data_full (G_OBJECT (row), "spoken", dup_spoken (map, hit, lang), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* The keyboard stays in the entry while one walks through what was found: what is marked is read aloud.
 * @before: (nullable): said first */
static void
announce_marked (QgSearchPopover *self, const char *before)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  g_autofree char *place = NULL, *count = NULL, *words = NULL, *whole = NULL;

  if (row == NULL)
    {
      qg_announce (self->entry, before);
      return;
    }
  place = qg_number_dup_count ((guint) gtk_list_box_row_get_index (row) + 1);
  count = qg_number_dup_count (self->hits->len);
  /* Translators: read aloud: what was found, its place among what was found, how much that is. */
  words = g_strdup_printf (_ ("%s, %s of %s"), (char *) g_object_get_data (G_OBJECT (row), "spoken"), place,
                           count);
  whole = before != NULL ? g_strdup_printf ("%s %s", before, words) : NULL;
  qg_announce (self->entry, whole != NULL ? whole : words);
}

static void
clear_list (QgSearchPopover *self)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->rows_id, g_source_remove);
  g_clear_pointer (&self->hits, g_array_unref);
  self->n_rows = 0;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
say (QgSearchPopover *self, const char *text)
{
  int width = gtk_widget_get_width (self->entry), height;

  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  /* A popover asks for the height that its words have at their widest. */
  gtk_widget_set_size_request (self->message, -1, -1);
  gtk_widget_measure (self->message, GTK_ORIENTATION_VERTICAL, MAX (width, WIDTH), NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (self->message, -1, height);
}

/* A way leads to an entity; whoever just looks around finds views and tours as well. */
static GArray *
search_for (QgSearchPopover *self, const char *query, guint max)
{
  QgLang lang = qg_explorer_get_language (self->explorer);

  return self->way_from != QG_NONE ? qg_search_find_entities (self->search, query, lang, max)
                                   : qg_search_find (self->search, query, lang, max);
}

/* What fits @query; else what is near it. (transfer full) */
static GArray *
find_or_near (QgSearchPopover *self, const char *query, gboolean *near)
{
  GArray *hits = search_for (self, query, MAX_HITS);

  *near = hits->len == 0;
  if (!*near)
    return hits;
  g_array_unref (hits);
  return qg_search_find_near (self->search, query, qg_explorer_get_language (self->explorer),
                              self->way_from != QG_NONE);
}

/* As high as its rows are, up to a limit. A scrolled window asks for the height that rows have at their
 * widest, where none wraps. What it is given may be less than that: it scrolls. */
static void
fit_list (QgSearchPopover *self)
{
  int width = gtk_widget_get_width (self->entry), height;

  gtk_widget_set_size_request (self->list, -1, -1);
  gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, width > 0 ? width : -1, NULL, &height, NULL,
                      NULL);
  gtk_widget_set_size_request (self->list, -1, MIN (height, MAX_HEIGHT));
}

/* Up to @n further rows. */
static void
add_rows (QgSearchPopover *self, guint n)
{
  guint end = MIN (self->n_rows + n, self->hits->len);

  for (; self->n_rows < end; self->n_rows++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         new_row (self, &g_array_index (self->hits, QgSearchHit, self->n_rows)));
}

static gboolean
add_rows_cb (gpointer data)
{
  QgSearchPopover *self = data;

  add_rows (self, MORE);
  if (self->n_rows < self->hits->len)
    return G_SOURCE_CONTINUE;
  self->rows_id = 0;
  return G_SOURCE_REMOVE;
}

/* Those in sight at once, the others while one looks at these: thirty rows took longer than the search. */
static void
show_hits (QgSearchPopover *self)
{
  add_rows (self, AT_ONCE);
  gtk_widget_set_visible (self->scroller, self->hits->len > 0);
  fit_list (self);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  if (self->n_rows < self->hits->len)
    self->rows_id = g_idle_add (add_rows_cb, self);
}

static void
find (QgSearchPopover *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GArray *hits;
  gboolean near;

  clear_list (self);
  gtk_widget_set_visible (self->scroller, FALSE);
  if (self->way_from != QG_NONE && *query == '\0')
    {
      g_autofree char *name = qg_plain_from_text (qg_map_get_entity (self->indexed, self->way_from)->name,
                                                  qg_explorer_get_language (self->explorer));
      g_autofree char *question = g_strdup_printf (_ ("Where should the ways from “%s” lead?"), name);

      say (self, question);
      return;
    }
  if (*query == '\0' || self->search == NULL)
    {
      say (self, _ ("Names and descriptions in all languages of the map, in either alphabet"));
      return;
    }
  self->hits = hits = find_or_near (self, query, &near);
  say (self, !near           ? NULL
             : hits->len > 0 ? _ ("Nothing found. This is near it:")
                             : _ ("Nothing found. Try a part of the word, or a word in another language."));
  show_hits (self);
  announce_marked (self, near ? gtk_label_get_text (GTK_LABEL (self->message)) : NULL);
}

static void
changed_cb (QgSearchPopover *self)
{
  qg_profile_mark ("search-begin");
  find (self);
  qg_profile_mark ("search-end");
}

static void
row_activated_cb (QgSearchPopover *self, GtkListBoxRow *row)
{
  QgFound what = (QgFound) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "what"));
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number"));
  guint from = self->way_from;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->indexed != qg_explorer_get_map (self->explorer))
    return;
  if (from != QG_NONE)
    g_signal_emit (self, signals[WAY_CHOSEN], 0, from, number);
  else if (what == QG_FOUND_TOUR)
    g_signal_emit (self, signals[TOUR_CHOSEN], 0, number);
  else
    {
      if (what == QG_FOUND_VIEW)
        qg_explorer_return_to_view (self->explorer, number);
      else
        qg_explorer_select_entity (self->explorer, number);
      g_signal_emit (self, signals[CHOSEN], 0);
    }
}

static void
activate_cb (QgSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_cb (QgSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Up and down walk through what was found while one goes on typing. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
        QgSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)), *next;
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_list_box_row_get_index (row) + 1 == (int) self->n_rows)
    add_rows (self, MORE);
  next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (row) + step);
  if (next == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  announce_marked (self, NULL);
  if (gtk_widget_compute_bounds (GTK_WIDGET (next), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return GDK_EVENT_STOP;
}

static void
shown_cb (QgSearchPopover *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  find (self);
}

/* qg_search_popover_ask_way:
 * @from: an entity of the map
 *
 * Asks for the other end of a way, until the popover closes: then 'way-chosen' is emitted in place of a new
 * selection. */
void
qg_search_popover_ask_way (QgSearchPopover *self, guint from)
{
  self->way_from = from;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  find (self);
}

static void
closed_cb (QgSearchPopover *self)
{
  if (self->way_from == QG_NONE)
    return;
  self->way_from = QG_NONE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
qg_search_popover_begin (QgSearchPopover *self, gunichar letter)
{
  char text[7] = "";

  text[g_unichar_to_utf8 (letter, text)] = '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* GTK names the icon once, in the language of that moment, and has no call for another name. */
static void
name_clear_icon (QgSearchPopover *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->entry); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_IMAGE (child) &&
        g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (child)), "edit-clear-symbolic") == 0)
      qg_control_set_text (child, _ ("Clear the Search"), NULL);
}

void
qg_search_popover_update_texts (QgSearchPopover *self)
{
  g_object_set (self->entry, "placeholder-text", _ ("Search"), NULL);
  name_clear_icon (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was found"), -1);
  find (self);
}

void
qg_search_popover_set_explorer (QgSearchPopover *self, QgExplorer *explorer)
{
  g_return_if_fail (self->explorer == NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "views-changed", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  map_cb (self);
}

void
qg_search_popover_wake (QgSearchPopover *self)
{
  if (self->awake || self->explorer == NULL)
    return;
  self->awake = TRUE;
  map_cb (self);
}

static void
qg_search_popover_map (GtkWidget *widget)
{
  qg_search_popover_wake (QG_SEARCH_POPOVER (widget));
  GTK_WIDGET_CLASS (qg_search_popover_parent_class)->map (widget);
}

static void
qg_search_popover_dispose (GObject *object)
{
  QgSearchPopover *self = QG_SEARCH_POPOVER (object);

  g_clear_handle_id (&self->rows_id, g_source_remove);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->search, qg_search_unref);
  g_clear_pointer (&self->indexed, qg_map_unref);
  G_OBJECT_CLASS (qg_search_popover_parent_class)->dispose (object);
}

static void
qg_search_popover_class_init (QgSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_search_popover_dispose;
  widget_class->map = qg_search_popover_map;
  signals[WAY_CHOSEN] = g_signal_new ("way-chosen", QG_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[TOUR_CHOSEN] = g_signal_new ("tour-chosen", QG_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHOSEN] =
      g_signal_new ("chosen", QG_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QgSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, QgSearchPopover, message);
  gtk_widget_class_bind_template_child (widget_class, QgSearchPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, QgSearchPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qg_search_popover_init (QgSearchPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->way_from = QG_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self, "map", G_CALLBACK (shown_cb), self, 0);
}
