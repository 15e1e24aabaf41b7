/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is said of groups that are one node, and of the relations that lead to them. */

#include "qg-legend.h"
#include "qg-map-builder.h"
#include "qg-words.h"
#include "sample-map.h"

#define CONSTITUTION 14u
#define LAW 15u
#define SELF_GOVERNMENT 4u
#define DOCUMENTS 5u

static QgPart *
collapse (QgPart *part, const guint *kinds, guint n)
{
  QgMap *map = qg_part_get_map (part);
  g_autofree guint8 *collapsed = g_new0 (guint8, qg_map_get_n_kinds (map) + 1);

  for (guint i = 0; i < n; i++)
    collapsed[kinds[i]] = TRUE;
  return qg_part_new_collapsed (part, map, collapsed, qg_word_dup_relations, NULL);
}

/* The relation of @part from a node of @from_kind to @to. */
static guint
find (QgPart *part, guint from_kind, guint to)
{
  QgNumbers relations = qg_part_get_relations (part);

  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (qg_part_get_map (part), relations.items[i]);

      if (relation->to == to && qg_map_get_entity (qg_part_get_map (part), relation->from)->kind == from_kind)
        return relations.items[i];
    }
  g_assert_not_reached ();
}

static void
check (const QgMap *map, guint relation, gboolean inverse, QgLang lang, const char *text, const char *from,
       const char *to)
{
  g_autoptr (QgSentence) s = qg_sentence_new (map, relation, inverse, lang);
  g_autofree char *from_is = g_strndup (s->text + s->from_start, s->from_end - s->from_start);
  g_autofree char *to_is = g_strndup (s->text + s->to_start, s->to_end - s->to_start);

  g_assert_cmpstr (s->text, ==, text);
  g_assert_cmpstr (from_is, ==, from);
  g_assert_cmpstr (to_is, ==, to);
}

static const char *
get_verb (const QgMap *map, guint relation, QgLang lang)
{
  return qg_text_get (qg_map_get_verb (map, qg_map_get_relation (map, relation)->verb)->label, lang);
}

/* Several of one verb have it, with their number; several of different ones are counted alone. A denial is
 * none any more with others beside it. */
static void
test_verbs (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (map);
  g_autoptr (QgPart) one = collapse (whole, (const guint[]){ DOCUMENTS }, 1);
  g_autoptr (QgPart) other = collapse (whole, (const guint[]){ 7 }, 1);
  guint same = find (one, DOCUMENTS, SELF_GOVERNMENT), different = QG_NONE;
  QgNumbers relations = qg_part_get_relations (other);

  g_assert_cmpstr (get_verb (qg_part_get_map (one), same, QG_LANG_EN), ==, "regulates\u00a0·\u00a02");
  /* Local self-government has property, and has no budget of its own. */
  for (guint i = 0; i < relations.n; i++)
    if (qg_map_get_relation (qg_part_get_map (other), relations.items[i])->from == SELF_GOVERNMENT &&
        qg_map_is_group_relation (qg_part_get_map (other), relations.items[i]))
      different = relations.items[i];
  g_assert_cmpuint (different, !=, QG_NONE);
  g_assert_cmpstr (get_verb (qg_part_get_map (other), different, QG_LANG_EN), ==, "2\u00a0relations");
  g_assert_false (qg_map_get_relation (qg_part_get_map (other), different)->denial);
}

/* What stands for statements of several kinds is known: its own kind says nothing. */
static void
test_mixed (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (map);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) entries = NULL;
  g_autoptr (QgPart) part = NULL;
  guint n_mixed = 0, n_stated = 0;
  QgNumbers relations;

  for (guint i = 0; i < qg_map_get_n_kinds (map); i++)
    g_array_append_val (kinds, i);
  part = collapse (whole, (const guint *) (gpointer) kinds->data, kinds->len);
  relations = qg_part_get_relations (part);
  for (guint i = 0; i < relations.n; i++)
    {
      QgMap *varied = qg_part_get_map (part);
      g_autoptr (GArray) merged = qg_part_dup_merged (part, relations.items[i]);
      gboolean differ = FALSE;

      for (guint j = 1; j < merged->len; j++)
        differ |= qg_map_get_relation (varied, g_array_index (merged, guint, j))->statement !=
                  qg_map_get_relation (varied, g_array_index (merged, guint, 0))->statement;
      g_assert_true (qg_map_is_mixed (varied, relations.items[i]) == differ);
      n_mixed += differ ? 1 : 0;
    }
  g_assert_cmpuint (n_mixed, >, 0);
  entries = qg_legend_new_entries (part);
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, QgLegendEntry, i).role == QG_LEGEND_STATEMENT)
      n_stated += g_array_index (entries, QgLegendEntry, i).count;
  g_assert_cmpuint (n_stated, ==, relations.n - n_mixed);
}

