/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Ids and the language of a draft. */

#include "qg-config.h"

#include <string.h>

#include "qg-draft-private.h"
#include "qg-latin.h"

#define MAX_ID 60

void
qg_draft_ids_init (QgDraftIds *ids)
{
  ids->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->reserved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->tails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
qg_draft_ids_clear (QgDraftIds *ids)
{
  g_hash_table_unref (ids->used);
  g_hash_table_unref (ids->reserved);
  g_hash_table_unref (ids->tails);
}

gboolean
qg_draft_ids_is_id (const char *key)
{
  if (key == NULL || (!g_ascii_islower (*key) && !g_ascii_isdigit (*key)))
    return FALSE;
  for (; *key != '\0'; key++)
    if (!g_ascii_islower (*key) && !g_ascii_isdigit (*key) && *key != '-')
      return FALSE;
  return TRUE;
}

void
qg_draft_ids_reserve (QgDraftIds *ids, const char *key)
{
  if (qg_draft_ids_is_id (key) && g_hash_table_add (ids->used, g_strdup (key)))
    g_hash_table_add (ids->reserved, g_strdup (key));
}

/* Small Latin letters, digits and hyphens that one can still read the name in. */
static char *
dup_beginning (const char *key, const char *otherwise)
{
  g_autofree char *begin = g_utf8_substring (key, 0, MIN (g_utf8_strlen (key, -1), MAX_ID));
  g_autofree char *latin = qg_latin_from_cyrillic (begin);
  g_autoptr (GString) dotted = g_string_new (latin);
  g_autofree char *plain = NULL;
  GString *id = g_string_new (NULL);

  /* The dotless letter that Kazakh «і» becomes has no letter of ASCII by itself: 'bilim', not 'blm'. */
  g_string_replace (dotted, "ı", "i", 0);
  plain = g_str_to_ascii (dotted->str, "C");
  for (const char *p = plain; *p != '\0' && id->len < MAX_ID; p++)
    {
      char c = g_ascii_tolower (*p);

      if (g_ascii_isalnum (c))
        g_string_append_c (id, c);
      else if (id->len > 0 && id->str[id->len - 1] != '-' && strchr (" -_.:/", c) != NULL)
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_assign (id, otherwise);
  return g_string_free (id, FALSE);
}

const char *
qg_draft_ids_make (QgDraftIds *ids, const char *key, const char *otherwise)
{
  g_autofree char *begin = NULL;
  char *id;
  guint tail;

  /* Once: what was made out of another key may look the same as one that nobody has reserved. */
  if (key != NULL && g_hash_table_remove (ids->reserved, key))
    return key;
  begin = dup_beginning (key != NULL ? key : "", otherwise);
  tail = GPOINTER_TO_UINT (g_hash_table_lookup (ids->tails, begin));
  id = tail == 0 ? g_strdup (begin) : g_strdup_printf ("%s-%u", begin, tail + 1);
  while (g_hash_table_contains (ids->used, id))
    {
      g_free (id);
      tail++;
      id = g_strdup_printf ("%s-%u", begin, tail + 1);
    }
  g_hash_table_insert (ids->tails, g_steal_pointer (&begin), GUINT_TO_POINTER (tail + 1));
  g_hash_table_add (ids->used, id);
  return id;
}

/* ── Language ── */

typedef struct
{
  guint kazakh, cyrillic, latin;
} Letters;

static void
count_letters_of (Letters *letters, const char *string)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0x4D9 || c == 0x493 || c == 0x49B || c == 0x4A3 || c == 0x4E9 || c == 0x4B1 || c == 0x4AF ||
          c == 0x4BB)
        letters->kazakh++;
      else if (c >= 0x430 && c <= 0x45F)
        letters->cyrillic++;
      else if (c >= 'a' && c <= 'z')
        letters->latin++;
    }
}

static void
count_letters (Letters *letters, const QgDraftText *text)
{
  for (; text != NULL; text = text->next)
    if (text->lang == NULL)
      count_letters_of (letters, text->value);
}

/* A Kazakh text has one of its own letters among twenty or so. */
static QgLang
tell_by_letters (const Letters *letters)
{
  if (letters->latin > letters->cyrillic + letters->kazakh)
    return QG_LANG_EN;
  if (letters->kazakh * 50 > letters->cyrillic)
    return QG_LANG_KK;
  return letters->cyrillic > 0 ? QG_LANG_RU : QG_LANG_EN;
}

QgLang
qg_draft_guess_language_of (const char *text)
{
  Letters letters = { 0 };

  count_letters_of (&letters, text);
  return tell_by_letters (&letters);
}

/* A key in ASCII may be anything; with other letters it is a word. */
static void
count_letters_of_key (Letters *letters, const char *key)
{
  if (key != NULL && !g_str_is_ascii (key))
    count_letters_of (letters, key);
}

static void
count_letters_of_all (Letters *letters, const QgDraft *draft)
{
  count_letters (letters, draft->title);
  count_letters (letters, draft->description);
  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);

      count_letters (letters, entity->name);
      count_letters (letters, entity->label);
      count_letters (letters, entity->description);
    }
  for (guint i = 0; i < draft->kinds->len; i++)
    {
      const QgDraftKind *kind = &g_array_index (draft->kinds, QgDraftKind, i);

      count_letters (letters, kind->name);
      count_letters_of_key (letters, kind->name == NULL ? kind->key : NULL);
    }
  for (guint i = 0; i < draft->verbs->len; i++)
    {
      const QgDraftVerb *verb = &g_array_index (draft->verbs, QgDraftVerb, i);

      count_letters (letters, verb->label);
      count_letters_of_key (letters, verb->label == NULL ? verb->key : NULL);
    }
  for (guint i = 0; i < draft->relations->len; i++)
    count_letters (letters, g_array_index (draft->relations, QgDraftRelation, i).explanation);
}

/* Drawn, said, declared, or told by the letters. A few short names may have none of Kazakh's own: whose table
 * has Kazakh columns writes Kazakh in it. */
QgLang
qg_draft_guess_language (QgDraft *draft)
{
  Letters letters = { 0 };
  QgLang told;

  count_letters_of_all (&letters, draft);
  told = tell_by_letters (&letters);
  draft->drawn = qg_draft_drawn_find_language (draft, told);
  if (draft->drawn != NULL)
    return draft->drawn;
  if (draft->input->options->lang != NULL && draft->input->options->lang != QG_LANG_KK_LATN)
    return draft->input->options->lang;
  if (draft->declares_langs)
    return g_array_index (draft->langs, QgLang, 0);
  return told == QG_LANG_RU && draft->n_kazakh_words > draft->n_russian_words ? QG_LANG_KK : told;
}
