/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-builder.h"
#include "qg-map-vary.h"
#include "qg-outline-model.h"

static guint
add_entity (QgMapBuilder *builder, const char *id, const char *name, guint kind)
{
  g_autoptr (QgText) text = qg_text_new_single (QG_LANG_KK, name);

  return qg_map_builder_add_entity (builder,
                                    &(QgEntity){ .id = id, .name = text, .kind = kind, .importance = 1 });
}

/* Two kinds that are used and one that is not; ә, қ, і … in no order; a relation to itself. */
static QgMap *
new_map (void)
{
  const QgLang langs[] = { QG_LANG_KK };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "Қоғам");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 1);

  for (guint i = 0; i < 3; i++)
    qg_map_builder_add_kind (builder, &(QgKind){ .id = i == 0 ? "a" : i == 1 ? "b" : "c", .name = title });
  add_entity (builder, "e0", "қала", 0);
  add_entity (builder, "e1", "әкім", 0);
  add_entity (builder, "e2", "бюджет", 0);
  add_entity (builder, "e3", "азамат", 0);
  add_entity (builder, "e4", "кеңес", 0);
  add_entity (builder, "e5", "лауазым", 0);
  add_entity (builder, "e6", "заң", 2);
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r0", .from = 0, .to = 1 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r1", .from = 2, .to = 0 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r2", .from = 0, .to = 0 });
  return qg_map_builder_end (builder);
}

static QgOutlineItem *
get (GListModel *model, guint n)
{
  QgOutlineItem *item = g_list_model_get_item (model, n);

  g_assert_nonnull (item);
  g_object_unref (item); /* the model keeps it */
  return item;
}

static void
test_sections (void)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (GListModel) root = qg_outline_new_root (map, QG_LANG_KK);
  g_autoptr (GListModel) views = qg_outline_item_new_children (get (root, 0));

  /* No tours: no heading for them. */
  g_assert_cmpuint (g_list_model_get_n_items (root), ==, 2);
  g_assert_cmpint (qg_outline_item_get_role (get (root, 0)), ==, QG_OUTLINE_VIEWS);
  g_assert_cmpint (qg_outline_item_get_role (get (root, 1)), ==, QG_OUTLINE_CONTENTS);
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  g_assert_cmpint (qg_outline_item_get_role (get (views, 0)), ==, QG_OUTLINE_WHOLE);
  g_assert_null (qg_outline_item_new_children (get (views, 0)));
}

/* A view of all of the map takes the place of the item that does the same. */
static void
test_whole_view (void)
{
  const QgLang langs[] = { QG_LANG_KK };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "Қоғам");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 1);
  QgView view = { .id = "all", .title = title, .whole_map = TRUE };
  g_autoptr (QgMap) map = NULL;
  g_autoptr (GListModel) root = NULL, views = NULL;

  qg_layout_options_init (&view.layout);
  qg_map_builder_add_view (builder, &view);
  map = qg_map_builder_end (builder);
  root = qg_outline_new_root (map, QG_LANG_KK);
  views = qg_outline_item_new_children (get (root, 0));
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  g_assert_cmpint (qg_outline_item_get_role (get (views, 0)), ==, QG_OUTLINE_VIEW);
}

/* Those that a person keeps are under a heading of their own, with their numbers in the map. */
static void
test_own_views (void)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "Менікі");
  const guint some[] = { 0, 1 };
  QgView own = { .id = "own-1", .title = title, .entities = { 2, some } };
  g_autoptr (QgMap) varied = NULL;
  g_autoptr (GListModel) root = NULL, given = NULL, kept = NULL;

  qg_layout_options_init (&own.layout);
  varied = qg_map_new_with_views (map, &own, 1);
  root = qg_outline_new_root (varied, QG_LANG_KK);
  g_assert_cmpuint (g_list_model_get_n_items (root), ==, 3);
  g_assert_cmpint (qg_outline_item_get_role (get (root, 1)), ==, QG_OUTLINE_OWN_VIEWS);
  given = qg_outline_item_new_children (get (root, 0));
  kept = qg_outline_item_new_children (get (root, 1));
  g_assert_cmpuint (g_list_model_get_n_items (given), ==, 1);
  g_assert_cmpint (qg_outline_item_get_role (get (given, 0)), ==, QG_OUTLINE_WHOLE);
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 1);
  g_assert_cmpint (qg_outline_item_get_role (get (kept, 0)), ==, QG_OUTLINE_VIEW);
  g_assert_cmpuint (qg_outline_item_get_number (get (kept, 0)), ==, qg_map_get_n_given_views (varied));
}

static void
test_order (void)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (GListModel) root = qg_outline_new_root (map, QG_LANG_KK);
  g_autoptr (GListModel) kinds = qg_outline_item_new_children (get (root, 1));
  g_autoptr (GListModel) entities = qg_outline_item_new_children (get (kinds, 0));
  const guint expected[] = { 3, 1, 2, 4, 0, 5 }; /* а ә б к қ л */

  g_assert_cmpuint (g_list_model_get_n_items (kinds), ==, 2);
  g_assert_cmpuint (qg_outline_item_get_count (get (kinds, 0)), ==, 6);
  g_assert_cmpuint (qg_outline_item_get_number (get (kinds, 1)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (entities), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (qg_outline_item_get_number (get (entities, i)), ==, expected[i]);
}

static void
test_relations (void)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (GListModel) root = qg_outline_new_root (map, QG_LANG_KK);
  g_autoptr (GListModel) kinds = qg_outline_item_new_children (get (root, 1));
  g_autoptr (GListModel) entities = qg_outline_item_new_children (get (kinds, 0));
  g_autoptr (GListModel) relations = qg_outline_item_new_children (get (entities, 4));

  /* Outgoing, then incoming; the one to itself once. */
  g_assert_cmpuint (g_list_model_get_n_items (relations), ==, 3);
  g_assert_cmpuint (qg_outline_item_get_number (get (relations, 0)), ==, 0);
  g_assert_cmpuint (qg_outline_item_get_number (get (relations, 1)), ==, 2);
  g_assert_cmpuint (qg_outline_item_get_number (get (relations, 2)), ==, 1);
  g_assert_cmpuint (qg_outline_item_get_owner (get (relations, 2)), ==, 0);
  g_assert_null (qg_outline_item_new_children (get (relations, 0)));
  /* What has no relation cannot be opened. */
  g_assert_null (qg_outline_item_new_children (get (entities, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shell/outline/sections", test_sections);
  g_test_add_func ("/shell/outline/whole-view", test_whole_view);
  g_test_add_func ("/shell/outline/own-views", test_own_views);
  g_test_add_func ("/shell/outline/order", test_order);
  g_test_add_func ("/shell/outline/relations", test_relations);
  return g_test_run ();
}
