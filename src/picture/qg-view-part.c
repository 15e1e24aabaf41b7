/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-view-part.h"

#include "qg-words.h"

QgPart *
qg_view_part_new (QgMap *map, guint view)
{
  g_autoptr (QgPart) part = qg_part_new_view (map, view);
  QgNumbers kinds = qg_map_get_view (map, view)->collapsed;
  g_autofree guint8 *collapsed = NULL;

  if (kinds.n == 0)
    return g_steal_pointer (&part);
  collapsed = g_new0 (guint8, qg_map_get_n_kinds (map) + 1);
  for (guint i = 0; i < kinds.n; i++)
    collapsed[kinds.items[i]] = TRUE;
  return qg_part_new_collapsed (part, map, collapsed, qg_word_dup_relations, NULL);
}
