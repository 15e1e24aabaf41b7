/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The letters of a picture: Noto Sans in points, whatever the desktop's font and scale, so that a picture is
 * the same on screen, on paper and in every thread. Each thread has a font map of its own; nothing here is
 * shared between threads but the name of the family. */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  QG_FACE_REGULAR,
  QG_FACE_BOLD,
  QG_FACE_ITALIC,
} QgFace;

typedef struct
{
  QgFace face;
  double size; /* points */
} QgFont;

/* Of a line: its height, and where the letters stand in it, both as shares of the size. */
#define QG_FONT_LINE 1.18
#define QG_FONT_BASELINE 0.92

/* The letters that a font for Kazakh must have beside those of Russian. */
#define QG_FONT_KAZAKH_LETTERS "ӘәҒғҚқҢңӨөҰұҮүҺһІі"

/* The family in use, and the list of families for files that name fonts (SVG). */
const char *qg_font_get_family (void);
const char *qg_font_get_family_list (void);
/* Whether the family in use has every letter of @text; for checks. */
gboolean qg_font_has_letters (const char *text);
/* Whether the font that @context finds for @description has: letters that it lacks are taken from others, one
 * by one. */
gboolean qg_font_covers (PangoContext *context, const PangoFontDescription *description, const char *text);

/* The calling thread's one layout for @font, to be filled and used at once; (transfer none). It never wraps.
 */
PangoLayout *qg_font_get_layout (QgFont font);
/* The same with @text in it, perhaps shaped already; only to be looked at. */
PangoLayout *qg_font_get_layout_of (QgFont font, const char *text);
/* The same, to be kept, and never to be changed. (transfer full) */
PangoLayout *qg_font_dup_layout_of (QgFont font, const char *text);
double qg_font_get_width (QgFont font, const char *text, gssize length);
/* The same for a word, which is measured once and remembered by the thread; few of a map's words are new. */
double qg_font_get_word_width (QgFont font, const char *word, gsize length);

/* @text as it may be drawn: one line, without control characters and bidirectional overrides, and no longer
 * than @limit letters (an ellipsis stands for the rest; 0 for no limit). (transfer full) */
char *qg_font_dup_clean (const char *text, guint limit);

G_END_DECLS
