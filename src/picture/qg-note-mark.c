/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-note-mark.h"

#include "qg-curve.h"
#include "qg-head.h"
#include "qg-look.h"
#include "qg-scene-private.h"

/* Shares of the size of type. */
#define RAISE 0.2
#define DIGIT_HEIGHT 0.72
#define GAP 0.14
#define APART 0.6

#define GROUND 1.5
/* So much worse it is to cover something than to be near to it. */
#define COVERED 100
/* Points: so far heads and bars reach from the ends of their ways and out to their sides. */
#define REACH 22

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
  const QgNoteMark *mark;
  const QgNoteMark *marks; /* of all labels, where they are known */
  double size;             /* of heads */
  QgRect words;            /* where no foreign word may be */
  GArray *edges;           /* those whose ways come near */
  guint n;
} Meeting;

static gboolean
meet_node_cb (guint node, gpointer user_data)
{
  Meeting *meeting = user_data;

  meeting->n += qg_rect_intersects (&meeting->mark->rect, &meeting->scene->layout->nodes[node]);
  return TRUE;
}

static gboolean
meet_verb_cb (guint label, gpointer user_data)
{
  Meeting *meeting = user_data;

  meeting->n +=
      label != meeting->label && qg_rect_intersects (&meeting->words, &meeting->scene->verbs[label].rect);
  return TRUE;
}

static gboolean
collect_edge_cb (guint piece, gpointer user_data)
{
  Meeting *meeting = user_data;

  g_array_append_val (meeting->edges, meeting->scene->pieces[piece].edge);
  return TRUE;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const guint *p = a, *q = b;

  return *p < *q ? -1 : *p > *q;
}

/* The head at the object, and the bar where it is denied. */
static gboolean
meets_tip (const Meeting *meeting, guint edge)
{
  const QgWay *way = &meeting->scene->ways[edge];
  const QgRect *ground = &meeting->mark->ground;
  QgRect near = qg_rect_grow (ground, REACH);
  QgPoint tip = way->points[way->n - 1], bar[2];
  QgHead head;

  if (!qg_rect_contains (&near, tip.x, tip.y))
    return FALSE;
  return (qg_head_at_tip (way->points, way->n, meeting->size, &head) && qg_head_meets (&head, ground)) ||
         (qg_scene_get_relation (meeting->scene, edge)->denial &&
          qg_head_get_bar (meeting->scene, edge, way->points, way->n, bar) &&
          qg_segment_meets_rect (bar[0], bar[1], ground));
}

/* The head at the word: that of the mark's own word stands clear of the mark, as far as its way is long
 * enough. */
static gboolean
meets_entry (const Meeting *meeting, guint edge)
{
  guint label = meeting->scene->request->edges[edge].label;
  const QgNoteMark *other =
      meeting->marks != NULL && label < meeting->scene->n_labels && meeting->marks[label].text != NULL
          ? &meeting->marks[label]
          : NULL;
  const QgRect *ground = label == meeting->label ? &meeting->mark->ground
                         : other != NULL         ? &other->ground
                                                 : NULL;
  double size = meeting->size * QG_HEAD_ENTRY_SIZE;
  QgHead head;

  if (qg_head_at_word (meeting->scene, edge, ground, size, &head))
    return qg_head_meets (&head, &meeting->mark->ground);
  return label == meeting->label && qg_head_at_word (meeting->scene, edge, NULL, size, &head);
}

static void
count_heads (Meeting *meeting)
{
  QgRect near = qg_rect_grow (&meeting->mark->ground, REACH);

  meeting->edges = g_array_new (FALSE, FALSE, sizeof (guint));
  qg_rtree_query (meeting->scene->piece_tree, &near, collect_edge_cb, meeting);
  g_array_sort (meeting->edges, compare_edges);
  for (guint i = 0; i < meeting->edges->len; i++)
    {
      guint edge = g_array_index (meeting->edges, guint, i);

      if (i == 0 || edge != g_array_index (meeting->edges, guint, i - 1))
        meeting->n += (meets_tip (meeting, edge) ? 1 : 0) + (meets_entry (meeting, edge) ? 1 : 0);
    }
  g_array_unref (meeting->edges);
}

