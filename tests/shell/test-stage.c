/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What an audience sees of every step of the map's tours: all that the step is about, with room around it, in
 * type that is read from the last row, and no word cut by the screen's edge; on wide and on narrow
 * projectors.
 */

#include <adwaita.h>

#include "qg-canvas.h"
#include "qg-framing.h"
#include "qg-map-file.h"
#include "qg-stage.h"

/* Points of the canvas in which what is lit up must be seen with room to spare. */
#define ROOM 4.0
/* The least type of a picture at scale 1, pixels; and the least on a slide of 960 × 540 points: 12, but for
 * the rim that a screen has. */
#define TYPE (11.5 * 4 / 3)
#define LEAST 11.3

static void
wait_for_rest (QgStage *stage)
{
  while (!qg_stage_is_at_rest (stage))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static QgRect
get_lit (QgScene *scene, const QgStep *step)
{
  QgRect lit = { 0, 0, -1, -1 };

  for (guint i = 0; i < step->highlight_entities.n; i++)
    {
      guint node = qg_part_index_of_entity (qg_scene_get_part (scene), step->highlight_entities.items[i]);
      QgRect rect;

      g_assert_cmpuint (node, !=, QG_NONE);
      rect = qg_scene_get_node_rect (scene, node);
      lit = lit.width < 0 ? rect : qg_rect_union (&lit, &rect);
    }
  return lit;
}

static void
assert_step_is_seen (QgStage *stage, const QgStep *step, int width, int height)
{
  QgCanvas *canvas = QG_CANVAS (qg_stage_get_canvas (stage));
  QgScene *scene = qg_canvas_get_scene (canvas);
  QgRect lit = get_lit (scene, step), seen;

  g_assert_true (qg_canvas_get_seen (canvas, &seen));
  if (lit.width >= 0)
    {
      g_assert_cmpfloat (lit.x - seen.x, >=, ROOM);
      g_assert_cmpfloat (lit.y - seen.y, >=, ROOM);
      g_assert_cmpfloat (seen.x + seen.width - lit.x - lit.width, >=, ROOM);
      g_assert_cmpfloat (seen.y + seen.height - lit.y - lit.height, >=, ROOM);
    }
  g_assert_cmpuint (qg_framing_count_cut (scene, &seen), ==, 0);
  g_assert_cmpfloat (qg_canvas_get_zoom (canvas) * TYPE, >=, LEAST * fmin (width / 960.0, height / 540.0));
}

/* Where the speaker looks ahead, the whole picture is there. */
static void
assert_all_is_seen (QgStage *stage)
{
  QgCanvas *canvas = QG_CANVAS (qg_stage_get_canvas (stage));
  QgRect all = qg_scene_get_bounds (qg_canvas_get_scene (canvas)), seen;

  g_assert_true (qg_canvas_get_seen (canvas, &seen));
  g_assert_cmpfloat (all.x, >=, seen.x);
  g_assert_cmpfloat (all.y, >=, seen.y);
  g_assert_cmpfloat (all.x + all.width, <=, seen.x + seen.width);
  g_assert_cmpfloat (all.y + all.height, <=, seen.y + seen.height);
}

static void
watch (const QgMap *map, QgLayouter *layouter, guint tour, int width, int height, gboolean whole)
{
  g_autoptr (QgTalk) talk = qg_talk_new ((QgMap *) map, tour);
  GtkWidget *window = gtk_window_new (), *stage = qg_stage_new (layouter, (QgMap *) map);

  qg_stage_set_whole (QG_STAGE (stage), whole);
  g_object_set (gtk_widget_get_settings (window), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), stage);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (stage) != width || gtk_widget_get_height (stage) != height)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < talk->n; i++)
    {
      const QgStep *step = &qg_map_get_tour (map, tour)->steps[i];

      g_test_message ("%d x %d: %s, step %u", width, height, qg_map_get_tour (map, tour)->id, i + 1);
      qg_stage_show (QG_STAGE (stage), talk, i);
      wait_for_rest (QG_STAGE (stage));
      if (whole)
        assert_all_is_seen (QG_STAGE (stage));
      else
        assert_step_is_seen (QG_STAGE (stage), step, width, height);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_steps (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "maps", "civil-society.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = qg_map_load (file, NULL, NULL, &error);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < qg_map_get_n_tours (map); i++)
    {
      watch (map, layouter, i, 1280, 720, FALSE);
      watch (map, layouter, i, 1024, 768, FALSE);
      watch (map, layouter, i, 340, 420, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/shell/stage/steps", test_steps);
  return g_test_run ();
}
