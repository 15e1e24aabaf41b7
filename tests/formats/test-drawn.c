/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a person has changed in another program: the names that it draws, beside those that it carries along.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-cxl.h"
#include "qg-map-file.h"

static const char *const names[] = { "m.gv", "m.graphml", "m.cxl" };

/* @text: (nullable): what the file holds from now on; @options: (nullable). */
static QgMap *
load (const char *path, const char *text, const QgMapReadOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  QgMap *map;

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  map = qg_map_load_with (file, options, NULL, &problems, NULL, &error);
  g_assert_no_error (error);
  return map;
}

/* The sample, as @name holds it with names drawn in @lang. */
static char *
dup_written (const char *path, QgLang lang)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "formats", "placed.qogam.json", NULL);
  g_autoptr (QgMap) map = load (sample, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const QgMapWriteOptions options = { lang };
  char *text;

  qg_map_save_with (map, file, NULL, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* What is drawn as @from becomes @to, once. */
static char *
dup_changed (const char *text, const char *from, const char *to)
{
  g_autofree char *pattern =
      g_strdup_printf ("\\A(.*?(?:(?:Node|Edge)Label[^>]*>|[ \\[]label=\"))%s(?=[<\"])", from);
  g_autofree char *with = g_strdup_printf ("\\1%s", to);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  char *changed = g_regex_replace (regex, text, -1, 0, with, 0, NULL);

  g_assert_cmpstr (changed, !=, text);
  return changed;
}

static void
assert_text (const QgText *text, const char *kk, const char *ru)
{
  g_assert_cmpstr (qg_text_get (text, QG_LANG_KK), ==, kk);
  g_assert_cmpstr (qg_text_get (text, QG_LANG_RU), ==, ru);
}

typedef void (*Check) (QgMap *map);

/* Each format, drawn in Russian, with one name changed. */
static void
run (const char *from, const char *to, Check check)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = dup_written (path, QG_LANG_RU), *changed = dup_changed (text, from, to);
      g_autoptr (QgMap) map = load (path, changed, NULL);

      check (map);
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The short name was drawn: the full one stays. */
static void
check_label (QgMap *map)
{
  const QgEntity *entity = qg_map_get_entity (map, qg_map_find_entity (map, "maslikhat"));

  assert_text (entity->label, "Мәслихат", "Собрание");
  assert_text (entity->name, "Облыстың, республикалық маңызы бар қаланың мәслихаты", "Маслихат области");
}

static void
test_label (void)
{
  run ("Маслихат", "Собрание", check_label);
}

static void
check_name (QgMap *map)
{
  const QgEntity *entity = qg_map_get_entity (map, qg_map_find_entity (map, "akim"));

  assert_text (entity->name, "Әкім", "Глава");
  assert_text (entity->label, "Әкім", "Глава");
}

static void
test_name (void)
{
  run ("Аким", "Глава", check_name);
}

/* Of one relation; the others keep the verb. */
static void
check_verb (QgMap *map)
{
  const QgVerb *verb = qg_map_get_verb (map, qg_map_get_relation (map, 0)->verb);

  assert_text (verb->label, NULL, "утверждает");
  verb = qg_map_get_verb (map, qg_map_get_relation (map, 1)->verb);
  g_assert_cmpstr (verb->id, ==, "issues");
  assert_text (verb->label, "шығарады", "издаёт");
  assert_text (verb->inverse, "шығарған", "издан");
}

static void
test_verb (void)
{
  run ("издаёт", "утверждает", check_verb);
}

static void
test_title (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.gv", NULL);
  g_autofree char *text = dup_written (path, QG_LANG_RU);
  g_autofree char *changed = dup_changed (text, "Карта с местами", "Моя карта");
  g_autofree char *without = dup_changed (text, "Карта с местами", "");
  g_autoptr (QgMap) map = load (path, changed, NULL), nameless = load (path, without, NULL);

  assert_text (qg_map_get_title (map), "Орындары бар карта", "Моя карта");
  assert_text (qg_map_get_title (nameless), "Орындары бар карта", "Карта с местами");
  g_remove (path);
  g_rmdir (folder);
}

/* CmapTools has the title in an element of its own. */
static void
test_title_of_cxl (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.cxl", NULL);
  g_autofree char *text = dup_written (path, QG_LANG_RU);
  g_auto (GStrv) parts = g_strsplit (text, "<dc:title>Карта с местами<", 2);
  g_autofree char *changed = g_strjoinv ("<dc:title>Моя карта<", parts);
  g_autoptr (QgMap) map = NULL;

  g_assert_cmpstr (changed, !=, text);
  map = load (path, changed, NULL);
  assert_text (qg_map_get_title (map), "Орындары бар карта", "Моя карта");
  g_remove (path);
  g_rmdir (folder);
}

/* Nothing is changed by drawing it in another language, or by one that is asked for. */
static void
test_unchanged (void)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (langs); k++)
      {
        const QgMapReadOptions options = { NULL, NULL, langs[(k + 1) % 3] };
        g_autofree char *path = g_build_filename (folder, names[i], NULL);
        g_autofree char *text = dup_written (path, langs[k]);
        g_autoptr (QgMap) map = load (path, text, k == 1 ? &options : NULL);
        const QgEntity *entity = qg_map_get_entity (map, qg_map_find_entity (map, "maslikhat"));

        assert_text (entity->label, "Мәслихат", "Маслихат");
        assert_text (entity->name, "Облыстың, республикалық маңызы бар қаланың мәслихаты",
                     "Маслихат области");
        assert_text (qg_map_get_title (map), "Орындары бар карта", "Карта с местами");
        g_assert_cmpuint (qg_map_get_n_verbs (map), ==, 1);
        g_remove (path);
      }
  g_rmdir (folder);
}

