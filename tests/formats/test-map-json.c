/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include <string.h>

#include "qg-map-json.h"

/* A map that has everything once; each test changes a word of it. */
static const char whole[] =
    "{\n"
    "  \"qogam-map\": 1, \"id\": \"test\", \"title\": {\"kk\": \"Қоғам\", \"en\": \"Society\"},\n"
    "  \"languages\": [\"kk\", \"en\"], \"version\": \"2\", \"date\": \"2026-02-28\", \"licence\": \"CC0\",\n"
    "  \"description\": {\"kk\": \"с\", \"en\": \"d\"},\n"
    "  \"kinds\": [{\"id\": \"k1\", \"name\": {\"kk\": \"орган\", \"en\": \"body\"}, \"plural\": {\"kk\": "
    "\"о\", \"en\": \"b\"},\n"
    "    \"color\": \"blue\", \"symbol\": \"columns\", \"quiet\": true},\n"
    "    {\"id\": \"k2\", \"name\": {\"kk\": \"топ\", \"en\": \"group\"}, \"color\": \"#a0b1c2\"}],\n"
    "  \"verbs\": [{\"id\": \"has\", \"label\": {\"kk\": \"бар\", \"en\": \"has\"}, \"inverse\": {\"kk\": "
    "\"тиесілі\", \"en\": \"of\"},\n"
    "    \"plural\": {\"en\": \"have\"}}],\n"
    "  \"sources\": [{\"id\": \"s1\", \"title\": {\"kk\": \"м\", \"en\": \"a\"}, \"label\": {\"kk\": \"қ\", "
    "\"en\": \"s\"}, \"url\": "
    "\"https://example.org/\", \"listed\": false,\n"
    "    \"sections\": [{\"id\": \"main\", \"name\": {\"kk\": \"н\", \"en\": \"m\"}}],\n"
    "    \"locators\": [{\"id\": \"1\", \"kind\": \"paragraph\", \"number\": \"1\", \"section\": \"main\", "
    "\"words\": \"w\"}]}],\n"
    "  \"entities\": [\n"
    "    {\"id\": \"e1\", \"kind\": \"k1\", \"name\": {\"kk\": \"Ә\", \"en\": \"One\"}, \"label\": {\"kk\": "
    "\"ә\", \"en\": \"1\"},\n"
    "     \"other_names\": {\"kk\": [\"б\", \"в\"], \"en\": [\"uno\"]}, \"description\": {\"kk\": \"д\", "
    "\"en\": \"d\"}, \"importance\": 3,\n"
    "     \"sources\": [{\"source\": \"s1\", \"at\": \"1\"}, {\"source\": \"s1\"}],\n"
    "     \"note\": {\"text\": {\"kk\": \"н\", \"en\": \"n\"}, \"certainty\": \"likely\", \"as_of\": "
    "\"2026-11\"}},\n"
    "    {\"id\": \"e2\", \"kind\": \"k2\", \"name\": {\"kk\": \"Е\", \"en\": \"Two\"}, \"plural\": "
    "[\"en\"]},\n"
    "    {\"id\": \"e3\", \"kind\": \"k2\", \"name\": {\"kk\": \"Ү\", \"en\": \"Three\"}, \"keyword_only\": "
    "true,\n"
    "     \"place\": [-12.5, 1.0e2]}],\n"
    "  \"relations\": [\n"
    "    {\"id\": \"r1\", \"from\": \"e1\", \"to\": \"e2\", \"verb\": \"has\", \"statement\": \"norm\", "
    "\"denial\": true,\n"
    "     \"sentence\": {\"kk\": \"{from|Ә} {to|Ені} біледі\", \"en\": \"{from|One} has {to|two}\"},\n"
    "     \"inverse\": {\"kk\": \"{to|Е} {from|Ә-нікі}\", \"en\": \"{to|Two} of {from|one}\"},\n"
    "     \"explanation\": {\"kk\": \"т\", \"en\": \"e\"}, \"sources\": [{\"source\": \"s1\", \"at\": "
    "\"1\"}]},\n"
    "    {\"id\": \"r2\", \"from\": \"e2\", \"to\": \"e1\", \"verb\": \"has\", \"sources\": [{\"source\": "
    "\"s1\"}]}],\n"
    "  \"lists\": [{\"id\": \"l1\", \"title\": {\"kk\": \"т\", \"en\": \"l\"}, \"about\": \"e1\", "
    "\"ordered\": true,\n"
    "    \"members\": [{\"entity\": \"e2\"}, {\"text\": {\"kk\": \"м\", \"en\": \"m\"}}], \"sources\": "
    "[{\"source\": \"s1\"}]}],\n"
    "  \"views\": [{\"id\": \"v1\", \"title\": {\"kk\": \"к\", \"en\": \"v\"}, \"page\": \"16:9\", "
    "\"entities\": [\"e1\", \"e2\"],\n"
    "    \"without\": [\"r2\"], \"layout\": {\"engine\": \"dot\", \"direction\": \"right\", \"spacing\": "
    "0.5, \"rank_spacing\": 1.1,\n"
    "    \"wrap\": 2, \"groups\": \"kind\", \"levels\": [[\"e1\"], [\"e2\"]]}},\n"
    "    {\"id\": \"v2\", \"title\": {\"kk\": \"б\", \"en\": \"all\"}, \"entities\": [\"*\"], \"layout\": "
    "{\"engine\": \"sfdp\"}}],\n"
    "  \"tours\": [{\"id\": \"t1\", \"title\": {\"kk\": \"с\", \"en\": \"t\"}, \"steps\": [\n"
    "    {\"id\": \"a\", \"title\": {\"kk\": \"а\", \"en\": \"a\"}, \"view\": \"v1\", \"highlight\": "
    "[\"e1\", \"r1\"], \"text\": {\"kk\": \"м\", \"en\": \"t\"}},\n"
    "    {\"id\": \"b\", \"title\": {\"kk\": \"б\", \"en\": \"b\"}, \"focus\": \"e2\", \"depth\": 2, "
    "\"text\": {\"kk\": \"м\", \"en\": \"t\"},\n"
    "     \"sources\": [{\"source\": \"s1\"}]}]}]\n"
    "}\n";

