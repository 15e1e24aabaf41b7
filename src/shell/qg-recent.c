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

typedef struct
{
  GFile *file;
  char *graph; /* nullable */
} Entry;

static Entry *
entry_new (GFile *file, const char *graph)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ g_object_ref (file), g_strdup (graph) };
  return entry;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->file);
  g_free (entry->graph);
  g_free (entry);
}

/* G_MAXUINT where it is not there. */
static guint
find (GPtrArray *entries, GFile *file)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_file_equal (((const Entry *) entries->pdata[i])->file, file))
      return i;
  return G_MAXUINT;
}

static GPtrArray *
dup_files (GPtrArray *entries)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (files, g_object_ref (((const Entry *) entries->pdata[i])->file));
  return files;
}

/* A line: an address, and after a blank, which no address has, a graph, escaped as an address is. NULL where
 * it is no address of a file. */
static Entry *
read_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 2);
  g_autofree char *name = parts[0] != NULL ? g_filename_from_uri (parts[0], NULL, NULL) : NULL;
  g_autofree char *graph = name != NULL && parts[1] != NULL ? g_uri_unescape_string (parts[1], NULL) : NULL;
  g_autoptr (GFile) file = name != NULL ? g_file_new_for_path (name) : NULL;

  if (graph != NULL && !g_utf8_validate (graph, -1, NULL))
    g_clear_pointer (&graph, g_free);
  return file != NULL ? entry_new (file, graph) : NULL;
}

static GPtrArray *
load (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char *path = dup_path (), *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_LIST ||
      !g_utf8_validate (text, (gssize) length, NULL))
    return entries;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && entries->len < QG_RECENT_MOST; i++)
    {
      Entry *entry = read_line (lines[i]);

      if (entry != NULL && find (entries, entry->file) == G_MAXUINT)
        g_ptr_array_add (entries, entry);
      else if (entry != NULL)
        entry_free (entry);
    }
  return entries;
}

static void
save (GPtrArray *entries)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];
      g_autofree char *uri = g_file_get_uri (entry->file);
      g_autofree char *graph =
          entry->graph != NULL ? g_uri_escape_string (entry->graph, NULL, FALSE) : g_strdup ("");

      g_string_append_printf (text, "%s%s%s\n", uri, *graph != '\0' ? " " : "", graph);
    }
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_message ("The list of recent maps could not be saved in “%s”: %s", path,
               error != NULL ? error->message : g_strerror (errno));
}

GPtrArray *
qg_recent_load (void)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_mutex_lock (&lock);
  entries = load ();
  g_mutex_unlock (&lock);
  return dup_files (entries);
}

char *
qg_recent_dup_graph (GFile *file)
{
  g_autoptr (GPtrArray) entries = NULL;
  guint n;

  g_mutex_lock (&lock);
  entries = load ();
  g_mutex_unlock (&lock);
  n = find (entries, file);
  return n != G_MAXUINT ? g_strdup (((const Entry *) entries->pdata[n])->graph) : NULL;
}

/* Of two tables that belong together the one that was opened last. */
static void
remove_twins (GPtrArray *entries)
{
  g_autoptr (GPtrArray) files = dup_files (entries);
  g_autoptr (GPtrArray) maps = qg_map_files_dup_maps ((GFile *const *) files->pdata, files->len);

  for (guint i = entries->len; i-- > 0;)
    if (!g_ptr_array_find_with_equal_func (maps, ((const Entry *) entries->pdata[i])->file,
                                           (GEqualFunc) g_file_equal, NULL))
      g_ptr_array_remove_index (entries, i);
}

/* @wanted: (nullable) (transfer full): what becomes the first; without it, @file goes */
static void
change (GFile *file, Entry *wanted)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean changed;
  guint n;

  g_mutex_lock (&lock);
  entries = load ();
  n = find (entries, file);
  changed = wanted == NULL
                ? n != G_MAXUINT
                : n != 0 || g_strcmp0 (((const Entry *) entries->pdata[0])->graph, wanted->graph) != 0;
  if (n != G_MAXUINT)
    g_ptr_array_remove_index (entries, n);
  if (wanted != NULL)
    {
      g_ptr_array_insert (entries, 0, wanted);
      remove_twins (entries);
    }
  if (entries->len > QG_RECENT_MOST)
    g_ptr_array_set_size (entries, QG_RECENT_MOST);
  if (changed)
    save (entries);
  g_mutex_unlock (&lock);
}

void
qg_recent_add (GFile *file, const char *graph)
{
  g_autofree char *bundled = qg_paths_dup_bundled_map ();
  g_autoptr (GFile) usual = g_file_new_for_path (bundled);

  if (g_file_peek_path (file) != NULL && !g_file_equal (file, usual))
    change (file, entry_new (file, graph));
}

void
qg_recent_remove (GFile *file)
{
  change (file, NULL);
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
