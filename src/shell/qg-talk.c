/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-talk.h"

#include "qg-controls.h"
#include "qg-settings.h"

/* More talks than this are not remembered: the settings stay small. */
#define MAX_REMEMBERED 64

QgTalk *
qg_talk_new (QgMap *map, guint tour)
{
  guint n = tour != QG_NONE ? qg_map_get_tour (map, tour)->n_steps : qg_map_get_n_views (map);
  QgTalk *talk;

  if (n == 0)
    return NULL;
  talk = g_new (QgTalk, 1);
  *talk = (QgTalk){ .map = qg_map_ref (map), .tour = tour, .n = n };
  return talk;
}

QgTalk *
qg_talk_new_shown (QgExplorer *explorer)
{
  QgPart *part = qg_explorer_get_part (explorer);
  QgTalk *talk;

  if (part == NULL)
    return NULL;
  talk = g_new (QgTalk, 1);
  *talk = (QgTalk){ .map = qg_map_ref (qg_part_get_map (part)),
                    .tour = QG_NONE,
                    .n = 1,
                    .part = qg_part_ref (part),
                    .engine = qg_explorer_get_engine (explorer) };
  return talk;
}

void
qg_talk_free (QgTalk *talk)
{
  g_clear_pointer (&talk->part, qg_part_unref);
  qg_map_unref (talk->map);
  g_free (talk);
}

char *
qg_talk_dup_title (const QgTalk *talk, guint step, QgLang lang)
{
  g_return_val_if_fail (step < talk->n, NULL);
  if (talk->part != NULL)
    {
      g_autofree char *title = qg_part_dup_title (talk->part, lang, TRUE);

      return qg_text_clip (title, QG_TEXT_LINE);
    }
  return qg_plain_from_text (talk->tour != QG_NONE
                                 ? qg_map_get_tour (talk->map, talk->tour)->steps[step].title
                                 : qg_map_get_view (talk->map, step)->title,
                             lang);
}

char *
qg_talk_dup_words (const QgTalk *talk, guint step, QgLang lang)
{
  g_autofree char *whole = NULL;
  const QgText *text;

  g_return_val_if_fail (step < talk->n, NULL);
  if (talk->part != NULL)
    return g_strdup ("");
  text = talk->tour != QG_NONE ? qg_map_get_tour (talk->map, talk->tour)->steps[step].text
                               : qg_map_get_view (talk->map, step)->description;
  if (text == NULL)
    return g_strdup ("");
  whole = qg_text_dup_marked (text, lang);
  return qg_text_clip (whole, QG_TEXT_PAGE);
}

void
qg_talk_show (const QgTalk *talk, guint step, QgExplorer *explorer)
{
  const QgStep *s;

  g_return_if_fail (step < talk->n);
  if (talk->part != NULL)
    {
      qg_explorer_light_none (explorer);
      qg_explorer_show_part (explorer, talk->part);
      qg_explorer_set_engine (explorer, talk->engine);
      return;
    }
  if (talk->tour == QG_NONE)
    {
      qg_explorer_light_none (explorer);
      qg_explorer_show_view (explorer, step);
      return;
    }
  s = &qg_map_get_tour (talk->map, talk->tour)->steps[step];
  if (s->view != QG_NONE)
    {
      qg_explorer_select_nothing (explorer);
      qg_explorer_show_view (explorer, s->view);
    }
  else
    qg_explorer_show_focus (explorer, s->focus, s->depth, QG_FOLLOW_BOTH);
  if (s->highlight_entities.n + s->highlight_relations.n > 0)
    qg_explorer_light_up (explorer, s->highlight_entities, s->highlight_relations);
  else
    qg_explorer_light_none (explorer);
}

static char *
dup_key (const QgTalk *talk)
{
  return g_strdup_printf ("%s/%s", qg_map_get_id (talk->map),
                          talk->tour != QG_NONE ? qg_map_get_tour (talk->map, talk->tour)->id : "");
}

guint
qg_talk_load_step (const QgTalk *talk)
{
  g_autoptr (GVariant) steps = g_settings_get_value (qg_settings_get_default (), "present-steps");
  g_autofree char *key = dup_key (talk);
  guint step;

  return talk->part == NULL && g_variant_lookup (steps, key, "u", &step) && step < talk->n ? step : 0;
}

void
qg_talk_save_step (const QgTalk *talk, guint step)
{
  g_autoptr (GVariant) steps = g_settings_get_value (qg_settings_get_default (), "present-steps");
  g_autofree char *key = dup_key (talk);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  guint value, n = 1;

  /* Where there is one step, nothing is left off. */
  if (talk->part != NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_variant_builder_add (&builder, "{su}", key, step);
  g_variant_iter_init (&iter, steps);
  while (n < MAX_REMEMBERED && g_variant_iter_next (&iter, "{&su}", &other, &value))
    if (!g_str_equal (other, key))
      {
        g_variant_builder_add (&builder, "{su}", other, value);
        n++;
      }
  g_settings_set_value (qg_settings_get_default (), "present-steps", g_variant_builder_end (&builder));
}
