/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-i18n.h"

#include <libintl.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "qg-config.h"
#include "qg-paths.h"

/* What a compiled locale's file for LC_MESSAGES begins with, see glibc's locale/localeinfo.h: LIMAGIC. */
#define LOCALE_MAGIC (0x20031115u ^ (guint32) LC_MESSAGES)
#define PRIVATE_LOCALE "en_ZZ"

/* Every catalogue answers this with its own tag: so a missing one is found out. */
#define PROBE_CONTEXT "tag of the language of this catalogue"
static const char *const probe = NC_ ("tag of the language of this catalogue", "en");

static QgLang current;

const QgLang *
qg_i18n_get_languages (guint *n)
{
  static QgLang languages[3];

  if (languages[0] == NULL)
    {
      languages[0] = QG_LANG_KK;
      languages[1] = QG_LANG_RU;
      languages[2] = QG_LANG_EN;
    }
  if (n != NULL)
    *n = G_N_ELEMENTS (languages);
  return languages;
}

gboolean
qg_i18n_has_language (QgLang lang)
{
  guint n;
  const QgLang *languages = qg_i18n_get_languages (&n);

  for (guint i = 0; i < n; i++)
    if (languages[i] == lang)
      return TRUE;
  return FALSE;
}

/* qg_i18n_get_desktop_language:
 * LANGUAGE is a list in order of preference and is heeded whatever the locale: who sets it means it. Of the
 * other three only the first that is set counts, as in setlocale(3). */
QgLang
qg_i18n_get_desktop_language (void)
{
  const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *list = g_getenv ("LANGUAGE");
  g_auto (GStrv) wishes = g_strsplit (list != NULL ? list : "", ":", -1);
  QgLang lang;

  for (guint i = 0; wishes[i] != NULL; i++)
    if ((lang = qg_lang_from_locale (wishes[i])) != NULL && qg_i18n_has_language (lang))
      return lang;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value == NULL || *value == '\0')
        continue;
      lang = qg_lang_from_locale (value);
      return lang != NULL && qg_i18n_has_language (lang) ? lang : QG_LANG_KK;
    }
  return QG_LANG_KK;
}

static gboolean
is_c_locale (const char *name)
{
  return name == NULL || strcmp (name, "C") == 0 || strcmp (name, "POSIX") == 0 ||
         g_str_has_prefix (name, "C.");
}

/* The bytes of the smallest LC_MESSAGES that glibc takes: magic, five offsets, five strings: yesexpr, noexpr,
 * yesstr, nostr, codeset. */
static GByteArray *
new_locale_file (void)
{
  const char *const strings[] = { "^[yY]", "^[nN]", "", "", "UTF-8" };
  guint32 words[2 + G_N_ELEMENTS (strings)] = { LOCALE_MAGIC, G_N_ELEMENTS (strings) };
  GByteArray *bytes = g_byte_array_new ();
  guint32 offset = sizeof words;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      words[2 + i] = offset;
      offset += strlen (strings[i]) + 1;
    }
  g_byte_array_append (bytes, (const guint8 *) words, sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_byte_array_append (bytes, (const guint8 *) strings[i], strlen (strings[i]) + 1);
  return bytes;
}

/* Takes LC_MESSAGES from the locale directory @top alone, for one call. */
static gboolean
set_messages_from (const char *top)
{
  g_autofree char *old = g_strdup (g_getenv ("LOCPATH"));
  gboolean done;

  g_setenv ("LOCPATH", top, TRUE);
  done = setlocale (LC_MESSAGES, PRIVATE_LOCALE ".UTF-8") != NULL;
  if (old != NULL)
    g_setenv ("LOCPATH", old, TRUE);
  else
    g_unsetenv ("LOCPATH");
  return done;
}

