/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a frame costs: a made-up map in a canvas that is panned and zoomed, beside a widget that fills the
 * same window with one colour. Wall and main-thread time are taken from the frame clock's before-paint to its
 * after-paint. The modes take turns, a second each, so that what disturbs the machine for a while disturbs
 * all of them.
 *
 *   bench-frames [--dot=FILE] [--frames=N] NODES…
 *
 * One line a mode, tab-separated, for tests/bench/bench.py, which sets xdot beside it; --dot writes the last
 * map with its places for that. */

#include <gtk/gtk.h>
#include <time.h>

#include "bench-map.h"
#include "qg-canvas.h"

#define WIDTH 1280
#define HEIGHT 800
#define WARM_UP 20u
#define ROUND_FRAMES 60u

typedef enum
{
  MODE_FLAT,
  MODE_PAN_ALL,
  MODE_PAN_FULL,
  MODE_ZOOM,
  N_MODES,
} Mode;

static const char *const mode_names[] = { "flat", "pan-all", "pan-100", "zoom" };

/* What was measured of a mode. */
typedef struct
{
  guint frame;        /* where its movement is */
  GArray *wall, *cpu; /* double, milliseconds */
  guint empty_tiles, wrong_level_tiles, wanted_tiles, tiles_drawn;
} Figures;

typedef struct
{
  GtkWidget *window, *canvas, *flat;
  QgExplorer *explorer;
  Mode mode;
  Figures figures[N_MODES];
  guint n_frames;          /* to be measured of each mode */
  guint round, round_ends; /* frames of this turn */
  double fit_zoom;
  QgRect bounds;
  double wall_start, cpu_start;
  gboolean running;
} Bench;

