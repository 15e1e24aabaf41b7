/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include <glib/gstdio.h>

#include "qg-i18n.h"
#include "qg-settings.h"

static void
write_state (const char *text, gssize len)
{
  g_autofree char *path = qg_settings_dup_state_file ();
  g_autofree char *dir = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, len, NULL));
}

static void
test_state (void)
{
  g_autoptr (GVariant) saved =
      g_variant_ref_sink (g_variant_new_parsed ("{'file': <'file:///a'>, 'n': <uint32 7>}"));
  g_autoptr (GVariant) loaded = NULL;

  qg_settings_save_state (saved);
  loaded = qg_settings_load_state ();
  g_assert_nonnull (loaded);
  g_assert_true (g_variant_equal (saved, loaded));
}

static void
test_no_state (void)
{
  g_autofree char *path = qg_settings_dup_state_file ();

  g_unlink (path);
  g_assert_null (qg_settings_load_state ());
}

static void
test_damaged_state (void)
{
  const struct
  {
    const char *text;
    gssize len;
  } cases[] = {
    { "{'file': <'file:///", -1 }, { "", 0 }, { "\0\0\0", 3 }, { "'a string'", -1 }, { "\xff\xfe{", -1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      write_state (cases[i].text, cases[i].len);
      g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*is damaged and is not used");
      g_assert_null (qg_settings_load_state ());
      g_test_assert_expected_messages ();
    }
}

/* What a person has set is there again in the next process: read the file that it is kept in. */
static void
test_settings_file (void)
{
  GSettings *settings = qg_settings_get_default ();
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "qogam", "settings.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *value = NULL;

  g_assert_true (g_settings_set_string (settings, "language", "ru"));
  g_settings_sync ();
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  value = g_key_file_get_string (file, "io/github/qogam/Qogam", "language", NULL);
  g_assert_cmpstr (value, ==, "'ru'");
}

/* What an editor of settings shows, dconf-editor or 'gsettings', speaks the language of the person. */
static void
test_summaries (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;

  g_object_get (qg_settings_get_default (), "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, "theme");
  g_assert_cmpstr (g_settings_schema_key_get_summary (key), ==, "Светлое или тёмное оформление");
}

int
main (int argc, char *argv[])
{
  g_unsetenv ("GSETTINGS_BACKEND");
  qg_i18n_init (QG_LANG_RU);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/shell/settings/state", test_state);
  g_test_add_func ("/shell/settings/no-state", test_no_state);
  g_test_add_func ("/shell/settings/damaged-state", test_damaged_state);
  g_test_add_func ("/shell/settings/file", test_settings_file);
  g_test_add_func ("/shell/settings/summaries", test_summaries);
  return g_test_run ();
}
