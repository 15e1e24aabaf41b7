/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Reading GraphML, also as yEd writes it. */

#include "qg-config.h"

#include "qg-map-graphml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-coordinate.h"
#include "qg-draft.h"
#include "qg-formats-error.h"
#include "qg-gephi.h"
#include "qg-map-graphs.h"
#include "qg-plain-text.h"
#include "qg-xml.h"

/* What <key> says: what <data key="…"> holds. */
typedef struct
{
  char *name; /* attr.name, or the key's id */
  char *fallback, *domain;
  gboolean graphics; /* how yEd draws it */
} Key;

/* A node with a graph inside it: the kind of the nodes there. */
typedef struct
{
  char *id, *name;
} Group;

typedef enum
{
  NOTHING,
  NODE,
  EDGE,
} Thing;

typedef struct
{
  QgMapInput *input;
  QgXml *xml;
  QgDraft *draft;
  GHashTable *keys;    /* id → Key */
  GPtrArray *groups;   /* Group: those that are open; NULL for the graph of the document itself */
  guint wanted;        /* the number of the graph that is read */
  guint n_seen;        /* graphs of the document, so far */
  QgMapGraph *counted; /* nullable, borrowed: gets what the graph has in it that is open */
  gboolean found, directed, is_ours;
  QgGephi gephi;
  GPtrArray *about; /* name, value, name, value … */

  Thing thing; /* that is being put together */
  char *node_id, *node_name;
  Key *key; /* what a text belongs to */
  gboolean is_data, is_default;
  GString *text;
} Reader;

static void
key_free (Key *key)
{
  g_free (key->name);
  g_free (key->fallback);
  g_free (key->domain);
  g_free (key);
}

static void
group_free (Group *group)
{
  if (group == NULL)
    return;
  g_free (group->id);
  g_free (group->name);
  g_free (group);
}

static void
lose (Reader *r, const char *message_id, const char *arg)
{
  guint line, column;

  qg_xml_get_place (r->xml, &line, &column);
  qg_losses_add (qg_draft_get_losses (r->draft), message_id, arg, line, column);
}

/* @graph: (nullable); @name: of an element in it */
static void
count (QgMapGraph *graph, const char *name)
{
  if (graph != NULL && strcmp (name, "node") == 0)
    graph->n_entities++;
  else if (graph != NULL && strcmp (name, "edge") == 0)
    graph->n_relations++;
}

/* Past the end of the element that is open. */
static void
skip (Reader *r)
{
  QgXmlEvent event;
  guint open = 1;

  while (open > 0 && (event = qg_xml_next (r->xml)) != QG_XML_END)
    {
      if (event == QG_XML_OPEN)
        count (r->counted, qg_xml_get_name (r->xml));
      open = event == QG_XML_OPEN ? open + 1 : event == QG_XML_CLOSE ? open - 1 : open;
    }
}

static void
begin (Reader *r, Thing thing)
{
  guint line, column;

  qg_xml_get_place (r->xml, &line, &column);
  qg_draft_begin (r->draft, line, column);
  r->thing = thing;
  g_clear_pointer (&r->node_id, g_free);
  g_clear_pointer (&r->node_name, g_free);
  qg_gephi_clear (&r->gephi);
}

static void
put_attribute (Reader *r, QgField field, const char *name)
{
  g_autofree char *value = qg_xml_dup_attribute (r->xml, name);

  qg_draft_put (r->draft, field, NULL, value);
}

/* ── Elements that begin ── */

static void
open_key (Reader *r)
{
  char *id = qg_xml_dup_attribute (r->xml, "id");
  g_autofree char *yfiles = qg_xml_dup_attribute (r->xml, "yfiles.type");
  Key *key = g_new0 (Key, 1);

  key->name = qg_xml_dup_attribute (r->xml, "attr.name");
  key->domain = qg_xml_dup_attribute (r->xml, "for");
  key->graphics = yfiles != NULL;
  if (id == NULL)
    id = g_strdup ("");
  if (key->name == NULL)
    key->name = g_strdup (id);
  if (strcmp (key->name, "languages") == 0 && g_strcmp0 (key->domain, "graph") == 0)
    r->is_ours = TRUE;
  if (g_strcmp0 (key->domain, "node") == 0)
    qg_gephi_note_key (&r->gephi, key->name);
  g_hash_table_replace (r->keys, id, key);
  r->key = key;
}

