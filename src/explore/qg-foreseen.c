/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-explorer-private.h"

#include "qg-usual-engine.h"

/* What an explorer with @state shows first; NULL where it is neither a view nor the whole. */
static QgPart *
new_first_part (QgMap *map, GVariant *state)
{
  const char *id;
  guint view = qg_map_get_n_views (map) > 0 ? 0 : QG_NONE;
  gboolean whole = view == QG_NONE;

  if (state != NULL && g_variant_lookup (state, "view", "&s", &id) && qg_map_find_view (map, id) != QG_NONE)
    view = qg_map_find_view (map, id);
  else if (state != NULL &&
           (g_variant_lookup (state, "focus", "&s", &id) || g_variant_lookup (state, "entities", "as", NULL)))
    return NULL;
  else if (state != NULL)
    g_variant_lookup (state, "whole", "b", &whole);
  return whole ? qg_part_new_whole (map) : qg_part_new_view (map, view);
}

void
qg_foreseen_choose_languages (GVariant *state, QgLang *lang, QgLang *second)
{
  const char *tag;

  if (state == NULL)
    return;
  if (g_variant_lookup (state, "language", "&s", &tag) && qg_lang_is_valid (tag))
    *lang = qg_lang_intern (tag);
  if (g_variant_lookup (state, "second-language", "&s", &tag) && qg_lang_is_valid (tag))
    *second = qg_lang_intern (tag);
}

static QgEngine
choose_engine (const QgPart *part, GVariant *state)
{
  g_autofree char *key = qg_explorer_dup_part_key (part);
  g_autoptr (GVariant) engines =
      state != NULL ? g_variant_lookup_value (state, "engines", G_VARIANT_TYPE ("a{su}")) : NULL;
  guint engine;

  if (engines != NULL && g_variant_lookup (engines, key, "u", &engine) && engine < QG_N_ENGINES &&
      (engine != QG_ENGINE_GIVEN || qg_part_is_placed (part)))
    return engine;
  return qg_usual_engine_get (part);
}

QgForeseen *
qg_foreseen_new (QgMap *map, GVariant *state, QgLang lang, QgLang second, QgLayouter *layouter,
                 GCancellable *cancellable)
{
  g_autoptr (QgForeseen) foreseen = g_new0 (QgForeseen, 1);
  QgLaidOut *of = &foreseen->of;
  QgMeasureOptions options;

  of->part = new_first_part (map, state);
  if (of->part == NULL)
    return NULL;
  qg_foreseen_choose_languages (state, &lang, &second);
  foreseen->lang = lang;
  foreseen->second = second;
  options = qg_explorer_measure_options (of->part, choose_engine (of->part, state), second != NULL);
  of->request = qg_measure_part (of->part, &options, cancellable);
  if (of->request == NULL)
    return NULL;
  of->layout = qg_layouter_lookup (layouter, of->request);
  if (of->layout == NULL)
    return g_steal_pointer (&foreseen);
  foreseen->scene = qg_scene_new (of->part, of->request, of->layout, lang, second, cancellable);
  return foreseen->scene != NULL ? g_steal_pointer (&foreseen) : NULL;
}

void
qg_foreseen_free (QgForeseen *foreseen)
{
  qg_laid_out_clear (&foreseen->of);
  g_clear_pointer (&foreseen->scene, qg_scene_unref);
  g_free (foreseen);
}
