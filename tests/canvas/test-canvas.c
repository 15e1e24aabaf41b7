/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The widget in a real window. */

#include <math.h>

#include "qg-canvas-item.h"
#include "qg-canvas-private.h"
#include "sample-map.h"

typedef struct
{
  GtkWidget *window, *canvas;
  QgExplorer *explorer;
} Fixture;

static gboolean
is_settled (Fixture *f)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgScene *scene = qg_canvas_get_scene (canvas);

  return scene != NULL && scene == qg_explorer_get_scene (f->explorer) && canvas->next == NULL &&
         canvas->tick == 0 && canvas->transition == NULL && !canvas->moving && canvas->stats.sharp;
}

/* Until what was asked for is on screen, sharp and at rest. */
static void
settle (Fixture *f)
{
  sample_wait (f->explorer);
  gtk_widget_queue_draw (f->canvas);
  QG_CANVAS (f->canvas)->stats.sharp = FALSE;
  while (!is_settled (f))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (QgMap) map = sample_map_new ("m", FALSE);

  f->explorer = qg_explorer_new (layouter);
  f->canvas = qg_canvas_new ();
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (f->window), f->canvas);
  qg_canvas_set_explorer (QG_CANVAS (f->canvas), f->explorer);
  qg_explorer_set_map (f->explorer, map);
  gtk_window_present (GTK_WINDOW (f->window));
  settle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->explorer);
}

static QgRect
node_in_widget (Fixture *f, guint entity)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (f->canvas));
  const QgRect rect =
      qg_scene_get_node_rect (scene, qg_part_index_of_entity (qg_scene_get_part (scene), entity));

  return qg_canvas_to_widget (QG_CANVAS (f->canvas), &rect);
}

static void
test_fit (Fixture *f, gconstpointer data)
{
  const QgRect window = { 0, 0, gtk_widget_get_width (f->canvas), gtk_widget_get_height (f->canvas) };

  g_assert_true (qg_canvas_get_fitting (QG_CANVAS (f->canvas)));
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      QgRect r = node_in_widget (f, i);

      g_assert_true (qg_rect_contains (&window, r.x, r.y));
      g_assert_true (qg_rect_contains (&window, r.x + r.width, r.y + r.height));
    }
}

/* Nothing is under what lies over the edges. */
static void
test_covered (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);

  qg_canvas_set_covered (canvas, 60, 80);
  qg_canvas_zoom_fit (canvas);
  settle (f);
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      QgRect r = node_in_widget (f, i);

      g_assert_cmpfloat (r.y, >, 60);
      g_assert_cmpfloat (r.y + r.height, <, gtk_widget_get_height (f->canvas) - 80);
    }
}

/* A drawn node answers a click. */
static void
test_hit (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      QgRect r = node_in_widget (f, i);
      QgSelection what =
          qg_canvas_selection_at (QG_CANVAS (f->canvas), r.x + r.width / 2, r.y + r.height / 2);

      g_assert_cmpint (what.kind, ==, QG_SELECTION_ENTITY);
      g_assert_cmpuint (what.number, ==, i);
    }
  qg_explorer_set_entity_hidden (f->explorer, 3, TRUE);
  settle (f);
  {
    QgRect r = node_in_widget (f, 3);

    g_assert_cmpint (
        qg_canvas_selection_at (QG_CANVAS (f->canvas), r.x + r.width / 2, r.y + r.height / 2).kind, !=,
        QG_SELECTION_ENTITY);
  }
}

/* The point under the pointer stays there while zooming; steps and fit lead back. */
static void
test_zoom (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  double fit = qg_canvas_get_zoom (canvas);
  QgPoint before, after;

  qg_canvas_zoom_at (canvas, 2, 400, 300, 0);
  before = qg_canvas_to_scene (canvas, 300, 250);
  qg_canvas_zoom_at (canvas, 3, 300, 250, 0);
  after = qg_canvas_to_scene (canvas, 300, 250);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-6);
  g_assert_false (qg_canvas_get_fitting (canvas));
  qg_canvas_zoom_step (canvas, -1);
  settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 2.5, 1e-9);
  qg_canvas_set_zoom (canvas, 100);
  settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), QG_CANVAS_MAX_ZOOM, 1e-9);
  qg_canvas_zoom_fit (canvas);
  settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), fit, 1e-9);
  g_assert_true (qg_canvas_get_fitting (canvas));
}

