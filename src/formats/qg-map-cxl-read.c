/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Reading CXL. There, a linking phrase is a thing of its own, with any number of concepts before and behind
 * it: each pair of those becomes a relation. */

#include "qg-config.h"

#include "qg-map-cxl.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-arena.h"
#include "qg-draft.h"
#include "qg-formats-error.h"
#include "qg-xml.h"

/* A phrase between 1,000 concepts and 1,000 others would be a million relations. */
#define MAX_RELATIONS 1000000

typedef struct
{
  const char *label;
  GPtrArray *values;    /* name, value …: the map's own marks */
  GPtrArray *from, *to; /* ids of concepts */
  guint line, column;
} Phrase;

typedef struct
{
  const char *from, *to;
  guint line, column;
} Connection;

typedef struct
{
  QgMapInput *input;
  QgXml *xml;
  QgDraft *draft;
  QgArena *arena;
  GHashTable *phrases; /* id → Phrase */
  GPtrArray *order;    /* Phrase: as in the file */
  GArray *connections;
  GString *text;
  GPtrArray *about; /* name, value … */
} Reader;

static void
phrase_free (Phrase *phrase)
{
  g_ptr_array_unref (phrase->values);
  g_ptr_array_unref (phrase->from);
  g_ptr_array_unref (phrase->to);
  g_free (phrase);
}

static void
lose (Reader *r, const char *message_id)
{
  guint line, column;

  qg_xml_get_place (r->xml, &line, &column);
  qg_losses_add (qg_draft_get_losses (r->draft), message_id, NULL, line, column);
}

static const char *
take_attribute (Reader *r, const char *name)
{
  g_autofree char *value = qg_xml_dup_attribute (r->xml, name);

  return value != NULL ? qg_arena_copy_string (r->arena, value) : NULL;
}

/* The map's own marks are attributes such as q:name_kk. */
static void
put_marks (Reader *r, QgFieldsOf of)
{
  GPtrArray *marks = qg_xml_dup_attributes_of (r->xml, QG_CXL_NAMESPACE);

  for (guint i = 0; i + 1 < marks->len; i += 2)
    qg_draft_put_named (r->draft, of, marks->pdata[i], marks->pdata[i + 1]);
  g_ptr_array_unref (marks);
}

static void
open_concept (Reader *r)
{
  const char *id = take_attribute (r, "id");
  g_autofree char *label = qg_xml_dup_attribute (r->xml, "label");
  g_autofree char *brief = qg_xml_dup_attribute (r->xml, "short-comment");
  g_autofree char *comment = qg_xml_dup_attribute (r->xml, "long-comment");
  guint line, column;

  qg_xml_get_place (r->xml, &line, &column);
  qg_draft_begin (r->draft, line, column);
  qg_draft_put (r->draft, QG_FIELD_ID, NULL, id);
  put_marks (r, QG_FIELDS_OF_ENTITY);
  qg_draft_put (r->draft, QG_FIELD_LABEL, NULL, label);
  qg_draft_put (r->draft, QG_FIELD_DESCRIPTION, NULL, comment != NULL && *comment != '\0' ? comment : brief);
  qg_draft_add_entity (r->draft);
}

/* What the writer has put in rows, since CmapTools wants places, and nobody has moved. */
static gboolean
is_made_up (Reader *r, const char *x, const char *y)
{
  GPtrArray *marks = qg_xml_dup_attributes_of (r->xml, QG_CXL_NAMESPACE);
  g_autofree char *place = g_strconcat (x != NULL ? x : "", ",", y, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i + 1 < marks->len; i += 2)
    found =
        found || (strcmp (marks->pdata[i], QG_CXL_MADE_UP) == 0 && strcmp (marks->pdata[i + 1], place) == 0);
  g_ptr_array_unref (marks);
  return found;
}

