/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-problems.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "qg-formats-error.h"

/* Arguments are cut here, so that a fault in a text of a megabyte makes one line. In characters. */
#define ARG_MAX_LENGTH 200

struct _QgProblems
{
  gatomicrefcount ref_count;
  char *file;
  const char *current_file;
  GStringChunk *strings;
  GArray *kept;
  guint n_errors, n_warnings;
};

G_DEFINE_QUARK (qg - formats - error - quark, qg_formats_error)
G_DEFINE_BOXED_TYPE (QgProblems, qg_problems, qg_problems_ref, qg_problems_unref)

/* qg_problems_new:
 * @file: the name of the file as a person knows it; any bytes */
QgProblems *
qg_problems_new (const char *file)
{
  QgProblems *problems = g_new0 (QgProblems, 1);

  g_atomic_ref_count_init (&problems->ref_count);
  problems->current_file = problems->file = g_filename_display_name (file);
  problems->strings = g_string_chunk_new (1024);
  problems->kept = g_array_new (FALSE, FALSE, sizeof (QgProblem));
  return problems;
}

QgProblems *
qg_problems_ref (QgProblems *problems)
{
  g_atomic_ref_count_inc (&problems->ref_count);
  return problems;
}

void
qg_problems_unref (QgProblems *problems)
{
  if (!g_atomic_ref_count_dec (&problems->ref_count))
    return;
  g_free (problems->file);
  g_string_chunk_free (problems->strings);
  g_array_unref (problems->kept);
  g_free (problems);
}

/* Characters that would break the line or turn its order round. */
static gboolean
is_unsafe (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || c == 0x200E || c == 0x200F;
}

/* @arg as it may stand in one line on a terminal. */
static const char *
keep_arg (QgProblems *problems, const char *arg)
{
  g_autoptr (GString) shown = NULL;
  const char *p;
  guint n = 0;

  if (arg == NULL)
    return NULL;
  shown = g_string_new (NULL);
  for (p = arg; *p != '\0' && n < ARG_MAX_LENGTH; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_unichar (shown, c);
    }
  if (*p != '\0')
    g_string_append (shown, "…");
  return g_string_chunk_insert (problems->strings, shown->str);
}

void
qg_problems_set_file (QgProblems *problems, const char *file)
{
  g_autofree char *name = g_filename_display_name (file);

  problems->current_file = g_string_chunk_insert_const (problems->strings, name);
}

/* qg_problems_add:
 * @line: from 1; 0 for the file as a whole
 * @column: from 1, in characters
 * @message_id: a literal, marked with N_(); '%s' in it stand for the arguments (translations may write %1$s
 * and %2$s)
 * @arg1, @arg2: (nullable): valid UTF-8; copied, and made fit for one line
 * @expected_id: (nullable): a literal, marked with N_(), with at most one '%s'
 * @expected_arg: (nullable): as @arg1 */
void
qg_problems_add (QgProblems *problems, QgSeverity severity, guint line, guint column, const char *message_id,
                 const char *arg1, const char *arg2, const char *expected_id, const char *expected_arg)
{
  QgProblem problem = { severity, problems->current_file, line, column, message_id, expected_id };

  if (severity == QG_PROBLEM_ERROR)
    problems->n_errors++;
  else
    problems->n_warnings++;
  if (problems->kept->len >= QG_PROBLEMS_MAX)
    return;
  problem.message_args[0] = keep_arg (problems, arg1);
  problem.message_args[1] = keep_arg (problems, arg2);
  problem.expected_arg = keep_arg (problems, expected_arg);
  g_array_append_val (problems->kept, problem);
}

typedef struct
{
  const QgProblem *problem;
  guint file, n; /* when its file, and itself, came */
} Ranked;

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Ranked *r = a, *s = b;

  if (r->file != s->file)
    return r->file < s->file ? -1 : 1;
  if (r->problem->line != s->problem->line)
    return r->problem->line < s->problem->line ? -1 : 1;
  if (r->problem->column != s->problem->column)
    return r->problem->column < s->problem->column ? -1 : 1;
  return r->n < s->n ? -1 : r->n > s->n;
}

