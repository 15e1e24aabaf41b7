/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What keeps harm inside of the helper: behind closed doors nothing is opened, reached or run; its limits of
 * memory and time are told apart from a crash; and where the kernel lacks a door the log says so. */

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "qg-graphviz.h"
#include "qg-helper.h"
#include "qg-wire.h"

/* ── Doors ── */

static char *written; /* a file that nobody may write */

static gboolean
can_open (const char *name, int flags)
{
  int fd = open (name, flags, 0600);

  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

static gboolean
can_connect (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (80) };
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  /* Refused is reached, too. */
  return fd >= 0 &&
         (connect (fd, (struct sockaddr *) &address, sizeof address) == 0 || errno == ECONNREFUSED);
}

static gboolean
can_fork (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return pid > 0;
}

static gboolean
can_run (void)
{
  char *const argv[] = { (char *) "/bin/true", NULL };

  execv (argv[0], argv);
  return FALSE; /* where it can, the status is that of /bin/true, and not ours */
}

/* In a process of its own: which of the doors are open, as bits; 0x80 shows that it came to its end. */
static int
try_doors (gboolean closed)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      int open_doors = 0x80;

      if (closed)
        {
          qg_guard_begin ();
          qg_guard_limit (20, 512);
          (void) qg_guard_close_doors ();
        }
      open_doors |= can_open ("/etc/passwd", O_RDONLY) ? 1 : 0;
      open_doors |= can_open (written, O_WRONLY | O_CREAT) ? 2 : 0;
      open_doors |= can_connect () ? 4 : 0;
      open_doors |= can_fork () ? 8 : 0;
      open_doors |= kill (getppid (), 0) == 0 ? 16 : 0;
      open_doors |= mkdir (written, 0700) == 0 || errno == EEXIST ? 32 : 0;
      if (closed && can_run ())
        open_doors |= 64;
      _exit (open_doors);
    }
  g_assert_cmpint (pid, >, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_doors (void)
{
  g_autofree char *dir = g_dir_make_tmp ("qogam-guard-XXXXXX", NULL);

  written = g_build_filename (dir, "file", NULL);
  /* Where they are open all of it goes, so that what follows proves something. */
  g_assert_cmpint (try_doors (FALSE), ==, 0x80 | 1 | 2 | 4 | 8 | 16 | 32);
  g_unlink (written);
#if defined(__x86_64__) || defined(__aarch64__)
  g_assert_cmpint (try_doors (TRUE), ==, 0x80);
  g_assert_false (g_file_test (written, G_FILE_TEST_EXISTS));
#endif
  g_rmdir (dir);
  g_free (written);
}

/* ── Limits of the real helper ── */

static GBytes *
make_request (QgWireEngine engine, guint n)
{
  g_autofree QgSize *nodes = g_new (QgSize, n);
  g_autofree QgWireEdge *edges = g_new (QgWireEdge, 3 * n);

  for (guint i = 0; i < n; i++)
    nodes[i] = (QgSize){ 60, 30 };
  for (guint i = 0; i < 3 * n; i++)
    edges[i] = (QgWireEdge){ i % n, (i * 7919u + i / n * 31u) % n, QG_WIRE_NONE };
  return qg_wire_encode_request (&(QgWireRequest){ .engine = engine,
                                                   .node_gap = 10,
                                                   .rank_gap = 30,
                                                   .root = QG_WIRE_NONE,
                                                   .aspect = 1,
                                                   .n_nodes = n,
                                                   .n_edges = 3 * n,
                                                   .nodes = nodes,
                                                   .edges = edges });
}

static void
expect (QgWireEngine engine, guint n, const QgGraphvizLimits *limits, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QgChild) child = qg_graphviz_start (NULL, &error);
  g_autoptr (GBytes) request = make_request (engine, n);
  g_autoptr (GBytes) answer = NULL;

  g_assert_no_error (error);
  answer = qg_graphviz_talk (child, QG_WIRE_LAYOUT, request, limits, NULL, &error);
  g_assert_null (answer);
  g_assert_error (error, QG_GRAPHVIZ_ERROR, code);
  g_assert_nonnull (strstr (error->message, "qogam-graphviz"));
}

#ifndef __SANITIZE_ADDRESS__
static void
test_memory (void)
{
  expect (QG_WIRE_SFDP, 30000, &(QgGraphvizLimits){ 100, 96, 1 << 28 }, QG_GRAPHVIZ_ERROR_MEMORY);
}
#endif

static void
test_time (void)
{
  expect (QG_WIRE_CIRCO, 3000, &(QgGraphvizLimits){ 0.3, 1024, 1 << 28 }, QG_GRAPHVIZ_ERROR_TIME);
}

/* ── What the log says ── */

static void
test_log (void)
{
  g_autofree char *dir = g_dir_make_tmp ("qogam-guard-XXXXXX", NULL);
  g_autofree char *helper = g_build_filename (dir, "helper", NULL),
                  *answer = g_build_filename (dir, "answer", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nexec cat '%s'\n", answer);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) request = make_request (QG_WIRE_DOT, 2), got = NULL;
  g_autoptr (QgChild) child = NULL;
  QgGraphvizLimits limits = { 60, 512, 1 << 20 };
  QgWireHeader header;

  qg_wire_header_init (&header, QG_WIRE_LAYOUT, 0);
  header.flags = QG_WIRE_NO_LANDLOCK | QG_WIRE_NO_SECCOMP;
  g_assert_true (g_file_set_contents (answer, (const char *) &header, sizeof header, NULL));
  g_assert_true (g_file_set_contents_full (helper, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, NULL));
  child = qg_graphviz_start (helper, &error);
  g_assert_no_error (error);
  g_test_expect_message (NULL, G_LOG_LEVEL_INFO,
                         "qogam-graphviz runs without Landlock and without a filter of system calls");
  got = qg_graphviz_talk (child, QG_WIRE_LAYOUT, request, &limits, NULL, &error);
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
  g_unlink (helper);
  g_unlink (answer);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard/doors", test_doors);
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes */
  g_test_add_func ("/guard/memory", test_memory);
#endif
  g_test_add_func ("/guard/time", test_time);
  g_test_add_func ("/guard/log", test_log);
  return g_test_run ();
}
