/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-latin.h"
#include "qg-map-builder.h"
#include "qg-words.h"
#include "sample-map.h"

#include <string.h>

typedef const char *(*WordFunc) (guint number, QgLang lang);

static const char *
get_word (guint number, QgLang lang)
{
  return qg_word ((QgWord) number, lang);
}

static const char *
get_statement (guint number, QgLang lang)
{
  return qg_word_statement ((QgStatement) number, lang);
}

static const char *
get_hint (guint number, QgLang lang)
{
  return qg_word_statement_hint ((QgStatement) number, lang);
}

static const char *
get_certainty (guint number, QgLang lang)
{
  return qg_word_certainty ((QgCertainty) number, lang);
}

static void
test_complete (void)
{
  static const struct
  {
    WordFunc func;
    guint n;
  } tables[] = { { get_word, QG_N_WORDS },
                 { get_statement, QG_N_STATEMENTS },
                 { get_hint, QG_N_STATEMENTS },
                 { get_certainty, 3 } };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < tables[t].n; i++)
      {
        const char *kk = tables[t].func (i, QG_LANG_KK), *ru = tables[t].func (i, QG_LANG_RU);
        const char *en = tables[t].func (i, QG_LANG_EN), *latin = tables[t].func (i, QG_LANG_KK_LATN);
        g_autofree char *derived = NULL;

        g_assert_true (kk != NULL && ru != NULL && en != NULL && latin != NULL);
        g_assert_cmpstr (en, !=, ru);
        g_assert_true (*kk != '\0' && *ru != '\0' && *en != '\0');
        g_assert_cmpint (strstr (kk, "%s") != NULL, ==, strstr (en, "%s") != NULL);
        g_assert_cmpint (strstr (ru, "%s") != NULL, ==, strstr (en, "%s") != NULL);
        derived = qg_latin_from_cyrillic (kk);
        g_assert_cmpstr (latin, ==, derived);
        g_assert_true (tables[t].func (i, qg_lang_intern ("de")) == en);
      }
}

static char *
get_part (const QgSentence *s, guint start, guint end)
{
  return g_strndup (s->text + start, end - start);
}

static void
test_sentence_without_pattern (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgSentence) forth = qg_sentence_new (map, 0, FALSE, QG_LANG_RU);
  g_autoptr (QgSentence) back = qg_sentence_new (map, 0, TRUE, QG_LANG_RU);
  g_autofree char *from = get_part (back, back->from_start, back->from_end);
  g_autofree char *to = get_part (forth, forth->to_start, forth->to_end);

  g_assert_cmpstr (forth->text, ==, "Граждане — избирают — Парламент");
  g_assert_cmpstr (back->text, ==, "Парламент — избирается — Граждане");
  g_assert_cmpstr (from, ==, "Граждане");
  g_assert_cmpstr (to, ==, "Парламент");
}

static QgMap *
new_cited_map (void)
{
  QgLang lang = QG_LANG_KK;
  g_autoptr (QgText) name = qg_text_new_single (lang, "Мәслихат");
  g_autoptr (QgText) sentence =
      qg_text_new_single (lang, "{from|Мәслихат} {to|жергілікті бюджетті} бекітеді");
  g_autoptr (QgText) title = qg_text_new_single (lang, "Мақала");
  g_autoptr (QgText) label = qg_text_new_single (lang, "М.");
  g_autoptr (QgText) section = qg_text_new_single (lang, "Негізгі бөлім");
  QgSection sections[] = { { "main", section } };
  QgLocator locators[] = { { "45", QG_LOCATOR_PARAGRAPH, "45", 0, "1. Жергілікті" },
                           { "46", QG_LOCATOR_PARAGRAPH, "46", 0, "2. Мәслихат" },
                           { "47", QG_LOCATOR_PARAGRAPH, "47", 0, NULL },
                           { "p3", QG_LOCATOR_PAGE, "3", QG_NONE, NULL } };
  QgMapBuilder *builder = qg_map_builder_new ("cited", title, &lang, 1);

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = name });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "v", .label = name, .inverse = name });
  qg_map_builder_add_source (builder, &(QgSource){ .id = "a",
                                                   .title = title,
                                                   .label = label,
                                                   .listed = FALSE,
                                                   .n_sections = 1,
                                                   .sections = sections,
                                                   .n_locators = G_N_ELEMENTS (locators),
                                                   .locators = locators });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "e", .name = name, .label = name, .importance = 1 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "r", .sentence = sentence });
  return qg_map_builder_end (builder);
}

static void
test_sentence_with_pattern (void)
{
  g_autoptr (QgMap) map = new_cited_map ();
  g_autoptr (QgSentence) s = qg_sentence_new (map, 0, FALSE, QG_LANG_KK);
  g_autofree char *from = get_part (s, s->from_start, s->from_end);
  g_autofree char *to = get_part (s, s->to_start, s->to_end);

  g_assert_cmpstr (s->text, ==, "Мәслихат жергілікті бюджетті бекітеді");
  g_assert_cmpstr (from, ==, "Мәслихат");
  g_assert_cmpstr (to, ==, "жергілікті бюджетті");
}

static void
test_citation (void)
{
  g_autoptr (QgMap) map = new_cited_map ();
  g_autofree char *kk = qg_citation_dup_text (map, &(QgCitation){ 0, 0 }, QG_LANG_KK);
  g_autofree char *en = qg_citation_dup_text (map, &(QgCitation){ 0, QG_NONE }, QG_LANG_EN);

  g_assert_cmpstr (kk, ==,
                   "Мақала (мақалада аталмаған еңбек), «Негізгі бөлім» бөлімі, 45-абзац («1. Жергілікті…»)");
  g_assert_cmpstr (en, ==, "Мақала\u00a0[kk] (a work that the article does not name)");
}

