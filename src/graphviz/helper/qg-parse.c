/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qg-wire-dot.h"

/* ── Long strings: Graphviz's scanner refuses more than 16 K between quotation marks, so a longer one goes in
 * as a short name and is put back afterwards ── */

#define LONG_STRING 8000
#define STAND_IN "\001qogam long string "

typedef struct
{
  const char *text; /* the file */
  gsize length;
  GString *out;
  GPtrArray *strings;       /* char */
  GHashTable *numbers;      /* of strings as they are written: a name that comes twice is one name */
  gboolean no_comment_ends; /* from here on: it is looked for once */
} Shortener;

/* The place behind a comment, a quoted string or markup that begins at @at; @at itself where none does. */
static gsize
skip (Shortener *s, gsize at, gboolean line_begins)
{
  const char *t = s->text;
  gsize n = s->length, i = at;
  int depth = 0;

  if (t[at] == '#' && line_begins)
    while (i < n && t[i] != '\n')
      i++;
  else if (t[at] == '/' && t[at + 1] == '/')
    while (i < n && t[i] != '\n')
      i++;
  else if (t[at] == '/' && t[at + 1] == '*')
    {
      const char *end = s->no_comment_ends ? NULL : strstr (t + at + 2, "*/");

      s->no_comment_ends = end == NULL;
      return end != NULL ? (gsize) (end - t) + 2 : at; /* without an end: Graphviz says so */
    }
  else if (t[at] == '"')
    {
      for (i++; i < n && t[i] != '"'; i++)
        if (t[i] == '\\' && i + 1 < n)
          i++;
      return MIN (i + 1, n);
    }
  else if (t[at] == '<')
    {
      for (; i < n; i++)
        {
          depth += t[i] == '<' ? 1 : t[i] == '>' ? -1 : 0;
          if (depth == 0)
            return i + 1;
        }
    }
  return i;
}

static void
put_newlines (Shortener *s, gsize begin, gsize end)
{
  guint most = LONG_STRING;

  for (gsize i = begin; i < end && most > 0; i++)
    if (s->text[i] == '\n')
      {
        g_string_append_c (s->out, '\n');
        most--;
      }
}

/* What Graphviz would make of the string: an escaped quotation mark and an escaped end of line are undone. */
static char *
unescape (const char *text, gsize length)
{
  GString *string = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      char next = i + 1 < length ? text[i + 1] : '\0';

      if (text[i] == '\\' && next == '\n')
        i++;
      else if (text[i] == '\\' && (next == '"' || next == '\\'))
        {
          if (next == '\\')
            g_string_append_c (string, '\\');
          g_string_append_c (string, text[++i]);
        }
      else
        g_string_append_c (string, text[i]);
    }
  return g_string_free (string, FALSE);
}

/* The string's own newlines stay, so that lines are counted as in the file. */
static void
put_stand_in (Shortener *s, gsize begin, gsize end)
{
  const char *inner = s->text + begin + 1;
  gsize length = end - begin - 2;
  gboolean quoted = s->text[begin] == '"';
  g_autofree char *written = g_strndup (s->text + begin, end - begin);
  gpointer number;

  if (!g_hash_table_lookup_extended (s->numbers, written, NULL, &number))
    {
      number = GUINT_TO_POINTER (s->strings->len);
      g_ptr_array_add (s->strings, quoted ? unescape (inner, length) : g_strndup (inner, length));
      g_hash_table_insert (s->numbers, g_steal_pointer (&written), number);
    }
  g_string_append_printf (s->out, "%c" STAND_IN "%u ", s->text[begin], GPOINTER_TO_UINT (number));
  put_newlines (s, begin, end);
  g_string_append_c (s->out, s->text[end - 1]);
}

static void
shorten (Shortener *s)
{
  for (gsize i = 0; i < s->length;)
    {
      char c = s->text[i];
      gsize end = skip (s, i, i == 0 || s->text[i - 1] == '\n');

      if (end == i)
        g_string_append_c (s->out, s->text[end++]);
      else if (c == '#' || c == '/')
        {
          g_string_append_c (s->out, ' '); /* comments have a limit of length as well */
          put_newlines (s, i, end);
        }
      else if (end - i > LONG_STRING && s->text[end - 1] == (c == '"' ? '"' : '>'))
        put_stand_in (s, i, end);
      else
        g_string_append_len (s->out, s->text + i, (gssize) (end - i));
      i = end;
    }
}

/* ── What the graphs say ── */

typedef struct
{
  GPtrArray *strings; /* that were shortened */
  GString *texts;
  GHashTable *places; /* of texts: once each */
  GHashTable *node_numbers;
  GHashTable *unread; /* attributes that nobody reads: how often they occur */
  GArray *graphs;
} Reading;

