/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Which relations of a part share a verb: those that say the same of one entity ('has' → five features), so
 * that the word stands once. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

/* For each relation of @part the number of its label, and in @n_labels how many there are. Where @share is
 * FALSE, every relation has its own. (transfer full) */
guint *qg_measure_group_verbs (const QgPart *part, gboolean share, guint *n_labels);

G_END_DECLS
