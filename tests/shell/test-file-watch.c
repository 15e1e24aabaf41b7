/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include <glib/gstdio.h>
#include <unistd.h>

#include "qg-file-watch.h"

/* Seconds; a watchdog. */
#define PATIENCE 20u

typedef struct
{
  char *folder;
  QgFileWatch *watch;
  guint n_changed, n_gone;
  gboolean late;
} Fixture;

static void
changed_cb (Fixture *f)
{
  f->n_changed++;
}

static void
gone_cb (Fixture *f)
{
  f->n_gone++;
}

static gboolean
late_cb (gpointer data)
{
  ((Fixture *) data)->late = TRUE;
  return G_SOURCE_REMOVE;
}

static char *
dup_path (const Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
write_file (const Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = dup_path (f, name);
  g_autoptr (GError) error = NULL;

  /* Written beside, brought to disk and renamed, as editors do. */
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_file (const Fixture *f, const char *name)
{
  g_autofree char *path = dup_path (f, name);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
begin (Fixture *f, const char *name)
{
  g_autofree char *path = dup_path (f, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *mark = qg_file_mark (file);

  f->watch = qg_file_watch_new (file, mark);
  g_signal_connect_swapped (f->watch, "changed", G_CALLBACK (changed_cb), f);
  g_signal_connect_swapped (f->watch, "gone", G_CALLBACK (gone_cb), f);
}

/* Runs until @count is @wanted. */
static void
wait_for (Fixture *f, const guint *count, guint wanted)
{
  guint id = g_timeout_add_seconds (PATIENCE, late_cb, f);

  f->late = FALSE;
  while (*count < wanted && !f->late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (f->late);
  g_source_remove (id);
  g_assert_cmpuint (*count, ==, wanted);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("qogam-watch-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GDir *dir = g_dir_open (f->folder, 0, NULL);

  g_clear_object (&f->watch);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    remove_file (f, name);
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
}

/* What was written between the reading and the watching is found, too. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  write_file (f, "map.json", "one");
  begin (f, "map.json");
  write_file (f, "map.json", "the second");
  wait_for (f, &f->n_changed, 1);
  write_file (f, "map.json", "third");
  wait_for (f, &f->n_changed, 2);
  g_assert_cmpuint (f->n_gone, ==, 0);
}

static void
test_gone (Fixture *f, gconstpointer data)
{
  write_file (f, "map.json", "one");
  begin (f, "map.json");
  write_file (f, "map.json", "the second");
  wait_for (f, &f->n_changed, 1);
  remove_file (f, "map.json");
  wait_for (f, &f->n_gone, 1);
  /* The same content as before is news where it was gone. */
  write_file (f, "map.json", "the second");
  wait_for (f, &f->n_changed, 2);
}

/* A link that leads elsewhere is another content; so is a change where it leads. */
static void
test_link (Fixture *f, gconstpointer data)
{
  g_autofree char *link = dup_path (f, "map.json"), *beside = dup_path (f, "beside");
  g_autofree char *first = dup_path (f, "first.json"), *second = dup_path (f, "second.json");

  write_file (f, "first.json", "one");
  write_file (f, "second.json", "the second");
  g_assert_cmpint (symlink (first, link), ==, 0);
  begin (f, "map.json");
  write_file (f, "first.json", "other");
  wait_for (f, &f->n_changed, 1);
  g_assert_cmpint (symlink (second, beside), ==, 0);
  g_assert_cmpint (g_rename (beside, link), ==, 0);
  wait_for (f, &f->n_changed, 2);
  write_file (f, "second.json", "changed");
  wait_for (f, &f->n_changed, 3);
}

/* Of a pair of tables both count: where one is gone, what is left is no newer map. */
static void
test_pair (Fixture *f, gconstpointer data)
{
  write_file (f, "club-entities.csv", "name\nClub\n");
  write_file (f, "club-relations.csv", "from,verb,to\n");
  begin (f, "club-entities.csv");
  write_file (f, "club-relations.csv", "from,verb,to\nClub,meets,Club\n");
  wait_for (f, &f->n_changed, 1);
  remove_file (f, "club-relations.csv");
  wait_for (f, &f->n_gone, 1);
  g_assert_cmpuint (f->n_changed, ==, 1);
  write_file (f, "club-relations.csv", "from,verb,to\n");
  wait_for (f, &f->n_changed, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/shell/file-watch/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/shell/file-watch/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/shell/file-watch/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/shell/file-watch/pair", Fixture, NULL, set_up, test_pair, tear_down);
  return g_test_run ();
}
