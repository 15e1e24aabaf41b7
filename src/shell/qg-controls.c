/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-controls.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qg-i18n.h"
#include "qg-number.h"
#include "qg-plain-text.h"

#define LINK "entity:"

/* qg_accel_dup_label:
 * @accel: as gtk_accelerator_parse() takes it
 *
 * Returns: (transfer full) (nullable): what is printed on the keys. GTK has long words for some of
 * them in some languages, and none in others; here they are the same in all. */
char *
qg_accel_dup_label (const char *accel)
{
  const struct
  {
    guint key;
    const char *cap;
  } caps[] = {
    { GDK_KEY_Left, "←" },     { GDK_KEY_Right, "→" },      { GDK_KEY_Up, "↑" },
    { GDK_KEY_Down, "↓" },     { GDK_KEY_minus, "−" },      { GDK_KEY_Return, "Enter" },
    { GDK_KEY_Escape, "Esc" }, { GDK_KEY_Page_Up, "PgUp" }, { GDK_KEY_Page_Down, "PgDn" },
  };
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (caps); i++)
    if (caps[i].key == key)
      return g_strconcat ((modifiers & GDK_CONTROL_MASK) != 0 ? "Ctrl+" : "",
                          (modifiers & GDK_SHIFT_MASK) != 0 ? "Shift+" : "",
                          (modifiers & GDK_ALT_MASK) != 0 ? "Alt+" : "", caps[i].cap, NULL);
  return gtk_accelerator_get_label (key, modifiers);
}

/* qg_control_set_text:
 * @name: what the control does, in the language of the interface
 * @accel: (nullable): its key, as gtk_accelerator_parse() takes it
 *
 * Gives @control its tooltip, with the key, and the name that a screen reader says. */
void
qg_control_set_text (GtkWidget *control, const char *name, const char *accel)
{
  g_autofree char *label = accel != NULL ? qg_accel_dup_label (accel) : NULL;
  g_autofree char *shown = qg_text_clip (name, 3 * QG_TEXT_LINE);
  g_autofree char *tooltip = label != NULL ? g_strdup_printf ("%s (%s)", shown, label) : NULL;

  gtk_widget_set_tooltip_text (control, tooltip != NULL ? tooltip : shown);
  /* In later versions of GTK what is written on a button goes before the name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
}

GtkWidget *
qg_icon_button_new (const char *icon, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static gboolean
spin_output_cb (GtkSpinButton *spin, gpointer data)
{
  g_autofree char *text = qg_number_dup_to_edit (qg_i18n_get_language (), gtk_spin_button_get_value (spin),
                                                 gtk_spin_button_get_digits (spin));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
spin_input_cb (GtkSpinButton *spin, double *value, gpointer data)
{
  return qg_number_parse (qg_i18n_get_language (), gtk_editable_get_text (GTK_EDITABLE (spin)), value)
             ? TRUE
             : GTK_INPUT_ERROR;
}

/* qg_spin_button_use_language:
 *
 * From now on the number in @spin is written as the interface's language writes it: GTK has the locale of the
 * process for that, which never changes. */
void
qg_spin_button_use_language (GtkSpinButton *spin)
{
  /* Otherwise no sign could be typed but the one of that locale. */
  gtk_spin_button_set_numeric (spin, FALSE);
  g_signal_connect (spin, "output", G_CALLBACK (spin_output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (spin_input_cb), NULL);
  qg_spin_button_relabel (spin);
}

/* The language changed. What is being typed stays as it is. */
void
qg_spin_button_relabel (GtkSpinButton *spin)
{
  double now = gtk_spin_button_get_value (spin), shown;

  /* Where a comma is understood, a point is too. */
  if (qg_number_parse (QG_LANG_KK, gtk_editable_get_text (GTK_EDITABLE (spin)), &shown) &&
      fabs (shown - now) < 0.001)
    gtk_spin_button_set_value (spin, now);
}

/* qg_menu_dup_label:
 * @text: a name from outside: of a file, a graph, a view
 * @most: characters
 *
 * Returns: (transfer full): @text as a menu may show it: short, without marks that turn the order of letters
 * round, and with no underscore taken for the mark of a mnemonic. */
char *
qg_menu_dup_label (const char *text, guint most)
{
  gboolean controls, overrides;
  g_autofree char *plain = qg_plain_without_marks (text, &controls, &overrides);
  g_autofree char *line = qg_text_clip (plain != NULL ? plain : text, most);
  g_auto (GStrv) pieces = g_strsplit (line, "_", -1);

  return g_strjoinv ("__", pieces);
}

/* qg_menu_dup_lines:
 * @text: as of qg_menu_dup_label()
 * @width: characters of a line
 *
 * Returns: (transfer full): @text as qg_menu_dup_label() gives it, in two lines where it is longer than one:
 * a menu wraps nothing by itself */
char *
qg_menu_dup_lines (const char *text, guint width)
{
  char *label = qg_menu_dup_label (text, 2 * width);
  char *space = NULL;

  if (g_utf8_strlen (label, -1) <= (glong) width)
    return label;
  for (char *at = label; g_utf8_strlen (label, at - label) <= (glong) width; at = g_utf8_next_char (at))
    if (*at == ' ')
      space = at;
  if (space != NULL)
    *space = '\n';
  return label;
}

/* qg_chooser_end:
 * @chooser: where the window keeps it, which may be another one by now
 * @dialog: the chooser that was answered
 *
 * Lets go of the chooser. Returns: (transfer full) (nullable): the file that was chosen. */
GFile *
qg_chooser_end (GtkFileChooserNative **chooser, GtkNativeDialog *dialog, int response)
{
  GFile *file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (*chooser == GTK_FILE_CHOOSER_NATIVE (dialog))
    g_clear_object (chooser);
  return file;
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A label that wraps, for running text. */
GtkWidget *
qg_text_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = new_label (css_class);
  g_autofree char *shown = text != NULL ? qg_text_clip (text, QG_TEXT_PAGE) : NULL;

  gtk_label_set_text (GTK_LABEL (label), shown);
  return label;
}

/* Returns: (transfer full): that there are @n more than what is shown. */
char *
qg_dup_more (guint n)
{
  return qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "And %s more", "And %s more", n), n);
}

