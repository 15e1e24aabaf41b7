/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-latin.h"

static void
check (const char *cyrillic, const char *expected)
{
  g_autofree char *latin = qg_latin_from_cyrillic (cyrillic);

  g_assert_cmpstr (latin, ==, expected);
}

static void
test_letters (void)
{
  check ("аәбвгғдежзи йкқлмнңоөпрстуұүфхһшыі", "aäbvgğdejzi ikqlmnñoöprstuūüfhhşyı");
  check ("АӘБВГҒДЕЖЗКҚЛМНҢОӨПРСТУҰҮФХҺШЫІ", "AÄBVGĞDEJZKQLMNÑOÖPRSTUŪÜFHHŞYI");
  check ("И Й", "İ İ");
  check ("ё ц ч щ ъ ь э ю я", "io s ş ş   e iu ia");
}

static void
test_words (void)
{
  check ("Қазақстан Республикасы", "Qazaqstan Respublikasy");
  check ("өзін-өзі басқару", "özın-özı basqaru");
  check ("Мәслихат жергілікті бюджетті бекітеді.", "Mäslihat jergılıktı biudjettı bekıtedı.");
  check ("партия, партиялар; критерий", "partia, partialar; kriteri");
  check ("Ия, Юрий", "İa, İuri");
  check ("АҚШ ЮНЕСКО Я.", "AQŞ İUNESKO İa.");
  check ("{from|Әкім} {to|халыққа} есеп береді — «жыл» 2025",
         "{from|Äkım} {to|halyqqa} esep beredı — «jyl» 2025");
  check ("", "");
  check ("Latin stays 😀", "Latin stays 😀");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/latin/letters", test_letters);
  g_test_add_func ("/base/latin/words", test_words);
  return g_test_run ();
}
