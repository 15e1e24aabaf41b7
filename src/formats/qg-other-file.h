/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Files that are no text at all, by their first bytes: what people take for a map most often. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 'this is a PDF, not a map', a text of the catalogue; NULL where it is none of these. */
const char *qg_other_file_tell (const char *data, gsize length);

G_END_DECLS
