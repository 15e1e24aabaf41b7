/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Reading DOT: what the helper found in the file, as a map. */

#include "qg-config.h"

#include "qg-map-dot.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "qg-coordinate.h"
#include "qg-draft.h"
#include "qg-formats-error.h"
#include "qg-map-graphs.h"
#include "qg-plain-text.h"

typedef struct
{
  QgDraft *draft;
  const QgDotGraph *graph;
  const char *graph_name;
  guint *group_of; /* for each node the innermost cluster, or QG_NONE */
} Reader;

/* ── Which graph ── */

static void
list_graph (QgMapInput *input, const QgDotGraph *graph)
{
  const char *name = graph->item.name;
  QgMapGraph *listed;

  if (name == NULL && !graph->item.html_label)
    name = graph->item.label;
  listed = qg_map_graphs_add (input->graphs, name);
  listed->n_entities = graph->n_nodes;
  listed->n_relations = graph->n_edges;
}

/* ── Attributes ── */

static char *
dup_label (const QgDotItem *item, const char *shape, const QgDotNames *names)
{
  g_autofree char *flat = NULL;

  if (item->label == NULL)
    return NULL;
  if (item->html_label)
    return qg_plain_from_markup (item->label);
  if (shape != NULL && (strcmp (shape, "record") == 0 || strcmp (shape, "Mrecord") == 0))
    flat = qg_plain_from_record (item->label);
  return qg_plain_from_dot (flat != NULL ? flat : item->label, names);
}

static void
put (Reader *r, QgField field, const char *value, const QgDotNames *names)
{
  g_autofree char *plain = value != NULL ? qg_plain_from_dot (value, names) : NULL;

  qg_draft_put (r->draft, field, NULL, plain);
}

/* Graphviz counts upwards, and may say a third number, and that nothing may move it ("!"). Whatever else
 * stands there is left to the draft, which says that it is no place. */
static void
put_pos (Reader *r, const char *pos)
{
  g_auto (GStrv) parts = g_strsplit (pos, ",", 3);
  char *down = parts[0] != NULL ? parts[1] : NULL, *mark = down != NULL ? strchr (down, '!') : NULL;
  char buffer[QG_DECIMAL_SIZE];
  double up;

  if (mark != NULL && parts[2] == NULL && mark[1] == '\0')
    *mark = '\0';
  qg_draft_put (r->draft, QG_FIELD_X, NULL, parts[0]);
  if (down != NULL && qg_decimal_parse (g_strstrip (down), &up))
    qg_draft_put (r->draft, QG_FIELD_Y, NULL, qg_decimal_format (0 - up, buffer));
  else
    qg_draft_put (r->draft, QG_FIELD_Y, NULL, down);
}

/* Returns: (nullable) (transfer full): the shape, which says how the label is to be read, too. */
static char *
put_more (Reader *r, QgFieldsOf of, const QgDotItem *item, const QgDotNames *names)
{
  const char *more = item->more;
  char *name, *value, *shape = NULL;

  while (qg_dot_next_attribute (&more, &name, &value))
    {
      g_autofree char *plain = qg_plain_from_dot (value, names);

      if (strcmp (name, "shape") == 0)
        {
          g_free (shape);
          shape = g_strdup (value);
        }
      else if (of == QG_FIELDS_OF_ENTITY && strcmp (name, "pos") == 0)
        put_pos (r, plain);
      else if (!g_str_has_prefix (name, "unread"))
        qg_draft_put_named (r->draft, of, name, plain);
      g_free (name);
      g_free (value);
    }
  return shape;
}

/* ── Nodes, edges, groups ── */

static void
find_groups (Reader *r)
{
  r->group_of = g_new (guint, r->graph->n_nodes + 1);
  for (guint i = 0; i < r->graph->n_nodes; i++)
    r->group_of[i] = QG_NONE;
  /* Inner groups come after those around them. */
  for (guint g = 0; g < r->graph->n_groups; g++)
    {
      const QgDotGroup *group = &r->graph->groups[g];

      for (guint i = 0; i < group->n_nodes; i++)
        r->group_of[group->nodes[i]] = g;
      if (group->parent != G_MAXUINT)
        qg_losses_add (qg_draft_get_losses (r->draft),
                       N_ ("not kept: groups around groups (%s); an entity is of the innermost one"), NULL, 0,
                       0);
    }
}

