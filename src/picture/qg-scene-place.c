/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Words where no engine has placed them: near the middle of the way, where they cover neither a box nor
 * another word. A word for which there is no such place is left out (and counted in the report); it is seen
 * when its way is lit up. */

#include "qg-curve.h"
#include "qg-scene-private.h"

#define CELL 96.0
/* Beyond so many, the words are seen only a few at a time: they stand in the middle, unchecked. */
#define MAX_CHECKED 20000
/* Up to so many, places are compared by the ways that would run under the word: it stands on a ground of its
 * own, which cuts them. */
#define MAX_COMPARED 600
/* Straight pieces of ways are no further from them than this. */
#define TOLERANCE 1.0
#define N_IN_THE_WAY 4u
/* Points between a word and a box. */
#define AIR 1.5

typedef struct
{
  QgScene *scene;
  GHashTable *cells; /* of the words that stand: cell → GArray of labels */
  const QgRect *rect;
  GArray *titles;  /* QgRect: of groups, which stand above everything */
  GArray *lengths; /* double: of the curves of the way whose word is placed */
  /* What the last places that were tried lay on: the next ones mostly do, too. */
  QgRect in_the_way[N_IN_THE_WAY];
  guint n_in_the_way; /* since the word was begun; the oldest are written over */
  gboolean free;
  /* Where places are compared. */
  GArray *pieces; /* Piece */
  QgRTree *piece_tree;
  guint label;
  GArray *under; /* guint: the edges that run under the place that is looked at */
  guint enough;  /* so many that the others need not be found */
  guint *leasts; /* of each word that was placed: how many run under it; G_MAXUINT: it has no place */
} Placing;

/* A straight piece of a way. */
typedef struct
{
  QgPoint a, b;
  guint edge;
} Piece;

static gpointer
cell_key (int x, int y)
{
  return GUINT_TO_POINTER ((guint) x * 73856093u ^ (guint) y * 19349663u);
}

static void
for_cells (Placing *p, const QgRect *rect, void (*func) (Placing *p, gpointer key, guint label), guint label)
{
  int x2 = (int) floor ((rect->x + rect->width) / CELL), y2 = (int) floor ((rect->y + rect->height) / CELL);

  for (int x = (int) floor (rect->x / CELL); x <= x2; x++)
    for (int y = (int) floor (rect->y / CELL); y <= y2; y++)
      func (p, cell_key (x, y), label);
}

static void
remember (Placing *p, const QgRect *rect)
{
  p->in_the_way[p->n_in_the_way++ % N_IN_THE_WAY] = *rect;
  p->free = FALSE;
}

static void
check_cell (Placing *p, gpointer key, guint label)
{
  GArray *labels = g_hash_table_lookup (p->cells, key);

  for (guint i = 0; labels != NULL && i < labels->len && p->free; i++)
    {
      const QgRect *word = &p->scene->verbs[g_array_index (labels, guint, i)].rect;

      if (qg_rect_intersects (word, p->rect))
        remember (p, word);
    }
}

static void
enter_cell (Placing *p, gpointer key, guint label)
{
  GArray *labels = g_hash_table_lookup (p->cells, key);

  if (labels == NULL)
    {
      labels = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (p->cells, key, labels);
    }
  g_array_append_val (labels, label);
}

static void
leave_cell (Placing *p, gpointer key, guint label)
{
  GArray *labels = g_hash_table_lookup (p->cells, key);

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    if (g_array_index (labels, guint, i) == label)
      {
        g_array_remove_index_fast (labels, i);
        return;
      }
}

static gboolean
stop_at_node (guint node, gpointer user_data)
{
  Placing *p = user_data;
  /* With the air that is asked for around a word. */
  const QgRect box = qg_rect_grow (&p->scene->layout->nodes[node], AIR);

  remember (p, &box);
  return FALSE;
}

static gboolean
is_free (Placing *p, const QgRect *rect)
{
  QgRect with_air = qg_rect_grow (rect, AIR);

  for (guint i = 0; i < MIN (p->n_in_the_way, N_IN_THE_WAY); i++)
    if (qg_rect_intersects (&p->in_the_way[i], rect))
      return FALSE;
  p->free = TRUE;
  p->rect = rect;
  for (guint i = 0; i < p->titles->len && p->free; i++)
    if (qg_rect_intersects (&g_array_index (p->titles, QgRect, i), rect))
      remember (p, &g_array_index (p->titles, QgRect, i));
  if (p->free)
    qg_rtree_query (p->scene->node_tree, &with_air, stop_at_node, p);
  if (p->free)
    for_cells (p, rect, check_cell, 0);
  return p->free;
}

static void
add_piece (QgPoint a, QgPoint b, gpointer user_data)
{
  Placing *p = user_data;
  Piece piece = { a, b, p->label };

  g_array_append_val (p->pieces, piece);
}

