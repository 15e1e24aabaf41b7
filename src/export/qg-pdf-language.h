/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What cairo leaves to be done in a finished PDF document: its language, which readers aloud need and cairo
 * cannot set before 1.18, and a table of objects that is right. Any thread. */

#pragma once

#include "qg-lang.h"

G_BEGIN_DECLS

/* Says of objects that the file does not have that they are free, as other programs want it. In place; before
 * the language is added. */
void qg_pdf_free_missing (GByteArray *bytes);

/* Appends an incremental update (ISO 32000-1, 7.5.6) to the finished document @bytes: its catalogue again,
 * with /Lang and with the title in the reader's window. FALSE, and @bytes untouched, where the document is
 * not written as expected (a compressed catalogue). */
gboolean qg_pdf_add_language (GByteArray *bytes, QgLang lang);

G_END_DECLS
