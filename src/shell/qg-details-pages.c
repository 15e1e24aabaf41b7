/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-details-private.h"

#include <glib/gi18n-lib.h>

#include "qg-i18n.h"
#include "qg-join.h"
#include "qg-number.h"
#include "qg-wrap-layout.h"

/* Rows that are made at once: an entity of a large map may have thousands of relations. */
#define FIRST_ROWS 40u

static void
show_relation_cb (GtkButton *button, QgExplorer *explorer)
{
  qg_explorer_select_relation (explorer,
                               GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "relation")));
}

/* Where it is said, by the short names of the works; in full in the tooltip. */
static void
append_place (QgDetails *details, GtkWidget *words, const QgCitations *citations)
{
  g_autoptr (GString) all = g_string_new (NULL), line = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < MIN (citations->n, QG_MOST_ROWS); i++)
    {
      g_autofree char *text = qg_citation_dup_text (details->map, &citations->items[i], details->lang);
      g_autofree char *place = qg_citation_dup_short_text (details->map, &citations->items[i], details->lang);

      g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", text);
      g_string_append_printf (line, "%s%s", i > 0 ? "; " : "", place);
    }
  if (citations->n > QG_MOST_ROWS)
    {
      g_autofree char *more = qg_dup_more (citations->n - QG_MOST_ROWS);

      g_string_append_printf (all, "; %s", more);
      g_string_append_printf (line, "; %s", more);
    }
  if (citations->n == 0)
    g_string_append (line, qg_word (QG_WORD_NO_SOURCE, qg_i18n_get_language ()));
  label = qg_text_label_new (line->str, "qg-dim");
  gtk_widget_set_tooltip_text (label, all->len > 0 ? all->str : line->str);
  gtk_box_append (GTK_BOX (words), label);
}

/* A relation as a sentence whose other entity is a link; under it the kind of statement and the source's
 * place; at its edge the way to all that is said about it. */
GtkWidget *
qg_details_new_relation_row (QgDetails *details, guint relation, gboolean inverse, guint entity)
{
  const QgRelation *r = qg_map_get_relation (details->map, relation);
  g_autofree char *markup = qg_markup_from_sentence (details->map, relation, inverse, details->lang, entity);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4),
            *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = qg_icon_button_new ("go-next-symbolic", NULL);
  g_autoptr (QgSentence) sentence = qg_sentence_new_shown (details->map, relation, inverse, details->lang);
  g_autofree char *name = g_strdup_printf (_ ("More about: %s"), sentence->text);

  gtk_box_append (GTK_BOX (words), qg_details_new_links (details, markup, NULL));
  /* Several relations to a group have each their own. */
  if (!qg_map_is_group_relation (details->map, relation) || r->citations.n > 0)
    {
      gtk_box_append (GTK_BOX (words), qg_details_new_chip (details, r));
      append_place (details, words, &r->citations);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  qg_control_set_text (button, name, NULL);
  g_object_set_data (G_OBJECT (button), "relation", GUINT_TO_POINTER (relation));
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_relation_cb), details->explorer, 0);
  gtk_widget_add_css_class (button, "qg-row-button");
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_add_css_class (row, "qg-relation");
  return row;
}

typedef struct
{
  QgDetails details; /* box: the list */
  guint entity;
  gboolean inverse;
} Rest;

static void
rest_free (gpointer data, GClosure *closure)
{
  Rest *rest = data;

  qg_map_unref (rest->details.map);
  g_free (rest);
}

static void
add_rows (Rest *rest, guint begin, guint end)
{
  QgNumbers numbers = rest->inverse ? qg_map_get_incoming (rest->details.map, rest->entity)
                                    : qg_map_get_outgoing (rest->details.map, rest->entity);

  for (guint i = begin; i < end; i++)
    qg_details_add (&rest->details, qg_details_new_relation_row (&rest->details, numbers.items[i],
                                                                 rest->inverse, rest->entity));
}

