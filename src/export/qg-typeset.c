/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-typeset.h"

#include <math.h>
#include <string.h>

static QgFont
get_font (double size, gboolean bold)
{
  return (QgFont){ bold ? QG_FACE_BOLD : QG_FACE_REGULAR, size };
}

double
qg_typeset_measure (const char *text, double size, gboolean bold)
{
  return qg_font_get_width (get_font (size, bold), text, -1);
}

double
qg_typeset_measure_widest (const char *text, double size, gboolean bold)
{
  g_autofree char *clean = qg_font_dup_clean (text, 0);
  g_autoptr (PangoLayout) layout = pango_layout_copy (qg_font_get_layout (get_font (size, bold)));
  double widest = 0;

  pango_layout_set_text (layout, clean, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  /* As narrow as can be, every line is one piece. */
  pango_layout_set_width (layout, 0);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      g_autofree char *piece = g_strchomp (g_strndup (clean + line->start_index, (gsize) line->length));

      widest = fmax (widest, qg_typeset_measure (piece, size, bold));
    }
  return widest;
}

GPtrArray *
qg_typeset_wrap (const char *text, double size, gboolean bold, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = qg_font_dup_clean (text, 0);
  g_autoptr (PangoLayout) layout = pango_layout_copy (qg_font_get_layout (get_font (size, bold)));

  pango_layout_set_text (layout, clean, -1);
  pango_layout_set_width (layout, (int) (fmin (fmax (width, 1), 100000) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      g_ptr_array_add (lines, g_strchomp (g_strndup (clean + line->start_index, (gsize) line->length)));
    }
  return lines;
}

/* The last place before @end where a sentence begins, but not so early that less than half would be left;
 * @end where there is none. */
static gsize
find_sentence (const char *text, gsize end)
{
  for (gsize at = end; at > end / 2 && at > 1; at--)
    if (text[at - 1] == ' ' && strchr (".!?", text[at - 2]) != NULL)
      return at;
  return end;
}

GPtrArray *
qg_typeset_split (const char *text, double size, gboolean bold, double width, guint n_lines)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = qg_font_dup_clean (text, 0);
  g_autoptr (PangoLayout) layout = pango_layout_copy (qg_font_get_layout (get_font (size, bold)));
  const char *rest = clean;

  pango_layout_set_width (layout, (int) (fmin (fmax (width, 1), 100000) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (;;)
    {
      gsize end;

      pango_layout_set_text (layout, rest, -1);
      if (pango_layout_get_line_count (layout) <= (int) n_lines)
        break;
      end = (gsize) pango_layout_get_line_readonly (layout, (int) n_lines)->start_index;
      end = find_sentence (rest, end);
      g_ptr_array_add (pieces, g_strchomp (g_strndup (rest, end)));
      rest += end;
    }
  g_ptr_array_add (pieces, g_strdup (rest));
  return pieces;
}
