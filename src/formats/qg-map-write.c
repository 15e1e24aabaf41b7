/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-map-write.h"

#include <glib/gi18n-lib.h>

#include "qg-losses.h"

typedef struct
{
  guint sentences, citations, notes, other_names, keyword_only, links;
  guint descriptions, statements;
} Counts;

static void
count (QgMap *map, Counts *c)
{
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      for (guint k = 0; k < entity->citations.n; k++)
        if (entity->citations.items[k].locator != QG_NONE ||
            qg_map_get_source (map, entity->citations.items[k].source)->url == NULL)
          c->citations++;
        else
          c->links++;
      c->notes += entity->note != NULL;
      c->other_names += entity->n_other_names;
      c->keyword_only += entity->keyword_only;
      c->descriptions += entity->description != NULL;
    }
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, i);

      c->sentences += relation->sentence != NULL;
      c->citations += relation->citations.n;
      c->notes += relation->note != NULL;
      c->statements +=
          relation->statement != QG_STATEMENT_UNSTATED || relation->explanation != NULL || relation->denial;
    }
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
  count (map, &c);
  qg_losses_add_many (lost, N_ ("not kept: sentences of relations (%s)"), NULL, c.sentences);
  qg_losses_add_many (lost, N_ ("not kept: places in sources (%s)"), NULL, c.citations);
  qg_losses_add_many (lost, N_ ("not kept: sources (%s)"), NULL, qg_map_get_n_sources (map));
  qg_losses_add_many (lost, N_ ("not kept: notes (%s)"), NULL, c.notes);
  qg_losses_add_many (lost, N_ ("not kept: other names (%s)"), NULL, c.other_names);
  qg_losses_add_many (lost, N_ ("not kept: marks of terms that are named among the keywords only (%s)"), NULL,
                      c.keyword_only);
  qg_losses_add_many (lost, N_ ("not kept: lists (%s)"), NULL, qg_map_get_n_lists (map));
  qg_losses_add_many (lost, N_ ("not kept: views (%s)"), NULL, qg_map_get_n_views (map));
  qg_losses_add_many (lost, N_ ("not kept: tours (%s)"), NULL, qg_map_get_n_tours (map));
  if ((keeps & QG_KEEPS_KINDS) == 0)
    qg_losses_add_many (lost, N_ ("not kept: kinds (%s)"), NULL, qg_map_get_n_kinds (map));
  if ((keeps & QG_KEEPS_LANGUAGES) == 0)
    qg_losses_add_many (lost, N_ ("not kept: further languages (%s)"), NULL, n_langs - 1);
  if ((keeps & QG_KEEPS_DESCRIPTIONS) == 0)
    qg_losses_add_many (lost, N_ ("not kept: descriptions (%s)"), NULL, c.descriptions);
  if ((keeps & QG_KEEPS_STATEMENTS) == 0)
    qg_losses_add_many (lost, N_ ("not kept: kinds of statement and explanations (%s)"), NULL, c.statements);
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
