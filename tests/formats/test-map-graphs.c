/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Several graphs in a file: their names and counts, and which of them a wish chooses. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"

static QgMap *
load (const char *name, const char *text, const char *wish, GPtrArray **graphs, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  QgMapReadOptions options = { NULL, wish, NULL };
  QgMap *map;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  map = qg_map_load_with (file, &options, graphs, NULL, NULL, error);
  g_remove (path);
  g_rmdir (folder);
  return map;
}

/* 'name entities/relations', a comma between them, a star at the one that became the map */
static char *
dup_list (GPtrArray *graphs)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < graphs->len; i++)
    {
      const QgMapGraph *graph = graphs->pdata[i];

      g_string_append_printf (list, "%s%s%s %u/%u", i > 0 ? ", " : "", graph->chosen ? "*" : "", graph->name,
                              graph->n_entities, graph->n_relations);
    }
  return g_strdup (list->str);
}

typedef struct
{
  const char *name, *text, *wish;
  const char *list;   /* as of dup_list() */
  const char *entity; /* the first of the map; NULL: refused */
} Case;

#define GRAPH(id, node) "<graph" id "><node id='" node "'/></graph>"

static const Case cases[] = {
  { "a.gv", "digraph one { a -> b } digraph two { c }", NULL, "*one 2/1, two 1/0", "a" },
  { "a.gv", "digraph one { a -> b } digraph two { c }", "two", "one 2/1, *two 1/0", "c" },
  { "a.gv", "digraph one { a -> b } digraph two { c }", "3", "one 2/1, two 1/0", NULL },
  /* Without a name: the label, else the number. */
  { "a.gv", "digraph { label=One; a } digraph { b }", "2", "One 1/0, *2 1/0", "b" },
  /* The same name twice: each can be chosen. */
  { "a.gv", "digraph g { a } digraph g { b } digraph g { c }", "g (2)", "g 1/0, *g (2) 1/0, g (3) 1/0", "b" },
  /* A name goes before a number. */
  { "a.gv", "digraph one { a } digraph { b } digraph 2 { c }", "2", "one 1/0, *2 1/0, 2 (3) 1/0", "b" },
  { "a.gv", "digraph 2 { a } digraph { b }", "2 (2)", "2 1/0, *2 (2) 1/0", "b" },
  { "a.gv", "digraph \"x\xE2\x80\xAEy\" { a } digraph { b }", "xy", "*xy 1/0, 2 1/0", "a" },
  { "a.graphml", "<graphml>" GRAPH (" id='one'", "a") GRAPH ("", "b") "</graphml>", NULL, "*one 1/0, 2 1/0",
    "a" },
  { "a.graphml", "<graphml>" GRAPH (" id='one'", "a") GRAPH (" id='1'", "b") "</graphml>", "1",
    "one 1/0, *1 1/0", "b" },
  { "a.graphml",
    "<graphml><graph id='one'><node id='a'><graph id='in'><node id='b'/></graph></node>"
    "<edge source='a' target='b'/></graph>" GRAPH (" id='two'", "c") "</graphml>",
    "two", "one 2/1, *two 1/0", "c" },
  { "a.graphml",
    "<graphml><graph id='one'><node id='a'><graph id='in'><node id='b'/></graph></node>"
    "<edge source='a' target='b'/></graph>" GRAPH (" id='two'", "c") "</graphml>",
    NULL, "*one 2/1, two 1/0", "a" },
  { "a.graphml", "<graphml>" GRAPH (" id='one'", "a") "</graphml>", "two", "one 1/0", NULL },
  { "a.graphml", "<graphml/>", "1", "", NULL },
  /* Formats that know of no graphs. */
  { "a.json",
    "{ \"qogam-map\": 1, \"id\": \"m\", \"title\": \"M\", \"languages\": [\"en\"],"
    "  \"kinds\": [{ \"id\": \"k\", \"name\": \"K\" }], \"verbs\": [],"
    "  \"entities\": [{ \"id\": \"a\", \"kind\": \"k\", \"name\": \"A\" }], \"relations\": [] }",
    NULL, "", "a" },
  { "a.json",
    "{ \"qogam-map\": 1, \"id\": \"m\", \"title\": \"M\", \"languages\": [\"en\"],"
    "  \"kinds\": [{ \"id\": \"k\", \"name\": \"K\" }], \"verbs\": [],"
    "  \"entities\": [{ \"id\": \"a\", \"kind\": \"k\", \"name\": \"A\" }], \"relations\": [] }",
    "1", "", NULL },
};

static void
test_choice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (GPtrArray) graphs = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (QgMap) map = load (c->name, c->text, c->wish, &graphs, &error);
      g_autofree char *list = dup_list (graphs);

      g_test_message ("%s, wish %s", c->text, c->wish != NULL ? c->wish : "none");
      g_assert_cmpstr (list, ==, c->list);
      if (c->entity == NULL)
        {
          g_assert_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_GRAPH);
          g_assert_null (map);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (qg_map_get_entity (map, 0)->id, ==, c->entity);
    }
}

/* A great many cost no more than they must. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml>");
  g_autoptr (GPtrArray) graphs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "<graph><node id='n%u'/></graph>", i);
  g_string_append (text, "</graphml>");
  map = load ("a.graphml", text->str, "50000", &graphs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (graphs->len, ==, 50000);
  g_assert_cmpstr (qg_map_get_entity (map, 0)->id, ==, "n49999");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/map-graphs/choice", test_choice);
  g_test_add_func ("/formats/map-graphs/many", test_many);
  return g_test_run ();
}
