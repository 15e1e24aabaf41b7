/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#define G_SETTINGS_ENABLE_BACKEND

#include "qg-settings.h"

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>

#include "qg-config.h"
#include "qg-i18n.h"
#include "qg-paths.h"

/* No state that we write is anywhere near this. */
#define MAX_STATE (1024 * 1024)

/* A file of our own rather than dconf: it works with no D-Bus session and where dconf is not installed, and a
 * person can look into it. GSETTINGS_BACKEND, where it is set, is obeyed. Without a place for the file
 * settings hold until the end of the program. */
static GSettingsBackend *
new_backend (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "qogam", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);

  if (g_getenv ("GSETTINGS_BACKEND") != NULL)
    return g_settings_backend_get_default ();
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_info ("%s cannot be made: settings are not kept", folder);
      return g_memory_settings_backend_new ();
    }
  return g_keyfile_settings_backend_new (path, "/", NULL);
}

static GSettingsSchema *
lookup_schema (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  const char *dir = qg_paths_get_schema_dir ();
  GSettingsSchemaSource *usual = g_settings_schema_source_get_default ();

  if (dir != NULL)
    source = g_settings_schema_source_new_from_directory (dir, usual, FALSE, NULL);
  if (source == NULL && usual != NULL)
    source = g_settings_schema_source_ref (usual);
  return source != NULL ? g_settings_schema_source_lookup (source, QG_APP_ID, TRUE) : NULL;
}

/* qg_settings_get_default:
 * Returns: (transfer none): the settings of the program. A broken installation, one without our schema, ends
 * the program with a line that says so. Main thread. */
GSettings *
qg_settings_get_default (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      g_autoptr (GSettingsSchema) schema = lookup_schema ();
      g_autoptr (GSettingsBackend) backend = new_backend ();

      if (schema == NULL)
        {
          g_printerr ("qogam: the settings schema " QG_APP_ID
                      " is not installed; run glib-compile-schemas on its folder\n");
          exit (1);
        }
      settings = g_settings_new_full (schema, backend, NULL);
    }
  return settings;
}

QgLang
qg_settings_get_map_language (void)
{
  g_autofree char *own = g_settings_get_string (qg_settings_get_default (), "map-language");

  return qg_lang_is_valid (own) ? qg_lang_intern (own) : qg_i18n_get_language ();
}

/* Where the state of the last window is kept; (transfer full). */
char *
qg_settings_dup_state_file (void)
{
  return g_build_filename (g_get_user_state_dir (), "qogam", "last-window", NULL);
}

/* qg_settings_load_state:
 * Returns: (transfer full) (nullable): what the last window saved, of type a{sv}; %NULL where there is
 * nothing or nothing that can be read: then the log says so and the program starts afresh. */
GVariant *
qg_settings_load_state (void)
{
  g_autofree char *path = qg_settings_dup_state_file ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *state;
  gsize len;

  if (!g_file_get_contents (path, &text, &len, &error))
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) &&
          !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
        g_message ("Where you left off could not be read: %s", error->message);
      return NULL;
    }
  if (len > MAX_STATE)
    state = NULL;
  else
    state = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, text + len, NULL, &error);
  if (state == NULL)
    g_message ("“%s” is damaged and is not used", path);
  return state;
}

/* Saves @state (of type a{sv}); a failure only goes to the log, it must not keep a window from closing. */
void
qg_settings_save_state (GVariant *state)
{
  g_autofree char *path = qg_settings_dup_state_file ();
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *text = g_variant_print (state, TRUE);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (dir, 0700) != 0 || !g_file_set_contents (path, text, -1, &error))
    g_message ("Where you left off could not be saved in “%s”: %s", path,
               error != NULL ? error->message : g_strerror (errno));
}
