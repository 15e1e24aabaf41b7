/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-link.h"

#include <errno.h>
#include <sys/stat.h>

/* As many as the kernel follows. */
#define MOST_LINKS 40

char *
qg_link_follow (const char *path, int *number)
{
  g_autofree char *at = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      struct stat status;
      g_autofree char *link = NULL, *folder = NULL;

      if (lstat (at, &status) != 0)
        {
          *number = errno;
          return errno == ENOENT ? g_steal_pointer (&at) : NULL;
        }
      if (!S_ISLNK (status.st_mode))
        return g_steal_pointer (&at);
      link = g_file_read_link (at, NULL);
      if (link == NULL)
        break;
      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }
  *number = ELOOP;
  return NULL;
}
