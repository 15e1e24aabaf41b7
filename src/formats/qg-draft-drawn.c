/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a program draws as a name, beside the names in languages that it carries along: one of these, until a
 * person has changed it there. */

#include "qg-config.h"

#include <string.h>

#include "qg-draft-private.h"

static const QgDraftText *
find_text (const QgDraftText *text, QgLang lang)
{
  while (text != NULL && text->lang != lang)
    text = text->next;
  return text;
}

static gboolean
has_languages (const QgDraftText *text)
{
  while (text != NULL && text->lang == NULL)
    text = text->next;
  return text != NULL;
}

static gboolean
says (const QgDraftText *text, const char *value)
{
  while (text != NULL && (text->lang == NULL || strcmp (text->value, value) != 0))
    text = text->next;
  return text != NULL;
}

const char *
qg_draft_drawn_find_changed (const QgDraftText *label, const QgDraftText *name)
{
  const QgDraftText *drawn = find_text (label, NULL);

  if (drawn == NULL || !(has_languages (label) || has_languages (name)) || says (label, drawn->value) ||
      says (name, drawn->value))
    return NULL;
  return drawn->value;
}

static QgDraftText *
prepend (QgDraft *draft, QgDraftText *next, QgLang lang, const char *value)
{
  QgDraftText *text = qg_arena_alloc (draft->arena, sizeof *text);

  *text = (QgDraftText){ next, lang, value };
  return text;
}

/* @from with @value in @lang, and nothing without a language. */
static QgDraftText *
put (QgDraft *draft, const QgDraftText *from, QgLang lang, const char *value)
{
  QgDraftText *text = prepend (draft, NULL, lang, value);

  for (; from != NULL; from = from->next)
    if (from->lang != NULL && from->lang != lang)
      text = prepend (draft, text, from->lang, from->value);
  return text;
}

void
qg_draft_drawn_settle (QgDraft *draft, QgDraftEntity *entity, QgLang lang)
{
  const char *changed = qg_draft_drawn_find_changed (entity->label, entity->name);
  const char *description = qg_draft_drawn_find_changed (entity->description, NULL);

  if (description != NULL && draft->drawn != NULL)
    entity->description = put (draft, entity->description, lang, description);

  if (changed != NULL && (has_languages (entity->label) || draft->drawn == NULL))
    entity->label = put (draft, has_languages (entity->label) ? entity->label : entity->name, lang, changed);
  else if (changed != NULL)
    {
      entity->name = put (draft, entity->name, lang, changed);
      entity->label = NULL;
    }
  else if (has_languages (entity->name) && !has_languages (entity->label))
    entity->label = NULL;
}

void
qg_draft_drawn_settle_title (QgDraft *draft, QgLang lang)
{
  const char *changed = draft->drawn != NULL ? qg_draft_drawn_find_changed (draft->title, NULL) : NULL;

  /* What has no title of its own is shown by its id. */
  if (changed != NULL && g_strcmp0 (changed, draft->id) != 0)
    draft->title = put (draft, draft->title, lang, changed);
}

/* ── The language ── */

/* Whether what is drawn of @label, or else of @name, is the text in @lang. */
static gboolean
is_drawn_in (const QgDraftText *label, const QgDraftText *name, QgLang lang)
{
  const QgDraftText *drawn = find_text (label, NULL), *text = find_text (label, lang);

  if (text == NULL)
    text = find_text (name, lang);
  return drawn != NULL && text != NULL && strcmp (drawn->value, text->value) == 0;
}

static guint
count_drawn_in (const QgDraft *draft, QgLang lang)
{
  guint n = is_drawn_in (draft->title, NULL, lang);

  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);

      n += is_drawn_in (entity->label, entity->name, lang);
    }
  for (guint i = 0; i < draft->verbs->len; i++)
    n += is_drawn_in (g_array_index (draft->verbs, QgDraftVerb, i).label, NULL, lang);
  return n;
}

QgLang
qg_draft_drawn_find_language (const QgDraft *draft, QgLang by_letters)
{
  QgLang best = NULL;
  guint most = 0;

  for (guint k = 0; k < draft->langs->len && draft->draws_names; k++)
    {
      QgLang lang = g_array_index (draft->langs, QgLang, k);
      guint n = count_drawn_in (draft, lang);

      if (n > most || (n > 0 && n == most && lang == by_letters))
        best = lang;
      most = MAX (most, n);
    }
  return best;
}
