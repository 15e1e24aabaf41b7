/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-pdf-language.h"

#include <string.h>

/* What of a document's end must be known to write an update behind it. */
typedef struct
{
  guint root, info, size;
  guint64 xref;
} Trailer;

/* The last place of @needle in the last @reach bytes; NULL where it is not. */
static const char *
find_last (const GByteArray *bytes, gsize reach, const char *needle)
{
  gsize len = strlen (needle), from = bytes->len > reach ? bytes->len - reach : 0;

  for (gsize at = bytes->len - MIN (len, bytes->len) + 1; at-- > from;)
    if (at + len <= bytes->len && memcmp (bytes->data + at, needle, len) == 0)
      return (const char *) bytes->data + at;
  return NULL;
}

static gboolean
read_number (const char *from, const char *key, guint64 *value)
{
  const char *at = strstr (from, key);
  char *end;

  if (at == NULL)
    return FALSE;
  *value = g_ascii_strtoull (at + strlen (key), &end, 10);
  return end > at + strlen (key);
}

static gboolean
read_trailer (const GByteArray *bytes, Trailer *trailer)
{
  const char *start = find_last (bytes, 2048, "trailer");
  guint64 root, info, size, xref;
  g_autofree char *text = NULL;

  if (start == NULL)
    return FALSE;
  text = g_strndup (start, (gsize) ((const char *) bytes->data + bytes->len - start));
  if (!read_number (text, "/Root ", &root) || !read_number (text, "/Info ", &info) ||
      !read_number (text, "/Size ", &size) || !read_number (text, "startxref\n", &xref))
    return FALSE;
  *trailer = (Trailer){ (guint) root, (guint) info, (guint) size, xref };
  return TRUE;
}

/* What stands between 'N 0 obj <<' and the last '>>' of the object; (transfer full), NULL where it is not
 * found. */
static char *
dup_dictionary (const GByteArray *bytes, guint number)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n", number);
  const char *at = find_last (bytes, bytes->len, head);
  const char *end = (const char *) bytes->data + bytes->len, *open, *close;
  g_autofree char *object = NULL;

  if (at == NULL)
    return NULL;
  object = g_strndup (at, MIN ((gsize) (end - at), 65536));
  close = strstr (object, "endobj");
  open = strstr (object, "<<");
  if (open == NULL || close == NULL || open > close)
    return NULL;
  while (close > open && strncmp (close, ">>", 2) != 0)
    close--;
  return close > open + 2 ? g_strndup (open + 2, (gsize) (close - open - 2)) : NULL;
}

/* An entry of the table of objects: ten digits, a space, five digits, a space, n or f, two for the line's
 * end. */
#define ENTRY 20

/* Cairo 1.16 numbers an element of structure for each link and writes none: the table says of them that they
 * stand where the file begins. That they are not there is no fault; that the table is wrong is one. */
void
qg_pdf_free_missing (GByteArray *bytes)
{
  Trailer trailer;
  char *table, *end;
  guint64 n;

  if (!read_trailer (bytes, &trailer) || trailer.xref + 16 >= bytes->len)
    return;
  table = (char *) bytes->data + trailer.xref;
  if (strncmp (table, "xref\n0 ", 7) != 0)
    return;
  n = g_ascii_strtoull (table + 7, &end, 10);
  table = end + 1;
  if (*end != '\n' || n > (bytes->len - (gsize) (table - (char *) bytes->data)) / ENTRY)
    return;
  for (guint64 i = 1; i < n; i++)
    {
      char *entry = table + i * ENTRY;
      guint64 at = g_ascii_strtoull (entry, NULL, 10);
      g_autofree char *head = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj", i);

      if (entry[17] == 'n' &&
          (at + strlen (head) > bytes->len || memcmp (bytes->data + at, head, strlen (head)) != 0))
        memcpy (entry, "0000000000 65535 f", 18);
    }
}

gboolean
qg_pdf_add_language (GByteArray *bytes, QgLang lang)
{
  Trailer trailer;
  g_autofree char *catalogue = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gsize object, xref;

  if (!qg_lang_is_valid (lang) || !read_trailer (bytes, &trailer))
    return FALSE;
  catalogue = dup_dictionary (bytes, trailer.root);
  if (catalogue == NULL || strstr (catalogue, "/Catalog") == NULL || strstr (catalogue, "/Lang") != NULL)
    return FALSE;
  object = bytes->len;
  g_string_append_printf (out, "%u 0 obj\n<<%s   /Lang (%s)\n", trailer.root, catalogue, lang);
  if (strstr (catalogue, "/ViewerPreferences") == NULL)
    g_string_append (out, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  g_string_append (out, ">>\nendobj\n");
  xref = object + out->len;
  g_string_append_printf (
      out, "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \ntrailer\n<< /Size %u\n   /Root %u 0 R\n",
      trailer.root, object, trailer.size, trailer.root);
  g_string_append_printf (
      out, "   /Info %u 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      trailer.info, trailer.xref, xref);
  g_byte_array_append (bytes, (const guint8 *) out->str, (guint) out->len);
  return TRUE;
}
