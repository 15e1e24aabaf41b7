/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-child.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* The shell plays the child. */
static GBytes *
talk (const char *script, GBytes *input, QgChildLimits limits, GCancellable *cancellable, int *status,
      GError **error)
{
  const char *argv[] = { "/bin/sh", "-c", script, NULL };
  g_autoptr (GError) failure = NULL;
  g_autoptr (QgChild) child = qg_child_start (argv, &failure);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_assert_no_error (failure);
  return qg_child_talk (child, input != NULL ? input : nothing, &limits, cancellable, status, error);
}

static const QgChildLimits ample = { 60, 1 << 26 };

static void
test_echo (void)
{
  gsize length = 3 << 20;
  g_autofree guint8 *data = g_malloc (length);
  g_autoptr (GBytes) input = NULL, output = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) (i * 7 >> 3);
  input = g_bytes_new (data, length);
  output = talk ("head -c 3145728", input, ample, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_bytes_equal (input, output));
}

static void
test_missing (void)
{
  static const char *const paths[] = { "/nonexistent/helper", "/", "/etc/passwd" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char *argv[] = { paths[i], NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (qg_child_start (argv, &error));
      g_assert_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
}

static void
expect_end (const char *script, double seconds, int code)
{
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_assert_null (talk (script, NULL, (QgChildLimits){ seconds, 1 << 20 }, NULL, &status, &error));
  g_assert_error (error, QG_CHILD_ERROR, code);
  if (code == QG_CHILD_ERROR_STATUS)
    g_assert_cmpint (status, ==, 3);
}

static void
test_ends (void)
{
  expect_end ("kill -SEGV $$", 60, QG_CHILD_ERROR_CRASHED);
  expect_end ("kill -XCPU $$", 60, QG_CHILD_ERROR_TIME);
  expect_end ("echo half an answer; exit 3", 60, QG_CHILD_ERROR_STATUS);
  expect_end ("exec cat /dev/zero", 60, QG_CHILD_ERROR_OUTPUT);
  expect_end ("kill -STOP $$", 0.3, QG_CHILD_ERROR_TIME);
  expect_end ("exec 0<&- 1>&-; sleep 100", 0.3, QG_CHILD_ERROR_TIME);
  expect_end ("sleep 100 & wait", 0.3, QG_CHILD_ERROR_TIME);
}

/* Where who started us ignores the ends of children, we still know how ours ended. */
static void
test_ignored_ends (void)
{
  signal (SIGCHLD, SIG_IGN);
  expect_end ("exit 3", 60, QG_CHILD_ERROR_STATUS);
  g_assert_true (signal (SIGCHLD, SIG_DFL) == SIG_DFL);
}

/* Who never stops talking, as fast as it can, and may say much, is cut off in time all the same. */
static void
test_endless (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      talk ("exec cat /dev/zero", NULL, (QgChildLimits){ 0.1, (gsize) 1 << 30 }, NULL, NULL, &error));
  g_assert_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_TIME);
}

/* What the child started goes with it, and does not hold up its answer either. */
static void
test_grandchild (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output =
      talk ("sleep 1000 & echo $!; exec head -c 1 /dev/null", NULL, ample, NULL, NULL, &error);
  g_autofree char *text = NULL;
  pid_t pid;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  pid = atoi (text);
  g_assert_cmpint (pid, >, 1);
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid), *stat = NULL;

      /* Gone, or a zombie whose new parent has not looked yet. */
      if (!g_file_get_contents (path, &stat, NULL, NULL) || strstr (stat, ") Z ") != NULL)
        return;
      g_usleep (10000);
    }
  g_assert_not_reached ();
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (100000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (talk ("trap '' TERM INT; while :; do :; done", NULL, ample, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

/* A child has its input and output, nothing else of ours. */
static void
test_closed_doors (void)
{
  int fd = open ("/dev/null", O_RDONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autofree char *text = NULL;

  g_setenv ("QG_TEST_SECRET", "secret", TRUE);
  output = talk ("ls /proc/self/fd; env", NULL, ample, NULL, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  g_assert_true (g_str_has_prefix (text, "0\n1\n2\n3\n")); /* 3 is the folder that ls reads */
  g_assert_null (strstr (text, "\n4\n"));
  g_assert_null (strstr (text, "QG_TEST_SECRET"));
  g_assert_nonnull (strstr (text, "LC_ALL=C\n"));
  g_close (fd, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/child/echo", test_echo);
  g_test_add_func ("/child/missing", test_missing);
  g_test_add_func ("/child/ends", test_ends);
  g_test_add_func ("/child/ignored-ends", test_ignored_ends);
  g_test_add_func ("/child/endless", test_endless);
  g_test_add_func ("/child/grandchild", test_grandchild);
  g_test_add_func ("/child/cancel", test_cancel);
  g_test_add_func ("/child/closed-doors", test_closed_doors);
  return g_test_run ();
}
