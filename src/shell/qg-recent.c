/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-recent.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "qg-map-file.h"
#include "qg-paths.h"

/* No list that we write is anywhere near this. */
#define MAX_LIST (256 * 1024)

/* Windows add to the list from threads of their own. */
static GMutex lock;

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "qogam", "recent", NULL);
}

static gboolean
is_listed (GPtrArray *files, GFile *file)
{
  for (guint i = 0; i < files->len; i++)
    if (g_file_equal (files->pdata[i], file))
      return TRUE;
  return FALSE;
}

static GPtrArray *
load (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = dup_path (), *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_LIST ||
      !g_utf8_validate (text, (gssize) length, NULL))
    return files;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && files->len < QG_RECENT_MOST; i++)
    {
      g_autofree char *name = g_filename_from_uri (lines[i], NULL, NULL);
      g_autoptr (GFile) file = name != NULL ? g_file_new_for_path (name) : NULL;

      if (file != NULL && !is_listed (files, file))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  return files;
}

static void
save (GPtrArray *files)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);

      g_string_append_printf (text, "%s\n", uri);
    }
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_message ("The list of recent maps could not be saved in “%s”: %s", path,
               error != NULL ? error->message : g_strerror (errno));
}

GPtrArray *
qg_recent_load (void)
{
  GPtrArray *files;

  g_mutex_lock (&lock);
  files = load ();
  g_mutex_unlock (&lock);
  return files;
}

/* @first: whether @file is to be there, as the first, or not at all */
static void
change (GFile *file, gboolean first)
{
  g_autoptr (GPtrArray) files = NULL;
  gboolean changed;

  g_mutex_lock (&lock);
  files = load ();
  changed = first ? files->len == 0 || !g_file_equal (files->pdata[0], file) : is_listed (files, file);
  for (guint i = files->len; changed && i-- > 0;)
    if (g_file_equal (files->pdata[i], file))
      g_ptr_array_remove_index (files, i);
  if (changed && first)
    {
      g_autoptr (GPtrArray) all = g_steal_pointer (&files);

      g_ptr_array_insert (all, 0, g_object_ref (file));
      /* Of two tables that belong together the one that was opened last. */
      files = qg_map_files_dup_maps ((GFile *const *) all->pdata, all->len);
    }
  if (files->len > QG_RECENT_MOST)
    g_ptr_array_set_size (files, QG_RECENT_MOST);
  if (changed)
    save (files);
  g_mutex_unlock (&lock);
}

void
qg_recent_add (GFile *file)
{
  g_autofree char *bundled = qg_paths_dup_bundled_map ();
  g_autoptr (GFile) usual = g_file_new_for_path (bundled);

  if (g_file_peek_path (file) != NULL && !g_file_equal (file, usual))
    change (file, TRUE);
}

void
qg_recent_remove (GFile *file)
{
  change (file, FALSE);
}

void
qg_recent_clear (void)
{
  g_autofree char *path = dup_path ();

  g_mutex_lock (&lock);
  if (g_remove (path) != 0 && errno != ENOENT)
    g_message ("The list of recent maps “%s” could not be removed: %s", path, g_strerror (errno));
  g_mutex_unlock (&lock);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

GPtrArray *
qg_recent_dup_names (GPtrArray *files)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (names, dup_name (files->pdata[i]));
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = dup_name (files->pdata[i]);
      gboolean alone = TRUE;

      for (guint k = 0; k < files->len && alone; k++)
        {
          g_autofree char *other = dup_name (files->pdata[k]);

          alone = k == i || !g_str_equal (other, name);
        }
      if (!alone)
        {
          g_autoptr (GFile) folder = g_file_get_parent (files->pdata[i]);
          g_autofree char *where = folder != NULL ? dup_name (folder) : g_strdup ("");

          g_free (names->pdata[i]);
          names->pdata[i] = g_strdup_printf ("%s — %s", name, where);
        }
    }
  return names;
}