static QgMap *
load_text (const char *name, const char *content)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  QgMap *map = load (path, content, NULL);

  g_remove (path);
  g_rmdir (folder);
  return map;
}

/* A column for short names, beside names in languages: it draws nothing. */
static void
test_column (void)
{
  g_autoptr (QgMap) map = load_text (
      "m-entities.csv", "id,label,name_kk,name_ru\na,МФ,Қаржы министрлігі,Министерство финансов\n");
  const QgEntity *entity = qg_map_get_entity (map, 0);

  assert_text (entity->name, "Қаржы министрлігі", "Министерство финансов");
  assert_text (entity->label, "Қаржы министрлігі", "МФ");
}

/* Of a concept, beside the descriptions that the file carries along. */
static void
test_description (void)
{
  g_autoptr (QgMap) map = load_text (
      "m.cxl",
      "<cmap xmlns='http://cmap.ihmc.us/xml/cmap/' xmlns:q='" QG_CXL_NAMESPACE "'><map><concept-list>"
      "<concept id='a' label='A' long-comment='New' q:name_en='A' q:name_kk='Ә' q:description_en='Old' "
      "q:description_kk='Ескі'/>"
      "<concept id='b' label='B' long-comment='Same' q:name_en='B' q:name_kk='Б' q:description_en='Same' "
      "q:description_kk='Сол'/></concept-list></map></cmap>");
  const QgText *text = qg_map_get_entity (map, 0)->description;

  g_assert_cmpstr (qg_text_get (text, QG_LANG_EN), ==, "New");
  g_assert_cmpstr (qg_text_get (text, QG_LANG_KK), ==, "Ескі");
  text = qg_map_get_entity (map, 1)->description;
  g_assert_cmpstr (qg_text_get (text, QG_LANG_EN), ==, "Same");
  g_assert_cmpstr (qg_text_get (text, QG_LANG_KK), ==, "Сол");
}