static void
put_group (Reader *r, guint number)
{
  const QgDotGroup *group = &r->graph->groups[number];
  QgDotNames names = { NULL, group->item.name, NULL, NULL, NULL };
  g_autofree char *label = dup_label (&group->item, NULL, &names);
  const char *key = group->item.name;

  if (key != NULL && g_str_has_prefix (key, "cluster"))
    key += strlen ("cluster");
  while (key != NULL && (*key == '_' || *key == '-' || *key == ' '))
    key++;
  qg_draft_put (r->draft, QG_FIELD_KIND, NULL, key != NULL && *key != '\0' ? key : group->item.name);
  qg_draft_put (r->draft, QG_FIELD_KIND_NAME, NULL, label);
  qg_draft_put (r->draft, QG_FIELD_KIND_COLOR, NULL,
                group->item.fill != NULL ? group->item.fill : group->item.color);
}

static void
add_node (Reader *r, guint number)
{
  const QgDotItem *item = &r->graph->nodes[number];
  QgDotNames names = { item->name, r->graph_name, NULL, NULL, NULL };
  g_autofree char *shape = NULL, *label = NULL;

  qg_draft_begin (r->draft, 0, 0);
  qg_draft_put (r->draft, QG_FIELD_ID, NULL, item->name);
  shape = put_more (r, QG_FIELDS_OF_ENTITY, item, &names);
  label = dup_label (item, shape, &names);
  qg_draft_put (r->draft, QG_FIELD_LABEL, NULL, label);
  names.label = label;
  put (r, QG_FIELD_DESCRIPTION, item->tooltip, &names);
  put (r, QG_FIELD_URL, item->url, &names);
  qg_draft_put (r->draft, QG_FIELD_COLOR, NULL, item->fill != NULL ? item->fill : item->color);
  if (r->group_of[number] != QG_NONE)
    put_group (r, r->group_of[number]);
  qg_draft_put (r->draft, QG_FIELD_SHAPE, NULL, shape);
  qg_draft_add_entity (r->draft);
}

static void
add_edge (Reader *r, const QgDotEdge *edge)
{
  const char *tail = r->graph->nodes[edge->from].name, *head = r->graph->nodes[edge->to].name;
  QgDotNames names = { NULL, r->graph_name, tail, head, NULL };
  g_autofree char *shape = NULL, *label = dup_label (&edge->item, NULL, &names);

  qg_draft_begin (r->draft, 0, 0);
  qg_draft_put (r->draft, QG_FIELD_FROM, NULL, tail);
  qg_draft_put (r->draft, QG_FIELD_TO, NULL, head);
  shape = put_more (r, QG_FIELDS_OF_RELATION, &edge->item, &names);
  qg_draft_put (r->draft, QG_FIELD_VERB_NAME, NULL, label);
  names.label = label;
  if (g_strcmp0 (edge->item.tooltip, edge->item.label) != 0)
    put (r, QG_FIELD_EXPLANATION, edge->item.tooltip, &names);
  if (edge->item.color != NULL)
    qg_losses_add (qg_draft_get_losses (r->draft), N_ ("not kept: colors of relations (%s)"), NULL, 0, 0);
  if (edge->item.url != NULL)
    qg_losses_add (qg_draft_get_losses (r->draft), N_ ("not kept: links of relations (%s)"), NULL, 0, 0);
  qg_draft_add_relation (r->draft);
}

static void
tell_unread (Reader *r)
{
  const char *more = r->graph->item.more;
  char *name, *value;
  guint count = 0;

  while (qg_dot_next_attribute (&more, &name, &value))
    {
      if (strcmp (name, "unread") == 0)
        count = (guint) strtoul (value, NULL, 10);
      else if (strcmp (name, "unread_name") == 0)
        qg_losses_add_many (qg_draft_get_losses (r->draft), N_ ("not kept: “%2$s” (%1$s)"), value, count);
      g_free (name);
      g_free (value);
    }
}

static void
add_about (Reader *r)
{
  const QgDotItem *item = &r->graph->item;
  QgDotNames names = { NULL, r->graph_name, NULL, NULL, NULL };
  g_autofree char *label = dup_label (item, NULL, &names);

  qg_draft_begin (r->draft, 0, 0);
  qg_draft_put (r->draft, QG_FIELD_ID, NULL, item->name);
  g_free (put_more (r, QG_FIELDS_OF_MAP, item, &names));
  qg_draft_put (r->draft, QG_FIELD_TITLE, NULL, label != NULL && *label != '\0' ? label : item->name);
  put (r, QG_FIELD_DESCRIPTION, item->tooltip, &names);
  qg_draft_add_about (r->draft);
}