/* Both documents regulate local self-government: a sentence in every language, from either end. */
static void
test_several (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (map);
  g_autoptr (QgPart) part = collapse (whole, (const guint[]){ DOCUMENTS }, 1);
  QgMap *varied = qg_part_get_map (part);
  guint relation = find (part, DOCUMENTS, SELF_GOVERNMENT), first;

  g_assert_true (qg_map_is_group_relation (varied, relation));
  g_assert_cmpuint (qg_map_get_merged (varied, relation, &first), ==, 2);
  g_assert_cmpuint (qg_map_get_group_size (varied, qg_map_get_relation (varied, relation)->from), ==, 2);
  g_assert_cmpuint (qg_map_get_group_size (varied, SELF_GOVERNMENT), ==, 0);
  check (varied, relation, FALSE, QG_LANG_EN,
         "2\u00a0relations lead from the group “documents” (2) to Local self-government", "“documents” (2)",
         "Local self-government");
  check (varied, relation, TRUE, QG_LANG_EN,
         "2\u00a0relations lead to Local self-government from the group “documents” (2)", "“documents” (2)",
         "Local self-government");
  check (varied, relation, FALSE, QG_LANG_RU,
         "От группы «документы» (2) к объекту «Местное самоуправление» ведут 2\u00a0связи", "«документы» (2)",
         "«Местное самоуправление»");
  check (varied, relation, TRUE, QG_LANG_RU,
         "К объекту «Местное самоуправление» от группы «документы» (2) ведут 2\u00a0связи", "«документы» (2)",
         "«Местное самоуправление»");
  check (varied, relation, FALSE, QG_LANG_KK,
         "«құжаттар» (2) тобынан «Жергілікті өзін-өзі басқару» нысанына 2\u00a0байланыс бар",
         "«құжаттар» (2)", "«Жергілікті өзін-өзі басқару»");
  check (varied, relation, TRUE, QG_LANG_KK,
         "«Жергілікті өзін-өзі басқару» нысанына «құжаттар» (2) тобынан 2\u00a0байланыс бар",
         "«құжаттар» (2)", "«Жергілікті өзін-өзі басқару»");
}

/* A map that does not have the language of whoever reads has its names; what the program says is in that
 * language all the same. */
static void
test_said_in_another_language (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (map);
  g_autoptr (QgPart) part = collapse (whole, (const guint[]){ DOCUMENTS }, 1);
  guint relation = find (part, DOCUMENTS, SELF_GOVERNMENT);
  g_autoptr (QgSentence) s =
      qg_sentence_new_said (qg_part_get_map (part), relation, FALSE, QG_LANG_EN, QG_LANG_RU);

  g_assert_cmpstr (s->text, ==,
                   "От группы «documents» (2) к объекту «Local self-government» ведут 2\u00a0связи");
}

/* Relations of which nothing is said: an arrow between the names, and in the picture nothing, or how many
 * they are. */
static void
test_arrows (void)
{
  const QgLang langs[] = { QG_LANG_EN };
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_EN, "Map");
  g_autoptr (QgText) forth = qg_text_new_single (QG_LANG_EN, "→");
  g_autoptr (QgText) back = qg_text_new_single (QG_LANG_EN, "←");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 1);
  g_autoptr (QgMap) map = NULL;
  g_autoptr (QgPart) whole = NULL, part = NULL;

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k0", .name = title });
  qg_map_builder_add_kind (builder, &(QgKind){ .id = "k1", .name = title });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "v", .label = forth, .inverse = back });
  for (guint i = 0; i < 4; i++)
    {
      const char *const ids[] = { "a", "b", "c", "d" };
      g_autoptr (QgText) name = qg_text_new_single (QG_LANG_EN, ids[i]);

      qg_map_builder_add_entity (
          builder, &(QgEntity){ .id = ids[i], .kind = i / 2, .name = name, .label = name, .importance = 1 });
    }
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "ac", .from = 0, .to = 2 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "bc", .from = 1, .to = 2 });
  qg_map_builder_add_relation (builder, &(QgRelation){ .id = "ad", .from = 0, .to = 3 });
  map = qg_map_builder_end (builder);
  check (map, 0, FALSE, QG_LANG_EN, "a → c", "a", "c");
  check (map, 0, TRUE, QG_LANG_EN, "c ← a", "a", "c");
  whole = qg_part_new_whole (map);
  part = collapse (whole, (const guint[]){ 0 }, 1);
  g_assert_cmpstr (get_verb (qg_part_get_map (part), find (part, 0, 2), QG_LANG_EN), ==, "2");
  g_assert_cmpstr (get_verb (qg_part_get_map (part), find (part, 0, 3), QG_LANG_EN), ==, "→");
}

