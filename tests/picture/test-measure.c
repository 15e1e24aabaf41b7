/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-look.h"
#include "qg-map-builder.h"
#include "sample-map.h"

/* In every language, and in Latin letters, the words fit the box that was measured. */
static void
assert_fits (const Sample *sample, QgMap *map, QgLang lang, QgLang second)
{
  g_autoptr (QgScene) scene = sample_new_scene (sample, lang, second);
  QgSceneReport report;

  qg_scene_report (scene, &report);
  g_assert_cmpuint (report.clipped, ==, 0);
}

static void
test_all_languages_fit (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;

  sample_init (&sample, map, 2, NULL);
  assert_fits (&sample, map, QG_LANG_KK, NULL);
  assert_fits (&sample, map, QG_LANG_RU, NULL);
  assert_fits (&sample, map, QG_LANG_EN, NULL);
  assert_fits (&sample, map, QG_LANG_KK_LATN, NULL);
  sample_clear (&sample);
}

static void
test_second_language_fits (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  Sample sample;

  sample_init (&sample, map, 2, &(QgMeasureOptions){ .second_language = TRUE });
  assert_fits (&sample, map, QG_LANG_KK, QG_LANG_RU);
  assert_fits (&sample, map, QG_LANG_RU, QG_LANG_EN);
  assert_fits (&sample, map, QG_LANG_EN, QG_LANG_KK_LATN);
  sample_clear (&sample);
}

static QgMap *
new_map_of_one (const char *kk, const char *en)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_EN };
  const char *const values[] = { kk, en };
  g_autoptr (QgText) name = qg_text_new (langs, values, 2);
  QgMapBuilder *builder = qg_map_builder_new ("one", name, langs, 2);

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = name });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "e", .name = name, .label = name, .importance = 1 });
  return qg_map_builder_end (builder);
}

static QgSize
measure_one (const char *kk, const char *en)
{
  g_autoptr (QgMap) map = new_map_of_one (kk, en);
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);

  return request->nodes[0];
}

/* The box follows the longest language, whichever it is. */
static void
test_longest_language (void)
{
  QgSize kazakh = measure_one ("Жергілікті өзін-өзі басқару органдары", "Law");
  QgSize english = measure_one ("Заң", "Bodies of local self-government here");
  QgSize none = measure_one ("Заң", "Law");

  g_assert_cmpfloat (kazakh.width * kazakh.height, >, 2 * none.width * none.height);
  g_assert_cmpfloat (english.width * english.height, >, 2 * none.width * none.height);
}

static void
test_enormous_label (void)
{
  g_autofree char *text = g_strnfill (1 << 20, 'x');
  QgSize size = measure_one ("Заң", text);

  g_assert_cmpfloat (size.width, <, 1000);
  g_assert_cmpfloat (size.height, <, 400);
}

/* 'self-government includes A, B, C' is one word on the picture, its four entities' other words are not. */
static void
test_shared_verbs (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) part = qg_part_new_view (map, 2);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  g_autoptr (QgLayoutRequest) neato =
      qg_measure_part (part, &(QgMeasureOptions){ .use_engine = TRUE, .engine = QG_ENGINE_NEATO }, NULL);
  const QgLayoutEdge *e = request->edges;

  g_assert_cmpuint (request->n_labels, <, request->n_edges);
  g_assert_cmpuint (neato->n_labels, ==, neato->n_edges);
  g_assert_cmpuint (e[3].label, ==, e[4].label); /* a fan out */
  g_assert_cmpuint (e[4].label, ==, e[5].label);
  g_assert_cmpuint (e[13].label, ==, e[14].label); /* a fan in */
  g_assert_cmpuint (e[3].label, !=, e[20].label);  /* the same words, another kind of statement */
  g_assert_cmpuint (e[11].label, !=, e[10].label);
  for (guint i = 0; i < request->n_edges; i++)
    for (guint j = 0; j < i; j++)
      if (e[i].label == e[j].label)
        {
          const QgRelation *a = qg_map_get_relation (map, i), *b = qg_map_get_relation (map, j);

          g_assert_true (a->from == b->from || a->to == b->to);
          g_assert_cmpuint (a->verb, ==, b->verb);
          g_assert_cmpint (a->statement, ==, b->statement);
          g_assert_cmpint (a->denial, ==, b->denial);
        }
}

static void
test_groups_and_aspect (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) part = qg_part_new_view (map, 0);
  g_autoptr (QgLayoutRequest) request = qg_measure_part (part, NULL, NULL);
  guint n = 0;

  g_assert_cmpuint (request->n_groups, ==, 8);
  for (guint i = 0; i < request->n_groups; i++)
    {
      n += request->groups[i].nodes.n;
      g_assert_cmpfloat (request->groups[i].title_width, >, 30);
    }
  g_assert_cmpuint (n, ==, request->n_nodes);
  g_assert_cmpfloat_with_epsilon (request->aspect, 16.0 / 9, 1e-9);
}

static void
test_cancelled (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) part = qg_part_new_view (map, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (qg_measure_part (part, NULL, cancellable));
}

/* The sizes of type stay close: 12 points for the smallest must not blow up the rest. */
static void
test_ratio_of_sizes (void)
{
  double smallest = MIN (qg_look_verb_font ().size, qg_look_entity_font (1).size);

  g_assert_cmpfloat (smallest, >=, 0.8 * qg_look_entity_font (3).size);
  g_assert_cmpfloat (qg_look_second_font (qg_look_entity_font (1)).size, >=, smallest - 0.01);
}

/* An arrow alone is not written on a line, which has its own: it has no label, and takes no room. */
static void
test_arrows (void)
{
  const QgLang langs[] = { QG_LANG_EN };
  g_autoptr (QgText) name = qg_text_new_single (QG_LANG_EN, "Name");
  g_autoptr (QgText) arrow = qg_text_new_single (QG_LANG_EN, "→");
  g_autoptr (QgText) words = qg_text_new_single (QG_LANG_EN, "has");
  QgMapBuilder *builder = qg_map_builder_new ("arrows", name, langs, 1);
  g_autoptr (QgMap) map = NULL;
  g_autoptr (QgPart) part = NULL;
  g_autoptr (QgLayoutRequest) request = NULL;

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = name });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "to", .label = arrow, .inverse = arrow });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "has", .label = words, .inverse = words });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "a", .name = name, .label = name, .importance = 1 });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "b", .name = name, .label = name, .importance = 1 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r0", .from = 0, .to = 1 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r1", .from = 0, .to = 1, .verb = 1 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r2", .from = 1, .to = 0 });
  map = qg_map_builder_end (builder);
  part = qg_part_new_whole (map);
  request = qg_measure_part (part, NULL, NULL);
  g_assert_cmpuint (request->n_labels, ==, 1);
  g_assert_cmpuint (request->edges[0].label, ==, QG_NONE);
  g_assert_cmpuint (request->edges[1].label, ==, 0);
  g_assert_cmpuint (request->edges[2].label, ==, QG_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/all-languages-fit", test_all_languages_fit);
  g_test_add_func ("/measure/second-language-fits", test_second_language_fits);
  g_test_add_func ("/measure/longest-language", test_longest_language);
  g_test_add_func ("/measure/enormous-label", test_enormous_label);
  g_test_add_func ("/measure/shared-verbs", test_shared_verbs);
  g_test_add_func ("/measure/arrows", test_arrows);
  g_test_add_func ("/measure/groups-and-aspect", test_groups_and_aspect);
  g_test_add_func ("/measure/cancelled", test_cancelled);
  g_test_add_func ("/measure/ratio-of-sizes", test_ratio_of_sizes);
  return g_test_run ();
}
