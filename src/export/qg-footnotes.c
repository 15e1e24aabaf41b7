/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-footnotes.h"

#include <string.h>

#include "qg-painter.h"
#include "qg-words.h"

/* A set of citations that one or more relations rest on, in order of work and place. */
typedef struct
{
  QgCitation *items;
  guint n;
  guint number;
} Set;

static int
compare_citations (const QgCitation *a, const QgCitation *b)
{
  if (a->source != b->source)
    return a->source < b->source ? -1 : 1;
  return a->locator < b->locator ? -1 : a->locator > b->locator;
}

static int
sort_citations_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_citations (a, b);
}

static int
compare_sets (const Set *a, const Set *b)
{
  for (guint i = 0; i < a->n && i < b->n; i++)
    {
      int order = compare_citations (&a->items[i], &b->items[i]);

      if (order != 0)
        return order;
    }
  return a->n < b->n ? -1 : a->n > b->n;
}

static int
sort_sets_cb (gconstpointer a, gconstpointer b)
{
  return compare_sets (*(Set *const *) a, *(Set *const *) b);
}

static void
set_free (gpointer data)
{
  Set *set = data;

  g_free (set->items);
  g_free (set);
}

static guint
set_hash (gconstpointer key)
{
  const Set *set = key;
  guint hash = 5381;

  for (guint i = 0; i < set->n; i++)
    hash = hash * 33 + set->items[i].source * 1009 + set->items[i].locator;
  return hash;
}

static gboolean
set_equal (gconstpointer a, gconstpointer b)
{
  return compare_sets (a, b) == 0;
}

/* The set of @citations among @sets, added where it is new. */
static Set *
take_set (GHashTable *sets, const QgCitations *citations)
{
  Set *set = g_new0 (Set, 1);
  Set *known;

  set->n = citations->n;
  set->items = g_memdup2 (citations->items, citations->n * sizeof (QgCitation));
  if (set->n > 1)
    g_qsort_with_data (set->items, (int) set->n, sizeof (QgCitation), sort_citations_cb, NULL);
  known = g_hash_table_lookup (sets, set);
  if (known != NULL)
    {
      set_free (set);
      return known;
    }
  g_hash_table_add (sets, set);
  return set;
}

/* 'par. 45 («Мемлекеттік қызметті…»)': a place, where the work itself is named above it. */
static char *
dup_place (const QgMap *map, const QgCitation *citation, QgLang lang)
{
  static const QgWord names[QG_N_LOCATOR_KINDS] = {
    [QG_LOCATOR_PARAGRAPH] = QG_WORD_PARAGRAPH, [QG_LOCATOR_ARTICLE] = QG_WORD_ARTICLE,
    [QG_LOCATOR_PAGE] = QG_WORD_PAGE,           [QG_LOCATOR_FOOTNOTE] = QG_WORD_FOOTNOTE,
    [QG_LOCATOR_SECTION] = QG_WORD_SECTION,
  };
  const QgSource *source = qg_map_get_source (map, citation->source);
  const QgLocator *locator = &source->locators[citation->locator];
  g_autoptr (GString) words = NULL;
  g_autofree char *place = qg_word_dup_with (names[locator->kind], lang, locator->number);

  if (locator->words == NULL || *locator->words == '\0')
    return g_steal_pointer (&place);
  words = g_string_new (locator->words);
  if (lang == QG_LANG_EN)
    return g_strdup_printf ("%s (“%s…”)", place, words->str);
  /* Quotation marks within quotation marks. */
  g_string_replace (words, "«", "„", 0);
  g_string_replace (words, "»", "“", 0);
  return g_strdup_printf ("%s («%s…»)", place, words->str);
}

/* 'Title (author, year)'. */
static char *
dup_work (const QgMap *map, guint number, QgLang lang)
{
  const QgSource *source = qg_map_get_source (map, number);
  g_autofree char *title = qg_text_dup_marked (source->title, lang);
  g_autoptr (GString) text = g_string_new (title);

  if (source->author != NULL && source->year != NULL)
    g_string_append_printf (text, " (%s, %s)", source->author, source->year);
  else if (source->author != NULL || source->year != NULL)
    g_string_append_printf (text, " (%s)", source->author != NULL ? source->author : source->year);
  if (source->url != NULL)
    g_string_append_printf (text, ". %s", source->url);
  if (!source->listed)
    g_string_append_printf (text, " — %s", qg_word (QG_WORD_UNLISTED, lang));
  return g_strdup (text->str);
}

