/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-json-string.h"

#include <string.h>

static gunichar
read_hex4 (const char *p)
{
  gunichar code = 0;

  for (guint i = 0; i < 4; i++)
    code = code * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
  return code;
}

/* @p: at the u; moved behind the last digit. A pair of surrogates is one character. */
static gunichar
read_unicode (const char **p)
{
  gunichar code = read_hex4 (*p + 1);

  *p += 5;
  if (code < 0xD800 || code > 0xDBFF)
    return code;
  code = 0x10000 + ((code - 0xD800) << 10) + (read_hex4 (*p + 2) - 0xDC00);
  *p += 6;
  return code;
}

/* Never longer than what is written: \uXXXX makes three bytes at most, a pair four. */
static void
decode (const char *p, char *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";

  while (*p != '"')
    {
      if (*p != '\\')
        {
          *out++ = *p++;
          continue;
        }
      p++;
      if (*p == 'u')
        out += g_unichar_to_utf8 (read_unicode (&p), out);
      else
        *out++ = meanings[strchr (letters, *p++) - letters];
    }
  *out = '\0';
}

/* qg_json_string_copy:
 * @at: its first quotation mark, in a text that is correct
 *
 * Returns: (transfer none): what it says, in @arena. */
const char *
qg_json_string_copy (QgArena *arena, const char *at)
{
  const char *start = at + 1, *end = start;
  gboolean escapes = FALSE;
  char *copy;

  for (; *end != '"'; end++)
    if (*end == '\\')
      {
        escapes = TRUE;
        end++;
      }
  copy = qg_arena_alloc (arena, (gsize) (end - start) + 1);
  if (escapes)
    decode (start, copy);
  else
    {
      memcpy (copy, start, (gsize) (end - start));
      copy[end - start] = '\0';
    }
  return copy;
}