static double
read_clock (clockid_t id)
{
  struct timespec t;

  clock_gettime (id, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

/* A widget of one colour, another one at every frame. */

#define BENCH_TYPE_FLAT (bench_flat_get_type ())
G_DECLARE_FINAL_TYPE (BenchFlat, bench_flat, BENCH, FLAT, GtkWidget)
struct _BenchFlat
{
  GtkWidget parent_instance;
  guint n;
};
G_DEFINE_FINAL_TYPE (BenchFlat, bench_flat, GTK_TYPE_WIDGET)

static void
bench_flat_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchFlat *self = BENCH_FLAT (widget);
  const GdkRGBA color = { 0.9f, 0.9f, self->n++ % 2 ? 0.8f : 0.9f, 1 };

  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static void
bench_flat_class_init (BenchFlatClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_flat_snapshot;
}

static void
bench_flat_init (BenchFlat *self)
{
}

/* One step of a mode: where to look at this frame. */
static void
step (Bench *b)
{
  QgCanvas *canvas = QG_CANVAS (b->canvas);
  double phase = (double) b->figures[b->mode].frame / 60.0 * G_PI, scale, zoom;
  double x, y;

  switch (b->mode)
    {
    case MODE_PAN_ALL:
      zoom = b->fit_zoom;
      scale = zoom * QG_CANVAS_PIXELS_PER_POINT;
      x = b->bounds.x + b->bounds.width / 2 - WIDTH / scale / 2 + sin (phase) * 100 / scale;
      y = b->bounds.y + b->bounds.height / 2 - HEIGHT / scale / 2 + cos (phase) * 60 / scale;
      break;
    case MODE_PAN_FULL:
      zoom = 1;
      scale = QG_CANVAS_PIXELS_PER_POINT;
      x = b->bounds.x + b->bounds.width / 2 - WIDTH / scale / 2 + sin (phase / 4) * 1200 / scale;
      y = b->bounds.y + b->bounds.height / 2 - HEIGHT / scale / 2 + cos (phase / 4) * 700 / scale;
      break;
    case MODE_ZOOM:
      zoom = b->fit_zoom * pow (MAX (1 / b->fit_zoom, 2), (1 - cos (phase / 2)) / 2);
      scale = zoom * QG_CANVAS_PIXELS_PER_POINT;
      x = b->bounds.x + b->bounds.width / 2 - WIDTH / scale / 2;
      y = b->bounds.y + b->bounds.height / 2 - HEIGHT / scale / 2;
      break;
    case MODE_FLAT:
    case N_MODES:
    default:
      gtk_widget_queue_draw (b->flat);
      return;
    }
  qg_canvas_set_viewport (canvas, x, y, zoom);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *b = data;

  step (b);
  return G_SOURCE_CONTINUE;
}

static void
before_cb (GdkFrameClock *clock, Bench *b)
{
  b->wall_start = read_clock (CLOCK_MONOTONIC);
  b->cpu_start = read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_cb (GdkFrameClock *clock, Bench *b)
{
  double wall = read_clock (CLOCK_MONOTONIC) - b->wall_start;
  double cpu = read_clock (CLOCK_THREAD_CPUTIME_ID) - b->cpu_start;

  if (!b->running)
    return;
  if (b->round == WARM_UP)
    qg_canvas_reset_stats (QG_CANVAS (b->canvas));
  if (b->round >= WARM_UP)
    {
      g_array_append_val (b->figures[b->mode].wall, wall);
      g_array_append_val (b->figures[b->mode].cpu, cpu);
    }
  b->figures[b->mode].frame++;
  b->running = ++b->round < b->round_ends;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
mean (const GArray *values)
{
  double sum = 0;

  for (guint i = 0; i < values->len; i++)
    sum += g_array_index (values, double, i);
  return sum / MAX (values->len, 1);
}

static double
percentile (GArray *values, double share)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, MIN (values->len - 1, (guint) (share * values->len)));
}

/* A turn of @mode: some frames to begin with, then @n_frames that are measured. */
static void
run_round (Bench *b, Mode mode, guint n_frames)
{
  Figures *figures = &b->figures[mode];
  GdkFrameClock *clock;
  QgCanvasStats stats;
  guint tick;

  gtk_window_set_child (GTK_WINDOW (b->window), mode == MODE_FLAT ? b->flat : b->canvas);
  clock = gtk_widget_get_frame_clock (b->window);
  b->mode = mode;
  b->round = 0;
  b->round_ends = WARM_UP + n_frames;
  b->running = TRUE;
  tick = gtk_widget_add_tick_callback (b->window, tick_cb, b, NULL);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), b);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), b);
  while (b->running)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, b);
  gtk_widget_remove_tick_callback (b->window, tick);
  if (mode == MODE_FLAT)
    return;
  qg_canvas_get_stats (QG_CANVAS (b->canvas), &stats);
  figures->empty_tiles += stats.empty_tiles;
  figures->wrong_level_tiles += stats.wrong_level_tiles;
  figures->wanted_tiles += stats.wanted_tiles;
  figures->tiles_drawn += stats.tiles_drawn;
}

static void
begin_figures (Bench *b)
{
  for (Mode mode = 0; mode < N_MODES; mode++)
    b->figures[mode] = (Figures){
      .wall = g_array_new (FALSE, FALSE, sizeof (double)),
      .cpu = g_array_new (FALSE, FALSE, sizeof (double)),
    };
}

static void
tell_figures (Bench *b, guint n_nodes)
{
  for (Mode mode = 0; mode < N_MODES; mode++)
    {
      Figures *f = &b->figures[mode];
      double wanted = MAX (f->wanted_tiles, 1);

      g_print ("frames\t%u\t%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.4f\t%.4f\t%u\n", n_nodes, mode_names[mode],
               mean (f->wall), percentile (f->wall, 0.99), mean (f->cpu), percentile (f->cpu, 0.99),
               f->empty_tiles / wanted, f->wrong_level_tiles / wanted, f->tiles_drawn);
      g_clear_pointer (&f->wall, g_array_unref);
      g_clear_pointer (&f->cpu, g_array_unref);
    }
}