static const char *
restore (const Reading *r, const char *text)
{
  if (g_str_has_prefix (text, STAND_IN))
    {
      guint n = (guint) strtoul (text + strlen (STAND_IN), NULL, 10);

      if (n < r->strings->len)
        return r->strings->pdata[n];
    }
  return text;
}

static guint32
add_text (Reading *r, const char *text)
{
  gpointer place;

  if (text == NULL || *text == '\0')
    return 0;
  text = restore (r, text);
  place = g_hash_table_lookup (r->places, text);
  if (place == NULL)
    {
      place = GUINT_TO_POINTER (r->texts->len);
      g_string_append_len (r->texts, text, (gssize) strlen (text) + 1);
      g_hash_table_insert (r->places, g_strdup (text), place);
    }
  return GPOINTER_TO_UINT (place);
}

static const char *
get (void *object, const char *name)
{
  Agsym_t *symbol = agattrsym (object, (char *) name);

  return symbol != NULL ? agxget (object, symbol) : NULL;
}

/* ── Other attributes ── */

static const char *const taken[] = { "label", "color", "fillcolor", "tooltip", "URL", "href" };

/* What a map may have beside what an item has: the names that the reader of maps knows, in ASCII, and texts
 * in a language, whose names end in its tag. */
static gboolean
is_of_map (const char *name, int kind)
{
  static const char *const known[] = { "id",          "name",       "kind",      "class",       "type",
                                       "importance",  "verb",       "inverse",   "statement",   "denial",
                                       "explanation", "kind_color", "languages", "lang",        "kind_symbol",
                                       "description", "comment",    "title",     "qogam_label", "shape" };
  const char *end = strrchr (name, '_');

  /* Of an edge it would be a curve. */
  if (kind == AGNODE && strcmp (name, "pos") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i], name) == 0)
      return TRUE;
  return end != NULL && g_ascii_isalpha (end[1]) && g_ascii_isalpha (end[2]) &&
         (end[3] == '\0' || end[3] == '-');
}

static gboolean
is_taken (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    if (strcmp (taken[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
append_pair (GString *more, const char *name, const char *value)
{
  gsize begin = more->len;

  g_string_append_printf (more, "%s ", name);
  g_string_append (more, value);
  for (gsize i = begin; i < more->len; i++)
    if (more->str[i] == '\x1e' || more->str[i] == '\x1f')
      more->str[i] = ' ';
  more->str[begin + strlen (name)] = '\x1f';
  g_string_append_c (more, '\x1e');
}

/* @kind: AGRAPH, AGNODE or AGEDGE. Counts those that nobody reads. */
static guint32
add_more (Reading *r, void *object, int kind)
{
  g_autoptr (GString) more = g_string_new (NULL);

  for (Agsym_t *s = NULL; (s = agnxtattr (agroot (object), kind, s)) != NULL;)
    {
      const char *value = agxget (object, s);

      if (value == NULL || *value == '\0' || is_taken (s->name))
        continue;
      if (is_of_map (s->name, kind))
        append_pair (more, s->name, restore (r, value));
      else if (kind != AGRAPH)
        g_hash_table_insert (
            r->unread, s->name,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (r->unread, s->name)) + 1));
    }
  return more->len > 0 ? add_text (r, more->str) : 0;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
add_unread (Reading *r, Agraph_t *graph, QgWireItem *item)
{
  g_autoptr (GString) more = g_string_new (item->more > 0 ? r->texts->str + item->more : NULL);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (r->unread), compare_names);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *count =
          g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (r->unread, l->data)));

      /* A name of a map's own stays apart from these. */
      append_pair (more, "unread", count);
      append_pair (more, "unread_name", l->data);
    }
  if (more->len > 0)
    item->more = add_text (r, more->str);
}

static QgWireItem
make_item (Reading *r, void *object, int kind, const char *name)
{
  const char *label = get (object, "label"), *url = get (object, "URL");

  if (url == NULL || *url == '\0')
    url = get (object, "href");
  /* Graphviz's own names for what has none begin with a percent sign. */
  return (QgWireItem){ .name = name != NULL && *name != '%' ? add_text (r, name) : 0,
                       .label = add_text (r, label),
                       .color = add_text (r, get (object, "color")),
                       .fill = add_text (r, get (object, "fillcolor")),
                       .tooltip = add_text (r, get (object, "tooltip")),
                       .url = add_text (r, url),
                       .flags = label != NULL && aghtmlstr ((char *) label) ? QG_WIRE_HTML_LABEL : 0,
                       .more = add_more (r, object, kind) };
}

typedef struct
{
  GArray *nodes, *edge_items, *links, *group_items, *clusters, *members;
} Lists;

static guint32
number_of (const Reading *r, const Agnode_t *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (r->node_numbers, node));
}

