/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-builder.h"
#include "qg-search.h"

static const struct
{
  const char *id, *kk, *ru, *en, *description;
  guint importance;
} entities[] = {
  { "city", "Қала", "Город", "City", "Елді мекен", 1 },
  { "city-hall", "Қала әкімдігі", "Акимат города", "City hall", "Жергілікті атқарушы орган", 3 },
  { "maslikhat", "Мәслихат", "Маслихат", "Maslikhat", "Өкілді орган, бюджетті бекітеді", 3 },
  { "budget", "Жергілікті бюджет", "Местный бюджет", "Local budget", "Қаржы", 2 },
  { "party", "Саяси партия", "Политическая партия", "Political party", "Азаматтар бірлестігі", 2 },
  { "old-city", "Ескі қала", "Старый город", "Old city", "Тарихи бөлік", 3 },
};

static QgMap *
new_map (void)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "Сынақ");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 3);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      const char *const values[] = { entities[i].kk, entities[i].ru, entities[i].en };
      g_autoptr (QgText) name = qg_text_new (langs, values, 3);
      g_autoptr (QgText) description = qg_text_new_single (QG_LANG_KK, entities[i].description);

      qg_map_builder_add_entity (builder, &(QgEntity){ .id = entities[i].id,
                                                       .name = name,
                                                       .description = description,
                                                       .importance = entities[i].importance });
    }
  return qg_map_builder_end (builder);
}

/* The ids that are found, best first. */
static void
assert_found (const char *query, const char *expected)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgSearch) search = qg_search_new (map);
  g_autoptr (GArray) hits = qg_search_find (search, query, QG_LANG_KK, 10);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            qg_map_get_entity (map, g_array_index (hits, QgSearchHit, i).number)->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* Views and tours answer as well, after the important entities that answer alike. */
static void
test_views_and_tours (void)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  g_autoptr (QgText) map_title = qg_text_new_single (QG_LANG_KK, "Сынақ");
  g_autoptr (QgText) name = qg_text_new_single (QG_LANG_KK, "Жергілікті бюджет");
  g_autoptr (QgText) view_title = qg_text_new_single (QG_LANG_RU, "Деньги и бюджет");
  g_autoptr (QgText) tour_title = qg_text_new_single (QG_LANG_KK, "Бюджет туралы дәріс");
  QgMapBuilder *builder = qg_map_builder_new ("test", map_title, langs, 3);
  QgView view = { .id = "money", .title = view_title, .whole_map = TRUE };
  g_autoptr (QgMap) map = NULL;
  g_autoptr (QgSearch) search = NULL;
  g_autoptr (GArray) hits = NULL, alone = NULL;

  qg_layout_options_init (&view.layout);
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "budget", .name = name, .importance = 3 });
  qg_map_builder_add_view (builder, &view);
  qg_map_builder_add_tour (builder, &(QgTour){ .id = "lecture", .title = tour_title });
  map = qg_map_builder_end (builder);
  search = qg_search_new (map);
  hits = qg_search_find (search, "бюджет", QG_LANG_KK, 10);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpint (g_array_index (hits, QgSearchHit, 0).what, ==, QG_FOUND_TOUR); /* begins so */
  g_assert_cmpint (g_array_index (hits, QgSearchHit, 1).what, ==, QG_FOUND_ENTITY);
  g_assert_cmpint (g_array_index (hits, QgSearchHit, 2).what, ==, QG_FOUND_VIEW);
  g_assert_cmpuint (g_array_index (hits, QgSearchHit, 2).number, ==, 0);
  alone = qg_search_find_entities (search, "бюджет", QG_LANG_KK, 10);
  g_assert_cmpuint (alone->len, ==, 1);
}

static void
test_order (void)
{
  /* The whole name, then names that begin so, then words within; the important first. */
  assert_found ("қала", "city city-hall old-city");
  assert_found ("ҚАЛА", "city city-hall old-city");
  assert_found ("кала", "city city-hall old-city");
  assert_found ("qala", "city city-hall old-city");
  assert_found ("kala", "city city-hall old-city");
  assert_found ("город", "city old-city city-hall");
}

/* A whole word before the beginning of a longer one, wherever it stands; the important first among equals. */
static void
test_whole_words (void)
{
  static const struct
  {
    const char *id, *kk, *description;
    guint importance;
  } named[] = {
    { "how-long", "Қалайша", "", 3 },
    { "how", "Азамат билікке қалай ықпал етеді", "Ауылдық округтер", 3 },
    { "akims", "Облыстық мәндегі қала әкімдері", "Ауыл, округ", 1 },
    { "old", "Ескі, қала", "", 2 },
    { "both", "Қаланың қала болуы", "", 3 },
    { "inside", "Мақала", "", 3 },
    { "power", "Азамат пен билік", "", 1 },
  };
  static const struct
  {
    const char *query, *expected;
  } cases[] = {
    { "қала", "both old akims how-long how inside" },
    { "qala", "both old akims how-long how inside" },
    { "кала", "both old akims how-long how inside" },
    { "әкімдері қала", "akims" },
    { "билік азамат", "power how" },
    { "округ", "akims how" },
  };
  const QgLang langs[] = { QG_LANG_KK };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "Сынақ");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 1);
  g_autoptr (QgMap) map = NULL;
  g_autoptr (QgSearch) search = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr (QgText) name = qg_text_new_single (QG_LANG_KK, named[i].kk);
      g_autoptr (QgText) description = qg_text_new_single (QG_LANG_KK, named[i].description);

      qg_map_builder_add_entity (builder, &(QgEntity){ .id = named[i].id,
                                                       .name = name,
                                                       .description = description,
                                                       .importance = named[i].importance });
    }
  map = qg_map_builder_end (builder);
  search = qg_search_new (map);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hits = qg_search_find (search, cases[i].query, QG_LANG_KK, 10);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint k = 0; k < hits->len; k++)
        g_string_append_printf (ids, "%s%s", k > 0 ? " " : "",
                                named[g_array_index (hits, QgSearchHit, k).number].id);
      g_assert_cmpstr (ids->str, ==, cases[i].expected);
    }
}

