/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Views of a person's own, and what is hidden for good: kept for each map, in all windows that show it. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"
#include "qg-errno.h"
#include "qg-map-vary.h"
#include "qg-name-window.h"
#include "qg-own-file.h"
#include "qg-paths.h"

/* Where it is kept */

char *
qg_own_dup_identity (GFile *file, const char *graph, const QgMap *map)
{
  g_autofree char *bundled = qg_paths_dup_bundled_map (), *name = NULL;
  g_autoptr (GFile) usual = g_file_new_for_path (bundled);

  /* It may lie elsewhere in the next version. */
  if (g_file_equal (file, usual))
    return g_strconcat ("bundled:", qg_map_get_id (map), NULL);
  name = g_file_get_parse_name (file);
  return graph != NULL ? g_strconcat (name, "#", graph, NULL) : g_steal_pointer (&name);
}

typedef struct
{
  char *path;
  GBytes *bytes;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->path);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (qg_own_file_save (saving->path, saving->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* (transfer full): a sentence of what is none, as messages about files are */
static char *
dup_sentence (const char *words)
{
  gunichar first = g_unichar_toupper (g_utf8_get_char (words));
  char letters[8] = { 0 };

  g_unichar_to_utf8 (first, letters);
  return *words != '\0' ? g_strconcat (letters, g_utf8_next_char (words), ".", NULL) : g_strdup (words);
}

static char *
unkept_words (const QgNews *news)
{
  g_autofree char *why = qg_errno_dup_text (news->error);
  g_autofree char *sentence = news->error->domain == QG_ERRNO_ERROR ? g_strdup (why) : dup_sentence (why);

  return g_strdup_printf (_ ("Your own views could not be kept. %s"), sentence);
}

static void
tell_failure (QgWindow *self, const GError *error)
{
  g_message ("%s", error->message);
  qg_window_tell (self, &(QgNews){ .words = unkept_words, .error = error });
}

static gboolean save (QgWindow *self);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QgWindow *self = QG_WINDOW (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  self->own_saving = FALSE;
  if (self->explorer == NULL)
    return;
  if (!saved)
    tell_failure (self, error);
  if (self->own_stale)
    save (self);
}

/* One after another, and the newest last. FALSE where nothing may be saved, which is told. */
static gboolean
save (QgWindow *self)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *path = NULL;
  Saving *saving;

  if (self->own != NULL && qg_own_get_unread (self->own) != NULL)
    {
      tell_failure (self, qg_own_get_unread (self->own));
      return FALSE;
    }
  self->own_stale = self->own_saving;
  if (self->own == NULL || self->own_saving)
    return TRUE;
  self->own_saving = TRUE;
  saving = g_new0 (Saving, 1);
  saving->path = qg_own_file_dup_path (self->own_identity);
  saving->bytes = qg_own_file_print (self->own, self->own_identity);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
  return TRUE;
}

/* Before the window closes, or shows another map: what is on its way is brought to its end. */
static void
save_at_once (QgWindow *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->own == NULL || !self->own_saving)
    return;
  path = qg_own_file_dup_path (self->own_identity);
  bytes = qg_own_file_print (self->own, self->own_identity);
  if (!qg_own_file_save (path, bytes, &error))
    g_message ("%s", error->message);
  self->own_stale = FALSE;
}

/* What is shown of it */

static void
views_cb (QgWindow *self)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  g_autoptr (QgMap) varied = NULL;

  if (map == NULL)
    return;
  varied = qg_own_dup_map (self->own, map, FALSE);
  qg_explorer_vary_map (self->explorer, varied);
  qg_window_update_menus (self);
}

static void
hidden_cb (QgWindow *self)
{
  const char *const *entities = qg_own_get_hidden_entities (self->own);
  const char *const *relations = qg_own_get_hidden_relations (self->own);

  qg_explorer_keep_hidden (self->explorer, entities, relations);
  if (qg_explorer_get_map (self->explorer) != NULL)
    qg_explorer_use_hidden (self->explorer, entities, relations);
}

/* What another window has of the same map: there is one truth. */
static QgOwn *
find_shared (QgWindow *self, const char *identity)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL;
       l = l->next)
    if (QG_IS_WINDOW (l->data) && l->data != self && QG_WINDOW (l->data)->own != NULL &&
        g_str_equal (QG_WINDOW (l->data)->own_identity, identity))
      return QG_WINDOW (l->data)->own;
  return NULL;
}

