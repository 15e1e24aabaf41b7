/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Helpers that are not there, crash, hang, or answer what is no layout; each is a script in place of the real
 * one. */

#include "qg-layouter.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "qg-wire.h"

static char *dir;

static QgLayoutRequest *
make_request (void)
{
  static const QgSize nodes[] = { { 60, 30 }, { 60, 30 } };
  static const QgLayoutEdge edge = { 0, 1, 0 };
  static const QgSize label = { 30, 10 };

  return qg_layout_request_new (&(QgLayoutRequest){ .node_gap = 10,
                                                    .rank_gap = 30,
                                                    .root = QG_NONE,
                                                    .n_nodes = 2,
                                                    .n_edges = 1,
                                                    .n_labels = 1,
                                                    .nodes = nodes,
                                                    .edges = &edge,
                                                    .labels = &label });
}

/* Writes a helper; returns its path. */
static char *
write_script (const char *text)
{
  char *path = g_build_filename (dir, "helper", NULL);
  g_autofree char *script = g_strconcat ("#!/bin/sh\n", text, "\n", NULL);

  g_assert_true (g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, NULL));
  return path;
}

static void
expect (const char *helper, double seconds, int code)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (helper, NULL);
  g_autoptr (QgLayoutRequest) request = make_request ();
  g_autoptr (GError) error = NULL;

  qg_layouter_set_time_limit (layouter, seconds);
  g_assert_null (qg_layouter_run (layouter, request, NULL, &error));
  g_assert_error (error, QG_LAYOUT_ERROR, code);
  g_assert_nonnull (error->message);
}

static void
expect_script (const char *text, double seconds, int code)
{
  g_autofree char *path = write_script (text);

  expect (path, seconds, code);
}

static void
test_missing (void)
{
  g_autofree char *path = write_script ("exit 0"), *none = g_build_filename (dir, "none", NULL);

  expect (none, 60, QG_LAYOUT_ERROR_MISSING);
  expect (dir, 60, QG_LAYOUT_ERROR_MISSING);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  expect (path, 60, QG_LAYOUT_ERROR_MISSING);
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
}

static void
test_crash (void)
{
  expect_script ("kill -SEGV $$", 60, QG_LAYOUT_ERROR_CRASHED);
  expect_script ("kill -ABRT $$", 60, QG_LAYOUT_ERROR_CRASHED);
  expect_script ("head -c 40 /dev/zero; kill -KILL $$", 60, QG_LAYOUT_ERROR_CRASHED);
  expect_script ("exit 1", 60, QG_LAYOUT_ERROR_CRASHED);
  expect_script ("exit 3", 60, QG_LAYOUT_ERROR_MEMORY);
}

static void
test_hang (void)
{
  expect_script ("sleep 1000", 0.2, QG_LAYOUT_ERROR_TIME);
  expect_script ("trap '' TERM HUP INT; while :; do :; done", 0.2, QG_LAYOUT_ERROR_TIME);
}

static void
test_garbage (void)
{
  expect_script ("exit 0", 60, QG_LAYOUT_ERROR_ANSWER);
  expect_script ("echo hello", 60, QG_LAYOUT_ERROR_ANSWER);
  expect_script ("head -c 5000 /dev/urandom", 60, QG_LAYOUT_ERROR_ANSWER);
  expect_script ("exec cat /dev/zero", 60, QG_LAYOUT_ERROR_ANSWER);
}

/* An answer as the real helper would write it, to be damaged. */
typedef struct
{
  QgWireHeader header;
  QgRect nodes[2];
  QgWirePath path;
  QgPoint points[7];
  QgRect label;
  QgWireAnswer answer;
} Answer;

static void
answer_init (Answer *a)
{
  *a = (Answer){
    .nodes = { { 0, 0, 60, 30 }, { 0, 90, 60, 30 } },
    .path = { 0, 7, 3 },
    .points = { { 30, 30 }, { 30, 40 }, { 30, 50 }, { 30, 60 }, { 30, 70 }, { 30, 80 }, { 30, 90 } },
    .label = { 15, 55, 30, 10 },
  };
  a->answer = (QgWireAnswer){ .width = 60,
                              .height = 120,
                              .n_nodes = 2,
                              .n_edges = 1,
                              .n_labels = 1,
                              .n_points = 7,
                              .nodes = a->nodes,
                              .paths = &a->path,
                              .points = a->points,
                              .labels = &a->label };
}

