/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What is done without a window, for tests/bench/bench.py. Each call does one thing once and prints what it
 * took, in milliseconds.
 *
 *   bench-work map NODES FILE.json                   a made-up map
 *   bench-work places CACHE FILE.json OUT.dot        its first picture's places, in DOT
 *   bench-work again CACHE FILE.json                 opening it in a program that runs, its layout being
 * known bench-work graph FILE.json ENGINE OUT.dot        boxes and edges without places, in DOT, as the
 * helper has them bench-work layout FILE.json ENGINE               the same graph through the helper
 * bench-work export CACHE FILE.json svg|pdf|png WIDTH OUT    writing a laid-out map */

#include <string.h>

#include "bench-map.h"
#include "qg-explorer.h"
#include "qg-exporter.h"
#include "qg-map-file.h"

static void
print_since (const char *what, gint64 start)
{
  g_print ("%s\t%.2f\n", what, (double) (g_get_monotonic_time () - start) / 1000);
}

static QgMap *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  QgMap *map = qg_map_load (file, NULL, NULL, &error);

  if (map == NULL)
    g_error ("%s", error->message);
  return map;
}

static void
make_map (guint n_nodes, const char *path)
{
  g_autoptr (QgMap) map = bench_map_new (n_nodes, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!qg_map_save (map, file, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static QgExplorer *
show (const char *cache, const char *path)
{
  g_autoptr (QgMap) map = load (path);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, cache);
  g_autoptr (GError) error = NULL;
  QgExplorer *explorer = qg_explorer_new (layouter);

  qg_layouter_set_time_limit (layouter, 600);
  qg_explorer_set_map (explorer, map);
  if (!qg_explorer_wait (explorer, &error))
    g_error ("%s", error->message);
  return explorer;
}

/* All of the map, no words, no areas: what dot and sfdp can be asked in the same way. */
static QgLayoutRequest *
new_request (QgMap *map, QgEngine engine)
{
  guint n = qg_map_get_n_entities (map), m = qg_map_get_n_relations (map);
  g_autofree QgSize *nodes = g_new (QgSize, n);
  g_autofree QgLayoutEdge *edges = g_new (QgLayoutEdge, m);

  for (guint i = 0; i < n; i++)
    nodes[i] = (QgSize){ 70 + i % 5 * 6, 24 + i % 2 * 12 };
  for (guint i = 0; i < m; i++)
    {
      const QgRelation *r = qg_map_get_relation (map, i);

      edges[i] = (QgLayoutEdge){ r->from, r->to, QG_NONE };
    }
  return qg_layout_request_new (&(QgLayoutRequest){ .engine = engine,
                                                    .node_gap = 14,
                                                    .rank_gap = 40,
                                                    .seed = 1,
                                                    .root = QG_NONE,
                                                    .n_nodes = n,
                                                    .n_edges = m,
                                                    .nodes = nodes,
                                                    .edges = edges });
}

static void
write_graph (const QgLayoutRequest *r, const char *path)
{
  GString *dot = g_string_new (NULL);
  double extent = 0;

  for (guint i = 0; i < r->n_nodes; i++)
    extent += (r->nodes[i].width + r->nodes[i].height) / 2 / r->n_nodes;
  g_string_append_printf (dot,
                          "digraph map {\n  graph [%s, K=%.3f, outputorder=breadthfirst];\n"
                          "  node [shape=box, fixedsize=true, label=\"\", penwidth=0];\n  edge [dir=none];\n",
                          r->engine == QG_ENGINE_DOT
                              ? "nodesep=0.1944, ranksep=0.5556"
                              : "overlap=prism, sep=\"+7\", esep=\"+1\", splines=line, start=2",
                          (extent + r->node_gap) / 72);
  for (guint i = 0; i < r->n_nodes; i++)
    g_string_append_printf (dot, "  n%u [width=%.4f, height=%.4f];\n", i, r->nodes[i].width / 72,
                            r->nodes[i].height / 72);
  for (guint i = 0; i < r->n_edges; i++)
    g_string_append_printf (dot, "  n%u -> n%u;\n", r->edges[i].from, r->edges[i].to);
  g_string_append (dot, "}\n");
  if (!g_file_set_contents (path, dot->str, (gssize) dot->len, NULL))
    g_error ("%s cannot be written", path);
  g_string_free (dot, TRUE);
}

static void
lay_out (QgLayoutRequest *request)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (QgLayout) layout = NULL;

  qg_layouter_set_time_limit (layouter, 600);
  layout = qg_layouter_run (layouter, request, NULL, &error);
  if (layout == NULL)
    g_error ("%s", error->message);
  print_since ("layout", start);
}

static void
export_scene (QgScene *scene, QgFormat format, guint width, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, 0, NULL, NULL);
  const QgExportOptions options = { .lang = QG_LANG_KK, .pixel_width = width, .margin = -1 };
  const QgExportPage page = { .scene = scene };
  g_autoptr (QgExporter) exporter = qg_exporter_new (format, G_OUTPUT_STREAM (stream), &options, NULL);
  g_autoptr (GError) error = NULL;

  if (!qg_exporter_begin (exporter, &error) || !qg_exporter_page (exporter, &page, NULL, &error) ||
      !qg_exporter_end (exporter, &error) || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    g_error ("%s", error->message);
  print_since ("export", start);
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  QgEngine engine = QG_ENGINE_SFDP;
  QgFormat format;

  if (g_str_equal (what, "map") && argc == 4)
    make_map ((guint) g_ascii_strtoull (argv[2], NULL, 10), argv[3]);
  else if (g_str_equal (what, "places") && argc == 5)
    {
      g_autoptr (QgExplorer) explorer = show (argv[2], argv[3]);

      bench_write_dot (qg_explorer_get_scene (explorer), argv[4]);
    }
  else if (g_str_equal (what, "again") && argc == 4)
    {
      g_autoptr (QgExplorer) before = show (argv[2], argv[3]), again = NULL;
      gint64 start = g_get_monotonic_time ();

      again = show (argv[2], argv[3]);
      print_since ("again", start);
    }
  else if ((g_str_equal (what, "graph") && argc == 5) || (g_str_equal (what, "layout") && argc == 4))
    {
      g_autoptr (QgMap) map = load (argv[2]);
      g_autoptr (QgLayoutRequest) request = NULL;

      engine = g_str_equal (argv[3], "dot") ? QG_ENGINE_DOT : QG_ENGINE_SFDP;
      request = new_request (map, engine);
      if (argc == 5)
        write_graph (request, argv[4]);
      else
        lay_out (request);
    }
  else if (g_str_equal (what, "export") && argc == 7 && qg_format_from_name (argv[4], &format))
    {
      g_autoptr (QgExplorer) explorer = show (argv[2], argv[3]);

      export_scene (qg_explorer_get_scene (explorer), format, (guint) g_ascii_strtoull (argv[5], NULL, 10),
                    argv[6]);
    }
  else
    {
      g_printerr ("usage: bench-work map|places|again|graph|layout|export …\n");
      return 2;
    }
  return 0;
}
