/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgBackend: what a painter draws on: cairo (screen, PDF, PNG, print) or SVG with real text. A small set of
 * things that both can do alike. All lengths are in the user space of the backend, points mostly. A backend
 * belongs to one thread at a time. */

#pragma once

#include <cairo.h>

#include "qg-font.h"
#include "qg-path.h"
#include "qg-theme.h"

G_BEGIN_DECLS

typedef struct _QgBackend QgBackend;

typedef struct
{
  QgColor color;
  double width;
  const double *dashes; /* lengths; NULL for a solid line */
  guint n_dashes;
} QgStroke;

typedef enum
{
  QG_ANCHOR_START,
  QG_ANCHOR_MIDDLE,
  QG_ANCHOR_END,
} QgAnchor;

/* Over a cairo context, whose matrix maps points to the surface. Keeps a reference. */
QgBackend *qg_backend_new_cairo (cairo_t *cr);
/* Appends SVG elements with real <text> to @out, which must outlive it. The element that they are put in
 * names the fonts (qg_font_get_family_list). */
QgBackend *qg_backend_new_svg (GString *out);
void qg_backend_free (QgBackend *backend);

/* From here on x and y are scaled and moved: p' = (x, y) + scale · p. Pairs nest. */
void qg_backend_push (QgBackend *backend, double x, double y, double scale);
void qg_backend_pop (QgBackend *backend);
/* What follows belongs together: @id (nullable) names it, @title (nullable) is its name for a reader, @href
 * (nullable) a link, which is dropped unless it is http, https or mailto. Pairs do not nest in links. */
void qg_backend_begin_item (QgBackend *backend, const char *id, const char *title, const char *href);
void qg_backend_end_item (QgBackend *backend);

/* Only what lies in @rect is drawn until the pop. */
void qg_backend_push_clip (QgBackend *backend, const QgRect *rect);
void qg_backend_pop_clip (QgBackend *backend);

void qg_backend_fill (QgBackend *backend, const QgPath *path, QgColor color); /* even-odd */
void qg_backend_stroke (QgBackend *backend, const QgPath *path, const QgStroke *stroke);
/* A rectangle with rounded corners (@radius 0: none); a border of @width 0 or alpha 0 is not drawn. */
void qg_backend_rect (QgBackend *backend, const QgRect *rect, double radius, QgColor fill, QgColor border,
                      double width);
/* One line of clean text; @y is its baseline. */
void qg_backend_text (QgBackend *backend, QgFont font, double x, double y, QgAnchor anchor, const char *text,
                      QgColor color);
/* Straight hairlines, one device pixel wide, from far: pairs of points. */
void qg_backend_hairlines (QgBackend *backend, const QgPoint *points, guint n_points, QgColor color);
gboolean qg_link_is_safe (const char *href);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgBackend, qg_backend_free)

G_END_DECLS