/* Writes the answer with @extra bytes behind it, or without its last ones where that is negative, and a
 * helper that gives it. */
static char *
write_answer (Answer *a, int extra)
{
  g_autoptr (GBytes) payload = qg_wire_encode_answer (&a->answer);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *path = g_build_filename (dir, "answer", NULL), *script = NULL;

  qg_wire_header_init (&a->header, QG_WIRE_LAYOUT, g_bytes_get_size (payload));
  g_byte_array_append (bytes, (const guint8 *) &a->header, sizeof a->header);
  g_byte_array_append (bytes, g_bytes_get_data (payload, NULL), (guint) g_bytes_get_size (payload));
  g_byte_array_set_size (bytes, (guint) ((int) bytes->len + extra));
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  script = g_strdup_printf ("exec cat '%s'", path);
  return write_script (script);
}

static void
expect_answer (Answer *a, int extra)
{
  g_autofree char *path = write_answer (a, extra);

  expect (path, 60, QG_LAYOUT_ERROR_ANSWER);
  answer_init (a);
}

static void
test_answers (void)
{
  Answer a;

  answer_init (&a);
  {
    g_autofree char *path = write_answer (&a, 0);
    g_autoptr (QgLayouter) layouter = qg_layouter_new (path, NULL);
    g_autoptr (QgLayoutRequest) request = make_request ();
    g_autoptr (GError) error = NULL;
    g_autoptr (QgLayout) layout = qg_layouter_run (layouter, request, NULL, &error);

    /* Undamaged it is taken, so that what follows proves something. */
    g_assert_no_error (error);
    g_assert_cmpfloat (layout->nodes[1].y, ==, 90);
  }
  for (int cut = 1; cut < 300; cut += 13)
    expect_answer (&a, -cut);
  expect_answer (&a, 8);
  a.nodes[0].x = NAN;
  expect_answer (&a, 0);
  a.nodes[1].y = INFINITY;
  expect_answer (&a, 0);
  a.nodes[1].y = 1e6; /* outside of the picture */
  expect_answer (&a, 0);
  a.nodes[1].width = 61; /* another size than asked for */
  expect_answer (&a, 0);
  a.points[3].y = -NAN;
  expect_answer (&a, 0);
  a.label.height = -1;
  expect_answer (&a, 0);
  a.answer.width = -60;
  expect_answer (&a, 0);
  a.answer.height = INFINITY;
  expect_answer (&a, 0);
  a.answer.n_nodes = 1;
  expect_answer (&a, 0);
  a.answer.n_labels = 0;
  expect_answer (&a, 0);
  a.path.n = 6;
  expect_answer (&a, 0);
  a.path.first = 4;
  expect_answer (&a, 0);
  a.path.first = G_MAXUINT32;
  expect_answer (&a, 0);
  a.path.n = 0; /* an edge that was not drawn begins somewhere, too */
  a.path.label_at = QG_WIRE_NONE;
  a.path.first = 8;
  expect_answer (&a, 0);
  a.path.label_at = 4;
  expect_answer (&a, 0);
  a.path.label_at = 9;
  expect_answer (&a, 0);
}

/* ── Cancelling, and the end of the program ── */

typedef struct
{
  GMainLoop *loop;
  GError *error;
  gint64 cancelled_at, came_at;
  GCancellable *cancellable;
} Waiting;

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *w = data;

  g_assert_null (qg_layouter_run_finish (QG_LAYOUTER (source), result, &w->error));
  w->came_at = g_get_monotonic_time ();
  g_main_loop_quit (w->loop);
}

static gboolean
cancel_cb (gpointer data)
{
  Waiting *w = data;

  w->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (w->cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (void)
{
  g_autofree char *path = write_script ("trap '' TERM; while :; do :; done");
  g_autoptr (QgLayouter) layouter = qg_layouter_new (path, NULL);
  g_autoptr (QgLayoutRequest) request = make_request ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting w = { .loop = loop, .cancellable = cancellable };

  qg_layouter_run_async (layouter, request, cancellable, ran_cb, &w);
  g_timeout_add (200, cancel_cb, &w);
  g_main_loop_run (loop);
  g_assert_error (w.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_test_message ("cancelled within %.1f ms", (double) (w.came_at - w.cancelled_at) / 1000);
  g_assert_cmpint (w.came_at - w.cancelled_at, <, 2000000); /* a watchdog: ten times the limit */
  g_clear_error (&w.error);
}

/* The process that has @parent as its parent; 0 while there is none. */
static int
find_child (int parent)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", parent, parent), *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? atoi (text) : 0;
}

static gboolean
is_running (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid), *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, ") Z ") == NULL;
}