static void
open_graph_of_document (Reader *r)
{
  g_autofree char *id = qg_xml_dup_attribute (r->xml, "id");
  g_autofree char *edges = qg_xml_dup_attribute (r->xml, "edgedefault");

  if (r->input->options->graph == NULL)
    r->counted = qg_map_graphs_add (r->input->graphs, id);
  if (r->n_seen++ != r->wanted)
    {
      skip (r);
      return;
    }
  r->found = TRUE;
  r->directed = g_strcmp0 (edges, "undirected") != 0;
  if (id != NULL)
    {
      g_ptr_array_add (r->about, g_strdup ("id"));
      g_ptr_array_add (r->about, g_strdup (id));
    }
  g_ptr_array_add (r->groups, NULL);
}

static void add_thing (Reader *r);

static void
open_graph (Reader *r)
{
  Group *group;

  if (r->groups->len == 0)
    {
      open_graph_of_document (r);
      return;
    }
  lose (r, N_ ("not kept: graphs inside nodes (%s); what is in them became a kind"), NULL);
  group = g_new0 (Group, 1);
  group->id = g_strdup (r->node_id);
  group->name = g_strdup (r->node_name);
  add_thing (r);
  g_ptr_array_add (r->groups, group);
}

static void
open_edge (Reader *r)
{
  g_autofree char *directed = qg_xml_dup_attribute (r->xml, "directed");
  g_autofree char *port = qg_xml_dup_attribute (r->xml, "sourceport");
  g_autofree char *other = qg_xml_dup_attribute (r->xml, "targetport");

  begin (r, EDGE);
  put_attribute (r, QG_FIELD_ID, "id");
  put_attribute (r, QG_FIELD_FROM, "source");
  put_attribute (r, QG_FIELD_TO, "target");
  if (port != NULL || other != NULL)
    lose (r, N_ ("not kept: ports (%s)"), NULL);
  if (directed != NULL ? strcmp (directed, "false") == 0 : !r->directed)
    lose (r, N_ ("not kept: relations without a direction (%s); they lead from the first to the second"),
          NULL);
}

static void
open_data (Reader *r)
{
  g_autofree char *id = qg_xml_dup_attribute (r->xml, "key");

  g_string_truncate (r->text, 0);
  r->key = id != NULL ? g_hash_table_lookup (r->keys, id) : NULL;
  r->is_data = TRUE;
  if (r->key == NULL)
    lose (r, N_ ("left out: data without a key (%s)"), NULL);
}

/* The upper left corner becomes the middle, where the size is one. */
static char *
dup_middle (const char *corner, const char *size)
{
  char buffer[QG_DECIMAL_SIZE];
  double at, length;

  if (!qg_decimal_parse (corner, &at) || !qg_decimal_parse (size, &length) || length < 0)
    return g_strdup (corner);
  return g_strdup (qg_decimal_format (at + length / 2, buffer));
}

static void
open_geometry (Reader *r)
{
  g_autofree char *left = qg_xml_dup_attribute (r->xml, "x"), *top = qg_xml_dup_attribute (r->xml, "y");
  g_autofree char *width = qg_xml_dup_attribute (r->xml, "width");
  g_autofree char *height = qg_xml_dup_attribute (r->xml, "height");
  g_autofree char *x = dup_middle (left, width), *y = dup_middle (top, height);
  guint line, column;

  qg_xml_get_place (r->xml, &line, &column);
  if (x != NULL || y != NULL)
    qg_draft_add_spot (r->draft, r->node_id, x, y, line, column);
  /* Those of a file of our own are made up. */
  if (!r->is_ours && (width != NULL || height != NULL))
    lose (r, N_ ("not kept: sizes (%s)"), NULL);
}

/* What yEd draws: the label, the colour, the shape and the place are of use, the rest is not. */
static void
open_graphics (Reader *r, const char *name)
{
  if (strcmp (name, "NodeLabel") == 0 || strcmp (name, "EdgeLabel") == 0)
    g_string_truncate (r->text, 0);
  else if (strcmp (name, "Fill") == 0 && r->thing == NODE)
    put_attribute (r, QG_FIELD_COLOR, "color");
  else if (strcmp (name, "Geometry") == 0 && r->thing == NODE)
    open_geometry (r);
  else if (strcmp (name, "Shape") == 0 && r->thing == NODE)
    put_attribute (r, QG_FIELD_SHAPE, "type");
  else if (strcmp (name, "GenericNode") == 0 && r->thing == NODE)
    put_attribute (r, QG_FIELD_SHAPE, "configuration");
  else if (strcmp (name, "Image") == 0 || strcmp (name, "SVGContent") == 0 || strcmp (name, "Resource") == 0)
    lose (r, N_ ("not kept: pictures (%s)"), NULL);
}

