/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-look.h"

QgFont
qg_look_entity_font (guint importance)
{
  if (importance >= 3)
    return (QgFont){ QG_FACE_BOLD, 12.5 };
  return (QgFont){ QG_FACE_REGULAR, 12 };
}

QgFont
qg_look_second_font (QgFont first)
{
  return (QgFont){ QG_FACE_REGULAR, 11.5 };
}

QgFont
qg_look_verb_font (void)
{
  return (QgFont){ QG_FACE_ITALIC, 11.5 };
}

QgFont
qg_look_group_font (void)
{
  return (QgFont){ QG_FACE_BOLD, 12 };
}

double
qg_look_symbol_size (guint importance)
{
  return importance >= 3 ? 14 : 13;
}

/* @text as it is drawn; where it is missing in @lang, the next one with its tag behind it, which is measured
 * and wrapped with it. */
static char *
dup_words (const QgText *text, QgLang lang, guint limit)
{
  QgLang used;
  g_autofree char *clean = qg_font_dup_clean (qg_text_pick (text, lang, &used), limit);

  return used == NULL || used == lang ? g_steal_pointer (&clean)
                                      : g_strdup_printf ("%s\u00a0[%s]", clean, used);
}

/* What is written on the line of a relation. An arrow alone is not: the line has its own, which points where
 * it leads. */
static char *
dup_wording (const QgText *text, QgLang lang)
{
  return qg_words_are_arrow (qg_text_pick (text, lang, NULL)) ? g_strdup ("")
                                                              : dup_words (text, lang, QG_LOOK_VERB_LIMIT);
}

QgWrapped *
qg_look_wrap_entity (const QgEntity *entity, QgLang lang, QgFont font, double factor)
{
  g_autofree char *clean = dup_words (entity->label, lang, QG_LOOK_NAME_LIMIT);
  QgWrapLimits limits = qg_wrap_limits (font, factor);

  return qg_wrap (font, clean, &limits);
}

QgWrapped *
qg_look_wrap_wording (const QgMap *map, guint64 wording, QgLang lang, QgFont font, double factor)
{
  g_autofree char *clean = dup_wording (qg_map_get_wording_text (map, wording, lang), lang);
  QgWrapLimits limits = { 7.5 * font.size * factor, 7.5 * font.size * factor, 20 * font.size, 3 };

  return qg_wrap (font, clean, &limits);
}

QgSize
qg_look_wrapped_size (const QgWrapped *wrapped, QgFont font)
{
  return (QgSize){ wrapped->width, wrapped->n_lines * font.size * QG_FONT_LINE };
}

char *
qg_look_dup_group_title (const QgKind *kind, QgLang lang)
{
  return dup_words (kind->plural != NULL ? kind->plural : kind->name, lang, QG_LOOK_VERB_LIMIT);
}
