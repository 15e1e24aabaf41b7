/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The columns of a map's tables, for the writers. */

#include "qg-config.h"

#include <string.h>

#include "qg-coordinate.h"
#include "qg-enums.h"
#include "qg-fields.h"

static void
column_free (QgColumn *column)
{
  g_free (column->name);
  g_free (column);
}

typedef struct
{
  QgField field;
  const char *name;
  gboolean is_text;
} Plan;

static const Plan of_entity[] = {
  { QG_FIELD_ID, "id", FALSE },
  { QG_FIELD_NAME, "name", TRUE },
  { QG_FIELD_LABEL, "label", TRUE },
  { QG_FIELD_KIND, "kind", FALSE },
  { QG_FIELD_KIND_NAME, "kind", TRUE },
  { QG_FIELD_KIND_PLURAL, "kind_plural", TRUE },
  { QG_FIELD_KIND_COLOR, "kind_color", FALSE },
  { QG_FIELD_KIND_SYMBOL, "kind_symbol", FALSE },
  { QG_FIELD_IMPORTANCE, "importance", FALSE },
  { QG_FIELD_DESCRIPTION, "description", TRUE },
  { QG_FIELD_URL, "url", FALSE },
  { QG_FIELD_X, "x", FALSE },
  { QG_FIELD_Y, "y", FALSE },
};

static const Plan of_relation[] = {
  { QG_FIELD_ID, "id", FALSE },
  { QG_FIELD_FROM, "from", FALSE },
  { QG_FIELD_VERB, "verb", FALSE },
  { QG_FIELD_VERB_NAME, "verb", TRUE },
  { QG_FIELD_TO, "to", FALSE },
  { QG_FIELD_INVERSE, "inverse", TRUE },
  { QG_FIELD_STATEMENT, "statement", FALSE },
  { QG_FIELD_DENIAL, "denial", FALSE },
  { QG_FIELD_EXPLANATION, "explanation", TRUE },
};

/* A link that stands for the whole of a work is the entity's own. */
static const char *
find_url (QgMap *map, const QgEntity *entity)
{
  for (guint i = 0; i < entity->citations.n; i++)
    {
      const QgCitation *citation = &entity->citations.items[i];
      const char *url = qg_map_get_source (map, citation->source)->url;

      if (citation->locator == QG_NONE && url != NULL)
        return url;
    }
  return NULL;
}

