/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-geometry.h"
#include "qg-text.h"

static void
test_pick (void)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  const char *const values[] = { "әкім", NULL, "akim" };
  g_autoptr (QgText) text = qg_text_new (langs, values, 3);
  QgLang used;

  g_assert_cmpuint (qg_text_get_n (text), ==, 2);
  g_assert_cmpstr (qg_text_get (text, QG_LANG_EN), ==, "akim");
  g_assert_null (qg_text_get (text, QG_LANG_RU));
  g_assert_cmpstr (qg_text_pick (text, QG_LANG_RU, &used), ==, "әкім");
  g_assert_true (used == QG_LANG_KK);
  g_assert_cmpstr (qg_text_pick (text, QG_LANG_KK_LATN, &used), ==, "әкім");
  g_assert_true (used == QG_LANG_KK);
  g_assert_cmpstr (qg_text_pick (NULL, QG_LANG_RU, &used), ==, "");
  g_assert_null (used);
}

static void
test_tags (void)
{
  g_assert_true (qg_lang_is_valid ("kk"));
  g_assert_true (qg_lang_is_valid ("kk-Latn"));
  g_assert_true (qg_lang_is_valid ("es-419"));
  g_assert_false (qg_lang_is_valid (""));
  g_assert_false (qg_lang_is_valid ("k"));
  g_assert_false (qg_lang_is_valid ("kk-"));
  g_assert_false (qg_lang_is_valid ("kk_KZ"));
  g_assert_false (qg_lang_is_valid ("қаз"));
  g_assert_true (qg_lang_from_locale ("ru_RU.UTF-8") == QG_LANG_RU);
  g_assert_true (qg_lang_from_locale ("kk") == QG_LANG_KK);
  g_assert_null (qg_lang_from_locale ("C"));
  g_assert_null (qg_lang_from_locale ("POSIX"));
  g_assert_null (qg_lang_from_locale ("C.UTF-8"));
}

static void
test_geometry (void)
{
  const QgRect a = { 0, 0, 10, 4 }, b = { 9, 3, 5, 5 }, c = { 10, 4, 1, 1 };
  QgRect r;

  g_assert_true (qg_rect_intersects (&a, &b));
  g_assert_false (qg_rect_intersects (&a, &c));
  r = qg_rect_grow (&a, -3);
  g_assert_cmpfloat (r.height, ==, 0);
  g_assert_cmpfloat (r.width, ==, 4);
  g_assert_cmpfloat (r.y, ==, 2);
  r = qg_rect_union (&a, &b);
  g_assert_cmpfloat (r.width, ==, 14);
  g_assert_cmpfloat (r.height, ==, 8);
}

/* What stands in for a missing language says which one it is. */
static void
test_marked (void)
{
  g_autoptr (QgText) text = qg_text_new_single (QG_LANG_KK, "Мәслихат");
  g_autofree char *there = qg_text_dup_marked (text, QG_LANG_KK);
  g_autofree char *missing = qg_text_dup_marked (text, QG_LANG_EN);
  g_autofree char *nothing = qg_text_dup_marked (NULL, QG_LANG_EN);

  g_assert_cmpstr (there, ==, "Мәслихат");
  g_assert_cmpstr (missing, ==, "Мәслихат\u00a0[kk]");
  g_assert_cmpstr (nothing, ==, "");
}

/* A label of a megabyte is not shown whole; a letter is never cut in two. */
static void
test_clip (void)
{
  g_autofree char *whole = qg_text_clip ("Әә", 2), *less = qg_text_clip ("ӘәҚ", 2),
                  *none = qg_text_clip ("", 2);
  g_autofree char *long_text = g_strnfill (1 << 20, 'W'), *line = qg_text_clip (long_text, QG_TEXT_LINE);

  g_assert_cmpstr (whole, ==, "Әә");
  g_assert_cmpstr (less, ==, "Әә…");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpint (g_utf8_strlen (line, -1), ==, QG_TEXT_LINE + 1);
}

static void
test_arrows (void)
{
  const char *const arrows[] = { "→", "←", " ⇒ ", "⟶", "->", "<--", "=>" };
  const char *const words[] = { "", "-", "--", "≤", "→ · 2", "a → b", "leads to →", ">", "→→ x", "<>" };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    g_assert_true (qg_words_are_arrow (arrows[i]));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (qg_words_are_arrow (words[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/arrows", test_arrows);
  g_test_add_func ("/base/text/clip", test_clip);
  g_test_add_func ("/base/text/pick", test_pick);
  g_test_add_func ("/base/lang/tags", test_tags);
  g_test_add_func ("/base/geometry", test_geometry);
  g_test_add_func ("/base/text/marked", test_marked);
  return g_test_run ();
}
