/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Sentences and citations: what a relation says and where it stands, as plain text. */

#include "qg-part.h"
#include "qg-words.h"

#include <string.h>

/* Takes '{from|Мәслихат}' at *@p apart: appends the words and tells where they are. FALSE where there is no
 * such thing. */
static gboolean
take_link (const char **p, GString *text, QgSentence *sentence)
{
  gboolean from = g_str_has_prefix (*p, "{from|");
  const char *start, *end;

  if (!from && !g_str_has_prefix (*p, "{to|"))
    return FALSE;
  start = strchr (*p, '|') + 1;
  end = strchr (start, '}');
  if (end == NULL)
    return FALSE;
  *(from ? &sentence->from_start : &sentence->to_start) = (guint) text->len;
  g_string_append_len (text, start, end - start);
  *(from ? &sentence->from_end : &sentence->to_end) = (guint) text->len;
  *p = end + 1;
  return TRUE;
}

/* The tag of the language that stands in for one that is missing. */
static void
append_mark (GString *text, QgLang lang, QgLang used)
{
  if (used != NULL && used != lang)
    g_string_append_printf (text, "\u00a0[%s]", used);
}

static void
read_pattern (const QgText *patterns, QgLang lang, GString *text, QgSentence *sentence)
{
  QgLang used;
  const char *pattern = qg_text_pick (patterns, lang, &used);

  while (*pattern != '\0')
    if (!take_link (&pattern, text, sentence))
      g_string_append_c (text, *pattern++);
  append_mark (text, lang, used);
}

static void
append_name (GString *text, const QgText *name, QgLang lang, guint *start, guint *end)
{
  QgLang used;

  *start = (guint) text->len;
  g_string_append (text, qg_text_pick (name, lang, &used));
  *end = (guint) text->len;
  append_mark (text, lang, used);
}

/* What stands between the two, in @lang. */
static const QgText *
get_between (const QgMap *map, const QgRelation *relation, gboolean inverse, QgLang lang)
{
  return inverse ? qg_map_get_verb (map, relation->verb)->inverse
                 : qg_map_get_wording_text (map, qg_map_get_wording (map, relation), lang);
}

/* 'from — verb — to', or 'from → to', read from either end. */
static void
join_words (const QgMap *map, const QgRelation *relation, gboolean inverse, QgLang lang, GString *text,
            QgSentence *sentence)
{
  const QgText *from = qg_map_get_entity (map, relation->from)->name;
  const QgText *to = qg_map_get_entity (map, relation->to)->name;
  const QgText *between = get_between (map, relation, inverse, lang);
  const char *arrow = qg_text_pick (between, lang, NULL);
  g_autofree char *label = qg_text_dup_marked (between, lang);

  if (inverse)
    append_name (text, to, lang, &sentence->to_start, &sentence->to_end);
  else
    append_name (text, from, lang, &sentence->from_start, &sentence->from_end);
  if (qg_words_are_arrow (arrow))
    g_string_append_printf (text, " %s ", arrow);
  else if (*label != '\0')
    g_string_append_printf (text, " — %s — ", label);
  else
    g_string_append (text, " — ");
  if (inverse)
    append_name (text, from, lang, &sentence->from_start, &sentence->from_end);
  else
    append_name (text, to, lang, &sentence->to_start, &sentence->to_end);
}

/* Whether the words that 'from — verb — to' is made of are all there in @lang. */
static gboolean
has_words (const QgMap *map, const QgRelation *relation, gboolean inverse, QgLang lang)
{
  return qg_text_get (qg_map_get_entity (map, relation->from)->name, lang) != NULL &&
         qg_text_get (qg_map_get_entity (map, relation->to)->name, lang) != NULL &&
         qg_text_get (get_between (map, relation, inverse, lang), lang) != NULL;
}

/* The name of an end of what stands for several relations: quoted, of a group with the number of those in it.
 */
static char *
dup_end_name (const QgMap *map, guint entity, QgLang lang, QgLang words)
{
  const QgEntity *e = qg_map_get_entity (map, entity);
  const QgKind *kind = qg_map_get_kind (map, e->kind);
  guint size = qg_map_get_group_size (map, entity);
  const QgText *text = size == 0 ? e->name : kind->plural != NULL ? kind->plural : kind->name;
  g_autofree char *name = qg_text_dup_marked (text, lang);
  gboolean guillemets = words == QG_LANG_KK || words == QG_LANG_RU || words == QG_LANG_KK_LATN;
  g_autoptr (GString) inner = g_string_new (name);

  if (!guillemets)
    return size > 0 ? g_strdup_printf ("“%s” (%u)", name, size) : g_steal_pointer (&name);
  /* Quotation marks within quotation marks. */
  g_string_replace (inner, "«", "„", 0);
  g_string_replace (inner, "»", "“", 0);
  return size > 0 ? g_strdup_printf ("«%s» (%u)", inner->str, size) : g_strdup_printf ("«%s»", inner->str);
}

