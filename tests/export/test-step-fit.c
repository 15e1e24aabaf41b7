/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* How much of a step's picture a place has room for: all, what is lit up, or something in between. Layouts
 * are provisional ones: the more boxes, the larger. */

#include "qg-map-builder.h"
#include "qg-measure.h"
#include "qg-step-fit.h"

/* The hub is tied to NEAR others; as many are tied to nothing. */
#define NEAR 16
#define LEAST 9

/* A map of @n entities that are called alike, without relations yet. */
static QgMapBuilder *
new_builder (guint n)
{
  const QgLang langs[] = { QG_LANG_EN };
  g_autoptr (QgText) word = qg_text_new_single (QG_LANG_EN, "Word");
  QgMapBuilder *builder = qg_map_builder_new ("map", word, langs, 1);
  const QgKind kind = { "k", word, NULL, QG_HUE_BLUE, 0, QG_SYMBOL_FLAG, FALSE };
  const QgVerb verb = { "v", word, word };

  qg_map_builder_add_kind (builder, &kind);
  qg_map_builder_add_verb (builder, &verb);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      const QgEntity entity = { .id = id, .name = word, .label = word, .importance = 2 };

      qg_map_builder_add_entity (builder, &entity);
    }
  return builder;
}

static QgMap *
new_map (void)
{
  QgMapBuilder *builder = new_builder (2 * NEAR + 1);

  for (guint i = 1; i <= NEAR; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      const QgRelation relation = { .id = id, .from = 0, .to = i };

      qg_map_builder_add_relation (builder, &relation);
    }
  return qg_map_builder_end (builder);
}

static QgScene *
new_scene (QgPart *part)
{
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  g_autoptr (QgLayout) layout = qg_layout_new_provisional (request);

  return qg_scene_new (part, request, layout, QG_LANG_EN, NULL, NULL);
}

static double
get_text (QgScene *scene, const QgSize *room)
{
  QgRect bounds = qg_scene_get_bounds (scene);

  return qg_scene_get_smallest_text (scene) * fmin (room->width / bounds.width, room->height / bounds.height);
}

/* What is left in a place of @room; @tries (out): how many pictures that took. */
static QgScene *
fit (QgMap *map, const QgStep *step, const QgSize *room, guint *tries)
{
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgStepFit) step_fit = qg_step_fit_new (part, step, room, 1, LEAST);
  QgScene *best = NULL;

  g_assert_cmpfloat (qg_step_fit_get_aspect (step_fit), ==, 0);
  for (*tries = 0; best == NULL; (*tries)++)
    {
      g_autoptr (QgPart) next = qg_step_fit_new_part (step_fit, NULL);
      g_autoptr (QgScene) scene = new_scene (next);

      if (*tries > 0)
        g_assert_cmpfloat (qg_step_fit_get_aspect (step_fit), ==, room->width / room->height);
      best = qg_step_fit_take (step_fit, scene);
    }
  return best;
}

static guint
count (QgScene *scene)
{
  return qg_part_get_entities (qg_scene_get_part (scene)).n;
}

static void
assert_has (QgScene *scene, guint entity)
{
  g_assert_cmpuint (qg_part_index_of_entity (qg_scene_get_part (scene), entity), !=, QG_NONE);
}

static void
test_room (void)
{
  static const guint lit[] = { 0, 3 };
  const QgStep step = { .highlight_entities = { 2, lit } };
  const QgSize large = { 5000, 5000 }, middle = { 160, 90 }, small = { 20, 20 };
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgScene) all = NULL, some = NULL, few = NULL;
  guint tries;

  all = fit (map, &step, &large, &tries);
  g_assert_cmpuint (count (all), ==, 2 * NEAR + 1);
  g_assert_cmpuint (tries, ==, 1);

  some = fit (map, &step, &middle, &tries);
  g_assert_cmpuint (count (some), >, 2);
  g_assert_cmpuint (count (some), <=, NEAR + 1);
  g_assert_cmpfloat (get_text (some, &middle), >=, LEAST - 0.02);
  assert_has (some, 0);
  assert_has (some, 3);
  for (guint i = NEAR + 1; i <= 2 * NEAR; i++)
    g_assert_cmpuint (qg_part_index_of_entity (qg_scene_get_part (some), i), ==, QG_NONE);

  /* What is lit up stays, readable or not. */
  few = fit (map, &step, &small, &tries);
  g_assert_cmpuint (count (few), ==, 2);
  assert_has (few, 0);
  assert_has (few, 3);
  g_assert_cmpfloat (get_text (few, &small), <, LEAST);
}

/* Of two rooms the one that suits the picture counts, and the shape of each is tried before anything is left
 * out. */
