/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-map-write.h"

#include <glib/gi18n-lib.h>

#include "qg-losses.h"

typedef struct
{
  guint sentences, citations, links, notes, other_names, keyword_only, plurals;
  guint descriptions, statements;
  guint quiet, symbols, short_names, importances; /* of kinds the first two */
  guint unused;                                   /* kinds and verbs: formats have them where they occur */
} Counts;

/* Of the pages that an entity leads to, the first is its link, where a format has links. */
static void
count_citations (QgMap *map, const QgCitations *citations, Counts *c)
{
  gboolean linked = FALSE;

  for (guint i = 0; i < citations->n; i++)
    {
      const QgCitation *citation = &citations->items[i];

      if (!linked && citation->locator == QG_NONE && qg_map_get_source (map, citation->source)->url != NULL)
        {
          linked = TRUE;
          c->links++;
        }
      else
        c->citations++;
    }
}

static void
count_entities (QgMap *map, Counts *c)
{
  g_autofree gboolean *used = g_new0 (gboolean, qg_map_get_n_kinds (map) + 1);

  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      count_citations (map, &entity->citations, c);
      c->notes += entity->note != NULL;
      c->other_names += entity->n_other_names;
      c->keyword_only += entity->keyword_only;
      c->plurals += entity->plural != 0;
      c->descriptions += entity->description != NULL;
      c->short_names += entity->label != entity->name;
      c->importances += entity->importance != 2;
      used[entity->kind] = TRUE;
    }
  for (guint i = 0; i < qg_map_get_n_kinds (map); i++)
    {
      const QgKind *kind = qg_map_get_kind (map, i);

      c->quiet += kind->quiet;
      c->symbols += kind->symbol != QG_SYMBOL_CIRCLE;
      c->unused += !used[i];
    }
}

static void
count_relations (QgMap *map, Counts *c)
{
  g_autofree gboolean *used = g_new0 (gboolean, qg_map_get_n_verbs (map) + 1);

  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, i);

      c->sentences += relation->sentence != NULL || relation->inverse != NULL;
      c->citations += relation->citations.n;
      c->notes += relation->note != NULL;
      c->statements +=
          relation->statement != QG_STATEMENT_UNSTATED || relation->explanation != NULL || relation->denial;
      used[relation->verb] = TRUE;
    }
  for (guint i = 0; i < qg_map_get_n_verbs (map); i++)
    {
      c->plurals += qg_map_get_verb (map, i)->plural != NULL;
      c->unused += !used[i];
    }
}

/* Those that stand in a file: Kazakh in Latin letters is made. */
static guint
count_texts (QgMap *map, const QgText *text)
{
  guint n, found = 0;
  const QgLang *langs = qg_map_get_languages (map, &n);

  for (guint i = 0; i < n; i++)
    found += qg_text_get (text, langs[i]) != NULL;
  return found;
}

static void
add_about (QgLosses *lost, QgMap *map, QgKeeps keeps)
{
  guint n_titles = count_texts (map, qg_map_get_title (map));

  qg_losses_add_many (lost, N_ ("not kept: the map’s version, date and license (%s)"), NULL,
                      (qg_map_get_version (map) != NULL) + (qg_map_get_date (map) != NULL) +
                          (qg_map_get_licence (map) != NULL));
  if ((keeps & QG_KEEPS_ID) == 0)
    qg_losses_add_many (lost, N_ ("not kept: the map’s id (%s)"), NULL, 1);
  if ((keeps & QG_KEEPS_TITLE) == 0)
    qg_losses_add_many (lost, N_ ("not kept: the map’s title (%s)"), NULL, n_titles);
  else if ((keeps & QG_KEEPS_TITLES) == 0)
    qg_losses_add_many (lost, N_ ("not kept: the map’s title in other languages (%s)"), NULL, n_titles - 1);
  if ((keeps & QG_KEEPS_DESCRIPTION) == 0)
    qg_losses_add_many (lost, N_ ("not kept: the map’s description (%s)"), NULL,
                        count_texts (map, qg_map_get_description (map)));
}