static void
more_cb (GtkButton *button, Rest *rest)
{
  QgNumbers numbers = rest->inverse ? qg_map_get_incoming (rest->details.map, rest->entity)
                                    : qg_map_get_outgoing (rest->details.map, rest->entity);
  guint begin = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "begin"));
  guint end = MIN (numbers.n, begin + 10 * FIRST_ROWS);

  add_rows (rest, begin, end);
  g_object_set_data (G_OBJECT (button), "begin", GUINT_TO_POINTER (end));
  gtk_widget_set_visible (GTK_WIDGET (button), end < numbers.n);
}

static void
add_relations (QgDetails *details, guint entity, gboolean inverse)
{
  QgNumbers numbers =
      inverse ? qg_map_get_incoming (details->map, entity) : qg_map_get_outgoing (details->map, entity);
  Rest rest = { *details, entity, inverse };

  if (numbers.n == 0)
    return;
  qg_details_add_heading (details, inverse ? C_ ("relations", "Incoming") : C_ ("relations", "Outgoing"),
                          numbers.n);
  rest.details.box = qg_details_new_card (details, "qg-relations");
  add_rows (&rest, 0, MIN (numbers.n, FIRST_ROWS));
  if (numbers.n > FIRST_ROWS)
    {
      GtkWidget *more = gtk_button_new_with_label (_ ("Show More"));

      rest.details.map = qg_map_ref (details->map);
      g_object_set_data (G_OBJECT (more), "begin", GUINT_TO_POINTER (FIRST_ROWS));
      g_signal_connect_data (more, "clicked", G_CALLBACK (more_cb), g_memdup2 (&rest, sizeof rest), rest_free,
                             0);
      qg_details_add (details, more);
    }
}

static void
add_other_names (QgDetails *details, const QgEntity *entity)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < entity->n_other_names; i++)
    {
      const char *name = qg_text_get (entity->other_names[i], details->lang);

      if (name != NULL)
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len > 0)
    {
      g_autofree char *joined = qg_join (details->lang, (const char *const *) names->pdata, names->len);
      g_autofree char *text = g_strdup_printf (_ ("Also: %s"), joined);

      qg_details_add (details, qg_text_label_new (text, "qg-dim"));
    }
}

static void
add_member (QgDetails *details, GtkWidget *box, const QgList *list, guint n)
{
  const QgListMember *member = &list->members[n];
  const QgText *name =
      member->entity != QG_NONE ? qg_map_get_entity (details->map, member->entity)->name : member->text;
  g_autofree char *words = qg_markup_from_text (name, details->lang);
  g_autofree char *mark = list->ordered ? g_strdup_printf ("%u.", n + 1) : g_strdup ("•");
  g_autofree char *markup = NULL;

  if (member->entity != QG_NONE)
    markup = g_strdup_printf ("%s <a href=\"entity:%u\">%s</a>", mark, member->entity, words);
  else
    markup = g_strdup_printf ("%s %s", mark, words);
  gtk_box_append (GTK_BOX (box), qg_details_new_links (details, markup, NULL));
}

/* What the source itself lists about the entity, in its order. */
static void
add_lists (QgDetails *details, guint entity)
{
  guint n = 0;

  for (guint i = 0; i < qg_map_get_n_lists (details->map); i++)
    {
      const QgList *list = qg_map_get_list (details->map, i);
      g_autofree char *title = NULL;
      GtkWidget *card;

      if (list->about != entity || n++ >= QG_MOST_ROWS)
        continue;
      title = qg_plain_from_text (list->title, details->lang);
      qg_details_add_heading (details, title, 0);
      card = qg_details_new_card (details, "qg-list");
      for (guint m = 0; m < MIN (list->n_members, QG_MOST_ROWS); m++)
        add_member (details, card, list, m);
      if (list->n_members > QG_MOST_ROWS)
        gtk_box_append (GTK_BOX (card), qg_more_label_new (list->n_members - QG_MOST_ROWS));
    }
  if (n > QG_MOST_ROWS)
    qg_details_add (details, qg_more_label_new (n - QG_MOST_ROWS));
}

GtkWidget *
qg_details_new_act (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (label);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  qg_control_set_text (button, label, NULL);
  return button;
}