/* Another language is swapped in whole and moves nothing. */
static void
test_language (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgCamera before = canvas->view;

  qg_explorer_set_language (f->explorer, QG_LANG_RU);
  sample_wait (f->explorer);
  g_assert_true (qg_scene_get_lang (qg_explorer_get_scene (f->explorer)) == QG_LANG_RU);
  settle (f);
  g_assert_true (qg_scene_get_lang (qg_canvas_get_scene (canvas)) == QG_LANG_RU);
  g_assert_cmpmem (&before, sizeof before, &canvas->view, sizeof canvas->view);
}

/* What is selected elsewhere comes into sight, large enough to be read. */
static void
test_reveal (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgRect window = { 0, 0, gtk_widget_get_width (f->canvas), gtk_widget_get_height (f->canvas) };
  QgRect r;

  qg_canvas_zoom_at (canvas, 4, 0, 0, 0);
  qg_explorer_select_entity (f->explorer, 7);
  settle (f);
  r = node_in_widget (f, 7);
  g_assert_true (qg_rect_intersects (&window, &r));
  qg_canvas_zoom_at (canvas, 0.05, 400, 300, 0);
  qg_explorer_select_entity (f->explorer, 0);
  settle (f);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), >=, QG_CANVAS_READABLE_ZOOM);
  r = node_in_widget (f, 0);
  g_assert_true (qg_rect_intersects (&window, &r));
}

/* All that is related to what is selected; where that lies too far apart to be read, what is selected. */
static void
test_zoom_to_selection (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgRect area, r;

  qg_explorer_select_entity (f->explorer, 4);
  settle (f);
  g_assert_true (qg_canvas_get_lit_area (canvas, &area));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 100, 100);
  while (gtk_widget_get_width (f->canvas) > 100)
    g_main_context_iteration (NULL, TRUE);
  settle (f);
  qg_canvas_zoom_to (canvas, &area);
  settle (f);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), <, QG_CANVAS_READABLE_ZOOM);
  qg_canvas_zoom_to_selection (canvas);
  settle (f);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), >=, QG_CANVAS_READABLE_ZOOM);
  r = node_in_widget (f, 4);
  g_assert_cmpfloat_with_epsilon (qg_rect_center (&r).x, gtk_widget_get_width (f->canvas) / 2.0, 1);
}

