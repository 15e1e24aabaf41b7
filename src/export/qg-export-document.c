/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-document.h"

#include "qg-compose.h"
#include "qg-footnotes.h"
#include "qg-words.h"

typedef struct
{
  const QgExportPlan *plan;
  const QgExportOptions *options;
  GPtrArray *sheets;
  QgFootnotes *notes; /* the document's; NULL where every page has its own or there are none */
  guint first;        /* the page of the first picture, from 1 */
  guint n_pictures;   /* pages with pictures */
  guint *n_pages;     /* of each item on pages of its own: 1, or 2 where all of it comes first */
} Document;

static const QgExportItem *
get_item (const Document *document, guint n)
{
  return &g_array_index (document->plan->items, QgExportItem, n);
}

static void
take_sheets (Document *document, GPtrArray *sheets)
{
  g_ptr_array_extend_and_steal (document->sheets, sheets);
}

static QgExportPage
get_page (const Document *document, guint n)
{
  const QgExportItem *item = get_item (document, n);
  gboolean words = document->plan->request.words || document->plan->request.handout > 0;

  return (QgExportPage){
    .scene = item->scene,
    .title = item->title,
    .words = words ? item->words : NULL,
    .citations = item->citations,
    .footnotes = document->notes,
    .node_emphases = item->node_emphases,
    .edge_emphases = item->edge_emphases,
    .nested = document->plan->items->len > 1,
  };
}

/* All of what a step shows, as it is on screen, without what is said to it. */
static QgExportPage
get_whole_page (const Document *document, guint n)
{
  const QgExportSeen *whole = &get_item (document, n)->whole;
  QgExportPage page = get_page (document, n);

  page.scene = whole->scene;
  page.words = NULL;
  page.citations = NULL;
  page.node_emphases = whole->node_emphases;
  page.edge_emphases = whole->edge_emphases;
  return page;
}

/* A step that has no room for all of its picture beside what is said to it has it on a page before, readable
 * or not: a person first sees where they are, then what it is about, and nothing that is on screen is
 * missing.
 */
static gboolean
shows_whole_first (const Document *document, guint n)
{
  const QgExportItem *item = get_item (document, n);

  return item->whole.scene != NULL &&
         qg_part_get_entities (item->part).n < qg_part_get_entities (qg_scene_get_part (item->whole.scene)).n;
}

static void
count_pages (Document *document)
{
  guint n = document->plan->items->len, per_sheet = document->plan->request.handout;

  document->n_pages = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      document->n_pages[i] = per_sheet == 0 && shows_whole_first (document, i) ? 2 : 1;
      document->n_pictures += document->n_pages[i];
    }
  if (per_sheet > 0)
    document->n_pictures = (n + per_sheet - 1) / per_sheet;
}

/* Where a page is: its number in a document, "3 / 8" among files of their own; NULL where it is the only one.
 */
static char *
dup_place (const Document *document, guint picture)
{
  guint n = document->n_pictures;
  gboolean listed = document->notes != NULL && document->notes->notes->len > 0;

  if (qg_format_holds_pages (document->plan->request.format))
    return document->first > 1 || n > 1 || listed ? g_strdup_printf ("%u", document->first + picture) : NULL;
  return n > 1 ? g_strdup_printf ("%u / %u", picture + 1, n) : NULL;
}

/* The first page of a document of several: what is in it, and where. */
static GPtrArray *
compose_outline (const Document *document, guint first)
{
  const QgExportPlan *plan = document->plan;
  guint n = plan->items->len, per_sheet = MAX (plan->request.handout, 1), n_entries = 0;
  g_autofree QgComposeEntry *entries = g_new0 (QgComposeEntry, MAX (n, 1));
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lead =
      qg_text_dup_marked (plan->tour != NULL ? plan->tour->description : qg_map_get_description (plan->map),
                          document->options->lang);

  for (guint i = 0, own = first; i < n; own += document->n_pages[i++])
    {
      guint page = plan->request.handout > 0 ? first + i / per_sheet : own;
      char *link, *right;

      if (get_item (document, i)->goes_on)
        continue;
      link = g_strdup_printf ("#%u", page);
      right = g_strdup_printf ("%u", page);
      g_ptr_array_add (strings, link);
      g_ptr_array_add (strings, right);
      entries[n_entries++] =
          (QgComposeEntry){ .text = get_item (document, i)->title, .right = right, .link = link };
    }
  return qg_compose_words (plan->map, plan->title, lead, entries, n_entries, 1, document->options);
}

