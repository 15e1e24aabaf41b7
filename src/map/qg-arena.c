/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-arena.h"

#include <string.h>

#define BLOCK_SIZE ((gsize) 64 * 1024)
#define ALIGNMENT ((gsize) 16)

/* Under the address sanitizer each piece is a block, so that a step over its end is seen. */
#if defined(__SANITIZE_ADDRESS__)
#define EACH_ALONE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EACH_ALONE 1
#endif
#endif
#ifndef EACH_ALONE
#define EACH_ALONE 0
#endif

struct _QgArena
{
  GPtrArray *blocks;
  char *next;
  gsize left;
};

QgArena *
qg_arena_new (void)
{
  QgArena *arena = g_new0 (QgArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  return arena;
}

void
qg_arena_free (QgArena *arena)
{
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

/* qg_arena_alloc:
 * @size: in bytes
 *
 * Returns: (transfer none) (nullable): memory of the arena, aligned for any type, not cleared; %NULL for no
 * bytes. */
gpointer
qg_arena_alloc (QgArena *arena, gsize size)
{
  gsize rounded = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  char *piece;

  if (size == 0)
    return NULL;
  if (rounded > BLOCK_SIZE / 4 || EACH_ALONE)
    {
      /* A block of its own, so that the rest of the current one is not lost. */
      piece = g_malloc (EACH_ALONE ? size : rounded);
      g_ptr_array_add (arena->blocks, piece);
      return piece;
    }
  if (rounded > arena->left)
    {
      arena->next = g_malloc (BLOCK_SIZE);
      arena->left = BLOCK_SIZE;
      g_ptr_array_add (arena->blocks, arena->next);
    }
  piece = arena->next;
  arena->next += rounded;
  arena->left -= rounded;
  return piece;
}

/* Returns: (nullable): a copy of @size bytes; %NULL for none. */
gpointer
qg_arena_copy (QgArena *arena, gconstpointer data, gsize size)
{
  gpointer copy;

  if (size == 0)
    return NULL;
  copy = qg_arena_alloc (arena, size);
  memcpy (copy, data, size);
  return copy;
}

/* Returns: (nullable): a copy of @string; %NULL for %NULL. */
const char *
qg_arena_copy_string (QgArena *arena, const char *string)
{
  return string != NULL ? qg_arena_copy (arena, string, strlen (string) + 1) : NULL;
}