static QgMap *
read_text (const char *text, char **verdict)
{
  g_autoptr (QgProblems) problems = qg_problems_new ("t");
  g_autoptr (GError) error = NULL;
  QgMap *map = qg_map_json_read (text, strlen (text), problems, NULL, &error);

  g_assert_cmpint (map == NULL, ==, error != NULL);
  g_assert_cmpint (map == NULL, ==, qg_problems_get_n_errors (problems) > 0);
  *verdict = qg_problems_dup_text (problems);
  return map;
}

/* @old, which must be there, becomes @new; the verdict must hold @message at the place where @mark stands in
 * the changed text (NULL: anywhere). */
static void
assert_change (const char *old, const char *new, const char *mark, const char *message)
{
  g_autoptr (GString) text = g_string_new (whole);
  g_autofree char *verdict = NULL, *line = NULL;
  g_autoptr (QgMap) map = NULL;

  g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  map = read_text (text->str, &verdict);
  if (mark != NULL)
    {
      const char *at = strstr (text->str, mark), *start = at;
      guint n_lines = 1;

      g_assert_nonnull (at);
      while (start > text->str && start[-1] != '\n')
        start--;
      for (const char *p = text->str; p < start; p++)
        n_lines += *p == '\n';
      line = g_strdup_printf ("t:%u:%ld: %s", n_lines, g_utf8_strlen (start, at - start) + 1, message);
    }
  else
    line = g_strdup (message);
  if (strstr (verdict, line) == NULL)
    g_error ("“%s” should hold “%s”", verdict, line);
}

