/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgPlaces: from a byte's offset in a text to its line and column. The index is made when it is first asked,
 * so that a text without faults pays nothing. Not thread-safe. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _QgPlaces QgPlaces;

QgPlaces *qg_places_new (const char *text, gsize length);
void qg_places_free (QgPlaces *places);
void qg_places_find (QgPlaces *places, gsize offset, guint *line, guint *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgPlaces, qg_places_free)

G_END_DECLS