/* All ways in straight pieces. */
static void
collect_pieces (Placing *p)
{
  g_autofree QgRect *rects = NULL;

  p->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  p->under = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < p->scene->n_edges; i++)
    {
      const QgWay *way = &p->scene->ways[i];

      p->label = i;
      for (guint j = 0; j + 3 < way->n; j += 3)
        qg_curve_flatten (way->points + j, TOLERANCE, add_piece, p);
    }
  rects = g_new (QgRect, MAX (p->pieces->len, 1));
  for (guint i = 0; i < p->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (p->pieces, Piece, i);

      rects[i] = (QgRect){ MIN (piece->a.x, piece->b.x), MIN (piece->a.y, piece->b.y),
                           fabs (piece->a.x - piece->b.x), fabs (piece->a.y - piece->b.y) };
    }
  p->piece_tree = qg_rtree_new (rects, p->pieces->len);
  p->leasts = g_new0 (guint, MAX (p->scene->n_labels, 1));
}

static gboolean
add_under (guint number, gpointer user_data)
{
  Placing *p = user_data;
  const Piece *piece = &g_array_index (p->pieces, Piece, number);

  if (p->scene->request->edges[piece->edge].label == p->label ||
      !qg_segment_meets_rect (piece->a, piece->b, p->rect))
    return TRUE;
  for (guint i = 0; i < p->under->len; i++)
    if (g_array_index (p->under, guint, i) == piece->edge)
      return TRUE;
  g_array_append_val (p->under, piece->edge);
  return p->under->len < p->enough;
}

/* How many ways of other words run under a word there; @enough where it is that many or more. */
static guint
count_under (Placing *p, const QgRect *rect, guint enough)
{
  p->enough = enough;
  g_array_set_size (p->under, 0);
  p->rect = rect;
  qg_rtree_query (p->piece_tree, rect, add_under, p);
  return p->under->len;
}

/* How far from its way a word stands: so many of its own widths (or heights, as the way runs) and points,
 * from middle to middle. */
typedef struct
{
  double share, gap;
} Aside;

/* Places along a way: on it first, then beside it; each time from the middle outward, to both sides in turn.
 * Near its ends no word is looked for. */
typedef struct
{
  double step; /* a share of the way */
  guint n_steps, n_asides;
  const Aside *asides;
} Search;

#define MOST_STEPS 47

static const Aside usual_asides[] = { { 0, 0 }, { 0.7, 0 }, { -0.7, 0 } };
static const Search usual = { 0.04, 21, G_N_ELEMENTS (usual_asides), usual_asides };
static const Aside near_asides[] = { { 0, 0 }, { 0.5, 1 }, { -0.5, -1 }, { 0.5, 6 }, { -0.5, -6 } };
static const Search thorough = { 0.02, 45, G_N_ELEMENTS (near_asides), near_asides };

/* The first place that is free, or, where places are compared, the first among those under which the fewest
 * ways run, if these are fewer than @least. Returns how many; G_MAXUINT where there is no such place. */
static guint
find_place (Placing *p, const QgWay *way, const Search *search, guint least, QgRect *rect)
{
  QgPoint at[MOST_STEPS], d[MOST_STEPS];
  QgRect best = { 0, 0, -1, -1 };
  double *lengths, length;
  guint n_known = 0;

  g_array_set_size (p->lengths, way->n / 3 + 1);
  lengths = (double *) (gpointer) p->lengths->data;
  length = qg_curve_lengths (way->points, way->n, lengths);
  p->n_in_the_way = 0;
  for (guint s = 0; s < search->n_asides; s++)
    for (guint i = 0; i < search->n_steps; i++)
      {
        double share = 0.5 + (i % 2 == 0 ? -1 : 1) * (double) ((i + 1) / 2) * search->step, off;
        guint under = 0;

        for (; n_known <= i; n_known++)
          at[i] = qg_curve_at_length (way->points, way->n, lengths, length * share, &d[i]);
        off = (fabs (d[i].y) * rect->width + fabs (d[i].x) * rect->height) * search->asides[s].share +
              search->asides[s].gap;
        rect->x = at[i].x - d[i].y * off - rect->width / 2;
        rect->y = at[i].y + d[i].x * off - rect->height / 2;
        if (!is_free (p, rect))
          continue;
        if (p->piece_tree != NULL)
          under = count_under (p, rect, least);
        if (under == 0)
          return 0;
        if (under >= least)
          continue;
        least = under;
        best = *rect;
      }
  if (best.width < 0)
    return G_MAXUINT;
  *rect = best;
  return least;
}

