/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam search: the hits of the window's search, in the same order. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "qg-search.h"

static void
put (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* What is printed of a hit. */
typedef struct
{
  const char *what, *id, *kind; /* kind: NULL for what is no entity */
  const QgText *name;
} Row;

static Row
get_row (const QgCliCommon *common, const QgSearchHit *hit)
{
  QgMap *map = common->map;

  if (hit->what == QG_FOUND_VIEW)
    {
      const QgView *view = qg_map_get_view (map, hit->number);

      return (Row){ "view", view->id, NULL, view->title };
    }
  if (hit->what == QG_FOUND_TOUR)
    {
      const QgTour *tour = qg_map_get_tour (map, hit->number);

      return (Row){ "tour", tour->id, NULL, tour->title };
    }
  return (Row){ "entity", qg_map_get_entity (map, hit->number)->id,
                qg_map_get_kind (map, qg_map_get_entity (map, hit->number)->kind)->id,
                qg_map_get_entity (map, hit->number)->name };
}

static int
print_json (const QgCliCommon *common, GArray *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    {
      const QgSearchHit *hit = &g_array_index (hits, QgSearchHit, i);
      const Row row = get_row (common, hit);

      json_builder_begin_object (builder);
      put (builder, "what", row.what);
      put (builder, "id", row.id);
      if (row.kind != NULL)
        put (builder, "kind", row.kind);
      put (builder, "name", qg_text_pick (row.name, common->lang, NULL));
      put (builder, "matched", hit->text);
      put (builder, "lang", hit->lang);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  qg_cli_print_json (json_builder_get_root (builder));
  return qg_cli_finish ();
}

static void
print_lines (const QgCliCommon *common, GArray *hits, FILE *out)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const QgSearchHit *hit = &g_array_index (hits, QgSearchHit, i);
      const Row row = get_row (common, hit);
      g_autofree char *name = qg_text_dup_marked (row.name, common->lang);

      fprintf (out, "%s\t%s\t%s\t%s\n", row.id, row.kind != NULL ? row.kind : row.what, name, hit->text);
    }
}

/* As the window does; what is near is no hit, and so it goes where errors go. */
static void
offer_near (const QgCliCommon *common, const QgSearch *search, const char *text)
{
  g_autoptr (GArray) hits = qg_search_find_near (search, text, common->lang, FALSE);

  if (hits->len == 0)
    return;
  fprintf (stderr, "%s\n", _ ("This is near it:"));
  print_lines (common, hits, stderr);
}

int
qg_cli_search (int argc, char **argv)
{
  g_auto (QgCliCommon) common = { 0 };
  int max = 50, status;
  const GOptionEntry options[] = {
    { "max", 'n', 0, G_OPTION_ARG_INT, &max, N_ ("At most so many hits; 50 without it"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (QgSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autofree char *text = NULL;

  if (!qg_cli_parse (
          &argc, &argv, _ ("TEXT"),
          _ ("Finds entities, views and tours by their names and descriptions, in all languages and both "
             "Kazakh alphabets. Each line: id, kind, name, the text that matched."),
          options, &common, TRUE))
    return QG_CLI_BAD_CALL;
  if (argc < 2)
    return qg_cli_bad_call ("search", _ ("What is to be found?"));
  if (max < 1)
    return qg_cli_bad_call ("search", _ ("--max is 1 or more."));
  text = g_strjoinv (" ", argv + 1);
  if (!g_utf8_validate (text, -1, NULL))
    return qg_cli_bad_call ("search", _ ("The text is not UTF-8."));
  status = qg_cli_load_map (&common);
  if (status != QG_CLI_DONE)
    return status;
  search = qg_search_new (common.map);
  hits = qg_search_find (search, text, common.lang, (guint) max);
  if (hits->len == 0 && !common.json)
    qg_cli_error (_ ("Nothing was found for “%s”."), text);
  if (hits->len == 0)
    offer_near (&common, search, text);
  if (common.json)
    return print_json (&common, hits);
  print_lines (&common, hits, stdout);
  return hits->len > 0 ? qg_cli_finish () : QG_CLI_BAD_INPUT;
}
