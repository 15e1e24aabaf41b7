/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-tile-layer.h"

/* The whole is kept at the finest scale at which it fits into this many device pixels. */
#define WHOLE_PIXELS 512.0
/* Room around the picture's bounds, in points, that still gets tiles: arrowheads, borders. */
#define BOUNDS_ROOM 16.0
/* Tiles so many times finer than the view stand in for nothing: too many of them for too little. */
#define STAND_IN_FINER 4.0
/* Scales besides the powers of two that are kept: that of the view, and of the views before it. */
#define MAX_OWN_SCALES 3u

typedef struct
{
  QgTileKey key;
  cairo_surface_t *surface;
  guint64 used; /* the draw that it was last needed in */
} Tile;

struct _QgTileLayer
{
  QgPicture *picture;
  double unit, whole_scale;
  QgRect bounds;
  GHashTable *tiles;  /* Tile (its key) → Tile */
  GArray *scales;     /* double, ascending: those that any tile has or had */
  GArray *own_scales; /* double: those among them that are no powers of two, oldest first */
  guint64 n_draws;
};

/* The tiles of one scale as seen in one view: which, and where they go. */
typedef struct
{
  double scale;
  double zoom;      /* device pixels of the view for one pixel of a tile */
  double left, top; /* of tile 0,0 in the view */
  int first_x, first_y, end_x, end_y;
} Grid;

static guint
key_hash (gconstpointer data)
{
  const QgTileKey *key = data;

  return g_double_hash (&key->scale) ^ (guint) key->x * 73856093u ^ (guint) key->y * 19349663u;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const QgTileKey *x = a, *y = b;

  return x->scale == y->scale && x->x == y->x && x->y == y->y;
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  cairo_surface_destroy (tile->surface);
  g_free (tile);
}

QgTileLayer *
qg_tile_layer_new (QgPicture *picture, double unit)
{
  QgTileLayer *layer = g_new0 (QgTileLayer, 1);
  double largest;

  layer->picture = qg_picture_ref (picture);
  layer->unit = unit;
  layer->bounds = qg_scene_get_bounds (picture->scene);
  layer->bounds = qg_rect_grow (&layer->bounds, BOUNDS_ROOM);
  largest = MAX (layer->bounds.width, layer->bounds.height) * unit;
  layer->whole_scale = ldexp (unit, MIN (0, (int) floor (log2 (WHOLE_PIXELS / MAX (largest, 1.0)))));
  layer->tiles = g_hash_table_new_full (key_hash, key_equal, NULL, tile_free);
  layer->scales = g_array_new (FALSE, FALSE, sizeof (double));
  layer->own_scales = g_array_new (FALSE, FALSE, sizeof (double));
  return layer;
}

void
qg_tile_layer_free (QgTileLayer *layer)
{
  g_hash_table_unref (layer->tiles);
  g_array_unref (layer->scales);
  g_array_unref (layer->own_scales);
  qg_picture_unref (layer->picture);
  g_free (layer);
}

QgPicture *
qg_tile_layer_get_picture (QgTileLayer *layer)
{
  return layer->picture;
}

QgRect
qg_tile_layer_get_bounds (QgTileLayer *layer)
{
  return layer->bounds;
}

static gboolean
has_scale (gpointer key, gpointer value, gpointer user_data)
{
  return ((const Tile *) value)->key.scale == *(const double *) user_data;
}

static void
forget_scale (QgTileLayer *layer, double scale)
{
  g_hash_table_foreach_remove (layer->tiles, has_scale, &scale);
  for (guint i = 0; i < layer->scales->len; i++)
    if (g_array_index (layer->scales, double, i) == scale)
      {
        g_array_remove_index (layer->scales, i);
        return;
      }
}

static gboolean
is_power_of_two (const QgTileLayer *layer, double scale)
{
  int exponent;

  return frexp (scale / layer->unit, &exponent) == 0.5;
}

/* Enters @scale into the list of those that may stand in for others. */
static void
know_scale (QgTileLayer *layer, double scale)
{
  guint place = 0;

  while (place < layer->scales->len && g_array_index (layer->scales, double, place) < scale)
    place++;
  if (place < layer->scales->len && g_array_index (layer->scales, double, place) == scale)
    return;
  g_array_insert_val (layer->scales, place, scale);
  if (is_power_of_two (layer, scale))
    return;
  g_array_append_val (layer->own_scales, scale);
  if (layer->own_scales->len > MAX_OWN_SCALES)
    {
      forget_scale (layer, g_array_index (layer->own_scales, double, 0));
      g_array_remove_index (layer->own_scales, 0);
    }
}

