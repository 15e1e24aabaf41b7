/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgText: one text in several languages. Immutable and ref-counted, so that it may be read from any thread.
 */

#pragma once

#include <glib-object.h>

#include "qg-lang.h"

G_BEGIN_DECLS

typedef struct _QgText QgText;

#define QG_TYPE_TEXT (qg_text_get_type ())

GType qg_text_get_type (void) G_GNUC_CONST;

QgText *qg_text_new (const QgLang *langs, const char *const *values, guint n);
QgText *qg_text_new_single (QgLang lang, const char *value);
QgText *qg_text_ref (QgText *text);
void qg_text_unref (QgText *text);

const char *qg_text_get (const QgText *text, QgLang lang);
const char *qg_text_pick (const QgText *text, QgLang lang, QgLang *used);
char *qg_text_dup_marked (const QgText *text, QgLang lang);
/* What a window shows of a text, in characters: of a name in a line, of running text on a page. A label of a
 * megabyte would keep it busy for seconds. */
#define QG_TEXT_LINE 300u
#define QG_TEXT_PAGE 10000u
char *qg_text_clip (const char *value, guint most);
/* Whether @words are an arrow and nothing else: they stand for a relation of which nothing is said. */
gboolean qg_words_are_arrow (const char *words);
guint qg_text_get_n (const QgText *text);
const char *qg_text_get_nth (const QgText *text, guint n, QgLang *lang);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgText, qg_text_unref)

G_END_DECLS
