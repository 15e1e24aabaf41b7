/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Files of other programs at the edge of what a map has: languages and their tags, and texts that are said
 * once and hold for many. */

#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"

/* @said: (out) (optional): faults and losses. */
static QgMap *
load_text (const char *name, const char *content, char **said)
{
  g_autofree char *folder = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QgProblems) problems = NULL;
  QgMap *map;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  map = qg_map_load (file, &problems, NULL, NULL);
  if (said != NULL)
    *said = qg_problems_dup_text (problems);
  g_remove (path);
  g_rmdir (folder);
  return map;
}

/* A GraphML file with two nodes that have names in @n languages. */
static char *
dup_with_languages (guint n)
{
  GString *text = g_string_new ("<graphml>"), *data = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char tag[] = { (char) ('a' + i / 26), (char) ('a' + i % 26), '\0' };

      g_string_append_printf (text, "<key id='%s' for='node' attr.name='name_%s'/>", tag, tag);
      g_string_append_printf (data, "<data key='%s'>N %s</data>", tag, tag);
    }
  g_string_append_printf (text, "<graph><node id='a'>%s</node><node id='b'>%s</node></graph></graphml>",
                          data->str, data->str);
  g_string_free (data, TRUE);
  return g_string_free (text, FALSE);
}

static void
test_languages (void)
{
  for (guint n = 31; n <= 33; n++)
    {
      g_autofree char *text = dup_with_languages (n), *said = NULL;
      g_autoptr (QgMap) map = load_text ("m.graphml", text, &said);
      const QgLang *langs;
      guint n_langs;

      g_assert_nonnull (map);
      langs = qg_map_get_languages (map, &n_langs);
      g_assert_cmpuint (n_langs, ==, MIN (n, 32));
      for (guint i = 0; i < n_langs; i++)
        for (guint k = 0; k < 2; k++)
          g_assert_nonnull (qg_text_get (qg_map_get_entity (map, k)->name, langs[i]));
      g_assert_true ((strstr (said, "more than 32 languages (2)") != NULL) == (n > 32));
    }
}

/* However a file writes a tag, the map has it in its usual case. */
static void
test_tags (void)
{
  static const char *const files[][2] = {
    { "m.graphml", "<graphml><key id='languages' for='graph' attr.name='languages'/><key id='n' for='node' "
                   "attr.name='name_en-GB'/>"
                   "<graph><data key='languages'>en-gb</data><node id='a'><data "
                   "key='n'>A</data></node></graph></graphml>" },
    { "m.graphml", "<graphml><key id='n' for='node' attr.name='name_EN-gb'/>"
                   "<graph><node id='a'><data key='n'>A</data></node></graph></graphml>" },
    { "m-entities.csv", "id,name_en-GB\na,A\n" },
    { "m-entities.csv", "id,name (en-gb)\na,A\n" },
    { "m.gv", "digraph { languages=\"EN-GB\"; a [\"name_en-gb\"=A] }" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (QgMap) map = load_text (files[i][0], files[i][1], NULL);
      guint n;

      g_assert_nonnull (map);
      g_assert_cmpstr (qg_map_get_languages (map, &n)[0], ==, "en-GB");
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (qg_text_get (qg_map_get_entity (map, 0)->name, qg_lang_intern ("en-GB")), ==, "A");
    }
}

/* Small files whose texts are there a thousand times: refused before they fill the memory. */
static void
test_repeated (void)
{
  g_autofree char *line = g_strnfill (100 * 1024, 'x'), *said = NULL, *other = NULL;
  g_autoptr (GString) graphml =
      g_string_new ("<graphml><key id='k' for='node' attr.name='description'><default>");
  g_autoptr (GString) cxl = g_string_new ("<cmap xmlns='http://cmap.ihmc.us/xml/cmap/'><map><concept-list>");
  g_autoptr (GString) links = g_string_new ("<connection-list>");
  QgMap *map;

  g_string_append_printf (graphml, "%s</default></key><graph>", line);
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (graphml, "<node id='n%u'/>", i);
  g_string_append (graphml, "</graph></graphml>");
  map = load_text ("m.graphml", graphml->str, &said);
  g_assert_null (map);
  g_assert_nonnull (strstr (said, "repeats its texts too often"));

  for (guint i = 0; i < 80; i++)
    {
      g_string_append_printf (cxl, "<concept id='c%u' label='%u'/>", i, i);
      g_string_append_printf (links, "<connection %s='c%u' %s='p'/>", i % 2 == 0 ? "from-id" : "to-id", i,
                              i % 2 == 0 ? "to-id" : "from-id");
    }
  g_string_append_printf (cxl,
                          "</concept-list><linking-phrase-list><linking-phrase id='p' label='%s'/>"
                          "</linking-phrase-list>%s</connection-list></map></cmap>",
                          line, links->str);
  map = load_text ("m.cxl", cxl->str, &other);
  g_assert_null (map);
  g_assert_nonnull (strstr (other, "repeats its texts too often"));
}

/* Faults and losses say where the element is that they are about, however far the parser has read ahead. */
static void
test_places (void)
{
  g_autoptr (GString) graphml =
      g_string_new ("<?xml version='1.0'?>\n<!DOCTYPE graphml [<!-- ' <a> ]> --><!ENTITY e '<b/>]>'>]>\n<!-- "
                    "<node id='x'> -->\n"
                    "<graphml><key id='k' for='node' attr.name='label'/>\n<graph>\n");
  g_autofree char *said = NULL;
  QgMap *map;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (graphml,
                            " <node id='n%u'><data key='k'><![CDATA[<node>]]> Ә &lt; &e;</data></node>\n",
                            i == 500 ? 7 : i);
  g_string_append (graphml, "Әә<edge source='n1'\n target='zzz'/><hyperedge/>\n</graph></graphml>\n");
  map = load_text ("m.graphml", graphml->str, &said);
  g_assert_null (map);
  g_assert_nonnull (strstr (said, "m.graphml:506:2:"));
  g_free (g_steal_pointer (&said));

  g_string_replace (graphml, "'n7'", "'m7'", 1);
  map = load_text ("m.graphml", graphml->str, &said);
  g_assert_nonnull (map);
  g_assert_nonnull (strstr (said, "m.graphml:1006:3: warning: left out: relations with an end"));
  g_assert_nonnull (strstr (said, "m.graphml:1007:16: warning: left out: relations among more than two"));
  g_assert_nonnull (strstr (said, "m.graphml:6:16: warning: left out: entities"));
  qg_map_unref (map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/limits/languages", test_languages);
  g_test_add_func ("/formats/limits/tags", test_tags);
  g_test_add_func ("/formats/limits/repeated", test_repeated);
  g_test_add_func ("/formats/limits/places", test_places);
  return g_test_run ();
}
