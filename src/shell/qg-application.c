/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-application.h"

#include <glib/gi18n-lib.h>

#include "qg-config.h"
#include "qg-i18n.h"
#include "qg-interface-font.h"
#include "qg-language-keys.h"
#include "qg-map-file.h"
#include "qg-opening.h"
#include "qg-profile.h"
#include "qg-settings.h"
#include "qg-window.h"

struct _QgApplication
{
  AdwApplication parent_instance;

  gboolean afresh;    /* --new */
  char *graph;        /* --graph; nullable */
  GPtrArray *files;   /* of GFile: those that were named */
  QgOpening *opening; /* nullable: for the first window, begun before GTK */
};

G_DEFINE_FINAL_TYPE (QgApplication, qg_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[4];
} keys[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "app.language::kk", { "<Control>1" } },
  { "app.language::ru", { "<Control>2" } },
  { "app.language::en", { "<Control>3" } },
  { "win.open", { "<Control>o" } },
  { "win.read-again", { "<Control>r" } },
  { "win.close", { "<Control>w" } },
  { "win.toggle-group", { "<Control>g" } },
  { "win.toggle-all", { "<Control><Shift>g" } },
  { "win.keep-view", { "<Control>d" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.present", { "F5" } },
  { "win.present-view", { "<Shift>F5" } },
  { "win.copy-text", { "<Control><Shift>c" } },
  { "win.search", { "<Control>f" } },
  { "win.outline", { "F9" } },
  { "win.details", { "<Shift>F9" } },
  { "win.widen", { "<Alt>Up" } },
  { "win.narrow", { "<Alt>Down" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.forward", { "<Alt>Right", "Forward" } },
  { "win.tour-next", { "Page_Down" } },
  { "win.tour-previous", { "Page_Up" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0" } },
  { "win.shortcuts", { "<Control>question", "<Control>slash" } },
};

static void
show_theme (const char *theme)
{
  AdwColorScheme scheme = g_str_equal (theme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (theme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                         : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
theme_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_settings_set_string (qg_settings_get_default (), "theme", g_variant_get_string (parameter, NULL));
  g_simple_action_set_state (action, parameter);
  show_theme (g_variant_get_string (parameter, NULL));
}

/* All windows speak the other language at once; what they show stays where it is. */
static void
language_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgLang lang = qg_lang_intern (g_variant_get_string (parameter, NULL));

  if (!qg_i18n_has_language (lang) || lang == qg_i18n_get_language ())
    return;
  qg_profile_mark ("switch");
  qg_i18n_set_language (lang);
  g_settings_set_string (qg_settings_get_default (), "language", lang);
  g_simple_action_set_state (action, g_variant_new_string (qg_i18n_get_language ()));
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (data)); l != NULL; l = l->next)
    if (QG_IS_WINDOW (l->data))
      qg_window_update_texts (l->data);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QgWindow *window = qg_window_new (data);
  g_autoptr (QgOpening) opening = qg_opening_new_usual (TRUE);

  qg_window_begin (window, opening);
  qg_window_present_soon (window);
}

/* Windows are closed, not dropped: each remembers where it was. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (QG_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static const GActionEntry entries[] = {
  { "language", language_cb, "s", "''" },
  { "theme", theme_cb, "s", "'system'" },
  { "new-window", new_window_cb },
  { "quit", quit_cb },
};

static void
qg_application_startup (GApplication *application)
{
  GActionMap *map = G_ACTION_MAP (application);
  g_autofree char *theme = g_settings_get_string (qg_settings_get_default (), "theme");

  G_APPLICATION_CLASS (qg_application_parent_class)->startup (application);
  qg_profile_mark ("gtk");
  qg_profile_watch ();
  qg_language_keys_init ();
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), application);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "language")),
                             g_variant_new_string (qg_i18n_get_language ()));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "theme")),
                             g_variant_new_string (theme));
  show_theme (theme);
  qg_interface_font_watch (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action, keys[i].accels);
}

static void
qg_application_activate (GApplication *application)
{
  QgApplication *self = QG_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL || self->afresh)
    {
      if (self->opening == NULL)
        self->opening = qg_opening_new_usual (self->afresh);
      window = GTK_WINDOW (qg_window_new (ADW_APPLICATION (application)));
      qg_window_begin (QG_WINDOW (window), self->opening);
      g_clear_pointer (&self->opening, qg_opening_unref);
      qg_profile_mark ("window");
      qg_window_present_soon (QG_WINDOW (window));
    }
  else
    gtk_window_present (window);
  self->afresh = FALSE;
}

/* What was begun for the first window, where it is that of @file. */
static QgOpening *
take_opening (QgApplication *self, GFile *file, const char *graph)
{
  g_autoptr (QgOpening) begun = g_steal_pointer (&self->opening);

  if (begun != NULL && g_file_equal (qg_opening_get_file (begun), file) &&
      g_strcmp0 (graph, self->graph) == 0)
    return g_steal_pointer (&begun);
  if (begun != NULL)
    qg_opening_cancel (begun);
  return qg_opening_new (file, graph, NULL);
}

/* Each map in a window of its own. @hint: of files with several graphs the one that is wished for; "" for
 * none
 */
static void
qg_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) maps = qg_map_files_dup_maps (files, (guint) n_files);
  const char *graph = *hint != '\0' ? hint : QG_APPLICATION (application)->graph;

  for (guint i = 0; i < maps->len; i++)
    {
      g_autoptr (QgOpening) opening = take_opening (QG_APPLICATION (application), maps->pdata[i], graph);
      QgWindow *window = qg_window_new (ADW_APPLICATION (application));

      qg_window_begin (window, opening);
      qg_profile_mark ("window");
      qg_window_present_soon (window);
    }
}

/* The map and its first picture become ready while GTK does. Where another process turns out to be the one
 * that shows it, a little was read for nothing. */
static void
begin_first (QgApplication *self)
{
  g_autoptr (GPtrArray) maps = NULL;

  if (g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE)
    return;
  maps = qg_map_files_dup_maps ((GFile *const *) self->files->pdata, self->files->len);
  self->opening = maps->len > 0 ? qg_opening_new (maps->pdata[0], self->graph, NULL)
                                : qg_opening_new_usual (self->afresh);
}

/* GTK looks for OpenGL whenever it opens a display, a good third of its start, also where the person's choice
 * of a renderer is cairo, which has no use for it. GTK 4.16 has another name for it. */
static gboolean
spare_gl (void)
{
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0 || g_getenv ("GDK_DEBUG") != NULL ||
      gtk_get_major_version () != 4 || gtk_get_minor_version () >= 16)
    return FALSE;
  return g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
}

/* The programs that are started from here shall not have it. Not unset: that would move the other variables,
 * which a worker may be reading. */
static void
forget_gl (gboolean spared)
{
  if (spared)
    g_setenv ("GDK_DEBUG", "", TRUE);
}

static int
qg_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  QgApplication *self = QG_APPLICATION (application);
  gboolean spared, shown;

  self->afresh = g_variant_dict_contains (options, "new");
  if (g_variant_dict_lookup (options, "graph", "s", &self->graph) && self->files->len == 0)
    {
      g_printerr ("error: %s\n", _ ("--graph chooses a graph of a file, and no file is named"));
      return 2;
    }
  spared = spare_gl ();
  begin_first (self);
  shown = gtk_init_check ();
  forget_gl (spared);
  if (!shown)
    {
      /* Translators: the two commands are typed as they stand. */
      g_printerr ("error: %s\n",
                  _ ("there is no display to show a window on; commands such as “qogam check” and “qogam "
                     "export” need none"));
      return 1;
    }
  /* A second start with --new asks the first process for a fresh window. */
  if (self->afresh && g_application_register (application, NULL, NULL) &&
      g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
      return 0;
    }
  /* And one with --graph to open the files with it, which GApplication would not tell. */
  if (self->graph != NULL && g_application_register (application, NULL, NULL) &&
      g_application_get_is_remote (application))
    {
      g_application_open (application, (GFile **) self->files->pdata, (int) self->files->len, self->graph);
      return 0;
    }
  return -1;
}

