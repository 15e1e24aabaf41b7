/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the helper may answer about a DOT file. An input that begins with NUL is an answer as it comes through
 * the pipe: taken whole or refused whole. Any other is lines that say what graphs have in them, so that
 * changes reach what is made of their texts: 'g' a graph, 'n' a node, 'e' an edge, 'c' a cluster; then name,
 * label, color, fill, tooltip, URL, other attributes, and numbers, with tabs between. */

#include "fuzz-format.h"

#include "qg-map-dot.h"
#include "qg-wire-dot.h"

#define MOST_GRAPHS 8

const char fuzz_corpus[] = "dot";

const char *const fuzz_words[] = { "\nn\t",
                                   "\ne\t",
                                   "\nc\t",
                                   "\ng\t",
                                   "\t",
                                   "\\N",
                                   "\\G",
                                   "\\T",
                                   "\\H",
                                   "\\E",
                                   "\\L",
                                   "\\n",
                                   "\\l",
                                   "\\\\",
                                   "<B>",
                                   "<BR/>",
                                   "</TD>",
                                   "&amp;",
                                   "&#x430;",
                                   "&#1114112;",
                                   "{<p> a | b}",
                                   "shape\x1frecord\x1e",
                                   "unread\x1f"
                                   "7\x1e",
                                   "unread_name\x1fpos\x1e",
                                   "name_kk\x1f"
                                   "A\x1e",
                                   "importance\x1f"
                                   "3\x1e",
                                   "verb\x1fv\x1e",
                                   "pos\x1f"
                                   "1.5,-2!\x1e",
                                   "1e300",
                                   "nan",
                                   "cluster_",
                                   "javascript:",
                                   "https://example.org",
                                   "#ff0000",
                                   "0.5 0.2 0.9",
                                   "\xE2\x80\xAE",
                                   "\xC0",
                                   NULL };

typedef struct
{
  GArray *nodes, *edges, *links, *groups, *clusters, *members;
  QgWireItem item;
} Graph;

static const char seed_of_many[] = "g\tG\tTitle\nn\ta\tA\nn\tb\tB\ne\t\thas";

static GBytes *encode (const char *text, gsize length);

GBytes *
fuzz_get_seed (guint n)
{
  g_autoptr (GBytes) answer = NULL;
  GByteArray *seed;

  if (n > 0)
    return NULL;
  answer = encode (seed_of_many, strlen (seed_of_many));
  seed = g_byte_array_new ();
  g_byte_array_append (seed, (const guint8 *) "", 1);
  g_byte_array_append (seed, g_bytes_get_data (answer, NULL), (guint) g_bytes_get_size (answer));
  return g_byte_array_free_to_bytes (seed);
}

/* ── From lines to an answer ── */

static void
graph_clear (gpointer data)
{
  Graph *g = data;

  g_array_unref (g->nodes);
  g_array_unref (g->edges);
  g_array_unref (g->links);
  g_array_unref (g->groups);
  g_array_unref (g->clusters);
  g_array_unref (g->members);
}

static Graph
graph_new (void)
{
  return (Graph){ g_array_new (FALSE, TRUE, sizeof (QgWireItem)),
                  g_array_new (FALSE, TRUE, sizeof (QgWireItem)),
                  g_array_new (FALSE, TRUE, sizeof (QgWireLink)),
                  g_array_new (FALSE, TRUE, sizeof (QgWireItem)),
                  g_array_new (FALSE, TRUE, sizeof (QgWireCluster)),
                  g_array_new (FALSE, TRUE, sizeof (guint32)),
                  { 0 } };
}

static guint32
put_text (GString *texts, const char *text)
{
  guint32 at = (guint32) texts->len;

  if (text == NULL || *text == '\0')
    return 0;
  g_string_append_len (texts, text, (gssize) strlen (text) + 1);
  return at;
}

static QgWireItem
make_item (GString *texts, char **parts)
{
  guint n = g_strv_length (parts);
#define PART(i) (n > (i) ? parts[i] : NULL)
  const char *numbers = PART (8);
  QgWireItem item = { put_text (texts, PART (1)),
                      put_text (texts, PART (2)),
                      put_text (texts, PART (3)),
                      put_text (texts, PART (4)),
                      put_text (texts, PART (5)),
                      put_text (texts, PART (6)),
                      0,
                      put_text (texts, PART (7)) };
#undef PART

  /* The first number is the flags'. */
  if (numbers != NULL)
    item.flags = (guint32) numbers[0] & (QG_WIRE_HTML_LABEL | QG_WIRE_DIRECTED);
  return item;
}