static void
count_words (Meeting *meeting, QgRect words)
{
  meeting->words = words;
  qg_rtree_query (meeting->scene->verb_tree, &words, meet_verb_cb, meeting);
}

static guint
count_met (Meeting *meeting)
{
  count_words (meeting, meeting->mark->rect);
  qg_rtree_query (meeting->scene->node_tree, &meeting->mark->rect, meet_node_cb, meeting);
  count_heads (meeting);
  return meeting->n;
}

/* Where the mark may stand: its left end and its baseline. How bad that is: what it would cover, and foreign
 * words that are so near that it could be theirs. */
static guint
try_place (QgNoteMark *mark, const QgScene *scene, guint label, QgPoint place, double apart)
{
  /* A way that is lit up has a larger head. */
  Meeting meeting = { .scene = scene, .label = label, .mark = mark, .size = QG_HEAD_STRONG_SIZE };
  guint met;

  mark->rect.x = place.x;
  mark->rect.y = place.y - mark->font.size * DIGIT_HEIGHT;
  mark->baseline = place.y;
  mark->ground = qg_rect_grow (&mark->rect, GROUND);
  met = COVERED * count_met (&meeting);
  meeting.n = 0;
  count_words (&meeting, qg_rect_grow (&mark->rect, apart));
  return met + meeting.n;
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

/* Where the mark may stand, the best first; the first @n_lines behind the words. */
static guint
get_places (const QgNoteMark *mark, const QgScene *scene, guint label, QgPoint *places, guint *n_lines)
{
  const QgRect *words = &scene->verbs[label].rect;
  double size = mark->font.size, room = words->width - mark->rect.width;
  double under = words->y + words->height + size * DIGIT_HEIGHT, over = words->y - size * 0.1;
  /* In the middle, at the end, at the beginning. */
  const double at[] = { words->x + room / 2, words->x + fmax (room, 0), words->x + fmin (room, 0) };
  QgPoint ends[2 * QG_WRAP_MAX_LINES];
  guint n = 0;

  *n_lines = get_line_ends (scene, &scene->verbs[label], mark->font, ends);
  for (guint i = *n_lines; i > 0; i--)
    places[n++] = (QgPoint){ ends[i - 1].x + size * GAP, ends[i - 1].y - size * RAISE };
  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    {
      places[n++] = (QgPoint){ at[i], under };
      places[n++] = (QgPoint){ at[i], over };
    }
  places[n++] = (QgPoint){ words->x - mark->rect.width - size * GAP, ends[0].y - size * RAISE };
  return n;
}

static void
place (QgNoteMark *mark, const QgScene *scene, guint label)
{
  QgPoint places[2 * QG_WRAP_MAX_LINES + 7];
  guint n_lines, n = get_places (mark, scene, label, places, &n_lines), best = 0, least = G_MAXUINT;

  for (guint i = 0; i < n && least > 0; i++)
    {
      /* Elsewhere it is not as plain whose it is as behind a word. */
      guint met = try_place (mark, scene, label, places[i], i < n_lines ? 0 : mark->font.size * APART);

      if (met < least)
        {
          least = met;
          best = i;
        }
    }
  if (least > 0)
    try_place (mark, scene, label, places[best], 0);
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
  g_autofree QgNoteMark *marks = g_new0 (QgNoteMark, MAX (scene->n_labels, 1));
  guint n = 0;

  for (guint i = 0; i < scene->n_labels; i++)
    qg_note_mark_init (&marks[i], scene, i, footnotes);
  for (guint i = 0; i < scene->n_labels; i++)
    {
      Meeting meeting = { .scene = scene, .label = i, .mark = &marks[i], .marks = marks, .size = 1 };

      if (marks[i].text == NULL)
        continue;
      n += count_met (&meeting);
      for (guint k = i + 1; k < scene->n_labels; k++)
        n += marks[k].text != NULL && qg_rect_intersects (&marks[i].rect, &marks[k].rect);
    }
  for (guint i = 0; i < scene->n_labels; i++)
    qg_note_mark_clear (&marks[i]);
  return n;
}