static void
qg_application_finalize (GObject *object)
{
  QgApplication *self = QG_APPLICATION (object);

  if (self->opening != NULL)
    qg_opening_cancel (self->opening);
  g_clear_pointer (&self->opening, qg_opening_unref);
  g_ptr_array_unref (self->files);
  g_free (self->graph);
  G_OBJECT_CLASS (qg_application_parent_class)->finalize (object);
}

static void
qg_application_class_init (QgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qg_application_finalize;
  application_class->startup = qg_application_startup;
  application_class->activate = qg_application_activate;
  application_class->open = qg_application_open;
  application_class->handle_local_options = qg_application_handle_local_options;
}

static void
qg_application_init (QgApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "new", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Start afresh, not where you left off"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "graph", 0, 0, G_OPTION_ARG_STRING,
                                 _ ("Of a file with several graphs this one: its name, or its number from 1"),
                                 _ ("N|NAME"));
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What of @argv is no option, as GApplication will find it. */
static void
collect_files (QgApplication *self, int argc, char *argv[])
{
  gboolean options = TRUE;

  for (int i = 1; i < argc; i++)
    if (options && g_str_equal (argv[i], "--"))
      options = FALSE;
    else if (options && g_str_equal (argv[i], "--graph"))
      i++; /* its value */
    else if (!options || *argv[i] != '-')
      g_ptr_array_add (self->files, g_file_new_for_commandline_arg (argv[i]));
}

/* qg_shell_run:
 * @argv: options, and maps to open
 *
 * Shows windows until the last one is closed. The language is the one that was chosen in a window before,
 * else the desktop's.
 *
 * Returns: the status to exit with. */
int
qg_shell_run (int argc, char *argv[])
{
  g_autoptr (QgApplication) application = NULL;
  g_autofree char *chosen = g_settings_get_string (qg_settings_get_default (), "language");

  qg_i18n_init (*chosen != '\0' ? qg_lang_intern (chosen) : NULL);
  /* GTK must not undo what qg_i18n_init() has set. */
  gtk_disable_setlocale ();
  application =
      g_object_new (QG_TYPE_APPLICATION, "application-id", QG_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                    "resource-base-path", "/io/github/qogam/Qogam", NULL);
  collect_files (application, argc, argv);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
