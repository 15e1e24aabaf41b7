/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-legend-bar.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-filter-popover.h"
#include "qg-number.h"
#include "qg-swatch.h"
#include "qg-wrap-layout.h"

struct _QgLegendBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *box, *entries, *scroller, *viewport, *hidden_button, *filter_button;
  QgFilterPopover *filter;

  QgExplorer *explorer; /* owned */
  guint refill_id;
  gboolean filling; /* switches are set by us, not by a person */
};

G_DEFINE_FINAL_TYPE (QgLegendBar, qg_legend_bar, GTK_TYPE_WIDGET)

enum
{
  CONTEXT_MENU,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* More of them would leave no room for the picture. */
#define MOST_KINDS 40u
#define ROLE "qg-role"
#define VALUE "qg-value"

static gboolean
is_hidden (QgLegendBar *self, QgLegendRole role, guint value)
{
  if (role == QG_LEGEND_KIND)
    return qg_explorer_get_kind_hidden (self->explorer, value);
  return role == QG_LEGEND_STATEMENT && qg_explorer_get_statement_hidden (self->explorer, value);
}

static void
toggled_cb (GtkToggleButton *button, QgLegendBar *self)
{
  gboolean hidden = !gtk_toggle_button_get_active (button);
  guint role = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), ROLE));
  guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), VALUE));

  if (self->filling)
    return;
  if (role == QG_LEGEND_KIND)
    qg_explorer_set_kind_hidden (self->explorer, value, hidden);
  else
    qg_explorer_set_statement_hidden (self->explorer, value, hidden);
}

/* Those of one sort that are in the picture. */
static GArray *
new_values (QgLegendBar *self, QgLegendRole role)
{
  QgPart *part = qg_explorer_get_part (self->explorer);
  g_autoptr (GArray) entries = part != NULL ? qg_legend_new_entries (part) : NULL;
  GArray *values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const QgLegendEntry *entry = &g_array_index (entries, QgLegendEntry, i);

      if (entry->role == role)
        g_array_append_val (values, entry->value);
    }
  return values;
}

/* How many of one sort are seen, where there is more than one. */
static guint
count_seen (QgLegendBar *self, QgLegendRole role)
{
  g_autoptr (GArray) values = new_values (self, role);
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    n += is_hidden (self, role, g_array_index (values, guint, i)) ? 0 : 1;
  return values->len > 1 ? n : 0;
}

gboolean
qg_legend_bar_is_only (QgLegendBar *self, QgLegendRole role, guint value)
{
  return !is_hidden (self, role, value) && count_seen (self, role) == 1;
}

void
qg_legend_bar_show_only (QgLegendBar *self, QgLegendRole role, guint value)
{
  g_autoptr (GArray) values = new_values (self, role);
  gboolean back = qg_legend_bar_is_only (self, role, value);
  QgFilter *filter = qg_explorer_get_filter (self->explorer);
  g_autoptr (QgFilter) now = filter != NULL ? qg_filter_ref (filter) : NULL;
  gboolean listed = FALSE;

  for (guint i = 0; i < values->len; i++)
    listed = listed || g_array_index (values, guint, i) == value;
  /* The picture may be another one than when it was offered. */
  if (!listed || (role != QG_LEGEND_KIND && role != QG_LEGEND_STATEMENT))
    return;
  for (guint i = 0; i < values->len; i++)
    {
      guint other = g_array_index (values, guint, i);
      gboolean hidden = !back && other != value;
      QgFilter *next = role == QG_LEGEND_KIND ? qg_filter_with_kind (now, other, hidden)
                                              : qg_filter_with_statement (now, (QgStatement) other, hidden);

      g_clear_pointer (&now, qg_filter_unref);
      now = next;
    }
  if (!qg_filter_equal (now, filter))
    qg_explorer_set_filter (self->explorer, now);
}

static void
only (QgLegendBar *self, GtkWidget *button)
{
  qg_legend_bar_show_only (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), ROLE)),
                           GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), VALUE)));
}

static void
open_menu (QgLegendBar *self, GtkWidget *button, double x, double y)
{
  g_signal_emit (self, signals[CONTEXT_MENU], 0, button,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), ROLE)),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), VALUE)), x, y);
}

/* The entry at a place of the entries; NULL where there is none that can be pressed. */
static GtkWidget *
find_entry (QgLegendBar *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->entries, x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON) : NULL;
}

static void
open_menu_at (QgLegendBar *self, double x, double y)
{
  GtkWidget *button = find_entry (self, x, y);

  if (button != NULL && gtk_widget_translate_coordinates (self->entries, button, x, y, &x, &y))
    open_menu (self, button, x, y);
}