static void
test_whole (void)
{
  g_autofree char *verdict = NULL;
  g_autoptr (QgMap) map = read_text (whole, &verdict);
  const QgEntity *entity;
  const QgView *view;
  const QgStep *step;

  g_assert_cmpstr (verdict, ==, "");
  entity = qg_map_get_entity (map, 0);
  g_assert_cmpuint (entity->n_other_names, ==, 3);
  g_assert_cmpstr (qg_text_get (entity->other_names[2], QG_LANG_EN), ==, "uno");
  g_assert_cmpuint (entity->citations.n, ==, 2);
  g_assert_cmpuint (entity->citations.items[1].locator, ==, QG_NONE);
  g_assert_cmpint (entity->note->certainty, ==, QG_CERTAINTY_LIKELY);
  g_assert_cmpuint (qg_map_get_entity (map, 1)->importance, ==, 2);
  g_assert_true (qg_map_get_entity (map, 1)->label == qg_map_get_entity (map, 1)->name);
  g_assert_cmpuint (entity->plural, ==, 0);
  g_assert_cmpuint (qg_map_get_entity (map, 1)->plural, ==, 2); /* the second language */
  g_assert_cmpstr (qg_text_get (qg_map_get_verb (map, 0)->plural, QG_LANG_EN), ==, "have");
  g_assert_cmpstr (qg_text_get (qg_map_get_source (map, 0)->label, QG_LANG_KK), ==, "қ");
  g_assert_cmpuint (qg_map_get_kind (map, 1)->rgb, ==, 0xA0B1C2);
  g_assert_true (qg_map_get_relation (map, 0)->denial);
  g_assert_cmpint (qg_map_get_relation (map, 1)->statement, ==, QG_STATEMENT_UNSTATED);
  view = qg_map_get_view (map, 0);
  g_assert_cmpfloat (view->layout.rank_spacing, ==, 1.1);
  g_assert_true (view->layout.groups_by_kind);
  g_assert_cmpuint (view->layout.levels[1].items[0], ==, 1);
  g_assert_cmpuint (qg_map_get_view (map, 1)->entities.n, ==, 3);
  step = &qg_map_get_tour (map, 0)->steps[0];
  g_assert_cmpuint (step->highlight_relations.n, ==, 1);
  g_assert_cmpuint (qg_map_get_tour (map, 0)->steps[1].depth, ==, 2);
  g_assert_cmpstr (qg_text_get (qg_map_get_list (map, 0)->members[1].text, QG_LANG_EN), ==, "m");
}

static void
test_fields (void)
{
  assert_change ("\"version\"", "\"versoin\"", "\"versoin\"",
                 "error: unknown field “versoin”; expected: one of: qogam-map, id");
  assert_change ("\"plural\": [\"en\"]", "\"plural\": [\"de\"]", "\"de\"",
                 "error: “de” is none of the map's languages; expected: one of: kk, en");
  assert_change ("\"plural\": [\"en\"]", "\"plural\": [1]", "1]}",
                 "error: a number stands here; expected: text");
  assert_change ("\"id\": \"e2\", ", "", "{\"kind\": \"k2\"",
                 "error: the field “id” is missing; expected: text");
  assert_change ("\"importance\": 3", "\"importance\": \"3\"", "\"3\"",
                 "error: text stands here; expected: a number");
  assert_change ("\"importance\": 3", "\"importance\": null", "null",
                 "error: null stands here; expected: a number");
  assert_change ("\"denial\": true", "\"denial\": 1", "1,\n     \"sentence\"",
                 "error: a number stands here; expected: true or false");
  assert_change ("\"qogam-map\": 1", "\"qogam-map\": 2", "2, \"id\"",
                 "error: this map was made by a newer Qogam");
  assert_change ("\"qogam-map\": 1", "\"qogam-map\": 1.5", "1.5, \"id\"",
                 "error: the number is out of range; expected: a whole number in 1 … 1");
  assert_change ("[{\"entity\": \"e2\"}, ", "[\"e2\", ", "\"e2\", {\"text\"",
                 "error: text stands here; expected: an object");
  assert_change ("\"place\": [-12.5, 1.0e2]", "\"place\": [-12.5]", "[-12.5]",
                 "error: this is no place; expected: two numbers, across and down");
  assert_change ("\"place\": [-12.5, 1.0e2]", "\"place\": [1, 2, 3]", "[1, 2, 3]", "error: this is no place");
  assert_change ("\"place\": [-12.5, 1.0e2]", "\"place\": {\"x\": 1}", "{\"x\": 1}",
                 "error: an object stands here; expected: an array");
  assert_change ("[-12.5, 1.0e2]", "[-12.5, \"1\"]", "\"1\"]", "error: text stands here; expected: a number");
  assert_change ("[-12.5, 1.0e2]", "[-1000001, 0]", "-1000001",
                 "error: the number is out of range; expected: a number in -1000000 … 1000000");
  assert_change ("\"version\": \"2\"", "\"version\": \"\"", "\"\"", "error: this text is empty");
}

static void
test_ids (void)
{
  assert_change ("\"from\": \"e1\"", "\"from\": \"e9\"", "\"e9\"",
                 "error: there is no entity “e9”; expected: an id that this file has");
  assert_change ("\"kind\": \"k1\", \"name\"", "\"kind\": \"k9\", \"name\"", "\"k9\"",
                 "error: there is no kind “k9”");
  assert_change ("\"verb\": \"has\", \"statement\"", "\"verb\": \"is\", \"statement\"", "\"is\"",
                 "error: there is no verb “is”");
  assert_change ("\"id\": \"e2\"", "\"id\": \"e1\"", "\"e1\", \"kind\": \"k2\"",
                 "error: the id “e1” is used a second time");
  assert_change ("\"id\": \"e2\"", "\"id\": \"E2\"", "\"E2\"", "error: “E2” is no id");
  assert_change ("\"id\": \"e3\"", "\"id\": \"-e3\"", "\"-e3\"", "error: “-e3” is no id");
  assert_change ("\"at\": \"1\"}]},", "\"at\": \"7\"}]},", "\"7\"", "error: the source has no locator “7”");
}

