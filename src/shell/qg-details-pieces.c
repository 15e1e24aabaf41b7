/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-details-private.h"

#include <glib/gi18n-lib.h>

#include "qg-date.h"
#include "qg-i18n.h"
#include "qg-web-link.h"
#include "qg-number.h"

void
qg_details_add (QgDetails *details, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (details->box), child);
}

/* 'what it is': the kind's swatch and name. */
void
qg_details_add_kind (QgDetails *details, guint kind)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = qg_markup_from_text (qg_map_get_kind (details->map, kind)->name, details->lang);

  gtk_box_append (GTK_BOX (row), qg_swatch_new (details->map, QG_LEGEND_KIND, kind));
  gtk_box_append (GTK_BOX (row), qg_markup_label_new (name, "qg-dim"));
  gtk_widget_add_css_class (row, "qg-kind");
  qg_details_add (details, row);
}

void
qg_details_add_title (QgDetails *details, const char *markup)
{
  GtkWidget *label = qg_markup_label_new (markup, "qg-title");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Selectable text would take the focus first, and with it select all of itself. */
  gtk_widget_set_can_focus (label, FALSE);
  qg_details_add (details, label);
}

void
qg_details_add_text (QgDetails *details, const QgText *text, const char *css_class)
{
  g_autofree char *markup = NULL;

  if (text == NULL || qg_text_get_n (text) == 0)
    return;
  markup = qg_markup_from_text (text, details->lang);
  qg_details_add (details, qg_markup_label_new (markup, css_class));
}

/* @count: shown behind the heading; 0: none */
void
qg_details_add_heading (QgDetails *details, const char *text, guint count)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), qg_text_label_new (text, "qg-heading"));
  if (count > 0)
    {
      g_autofree char *number = qg_number_dup_count (count);

      gtk_box_append (GTK_BOX (row), qg_text_label_new (number, "qg-count"));
    }
  gtk_widget_add_css_class (row, "qg-heading-row");
  qg_details_add (details, row);
}

static gboolean
link_cb (GtkLabel *label, const char *uri, QgExplorer *explorer)
{
  QgMap *map = qg_explorer_get_map (explorer);
  guint entity;

  if (map != NULL && qg_link_parse (uri, &entity) && entity < qg_map_get_n_entities (map))
    qg_explorer_select_entity (explorer, entity);
  /* Handled in any case: no other link is ever followed. */
  return TRUE;
}

GtkWidget *
qg_details_new_links (QgDetails *details, const char *markup, const char *css_class)
{
  GtkWidget *label = qg_markup_label_new (markup, css_class);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), details->explorer, 0);
  return label;
}

GtkWidget *
qg_details_new_card (QgDetails *details, const char *css_class)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (card, css_class);
  qg_details_add (details, card);
  return card;
}

/* What kind of statement a relation is: its line, and the word for it. */
GtkWidget *
qg_details_new_chip (QgDetails *details, const QgRelation *relation)
{
  QgLang lang = qg_i18n_get_language ();
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *word = NULL;
  GtkWidget *label;

  if (relation->denial)
    word = g_strdup_printf ("%s · %s", qg_word_statement (relation->statement, lang),
                            qg_word (QG_WORD_DENIAL, lang));
  else
    word = g_strdup (qg_word_statement (relation->statement, lang));
  gtk_box_append (GTK_BOX (chip), qg_swatch_new (details->map, QG_LEGEND_STATEMENT, relation->statement));
  label = qg_text_label_new (word, NULL);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (chip, qg_word_statement_hint (relation->statement, lang));
  gtk_widget_add_css_class (chip, "qg-chip");
  if (relation->denial)
    gtk_widget_add_css_class (chip, "denial");
  return chip;
}

/* Where the source has an address: once, below all of its places. (nullable) */
static GtkWidget *
new_link (QgDetails *details, const QgCitations *citations, guint number)
{
  const QgSource *source = qg_map_get_source (details->map, citations->items[number].source);

  for (guint i = number + 1; i < citations->n; i++)
    if (citations->items[i].source == citations->items[number].source)
      return NULL;
  return source->url != NULL ? qg_web_link_new (source->url) : NULL;
}

void
qg_details_add_citations (QgDetails *details, const QgCitations *citations)
{
  if (citations->n == 0)
    return;
  qg_details_add_heading (details, citations->n == 1 ? _ ("Source") : _ ("Sources"), 0);
  for (guint i = 0; i < MIN (citations->n, QG_MOST_ROWS); i++)
    {
      const QgSource *source = qg_map_get_source (details->map, citations->items[i].source);
      g_autofree char *text = qg_citation_dup_text (details->map, &citations->items[i], details->lang);
      GtkWidget *label, *link = new_link (details, citations, i);

      /* In maps from elsewhere an address is often all that there is. */
      if (link == NULL || g_strcmp0 (text, source->url) != 0)
        {
          label = qg_text_label_new (text, "qg-source");
          gtk_label_set_selectable (GTK_LABEL (label), TRUE);
          gtk_widget_set_can_focus (label, FALSE);
          qg_details_add (details, label);
        }
      if (link != NULL)
        qg_details_add (details, link);
    }
  if (citations->n > QG_MOST_ROWS)
    qg_details_add (details, qg_more_label_new (citations->n - QG_MOST_ROWS));
}

/* The editor's word, set apart from what the source says. */
void
qg_details_add_note (QgDetails *details, const QgNote *note)
{
  QgLang lang = qg_i18n_get_language ();
  g_autofree char *markup = NULL;
  GtkWidget *card;
  GString *foot;

  if (note == NULL)
    return;
  card = qg_details_new_card (details, "qg-note");
  gtk_box_append (GTK_BOX (card), qg_text_label_new (qg_word (QG_WORD_EDITORS_NOTE, lang), "qg-heading"));
  markup = qg_markup_from_text (note->text, details->lang);
  gtk_box_append (GTK_BOX (card), qg_markup_label_new (markup, NULL));
  foot = g_string_new (qg_word_certainty (note->certainty, lang));
  if (note->as_of != NULL)
    {
      g_autofree char *date = qg_date_dup_words (note->as_of, lang);
      g_autofree char *as_of = qg_word_dup_with (QG_WORD_AS_OF, lang, date);

      g_string_append_printf (foot, " · %s", as_of);
    }
  gtk_box_append (GTK_BOX (card), qg_text_label_new (foot->str, "qg-dim"));
  g_string_free (foot, TRUE);
}
