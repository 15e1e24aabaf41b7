/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The widget in a real window. */

#include "canvas-fixture.h"
#include "qg-canvas-item.h"
#include "sample-map.h"

static void
test_fit (CanvasFixture *f, gconstpointer data)
{
  const QgRect window = { 0, 0, gtk_widget_get_width (f->canvas), gtk_widget_get_height (f->canvas) };

  g_assert_true (qg_canvas_get_fitting (QG_CANVAS (f->canvas)));
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      QgRect r = canvas_fixture_node (f, i);

      g_assert_true (qg_rect_contains (&window, r.x, r.y));
      g_assert_true (qg_rect_contains (&window, r.x + r.width, r.y + r.height));
    }
}

/* Nothing is under what lies over the edges. */
static void
test_covered (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);

  qg_canvas_set_covered (canvas, 60, 80);
  qg_canvas_zoom_fit (canvas);
  canvas_fixture_settle (f);
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      QgRect r = canvas_fixture_node (f, i);

      g_assert_cmpfloat (r.y, >, 60);
      g_assert_cmpfloat (r.y + r.height, <, gtk_widget_get_height (f->canvas) - 80);
    }
}

/* A drawn node answers a click. */
static void
test_hit (CanvasFixture *f, gconstpointer data)
{
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      QgRect r = canvas_fixture_node (f, i);
      QgSelection what =
          qg_canvas_selection_at (QG_CANVAS (f->canvas), r.x + r.width / 2, r.y + r.height / 2);

      g_assert_cmpint (what.kind, ==, QG_SELECTION_ENTITY);
      g_assert_cmpuint (what.number, ==, i);
    }
  qg_explorer_set_entity_hidden (f->explorer, 3, TRUE);
  canvas_fixture_settle (f);
  {
    QgRect r = canvas_fixture_node (f, 3);

    g_assert_cmpint (
        qg_canvas_selection_at (QG_CANVAS (f->canvas), r.x + r.width / 2, r.y + r.height / 2).kind, !=,
        QG_SELECTION_ENTITY);
  }
}

/* The point under the pointer stays there while zooming; steps and fit lead back. */
static void
test_zoom (CanvasFixture *f, gconstpointer data)
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
  canvas_fixture_settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 2.5, 1e-9);
  qg_canvas_set_zoom (canvas, 100);
  canvas_fixture_settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), QG_CANVAS_MAX_ZOOM, 1e-9);
  qg_canvas_zoom_fit (canvas);
  canvas_fixture_settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), fit, 1e-9);
  g_assert_true (qg_canvas_get_fitting (canvas));
}

/* Another language is swapped in whole and moves nothing. */
static void
test_language (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgCamera before = canvas->view;

  qg_explorer_set_language (f->explorer, QG_LANG_RU);
  sample_wait (f->explorer);
  g_assert_true (qg_scene_get_lang (qg_explorer_get_scene (f->explorer)) == QG_LANG_RU);
  canvas_fixture_settle (f);
  g_assert_true (qg_scene_get_lang (qg_canvas_get_scene (canvas)) == QG_LANG_RU);
  g_assert_cmpmem (&before, sizeof before, &canvas->view, sizeof canvas->view);
}

/* What is selected elsewhere comes into sight, large enough to be read. */
static void
test_reveal (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgRect window = { 0, 0, gtk_widget_get_width (f->canvas), gtk_widget_get_height (f->canvas) };
  QgRect r;

  qg_canvas_zoom_at (canvas, 4, 0, 0, 0);
  qg_explorer_select_entity (f->explorer, 7);
  canvas_fixture_settle (f);
  r = canvas_fixture_node (f, 7);
  g_assert_true (qg_rect_intersects (&window, &r));
  qg_canvas_zoom_at (canvas, 0.05, 400, 300, 0);
  qg_explorer_select_entity (f->explorer, 0);
  canvas_fixture_settle (f);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), >=, QG_CANVAS_READABLE_ZOOM);
  r = canvas_fixture_node (f, 0);
  g_assert_true (qg_rect_intersects (&window, &r));
}

/* All that is related to what is selected; where that lies too far apart to be read, what is selected. */
static void
test_zoom_to_selection (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgRect area, r;

  qg_explorer_select_entity (f->explorer, 4);
  canvas_fixture_settle (f);
  g_assert_true (qg_canvas_get_lit_area (canvas, &area));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 100, 100);
  while (gtk_widget_get_width (f->canvas) > 100)
    g_main_context_iteration (NULL, TRUE);
  canvas_fixture_settle (f);
  qg_canvas_zoom_to (canvas, &area);
  canvas_fixture_settle (f);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), <, QG_CANVAS_READABLE_ZOOM);
  qg_canvas_zoom_to_selection (canvas);
  canvas_fixture_settle (f);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), >=, QG_CANVAS_READABLE_ZOOM);
  r = canvas_fixture_node (f, 4);
  g_assert_cmpfloat_with_epsilon (qg_rect_center (&r).x, gtk_widget_get_width (f->canvas) / 2.0, 1);
}

