/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-latin.h"

#include <string.h>

/* The table: a Cyrillic letter, and its Latin form as a capital, as a small letter, and as a capital within a
 * word of capitals. What it rests on is in docs/latin.md. The letters of the draft come first, then those
 * that only borrowed words have. */
static const struct
{
  gunichar cyrillic_capital, cyrillic_small;
  const char *capital, *small, *capitals;
} letters[] = {
  { 0x0410, 0x0430, "A", "a", "A" },    /* А */
  { 0x04D8, 0x04D9, "Ä", "ä", "Ä" },    /* Ә */
  { 0x0411, 0x0431, "B", "b", "B" },    /* Б */
  { 0x0412, 0x0432, "V", "v", "V" },    /* В */
  { 0x0413, 0x0433, "G", "g", "G" },    /* Г */
  { 0x0492, 0x0493, "Ğ", "ğ", "Ğ" },    /* Ғ */
  { 0x0414, 0x0434, "D", "d", "D" },    /* Д */
  { 0x0415, 0x0435, "E", "e", "E" },    /* Е */
  { 0x0416, 0x0436, "J", "j", "J" },    /* Ж */
  { 0x0417, 0x0437, "Z", "z", "Z" },    /* З */
  { 0x0418, 0x0438, "İ", "i", "İ" },    /* И */
  { 0x0419, 0x0439, "İ", "i", "İ" },    /* Й */
  { 0x041A, 0x043A, "K", "k", "K" },    /* К */
  { 0x049A, 0x049B, "Q", "q", "Q" },    /* Қ */
  { 0x041B, 0x043B, "L", "l", "L" },    /* Л */
  { 0x041C, 0x043C, "M", "m", "M" },    /* М */
  { 0x041D, 0x043D, "N", "n", "N" },    /* Н */
  { 0x04A2, 0x04A3, "Ñ", "ñ", "Ñ" },    /* Ң */
  { 0x041E, 0x043E, "O", "o", "O" },    /* О */
  { 0x04E8, 0x04E9, "Ö", "ö", "Ö" },    /* Ө */
  { 0x041F, 0x043F, "P", "p", "P" },    /* П */
  { 0x0420, 0x0440, "R", "r", "R" },    /* Р */
  { 0x0421, 0x0441, "S", "s", "S" },    /* С */
  { 0x0422, 0x0442, "T", "t", "T" },    /* Т */
  { 0x0423, 0x0443, "U", "u", "U" },    /* У */
  { 0x04B0, 0x04B1, "Ū", "ū", "Ū" },    /* Ұ */
  { 0x04AE, 0x04AF, "Ü", "ü", "Ü" },    /* Ү */
  { 0x0424, 0x0444, "F", "f", "F" },    /* Ф */
  { 0x0425, 0x0445, "H", "h", "H" },    /* Х */
  { 0x04BA, 0x04BB, "H", "h", "H" },    /* Һ */
  { 0x0428, 0x0448, "Ş", "ş", "Ş" },    /* Ш */
  { 0x042B, 0x044B, "Y", "y", "Y" },    /* Ы */
  { 0x0406, 0x0456, "I", "ı", "I" },    /* І */
  { 0x0401, 0x0451, "İo", "io", "İO" }, /* Ё */
  { 0x0426, 0x0446, "S", "s", "S" },    /* Ц */
  { 0x0427, 0x0447, "Ş", "ş", "Ş" },    /* Ч */
  { 0x0429, 0x0449, "Ş", "ş", "Ş" },    /* Щ */
  { 0x042A, 0x044A, "", "", "" },       /* Ъ */
  { 0x042C, 0x044C, "", "", "" },       /* Ь */
  { 0x042D, 0x044D, "E", "e", "E" },    /* Э */
  { 0x042E, 0x044E, "İu", "iu", "İU" }, /* Ю */
  { 0x042F, 0x044F, "İa", "ia", "İA" }, /* Я */
};

#define BLOCK_START 0x0400
#define BLOCK_SIZE 0x100

/* The table by letter: the index into it plus one, negative for a capital. */
static const gint8 *
get_index (void)
{
  static gsize ready;
  static gint8 table[BLOCK_SIZE];

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        {
          table[letters[i].cyrillic_capital - BLOCK_START] = (gint8) - (int) (i + 1);
          table[letters[i].cyrillic_small - BLOCK_START] = (gint8) (i + 1);
        }
      g_once_init_leave (&ready, 1);
    }
  return table;
}

static int
look_up (const gint8 *table, gunichar c)
{
  return c >= BLOCK_START && c < BLOCK_START + BLOCK_SIZE ? table[c - BLOCK_START] : 0;
}

/* и before й, ю, я (and before another of its kind) is not written twice: партия is partia, критерий kriteri.
 */
static gboolean
swallows (gunichar c, gunichar next)
{
  gunichar small = g_unichar_tolower (c), after = g_unichar_tolower (next);

  return small == 0x0438 && (after == 0x0439 || after == 0x044E || after == 0x044F);
}

/* qg_latin_from_cyrillic:
 * @text: UTF-8
 *
 * What is no Cyrillic letter of Kazakh or Russian stays as it is.
 *
 * Returns: (transfer full): @text in the Latin alphabet. */
char *
qg_latin_from_cyrillic (const char *text)
{
  const gint8 *table = get_index ();
  GString *latin = g_string_sized_new (strlen (text) + 8);
  int before = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *after = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);
      int here = look_up (table, c);

      if (here == 0)
        g_string_append_len (latin, p, after - p);
      else if (!swallows (c, g_utf8_get_char (after)))
        {
          int i = ABS (here) - 1, next = look_up (table, g_utf8_get_char (after));
          gboolean among_capitals = next < 0 || (next == 0 && before < 0);

          g_string_append (latin, here > 0 ? letters[i].small
                                           : (among_capitals ? letters[i].capitals : letters[i].capital));
        }
      else if (here < 0 && look_up (table, g_utf8_get_char (after)) > 0)
        {
          /* Ия is İa: the capital stays, the small letter loses its i. */
          here = look_up (table, g_utf8_get_char (after));
          g_string_append (latin, "İ");
          g_string_append (latin, letters[here - 1].small + 1);
          after = g_utf8_next_char (after);
        }
      before = here;
      p = after;
    }
  return g_string_free (latin, FALSE);
}
