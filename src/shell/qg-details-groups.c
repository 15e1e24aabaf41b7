/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What stands for a collapsed group, and for the relations that lead to one. */

#include "qg-details-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

/* What is listed; the rest is on the map once the group is open. */
#define MAX_ROWS 60u

static void
add_members (QgDetails *details, QgPart *part, guint group)
{
  g_autoptr (GArray) members = qg_part_dup_members (part, group);
  GtkWidget *card;

  qg_details_add_heading (details, _ ("In the group"), members->len);
  card = qg_details_new_card (details, "qg-list");
  for (guint i = 0; i < MIN (members->len, MAX_ROWS); i++)
    {
      guint number = g_array_index (members, guint, i);
      g_autofree char *words =
          qg_markup_from_text (qg_map_get_entity (details->map, number)->name, details->lang);
      g_autofree char *markup = g_strdup_printf ("• <a href=\"entity:%u\">%s</a>", number, words);

      gtk_box_append (GTK_BOX (card), qg_details_new_links (details, markup, NULL));
    }
  if (members->len > MAX_ROWS)
    gtk_box_append (GTK_BOX (card), qg_more_label_new (members->len - MAX_ROWS));
}

static void
add_rows (QgDetails *details, const char *heading, GArray *relations, gboolean inverse, guint entity)
{
  QgDetails rows = *details;

  if (relations->len == 0)
    return;
  qg_details_add_heading (details, heading, relations->len);
  rows.box = qg_details_new_card (details, "qg-relations");
  for (guint i = 0; i < MIN (relations->len, MAX_ROWS); i++)
    qg_details_add (
        &rows, qg_details_new_relation_row (&rows, g_array_index (relations, guint, i), inverse, entity));
  if (relations->len > MAX_ROWS)
    qg_details_add (&rows, qg_more_label_new (relations->len - MAX_ROWS));
}

void
qg_details_fill_group (QgDetails *details, guint number)
{
  const QgEntity *entity = qg_map_get_entity (details->map, number);
  QgPart *part = qg_explorer_get_part (details->explorer);
  g_autofree char *name = qg_markup_from_text (entity->name, details->lang);
  g_autofree char *action = g_strdup_printf ("win.toggle-kind(uint32 %u)", entity->kind);
  g_autoptr (GArray) out = qg_part_dup_relations_at (part, number, FALSE);
  g_autoptr (GArray) in = qg_part_dup_relations_at (part, number, TRUE);
  GtkWidget *act = qg_details_new_act ("qg-neighbourhood-symbolic", _ ("Expand the Group"), action);

  qg_details_add_kind (details, entity->kind);
  qg_details_add_title (details, name);
  gtk_widget_set_halign (act, GTK_ALIGN_START);
  qg_details_add (details, act);
  add_rows (details, C_ ("relations", "Outgoing"), out, FALSE, number);
  add_rows (details, C_ ("relations", "Incoming"), in, TRUE, number);
  add_members (details, part, number);
}

/* The relations themselves, each with its sentence and source. */
void
qg_details_fill_group_relation (QgDetails *details, guint number)
{
  g_autoptr (GArray) merged = qg_part_dup_merged (qg_explorer_get_part (details->explorer), number);
  g_autofree char *forward = qg_markup_from_sentence (details->map, number, FALSE, details->lang, QG_NONE);

  qg_details_add (details, qg_text_label_new (_ ("Relations between groups"), "qg-dim"));
  qg_details_add (details, qg_details_new_links (details, forward, "qg-sentence"));
  add_rows (details, _ ("What it stands for"), merged, FALSE, QG_NONE);
}