/* What stays after a restart: the place and the zoom of the state, not the fit. */
static void
test_restored_view (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  g_autoptr (GVariant) state = NULL;
  g_autoptr (QgMap) map = qg_map_ref (qg_explorer_get_map (f->explorer));
  QgCamera before;

  qg_canvas_zoom_at (canvas, 2.5, 380, 290, 0);
  canvas_fixture_settle (f);
  before = canvas->view;
  state = qg_explorer_dup_state (f->explorer);
  qg_canvas_zoom_fit (canvas);
  canvas_fixture_settle (f);
  qg_explorer_set_map (f->explorer, map);
  g_assert_true (qg_explorer_restore_state (f->explorer, state));
  canvas_fixture_settle (f);
  g_assert_cmpfloat_with_epsilon (canvas->view.zoom, before.zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (canvas->view.x, before.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (canvas->view.y, before.y, 1e-6);
}

/* There is a child for what is stood on and for each of its relations. */
static void
assert_under (CanvasFixture *f, double x, double y, QgPoint expected)
{
  QgPoint at = qg_canvas_to_scene (QG_CANVAS (f->canvas), x, y);

  g_assert_cmpfloat_with_epsilon (at.x, expected.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, expected.y, 1e-6);
}

/* What was between the fingers stays between them, however they move and spread. */
static void
test_pinch (CanvasFixture *f, gconstpointer data)
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
  canvas_fixture_settle (f);
}

/* One finger carries the picture along, but not before it has moved as far as a hand trembles. */
static void
test_drag (CanvasFixture *f, gconstpointer data)
{
  gpointer drag = canvas_fixture_get_controller (f, GTK_TYPE_GESTURE_DRAG);
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
  canvas_fixture_settle (f);
}

/* A finger that rests asks for the menu of what is below it; a fingertip is wider than a pointer. */
static void
test_long_press (CanvasFixture *f, gconstpointer data)
{
  gpointer press = canvas_fixture_get_controller (f, GTK_TYPE_GESTURE_LONG_PRESS);
  QgRect r = canvas_fixture_node (f, 2);
  CanvasAsked asked = { 0 };

  g_assert_true (gtk_gesture_single_get_touch_only (press));
  g_signal_connect (f->canvas, "context-menu", G_CALLBACK (canvas_fixture_asked_cb), &asked);
  g_signal_emit_by_name (press, "pressed", r.x + r.width / 2, r.y + r.height / 2);
  g_assert_cmpuint (asked.n, ==, 1);
  g_assert_cmpuint (asked.kind, ==, QG_SELECTION_ENTITY);
  g_assert_cmpuint (asked.number, ==, 2);
  g_assert_cmpuint (qg_explorer_get_selection (f->explorer).number, ==, 2);
  r = canvas_fixture_node (f, 5);
  g_signal_emit_by_name (press, "pressed", r.x + r.width / 2, r.y - 9);
  g_assert_cmpuint (asked.n, ==, 2);
  g_assert_cmpuint (asked.kind, ==, QG_SELECTION_ENTITY);
  g_assert_cmpuint (asked.number, ==, 5);
  /* Nothing below it: the menu of the picture. */
  g_signal_emit_by_name (press, "pressed", 1.0, 1.0);
  g_assert_cmpuint (asked.n, ==, 3);
  g_assert_cmpuint (asked.kind, ==, QG_SELECTION_NOTHING);
  canvas_fixture_settle (f);
}

static void
resize (CanvasFixture *f, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  while (gtk_widget_get_width (f->canvas) != width || gtk_widget_get_height (f->canvas) != height)
    g_main_context_iteration (NULL, TRUE);
  canvas_fixture_settle (f);
}

static gboolean
is_in_sight (CanvasFixture *f, guint entity)
{
  QgRect r = canvas_fixture_node (f, entity);
  const QgRect window = { 0, 0, gtk_widget_get_width (f->canvas), gtk_widget_get_height (f->canvas) };

  return qg_rect_contains (&window, r.x, r.y) && qg_rect_contains (&window, r.x + r.width, r.y + r.height);
}

static GtkWidget *
add_over (GtkWidget *overlay, GtkAlign across, GtkAlign down, int width, int height)
{
  GtkWidget *over = gtk_button_new ();

  gtk_widget_set_size_request (over, width, height);
  gtk_widget_set_halign (over, across);
  gtk_widget_set_valign (over, down);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), over);
  return over;
}