/* Makes a locale of our own under @parent, loads it, and removes it again: glibc keeps what it has loaded. */
static gboolean
load_private_locale (const char *parent)
{
  g_autofree char *top = g_build_filename (parent, "qogam-locale-XXXXXX", NULL);
  g_autofree char *locale = NULL, *dir = NULL, *file = NULL;
  g_autoptr (GByteArray) bytes = new_locale_file ();
  gboolean done = FALSE;

  if (g_mkdtemp (top) == NULL)
    return FALSE;
  locale = g_build_filename (top, PRIVATE_LOCALE ".utf8", NULL);
  dir = g_build_filename (locale, "LC_MESSAGES", NULL);
  file = g_build_filename (dir, "SYS_LC_MESSAGES", NULL);
  if (g_mkdir_with_parents (dir, 0700) == 0 &&
      g_file_set_contents (file, (const char *) bytes->data, bytes->len, NULL))
    done = set_messages_from (top);
  g_unlink (file);
  g_rmdir (dir);
  g_rmdir (locale);
  g_rmdir (top);
  return done;
}

/* gettext translates nothing where LC_MESSAGES is C (from glibc 2.39 on, C.UTF-8 as well), whatever LANGUAGE
 * says. Any other locale will do, since LANGUAGE goes before it. */
static gboolean
leave_c_locale (void)
{
  const char *const installed[] = { "en_US.UTF-8", "ru_RU.UTF-8", "kk_KZ.UTF-8", "en_GB.UTF-8",
                                    "de_DE.UTF-8" };
  const char *const places[] = { g_get_user_runtime_dir (), g_get_tmp_dir (), "/dev/shm",
                                 g_get_user_cache_dir () };

  if (!is_c_locale (setlocale (LC_MESSAGES, NULL)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (installed); i++)
    if (setlocale (LC_MESSAGES, installed[i]) != NULL)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (load_private_locale (places[i]))
      return TRUE;
  return FALSE;
}

/* Names of files and texts on the terminal are UTF-8, whatever the surroundings are called; numbers in files
 * have a point. */
static void
set_other_categories (void)
{
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C");
  if (strcmp (nl_langinfo (CODESET), "UTF-8") != 0 && setlocale (LC_CTYPE, "C.UTF-8") == NULL)
    g_info ("No UTF-8 locale found");
  setlocale (LC_NUMERIC, "C");
}

static gboolean
use_catalogue (QgLang lang)
{
  g_autofree char *id = g_strconcat (PROBE_CONTEXT "\004", probe, NULL);
  const char *answer;

  g_setenv ("LANGUAGE", lang, TRUE);
  /* gettext remembers what it has looked up until a domain is set again. */
  textdomain (GETTEXT_PACKAGE);
  current = lang;
  answer = dgettext (GETTEXT_PACKAGE, id);
  return answer != id && strcmp (answer, lang) == 0;
}

/* qg_i18n_set_language:
 * @lang: one of qg_i18n_get_languages()
 *
 * From now on gettext answers in @lang, for GTK's own strings as well; what is shown already has to be set
 * anew by who shows it. Where the catalogue of @lang cannot be read, the log says so and the language is
 * English, which needs none.
 *
 * Returns: whether the interface speaks @lang now. */
gboolean
qg_i18n_set_language (QgLang lang)
{
  g_return_val_if_fail (qg_i18n_has_language (lang), FALSE);
  if (use_catalogue (lang))
    return TRUE;
  g_message ("The translations for “%s” could not be loaded from %s; the interface is in English", lang,
             qg_paths_get_locale_dir ());
  use_catalogue (QG_LANG_EN);
  return lang == QG_LANG_EN;
}

QgLang
qg_i18n_get_language (void)
{
  return current != NULL ? current : QG_LANG_EN;
}

/* qg_i18n_init:
 * @wanted: (nullable): a language of the interface; %NULL, or another: the desktop's, else Kazakh, also where
 * the desktop's cannot be loaded; English where Kazakh cannot either
 *
 * To be called once, first of all in main(), before anything is translated: GLib decides with its first
 * message whether it translates at all. GTK must not set the locale again (gtk_disable_setlocale()). */
void
qg_i18n_init (QgLang wanted)
{
  QgLang lang = wanted != NULL && qg_i18n_has_language (wanted) ? wanted : qg_i18n_get_desktop_language ();

  set_other_categories ();
  if (!leave_c_locale ())
    g_message ("No locale could be set, so nothing is translated; the interface is in English");
  bindtextdomain (GETTEXT_PACKAGE, qg_paths_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (!qg_i18n_set_language (lang) && lang != wanted && lang != QG_LANG_KK)
    qg_i18n_set_language (QG_LANG_KK);
}