static void
place (Placing *p, guint label, gboolean checked)
{
  QgVerbPlace *verb = &p->scene->verbs[label];
  const QgWay *way = &p->scene->ways[p->scene->label_edges[verb->first]];
  QgRect rect = verb->rect;
  QgPoint middle;
  guint least;

  if (!checked)
    {
      middle = qg_curve_point (way->points + (way->n - 1) / 6 * 3, 0.5);
      verb->rect.x = middle.x - verb->rect.width / 2;
      verb->rect.y = middle.y - verb->rect.height / 2;
      return;
    }
  p->label = label;
  least = find_place (p, way, &usual, G_MAXUINT, &rect);
  if (p->leasts != NULL)
    p->leasts[label] = least;
  if (least < G_MAXUINT)
    {
      verb->rect = rect;
      for_cells (p, &rect, enter_cell, label);
    }
  else
    verb->rect.width = -verb->rect.width;
}

/* Once more, for a word under which ways run or that has no place: more thoroughly, now that the others
 * stand. */
static void
place_better (Placing *p, guint label)
{
  QgVerbPlace *verb = &p->scene->verbs[label];
  const QgWay *way = &p->scene->ways[p->scene->label_edges[verb->first]];
  gboolean stands = p->leasts[label] < G_MAXUINT;
  QgRect rect = verb->rect;
  guint least;

  if (p->leasts[label] == 0)
    return;
  rect.width = fabs (rect.width);
  if (stands)
    for_cells (p, &verb->rect, leave_cell, label);
  p->label = label;
  least = find_place (p, way, &thorough, p->leasts[label], &rect);
  if (least < G_MAXUINT)
    {
      p->leasts[label] = least;
      verb->rect = rect;
    }
  if (stands || least < G_MAXUINT)
    for_cells (p, &verb->rect, enter_cell, label);
}

typedef struct
{
  double length;
  guint label;
} Waiting;

static int
by_length (gconstpointer a, gconstpointer b)
{
  const Waiting *x = a, *y = b;

  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  return x->label < y->label ? -1 : x->label > y->label;
}

/* The shortest ways first: they have the fewest places for their words. */
static void
place_all (Placing *p, GArray *waiting)
{
  gboolean checked = waiting->len <= MAX_CHECKED;

  if (checked)
    for (guint i = 0; i < waiting->len; i++)
      {
        Waiting *w = &g_array_index (waiting, Waiting, i);
        const QgWay *way = &p->scene->ways[p->scene->label_edges[p->scene->verbs[w->label].first]];

        w->length = qg_curve_length (way->points, way->n);
      }
  if (checked)
    g_array_sort (waiting, by_length);
  for (guint i = 0; i < waiting->len; i++)
    place (p, g_array_index (waiting, Waiting, i).label, checked);
  for (guint i = 0; i < waiting->len && p->leasts != NULL; i++)
    place_better (p, g_array_index (waiting, Waiting, i).label);
}

static GArray *
new_titles (const QgScene *scene)
{
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (QgRect));

  for (guint i = 0; i < scene->request->n_groups; i++)
    {
      QgRect rect;

      if (qg_scene_find_group_title (scene, i, &rect))
        g_array_append_val (titles, rect);
    }
  return titles;
}

void
qg_scene_place_verbs (QgScene *scene)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) titles = new_titles (scene);
  Placing p = { .scene = scene, .lengths = lengths, .titles = titles };
  const QgRect *placed = scene->layout->labels;
  gboolean has = scene->layout->n_labels == scene->n_labels && placed != NULL;
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));

  p.cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < scene->n_labels; i++)
    {
      QgVerbPlace *verb = &scene->verbs[i];
      QgWords *words = verb->n > 0 ? &scene->verb_words[verb->wording] : NULL;
      QgSize size;

      verb->rect.width = -1;
      if (words == NULL || words->first->width <= 0)
        continue;
      size = qg_words_size (words, qg_look_verb_font ());
      verb->rect.width = size.width + 2 * QG_LOOK_VERB_PAD_X;
      verb->rect.height = size.height + 2 * QG_LOOK_VERB_PAD_Y;
      if (!has || placed[i].width < 0)
        {
          Waiting w = { 0, i };

          g_array_append_val (waiting, w);
          continue;
        }
      verb->rect.x = placed[i].x + (placed[i].width - verb->rect.width) / 2;
      verb->rect.y = placed[i].y + (placed[i].height - verb->rect.height) / 2;
      if (scene->n_labels <= MAX_CHECKED)
        for_cells (&p, &verb->rect, enter_cell, i);
    }
  if (waiting->len > 0 && waiting->len <= MAX_COMPARED)
    collect_pieces (&p);
  place_all (&p, waiting);
  g_hash_table_unref (p.cells);
  g_clear_pointer (&p.pieces, g_array_unref);
  g_clear_pointer (&p.under, g_array_unref);
  g_clear_pointer (&p.leasts, g_free);
  g_clear_pointer (&p.piece_tree, qg_rtree_free);
}