/* Puts the canvas under a line at the upper edge and a map in the lower corner, as in the window. */
static GtkWidget *
put_under (CanvasFixture *f, GtkWidget **corner)
{
  GtkWidget *overlay = gtk_overlay_new (), *top;

  g_object_ref (f->canvas);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), f->canvas);
  g_object_unref (f->canvas);
  gtk_window_set_child (GTK_WINDOW (f->window), overlay);
  top = add_over (overlay, GTK_ALIGN_CENTER, GTK_ALIGN_START, 500, 90);
  *corner = add_over (overlay, GTK_ALIGN_END, GTK_ALIGN_END, 200, 180);
  while (!gtk_widget_get_mapped (*corner))
    g_main_context_iteration (NULL, TRUE);
  canvas_fixture_settle (f);
  return top;
}

/* So that the middle of @entity is at @x, @y of the widget. */
static void
put_at (CanvasFixture *f, guint entity, double x, double y)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgScene *scene = qg_canvas_get_scene (canvas);
  QgRect rect = qg_scene_get_node_rect (scene, qg_part_index_of_entity (qg_scene_get_part (scene), entity));
  double scale = qg_canvas_get_pixels_per_point (canvas, 1);

  qg_canvas_set_viewport (canvas, rect.x + rect.width / 2 - x / scale, rect.y + rect.height / 2 - y / scale,
                          1);
  canvas_fixture_settle (f);
}

static gboolean
is_under (CanvasFixture *f, GtkWidget *over, guint entity)
{
  const QgRect r = canvas_fixture_node (f, entity);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (over, f->canvas, &bounds));
  return qg_rect_intersects (
      &r, &(QgRect){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
}

/* A name that was looked for is not left under what lies over the canvas, nor at the very edge. */
static void
test_over (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  GtkWidget *corner, *top = put_under (f, &corner);
  QgRect r;

  for (guint i = 0; i < SAMPLE_N; i++)
    g_assert_false (is_under (f, top, i));
  put_at (f, 5, 400, 50);
  g_assert_true (is_under (f, top, 5));
  qg_explorer_select_entity (f->explorer, 5);
  canvas_fixture_settle (f);
  g_assert_false (is_under (f, top, 5));
  put_at (f, 6, 700, 520);
  g_assert_true (is_under (f, corner, 6));
  qg_explorer_select_entity (f->explorer, 6);
  canvas_fixture_settle (f);
  g_assert_false (is_under (f, corner, 6));
  put_at (f, 0, 300, 650);
  qg_explorer_select_entity (f->explorer, 0);
  canvas_fixture_settle (f);
  r = canvas_fixture_node (f, 0);
  g_assert_cmpfloat (r.y, >, 100);
  g_assert_cmpfloat (r.y + r.height, <, 500);
  /* Where it is seen it stays. */
  put_at (f, 0, 100, 300);
  qg_explorer_select_entity (f->explorer, 0);
  canvas_fixture_settle (f);
  r = canvas_fixture_node (f, 0);
  g_assert_cmpfloat_with_epsilon (r.x + r.width / 2, 100, 1);
  /* What has gone hides nothing. */
  qg_canvas_zoom_fit (canvas);
  canvas_fixture_settle (f);
  r = canvas_fixture_node (f, 0);
  gtk_widget_set_visible (top, FALSE);
  qg_canvas_cover_changed (canvas);
  canvas_fixture_settle (f);
  g_assert_cmpfloat (canvas_fixture_node (f, 0).y, <, r.y);
}

/* What comes or goes while the next picture is drawn aside: it comes all the same, in the place that is left.
 */
static void
test_over_next (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  GtkWidget *corner, *top = put_under (f, &corner);

  for (guint i = 0; i < 4; i++)
    {
      QgCamera fitted;

      qg_canvas_zoom_fit (canvas);
      canvas_fixture_settle (f);
      qg_explorer_set_engine (f->explorer, i % 2 == 0 ? QG_ENGINE_NEATO : QG_ENGINE_DOT);
      while (canvas->next == NULL)
        g_main_context_iteration (NULL, TRUE);
      gtk_widget_set_visible (top, i % 2 != 0);
      qg_canvas_cover_changed (canvas);
      canvas_fixture_settle (f);
      fitted = qg_canvas_fit_view (canvas, qg_canvas_get_scene (canvas));
      g_assert_cmpfloat_with_epsilon (canvas->view.y, fitted.y, 1e-6);
    }
  /* For what passes no room is made. */
  gtk_widget_set_visible (top, TRUE);
  g_assert_cmpfloat (qg_canvas_get_over_top (canvas), >, 0);
  gtk_widget_add_css_class (top, QG_CANVAS_PASSING);
  g_assert_cmpfloat (qg_canvas_get_over_top (canvas), ==, 0);
}

/* A panel that opens beside the canvas does not push out of it what is selected. */
static void
test_smaller (CanvasFixture *f, gconstpointer data)
{
  qg_explorer_select_entity (f->explorer, 5);
  put_at (f, 5, 700, 500);
  g_assert_true (is_in_sight (f, 5));
  resize (f, 500, 600);
  g_assert_true (is_in_sight (f, 5));
  resize (f, 500, 400);
  g_assert_true (is_in_sight (f, 5));
  /* What one has moved away from is not fetched. */
  put_at (f, 5, -300, 200);
  resize (f, 400, 400);
  g_assert_false (is_in_sight (f, 5));
}

/* A small window begins where names can be read, at what is selected; all of it is shown when that is asked
 * for, and stays; and where nobody has moved, when the window grows. */
static void
test_small (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);

  resize (f, 200, 150);
  g_assert_true (qg_canvas_get_fitting (canvas));
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), <, 0.45);
  qg_explorer_select_entity (f->explorer, 6);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_NEATO);
  canvas_fixture_settle (f);
  g_assert_false (qg_canvas_get_fitting (canvas));
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas), >, 0.5);
  g_assert_true (is_in_sight (f, 6));
  g_assert_cmpfloat (qg_explorer_get_viewport (f->explorer).zoom, ==, 0);
  resize (f, 800, 600);
  test_fit (f, data);
  resize (f, 200, 150);
  qg_explorer_set_engine (f->explorer, QG_ENGINE_DOT);
  canvas_fixture_settle (f);
  g_assert_false (qg_canvas_get_fitting (canvas));
  qg_canvas_zoom_fit (canvas);
  canvas_fixture_settle (f);
  test_fit (f, data);
  qg_canvas_set_zoom (canvas, 1);
  canvas_fixture_settle (f);
  resize (f, 800, 600);
  g_assert_false (qg_canvas_get_fitting (canvas));
}