static void
test_references (void)
{
  assert_change ("\"section\": \"main\"", "\"section\": \"other\"", "\"other\"",
                 "error: the source has no section “other”");
  assert_change ("\"without\": [\"r2\"]", "\"without\": [\"r3\"]", "\"r3\"",
                 "error: there is no relation “r3”");
  assert_change ("[\"e1\", \"e2\"],\n", "[\"e1\", \"e1\"],\n", "\"e1\"],\n",
                 "error: “e1” stands here a second time");
  assert_change ("[\"e1\", \"e2\"],\n", "[\"e1\"],\n", "\"r2\"], \"layout\"",
                 "error: the relation “r2” is not in this view");
  assert_change ("[[\"e1\"], [\"e2\"]]", "[[\"e1\"], [\"e3\"]]", "\"e3\"]]",
                 "error: the entity “e3” is not in this view");
  assert_change ("[[\"e1\"], [\"e2\"]]", "[[\"e1\"], [\"e1\"]]", "\"e1\"]]",
                 "error: “e1” stands in two levels");
  assert_change ("\"view\": \"v1\"", "\"view\": \"v9\"", "\"v9\"", "error: there is no view “v9”");
  assert_change ("[\"e1\", \"r1\"]", "[\"e1\", \"x1\"]", "\"x1\"",
                 "error: there is no entity or relation “x1”");
  assert_change ("[\"e1\", \"r1\"]", "[\"e1\", \"r2\"]", "\"r2\"], \"text\"",
                 "error: “r2” is not in the picture of this step");
  assert_change ("\"view\": \"v1\", ", "", "{\"id\": \"a\"", "error: a step shows either a view or a focus");
  assert_change ("\"focus\": \"e2\", ", "\"view\": \"v2\", ", "\"depth\"", "error: a depth without a focus");
  assert_change ("{\"entity\": \"e2\"}", "{}", "{}", "error: a member is either an entity or a text");
}

static void
test_words (void)
{
  assert_change (
      "\"norm\"", "\"law\"", "\"law\"",
      "error: “law” is not known here; expected: one of: unstated, definition, fact, norm, claim, theory");
  assert_change ("\"columns\"", "\"pillar\"", "\"pillar\"", "error: “pillar” is not known here");
  assert_change ("\"likely\"", "\"maybe\"", "\"maybe\"",
                 "error: “maybe” is not known here; expected: one of: certain, likely, open");
  assert_change ("\"sfdp\"", "\"../../x\"", "\"../../x\"", "error: “../../x” is not known here");
  assert_change ("\"blue\"", "\"blau\"", "\"blau\"", "error: “blau” is not known here");
  assert_change ("#a0b1c2", "#a0b1c", "\"#a0b1c\"", "error: “#a0b1c” is no color");
  assert_change ("2026-02-28", "2026-02-29", "\"2026-02-29\"", "error: “2026-02-29” is no date");
  assert_change ("\"2026-11\"", "\"2026-13\"", "\"2026-13\"", "error: “2026-13” is no date");
  assert_change ("\"spacing\": 0.5", "\"spacing\": 5", "5, \"rank",
                 "error: the number is out of range; expected: a number in 0.25 … 4");
  assert_change ("\"depth\": 2", "\"depth\": 1.5", "1.5",
                 "error: the number is out of range; expected: a whole number in 1 … 5");
  assert_change ("\"16:9\"", "\"17:9\"", "\"17:9\"", "error: “17:9” is no page");
  assert_change ("https:", "javascript:", "\"javascript:",
                 "error: “javascript://example.org/” is no address on the web");
}