/* Runs until everything that is seen is sharp; milliseconds. */
static double
wait_sharp (Bench *b)
{
  double start = read_clock (CLOCK_MONOTONIC);
  QgCanvasStats stats;

  qg_canvas_reset_stats (QG_CANVAS (b->canvas));
  gtk_widget_queue_draw (b->canvas);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      qg_canvas_get_stats (QG_CANVAS (b->canvas), &stats);
    }
  while (stats.frames == 0 || !stats.sharp || qg_canvas_get_scene (QG_CANVAS (b->canvas)) == NULL);
  return read_clock (CLOCK_MONOTONIC) - start;
}

static void
run_size (Bench *b, guint n_nodes)
{
  g_autoptr (QgMap) map = bench_map_new (n_nodes, 1);
  g_autoptr (GError) error = NULL;
  double first, jump;

  qg_explorer_set_map (b->explorer, map);
  qg_explorer_set_engine (b->explorer, n_nodes > 20000 ? QG_ENGINE_OSAGE : QG_ENGINE_SFDP);
  gtk_window_set_child (GTK_WINDOW (b->window), b->flat);
  if (!qg_explorer_wait (b->explorer, &error))
    g_error ("%s", error->message);
  /* From here the scene is there; what is measured is the canvas. */
  b->canvas = g_object_ref_sink (qg_canvas_new ());
  gtk_window_set_child (GTK_WINDOW (b->window), b->canvas);
  while (gtk_widget_get_width (b->canvas) == 0)
    g_main_context_iteration (NULL, TRUE);
  qg_canvas_set_explorer (QG_CANVAS (b->canvas), b->explorer);
  first = wait_sharp (b);
  b->fit_zoom = qg_canvas_get_zoom (QG_CANVAS (b->canvas));
  b->bounds = qg_scene_get_bounds (qg_canvas_get_scene (QG_CANVAS (b->canvas)));
  begin_figures (b);
  b->mode = MODE_PAN_FULL;
  step (b);
  jump = wait_sharp (b);
  g_print ("sharp\t%u\t%.0f\t%.0f\n", n_nodes, first, jump);
  for (guint done = 0; done < b->n_frames; done += ROUND_FRAMES)
    for (Mode mode = 0; mode < N_MODES; mode++)
      run_round (b, mode, MIN (ROUND_FRAMES, b->n_frames - done));
  tell_figures (b, n_nodes);
}

int
main (int argc, char **argv)
{
  g_autofree char *dot = NULL, *cache = NULL;
  int n_frames = 480;
  const GOptionEntry entries[] = {
    { "dot", 0, 0, G_OPTION_ARG_FILENAME, &dot, "Write the last map with its places", "FILE" },
    { "frames", 0, 0, G_OPTION_ARG_INT, &n_frames, "Frames to measure in each mode", "N" },
    { "cache", 0, 0, G_OPTION_ARG_FILENAME, &cache, "Keep layouts here", "FOLDER" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("NODES…");
  g_autoptr (GError) error = NULL;
  g_autoptr (QgLayouter) layouter = NULL;
  Bench b = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  gtk_init ();
  layouter = qg_layouter_new (NULL, cache);
  qg_layouter_set_time_limit (layouter, 600);
  b.explorer = qg_explorer_new (layouter);
  b.n_frames = (guint) MAX (n_frames, 10);
  b.window = gtk_window_new ();
  b.flat = g_object_ref_sink (g_object_new (BENCH_TYPE_FLAT, NULL));
  gtk_window_set_decorated (GTK_WINDOW (b.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (b.window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (b.window));
  for (int i = 1; i < argc; i++)
    {
      run_size (&b, (guint) g_ascii_strtoull (argv[i], NULL, 10));
      if (i + 1 == argc && dot != NULL)
        bench_write_dot (qg_canvas_get_scene (QG_CANVAS (b.canvas)), dot);
      qg_canvas_set_explorer (QG_CANVAS (b.canvas), NULL);
      gtk_window_set_child (GTK_WINDOW (b.window), NULL);
      g_clear_object (&b.canvas);
    }
  return 0;
}
