/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-enums.h"
#include "qg-map-builder.h"
#include "qg-part.h"

static QgText *
kazakh (const char *value)
{
  return qg_text_new_single (QG_LANG_KK, value);
}

static QgMapBuilder *
new_builder (void)
{
  const QgLang langs[] = { QG_LANG_KK };
  g_autoptr (QgText) title = kazakh ("Қоғам");

  return qg_map_builder_new ("test", title, langs, 1);
}

static guint
add_entity (QgMapBuilder *builder, const char *id)
{
  g_autoptr (QgText) name = kazakh (id);

  return qg_map_builder_add_entity (builder, &(QgEntity){ .id = id, .name = name, .importance = 1 });
}

static guint
add_relation (QgMapBuilder *builder, const char *id, guint from, guint to)
{
  return qg_map_builder_add_relation (builder, &(QgRelation){ .id = id, .from = from, .to = to });
}

/* a → b → c → d, a → a, c → a, e alone. */
static QgMap *
new_small_map (void)
{
  QgMapBuilder *builder = new_builder ();
  const guint entities[] = { 2, 0, 1 }, without[] = { 1 };
  g_autoptr (QgText) title = kazakh ("Шолу");
  QgView view = { .id = "some", .title = title, .entities = { 3, entities }, .without = { 1, without } };
  QgView whole = { .id = "whole", .title = title, .whole_map = TRUE };

  qg_layout_options_init (&view.layout);
  qg_layout_options_init (&whole.layout);
  qg_map_builder_add_view (builder, &view);
  qg_map_builder_add_view (builder, &whole);
  for (const char *id = "a\0b\0c\0d\0e\0"; *id != '\0'; id += 2)
    add_entity (builder, id);
  add_relation (builder, "ab", 0, 1);
  add_relation (builder, "bc", 1, 2);
  add_relation (builder, "cd", 2, 3);
  add_relation (builder, "aa", 0, 0);
  add_relation (builder, "ca", 2, 0);
  return qg_map_builder_end (builder);
}

static void
assert_numbers (QgNumbers numbers, const char *expected)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < numbers.n; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? " " : "", numbers.items[i]);
  g_assert_cmpstr (string->str, ==, expected);
}

static void
test_lookup (void)
{
  g_autoptr (QgMap) map = new_small_map ();

  g_assert_cmpuint (qg_map_get_n_entities (map), ==, 5);
  g_assert_cmpuint (qg_map_find_entity (map, "a"), ==, 0);
  g_assert_cmpuint (qg_map_find_entity (map, "e"), ==, 4);
  g_assert_cmpuint (qg_map_find_entity (map, "ab"), ==, QG_NONE);
  g_assert_cmpuint (qg_map_find_entity (map, NULL), ==, QG_NONE);
  g_assert_cmpuint (qg_map_find_relation (map, "ca"), ==, 4);
  g_assert_cmpuint (qg_map_find_view (map, "whole"), ==, 1);
  g_assert_cmpuint (qg_map_find_tour (map, "whole"), ==, QG_NONE);
  g_assert_cmpstr (qg_map_get_entity (map, 3)->id, ==, "d");
  assert_numbers (qg_map_get_outgoing (map, 0), "0 3");
  assert_numbers (qg_map_get_incoming (map, 0), "3 4");
  assert_numbers (qg_map_get_outgoing (map, 2), "2 4");
  assert_numbers (qg_map_get_outgoing (map, 4), "");
  assert_numbers (qg_map_get_view (map, 1)->entities, "0 1 2 3 4");
}

static void
test_latin (void)
{
  g_autoptr (QgMap) map = new_small_map ();
  guint n;

  g_assert_cmpstr (qg_text_get (qg_map_get_title (map), QG_LANG_KK_LATN), ==, "Qoğam");
  g_assert_cmpstr (qg_text_get (qg_map_get_view (map, 0)->title, QG_LANG_KK_LATN), ==, "Şolu");
  g_assert_true (qg_map_get_entity (map, 0)->label == qg_map_get_entity (map, 0)->name);
  g_assert_true (qg_map_get_languages (map, &n)[0] == QG_LANG_KK);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (qg_map_has_language (map, QG_LANG_KK_LATN));
  g_assert_false (qg_map_has_language (map, QG_LANG_RU));
}

