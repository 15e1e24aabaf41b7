/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-outline-model.h"

#include <unicode/ucol.h>

#include "qg-map-vary.h"

struct _QgOutlineItem
{
  GObject parent_instance;

  QgMap *map;
  QgLang lang; /* that siblings are sorted in */
  QgOutlineRole role;
  guint number, owner, count;
};

G_DEFINE_FINAL_TYPE (QgOutlineItem, qg_outline_item, G_TYPE_OBJECT)

static void
qg_outline_item_finalize (GObject *object)
{
  qg_map_unref (QG_OUTLINE_ITEM (object)->map);
  G_OBJECT_CLASS (qg_outline_item_parent_class)->finalize (object);
}

static void
qg_outline_item_class_init (QgOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qg_outline_item_finalize;
}

static void
qg_outline_item_init (QgOutlineItem *self)
{
}

static QgOutlineItem *
new_item (QgMap *map, QgLang lang, QgOutlineRole role, guint number, guint owner, guint count)
{
  QgOutlineItem *item = g_object_new (QG_TYPE_OUTLINE_ITEM, NULL);

  item->map = qg_map_ref (map);
  item->lang = lang;
  item->role = role;
  item->number = number;
  item->owner = owner;
  item->count = count;
  return item;
}

static void
append (GListStore *store, QgMap *map, QgLang lang, QgOutlineRole role, guint number, guint owner,
        guint count)
{
  g_autoptr (QgOutlineItem) item = new_item (map, lang, role, number, owner, count);

  g_list_store_append (store, item);
}

QgOutlineRole
qg_outline_item_get_role (QgOutlineItem *self)
{
  return self->role;
}

guint
qg_outline_item_get_number (QgOutlineItem *self)
{
  return self->number;
}

guint
qg_outline_item_get_owner (QgOutlineItem *self)
{
  return self->owner;
}

guint
qg_outline_item_get_count (QgOutlineItem *self)
{
  return self->count;
}

GListModel *
qg_outline_new_root (QgMap *map, QgLang lang)
{
  GListStore *store = g_list_store_new (QG_TYPE_OUTLINE_ITEM);

  append (store, map, lang, QG_OUTLINE_VIEWS, 0, QG_NONE, 0);
  if (qg_map_get_n_views (map) > qg_map_get_n_given_views (map))
    append (store, map, lang, QG_OUTLINE_OWN_VIEWS, 0, QG_NONE, 0);
  if (qg_map_get_n_tours (map) > 0)
    append (store, map, lang, QG_OUTLINE_TOURS, 0, QG_NONE, 0);
  append (store, map, lang, QG_OUTLINE_CONTENTS, 0, QG_NONE, qg_map_get_n_entities (map));
  return G_LIST_MODEL (store);
}

/* Whether one of the map's own views shows all of it, so that another is not offered. */
gboolean
qg_outline_has_whole_view (QgMap *map)
{
  for (guint i = 0; i < qg_map_get_n_views (map); i++)
    if (qg_map_get_view (map, i)->whole_map)
      return TRUE;
  return FALSE;
}

static void
append_views (QgOutlineItem *self, GListStore *store, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    append (store, self->map, self->lang, QG_OUTLINE_VIEW, i, QG_NONE,
            qg_map_get_view (self->map, i)->entities.n);
}

static void
append_given_views (QgOutlineItem *self, GListStore *store)
{
  append_views (self, store, 0, qg_map_get_n_given_views (self->map));
  if (!qg_outline_has_whole_view (self->map))
    append (store, self->map, self->lang, QG_OUTLINE_WHOLE, 0, QG_NONE, qg_map_get_n_entities (self->map));
}

static void
append_kinds (QgOutlineItem *self, GListStore *store)
{
  guint n = qg_map_get_n_kinds (self->map);
  g_autofree guint *counts = g_new0 (guint, n);

  for (guint i = 0; i < qg_map_get_n_entities (self->map); i++)
    counts[qg_map_get_entity (self->map, i)->kind]++;
  for (guint i = 0; i < n; i++)
    if (counts[i] > 0)
      append (store, self->map, self->lang, QG_OUTLINE_KIND, i, QG_NONE, counts[i]);
}

typedef struct
{
  const char *name;
  guint number;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b, gpointer data)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucol_strcollUTF8 (data, ((const Named *) a)->name, -1, ((const Named *) b)->name, -1, &status);
}

/* The entities of a kind: sorted when the first is asked for, made one by one. Whether a row can be opened
 * asks for the list alone, and of a large map only what is on screen is ever made. */
struct _QgOutlineEntities
{
  GObject parent_instance;

  QgOutlineItem *kind;
  guint *numbers;        /* sorted; NULL as long as nobody has asked */
  QgOutlineItem **items; /* NULL where not made yet */
};

#define QG_TYPE_OUTLINE_ENTITIES (qg_outline_entities_get_type ())
G_DECLARE_FINAL_TYPE (QgOutlineEntities, qg_outline_entities, QG, OUTLINE_ENTITIES, GObject)

