/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where files of other programs say that things stand, and the shapes that they draw them in. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-coordinate.h"
#include "qg-enums.h"
#include "qg-map-file.h"
#include "qg-map-json.h"

typedef struct
{
  const char *name;
  const char *content;
  const char *places; /* "a 1,2|b -": of each entity in its order; or NULL */
  const char *said;   /* somewhere; NULL: no word of positions or shapes */
} Case;

static QgMap *
load (const char *path, char **said)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  QgMap *map = qg_map_load (file, &problems, NULL, &error);

  g_assert_no_error (error);
  if (said != NULL)
    *said = qg_problems_dup_text (problems);
  return map;
}

static QgMap *
load_text (const char *name, const char *content, char **said)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  QgMap *map;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  map = load (path, said);
  g_remove (path);
  g_rmdir (folder);
  return map;
}

static char *
dup_places (QgMap *map)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);
      g_autofree char *place = entity->is_placed ? qg_place_dup (entity->place, ",") : g_strdup ("-");

      g_string_append_printf (places, "%s%s %s", i > 0 ? "|" : "", entity->id, place);
    }
  return g_string_free (places, FALSE);
}

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *said = NULL, *places = NULL;
      g_autoptr (QgMap) map = load_text (cases[i].name, cases[i].content, &said);

      places = dup_places (map);
      if (cases[i].places != NULL && strcmp (places, cases[i].places) != 0)
        g_error ("%s: %s", cases[i].content, places);
      if (cases[i].said != NULL ? strstr (said, cases[i].said) == NULL
                                : strstr (said, "position") != NULL || strstr (said, "size") != NULL ||
                                      strstr (said, "shape") != NULL)
        g_error ("%s: %s", cases[i].content, said);
    }
}

static void
test_numbers (void)
{
  static const char *const wrong[] = { "",      " 1",    "1 ", "1,2", "nan",   "inf",     "-inf",
                                       "1e999", "0x1",   "1e", "+-1", "1.2.3", "--1",     "e5",
                                       ".",     "1e300", "٣",  "1f",  "1_0",   "1000001", "-1000000.1" };
  static const double right[] = { 0, 0.1, -0.1, 1.0 / 3, 1e6, -1e6, 1e-300, 0.1 + 0.2, 123456.789012345 };
  char buffer[QG_DECIMAL_SIZE];
  double number = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (qg_coordinate_parse (wrong[i], &number));
  g_assert_false (qg_coordinate_parse (NULL, &number));
  g_assert_cmpfloat (number, ==, 7);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_assert_true (qg_coordinate_parse (qg_decimal_format (right[i], buffer), &number));
      g_assert_cmpfloat (number, ==, right[i]);
    }
  g_assert_cmpstr (qg_decimal_format (100, buffer), ==, "100");
  g_assert_cmpstr (qg_decimal_format (0.1, buffer), ==, "0.1");
  g_assert_true (qg_coordinate_parse ("-0", &number));
  g_assert_cmpstr (qg_decimal_format (number, buffer), ==, "0");
}

