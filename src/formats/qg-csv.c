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

typedef struct
{
  QgCsv *csv;
  char *in, *out;
  guint line, column;
} Scan;

static void
step (Scan *s)
{
  s->column += (*s->in++ & 0xC0) != 0x80;
}

/* From one cell to what separates it from the next; it is made plain where it lies. */
static char
take_cell (Scan *s)
{
  char *begin = s->out;
  QgCsvPlace place;
  char end;

  while (*s->in == ' ' && s->csv->separator != ' ')
    step (s);
  place = (QgCsvPlace){ s->line, s->column };
  if (*s->in == '"')
    {
      guint line = s->line;

      for (step (s); *s->in != '\0' && (*s->in != '"' || s->in[1] == '"'); step (s))
        {
          if (*s->in == '"')
            step (s);
          *s->out++ = *s->in;
          if (*s->in == '\n')
            {
              s->line++;
              s->column = 0;
            }
        }
      if (*s->in == '\0')
        s->csv->bad_line = line;
      else
        step (s);
    }
  while (*s->in != '\0' && *s->in != s->csv->separator && *s->in != '\n' && *s->in != '\r')
    {
      *s->out++ = *s->in;
      step (s);
    }
  end = *s->in;
  if (end != '\0')
    step (s);
  if (end == '\r' && *s->in == '\n')
    s->in++;
  *s->out++ = '\0';
  g_ptr_array_add (s->csv->cells, begin);
  g_array_append_val (s->csv->places, place);
  return end;
}

static gboolean
is_empty (const QgCsv *csv, guint first)
{
  for (guint i = first; i < csv->cells->len; i++)
    if (*(const char *) csv->cells->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

/* Cells only become shorter, so that they are made plain in the copy that they are read from. */
QgCsv *
qg_csv_new (const char *text, gsize length)
{
  QgCsv *csv = g_new0 (QgCsv, 1);
  Scan s = { csv, NULL, NULL, 1, 1 };

  csv->cells = g_ptr_array_new ();
  csv->places = g_array_new (FALSE, FALSE, sizeof (QgCsvPlace));
  csv->rows = g_array_new (FALSE, FALSE, sizeof (QgCsvRow));
  csv->separator = find_separator (text);
  /* A cell that ends with the text needs room for its NUL where the next one would begin. */
  csv->text = g_malloc (length + 2);
  memcpy (csv->text, text, length);
  csv->text[length] = csv->text[length + 1] = '\0';
  s.in = s.out = csv->text;
  if (g_str_has_prefix (s.in, "sep="))
    {
      s.in += strcspn (s.in, "\n");
      s.in += *s.in == '\n';
      s.line++;
    }
  while (*s.in != '\0' && csv->bad_line == 0 && !csv->too_many)
    {
      QgCsvRow row = { s.line, csv->cells->len, 0 };

      s.column = 1;
      while (take_cell (&s) == csv->separator)
        ;
      row.n = csv->cells->len - row.first;
      s.line++;
      csv->too_many = csv->cells->len > QG_CSV_MAX_CELLS;
      if (is_empty (csv, row.first))
        {
          g_ptr_array_set_size (csv->cells, (int) row.first);
          g_array_set_size (csv->places, row.first);
        }
      else
        g_array_append_val (csv->rows, row);
    }
  return csv;
}

void
qg_csv_free (QgCsv *csv)
{
  g_ptr_array_unref (csv->cells);
  g_array_unref (csv->places);
  g_array_unref (csv->rows);
  g_free (csv->text);
  g_free (csv);
}

const char *
qg_csv_get (const QgCsv *csv, guint row, guint column)
{
  const QgCsvRow *r = &g_array_index (csv->rows, QgCsvRow, row);

  return column < r->n ? csv->cells->pdata[r->first + column] : NULL;
}

QgCsvPlace
qg_csv_get_place (const QgCsv *csv, guint row, guint column)
{
  const QgCsvRow *r = &g_array_index (csv->rows, QgCsvRow, row);

  if (column < r->n)
    return g_array_index (csv->places, QgCsvPlace, r->first + column);
  return (QgCsvPlace){ r->line, 1 };
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