static void
test_texts (void)
{
  assert_change ("{\"kk\": \"Ә\", \"en\": \"One\"}", "{\"kk\": \"Ә\", \"de\": \"Eins\"}", "\"de\"",
                 "error: “de” is none of the map's languages; expected: one of: kk, en");
  assert_change ("{\"kk\": \"Ә\", \"en\": \"One\"}", "\"One\"", "\"One\"",
                 "error: a plain text in a map of several languages");
  assert_change ("{\"kk\": \"Ә\", \"en\": \"One\"}", "{}", "{}", "error: a text without words");
  assert_change ("{from|One} has {to|two}", "One has {to|two}", "\"One has",
                 "error: the sentence does not hold its two names");
  assert_change ("{from|One} has {to|two}", "{from|One} has {to|two} {to|three}", "\"{from|One} has",
                 "error: the sentence");
  assert_change ("{from|One} has {to|two}", "{from|One} | {to|two}", "\"{from|One} |", "error: the sentence");
  assert_change ("{from|One} has {to|two}", "{from|} has {to|two}", "\"{from|} has", "error: the sentence");
  assert_change ("{from|One} has {to|two}", "{from|One has {to|two}", "\"{from|One has",
                 "error: the sentence");
  assert_change ("[\"kk\", \"en\"]", "[]", "[]", "error: the number of languages is wrong");
  assert_change ("[\"kk\", \"en\"]", "[\"kk\", \"k\"]", "\"k\"]", "error: “k” is no language tag");
  assert_change ("[\"kk\", \"en\"]", "[\"kk\", \"en\", \"kk-Latn\"]", "[\"kk\", \"en\", \"kk-Latn\"]",
                 "error: kk-Latn beside kk");
}

static void
test_warnings (void)
{
  assert_change ("{\"kk\": \"Ә\", \"en\": \"One\"}", "{\"kk\": \"Ә\"}", "{\"kk\": \"Ә\"}",
                 "warning: no text in the language “en”");
  assert_change ("\"has\", \"sources\": [{\"source\": \"s1\"}]", "\"has\"", "{\"id\": \"r2\"",
                 "warning: the relation has no source");
  assert_change (", \"keyword_only\": true", "", "{\"id\": \"e3\"", "warning: the entity has no relation");
  assert_change ("{\"engine\": \"sfdp\"}", "{\"engine\": \"sfdp\", \"direction\": \"up\"}", "\"up\"",
                 "warning: a direction has no effect");
}

/* Every fault is told, not the first alone. */
static void
test_all_told (void)
{
  g_autoptr (GString) text = g_string_new (whole);
  g_autofree char *verdict = NULL;
  g_autoptr (QgMap) map = NULL;
  g_auto (GStrv) lines = NULL;

  g_string_replace (text, "\"norm\"", "\"law\"", 1);
  g_string_replace (text, "\"version\"", "\"versoin\"", 1);
  g_string_replace (text, "\"depth\": 2", "\"depth\": 9", 1);
  g_string_replace (text, "\"blue\"", "\"blau\"", 1);
  g_string_replace (text, "\"at\": \"1\"}]}", "\"at\": \"x\"}]}", 1);
  map = read_text (text->str, &verdict);
  g_assert_null (map);
  lines = g_strsplit (verdict, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6); /* five lines, and nothing behind the last */
}

static void
test_many_faults (void)
{
  g_autoptr (GString) text =
      g_string_new ("{\"qogam-map\": 1, \"id\": \"t\", \"title\": \"T\", \"languages\": [\"en\"], "
                    "\"kinds\": [], \"verbs\": [], \"relations\": [], \"entities\": [");
  g_autofree char *verdict = NULL;
  g_autoptr (QgMap) map = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (
        text, "%s{\"id\": \"e%u\", \"name\": \"N\", \"kind\": \"none\", \"keyword_only\": true}",
        i > 0 ? ",\n" : "", i);
  g_string_append (text, "]}");
  map = read_text (text->str, &verdict);
  g_assert_null (map);
  g_assert_nonnull (strstr (verdict, "t:1000:"));
  g_assert_null (strstr (verdict, "t:1001:"));
  g_assert_true (g_str_has_suffix (verdict, "\nt: and 500 more\n"));
}

/* No message holds what could break a line or turn a terminal round. */
static void
test_unsafe_words (void)
{
  assert_change ("\"norm\"", "\"a\\nb\\u202ec\\u001b[31m\"", NULL,
                 "error: “a\\u000ab\\u202ec\\u001b[31m” is not known here");
  assert_change ("\"One\"", "\"O\\u202ene\"", "\"O\\u202ene\"",
                 "warning: marks that turn the order of letters round are left out of this text");
  assert_change ("\"One\"", "\"On\\u0007e\"", "\"On\\u0007e\"",
                 "warning: control characters are left out of this text");
}