GtkWidget *
qg_more_label_new (guint n)
{
  g_autofree char *text = qg_dup_more (n);

  return qg_text_label_new (text, "qg-dim");
}

/* qg_menu_append_more:
 * @n: how many there are in all; nothing is added where all of them are in the menu
 * @action: (nullable): where the others are found
 *
 * The last item of a menu of which QG_MOST_ROWS were added. */
void
qg_menu_append_more (GMenu *menu, guint n, const char *action)
{
  g_autofree char *text = NULL;

  if (n <= QG_MOST_ROWS)
    return;
  text = qg_dup_more (n - QG_MOST_ROWS);
  g_menu_append (menu, text, action);
}

GtkWidget *
qg_markup_label_new (const char *markup, const char *css_class)
{
  GtkWidget *label = new_label (css_class);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

void
qg_widget_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* The buttons that close and minimize a window keep the words that they were made with: in every header bar
 * at or below @widget they are made anew, for which there has to be another layout in between. */
void
qg_window_buttons_renew (GtkWidget *widget)
{
  if (ADW_IS_HEADER_BAR (widget))
    {
      g_autofree char *layout = g_strdup (adw_header_bar_get_decoration_layout (ADW_HEADER_BAR (widget)));

      adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (widget), ":");
      adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (widget), layout);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qg_window_buttons_renew (child);
}

/* qg_markup_from_text:
 * Returns: (transfer full): @text in @lang as markup; where it is missing, in the next language, with that
 * language's tag behind it. */
char *
qg_markup_from_text (const QgText *text, QgLang lang)
{
  QgLang used;
  g_autofree char *shown = qg_text_clip (qg_text_pick (text, lang, &used), QG_TEXT_PAGE);
  g_autofree char *value = g_markup_escape_text (shown, -1);
  g_autofree char *tag = NULL;

  if (used == NULL || used == lang)
    return g_steal_pointer (&value);
  tag = g_markup_escape_text (used, -1);
  return g_strdup_printf ("%s <span size=\"smaller\" alpha=\"60%%\">[%s]</span>", value, tag);
}

