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
  char *known; /* nullable */
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

char *
qg_file_mark (GFile *map)
{
  g_autoptr (GPtrArray) files = qg_map_file_dup_parts (map);
  g_autoptr (GString) mark = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    if (!append_mark (mark, files->pdata[i]))
      return NULL;
  return g_strdup (mark->str);
}

static void wait_for_quiet (QgFileWatch *self);

static void
event_cb (QgFileWatch *self)
{
  self->tries = 0;
  wait_for_quiet (self);
}

static void
add_monitor (QgFileWatch *self, GFile *file)
{
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

/* A link is watched at both of its ends, and the ends may change with it. */
static void
watch (QgFileWatch *self)
{
  g_autoptr (GPtrArray) files = qg_map_file_dup_parts (self->map);

  g_ptr_array_set_size (self->monitors, 0);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_file_peek_path (files->pdata[i]);
      g_autofree char *end = path != NULL ? realpath (path, NULL) : NULL;

      add_monitor (self, files->pdata[i]);
      if (end != NULL && !g_str_equal (end, path))
        {
          g_autoptr (GFile) other = g_file_new_for_path (end);

          add_monitor (self, other);
        }
    }
}

static void
mark_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, qg_file_mark (data), g_free);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgFileWatch *self = QG_FILE_WATCH (source);
  g_autofree char *mark = g_task_propagate_pointer (G_TASK (result), NULL);

  self->asking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->again)
    {
      self->again = FALSE;
      wait_for_quiet (self);
      return;
    }
  watch (self);
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

static gboolean
quiet_cb (gpointer data)
{
  QgFileWatch *self = data;
  g_autoptr (GTask) task = NULL;

  self->quiet_id = 0;
  if (self->asking)
    {
      self->again = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->asking = TRUE;
  task = g_task_new (self, NULL, marked_cb, NULL);
  g_task_set_source_tag (task, quiet_cb);
  g_task_set_task_data (task, g_object_ref (self->map), g_object_unref);
  g_task_run_in_thread (task, mark_thread);
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
  g_clear_pointer (&self->known, g_free);
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
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

QgFileWatch *
qg_file_watch_new (GFile *map, const char *mark)
{
  QgFileWatch *self = g_object_new (QG_TYPE_FILE_WATCH, NULL);

  self->map = g_object_ref (map);
  self->known = g_strdup (mark);
  watch (self);
  /* What changed while it was read is found now. */
  wait_for_quiet (self);
  return self;
}