/* What no other format has. */
static void
add_own (QgLosses *lost, QgMap *map, const Counts *c)
{
  qg_losses_add_many (lost, N_ ("not kept: sentences of relations (%s)"), NULL, c->sentences);
  qg_losses_add_many (lost, N_ ("not kept: places in sources (%s)"), NULL, c->citations);
  qg_losses_add_many (lost, N_ ("not kept: sources (%s)"), NULL, qg_map_get_n_sources (map));
  qg_losses_add_many (lost, N_ ("not kept: notes (%s)"), NULL, c->notes);
  qg_losses_add_many (lost, N_ ("not kept: other names (%s)"), NULL, c->other_names);
  qg_losses_add_many (lost, N_ ("not kept: marks of terms that are named among the keywords only (%s)"), NULL,
                      c->keyword_only);
  qg_losses_add_many (lost, N_ ("not kept: verbs in the plural, and marks of names that are plurals (%s)"),
                      NULL, c->plurals);
  qg_losses_add_many (lost, N_ ("not kept: marks of quiet kinds (%s)"), NULL, c->quiet);
  qg_losses_add_many (lost, N_ ("not kept: kinds without an entity and verbs without a relation (%s)"), NULL,
                      c->unused);
  qg_losses_add_many (lost, N_ ("not kept: lists (%s)"), NULL, qg_map_get_n_lists (map));
  qg_losses_add_many (lost, N_ ("not kept: views (%s)"), NULL, qg_map_get_n_views (map));
  qg_losses_add_many (lost, N_ ("not kept: tours (%s)"), NULL, qg_map_get_n_tours (map));
}

void
qg_write_losses (QgMap *map, QgKeeps keeps, QgProblems *losses)
{
  g_autoptr (QgLosses) lost = qg_losses_new ();
  Counts c = { 0 };
  guint n_langs;

  if (losses == NULL)
    return;
  qg_map_get_languages (map, &n_langs);
  count_entities (map, &c);
  count_relations (map, &c);
  if ((keeps & QG_KEEPS_DETAILS) == 0)
    c.citations += c.links;
  add_about (lost, map, keeps);
  add_own (lost, map, &c);
  if ((keeps & QG_KEEPS_KINDS) == 0)
    qg_losses_add_many (lost, N_ ("not kept: kinds (%s)"), NULL, qg_map_get_n_kinds (map));
  if ((keeps & QG_KEEPS_LANGUAGES) == 0)
    qg_losses_add_many (lost, N_ ("not kept: further languages (%s)"), NULL, n_langs - 1);
  if ((keeps & QG_KEEPS_DESCRIPTIONS) == 0)
    qg_losses_add_many (lost, N_ ("not kept: descriptions (%s)"), NULL, c.descriptions);
  if ((keeps & QG_KEEPS_STATEMENTS) == 0)
    qg_losses_add_many (lost, N_ ("not kept: kinds of statement and explanations (%s)"), NULL, c.statements);
  if ((keeps & QG_KEEPS_DETAILS) == 0)
    qg_losses_add_many (lost,
                        N_ ("not kept: symbols of kinds, short names, importance and inverse verbs (%s)"),
                        NULL, c.symbols + c.short_names + c.importances + qg_map_get_n_verbs (map));
  qg_losses_tell (lost, losses);
}

QgLang
qg_write_lang (QgMap *map, const QgMapWriteOptions *options)
{
  guint n;
  const QgLang *langs = qg_map_get_languages (map, &n);

  if (options->lang != NULL && qg_map_has_language (map, options->lang))
    return options->lang;
  return n > 0 ? langs[0] : QG_LANG_EN;
}

void
qg_write_xml (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\n' || c == '\t' || c == '\r')
        g_string_append_printf (out, "&#%u;", c);
      else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
}

void
qg_write_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  qg_write_xml (out, value);
  g_string_append_c (out, '"');
}

void
qg_write_json (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if ((guchar) *p < 0x20 || *p == 0x7F)
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}
