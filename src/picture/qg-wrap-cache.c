/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-wrap-cache.h"

#include <string.h>

/* Pairs of slots: a text stands in one of the two of its hash, the newer one in the first. */
#define N_PAIRS 2048

typedef struct
{
  QgFont font;
  QgWrapLimits limits;
  QgWrapped *wrapped;
  char text[];
} Entry;

static GMutex lock;
static Entry *entries[N_PAIRS][2];

static QgWrapped *
copy (const QgWrapped *wrapped, gsize length)
{
  QgWrapped *made = g_memdup2 (wrapped, sizeof (QgWrapped) + length + wrapped->n_lines + 1);

  for (guint i = 0; i < wrapped->n_lines; i++)
    made->lines[i] = (const char *) made + (wrapped->lines[i] - (const char *) wrapped);
  return made;
}

static Entry **
get_pair (QgFont font, const char *text)
{
  return entries[(g_str_hash (text) ^ (guint) (font.size * 64) ^ (guint) font.face << 8) % N_PAIRS];
}

static gboolean
is_for (const Entry *entry, QgFont font, const char *text, const QgWrapLimits *limits)
{
  return entry != NULL && entry->font.face == font.face && entry->font.size == font.size &&
         entry->limits.one_line == limits->one_line && entry->limits.wish == limits->wish &&
         entry->limits.most == limits->most && entry->limits.max_lines == limits->max_lines &&
         g_str_equal (entry->text, text);
}

static void
entry_free (Entry *entry)
{
  if (entry != NULL)
    g_free (entry->wrapped);
  g_free (entry);
}

QgWrapped *
qg_wrap_cache_get (QgFont font, const char *text, const QgWrapLimits *limits)
{
  Entry **pair = get_pair (font, text);
  QgWrapped *wrapped = NULL;

  g_mutex_lock (&lock);
  for (guint i = 0; i < 2 && wrapped == NULL; i++)
    if (is_for (pair[i], font, text, limits))
      wrapped = copy (pair[i]->wrapped, strlen (text));
  g_mutex_unlock (&lock);
  return wrapped;
}

void
qg_wrap_cache_put (QgFont font, const char *text, const QgWrapLimits *limits, const QgWrapped *wrapped)
{
  gsize length = strlen (text);
  Entry *entry = g_malloc (sizeof (Entry) + length + 1), **pair = get_pair (font, text);

  entry->font = font;
  entry->limits = *limits;
  entry->wrapped = copy (wrapped, length);
  memcpy (entry->text, text, length + 1);
  g_mutex_lock (&lock);
  entry_free (pair[1]);
  pair[1] = pair[0];
  pair[0] = entry;
  g_mutex_unlock (&lock);
}
