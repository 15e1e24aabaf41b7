/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-text.h"

#include <string.h>

struct _QgText
{
  gatomicrefcount ref_count;
  guint n;
  struct
  {
    QgLang lang;
    const char *value; /* behind this array, in the same piece of memory */
  } values[];
};

G_DEFINE_BOXED_TYPE (QgText, qg_text, qg_text_ref, qg_text_unref)

/* qg_text_new:
 * @langs: @n interned tags, each once, in order of preference
 * @values: (nullable elements): @n strings, UTF-8; a %NULL one is left out
 *
 * Returns: (transfer full): a text with copies of @values. */
QgText *
qg_text_new (const QgLang *langs, const char *const *values, guint n)
{
  gsize header = sizeof (QgText) + n * sizeof (((QgText *) NULL)->values[0]), size = header;
  QgText *text;
  char *room;

  /* One piece of memory for all: a large map has a million texts. */
  for (guint i = 0; i < n; i++)
    size += values[i] != NULL ? strlen (values[i]) + 1 : 0;
  text = g_malloc (size);
  room = (char *) text + header;
  g_atomic_ref_count_init (&text->ref_count);
  text->n = 0;
  for (guint i = 0; i < n; i++)
    {
      gsize length;

      if (values[i] == NULL)
        continue;
      length = strlen (values[i]) + 1;
      memcpy (room, values[i], length);
      text->values[text->n].lang = langs[i];
      text->values[text->n].value = room;
      text->n++;
      room += length;
    }
  return text;
}

QgText *
qg_text_new_single (QgLang lang, const char *value)
{
  return qg_text_new (&lang, &value, 1);
}

QgText *
qg_text_ref (QgText *text)
{
  g_atomic_ref_count_inc (&text->ref_count);
  return text;
}

void
qg_text_unref (QgText *text)
{
  if (g_atomic_ref_count_dec (&text->ref_count))
    g_free (text);
}

/* qg_text_get:
 * Returns: (nullable) (transfer none): the text in @lang exactly; %NULL where it has none, or @text is %NULL.
 */
const char *
qg_text_get (const QgText *text, QgLang lang)
{
  if (text == NULL)
    return NULL;
  for (guint i = 0; i < text->n; i++)
    if (text->values[i].lang == lang)
      return text->values[i].value;
  return NULL;
}

/* qg_text_pick:
 * @text: (nullable): a text
 * @used: (out) (optional): the language that the answer is in, %NULL where there is none
 *
 * The text in @lang; where it is missing, in the first language that is there (for kk-Latn, kk comes before
 * that).
 *
 * Returns: (transfer none): the text, "" where @text is %NULL or empty. */
const char *
qg_text_pick (const QgText *text, QgLang lang, QgLang *used)
{
  const char *value = qg_text_get (text, lang);
  QgLang answer = lang;

  if (value == NULL && lang == QG_LANG_KK_LATN)
    value = qg_text_get (text, answer = QG_LANG_KK);
  if (value == NULL && text != NULL && text->n > 0)
    {
      value = text->values[0].value;
      answer = text->values[0].lang;
    }
  if (used != NULL)
    *used = value != NULL ? answer : NULL;
  return value != NULL ? value : "";
}

/* qg_text_dup_marked:
 * Returns: (transfer full): the text in @lang; where it is missing, in the next language, with that one's tag
 * behind it and no line break between: 'Мәслихат [kk]'. */
char *
qg_text_dup_marked (const QgText *text, QgLang lang)
{
  QgLang used;
  const char *value = qg_text_pick (text, lang, &used);

  return used == NULL || used == lang ? g_strdup (value) : g_strdup_printf ("%s\u00a0[%s]", value, used);
}

static gboolean
is_arrow (gunichar c)
{
  return (c >= 0x2190 && c <= 0x21ff) || (c >= 0x27f0 && c <= 0x27ff) || (c >= 0x2900 && c <= 0x297f);
}

gboolean
qg_words_are_arrow (const char *words)
{
  g_autofree char *bare = g_strstrip (g_strdup (words));

  if (is_arrow (g_utf8_get_char (bare)))
    return *g_utf8_next_char (bare) == '\0';
  /* As typed. */
  return strlen (bare) >= 2 && strspn (bare, "-=<>") == strlen (bare) && strpbrk (bare, "<>") != NULL &&
         strpbrk (bare, "-=") != NULL;
}

/* qg_text_clip:
 * Returns: (transfer full): @value, or its first @most characters and an ellipsis. */
char *
qg_text_clip (const char *value, guint most)
{
  const char *end = value;

  for (guint i = 0; i < most && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (value);
  return g_strdup_printf ("%.*s…", (int) (end - value), value);
}

/* The number of languages that @text is in. */
guint
qg_text_get_n (const QgText *text)
{
  return text != NULL ? text->n : 0;
}

const char *
qg_text_get_nth (const QgText *text, guint n, QgLang *lang)
{
  g_return_val_if_fail (text != NULL && n < text->n, NULL);
  if (lang != NULL)
    *lang = text->values[n].lang;
  return text->values[n].value;
}
