/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where the arrowheads and bars of ways stand: the painter draws them there, and nothing may cover them. Any
 * thread. */

#pragma once

#include "qg-scene-private.h"

G_BEGIN_DECLS

/* Points, at size 1. */
#define QG_HEAD_LENGTH 7.5
#define QG_HEAD_NOTCH 1.4
/* Heads at a word are a little smaller than those at a box. */
#define QG_HEAD_ENTRY_SIZE 0.95
#define QG_HEAD_STRONG_SIZE 1.2

typedef struct
{
  QgPoint tip, left, notch, right;
} QgHead;

/* The point of a chain at @distance from its end (its start where it is shorter); @n_whole: how many points
 * before it are of whole curves; @cut: the last, cut curve. */
QgPoint qg_head_cut_way (const QgPoint *points, guint n, double distance, guint *n_whole, QgPoint cut[4]);

/* At the end of a chain. FALSE where it has no direction. */
gboolean qg_head_at_tip (const QgPoint *points, guint n, double size, QgHead *head);
/* Where one of several subjects comes to the word that they share: outside of the word, and of @mark
 * (nullable) that stands at it. FALSE where there is none. */
gboolean qg_head_at_word (const QgScene *scene, guint edge, const QgRect *mark, double size, QgHead *head);
/* The bar of a denial, across a way whose last points these are. FALSE where it has no direction. */
gboolean qg_head_get_bar (const QgScene *scene, guint edge, const QgPoint *points, guint n, QgPoint bar[2]);
/* Whether any of @head lies in @rect. */
gboolean qg_head_meets (const QgHead *head, const QgRect *rect);

G_END_DECLS
