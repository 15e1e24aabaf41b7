/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* In which encoding a text is. */

#include "qg-decode.h"

#include <string.h>

static char *
dup_encoding (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text)), decoded = NULL;
  char *encoding = NULL;

  decoded = qg_decode (bytes, &encoding);
  g_assert_nonnull (decoded);
  g_assert_nonnull (strstr (g_bytes_get_data (decoded, NULL), "Привет"));
  return encoding;
}

/* What is no name of an encoding is none, whatever iconv makes of it: the text is as if nothing were
 * declared. */
static void
test_declared (void)
{
  static const struct
  {
    const char *declared, *expected;
  } cases[] = {
    { "windows-1251", "windows-1251" },
    { "CP1251", "CP1251" },
    { "windows-1251\xFC", "WINDOWS-1251" },
    { "\xFF\xFEwindows-1251", "WINDOWS-1251" },
    { "windows-1251//TRANSLIT", "WINDOWS-1251" },
    { "12345678901234567890123456789012345678901", "WINDOWS-1251" },
    { "no-such-thing", "WINDOWS-1251" },
    { "utf-8", "WINDOWS-1251" },
    { "", "WINDOWS-1251" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("digraph { charset=\"", cases[i].declared,
                                           "\"; a [label=\"\xCF\xF0\xE8\xE2\xE5\xF2\"]; }", NULL);
      g_autofree char *encoding = dup_encoding (text);

      g_assert_cmpstr (encoding, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/decode/declared", test_declared);
  return g_test_run ();
}
