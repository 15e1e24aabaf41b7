/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-wire.h"

G_BEGIN_DECLS

typedef struct
{
  const guint8 *data;
  gsize length, at;
  gboolean failed;
} QgWireReader;

/* Arrays stand one after the other, each beginning at a multiple of 8 from the start. */
void qg_wire_put (GByteArray *out, const void *data, gsize length);
/* @n elements of @size bytes; NULL, and the reader failed, where there are not so many. */
const void *qg_wire_take (QgWireReader *reader, gsize n, gsize size);

G_END_DECLS