/* Its 'Undo' would do nothing any more. */
static void
dismiss_toast (QgWindow *self)
{
  if (self->toast != NULL && g_strcmp0 (adw_toast_get_action_name (self->toast), "win.restore-view") == 0)
    adw_toast_dismiss (self->toast);
}

void
qg_window_end_own (QgWindow *self)
{
  save_at_once (self);
  if (self->own != NULL)
    g_signal_handlers_disconnect_by_data (self->own, self);
  g_clear_object (&self->own);
  g_clear_pointer (&self->own_identity, g_free);
  g_clear_pointer (&self->deleted, qg_own_view_free);
  dismiss_toast (self);
  qg_window_update_undo (self);
}

QgMap *
qg_window_take_own (QgWindow *self, QgOwn *own, const char *identity, QgMap *map)
{
  QgOwn *shared = find_shared (self, identity);

  qg_window_end_own (self);
  self->own = g_object_ref (shared != NULL ? shared : own);
  self->own_identity = g_strdup (identity);
  g_signal_connect_object (self->own, "views-changed", G_CALLBACK (views_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "hidden-changed", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
  qg_explorer_keep_hidden (self->explorer, qg_own_get_hidden_entities (self->own),
                           qg_own_get_hidden_relations (self->own));
  return shared != NULL && shared != own ? qg_own_dup_map (shared, map, FALSE) : qg_map_ref (map);
}

/* What is hidden one by one now stays so. */
void
qg_window_keep_hidden (QgWindow *self)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgFilter *filter = qg_explorer_get_filter (self->explorer);

  if (self->own != NULL && map != NULL &&
      qg_own_set_hidden_numbers (self->own, map, qg_filter_get_entities (filter),
                                 qg_filter_get_relations (filter)))
    save (self);
}

/* What a person does */

/* The view's number among the own ones; QG_NONE where it is not one. */
static guint
find_own (QgWindow *self, const char *id)
{
  return self->own != NULL ? qg_own_find_view (self->own, id) : QG_NONE;
}

static void
show_view (QgWindow *self, const char *id)
{
  guint view = qg_map_find_view (qg_explorer_get_map (self->explorer), id);

  if (view == QG_NONE)
    return;
  qg_explorer_show_view (self->explorer, view);
  qg_outline_panel_reveal_view (self->outline, view);
}

static char *
kept_words (const QgNews *news)
{
  return g_strdup_printf (_ ("Kept as the view “%s”"), news->name);
}

static void
kept_cb (QgNameWindow *dialog, const char *name, QgWindow *self)
{
  QgOwnView *view = qg_explorer_dup_own_view (self->explorer, name);
  g_autofree char *id = NULL;
  gboolean saved;

  if (view == NULL || self->own == NULL)
    {
      g_clear_pointer (&view, qg_own_view_free);
      return;
    }
  id = g_strdup (qg_own_add_view (self->own, qg_explorer_get_map (self->explorer), view, QG_NONE));
  saved = save (self);
  show_view (self, id);
  if (saved)
    qg_window_tell (self, &(QgNews){ .words = kept_words, .name = name });
}

static void
renamed_cb (QgNameWindow *dialog, const char *name, QgWindow *self)
{
  guint n = find_own (self, g_object_get_data (G_OBJECT (dialog), "qg-view"));

  if (n == QG_NONE)
    return;
  qg_own_rename_view (self->own, n, name);
  save (self);
}

static void
present_dialog (QgWindow *self, GtkWindow *dialog)
{
  if (self->namer != NULL)
    gtk_window_destroy (self->namer);
  qg_window_add_keys (self, GTK_WIDGET (dialog));
  g_set_weak_pointer (&self->namer, dialog);
  gtk_window_present (dialog);
}

static gboolean
is_title_taken (QgWindow *self, const char *title)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgLang lang = qg_explorer_get_language (self->explorer);

  for (guint i = 0; i < qg_map_get_n_views (map); i++)
    if (g_strcmp0 (qg_text_get (qg_map_get_view (map, i)->title, lang), title) == 0)
      return TRUE;
  return FALSE;
}

/* Room for the number behind a name. */
#define NUMBER_LETTERS 8u

/* (transfer full) (nullable): what is shown could be called so; no other view is. */
static char *
dup_title (QgWindow *self)
{
  QgPart *part = qg_explorer_get_part (self->explorer);
  g_autofree char *title = NULL, *free = NULL;

  if (part == NULL)
    return NULL;
  free = qg_part_dup_title (part, qg_explorer_get_language (self->explorer), FALSE);
  title = qg_text_clip (free, QG_NAME_LETTERS - NUMBER_LETTERS);
  for (guint n = 2; is_title_taken (self, free); n++)
    {
      g_free (free);
      free = g_strdup_printf ("%s (%u)", title, n);
    }
  return g_steal_pointer (&free);
}