/* A work is named once, and its places together. */
static void
test_citations (void)
{
  static const QgCitation items[] = { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 0, 3 } };
  g_autoptr (QgMap) map = new_cited_map ();
  g_autofree char *none = qg_citations_dup_text (map, &(QgCitations){ 0, items }, QG_LANG_RU);
  g_autofree char *one = qg_citations_dup_text (map, &(QgCitations){ 1, items }, QG_LANG_RU);
  g_autofree char *all = qg_citations_dup_text (map, &(QgCitations){ 4, items }, QG_LANG_RU);
  g_autofree char *single = qg_citation_dup_text (map, &items[0], QG_LANG_RU);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, single);
  g_test_message ("%s", all);
  g_assert_true (g_str_has_suffix (all, ", абз.\u00a045, 46, 47, с.\u00a03"));
  g_assert_null (strstr (strstr (all, "Мақала") + 1, "Мақала"));
}

static void
test_short_citation (void)
{
  g_autoptr (QgMap) map = new_cited_map ();
  g_autofree char *place = qg_citation_dup_short_text (map, &(QgCitation){ 0, 0 }, QG_LANG_KK);
  g_autofree char *whole = qg_citation_dup_short_text (map, &(QgCitation){ 0, QG_NONE }, QG_LANG_KK);

  g_assert_cmpstr (place, ==, "М., «Негізгі бөлім» бөлімі, 45-абзац");
  g_assert_cmpstr (whole, ==, "М.");
}

/* 'bodies' is a plural in both languages, 'people' in English alone. */
static QgMap *
new_map_with_plurals (void)
{
  const QgLang langs[] = { QG_LANG_RU, QG_LANG_EN };
  g_autoptr (QgText) body = qg_text_new (langs, (const char *[]){ "Орган", "Body" }, 2);
  g_autoptr (QgText) bodies = qg_text_new (langs, (const char *[]){ "Органы", "Bodies" }, 2);
  g_autoptr (QgText) people = qg_text_new (langs, (const char *[]){ "Народ", "People" }, 2);
  g_autoptr (QgText) approves = qg_text_new (langs, (const char *[]){ "утверждает", "approves" }, 2);
  g_autoptr (QgText) approve = qg_text_new (langs, (const char *[]){ "утверждают", "approve" }, 2);
  g_autoptr (QgText) may = qg_text_new (langs, (const char *[]){ "может", "may" }, 2);
  g_autoptr (QgText) can = qg_text_new_single (QG_LANG_RU, "могут");
  QgMapBuilder *builder = qg_map_builder_new ("numbers", body, langs, 2);

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k", .name = body });
  qg_map_builder_add_verb (
      builder, &(QgVerb){ .id = "approves", .label = approves, .inverse = approves, .plural = approve });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "may", .label = may, .inverse = may, .plural = can });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "body", .name = body, .importance = 1 });
  qg_map_builder_add_entity (builder,
                             &(QgEntity){ .id = "bodies", .name = bodies, .importance = 1, .plural = 3 });
  qg_map_builder_add_entity (builder,
                             &(QgEntity){ .id = "people", .name = people, .importance = 1, .plural = 2 });
  for (guint verb = 0; verb < 2; verb++)
    for (guint from = 0; from < 3; from++)
      {
        g_autofree char *id = g_strdup_printf ("r%u%u", verb, from);

        qg_map_builder_add_relation (builder, &(QgRelation){ .id = id, .from = from, .to = 0, .verb = verb });
      }
  return qg_map_builder_end (builder);
}

static void
test_number_of_verbs (void)
{
  static const char *const ru[] = { "Орган — утверждает — Орган", "Органы — утверждают — Орган",
                                    "Народ — утверждает — Орган", "Орган — может — Орган",
                                    "Органы — могут — Орган",     "Народ — может — Орган" };
  static const char *const en[] = { "Body — approves — Body",  "Bodies — approve — Body",
                                    "People — approve — Body", "Body — may — Body",
                                    "Bodies — may — Body",     "People — may — Body" };
  g_autoptr (QgMap) map = new_map_with_plurals ();
  guint64 wordings[6];

  for (guint i = 0; i < G_N_ELEMENTS (ru); i++)
    {
      g_autoptr (QgSentence) russian = qg_sentence_new (map, i, FALSE, QG_LANG_RU);
      g_autoptr (QgSentence) english = qg_sentence_new (map, i, FALSE, QG_LANG_EN);

      g_assert_cmpstr (russian->text, ==, ru[i]);
      g_assert_cmpstr (english->text, ==, en[i]);
      wordings[i] = qg_map_get_wording (map, qg_map_get_relation (map, i));
      for (guint j = 0; j < i; j++)
        g_assert_true (wordings[j] != wordings[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/complete", test_complete);
  g_test_add_func ("/words/sentence-without-pattern", test_sentence_without_pattern);
  g_test_add_func ("/words/sentence-with-pattern", test_sentence_with_pattern);
  g_test_add_func ("/words/citation", test_citation);
  g_test_add_func ("/words/citations", test_citations);
  g_test_add_func ("/words/short-citation", test_short_citation);
  g_test_add_func ("/words/number-of-verbs", test_number_of_verbs);
  return g_test_run ();
}
