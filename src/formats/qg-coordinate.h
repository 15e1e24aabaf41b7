/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Numbers of places, as files write them: with a point in any locale. Any thread. */

#pragma once

#include "qg-geometry.h"

G_BEGIN_DECLS

#define QG_DECIMAL_SIZE G_ASCII_DTOSTR_BUF_SIZE

/* The shortest form that reads back as the same number: into @buffer, of QG_DECIMAL_SIZE bytes. */
const char *qg_decimal_format (double number, char *buffer);

/* (transfer full): both numbers of @place in that form, with @between between them. */
char *qg_place_dup (QgPoint place, const char *between);

/* FALSE, and @number untouched, where @text (nullable) is anything else but one finite decimal number. */
gboolean qg_decimal_parse (const char *text, double *number);

/* A number of a place: as qg_decimal_parse(), and within ±QG_MOST_PLACE. -0 becomes 0. */
gboolean qg_coordinate_parse (const char *text, double *number);

G_END_DECLS
