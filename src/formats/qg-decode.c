/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-decode.h"

#include <string.h>

#include "qg-file-read.h"

/* How far a file is looked at for what it says about itself. */
#define HEAD 2000

/* Names of encodings are of these; iconv lets others pass, and then the name goes into what is said. */
#define NAME_CHARS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_.:+-"
#define NAME_MAX_LENGTH 40

/* UTF-16 by its mark, or by every second byte of the beginning being NUL. */
static const char *
find_utf16 (const guchar *d, gsize length)
{
  if (length < 4)
    return NULL;
  if ((d[0] == 0xFF && d[1] == 0xFE) || (d[0] != 0 && d[1] == 0 && d[2] != 0 && d[3] == 0))
    return "UTF-16LE";
  if ((d[0] == 0xFE && d[1] == 0xFF) || (d[0] == 0 && d[1] != 0 && d[2] == 0 && d[3] != 0))
    return "UTF-16BE";
  return NULL;
}

/* encoding="…" of XML, charset=… of DOT; NULL where it is no name. */
static char *
dup_declared (const char *text, gsize length)
{
  static const char *const words[] = { "encoding=", "charset=" };
  g_autofree char *head = g_strndup (text, MIN (length, HEAD));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (head, words[i]);
      gsize n;

      if (at == NULL)
        continue;
      at += strlen (words[i]);
      at += strspn (at, "\"' ");
      if (g_ascii_strncasecmp (at, "latin", 5) == 0)
        return g_strdup ("ISO-8859-1");
      n = strcspn (at, "\"' ;]\n\r?>");
      return n > 0 && n <= NAME_MAX_LENGTH && strspn (at, NAME_CHARS) >= n ? g_strndup (at, n) : NULL;
    }
  return NULL;
}

/* In Cyrillic, bytes above 0x7F stand together; in the languages of Western Europe mostly alone. */
static const char *
guess (const guchar *d, gsize length)
{
  gsize together = 0, alone = 0;

  for (gsize i = 0; i < length; i++)
    if (d[i] >= 0x80)
      {
        if ((i > 0 && d[i - 1] >= 0x80) || (i + 1 < length && d[i + 1] >= 0x80))
          together++;
        else
          alone++;
      }
  return together > alone ? "WINDOWS-1251" : "WINDOWS-1252";
}

/* Bytes that are no text become controls in any encoding. */
static gboolean
is_text (const char *text, gsize length)
{
  if (strlen (text) != length)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r' && *p != '\f')
      return FALSE;
  return TRUE;
}

static char *
convert (const char *data, gsize length, const char *from, gsize *written)
{
  char *text;

  if (from == NULL || g_ascii_strncasecmp (from, "utf", 3) == 0)
    if (from == NULL || g_ascii_strncasecmp (from, "utf-16", 6) != 0)
      return NULL;
  text = g_convert (data, (gssize) length, "UTF-8", from, NULL, written, NULL);
  if (text != NULL && is_text (text, *written))
    return text;
  g_free (text);
  return NULL;
}

GBytes *
qg_decode (GBytes *data, char **encoding)
{
  gsize length, written = 0;
  const char *text = g_bytes_get_data (data, &length);
  const char *utf16 = find_utf16 ((const guchar *) text, length);
  g_autofree char *declared = NULL;
  char *converted;

  *encoding = NULL;
  if (utf16 == NULL && qg_file_is_utf8 (text, length, NULL))
    {
      if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
        return g_bytes_new_from_bytes (data, 3, length - 3);
      return g_bytes_ref (data);
    }
  declared = utf16 != NULL ? g_strdup (utf16) : dup_declared (text, length);
  converted = convert (text, length & ~(gsize) (utf16 != NULL ? 1 : 0), declared, &written);
  if (converted == NULL && utf16 == NULL)
    {
      g_free (declared);
      declared = g_strdup (guess ((const guchar *) text, length));
      converted = convert (text, length, declared, &written);
    }
  if (converted == NULL)
    return NULL;
  *encoding = g_steal_pointer (&declared);
  if (written >= 3 && memcmp (converted, "\xEF\xBB\xBF", 3) == 0)
    memmove (converted, converted + 3, (written -= 3) + 1);
  return g_bytes_new_take (converted, written);
}