static void
add_outline (Document *document)
{
  GPtrArray *sheets = compose_outline (document, 2);

  /* It says on which page each picture is, so its own length must be known first. */
  document->first = sheets->len + 1;
  if (sheets->len > 1)
    {
      g_ptr_array_unref (sheets);
      sheets = compose_outline (document, document->first);
    }
  take_sheets (document, sheets);
}

/* A view that nobody could read on a slide or a small sheet has a page of its own among the others: the one
 * that the map gives it, else the smallest sheet on which it can be read, or the largest there is. */
static QgSheet *
compose_on_own_page (const Document *document, guint n, const QgExportPage *page)
{
  static const char *const sizes[] = { NULL, "a3", "a2", "a1", "a0" };
  guint view = qg_part_get_view (get_item (document, n)->part);
  const char *named = view != QG_NONE ? qg_map_get_view (document->plan->map, view)->page : NULL;
  QgExportOptions options = *document->options;
  g_autoptr (QgSheet) sheet = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const char *name = i == 0 ? named : sizes[i];

      if (name == NULL || !qg_page_from_name (name, TRUE, &options.page, NULL) ||
          options.page.width <= document->options->page.width)
        continue;
      g_clear_pointer (&sheet, qg_sheet_free);
      sheet = qg_compose_page (page, &options);
      if (i == 0 || sheet->least_text >= qg_page_get_least_text (sheet->medium))
        break;
    }
  return g_steal_pointer (&sheet);
}

/* What is much too small is no picture any more. */
#define HOPELESS 0.7

static QgSheet *
compose_picture (const Document *document, guint n, const QgExportPage *page)
{
  QgSheet *sheet = qg_compose_page (page, document->options), *own = NULL;

  if (document->plan->request.scope == QG_EXPORT_ALL_VIEWS && sheet->least_text > 0 &&
      sheet->least_text < HOPELESS * qg_page_get_least_text (sheet->medium))
    own = compose_on_own_page (document, n, page);
  if (own == NULL)
    return sheet;
  qg_sheet_free (sheet);
  return own;
}

/* How much of its size the picture of @full, which must carry its sources itself, has lost to them. */
static double
get_kept (const QgSheet *full, const QgSheet *bare)
{
  return g_array_index (full->pictures, QgSheetPicture, 0).scale /
         g_array_index (bare->pictures, QgSheetPicture, 0).scale;
}

/* Whether what cannot be read on @full is larger where its sources stand elsewhere. */
static gboolean
would_gain (const QgSheet *full, const QgSheet *bare)
{
  double least = qg_page_get_least_text (full->medium) - 0.05;

  return (full->least_notes < least && bare->least_notes > full->least_notes) ||
         (full->least_text < least && get_kept (full, bare) < 0.98);
}

static QgSheet *
compose_bare (const Document *document, const QgExportPage *page)
{
  QgExportOptions without = *document->options;

  without.sources = FALSE;
  return qg_compose_page (page, &without);
}

/* Whether a page that must carry its sources itself would do so at too high a price: the picture would lose a
 * fifth of its size, or anything at all where its words are too small as it is; they would be too small to be
 * read, or they have no room at all. */
static gboolean
sources_crowd_page (const Document *document)
{
  QgExportPage page = get_page (document, 0);
  g_autoptr (QgSheet) full = qg_compose_page (&page, document->options),
                      bare = compose_bare (document, &page);

  return full->notes_apart || would_gain (full, bare) || get_kept (full, bare) < 0.8;
}

/* In a format that has no other page for them. */
static gboolean
is_crowded (const Document *document, const QgExportPage *page, const QgSheet *sheet)
{
  g_autoptr (QgSheet) bare = NULL;

  if (!sheet->notes_here || qg_format_holds_pages (document->plan->request.format))
    return FALSE;
  bare = compose_bare (document, page);
  return would_gain (sheet, bare);
}

