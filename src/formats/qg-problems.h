/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgProblems: what is wrong with a file, each fault with its place. Filled by one thread, then handed over
 * and only read. Messages are kept as keys with arguments and translated when they are read, on the main
 * thread. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  QG_PROBLEM_ERROR,
  QG_PROBLEM_WARNING,
} QgSeverity;

/* No more than these are kept; the rest is counted. */
#define QG_PROBLEMS_MAX 1000

typedef struct
{
  QgSeverity severity;
  const char *file;
  guint line, column;                   /* from 1, columns in characters; both 0: the file as a whole */
  const char *message_id, *expected_id; /* keys for gettext; expected_id may be NULL */
  const char *message_args[2], *expected_arg;
} QgProblem;

typedef struct _QgProblems QgProblems;

#define QG_TYPE_PROBLEMS (qg_problems_get_type ())
GType qg_problems_get_type (void) G_GNUC_CONST;

QgProblems *qg_problems_new (const char *file);
QgProblems *qg_problems_ref (QgProblems *problems);
void qg_problems_unref (QgProblems *problems);

/* The file that what is added from now on is in, where a map is in several. */
void qg_problems_set_file (QgProblems *problems, const char *file);

void qg_problems_add (QgProblems *problems, QgSeverity severity, guint line, guint column,
                      const char *message_id, const char *arg1, const char *arg2, const char *expected_id,
                      const char *expected_arg);

/* By file and place. Whoever fills them does so when all have been found. */
void qg_problems_sort (QgProblems *problems);

guint qg_problems_get_n (const QgProblems *problems);          /* those that are kept */
guint qg_problems_get_n_errors (const QgProblems *problems);   /* all */
guint qg_problems_get_n_warnings (const QgProblems *problems); /* all */
guint qg_problems_get_n_more (const QgProblems *problems);     /* those that are not kept */
const QgProblem *qg_problems_get (const QgProblems *problems, guint n);

/* These translate, so they belong to the main thread. (transfer full) each. */
char *qg_problem_dup_message (const QgProblem *problem); /* 'what; expected: what was expected' */
char *qg_problem_dup_line (const QgProblem *problem);    /* FILE:LINE:COLUMN: error: message */
char *qg_problems_dup_text (const QgProblems *problems); /* all lines, and how many more there are */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgProblems, qg_problems_unref)

G_END_DECLS
