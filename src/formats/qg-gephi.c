/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-gephi.h"

#include <string.h>

#include "qg-coordinate.h"

static const char letters[] = "rgb";

/* The place of a key of one letter among those of the color; 3 for another. */
static guint
get_part (const char *name)
{
  return name[0] != '\0' && name[1] == '\0' ? (guint) strcspn (letters, name) : 3;
}

static gboolean
is_gephi (const QgGephi *gephi)
{
  return gephi->keys == 7;
}

void
qg_gephi_note_key (QgGephi *gephi, const char *name)
{
  guint part = get_part (name);

  if (part < G_N_ELEMENTS (gephi->parts))
    gephi->keys |= 1U << part;
}

gboolean
qg_gephi_put (QgGephi *gephi, QgDraft *draft, const char *name, const char *value)
{
  g_autofree char *plain = g_strstrip (g_strdup (value));
  char buffer[QG_DECIMAL_SIZE];
  guint part = get_part (name);
  double y;

  if (!is_gephi (gephi))
    return FALSE;
  if (part < G_N_ELEMENTS (gephi->parts))
    {
      if (gephi->parts[part] == NULL)
        gephi->parts[part] = g_steal_pointer (&plain);
      return TRUE;
    }
  if (strcmp (name, "y") != 0 || !qg_decimal_parse (plain, &y))
    return FALSE;
  qg_draft_put (draft, QG_FIELD_Y, NULL, qg_decimal_format (0 - y, buffer));
  return TRUE;
}

void
qg_gephi_end_node (QgGephi *gephi, QgDraft *draft)
{
  g_autofree char *color = NULL;

  if (gephi->parts[0] == NULL || gephi->parts[1] == NULL || gephi->parts[2] == NULL)
    return;
  color = g_strdup_printf ("%s,%s,%s", gephi->parts[0], gephi->parts[1], gephi->parts[2]);
  qg_draft_put (draft, QG_FIELD_COLOR, NULL, color);
  qg_gephi_clear (gephi);
}

void
qg_gephi_clear (QgGephi *gephi)
{
  for (guint i = 0; i < G_N_ELEMENTS (gephi->parts); i++)
    g_clear_pointer (&gephi->parts[i], g_free);
}
