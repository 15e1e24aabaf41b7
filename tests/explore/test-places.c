/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A map whose file says where everything stands. */

#include "qg-explorer.h"
#include "qg-map-builder.h"
#include "sample-map.h"

#define N 4u

/* In a row from right to left, against the order of the relations. */
static QgMap *
new_map (guint n_placed)
{
  const QgLang langs[] = { QG_LANG_EN };
  const char *const words[] = { "placed" };
  g_autoptr (QgText) text = qg_text_new (langs, words, 1);
  QgMapBuilder *builder = qg_map_builder_new ("placed", text, langs, 1);
  const QgKind kind = { .id = "k", .name = text, .hue = QG_HUE_BLUE };
  const QgVerb verb = { .id = "v", .label = text, .inverse = text };

  qg_map_builder_add_kind (builder, &kind);
  qg_map_builder_add_verb (builder, &verb);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      const QgEntity entity = { .id = id,
                                .name = text,
                                .label = text,
                                .importance = 2,
                                .is_placed = i < n_placed,
                                .place = { i * -300.0, i % 2 * 10.0 } };

      qg_map_builder_add_entity (builder, &entity);
    }
  for (guint i = 1; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      const QgRelation relation = { .id = id, .from = i - 1, .to = i, .statement = QG_STATEMENT_FACT };

      qg_map_builder_add_relation (builder, &relation);
    }
  return qg_map_builder_end (builder);
}

static void
test_places (void)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgExplorer) explorer = qg_explorer_new (layouter);
  g_autoptr (QgMap) map = new_map (N), other = new_map (N - 1);
  const QgScene *scene;

  qg_explorer_set_map (explorer, map);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_GIVEN);
  scene = qg_explorer_get_scene (explorer);
  for (guint i = 1; i < N; i++)
    {
      QgRect before = qg_scene_get_node_rect (scene, i - 1), here = qg_scene_get_node_rect (scene, i);

      g_assert_cmpfloat_with_epsilon (qg_rect_center (&before).x - qg_rect_center (&here).x, 300, 1);
    }
  /* Another one can be chosen, and what the file has again. */
  qg_explorer_set_engine (explorer, QG_ENGINE_DOT);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_DOT);
  qg_explorer_set_engine (explorer, QG_ENGINE_GIVEN);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_GIVEN);
  /* What stands for a group has no place: that another engine is taken then is as it should be. */
  g_assert_false (qg_explorer_is_engine_replaced (explorer));
  qg_explorer_reset_engine (explorer);
  qg_explorer_set_all_collapsed (explorer, TRUE);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_DOT);
  g_assert_false (qg_explorer_is_engine_replaced (explorer));
  qg_explorer_set_all_collapsed (explorer, FALSE);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_GIVEN);
  /* Not where one place is missing. */
  qg_explorer_replace_map (explorer, other);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_DOT);
  /* What lies around one of them is a picture of its own. */
  qg_explorer_replace_map (explorer, map);
  qg_explorer_show_focus (explorer, 1, 1, QG_FOLLOW_BOTH);
  sample_wait (explorer);
  g_assert_cmpint (qg_explorer_get_engine (explorer), ==, QG_ENGINE_DOT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explorer/places", test_places);
  return g_test_run ();
}
