/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The map as a tree: views, those of the person's own, tours, then all that is in it: kinds, entities, and
 * under each entity its relations. The children of an item are made when it is opened, so that a large map
 * costs nothing until then. */

#pragma once

#include <gio/gio.h>

#include "qg-map.h"

G_BEGIN_DECLS

typedef enum
{
  QG_OUTLINE_VIEWS,
  QG_OUTLINE_OWN_VIEWS,
  QG_OUTLINE_TOURS,
  QG_OUTLINE_CONTENTS,
  QG_OUTLINE_VIEW,
  QG_OUTLINE_WHOLE,
  QG_OUTLINE_TOUR,
  QG_OUTLINE_KIND,
  QG_OUTLINE_ENTITY,
  QG_OUTLINE_RELATION,
} QgOutlineRole;

#define QG_TYPE_OUTLINE_ITEM (qg_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (QgOutlineItem, qg_outline_item, QG, OUTLINE_ITEM, GObject)

QgOutlineRole qg_outline_item_get_role (QgOutlineItem *self);
guint qg_outline_item_get_number (QgOutlineItem *self); /* of the view, kind, entity … in the map */
guint qg_outline_item_get_owner (QgOutlineItem *self);  /* of a relation: the entity that it stands under */
guint qg_outline_item_get_count (QgOutlineItem *self);  /* of what is in it; 0: not shown */

gboolean qg_outline_has_whole_view (QgMap *map);
GListModel *qg_outline_new_root (QgMap *map, QgLang lang);
/* (transfer full) (nullable): the children of @item, %NULL for what has none. */
GListModel *qg_outline_item_new_children (QgOutlineItem *item);

G_END_DECLS
