/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include <string.h>

#include "qg-formats-error.h"
#include "qg-json-check.h"

static char *
dup_verdict (const char *text, gsize length)
{
  g_autoptr (QgProblems) problems = qg_problems_new ("t");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) values = qg_json_check (text, length, problems, NULL, &error);

  if (values != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (qg_problems_get_n (problems), ==, 0);
      return g_strdup ("");
    }
  g_assert_nonnull (error);
  g_assert_cmpuint (qg_problems_get_n_errors (problems), >, 0);
  return qg_problems_dup_text (problems);
}

static void
assert_good (const char *text)
{
  g_autofree char *verdict = dup_verdict (text, strlen (text));

  g_assert_cmpstr (verdict, ==, "");
}

/* @start: how the first line begins */
static void
assert_bad_bytes (const char *text, gsize length, const char *start)
{
  g_autofree char *verdict = dup_verdict (text, length);

  if (!g_str_has_prefix (verdict, start))
    g_error ("“%s” should begin with “%s”", verdict, start);
}

static void
assert_bad (const char *text, const char *start)
{
  assert_bad_bytes (text, strlen (text), start);
}

static void
test_good (void)
{
  assert_good ("{}");
  assert_good ("[]");
  assert_good (" \t\r\n[ 1 , -0 , 0.5, 1e5, 1E-5, 2.5e+3, true, false, null, \"\" ] \n");
  assert_good ("\"a text alone\"");
  assert_good ("7");
  assert_good ("{\"a\": {\"a\": [{\"a\": 1}, {\"a\": 2}]}, \"b\": 1}");
  assert_good ("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0431 \\uD83D\\uDE00 қазақ 😀\"");
  assert_good ("[9007199254740991, -9007199254740991, 1.7e308, 1e-400]");
}

static void
test_structure (void)
{
  assert_bad ("", "t:1:1: error: the file ends too early");
  assert_bad ("  \n ", "t:2:2: error: the file ends too early");
  assert_bad ("{", "t:1:2: error: the file ends too early");
  assert_bad ("[1", "t:1:3: error: the file ends too early");
  assert_bad ("[1,]", "t:1:3: error: a comma with nothing behind it");
  assert_bad ("{\"a\": 1,}", "t:1:8: error: a comma with nothing behind it");
  assert_bad ("[1 2]", "t:1:4: error: “2” cannot stand here; expected: a comma, or ] to end the array");
  assert_bad ("{\"a\" 1}", "t:1:6: error: “1” cannot stand here; expected: a colon");
  assert_bad ("{a: 1}", "t:1:2: error: “a” cannot stand here; expected: the name of a field");
  assert_bad ("{\"a\": 1]", "t:1:8: error: “]” cannot stand here");
  assert_bad ("]", "t:1:1: error: “]” cannot stand here; expected: a value");
  assert_bad ("{} {}", "t:1:4: error: there is something behind the end of the document");
  assert_bad ("{}\n\n x", "t:3:2: error: there is something behind the end of the document");
  assert_bad ("{\"a\":}", "t:1:6: error: “}” cannot stand here; expected: a value");
}

static void
test_lenient (void)
{
  assert_bad ("// hello\n{}", "t:1:1: error: comments are not allowed in JSON");
  assert_bad ("{\"a\": 1 /* one */}", "t:1:9: error: comments are not allowed in JSON");
  assert_bad ("[\n # no\n]", "t:2:2: error: comments are not allowed in JSON");
  assert_bad ("{'a': 1}", "t:1:2: error: single quotes are not allowed in JSON");
  assert_bad ("['a']", "t:1:2: error: single quotes are not allowed in JSON");
  assert_bad ("[NaN]", "t:1:2: error: “NaN” is no value in JSON");
  assert_bad ("[Infinity]", "t:1:2: error: “Infinity” is no value in JSON");
  assert_bad ("[-Infinity]", "t:1:2: error: this is no number");
  assert_bad ("[True]", "t:1:2: error: “True” is no value in JSON");
  assert_bad ("[undefined]", "t:1:2: error: “undefined” is no value in JSON");
  assert_bad ("\xEF\xBB\xBF{}", "t:1:1: error: the file begins with a byte-order mark");
}

static void
test_numbers (void)
{
  assert_bad ("[01]", "t:1:2: error: a number may not begin with 0");
  assert_bad ("[-01]", "t:1:2: error: a number may not begin with 0");
  assert_bad ("[1.]", "t:1:2: error: this is no number; expected: digits behind the point");
  assert_bad ("[.5]", "t:1:2: error: “.” cannot stand here");
  assert_bad ("[+1]", "t:1:2: error: “+” cannot stand here");
  assert_bad ("[1e]", "t:1:2: error: this is no number; expected: digits behind the e");
  assert_bad ("[0x10]", "t:1:2: error: this is no number");
  assert_bad ("[1e400]", "t:1:2: error: the number is too large");
  assert_bad ("[-1e400]", "t:1:2: error: the number is too large");
  assert_bad ("[99999999999999999999]", "t:1:2: error: the number is too large");
  assert_bad ("[9007199254740992]", "t:1:2: error: the number is too large");
}