/* 'the group “Parties” (3)', with the range of the name. */
static void
append_end (GString *text, const QgMap *map, guint entity, QgWord group, QgWord alone, QgLang lang,
            QgLang words, guint *start, guint *end)
{
  const char *pattern = qg_word (qg_map_is_group (map, entity) ? group : alone, words);
  const char *mark = strstr (pattern, "%s");
  g_autofree char *name = dup_end_name (map, entity, lang, words);

  g_string_append_len (text, pattern, mark - pattern);
  *start = (guint) text->len;
  g_string_append (text, name);
  *end = (guint) text->len;
  g_string_append (text, mark + strlen ("%s"));
}

/* '5 relations lead from the group “Parties” (3) to Maslikhat'. */
static void
count_ties (const QgMap *map, const QgRelation *r, guint n, gboolean inverse, QgLang lang, QgLang words,
            GString *text, QgSentence *sentence)
{
  g_autofree char *ties = qg_word_dup_ties (n, words);
  const char *p = qg_word (inverse ? QG_WORD_TIES_BACK : QG_WORD_TIES_FORTH, words);

  while (*p != '\0')
    if (g_str_has_prefix (p, "{from}"))
      {
        append_end (text, map, r->from, QG_WORD_FROM_GROUP, QG_WORD_FROM_ENTITY, lang, words,
                    &sentence->from_start, &sentence->from_end);
        p += strlen ("{from}");
      }
    else if (g_str_has_prefix (p, "{to}"))
      {
        append_end (text, map, r->to, QG_WORD_TO_GROUP, QG_WORD_TO_ENTITY, lang, words, &sentence->to_start,
                    &sentence->to_end);
        p += strlen ("{to}");
      }
    else if (g_str_has_prefix (p, "%s"))
      {
        g_string_append (text, ties);
        p += strlen ("%s");
      }
    else
      g_string_append_c (text, *p++);
}

QgSentence *
qg_sentence_new (const QgMap *map, guint relation, gboolean inverse, QgLang lang)
{
  return qg_sentence_new_said (map, relation, inverse, lang, lang);
}

QgSentence *
qg_sentence_new_said (const QgMap *map, guint relation, gboolean inverse, QgLang lang, QgLang words)
{
  const QgRelation *r = qg_map_get_relation (map, relation);
  const QgText *pattern = inverse ? r->inverse : r->sentence;
  guint first, n_merged = qg_map_get_merged (map, relation, &first);
  QgSentence *sentence;
  GString *text;

  if (n_merged == 1)
    return qg_sentence_new_said (map, first, inverse, lang, words);
  sentence = g_new0 (QgSentence, 1);
  text = g_string_new (NULL);
  if (n_merged > 1)
    count_ties (map, r, n_merged, inverse, lang, words, text, sentence);
  /* Plain words of the language are better than a fine sentence of another one. */
  else if (qg_text_get_n (pattern) > 0 &&
           (qg_text_get (pattern, lang) != NULL || !has_words (map, r, inverse, lang)))
    read_pattern (pattern, lang, text, sentence);
  else
    join_words (map, r, inverse, lang, text, sentence);
  sentence->text = g_string_free (text, FALSE);
  return sentence;
}

void
qg_sentence_free (QgSentence *sentence)
{
  g_free (sentence->text);
  g_free (sentence);
}

static void
append_section (GString *text, const QgSource *source, guint section, QgLang lang)
{
  g_autofree char *name = qg_text_dup_marked (source->sections[section].name, lang);
  g_autofree char *words = qg_word_dup_with (QG_WORD_SECTION, lang, name);

  g_string_append (text, words);
}

/* @numbers: of one place, or of several that are of one kind. */
static void
append_numbers (GString *text, QgLocatorKind kind, const char *numbers, QgLang lang)
{
  static const QgWord kinds[QG_N_LOCATOR_KINDS] = { [QG_LOCATOR_PARAGRAPH] = QG_WORD_PARAGRAPH,
                                                    [QG_LOCATOR_ARTICLE] = QG_WORD_ARTICLE,
                                                    [QG_LOCATOR_PAGE] = QG_WORD_PAGE,
                                                    [QG_LOCATOR_FOOTNOTE] = QG_WORD_FOOTNOTE,
                                                    [QG_LOCATOR_SECTION] = QG_WORD_SECTION };
  g_autofree char *place = qg_word_dup_with (kinds[kind], lang, numbers);

  g_string_append (text, place);
}

