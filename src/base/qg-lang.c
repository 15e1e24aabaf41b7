/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-lang.h"

#include <string.h>

/* qg_lang_intern:
 * @tag: (nullable): a language tag
 *
 * Returns: the interned tag, %NULL for %NULL; lives as long as the process. */
QgLang
qg_lang_intern (const char *tag)
{
  return g_intern_string (tag);
}

/* qg_lang_is_valid:
 * Whether @tag has the form of a language tag as maps use it: two or three letters, then subtags of two to
 * eight letters or digits, each behind a '-'; 35 characters at most (RFC 5646, section 4.4.1). */
gboolean
qg_lang_is_valid (const char *tag)
{
  gsize run = 0, part = 0;

  if (tag == NULL || strlen (tag) > 35)
    return FALSE;
  for (const char *p = tag;; p++)
    {
      if (*p == '-' || *p == '\0')
        {
          if (run < 2 || run > (part == 0 ? 3 : 8))
            return FALSE;
          if (*p == '\0')
            return TRUE;
          part++;
          run = 0;
        }
      else if (g_ascii_isalpha (*p) || (part > 0 && g_ascii_isdigit (*p)))
        run++;
      else
        return FALSE;
    }
}

/* qg_lang_from_tag:
 * @tag: (nullable): a language tag in any case
 *
 * Returns: the language in the usual case of its tag (RFC 5646, section 2.1.1: "kk-Latn", "en-GB"), %NULL for
 * what is no tag. */
QgLang
qg_lang_from_tag (const char *tag)
{
  g_autofree char *usual = NULL;

  if (!qg_lang_is_valid (tag))
    return NULL;
  usual = g_ascii_strdown (tag, -1);
  for (char *part = strchr (usual, '-'), *end; part != NULL; part = end)
    {
      part++;
      end = strchr (part, '-');
      switch (end != NULL ? (gsize) (end - part) : strlen (part))
        {
        case 4:
          *part = g_ascii_toupper (*part);
          break;
        case 2:
          part[0] = g_ascii_toupper (part[0]);
          part[1] = g_ascii_toupper (part[1]);
          break;
        default:
          break;
        }
    }
  return qg_lang_intern (usual);
}

/* qg_lang_from_locale:
 * @locale: (nullable): a locale's name such as "kk_KZ.UTF-8" or "ru"
 *
 * Returns: the language of @locale, %NULL where it names none (C, POSIX, empty). */
QgLang
qg_lang_from_locale (const char *locale)
{
  g_autofree char *name = NULL;
  gsize len;

  if (locale == NULL)
    return NULL;
  len = strcspn (locale, "_.@-");
  if (len < 2 || len > 3)
    return NULL;
  name = g_ascii_strdown (locale, (gssize) len);
  return qg_lang_is_valid (name) ? qg_lang_intern (name) : NULL;
}

/* qg_lang_get_own_name:
 * Returns: what the language calls itself, for the languages of the interface; the tag for others. */
const char *
qg_lang_get_own_name (QgLang lang)
{
  if (lang == QG_LANG_KK)
    return "Қазақша";
  if (lang == QG_LANG_RU)
    return "Русский";
  if (lang == QG_LANG_EN)
    return "English";
  if (lang == QG_LANG_KK_LATN)
    return "Qazaqşa";
  return lang;
}
