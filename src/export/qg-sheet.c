/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-sheet.h"

#include <string.h>

static void
line_clear (gpointer data)
{
  QgSheetLine *line = data;

  g_free (line->text);
  g_free (line->link);
}

static void
picture_clear (gpointer data)
{
  QgSheetPicture *picture = data;

  qg_scene_unref (picture->scene);
  g_free (picture->node_emphases);
  g_free (picture->edge_emphases);
  g_free (picture->footnotes);
}

static void
legend_clear (gpointer data)
{
  qg_part_unref (((QgSheetLegend *) data)->part);
}

QgSheet *
qg_sheet_new (const QgPage *page, QgThemeId theme, QgLang lang)
{
  QgSheet *sheet = g_new0 (QgSheet, 1);

  sheet->size = (QgSize){ page->width, page->height };
  sheet->medium = page->medium;
  sheet->theme = theme;
  sheet->lang = lang;
  sheet->outlined = TRUE;
  sheet->lines = g_array_new (FALSE, TRUE, sizeof (QgSheetLine));
  sheet->boxes = g_array_new (FALSE, TRUE, sizeof (QgSheetBox));
  sheet->pictures = g_array_new (FALSE, TRUE, sizeof (QgSheetPicture));
  sheet->legends = g_array_new (FALSE, TRUE, sizeof (QgSheetLegend));
  g_array_set_clear_func (sheet->lines, line_clear);
  g_array_set_clear_func (sheet->pictures, picture_clear);
  g_array_set_clear_func (sheet->legends, legend_clear);
  return sheet;
}

void
qg_sheet_free (QgSheet *sheet)
{
  g_array_unref (sheet->lines);
  g_array_unref (sheet->boxes);
  g_array_unref (sheet->pictures);
  g_array_unref (sheet->legends);
  g_free (sheet->title);
  g_free (sheet);
}

static void
note_least (double *least, double size)
{
  if (size > 0 && (*least <= 0 || size < *least))
    *least = size;
}

void
qg_sheet_add_line (QgSheet *sheet, const char *text, double size, gboolean bold, QgColor color,
                   QgAnchor anchor, double x, double baseline, const char *link)
{
  QgSheetLine line = { .text = qg_font_dup_clean (text, 0),
                       .x = x,
                       .baseline = baseline,
                       .size = size,
                       .bold = bold,
                       .anchor = anchor,
                       .color = color };

  line.width = qg_typeset_measure (line.text, size, bold);
  if (link != NULL && (*link == '#' || qg_link_is_safe (link)))
    line.link = g_strdup (link);
  g_array_append_val (sheet->lines, line);
  note_least (&sheet->least_notes, size);
}

/* Cuts @lines down to @max_lines; the last is set anew with '…', as many words as fit before it. */
static void
cut_lines (GPtrArray *lines, double size, gboolean bold, double width, guint max_lines)
{
  g_autoptr (GString) last = NULL;

  if (max_lines == 0 || lines->len <= max_lines)
    return;
  last = g_string_new (lines->pdata[max_lines - 1]);
  g_string_append (last, " …");
  while (qg_typeset_measure (last->str, size, bold) > width)
    {
      const char *end = last->str + last->len - strlen (" …");
      const char *before = g_utf8_find_prev_char (last->str, end);

      if (before == NULL)
        break;
      g_string_erase (last, before - last->str, end - before);
    }
  g_ptr_array_set_size (lines, (int) max_lines);
  g_free (lines->pdata[max_lines - 1]);
  lines->pdata[max_lines - 1] = g_strdup (last->str);
}

double
qg_sheet_add_paragraph (QgSheet *sheet, const char *text, double size, gboolean bold, QgColor color, double x,
                        double y, double width, guint max_lines, const char *link)
{
  g_autoptr (GPtrArray) lines = qg_typeset_wrap (text, size, bold, width);

  if (max_lines > 0 && lines->len > max_lines)
    sheet->clipped++;
  cut_lines (lines, size, bold, width, max_lines);
  for (guint i = 0; i < lines->len; i++)
    qg_sheet_add_line (sheet, lines->pdata[i], size, bold, color, QG_ANCHOR_START, x,
                       y + size * (QG_ASCENT + QG_LEADING * i), link);
  return lines->len * size * QG_LEADING;
}

double
qg_sheet_measure_paragraph (const char *text, double size, gboolean bold, double width, guint max_lines)
{
  g_autoptr (GPtrArray) lines = qg_typeset_wrap (text, size, bold, width);
  guint n = max_lines > 0 ? MIN (lines->len, max_lines) : lines->len;

  return n * size * QG_LEADING;
}

void
qg_sheet_add_box (QgSheet *sheet, const QgRect *rect, QgColor fill, QgColor stroke, double line_width)
{
  QgSheetBox box = { *rect, fill, stroke, line_width };

  g_array_append_val (sheet->boxes, box);
}

void
qg_sheet_add_rule (QgSheet *sheet, double x, double y, double width, QgColor color, double thickness)
{
  qg_sheet_add_box (sheet, &(QgRect){ x, y - thickness / 2, width, thickness }, color, 0, 0);
}

void
qg_sheet_add_picture (QgSheet *sheet, QgScene *scene, const QgRect *area, double max_scale,
                      const guint8 *node_emphases, const guint8 *edge_emphases, const guint *footnotes)
{
  QgRect bounds = qg_scene_get_bounds (scene);
  QgPart *part = qg_scene_get_part (scene);
  guint n_nodes = qg_part_get_entities (part).n, n_edges = qg_part_get_relations (part).n;
  QgSheetPicture picture = { .scene = qg_scene_ref (scene) };
  double width, height;

  picture.scale = fmin (area->width / (fmax (bounds.width, 1) + 2 * QG_SHEET_BORDER),
                        area->height / (fmax (bounds.height, 1) + 2 * QG_SHEET_BORDER));
  picture.scale = fmax (fmin (picture.scale, max_scale), 1e-4);
  width = bounds.width * picture.scale;
  height = bounds.height * picture.scale;
  picture.rect =
      (QgRect){ area->x + (area->width - width) / 2, area->y + (area->height - height) / 2, width, height };
  picture.node_emphases = g_memdup2 (node_emphases, n_nodes);
  picture.edge_emphases = g_memdup2 (edge_emphases, n_edges);
  picture.footnotes = g_memdup2 (footnotes, n_edges * sizeof (guint));
  g_array_append_val (sheet->pictures, picture);

  sheet->free_area += area->width * area->height;
  note_least (&sheet->least_text, qg_scene_get_smallest_text (scene) * picture.scale);
}

void
qg_sheet_add_legend (QgSheet *sheet, QgPart *part, const QgRect *rect, double size)
{
  QgSheetLegend legend = { qg_part_ref (part), *rect, size };

  g_array_append_val (sheet->legends, legend);
  note_least (&sheet->least_notes, size);
}