/* The same for what takes no markup and stands in a line: names of controls, titles. */
char *
qg_plain_from_text (const QgText *text, QgLang lang)
{
  g_autofree char *whole = qg_text_dup_marked (text, lang);

  return qg_text_clip (whole, QG_TEXT_LINE);
}

static void
append_plain (GString *out, const char *text, guint start, guint end)
{
  g_autofree char *piece = g_strndup (text + start, end - start);
  g_autofree char *shown = qg_text_clip (piece, QG_TEXT_LINE);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  g_string_append (out, escaped);
}

static void
append_link (GString *out, const char *text, guint start, guint end, guint entity, gboolean plain)
{
  if (plain)
    g_string_append (out, "<b>");
  else
    g_string_append_printf (out, "<a href=\"" LINK "%u\">", entity);
  append_plain (out, text, start, end);
  g_string_append (out, plain ? "</b>" : "</a>");
}

QgSentence *
qg_sentence_new_shown (const QgMap *map, guint relation, gboolean inverse, QgLang lang)
{
  QgLang words = qg_i18n_get_language ();

  /* The same language in other letters. */
  return qg_sentence_new_said (map, relation, inverse, lang,
                               lang == QG_LANG_KK_LATN && words == QG_LANG_KK ? lang : words);
}

/* qg_markup_from_sentence:
 * @plain_entity: an entity that is to be no link (the one whose panel it is), or %QG_NONE
 *
 * Returns: (transfer full): the sentence of @relation with its entities as links for qg_link_parse(). */
char *
qg_markup_from_sentence (const QgMap *map, guint relation, gboolean inverse, QgLang lang, guint plain_entity)
{
  g_autoptr (QgSentence) sentence = qg_sentence_new_shown (map, relation, inverse, lang);
  const QgRelation *r = qg_map_get_relation (map, relation);
  gboolean from_first = sentence->from_start <= sentence->to_start;
  guint first_start = from_first ? sentence->from_start : sentence->to_start;
  guint first_end = from_first ? sentence->from_end : sentence->to_end;
  guint second_start = from_first ? sentence->to_start : sentence->from_start;
  guint second_end = from_first ? sentence->to_end : sentence->from_end;
  guint first = from_first ? r->from : r->to, second = from_first ? r->to : r->from;
  GString *out = g_string_new (NULL);

  append_plain (out, sentence->text, 0, first_start);
  append_link (out, sentence->text, first_start, first_end, first, first == plain_entity);
  append_plain (out, sentence->text, first_end, second_start);
  append_link (out, sentence->text, second_start, second_end, second, second == plain_entity);
  append_plain (out, sentence->text, second_end, strlen (sentence->text));
  return g_string_free (out, FALSE);
}

/* qg_link_parse:
 * Returns: whether @uri is a link to an entity of the map; nothing else is ever opened. */
gboolean
qg_link_parse (const char *uri, guint *entity)
{
  guint64 value;

  if (!g_str_has_prefix (uri, LINK) ||
      !g_ascii_string_to_unsigned (uri + strlen (LINK), 10, 0, QG_NONE - 1, &value, NULL))
    return FALSE;
  *entity = (guint) value;
  return TRUE;
}

/* qg_announce:
 * @widget: in the window that speaks
 * @words: in the language of the interface
 *
 * Tells a screen reader what cannot be read at the place of the keyboard. Before GTK 4.14 there is no call
 * for it: a label of role alert in the window, which nobody sees, takes the words instead. */
void
qg_announce (GtkWidget *widget, const char *words)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  GtkWidget *speaker = g_object_get_data (G_OBJECT (gtk_widget_get_root (widget)), QG_SPEAKER);

  if (speaker != NULL)
    gtk_label_set_text (GTK_LABEL (speaker), words);
#endif
}

/* The picture's theme for the light, dark and contrast of the desktop, or of the person's choice. */
QgThemeId
qg_appearance_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? QG_THEME_DARK_CONTRAST : QG_THEME_LIGHT_CONTRAST;
  return adw_style_manager_get_dark (manager) ? QG_THEME_DARK : QG_THEME_LIGHT;
}