static void
add_note (QgFootnotes *notes, guint number, char *text, const char *link)
{
  QgFootnote note = { number, text, link != NULL && qg_link_is_safe (link) ? g_strdup (link) : NULL };

  g_array_append_val (notes->notes, note);
}

/* The text of one set, under a heading that names the work @above. */
static char *
dup_set_text (const QgMap *map, const Set *set, guint above, QgLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < set->n; i++)
    {
      g_autofree char *one = set->items[i].source == above && set->items[i].locator != QG_NONE
                                 ? dup_place (map, &set->items[i], lang)
                                 : qg_citation_dup_text (map, &set->items[i], lang);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", one);
    }
  return g_strdup (text->str);
}

static void
footnote_clear (gpointer data)
{
  QgFootnote *note = data;

  g_free (note->text);
  g_free (note->link);
}

QgFootnotes *
qg_footnotes_new (QgMap *map, QgLang lang)
{
  QgFootnotes *notes = g_new0 (QgFootnotes, 1);

  notes->map = qg_map_ref (map);
  notes->lang = lang;
  notes->sets = g_hash_table_new_full (set_hash, set_equal, set_free, NULL);
  notes->notes = g_array_new (FALSE, TRUE, sizeof (QgFootnote));
  g_array_set_clear_func (notes->notes, footnote_clear);
  return notes;
}

void
qg_footnotes_free (QgFootnotes *notes)
{
  qg_map_unref (notes->map);
  g_hash_table_unref (notes->sets);
  g_array_unref (notes->notes);
  g_free (notes);
}

/* The citations of an edge that bears a number; NULL for one that does not. */
static const QgCitations *
get_citations (const QgPart *part, QgNumbers relations, guint edge, const guint8 *emphases)
{
  const QgCitations *citations =
      &qg_map_get_relation (qg_part_get_map (part), relations.items[edge])->citations;

  if (citations->n == 0 || (emphases != NULL && emphases[edge] == QG_EMPHASIS_HIDDEN))
    return NULL;
  return citations;
}

void
qg_footnotes_add_part (QgFootnotes *notes, const QgPart *part, const guint8 *edge_emphases)
{
  QgNumbers relations = qg_part_get_relations (part);

  for (guint i = 0; i < relations.n; i++)
    {
      const QgCitations *citations = get_citations (part, relations, i, edge_emphases);

      if (citations != NULL)
        take_set (notes->sets, citations);
    }
}

void
qg_footnotes_add_citations (QgFootnotes *notes, const QgCitations *citations)
{
  for (guint i = 0; i < citations->n; i++)
    take_set (notes->sets, &(QgCitations){ 1, &citations->items[i] });
}

guint *
qg_footnotes_dup_edges (const QgFootnotes *notes, const QgPart *part, const guint8 *edge_emphases)
{
  QgNumbers relations = qg_part_get_relations (part);
  guint *edges = g_new0 (guint, MAX (relations.n, 1));

  for (guint i = 0; i < relations.n; i++)
    {
      const QgCitations *citations = get_citations (part, relations, i, edge_emphases);

      edges[i] = citations != NULL ? take_set (notes->sets, citations)->number : 0;
    }
  return edges;
}

/* Room for the numbers, from a note's left edge to its words. */
static double
get_indent (const QgFootnotes *notes, double size)
{
  return notes->notes->len > 100 ? size * 2.6 : size * 1.9;
}

static void
measure_widest (QgFootnotes *notes)
{
  /* Pango measures in whole pixels of a small type less exactly. */
  const double size = 100;

  for (guint i = 0; i < notes->notes->len; i++)
    {
      const QgFootnote *note = &g_array_index (notes->notes, QgFootnote, i);
      double indent = note->number > 0 ? get_indent (notes, 1) : 0;

      notes->widest =
          fmax (notes->widest, qg_typeset_measure_widest (note->text, size, FALSE) / size + indent);
    }
}

/* Numbers the sets in order and writes the list: each work as a heading, its places below. */
void
qg_footnotes_number (QgFootnotes *notes)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;
  guint above = QG_NONE;

  g_hash_table_iter_init (&iter, notes->sets);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (order, key);
  g_ptr_array_sort (order, sort_sets_cb);
  for (guint i = 0; i < order->len; i++)
    {
      Set *set = order->pdata[i];
      guint source = set->items[0].source;
      const char *url = qg_map_get_source (notes->map, source)->url;

      if (source != above && set->items[0].locator != QG_NONE)
        {
          above = source;
          add_note (notes, 0, dup_work (notes->map, above, notes->lang), url);
        }
      set->number = i + 1;
      if (set->n == 1 && set->items[0].locator == QG_NONE)
        add_note (notes, set->number, dup_work (notes->map, source, notes->lang), url);
      else
        add_note (notes, set->number, dup_set_text (notes->map, set, above, notes->lang), url);
    }
  measure_widest (notes);
}