/* Waits until the helper has closed its doors and is into the engine's work: a filter of system calls is on
 * (where there is none: limits are), new rights cannot be had, time and core files are limited. */
static void
assert_doors_closed (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *limits_path = g_strdup_printf ("/proc/%d/limits", pid);

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *text = NULL, *limits = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_file_get_contents (limits_path, &limits, NULL, NULL));
      if (strstr (text, "NoNewPrivs:\t1\n") != NULL &&
#if defined(__x86_64__) || defined(__aarch64__)
          strstr (text, "Seccomp:\t2\n") != NULL &&
#endif
          g_regex_match_simple ("Max cpu time +[0-9]+ ", limits, 0, 0) &&
          g_regex_match_simple ("Max core file size +0 ", limits, 0, 0))
        return;
      g_usleep (10000);
    }
  g_assert_not_reached ();
}

static void
test_orphan (void)
{
  g_autofree char *program = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "layout", "layout-victim", NULL);
  char *argv[] = { program, NULL };
  GPid victim;
  int helper = 0;

  g_assert_true (g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &victim, NULL));
  for (int i = 0; i < 1000 && helper == 0; i++)
    {
      g_usleep (10000);
      helper = find_child (victim);
    }
  g_assert_cmpint (helper, >, 0);
  assert_doors_closed (helper);
  g_assert_true (is_running (helper));
  kill (victim, SIGKILL);
  for (int i = 0; i < 1000 && is_running (helper); i++)
    g_usleep (10000);
  g_assert_false (is_running (helper));
  g_spawn_close_pid (victim);
}

static void
too_large_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (qg_layouter_run_finish (QG_LAYOUTER (source), result, &error));
  g_assert_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_MEMORY);
  *(gboolean *) data = TRUE;
}

/* What is more than engines bear is refused whole; its provisional places are all there. */
static void
test_too_large (void)
{
  const guint n = QG_LAYOUT_MAX_NODES + 2;
  const QgLayoutEdge last = { n - 2, n - 1, QG_NONE };
  g_autofree QgSize *sizes = g_new (QgSize, n);
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, dir);
  g_autoptr (QgLayoutRequest) request = NULL;
  g_autoptr (QgLayout) provisional = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  for (guint i = 0; i < n; i++)
    sizes[i] = (QgSize){ 10, 10 };
  request = qg_layout_request_new (&(QgLayoutRequest){ .engine = QG_ENGINE_DOT,
                                                       .node_gap = 16,
                                                       .rank_gap = 40,
                                                       .root = QG_NONE,
                                                       .n_nodes = n,
                                                       .n_edges = 1,
                                                       .nodes = sizes,
                                                       .edges = &last });
  g_assert_null (qg_layouter_run (layouter, request, NULL, &error));
  g_assert_error (error, QG_LAYOUT_ERROR, QG_LAYOUT_ERROR_MEMORY);
  qg_layouter_run_async (layouter, request, NULL, too_large_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (qg_layouter_lookup (layouter, request));
  provisional = qg_layout_new_provisional (request);
  g_assert_cmpuint (provisional->n_nodes, ==, n);
  g_assert_cmpuint (provisional->n_edges, ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_make_tmp ("qogam-faults-XXXXXX", NULL);
  g_test_add_func ("/faults/missing", test_missing);
  g_test_add_func ("/faults/crash", test_crash);
  g_test_add_func ("/faults/hang", test_hang);
  g_test_add_func ("/faults/garbage", test_garbage);
  g_test_add_func ("/faults/answers", test_answers);
  g_test_add_func ("/faults/cancel", test_cancel);
  g_test_add_func ("/faults/orphan", test_orphan);
  g_test_add_func ("/faults/too-large", test_too_large);
  result = g_test_run ();
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (dir, i == 0 ? "helper" : "answer", NULL);

      g_unlink (path);
    }
  g_rmdir (dir);
  return result;
}
