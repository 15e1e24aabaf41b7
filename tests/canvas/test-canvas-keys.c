/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The keyboard on the canvas: where it stands, what a screen reader finds, and which keys are for which
 * picture. */

#include <math.h>

#include "canvas-fixture.h"
#include "qg-canvas-item.h"
#include "sample-map.h"

static void
test_items (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  g_autoptr (GArray) relations = NULL;

  qg_explorer_select_entity (f->explorer, 4);
  canvas_fixture_settle (f);
  g_assert_cmpuint (qg_canvas_get_standing (canvas), ==, 4);
  relations = qg_canvas_get_relations_at (canvas, 4);
  g_assert_cmpuint (relations->len, ==, 3); /* e4 → e5, e3 → e4, e0 → e4 */
  g_assert_cmpuint (canvas->items->len, ==, 1 + 3 + 3);
  canvas_fixture_activate (f);
  g_assert_true (qg_canvas_grab_item (canvas));
  g_assert_nonnull (gtk_widget_get_focus_child (f->canvas));
  qg_explorer_set_entity_hidden (f->explorer, 5, TRUE);
  canvas_fixture_settle (f);
  g_assert_cmpuint (canvas->items->len, ==, 1 + 2 + 2);
}

/* The keyboard does not stay where nothing is seen any more: it goes on from the name next to that place. */
static void
test_steps_off (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgPart *part = qg_scene_get_part (qg_canvas_get_scene (canvas));
  g_autoptr (GArray) relations = NULL;
  guint best = QG_NONE;
  double best_far = G_MAXDOUBLE;
  QgRect hidden = canvas_fixture_node (f, 4);

  relations = qg_canvas_get_relations_at (canvas, 4);
  qg_canvas_set_cursor (canvas, 4, g_array_index (relations, guint, 0));
  for (guint i = 0; i < qg_part_get_entities (part).n; i++)
    {
      QgRect r = canvas_fixture_node (f, i);
      double far = hypot (qg_rect_center (&r).x - qg_rect_center (&hidden).x,
                          qg_rect_center (&r).y - qg_rect_center (&hidden).y);

      if (i != 4 && far < best_far)
        {
          best = i;
          best_far = far;
        }
    }
  qg_explorer_set_entity_hidden (f->explorer, 4, TRUE);
  canvas_fixture_settle (f);
  g_assert_cmpuint (canvas->cursor_entity, ==, best);
  g_assert_cmpuint (qg_canvas_get_standing (canvas), ==, best);
  /* Neither on a relation of it, nor on one that is hidden alone. */
  g_assert_cmpuint (canvas->cursor_relation, ==, QG_NONE);
  g_array_unref (relations);
  relations = qg_canvas_get_relations_at (canvas, best);
  qg_canvas_set_cursor (canvas, best, g_array_index (relations, guint, 0));
  qg_explorer_set_relation_hidden (f->explorer, g_array_index (relations, guint, 0), TRUE);
  canvas_fixture_settle (f);
  g_assert_cmpuint (canvas->cursor_relation, ==, QG_NONE);
  g_assert_cmpuint (canvas->cursor_entity, ==, best);
}

static gboolean
has_item (QgCanvas *canvas, guint entity)
{
  for (guint i = 0; i < canvas->items->len; i++)
    if (qg_selection_equal (qg_canvas_item_get_what (g_ptr_array_index (canvas->items, i)),
                            (QgSelection){ QG_SELECTION_ENTITY, entity }))
      return TRUE;
  return FALSE;
}

/* The keyboard comes in at the name in the middle, also where the picture was moved since. */
static void
test_comes_in (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgScene *scene = qg_canvas_get_scene (canvas);
  guint entity = 0;
  QgRect rect;
  QgCamera view;

  while (has_item (canvas, entity))
    entity++;
  g_assert_cmpuint (entity, <, SAMPLE_N);
  rect = qg_scene_get_node_rect (scene, qg_part_index_of_entity (qg_scene_get_part (scene), entity));
  view = qg_canvas_center_view (canvas, qg_rect_center (&rect), 2);
  qg_canvas_use_view (canvas, &view);
  canvas_fixture_activate (f);
  g_assert_true (gtk_widget_grab_focus (f->canvas));
  g_assert_nonnull (gtk_widget_get_focus_child (f->canvas));
  g_assert_cmpuint (qg_canvas_item_get_what (QG_CANVAS_ITEM (gtk_widget_get_focus_child (f->canvas))).number,
                    ==, entity);
  canvas_fixture_settle (f);
}

