/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Addresses in a PDF. cairo 1.16 writes them between brackets as they are: what stands there must not end the
 * string, or it is read as objects of the file. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @address as RFC 3986 has it: what may not stand in an address, all that is not ASCII, and brackets,
 * apostrophes and backslashes are written as %XX of UTF-8; what is written so already stays.
 * (transfer full) */
char *qg_pdf_dup_address (const char *address);
/* The attributes of a CAIRO_TAG_LINK that leads there: (transfer full). */
char *qg_pdf_dup_link (const char *address);

G_END_DECLS
