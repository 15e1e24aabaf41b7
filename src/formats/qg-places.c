/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-places.h"

/* Line and column are noted at every so many bytes: a fault at the end of a line of 200 MB is found without
 * counting the line anew for each. */
#define STRIDE ((gsize) 64 * 1024)

typedef struct
{
  guint line, column;
} Mark;

struct _QgPlaces
{
  const char *text;
  gsize length;
  GArray *marks;
};

/* qg_places_new:
 * @text: borrowed; must live as long as the places */
QgPlaces *
qg_places_new (const char *text, gsize length)
{
  QgPlaces *places = g_new0 (QgPlaces, 1);

  places->text = text;
  places->length = length;
  return places;
}

void
qg_places_free (QgPlaces *places)
{
  if (places->marks != NULL)
    g_array_unref (places->marks);
  g_free (places);
}

/* A carriage return counts as a character, the line feed behind it ends the line. Bytes that continue a
 * character do not count. */
static void
advance (Mark *mark, char c)
{
  if (c == '\n')
    *mark = (Mark){ mark->line + 1, 1 };
  else if (((guchar) c & 0xC0) != 0x80)
    mark->column++;
}

static void
make_marks (QgPlaces *places)
{
  Mark mark = { 1, 1 };

  places->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  for (gsize i = 0; i <= places->length; i++)
    {
      if (i % STRIDE == 0)
        g_array_append_val (places->marks, mark);
      if (i < places->length)
        advance (&mark, places->text[i]);
    }
}

/* qg_places_find:
 * @offset: in bytes, at most the length
 * @line: (out): from 1
 * @column: (out): from 1, in characters */
void
qg_places_find (QgPlaces *places, gsize offset, guint *line, guint *column)
{
  Mark mark;

  offset = MIN (offset, places->length);
  if (places->marks == NULL)
    make_marks (places);
  mark = g_array_index (places->marks, Mark, offset / STRIDE);
  for (gsize i = offset / STRIDE * STRIDE; i < offset; i++)
    advance (&mark, places->text[i]);
  *line = mark.line;
  *column = mark.column;
}