void
qg_tile_layer_add (QgTileLayer *layer, const QgTileWant *want, cairo_surface_t *surface)
{
  Tile *tile = g_new (Tile, 1);

  know_scale (layer, want->key.scale);
  tile->key = want->key;
  tile->surface = cairo_surface_reference (surface);
  tile->used = layer->n_draws;
  g_hash_table_replace (layer->tiles, &tile->key, tile);
}

static Tile *
find_tile (QgTileLayer *layer, double scale, int x, int y)
{
  const QgTileKey key = { scale, x, y };

  return g_hash_table_lookup (layer->tiles, &key);
}

/* The scale of the tiles that serve @view best: its own; while it changes, a power of two a little below or
 * above, and never coarser than the whole. At rest even the smallest picture has tiles of its own: names are
 * as large as can be read at one scale alone. */
static double
best_scale (const QgTileLayer *layer, const QgTileView *view)
{
  double wish = log2 (view->scale / layer->unit), scale;

  if (view->moving)
    return MAX (ldexp (layer->unit, (int) ceil (wish - 0.25)), layer->whole_scale);
  if (fabs (wish - round (wish)) < 1e-9)
    scale = ldexp (layer->unit, (int) round (wish));
  else
    scale = view->scale;
  return scale;
}

/* The tiles at @scale that hold a part of the picture and are within @around tiles of what is seen. */
static Grid
make_grid (const QgTileLayer *layer, double scale, const QgTileView *view, int around)
{
  const QgRect *b = &layer->bounds;
  Grid g = { .scale = scale, .zoom = view->scale / scale };
  double size, unit = scale / QG_TILE_SIZE;

  if (fabs (g.zoom - 1) < 1e-9)
    g.zoom = 1;
  /* At native scale tiles lie on whole pixels and are copied. */
  g.left = g.zoom == 1 ? -round (view->x * view->scale) : -view->x * view->scale;
  g.top = g.zoom == 1 ? -round (view->y * view->scale) : -view->y * view->scale;
  size = QG_TILE_SIZE * g.zoom;
  g.first_x = (int) floor (MAX (-g.left / size - around, b->x * unit));
  g.first_y = (int) floor (MAX (-g.top / size - around, b->y * unit));
  g.end_x = (int) ceil (MIN ((view->width - g.left) / size + around, (b->x + b->width) * unit));
  g.end_y = (int) ceil (MIN ((view->height - g.top) / size + around, (b->y + b->height) * unit));
  return g;
}

static void
want_grid (QgTileLayer *layer, const Grid *grid, GArray *wants)
{
  guint first = wants->len;
  double middle_x = (grid->first_x + grid->end_x - 1) / 2.0,
         middle_y = (grid->first_y + grid->end_y - 1) / 2.0;

  for (int y = grid->first_y; y < grid->end_y; y++)
    for (int x = grid->first_x; x < grid->end_x; x++)
      {
        QgTileWant want = { layer->picture, { grid->scale, x, y } };

        if (find_tile (layer, grid->scale, x, y) == NULL)
          g_array_append_val (wants, want);
      }
  /* From the middle outwards: an insertion sort is enough for the hundred tiles of a window. */
  for (guint i = first + 1; i < wants->len; i++)
    {
      QgTileWant want = g_array_index (wants, QgTileWant, i);
      double far = hypot (want.key.x - middle_x, want.key.y - middle_y);
      guint j = i;

      for (; j > first; j--)
        {
          const QgTileWant *before = &g_array_index (wants, QgTileWant, j - 1);

          if (hypot (before->key.x - middle_x, before->key.y - middle_y) <= far)
            break;
          g_array_index (wants, QgTileWant, j) = *before;
        }
      g_array_index (wants, QgTileWant, j) = want;
    }
}

/* All tiles of the whole, seen or not. */
static Grid
whole_grid (const QgTileLayer *layer)
{
  const QgRect *b = &layer->bounds;
  double scale = layer->whole_scale;
  const QgTileView view = { b->x, b->y, scale, (int) ceil (b->width * scale), (int) ceil (b->height * scale),
                            FALSE };

  return make_grid (layer, scale, &view, 1);
}

/* Those of @around that are not in @inner, which are in the list before them already. */
static void
want_around (QgTileLayer *layer, const Grid *around, const Grid *inner, GArray *wants)
{
  guint first = wants->len;

  want_grid (layer, around, wants);
  for (guint i = wants->len; i-- > first;)
    {
      const QgTileKey *key = &g_array_index (wants, QgTileWant, i).key;

      if (key->x >= inner->first_x && key->x < inner->end_x && key->y >= inner->first_y &&
          key->y < inner->end_y)
        g_array_remove_index (wants, i);
    }
}

