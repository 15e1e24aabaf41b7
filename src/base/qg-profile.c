/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-profile.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#define LONG_STOP 0.02 /* seconds */

/* The 22nd field of /proc/self/stat, in ticks since boot (proc(5)); 0 where it cannot be read. */
static double
get_start (void)
{
  g_autofree char *stat = NULL;
  const char *p;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return 0;
  /* The second field is a name in brackets that may hold anything. */
  p = strrchr (stat, ')');
  for (guint field = 2; p != NULL && field < 22; field++)
    p = strchr (p + 1, ' ');
  return p != NULL ? g_ascii_strtod (p + 1, NULL) / (double) sysconf (_SC_CLK_TCK) : 0;
}

double
qg_profile_get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9 - get_start ();
}

static gboolean
is_wanted (void)
{
  static int wanted = -1;

  if (wanted < 0)
    wanted = g_strcmp0 (g_getenv ("QOGAM_PROFILE"), "1") == 0;
  return wanted;
}

static double
get_thread_seconds (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
  return (double) cpu.tv_sec + (double) cpu.tv_nsec / 1e9;
}

/* What the thread has worked since it was here last: what other processes take is not counted. */
static gboolean
watch_cb (gpointer data)
{
  static double before;
  double now = get_thread_seconds ();

  if (before > 0 && now - before > LONG_STOP)
    g_printerr ("qogam-profile stop %.4f %.4f\n", qg_profile_get_seconds (), now - before);
  before = now;
  return G_SOURCE_CONTINUE;
}

void
qg_profile_watch (void)
{
  if (is_wanted ())
    g_timeout_add_full (G_PRIORITY_HIGH, 2, watch_cb, NULL, NULL);
}

void
qg_profile_mark (const char *name)
{
  if (is_wanted ())
    g_printerr ("qogam-profile %s %.4f %.4f\n", name, qg_profile_get_seconds (), get_thread_seconds ());
}
