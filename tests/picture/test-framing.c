/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Frames around each name of a picture: it is in them, and they cut no words. */

#include "qg-framing.h"
#include "sample-map.h"

typedef struct
{
  Sample sample;
  QgScene *scene;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (QgMap) map = sample_map_new ();

  sample_init_fixed (&f->sample, map, 0, FALSE);
  f->scene = sample_new_scene (&f->sample, QG_LANG_RU, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  qg_scene_unref (f->scene);
  sample_clear (&f->sample);
}

static void
test_find (Fixture *f, gconstpointer data)
{
  QgRect bounds = qg_scene_get_bounds (f->scene);
  guint n = qg_part_get_entities (qg_scene_get_part (f->scene)).n, n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      QgFraming framing = { .wanted = qg_scene_get_node_rect (f->scene, i),
                            .aspect = 16.0 / 9,
                            .least = bounds.width * 0.5,
                            .most = bounds.width * 0.9 };
      QgRect frame;

      if (!qg_framing_find (f->scene, &framing, &frame))
        continue;
      n_found++;
      g_assert_cmpuint (qg_framing_count_cut (f->scene, &frame), ==, 0);
      g_assert_cmpfloat (fabs (frame.width / frame.height - framing.aspect), <, 1e-6);
      g_assert_cmpfloat (frame.width, >=, framing.least - 1e-6);
      g_assert_cmpfloat (frame.width, <=, framing.most + 1e-6);
      g_assert_cmpfloat (frame.x, <=, framing.wanted.x);
      g_assert_cmpfloat (frame.y, <=, framing.wanted.y);
      g_assert_cmpfloat (frame.x + frame.width, >=, framing.wanted.x + framing.wanted.width);
      g_assert_cmpfloat (frame.y + frame.height, >=, framing.wanted.y + framing.wanted.height);
    }
  g_assert_cmpuint (n_found, >, n / 4);
}

/* One that goes through a name cuts it; the whole picture with room around it cuts nothing. */
static void
test_count (Fixture *f, gconstpointer data)
{
  QgRect bounds = qg_scene_get_bounds (f->scene), node = qg_scene_get_node_rect (f->scene, 0), frame = node;

  g_assert_cmpuint (qg_framing_count_cut (f->scene, &bounds), ==, 0);
  frame.x += frame.width / 2;
  g_assert_cmpuint (qg_framing_count_cut (f->scene, &frame), >=, 1);
}

/* Too small for what is wanted, or no size at all. */
static void
test_none (Fixture *f, gconstpointer data)
{
  QgRect bounds = qg_scene_get_bounds (f->scene), frame;
  QgFraming small = { .wanted = bounds, .aspect = 1, .least = bounds.width / 4, .most = bounds.width / 2 };
  QgFraming empty = { .wanted = { bounds.x, bounds.y, 1, 1 }, .aspect = 1, .least = 200, .most = 100 };

  g_assert_false (qg_framing_find (f->scene, &small, &frame));
  g_assert_false (qg_framing_find (f->scene, &empty, &frame));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/framing/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("find", test_find);
  ADD ("count", test_count);
  ADD ("none", test_none);
  return g_test_run ();
}
