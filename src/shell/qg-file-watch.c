/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-file-watch.h"

#include "qg-map-file.h"

/* Milliseconds of quiet before the disk is asked; and how often it is asked for a file that is not there,
 * since whoever renames takes it away for a moment. */
#define QUIET 200
#define MISSING_TRIES 4

struct _QgFileWatch
{
  GObject parent_instance;

  GFile *map;
  GPtrArray *files; /* GFile: those that the map was read from; grows, and shrinks never: a table that is gone
                       has not become another map */
  char *known;      /* nullable */
  char *watched;    /* nullable: the ends that @monitors watch, a line each */
  GPtrArray *monitors;
  GCancellable *cancellable;
  guint quiet_id;
  guint tries;
  gboolean asking, again, gone;
};

enum
{
  CHANGED,
  GONE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgFileWatch, qg_file_watch, G_TYPE_OBJECT)

/* Inode and size beside the time: two savings may fall into one tick of the clock. */
static gboolean
append_mark (GString *mark, GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file,
      G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                     "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_UNIX_INODE,
      G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return FALSE;
  g_string_append_printf (mark, "%" G_GUINT64_FORMAT ".%u %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT "\n",
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
  return TRUE;
}

static char *
dup_mark (const GPtrArray *files)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    if (!append_mark (mark, files->pdata[i]))
      return NULL;
  return g_strdup (mark->str);
}

char *
qg_file_mark (GFile *map)
{
  g_autoptr (GPtrArray) files = qg_map_file_dup_parts (map);

  return dup_mark (files);
}

/* What a worker finds out. */
typedef struct
{
  GFile *map;
  GPtrArray *files; /* as in the watch; with those that have come */
  char *mark, *ends;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->map);
  g_ptr_array_unref (look->files);
  g_free (look->mark);
  g_free (look->ends);
  g_free (look);
}

static gpointer
ref_file (gconstpointer file, gpointer data)
{
  return g_object_ref ((gpointer) file);
}

static void
add_file (GPtrArray *files, GFile *file)
{
  if (!g_ptr_array_find_with_equal_func (files, file, (GEqualFunc) g_file_equal, NULL))
    g_ptr_array_add (files, g_object_ref (file));
}

/* A link is watched at both of its ends, and the other end may change with it. */
static char *
dup_ends (const GPtrArray *files)
{
  g_autoptr (GString) ends = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_file_peek_path (files->pdata[i]);
      g_autofree char *end = path != NULL ? realpath (path, NULL) : NULL;
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);

      g_string_append_printf (ends, "%s\n", uri);
      if (end != NULL && !g_str_equal (end, path))
        {
          g_autofree char *other = g_filename_to_uri (end, NULL, NULL);

          g_string_append_printf (ends, "%s\n", other);
        }
    }
  return g_strdup (ends->str);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (GPtrArray) now = qg_map_file_dup_parts (look->map);

  for (guint i = 0; i < now->len; i++)
    add_file (look->files, now->pdata[i]);
  look->mark = dup_mark (look->files);
  look->ends = dup_ends (look->files);
  g_task_return_boolean (task, TRUE);
}

static void wait_for_quiet (QgFileWatch *self);

static void
event_cb (QgFileWatch *self)
{
  self->tries = 0;
  wait_for_quiet (self);
}

static void
add_monitor (QgFileWatch *self, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);

  if (monitor == NULL)
    {
      g_message ("Changes of the file cannot be followed: %s", error->message);
      return;
    }
  g_signal_connect_object (monitor, "changed", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, monitor);
}

/* FALSE where all is watched already. */
static gboolean
watch (QgFileWatch *self, const char *ends)
{
  g_auto (GStrv) uris = NULL;
  char *copy;

  if (g_strcmp0 (ends, self->watched) == 0)
    return FALSE;
  copy = g_strdup (ends);
  g_free (self->watched);
  self->watched = copy;
  g_ptr_array_set_size (self->monitors, 0);
  uris = g_strsplit (ends, "\n", -1);
  for (guint i = 0; uris[i] != NULL; i++)
    if (*uris[i] != '\0')
      add_monitor (self, uris[i]);
  return TRUE;
}

static void
tell (QgFileWatch *self, const char *mark)
{
  if (mark == NULL)
    {
      if (++self->tries < MISSING_TRIES)
        wait_for_quiet (self);
      else if (!self->gone)
        {
          self->gone = TRUE;
          g_signal_emit (self, signals[GONE], 0);
        }
      return;
    }
  if (!self->gone && g_strcmp0 (mark, self->known) == 0)
    return;
  self->gone = FALSE;
  qg_file_watch_know (self, mark);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgFileWatch *self = QG_FILE_WATCH (source);
  Look *look = g_task_get_task_data (G_TASK (result));

  self->asking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_ptr_array_unref (self->files);
  self->files = g_ptr_array_ref (look->files);
  /* What is watched from now on may have changed since it was looked at. */
  if (watch (self, look->ends) || self->again)
    {
      self->again = FALSE;
      wait_for_quiet (self);
      return;
    }
  tell (self, look->mark);
}

static gboolean
quiet_cb (gpointer data)
{
  QgFileWatch *self = data;
  g_autoptr (GTask) task = NULL;
  Look *look;

  self->quiet_id = 0;
  if (self->asking)
    {
      self->again = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->asking = TRUE;
  look = g_new0 (Look, 1);
  look->map = g_object_ref (self->map);
  look->files = g_ptr_array_copy (self->files, ref_file, NULL);
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, quiet_cb);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (QgFileWatch *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->quiet_id = g_timeout_add (QUIET, quiet_cb, self);
}

void
qg_file_watch_know (QgFileWatch *self, const char *mark)
{
  char *copy = g_strdup (mark);

  g_free (self->known);
  self->known = copy;
}

static void
qg_file_watch_dispose (GObject *object)
{
  QgFileWatch *self = QG_FILE_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  G_OBJECT_CLASS (qg_file_watch_parent_class)->dispose (object);
}

static void
qg_file_watch_finalize (GObject *object)
{
  QgFileWatch *self = QG_FILE_WATCH (object);

  g_clear_object (&self->map);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_free);
  g_clear_pointer (&self->watched, g_free);
  G_OBJECT_CLASS (qg_file_watch_parent_class)->finalize (object);
}

static void
qg_file_watch_class_init (QgFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qg_file_watch_dispose;
  object_class->finalize = qg_file_watch_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", QG_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] =
      g_signal_new ("gone", QG_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qg_file_watch_init (QgFileWatch *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

QgFileWatch *
qg_file_watch_new (GFile *map, const char *mark)
{
  QgFileWatch *self = g_object_new (QG_TYPE_FILE_WATCH, NULL);

  self->map = g_object_ref (map);
  self->known = g_strdup (mark);
  /* The first look finds what is to be watched, and what changed while it was read. */
  wait_for_quiet (self);
  return self;
}
