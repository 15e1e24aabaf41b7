/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Whatever the system says no with, a person reads it in one language. */

#include <errno.h>
#include <string.h>

#include "qg-errno.h"
#include "qg-i18n.h"

static void
check_kazakh (const char *text)
{
  g_assert_cmpstr (text, !=, "");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isalpha (*p))
      g_error ("“%s” is not in Kazakh", text);
}

static void
test_advice (void)
{
  for (int number = 0; number < 200; number++)
    {
      g_autofree char *text = qg_errno_dup_advice (number);

      check_kazakh (text);
    }
}

static void
test_text (void)
{
  g_autoptr (GError) error =
      g_error_new (QG_ERRNO_ERROR, ENOTTY, "map.json: cannot be saved: Inappropriate ioctl for device");
  g_autofree char *text = qg_errno_dup_text (error);

  check_kazakh (text);
  g_assert_nonnull (strstr (text, "25"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qg_i18n_init ("kk");
  g_test_add_func ("/base/errno/advice", test_advice);
  g_test_add_func ("/base/errno/text", test_text);
  return g_test_run ();
}
