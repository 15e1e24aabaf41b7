/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The rows of the export window: what can be chosen, in the language of the interface; every choice is
 * remembered at once. */

#include "qg-export-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-choice-list.h"
#include "qg-controls.h"
#include "qg-page.h"
#include "qg-settings.h"

static const char *const formats[] = { "pdf", "svg", "png" };
static const char *const format_labels[] = { N_ ("PDF, a Document"), N_ ("SVG, a Drawing"),
                                             N_ ("PNG, a Picture") };
static const char *const page_names[] = { "16:9", "4:3", "a4",     "a3",  "a2",
                                          "a1",   "a0",  "letter", "fit", "custom" };
static const char *const page_labels[] = {
  N_ ("Slide 16:9"), N_ ("Slide 4:3"), "A4", "A3", "A2", "A1", "A0", "Letter", N_ ("As Large as the Picture"),
  N_ ("Custom Size")
};
static const char *const units[] = { "mm", "px" };
static const char *const unit_labels[] = { N_ ("Millimeters"), N_ ("Pixels") };
static const char *const themes[] = { "light", "dark", "print" };
static const int handouts[] = { 0, 1, 2, 4, 6 };
static const char *const handout_labels[] = { N_ ("A Page for Each Step"), N_ ("Handout, 1 Step a Sheet"),
                                              N_ ("Handout, 2 Steps a Sheet"),
                                              N_ ("Handout, 4 Steps a Sheet"),
                                              N_ ("Handout, 6 Steps a Sheet") };
static const char *const orientation_labels[] = { N_ ("Landscape"), N_ ("Portrait") };

/* Takes @labels. */
static void
set_labels (AdwComboRow *row, GPtrArray *labels, guint selected)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (labels, NULL);
  list = gtk_string_list_new ((const char *const *) labels->pdata);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, MIN (selected, labels->len - 2));
  g_ptr_array_unref (labels);
}

static void
set_constant_labels (AdwComboRow *row, const char *const *labels, guint n, guint selected)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, (char *) _ (labels[i]));
  set_labels (row, list, selected);
}

static guint
find_setting (const char *key, const char *const *values, guint n)
{
  g_autofree char *value = g_settings_get_string (qg_settings_get_default (), key);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static guint
find_handout (void)
{
  int n = g_settings_get_int (qg_settings_get_default (), "export-handout");

  for (guint i = 0; i < G_N_ELEMENTS (handouts); i++)
    if (handouts[i] == n)
      return i;
  return 0;
}

static guint
find_language (QgExportWindow *self, const char *key)
{
  g_autofree char *tag = g_settings_get_string (qg_settings_get_default (), key);

  for (guint i = 0; i < self->languages->len; i++)
    if (g_str_equal (g_ptr_array_index (self->languages, i), tag))
      return i + 1;
  return 0;
}

static void
set_languages (QgExportWindow *self, AdwComboRow *row, const char *none, const char *key)
{
  GPtrArray *labels = g_ptr_array_new ();

  g_ptr_array_add (labels, (char *) none);
  for (guint i = 0; i < self->languages->len; i++)
    g_ptr_array_add (labels, (char *) qg_lang_get_own_name (g_ptr_array_index (self->languages, i)));
  set_labels (row, labels, find_language (self, key));
}

static void
find_languages (QgExportWindow *self)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint n = 0;
  const QgLang *languages = map != NULL ? qg_map_get_languages (map, &n) : NULL;

  g_ptr_array_set_size (self->languages, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->languages, (char *) languages[i]);
  if (map != NULL && qg_map_has_language (map, QG_LANG_KK))
    g_ptr_array_add (self->languages, (char *) QG_LANG_KK_LATN);
}

static void
set_offers (QgExportWindow *self)
{
  GPtrArray *labels = g_ptr_array_new ();
  guint selected = adw_combo_row_get_selected (self->what);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = qg_export_offers_new (self->explorer);
  for (guint i = 0; i < self->offers->len; i++)
    g_ptr_array_add (labels, ((QgExportOffer *) g_ptr_array_index (self->offers, i))->label);
  set_labels (self->what, labels, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
set_titles (QgExportWindow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->what), _ ("What"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->format), _ ("Format"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->page), _ ("Page"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->page_width_row), _ ("Width"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->page_height_row), _ ("Height"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unit), _ ("Unit"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->orientation), _ ("Orientation"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->custom_margins_row), _ ("Custom Margins"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->custom_margins_row),
                               _ ("Otherwise those that suit the page"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->margin_row), _ ("Margins"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->margin_row),
                               _ ("In millimeters, at most a quarter of the shorter side"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->handout), _ ("Steps"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lines_row), _ ("Lines to Write On"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->lines_row), _ ("Instead of what is said to each step"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->outlines_row), _ ("Letters as Outlines"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->outlines_row),
                               _ ("The same everywhere, but no text that can be searched"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language), _ ("Language"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->second), _ ("Second Language"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->theme), _ ("Colors"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), _ ("Title"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->legend_row), _ ("Legend"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sources_row), _ ("Sources"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sources_row),
                               _ ("Numbers on the relations, listed in full"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->footer_row), _ ("Version and License"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->dpi_row), _ ("Pixels per Inch"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->custom_pixels_row), _ ("Custom Width"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->custom_pixels_row), _ ("Instead of pixels per inch"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pixel_width_row), _ ("Width in Pixels"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->transparent_row), _ ("Transparent Background"));
}

