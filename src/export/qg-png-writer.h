/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A PNG file written row by row (PNG specification, third edition), so that a large picture never stands in
 * memory whole; with the words about it that cairo's own writer leaves out, and several times faster. One
 * thread at a time. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _QgPngWriter QgPngWriter;

/* Gets the bytes of the file, in order. */
typedef gboolean (*QgPngWriteFunc) (gconstpointer data, gsize size, gpointer user_data, GError **error);

QgPngWriter *qg_png_writer_new (guint width, guint height, gboolean alpha, QgPngWriteFunc write,
                                gpointer user_data);
void qg_png_writer_free (QgPngWriter *self);

/* In this order: the head once, texts (@text: UTF-8; a NULL one is left out), rows from the top, the end. */
gboolean qg_png_writer_begin (QgPngWriter *self, double dpi, GError **error);
gboolean qg_png_writer_add_text (QgPngWriter *self, const char *keyword, const char *lang, const char *text,
                                 GError **error);
/* @pixels: @n_rows rows of cairo's CAIRO_FORMAT_RGB24 or, with alpha, CAIRO_FORMAT_ARGB32. */
gboolean qg_png_writer_add_rows (QgPngWriter *self, const guint8 *pixels, gsize stride, guint n_rows,
                                 GError **error);
gboolean qg_png_writer_end (QgPngWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgPngWriter, qg_png_writer_free)

G_END_DECLS