static void
test_parts (void)
{
  g_autoptr (QgMap) map = new_small_map ();
  g_autoptr (QgPart) view = qg_part_new_view (map, 0);
  g_autoptr (QgPart) whole = qg_part_new_whole (map);
  const guint some[] = { 3, 2, 3, 99 };
  g_autoptr (QgPart) chosen = qg_part_new_entities (map, some, 4, NULL);

  assert_numbers (qg_part_get_entities (view), "0 1 2");
  assert_numbers (qg_part_get_relations (view), "0 3 4");
  g_assert_cmpuint (qg_part_get_view (view), ==, 0);
  g_assert_cmpuint (qg_part_get_focus (view), ==, QG_NONE);
  g_assert_true (qg_part_get_layout_options (view) == &qg_map_get_view (map, 0)->layout);
  g_assert_cmpuint (qg_part_index_of_relation (view, 4), ==, 2);
  g_assert_cmpuint (qg_part_index_of_relation (view, 2), ==, QG_NONE);
  g_assert_cmpuint (qg_part_index_of_entity (view, 2), ==, 2);
  assert_numbers (qg_part_get_entities (whole), "0 1 2 3 4");
  assert_numbers (qg_part_get_relations (whole), "0 1 2 3 4");
  assert_numbers (qg_part_get_entities (chosen), "2 3");
  assert_numbers (qg_part_get_relations (chosen), "2");
}

static void
assert_focus (QgMap *map, guint entity, guint depth, QgFollow follow, const char *expected)
{
  g_autoptr (QgPart) part = qg_part_new_focus (map, entity, depth, follow);

  g_assert_cmpuint (qg_part_get_focus (part), ==, entity);
  assert_numbers (qg_part_get_entities (part), expected);
}

static void
test_focus (void)
{
  g_autoptr (QgMap) map = new_small_map ();

  assert_focus (map, 3, 0, QG_FOLLOW_BOTH, "3");
  assert_focus (map, 3, 1, QG_FOLLOW_BOTH, "2 3");
  assert_focus (map, 3, 2, QG_FOLLOW_BOTH, "0 1 2 3");
  assert_focus (map, 3, 5, QG_FOLLOW_OUTGOING, "3");
  assert_focus (map, 3, 2, QG_FOLLOW_INCOMING, "1 2 3");
  assert_focus (map, 0, 2, QG_FOLLOW_OUTGOING, "0 1 2");
  assert_focus (map, 4, 5, QG_FOLLOW_BOTH, "4");
}

/* A part's own levels outlive the caller's. */
static void
test_own_options (void)
{
  g_autoptr (QgMap) map = new_small_map ();
  g_autofree guint *first = g_new (guint, 1);
  QgNumbers levels[] = { { 1, first } };
  QgLayoutOptions options;
  QgPart *part;

  qg_layout_options_init (&options);
  first[0] = 2;
  options.n_levels = 1;
  options.levels = levels;
  part = qg_part_new_entities (map, first, 1, &options);
  first[0] = 77;
  assert_numbers (qg_part_get_layout_options (part)->levels[0], "2");
  qg_part_unref (part);
}

static void
test_words (void)
{
  QgSymbol symbol = QG_SYMBOL_STAR;
  QgEngine engine;

  for (guint i = 0; i < QG_N_SYMBOLS; i++)
    {
      g_assert_true (qg_symbol_from_id (qg_symbol_to_id ((QgSymbol) i), &symbol));
      g_assert_cmpuint (symbol, ==, i);
    }
  g_assert_false (qg_symbol_from_id ("Circle", &symbol));
  g_assert_cmpuint (symbol, ==, QG_SYMBOL_STAR);
  g_assert_true (qg_engine_from_id ("osage", &engine));
  g_assert_cmpuint (engine, ==, QG_ENGINE_OSAGE);
  g_assert_cmpstr (qg_hue_to_id (QG_HUE_BROWN), ==, "brown");
}

static void
test_many (void)
{
  QgMapBuilder *builder = new_builder ();
  g_autoptr (QgMap) map = NULL;
  guint degrees = 0;

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      add_entity (builder, id);
    }
  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      add_relation (builder, id, i % 100000, (i * 7919u) % 100000);
    }
  map = qg_map_builder_end (builder);
  g_assert_cmpuint (qg_map_find_entity (map, "e99999"), ==, 99999);
  g_assert_cmpuint (qg_map_find_relation (map, "r199999"), ==, 199999);
  for (guint i = 0; i < 100000; i++)
    degrees += qg_map_get_outgoing (map, i).n + qg_map_get_incoming (map, i).n;
  g_assert_cmpuint (degrees, ==, 400000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/lookup", test_lookup);
  g_test_add_func ("/map/latin", test_latin);
  g_test_add_func ("/map/parts", test_parts);
  g_test_add_func ("/map/focus", test_focus);
  g_test_add_func ("/map/own-options", test_own_options);
  g_test_add_func ("/map/words", test_words);
  g_test_add_func ("/map/many", test_many);
  return g_test_run ();
}