/* The size of one's own in the unit that is chosen, @factor times the number that it was. */
static void
set_custom_size (QgExportWindow *self, double factor)
{
  gboolean px = adw_combo_row_get_selected (self->unit) == 1;
  GtkWidget *spins[] = { self->page_width, self->page_height };
  double places = px ? 1 : 10;

  for (guint i = 0; i < G_N_ELEMENTS (spins); i++)
    {
      GtkSpinButton *spin = GTK_SPIN_BUTTON (spins[i]);
      GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (spin);
      double value = round (gtk_adjustment_get_value (adjustment) * factor * places) / places;

      gtk_spin_button_set_digits (spin, px ? 0 : 1);
      gtk_adjustment_configure (adjustment, value, px ? QG_PAGE_LEAST_PX : QG_PAGE_LEAST_MM,
                                px ? QG_PAGE_MOST_PX : QG_PAGE_MOST_MM, px ? 10 : 1, px ? 100 : 10, 0);
      gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->page_width_row),
                               px ? _ ("For a screen or a slide; a PNG has exactly this size") : "");
}

/* All rows anew, in the language of the moment, with what was chosen. */
void
qg_export_window_fill_rows (QgExportWindow *self)
{
  GSettings *settings = qg_settings_get_default ();
  const char *const theme_labels[] = { C_ ("colors", "Light"), C_ ("colors", "Dark"),
                                       _ ("Print, Good in Grey") };
  GtkWidget *spins[] = { self->page_width, self->page_height, self->margin };
  GPtrArray *labels = g_ptr_array_new ();

  self->updating = TRUE;
  find_languages (self);
  set_titles (self);
  set_offers (self);
  set_constant_labels (self->format, format_labels, G_N_ELEMENTS (format_labels),
                       find_setting ("export-format", formats, G_N_ELEMENTS (formats)));
  set_constant_labels (self->page, page_labels, G_N_ELEMENTS (page_labels),
                       find_setting ("export-page", page_names, G_N_ELEMENTS (page_names)));
  set_constant_labels (self->unit, unit_labels, G_N_ELEMENTS (unit_labels),
                       find_setting ("export-custom-unit", units, G_N_ELEMENTS (units)));
  set_custom_size (self, 1);
  for (guint i = 0; i < G_N_ELEMENTS (spins); i++)
    qg_spin_button_relabel (GTK_SPIN_BUTTON (spins[i]));
  set_constant_labels (self->orientation, orientation_labels, G_N_ELEMENTS (orientation_labels),
                       g_settings_get_boolean (settings, "export-portrait") ? 1 : 0);
  set_constant_labels (self->handout, handout_labels, G_N_ELEMENTS (handout_labels), find_handout ());
  for (guint i = 0; i < G_N_ELEMENTS (theme_labels); i++)
    g_ptr_array_add (labels, (char *) theme_labels[i]);
  set_labels (self->theme, labels, find_setting ("export-theme", themes, G_N_ELEMENTS (themes)));
  set_languages (self, self->language, C_ ("language", "As on Screen"), "export-language");
  set_languages (self, self->second, C_ ("language", "None"), "export-second-language");
  self->updating = FALSE;
}

