/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-legend.h"

#include <math.h>

#include "qg-symbols.h"
#include "qg-words.h"

/* Lengths as shares of the size of type. */
#define SWATCH_WIDTH 2.4
#define SWATCH_HEIGHT 1.35
#define SWATCH_GAP 0.4
#define COLUMN_GAP 1.05
#define LINE 1.75

GArray *
qg_legend_new_entries (const QgPart *part)
{
  const QgMap *map = qg_part_get_map (part);
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);
  g_autofree guint *kinds = g_new0 (guint, MAX (qg_map_get_n_kinds (map), 1));
  guint statements[QG_N_STATEMENTS] = { 0 }, n_denials = 0;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (QgLegendEntry));

  for (guint i = 0; i < entities.n; i++)
    kinds[qg_map_get_entity (map, entities.items[i])->kind]++;
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, relations.items[i]);

      /* What stands for statements of several kinds is of none: nobody left its kind unsaid. */
      if (!qg_map_is_mixed (map, relations.items[i]))
        statements[relation->statement]++;
      n_denials += relation->denial ? 1 : 0;
    }
  for (guint i = 0; i < qg_map_get_n_kinds (map); i++)
    if (kinds[i] > 0)
      g_array_append_val (entries, ((QgLegendEntry){ QG_LEGEND_KIND, i, kinds[i] }));
  /* Where a map never says what its statements are, there is nothing to explain. */
  for (guint i = 0; i < QG_N_STATEMENTS; i++)
    if (statements[i] > 0 && (i != QG_STATEMENT_UNSTATED || statements[i] < relations.n))
      g_array_append_val (entries, ((QgLegendEntry){ QG_LEGEND_STATEMENT, i, statements[i] }));
  if (n_denials > 0)
    g_array_append_val (entries, ((QgLegendEntry){ QG_LEGEND_DENIAL, 0, n_denials }));
  return entries;
}

char *
qg_legend_dup_name (const QgMap *map, const QgLegendEntry *entry, QgLang lang)
{
  switch (entry->role)
    {
    case QG_LEGEND_KIND:
      {
        g_autofree char *name = qg_text_dup_marked (qg_map_get_kind (map, entry->value)->name, lang);

        return qg_font_dup_clean (name, 60);
      }
    case QG_LEGEND_STATEMENT:
      return g_strdup (qg_word_statement ((QgStatement) entry->value, lang));
    case QG_LEGEND_DENIAL:
    default:
      return g_strdup (qg_word (QG_WORD_DENIAL, lang));
    }
}

/* Of lines, borders and arrowheads: they are as wide as in a picture until type is larger than on a slide,
 * and grow with it then, or a poster's legend would show hairs. */
static double
get_growth (const QgRect *box)
{
  return fmax (1, box->height / (12 * SWATCH_HEIGHT));
}

static void
paint_kind (const QgMap *map, guint number, const QgTheme *theme, QgBackend *backend, const QgRect *box)
{
  const QgKind *kind = qg_map_get_kind (map, number);
  QgNodeColors colors = qg_theme_get_node_colors (theme, kind);
  double size = MIN (box->width, box->height) * 0.72;
  double border = colors.border_width * get_growth (box);
  QgRect inside = qg_rect_grow (box, -border / 2);

  qg_backend_rect (backend, &inside, colors.radius * box->height / 26, colors.fill, colors.border,
                   border * 0.8);
  qg_symbol_paint (backend, kind->symbol, box->x + (box->width - size) / 2, box->y + (box->height - size) / 2,
                   size, colors.symbol);
}

static void
paint_line (const QgTheme *theme, QgBackend *backend, const QgRect *box, const QgLineStyle *style,
            gboolean denial)
{
  double y = box->y + box->height / 2, right = box->x + box->width, grow = get_growth (box), head = 6 * grow;
  double width = style->width * grow;
  QgColor color = denial ? theme->denial : theme->edge;
  double dashes[6];
  QgStroke stroke = { color, width, dashes, style->n_dashes };
  g_auto (QgPath) path = QG_PATH_INIT;

  for (guint i = 0; i < style->n_dashes; i++)
    dashes[i] = style->dashes[i] * width;
  qg_path_move (&path, box->x, y);
  qg_path_line (&path, right - head + grow, y);
  qg_backend_stroke (backend, &path, &stroke);
  if (style->doubled)
    qg_backend_stroke (backend, &path,
                       &(QgStroke){ theme->background, (style->width - 2.1) * grow, NULL, 0 });
  qg_path_clear (&path);
  qg_path_move (&path, right, y);
  qg_path_line (&path, right - head, y - 2.5 * grow);
  qg_path_line (&path, right - head, y + 2.5 * grow);
  qg_path_close (&path);
  qg_backend_fill (backend, &path, color);
  if (!denial)
    return;
  qg_path_clear (&path);
  qg_path_move (&path, box->x + box->width * 0.4, y - 4.5 * grow);
  qg_path_line (&path, box->x + box->width * 0.4, y + 4.5 * grow);
  qg_backend_stroke (backend, &path, &(QgStroke){ color, 2 * grow, NULL, 0 });
}

