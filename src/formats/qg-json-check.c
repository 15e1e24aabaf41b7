/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-json-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qg-file-read.h"
#include "qg-formats-error.h"
#include "qg-places.h"

/* Whole numbers beyond this lose digits in programs that keep numbers as doubles (RFC 8259, section 6). */
#define MAX_WHOLE G_GINT64_CONSTANT (9007199254740991)

/* An object or array that is open. */
typedef struct
{
  gboolean is_object;
  guint32 value;   /* its number */
  guint first_key; /* where its keys begin in the checker's */
} Frame;

typedef struct
{
  const char *chars; /* in the text, or in own where the key has escapes */
  char *own;
  gsize length;
} Key;

typedef struct
{
  const char *text, *end, *p;
  GArray *values; /* QgJsonValuePlace */
  Frame frames[QG_JSON_MAX_DEPTH];
  guint depth;
  GArray *keys; /* Key: those of all open objects */
  guint32 key;  /* where the name in front of the next value begins */
  gboolean has_key;
  QgPlaces *places;
  QgProblems *problems;
} Checker;

static void
clear_key (gpointer data)
{
  g_free (((Key *) data)->own);
}

static void
report (Checker *c, const char *at, const char *message_id, const char *arg, const char *expected_id)
{
  guint line, column;

  qg_places_find (c->places, (gsize) (at - c->text), &line, &column);
  qg_problems_add (c->problems, QG_PROBLEM_ERROR, line, column, message_id, arg, NULL, expected_id, NULL);
}

static gboolean
fail (Checker *c, const char *at, const char *message_id, const char *expected_id)
{
  report (c, at, message_id, NULL, expected_id);
  return FALSE;
}

/* What stands at p is wrong: names it as a person would. */
static gboolean
fail_here (Checker *c, const char *expected_id)
{
  g_autofree char *shown = NULL;

  if (c->p == c->end)
    return fail (c, c->p, N_ ("the file ends too early"), expected_id);
  if (*c->p == '/' || *c->p == '#')
    return fail (c, c->p, N_ ("comments are not allowed in JSON"), expected_id);
  if (*c->p == '\'')
    return fail (c, c->p, N_ ("single quotes are not allowed in JSON"), expected_id);
  shown = g_strndup (c->p, (gsize) (g_utf8_next_char (c->p) - c->p));
  report (c, c->p, N_ ("“%s” cannot stand here"), shown, expected_id);
  return FALSE;
}

static void
skip_space (Checker *c)
{
  while (c->p < c->end && (*c->p == ' ' || *c->p == '\n' || *c->p == '\t' || *c->p == '\r'))
    c->p++;
}

/* Notes that a value begins at p. */
static guint32
begin_value (Checker *c)
{
  guint32 start = (guint32) (c->p - c->text);
  QgJsonValuePlace place = { start, c->has_key ? c->key : start, c->values->len + 1 };

  c->has_key = FALSE;
  g_array_append_val (c->values, place);
  return c->values->len - 1;
}

