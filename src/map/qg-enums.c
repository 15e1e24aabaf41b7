/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-enums.h"

#include <string.h>

static const char *const statements[QG_N_STATEMENTS] = { "unstated", "definition", "fact",
                                                         "norm",     "claim",      "theory" };
static const char *const certainties[3] = { "certain", "likely", "open" };
static const char *const symbols[QG_N_SYMBOLS] = { "circle", "square", "diamond", "columns",  "house",
                                                   "flag",   "hands",  "person",  "page",     "cycle",
                                                   "bulb",   "shield", "coin",    "calendar", "warning",
                                                   "scales", "star" };
/* A custom hue has no word: files write it as #rrggbb. */
static const char *const hues[QG_N_HUES - 1] = { "slate", "blue", "green", "red",  "purple",
                                                 "amber", "teal", "pink",  "grey", "brown" };
static const char *const engines[QG_N_ENGINES] = { "dot",   "neato", "fdp",   "sfdp",
                                                   "twopi", "circo", "osage", "given" };
static const char *const directions[QG_N_DIRECTIONS] = { "down", "right", "up", "left", "auto" };
static const char *const locator_kinds[QG_N_LOCATOR_KINDS] = { "paragraph", "article", "page", "footnote",
                                                               "section" };

static gboolean
find_word (const char *const *words, guint n, const char *id, guint *number)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (words[i], id) == 0)
      {
        *number = i;
        return TRUE;
      }
  return FALSE;
}

#define DEFINE_WORDS(Type, name, words)                                                                      \
  const char *qg_##name##_to_id (Type value)                                                                 \
  {                                                                                                          \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (words), NULL);                                       \
    return words[value];                                                                                     \
  }                                                                                                          \
                                                                                                             \
  gboolean qg_##name##_from_id (const char *id, Type *value)                                                 \
  {                                                                                                          \
    guint number;                                                                                            \
                                                                                                             \
    if (!find_word (words, G_N_ELEMENTS (words), id, &number))                                               \
      return FALSE;                                                                                          \
    *value = (Type) number;                                                                                  \
    return TRUE;                                                                                             \
  }

DEFINE_WORDS (QgStatement, statement, statements)
DEFINE_WORDS (QgCertainty, certainty, certainties)
DEFINE_WORDS (QgSymbol, symbol, symbols)
DEFINE_WORDS (QgHue, hue, hues)
DEFINE_WORDS (QgEngine, engine, engines)
DEFINE_WORDS (QgDirection, direction, directions)
DEFINE_WORDS (QgLocatorKind, locator_kind, locator_kinds)
