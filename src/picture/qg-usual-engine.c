/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-usual-engine.h"

#include "qg-layouter.h"

/* Longer than this nobody waits for what they have not asked for. */
#define PATIENCE_SECONDS 20.0
/* Groups are collapsed to see the whole at once; an engine that was chosen for what is in them is not worth
 * more. */
#define COLLAPSED_SECONDS 5.0

double
qg_usual_engine_estimate (const QgPart *part, QgEngine engine)
{
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);
  double seconds = qg_layout_estimate_seconds (engine, entities.n, relations.n);
  g_autofree guint *ends = NULL;

  if (engine != QG_ENGINE_DOT || seconds > PATIENCE_SECONDS)
    return seconds;
  ends = g_new (guint, 2 * (gsize) relations.n + 1);
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (qg_part_get_map (part), relations.items[i]);

      ends[2 * i] = qg_part_index_of_entity (part, relation->from);
      ends[2 * i + 1] = qg_part_index_of_entity (part, relation->to);
    }
  return qg_layout_estimate_dot_seconds (entities.n, relations.n, ends);
}

gboolean
qg_usual_engine_can_end (double seconds)
{
  return seconds < QG_LAYOUTER_MOST_SECONDS;
}

QgEngine
qg_usual_engine_get (const QgPart *part)
{
  QgEngine wished = qg_part_get_layout_options (part)->engine;
  const QgEngine next[] = { wished == QG_ENGINE_GIVEN && !qg_part_is_placed (part) ? QG_ENGINE_DOT : wished,
                            QG_ENGINE_SFDP, QG_ENGINE_TWOPI };
  gboolean collapsed = qg_part_get_origin ((QgPart *) part) != part;

  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    if (qg_usual_engine_estimate (part, next[i]) <
        (collapsed && i == 0 ? COLLAPSED_SECONDS : PATIENCE_SECONDS))
      return next[i];
  return QG_ENGINE_OSAGE;
}