/* What stays after a restart: the place and the zoom of the state, not the fit. */
static void
test_restored_view (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  g_autoptr (GVariant) state = NULL;
  g_autoptr (QgMap) map = qg_map_ref (qg_explorer_get_map (f->explorer));
  QgCamera before;

  qg_canvas_zoom_at (canvas, 2.5, 380, 290, 0);
  settle (f);
  before = canvas->view;
  state = qg_explorer_dup_state (f->explorer);
  qg_canvas_zoom_fit (canvas);
  settle (f);
  qg_explorer_set_map (f->explorer, map);
  g_assert_true (qg_explorer_restore_state (f->explorer, state));
  settle (f);
  g_assert_cmpfloat_with_epsilon (canvas->view.zoom, before.zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (canvas->view.x, before.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (canvas->view.y, before.y, 1e-6);
}

/* There is a child for what is stood on and for each of its relations. */
static void
test_items (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  g_autoptr (GArray) relations = NULL;

  qg_explorer_select_entity (f->explorer, 4);
  settle (f);
  g_assert_cmpuint (qg_canvas_get_standing (canvas), ==, 4);
  relations = qg_canvas_get_relations_at (canvas, 4);
  g_assert_cmpuint (relations->len, ==, 3); /* e4 → e5, e3 → e4, e0 → e4 */
  g_assert_cmpuint (canvas->items->len, ==, 1 + 3 + 3);
  g_assert_true (qg_canvas_grab_item (canvas));
  g_assert_nonnull (gtk_widget_get_focus_child (f->canvas));
  qg_explorer_set_entity_hidden (f->explorer, 5, TRUE);
  settle (f);
  g_assert_cmpuint (canvas->items->len, ==, 1 + 2 + 2);
}

/* The keyboard does not stay where nothing is seen any more: it goes on from the name next to that place. */
static void
test_steps_off (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgPart *part = qg_scene_get_part (qg_canvas_get_scene (canvas));
  guint best = QG_NONE;
  double best_far = G_MAXDOUBLE;
  QgRect hidden = node_in_widget (f, 4);

  qg_canvas_set_cursor (canvas, 4, QG_NONE);
  for (guint i = 0; i < qg_part_get_entities (part).n; i++)
    {
      QgRect r = node_in_widget (f, i);
      double far = hypot (qg_rect_center (&r).x - qg_rect_center (&hidden).x,
                          qg_rect_center (&r).y - qg_rect_center (&hidden).y);

      if (i != 4 && far < best_far)
        {
          best = i;
          best_far = far;
        }
    }
  qg_explorer_set_entity_hidden (f->explorer, 4, TRUE);
  settle (f);
  g_assert_cmpuint (canvas->cursor_entity, ==, best);
  g_assert_cmpuint (qg_canvas_get_standing (canvas), ==, best);
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
test_comes_in (Fixture *f, gconstpointer data)
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
  g_assert_true (gtk_widget_grab_focus (f->canvas));
  g_assert_nonnull (gtk_widget_get_focus_child (f->canvas));
  g_assert_cmpuint (qg_canvas_item_get_what (QG_CANVAS_ITEM (gtk_widget_get_focus_child (f->canvas))).number,
                    ==, entity);
  settle (f);
}

/* Touch. Xvfb has no touch screen, so gestures say what they say when GTK has recognized them. */

static gpointer
get_controller (Fixture *f, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (f->canvas);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the widget's */
    }
  g_assert_not_reached ();
}

static void
assert_under (Fixture *f, double x, double y, QgPoint expected)
{
  QgPoint at = qg_canvas_to_scene (QG_CANVAS (f->canvas), x, y);

  g_assert_cmpfloat_with_epsilon (at.x, expected.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, expected.y, 1e-6);
}

/* What was between the fingers stays between them, however they move and spread. */
static void
test_pinch (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  double zoom;
  QgPoint held;

  qg_canvas_zoom_at (canvas, 1, 400, 300, 0);
  zoom = qg_canvas_get_zoom (canvas);
  held = qg_canvas_to_scene (canvas, 300, 250);
  qg_canvas_pinch_begin (canvas, 300, 250);
  qg_canvas_pinch_to (canvas, 1.5, 300, 250);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 1.5 * zoom, 1e-9);
  assert_under (f, 300, 250, held);
  qg_canvas_pinch_to (canvas, 1.5, 340, 270);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 1.5 * zoom, 1e-9);
  assert_under (f, 340, 270, held);
  qg_canvas_pinch_to (canvas, 0.8, 320, 260);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 0.8 * zoom, 1e-9);
  assert_under (f, 320, 260, held);
  /* As far as it goes, and back. */
  qg_canvas_pinch_to (canvas, 1000, 320, 260);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), QG_CANVAS_MAX_ZOOM, 1e-9);
  qg_canvas_pinch_to (canvas, 1, 320, 260);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), zoom, 1e-9);
  settle (f);
}

/* One finger carries the picture along, but not before it has moved as far as a hand trembles. */
static void
test_drag (Fixture *f, gconstpointer data)
{
  gpointer drag = get_controller (f, GTK_TYPE_GESTURE_DRAG);
  QgPoint held;

  qg_canvas_zoom_at (QG_CANVAS (f->canvas), 1, 400, 300, 0);
  held = qg_canvas_to_scene (QG_CANVAS (f->canvas), 300, 250);
  g_signal_emit_by_name (drag, "drag-begin", 300.0, 250.0);
  g_signal_emit_by_name (drag, "drag-update", 2.0, 1.0);
  assert_under (f, 300, 250, held);
  g_signal_emit_by_name (drag, "drag-update", 50.0, -30.0);
  assert_under (f, 350, 220, held);
  g_signal_emit_by_name (drag, "drag-update", -40.0, 20.0);
  assert_under (f, 260, 270, held);
  g_signal_emit_by_name (drag, "drag-end", -40.0, 20.0);
  settle (f);
}

typedef struct
{
  guint n, kind, number;
} Asked;