static QgMap *
read_graph (QgMapInput *input, const QgDotGraph *graph, GError **error)
{
  Reader r = { qg_draft_new (input), graph, graph->item.name != NULL ? graph->item.name : "", NULL };
  QgMap *map;

  qg_draft_set_usual_shape (r.draft, "ellipse");
  qg_draft_set_draws_names (r.draft, TRUE);
  add_about (&r);
  find_groups (&r);
  for (guint i = 0; i < graph->n_nodes; i++)
    add_node (&r, i);
  for (guint i = 0; i < graph->n_edges; i++)
    add_edge (&r, &graph->edges[i]);
  if (!graph->directed)
    qg_losses_add_many (
        qg_draft_get_losses (r.draft),
        N_ ("not kept: relations without a direction (%s); they lead from the first to the second"), NULL,
        graph->n_edges);
  tell_unread (&r);
  map = qg_draft_end (r.draft, error);
  g_free (r.group_of);
  qg_draft_free (r.draft);
  return map;
}

QgMap *
qg_map_dot_from_graphs (QgMapInput *input, const QgDot *dot, GError **error)
{
  guint chosen;

  for (guint i = 0; i < dot->n_graphs; i++)
    list_graph (input, &dot->graphs[i]);
  chosen = qg_map_input_choose (input, error);
  return chosen != QG_NONE ? read_graph (input, &dot->graphs[chosen], error) : NULL;
}

/* ── The file ── */

static const char *
find_message (const GError *failure)
{
  if (failure->domain != QG_GRAPHVIZ_ERROR)
    return N_ ("this DOT cannot be read");
  switch ((QgGraphvizError) failure->code)
    {
    case QG_GRAPHVIZ_ERROR_EMPTY:
      return N_ ("there is no graph in the file");
    case QG_GRAPHVIZ_ERROR_MISSING:
      return N_ ("this DOT cannot be read: the program that reads it could not be started");
    case QG_GRAPHVIZ_ERROR_TIME:
      return N_ ("this DOT cannot be read: it takes too long");
    case QG_GRAPHVIZ_ERROR_MEMORY:
      return N_ ("this DOT cannot be read: it needs too much memory");
    case QG_GRAPHVIZ_ERROR_CRASHED:
      return N_ ("this DOT cannot be read: Graphviz ended unexpectedly");
    case QG_GRAPHVIZ_ERROR_ANSWER:
      return N_ ("this DOT cannot be read: what Graphviz answered cannot be used");
    case QG_GRAPHVIZ_ERROR_REFUSED:
    default:
      return N_ ("this DOT cannot be read");
    }
}

/* (transfer full) (nullable): of Graphviz's "syntax error in line 3 near '}'" what stands in quotes; empty at
 * the end of the file, where it says nothing about that */
static char *
dup_near (const char *message)
{
  static const char before[] = " near '";
  const char *error = strstr (message, "syntax error"), *start, *end;

  if (error == NULL)
    return NULL;
  start = strstr (error, before);
  end = start != NULL ? strrchr (start + strlen (before), '\'') : NULL;
  if (end == NULL)
    return g_strdup ("");
  start += strlen (before);
  return g_strstrip (g_strndup (start, (gsize) (end - start)));
}

static void
fail_read (QgMapInput *input, GError *failure, guint line, GError **error)
{
  g_autofree char *near = NULL;
  const char *message_id;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return;
    }
  near = dup_near (failure->message);
  message_id = near == NULL    ? find_message (failure)
               : *near == '\0' ? N_ ("the file ends too early")
                               : N_ ("syntax error near “%s”");
  qg_problems_add (input->problems, QG_PROBLEM_ERROR, line, line > 0 ? 1 : 0, message_id, near, NULL, NULL,
                   NULL);
  g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_SYNTAX, "%s: %s", input->path, failure->message);
  g_error_free (failure);
}

QgMap *
qg_map_dot_read (QgMapInput *input, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static (input->text, input->length);
  /* Started in the thread that waits for it: the process ends when that thread does. */
  g_autoptr (QgChild) child = qg_graphviz_start (NULL, &failure);
  g_autoptr (QgDot) dot = NULL;
  guint line = 0;

  if (child != NULL)
    dot = qg_dot_read (child, text, input->cancellable, &line, &failure);
  if (dot == NULL)
    {
      fail_read (input, failure, line, error);
      return NULL;
    }
  return qg_map_dot_from_graphs (input, dot, error);
}
