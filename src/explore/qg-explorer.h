/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgExplorer: what one person is looking at: a map, the part of it that is shown, the language of its words,
 * what is hidden, selected, pointed at. It turns every act into a new part, layout and scene; canvas, panels
 * and commands only watch it. No widgets; main thread.
 *
 * Properties, all notified: map, part, scene (the old one until the new one is ready), layout-busy, language,
 * second-language, engine, selection (see the getters), title. Signals:
 *   failed (GError*): a layout did not come about; what was shown stays.
 *   hidden-changed (): the filter changed; emphases and counts are new. */

#pragma once

#include "qg-layouter.h"
#include "qg-part.h"
#include "qg-painter.h"
#include "qg-scene.h"

G_BEGIN_DECLS

#define QG_TYPE_EXPLORER (qg_explorer_get_type ())
G_DECLARE_FINAL_TYPE (QgExplorer, qg_explorer, QG, EXPLORER, GObject)

typedef enum
{
  QG_SELECTION_NOTHING,
  QG_SELECTION_ENTITY,
  QG_SELECTION_RELATION,
} QgSelectionKind;

/* What is selected: numbers of the map. */
typedef struct
{
  QgSelectionKind kind;
  guint number;
} QgSelection;

QgExplorer *qg_explorer_new (QgLayouter *layouter);

void qg_explorer_set_map (QgExplorer *self, QgMap *map); /* shows its first view, or all of it */
QgMap *qg_explorer_get_map (QgExplorer *self);
QgPart *qg_explorer_get_part (QgExplorer *self);
QgScene *qg_explorer_get_scene (QgExplorer *self);
char *qg_explorer_dup_title (QgExplorer *self);

void qg_explorer_show_view (QgExplorer *self, guint view);
void qg_explorer_show_whole (QgExplorer *self);
void qg_explorer_show_focus (QgExplorer *self, guint entity, guint depth, QgFollow follow);
void qg_explorer_show_part (QgExplorer *self, QgPart *part);

QgLang qg_explorer_get_language (QgExplorer *self);
void qg_explorer_set_language (QgExplorer *self, QgLang lang);
QgLang qg_explorer_get_second_language (QgExplorer *self); /* NULL: none */
void qg_explorer_set_second_language (QgExplorer *self, QgLang lang);

/* The engine of the part that is shown; the person's choice goes before the view's and is kept for each view.
 */
QgEngine qg_explorer_get_engine (QgExplorer *self);
void qg_explorer_set_engine (QgExplorer *self, QgEngine engine);
void qg_explorer_layout_again (QgExplorer *self);
void qg_explorer_cancel_layout (QgExplorer *self);
gboolean qg_explorer_get_layout_busy (QgExplorer *self);

QgSelection qg_explorer_get_selection (QgExplorer *self);
void qg_explorer_select (QgExplorer *self,
                         QgSelection selection); /* what is not in the part is shown as a focus */
void qg_explorer_select_entity (QgExplorer *self, guint entity);
void qg_explorer_select_relation (QgExplorer *self, guint relation);
void qg_explorer_select_nothing (QgExplorer *self);

/* Filters. Hidden things are not drawn and not hit; they keep their place. */
void qg_explorer_set_kind_hidden (QgExplorer *self, guint kind, gboolean hidden);
gboolean qg_explorer_get_kind_hidden (QgExplorer *self, guint kind);
void qg_explorer_set_statement_hidden (QgExplorer *self, QgStatement statement, gboolean hidden);
gboolean qg_explorer_get_statement_hidden (QgExplorer *self, QgStatement statement);
void qg_explorer_show_all (QgExplorer *self);
guint qg_explorer_get_n_hidden (QgExplorer *self); /* entities and relations of the part */
/* One QgEmphasis for each node and edge of the scene, for the filter alone (HIDDEN or NORMAL): what tiles are
 * drawn with. NULL when nothing is hidden. Valid until hidden-changed or notify::scene. */
QgEmphases qg_explorer_get_emphases (QgExplorer *self);

G_END_DECLS
