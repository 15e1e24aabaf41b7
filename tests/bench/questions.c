/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a person asks of a large map and waits for, without the new layout, for tests/bench/bench.py: each
 * line is a question and the longest that one answer took, in milliseconds.
 *
 *   bench-questions FILE.json */

#include "qg-filter.h"
#include "qg-map-file.h"
#include "qg-part.h"
#include "qg-search.h"
#include "qg-ways.h"

#define PAIRS 40u

/* As the search popover asks. */
#define MAX_HITS 30u

static double longest;

static gint64
begin (void)
{
  return g_get_monotonic_time ();
}

static void
end (gint64 start)
{
  longest = MAX (longest, (double) (g_get_monotonic_time () - start) / 1000);
}

static void
print (const char *what)
{
  g_print ("%s\t%.2f\n", what, longest);
  longest = 0;
}

/* Typed letter by letter. */
static void
search (const QgSearch *index, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (g_utf8_next_char (p) - text));
      gint64 start = begin ();
      g_autoptr (GArray) hits = qg_search_find (index, typed, QG_LANG_KK, MAX_HITS);

      end (start);
    }
}

static void
ask_search (QgMap *map)
{
  g_autoptr (QgSearch) index = qg_search_new (map);

  search (index, "мәслихат кеңес 12");
  search (index, "maslihat kenes");
  search (index, "реформа билік");
  print ("search");
  search (index, "мслихат кңес");
  search (index, "zzzzzzzz");
  print ("search with a slip");
}

static void
ask_filter (QgMap *map)
{
  g_autoptr (QgPart) part = qg_part_new_whole (map);
  g_autofree guint8 *nodes = g_new (guint8, qg_map_get_n_entities (map) + 1);
  g_autofree guint8 *edges = g_new (guint8, qg_map_get_n_relations (map) + 1);
  g_autoptr (QgFilter) filter = qg_filter_with_kind (NULL, 0, TRUE);

  for (guint i = 1; i < 4; i++)
    {
      QgFilter *more = qg_filter_with_kind (filter, i, TRUE);
      gint64 start = begin ();

      qg_filter_apply (more, part, nodes, edges);
      end (start);
      qg_filter_unref (filter);
      filter = more;
    }
  print ("filter");
}

static void
ask_focus (QgMap *map)
{
  guint n = qg_map_get_n_entities (map);

  for (guint i = 0; i < PAIRS; i++)
    for (guint depth = 1; depth <= 3; depth++)
      {
        gint64 start = begin ();
        g_autoptr (QgPart) part = qg_part_new_focus (map, i * 7919u % n, depth, QG_FOLLOW_BOTH);

        end (start);
      }
  print ("focus");
}

static void
ask_ways (QgMap *map)
{
  guint n = qg_map_get_n_entities (map);

  for (guint i = 0; i < PAIRS; i++)
    {
      gint64 start = begin ();
      g_autoptr (QgWays) ways = qg_ways_find (map, i * 7919u % n, (i + 11) * 104729u % n, NULL, NULL);

      end (start);
    }
  print ("ways");
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = argc == 2 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QgMap) map = NULL;

  if (file == NULL)
    {
      g_printerr ("usage: bench-questions FILE.json\n");
      return 2;
    }
  map = qg_map_load (file, NULL, NULL, &error);
  if (map == NULL)
    g_error ("%s", error->message);
  ask_search (map);
  ask_filter (map);
  ask_focus (map);
  ask_ways (map);
  return 0;
}