double
qg_footnotes_get_least_width (const QgFootnotes *notes, double size)
{
  return notes->widest * size;
}

static guint
get_n_columns (const QgFootnotes *notes, double size, double width)
{
  guint fit = (guint) (width / (size * 26));

  return CLAMP (MIN (fit, (notes->notes->len + 1) / 2), 1, 6);
}

static double
measure_note (const QgFootnotes *notes, const QgFootnote *note, double size, double width)
{
  double indent = note->number > 0 ? get_indent (notes, size) : 0;

  return qg_sheet_measure_paragraph (note->text, size, FALSE, width - indent, 0);
}

/* Fills the columns one after the other, none higher than @limit; returns how many columns that takes. A
 * heading is not left alone at the foot of a column. @tops: (nullable): where each note begins. */
static guint
fill_columns (const QgFootnotes *notes, const double *heights, double limit, guint *columns, double *tops)
{
  guint column = 0;
  double y = 0;

  for (guint i = 0; i < notes->notes->len; i++)
    {
      gboolean heading = g_array_index (notes->notes, QgFootnote, i).number == 0;
      double need = heights[i] + (heading && i + 1 < notes->notes->len ? heights[i + 1] : 0);

      if (y > 0 && y + need > limit + 1e-6)
        {
          column++;
          y = 0;
        }
      if (tops != NULL)
        {
          columns[i] = column;
          tops[i] = y;
        }
      y += heights[i];
    }
  return column + 1;
}

/* The least height in which the list goes into its columns. */
static double
balance (const QgFootnotes *notes, double size, double width, guint *n_columns, double *heights)
{
  double gap = size * 2, total = 0, low = 0, high;
  double column_width;

  *n_columns = get_n_columns (notes, size, width);
  column_width = (width - gap * (*n_columns - 1)) / *n_columns;
  for (guint i = 0; i < notes->notes->len; i++)
    {
      heights[i] = measure_note (notes, &g_array_index (notes->notes, QgFootnote, i), size, column_width);
      total += heights[i];
      low = fmax (low, heights[i]);
    }
  high = total;
  while (high - low > size / 8)
    {
      double middle = (low + high) / 2;

      if (fill_columns (notes, heights, middle, NULL, NULL) <= *n_columns)
        high = middle;
      else
        low = middle;
    }
  return high;
}

double
qg_footnotes_measure (const QgFootnotes *notes, double size, double width)
{
  g_autofree double *heights = g_new0 (double, MAX (notes->notes->len, 1));
  guint n_columns;

  return notes->notes->len > 0 ? balance (notes, size, width, &n_columns, heights) : 0;
}

void
qg_footnotes_place (const QgFootnotes *notes, QgSheet *sheet, double size, double x, double y, double width)
{
  const QgTheme *theme = qg_theme_get (sheet->theme);
  guint n = notes->notes->len, n_columns;
  g_autofree double *heights = g_new0 (double, MAX (n, 1));
  g_autofree double *tops = g_new0 (double, MAX (n, 1));
  g_autofree guint *columns = g_new0 (guint, MAX (n, 1));
  double limit, column_width;

  if (n == 0)
    return;
  limit = balance (notes, size, width, &n_columns, heights);
  fill_columns (notes, heights, limit, columns, tops);
  column_width = (width - size * 2 * (n_columns - 1)) / n_columns;
  for (guint i = 0; i < n; i++)
    {
      const QgFootnote *note = &g_array_index (notes->notes, QgFootnote, i);
      double left = x + columns[i] * (column_width + size * 2), top = y + tops[i];
      double indent = note->number > 0 ? get_indent (notes, size) : 0;

      if (note->number > 0)
        {
          g_autofree char *number = g_strdup_printf ("%u", note->number);

          qg_sheet_add_line (sheet, number, size, TRUE, theme->ink, QG_ANCHOR_END,
                             left + indent - size * 0.55, top + size * QG_ASCENT, NULL);
        }
      /* A heading stands out by its place alone: a long title in bold would outweigh the picture. */
      qg_sheet_add_paragraph (sheet, note->text, size, FALSE, theme->ink, left + indent, top,
                              column_width - indent, 0, note->link);
    }
}