/* A name that looks like markup of yEd. */
static void
test_markup (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.graphml", NULL), *again = NULL;
  g_autoptr (QgMap) map = load_text ("m.gv", "digraph { languages=\"en\"; a [name_en=\"<html>A<br>B\"] }"),
                    back = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  qg_map_save (map, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  back = load (path, NULL, NULL);
  g_assert_cmpstr (qg_text_get (qg_map_get_entity (back, 0)->name, QG_LANG_EN), ==, "<html>A<br>B");
  g_remove (path);
  g_rmdir (folder);
}

#define LANGUAGES "digraph { graph [languages=\"kk,ru,en\"]; "

/* What was put in is the word of another verb, which keeps its languages; or looks like another one's id. */
static void
test_verbs (void)
{
  g_autoptr (QgMap) map = load_text (
      "m.gv", LANGUAGES
      "a [label=\"A\", name_en=\"A\"]; "
      "a -> b [label=\"has\", verb=\"owns\", verb_en=\"owns\", verb_kk=\"иеленеді\"]; "
      "b -> c [label=\"has\", verb=\"has\", verb_en=\"has\", verb_kk=\"ие\", inverse_kk=\"тиесілі\"] }");
  g_autoptr (QgMap) other =
      load_text ("m.gv", LANGUAGES
                 "a [label=\"A\", name_en=\"A\"]; "
                 "b -> c [label=\"possesses\", verb=\"has\", verb_en=\"possesses\", verb_ru=\"обладает\"]; "
                 "a -> b [label=\"has\", verb=\"owns\", verb_en=\"owns\", verb_ru=\"владеет\"] }");
  const QgVerb *verb = qg_map_get_verb (map, qg_map_get_relation (map, 0)->verb);

  g_assert_cmpuint (qg_map_get_relation (map, 0)->verb, ==, qg_map_get_relation (map, 1)->verb);
  g_assert_cmpstr (verb->id, ==, "has");
  g_assert_cmpstr (qg_text_get (verb->label, QG_LANG_KK), ==, "ие");
  g_assert_cmpstr (qg_text_get (verb->inverse, QG_LANG_KK), ==, "тиесілі");

  /* In the order of the nodes: a → b, b → c. */
  verb = qg_map_get_verb (other, qg_map_get_relation (other, 1)->verb);
  g_assert_cmpstr (verb->id, ==, "has");
  g_assert_cmpstr (qg_text_get (verb->label, QG_LANG_EN), ==, "possesses");
  verb = qg_map_get_verb (other, qg_map_get_relation (other, 0)->verb);
  g_assert_cmpstr (verb->id, !=, "has");
  g_assert_cmpstr (qg_text_get (verb->label, QG_LANG_EN), ==, "has");
}

/* Where what was left as it was is the same in all languages, the letters tell; whoever asks for a language
 * for texts without one asks nothing of drawn names; and where nothing that is drawn is known, it is a short
 * name. */
static void
test_language (void)
{
  const QgMapReadOptions options = { NULL, NULL, QG_LANG_EN };
  g_autoptr (QgMap) tie = load_text (
      "m.gv", LANGUAGES "a [label=\"SMS\", name_kk=\"SMS\", name_ru=\"SMS\", name_en=\"SMS\"]; "
                        "b [label=\"Фонд бюджета\", name_kk=\"Бюджет қоры\", name_ru=\"Бюджетный фонд\"] }");
  g_autoptr (QgMap) short_name = load_text (
      "m.gv", "digraph { graph [languages=\"en\"]; a [label=\"MinFin\", name_en=\"Ministry of Finance\"] }");
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.graphml", NULL);
  g_autofree char *text = dup_written (path, QG_LANG_RU), *changed = dup_changed (text, "Аким", "Глава");
  g_autoptr (QgMap) asked = load (path, changed, &options);
  const QgEntity *entity = qg_map_get_entity (tie, 1);

  assert_text (entity->name, "Бюджет қоры", "Фонд бюджета");
  entity = qg_map_get_entity (short_name, 0);
  g_assert_cmpstr (qg_text_get (entity->name, QG_LANG_EN), ==, "Ministry of Finance");
  g_assert_cmpstr (qg_text_get (entity->label, QG_LANG_EN), ==, "MinFin");
  entity = qg_map_get_entity (asked, qg_map_find_entity (asked, "akim"));
  assert_text (entity->name, "Әкім", "Глава");
  g_assert_cmpstr (qg_text_get (entity->name, QG_LANG_EN), ==, "Akim");
  g_remove (path);
  g_rmdir (folder);
}

/* As Gephi writes GraphML: y upwards, a color in three parts, 'Edge Label'. */
static void
test_gephi (void)
{
  g_autoptr (QgMap) map = load_text (
      "m.graphml",
      "<graphml><key attr.name='label' attr.type='string' for='node' id='label'/>"
      "<key attr.name='Edge Label' attr.type='string' for='edge' id='edgelabel'/>"
      "<key attr.name='r' attr.type='int' for='node' id='r'/><key attr.name='g' attr.type='int' for='node' "
      "id='g'/>"
      "<key attr.name='b' attr.type='int' for='node' id='b'/><key attr.name='x' attr.type='float' for='node' "
      "id='x'><default>3</default></key>"
      "<key attr.name='y' attr.type='float' for='node' id='y'><default>7</default></key><graph "
      "edgedefault='directed'>"
      "<node id='0'><data key='label'>A</data><data key='r'>255</data><data key='g'>0</data><data "
      "key='b'>16</data>"
      "<data key='x'>10.5</data><data key='y'>20.25</data></node>"
      "<node id='1'><data key='label'>B</data><data key='r'>0</data><data key='g'>128</data><data "
      "key='b'>0</data>"
      "<data key='x'>-1</data><data key='y'>\n -0.5 </data></node>"
      "<node id='2'/>"
      "<edge id='0' source='0' target='1'><data key='edgelabel'>knows</data></edge></graph></graphml>");
  const QgEntity *a = qg_map_get_entity (map, 0), *b = qg_map_get_entity (map, 1);

  g_assert_true (a->is_placed && b->is_placed);
  g_assert_true (a->place.x == 10.5 && a->place.y == -20.25);
  g_assert_true (b->place.x == -1 && b->place.y == 0.5);
  b = qg_map_get_entity (map, 2);
  g_assert_true (b->is_placed && b->place.x == 3 && b->place.y == -7);
  b = qg_map_get_entity (map, 1);
  g_assert_cmphex (qg_map_get_kind (map, a->kind)->rgb, ==, 0xff0010);
  g_assert_cmphex (qg_map_get_kind (map, b->kind)->rgb, ==, 0x008000);
  g_assert_cmpstr (qg_text_get (qg_map_get_verb (map, 0)->label, QG_LANG_EN), ==, "knows");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/drawn/label", test_label);
  g_test_add_func ("/formats/drawn/name", test_name);
  g_test_add_func ("/formats/drawn/verb", test_verb);
  g_test_add_func ("/formats/drawn/title", test_title);
  g_test_add_func ("/formats/drawn/title-of-cxl", test_title_of_cxl);
  g_test_add_func ("/formats/drawn/unchanged", test_unchanged);
  g_test_add_func ("/formats/drawn/column", test_column);
  g_test_add_func ("/formats/drawn/description", test_description);
  g_test_add_func ("/formats/drawn/markup", test_markup);
  g_test_add_func ("/formats/drawn/verbs", test_verbs);
  g_test_add_func ("/formats/drawn/language", test_language);
  g_test_add_func ("/formats/drawn/gephi", test_gephi);
  return g_test_run ();
}