/* Before the switch has it. */
static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, QgLegendBar *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  guint which = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  gboolean shift = (state & GDK_SHIFT_MASK) != 0 && which == GDK_BUTTON_PRIMARY;
  GtkWidget *button = find_entry (self, x, y);

  if (button == NULL || (which != GDK_BUTTON_SECONDARY && !shift))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (button);
  if (shift)
    only (self, button);
  else
    open_menu_at (self, x, y);
}

static void
long_pressed_cb (GtkGesture *press, double x, double y, QgLegendBar *self)
{
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, QgLegendBar *self)
{
  GtkWidget *button = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean shift = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;

  if (button == NULL || !GTK_IS_TOGGLE_BUTTON (button))
    return GDK_EVENT_PROPAGATE;
  if (shift && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter))
    only (self, button);
  else if (key == GDK_KEY_Menu || (shift && key == GDK_KEY_F10))
    open_menu (self, button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Above the switches: what is claimed here they do not hear of. */
static void
add_controllers (QgLegendBar *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->entries, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->entries, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (self->entries, keys);
}

static GtkWidget *
new_content (QgMap *map, const QgLegendEntry *entry, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5), *label = gtk_label_new (name), *count;
  g_autofree char *digits = qg_number_dup_count (entry->count);

  gtk_box_append (GTK_BOX (box), qg_swatch_new (map, entry->role, entry->value));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  count = gtk_label_new (digits);
  gtk_widget_add_css_class (count, "qg-count");
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
add_entry (QgLegendBar *self, QgMap *map, const QgLegendEntry *entry, gboolean begins_lines)
{
  g_autofree char *whole = qg_legend_dup_name (map, entry, qg_explorer_get_language (self->explorer));
  g_autofree char *name = qg_text_clip (whole, QG_TEXT_LINE);
  g_autofree char *count = qg_number_dup_count (entry->count);
  g_autofree char *said = g_strdup_printf ("%s, %s", name, count);
  GtkWidget *content = new_content (map, entry, name), *button;

  if (begins_lines)
    {
      GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

      gtk_widget_set_parent (separator, self->entries);
    }
  if (entry->role == QG_LEGEND_DENIAL)
    {
      gtk_widget_add_css_class (content, "qg-legend-plain");
      gtk_widget_set_parent (content, self->entries);
      return;
    }
  button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "qg-legend-entry");
  g_object_set_data (G_OBJECT (button), ROLE, GUINT_TO_POINTER (entry->role));
  g_object_set_data (G_OBJECT (button), VALUE, GUINT_TO_POINTER (entry->value));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_widget_set_parent (button, self->entries);
}

static void
clear (QgLegendBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->entries)) != NULL)
    gtk_widget_unparent (child);
}

char *
qg_legend_bar_dup_hidden (QgLegendBar *self)
{
  guint all = qg_explorer_get_n_hidden (self->explorer);
  guint n = qg_explorer_get_n_hidden_entities (self->explorer);

  /* Relations go with their names: only by themselves they are worth counting. */
  if (n == 0 && all > 0)
    /* Translators: how much of the picture a filter hides; the button behind it brings all back. */
    return qg_number_in_words (
        g_dngettext (GETTEXT_PACKAGE, "%s relation hidden", "%s relations hidden", all), all);
  /* Translators: how much of the picture a filter hides; the button behind it brings all back. */
  return qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s name hidden", "%s names hidden", n), n);
}

/* Sets the switches to what is hidden, and says how much. */
static void
show_hidden (QgLegendBar *self)
{
  g_autofree char *hidden = qg_legend_bar_dup_hidden (self);
  g_autofree char *words = g_strdup_printf ("%s · %s", hidden, _ ("Show All"));
  const guint seen[] = {
    [QG_LEGEND_KIND] = count_seen (self, QG_LEGEND_KIND),
    [QG_LEGEND_STATEMENT] = count_seen (self, QG_LEGEND_STATEMENT),
  };

  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->entries); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      {
        guint role = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), ROLE));
        guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), VALUE));
        gboolean is_off = is_hidden (self, role, value);

        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), !is_off);
        gtk_widget_set_tooltip_text (
            child, is_off            ? _ ("Hidden: press to show it, with Shift to see only this")
                   : seen[role] == 1 ? _ ("Press to hide it, with Shift to see the others again")
                                     : _ ("Press to hide it, with Shift to see only this"));
      }
  self->filling = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->hidden_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hidden_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_visible (self->hidden_button, qg_explorer_get_n_hidden (self->explorer) > 0);
}

static void
add_rest (QgLegendBar *self, guint n)
{
  GtkWidget *more = qg_more_label_new (n);

  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (more, self->entries);
}

