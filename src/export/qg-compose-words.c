/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Pages of words: the outline of a tour, the list of all sources; and words that go on over pages. */

#include "qg-compose-private.h"
#include "qg-words.h"

typedef struct
{
  QgMap *map;
  const char *title;
  const char *continued; /* the same on later sheets */
  guint first;           /* the number of the first sheet; 0: they bear none */
  const QgExportOptions *options;
  QgPageType type;
  QgPage size;
  GPtrArray *sheets;
  QgSheet *sheet;            /* the last of them */
  QgRect column;             /* that is being filled */
  guint n_columns, n_filled; /* on a sheet; of those, the ones that are full */
  double y;
} Flow;

/* Between two columns. */
static double
get_gap (const Flow *flow)
{
  return flow->type.body * 2.5;
}

static QgRect
get_column (const Flow *flow, const char *title, const char *place)
{
  const QgPageType *type = &flow->type;
  double width = flow->size.width - 2 * type->margin;
  double above = qg_compose_measure_title (title, type, width);
  double below = qg_compose_measure_footer (flow->map, flow->options, place, type, width);
  /* A line of more than some 80 letters is hard to read. */
  double measure = flow->n_columns > 1 ? (width - get_gap (flow) * (flow->n_columns - 1)) / flow->n_columns
                                       : fmin (width, type->body * 44);

  above += above > 0 ? type->body * 0.5 : 0;
  return (QgRect){ type->margin, type->margin + above, measure,
                   flow->size.height - 2 * type->margin - above - below };
}

static void
new_sheet (Flow *flow)
{
  gboolean first = flow->sheets->len == 0;
  const char *title = first ? flow->title : flow->continued;
  g_autofree char *place = flow->first > 0 ? g_strdup_printf ("%u", flow->first + flow->sheets->len) : NULL;

  flow->sheet = qg_sheet_new (&flow->size, flow->options->theme, flow->options->lang);
  g_ptr_array_add (flow->sheets, flow->sheet);
  if (first)
    flow->sheet->title = g_strdup (title);
  qg_compose_add_title (flow->sheet, title, &flow->type);
  qg_compose_add_footer (flow->sheet, flow->map, flow->options, place, &flow->type);
  flow->column = get_column (flow, title, place);
  flow->n_filled = 0;
  flow->y = flow->column.y;
}

/* Makes sure of @need points of height, in the next column or on a new sheet if there is no room in this one.
 */
static void
make_room (Flow *flow, double need)
{
  if (flow->y + need <= flow->column.y + flow->column.height + 1e-6 || flow->y <= flow->column.y)
    return;
  if (++flow->n_filled >= flow->n_columns)
    {
      new_sheet (flow);
      return;
    }
  flow->column.x += flow->column.width + get_gap (flow);
  flow->y = flow->column.y;
}

/* Words of any length, @indent points from the column's left edge: what has no room in it goes on in the
 * next one. */
static void
add_paragraph (Flow *flow, const char *text, gboolean bold, double indent, double width, const char *link)
{
  double size = flow->type.body;
  g_autoptr (GPtrArray) lines = qg_typeset_wrap (text, size, bold, width);

  for (guint i = 0; i < lines->len; i++)
    {
      make_room (flow, size * QG_LEADING);
      qg_sheet_add_line (flow->sheet, lines->pdata[i], size, bold, qg_theme_get (flow->options->theme)->ink,
                         QG_ANCHOR_START, flow->column.x + indent, flow->y + size * QG_ASCENT, link);
      flow->y += size * QG_LEADING;
    }
}

static void
add_entry (Flow *flow, const QgComposeEntry *entry, double indent)
{
  const QgTheme *theme = qg_theme_get (flow->options->theme);
  double size = flow->type.body, right = 0, left;
  double width, need;

  indent = entry->heading ? 0 : indent;
  width = flow->column.width - indent;

  if (entry->right != NULL)
    right = qg_typeset_measure (entry->right, size, FALSE) + size * 2;
  need = qg_sheet_measure_paragraph (entry->text, size, entry->heading, width - right, 0);
  /* A heading goes with the line below it. */
  make_room (flow, entry->heading ? need + size * 2.5 : need);
  left = flow->column.x + indent;
  if (entry->heading && flow->y > flow->column.y)
    flow->y += size * 0.6;
  if (entry->mark != NULL)
    qg_sheet_add_line (flow->sheet, entry->mark, size, TRUE, theme->ink, QG_ANCHOR_END, left - size * 0.6,
                       flow->y + size * QG_ASCENT, entry->link);
  if (entry->right != NULL)
    qg_sheet_add_line (flow->sheet, entry->right, size, FALSE, theme->ink_dim, QG_ANCHOR_END,
                       flow->column.x + flow->column.width, flow->y + size * QG_ASCENT, entry->link);
  add_paragraph (flow, entry->text, entry->heading, indent, width - right, entry->link);
  flow->y += size * 0.45;
}

