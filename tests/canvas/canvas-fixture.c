/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "canvas-fixture.h"

#include "sample-map.h"

static gboolean
is_settled (CanvasFixture *f)
{
  QgCanvas *canvas = QG_CANVAS (f->canvas);
  QgScene *scene = qg_canvas_get_scene (canvas);

  return scene != NULL && scene == qg_explorer_get_scene (f->explorer) && canvas->next == NULL &&
         canvas->tick == 0 && canvas->transition == NULL && !canvas->moving && canvas->stats.sharp;
}

void
canvas_fixture_settle (CanvasFixture *f)
{
  sample_wait (f->explorer);
  gtk_widget_queue_draw (f->canvas);
  QG_CANVAS (f->canvas)->stats.sharp = FALSE;
  while (!is_settled (f))
    g_main_context_iteration (NULL, TRUE);
}

void
canvas_fixture_set_up (CanvasFixture *f, gconstpointer data)
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
  canvas_fixture_settle (f);
}

void
canvas_fixture_tear_down (CanvasFixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->explorer);
}

QgRect
canvas_fixture_node (CanvasFixture *f, guint entity)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (f->canvas));
  const QgRect rect =
      qg_scene_get_node_rect (scene, qg_part_index_of_entity (qg_scene_get_part (scene), entity));

  return qg_canvas_to_widget (QG_CANVAS (f->canvas), &rect);
}

gpointer
canvas_fixture_get_controller (CanvasFixture *f, GType type)
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

void
canvas_fixture_activate (CanvasFixture *f)
{
  gtk_window_present (GTK_WINDOW (f->window)); /* of a window that is shown: asks for the keyboard */
  while (!gtk_window_is_active (GTK_WINDOW (f->window)))
    g_main_context_iteration (NULL, TRUE);
}

void
canvas_fixture_asked_cb (QgCanvas *canvas, guint kind, guint number, double x, double y, CanvasAsked *asked)
{
  *asked = (CanvasAsked){ asked->n + 1, kind, number };
}
