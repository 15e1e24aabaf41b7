/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-fold.h"

#include <string.h>

/* Letters and what they become; "" falls away. Each letter stands for its capital too. Latin letters with
 * marks lose the marks before they are looked up, but for those that are listed. */
static const struct
{
  gunichar letter;
  const char *folded;
} letters[] = {
  { 0x0430, "a" }, { 0x04D9, "a" }, { 0x0431, "b" }, { 0x0432, "v" }, { 0x0433, "g" },  { 0x0493, "g" },
  { 0x0434, "d" }, { 0x0435, "e" }, { 0x0451, "e" }, { 0x0436, "j" }, { 0x0437, "z" },  { 0x0438, "i" },
  { 0x0439, "i" }, { 0x043A, "k" }, { 0x049B, "k" }, { 0x043B, "l" }, { 0x043C, "m" },  { 0x043D, "n" },
  { 0x04A3, "n" }, { 0x043E, "o" }, { 0x04E9, "o" }, { 0x043F, "p" }, { 0x0440, "r" },  { 0x0441, "s" },
  { 0x0442, "t" }, { 0x0443, "u" }, { 0x04B1, "u" }, { 0x04AF, "u" }, { 0x0444, "f" },  { 0x0445, "h" },
  { 0x04BB, "h" }, { 0x0446, "s" }, { 0x0447, "s" }, { 0x0448, "s" }, { 0x0449, "s" },  { 0x044A, "" },
  { 0x044B, "i" }, { 0x0456, "i" }, { 0x044C, "" },  { 0x044D, "e" }, { 0x044E, "iu" }, { 0x044F, "ia" },
  { 0x0131, "i" }, { 'q', "k" },    { 'w', "u" },    { 'y', "i" },    { 0x00DF, "s" },  { 0x00E6, "e" },
  { 0x00F8, "o" }, { 0x0142, "l" }, { 0x0111, "d" },
};

/* Two Latin letters that write one sound; the second falls away. */
static const struct
{
  char first, second;
  char folded;
} pairs[] = { { 's', 'h', 's' }, { 'c', 'h', 's' }, { 'z', 'h', 'j' }, { 'k', 'h', 'h' }, { 'g', 'h', 'g' } };

static const char *
find_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      return letters[i].folded;
  return NULL;
}

/* The letters below U+0530, looked up once. NULL: has none of its own. */
static const char *const *
get_table (void)
{
  static gsize ready;
  static const char *table[0x530];

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = 0; c < G_N_ELEMENTS (table); c++)
        {
          gunichar base, mark;
          gunichar small = g_unichar_tolower (c);

          table[c] = find_letter (small);
          /* Marks come off, one by one (ǘ has two). */
          while (table[c] == NULL && g_unichar_decompose (small, &base, &mark) && mark != 0)
            {
              small = base;
              table[c] = find_letter (small);
            }
          if (table[c] == NULL && small < 0x80 && g_ascii_isalnum ((char) small))
            table[c] = g_intern_string ((const char[]){ (char) small, '\0' });
        }
      g_once_init_leave (&ready, 1);
    }
  return table;
}

static void
append (GString *folded, GArray *places, char c, guint32 place)
{
  /* A letter twice is a letter: комиссия, комисия. Numbers keep their digits, and words are one space apart.
   */
  if (folded->len > 0 && folded->str[folded->len - 1] == c && !g_ascii_isdigit (c))
    return;
  if (c == ' ' && folded->len == 0)
    return;
  g_string_append_c (folded, c);
  if (places != NULL)
    g_array_append_val (places, place);
}

/* Joins the pair that ends @folded, if it is one. @c: the letter to come. */
static gboolean
join_pair (GString *folded, char before, char c)
{
  for (guint i = 0; before != '\0' && i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].first == before && pairs[i].second == c && folded->len > 0)
      {
        folded->str[folded->len - 1] = pairs[i].folded;
        return TRUE;
      }
  return FALSE;
}

/* qg_fold_with_places:
 * @text: UTF-8
 * @places: (nullable): gets a guint32 for each byte of the answer: where in @text it comes from
 *
 * Returns: (transfer full): words in small letters, each behind the other with one space between. */
char *
qg_fold_with_places (const char *text, GArray *places)
{
  const char *const *table = get_table ();
  GString *folded = g_string_sized_new (strlen (text));
  char before = '\0'; /* a Latin letter just before */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint32 place = (guint32) (p - text);
      const char *to = c < 0x530 ? table[c] : NULL;
      char latin = c < 0x80 ? g_ascii_tolower ((char) c) : '\0';

      if (latin != '\0' && join_pair (folded, before, latin))
        {
          before = '\0';
          continue;
        }
      before = g_ascii_isalpha (latin) ? latin : '\0';
      if (to != NULL)
        for (; *to != '\0'; to++)
          append (folded, places, *to, place);
      else if (c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xAD ||
               g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        ; /* apostrophes and loose marks are in the middle of words */
      else if (g_unichar_isalnum (c))
        {
          char other[6];
          int n = g_unichar_to_utf8 (g_unichar_tolower (c), other);

          for (int i = 0; i < n; i++)
            {
              g_string_append_c (folded, other[i]);
              if (places != NULL)
                g_array_append_val (places, place);
            }
        }
      else
        append (folded, places, ' ', place);
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    {
      g_string_truncate (folded, folded->len - 1);
      if (places != NULL)
        g_array_set_size (places, folded->len);
    }
  return g_string_free (folded, FALSE);
}

char *
qg_fold (const char *text)
{
  return qg_fold_with_places (text, NULL);
}
