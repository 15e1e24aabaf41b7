/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-graphviz.h"
#include "qg-layout.h"

G_BEGIN_DECLS

/* qg-spread.c: @centers are drawn apart, or nearer to each other where they are very far apart, about the
 * point between them all and by one factor for all, so that most boxes of these sizes have room, and @gap
 * between them. What still overlaps is for the helper. Points. Any thread. */
void qg_layout_spread (const QgSize *sizes, guint n, double gap, QgPoint *centers);

/* ── qg-layout-wire.c ── */

/* The payload that asks for @request. */
GBytes *qg_layout_request_to_wire (const QgLayoutRequest *request);
/* Takes the payload of an answer, whole or not at all. @why: (out): a static text. */
QgLayout *qg_layout_from_wire (GBytes *answer, const QgLayoutRequest *request, const char **why);

/* ── qg-layout-cache.c: answers on disk; any thread ── */

/* @limit: bytes that all entries together may take. */
typedef struct
{
  char *dir; /* NULL: no cache */
  guint64 limit;
} QgLayoutCache;

#define QG_LAYOUT_CACHE_LIMIT ((guint64) 64 << 20)

/* The payload kept for @hash; NULL where there is none or it is damaged. */
GBytes *qg_layout_cache_read (const QgLayoutCache *cache, const char *hash);
/* A cache that cannot be written is no error: it is said in the log. */
void qg_layout_cache_write (const QgLayoutCache *cache, const char *hash, GBytes *payload);
void qg_layout_cache_remove (const QgLayoutCache *cache, const char *hash);

G_END_DECLS