/* As a dictionary of the language has them: Ә after А, Қ after К. */
static guint *
sort_entities (const QgOutlineItem *self)
{
  g_autoptr (GArray) names = g_array_sized_new (FALSE, FALSE, sizeof (Named), self->count);
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (self->lang, &status);
  guint *numbers = g_new (guint, self->count);

  for (guint i = 0; i < qg_map_get_n_entities (self->map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (self->map, i);
      Named named = { qg_text_pick (entity->label, self->lang, NULL), i };

      if (entity->kind == self->number && names->len < self->count)
        g_array_append_val (names, named);
    }
  if (U_SUCCESS (status))
    g_array_sort_with_data (names, compare_named, collator);
  ucol_close (collator);
  for (guint i = 0; i < names->len; i++)
    numbers[i] = g_array_index (names, Named, i).number;
  return numbers;
}

static GType
get_item_type (GListModel *model)
{
  return QG_TYPE_OUTLINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return QG_OUTLINE_ENTITIES (model)->kind->count;
}

static gpointer
get_item (GListModel *model, guint position)
{
  QgOutlineEntities *self = QG_OUTLINE_ENTITIES (model);
  const QgOutlineItem *kind = self->kind;

  if (position >= kind->count)
    return NULL;
  if (self->numbers == NULL)
    {
      self->numbers = sort_entities (kind);
      self->items = g_new0 (QgOutlineItem *, kind->count);
    }
  if (self->items[position] == NULL)
    {
      guint number = self->numbers[position];
      guint n_relations =
          qg_map_get_outgoing (kind->map, number).n + qg_map_get_incoming (kind->map, number).n;

      self->items[position] =
          new_item (kind->map, kind->lang, QG_OUTLINE_ENTITY, number, QG_NONE, n_relations);
    }
  return g_object_ref (self->items[position]);
}

static void
qg_outline_entities_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QgOutlineEntities, qg_outline_entities, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, qg_outline_entities_list_init))

static void
qg_outline_entities_finalize (GObject *object)
{
  QgOutlineEntities *self = QG_OUTLINE_ENTITIES (object);

  for (guint i = 0; self->items != NULL && i < self->kind->count; i++)
    g_clear_object (&self->items[i]);
  g_free (self->items);
  g_free (self->numbers);
  g_object_unref (self->kind);
  G_OBJECT_CLASS (qg_outline_entities_parent_class)->finalize (object);
}

static void
qg_outline_entities_class_init (QgOutlineEntitiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qg_outline_entities_finalize;
}

static void
qg_outline_entities_init (QgOutlineEntities *self)
{
}

static GListModel *
new_entities (QgOutlineItem *kind)
{
  QgOutlineEntities *self = g_object_new (QG_TYPE_OUTLINE_ENTITIES, NULL);

  self->kind = g_object_ref (kind);
  return G_LIST_MODEL (self);
}

static void
append_relations (QgOutlineItem *self, GListStore *store)
{
  QgNumbers out = qg_map_get_outgoing (self->map, self->number);
  QgNumbers in = qg_map_get_incoming (self->map, self->number);

  for (guint i = 0; i < out.n; i++)
    append (store, self->map, self->lang, QG_OUTLINE_RELATION, out.items[i], self->number, 0);
  for (guint i = 0; i < in.n; i++)
    /* A relation to itself is in both. */
    if (qg_map_get_relation (self->map, in.items[i])->from != self->number)
      append (store, self->map, self->lang, QG_OUTLINE_RELATION, in.items[i], self->number, 0);
}

GListModel *
qg_outline_item_new_children (QgOutlineItem *self)
{
  g_autoptr (GListStore) store = NULL;

  if (self->role == QG_OUTLINE_VIEW || self->role == QG_OUTLINE_WHOLE || self->role == QG_OUTLINE_TOUR ||
      self->role == QG_OUTLINE_RELATION || (self->role == QG_OUTLINE_ENTITY && self->count == 0))
    return NULL;
  if (self->role == QG_OUTLINE_KIND)
    return new_entities (self);
  store = g_list_store_new (QG_TYPE_OUTLINE_ITEM);
  switch (self->role)
    {
    case QG_OUTLINE_VIEWS:
      append_given_views (self, store);
      break;
    case QG_OUTLINE_OWN_VIEWS:
      append_views (self, store, qg_map_get_n_given_views (self->map), qg_map_get_n_views (self->map));
      break;
    case QG_OUTLINE_TOURS:
      for (guint i = 0; i < qg_map_get_n_tours (self->map); i++)
        append (store, self->map, self->lang, QG_OUTLINE_TOUR, i, QG_NONE,
                qg_map_get_tour (self->map, i)->n_steps);
      break;
    case QG_OUTLINE_CONTENTS:
      append_kinds (self, store);
      break;
    default:
      append_relations (self, store);
      break;
    }
  return G_LIST_MODEL (g_steal_pointer (&store));
}