/* The middle of its box, from the upper left corner of the map. */
static void
open_appearance (Reader *r)
{
  g_autofree char *id = qg_xml_dup_attribute (r->xml, "id");
  g_autofree char *x = qg_xml_dup_attribute (r->xml, "x"), *y = qg_xml_dup_attribute (r->xml, "y");
  g_autofree char *width = qg_xml_dup_attribute (r->xml, "width");
  guint line, column;

  qg_xml_get_place (r->xml, &line, &column);
  if ((x != NULL || y != NULL) && !is_made_up (r, x, y))
    qg_draft_add_spot (r->draft, id, x, y, line, column);
  if (width != NULL)
    lose (r, N_ ("not kept: sizes (%s)"));
}

static void
open_phrase (Reader *r)
{
  const char *id = take_attribute (r, "id");
  Phrase *phrase;

  if (id == NULL || g_hash_table_contains (r->phrases, id))
    {
      lose (r, N_ ("left out: linking phrases without an id of their own (%s)"));
      return;
    }
  phrase = g_new0 (Phrase, 1);
  phrase->label = take_attribute (r, "label");
  phrase->values = qg_xml_dup_attributes_of (r->xml, QG_CXL_NAMESPACE);
  phrase->from = g_ptr_array_new ();
  phrase->to = g_ptr_array_new ();
  qg_xml_get_place (r->xml, &phrase->line, &phrase->column);
  g_hash_table_insert (r->phrases, (gpointer) id, phrase);
  g_ptr_array_add (r->order, phrase);
}

static void
open_phrase_appearance (Reader *r)
{
  g_autofree char *id = qg_xml_dup_attribute (r->xml, "id");
  const Phrase *phrase = id != NULL ? g_hash_table_lookup (r->phrases, id) : NULL;

  /* Those of a file of our own are made up. */
  if (phrase == NULL || phrase->values->len == 0)
    lose (r, N_ ("not kept: positions of linking phrases (%s)"));
}

static void
open_connection (Reader *r)
{
  Connection connection = { take_attribute (r, "from-id"), take_attribute (r, "to-id"), 0, 0 };

  qg_xml_get_place (r->xml, &connection.line, &connection.column);
  if (connection.from == NULL || connection.to == NULL)
    lose (r, N_ ("left out: relations with only one end (%s)"));
  else
    g_array_append_val (r->connections, connection);
}

/* The map's own marks are there in all its languages. */
static void
open_about (Reader *r)
{
  GPtrArray *marks = qg_xml_dup_attributes_of (r->xml, QG_CXL_NAMESPACE);

  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (r->about, g_strdup (marks->pdata[i]));
  g_ptr_array_unref (marks);
}

static void
handle_open (Reader *r)
{
  const char *name = qg_xml_get_name (r->xml);

  g_string_truncate (r->text, 0);
  if (strcmp (name, "concept") == 0)
    open_concept (r);
  else if (strcmp (name, "linking-phrase") == 0)
    open_phrase (r);
  else if (strcmp (name, "connection") == 0)
    open_connection (r);
  else if (strcmp (name, "concept-appearance") == 0)
    open_appearance (r);
  else if (strcmp (name, "linking-phrase-appearance") == 0)
    open_phrase_appearance (r);
  else if (strcmp (name, "res-meta") == 0)
    open_about (r);
  else if (strcmp (name, "image") == 0 || strcmp (name, "resource") == 0)
    lose (r, N_ ("not kept: pictures and resources (%s)"));
}

