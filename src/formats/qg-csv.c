/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-csv.h"

#include <string.h>

/* What stands most often in the first line outside quotation marks. 'sep=;' in front is Excel's own word. */
static char
find_separator (const char *text)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[3] = { 0 }, best = 0;
  gboolean quoted = FALSE;

  if (g_str_has_prefix (text, "sep=") && text[4] != '\0')
    return text[4];
  for (const char *p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    if (*p == '"')
      quoted = !quoted;
    else
      for (guint i = 0; !quoted && i < 3; i++)
        counts[i] += *p == candidates[i];
  for (guint i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static void
step (QgCsv *csv)
{
  csv->at.column += (*csv->in++ & 0xC0) != 0x80;
}

/* The inside of quotation marks, from the first of them to behind the last. */
static void
take_quoted (QgCsv *csv)
{
  const QgCsvPlace begin = csv->at;

  for (step (csv); *csv->in != '\0' && (*csv->in != '"' || csv->in[1] == '"'); step (csv))
    {
      if (*csv->in == '"')
        step (csv);
      *csv->out++ = *csv->in;
      if (*csv->in == '\n')
        {
          csv->at.line++;
          csv->at.column = 0;
        }
    }
  if (*csv->in == '\0')
    csv->bad = begin;
  else
    step (csv);
}

/* From one cell to what separates it from the next; it is made plain where it lies. TRUE where there is
 * something in it. */
static gboolean
take_cell (QgCsv *csv, char *end)
{
  char *begin = csv->out;

  while (*csv->in == ' ' && csv->separator != ' ')
    step (csv);
  if (csv->n <= QG_CSV_MAX_COLUMNS)
    {
      csv->cells[csv->n] = begin;
      csv->places[csv->n++] = csv->at;
    }
  csv->n_cells++;
  if (*csv->in == '"')
    take_quoted (csv);
  while (*csv->in != '\0' && *csv->in != csv->separator && *csv->in != '\n' && *csv->in != '\r')
    {
      *csv->out++ = *csv->in;
      step (csv);
    }
  *end = *csv->in;
  if (*end != '\0')
    step (csv);
  if (*end == '\r' && *csv->in == '\n')
    csv->in++;
  *csv->out++ = '\0';
  return *begin != '\0';
}

/* TRUE where there is something in it. */
static gboolean
take_row (QgCsv *csv)
{
  gboolean any = FALSE;
  guint n_before = csv->n_cells;
  char end;

  csv->line = csv->at.line;
  csv->at.column = 1;
  csv->n = 0;
  do
    any |= take_cell (csv, &end);
  while (end == csv->separator);
  csv->at.line++;
  /* Spreadsheets write a million empty lines where a column was formatted. */
  if (!any)
    csv->n_cells = n_before;
  csv->too_many = csv->n_cells > QG_CSV_MAX_CELLS;
  return any;
}

gboolean
qg_csv_next (QgCsv *csv)
{
  while (*csv->in != '\0' && csv->bad.line == 0 && !csv->too_many)
    if (take_row (csv) && csv->bad.line == 0 && !csv->too_many)
      return TRUE;
  csv->line = csv->n = 0;
  return FALSE;
}

/* Cells only become shorter, so that they are made plain in the copy that they are read from. */
QgCsv *
qg_csv_new (const char *text, gsize length)
{
  QgCsv *csv = g_new0 (QgCsv, 1);

  csv->separator = find_separator (text);
  csv->at.line = 1;
  /* A cell that ends with the text needs room for its NUL where the next one would begin. */
  csv->text = g_malloc (length + 2);
  memcpy (csv->text, text, length);
  csv->text[length] = csv->text[length + 1] = '\0';
  csv->in = csv->out = csv->text;
  if (g_str_has_prefix (csv->in, "sep="))
    {
      csv->in += strcspn (csv->in, "\n");
      csv->in += *csv->in == '\n';
      csv->at.line++;
    }
  qg_csv_next (csv);
  return csv;
}

void
qg_csv_free (QgCsv *csv)
{
  g_free (csv->text);
  g_free (csv);
}

const char *
qg_csv_get (const QgCsv *csv, guint column)
{
  return column < csv->n ? csv->cells[column] : NULL;
}

QgCsvPlace
qg_csv_get_place (const QgCsv *csv, guint column)
{
  return column < csv->n ? csv->places[column] : (QgCsvPlace){ csv->line, 1 };
}

void
qg_csv_write_cell (GString *out, const char *value, gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
  if (value == NULL)
    return;
  if (strpbrk (value, ",;\t\"\r\n") == NULL && *value != ' ')
    {
      g_string_append (out, value);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
