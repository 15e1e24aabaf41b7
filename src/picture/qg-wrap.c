/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wrap.h"

#include <string.h>

#include "qg-wrap-cache.h"

#define MAX_WORDS 96

/* What may stand alone in a line: letters from start to end, then perhaps a space. */
typedef struct
{
  guint start, end; /* bytes, without the space */
  double width;     /* of the letters */
  double space;     /* of the space behind it; 0 after a hyphen */
} Word;

typedef struct
{
  guint n;
  Word words[MAX_WORDS];
} Words;

QgWrapLimits
qg_wrap_limits (QgFont font, double factor)
{
  return (QgWrapLimits){
    .one_line = 7.2 * font.size * factor,
    .wish = 9.0 * font.size * factor,
    .most = 26 * font.size * MAX (factor, 1),
    .max_lines = QG_WRAP_MAX_LINES,
  };
}

static gboolean
is_hyphen (const char *p)
{
  return *p == '-' || *p == '/' || g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—");
}

/* A last word of a letter or two ('в', 'to') makes no line of its own. */
static gboolean
is_last_and_short (const char *word)
{
  return strchr (word, ' ') == NULL && g_utf8_strlen (word, -1) <= 2;
}

/* Words that belong to what follows, and, in Kazakh, to what stands before; beside those of a letter or two.
 */
static const char *const leading[] = { "and", "for", "the", "для", "без", "под",
                                       "над", "при", "или", "как", "және" };
static const char *const trailing[] = { "мен", "пен", "бен", "үшін", "туралы" };

static gboolean
is_among (const char *word, gsize length, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strlen (list[i]) == length && memcmp (word, list[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether no line may end at @space, which stands behind a word of @text: after a preposition, a number or
 * the like, or before a postposition. Capitals make a name of it ('РК'). */
static gboolean
holds_together (const char *text, const char *space)
{
  const char *before = space, *after = space + 1;
  gsize length;

  while (before > text && before[-1] != ' ')
    before--;
  length = (gsize) (space - before);
  if (g_ascii_isdigit (*before) && length <= 2)
    return TRUE;
  if (g_unichar_islower (g_utf8_get_char (before)) &&
      (g_utf8_strlen (before, (gssize) length) <= 2 ||
       is_among (before, length, leading, G_N_ELEMENTS (leading))))
    return TRUE;
  return is_among (after, strcspn (after, " "), trailing, G_N_ELEMENTS (trailing));
}

/* Letters of a compound with hyphens that stays whole: 'өзін-өзі', 'self-government', 'non-governmental'. */
#define WHOLE_COMPOUND 18

/* Whether a line may end behind the hyphen or slash @p of @text. */
static gboolean
may_break_after (const char *text, const char *p)
{
  const char *start = p, *end = p;

  if (*p != '-')
    return TRUE;
  while (start > text && start[-1] != ' ')
    start--;
  while (*end != '\0' && *end != ' ')
    end++;
  return g_utf8_strlen (start, end - start) > WHOLE_COMPOUND;
}

static void
split_words (const char *text, Words *words)
{
  const char *start = text, *p = text;

  words->n = 0;
  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      gboolean space = *p == ' ' && !is_last_and_short (next) && !holds_together (text, p);
      gboolean breaks =
          space || (is_hyphen (p) && p > start && *next != '\0' && *next != ' ' && may_break_after (text, p));

      /* Where there are more words than any name has, the last one takes the rest. */
      if (breaks && words->n + 1 < MAX_WORDS)
        {
          words->words[words->n++] =
              (Word){ (guint) (start - text), (guint) ((space ? p : next) - text), 0, space ? 1 : 0 };
          start = next;
        }
      p = next;
    }
  if (p > start || words->n == 0)
    words->words[words->n++] = (Word){ (guint) (start - text), (guint) (p - text), 0, 0 };
}

static void
add_width (Words *words, guint byte, double width)
{
  guint low = 0, high = words->n;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (words->words[middle].start <= byte)
        low = middle;
      else
        high = middle;
    }
  if (byte < words->words[low].end)
    words->words[low].width += width;
  else
    words->words[low].space = width;
}

/* Letters and signs that stand beside a space as they stand alone, in every word. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!(c < 0x80 ? g_ascii_isalnum ((char) c) || strchr (" -.,/()", (int) c) != NULL
                     : (c >= 0xC0 && c < 0x250) || (c >= 0x400 && c < 0x530) || c == 0xAB || c == 0xBB))
        return FALSE;
    }
  return TRUE;
}

/* Word by word, where none touches another: most words stand in many names. */
static gboolean
measure_apart (QgFont font, const char *text, Words *words)
{
  for (guint i = 0; i + 1 < words->n; i++)
    if (words->words[i].space == 0)
      return FALSE;
  if (!is_plain (text))
    return FALSE;
  for (guint i = 0; i < words->n; i++)
    {
      Word *word = &words->words[i];

      word->width = qg_font_get_word_width (font, text + word->start, word->end - word->start);
      if (word->space > 0)
        word->space = qg_font_get_word_width (font, " ", 1);
    }
  return TRUE;
}

/* One shaping of the whole text gives the widths of all of its words. */
static void
measure_together (QgFont font, const char *text, Words *words)
{
  PangoLayout *layout = qg_font_get_layout (font);
  PangoLayoutLine *line;

  pango_layout_set_text (layout, text, -1);
  line = pango_layout_get_line_readonly (layout, 0);
  if (line == NULL)
    return;
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoLayoutRun *run = l->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        add_width (words, (guint) (run->item->offset + run->glyphs->log_clusters[i]),
                   (double) run->glyphs->glyphs[i].geometry.width / PANGO_SCALE);
    }
}