static void
test_two_rooms (void)
{
  static const guint lit[] = { 0, 3 };
  const QgStep step = { .highlight_entities = { 2, lit } };
  const QgSize rooms[] = { { 500, 75 }, { 200, 112 } };
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgStepFit) step_fit = qg_step_fit_new (part, &step, rooms, 2, LEAST);
  g_autoptr (QgScene) best = NULL;
  double shapes[] = { 0, rooms[0].width / rooms[0].height, rooms[1].width / rooms[1].height };

  for (guint tries = 0; best == NULL; tries++)
    {
      g_autoptr (QgPart) next = qg_step_fit_new_part (step_fit, NULL);
      g_autoptr (QgScene) scene = new_scene (next);

      g_assert_cmpint (qg_step_fit_is_as_on_screen (step_fit), ==, tries == 0);
      if (tries < G_N_ELEMENTS (shapes))
        g_assert_cmpfloat (qg_step_fit_get_aspect (step_fit), ==, shapes[tries]);
      best = qg_step_fit_take (step_fit, scene);
    }
  g_assert_cmpfloat (fmax (get_text (best, &rooms[0]), get_text (best, &rooms[1])), >=, LEAST - 0.02);
  g_assert_cmpuint (count (best), >, 2);
}

/* A relation that is lit up brings its ends. */
static void
test_relation (void)
{
  static const guint lit[] = { 4 };
  const QgStep step = { .highlight_relations = { 1, lit } };
  const QgSize small = { 20, 20 };
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgScene) few = NULL;
  guint tries;

  few = fit (map, &step, &small, &tries);
  g_assert_cmpuint (count (few), ==, 2);
  assert_has (few, 0);
  assert_has (few, 5);
}

/* A step that lights up nothing is about everything. */
static void
test_nothing (void)
{
  const QgStep step = { 0 };
  const QgSize small = { 20, 20 };
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgScene) all = NULL;
  guint tries;

  all = fit (map, &step, &small, &tries);
  g_assert_cmpuint (count (all), ==, 2 * NEAR + 1);
  g_assert_cmpuint (tries, ==, 2);
}

/* Two hubs, each tied to every other one: the later half of those once more to the first hub. */
#define LARGE 100000u

static QgMap *
new_large_map (void)
{
  QgMapBuilder *builder = new_builder (LARGE);

  for (guint i = 2; i < LARGE; i++)
    for (guint j = 0; j < (i < LARGE / 2 ? 2 : 3); j++)
      {
        g_autofree char *id = g_strdup_printf ("r%u-%u", i, j);
        const QgRelation relation = { .id = id, .from = j == 1 ? i : 0, .to = j == 1 ? 1 : i };

        qg_map_builder_add_relation (builder, &relation);
      }
  return qg_map_builder_end (builder);
}

/* What is tied more goes first, of a part so large that rounds for each of its entities would never end; and
 * who waits for it can cancel it. Pictures of a small part stand for those of the large one. */
static void
test_large (void)
{
  static const guint lit[] = { 0, 1 };
  const QgStep step = { .highlight_entities = { 2, lit } };
  const QgSize room = { 160, 90 };
  g_autoptr (QgMap) map = new_map (), large_map = new_large_map ();
  g_autoptr (QgPart) many = qg_part_new_whole (map), two = qg_part_new_entities (map, lit, 2, NULL);
  g_autoptr (QgPart) large = qg_part_new_whole (large_map), alone = NULL, half = NULL;
  g_autoptr (QgScene) small_words = new_scene (many), large_words = new_scene (two);
  g_autoptr (QgStepFit) step_fit = qg_step_fit_new (large, &step, &room, 1, LEAST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QgNumbers left;

  g_cancellable_cancel (cancellable);
  for (alone = qg_step_fit_new_part (step_fit, cancellable); alone != NULL;
       alone = qg_step_fit_new_part (step_fit, cancellable))
    {
      g_assert_true (alone == large);
      qg_part_unref (alone);
      g_assert_null (qg_step_fit_take (step_fit, small_words));
    }
  alone = qg_step_fit_new_part (step_fit, NULL);
  g_assert_cmpuint (qg_part_get_entities (alone).n, ==, 2);
  g_assert_null (qg_step_fit_take (step_fit, large_words));
  half = qg_step_fit_new_part (step_fit, NULL);
  left = qg_part_get_entities (half);
  g_assert_cmpuint (left.n, ==, (2 + LARGE + 1) / 2);
  g_assert_cmpuint (left.items[1], ==, 1);
  g_assert_cmpuint (left.items[2], ==, LARGE / 2);
  g_assert_cmpuint (left.items[left.n - 1], ==, LARGE - 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/step-fit/room", test_room);
  g_test_add_func ("/export/step-fit/two-rooms", test_two_rooms);
  g_test_add_func ("/export/step-fit/relation", test_relation);
  g_test_add_func ("/export/step-fit/nothing", test_nothing);
  g_test_add_func ("/export/step-fit/large", test_large);
  return g_test_run ();
}