void
qg_tile_layer_want (QgTileLayer *layer, const QgTileView *view, int around, GArray *wants)
{
  double scale = best_scale (layer, view);
  Grid whole = whole_grid (layer), seen, near;

  want_grid (layer, &whole, wants);
  if (scale == layer->whole_scale)
    return;
  seen = make_grid (layer, scale, view, 0);
  want_grid (layer, &seen, wants);
  near = make_grid (layer, scale, view, around);
  want_around (layer, &near, &seen, wants);
}

void
qg_tile_layer_want_seen (QgTileLayer *layer, const QgTileView *view, GArray *wants)
{
  Grid seen = make_grid (layer, best_scale (layer, view), view, 0);

  want_grid (layer, &seen, wants);
}

static guint
count_missing (QgTileLayer *layer, const Grid *grid)
{
  guint missing = 0;

  for (int y = grid->first_y; y < grid->end_y; y++)
    for (int x = grid->first_x; x < grid->end_x; x++)
      missing += find_tile (layer, grid->scale, x, y) == NULL ? 1 : 0;
  return missing;
}

static gboolean
whole_is_there (QgTileLayer *layer)
{
  const Grid whole = whole_grid (layer);

  return count_missing (layer, &whole) == 0;
}

gboolean
qg_tile_layer_is_seen (QgTileLayer *layer, const QgTileView *view)
{
  const Grid grid = make_grid (layer, best_scale (layer, view), view, 0);

  return count_missing (layer, &grid) == 0;
}

gboolean
qg_tile_layer_is_sharp (QgTileLayer *layer, const QgTileView *view)
{
  return qg_tile_layer_is_seen (layer, view) && whole_is_there (layer);
}

/* Edges of tiles are rounded to whole pixels: antialiased edges would let the background shine through. */
static void
tile_box (const Grid *grid, int x, int y, int box[4])
{
  double size = QG_TILE_SIZE * grid->zoom;

  box[0] = (int) floor (grid->left + x * size + 0.5);
  box[1] = (int) floor (grid->top + y * size + 0.5);
  box[2] = (int) floor (grid->left + (x + 1) * size + 0.5) - box[0];
  box[3] = (int) floor (grid->top + (y + 1) * size + 0.5) - box[1];
}

static void
draw_tile (cairo_t *cr, const Grid *grid, Tile *tile)
{
  int box[4];
  cairo_matrix_t matrix;

  tile_box (grid, tile->key.x, tile->key.y, box);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_matrix_init_scale (&matrix, 1 / grid->zoom, 1 / grid->zoom);
  cairo_matrix_translate (
      &matrix, -(grid->left + tile->key.x * QG_TILE_SIZE * grid->zoom) + QG_TILE_BORDER * grid->zoom,
      -(grid->top + tile->key.y * QG_TILE_SIZE * grid->zoom) + QG_TILE_BORDER * grid->zoom);
  cairo_pattern_set_matrix (cairo_get_source (cr), &matrix);
  /* The default filter took 90 ms where this one takes 3. */
  cairo_pattern_set_filter (cairo_get_source (cr),
                            grid->zoom == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, box[0], box[1], box[2], box[3]);
  cairo_fill (cr);
}

static void
draw_grid (QgTileLayer *layer, cairo_t *cr, const Grid *grid)
{
  double x1, y1, x2, y2;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  for (int y = grid->first_y; y < grid->end_y; y++)
    for (int x = grid->first_x; x < grid->end_x; x++)
      {
        Tile *tile = find_tile (layer, grid->scale, x, y);
        int box[4];

        if (tile == NULL)
          continue;
        tile->used = layer->n_draws;
        tile_box (grid, x, y, box);
        if (box[0] < x2 && box[0] + box[2] > x1 && box[1] < y2 && box[1] + box[3] > y1)
          draw_tile (cr, grid, tile);
      }
}

/* Clips to the tiles of @grid that are missing and draws there what is known at other scales, coarse to fine.
 */
static void
draw_stand_ins (QgTileLayer *layer, cairo_t *cr, const Grid *wanted, const QgTileView *view)
{
  cairo_save (cr);
  for (int y = wanted->first_y; y < wanted->end_y; y++)
    for (int x = wanted->first_x; x < wanted->end_x; x++)
      if (find_tile (layer, wanted->scale, x, y) == NULL)
        {
          int box[4];

          tile_box (wanted, x, y, box);
          cairo_rectangle (cr, box[0], box[1], box[2], box[3]);
        }
  cairo_clip (cr);
  for (guint i = 0; i < layer->scales->len; i++)
    {
      double scale = g_array_index (layer->scales, double, i);
      Grid grid;

      if (scale == wanted->scale || scale > view->scale * STAND_IN_FINER)
        continue;
      grid = make_grid (layer, scale, view, 0);
      draw_grid (layer, cr, &grid);
    }
  cairo_restore (cr);
}