void
qg_legend_paint_swatch (const QgMap *map, const QgLegendEntry *entry, const QgTheme *theme,
                        QgBackend *backend, const QgRect *box)
{
  if (entry->role == QG_LEGEND_KIND)
    paint_kind (map, entry->value, theme, backend, box);
  else if (entry->role == QG_LEGEND_STATEMENT)
    paint_line (theme, backend, box, qg_theme_get_line_style (theme, (QgStatement) entry->value), FALSE);
  else
    paint_line (theme, backend, box, qg_theme_get_line_style (theme, QG_STATEMENT_FACT), TRUE);
}

typedef struct
{
  const QgPart *part;
  const GArray *entries;
  QgLang lang;
  const QgTheme *theme;
  QgBackend *backend; /* nullable: only to be measured */
  double x, y, width, size;
  gboolean turns; /* statements begin a line of their own */
} Legend;

static void
paint_entry (const Legend *legend, const QgLegendEntry *entry, const char *name, double x, double y,
             double swatch)
{
  const QgMap *map = qg_part_get_map (legend->part);
  QgFont font = { QG_FACE_REGULAR, legend->size };
  QgRect box = { x, y + font.size * (LINE - SWATCH_HEIGHT) / 2, swatch, font.size * SWATCH_HEIGHT };

  qg_legend_paint_swatch (map, entry, legend->theme, legend->backend, &box);
  qg_backend_text (legend->backend, font, x + swatch + font.size * SWATCH_GAP,
                   y + font.size * (LINE / 2 + 0.33), QG_ANCHOR_START, name, legend->theme->ink);
}

/* Entries run along lines, kinds first; lines begin anew where the width is used up. Paints where there is a
 * backend, and tells the size. */
static QgSize
run (const Legend *legend)
{
  const GArray *entries = legend->entries;
  QgFont font = { QG_FACE_REGULAR, legend->size };
  double at = 0, line = 0, widest = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const QgLegendEntry *entry = &g_array_index (entries, QgLegendEntry, i);
      g_autofree char *name = qg_legend_dup_name (qg_part_get_map (legend->part), entry, legend->lang);
      double swatch = font.size * (entry->role == QG_LEGEND_KIND ? 1.55 : SWATCH_WIDTH);
      double needs = swatch + font.size * SWATCH_GAP + qg_font_get_width (font, name, -1);
      gboolean first = i > 0 && entry->role != QG_LEGEND_KIND && entry[-1].role == QG_LEGEND_KIND;

      if (first && at > 0)
        at += font.size * COLUMN_GAP;
      if (at > 0 && ((first && legend->turns) || at + needs > legend->width))
        {
          at = 0;
          line += font.size * LINE;
        }
      if (legend->backend != NULL)
        paint_entry (legend, entry, name, legend->x + at, legend->y + line, swatch);
      widest = MAX (widest, at + needs);
      at += needs + font.size * COLUMN_GAP;
    }
  return (QgSize){ widest, entries->len > 0 ? line + font.size * LINE : 0 };
}

/* Statements have a line of their own unless they fit behind the kinds and that saves one. */
static QgSize
lay_out (Legend legend)
{
  QgBackend *backend = legend.backend;
  QgSize together, apart;

  legend.backend = NULL;
  together = run (&legend);
  legend.turns = TRUE;
  apart = run (&legend);
  if (together.height < apart.height)
    legend.turns = FALSE;
  legend.backend = backend;
  if (backend != NULL)
    run (&legend);
  return legend.turns ? apart : together;
}

typedef struct
{
  double width, font_size;
  QgSize size;
} Measured;

struct _QgLegendSizes
{
  QgPart *part;
  QgLang lang;
  GArray *entries;
  GArray *measured; /* Measured */
};

QgLegendSizes *
qg_legend_sizes_new (QgPart *part, QgLang lang)
{
  QgLegendSizes *sizes = g_new (QgLegendSizes, 1);

  *sizes = (QgLegendSizes){ qg_part_ref (part), lang, qg_legend_new_entries (part),
                            g_array_new (FALSE, FALSE, sizeof (Measured)) };
  return sizes;
}

void
qg_legend_sizes_free (QgLegendSizes *sizes)
{
  qg_part_unref (sizes->part);
  g_array_unref (sizes->entries);
  g_array_unref (sizes->measured);
  g_free (sizes);
}

QgSize
qg_legend_sizes_get (QgLegendSizes *sizes, double width, double font_size)
{
  Measured measured = { width, font_size, { 0, 0 } };

  for (guint i = 0; i < sizes->measured->len; i++)
    {
      const Measured *known = &g_array_index (sizes->measured, Measured, i);

      if (fabs (known->width - width) < 1e-9 && fabs (known->font_size - font_size) < 1e-9)
        return known->size;
    }
  measured.size = lay_out (
      (Legend){ sizes->part, sizes->entries, sizes->lang, NULL, NULL, 0, 0, width, font_size, FALSE });
  g_array_append_val (sizes->measured, measured);
  return measured.size;
}

void
qg_legend_paint (const QgPart *part, QgLang lang, const QgTheme *theme, QgBackend *backend, double x,
                 double y, double width, double font_size)
{
  g_autoptr (GArray) entries = qg_legend_new_entries (part);

  lay_out ((Legend){ part, entries, lang, theme, backend, x, y, width, font_size, FALSE });
}