static void
test_words (void)
{
  assert_found ("бюджет жергілікті", "budget");
  assert_found ("  local   budget ", "budget");
  assert_found ("partiya", "party");
  assert_found ("литич", "party");
}

static void
test_slips (void)
{
  assert_found ("маслехат", "maslikhat");
  assert_found ("масихат", "maslikhat");
  assert_found ("масллихаат", "maslikhat");
  assert_found ("politcial", "party");
  assert_found ("bugdet", "budget");
  assert_found ("ghj", "");
}

static void
test_descriptions (void)
{
  /* In the name before in the description. */
  assert_found ("бюджет", "budget maslikhat");
  assert_found ("тарихи", "old-city");
}

static void
test_nothing (void)
{
  assert_found ("", "");
  assert_found ("   ", "");
  assert_found ("…", "");
  assert_found ("жоқ нәрсе мүлде", "");
}

static void
assert_near (const char *query, gboolean entities_only, const char *near)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgSearch) search = qg_search_new (map);
  g_autoptr (GArray) found = qg_search_find (search, query, QG_LANG_KK, 10);
  g_autoptr (GArray) hits = qg_search_find_near (search, query, QG_LANG_KK, entities_only);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_cmpuint (found->len, ==, 0);
  for (guint i = 0; i < hits->len; i++)
    {
      const QgSearchHit *hit = &g_array_index (hits, QgSearchHit, i);

      g_assert_true (!entities_only || hit->what == QG_FOUND_ENTITY);
      g_string_append_printf (ids, "%s%u", i > 0 ? " " : "", hit->number);
    }
  g_assert_cmpstr (ids->str, ==, near);
}

/* By the longest beginning that finds anything; two letters say nothing. */
static void
test_near (void)
{
  assert_near ("қалаxkcdw", TRUE, "5 1 0");
  assert_near ("xkcdxk", FALSE, "");
  assert_near ("", FALSE, "");
}

/* The first few are the same, however many are asked for. */
static void
test_max (void)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgSearch) search = qg_search_new (map);
  g_autoptr (GArray) all = qg_search_find (search, "а", QG_LANG_KK, 100);

  g_assert_cmpuint (all->len, >, 3);
  for (guint max = 0; max <= all->len; max++)
    {
      g_autoptr (GArray) some = qg_search_find (search, "а", QG_LANG_KK, max);

      g_assert_cmpuint (some->len, ==, max);
      for (guint i = 0; i < max; i++)
        g_assert_cmpuint (g_array_index (some, QgSearchHit, i).number, ==,
                          g_array_index (all, QgSearchHit, i).number);
    }
}

static void
assert_place (const char *query, QgLang preferred, QgLang lang, const char *match)
{
  g_autoptr (QgMap) map = new_map ();
  g_autoptr (QgSearch) search = qg_search_new (map);
  g_autoptr (GArray) hits = qg_search_find (search, query, preferred, 1);
  const QgSearchHit *hit = &g_array_index (hits, QgSearchHit, 0);
  g_autofree char *part = NULL;

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (hit->lang == lang);
  part = g_strndup (hit->text + hit->start, hit->end - hit->start);
  g_assert_cmpstr (part, ==, match);
}

static void
test_places (void)
{
  assert_place ("кімдіг", QG_LANG_KK, QG_LANG_KK, "кімдіг");
  assert_place ("maslih", QG_LANG_KK_LATN, QG_LANG_KK_LATN, "Mäslih");
  assert_place ("партия", QG_LANG_KK, QG_LANG_KK, "партия");
  assert_place ("партия", QG_LANG_RU, QG_LANG_RU, "партия");
  assert_place ("тарих", QG_LANG_EN, QG_LANG_KK, "Тарих");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/search/order", test_order);
  g_test_add_func ("/map/search/whole-words", test_whole_words);
  g_test_add_func ("/map/search/words", test_words);
  g_test_add_func ("/map/search/views-and-tours", test_views_and_tours);
  g_test_add_func ("/map/search/slips", test_slips);
  g_test_add_func ("/map/search/descriptions", test_descriptions);
  g_test_add_func ("/map/search/nothing", test_nothing);
  g_test_add_func ("/map/search/near", test_near);
  g_test_add_func ("/map/search/max", test_max);
  g_test_add_func ("/map/search/places", test_places);
  return g_test_run ();
}