/* A word that no box has room for is split into equal parts. Only nonsense is so long. */
static void
split_long_words (const char *text, Words *words, double most)
{
  for (guint i = 0; i < words->n && words->n < MAX_WORDS; i++)
    {
      Word *word = &words->words[i];
      glong letters;
      const char *middle;
      Word rest;

      if (word->width <= most)
        continue;
      letters = g_utf8_strlen (text + word->start, word->end - word->start);
      if (letters < 2)
        continue;
      middle = g_utf8_offset_to_pointer (text + word->start, MAX (1, (glong) (letters * most / word->width)));
      rest = (Word){ (guint) (middle - text), word->end, word->width - most, word->space };
      memmove (word + 2, word + 1, (words->n - i - 1) * sizeof (Word));
      word[1] = rest;
      word->end = rest.start;
      word->width = most;
      word->space = 0;
      words->n++;
    }
}

/* How little a line is liked that ends with this word, as it is after a hyphen. In squared widths, as the
 * lengths are. */
static double
ending_cost (const Words *words, guint i, double size)
{
  return i + 1 < words->n && words->words[i].space == 0 ? 25 * size * size : 0;
}

/* The best breaks for @n_lines lines: the sum of the squares of their lengths is least when they are alike.
 * @ends gets the number of the word after each line's last. Returns the width of the widest line. */
static double
break_lines (QgFont font, const Words *words, guint n_lines, guint *ends)
{
  double cost[QG_WRAP_MAX_LINES + 1][MAX_WORDS + 1];
  guint8 from[QG_WRAP_MAX_LINES + 1][MAX_WORDS + 1];
  double widest = 0;
  guint end = words->n;

  for (guint i = 0; i <= words->n; i++)
    cost[0][i] = i == 0 ? 0 : G_MAXDOUBLE;
  for (guint l = 1; l <= n_lines; l++)
    for (guint i = 0; i <= words->n; i++)
      {
        double width = 0;

        cost[l][i] = G_MAXDOUBLE;
        for (guint j = i; j-- > 0;)
          {
            double total;

            width += words->words[j].width + (j + 1 < i ? words->words[j].space : 0);
            if (cost[l - 1][j] == G_MAXDOUBLE)
              continue;
            total = cost[l - 1][j] + width * width + ending_cost (words, i - 1, font.size);
            if (total < cost[l][i])
              {
                cost[l][i] = total;
                from[l][i] = (guint8) j;
              }
          }
      }
  for (guint l = n_lines; l > 0; l--)
    {
      guint start = from[l][end];
      double width = 0;

      for (guint j = start; j < end; j++)
        width += words->words[j].width + (j + 1 < end ? words->words[j].space : 0);
      widest = MAX (widest, width);
      ends[l - 1] = end;
      end = start;
    }
  return widest;
}

static QgWrapped *
make_wrapped (const char *text, const Words *words, guint n_lines, const guint *ends, double width)
{
  QgWrapped *wrapped = g_malloc (sizeof (QgWrapped) + strlen (text) + n_lines + 1);
  char *p = (char *) (wrapped + 1);
  guint first = 0;

  wrapped->n_lines = n_lines;
  wrapped->width = (float) width;
  for (guint l = 0; l < n_lines; l++)
    {
      const Word *a = &words->words[first], *b = &words->words[ends[l] - 1];
      double line = 0;

      for (guint j = first; j < ends[l]; j++)
        line += words->words[j].width + (j + 1 < ends[l] ? words->words[j].space : 0);
      wrapped->widths[l] = (float) line;
      wrapped->lines[l] = p;
      memcpy (p, text + a->start, b->end - a->start);
      p += b->end - a->start;
      *p++ = '\0';
      first = ends[l];
    }
  return wrapped;
}

static QgWrapped *
wrap (QgFont font, const char *text, const QgWrapLimits *limits)
{
  Words words;
  double all = 0, width;
  guint ends[QG_WRAP_MAX_LINES];
  guint n_lines = 1, most_lines;

  split_words (text, &words);
  if (!measure_apart (font, text, &words))
    measure_together (font, text, &words);
  split_long_words (text, &words, limits->most);
  for (guint i = 0; i < words.n; i++)
    all += words.words[i].width + (i + 1 < words.n ? words.words[i].space : 0);
  if (all <= limits->one_line || words.n == 1 || limits->max_lines <= 1)
    {
      ends[0] = words.n;
      return make_wrapped (text, &words, 1, ends, all);
    }
  most_lines = MIN (MIN (limits->max_lines, QG_WRAP_MAX_LINES), words.n);
  /* Four lines are the most that reads well; only what would be very wide takes more. */
  n_lines = MIN (2, most_lines);
  width = break_lines (font, &words, n_lines, ends);
  while (n_lines < most_lines && width > limits->wish && (n_lines < 4 || width > 1.5 * limits->wish))
    {
      guint more[QG_WRAP_MAX_LINES];
      double narrower = break_lines (font, &words, n_lines + 1, more);

      /* Where the longest word is what makes it wide, more lines only make it ragged. */
      if (narrower > 0.97 * width)
        break;
      n_lines++;
      width = narrower;
      memcpy (ends, more, sizeof ends);
    }
  return make_wrapped (text, &words, n_lines, ends, width);
}

QgWrapped *
qg_wrap (QgFont font, const char *text, const QgWrapLimits *limits)
{
  QgWrapped *wrapped = qg_wrap_cache_get (font, text, limits);

  if (wrapped == NULL)
    {
      wrapped = wrap (font, text, limits);
      qg_wrap_cache_put (font, text, limits, wrapped);
    }
  return wrapped;
}