void
qg_window_update_namer (QgWindow *self)
{
  g_autofree char *title = self->namer != NULL ? dup_title (self) : NULL;

  if (self->namer == NULL)
    return;
  qg_name_window_update_texts (QG_NAME_WINDOW (self->namer));
  if (title != NULL)
    qg_name_window_propose (QG_NAME_WINDOW (self->namer), title);
}

static void
keep_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  g_autofree char *title = dup_title (self);
  GtkWindow *dialog;

  if (title == NULL)
    return;
  dialog = qg_name_window_new (GTK_WINDOW (self), FALSE, title);
  g_signal_connect_object (dialog, "named", G_CALLBACK (kept_cb), self, 0);
  present_dialog (self, dialog);
}

/* (transfer full): as it is called now; a name that was proposed and left so is known in several languages.
 */
static char *
dup_shown_title (QgWindow *self, guint n)
{
  const QgOwnView *own = qg_own_get_view (self->own, n);
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint view = map != NULL ? qg_map_find_view (map, own->id) : QG_NONE;

  if (view == QG_NONE)
    return g_strdup (own->title);
  return g_strdup (
      qg_text_pick (qg_map_get_view (map, view)->title, qg_explorer_get_language (self->explorer), NULL));
}

static void
rename_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  const char *id = g_variant_get_string (parameter, NULL);
  guint n = find_own (self, id);
  g_autofree char *title = NULL;
  GtkWindow *dialog;

  if (n == QG_NONE)
    return;
  title = dup_shown_title (self, n);
  dialog = qg_name_window_new (GTK_WINDOW (self), TRUE, title);
  g_object_set_data_full (G_OBJECT (dialog), "qg-view", g_strdup (id), g_free);
  g_signal_connect_object (dialog, "named", G_CALLBACK (renamed_cb), self, 0);
  present_dialog (self, dialog);
}

static char *
deleted_words (const QgNews *news)
{
  return g_strdup_printf (_ ("The view “%s” is deleted"), news->name);
}

static void
delete_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  guint n = find_own (self, g_variant_get_string (parameter, NULL));
  char *title;

  if (n == QG_NONE)
    return;
  title = dup_shown_title (self, n);
  g_clear_pointer (&self->deleted, qg_own_view_free);
  self->deleted_place = n;
  self->deleted = qg_own_steal_view (self->own, n);
  g_free (self->deleted->title);
  self->deleted->title = g_steal_pointer (&title);
  self->deleted_after = self->filters_before->len;
  qg_window_update_undo (self);
  if (save (self))
    qg_window_tell (self, &(QgNews){ .words = deleted_words,
                                     .name = self->deleted->title,
                                     .button = N_ ("Undo"),
                                     .action = "win.restore-view" });
}

static void
restore_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *self = data;
  g_autofree char *id = NULL;

  if (self->own == NULL || self->deleted == NULL)
    return;
  if (qg_own_find_view (self->own, self->deleted->id) != QG_NONE)
    g_clear_pointer (&self->deleted->id, g_free);
  id = g_strdup (qg_own_add_view (self->own, qg_explorer_get_map (self->explorer),
                                  g_steal_pointer (&self->deleted), self->deleted_place));
  save (self);
  qg_window_update_undo (self);
  dismiss_toast (self);
  show_view (self, id);
}

static const GActionEntry entries[] = {
  { "keep-view", keep_view_cb },
  { "rename-view", rename_view_cb, "s" },
  { "delete-view", delete_view_cb, "s" },
  { "restore-view", restore_view_cb },
};

void
qg_window_append_own_menu (QgWindow *self, GMenu *menu, guint view)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  g_autofree char *rename = NULL, *delete = NULL;

  if (map == NULL || view == QG_NONE || view < qg_map_get_n_given_views (map))
    return;
  rename = g_strdup_printf ("win.rename-view::%s", qg_map_get_view (map, view)->id);
  delete = g_strdup_printf ("win.delete-view::%s", qg_map_get_view (map, view)->id);
  g_menu_append (menu, _ ("Rename…"), rename);
  g_menu_append (menu, _ ("Delete the View"), delete);
}

void
qg_window_update_own (QgWindow *self)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "keep-view")),
      qg_explorer_get_scene (self->explorer) != NULL);
}

void
qg_window_add_own (QgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
