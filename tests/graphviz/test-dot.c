/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-dot.h"

#include <string.h>

static QgDot *
read_dot (const char *text, guint *line, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (QgChild) child = qg_graphviz_start (NULL, &failure);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_no_error (failure);
  return qg_dot_read (child, bytes, NULL, line, error);
}

static QgDot *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  guint line;
  QgDot *dot = read_dot (text, &line, &error);

  g_assert_no_error (error);
  return dot;
}

static void
test_whole (void)
{
  g_autoptr (QgDot) dot =
      read_good ("/* two */ digraph \"Қоғам\" {\n label=\"Civil\"; tooltip=tip\n"
                 "node [color=red]\n"
                 "a [label=\"Азамат\\n№1\", URL=\"https://example.org/?a=1&b=2\", fillcolor=\"#ff0000\"];\n"
                 "subgraph cluster_x { label=Outer; a; subgraph plain { subgraph cluster_y { label=Inner; b "
                 "[label=<<B>b</B>>] } } }\n"
                 "a -> b [label=elects, color=blue]; a -> b; c -> c\n}\n"
                 "# a comment\nstrict graph { x -- y }\n");
  const QgDotGraph *g = &dot->graphs[0];

  g_assert_cmpuint (dot->n_graphs, ==, 2);
  g_assert_true (g->directed);
  g_assert_cmpstr (g->item.name, ==, "Қоғам");
  g_assert_cmpstr (g->item.label, ==, "Civil");
  g_assert_cmpuint (g->n_nodes, ==, 3);
  g_assert_cmpstr (g->nodes[0].name, ==, "a");
  g_assert_cmpstr (g->nodes[0].label, ==, "Азамат\\n№1");
  g_assert_cmpstr (g->nodes[0].color, ==, "red");
  g_assert_cmpstr (g->nodes[0].fill, ==, "#ff0000");
  g_assert_cmpstr (g->nodes[0].url, ==, "https://example.org/?a=1&b=2");
  g_assert_false (g->nodes[0].html_label);
  g_assert_cmpstr (g->nodes[1].label, ==, "<B>b</B>");
  g_assert_true (g->nodes[1].html_label);
  g_assert_cmpuint (g->n_edges, ==, 3);
  g_assert_cmpstr (g->edges[0].item.label, ==, "elects");
  g_assert_cmpuint (g->edges[0].from, ==, 0);
  g_assert_cmpuint (g->edges[0].to, ==, 1);
  g_assert_null (g->edges[1].item.label);
  g_assert_cmpuint (g->n_groups, ==, 2);
  g_assert_cmpstr (g->groups[0].item.label, ==, "Outer");
  g_assert_cmpuint (g->groups[0].parent, ==, G_MAXUINT);
  g_assert_cmpuint (g->groups[0].n_nodes, ==, 2);
  g_assert_cmpstr (g->groups[1].item.label, ==, "Inner");
  g_assert_cmpuint (g->groups[1].parent, ==, 0);
  g_assert_cmpuint (g->groups[1].n_nodes, ==, 1);
  g_assert_cmpuint (g->groups[1].nodes[0], ==, 1);
  g_assert_false (dot->graphs[1].directed);
  g_assert_cmpuint (dot->graphs[1].n_edges, ==, 1);
  g_assert_null (dot->graphs[1].item.name);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *words;
  } cases[] = {
    { "digraph {\n a -> b\n c -> -> d\n}\n", 3, "->" },
    { "digraph {\n a -> b\n", 0, "syntax error" },
    { "digraph { a -> b }\nthis is no graph\n", 2, "this" },
    { "graph {\n a -> b\n}\n", 2, "->" },
    { "", 0, "no graph" },
    { "// only a comment\n", 0, "no graph" },
    { "   \n\n", 0, "no graph" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean empty = g_str_equal (cases[i].words, "no graph");
      int code = empty ? QG_GRAPHVIZ_ERROR_EMPTY : QG_GRAPHVIZ_ERROR_REFUSED;
      guint line;
      QgDot *dot = read_dot (cases[i].text, &line, &error);

      g_assert_null (dot);
      g_assert_error (error, QG_GRAPHVIZ_ERROR, code);
      if (strstr (error->message, cases[i].words) == NULL)
        g_error ("%s: no word of %s", error->message, cases[i].words);
      if (cases[i].line > 0)
        g_assert_cmpuint (line, ==, cases[i].line);
    }
}