void
qg_export_window_show_rows (QgExportWindow *self)
{
  guint format = adw_combo_row_get_selected (self->format), page = adw_combo_row_get_selected (self->page);
  const QgExportOffer *offer = qg_export_window_get_offer (self);
  gboolean custom = g_str_equal (page_names[page], "custom");
  gboolean paper = page >= 2 && !custom && !g_str_equal (page_names[page], "fit");
  gboolean png = g_str_equal (formats[format], "png");
  /* A page in pixels says already how many a picture has. */
  gboolean exact = custom && adw_combo_row_get_selected (self->unit) == 1;
  gboolean own_pixels = gtk_switch_get_active (GTK_SWITCH (self->custom_pixels));
  gboolean tour = offer != NULL && offer->scope == QG_EXPORT_TOUR && g_str_equal (formats[format], "pdf");

  gtk_widget_set_visible (GTK_WIDGET (self->orientation), paper);
  gtk_widget_set_visible (self->page_width_row, custom);
  gtk_widget_set_visible (self->page_height_row, custom);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), custom);
  gtk_widget_set_visible (self->margin_row, gtk_switch_get_active (GTK_SWITCH (self->custom_margins)));
  gtk_widget_set_visible (GTK_WIDGET (self->handout), tour);
  gtk_widget_set_visible (self->lines_row, tour && adw_combo_row_get_selected (self->handout) > 0);
  gtk_widget_set_visible (self->outlines_row, g_str_equal (formats[format], "svg"));
  gtk_widget_set_visible (self->pixels, !g_str_equal (formats[format], "pdf"));
  gtk_widget_set_visible (self->dpi_row, png && !exact && !own_pixels);
  gtk_widget_set_visible (self->custom_pixels_row, png && !exact);
  gtk_widget_set_visible (self->pixel_width_row, png && !exact && own_pixels);
}

/* Remembering */

/* In another unit the page is as large as it was. */
static void
remember_unit (QgExportWindow *self)
{
  GSettings *settings = qg_settings_get_default ();
  g_autofree char *before = g_settings_get_string (settings, "export-custom-unit");
  guint unit = adw_combo_row_get_selected (self->unit);

  if (g_str_equal (units[unit], before))
    return;
  g_settings_set_string (settings, "export-custom-unit", units[unit]);
  set_custom_size (self, unit == 1 ? 96 / 25.4 : 25.4 / 96);
}

static void
remember (QgExportWindow *self)
{
  GSettings *settings = qg_settings_get_default ();
  guint language = adw_combo_row_get_selected (self->language);
  guint second = adw_combo_row_get_selected (self->second);

  g_settings_set_string (settings, "export-format", formats[adw_combo_row_get_selected (self->format)]);
  g_settings_set_string (settings, "export-page", page_names[adw_combo_row_get_selected (self->page)]);
  remember_unit (self);
  g_settings_set_boolean (settings, "export-portrait", adw_combo_row_get_selected (self->orientation) == 1);
  g_settings_set_int (settings, "export-handout", handouts[adw_combo_row_get_selected (self->handout)]);
  g_settings_set_string (settings, "export-theme", themes[adw_combo_row_get_selected (self->theme)]);
  g_settings_set_string (settings, "export-language",
                         language > 0 ? g_ptr_array_index (self->languages, language - 1) : "");
  g_settings_set_string (settings, "export-second-language",
                         second > 0 ? g_ptr_array_index (self->languages, second - 1) : "");
}

static void
combo_cb (AdwComboRow *row, GParamSpec *pspec, QgExportWindow *self)
{
  if (!self->updating)
    remember (self);
}

/* @changed: what to call, swapped, when a person has chosen something. */
void
qg_export_window_watch_rows (QgExportWindow *self, GCallback changed)
{
  GSettings *settings = qg_settings_get_default ();
  const struct
  {
    GtkWidget *widget;
    const char *key, *property;
  } bound[] = {
    { self->with_title, "export-title", "active" },
    { self->with_legend, "export-legend", "active" },
    { self->with_sources, "export-sources", "active" },
    { self->with_footer, "export-footer", "active" },
    { self->transparent, "export-transparent", "active" },
    { self->outlines, "export-outlines", "active" },
    { self->lines, "export-lines", "active" },
    { self->custom_margins, "export-custom-margins", "active" },
    { self->custom_pixels, "export-custom-pixels", "active" },
  };
  const struct
  {
    GtkWidget *spin;
    const char *key;
  } numbers[] = {
    { self->page_width, "export-custom-width" }, { self->page_height, "export-custom-height" },
    { self->margin, "export-margin" },           { self->dpi, "export-dpi" },
    { self->pixel_width, "export-pixel-width" },
  };
  AdwComboRow *rows[] = { self->what,    self->format,   self->page,   self->unit, self->orientation,
                          self->handout, self->language, self->second, self->theme };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      qg_choice_list_use (rows[i]);
      g_signal_connect_object (rows[i], "notify::selected", G_CALLBACK (combo_cb), self, 0);
      g_signal_connect_object (rows[i], "notify::selected", changed, self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    {
      g_settings_bind (settings, bound[i].key, bound[i].widget, bound[i].property, G_SETTINGS_BIND_DEFAULT);
      g_signal_connect_object (bound[i].widget, "notify::active", changed, self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_settings_bind (settings, numbers[i].key,
                       gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (numbers[i].spin)), "value",
                       G_SETTINGS_BIND_DEFAULT);
      qg_spin_button_use_language (GTK_SPIN_BUTTON (numbers[i].spin));
      g_signal_connect_object (numbers[i].spin, "value-changed", changed, self, G_CONNECT_SWAPPED);
    }
}