static void
handle_open (Reader *r)
{
  const char *name = qg_xml_get_name (r->xml);

  if (r->groups->len > 0)
    count (r->counted, name);
  if (r->is_data)
    open_graphics (r, name);
  else if (strcmp (name, "key") == 0)
    open_key (r);
  else if (strcmp (name, "default") == 0 && r->key != NULL)
    {
      r->is_default = TRUE;
      g_string_truncate (r->text, 0);
    }
  else if (strcmp (name, "graph") == 0)
    open_graph (r);
  else if (r->groups->len == 0)
    return;
  else if (strcmp (name, "node") == 0)
    {
      begin (r, NODE);
      r->node_id = qg_xml_dup_attribute (r->xml, "id");
      put_attribute (r, QG_FIELD_ID, "id");
    }
  else if (strcmp (name, "edge") == 0)
    open_edge (r);
  else if (strcmp (name, "data") == 0)
    open_data (r);
  else if (strcmp (name, "hyperedge") == 0)
    {
      lose (r, N_ ("left out: relations among more than two (%s)"), NULL);
      skip (r);
    }
  else if (strcmp (name, "port") == 0)
    {
      lose (r, N_ ("not kept: ports (%s)"), NULL);
      skip (r);
    }
}

/* ── Elements that end ── */

static void
put_of_thing (Reader *r, const Key *key, const char *value)
{
  if (r->thing == NODE && qg_gephi_put (&r->gephi, r->draft, key->name, value))
    return;
  qg_draft_put_named (r->draft, r->thing == NODE ? QG_FIELDS_OF_ENTITY : QG_FIELDS_OF_RELATION, key->name,
                      value);
}

static void
put_defaults (Reader *r)
{
  GHashTableIter iter;
  Key *key;
  const char *domain = r->thing == NODE ? "node" : "edge";

  g_hash_table_iter_init (&iter, r->keys);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &key))
    if (key->fallback != NULL &&
        (key->domain == NULL || strcmp (key->domain, domain) == 0 || strcmp (key->domain, "all") == 0))
      put_of_thing (r, key, key->fallback);
}

static void
put_group (Reader *r)
{
  const Group *group = r->groups->len > 0 ? r->groups->pdata[r->groups->len - 1] : NULL;

  if (group == NULL)
    return;
  qg_draft_put (r->draft, QG_FIELD_KIND, NULL, group->id);
  qg_draft_put (r->draft, QG_FIELD_KIND_NAME, NULL, group->name);
}

static void
add_thing (Reader *r)
{
  if (r->thing == NOTHING)
    return;
  put_defaults (r);
  if (r->thing == NODE)
    {
      put_group (r);
      qg_gephi_end_node (&r->gephi, r->draft);
      qg_draft_add_entity (r->draft);
    }
  else
    qg_draft_add_relation (r->draft);
  r->thing = NOTHING;
}

static void
put_text (Reader *r)
{
  const char *value = r->text->str;

  if (r->key == NULL || r->key->graphics)
    return;
  if (r->thing != NOTHING)
    put_of_thing (r, r->key, value);
  else if (r->groups->len == 1)
    {
      g_ptr_array_add (r->about, g_strdup (r->key->name));
      g_ptr_array_add (r->about, g_strdup (value));
    }
  else
    lose (r, N_ ("left out: data behind a graph inside its node (%s)"), NULL);
}

static void
put_label (Reader *r)
{
  gboolean markup = g_ascii_strncasecmp (r->text->str, "<html", 5) == 0;
  g_autofree char *plain = markup ? qg_plain_from_markup (r->text->str) : g_strdup (r->text->str);

  if (markup && r->is_ours)
    g_clear_pointer (&plain, g_free); /* we write no markup: it may be a name that looks like it */
  qg_draft_put (r->draft, r->thing == EDGE ? QG_FIELD_VERB_NAME : QG_FIELD_LABEL, NULL, plain);
  if (r->thing == NODE && r->node_name == NULL)
    r->node_name = g_strdup (plain);
  g_string_truncate (r->text, 0);
}

