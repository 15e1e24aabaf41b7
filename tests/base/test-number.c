/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-number.h"

#include <math.h>

#define NBSP "\302\240"

static void
check (const char *lang, double value, guint decimals, const char *expected)
{
  g_autofree char *text = qg_number_dup (qg_lang_intern (lang), value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_separators (void)
{
  check ("kk", 1234567.89, 2, "1" NBSP "234" NBSP "567,89");
  check ("ru", 1234567.89, 2, "1" NBSP "234" NBSP "567,89");
  check ("en", 1234567.89, 2, "1,234,567.89");
  check ("kk", 1234567, 0, "1" NBSP "234" NBSP "567");
  check ("kk", 1000, 0, "1" NBSP "000");
  check ("ru", 10000, 0, "10" NBSP "000");
  check ("en", 1000, 0, "1,000");
  check ("kk", 8.5, 1, "8,5");
  check ("ru", 12, 1, "12,0");
  check ("en", 8.5, 1, "8.5");
}

/* Whole numbers below a thousand go another way than the rest: both must round alike. */
static void
test_edges (void)
{
  const char *const langs[] = { "kk", "ru", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      check (langs[i], 0, 0, "0");
      check (langs[i], 0.5, 0, "1");
      check (langs[i], 999.4, 0, "999");
    }
  check ("kk", 999.5, 0, "1" NBSP "000");
  check ("kk", 1000.5, 0, "1" NBSP "001");
  check ("kk", -3, 0, "-3");
  check ("kk", 0.25, 1, "0,3");
  check ("kk-Latn", 5000, 0, "5" NBSP "000");
}

static void
test_words (void)
{
  g_autofree char *few = qg_number_in_words ("found: %s in all", 7);
  g_autofree char *many = qg_number_in_words ("%s relations", 12345);
  g_autofree char *none = qg_number_in_words ("one relation", 1);
  g_autofree char *plain = qg_number_in_line ("%s relations", 12345);

  g_assert_cmpstr (few, ==, "found: 7" NBSP "in all");
  /* Nothing was initialized: the interface is in English. */
  g_assert_cmpstr (many, ==, "12,345" NBSP "relations");
  g_assert_cmpstr (none, ==, "one relation");
  g_assert_cmpstr (plain, ==, "12,345 relations");
}

static void
test_edited (void)
{
  const struct
  {
    const char *lang, *text;
    double value; /* NAN: none */
  } cases[] = {
    { "kk", "300,5", 300.5 }, { "kk", " 300.5 ", 300.5 }, { "ru", "1234", 1234 }, { "en", "300.5", 300.5 },
    { "en", "1,920", NAN },   { "kk", "1,9,2", NAN },     { "kk", "12 мм", NAN }, { "kk", "", NAN },
    { "ru", "0x10", NAN },    { "ru", "inf", NAN },       { "ru", "-", NAN },
  };
  g_autofree char *kk = qg_number_dup_to_edit (QG_LANG_KK, 1234.5, 1);
  g_autofree char *en = qg_number_dup_to_edit (QG_LANG_EN, 1234.5, 1);
  g_autofree char *whole = qg_number_dup_to_edit (QG_LANG_RU, 1920, 0);

  g_assert_cmpstr (kk, ==, "1234,5");
  g_assert_cmpstr (en, ==, "1234.5");
  g_assert_cmpstr (whole, ==, "1920");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = NAN;
      gboolean parsed = qg_number_parse (qg_lang_intern (cases[i].lang), cases[i].text, &value);

      g_assert_true (parsed == !isnan (cases[i].value));
      if (parsed)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

/* A label that breaks its lines leaves a number with the word that it counts. */
static void
test_tied (void)
{
  const struct
  {
    const char *text, *tied;
  } cases[] = {
    { "1 қате, 12 ескерту", "1" NBSP "қате, 12" NBSP "ескерту" },
    { "скрыто: 3", "скрыто: 3" },
    { "3 · 4 – 5", "3 · 4 – 5" },
    { "the 2 of 3 ", "the 2" NBSP "of 3 " },
    { " a 5", " a 5" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tied = qg_number_tie (cases[i].text);

      g_assert_cmpstr (tied, ==, cases[i].tied);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/separators", test_separators);
  g_test_add_func ("/base/number/edges", test_edges);
  g_test_add_func ("/base/number/words", test_words);
  g_test_add_func ("/base/number/edited", test_edited);
  g_test_add_func ("/base/number/tied", test_tied);
  return g_test_run ();
}