static gboolean
press (CanvasFixture *f, guint keyval)
{
  gboolean used = FALSE;

  g_signal_emit_by_name (canvas_fixture_get_controller (f, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         keyval, 0, 0, &used);
  return used;
}

/* Until the new picture is there the old one is seen: keys and clicks on it do not lead away from what was
 * asked for last, and no name of it gets the keyboard. */
static void
test_overtaken (CanvasFixture *f, gconstpointer data)
{
  const guint keys[] = { GDK_KEY_Right, GDK_KEY_Return, GDK_KEY_space, GDK_KEY_Menu };
  gpointer finger = canvas_fixture_get_controller (f, GTK_TYPE_GESTURE_LONG_PRESS);
  QgRect away = canvas_fixture_node (f, 6), stays = canvas_fixture_node (f, 4);
  CanvasAsked asked = { 0 };
  QgPart *part;

  g_signal_connect (f->canvas, "context-menu", G_CALLBACK (canvas_fixture_asked_cb), &asked);
  gtk_widget_grab_focus (f->canvas);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) != f->canvas);
  qg_explorer_show_focus (f->explorer, 0, 1, QG_FOLLOW_BOTH);
  part = qg_explorer_get_part (f->explorer);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (press (f, keys[i]));
      g_assert_true (qg_explorer_get_part (f->explorer) == part);
      g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 0);
    }
  g_assert_cmpuint (asked.n, ==, 1);
  g_signal_emit_by_name (finger, "pressed", away.x + away.width / 2, away.y + away.height / 2);
  g_assert_cmpuint (asked.n, ==, 1);
  g_assert_true (qg_explorer_get_part (f->explorer) == part);
  g_signal_emit_by_name (finger, "pressed", stays.x + stays.width / 2, stays.y + stays.height / 2);
  g_assert_cmpuint (asked.n, ==, 2);
  g_assert_true (qg_explorer_get_part (f->explorer) == part);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 4);
  gtk_widget_grab_focus (f->canvas);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == f->canvas);
  canvas_fixture_settle (f);
  g_assert_true (qg_explorer_get_part (f->explorer) == part);
  g_assert_true (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (f->window))) == f->canvas);
  g_assert_cmpuint (qg_canvas_get_standing (QG_CANVAS (f->canvas)), ==, 4);
  /* Now the keys are for it. */
  g_assert_true (press (f, GDK_KEY_Return));
  g_assert_true (qg_explorer_get_part (f->explorer) != part);
  canvas_fixture_settle (f);
}

static void
test_name (CanvasFixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_property (f->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "all 0 қз, map, 8 names");
  qg_explorer_set_language (f->explorer, QG_LANG_RU);
  qg_explorer_show_view (f->explorer, 1);
  gtk_test_accessible_assert_property (f->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "left 0 ру, map, 4 names");
  canvas_fixture_settle (f);
}

/* Where the keyboard stood on a name whose group is one node now, it stands on that. */
static void
test_stands_on_group (CanvasFixture *f, gconstpointer data)
{
  QgMap *map;

  qg_canvas_set_cursor (QG_CANVAS (f->canvas), 7, QG_NONE);
  qg_explorer_set_group_collapsed (f->explorer, 1, TRUE);
  canvas_fixture_settle (f);
  map = qg_explorer_get_map (f->explorer);
  g_assert_true (qg_map_is_group (map, qg_canvas_get_standing (QG_CANVAS (f->canvas))));
  g_assert_cmpuint (qg_map_get_entity (map, qg_canvas_get_standing (QG_CANVAS (f->canvas)))->kind, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/canvas/items", test_items);
  ADD ("/canvas/steps-off", test_steps_off);
  ADD ("/canvas/comes-in", test_comes_in);
  ADD ("/canvas/overtaken", test_overtaken);
  ADD ("/canvas/name", test_name);
  ADD ("/canvas/stands-on-group", test_stands_on_group);
  return g_test_run ();
}
