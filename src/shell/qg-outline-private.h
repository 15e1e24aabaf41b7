/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For the files of QgOutlinePanel alone. */

#pragma once

#include "qg-outline-model.h"
#include "qg-outline-panel.h"

G_BEGIN_DECLS

struct _QgOutlinePanel
{
  GtkWidget parent_instance;

  GtkWidget *scroller, *list; /* template widgets */

  QgExplorer *explorer;       /* owned */
  QgMap *shown;               /* owned, nullable: the map that the rows are of */
  GtkTreeListModel *tree;     /* owned */
  GtkSingleSelection *chosen; /* owned */
  GPtrArray *rows;            /* QgOutlineRow, borrowed: those that show something now */
  gboolean marking;           /* the selection of the list follows the explorer's */
  GHashTable *open;           /* keys of the items that a person opened, for a new tree */
};

enum
{
  QG_OUTLINE_TOUR_CHOSEN,
  QG_OUTLINE_CONTEXT_MENU,
  QG_OUTLINE_VIEW_MENU,
  QG_OUTLINE_KIND_MENU,
  QG_OUTLINE_N_SIGNALS,
};
extern guint qg_outline_signals[QG_OUTLINE_N_SIGNALS];

/* qg-outline-keys.c */
QgSelection qg_outline_item_get_selection (QgOutlineItem *item);
void qg_outline_show_menu (QgOutlinePanel *self, GtkWidget *row, double x, double y);
GtkWidget *qg_outline_find_chosen_row (QgOutlinePanel *self);
QgOutlineItem *qg_outline_dup_focused (QgOutlinePanel *self, guint *position);
void qg_outline_choose_focused (QgOutlinePanel *self);
void qg_outline_focus_again (QgOutlinePanel *self, QgOutlineItem *item, guint position);
void qg_outline_init_keys (QgOutlinePanel *self);

G_END_DECLS
