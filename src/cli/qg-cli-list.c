/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam list: what is in a map, as lines with tabs or as JSON. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "qg-enums.h"
#include "qg-words.h"

static const char *
pick (const QgCliCommon *common, const QgText *text)
{
  return qg_text_pick (text, common->lang, NULL);
}

/* For a person: marked where it is in another language. */
static void
print_text (const QgCliCommon *common, const QgText *text, const char *after)
{
  g_autofree char *shown = qg_text_dup_marked (text, common->lang);

  printf ("%s%s", shown, after);
}

/* Fields of an object; what is absent is left out. */
static void
put (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
put_number (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
put_citations (JsonBuilder *builder, const QgMap *map, const QgCitations *citations)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < citations->n; i++)
    {
      const QgSource *source = qg_map_get_source (map, citations->items[i].source);

      json_builder_begin_object (builder);
      put (builder, "source", source->id);
      if (citations->items[i].locator != QG_NONE)
        put (builder, "at", source->locators[citations->items[i].locator].id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_entity (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgEntity *entity = qg_map_get_entity (common->map, n);

  put (builder, "id", entity->id);
  put (builder, "kind", qg_map_get_kind (common->map, entity->kind)->id);
  put (builder, "name", pick (common, entity->name));
  put (builder, "label", pick (common, entity->label));
  put (builder, "description", pick (common, entity->description));
  put_number (builder, "importance", entity->importance);
  put_citations (builder, common->map, &entity->citations);
}

static void
print_entity (const QgCliCommon *common, guint n)
{
  const QgEntity *entity = qg_map_get_entity (common->map, n);

  printf ("%s\t%s\t", entity->id, qg_map_get_kind (common->map, entity->kind)->id);
  print_text (common, entity->name, "\n");
}

static void
put_relation (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgRelation *relation = qg_map_get_relation (common->map, n);
  g_autoptr (QgSentence) sentence = qg_sentence_new (common->map, n, FALSE, common->lang);

  put (builder, "id", relation->id);
  put (builder, "from", qg_map_get_entity (common->map, relation->from)->id);
  put (builder, "verb", qg_map_get_verb (common->map, relation->verb)->id);
  put (builder, "to", qg_map_get_entity (common->map, relation->to)->id);
  put (builder, "sentence", sentence->text);
  put (builder, "statement", qg_statement_to_id (relation->statement));
  json_builder_set_member_name (builder, "denial");
  json_builder_add_boolean_value (builder, relation->denial);
  put_citations (builder, common->map, &relation->citations);
}

static void
print_relation (const QgCliCommon *common, guint n)
{
  const QgRelation *relation = qg_map_get_relation (common->map, n);
  g_autoptr (QgSentence) sentence = qg_sentence_new (common->map, n, FALSE, common->lang);

  printf ("%s\t%s\t%s\n", relation->id, qg_statement_to_id (relation->statement), sentence->text);
}

static void
put_view (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgView *view = qg_map_get_view (common->map, n);

  put (builder, "id", view->id);
  put (builder, "title", pick (common, view->title));
  put (builder, "description", pick (common, view->description));
  put (builder, "page", view->page);
  put (builder, "engine", qg_engine_to_id (view->layout.engine));
  put_number (builder, "entities", view->entities.n);
}

static void
print_view (const QgCliCommon *common, guint n)
{
  const QgView *view = qg_map_get_view (common->map, n);

  printf ("%s\t%u\t", view->id, view->entities.n);
  print_text (common, view->title, "\n");
}

static void
put_tour (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgTour *tour = qg_map_get_tour (common->map, n);

  put (builder, "id", tour->id);
  put (builder, "title", pick (common, tour->title));
  put (builder, "description", pick (common, tour->description));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tour->n_steps; i++)
    {
      json_builder_begin_object (builder);
      put (builder, "id", tour->steps[i].id);
      put (builder, "title", pick (common, tour->steps[i].title));
      put (builder, "text", pick (common, tour->steps[i].text));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_tour (const QgCliCommon *common, guint n)
{
  const QgTour *tour = qg_map_get_tour (common->map, n);

  printf ("%s\t%u\t", tour->id, tour->n_steps);
  print_text (common, tour->title, "\n");
}

static void
put_source (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgSource *source = qg_map_get_source (common->map, n);

  put (builder, "id", source->id);
  put (builder, "title", pick (common, source->title));
  put (builder, "author", source->author);
  put (builder, "year", source->year);
  put (builder, "url", source->url);
  json_builder_set_member_name (builder, "listed");
  json_builder_add_boolean_value (builder, source->listed);
  put_number (builder, "locators", source->n_locators);
}

static void
print_source (const QgCliCommon *common, guint n)
{
  const QgSource *source = qg_map_get_source (common->map, n);

  printf ("%s\t%u\t", source->id, source->n_locators);
  print_text (common, source->title, "\n");
}

static const QgText *
get_member (const QgCliCommon *common, const QgListMember *member)
{
  return member->entity != QG_NONE ? qg_map_get_entity (common->map, member->entity)->name : member->text;
}

static void
put_list (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgList *list = qg_map_get_list (common->map, n);

  put (builder, "id", list->id);
  put (builder, "title", pick (common, list->title));
  json_builder_set_member_name (builder, "ordered");
  json_builder_add_boolean_value (builder, list->ordered);
  json_builder_set_member_name (builder, "members");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->n_members; i++)
    json_builder_add_string_value (builder, pick (common, get_member (common, &list->members[i])));
  json_builder_end_array (builder);
  put_citations (builder, common->map, &list->citations);
}

static void
print_list (const QgCliCommon *common, guint n)
{
  const QgList *list = qg_map_get_list (common->map, n);

  printf ("%s\t", list->id);
  print_text (common, list->title, list->n_members > 0 ? ": " : "\n");
  for (guint i = 0; i < list->n_members; i++)
    print_text (common, get_member (common, &list->members[i]), i + 1 < list->n_members ? "; " : "\n");
}

static guint
count_of_kind (const QgCliCommon *common, guint n)
{
  guint count = 0;

  for (guint i = 0; i < qg_map_get_n_entities (common->map); i++)
    count += qg_map_get_entity (common->map, i)->kind == n ? 1 : 0;
  return count;
}

static void
put_kind (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgKind *kind = qg_map_get_kind (common->map, n);

  put (builder, "id", kind->id);
  put (builder, "name", pick (common, kind->name));
  put (builder, "symbol", qg_symbol_to_id (kind->symbol));
  put_number (builder, "entities", count_of_kind (common, n));
}

static void
print_kind (const QgCliCommon *common, guint n)
{
  const QgKind *kind = qg_map_get_kind (common->map, n);

  printf ("%s\t%u\t", kind->id, count_of_kind (common, n));
  print_text (common, kind->name, "\n");
}

static void
put_verb (JsonBuilder *builder, const QgCliCommon *common, guint n)
{
  const QgVerb *verb = qg_map_get_verb (common->map, n);

  put (builder, "id", verb->id);
  put (builder, "label", pick (common, verb->label));
  put (builder, "inverse", pick (common, verb->inverse));
}

static void
print_verb (const QgCliCommon *common, guint n)
{
  const QgVerb *verb = qg_map_get_verb (common->map, n);

  printf ("%s\t", verb->id);
  print_text (common, verb->label, "\t");
  print_text (common, verb->inverse, "\n");
}

static const struct
{
  const char *name;
  guint (*count) (const QgMap *map);
  void (*print) (const QgCliCommon *common, guint n);
  void (*put) (JsonBuilder *builder, const QgCliCommon *common, guint n);
} tables[] = {
  { "entities", qg_map_get_n_entities, print_entity, put_entity },
  { "relations", qg_map_get_n_relations, print_relation, put_relation },
  { "views", qg_map_get_n_views, print_view, put_view },
  { "tours", qg_map_get_n_tours, print_tour, put_tour },
  { "sources", qg_map_get_n_sources, print_source, put_source },
  { "lists", qg_map_get_n_lists, print_list, put_list },
  { "kinds", qg_map_get_n_kinds, print_kind, put_kind },
  { "verbs", qg_map_get_n_verbs, print_verb, put_verb },
};

static int
print_table (const QgCliCommon *common, guint table)
{
  guint n = tables[table].count (common->map);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!common->json)
    {
      for (guint i = 0; i < n; i++)
        tables[table].print (common, i);
      return qg_cli_finish ();
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      tables[table].put (builder, common, i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  qg_cli_print_json (json_builder_get_root (builder));
  return qg_cli_finish ();
}

int
qg_cli_list (int argc, char **argv)
{
  g_auto (QgCliCommon) common = { 0 };
  g_autofree char *what = NULL;
  const GOptionEntry options[] = {
    { "what", 'w', 0, G_OPTION_ARG_STRING, &what,
      N_ ("entities (without it), relations, views, tours, sources, lists, kinds or verbs"), N_ ("WHAT") },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!qg_cli_parse (&argc, &argv, NULL, _ ("Lists what is in a map, one line each."), options, &common,
                     TRUE))
    return QG_CLI_BAD_CALL;
  if (argc > 1)
    return qg_cli_bad_call ("list", _ ("“%s” is too much."), argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (what != NULL ? what : "entities", tables[i].name) == 0)
      {
        status = qg_cli_load_map (&common);
        return status == QG_CLI_DONE ? print_table (&common, i) : status;
      }
  return qg_cli_bad_call ("list", _ ("There is nothing called “%s” to list."), what);
}
