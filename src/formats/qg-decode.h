/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Texts that are not in UTF-8, as old programs and spreadsheets write them. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @data in UTF-8, without a byte-order mark and with a NUL behind its end. @encoding: (out): what it was in;
 * NULL where it was UTF-8 already. NULL where it is no text in any encoding that can be told. */
GBytes *qg_decode (GBytes *data, char **encoding);

G_END_DECLS