static void
handle_close (Reader *r)
{
  const char *name = qg_xml_get_name (r->xml);

  if (strcmp (name, "data") == 0 && r->is_data)
    {
      put_text (r);
      r->is_data = FALSE;
      r->key = NULL;
    }
  else if (r->is_data && (strcmp (name, "NodeLabel") == 0 || strcmp (name, "EdgeLabel") == 0))
    put_label (r);
  else if (strcmp (name, "default") == 0 && r->is_default)
    {
      /* A key or data inside of it, where none belongs, has put the key away. */
      if (r->key != NULL)
        {
          g_free (r->key->fallback);
          r->key->fallback = g_strdup (r->text->str);
        }
      r->is_default = FALSE;
    }
  else if (strcmp (name, "key") == 0)
    r->key = NULL;
  else if (strcmp (name, "node") == 0 || strcmp (name, "edge") == 0)
    add_thing (r);
  else if (strcmp (name, "graph") == 0 && r->groups->len > 0)
    g_ptr_array_set_size (r->groups, (int) r->groups->len - 1);
}

/* ── The file ── */

static void
add_about (Reader *r)
{
  qg_draft_begin (r->draft, 0, 0);
  for (guint i = 0; i + 1 < r->about->len; i += 2)
    qg_draft_put_named (r->draft, QG_FIELDS_OF_MAP, r->about->pdata[i], r->about->pdata[i + 1]);
  qg_draft_add_about (r->draft);
}

static void
walk (Reader *r)
{
  QgXmlEvent event;

  while ((event = qg_xml_next (r->xml)) != QG_XML_END)
    if (event == QG_XML_OPEN)
      handle_open (r);
    else if (event == QG_XML_CLOSE)
      handle_close (r);
    else if (event == QG_XML_REFERENCE)
      lose (r, N_ ("left out: entities of XML (%s), which are never expanded"), NULL);
    else if (r->is_data || r->is_default)
      g_string_append (r->text, qg_xml_get_value (r->xml));
}

static QgMap *
finish (Reader *r, GError **error)
{
  if (!qg_xml_finish (r->xml, error))
    return NULL;
  if (!r->found)
    {
      qg_problems_add (r->input->problems, QG_PROBLEM_ERROR, 0, 0, N_ ("there is no graph in the file"), NULL,
                       NULL, NULL, NULL);
      g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_INVALID, "%s: there is no graph in it",
                   r->input->path);
      return NULL;
    }
  if (r->input->options->graph == NULL)
    qg_map_input_choose (r->input, NULL); /* says that there are more */
  add_about (r);
  return qg_draft_end (r->draft, error);
}

/* All graphs of the document, without reading them: a name may come after a graph whose number it is. */
static gboolean
list_graphs (QgMapInput *input, GError **error)
{
  g_autoptr (QgXml) xml = qg_xml_new (input);
  QgMapGraph *graph = NULL;
  QgXmlEvent event;
  guint open = 0;

  while ((event = qg_xml_next (xml)) != QG_XML_END)
    if (event == QG_XML_OPEN && open > 0)
      {
        count (graph, qg_xml_get_name (xml));
        open++;
      }
    else if (event == QG_XML_OPEN && qg_xml_is (xml, "graph"))
      {
        g_autofree char *id = qg_xml_dup_attribute (xml, "id");

        graph = qg_map_graphs_add (input->graphs, id);
        open = 1;
      }
    else if (event == QG_XML_CLOSE && open > 0)
      open--;
  return qg_xml_finish (xml, error);
}

/* The number of the graph that is wished for; the first without a wish. */
static guint
find_wanted (QgMapInput *input, GError **error)
{
  if (input->options->graph == NULL)
    return 0;
  return list_graphs (input, error) ? qg_map_input_choose (input, error) : QG_NONE;
}

QgMap *
qg_map_graphml_read (QgMapInput *input, GError **error)
{
  guint wanted = find_wanted (input, error);
  g_autoptr (QgXml) xml = qg_xml_new (input);
  g_autoptr (QgDraft) draft = qg_draft_new (input);
  Reader r = { .input = input,
               .wanted = wanted,
               .xml = xml,
               .draft = draft,
               .keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) key_free),
               .groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free),
               .about = g_ptr_array_new_with_free_func (g_free),
               .text = g_string_new (NULL) };
  QgMap *map = NULL;

  qg_draft_set_draws_names (draft, TRUE);
  if (wanted != QG_NONE)
    {
      walk (&r);
      map = finish (&r, error);
    }
  g_hash_table_unref (r.keys);
  g_ptr_array_unref (r.groups);
  g_ptr_array_unref (r.about);
  g_string_free (r.text, TRUE);
  g_free (r.node_id);
  g_free (r.node_name);
  qg_gephi_clear (&r.gephi);
  return map;
}
