/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Sizes that measuring and painting share, in points. The sizes of type are close to each other, since a
 * page is filled by what its smallest text needs; weight and colour tell the important from the rest. */

#pragma once

#include <gio/gio.h>

#include "qg-geometry.h"
#include "qg-map.h"
#include "qg-wrap.h"

G_BEGIN_DECLS

#define QG_LOOK_PAD_X 6.0
#define QG_LOOK_PAD_Y 3.5
#define QG_LOOK_SYMBOL_GAP 4.0
#define QG_LOOK_MIN_WIDTH 44.0
#define QG_LOOK_VERB_PAD_X 2.0
#define QG_LOOK_VERB_PAD_Y 1.0
#define QG_LOOK_SECOND_GAP 2.0
#define QG_LOOK_GROUP_PAD 8.0
/* Names and verbs longer than this many letters end in an ellipsis; no name of a person's map is so long. */
#define QG_LOOK_NAME_LIMIT 160
#define QG_LOOK_VERB_LIMIT 80

QgFont qg_look_entity_font (guint importance);
QgFont qg_look_second_font (QgFont first);
QgFont qg_look_verb_font (void);
QgFont qg_look_group_font (void);
double qg_look_symbol_size (guint importance);

/* With a second language under the first, lines are so much longer: two of each, short, would make pictures
 * far higher than they are wide. For the factor of names and verbs. */
#define QG_LOOK_TWO_LANGUAGES 1.7
/* A text in one language, wrapped as it is drawn. (transfer full): g_free(). */
QgWrapped *qg_look_wrap_entity (const QgEntity *entity, QgLang lang, QgFont font, double factor);
QgWrapped *qg_look_wrap_wording (const QgMap *map, guint64 wording, QgLang lang, QgFont font, double factor);
QgSize qg_look_wrapped_size (const QgWrapped *wrapped, QgFont font);

/* The word over a group. */
char *qg_look_dup_group_title (const QgKind *kind, QgLang lang);

G_END_DECLS
