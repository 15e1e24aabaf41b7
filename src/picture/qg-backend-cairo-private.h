/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the backends over cairo share: the plain one, and the one for PDF. */

#pragma once

#include "qg-backend-private.h"

G_BEGIN_DECLS

/* Letters go to whole pixels. A place exactly between two of them is moved off, or else two tiles could round
 * it differently. */
#define QG_CAIRO_OFF_TIE 0.013

void qg_cairo_set_color (cairo_t *cr, QgColor color);
/* Appends @path to the context's path. @open: shapes are left open, which is all the same to who fills them,
 * and for which a PDF needs fewer points. */
void qg_cairo_trace (cairo_t *cr, const QgPath *path, gboolean open);

/* For pixels and what else is no PDF. Keeps a reference. */
QgBackend *qg_backend_new_plain (cairo_t *cr);
/* For a PDF: shapes of one look are written together where the picture stays the same. What is drawn between
 * a push and its pop is written at the pop. Keeps a reference. */
QgBackend *qg_backend_new_pdf (cairo_t *cr);

G_END_DECLS