/* Who comes back from a neighbourhood finds the picture where it was left, with what is selected in sight;
 * and whole where nothing is selected, or it was whole. */
static void
test_left (CanvasFixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgRect before, after;

  qg_explorer_select_entity (f->explorer, 5);
  canvas_fixture_settle (f);
  before = canvas_fixture_node (f, 5);
  qg_canvas_zoom_at (canvas, 3, before.x + before.width / 2, before.y + before.height / 2, 0);
  canvas_fixture_settle (f);
  before = canvas_fixture_node (f, 5);
  g_assert_true (is_in_sight (f, 5));
  qg_explorer_show_focus (f->explorer, 5, 1, QG_FOLLOW_BOTH);
  canvas_fixture_settle (f);
  g_assert_true (qg_canvas_get_fitting (canvas));
  g_assert_true (qg_explorer_step_out (f->explorer));
  canvas_fixture_settle (f);
  g_assert_false (qg_canvas_get_fitting (canvas));
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 3, 1e-6);
  after = canvas_fixture_node (f, 5);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1);
  g_assert_true (is_in_sight (f, 5));
  /* What was gone on to is in sight. */
  qg_explorer_show_focus (f->explorer, 5, 1, QG_FOLLOW_BOTH);
  canvas_fixture_settle (f);
  qg_explorer_select_entity (f->explorer, 6);
  g_assert_true (qg_explorer_step_out (f->explorer));
  canvas_fixture_settle (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 3, 1e-6);
  g_assert_true (is_in_sight (f, 6));
  qg_explorer_select_nothing (f->explorer);
  qg_explorer_show_view (f->explorer, 1);
  canvas_fixture_settle (f);
  qg_explorer_show_view (f->explorer, 0);
  canvas_fixture_settle (f);
  test_fit (f, data);
}

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
  ADD ("/canvas/over", test_over);
  ADD ("/canvas/over-next", test_over_next);
  ADD ("/canvas/smaller", test_smaller);
  ADD ("/canvas/small", test_small);
  ADD ("/canvas/left", test_left);
  ADD ("/canvas/touch/pinch", test_pinch);
  ADD ("/canvas/touch/drag", test_drag);
  ADD ("/canvas/touch/long-press", test_long_press);
  return g_test_run ();
}