static void
test_strings (void)
{
  assert_bad ("\"abc", "t:1:1: error: this text has no end");
  assert_bad ("[\"a\nb\"]", "t:1:4: error: a line break or control character inside a text");
  assert_bad ("[\"\x01\"]", "t:1:3: error: a line break or control character inside a text");
  assert_bad ("[\"\\x41\"]", "t:1:3: error: this escape does not exist in JSON");
  assert_bad ("[\"\\", "t:1:3: error: the file ends inside a text");
  assert_bad ("[\"\\u12\"]", "t:1:3: error: this escape is cut off");
  assert_bad ("[\"\\u0000\"]", "t:1:3: error: \\u0000 is not allowed in a text");
  assert_bad ("[\"\\uD83D\"]", "t:1:3: error: half of a surrogate pair");
  assert_bad ("[\"\\uD83Dx\"]", "t:1:3: error: half of a surrogate pair");
  assert_bad ("[\"\\uD83D\\u0041\"]", "t:1:3: error: half of a surrogate pair");
  assert_bad ("[\"\\uDE00\\uD83D\"]", "t:1:3: error: half of a surrogate pair");
}

static void
test_bytes (void)
{
  static const char nul[] = "{\"a\": \"b\0c\"}", utf16[] = "\xFF\xFE{\0}\0", bare16[] = "{\0}\0",
                    big16[] = "\0{\0}";

  assert_bad_bytes (nul, sizeof nul - 1, "t:1:9: error: a NUL byte");
  assert_bad_bytes (utf16, sizeof utf16 - 1, "t: error: the file is in UTF-16");
  assert_bad_bytes (bare16, sizeof bare16 - 1, "t: error: the file is in UTF-16");
  assert_bad_bytes (big16, sizeof big16 - 1, "t: error: the file is in UTF-16");
  assert_bad ("{\n\"қ\": \"\xE0\xF1\"}", "t:2:7: error: the byte 0xE0 is not UTF-8");
  assert_bad ("\"\xC0\x80\"", "t:1:2: error: the byte 0xC0 is not UTF-8");
  assert_bad ("\"\xED\xA0\x80\"", "t:1:2: error: the byte 0xED is not UTF-8");
  assert_bad ("\"\xF4\x90\x80\x80\"", "t:1:2: error: the byte 0xF4 is not UTF-8");
  assert_bad ("\"\xD2", "t:1:2: error: the byte 0xD2 is not UTF-8");
}

static void
test_depth (void)
{
  g_autofree char *many = g_strnfill (100000, '[');
  g_autofree char *objects = NULL, *just = NULL;
  GString *string = g_string_new (NULL);

  assert_bad (many, "t:1:65: error: nested too deeply; expected: at most 64 levels");
  for (guint i = 0; i < 100000; i++)
    g_string_append (string, "{\"a\":");
  objects = g_string_free (string, FALSE);
  assert_bad (objects, "t:1:321: error: nested too deeply");
  string = g_string_new (NULL);
  for (guint i = 0; i < 64; i++)
    g_string_append_c (string, '[');
  for (guint i = 0; i < 64; i++)
    g_string_append_c (string, ']');
  just = g_string_free (string, FALSE);
  assert_good (just);
}

/* All are told, and names are compared by what they say. */
static void
test_duplicates (void)
{
  g_autofree char *verdict = NULL;
  const char *text = "{\"a\": 1,\n \"\\u0061\": 2,\n \"b\": {\"a\": 1, \"a\": {}},\n \"қ\": 0, \"қ\": 1}";

  verdict = dup_verdict (text, strlen (text));
  g_assert_cmpstr (verdict, ==,
                   "t:2:2: error: the field “a” stands here a second time; expected: each field once\n"
                   "t:3:16: error: the field “a” stands here a second time; expected: each field once\n"
                   "t:4:10: error: the field “қ” stands here a second time; expected: each field once\n");
}

static void
test_many_fields (void)
{
  g_autoptr (GString) string = g_string_new ("{");

  for (guint i = 0; i < 256; i++)
    g_string_append_printf (string, "%s\"f%u\": 0", i > 0 ? ", " : "", i);
  g_string_append (string, ", \"one more\": 0}");
  assert_bad (string->str, "t:1:2708: error: too many fields in one object; expected: at most 256");
}

/* The places are those of json-glib's nodes when both are walked in order. */
static void
test_places (void)
{
  const char *text = "{\"қ\": [1, {\"b\": true}], \"c\": \"x\"}";
  g_autoptr (QgProblems) problems = qg_problems_new ("t");
  g_autoptr (GArray) values = qg_json_check (text, strlen (text), problems, NULL, NULL);
  static const guint32 expected[][3] = { { 0, 0, 6 },   { 7, 1, 5 },   { 8, 8, 3 },
                                         { 11, 11, 5 }, { 17, 12, 5 }, { 30, 25, 6 } };

  g_assert_cmpuint (values->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < values->len; i++)
    {
      const QgJsonValuePlace *place = &g_array_index (values, QgJsonValuePlace, i);

      g_assert_cmpuint (place->start, ==, expected[i][0]);
      g_assert_cmpuint (place->key, ==, expected[i][1]);
      g_assert_cmpuint (place->next, ==, expected[i][2]);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QgProblems) problems = qg_problems_new ("t");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qg_json_check ("[1]", 3, problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/json-check/good", test_good);
  g_test_add_func ("/formats/json-check/structure", test_structure);
  g_test_add_func ("/formats/json-check/lenient", test_lenient);
  g_test_add_func ("/formats/json-check/numbers", test_numbers);
  g_test_add_func ("/formats/json-check/strings", test_strings);
  g_test_add_func ("/formats/json-check/bytes", test_bytes);
  g_test_add_func ("/formats/json-check/depth", test_depth);
  g_test_add_func ("/formats/json-check/duplicates", test_duplicates);
  g_test_add_func ("/formats/json-check/many-fields", test_many_fields);
  g_test_add_func ("/formats/json-check/places", test_places);
  g_test_add_func ("/formats/json-check/cancelled", test_cancelled);
  return g_test_run ();
}
