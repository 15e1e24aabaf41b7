/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Where the entities of a draft stand. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>

#include "qg-coordinate.h"
#include "qg-draft-private.h"

/* CmapTools counts in whole points: two that were rounded are this much nearer or farther. */
#define ROUNDED 1.000001

typedef struct
{
  QgDraftEntity *entity;
  QgPoint at;
} Drawn;

/* The first of each entity: of a group in yEd there are two, open and closed. */
static GArray *
find_drawn (QgDraft *draft)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Drawn));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < draft->spots->len; i++)
    {
      const QgDraftSpot *spot = &g_array_index (draft->spots, QgDraftSpot, i);
      gpointer number = g_hash_table_lookup (draft->entity_keys, spot->key);
      Drawn drawn = { NULL, { 0, 0 } };

      if (number == NULL || !g_hash_table_add (seen, number))
        continue;
      drawn.entity = &g_array_index (draft->entities, QgDraftEntity, GPOINTER_TO_UINT (number) - 1);
      if (qg_coordinate_parse (spot->x, &drawn.at.x) && qg_coordinate_parse (spot->y, &drawn.at.y))
        g_array_append_val (all, drawn);
      else if (!drawn.entity->is_placed)
        qg_losses_add (draft->losses, QG_DRAFT_MESSAGE_NO_CENTER, NULL, spot->place.line, spot->place.column);
    }
  return all;
}

/* Whether the entities' own places are those where they are drawn, but for @shift of the whole. */
static gboolean
find_shift (const GArray *all, QgPoint *shift)
{
  QgPoint least = { G_MAXDOUBLE, G_MAXDOUBLE }, most = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < all->len; i++)
    {
      const Drawn *drawn = &g_array_index (all, Drawn, i);
      double x = drawn->at.x - drawn->entity->center.x, y = drawn->at.y - drawn->entity->center.y;

      if (!drawn->entity->is_placed)
        continue;
      least = (QgPoint){ fmin (least.x, x), fmin (least.y, y) };
      most = (QgPoint){ fmax (most.x, x), fmax (most.y, y) };
    }
  *shift = (QgPoint){ (least.x + most.x) / 2, (least.y + most.y) / 2 };
  return least.x <= most.x && most.x - least.x <= ROUNDED && most.y - least.y <= ROUNDED;
}

void
qg_draft_arrange (QgDraft *draft)
{
  g_autoptr (GArray) all = find_drawn (draft);
  QgPoint shift;
  gboolean same = find_shift (all, &shift);

  for (guint i = 0; i < all->len; i++)
    {
      const Drawn *drawn = &g_array_index (all, Drawn, i);
      QgDraftEntity *entity = drawn->entity;

      if (same && entity->is_placed)
        continue;
      entity->center = drawn->at;
      if (same)
        {
          /* It was drawn later, among those that have their own. */
          entity->center.x = CLAMP (drawn->at.x - shift.x, -QG_MOST_PLACE, QG_MOST_PLACE);
          entity->center.y = CLAMP (drawn->at.y - shift.y, -QG_MOST_PLACE, QG_MOST_PLACE);
        }
      entity->is_placed = TRUE;
    }
}
