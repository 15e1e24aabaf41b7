/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-search.h"

#include <string.h>

#include "qg-fold.h"

/* What is offered where nothing is found: by how many letters at least, and how much of it. */
#define MIN_LETTERS 3
#define MAX_NEAR 6u

/* A text that can be found. Plain and folded forms lie in one long string, each with a NUL behind it. */
typedef struct
{
  QgFound what;
  guint number;
  guint32 plain, folded; /* where they begin */
  guint32 plain_length, folded_length;
  QgLang lang;
  const char *text;
  gboolean is_description;
} Entry;

struct _QgSearch
{
  gatomicrefcount ref_count;
  QgMap *map;
  QgLang derived_latin; /* kk-Latn where it is made from kk; NULL else */
  GString *strings;
  GArray *entries;
};

/* What a person typed. */
typedef struct
{
  char *plain, *folded;
  gsize plain_length, folded_length;
  char **words; /* folded */
  guint n_words;
  gboolean entities_only;
} Query;

static void
add_string (QgSearch *search, char *string, guint32 *start, guint32 *length)
{
  *start = (guint32) search->strings->len;
  *length = (guint32) strlen (string);
  g_string_append_len (search->strings, string, *length + 1);
  g_free (string);
}

static void
add_text (QgSearch *search, QgFound what, guint number, const QgText *text, gboolean is_description)
{
  for (guint i = 0; i < qg_text_get_n (text); i++)
    {
      Entry entry = { what, number, .is_description = is_description };

      entry.text = qg_text_get_nth (text, i, &entry.lang);
      /* Latin descriptions fold to the same as the Cyrillic ones that they are made of. */
      if (is_description && entry.lang == search->derived_latin)
        continue;
      /* Offsets are of 32 bits; a map of one file is far from it. */
      if (search->strings->len > G_MAXUINT32 / 2)
        return;
      if (!is_description)
        add_string (search, g_utf8_strdown (entry.text, -1), &entry.plain, &entry.plain_length);
      add_string (search, qg_fold (entry.text), &entry.folded, &entry.folded_length);
      g_array_append_val (search->entries, entry);
    }
}

/* qg_search_new:
 * Makes the index; about 20 ms for 1,000 entities with descriptions in three languages, so large maps are
 * indexed by a worker. */
QgSearch *
qg_search_new (QgMap *map)
{
  QgSearch *search = g_new0 (QgSearch, 1);

  g_atomic_ref_count_init (&search->ref_count);
  search->map = qg_map_ref (map);
  search->derived_latin = qg_map_has_language (map, QG_LANG_KK) ? QG_LANG_KK_LATN : NULL;
  search->strings = g_string_new (NULL);
  search->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    {
      const QgEntity *entity = qg_map_get_entity (map, i);

      add_text (search, QG_FOUND_ENTITY, i, entity->name, FALSE);
      if (entity->label != entity->name)
        add_text (search, QG_FOUND_ENTITY, i, entity->label, FALSE);
      for (guint j = 0; j < entity->n_other_names; j++)
        add_text (search, QG_FOUND_ENTITY, i, entity->other_names[j], FALSE);
      add_text (search, QG_FOUND_ENTITY, i, entity->description, TRUE);
    }
  for (guint i = 0; i < qg_map_get_n_views (map); i++)
    {
      add_text (search, QG_FOUND_VIEW, i, qg_map_get_view (map, i)->title, FALSE);
      add_text (search, QG_FOUND_VIEW, i, qg_map_get_view (map, i)->description, TRUE);
    }
  for (guint i = 0; i < qg_map_get_n_tours (map); i++)
    {
      add_text (search, QG_FOUND_TOUR, i, qg_map_get_tour (map, i)->title, FALSE);
      add_text (search, QG_FOUND_TOUR, i, qg_map_get_tour (map, i)->description, TRUE);
    }
  return search;
}

QgSearch *
qg_search_ref (QgSearch *search)
{
  g_atomic_ref_count_inc (&search->ref_count);
  return search;
}

void
qg_search_unref (QgSearch *search)
{
  if (!g_atomic_ref_count_dec (&search->ref_count))
    return;
  qg_map_unref (search->map);
  g_string_free (search->strings, TRUE);
  g_array_unref (search->entries);
  g_free (search);
}

