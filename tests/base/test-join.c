/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-join.h"

static void
check (QgLang lang, guint n, const char *expected)
{
  const char *const items[] = { "Әкім", "Мәслихат", "Жиналыс" };
  g_autofree char *text = qg_join (lang, items, n);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_languages (void)
{
  check (QG_LANG_KK, 3, "Әкім, Мәслихат және Жиналыс");
  check (QG_LANG_KK, 2, "Әкім және Мәслихат");
  check (QG_LANG_RU, 3, "Әкім, Мәслихат и Жиналыс");
  check (QG_LANG_RU, 2, "Әкім и Мәслихат");
  check (QG_LANG_EN, 3, "Әкім, Мәслихат, and Жиналыс");
  check (QG_LANG_EN, 2, "Әкім and Мәслихат");
  check (QG_LANG_KK_LATN, 3, "Әкім, Мәслихат jäne Жиналыс");
}

static void
test_edges (void)
{
  check (QG_LANG_KK, 0, "");
  check (QG_LANG_KK, 1, "Әкім");
  check (qg_lang_intern ("fr"), 3, "Әкім, Мәслихат, Жиналыс");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/join/languages", test_languages);
  g_test_add_func ("/base/join/edges", test_edges);
  return g_test_run ();
}