static void
menu_cb (QgCanvas *canvas, guint kind, guint number, double x, double y, Asked *asked)
{
  *asked = (Asked){ asked->n + 1, kind, number };
}

/* A finger that rests asks for the menu of what is below it; a fingertip is wider than a pointer. */
static void
test_long_press (Fixture *f, gconstpointer data)
{
  gpointer press = get_controller (f, GTK_TYPE_GESTURE_LONG_PRESS);
  QgRect r = node_in_widget (f, 2);
  Asked asked = { 0 };

  g_assert_true (gtk_gesture_single_get_touch_only (press));
  g_signal_connect (f->canvas, "context-menu", G_CALLBACK (menu_cb), &asked);
  g_signal_emit_by_name (press, "pressed", r.x + r.width / 2, r.y + r.height / 2);
  g_assert_cmpuint (asked.n, ==, 1);
  g_assert_cmpuint (asked.kind, ==, QG_SELECTION_ENTITY);
  g_assert_cmpuint (asked.number, ==, 2);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 2);
  r = node_in_widget (f, 5);
  g_signal_emit_by_name (press, "pressed", r.x + r.width / 2, r.y - 9);
  g_assert_cmpuint (asked.n, ==, 2);
  g_assert_cmpuint (asked.kind, ==, QG_SELECTION_ENTITY);
  g_assert_cmpuint (asked.number, ==, 5);
  /* Nothing below it: the menu of the picture. */
  g_signal_emit_by_name (press, "pressed", 1.0, 1.0);
  g_assert_cmpuint (asked.n, ==, 3);
  g_assert_cmpuint (asked.kind, ==, QG_SELECTION_NOTHING);
  settle (f);
}

static gboolean
press (Fixture *f, guint keyval)
{
  gboolean used = FALSE;

  g_signal_emit_by_name (get_controller (f, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0, 0,
                         &used);
  return used;
}

/* Until the new picture is there the old one is seen: keys and clicks on it do not lead away from what was
 * asked for last, and no name of it gets the keyboard. */
static void
test_overtaken (Fixture *f, gconstpointer data)
{
  const guint keys[] = { GDK_KEY_Right, GDK_KEY_Return, GDK_KEY_space, GDK_KEY_Menu };
  gpointer finger = get_controller (f, GTK_TYPE_GESTURE_LONG_PRESS);
  QgRect away = node_in_widget (f, 6), stays = node_in_widget (f, 4);
  Asked asked = { 0 };
  QgPart *part;

  g_signal_connect (f->canvas, "context-menu", G_CALLBACK (menu_cb), &asked);
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
  settle (f);
  g_assert_true (qg_explorer_get_part (f->explorer) == part);
  g_assert_true (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (f->window))) == f->canvas);
  g_assert_cmpuint (qg_canvas_get_standing (QG_CANVAS (f->canvas)), ==, 4);
  /* Now the keys are for it. */
  g_assert_true (press (f, GDK_KEY_Return));
  g_assert_true (qg_explorer_get_part (f->explorer) != part);
  settle (f);
}

static void
test_name (Fixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_property (f->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "all 0 қз, map, 8 names");
  qg_explorer_set_language (f->explorer, QG_LANG_RU);
  qg_explorer_show_view (f->explorer, 1);
  gtk_test_accessible_assert_property (f->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "left 0 ру, map, 4 names");
  settle (f);
}

/* Where the keyboard stood on a name whose group is one node now, it stands on that. */
static void
test_stands_on_group (Fixture *f, gconstpointer data)
{
  QgMap *map;

  qg_canvas_set_cursor (QG_CANVAS (f->canvas), 7, QG_NONE);
  qg_explorer_set_group_collapsed (f->explorer, 1, TRUE);
  settle (f);
  map = qg_explorer_get_map (f->explorer);
  g_assert_true (qg_map_is_group (map, qg_canvas_get_standing (QG_CANVAS (f->canvas))));
  g_assert_cmpuint (qg_map_get_entity (map, qg_canvas_get_standing (QG_CANVAS (f->canvas)))->kind, ==, 1);
}

static void
resize (Fixture *f, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  while (gtk_widget_get_width (f->canvas) != width || gtk_widget_get_height (f->canvas) != height)
    g_main_context_iteration (NULL, TRUE);
  settle (f);
}

