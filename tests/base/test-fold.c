/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-fold.h"

static void
assert_same (const char *a, const char *b)
{
  g_autofree char *x = qg_fold (a);
  g_autofree char *y = qg_fold (b);

  g_assert_cmpstr (x, ==, y);
}

static void
assert_folded (const char *text, const char *expected)
{
  g_autofree char *folded = qg_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_alphabets (void)
{
  assert_same ("қала", "кала");
  assert_same ("қала", "qala");
  assert_same ("қала", "kala");
  assert_same ("ғылым", "ğylym");
  assert_same ("ғылым", "ghylym");
  assert_same ("ғылым", "гылым");
  assert_same ("Мәслихат", "маслихат");
  assert_same ("Мәслихат", "Maslikhat");
  assert_same ("өзін-өзі басқару", "озин-ози баскару");
  assert_same ("өзін-өзі басқару", "özın-özı basqaru");
  assert_same ("Ұлттық", "Улттык");
  assert_same ("Үкімет", "Ükımet");
  assert_same ("Шолу", "sholu");
  assert_same ("Жаңа", "zhana");
  assert_same ("Жаңа", "Jaña");
  assert_same ("партия", "partia");
  assert_same ("партия", "partiya");
  assert_same ("комиссия", "комисия");
  assert_same ("Ёлка", "елка");
  assert_same ("Көмір", "комір");
  assert_same ("Һәм", "хам");
}

static void
test_signs (void)
{
  assert_folded ("  «Нұр» — 1999,  Отан! ", "nur 1999 otan");
  assert_folded ("q'ala", "kala");
  assert_folded ("", "");
  assert_folded ("…", "");
  assert_folded ("漢字 2000", "漢字 2000");
}

static void
test_places (void)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *folded = qg_fold_with_places ("«Юрт»", places);

  g_assert_cmpstr (folded, ==, "iurt");
  g_assert_cmpuint (places->len, ==, 4);
  g_assert_cmpuint (g_array_index (places, guint32, 0), ==, 2);
  g_assert_cmpuint (g_array_index (places, guint32, 1), ==, 2);
  g_assert_cmpuint (g_array_index (places, guint32, 2), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/fold/alphabets", test_alphabets);
  g_test_add_func ("/base/fold/signs", test_signs);
  g_test_add_func ("/base/fold/places", test_places);
  return g_test_run ();
}
