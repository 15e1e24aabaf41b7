/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-paths.h"

#include "qg-config.h"

typedef struct
{
  char *data_dir, *locale_dir, *helper, *schema_dir;
  gboolean uninstalled;
} Paths;

/* The top of the build folder that the running program lies in, which is at most three levels above it (src/,
 * or tests/ROOM/); NULL for an installed program. */
static char *
find_build_dir (void)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = exe != NULL ? g_path_get_dirname (exe) : NULL;

  for (int i = 0; i < 3 && dir != NULL; i++)
    {
      g_autofree char *parent = g_path_get_dirname (dir);
      g_autofree char *mark = g_build_filename (parent, "qg-config.h", NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&parent);
      g_free (dir);
      dir = g_steal_pointer (&parent);
    }
  return NULL;
}

static const Paths *
get_paths (void)
{
  static gsize ready;
  static Paths paths;

  if (g_once_init_enter (&ready))
    {
      g_autofree char *build = find_build_dir ();

      paths.uninstalled = build != NULL;
      if (build != NULL)
        {
          paths.data_dir = g_build_filename (build, "data", NULL);
          paths.locale_dir = g_build_filename (build, "po", NULL);
          paths.helper = g_build_filename (build, "src", "graphviz", "helper", "qogam-graphviz", NULL);
          paths.schema_dir = g_build_filename (build, "data", NULL);
        }
      else
        {
          paths.data_dir = g_strdup (QG_PKGDATADIR);
          paths.locale_dir = g_strdup (QG_LOCALEDIR);
          paths.helper = g_build_filename (QG_LIBEXECDIR, "qogam-graphviz", NULL);
        }
      g_once_init_leave (&ready, 1);
    }
  return &paths;
}

const char *
qg_paths_get_data_dir (void)
{
  return get_paths ()->data_dir;
}

const char *
qg_paths_get_locale_dir (void)
{
  return get_paths ()->locale_dir;
}

const char *
qg_paths_get_helper (void)
{
  return get_paths ()->helper;
}

const char *
qg_paths_get_schema_dir (void)
{
  return get_paths ()->schema_dir;
}

gboolean
qg_paths_is_uninstalled (void)
{
  return get_paths ()->uninstalled;
}

/* The path of the map that comes with the program; (transfer full). */
char *
qg_paths_dup_bundled_map (void)
{
  return g_build_filename (get_paths ()->data_dir, "maps", "civil-society.json", NULL);
}