static gboolean
is_in_sight (Fixture *f, guint entity)
{
  QgRect r = node_in_widget (f, entity);
  const QgRect window = { 0, 0, gtk_widget_get_width (f->canvas), gtk_widget_get_height (f->canvas) };

  return qg_rect_contains (&window, r.x, r.y) && qg_rect_contains (&window, r.x + r.width, r.y + r.height);
}

/* A small window begins where names can be read, at what is selected; all of it is shown when that is asked
 * for, and stays; and where nobody has moved, when the window grows. */
static void
test_small (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);

  resize (f, 200, 150);
  g_assert_true (qg_canvas_get_fitting (canvas));
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), <, 0.45);
  qg_explorer_select_entity (f->explorer, 6);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_NEATO);
  settle (f);
  g_assert_false (qg_canvas_get_fitting (canvas));
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), >, 0.5);
  g_assert_true (is_in_sight (f, 6));
  g_assert_cmpfloat (qg_explorer_get_viewport (f->explorer).zoom, ==, 0);
  resize (f, 800, 600);
  test_fit (f, data);
  resize (f, 200, 150);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_DOT);
  settle (f);
  g_assert_false (qg_canvas_get_fitting (canvas));
  qg_canvas_zoom_fit (canvas);
  settle (f);
  test_fit (f, data);
  qg_canvas_set_zoom (canvas, 1);
  settle (f);
  resize (f, 800, 600);
  g_assert_false (qg_canvas_get_fitting (canvas));
}

/* Who comes back from a neighbourhood finds the picture where it was left, with what is selected in sight;
 * and whole where nothing is selected, or it was whole. */
static void
test_left (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgRect before, after;

  qg_explorer_select_entity (f->explorer, 5);
  settle (f);
  before = node_in_widget (f, 5);
  qg_canvas_zoom_at (canvas, 3, before.x + before.width / 2, before.y + before.height / 2, 0);
  settle (f);
  before = node_in_widget (f, 5);
  g_assert_true (is_in_sight (f, 5));
  qg_explorer_show_focus (f->explorer, 5, 1, QG_FOLLOW_BOTH);
  settle (f);
  g_assert_true (qg_canvas_get_fitting (canvas));
  g_assert_true (qg_explorer_step_out (f->explorer));
  settle (f);
  g_assert_false (qg_canvas_get_fitting (canvas));
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 3, 1e-6);
  after = node_in_widget (f, 5);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1);
  g_assert_true (is_in_sight (f, 5));
  /* What was gone on to is in sight. */
  qg_explorer_show_focus (f->explorer, 5, 1, QG_FOLLOW_BOTH);
  settle (f);
  qg_explorer_select_entity (f->explorer, 6);
  g_assert_true (qg_explorer_step_out (f->explorer));
  settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 3, 1e-6);
  g_assert_true (is_in_sight (f, 6));
  qg_explorer_select_nothing (f->explorer);
  qg_explorer_show_view (f->explorer, 1);
  settle (f);
  qg_explorer_show_view (f->explorer, 0);
  settle (f);
  test_fit (f, data);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/canvas/fit", test_fit);
  ADD ("/canvas/covered", test_covered);
  ADD ("/canvas/hit", test_hit);
  ADD ("/canvas/zoom", test_zoom);
  ADD ("/canvas/language", test_language);
  ADD ("/canvas/reveal", test_reveal);
  ADD ("/canvas/zoom-to-selection", test_zoom_to_selection);
  ADD ("/canvas/restored-view", test_restored_view);
  ADD ("/canvas/items", test_items);
  ADD ("/canvas/steps-off", test_steps_off);
  ADD ("/canvas/comes-in", test_comes_in);
  ADD ("/canvas/overtaken", test_overtaken);
  ADD ("/canvas/name", test_name);
  ADD ("/canvas/stands-on-group", test_stands_on_group);
  ADD ("/canvas/small", test_small);
  ADD ("/canvas/left", test_left);
  ADD ("/canvas/touch/pinch", test_pinch);
  ADD ("/canvas/touch/drag", test_drag);
  ADD ("/canvas/touch/long-press", test_long_press);
  return g_test_run ();
}
