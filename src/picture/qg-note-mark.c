/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-note-mark.h"

#include "qg-look.h"
#include "qg-scene-private.h"

/* Shares of the size of type. */
#define RAISE 0.2
#define DIGIT_HEIGHT 0.72
#define GAP 0.14

/* The different numbers of a word's relations, in order; NULL where there are none. */
static char *
dup_text (const QgScene *scene, const QgVerbPlace *verb, const guint *footnotes)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text;

  for (guint i = 0; i < verb->n; i++)
    {
      guint note = footnotes[scene->label_edges[verb->first + i]], j;

      for (j = 0; j < seen->len && g_array_index (seen, guint, j) < note;)
        j++;
      if (note > 0 && (j == seen->len || g_array_index (seen, guint, j) != note))
        g_array_insert_val (seen, j, note);
    }
  if (seen->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < seen->len; i++)
    g_string_append_printf (text, i > 0 ? ",\342\200\257%u" : "%u", g_array_index (seen, guint, i));
  return g_string_free (text, FALSE);
}

typedef struct
{
  const QgScene *scene;
  guint label;
  const QgRect *rect;
  guint n;
} Meeting;

static gboolean
meet_node_cb (guint node, gpointer user_data)
{
  Meeting *meeting = user_data;

  meeting->n += qg_rect_intersects (meeting->rect, &meeting->scene->layout->nodes[node]);
  return TRUE;
}

static gboolean
meet_verb_cb (guint label, gpointer user_data)
{
  Meeting *meeting = user_data;

  meeting->n +=
      label != meeting->label && qg_rect_intersects (meeting->rect, &meeting->scene->verbs[label].rect);
  return TRUE;
}

static guint
count_met (const QgScene *scene, guint label, const QgRect *rect)
{
  Meeting meeting = { scene, label, rect, 0 };

  qg_rtree_query (scene->node_tree, rect, meet_node_cb, &meeting);
  qg_rtree_query (scene->verb_tree, rect, meet_verb_cb, &meeting);
  return meeting.n;
}

/* Puts @mark with its left end and its baseline there; how much it would cover. */
static guint
try_place (QgNoteMark *mark, const QgScene *scene, guint label, double x, double baseline)
{
  mark->rect.x = x;
  mark->rect.y = baseline - mark->font.size * DIGIT_HEIGHT;
  mark->baseline = baseline;
  return count_met (scene, label, &mark->rect);
}

/* The words as they are painted: all lines of both languages, with right ends and baselines. */
static guint
get_line_ends (const QgScene *scene, const QgVerbPlace *verb, QgFont font, QgPoint *ends)
{
  const QgWords *words = &scene->verb_words[verb->wording];
  const QgWrapped *blocks[] = { words->first, words->second };
  QgPoint middle = qg_rect_center (&verb->rect);
  double top = middle.y - qg_words_size (words, font).height / 2;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (blocks) && blocks[i] != NULL; i++)
    {
      QgFont own = i == 0 ? font : qg_look_second_font (font);

      for (guint k = 0; k < blocks[i]->n_lines; k++)
        ends[n++] = (QgPoint){ middle.x + (double) blocks[i]->widths[k] / 2,
                               top + own.size * (k * QG_FONT_LINE + QG_FONT_BASELINE) };
      top += qg_look_wrapped_size (blocks[i], own).height + QG_LOOK_SECOND_GAP;
    }
  return n;
}

static void
place (QgNoteMark *mark, const QgScene *scene, guint label)
{
  const QgVerbPlace *verb = &scene->verbs[label];
  double size = mark->font.size, middle = verb->rect.x + (verb->rect.width - mark->rect.width) / 2;
  QgPoint ends[2 * QG_WRAP_MAX_LINES];
  guint n = get_line_ends (scene, verb, mark->font, ends);

  for (guint i = n; i > 0; i--)
    if (try_place (mark, scene, label, ends[i - 1].x + size * GAP, ends[i - 1].y - size * RAISE) == 0)
      return;
  if (try_place (mark, scene, label, middle, verb->rect.y + verb->rect.height + size * DIGIT_HEIGHT) == 0 ||
      try_place (mark, scene, label, middle, verb->rect.y - size * 0.1) == 0)
    return;
  try_place (mark, scene, label, ends[n - 1].x + size * GAP, ends[n - 1].y - size * RAISE);
}

void
qg_note_mark_init (QgNoteMark *mark, const QgScene *scene, guint label, const guint *footnotes)
{
  const QgVerbPlace *verb = &scene->verbs[label];

  *mark = (QgNoteMark){ .font = { QG_FACE_REGULAR, qg_look_verb_font ().size } };
  if (verb->rect.width < 0 || verb->n == 0 || scene->verb_words[verb->wording].first->n_lines == 0)
    return;
  mark->text = dup_text (scene, verb, footnotes);
  if (mark->text == NULL)
    return;
  mark->rect.width = qg_font_get_width (mark->font, mark->text, -1);
  mark->rect.height = mark->font.size * DIGIT_HEIGHT;
  place (mark, scene, label);
}

void
qg_note_mark_clear (QgNoteMark *mark)
{
  g_clear_pointer (&mark->text, g_free);
}

guint
qg_note_mark_count_overlaps (const QgScene *scene, const guint *footnotes)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (QgRect));
  guint n = 0;

  for (guint i = 0; i < scene->n_labels; i++)
    {
      g_auto (QgNoteMark) mark = { 0 };

      qg_note_mark_init (&mark, scene, i, footnotes);
      if (mark.text == NULL)
        continue;
      n += count_met (scene, i, &mark.rect);
      g_array_append_val (rects, mark.rect);
    }
  for (guint i = 0; i < rects->len; i++)
    for (guint k = i + 1; k < rects->len; k++)
      n += qg_rect_intersects (&g_array_index (rects, QgRect, i), &g_array_index (rects, QgRect, k));
  return n;
}