static void
refill (QgLegendBar *self)
{
  QgScene *scene = self->explorer != NULL ? qg_explorer_get_scene (self->explorer) : NULL;
  g_autoptr (GArray) entries = NULL;
  guint n_kinds = 0;
  QgMap *map;

  g_clear_handle_id (&self->refill_id, g_source_remove);
  clear (self);
  gtk_widget_set_visible (self->filter_button, scene != NULL);
  if (scene == NULL || !qg_explorer_scene_is_current (self->explorer))
    return;
  map = qg_part_get_map (qg_scene_get_part (scene));
  entries = qg_legend_new_entries (qg_scene_get_part (scene));
  for (guint i = 0; i < entries->len; i++)
    {
      const QgLegendEntry *entry = &g_array_index (entries, QgLegendEntry, i);
      const QgLegendEntry *before = i > 0 ? entry - 1 : NULL;
      gboolean is_kind = entry->role == QG_LEGEND_KIND;

      if (is_kind && n_kinds++ >= MOST_KINDS)
        continue;
      if (!is_kind && before != NULL && before->role == QG_LEGEND_KIND && n_kinds > MOST_KINDS)
        add_rest (self, n_kinds - MOST_KINDS);
      add_entry (self, map, entry, !is_kind && before != NULL && before->role == QG_LEGEND_KIND);
    }
  /* A map that never says what its statements are has kinds alone. */
  if (n_kinds > MOST_KINDS && n_kinds == entries->len)
    add_rest (self, n_kinds - MOST_KINDS);
  show_hidden (self);
}

static gboolean
refill_cb (gpointer data)
{
  QgLegendBar *self = data;

  self->refill_id = 0;
  refill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refill (QgLegendBar *self)
{
  if (self->refill_id == 0)
    self->refill_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, self, NULL);
}

void
qg_legend_bar_flush (QgLegendBar *self)
{
  if (self->refill_id != 0)
    refill (self);
}

void
qg_legend_bar_set_compact (QgLegendBar *self, gboolean compact)
{
  g_autoptr (GtkWidget) entries = g_object_ref (self->entries);

  if (compact == gtk_widget_get_visible (self->scroller))
    return;
  gtk_widget_set_visible (self->scroller, compact);
  if (compact)
    {
      gtk_box_remove (GTK_BOX (self->box), entries);
      gtk_viewport_set_child (GTK_VIEWPORT (self->viewport), entries);
    }
  else
    {
      gtk_viewport_set_child (GTK_VIEWPORT (self->viewport), NULL);
      gtk_box_prepend (GTK_BOX (self->box), entries);
    }
}

void
qg_legend_bar_update_texts (QgLegendBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend and filter"), -1);
  /* Its name is what is written on it, with the number. */
  gtk_widget_set_tooltip_text (self->hidden_button, _ ("Show all that is hidden"));
  qg_control_set_text (self->filter_button, _ ("Filter by importance and source"), NULL);
  qg_filter_popover_update_texts (self->filter);
  refill (self);
}

void
qg_legend_bar_set_explorer (QgLegendBar *self, QgExplorer *explorer)
{
  g_return_if_fail (self->explorer == NULL);
  self->explorer = g_object_ref (explorer);
  qg_filter_popover_set_explorer (self->filter, explorer);
  g_signal_connect_object (explorer, "notify::scene", G_CALLBACK (queue_refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "hidden-changed", G_CALLBACK (show_hidden), self, G_CONNECT_SWAPPED);
  qg_legend_bar_update_texts (self);
}

static void
qg_legend_bar_dispose (GObject *object)
{
  QgLegendBar *self = QG_LEGEND_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refill_id, g_source_remove);
  if (self->entries != NULL)
    clear (self);
  self->entries = NULL;
  g_clear_object (&self->explorer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_legend_bar_parent_class)->dispose (object);
}

static void
qg_legend_bar_class_init (QgLegendBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_legend_bar_dispose;
  g_type_ensure (QG_TYPE_WRAP_LAYOUT);
  g_type_ensure (QG_TYPE_FILTER_POPOVER);
  signals[CONTEXT_MENU] =
      g_signal_new ("context-menu", QG_TYPE_LEGEND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    5, GTK_TYPE_WIDGET, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/legend-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, box);
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, entries);
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, viewport);
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, hidden_button);
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, QgLegendBar, filter);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "qg-legend");
}

static void
qg_legend_bar_init (QgLegendBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
}

GtkWidget *
qg_legend_bar_new (void)
{
  return g_object_new (QG_TYPE_LEGEND_BAR, NULL);
}
