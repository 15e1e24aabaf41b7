/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-profile.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

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

void
qg_profile_mark (const char *name)
{
  static int wanted = -1;

  if (wanted < 0)
    wanted = g_strcmp0 (g_getenv ("QOGAM_PROFILE"), "1") == 0;
  if (wanted)
    {
      struct timespec cpu;

      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
      g_printerr ("qogam-profile %s %.4f %.4f\n", name, qg_profile_get_seconds (),
                  (double) cpu.tv_sec + (double) cpu.tv_nsec / 1e9);
    }
}