static void
append_locator (GString *text, const QgSource *source, const QgLocator *locator, QgLang lang)
{
  if (locator->section < source->n_sections)
    {
      append_section (text, source, locator->section, lang);
      g_string_append (text, ", ");
    }
  append_numbers (text, locator->kind, locator->number, lang);
}

char *
qg_citation_dup_place (const QgMap *map, const QgCitation *citation, QgLang lang)
{
  const QgSource *source = qg_map_get_source (map, citation->source);
  const QgLocator *locator;
  GString *text;

  if (citation->locator >= source->n_locators)
    return NULL;
  locator = &source->locators[citation->locator];
  text = g_string_new (NULL);
  append_locator (text, source, locator, lang);
  if (locator->words != NULL && *locator->words != '\0')
    g_string_append_printf (text, lang == QG_LANG_EN ? " (“%s…”)" : " («%s…»)", locator->words);
  return g_string_free (text, FALSE);
}

char *
qg_source_dup_text (const QgMap *map, guint number, QgLang lang)
{
  const QgSource *source = qg_map_get_source (map, number);
  g_autofree char *title = qg_text_dup_marked (source->title, lang);
  GString *text = g_string_new (NULL);

  if (source->author != NULL && *source->author != '\0')
    g_string_append_printf (text, "%s. ", source->author);
  g_string_append (text, title);
  if (source->year != NULL && *source->year != '\0')
    g_string_append_printf (text, ", %s", source->year);
  if (!source->listed)
    g_string_append_printf (text, " (%s)", qg_word (QG_WORD_UNLISTED, lang));
  return g_string_free (text, FALSE);
}

char *
qg_citation_dup_text (const QgMap *map, const QgCitation *citation, QgLang lang)
{
  g_autofree char *source = qg_source_dup_text (map, citation->source, lang);
  g_autofree char *place = qg_citation_dup_place (map, citation, lang);

  return place != NULL ? g_strdup_printf ("%s, %s", source, place) : g_steal_pointer (&source);
}

static gboolean
is_same_place (const QgLocator *a, const QgLocator *b)
{
  return a->kind == b->kind && a->section == b->section && a->kind != QG_LOCATOR_SECTION;
}

/* Places in one source, in the order of the citations: those of one section and kind together. @numbers: of
 * the source's locators. */
static void
append_places (GString *text, const QgSource *source, const GArray *numbers, QgLang lang)
{
  guint section = QG_NONE;

  for (guint i = 0; i < numbers->len;)
    {
      const QgLocator *first = &source->locators[g_array_index (numbers, guint, i)];
      g_autoptr (GString) list = g_string_new (first->number);

      for (i++; i < numbers->len; i++)
        {
          const QgLocator *next = &source->locators[g_array_index (numbers, guint, i)];

          if (!is_same_place (first, next))
            break;
          g_string_append_printf (list, ", %s", next->number);
        }
      g_string_append (text, ", ");
      if (first->section != section && first->section < source->n_sections)
        {
          append_section (text, source, first->section, lang);
          g_string_append (text, ", ");
        }
      section = first->section;
      append_numbers (text, first->kind, list->str, lang);
    }
}

/* The citations from @begin on of the source that this one names. */
static void
append_source (GString *text, const QgMap *map, const QgCitations *citations, guint begin, QgLang lang)
{
  guint number = citations->items[begin].source, n = 0;
  const QgSource *source = qg_map_get_source (map, number);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *words = NULL;

  for (guint i = begin; i < citations->n; i++)
    if (citations->items[i].source == number)
      {
        n++;
        if (citations->items[i].locator < source->n_locators)
          g_array_append_val (places, citations->items[i].locator);
      }
  words = n == 1 ? qg_citation_dup_text (map, &citations->items[begin], lang)
                 : qg_source_dup_text (map, number, lang);
  g_string_append (text, words);
  if (n > 1)
    append_places (text, source, places, lang);
}

char *
qg_citations_dup_text (const QgMap *map, const QgCitations *citations, QgLang lang)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->n; i++)
    {
      gboolean named = FALSE;

      for (guint k = 0; k < i && !named; k++)
        named = citations->items[k].source == citations->items[i].source;
      if (named)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      append_source (text, map, citations, i, lang);
    }
  return g_string_free (text, FALSE);
}

char *
qg_citation_dup_short_text (const QgMap *map, const QgCitation *citation, QgLang lang)
{
  const QgSource *source = qg_map_get_source (map, citation->source);
  g_autofree char *label = qg_text_dup_marked (source->label, lang);
  GString *text = g_string_new (label);

  if (citation->locator < source->n_locators)
    {
      g_string_append (text, ", ");
      append_locator (text, source, &source->locators[citation->locator], lang);
    }
  return g_string_free (text, FALSE);
}
