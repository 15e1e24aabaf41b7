/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A part of a map as a map of its own, which can be written like any other. Any thread. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

/* The part's entities and relations with the kinds, verbs and sources that they use; where the part is a
 * view, with its title, and laid out alike as the only view. Lists and tours are not in it. (transfer full)
 */
QgMap *qg_part_dup_map (const QgPart *part);

G_END_DECLS
