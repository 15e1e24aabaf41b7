/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-screens.h"

static const GdkRectangle laptop = { 0, 0, 1280, 800 };
static const GdkRectangle projector = { 1280, 0, 1024, 768 };
static const GdkRectangle above = { 0, -1080, 1920, 1080 };

static void
test_other (void)
{
  const GdkRectangle two[] = { laptop, projector }, three[] = { above, laptop, projector };

  g_assert_cmpuint (qg_screens_choose (two, 2, 0), ==, 1);
  g_assert_cmpuint (qg_screens_choose (two, 2, 1), ==, 0);
  g_assert_cmpuint (qg_screens_choose (three, 3, 0), ==, 1);
  g_assert_cmpuint (qg_screens_choose (three, 3, 2), ==, 0);
}

static void
test_none (void)
{
  g_assert_cmpuint (qg_screens_choose (&laptop, 1, 0), ==, QG_NONE);
  g_assert_cmpuint (qg_screens_choose (&laptop, 1, QG_NONE), ==, QG_NONE);
  g_assert_cmpuint (qg_screens_choose (NULL, 0, QG_NONE), ==, QG_NONE);
}

/* The projector shows what the laptop shows: a speaker's window there would be seen by all. */
static void
test_repeated (void)
{
  const GdkRectangle same[] = { laptop, laptop }, smaller[] = { laptop, { 0, 0, 1024, 768 } };
  const GdkRectangle third[] = { laptop, { 0, 0, 1024, 768 }, projector };
  const GdkRectangle off[] = { laptop, { 1280, 0, 0, 0 } };

  g_assert_cmpuint (qg_screens_choose (same, 2, 0), ==, QG_NONE);
  g_assert_cmpuint (qg_screens_choose (smaller, 2, 1), ==, QG_NONE);
  g_assert_cmpuint (qg_screens_choose (third, 3, 0), ==, 2);
  g_assert_cmpuint (qg_screens_choose (off, 2, 0), ==, QG_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screens/other", test_other);
  g_test_add_func ("/screens/none", test_none);
  g_test_add_func ("/screens/repeated", test_repeated);
  return g_test_run ();
}