static void
init_query (Query *query, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  query->plain = g_utf8_strdown (stripped, -1);
  query->folded = qg_fold (stripped);
  query->plain_length = strlen (query->plain);
  query->folded_length = strlen (query->folded);
  query->words = g_strsplit (query->folded, " ", -1);
  query->n_words = g_strv_length (query->words);
}

static void
clear_query (Query *query)
{
  g_free (query->plain);
  g_free (query->folded);
  g_strfreev (query->words);
}

/* The start of a word: what stands before is no letter and no digit. */
static gboolean
is_word_start (const char *string, const char *p)
{
  return p == string || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* The end of a word: no letter, no digit and no mark of the last letter comes behind. */
static gboolean
is_word_end (const char *end, const char *p)
{
  gunichar c = p < end ? g_utf8_get_char (p) : 0;

  return p == end || (!g_unichar_isalnum (c) && !g_unichar_ismark (c));
}

/* How @needle stands in @string: the first six ranks, G_MAXUINT: not at all. @at: (out): where. */
static guint
match_part (const char *string, gsize length, const char *needle, gsize needle_length, guint *at)
{
  const char *p = string, *end = string + length;
  guint best = G_MAXUINT;

  if (needle_length == 0 || needle_length > length)
    return G_MAXUINT;
  while (best > QG_RANK_WORD && (p = memmem (p, (gsize) (end - p), needle, needle_length)) != NULL)
    {
      guint here = QG_RANK_INSIDE;

      if (needle_length == length)
        here = QG_RANK_WHOLE;
      /* Once a longer word that begins so is known, only a whole word is better. */
      else if (is_word_end (end, p + needle_length) && is_word_start (string, p))
        here = p == string ? QG_RANK_FIRST_WORD : QG_RANK_WORD;
      else if (best > QG_RANK_WORD_START && is_word_start (string, p))
        here = p == string ? QG_RANK_START : QG_RANK_WORD_START;
      if (here < best)
        {
          best = here;
          *at = (guint) (p - string);
        }
      p += needle_length;
    }
  return best;
}

/* As match_part(), of all words that were typed: the worst of them. */
static guint
match_words (const char *folded, gsize length, const Query *query)
{
  guint worst = QG_RANK_WHOLE, at;

  if (query->n_words < 2)
    return G_MAXUINT;
  for (guint i = 0; i < query->n_words && worst <= QG_RANK_WORD_START; i++)
    worst = MAX (worst, match_part (folded, length, query->words[i], strlen (query->words[i]), &at));
  return worst;
}

/* Whether @word begins with @typed but for one slip. Both folded; the first letter may be the wrong one, too.
 */
static gboolean
begins_nearly (const char *word, const char *typed)
{
  gsize i = 0;

  while (typed[i] != '\0' && word[i] == typed[i])
    i++;
  if (typed[i] == '\0')
    return TRUE;
  if (word[i] == '\0')
    return typed[i + 1] == '\0';                                /* one letter too many at the end */
  return g_str_has_prefix (word + i + 1, typed + i + 1) ||      /* wrong */
         g_str_has_prefix (word + i + 1, typed + i) ||          /* missing */
         g_str_has_prefix (word + i, typed + i + 1) ||          /* too many */
         (typed[i + 1] == word[i] && word[i + 1] == typed[i] && /* swapped */
          g_str_has_prefix (word + i + 2, typed + i + 2));
}

/* A word of three letters is too short to forgive a slip. */
#define FUZZY_LEAST 4

static gboolean
has_word_nearly (const char *folded, const char *typed)
{
  gboolean forgive = strlen (typed) >= FUZZY_LEAST;

  for (const char *word = folded; word != NULL; word = strchr (word, ' '))
    {
      if (*word == ' ')
        word++;
      if (forgive ? begins_nearly (word, typed) : g_str_has_prefix (word, typed))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_words_nearly (const char *folded, const Query *query)
{
  if (query->folded_length < FUZZY_LEAST)
    return FALSE;
  for (guint i = 0; i < query->n_words; i++)
    if (!has_word_nearly (folded, query->words[i]))
      return FALSE;
  return TRUE;
}

/* How an entry answers; FALSE: it does not. @at: where in the plain or the folded form. */
static gboolean
match_entry (const QgSearch *search, const Entry *entry, const Query *query, gboolean fuzzy, guint *rank,
             guint *at)
{
  const char *plain = search->strings->str + entry->plain, *folded = search->strings->str + entry->folded;
  guint match;

  if (entry->is_description)
    {
      match = fuzzy ? G_MAXUINT
                    : match_part (folded, entry->folded_length, query->folded, query->folded_length, at);
      *rank = match <= QG_RANK_WORD ? QG_RANK_DESCRIPTION : QG_RANK_DESCRIPTION_START;
      return match <= QG_RANK_WORD_START;
    }
  if (fuzzy)
    {
      *rank = QG_RANK_FUZZY;
      /* The Latin form folds to the same as the Cyrillic one, which was looked at. */
      return entry->lang != search->derived_latin && has_words_nearly (folded, query);
    }
  /* What does not match folded does not match at all, but for queries of signs alone. */
  match = match_part (folded, entry->folded_length, query->folded, query->folded_length, at);
  if (match == G_MAXUINT && query->folded_length > 0)
    {
      match = match_words (folded, entry->folded_length, query);
      *rank = match <= QG_RANK_WORD ? QG_RANK_WORDS : QG_RANK_WORDS_START;
      return match <= QG_RANK_WORD_START;
    }
  *rank = match_part (plain, entry->plain_length, query->plain, query->plain_length, at);
  if (*rank == G_MAXUINT && match != G_MAXUINT)
    *rank = QG_RANK_FOLDED_WHOLE + match;
  return *rank != G_MAXUINT;
}

/* Where the match is in the text as it is written. Lower case can have another length than the text (İ), so
 * this goes over the folded form in any case. */
static void
find_place (QgSearchHit *hit, const Query *query)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *folded = NULL;
  guint at = 0;
  gsize last;

  hit->start = hit->end = 0;
  if ((hit->rank >= QG_RANK_WORDS && hit->rank <= QG_RANK_FUZZY) || query->folded_length == 0)
    return;
  folded = qg_fold_with_places (hit->text, places);
  if (match_part (folded, strlen (folded), query->folded, query->folded_length, &at) == G_MAXUINT)
    return;
  last = at + query->folded_length - 1;
  hit->start = g_array_index (places, guint32, at);
  /* Up to the next letter that is folded, so that what falls away at the end (ь) belongs to the match. */
  if (last + 1 < places->len)
    hit->end = g_array_index (places, guint32, last + 1);
  else
    hit->end = (guint) strlen (hit->text);
  while (hit->end > hit->start + 1 && hit->text[hit->end - 1] == ' ')
    hit->end--;
}

/* A view or a tour stands among the middling entities: after the important ones that answer as well. */
static guint
get_importance (const QgMap *map, const QgSearchHit *hit)
{
  return hit->what == QG_FOUND_ENTITY ? MIN (qg_map_get_entity (map, hit->number)->importance, 3) : 2;
}

static int
compare_hits (gconstpointer a, gconstpointer b, gpointer data)
{
  const QgSearchHit *x = a, *y = b;
  const QgMap *map = data;
  guint x_importance = get_importance (map, x), y_importance = get_importance (map, y);
  gsize x_length, y_length;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x_importance != y_importance)
    return x_importance > y_importance ? -1 : 1;
  x_length = strlen (x->text);
  y_length = strlen (y->text);
  if (x_length != y_length && x->rank < QG_RANK_DESCRIPTION)
    return x_length < y_length ? -1 : 1;
  if (x->what != y->what)
    return x->what < y->what ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

/* Better hits have smaller numbers; see compare_hits(). */
static guint
get_class (const QgSearch *search, const QgSearchHit *hit)
{
  return (guint) hit->rank * 4 + 3 - get_importance (search->map, hit);
}

/* Drops hits that cannot be among the first @max, so that a single letter in a large map is not sorted whole.
 */
static void
drop_worse (const QgSearch *search, GArray *hits, guint max)
{
  guint counts[QG_N_RANKS * 4] = { 0 }, worst = 0, kept = 0;

  if (hits->len <= max)
    return;
  for (guint i = 0; i < hits->len; i++)
    counts[get_class (search, &g_array_index (hits, QgSearchHit, i))]++;
  for (guint n = 0; worst < G_N_ELEMENTS (counts) && (n += counts[worst]) < max;)
    worst++;
  for (guint i = 0; i < hits->len; i++)
    if (get_class (search, &g_array_index (hits, QgSearchHit, i)) <= worst)
      g_array_index (hits, QgSearchHit, kept++) = g_array_index (hits, QgSearchHit, i);
  g_array_set_size (hits, kept);
}

/* The best hit of each entity, view and tour; entries of one follow each other. */
static void
collect (const QgSearch *search, const Query *query, QgLang preferred, gboolean fuzzy, GArray *hits)
{
  for (guint i = 0; i < search->entries->len; i++)
    {
      const Entry *entry = &g_array_index (search->entries, Entry, i);
      QgSearchHit *last = hits->len > 0 ? &g_array_index (hits, QgSearchHit, hits->len - 1) : NULL;
      QgSearchHit hit = { entry->what, entry->number, .lang = entry->lang, .text = entry->text };
      guint rank, at;

      if (query->entities_only && entry->what != QG_FOUND_ENTITY)
        break;
      if (!match_entry (search, entry, query, fuzzy, &rank, &at))
        continue;
      hit.rank = (QgRank) rank;
      if (last == NULL || last->what != hit.what || last->number != hit.number)
        g_array_append_val (hits, hit);
      else if (hit.rank < last->rank ||
               (hit.rank == last->rank && hit.lang == preferred && last->lang != preferred))
        *last = hit;
    }
}

static GArray *
find (const QgSearch *search, const char *query, QgLang preferred, guint max, gboolean entities_only)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (QgSearchHit));
  Query q;

  init_query (&q, query);
  q.entities_only = entities_only;
  if (q.plain_length > 0)
    collect (search, &q, preferred, FALSE, hits);
  if (hits->len == 0)
    collect (search, &q, preferred, TRUE, hits);
  drop_worse (search, hits, max);
  g_array_sort_with_data (hits, compare_hits, search->map);
  if (hits->len > max)
    g_array_set_size (hits, max);
  for (guint i = 0; i < hits->len; i++)
    find_place (&g_array_index (hits, QgSearchHit, i), &q);
  clear_query (&q);
  return hits;
}

