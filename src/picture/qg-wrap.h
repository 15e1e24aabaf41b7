/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Balanced wrapping: a name in lines of similar length, broken at spaces and at hyphens that are there. No
 * word is cut, but for one that is longer than any box may be. */

#pragma once

#include "qg-font.h"

G_BEGIN_DECLS

#define QG_WRAP_MAX_LINES 8

typedef struct
{
  double one_line; /* up to this width nothing wraps */
  double wish;     /* lines should not be wider than this */
  double most;     /* a word wider than this is broken anywhere */
  guint max_lines; /* 1 … QG_WRAP_MAX_LINES */
} QgWrapLimits;

/* A text in lines. The lines are strings of their own, one after the other, each with its zero byte. */
typedef struct
{
  guint n_lines;
  float width; /* of the widest line, points */
  float widths[QG_WRAP_MAX_LINES];
  const char *lines[QG_WRAP_MAX_LINES];
} QgWrapped;

/* The limits for a name in @font, @factor being the view's wrap (1 is normal). */
QgWrapLimits qg_wrap_limits (QgFont font, double factor);

/* @text must be clean (qg_font_dup_clean). (transfer full); free with g_free(). */
QgWrapped *qg_wrap (QgFont font, const char *text, const QgWrapLimits *limits);

G_END_DECLS
