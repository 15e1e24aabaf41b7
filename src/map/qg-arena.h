/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgArena: memory that is given out piece by piece and freed all at once; what a map is made of. A piece
 * never moves. Not thread-safe while it grows. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _QgArena QgArena;

QgArena *qg_arena_new (void);
void qg_arena_free (QgArena *arena);
gpointer qg_arena_alloc (QgArena *arena, gsize size);
gpointer qg_arena_copy (QgArena *arena, gconstpointer data, gsize size);
const char *qg_arena_copy_string (QgArena *arena, const char *string);

#define QG_ARENA_COPY_ARRAY(arena, items, n) qg_arena_copy ((arena), (items), sizeof *(items) * (gsize) (n))

G_END_DECLS