/* qg_search_find:
 * @query: what was typed, UTF-8
 * @preferred: (nullable): the language that is shown where several match equally well
 * @max: how many hits at most
 *
 * One hit for each entity, view and tour: best match first, among equals the important first. Words with a
 * slip are looked for only where nothing else is found. Nothing typed finds nothing.
 *
 * Returns: (transfer full): #QgSearchHit elements; their texts live as long as the map. */
GArray *
qg_search_find (const QgSearch *search, const char *query, QgLang preferred, guint max)
{
  return find (search, query, preferred, max, FALSE);
}

/* qg_search_find_entities:
 * The same for entities alone, where nothing else will do. */
GArray *
qg_search_find_entities (const QgSearch *search, const char *query, QgLang preferred, guint max)
{
  return find (search, query, preferred, max, TRUE);
}

/* qg_search_find_near:
 * @query: what found nothing
 * @entities_only: whether views and tours will not do
 *
 * What fits the beginning of @query, the longest that anything fits, as long as it says anything: a few hits
 * to offer. Returns: (transfer full): #QgSearchHit elements; none where nothing is near. */
GArray *
qg_search_find_near (const QgSearch *search, const char *query, QgLang preferred, gboolean entities_only)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (QgSearchHit));
  glong letters = g_utf8_strlen (query, -1);

  while (hits->len == 0 && --letters >= MIN_LETTERS)
    {
      g_autofree char *start = g_utf8_substring (query, 0, letters);

      g_array_unref (hits);
      hits = find (search, start, preferred, MAX_NEAR, entities_only);
    }
  return hits;
}
