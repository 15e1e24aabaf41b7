/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-join.h"

/* qg_join:
 * @lang: the language of the sentence that the list is part of
 * @items: @n of them, UTF-8
 *
 * The words are our own: ICU's data for Kazakh has a comma before the last item. Languages without words here
 * have one as well. Any thread.
 *
 * Returns: (transfer full): UTF-8; empty where there are no items */
char *
qg_join (QgLang lang, const char *const *items, guint n)
{
  const struct
  {
    QgLang lang;
    const char *of_two, *of_more;
  } words[] = {
    { QG_LANG_KK, " және ", " және " },
    { QG_LANG_KK_LATN, " jäne ", " jäne " },
    { QG_LANG_RU, " и ", " и " },
    { QG_LANG_EN, " and ", ", and " },
  };
  GString *out = g_string_new (NULL);
  const char *last = ", ";

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].lang == lang)
      last = n == 2 ? words[i].of_two : words[i].of_more;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : i + 1 == n ? last : ", ", items[i]);
  return g_string_free (out, FALSE);
}