static void
test_dot (void)
{
  static const Case cases[] = {
    { "a.gv", "digraph { a [pos=\"10,20\"]; b [pos=\"-1.5,-2!\"]; c [pos=\" 3 , 0 \"]; d [pos=\"1,2,3!\"] }",
      "a 10,-20|b -1.5,2|c 3,0|d 1,-2", NULL },
    { "a.gv", "digraph { a [pos=\"10,20\"]; b }", "a 10,-20|b -", NULL },
    { "a.gv",
      "digraph { a [pos=\"nan,nan\"]; b [pos=\"inf,1\"]; c [pos=\"1e300,1\"]; d [pos=\"1\"]; e "
      "[pos=\"1;2\"]; f [pos=\",\"]; g [pos=\"1,2 3\"]; h [pos=\"1000001,0\"]; i [pos=\"1,2!!\"]; j "
      "[pos=\"!\"]; k [pos=\"\"] }",
      "a -|b -|c -|d -|e -|f -|g -|h -|i -|j -|k -",
      "positions that are not two numbers within a million (9)" },
    { "a.gv", "digraph { bb=\"0,0,1,1\"; a -> b [pos=\"e,1,2 3,4 5,6 7,8\"] }", "a -|b -", "“pos” (1)" },
    { "a.gv", "digraph { node [pos=\"1,1\"]; a; b }", "a 1,-1|b 1,-1", NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

#define YED(body)                                                                                            \
  "<graphml xmlns:y='http://www.yworks.com/xml/graphml'><key id='d' for='node' "                             \
  "yfiles.type='nodegraphics'/><key id='x' for='node' attr.name='x'/><key id='y' for='node' "                \
  "attr.name='y'/><graph>" body "</graph></graphml>"
#define NODE(id, geometry, more)                                                                             \
  "<node id='" id "'>" more "<data key='d'><y:ShapeNode><y:Geometry " geometry                               \
  "/></y:ShapeNode></data></node>"
#define OWN(x, y) "<data key='x'>" x "</data><data key='y'>" y "</data>"

static void
test_graphml (void)
{
  static const Case cases[] = {
    { "a.graphml",
      YED (NODE ("a", "x='10' y='20.5' width='30' height='40'", "")
               NODE ("b", "x='-10' y='0' width='1' height='1'", "")),
      "a 25,40.5|b -9.5,0.5", "not kept: sizes (2)" },
    { "a.graphml",
      YED (NODE ("a", "x='10' y='20'", "") NODE ("b", "x='1' y='2' width='nan' height='-4'", "")),
      "a 10,20|b 1,2", "not kept: sizes (1)" },
    { "a.graphml",
      YED (NODE ("a", "x='1e999' y='nan'", "") NODE ("b", "x='1'", "") NODE ("c", "", "")
               NODE ("d", "x='1,5' y='2'", "") NODE ("e", "x='1e6' y='0' width='2' height='2'", "")),
      "a -|b -|c -|d -|e -", "within a million (4)" },
    /* Of a group both its pictures, of which the first counts. */
    { "a.graphml",
      YED ("<node id='g'><data key='d'><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode><y:Geometry x='1' "
           "y='2'/></y:GroupNode><y:GroupNode><y:Geometry x='5' "
           "y='5'/></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data><graph>" NODE (
               "a", "x='3' y='4'", "") "</graph></node>"),
      "g 1,2|a 3,4", NULL },
    { "a.graphml", YED ("<node id='a'>" OWN ("0.1", "-7") "</node><node id='b'>" OWN ("1", "x") "</node>"),
      "a 0.1,-7|b -", "within a million (1)" },
    /* What was not moved stays as it was; a shift of the whole is no move. */
    { "a.graphml",
      YED (NODE ("a", "x='100' y='100'", OWN ("0.3", "0")) NODE ("b", "x='200.2' y='100'", OWN ("100.1", "0"))
               NODE ("c", "x='300.3' y='100'", "")),
      "a 0.3,0|b 100.1,0|c 200.4,0", NULL },
    { "a.graphml",
      YED (NODE ("a", "x='100' y='100'", OWN ("0.3", "0")) NODE ("b", "x='200' y='150'", OWN ("100.3", "0"))),
      "a 100,100|b 200,150", NULL },
    { "a.graphml", YED (NODE ("a", "x='nan' y='100'", OWN ("0.3", "0"))), "a 0.3,0", NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_csv (void)
{
  static const Case cases[] = {
    { "a.csv", "id,name,x,y\na,A,1.5,-2\nb,B,,\nc,C,0,1e3\n", "a 1.5,-2|b -|c 0,1000", NULL },
    { "a.csv", "код;название;х;у\n1;А;10;20\n2;Б;1,5;2\n3;В;5;\n", "1 10,20|2 -|3 -",
      "a.csv:3:5: warning: not kept: positions that are not two numbers within a million (2)" },
    { "a.csv", "id,X,Y\na,1,2\n", "a 1,2", NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

#define CXL(body)                                                                                            \
  "<cmap xmlns='http://cmap.ihmc.us/xml/cmap/' xmlns:q='https://qogam.github.io/ns/cxl'><map>" body          \
  "</map></cmap>"
#define CONCEPTS "<concept id='a' label='A'/><concept id='b' label='B'/>"
#define LOOKS(a, b)                                                                                          \
  "<concept-appearance-list><concept-appearance id='a' " a "/><concept-appearance id='b' " b                 \
  "/><concept-appearance id='none' x='1' y='1'/></concept-appearance-list>"

static void
test_cxl (void)
{
  static const Case cases[] = {
    { "a.cxl", CXL (CONCEPTS LOOKS ("x='10' y='20'", "x='-1' y='0'")), "a 10,20|b -1,0", NULL },
    { "a.cxl", CXL (LOOKS ("x='10' y='20'", "x='30' y='40' width='5' height='5'") CONCEPTS),
      "a 10,20|b 30,40", "not kept: sizes (1)" },
    { "a.cxl", CXL (CONCEPTS LOOKS ("x='ten' y='20'", "y='1'")), "a -|b -", "within a million (2)" },
    { "a.cxl", CXL (CONCEPTS LOOKS ("x='1' y='2' q:made-up='1,2'", "x='3' y='4' q:made-up='1,2'")),
      "a -|b 3,4", NULL },
    { "a.cxl", CXL (CONCEPTS "<linking-phrase-appearance id='p' x='1' y='2'/>"), "a -|b -",
      "positions of linking phrases (1)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* ── Shapes ── */

static char *
dup_kinds (QgMap *map, QgLang lang)
{
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < qg_map_get_n_kinds (map); i++)
    {
      const QgKind *kind = qg_map_get_kind (map, i);

      g_string_append_printf (kinds, "%s%s %s %s", i > 0 ? "|" : "", kind->id,
                              qg_text_pick (kind->name, lang, NULL), qg_symbol_to_id (kind->symbol));
    }
  return g_string_free (kinds, FALSE);
}

#define SHAPED(id, label, color, shape)                                                                      \
  "<node id='" id "'><data key='d'><y:ShapeNode><y:Fill color='" color "'/><y:NodeLabel>" label              \
  "</y:NodeLabel><y:Shape type='" shape "'/></y:ShapeNode></data></node>"
#define THIRTEEN                                                                                             \
  "digraph { a [shape=box]; b [shape=circle]; c [shape=egg]; d [shape=diamond]; e [shape=star]; f "          \
  "[shape=note]; g [shape=tab]; h [shape=house]; i [shape=hexagon]; j [shape=octagon]; k "                   \
  "[shape=component]; l [shape=cylinder]; m }"

static void
test_shapes (void)
{
  static const struct
  {
    const char *name, *content, *kinds, *said;
  } cases[] = {
    { "a.graphml",
      YED (SHAPED ("a", "Акимат", "#FFCC00", "rectangle") SHAPED ("b", "Закон", "#FFCC00", "ellipse")
               SHAPED ("c", "Суд", "#FFCC00", "cloud")),
      "rectangle Прямоугольник square|ellipse Эллипс circle|cloud cloud circle", NULL },
    { "a.graphml",
      YED (SHAPED ("a", "Мәслихат", "#FFCC00", "diamond") SHAPED ("b", "Қоғам", "#FFCC00", "star5")),
      "diamond Ромб diamond|star5 Бесбұрышты жұлдыз star", NULL },
    /* Colours come first. */
    { "a.graphml", YED (SHAPED ("a", "A", "#FFCC00", "rectangle") SHAPED ("b", "B", "#00CC00", "ellipse")),
      "ffcc00 #FFCC00 circle|00cc00 #00CC00 circle", "“shape” (1)" },
    { "a.graphml", YED (SHAPED ("a", "A", "#FFCC00", "ellipse") SHAPED ("b", "B", "#FFCC00", "ellipse")),
      "ffcc00 #FFCC00 circle", "“shape” (2)" },
    { "a.graphml", YED (SHAPED ("a", "A", "#FFCC00", "roundrectangle")), "ffcc00 #FFCC00 circle", NULL },
    { "a.gv", "digraph { a [shape=box]; b; c [shape=Mrecord, label=\"{x|y}\"] }",
      "rectangle Rectangle square|ellipse Ellipse circle|roundrectangle Rounded rectangle page", NULL },
    { "a.gv", "digraph { node [shape=box]; a; b }", "concept Concept circle", NULL },
    { "a.gv", "digraph { a [shape=oval]; b }", "concept Concept circle", "“shape” (1)" },
    { "a.gv", THIRTEEN, "concept Concept circle", "“shape” (11)" },
    /* With kinds of its own: as their symbols where each has one, else not at all. */
    { "a.gv", "digraph { a [kind=k, shape=box]; b [kind=l, shape=star]; c [kind=l, shape=star] }",
      "k k square|l l star", NULL },
    { "a.gv", "digraph { a [kind=k, shape=box]; b [kind=l, shape=star]; c [kind=l, shape=egg] }",
      "k k circle|l l circle", "“shape” (2)" },
    { "a.gv", "digraph { a [kind=k, shape=star]; b [kind=l, shape=star] }", "k k circle|l l circle",
      "“shape” (2)" },
    { "a.csv", "id,name,shape\na,A,box\nb,B,diamond\n", "rectangle Rectangle square|diamond Diamond diamond",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL, *kinds = NULL;
      g_autoptr (QgMap) map = load_text (cases[i].name, cases[i].content, &said);
      guint n;

      kinds = dup_kinds (map, qg_map_get_languages (map, &n)[0]);
      if (strcmp (kinds, cases[i].kinds) != 0)
        g_error ("%s: %s", cases[i].content, kinds);
      if (cases[i].said != NULL ? strstr (said, cases[i].said) == NULL : strstr (said, "shape") != NULL)
        g_error ("%s: %s", cases[i].content, said);
    }
}

/* The one colour of all stays theirs. */
static void
test_one_color (void)
{
  g_autoptr (QgMap) map = load_text (
      "a.graphml", YED (SHAPED ("a", "A", "#FFCC00", "rectangle") SHAPED ("b", "B", "#FFCC00", "ellipse")),
      NULL);

  g_assert_cmpuint (qg_map_get_n_kinds (map), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmphex (qg_map_get_kind (map, i)->rgb, ==, 0xffcc00);
}

/* ── There and back ── */

/* @half: every other entity has no place. */
static QgMap *
load_placed (gboolean half)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "formats", "placed.qogam.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new (", \"place\": \\[(123456|-1e-07)[^]]*\\]", 0, 0, NULL);
  g_autofree char *some = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  some = g_regex_replace (regex, text, -1, 0, half ? "" : "\\0", 0, NULL);
  return load_text ("placed.json", some, NULL);
}

static char *
save (QgMap *map, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  qg_map_save (map, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static const char *const names[] = { "m.json", "m.gv", "m.graphml", "m.csv", "m.cxl" };
static const char *const written[] = { "m.json",         "m.gv",  "m.graphml",
                                       "m-entities.csv", "m.cxl", "m-relations.csv" };

static void
assert_kept (QgMap *map, const char *first, const char *second)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL), *said = NULL, *other = NULL;
  g_autofree char *once = save (map, folder, first), *twice = NULL;
  g_autofree char *one =
      g_str_has_suffix (first, "csv") ? g_build_filename (folder, "m-entities.csv", NULL) : NULL;
  g_autofree char *two =
      g_str_has_suffix (second, "csv") ? g_build_filename (folder, "m-entities.csv", NULL) : NULL;
  g_autoptr (QgMap) back = load (one != NULL ? one : once, &said), again = NULL;
  QgMap *maps[] = { back, NULL };

  twice = save (back, folder, second);
  maps[1] = again = load (two != NULL ? two : twice, &other);
  for (guint k = 0; k < G_N_ELEMENTS (maps); k++)
    {
      g_autofree char *before = dup_places (map), *after = dup_places (maps[k]);
      g_autofree char *kinds = dup_kinds (map, QG_LANG_RU), *kept = dup_kinds (maps[k], QG_LANG_RU);

      g_assert_cmpstr (before, ==, after);
      for (guint i = 0; i < qg_map_get_n_entities (map); i++)
        {
          const QgEntity *a = qg_map_get_entity (map, i), *b = qg_map_get_entity (maps[k], i);

          g_assert_cmpstr (qg_map_get_kind (map, a->kind)->id, ==, qg_map_get_kind (maps[k], b->kind)->id);
          g_assert_cmpstr (qg_text_pick (a->label, QG_LANG_KK, NULL), ==,
                           qg_text_pick (b->label, QG_LANG_KK, NULL));
          g_assert_cmpstr (qg_text_pick (a->name, QG_LANG_RU, NULL), ==,
                           qg_text_pick (b->name, QG_LANG_RU, NULL));
        }
      g_assert_nonnull (strstr (kept, "diamond"));
      g_assert_cmpuint (strlen (kinds), ==, strlen (kept));
    }
  /* A file of our own says nothing that could get lost. */
  g_assert_null (strstr (said, "shape"));
  g_assert_null (strstr (said, "size"));
  g_assert_null (strstr (said, "position"));
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_build_filename (folder, written[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_round (void)
{
  g_autoptr (QgMap) map = load_placed (FALSE), half = load_placed (TRUE);
  g_autofree char *places = dup_places (map), *some = dup_places (half);

  g_assert_cmpstr (places, ==,
                   "maslikhat 0.1,-333.3333333333333|budget -1e-07,1000000|akim 123456.789012345,0|decree "
                   "-1000000,0.30000000000000004");
  g_assert_cmpstr (some, ==,
                   "maslikhat 0.1,-333.3333333333333|budget -|akim -|decree -1000000,0.30000000000000004");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      {
        assert_kept (map, names[i], names[k]);
        assert_kept (half, names[i], names[k]);
      }
}

/* What another program has moved in a file of ours. */
static void
test_moved (void)
{
  g_autoptr (QgMap) map = load_placed (FALSE), back = NULL;
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = save (map, folder, "m.graphml"), *text = NULL, *moved = NULL, *places = NULL;
  g_autoptr (GRegex) regex =
      g_regex_new ("(Geometry height=\"[0-9.]*\" width=\"[0-9.]*\") x=\"1[^\"]*\" y=\"[^\"]*\"", 0, 0, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  moved = g_regex_replace (regex, text, -1, 0, "\\1 x=\"5\" y=\"5\"", 0, NULL);
  g_assert_cmpstr (text, !=, moved);
  back = load_text ("m.graphml", moved, NULL);
  places = dup_places (back);
  g_assert_null (strstr (places, "akim 123456.789012345,0"));
  g_assert_nonnull (strstr (places, "maslikhat 0.1"));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/places/numbers", test_numbers);
  g_test_add_func ("/formats/places/dot", test_dot);
  g_test_add_func ("/formats/places/graphml", test_graphml);
  g_test_add_func ("/formats/places/csv", test_csv);
  g_test_add_func ("/formats/places/cxl", test_cxl);
  g_test_add_func ("/formats/places/shapes", test_shapes);
  g_test_add_func ("/formats/places/one-color", test_one_color);
  g_test_add_func ("/formats/places/round", test_round);
  g_test_add_func ("/formats/places/moved", test_moved);
  return g_test_run ();
}