/* Only one of them regulates Parliament: that is what is said, and not that the group does. In the picture
 * the line says that it is one. */
static void
test_one_of_a_group (void)
{
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) whole = qg_part_new_whole (map);
  g_autoptr (QgPart) part = collapse (whole, (const guint[]){ DOCUMENTS }, 1);
  QgMap *varied = qg_part_get_map (part);
  guint relation = find (part, DOCUMENTS, 0), first;
  const QgRelation *r = qg_map_get_relation (varied, relation);

  g_assert_cmpuint (qg_map_get_merged (varied, relation, &first), ==, 1);
  g_assert_cmpuint (qg_map_get_relation (varied, first)->from, ==, CONSTITUTION);
  check (varied, relation, FALSE, QG_LANG_RU, "Конституция — регулирует — Парламент", "Конституция",
         "Парламент");
  check (varied, relation, TRUE, QG_LANG_EN, "Parliament — is regulated by — Constitution", "Constitution",
         "Parliament");
  g_assert_cmpstr (qg_text_get (qg_map_get_verb (varied, r->verb)->label, QG_LANG_RU), ==,
                   "регулирует\u00a0·\u00a01");
  g_assert_cmpstr (qg_text_get (qg_map_get_verb (varied, r->verb)->inverse, QG_LANG_KK), ==,
                   "реттеледі\u00a0·\u00a01");
  g_assert_cmpint (r->statement, ==, QG_STATEMENT_NORM);
}

/* A group of one is its entity: nothing is said of all its kind that is true of one. */
static void
test_group_of_one (void)
{
  static const guint entities[] = { 0, 1, SELF_GOVERNMENT, LAW };
  g_autoptr (QgMap) map = sample_map_new ();
  g_autoptr (QgPart) some = qg_part_new_entities (map, entities, G_N_ELEMENTS (entities), NULL);
  g_autoptr (QgPart) part = collapse (some, (const guint[]){ 0, DOCUMENTS }, 2);
  QgMap *varied = qg_part_get_map (part);
  QgNumbers shown = qg_part_get_entities (part);
  guint relation = find (part, DOCUMENTS, SELF_GOVERNMENT);

  g_assert_cmpuint (shown.n, ==, 3);
  g_assert_cmpuint (shown.items[0], ==, SELF_GOVERNMENT);
  g_assert_cmpuint (shown.items[1], ==, LAW);
  g_assert_true (qg_map_is_group (varied, shown.items[2]));
  g_assert_true (qg_part_is_collapsed (part, DOCUMENTS));
  g_assert_false (qg_map_is_group_relation (varied, relation));
  g_assert_cmpuint (qg_part_index_of_entity (part, LAW), ==, 1);
}

static void
test_numbers (void)
{
  static const struct
  {
    guint n;
    const char *ru;
  } ties[] = {
    { 2, "ведут 2\u00a0связи" },   { 5, "ведут 5\u00a0связей" },  { 11, "ведут 11\u00a0связей" },
    { 21, "ведёт 21\u00a0связь" }, { 22, "ведут 22\u00a0связи" }, { 111, "ведут 111\u00a0связей" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      g_autofree char *ru = qg_word_dup_ties (ties[i].n, QG_LANG_RU);
      g_autofree char *kk = qg_word_dup_ties (ties[i].n, QG_LANG_KK);
      g_autofree char *plain = qg_word_dup_relations (ties[i].n, QG_LANG_KK);

      g_assert_cmpstr (ru, ==, ties[i].ru);
      g_assert_cmpstr (kk, ==, plain);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-words/verbs", test_verbs);
  g_test_add_func ("/group-words/several", test_several);
  g_test_add_func ("/group-words/one-of-a-group", test_one_of_a_group);
  g_test_add_func ("/group-words/group-of-one", test_group_of_one);
  g_test_add_func ("/group-words/mixed", test_mixed);
  g_test_add_func ("/group-words/numbers", test_numbers);
  g_test_add_func ("/picture/group-words/other-language", test_said_in_another_language);
  g_test_add_func ("/picture/group-words/arrows", test_arrows);
  return g_test_run ();
}