/* Clusters lie in clusters, or in plain subgraphs, which are no groups. */
static void
add_clusters (Reading *r, Lists *l, Agraph_t *graph, guint32 parent)
{
  for (Agraph_t *sub = agfstsubg (graph); sub != NULL; sub = agnxtsubg (sub))
    {
      guint32 mine = parent;

      if (g_str_has_prefix (agnameof (sub), "cluster"))
        {
          QgWireItem item = make_item (r, sub, AGRAPH, agnameof (sub));
          QgWireCluster cluster = { parent, 0 };

          for (Agnode_t *n = agfstnode (sub); n != NULL; n = agnxtnode (sub, n))
            {
              guint32 number = number_of (r, agsubnode (agroot (sub), n, FALSE));

              g_array_append_val (l->members, number);
              cluster.n_nodes++;
            }
          mine = l->clusters->len;
          g_array_append_val (l->group_items, item);
          g_array_append_val (l->clusters, cluster);
        }
      add_clusters (r, l, sub, mine);
    }
}

static void
add_edges (Reading *r, Lists *l, Agraph_t *graph)
{
  for (Agnode_t *n = agfstnode (graph); n != NULL; n = agnxtnode (graph, n))
    for (Agedge_t *e = agfstout (graph, n); e != NULL; e = agnxtout (graph, e))
      {
        QgWireItem item = make_item (r, e, AGEDGE, agnameof (e));
        QgWireLink ends = { number_of (r, agtail (e)), number_of (r, aghead (e)) };

        g_array_append_val (l->edge_items, item);
        g_array_append_val (l->links, ends);
      }
}

static void
add_graph (Reading *r, Agraph_t *graph)
{
  Lists l = {
    g_array_new (FALSE, FALSE, sizeof (QgWireItem)),    g_array_new (FALSE, FALSE, sizeof (QgWireItem)),
    g_array_new (FALSE, FALSE, sizeof (QgWireLink)),    g_array_new (FALSE, FALSE, sizeof (QgWireItem)),
    g_array_new (FALSE, FALSE, sizeof (QgWireCluster)), g_array_new (FALSE, FALSE, sizeof (guint32))
  };
  QgWireGraph made = { .head.item = make_item (r, graph, AGRAPH, agnameof (graph)) };

  g_hash_table_remove_all (r->node_numbers);
  g_hash_table_remove_all (r->unread);
  for (Agnode_t *n = agfstnode (graph); n != NULL; n = agnxtnode (graph, n))
    {
      QgWireItem item = make_item (r, n, AGNODE, NULL);

      item.name = add_text (r, agnameof (n));
      g_hash_table_insert (r->node_numbers, n, GUINT_TO_POINTER (l.nodes->len));
      g_array_append_val (l.nodes, item);
    }
  add_edges (r, &l, graph);
  add_clusters (r, &l, graph, QG_WIRE_NONE);
  add_unread (r, graph, &made.head.item);
  made.head.item.flags |= agisdirected (graph) ? QG_WIRE_DIRECTED : 0;
  made.head.n_nodes = l.nodes->len;
  made.head.n_edges = l.links->len;
  made.head.n_groups = l.clusters->len;
  made.head.n_members = l.members->len;
  made.nodes = (const QgWireItem *) l.nodes->data;
  made.edge_items = (const QgWireItem *) l.edge_items->data;
  made.links = (const QgWireLink *) l.links->data;
  made.group_items = (const QgWireItem *) l.group_items->data;
  made.clusters = (const QgWireCluster *) l.clusters->data;
  made.members = (const guint32 *) l.members->data;
  g_array_append_val (r->graphs, made);
}

GBytes *
qg_parse (char *text, gsize length)
{
  Shortener s = { text, length, g_string_sized_new (length), g_ptr_array_new (),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  Reading r = { s.strings,
                g_string_new_len ("", 1),
                g_hash_table_new (g_str_hash, g_str_equal),
                g_hash_table_new (NULL, NULL),
                g_hash_table_new (g_str_hash, g_str_equal),
                g_array_new (FALSE, FALSE, sizeof (QgWireGraph)) };
  Agraph_t *graph;
  FILE *file;

  shorten (&s);
  g_string_append_c (s.out, '\n'); /* something to read, even where nothing is said */
  file = fmemopen (s.out->str, s.out->len, "r");
  while (file != NULL && (graph = agread (file, NULL)) != NULL && qg_guard_get_complaint () == NULL)
    add_graph (&r, graph);
  if (file == NULL || qg_guard_get_complaint () != NULL)
    return NULL;
  return qg_wire_encode_graphs ((const QgWireGraph *) r.graphs->data, r.graphs->len, r.texts->str,
                                r.texts->len);
}
