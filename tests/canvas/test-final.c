/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A map whose places are made up at first, and what becomes of the view when the real ones come. The engine
 * answers when it is let go. */

#include <glib/gstdio.h>

#include "qg-canvas-private.h"
#include "qg-map-builder.h"
#include "qg-paths.h"
#include "sample-map.h"

#define LARGE_N 160u

typedef struct
{
  GtkWidget *window, *canvas;
  QgExplorer *explorer;
  char *dir, *helper, *go;
} Fixture;

static QgMap *
new_large_map (void)
{
  const QgLang langs[] = { QG_LANG_EN };
  const char *const words[] = { "large" };
  g_autoptr (QgText) text = qg_text_new (langs, words, 1);
  QgMapBuilder *builder = qg_map_builder_new ("large", text, langs, 1);
  const QgKind kind = { .id = "k", .name = text, .hue = QG_HUE_BLUE };
  const QgVerb verb = { .id = "v", .label = text, .inverse = text };
  guint entities[LARGE_N];
  QgView view = { .id = "all", .title = text, .entities = { LARGE_N, entities } };

  qg_map_builder_add_kind (builder, &kind);
  qg_map_builder_add_verb (builder, &verb);
  for (guint i = 0; i < LARGE_N; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      const QgEntity entity = { .id = id, .name = text, .label = text, .importance = 2 };

      entities[i] = i;
      qg_map_builder_add_entity (builder, &entity);
    }
  for (guint i = 1; i < LARGE_N; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      const QgRelation relation = { .id = id, .from = (i - 1) / 3, .to = i, .statement = QG_STATEMENT_FACT };

      qg_map_builder_add_relation (builder, &relation);
    }
  qg_layout_options_init (&view.layout);
  view.layout.engine = QG_ENGINE_CIRCO;
  qg_map_builder_add_view (builder, &view);
  return qg_map_builder_end (builder);
}

static gboolean
is_shown (Fixture *f, gboolean provisional)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgScene *scene = qg_canvas_get_scene (canvas);

  return scene != NULL && qg_scene_get_layout (scene)->provisional == provisional && canvas->next == NULL &&
         canvas->tick == 0;
}

static void
wait_until_shown (Fixture *f, gboolean provisional)
{
  while (!is_shown (f, provisional))
    g_main_context_iteration (NULL, TRUE);
}

static void
let_go (Fixture *f)
{
  g_assert_true (g_file_set_contents (f->go, "", 0, NULL));
  wait_until_shown (f, FALSE);
  sample_wait (f->explorer);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *script = NULL;
  g_autoptr (QgLayouter) layouter = NULL;
  g_autoptr (QgMap) map = new_large_map ();

  f->dir = g_dir_make_tmp ("qogam-canvas-XXXXXX", NULL);
  f->go = g_build_filename (f->dir, "go", NULL);
  f->helper = g_build_filename (f->dir, "helper", NULL);
  script = g_strdup_printf ("#!/bin/sh\nwhile [ ! -e '%s' ]; do sleep 0.02; done\nexec '%s'\n", f->go,
                            qg_paths_get_helper ());
  g_assert_true (
      g_file_set_contents_full (f->helper, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, NULL));
  layouter = qg_layouter_new (f->helper, NULL);
  f->explorer = qg_explorer_new (layouter);
  f->canvas = qg_canvas_new ();
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (f->window), f->canvas);
  qg_canvas_set_explorer (QG_CANVAS (f->canvas), f->explorer);
  qg_explorer_set_map (f->explorer, map);
  gtk_window_present (GTK_WINDOW (f->window));
  wait_until_shown (f, TRUE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->explorer);
  g_unlink (f->go);
  g_unlink (f->helper);
  g_rmdir (f->dir);
  g_free (f->go);
  g_free (f->helper);
  g_free (f->dir);
}

/* The real places take the place of those that were made up: seen whole where nobody has moved. */
static void
test_fits (Fixture *f, gconstpointer data)
{
  g_assert_true (qg_canvas_get_fitting (QG_CANVAS (f->canvas)));
  let_go (f);
  g_assert_true (qg_canvas_get_fitting (QG_CANVAS (f->canvas)));
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
assert_stays (Fixture *f, guint entity, QgRect before)
{
  const QgRect after = node_in_widget (f, entity);

  g_assert_false (qg_canvas_get_fitting (QG_CANVAS (f->canvas)));
  g_assert_cmpfloat_with_epsilon (qg_rect_center (&before).x, qg_rect_center (&after).x, 0.5);
  g_assert_cmpfloat_with_epsilon (qg_rect_center (&before).y, qg_rect_center (&after).y, 0.5);
}

/* What was zoomed to stays where it is on the screen; which is told. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgRect before = node_in_widget (f, 77);

  qg_canvas_zoom_at (canvas, 1.3, before.x + before.width / 2, before.y + before.height / 2, 0);
  before = node_in_widget (f, 77);
  qg_canvas_pan (canvas, before.x + before.width / 2 - 400, before.y + before.height / 2 - 300);
  before = node_in_widget (f, 77);
  let_go (f);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 1.3, 1e-9);
  assert_stays (f, 77, before);
  g_assert_cmpfloat_with_epsilon (qg_explorer_get_viewport (f->explorer).zoom, 1.3, 1e-9);
}

/* What is selected, where it is seen; else what is in the middle. */
static void
test_selected (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgRect before;

  qg_explorer_select_entity (f->explorer, 12);
  while (canvas->tick != 0)
    g_main_context_iteration (NULL, TRUE);
  before = node_in_widget (f, 12);
  qg_canvas_pan (canvas, (before.x - 300) / 2, (before.y - 300) / 2);
  before = node_in_widget (f, 12);
  let_go (f);
  assert_stays (f, 12, before);
}

/* Whoever goes on moving while the real picture is drawn aside is not thrown back. */
static void
test_while_moving (Fixture *f, gconstpointer data)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  const QgRect whole = qg_canvas_get_whole (canvas);
  QgRect before;

  qg_explorer_select_entity (f->explorer, 12);
  qg_canvas_zoom_to (canvas, &whole);
  qg_canvas_zoom_fit (canvas);
  while (canvas->tick != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_set_contents (f->go, "", 0, NULL));
  while (canvas->next == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (qg_scene_get_layout (qg_canvas_get_scene (canvas))->provisional);
  before = node_in_widget (f, 12);
  qg_canvas_zoom_at (canvas, 1.1, before.x, before.y, 0);
  qg_canvas_pan (canvas, 10, 20);
  before = node_in_widget (f, 12);
  wait_until_shown (f, FALSE);
  g_assert_cmpfloat_with_epsilon (qg_canvas_get_zoom (canvas), 1.1, 1e-9);
  assert_stays (f, 12, before);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/canvas/final/fits", test_fits);
  ADD ("/canvas/final/follows", test_follows);
  ADD ("/canvas/final/selected", test_selected);
  ADD ("/canvas/final/while-moving", test_while_moving);
  return g_test_run ();
}
