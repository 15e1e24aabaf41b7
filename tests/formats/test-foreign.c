/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What formats of others may hold: taken as far as a map can keep it, or refused with its place. Each row is
 * one file; docs/reliability.md tells which proves what. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#include "qg-map-file.h"
#include "qg-map-json.h"

typedef struct
{
  const char *name;
  const char *content;
  const char *said; /* what the problems say, somewhere; NULL: nothing is asked */
  guint entities;   /* 0: refused */
  guint relations;
  const char *label; /* of the first entity, where it matters */
} Case;

static QgMap *
load_text (const char *name, const char *content, gsize length, const QgMapReadOptions *options, char **said)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  QgMap *map;

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  map = qg_map_load_with (file, options, NULL, &problems, NULL, &error);
  g_assert_true ((map == NULL) == (error != NULL));
  g_assert_true ((map == NULL) == (qg_problems_get_n_errors (problems) > 0));
  *said = qg_problems_dup_text (problems);
  g_remove (path);
  g_rmdir (folder);
  return map;
}

/* What was opened can be saved, and what was saved can be opened. */
static void
check_saved (QgMap *map)
{
  g_autoptr (GBytes) json = qg_map_json_write (map);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  g_autoptr (QgProblems) problems = qg_problems_new ("saved.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) again = qg_map_json_read (text, strlen (text), problems, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
}

static void
check (const Case *c)
{
  g_autofree char *said = NULL;
  g_autoptr (QgMap) map = load_text (c->name, c->content, strlen (c->content), NULL, &said);

  if (c->said != NULL && strstr (said, c->said) == NULL)
    g_error ("%s: “%s” does not say “%s”", c->content, said, c->said);
  if ((map != NULL) != (c->entities > 0))
    g_error ("%s: %s: %s", c->content, map != NULL ? "opened" : "refused", said);
  if (map == NULL)
    return;
  check_saved (map);
  g_assert_cmpuint (qg_map_get_n_entities (map), ==, c->entities);
  g_assert_cmpuint (qg_map_get_n_relations (map), ==, c->relations);
  if (c->label != NULL)
    g_assert_cmpstr (qg_text_pick (qg_map_get_entity (map, 0)->label, QG_LANG_EN, NULL), ==, c->label);
}

#define GRAPHML(body) "<graphml>" body "</graphml>"
#define CXL(body) "<cmap xmlns=\"http://cmap.ihmc.us/xml/cmap/\"><map>" body "</map></cmap>"

static void
test_dot (void)
{
  static const Case cases[] = {
    { "a.gv", "digraph {\n a -> b\n c -> -> d\n}\n", ".gv:3:1: error:", 0, 0, NULL },
    { "a.gv", "// only a comment\n", "no graph", 0, 0, NULL },
    { "a.gv", "digraph { a [label=<<B>Bold</B> &amp; <I>x</I>>]; a -> b }", NULL, 2, 1, "Bold & x" },
    { "a.gv", "digraph { a [label=\"<b>&amp;\"] }", NULL, 1, 0, "<b>&" },
    { "a.gv", "digraph { a [label=\"x\xE2\x80\xAEy\"] }", "turn the order", 1, 0, "xy" },
    { "a.gv", "digraph { a [label=\"x\x01y\"] }", "control characters", 1, 0, "xy" },
    { "a.gv",
      "digraph { a [URL=\"javascript:alert(1)\"]; b [URL=\"file:///etc/passwd\"]; c [URL=\"data:,x\"] }",
      "http, https or mailto (3)", 3, 0, "a" },
    /* What is written in capitals is one and the same, and can be saved. */
    { "a.gv", "digraph { a [URL=\"HTTPS://example.org/A\"] }", NULL, 1, 0, "a" },
    { "a.gv", "digraph { a [color=tiP]; b [color=tip] }", NULL, 2, 0, "a" },
    { "a.gv", "graph { a -- b; b -- c }", "without a direction (2)", 3, 2, NULL },
    { "a.gv", "digraph { a [image=\"/etc/passwd\", shapefile=\"/etc/passwd\"] }", "“image” (1)", 1, 0, NULL },
    { "a.gv",
      "digraph { layout=\"../../x\"; a [sides=99999999, peripheries=-5, width=\"1e400\", pos=\"nan,nan\"] }",
      "“peripheries”", 1, 0, NULL },
    { "a.gv", "digraph { a -> b [minlen=999999999, weight=\"-1e400\", len=\"nan\"] }", "“minlen”", 2, 1,
      NULL },
    { "a.gv", "digraph { a [shape=record, label=\"{<p> one | two}\"] }", NULL, 1, 0, "one · two" },
    { "a.gv", "digraph { Ab -> \"a b\" }", "ids that are no ids in a map (2)", 2, 1, "Ab" },
    { "a.gv", "digraph one { a } digraph two { b c }", "has 2 graphs; this is “one”", 1, 0, NULL },
    { "a.gv", "digraph { subgraph cluster_x { label=Outer; subgraph cluster_y { label=Inner; a } } }",
      "groups around groups (1)", 1, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_graphml (void)
{
  static const Case cases[] = {
    { "a.graphml", GRAPHML ("<graph><node id='a'/><node id='b'/><edge source='a' target='b'/></graph>"), NULL,
      2, 1, NULL },
    { "a.graphml",
      "<!DOCTYPE graphml SYSTEM \"http://localhost/graphml.dtd\">" GRAPHML ("<graph><node id='a'/></graph>"),
      NULL, 1, 0, NULL },
    { "a.graphml",
      "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM "
      "\"file:///etc/passwd\">]><graphml><key id='k' attr.name='label'/><graph><node id='a'><data "
      "key='k'>n&x;</data></node></graph></graphml>",
      "never expanded", 1, 0, "n" },
    { "a.graphml",
      "<!DOCTYPE graphml [<!ENTITY x \"EXPANDED\">]>" GRAPHML ("<graph><node id='a&x;'/></graph>"),
      "entities of XML (1), which are never expanded", 1, 0, "a" },
    { "a.graphml", GRAPHML ("<graph><node id='a'/><node id='a'/></graph>"), "“a” is there twice", 0, 0,
      NULL },
    { "a.graphml", GRAPHML ("<graph><node id='a'/><edge source='a' target='x'/></graph>"), "such as “x”", 1,
      0, NULL },
    { "a.graphml", GRAPHML ("<graph><node id='a'><data key='no'>1</data></node></graph>"),
      "data without a key (1)", 1, 0, NULL },
    { "a.graphml",
      GRAPHML ("<graph><node id='a'><port name='p'/></node><hyperedge><endpoint "
               "node='a'/></hyperedge></graph>"),
      "among more than two (1)", 1, 0, NULL },
    { "a.graphml", GRAPHML ("<graph><node id='g'><graph><node id='a'/></graph></node></graph>"),
      "graphs inside nodes (1)", 2, 0, NULL },
    { "a.graphml",
      GRAPHML ("<graph edgedefault='undirected'><node id='a'/><edge source='a' target='a'/></graph>"),
      "without a direction (1)", 1, 1, NULL },
    { "a.graphml", GRAPHML ("<graph id='g'><node id='a'/></graph><graph id='h'><node id='b'/></graph>"),
      "has 2 graphs; this is “g”", 1, 0, "a" },
    { "a.graphml",
      GRAPHML ("<key id='k'><default>D<key id='l'/></default></key><graph><node id='a'/></graph>"), NULL, 1,
      0, "a" },
    { "a.graphml",
      GRAPHML ("<key id='k'><default>D<data key='k'/></default></key><graph><node id='a'/></graph>"), NULL, 1,
      0, NULL },
    { "a.graphml", "<graphml>\n<graph>\n<node id='a'>\n</graph></graphml>", ".graphml:4:", 0, 0, NULL },
    { "a.graphml", GRAPHML (""), "no graph", 0, 0, NULL },
    { "a.graphml",
      GRAPHML ("<key id='d' for='node' attr.name='label'><default>D</default></key><graph><node "
               "id='a'/></graph>"),
      NULL, 1, 0, "D" },
    { "a.graphml",
      "<graphml xmlns:y='http://www.yworks.com/xml/graphml'><key id='d0' for='node' "
      "yfiles.type='nodegraphics'/><graph><node id='n0'><data key='d0'><y:ShapeNode><y:Geometry "
      "x='1e999' y='nan'/><y:Fill color='#FF0000'/><y:NodeLabel>Hello</y:NodeLabel><y:Shape "
      "type='ellipse'/></y:ShapeNode></data></node></graph></graphml>",
      "positions that are not two numbers within a million (1)", 1, 0, "Hello" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_csv (void)
{
  static const Case cases[] = {
    { "a.csv", "id,name,kind\na,Alpha,x\nb,\"Be\"\"ta, two\",y\n", "no file of relations", 2, 0, "Alpha" },
    { "a.csv", "from;verb;to\nA;knows;B\r\nB;knows;C\n", "no file of entities", 3, 2, "A" },
    { "a.csv", "id\tname\nа\tАльфа\n", NULL, 1, 0, "Альфа" },
    { "a.csv",
      "\xEF\xBB\xBF"
      "код;название;вид\n1;Акимат;орган\n",
      NULL, 1, 0, "Акимат" },
    { "a.csv", "Атауы,Түрі\nМәслихат,орган\n", NULL, 1, 0, "Мәслихат" },
    { "a.csv", "id,name\na,A\na,B\n", ".csv:3:1: error: the id “a” is there twice", 0, 0, NULL },
    { "a.csv", "id,name\na,\"open\nb,B\n", ".csv:2:3: error: a quotation mark", 0, 0, NULL },
    { "a.csv", "colour,size\nred,2\n", "neither the columns", 0, 0, NULL },
    { "a.csv", "colour,size\nred,2\n",
      "a.csv:1:8: error: the first line names neither the columns of entities nor those of relations; it "
      "has: "
      "colour, size; not known: size; expected: the columns id, name, kind / from, verb, to",
      0, 0, NULL },
    { "a-relations.csv", "откуда,связь, куды\nа,б,в\n",
      "-relations.csv:1:15: error: the file of relations does not name their ends; it has: откуда, связь, "
      "куды; "
      "not known: куды; expected: the columns откуда, связь, куда",
      0, 0, NULL },
    { "a-relations.csv", "\"қайдан\";кайда;байланыс;түсі\nа;б;в;г\n",
      "-relations.csv:1:10: error: the file of relations does not name their ends; it has: қайдан, кайда, "
      "байланыс, түсі; not known: кайда, түсі; expected: the columns қайдан, байланыс, қайда",
      0, 0, NULL },
    { "a-relations.csv", "from,verb\na,b\n",
      "-relations.csv:1:1: error: the file of relations does not name their ends; it has: from, verb; "
      "expected: "
      "the columns from, verb, to",
      0, 0, NULL },
    { "a.csv", "название,вид\nСуд,орган\nЗакон,акт\nСуд,дом\n",
      "a.csv:4:1: error: the name “Суд” is there twice, first in line 2, and neither has an id; expected: an "
      "id "
      "for each of them, or two names",
      0, 0, NULL },
    { "a.csv", "kind,name,importance\nx,\"a\nb\",9\ny,c,1,5\n", "a.csv:3:4: warning: not kept: an importance",
      2, 0, NULL },
    { "a.csv", "kind,name,url\nx,ә,file:///\n", "a.csv:2:5: warning: left out: links", 1, 0, NULL },
    { "a.csv", "from,to,verb\n,b,c\na,b,c,d\n", "a.csv:3:7: warning: left out: cells", 2, 1, NULL },
    { "a.csv", "id,name,age\na,A,5,6\n", "“age”", 1, 0, NULL },
    { "a.csv", "id,name,importance\na,A,99999999999999999999\n", "importance that is not", 1, 0, NULL },
    { "a.csv", "name;id\n\xC0\xEA\xE8\xEC\xE0\xF2;a\n", "taken for WINDOWS-1251", 1, 0, "Акимат" },
    { "a.csv", "sep=;\nid;name\na;A\n", NULL, 1, 0, "A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_cxl (void)
{
  static const Case cases[] = {
    { "a.cxl",
      CXL ("<concept-list><concept id='a' label='A'/><concept id='b' label='B'/><concept id='c' "
           "label='C'/></concept-list><linking-phrase-list><linking-phrase id='p' "
           "label='has'/></linking-phrase-list><connection-list><connection from-id='a' "
           "to-id='p'/><connection from-id='p' to-id='b'/><connection from-id='p' "
           "to-id='c'/></connection-list>"),
      NULL, 3, 2, "A" },
    { "a.cxl", CXL ("<concept id='a' label='A'/><connection from-id='a' to-id='zz'/>"), "such as “zz”", 1, 0,
      NULL },
    { "a.cxl", CXL ("<concept id='a'/><concept id='a'/>"), "there twice", 0, 0, NULL },
    { "a.cxl", CXL ("<concept id='a' label='A'/><linking-phrase id='p'/><connection from-id='a' to-id='p'/>"),
      "phrases with only one end (1)", 1, 0, NULL },
    { "a.cxl", "<cmap><map><concept id='a'></map></cmap>", "error:", 0, 0, NULL },
    { "a.cxl",
      "<!DOCTYPE cmap [<!ENTITY x \"EXPANDED\">]>" CXL ("<concept id='a' label='see &x; &amp; here'/>"),
      "entities of XML (1), which are never expanded", 1, 0, "see & here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

/* By the letters of all cells; where these have none that is Kazakh alone, by the names of the columns. */
static void
test_csv_languages (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "атауы;түрі\nСот;орган\nАдвокат;маман\nПрокурор;маман\n", "kk" },
    { "название;описание\nСот;Істі әділ қарайды\n", "kk" },
    { "name;kind\nСот;төреші\n", "kk" },
    { "from;verb;to\nАдвокат;сөйлейді;Прокурор\n", "kk" },
    { "қайдан;байланыс;қайда\nАдвокат;айтады;Прокурор\n", "kk" },
    { "название;тип;х;у\nСуд;орган;1;2\n", "ru" },
    { "атауы;түрі\nCourt;body\n", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      guint n;
      g_autoptr (QgMap) map = load_text ("a.csv", cases[i].text, strlen (cases[i].text), NULL, &said);

      g_assert_cmpstr (qg_map_get_languages (map, &n)[0], ==, cases[i].expected);
    }
}

/* File by file, in the order of their lines, whatever was found first. */
static void
test_csv_order (void)
{
  static const char text[] = "id,name,age,importance,url\na,A,1,2,http://a/\nB b,B,1,7,x\nc,C,1,1,,more\n";
  static const char *const order[] = { "a.csv: warning: there is no file of relations",
                                       "a.csv:1:9: warning: not kept: columns",
                                       "a.csv:3:1: warning: changed: ids",
                                       "a.csv:3:9: warning: not kept: an importance",
                                       "a.csv:3:11: warning: left out: links",
                                       "a.csv:4:10: warning: left out: cells" };
  g_autofree char *said = NULL;
  g_autoptr (QgMap) map = load_text ("a.csv", text, strlen (text), NULL, &said);
  const char *at = said;

  g_assert_nonnull (map);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      at = strstr (at, order[i]);
      if (at == NULL)
        g_error ("%s is not in its place in %s", order[i], said);
    }
}

/* What is written and not read is told by its content, in one line. */
static void
test_written_only (void)
{
  static const Case cases[] = {
    { "a.canvas", "{ \"nodes\": [{\"id\": \"a\", \"text\": \"}\\\"\"}], \"edges\": [] }", "JSON Canvas", 0, 0,
      NULL },
    { "a.json", "\xEF\xBB\xBF{\"edges\":[],\"nodes\":[]}\n", "a.json: error: this is JSON Canvas, which", 0,
      0, NULL },
    { "a.gexf", "<?xml version='1.0'?>\n<gexf version='1.3'><graph/></gexf>", "this is GEXF (Gephi), which",
      0, 0, NULL },
    { "a.xml", "<gexf/>", "this is GEXF (Gephi), which", 0, 0, NULL },
    { "a.gexf", "nothing", "this is no format", 0, 0, NULL },
  };
  static const char *const others[] = {
    "{ \"nodes\": [], \"links\": [] }",
    "{ \"nodes\": [], \"qogam-map\": 1 }",
    "{ \"nodes\": {} }",
    "{ \"nodes\": [{\"id\": 1}], \"edges\": [{\"from\": 1, \"to\": 1}] }",
    "{ \"nodes\": [{\"id\": 1}], \"edges\": [{\"source\": 1, \"target\": 1}] }",
    "{ \"a\": { \"nodes\": [] } }",
    "{ \"nodes\": [",
    "{ \"nodes\": [] ]}",
    "{ \"nodes\": [\"\\",
    "{",
    "[]",
    "{ \"nodes\" []}",
    "{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      g_autoptr (QgMap) map =
          load_text (cases[i].name, cases[i].content, strlen (cases[i].content), NULL, &said);

      check (&cases[i]);
      g_assert_null (map);
      g_assert_true (strchr (said, '\n') == said + strlen (said) - 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *said = NULL;
      g_autoptr (QgMap) map = load_text ("a.json", others[i], strlen (others[i]), NULL, &said);

      g_assert_null (map);
      g_assert_null (strstr (said, "Canvas"));
    }
}

/* Entities within entities: refused, and at once. */
static void
test_bombs (void)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE graphml [<!ENTITY a0 \"aaaaaaaaaaaaaaaaaaaa\">");
  g_autoptr (GString) attribute = NULL;
  const char *const ends[] = { "<node id='a'><data key='k'>&a9;</data></node>", "<node id='&a9;'/>" };
  struct rusage before, after;

  getrusage (RUSAGE_SELF, &before);

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "<!ENTITY a%u \"", i);
      for (guint k = 0; k < 20; k++)
        g_string_append_printf (text, "&a%u;", i - 1);
      g_string_append (text, "\">");
    }
  g_string_append (text, "]><graphml><key id='k' attr.name='label'/><graph>");
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *whole = g_strconcat (text->str, ends[i], "</graph></graphml>", NULL);
      g_autofree char *said = NULL;
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (QgMap) map = load_text ("a.graphml", whole, strlen (whole), NULL, &said);

      /* In a text it is left out, in an attribute nothing else helps but to refuse. */
      g_assert_true (map == NULL || strstr (said, "never expanded") != NULL);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 10 * G_USEC_PER_SEC);
    }
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 100 * 1024); /* KiB */
}

static char *
repeat (const char *begin, const char *piece, guint n)
{
  GString *text = g_string_new (begin);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
test_deep (void)
{
  static const struct
  {
    const char *name, *begin, *piece, *said;
  } cases[] = {
    { "a.graphml", "<graphml><graph>", "<node><graph>", "nested too deeply" },
    { "a.cxl", "<cmap><map>", "<x>", "nested too deeply" },
    { "a.gv", "digraph { ", "subgraph cluster {", "error:" },
    { "a.json", "", "[", "error:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].begin, cases[i].piece, 100000), *said = NULL;
      g_autoptr (QgMap) map = load_text (cases[i].name, text, strlen (text), NULL, &said);

      g_assert_null (map);
      if (strstr (said, cases[i].said) == NULL)
        g_error ("%s: %s", cases[i].name, said);
    }
}

/* A megabyte in a label is kept whole, and written again. */
static void
test_long (void)
{
  static const char *const formats[] = { "dot", "graphml", "csv", "cxl" };
  g_autofree char *word = repeat ("", "q\"<&\\ә", 1 << 17);
  g_autofree char *text = g_strconcat ("<graphml><key id='k' attr.name='label'/><graph><node id='a'><data "
                                       "key='k'><![CDATA[",
                                       word, "]]></data></node></graph></graphml>", NULL);
  g_autofree char *said = NULL, *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "long", NULL);
  g_autoptr (QgMap) map = load_text ("a.graphml", text, strlen (text), NULL, &said);

  g_assert_nonnull (map);
  g_assert_true (g_str_equal (qg_text_get_nth (qg_map_get_entity (map, 0)->name, 0, NULL), word));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const QgMapFormat *format = qg_map_format_find (formats[i]);
      g_autofree char *name = g_strconcat (path, format->endings[0], NULL);
      g_autofree char *entities = g_strconcat (path, "-entities.csv", NULL);
      g_autofree char *relations = g_strconcat (path, "-relations.csv", NULL);
      gboolean pair = format->write_pair != NULL;
      g_autoptr (GFile) file = g_file_new_for_path (name),
                        written = g_file_new_for_path (pair ? entities : name);
      g_autoptr (QgMap) back = NULL;

      g_assert_true (qg_map_save (map, file, format, NULL, NULL, NULL));
      back = qg_map_load (written, NULL, NULL, NULL);
      g_assert_nonnull (back);
      if (!g_str_equal (qg_text_get_nth (qg_map_get_entity (back, 0)->name, 0, NULL), word))
        g_error ("%s does not keep a long label", format->id);
      g_remove (pair ? entities : name);
      g_remove (relations);
    }
  g_rmdir (folder);
}

/* An id can be read as the name that it was made of. */
static void
test_made_ids (void)
{
  static const char *const expected[] = { "bilim", "majilis", "ukimet", "kisi-2" };
  const char *text = "name\nБілім\nМәжіліс\nҮкімет\nКісі 2\n";
  g_autofree char *said = NULL;
  g_autoptr (QgMap) map = load_text ("a.csv", text, strlen (text), NULL, &said);

  g_assert_nonnull (map);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (qg_map_get_entity (map, i)->id, ==, expected[i]);
}

static void
test_encodings (void)
{
  static const char *const texts[] = { "<?xml version='1.0' encoding='windows-1251'?><graphml><graph><node "
                                       "id='n1'/></graph></graphml><!-- Ақ -->",
                                       "digraph { n1 [label=\"Акимат\"] }", "id,name\r\nn1,Акимат\r\n" };
  static const char *const names[] = { "a.graphml", "a.gv", "a.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *said = NULL, *nul = NULL, *refused = NULL;
      gsize length;
      g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", texts[i], NULL);
      g_autofree char *wide = g_convert (marked, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
      g_autoptr (QgMap) map = load_text (names[i], wide, length, NULL, &said);
      g_autoptr (QgMap) none = NULL;

      g_assert_nonnull (map);
      g_assert_cmpstr (qg_map_get_entity (map, 0)->id, ==, "n1");
      g_assert_nonnull (strstr (said, "taken for UTF-16LE"));
      nul = g_strdup (texts[i]);
      nul[strlen (nul) - 2] = '\0';
      none = load_text (names[i], nul, strlen (texts[i]), NULL, &refused);
      g_assert_null (none);
      g_assert_nonnull (strstr (refused, "NUL"));
    }
}

static void
test_several (void)
{
  static const char text[] = "digraph one { a } digraph two { b c } digraph { d e f }";
  static const struct
  {
    const char *wish;
    guint entities;
  } cases[] = { { "one", 1 }, { "2", 2 }, { "3", 3 }, { "two", 2 }, { "4", 0 }, { "none", 0 }, { "", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QgMapReadOptions options = { NULL, cases[i].wish, NULL };
      g_autofree char *said = NULL;
      g_autoptr (QgMap) map = load_text ("a.gv", text, strlen (text), &options, &said);

      g_assert_cmpint (map != NULL, ==, cases[i].entities > 0);
      if (map != NULL)
        g_assert_cmpuint (qg_map_get_n_entities (map), ==, cases[i].entities);
      else
        g_assert_nonnull (strstr (said, "there is no graph"));
    }
}

static void
test_languages (void)
{
  static const struct
  {
    const char *text, *lang, *expected;
  } cases[] = {
    { "digraph { a [label=\"Citizen\"] }", NULL, "en" },
    { "digraph { a [label=\"Гражданин\"] }", NULL, "ru" },
    { "digraph { a [label=\"Азаматтық қоғам\"] }", NULL, "kk" },
    { "digraph { a [label=\"Citizen\"] }", "de", "de" },
    { "digraph { lang=fr; a [label=\"Citoyen\"] }", NULL, "fr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QgMapReadOptions options = { NULL, NULL,
                                   cases[i].lang != NULL ? qg_lang_intern (cases[i].lang) : NULL };
      g_autofree char *said = NULL;
      g_autoptr (QgMap) map = load_text ("a.gv", cases[i].text, strlen (cases[i].text), &options, &said);
      guint n;

      g_assert_cmpstr (qg_map_get_languages (map, &n)[0], ==, cases[i].expected);
      g_assert_cmpuint (n, ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/foreign/dot", test_dot);
  g_test_add_func ("/formats/foreign/graphml", test_graphml);
  g_test_add_func ("/formats/foreign/csv", test_csv);
  g_test_add_func ("/formats/foreign/csv-order", test_csv_order);
  g_test_add_func ("/formats/foreign/csv-languages", test_csv_languages);
  g_test_add_func ("/formats/foreign/written-only", test_written_only);
  g_test_add_func ("/formats/foreign/cxl", test_cxl);
  g_test_add_func ("/formats/foreign/bombs", test_bombs);
  g_test_add_func ("/formats/foreign/deep", test_deep);
  g_test_add_func ("/formats/foreign/long", test_long);
  g_test_add_func ("/formats/foreign/encodings", test_encodings);
  g_test_add_func ("/formats/foreign/several", test_several);
  g_test_add_func ("/formats/foreign/languages", test_languages);
  g_test_add_func ("/formats/foreign/made-ids", test_made_ids);
  return g_test_run ();
}
