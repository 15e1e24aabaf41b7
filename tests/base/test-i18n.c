/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The language of the interface in real processes with real surroundings: this program starts itself, with
 * --answer, and reads what it says. */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "qg-config.h"
#include "qg-i18n.h"

static const char *
probe (void)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "tag of the language of this catalogue", "en");
}

/* In the child: 'language at start, probe at start; and the probe after each switch'. */
static int
answer (const char *wanted)
{
  guint n;
  const QgLang *languages = qg_i18n_get_languages (&n);

  qg_i18n_init (qg_lang_intern (wanted));
  g_print ("%s %s", qg_i18n_get_language (), probe ());
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < n; i++)
      {
        gboolean done = qg_i18n_set_language (languages[i]);

        g_print (" %s%s", done ? "" : "!", probe ());
      }
  g_print ("\n");
  return 0;
}

static char *
run_program (const char *program, const char *wanted, const char *settings, char **errors)
{
  const char *const clean[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LC_CTYPE", "LOCPATH" };
  g_auto (GStrv) environment = g_get_environ ();
  g_auto (GStrv) pairs = g_strsplit (settings, " ", -1);
  const char *argv[] = { program, "--answer", wanted, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (clean); i++)
    environment = g_environ_unsetenv (environment, clean[i]);
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      char *value = strchr (pairs[i], '=');

      *value++ = '\0';
      environment = g_environ_setenv (environment, pairs[i], value, TRUE);
    }
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, errors, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

static void
check (const char *settings, const char *wanted, const char *language)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *errors = NULL;
  g_autofree char *output = run_program (self, wanted, settings, &errors);
  g_autofree char *expected = g_strdup_printf ("%s %s kk ru en kk ru en\n", language, language);

  g_test_message ("%s: %s%s", settings, output, errors);
  g_assert_cmpstr (output, ==, expected);
  g_assert_cmpstr (errors, ==, "");
}

static void
test_surroundings (void)
{
  check ("", NULL, "kk");
  check ("LC_ALL=C", NULL, "kk");
  check ("LC_ALL=POSIX LANG=ru_RU.UTF-8", NULL, "kk");
  check ("LC_ALL=C.UTF-8", NULL, "kk");
  check ("LANG=C.UTF-8 LANGUAGE=ru", NULL, "ru");
  check ("LC_ALL=C LANGUAGE=en", NULL, "en");
  check ("LANGUAGE=fr:ru:en", NULL, "ru");
  check ("LANG=ru_RU.UTF-8", NULL, "ru");
  check ("LANG=en_US.UTF-8 LC_MESSAGES=ru_RU.UTF-8", NULL, "ru");
  check ("LANG=kk_KZ.UTF-8 LANGUAGE=", NULL, "kk");
  check ("LC_ALL=en_US.UTF-8", NULL, "en");
  check ("LC_ALL=fr_FR.UTF-8", NULL, "kk");
}

static void
test_wanted (void)
{
  check ("LC_ALL=C", "ru", "ru");
  check ("LC_ALL=C LANGUAGE=kk", "en", "en");
  check ("LANG=ru_RU.UTF-8", "kk", "kk");
  check ("LANG=ru_RU.UTF-8", "xx", "ru");
}

/* Without a temporary folder that can be written to, another place serves. */
static void
test_no_temporary_folder (void)
{
  check ("LC_ALL=C TMPDIR=/nowhere XDG_RUNTIME_DIR=/nowhere", NULL, "kk");
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (from, &bytes, &len, NULL));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) len, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
}

static void
check_at_first (const char *program, const char *wanted, const char *language)
{
  g_autofree char *errors = NULL;
  g_autofree char *output = run_program (program, wanted, "LC_ALL=C LANGUAGE=ru", &errors);

  g_assert_true (g_str_has_prefix (output, language));
  g_assert_nonnull (strstr (errors, "“ru” could not be loaded from"));
}

/* A build folder with no catalogues in it: English, and a line in the log for each. */
static void
test_missing_catalogue (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *top = g_dir_make_tmp ("qogam-test-XXXXXX", NULL);
  g_autofree char *mark = g_build_filename (top, "qg-config.h", NULL);
  g_autofree char *dir = g_build_filename (top, "src", NULL);
  g_autofree char *program = g_build_filename (dir, "program", NULL);
  g_autofree char *output = NULL, *errors = NULL;
  g_autofree char *messages = g_build_filename (top, "po", "kk", "LC_MESSAGES", NULL);
  g_autofree char *catalogue = g_build_filename (messages, "qogam.mo", NULL);
  g_autofree char *kazakh =
      g_test_build_filename (G_TEST_BUILT, "..", "po", "kk", "LC_MESSAGES", "qogam.mo", NULL);

  g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  copy_file (self, program);
  output = run_program (program, "ru", "LC_ALL=C", &errors);
  g_assert_cmpstr (output, ==, "en en !en !en en !en !en en\n");
  g_assert_nonnull (strstr (errors, "“ru” could not be loaded from"));
  g_assert_nonnull (strstr (errors, "“kk” could not be loaded from"));
  /* With the Kazakh one there, a first start on a Russian desktop is in Kazakh; who has chosen Russian is not
   * asked to read what was not chosen. */
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  copy_file (kazakh, catalogue);
  check_at_first (program, NULL, "kk ");
  check_at_first (program, "ru", "en ");
  g_unlink (catalogue);
  for (guint i = 0; i < 3; i++)
    {
      g_rmdir (messages);
      *strrchr (messages, '/') = '\0';
    }
  g_unlink (program);
  g_unlink (mark);
  g_rmdir (dir);
  g_rmdir (top);
}

int
main (int argc, char *argv[])
{
  if (argc > 1 && strcmp (argv[1], "--answer") == 0)
    return answer (argc > 2 ? argv[2] : NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/i18n/surroundings", test_surroundings);
  g_test_add_func ("/base/i18n/wanted", test_wanted);
  g_test_add_func ("/base/i18n/no-temporary-folder", test_no_temporary_folder);
  g_test_add_func ("/base/i18n/missing-catalogue", test_missing_catalogue);
  return g_test_run ();
}