/* Whether a sheet has room for two columns of lines that are no shorter than those of a book. */
static gboolean
takes_columns (const Flow *flow, const QgComposeEntry *entries, guint n)
{
  double width = flow->size.width - 2 * flow->type.margin;

  for (guint i = 0; i < n; i++)
    if (entries[i].right != NULL)
      return FALSE;
  return (width - get_gap (flow)) / 2 >= flow->type.body * 26;
}

/* All of it with its body's type in this size: (transfer full). */
static GPtrArray *
fill (const Flow *blank, const char *lead, const QgComposeEntry *entries, guint n, guint n_columns,
      double size)
{
  Flow flow = *blank;
  double indent = 0;

  flow.n_columns = n_columns;
  flow.type.body = size;
  flow.sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_sheet_free);
  for (guint i = 0; i < n; i++)
    if (entries[i].mark != NULL)
      indent = fmax (indent, qg_typeset_measure (entries[i].mark, size, TRUE) + size * 0.6);
  new_sheet (&flow);
  if (lead != NULL && *lead != '\0')
    {
      add_paragraph (&flow, lead, FALSE, 0, flow.column.width, NULL);
      flow.y += size;
    }
  for (guint i = 0; i < n; i++)
    add_entry (&flow, &entries[i], indent);
  return flow.sheets;
}

GPtrArray *
qg_compose_words (QgMap *map, const char *title, const char *lead, const QgComposeEntry *entries, guint n,
                  guint first, const QgExportOptions *options)
{
  gboolean titled = title != NULL && *title != '\0';
  g_autofree char *continued =
      titled ? qg_word_dup_with (QG_WORD_CONTINUED, options->lang, title) : g_strdup ("");
  Flow flow = { .map = map,
                .title = title,
                .continued = continued,
                .first = first,
                .options = options,
                .size = options->page };
  g_autoptr (GPtrArray) sheets = NULL;
  guint n_columns = 1;
  double least;

  /* Words do not fit a picture that is not there: they get an ordinary sheet. */
  if (flow.size.width <= 0)
    qg_page_from_name ("a4", TRUE, &flow.size, NULL);
  least = qg_page_get_least_text (flow.size.medium);
  flow.type = qg_compose_get_type (options, &flow.size);
  flow.type = qg_compose_get_readable_type (&flow.type, &flow.size);
  flow.type.body = fmax (flow.type.body, least);
  sheets = fill (&flow, lead, entries, n, 1, flow.type.body);
  if (sheets->len > 1 && takes_columns (&flow, entries, n))
    {
      n_columns = 2;
      g_clear_pointer (&sheets, g_ptr_array_unref);
      sheets = fill (&flow, lead, entries, n, n_columns, flow.type.body);
    }
  /* A few lines are no page of their own: a little smaller they may have room on the one before. */
  for (guint i = 1; i <= 4 && sheets->len > 1; i++)
    {
      g_autoptr (GPtrArray) smaller =
          fill (&flow, lead, entries, n, n_columns, fmax (flow.type.body * (1 - 0.04 * i), least));

      if (smaller->len < sheets->len)
        return g_steal_pointer (&smaller);
    }
  return g_steal_pointer (&sheets);
}

/* What is said to a picture takes no more of the height that both have. */
#define WORDS_SHARE 0.5

GPtrArray *
qg_compose_split_words (QgMap *map, const char *title, const char *words, const QgExportOptions *options)
{
  QgPageType type = qg_compose_get_type (options, &options->page);
  double width, height;

  type = qg_compose_get_readable_type (&type, &options->page);
  width = options->page.width - 2 * type.margin;
  height = options->page.height - 2 * type.margin -
           qg_compose_measure_title (options->title ? title : NULL, &type, width) -
           qg_compose_measure_footer (map, options, "99", &type, width);
  return qg_typeset_split (words, type.body, FALSE, width,
                           (guint) fmax (height * WORDS_SHARE / (type.body * QG_LEADING), 1));
}