static int
read_hex4 (const char *p, const char *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* \uXXXX at p, which is behind the u; a pair of surrogates is read whole. */
static gboolean
scan_unicode_escape (Checker *c, const char *escape, GString *decoded)
{
  int code = read_hex4 (c->p, c->end), low;

  if (code < 0)
    return fail (c, escape, N_ ("this escape is cut off"), N_ ("\\u and four hexadecimal digits"));
  c->p += 4;
  if (code == 0)
    return fail (c, escape, N_ ("\\u0000 is not allowed in a text"), NULL);
  if (code >= 0xD800 && code <= 0xDFFF)
    {
      low = code < 0xDC00 && c->end - c->p >= 6 && c->p[0] == '\\' && c->p[1] == 'u'
                ? read_hex4 (c->p + 2, c->end)
                : -1;
      if (low < 0xDC00 || low > 0xDFFF)
        return fail (c, escape, N_ ("half of a surrogate pair"), N_ ("both halves, or the character itself"));
      c->p += 6;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
  if (decoded != NULL)
    g_string_append_unichar (decoded, (gunichar) code);
  return TRUE;
}

static gboolean
scan_escape (Checker *c, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = c->p++, *found;

  if (c->p == c->end)
    return fail (c, escape, N_ ("the file ends inside a text"), NULL);
  if (*c->p == 'u')
    {
      c->p++;
      return scan_unicode_escape (c, escape, decoded);
    }
  found = memchr (letters, *c->p, sizeof letters - 1);
  if (found == NULL)
    return fail (c, escape, N_ ("this escape does not exist in JSON"),
                 N_ ("one of: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"));
  c->p++;
  if (decoded != NULL)
    g_string_append_c (decoded, meanings[found - letters]);
  return TRUE;
}

/* The string at p; @decoded: (nullable): what it says is appended there. */
static gboolean
scan_string (Checker *c, GString *decoded)
{
  const char *start = c->p++;

  for (;;)
    {
      const char *run = c->p;

      while (c->p < c->end && *c->p != '"' && *c->p != '\\' && (guchar) *c->p >= 0x20)
        c->p++;
      if (decoded != NULL)
        g_string_append_len (decoded, run, c->p - run);
      if (c->p == c->end)
        return fail (c, start, N_ ("this text has no end"), N_ ("a double quote behind it"));
      if (*c->p == '"')
        {
          c->p++;
          return TRUE;
        }
      if (*c->p != '\\')
        return fail (c, c->p, N_ ("a line break or control character inside a text"),
                     N_ ("\\n, \\t or \\uXXXX"));
      if (!scan_escape (c, decoded))
        return FALSE;
    }
}

static gboolean
skip_digits (Checker *c)
{
  const char *start = c->p;

  while (c->p < c->end && g_ascii_isdigit (*c->p))
    c->p++;
  return c->p > start;
}

static gboolean
scan_number (Checker *c)
{
  const char *start = c->p, *digits;
  gboolean is_whole = TRUE;

  if (*c->p == '-')
    c->p++;
  digits = c->p;
  if (!skip_digits (c))
    return fail (c, start, N_ ("this is no number"), N_ ("digits behind the minus sign"));
  if (*digits == '0' && c->p - digits > 1)
    return fail (c, start, N_ ("a number may not begin with 0"), N_ ("the number without it"));
  if (c->p < c->end && *c->p == '.')
    {
      is_whole = FALSE;
      c->p++;
      if (!skip_digits (c))
        return fail (c, start, N_ ("this is no number"), N_ ("digits behind the point"));
    }
  if (c->p < c->end && (*c->p == 'e' || *c->p == 'E'))
    {
      is_whole = FALSE;
      c->p++;
      if (c->p < c->end && (*c->p == '+' || *c->p == '-'))
        c->p++;
      if (!skip_digits (c))
        return fail (c, start, N_ ("this is no number"), N_ ("digits behind the e"));
    }
  if (c->p < c->end && (g_ascii_isalnum (*c->p) || *c->p == '.'))
    return fail (c, start, N_ ("this is no number"), N_ ("decimal digits alone"));
  if (is_whole ? c->p - digits > 16 || g_ascii_strtoll (digits, NULL, 10) > MAX_WHOLE
               : !isfinite (g_ascii_strtod (start, NULL)))
    return fail (c, start, N_ ("the number is too large"),
                 N_ ("a whole number up to 9007199254740991, or another up to 1.79e308"));
  return TRUE;
}

static gboolean
scan_literal (Checker *c)
{
  static const char *const literals[] = { "true", "false", "null" };
  const char *end = c->p;

  while (end < c->end && (g_ascii_isalnum (*end) || *end == '_'))
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    if ((gsize) (end - c->p) == strlen (literals[i]) && memcmp (c->p, literals[i], strlen (literals[i])) == 0)
      {
        c->p = end;
        return TRUE;
      }
  if (end > c->p)
    {
      g_autofree char *word = g_strndup (c->p, (gsize) (end - c->p));

      report (c, c->p, N_ ("“%s” is no value in JSON"), word,
              N_ ("true, false, null, a number, or text in double quotes"));
      return FALSE;
    }
  return fail_here (c, N_ ("a value"));
}

static gboolean
push (Checker *c, gboolean is_object, guint32 value)
{
  if (c->depth == QG_JSON_MAX_DEPTH)
    return fail (c, c->p, N_ ("nested too deeply"), N_ ("at most 64 levels"));
  c->frames[c->depth++] = (Frame){ is_object, value, c->keys->len };
  c->p++;
  return TRUE;
}

static void
pop (Checker *c)
{
  const Frame *frame = &c->frames[--c->depth];

  g_array_index (c->values, QgJsonValuePlace, frame->value).next = c->values->len;
  g_array_set_size (c->keys, frame->first_key);
  c->p++;
}

/* Whether the open object has no such key yet; a second one is noted, and the check goes on. */
static gboolean
add_key (Checker *c, const char *at, Key key)
{
  guint first = c->frames[c->depth - 1].first_key;

  for (guint i = first; i < c->keys->len; i++)
    {
      const Key *other = &g_array_index (c->keys, Key, i);

      if (other->length == key.length && memcmp (other->chars, key.chars, key.length) == 0)
        {
          g_autofree char *name = g_strndup (key.chars, key.length);

          report (c, at, N_ ("the field “%s” stands here a second time"), name, N_ ("each field once"));
          break;
        }
    }
  if (c->keys->len - first == QG_JSON_MAX_FIELDS)
    {
      clear_key (&key);
      return fail (c, at, N_ ("too many fields in one object"), N_ ("at most 256"));
    }
  g_array_append_val (c->keys, key);
  return TRUE;
}

/* "name" and the colon, up to the value. */
static gboolean
scan_key (Checker *c)
{
  const char *start = c->p;
  Key key = { start + 1 };

  if (c->p == c->end || *c->p != '"')
    return fail_here (c, N_ ("the name of a field in double quotes"));
  if (!scan_string (c, NULL))
    return FALSE;
  key.length = (gsize) (c->p - start) - 2;
  if (memchr (key.chars, '\\', key.length) != NULL)
    {
      GString *decoded = g_string_new (NULL);

      /* Read once more, now to see what it says: "a" and "\u0061" are the same name. */
      c->p = start;
      scan_string (c, decoded);
      key.length = decoded->len;
      key.chars = key.own = g_string_free (decoded, FALSE);
    }
  if (!add_key (c, start, key))
    return FALSE;
  skip_space (c);
  if (c->p == c->end || *c->p != ':')
    return fail_here (c, N_ ("a colon behind the name of the field"));
  c->p++;
  c->key = (guint32) (start - c->text);
  c->has_key = TRUE;
  return TRUE;
}

typedef enum
{
  STATE_VALUE,
  STATE_FIRST_ELEMENT,
  STATE_FIRST_KEY,
  STATE_KEY,
  STATE_AFTER,
  STATE_DONE,
  STATE_FAILED,
} State;

static State
check_value (Checker *c)
{
  guint32 value;
  char first = c->p < c->end ? *c->p : '\0';

  if (c->p == c->end)
    return fail_here (c, N_ ("a value")), STATE_FAILED;
  value = begin_value (c);
  if (first == '{')
    return push (c, TRUE, value) ? STATE_FIRST_KEY : STATE_FAILED;
  if (first == '[')
    return push (c, FALSE, value) ? STATE_FIRST_ELEMENT : STATE_FAILED;
  if (first == '"')
    return scan_string (c, NULL) ? STATE_AFTER : STATE_FAILED;
  if (first == '-' || g_ascii_isdigit (first))
    return scan_number (c) ? STATE_AFTER : STATE_FAILED;
  return scan_literal (c) ? STATE_AFTER : STATE_FAILED;
}

static State
check_after (Checker *c)
{
  gboolean is_object;
  const char *comma;

  if (c->depth == 0)
    {
      if (c->p == c->end)
        return STATE_DONE;
      fail (c, c->p, N_ ("there is something behind the end of the document"), N_ ("the end of the file"));
      return STATE_FAILED;
    }
  is_object = c->frames[c->depth - 1].is_object;
  if (c->p < c->end && *c->p == (is_object ? '}' : ']'))
    {
      pop (c);
      return STATE_AFTER;
    }
  if (c->p == c->end || *c->p != ',')
    {
      fail_here (c,
                 is_object ? N_ ("a comma, or } to end the object") : N_ ("a comma, or ] to end the array"));
      return STATE_FAILED;
    }
  comma = c->p++;
  skip_space (c);
  if (c->p < c->end && (*c->p == '}' || *c->p == ']'))
    {
      fail (c, comma, N_ ("a comma with nothing behind it"), NULL);
      return STATE_FAILED;
    }
  return is_object ? STATE_KEY : STATE_VALUE;
}

static State
check_step (Checker *c, State state)
{
  skip_space (c);
  switch (state)
    {
    case STATE_FIRST_ELEMENT:
    case STATE_FIRST_KEY:
      if (c->p < c->end && *c->p == (state == STATE_FIRST_KEY ? '}' : ']'))
        {
          pop (c);
          return STATE_AFTER;
        }
      return state == STATE_FIRST_KEY ? STATE_KEY : STATE_VALUE;
    case STATE_KEY:
      return scan_key (c) ? STATE_VALUE : STATE_FAILED;
    case STATE_AFTER:
      return check_after (c);
    default:
      return check_value (c);
    }
}

static gboolean
check_document (Checker *c, GCancellable *cancellable, GError **error)
{
  State state = STATE_VALUE;

  if (c->end - c->p >= 3 && memcmp (c->p, "\xEF\xBB\xBF", 3) == 0)
    {
      fail (c, c->p, N_ ("the file begins with a byte-order mark"), N_ ("UTF-8 without it"));
      state = STATE_FAILED;
    }
  for (guint n = 0; state != STATE_DONE && state != STATE_FAILED; n++)
    {
      if (n % 16384 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      state = check_step (c, state);
    }
  if (state == STATE_DONE && qg_problems_get_n_errors (c->problems) == 0)
    return TRUE;
  g_set_error_literal (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_SYNTAX, "the file is no correct JSON");
  return FALSE;
}

/* qg_json_check:
 * @text: @length bytes, at most 4 GiB, and a NUL behind them
 * @problems: gets the first fault of grammar, and all names of fields that stand twice before it
 *
 * Returns: (transfer full): the places of all values, #QgJsonValuePlace elements; %NULL with @error set
 *   (%QG_FORMATS_ERROR_SYNTAX, %QG_FORMATS_ERROR_ENCODING, %G_IO_ERROR_CANCELLED). */
GArray *
qg_json_check (const char *text, gsize length, QgProblems *problems, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (QgPlaces) places = qg_places_new (text, length);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (QgJsonValuePlace));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Checker c = {
    text, text + length, text, .values = values, .keys = keys, .places = places, .problems = problems
  };

  g_return_val_if_fail (length < G_MAXUINT32, NULL);
  g_array_set_clear_func (keys, clear_key);
  if (!qg_file_check_text (text, length, problems, error))
    return NULL;
  if (!check_document (&c, cancellable, error))
    return NULL;
  return g_steal_pointer (&values);
}
