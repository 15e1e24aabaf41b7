/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The kinds of a draft; where the file has none, out of colours or shapes. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-draft-private.h"
#include "qg-enums.h"
#include "qg-shapes.h"

/* With more of them a picture has no order that could be seen. */
#define MAX_MARK_KINDS 12

static void
set_color (QgKind *kind, const char *color, guint number)
{
  static const QgHue hues[] = { QG_HUE_BLUE, QG_HUE_GREEN, QG_HUE_AMBER, QG_HUE_PURPLE,
                                QG_HUE_TEAL, QG_HUE_RED,   QG_HUE_PINK,  QG_HUE_BROWN };

  if (color != NULL && qg_hue_from_id (color, &kind->hue))
    return;
  if (color != NULL && qg_color_parse (color, &kind->rgb))
    kind->hue = QG_HUE_CUSTOM;
  else
    kind->hue = hues[number % G_N_ELEMENTS (hues)];
}

static void
add_kinds (QgDraftEnd *end)
{
  QgDraft *draft = end->draft;

  for (guint i = 0; i < draft->kinds->len; i++)
    qg_draft_ids_reserve (&end->kind_ids, g_array_index (draft->kinds, QgDraftKind, i).key);
  for (guint i = 0; i < draft->kinds->len; i++)
    {
      const QgDraftKind *from = &g_array_index (draft->kinds, QgDraftKind, i);
      const char *color = from->color;
      QgKind kind = { .id = qg_draft_ids_make (&end->kind_ids, from->key, "kind"),
                      .name = qg_draft_end_text (end, from->name, NULL),
                      .plural = qg_draft_end_text (end, from->plural, NULL) };

      if (kind.name == NULL)
        kind.name = qg_draft_end_plain (end, from->key);
      if (color == NULL && from->n_colored > 0 && !from->mixed)
        color = from->entity_color;
      else if (color == NULL && from->mixed)
        qg_losses_add_many (draft->losses,
                            N_ ("not kept: colors of single entities (%s); a kind has one color"), NULL,
                            from->n_colored);
      set_color (&kind, color, i);
      if (from->symbol != NULL)
        qg_symbol_from_id (from->symbol, &kind.symbol);
      end->kind_numbers[i] = qg_map_builder_add_kind (end->builder, &kind);
    }
}

/* ── Shapes ── */

/* (nullable): one name for what has several */
static const char *
get_shape (const QgDraft *draft, const QgDraftEntity *entity)
{
  const char *name = entity->shape != NULL ? entity->shape : draft->usual_shape;
  const QgShape *shape = name != NULL ? qg_shape_find (name) : NULL;

  return shape != NULL ? shape->names[0] : name;
}

/* A box is a box here as well. */
static void
tell_shapes (QgDraft *draft)
{
  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);
      const QgShape *shape = entity->shape != NULL ? qg_shape_find (entity->shape) : NULL;

      if (entity->shape != NULL && (shape == NULL || !shape->is_box))
        qg_losses_add (draft->losses, N_ ("not kept: “%2$s” (%1$s)"), "shape", entity->place.line,
                       entity->place.column);
    }
}

