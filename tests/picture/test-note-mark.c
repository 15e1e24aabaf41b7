/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Numbers of sources at words: they cover no arrowhead, at the word or at an object. */

#include "qg-head.h"
#include "qg-map-builder.h"
#include "qg-measure.h"
#include "qg-note-mark.h"

/* Two subjects that share a word, their object, and two names with a relation of their own. */
static QgMap *
new_map (void)
{
  static const struct
  {
    guint from, to, verb;
  } relations[] = { { 0, 2, 0 }, { 1, 2, 0 }, { 3, 4, 1 } };
  const QgLang lang = QG_LANG_EN;
  g_autoptr (QgText) title = qg_text_new_single (lang, "Map"), name = qg_text_new_single (lang, "Name");
  g_autoptr (QgText) have = qg_text_new_single (lang, "have"), none = qg_text_new_single (lang, "are");
  QgMapBuilder *builder = qg_map_builder_new ("map", title, &lang, 1);

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = title });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "have", .label = have, .inverse = have });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "are", .label = none, .inverse = none });
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      qg_map_builder_add_entity (builder, &(QgEntity){ .id = id, .name = name, .label = name });
    }
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      qg_map_builder_add_relation (builder, &(QgRelation){ .id = id,
                                                           .from = relations[i].from,
                                                           .to = relations[i].to,
                                                           .verb = relations[i].verb });
    }
  return qg_map_builder_end (builder);
}

static void
lead (QgPoint *points, QgPoint from, QgPoint to)
{
  for (guint i = 0; i <= 3; i++)
    points[i] = (QgPoint){ from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3 };
}

/* The word is in the middle, its object under it, its subjects at its left and @distance to its right; the
 * other relation leads to @tip, from the right. */
static QgScene *
new_scene (double distance, QgPoint tip)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  g_autoptr (QgLayout) layout = NULL;
  QgScene *scene;
  guint own = request->edges[0].label;
  QgSize word = request->labels[own];
  const QgPoint middle = { 500, 300 };
  double right = middle.x + word.width / 2 + distance;
  QgRect nodes[] = { { 200, 280, 100, 40 },
                     { right, 280, 100, 40 },
                     { 450, 500, 100, 40 },
                     { 900, 700, 100, 40 },
                     { 900, 20, 100, 40 } };
  QgRect labels[2] = { 0 };
  QgPoint points[7 + 7 + 4];
  QgLayoutPath paths[] = { { 0, 7, 3 }, { 7, 7, 3 }, { 14, 4, QG_NONE } };

  g_assert_cmpuint (request->n_labels, ==, 2);
  g_assert_cmpuint (request->edges[1].label, ==, own);
  labels[own] = (QgRect){ middle.x - word.width / 2, middle.y - word.height / 2, word.width, word.height };
  labels[1 - own] = (QgRect){ 930, 600, request->labels[1 - own].width, request->labels[1 - own].height };
  lead (points, (QgPoint){ 300, 300 }, middle);
  lead (points + 3, middle, (QgPoint){ 500, 500 });
  lead (points + 7, (QgPoint){ right, 300 }, middle);
  lead (points + 10, middle, (QgPoint){ 500, 500 });
  lead (points + 14, (QgPoint){ tip.x + 300, tip.y }, tip);
  layout = qg_layout_new (&(QgLayout){ .bounds = { 0, 0, 1200, 800 },
                                       .n_nodes = 5,
                                       .n_edges = 3,
                                       .n_labels = 2,
                                       .n_points = G_N_ELEMENTS (points),
                                       .nodes = nodes,
                                       .paths = paths,
                                       .points = points,
                                       .labels = labels });
  scene = qg_scene_new (part, request, layout, QG_LANG_EN, NULL, NULL);
  g_assert_nonnull (scene);
  return scene;
}

static const guint footnotes[] = { 12, 12, 0 };

static void
init_mark (const QgScene *scene, QgNoteMark *mark)
{
  qg_note_mark_init (mark, scene, scene->request->edges[0].label, footnotes);
  g_assert_cmpstr (mark->text, ==, "12");
  g_assert_cmpuint (qg_note_mark_count_overlaps (scene, footnotes), ==, 0);
}

/* The mark is behind the word, and the head of the subject that comes from there behind the mark. */
static void
test_stands_clear (void)
{
  g_autoptr (QgScene) scene = new_scene (300, (QgPoint){ 800, 100 });
  g_auto (QgNoteMark) mark = { 0 };
  QgRect verb = qg_scene_get_verb_rect (scene, 0);
  QgHead head;

  init_mark (scene, &mark);
  g_assert_true (qg_head_at_word (scene, 1, NULL, 1, &head));
  g_assert_true (qg_head_meets (&head, &mark.ground));
  g_assert_true (qg_head_at_word (scene, 1, &mark.ground, 1, &head));
  g_assert_false (qg_head_meets (&head, &mark.ground));
  g_assert_cmpfloat (head.tip.x, >, mark.ground.x + mark.ground.width);
  /* That of the other subject stays. */
  g_assert_true (qg_head_at_word (scene, 0, &mark.ground, 1, &head));
  g_assert_cmpfloat_with_epsilon (head.tip.x, verb.x - 0.5, 0.6);
}

/* A way that is too short for that keeps its head: the mark gives way. */
static void
test_gives_way (void)
{
  for (double distance = 9; distance < 40; distance += 0.7)
    {
      g_autoptr (QgScene) scene = new_scene (distance, (QgPoint){ 800, 100 });
      g_auto (QgNoteMark) mark = { 0 };
      QgHead head;

      init_mark (scene, &mark);
      g_assert_true (qg_head_at_word (scene, 1, &mark.ground, 1, &head));
      g_assert_false (qg_head_meets (&head, &mark.ground));
    }
}

/* A foreign head where the mark would be. */
static void
test_foreign_head (void)
{
  g_auto (QgNoteMark) before = { 0 }, mark = { 0 };
  g_autoptr (QgScene) free_scene = new_scene (300, (QgPoint){ 800, 100 }), scene = NULL;
  const QgWay *way;
  QgHead head;

  init_mark (free_scene, &before);
  scene = new_scene (300, (QgPoint){ before.rect.x + before.rect.width - 1, before.rect.y + 1 });
  way = &scene->ways[2];
  init_mark (scene, &mark);
  g_assert_true (qg_head_at_tip (way->points, way->n, 1, &head));
  g_assert_true (qg_head_meets (&head, &before.ground));
  g_assert_false (qg_head_meets (&head, &mark.ground));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/note-mark/stands-clear", test_stands_clear);
  g_test_add_func ("/picture/note-mark/gives-way", test_gives_way);
  g_test_add_func ("/picture/note-mark/foreign-head", test_foreign_head);
  return g_test_run ();
}
