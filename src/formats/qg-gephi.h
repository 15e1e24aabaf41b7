/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgGephi: what nodes have in GraphML of Gephi, told by its keys: a color in three parts, and y upwards. One
 * thread. */

#pragma once

#include "qg-draft.h"

G_BEGIN_DECLS

typedef struct
{
  guint keys;     /* of r, g and b, a bit each */
  char *parts[3]; /* of the color of one node; nullable, owned */
} QgGephi;

/* Nodes have a key @name. */
void qg_gephi_note_key (QgGephi *gephi, const char *name);
/* The first value of a key counts. FALSE for what others write in the same way. */
gboolean qg_gephi_put (QgGephi *gephi, QgDraft *draft, const char *name, const char *value);
/* The node is complete: puts its color. */
void qg_gephi_end_node (QgGephi *gephi, QgDraft *draft);
/* Without what was said of the last node. */
void qg_gephi_clear (QgGephi *gephi);

G_END_DECLS