/* A name reads as it is written, wherever it is shown. */
static void
test_marks_left_out (void)
{
  g_autoptr (GString) text = g_string_new (whole);
  g_autofree char *verdict = NULL;
  g_autoptr (QgMap) map = NULL;
  g_autoptr (GBytes) json = NULL;

  g_string_replace (text, "\"One\"", "\"\\u202eO\xE2\x81\xA6n\\u001be\\u200f\"", 1);
  map = read_text (text->str, &verdict);
  g_assert_nonnull (map);
  g_assert_cmpstr (qg_text_pick (qg_map_get_entity (map, 0)->name, QG_LANG_EN, NULL), ==, "One");
  json = qg_map_json_write (map);
  g_assert_null (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), "u202e"));
}

static void
test_no_object (void)
{
  g_autofree char *verdict = NULL;
  QgMap *map = read_text ("[]", &verdict);

  g_assert_null (map);
  g_assert_cmpstr (verdict, ==, "t:1:1: error: an array stands here; expected: an object\n");
}

static GBytes *
rewrite (const char *text)
{
  g_autofree char *verdict = NULL;
  g_autoptr (QgMap) map = read_text (text, &verdict);

  g_assert_cmpstr (verdict, ==, "");
  return qg_map_json_write (map);
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) once = rewrite (whole);
  g_autofree char *text = g_strndup (g_bytes_get_data (once, NULL), g_bytes_get_size (once));
  g_autoptr (GBytes) twice = rewrite (text);

  g_assert_true (g_bytes_equal (once, twice));
  /* What makes up the map is all there; what is derived is not. */
  g_assert_nonnull (strstr (text, "\"color\": \"#a0b1c2\""));
  g_assert_nonnull (strstr (text, "\"other_names\": {\"kk\": [\"б\", \"в\"], \"en\": [\"uno\"]}"));
  g_assert_nonnull (strstr (text, "\"rank_spacing\": 1.1,"));
  g_assert_nonnull (strstr (text, "\"highlight\": [\"e1\", \"r1\"]"));
  g_assert_nonnull (strstr (text, "\"entities\": [\"*\"]"));
  g_assert_nonnull (strstr (text, "\"as_of\": \"2026-11\""));
  g_assert_nonnull (strstr (text, "\"listed\": false"));
  g_assert_nonnull (strstr (text, "\"place\": [-12.5, 100]"));
  g_assert_null (strstr (text, "Latn"));
}

static void
test_one_language (void)
{
  g_autoptr (GBytes) bytes =
      rewrite ("{\"qogam-map\": 1, \"id\": \"t\", \"title\": \"T \\\" \\n\", \"languages\": [\"ru\"], "
               "\"kinds\": [{\"id\": \"k\", \"name\": {\"ru\": \"Вид\"}}], \"verbs\": [], "
               "\"entities\": [{\"id\": \"e\", \"kind\": \"k\", \"name\": \"Имя\", "
               "\"other_names\": [\"а\", \"б\"], \"keyword_only\": true}], \"relations\": []}");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "\"title\": \"T \\\" \\n\""));
  g_assert_nonnull (strstr (text, "\"name\": \"Вид\""));
  g_assert_nonnull (strstr (text, "\"other_names\": {\"ru\": [\"а\", \"б\"]}"));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QgProblems) problems = qg_problems_new ("t");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qg_map_json_read (whole, sizeof whole - 1, problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/map-json/whole", test_whole);
  g_test_add_func ("/formats/map-json/fields", test_fields);
  g_test_add_func ("/formats/map-json/ids", test_ids);
  g_test_add_func ("/formats/map-json/references", test_references);
  g_test_add_func ("/formats/map-json/words", test_words);
  g_test_add_func ("/formats/map-json/texts", test_texts);
  g_test_add_func ("/formats/map-json/warnings", test_warnings);
  g_test_add_func ("/formats/map-json/all-told", test_all_told);
  g_test_add_func ("/formats/map-json/many-faults", test_many_faults);
  g_test_add_func ("/formats/map-json/unsafe-words", test_unsafe_words);
  g_test_add_func ("/formats/map-json/marks-left-out", test_marks_left_out);
  g_test_add_func ("/formats/map-json/no-object", test_no_object);
  g_test_add_func ("/formats/map-json/round-trip", test_round_trip);
  g_test_add_func ("/formats/map-json/one-language", test_one_language);
  g_test_add_func ("/formats/map-json/cancelled", test_cancelled);
  return g_test_run ();
}
