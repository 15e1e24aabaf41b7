/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-font.h"
#include "qg-wrap.h"

#include <string.h>

static const QgFont font = { QG_FACE_REGULAR, 11 };

static char *
join (const QgWrapped *w)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < w->n_lines; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", w->lines[i]);
  return g_string_free (all, FALSE);
}

static void
assert_wraps_in (const char *text, double factor, const char *expected)
{
  QgWrapLimits limits = qg_wrap_limits (font, factor);
  g_autofree QgWrapped *w = qg_wrap (font, text, &limits);
  g_autofree char *lines = join (w);

  g_assert_cmpstr (lines, ==, expected);
  for (guint i = 0; i < w->n_lines; i++)
    {
      g_assert_cmpfloat_with_epsilon (w->widths[i], qg_font_get_width (font, w->lines[i], -1), 0.6);
      g_assert_cmpfloat (w->widths[i], <=, w->width + 0.01);
    }
}

static void
assert_wraps (const char *text, const char *expected)
{
  assert_wraps_in (text, 1, expected);
}

static void
test_wraps (void)
{
  assert_wraps ("", "");
  assert_wraps ("Мәслихат", "Мәслихат");
  assert_wraps ("Law", "Law");
  assert_wraps ("Кәсіптік одақтар", "Кәсіптік|одақтар");
  assert_wraps ("Жергілікті қоғамдастық жиналысы", "Жергілікті|қоғамдастық|жиналысы");
  assert_wraps ("Ответственность и взаимное доверие", "Ответственность|и взаимное|доверие");
  /* A word is not cut, however long it is for a box. */
  assert_wraps ("өкілеттіктеріміздегілерден", "өкілеттіктеріміздегілерден");
  assert_wraps ("Local self-government", "Local|self-government");
  /* A compound is not torn at its hyphen, but where it is very long. */
  assert_wraps ("Deputies of local self-government bodies", "Deputies of local|self-government|bodies");
  assert_wraps_in ("Local self-government", 0.4, "Local|self-government");
  assert_wraps_in ("Жергілікті өзін-өзі басқару", 0.4, "Жергілікті|өзін-өзі|басқару");
  assert_wraps ("Non-governmental organizations", "Non-governmental|organizations");
  assert_wraps ("Жергілікті өзін-өзі басқару органдары", "Жергілікті|өзін-өзі басқару|органдары");
  assert_wraps ("Организационно-правовая форма", "Организационно-|правовая форма");
  /* No short word is alone in its line, and each stays with what it belongs to. */
  assert_wraps ("Взаимодействие с гражданами", "Взаимодействие|с гражданами");
  assert_wraps ("Учреждение и ответственность", "Учреждение|и ответственность");
  assert_wraps ("Құқықтар мен міндеттер жүйесі", "Құқықтар мен|міндеттер жүйесі");
  assert_wraps ("Law on local public administration and self-government",
                "Law on local public|administration|and self-government");
  assert_wraps ("Около 18 тысяч организаций", "Около 18 тысяч|организаций");
  assert_wraps ("Мемлекеттік билік және азаматтар", "Мемлекеттік|билік|және азаматтар");
  assert_wraps ("Стандарты для административных уровней", "Стандарты|для административных|уровней");
}

/* Whatever the text, no letter is lost and no line is empty. */
static void
test_keeps_letters (void)
{
  static const char *const words[] = { "өзін-өзі", "басқару", "и", "a", "самоуправления", "«Нұр", "Отан»" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 1; n < 60; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      QgWrapLimits limits = qg_wrap_limits (font, g_rand_double_range (rand, 0.25, 4));
      g_autofree QgWrapped *w = NULL;
      g_autoptr (GString) back = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      w = qg_wrap (font, text->str, &limits);
      for (guint i = 0; i < w->n_lines; i++)
        {
          g_assert_cmpuint (strlen (w->lines[i]), >, 0);
          g_string_append (back, w->lines[i]);
        }
      g_string_replace (text, " ", "", 0);
      g_string_replace (back, " ", "", 0);
      g_assert_cmpstr (text->str, ==, back->str);
    }
}

static void
test_clean (void)
{
  g_autofree char *markup = qg_font_dup_clean ("<b>a</b> & b", 0);
  g_autofree char *control = qg_font_dup_clean ("a\x01\x1b[0m\tb\n\nc\x7f", 0);
  g_autofree char *bidi = qg_font_dup_clean ("a\u202eb\u2066c\u200f", 0);
  g_autofree char *cut = qg_font_dup_clean ("Жергілікті", 5);

  g_assert_cmpstr (markup, ==, "<b>a</b> & b");
  g_assert_cmpstr (control, ==, "a [0m b c");
  g_assert_cmpstr (bidi, ==, "abc");
  g_assert_cmpstr (cut, ==, "Жерг…");
}

/* A megabyte without a space becomes a box of a sane size. */
static void
test_enormous (void)
{
  g_autofree char *text = g_strnfill (1 << 20, 'x');
  g_autofree char *clean = qg_font_dup_clean (text, 160);
  QgWrapLimits limits = qg_wrap_limits (font, 1);
  g_autofree QgWrapped *w = qg_wrap (font, clean, &limits);

  g_assert_cmpuint (g_utf8_strlen (clean, -1), ==, 160);
  g_assert_cmpfloat (w->width, <=, 2 * limits.most);
  g_assert_cmpuint (w->n_lines, >, 1);
}

static void
test_letters (void)
{
  g_assert_true (qg_font_has_letters (QG_FONT_KAZAKH_LETTERS));
  g_assert_true (qg_font_has_letters ("abcABCабвАБВğşñüūäö¹²³⁴—«»…"));
  g_assert_false (qg_font_has_letters ("漢"));
}

static gpointer
measure_in_thread (gpointer data)
{
  double *width = data;

  *width = qg_font_get_width (font, "Жергілікті өзін-өзі басқару", -1);
  return NULL;
}

/* Every thread measures the same. */
static void
test_threads (void)
{
  double widths[4], own;
  GThread *threads[4];

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("measure", measure_in_thread, &widths[i]);
  measure_in_thread (&own);
  for (guint i = 0; i < 4; i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpfloat (widths[i], ==, own);
    }
}

/* Type is linear: twice the size is twice the width, since nothing is hinted. */
static void
test_linear (void)
{
  double one = qg_font_get_width (font, "өзін-өзі басқару", -1);
  double two = qg_font_get_width ((QgFont){ QG_FACE_REGULAR, 22 }, "өзін-өзі басқару", -1);

  g_assert_cmpfloat_with_epsilon (two, 2 * one, 0.15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/wraps", test_wraps);
  g_test_add_func ("/type/keeps-letters", test_keeps_letters);
  g_test_add_func ("/type/clean", test_clean);
  g_test_add_func ("/type/enormous", test_enormous);
  g_test_add_func ("/type/letters", test_letters);
  g_test_add_func ("/type/threads", test_threads);
  g_test_add_func ("/type/linear", test_linear);
  return g_test_run ();
}
