/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <unicode/unumberformatter.h>

#include "qg-i18n.h"

/* More digits than a number has that can be told from its neighbours. */
#define MAX_DECIMALS 15u

#define NO_BREAK_SPACE "\302\240"

/* As the C locale writes it; what is left where ICU has no data. */
static char *
dup_plain (double value, guint decimals)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320], form[8];

  g_snprintf (form, sizeof form, "%%.%uf", decimals);
  return g_strdup (g_ascii_formatd (digits, sizeof digits, form, value));
}

/* A new formatter for each: it costs 0.1 ms, is asked for a few numbers a second, and ICU's own cache holds
 * what is dear in it. */
static UNumberFormatter *
new_formatter (QgLang lang, guint decimals, UErrorCode *status)
{
  UChar skeleton[64];
  char words[64];
  gsize n;

  /* 'precision-integer' or '.00': exactly so many digits; halves away from zero, as printed elsewhere. */
  n = g_strlcpy (words, decimals == 0 ? "precision-integer" : ".", sizeof words);
  for (guint i = 0; i < decimals; i++)
    words[n++] = '0';
  words[n] = '\0';
  g_strlcat (words, " rounding-mode-half-up", sizeof words);
  n = strlen (words);
  for (gsize i = 0; i <= n; i++)
    skeleton[i] = (UChar) words[i];
  /* Kazakh in Latin letters writes its numbers as Kazakh does; ICU does not know it. */
  g_strlcpy (words, lang, sizeof words);
  words[strcspn (words, "-_")] = '\0';
  return unumf_openForSkeletonAndLocale (skeleton, (int32_t) n, words, status);
}

static char *
dup_formatted (UNumberFormatter *formatter, double value)
{
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult (&status);
  UChar text[400]; /* the largest double has 309 digits, and a third of it in separators */
  int32_t n;
  char *utf8 = NULL;

  unumf_formatDouble (formatter, value, result, &status);
  n = unumf_resultToString (result, text, G_N_ELEMENTS (text), &status);
  if (U_SUCCESS (status))
    utf8 = g_utf16_to_utf8 ((const gunichar2 *) text, n, NULL, NULL, NULL);
  unumf_closeResult (result);
  return utf8;
}

/* qg_number_dup:
 * @lang: the language that it is read in
 * @value: finite
 * @decimals: how many digits stand behind the decimal sign
 *
 * The separators are ICU's for @lang: a no-break space between thousands in Kazakh and Russian. Small whole
 * numbers have none, so ICU is not loaded for them. Any thread.
 *
 * Returns: (transfer full): UTF-8 */
char *
qg_number_dup (QgLang lang, double value, guint decimals)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter;
  char *text = NULL;

  decimals = MIN (decimals, MAX_DECIMALS);
  if (decimals == 0 && value > -0.5 && value < 999.5)
    return g_strdup_printf ("%u", (guint) floor (value + 0.5));
  formatter = new_formatter (lang, decimals, &status);
  if (U_SUCCESS (status))
    text = dup_formatted (formatter, value);
  unumf_close (formatter);
  return text != NULL ? text : dup_plain (value, decimals);
}

static char
get_decimal_sign (QgLang lang)
{
  g_autofree char *half = qg_number_dup (lang, 0.5, 1);

  return half[1] == ',' ? ',' : '.';
}

/* qg_number_dup_to_edit:
 *
 * As qg_number_dup(), without signs between thousands: for an entry, and for qg_number_parse(). Any thread.
 */
char *
qg_number_dup_to_edit (QgLang lang, double value, guint decimals)
{
  char *text = dup_plain (value, MIN (decimals, MAX_DECIMALS)), *sign = strchr (text, '.');

  if (sign != NULL)
    *sign = get_decimal_sign (lang);
  return text;
}

/* qg_number_parse:
 * @text: what a person typed; where a comma is the decimal sign of @lang, a point is understood as well
 *
 * Returns: whether it is a number, which is in @value then. Any thread. */
gboolean
qg_number_parse (QgLang lang, const char *text, double *value)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  char *sign = strchr (plain, ','), *end;

  if (sign != NULL && get_decimal_sign (lang) == ',')
    *sign = '.';
  if (strspn (plain, "+-.0123456789") != strlen (plain))
    return FALSE;
  *value = g_ascii_strtod (plain, &end);
  return end > plain && *end == '\0';
}

/* qg_number_dup_count:
 *
 * A whole number in the interface's language. Main thread. */
char *
qg_number_dup_count (guint n)
{
  return qg_number_dup (qg_i18n_get_language (), n, 0);
}

/* qg_number_tie:
 * @text: UTF-8
 *
 * A number and the word that it counts stay in one line, wherever a label breaks its lines: the space between
 * them becomes one that does not break.
 *
 * Returns: (transfer full): UTF-8 */
char *
qg_number_tie (const char *text)
{
  GString *tied = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == ' ' && at > text && g_ascii_isdigit (at[-1]) && g_unichar_isalpha (g_utf8_get_char (at + 1)))
      g_string_append (tied, NO_BREAK_SPACE);
    else
      g_string_append_c (tied, *at);
  return g_string_free (tied, FALSE);
}

/* qg_number_in_words:
 * @form: a translated text with one %s: '%s relations'
 *
 * @form with @n in place of %s, written as the interface's language does, and tied to its word. Main thread.
 *
 * Returns: (transfer full): UTF-8 */
char *
qg_number_in_words (const char *form, guint n)
{
  g_autofree char *line = qg_number_in_line (form, n);

  return qg_number_tie (line);
}

/* qg_number_in_line:
 *
 * As qg_number_in_words(), with the spaces as they are: for a terminal, where lines are searched and break
 * anywhere. */
char *
qg_number_in_line (const char *form, guint n)
{
  g_autofree char *number = qg_number_dup_count (n);
  const char *place = strstr (form, "%s");

  if (place == NULL)
    return g_strdup (form);
  return g_strdup_printf ("%.*s%s%s", (int) (place - form), form, number, place + 2);
}

/* qg_number_dup_duration:
 *
 * A length of time in its largest unit, rounded up, one second at least: in the interface's language, whose
 * units are abbreviated where it inflects. Main thread.
 *
 * Returns: (transfer full): UTF-8 */
char *
qg_number_dup_duration (double seconds)
{
  if (seconds < 60)
    return g_strdup_printf (C_ ("duration", "%.0f s"), fmax (1, ceil (seconds)));
  if (seconds < 3600)
    return g_strdup_printf (C_ ("duration", "%.0f min"), ceil (seconds / 60));
  return g_strdup_printf (C_ ("duration", "%.0f h"), ceil (seconds / 3600));
}