/* Number @i of a line, kept below @n. */
static guint32
number (char **parts, guint i, guint n)
{
  const char *numbers = g_strv_length (parts) > 8 ? parts[8] : "";

  return strlen (numbers) > i && n > 0 ? (guint8) numbers[i] % n : 0;
}

static void
add_cluster (Graph *g, QgWireItem item, char **parts)
{
  guint32 parent = number (parts, 1, g->groups->len + 1);
  QgWireCluster cluster = { parent < g->groups->len ? parent : QG_WIRE_NONE, number (parts, 2, 5) };

  if (g->nodes->len == 0)
    cluster.n_nodes = 0;
  for (guint i = 0; i < cluster.n_nodes; i++)
    {
      guint32 member = number (parts, 3 + i, g->nodes->len);

      g_array_append_val (g->members, member);
    }
  g_array_append_val (g->groups, item);
  g_array_append_val (g->clusters, cluster);
}

static void
add_line (GArray *graphs, GString *texts, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 9);
  QgWireItem item;
  Graph *g;

  if (parts[0] == NULL)
    return;
  if (strcmp (parts[0], "g") == 0 && graphs->len < MOST_GRAPHS)
    {
      Graph next = graph_new ();

      g_array_append_val (graphs, next);
    }
  if (graphs->len == 0)
    return;
  g = &g_array_index (graphs, Graph, graphs->len - 1);
  item = make_item (texts, parts);
  if (strcmp (parts[0], "g") == 0)
    g->item = item;
  else if (strcmp (parts[0], "n") == 0)
    g_array_append_val (g->nodes, item);
  else if (strcmp (parts[0], "e") == 0 && g->nodes->len > 0)
    {
      QgWireLink link = { number (parts, 1, g->nodes->len), number (parts, 2, g->nodes->len) };

      g_array_append_val (g->edges, item);
      g_array_append_val (g->links, link);
    }
  else if (strcmp (parts[0], "c") == 0)
    add_cluster (g, item, parts);
}

static GBytes *
encode (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
  g_autoptr (GArray) graphs = g_array_new (FALSE, TRUE, sizeof (Graph));
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree QgWireGraph *wire = NULL;

  g_array_set_clear_func (graphs, graph_clear);
  g_string_append_len (texts, "", 1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (graphs, texts, lines[i]);
  /* What follows is aligned, as the helper does it. */
  while (texts->len % 8 != 0)
    g_string_append_len (texts, "", 1);
  wire = g_new0 (QgWireGraph, graphs->len + 1);
  for (guint i = 0; i < graphs->len; i++)
    {
      const Graph *g = &g_array_index (graphs, Graph, i);

      wire[i] = (QgWireGraph){
        { g->item, g->nodes->len, g->edges->len, g->groups->len, g->members->len },
        (gconstpointer) g->nodes->data,
        (gconstpointer) g->edges->data,
        (gconstpointer) g->groups->data,
        (gconstpointer) g->links->data,
        (gconstpointer) g->clusters->data,
        (gconstpointer) g->members->data,
      };
    }
  return qg_wire_encode_graphs (wire, graphs->len, texts->str, texts->len);
}

/* ── From an answer to a map ── */

static QgMap *
read_answer (const QgDot *dot)
{
  static const QgMapReadOptions options = { NULL, NULL, NULL };
  g_autoptr (QgProblems) problems = qg_problems_new ("fuzz.gv");
  g_autoptr (GPtrArray) graphs = qg_map_graphs_new ();
  g_autoptr (GError) error = NULL;
  QgMapInput input = { "/nowhere/fuzz.gv", "", 0, &options, graphs, problems, NULL };
  QgMap *map = qg_map_dot_from_graphs (&input, dot, &error);

  g_assert_true ((map == NULL) == (error != NULL));
  g_assert_true ((map == NULL) == (qg_problems_get_n_errors (problems) > 0));
  g_assert_cmpuint (graphs->len, ==, dot->n_graphs);
  fuzz_format_lines (problems);
  return map;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QgDot) dot = NULL;

  if (length > 0 && data[0] == 0)
    answer = g_bytes_new_take (g_memdup2 (data + 1, length - 1), length - 1);
  else
    answer = encode ((const char *) data, length);
  dot = qg_dot_unpack (answer, &error);
  g_assert_true ((dot == NULL) == (error != NULL));
  if (dot != NULL)
    fuzz_format_check (read_answer (dot), length);
  return 0;
}