/* qg_problems_sort:
 *
 * In the order in which a person goes through the file, or one file after the other: names that are not there
 * are found when all has been read. */
void
qg_problems_sort (QgProblems *problems)
{
  guint n = problems->kept->len;
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Ranked *ranked = g_new (Ranked, n + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (QgProblem), n);

  for (guint i = 0; i < n; i++)
    {
      const QgProblem *problem = qg_problems_get (problems, i);
      gpointer known;

      if (!g_hash_table_lookup_extended (files, problem->file, NULL, &known))
        {
          known = GUINT_TO_POINTER (g_hash_table_size (files));
          g_hash_table_insert (files, (gpointer) problem->file, known);
        }
      ranked[i] = (Ranked){ problem, GPOINTER_TO_UINT (known), i };
    }
  qsort (ranked, n, sizeof *ranked, by_place);
  for (guint i = 0; i < n; i++)
    g_array_append_vals (sorted, ranked[i].problem, 1);
  g_array_unref (problems->kept);
  problems->kept = sorted;
}

guint
qg_problems_get_n (const QgProblems *problems)
{
  return problems->kept->len;
}

guint
qg_problems_get_n_errors (const QgProblems *problems)
{
  return problems->n_errors;
}

guint
qg_problems_get_n_warnings (const QgProblems *problems)
{
  return problems->n_warnings;
}

guint
qg_problems_get_n_more (const QgProblems *problems)
{
  return problems->n_errors + problems->n_warnings - problems->kept->len;
}

const QgProblem *
qg_problems_get (const QgProblems *problems, guint n)
{
  g_return_val_if_fail (n < problems->kept->len, NULL);
  return &g_array_index (problems->kept, QgProblem, n);
}

/* @format with each %s, %1$s and %2$s replaced. printf() is not given formats that a translation may have
 * spoilt. */
static void
append_filled (GString *string, const char *format, const char *const *args, guint n_args)
{
  guint next = 0;

  for (const char *p = format; *p != '\0'; p++)
    {
      guint arg = G_MAXUINT;

      if (p[0] == '%' && p[1] == 's')
        {
          arg = next++;
          p += 1;
        }
      else if (p[0] == '%' && (p[1] == '1' || p[1] == '2') && p[2] == '$' && p[3] == 's')
        {
          arg = (guint) (p[1] - '1');
          p += 3;
        }
      else
        {
          g_string_append_c (string, *p);
          continue;
        }
      if (arg < n_args && args[arg] != NULL)
        g_string_append (string, args[arg]);
    }
}

char *
qg_problem_dup_message (const QgProblem *problem)
{
  GString *message = g_string_new (NULL);

  append_filled (message, dgettext (GETTEXT_PACKAGE, problem->message_id), problem->message_args, 2);
  if (problem->expected_id != NULL)
    {
      g_string_append (message, "; ");
      /* Followed by what should stand there: "expected: a whole number". */
      g_string_append (message, _ ("expected: "));
      append_filled (message, dgettext (GETTEXT_PACKAGE, problem->expected_id), &problem->expected_arg, 1);
    }
  return g_string_free (message, FALSE);
}

/* The words 'error:' and 'warning:' are never translated: programs read them. */
char *
qg_problem_dup_line (const QgProblem *problem)
{
  g_autofree char *message = qg_problem_dup_message (problem);
  const char *severity = problem->severity == QG_PROBLEM_ERROR ? "error" : "warning";

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s: %s", problem->file, severity, message);
  return g_strdup_printf ("%s:%u:%u: %s: %s", problem->file, problem->line, problem->column, severity,
                          message);
}

char *
qg_problems_dup_text (const QgProblems *problems)
{
  GString *text = g_string_new (NULL);
  guint n_more = qg_problems_get_n_more (problems);

  for (guint i = 0; i < problems->kept->len; i++)
    {
      g_autofree char *line = qg_problem_dup_line (qg_problems_get (problems, i));

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  if (n_more > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%s: and %u more\n", "%s: and %u more\n", n_more),
                            problems->file, n_more);
  return g_string_free (text, FALSE);
}
