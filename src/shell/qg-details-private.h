/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the pages of the details panel are made of. */

#pragma once

#include "qg-controls.h"
#include "qg-details-panel.h"
#include "qg-swatch.h"
#include "qg-wayfinder.h"

G_BEGIN_DECLS

/* A page while it is filled: everything is appended to @box. */
typedef struct
{
  QgExplorer *explorer;
  QgMap *map;
  QgLang lang; /* of the map's texts */
  GtkWidget *box;
  QgWayfinder *wayfinder;
} QgDetails;

void qg_details_add (QgDetails *details, GtkWidget *child);
void qg_details_add_kind (QgDetails *details, guint kind);
void qg_details_add_title (QgDetails *details, const char *markup);
void qg_details_add_text (QgDetails *details, const QgText *text, const char *css_class);
void qg_details_add_heading (QgDetails *details, const char *text, guint count);
void qg_details_add_citations (QgDetails *details, const QgCitations *citations);
void qg_details_add_note (QgDetails *details, const QgNote *note);
GtkWidget *qg_details_new_chip (QgDetails *details, const QgRelation *relation);
GtkWidget *qg_details_new_links (QgDetails *details, const char *markup, const char *css_class);
GtkWidget *qg_details_new_card (QgDetails *details, const char *css_class);

GtkWidget *qg_details_new_act (const char *icon, const char *label, const char *action);
GtkWidget *qg_details_new_relation_row (QgDetails *details, guint relation, gboolean inverse, guint entity);

void qg_details_add_way_back (QgDetails *details);
void qg_details_fill_ways (QgDetails *details);
void qg_details_fill_several (QgDetails *details, QgNumbers entities);
void qg_details_fill_entity (QgDetails *details, guint entity);
void qg_details_fill_relation (QgDetails *details, guint relation);
void qg_details_fill_group (QgDetails *details, guint entity);
void qg_details_fill_group_relation (QgDetails *details, guint relation);
void qg_details_fill_part (QgDetails *details, QgPart *part);

G_END_DECLS