/* Graphviz's own scanner refuses strings over 16 K. */
static void
test_long (void)
{
  g_autofree char *word = g_strnfill (1 << 20, 'q');
  g_autofree char *text = g_strdup_printf (
      "digraph {\n a [label=\"%s \\\"x\\\" \\\\\"]; /* \"%s\" */\n b -> b -> \n}\n", word, word);
  g_autofree char *good =
      g_strdup_printf ("digraph {\n a [label=\"%s \\\"x\\\"\\\\n\"];\n b -> b\n}\n", word);
  g_autofree char *label = g_strdup_printf ("%s \"x\"\\\\n", word);
  g_autoptr (GError) error = NULL;
  guint line;
  g_autoptr (QgDot) dot = read_good (good);
  QgDot *bad = read_dot (text, &line, &error);

  g_assert_cmpuint (dot->graphs[0].n_nodes, ==, 2);
  g_assert_cmpstr (dot->graphs[0].nodes[0].label, ==, label);
  g_assert_null (bad);
  g_assert_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_REFUSED);
  g_assert_cmpuint (line, ==, 4);
}

/* Neither a crash of ours nor a hang, whatever becomes of the helper. */
/* A long name that comes again is the same node. */
static void
test_long_twice (void)
{
  g_autofree char *name = g_strnfill (20000, 'n');
  g_autofree char *text = g_strdup_printf ("digraph { \"%s\" -> b; \"%s\" [label=here] }", name, name);
  g_autoptr (QgDot) dot = read_good (text);

  g_assert_cmpuint (dot->graphs[0].n_nodes, ==, 2);
  g_assert_cmpstr (dot->graphs[0].nodes[0].name, ==, name);
  g_assert_cmpstr (dot->graphs[0].nodes[0].label, ==, "here");
}

static void
test_deep (void)
{
  GString *text = g_string_new ("digraph {");
  g_autoptr (GError) error = NULL;
  guint line;
  QgDot *dot;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "subgraph cluster {");
  dot = read_dot (text->str, &line, &error);
  g_assert_null (dot);
  g_assert_nonnull (error);
  g_assert_true (error->domain == QG_GRAPHVIZ_ERROR);
  g_string_free (text, TRUE);
}

/* A short text with many edges. */
static void
test_dense (void)
{
  g_autoptr (GString) text = g_string_new ("digraph { {");
  g_autoptr (QgDot) dot = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, " a%u", i);
  g_string_append (text, " } -> {");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, " b%u", i);
  g_string_append (text, " } }");
  dot = read_good (text->str);
  g_assert_cmpuint (dot->graphs[0].n_nodes, ==, 400);
  g_assert_cmpuint (dot->graphs[0].n_edges, ==, 40000);
}

/* Millions of comments that begin and none that ends: the end is looked for once. */
static void
test_no_comment_ends (void)
{
  GString *text = g_string_new ("digraph { a -> b ");
  g_autoptr (GError) error = NULL;
  guint line;
  QgDot *dot;

  for (guint i = 0; i < 4000000; i++)
    g_string_append (text, "/*x");
  dot = read_dot (text->str, &line, &error);
  g_assert_null (dot);
  g_assert_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_REFUSED);
  g_string_free (text, TRUE);
}

/* What a file names is not opened. */
static void
test_no_files (void)
{
  g_autoptr (QgDot) dot =
      read_good ("digraph { layout=\"../../x\"; a [image=\"/etc/passwd\", shapefile=\"/etc/passwd\", "
                 "label=<<TABLE><TR><TD><IMG SRC=\"/etc/passwd\"/></TD></TR></TABLE>>] }");

  g_assert_cmpuint (dot->graphs[0].n_nodes, ==, 1);
  g_assert_true (dot->graphs[0].nodes[0].html_label);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/whole", test_whole);
  g_test_add_func ("/dot/errors", test_errors);
  g_test_add_func ("/dot/long", test_long);
  g_test_add_func ("/dot/long-twice", test_long_twice);
  g_test_add_func ("/dot/deep", test_deep);
  g_test_add_func ("/dot/dense", test_dense);
  g_test_add_func ("/dot/no-comment-ends", test_no_comment_ends);
  g_test_add_func ("/dot/no-files", test_no_files);
  return g_test_run ();
}