/* A short name that is the long one in every language is none. */
static gboolean
has_label (const QgEntity *e)
{
  for (guint i = 0; e->label != e->name && i < qg_text_get_n (e->label); i++)
    {
      QgLang lang;
      const char *value = qg_text_get_nth (e->label, i, &lang);

      if (g_strcmp0 (value, qg_text_get (e->name, lang)) != 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_number (double number)
{
  char buffer[QG_DECIMAL_SIZE];

  return g_strdup (qg_decimal_format (number, buffer));
}

static char *
dup_of_entity (const QgColumn *c, QgMap *map, const QgEntity *e)
{
  const QgKind *kind = qg_map_get_kind (map, e->kind);
  char color[8];

  switch (c->field)
    {
    case QG_FIELD_ID:
      return g_strdup (e->id);
    case QG_FIELD_NAME:
      return g_strdup (qg_text_get (e->name, c->lang));
    case QG_FIELD_LABEL:
      return has_label (e) ? g_strdup (qg_text_get (e->label, c->lang)) : NULL;
    case QG_FIELD_KIND:
      return g_strdup (kind->id);
    case QG_FIELD_KIND_NAME:
      return g_strdup (qg_text_get (kind->name, c->lang));
    case QG_FIELD_KIND_PLURAL:
      return g_strdup (qg_text_get (kind->plural, c->lang));
    case QG_FIELD_KIND_COLOR:
      return g_strdup (kind->hue == QG_HUE_CUSTOM ? qg_kind_format_color (kind, color)
                                                  : qg_hue_to_id (kind->hue));
    case QG_FIELD_KIND_SYMBOL:
      return g_strdup (qg_symbol_to_id (kind->symbol));
    case QG_FIELD_IMPORTANCE:
      return e->importance != 2 ? g_strdup_printf ("%u", e->importance) : NULL;
    case QG_FIELD_DESCRIPTION:
      return g_strdup (qg_text_get (e->description, c->lang));
    case QG_FIELD_URL:
      return g_strdup (find_url (map, e));
    case QG_FIELD_X:
      return e->is_placed ? dup_number (e->place.x) : NULL;
    case QG_FIELD_Y:
      return e->is_placed ? dup_number (e->place.y) : NULL;
    default:
      return NULL;
    }
}

static char *
dup_of_relation (const QgColumn *c, QgMap *map, const QgRelation *r)
{
  const QgVerb *verb = qg_map_get_verb (map, r->verb);

  switch (c->field)
    {
    case QG_FIELD_ID:
      return g_strdup (r->id);
    case QG_FIELD_FROM:
      return g_strdup (qg_map_get_entity (map, r->from)->id);
    case QG_FIELD_TO:
      return g_strdup (qg_map_get_entity (map, r->to)->id);
    case QG_FIELD_VERB:
      return g_strdup (verb->id);
    case QG_FIELD_VERB_NAME:
      return g_strdup (qg_text_get (verb->label, c->lang));
    case QG_FIELD_INVERSE:
      return g_strdup (qg_text_get (verb->inverse, c->lang));
    case QG_FIELD_STATEMENT:
      return r->statement != QG_STATEMENT_UNSTATED ? g_strdup (qg_statement_to_id (r->statement)) : NULL;
    case QG_FIELD_DENIAL:
      return r->denial ? g_strdup ("true") : NULL;
    case QG_FIELD_EXPLANATION:
      return g_strdup (qg_text_get (r->explanation, c->lang));
    default:
      return NULL;
    }
}

char *
qg_column_dup_value (const QgColumn *column, QgMap *map, QgFieldsOf of, guint n)
{
  if (of == QG_FIELDS_OF_ENTITY)
    return dup_of_entity (column, map, qg_map_get_entity (map, n));
  return dup_of_relation (column, map, qg_map_get_relation (map, n));
}

/* The first columns are always there: a table without them is none. */
static gboolean
is_needed (const QgColumn *column, QgMap *map, QgFieldsOf of, guint n)
{
  if (column->lang == NULL &&
      (column->field == QG_FIELD_ID || column->field == QG_FIELD_KIND || column->field == QG_FIELD_FROM ||
       column->field == QG_FIELD_TO || column->field == QG_FIELD_VERB))
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = qg_column_dup_value (column, map, of, i);

      if (value != NULL)
        return TRUE;
    }
  return column->field == QG_FIELD_NAME;
}

static void
add_column (GPtrArray *columns, QgMap *map, QgFieldsOf of, const Plan *plan, QgLang lang, guint n)
{
  QgColumn *column = g_new (QgColumn, 1);

  *column = (QgColumn){ lang != NULL ? g_strdup_printf ("%s_%s", plan->name, lang) : g_strdup (plan->name),
                        plan->field, lang };
  if (is_needed (column, map, of, n))
    g_ptr_array_add (columns, column);
  else
    column_free (column);
}

GPtrArray *
qg_columns_new (QgMap *map, QgFieldsOf of)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  const Plan *plans = of == QG_FIELDS_OF_ENTITY ? of_entity : of_relation;
  guint n_plans = of == QG_FIELDS_OF_ENTITY ? G_N_ELEMENTS (of_entity) : G_N_ELEMENTS (of_relation);
  guint n = of == QG_FIELDS_OF_ENTITY ? qg_map_get_n_entities (map) : qg_map_get_n_relations (map);
  guint n_langs;
  const QgLang *langs = qg_map_get_languages (map, &n_langs);

  for (guint i = 0; i < n_plans; i++)
    if (!plans[i].is_text)
      add_column (columns, map, of, &plans[i], NULL, n);
    else
      for (guint l = 0; l < n_langs; l++)
        add_column (columns, map, of, &plans[i], langs[l], n);
  return columns;
}

char *
qg_columns_dup_languages (QgMap *map)
{
  guint n;
  const QgLang *langs = qg_map_get_languages (map, &n);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "," : "", langs[i]);
  return g_string_free (list, FALSE);
}
