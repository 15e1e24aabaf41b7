/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-other-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTES(text) text, sizeof text - 1

static const struct
{
  const char *begin;
  gsize length;
  const char *message_id;
} known[] = {
  { BYTES ("%PDF-"), N_ ("this is a PDF, not a map") },
  { BYTES ("\x89PNG\r\n\x1A\n"), N_ ("this is a PNG picture, not a map") },
  { BYTES ("\xFF\xD8\xFF"), N_ ("this is a JPEG picture, not a map") },
  { BYTES ("GIF8"), N_ ("this is a picture, not a map") },
  { BYTES ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), N_ ("this is an office document, not a map") },
  { BYTES ("PK\x03\x04"), N_ ("this is a ZIP archive, not a map") },
  { BYTES ("PK\x05\x06"), N_ ("this is a ZIP archive, not a map") },
  { BYTES ("\x1F\x8B\x08"), N_ ("this is a compressed file, not a map") },
  { BYTES ("7z\xBC\xAF\x27\x1C"), N_ ("this is a compressed file, not a map") },
};

static gboolean
contains (const char *data, gsize length, const char *words)
{
  return memmem (data, length, words, strlen (words)) != NULL;
}

/* What office programs write are ZIP archives. Their names stand in the list at the end, and of OpenDocument
 * the type at the beginning. */
static const char *
name_archive (const char *data, gsize length, const char *otherwise)
{
  static const gsize head = 200, list = 64 * 1024;
  const char *end = data + length - MIN (length, list);

  if (contains (data, MIN (length, head), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ||
      contains (end, MIN (length, list), "xl/workbook"))
    return N_ ("this is a spreadsheet, not a map; save its tables as CSV");
  if (contains (data, MIN (length, head), "mimetypeapplication/vnd.oasis.opendocument.") ||
      contains (end, MIN (length, list), "[Content_Types].xml"))
    return N_ ("this is an office document, not a map");
  return otherwise;
}

const char *
qg_other_file_tell (const char *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].length && memcmp (data, known[i].begin, known[i].length) == 0)
      return data[0] == 'P' && data[1] == 'K' ? name_archive (data, length, known[i].message_id)
                                              : known[i].message_id;
  return NULL;
}