static void
add_acts (QgDetails *details, gboolean is_entity)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *acts[] = {
    is_entity ? qg_details_new_act ("qg-neighbourhood-symbolic", _ ("Neighborhood"), "win.focus") : NULL,
    is_entity ? qg_details_new_act ("qg-ways-symbolic", _ ("Ways to…"), "win.ways-to") : NULL,
    qg_details_new_act ("edit-copy-symbolic", _ ("Copy"), "win.copy-text"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (acts[i] != NULL)
      gtk_box_append (GTK_BOX (row), acts[i]);
  gtk_widget_set_layout_manager (row, g_object_new (QG_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_add_css_class (row, "qg-acts");
  qg_details_add (details, row);
}

void
qg_details_fill_entity (QgDetails *details, guint number)
{
  const QgEntity *entity = qg_map_get_entity (details->map, number);
  g_autofree char *name = qg_markup_from_text (entity->name, details->lang);

  qg_details_add_kind (details, entity->kind);
  qg_details_add_title (details, name);
  add_other_names (details, entity);
  qg_details_add_text (details, entity->description, "qg-body");
  if (entity->keyword_only)
    qg_details_add (details,
                    qg_text_label_new (_ ("The source names this among its keywords only."), "qg-dim"));
  add_acts (details, TRUE);
  add_lists (details, number);
  add_relations (details, number, FALSE);
  add_relations (details, number, TRUE);
  qg_details_add_citations (details, &entity->citations);
  qg_details_add_note (details, entity->note);
}

void
qg_details_fill_relation (QgDetails *details, guint number)
{
  const QgRelation *relation = qg_map_get_relation (details->map, number);
  g_autofree char *forward = qg_markup_from_sentence (details->map, number, FALSE, details->lang, QG_NONE);
  g_autofree char *inverse = qg_markup_from_sentence (details->map, number, TRUE, details->lang, QG_NONE);
  const char *hint = qg_word_statement_hint (relation->statement, qg_i18n_get_language ());

  qg_details_add (details, qg_text_label_new (_ ("Relation"), "qg-dim"));
  qg_details_add (details, qg_details_new_links (details, forward, "qg-sentence"));
  if (!qg_map_is_mixed (details->map, number))
    {
      qg_details_add (details, qg_details_new_chip (details, relation));
      qg_details_add (details, qg_text_label_new (hint, "qg-dim"));
    }
  qg_details_add_text (details, relation->explanation, "qg-body");
  add_acts (details, FALSE);
  qg_details_add_heading (details, _ ("Read the other way"), 0);
  qg_details_add (details, qg_details_new_links (details, inverse, NULL));
  if (relation->citations.n == 0)
    qg_details_add (details,
                    qg_text_label_new (qg_word (QG_WORD_NO_SOURCE, qg_i18n_get_language ()), "qg-dim"));
  qg_details_add_citations (details, &relation->citations);
  qg_details_add_note (details, relation->note);
}

/* Nothing is selected: what the picture shows. */
void
qg_details_fill_part (QgDetails *details, QgPart *part)
{
  guint view = qg_part_get_view (part);
  const QgText *about = view != QG_NONE ? qg_map_get_view (details->map, view)->description : NULL;
  g_autofree char *title = qg_explorer_dup_title (details->explorer);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  guint n_entities = qg_part_get_entities (part).n, n_relations = qg_part_get_relations (part).n;
  /* Translators: first half of '35 entities, 52 relations'. */
  g_autofree char *entities =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s entity", "%s entities", n_entities), n_entities);
  g_autofree char *relations = qg_number_in_words (
      g_dngettext (GETTEXT_PACKAGE, "%s relation", "%s relations", n_relations), n_relations);
  g_autofree char *counts = g_strdup_printf ("%s · %s", entities, relations);
  g_autofree char *map_title = qg_markup_from_text (qg_map_get_title (details->map), details->lang);

  qg_details_add (details, qg_markup_label_new (map_title, "qg-dim"));
  qg_details_add_title (details, markup);
  qg_details_add (details, qg_text_label_new (counts, "qg-dim"));
  qg_details_add_text (details, about != NULL ? about : qg_map_get_description (details->map), "qg-body");
  qg_details_add (
      details, qg_text_label_new (_ ("Choose a name or a line in the picture to read what is said about it "
                                     "and where."),
                                  "qg-hint-text"));
}