/* The shape of each of the file's kinds; whether all of a kind have the same. */
static gboolean
find_kind_shapes (QgDraft *draft, const char **shapes)
{
  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);
      const char *shape = get_shape (draft, entity);

      if (shape == NULL || entity->kind == QG_NONE)
        continue;
      if (shapes[entity->kind] == NULL)
        shapes[entity->kind] = shape;
      else if (strcmp (shapes[entity->kind], shape) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Where each kind has a shape of its own, the kind's symbol says the same; one shape for all says nothing. */
static void
settle_kind_shapes (QgDraft *draft)
{
  g_autofree const char **shapes = g_new0 (const char *, draft->kinds->len + 1);
  gboolean kept = find_kind_shapes (draft, shapes), differ = FALSE, said = TRUE;
  const char *first = NULL;

  for (guint i = 0; i < draft->kinds->len; i++)
    {
      said = said && g_array_index (draft->kinds, QgDraftKind, i).symbol != NULL;
      differ = differ || (shapes[i] != NULL && first != NULL && strcmp (shapes[i], first) != 0);
      first = first != NULL ? first : shapes[i];
    }
  if (!kept || (!differ && !said))
    {
      tell_shapes (draft);
      return;
    }
  for (guint i = 0; i < draft->kinds->len; i++)
    {
      QgDraftKind *kind = &g_array_index (draft->kinds, QgDraftKind, i);
      const QgShape *shape = shapes[i] != NULL ? qg_shape_find (shapes[i]) : NULL;

      if (kind->symbol == NULL && shape != NULL)
        kind->symbol = qg_symbol_to_id (shape->symbol);
    }
}

/* ── Colours and shapes for want of kinds ── */

static guint
add_mark_kind (QgDraftEnd *end, const char *mark)
{
  const QgShape *shape = end->kinds_by_shape ? qg_shape_find (mark) : NULL;
  QgKind kind = { .id = qg_draft_ids_make (&end->kind_ids, mark, end->kinds_by_shape ? "shape" : "color"),
                  .symbol = shape != NULL ? shape->symbol : QG_SYMBOL_CIRCLE };
  guint number;

  kind.name = shape != NULL ? qg_draft_end_words (end, shape->kk, shape->ru, shape->en)
                            : qg_draft_end_plain (end, mark);
  set_color (&kind, end->kinds_by_shape ? end->only_color : mark, g_hash_table_size (end->mark_kinds));
  number = qg_map_builder_add_kind (end->builder, &kind);
  g_hash_table_insert (end->mark_kinds, (gpointer) mark, GUINT_TO_POINTER (number + 1));
  return number;
}

static guint
get_mark_kind (QgDraftEnd *end, const char *mark)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (end->mark_kinds, mark));

  return number > 0 ? number - 1 : add_mark_kind (end, mark);
}

/* Without kinds, colours are what a picture tells things apart by; without colours, shapes. */
static void
plan_mark_kinds (QgDraftEnd *end)
{
  QgDraft *draft = end->draft;
  g_autoptr (GHashTable) colors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shapes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0, n_colors, n_shapes;

  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);
      const char *shape = get_shape (draft, entity);

      n += entity->color != NULL;
      if (entity->color != NULL)
        g_hash_table_add (colors, (gpointer) entity->color);
      if (shape != NULL)
        g_hash_table_add (shapes, (gpointer) shape);
      end->only_color = end->only_color != NULL ? end->only_color : entity->color;
    }
  n_colors = g_hash_table_size (colors);
  n_shapes = g_hash_table_size (shapes);
  end->kinds_by_shape =
      (n_colors < 2 || n_colors > MAX_MARK_KINDS) && n_shapes >= 2 && n_shapes <= MAX_MARK_KINDS;
  end->kinds_by_color = !end->kinds_by_shape && n_colors <= MAX_MARK_KINDS;
  if (n_colors > 1)
    end->only_color = NULL;
  if (n_colors > MAX_MARK_KINDS)
    qg_losses_add_many (draft->losses, N_ ("not kept: colors of single entities (%s); a kind has one color"),
                        NULL, n);
  if (!end->kinds_by_shape)
    tell_shapes (draft);
}

static guint
get_other_kind (QgDraftEnd *end)
{
  QgKind kind = { .hue = QG_HUE_SLATE };

  if (end->other_kind != QG_NONE)
    return end->other_kind;
  kind.id = qg_draft_ids_make (&end->kind_ids, NULL, "concept");
  kind.name = qg_draft_end_words (end, "Ұғым", "Понятие", "Concept");
  kind.plural = qg_draft_end_words (end, "Ұғымдар", "Понятия", "Concepts");
  return end->other_kind = qg_map_builder_add_kind (end->builder, &kind);
}

void
qg_draft_end_kinds (QgDraftEnd *end)
{
  if (end->draft->kinds->len > 0)
    settle_kind_shapes (end->draft);
  else
    plan_mark_kinds (end);
  add_kinds (end);
}

guint
qg_draft_end_kind_of (QgDraftEnd *end, const QgDraftEntity *entity)
{
  const char *mark = end->kinds_by_shape ? get_shape (end->draft, entity) : entity->color;

  if (entity->kind != QG_NONE)
    return end->kind_numbers[entity->kind];
  if (mark != NULL && (end->kinds_by_shape || end->kinds_by_color))
    return get_mark_kind (end, mark);
  return get_other_kind (end);
}