static void
handle_close (Reader *r)
{
  static const char *const names[] = { "title", "description", "language" };
  const char *name = qg_xml_get_name (r->xml);

  /* What Dublin Core says about the map. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0 && *r->text->str != '\0')
      {
        g_ptr_array_add (r->about, g_strdup (name));
        g_ptr_array_add (r->about, g_strdup (r->text->str));
      }
  g_string_truncate (r->text, 0);
}

/* ── Relations ── */

static void
add_relation (Reader *r, const Phrase *phrase, const char *from, const char *to, guint line, guint column)
{
  qg_draft_begin (r->draft, line, column);
  qg_draft_put (r->draft, QG_FIELD_FROM, NULL, from);
  qg_draft_put (r->draft, QG_FIELD_TO, NULL, to);
  for (guint i = 0; phrase != NULL && i + 1 < phrase->values->len; i += 2)
    qg_draft_put_named (r->draft, QG_FIELDS_OF_RELATION, phrase->values->pdata[i],
                        phrase->values->pdata[i + 1]);
  if (phrase != NULL)
    qg_draft_put (r->draft, QG_FIELD_VERB_NAME, NULL, phrase->label);
  qg_draft_add_relation (r->draft);
}

static void
sort_connections (Reader *r)
{
  for (guint i = 0; i < r->connections->len; i++)
    {
      const Connection *c = &g_array_index (r->connections, Connection, i);
      Phrase *from = g_hash_table_lookup (r->phrases, c->from), *to = g_hash_table_lookup (r->phrases, c->to);

      if (from == NULL && to == NULL)
        add_relation (r, NULL, c->from, c->to, c->line, c->column);
      else if (from != NULL && to != NULL)
        qg_losses_add (qg_draft_get_losses (r->draft),
                       N_ ("left out: links between two linking phrases (%s)"), NULL, c->line, c->column);
      else if (to != NULL)
        g_ptr_array_add (to->from, (gpointer) c->from);
      else
        g_ptr_array_add (from->to, (gpointer) c->to);
    }
}

static gboolean
add_relations (Reader *r, GError **error)
{
  guint64 n = 0;

  for (guint i = 0; i < r->order->len; i++)
    {
      const Phrase *phrase = r->order->pdata[i];

      if (g_cancellable_set_error_if_cancelled (r->input->cancellable, error))
        return FALSE;
      n += (guint64) phrase->from->len * phrase->to->len;
      if (n > MAX_RELATIONS)
        {
          qg_problems_add (r->input->problems, QG_PROBLEM_ERROR, phrase->line, phrase->column,
                           N_ ("this links too many concepts with too many others"), NULL, NULL,
                           N_ ("at most a million relations"), NULL);
          g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_TOO_LARGE, "%s: too many relations",
                       r->input->path);
          return FALSE;
        }
      if (phrase->from->len == 0 || phrase->to->len == 0)
        qg_losses_add (qg_draft_get_losses (r->draft),
                       N_ ("left out: linking phrases with only one end (%s)"), NULL, phrase->line,
                       phrase->column);
      for (guint a = 0; a < phrase->from->len; a++)
        for (guint b = 0; b < phrase->to->len; b++)
          add_relation (r, phrase, phrase->from->pdata[a], phrase->to->pdata[b], phrase->line,
                        phrase->column);
    }
  return TRUE;
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

static QgMap *
finish (Reader *r, GError **error)
{
  if (!qg_xml_finish (r->xml, error))
    return NULL;
  sort_connections (r);
  if (!add_relations (r, error))
    return NULL;
  add_about (r);
  return qg_draft_end (r->draft, error);
}

QgMap *
qg_map_cxl_read (QgMapInput *input, GError **error)
{
  g_autoptr (QgXml) xml = qg_xml_new (input);
  g_autoptr (QgDraft) draft = qg_draft_new (input);
  Reader r = { .input = input,
               .xml = xml,
               .draft = draft,
               .arena = qg_arena_new (),
               .phrases = g_hash_table_new (g_str_hash, g_str_equal),
               .order = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free),
               .connections = g_array_new (FALSE, FALSE, sizeof (Connection)),
               .text = g_string_new (NULL),
               .about = g_ptr_array_new_with_free_func (g_free) };
  QgXmlEvent event;
  QgMap *map;

  qg_draft_set_draws_names (draft, TRUE);
  while ((event = qg_xml_next (xml)) != QG_XML_END)
    if (event == QG_XML_OPEN)
      handle_open (&r);
    else if (event == QG_XML_CLOSE)
      handle_close (&r);
    else if (event == QG_XML_TEXT)
      g_string_append (r.text, qg_xml_get_value (xml));
    else
      lose (&r, N_ ("left out: entities of XML (%s), which are never expanded"));
  map = finish (&r, error);
  g_hash_table_unref (r.phrases);
  g_ptr_array_unref (r.order);
  g_array_unref (r.connections);
  g_string_free (r.text, TRUE);
  g_ptr_array_unref (r.about);
  qg_arena_free (r.arena);
  return map;
}