/* The background, but not below what tiles will cover: a window full of pixels is a good part of a frame. */
static void
draw_background (QgTileLayer *layer, cairo_t *cr, const Grid *grid, const QgTileView *view, gboolean covered)
{
  QgColor color = qg_theme_get (layer->picture->theme)->background;
  int first[4], last[4];

  cairo_set_source_rgb (cr, ((color >> 24) & 0xff) / 255.0, ((color >> 16) & 0xff) / 255.0,
                        ((color >> 8) & 0xff) / 255.0);
  if (!covered || grid->first_x >= grid->end_x || grid->first_y >= grid->end_y)
    {
      cairo_paint (cr);
      return;
    }
  tile_box (grid, grid->first_x, grid->first_y, first);
  tile_box (grid, grid->end_x - 1, grid->end_y - 1, last);
  last[2] = MIN (last[0] + last[2], view->width);
  last[3] = MIN (last[1] + last[3], view->height);
  first[0] = MAX (first[0], 0);
  first[1] = MAX (first[1], 0);
  cairo_rectangle (cr, 0, 0, view->width, first[1]);
  cairo_rectangle (cr, 0, last[3], view->width, MAX (view->height - last[3], 0));
  cairo_rectangle (cr, 0, first[1], first[0], last[3] - first[1]);
  cairo_rectangle (cr, last[2], first[1], MAX (view->width - last[2], 0), last[3] - first[1]);
  cairo_fill (cr);
}

void
qg_tile_layer_draw (QgTileLayer *layer, cairo_t *cr, const QgTileView *view, QgTileCount *count)
{
  const Grid grid = make_grid (layer, best_scale (layer, view), view, 0);
  guint missing = count_missing (layer, &grid);
  gboolean whole = missing == 0 || whole_is_there (layer);

  layer->n_draws++;
  draw_background (layer, cr, &grid, view, missing == 0);
  if (missing > 0)
    draw_stand_ins (layer, cr, &grid, view);
  draw_grid (layer, cr, &grid);
  count->wanted += (guint) (MAX (grid.end_x - grid.first_x, 0) * MAX (grid.end_y - grid.first_y, 0));
  if (whole)
    count->wrong_level += missing;
  else
    count->empty += missing;
}

void
qg_tile_layer_draw_whole (QgTileLayer *layer, cairo_t *cr, const QgRect *box)
{
  Grid grid = whole_grid (layer);
  double zoom = MIN (box->width / layer->bounds.width, box->height / layer->bounds.height);

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_translate (cr, box->x + (box->width - layer->bounds.width * zoom) / 2,
                   box->y + (box->height - layer->bounds.height * zoom) / 2);
  cairo_scale (cr, zoom / grid.scale, zoom / grid.scale);
  cairo_translate (cr, -layer->bounds.x * grid.scale, -layer->bounds.y * grid.scale);
  grid.left = grid.top = 0;
  grid.zoom = 1;
  for (int y = grid.first_y; y < grid.end_y; y++)
    for (int x = grid.first_x; x < grid.end_x; x++)
      {
        const Tile *tile = find_tile (layer, grid.scale, x, y);

        if (tile == NULL)
          continue;
        cairo_set_source_surface (cr, tile->surface, x * QG_TILE_SIZE - QG_TILE_BORDER,
                                  y * QG_TILE_SIZE - QG_TILE_BORDER);
        cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
        cairo_rectangle (cr, x * QG_TILE_SIZE, y * QG_TILE_SIZE, QG_TILE_SIZE, QG_TILE_SIZE);
        cairo_fill (cr);
      }
  cairo_restore (cr);
}

gsize
qg_tile_layer_get_bytes (QgTileLayer *layer)
{
  return g_hash_table_size (layer->tiles) * QG_TILE_BYTES;
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const Tile *x = *(Tile *const *) a, *y = *(Tile *const *) b;

  return x->used < y->used ? -1 : x->used > y->used;
}

void
qg_tile_layer_trim (QgTileLayer *layer, gsize bytes)
{
  g_autoptr (GPtrArray) tiles = NULL;
  GHashTableIter iter;
  gpointer value;
  gsize have = qg_tile_layer_get_bytes (layer);

  if (have <= bytes)
    return;
  tiles = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (tiles, value);
  g_ptr_array_sort (tiles, compare_used);
  for (guint i = 0; i < tiles->len && have > bytes; i++)
    {
      const Tile *tile = g_ptr_array_index (tiles, i);

      if (tile->key.scale == layer->whole_scale || tile->used == layer->n_draws)
        continue;
      g_hash_table_remove (layer->tiles, &tile->key);
      have -= QG_TILE_BYTES;
    }
}