static void
add_pictures (Document *document)
{
  guint n = 0;

  for (guint i = 0; i < document->plan->items->len; i++)
    for (guint k = 0; k < document->n_pages[i]; k++)
      {
        gboolean last = k + 1 == document->n_pages[i];
        QgExportPage page = last ? get_page (document, i) : get_whole_page (document, i);
        g_autofree char *place = dup_place (document, n++), *continued = NULL;
        QgSheet *sheet;

        if (k > 0)
          page.title = continued = qg_word_dup_with (QG_WORD_CONTINUED, document->options->lang, page.title);
        page.place = place;
        sheet = compose_picture (document, i, &page);
        /* The document's outline names the step once. */
        sheet->outlined = k == 0 && !get_item (document, i)->goes_on;
        sheet->notes_crowd = is_crowded (document, &page, sheet);
        g_ptr_array_add (document->sheets, sheet);
      }
}

static void
add_handouts (Document *document)
{
  guint per_sheet = document->plan->request.handout, n = document->plan->items->len;

  for (guint i = 0; i < n; i += per_sheet)
    {
      QgExportPage pages[6];
      guint here = MIN (per_sheet, n - i);
      g_autofree char *place = dup_place (document, i / per_sheet);

      for (guint k = 0; k < here; k++)
        pages[k] = get_page (document, i + k);
      g_ptr_array_add (document->sheets,
                       qg_compose_handout (pages, here, per_sheet, document->plan->request.write_lines,
                                           document->plan->title, place, document->options));
    }
}

static void
add_sources (Document *document)
{
  GArray *notes = document->notes->notes;
  g_autofree QgComposeEntry *entries = g_new0 (QgComposeEntry, MAX (notes->len, 1));
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  const QgExportPlan *plan = document->plan;

  if (notes->len == 0)
    return;
  for (guint i = 0; i < notes->len; i++)
    {
      const QgFootnote *note = &g_array_index (notes, QgFootnote, i);
      char *mark = note->number > 0 ? g_strdup_printf ("%u", note->number) : NULL;

      if (mark != NULL)
        g_ptr_array_add (marks, mark);
      entries[i] = (QgComposeEntry){
        .mark = mark, .text = note->text, .link = note->link, .heading = note->number == 0
      };
    }
  take_sheets (document,
               qg_compose_words (plan->map, qg_word (QG_WORD_SOURCES, document->options->lang), NULL, entries,
                                 notes->len, document->sheets->len + 1, document->options));
}

/* One list for the whole document: relations on all pages bear its numbers. */
static void
gather_notes (Document *document)
{
  document->notes = qg_footnotes_new (document->plan->map, document->options->lang);
  for (guint i = 0; i < document->plan->items->len; i++)
    {
      const QgExportItem *item = get_item (document, i);

      if (document->n_pages[i] > 1)
        qg_footnotes_add_part (document->notes, qg_scene_get_part (item->whole.scene),
                               item->whole.edge_emphases);
      if (document->plan->request.handout == 0)
        qg_footnotes_add_part (document->notes, item->part, item->edge_emphases);
      if (item->citations != NULL)
        qg_footnotes_add_citations (document->notes, item->citations);
    }
  qg_footnotes_number (document->notes);
}

GPtrArray *
qg_export_document_new_sheets (const QgExportPlan *plan)
{
  gboolean pages = qg_format_holds_pages (plan->request.format), several = plan->items->len > 1;
  Document document = { .plan = plan, .options = &plan->request.options, .first = 1 };

  document.sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_sheet_free);
  if (plan->items->len == 0)
    return document.sheets;
  count_pages (&document);
  if (plan->request.options.sources && pages &&
      (several || plan->request.handout > 0 || sources_crowd_page (&document)))
    gather_notes (&document);
  if (pages && several)
    add_outline (&document);
  if (plan->request.handout > 0)
    add_handouts (&document);
  else
    add_pictures (&document);
  if (document.notes != NULL)
    add_sources (&document);
  g_clear_pointer (&document.notes, qg_footnotes_free);
  g_free (document.n_pages);
  return document.sheets;
}
