/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Lines of type for what stands around a picture: title, sources, notes, footer; in the picture's font. Any
 * thread. */

#pragma once

#include "qg-font.h"

G_BEGIN_DECLS

/* From baseline to baseline, and from the top of a block to its first baseline, in sizes of the type. */
#define QG_LEADING 1.32
#define QG_ASCENT 1.0

/* Width of one line; and a text broken into lines not wider than @width: (transfer full), at least one line.
 * Words that are wider are broken between letters. */
double qg_typeset_measure (const char *text, double size, gboolean bold);
GPtrArray *qg_typeset_wrap (const char *text, double size, gboolean bold, double width);
/* Width of the widest piece of @text that is not broken but so. */
double qg_typeset_measure_widest (const char *text, double size, gboolean bold);

/* Cut where lines end, into pieces of at most @n_lines ≥ 1 lines each: at the end of a sentence where one is
 * near. (transfer full), strings; at least one. */
GPtrArray *qg_typeset_split (const char *text, double size, gboolean bold, double width, guint n_lines);

G_END_DECLS
