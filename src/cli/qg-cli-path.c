/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam path: how two entities hang together, each relation as a sentence. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "qg-enums.h"
#include "qg-ways.h"
#include "qg-words.h"

/* The sentence of a hop, read in the direction in which it is walked. */
static char *
dup_sentence (const QgCliCommon *common, const QgWay *way, guint hop)
{
  guint relation = way->relations[hop];
  gboolean inverse = qg_map_get_relation (common->map, relation)->from != way->entities[hop];
  g_autoptr (QgSentence) sentence = qg_sentence_new (common->map, relation, inverse, common->lang);

  return g_steal_pointer (&sentence->text);
}

static char *
dup_sources (const QgCliCommon *common, const QgRelation *relation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < relation->citations.n; i++)
    {
      g_autofree char *one = qg_citation_dup_text (common->map, &relation->citations.items[i], common->lang);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", one);
    }
  return g_strdup (text->str);
}

/* The number under which @source is listed below the ways. @sources: guint, in the order of their numbers */
static guint
number_source (GArray *sources, guint source)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, guint, i) == source)
      return i + 1;
  g_array_append_val (sources, source);
  return sources->len;
}

/* '1: section “Introduction”, par. 11; 2: p. 29' */
static char *
dup_places (const QgCliCommon *common, const QgRelation *relation, GArray *sources)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < relation->citations.n; i++)
    {
      const QgCitation *citation = &relation->citations.items[i];
      g_autofree char *place = qg_citation_dup_place (common->map, citation, common->lang);

      g_string_append_printf (text, "; %u", number_source (sources, citation->source));
      if (place != NULL)
        g_string_append_printf (text, ": %s", place);
    }
  return g_string_free (text, FALSE);
}

static void
print_way (const QgCliCommon *common, const QgWay *way, guint number, GArray *sources)
{
  printf ("%u.", number);
  for (guint i = 0; i < way->n_entities; i++)
    {
      g_autofree char *name =
          qg_text_dup_marked (qg_map_get_entity (common->map, way->entities[i])->label, common->lang);

      printf ("%s%s", i > 0 ? " → " : " ", name);
    }
  putchar ('\n');
  for (guint i = 0; i + 1 < way->n_entities; i++)
    {
      const QgRelation *relation = qg_map_get_relation (common->map, way->relations[i]);
      g_autofree char *sentence = dup_sentence (common, way, i);
      g_autofree char *places = dup_places (common, relation, sources);

      printf ("   %s [%s%s]\n", sentence, qg_word_statement (relation->statement, common->lang), places);
    }
}

/* '3 relations: 2 ways', above those that are as long as the one at @first. */
static void
print_length (const QgCliCommon *common, const QgWays *ways, guint first)
{
  guint length = qg_ways_get (ways, first)->n_entities - 1,
        n = qg_ways_get_end_of_length (ways, first) - first;
  g_autofree char *relations = qg_word_dup_relations (length, common->lang);
  g_autofree char *count = qg_word_dup_ways (n, common->lang);
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%s%s: %s", first > 0 ? "\n" : "", relations, count);
  /* Who reads lines with a program looks for plain spaces. */
  g_string_replace (line, "\u00a0", " ", 0);
  puts (line->str);
}

static void
print_sources (const QgCliCommon *common, const GArray *sources)
{
  if (sources->len == 0)
    return;
  printf ("\n%s\n", qg_word (QG_WORD_SOURCES, common->lang));
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *text =
          qg_source_dup_text (common->map, g_array_index (sources, guint, i), common->lang);

      printf ("%u. %s\n", i + 1, text);
    }
}

static void
put (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
put_way (JsonBuilder *builder, const QgCliCommon *common, const QgWay *way)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < way->n_entities; i++)
    json_builder_add_string_value (builder, qg_map_get_entity (common->map, way->entities[i])->id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "relations");
  json_builder_begin_array (builder);
  for (guint i = 0; i + 1 < way->n_entities; i++)
    {
      const QgRelation *relation = qg_map_get_relation (common->map, way->relations[i]);
      g_autofree char *sentence = dup_sentence (common, way, i), *sources = dup_sources (common, relation);

      json_builder_begin_object (builder);
      put (builder, "id", relation->id);
      put (builder, "sentence", sentence);
      put (builder, "statement", qg_statement_to_id (relation->statement));
      put (builder, "source", sources);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static int
print_json (const QgCliCommon *common, const QgWays *ways)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "more");
  json_builder_add_boolean_value (builder, qg_ways_has_more (ways));
  json_builder_set_member_name (builder, "ways");
  json_builder_begin_array (builder);
  for (guint i = 0; i < qg_ways_get_n (ways); i++)
    put_way (builder, common, qg_ways_get (ways, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  qg_cli_print_json (json_builder_get_root (builder));
  return qg_cli_finish ();
}

static int
print_lines (const QgCliCommon *common, const QgWays *ways, char **ends)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = 0;

  if (qg_ways_get_n (ways) == 0)
    {
      qg_cli_error (_ ("No way leads from “%s” to “%s”."), ends[0], ends[1]);
      return QG_CLI_BAD_INPUT;
    }
  for (guint i = 0; i < qg_ways_get_n (ways); i++)
    {
      if (i == end)
        {
          print_length (common, ways, i);
          end = qg_ways_get_end_of_length (ways, i);
        }
      print_way (common, qg_ways_get (ways, i), i + 1, sources);
    }
  if (qg_ways_has_more (ways))
    printf ("%s\n", qg_word (QG_WORD_MORE, common->lang));
  print_sources (common, sources);
  return qg_cli_finish ();
}

int
qg_cli_path (int argc, char **argv)
{
  g_auto (QgCliCommon) common = { 0 };
  g_autoptr (QgWays) ways = NULL;
  guint from, to;
  int status;

  if (!qg_cli_parse (
          &argc, &argv, _ ("FROM TO"),
          _ ("Shows the shortest ways between two entities and those up to two relations longer, "
             "each relation as a sentence; the sources stand below, by number. FROM and TO are ids or "
             "names."),
          NULL, &common, TRUE))
    return QG_CLI_BAD_CALL;
  if (argc != 3)
    return qg_cli_bad_call ("path", _ ("Two entities are needed: FROM TO."));
  status = qg_cli_load_map (&common);
  if (status != QG_CLI_DONE)
    return status;
  from = qg_cli_find_entity (&common, argv[1]);
  to = from != QG_NONE ? qg_cli_find_entity (&common, argv[2]) : QG_NONE;
  if (from == QG_NONE || to == QG_NONE)
    return QG_CLI_BAD_CALL;
  if (from == to)
    return qg_cli_bad_call ("path", _ ("These are the same entity."));
  ways = qg_ways_find (common.map, from, to, NULL, NULL);
  return common.json ? print_json (&common, ways) : print_lines (&common, ways, argv + 1);
}
